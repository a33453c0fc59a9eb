// The counts that a goal asks for at a moment and a run has not: what an exercise tells its reader besides how the run ended.
import type { Timeline } from "../timeline/index.ts";
import { type Claim, holds, type PlaceName, parseClaim, parseMoment, placeValue } from "../timeline/proof.ts";
import { descriptorsOf } from "./claims.ts";

const GOAL = /^at ([^:"]+): (.*)$/s;
const DESCRIPTORS = /^pipe\.(read|write)-descriptors is (\d+)$/;

type Compare = Extract<Claim, { kind: "compare" }>;

/**
 * For a goal such as `at reader calls exit: reader.calls is at most 5`, one sentence for each of its counts that the run
 * misses: 'When reader calls exit, it has made 41 system calls; the goal is at most 5.' None for a goal about anything
 * else, and none in a run where the moment never comes.
 */
export function countsMissed(goal: string, timeline: Timeline): readonly string[] {
	const [, words = "", claims = ""] = GOAL.exec(goal) ?? [];
	const moment = parseMoment(words);
	const step = moment.ok ? timeline.find(moment.value) : null;
	if (step === null) return [];
	const { position } = timeline;
	timeline.seek(step);
	const missed = claims.split(" and ").flatMap((claim) => countMissed(claim, timeline));
	timeline.seek(position);
	return missed.map((count) => `When ${words}, ${count}.`);
}

function countMissed(claim: string, timeline: Timeline): readonly string[] {
	const [, end, wanted] = DESCRIPTORS.exec(claim) ?? [];
	if (end !== undefined) {
		const is = descriptorsOf(timeline.computer.kernel.state, end === "read" ? "read" : "write");
		if (is === Number(wanted)) return [];
		return [
			`${counted(is, "descriptor leads", "descriptors lead")} to the ${end} end; the goal is ${wanted}`,
		];
	}
	const parsed = parseClaim(claim);
	if (!parsed.ok || parsed.value.kind !== "compare" || holds(timeline, parsed.value)) return [];
	const value = placeValue(timeline, parsed.value.place);
	return typeof value === "number"
		? [`${placeWords(parsed.value.place, value)}; ${goalWords(parsed.value)}`]
		: [];
}

function goalWords({ relation, value }: Compare): string {
	return `the goal is ${relation === "is" ? "" : `${relation} `}${value}`;
}

function placeWords(place: PlaceName, value: number): string {
	if (place.kind === "process" && place.fact === "calls")
		return `${place.who} has made ${counted(value, "system call", "system calls")}`;
	if (place.kind === "pipe" && place.fact === "written")
		return `${counted(value, "byte has", "bytes have")} gone into the pipe`;
	const owner = place.kind === "process" ? place.who : place.kind;
	return `${owner}.${place.fact} is ${value}`;
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
