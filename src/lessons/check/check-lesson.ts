// Works off what a lesson asserts: every moment is looked for, every claim asked, every exercise done.
import { unreachable } from "../../base/index.ts";
import { rules } from "../../kernel/rules.ts";
import type { Known } from "../../timeline/index.ts";
import { outputOf } from "../../timeline/proof.ts";
import { type LessonClaim, readClaim } from "../claims.ts";
import { type Check, type Field, type LessonRead, Problems, type RunOf } from "../format/index.ts";
import type { Explored, Knob } from "../lesson.ts";
import { checkExercise } from "./exercise.ts";
import { findMoment } from "./moment.ts";
import { type Run, Runs } from "./runs.ts";

/** How much was proved of one lesson. */
export interface Proved {
	moments: number;
	claims: number;
	rules: number;
	/** Claims about all runs, and the runs that were looked at for them. */
	explored: number;
	runs: number;
	/** Exercises, and the ways of doing them that were tried. */
	exercises: number;
	placements: number;
	/** What was explored, by the claim. */
	readonly bounds: Map<string, Explored>;
}

type CheckOf<K extends Check["kind"]> = Extract<Check, { kind: K }>;

export function checkLesson(read: LessonRead, problems: Problems): Proved {
	return new Checker(read, problems).all();
}

class Checker {
	readonly #read: LessonRead;
	readonly #problems: Problems;
	readonly #runs: Runs;
	readonly #told = new Set<Run>();
	readonly #proved: Proved = {
		moments: 0,
		claims: 0,
		rules: 0,
		explored: 0,
		runs: 0,
		exercises: 0,
		placements: 0,
		bounds: new Map(),
	};

	constructor(read: LessonRead, problems: Problems) {
		this.#read = read;
		this.#problems = problems;
		this.#runs = new Runs(read.lesson);
	}

	all(): Proved {
		this.#run({ programs: null, knobs: {} });
		for (const check of this.#read.checks) this.#check(check);
		return this.#proved;
	}

	#check(check: Check): void {
		switch (check.kind) {
			case "rule":
				this.#knowsRule(check.rule);
				return;
			case "moment":
				if (this.#position(check.moment, check.run) !== null) this.#proved.moments++;
				return;
			case "asked":
				this.#asked(check);
				return;
			case "claim":
				this.#claim(check);
				return;
			case "fires":
				this.#fires(check);
				return;
			case "always":
			case "sometimes":
				this.#explore(check);
				return;
			case "flips":
				this.#flips(check);
				return;
			case "fix":
				this.#exercise(check);
				return;
			default:
				unreachable(check);
		}
	}

	/** The run, or null when its C does not compile, which is said once. */
	#run(of: RunOf): Run | null {
		const run = this.#runs.get(of);
		if (!this.#told.has(run)) {
			this.#told.add(run);
			for (const diagnostic of run.diagnostics) this.#inC(diagnostic);
		}
		return run.timeline === null ? null : run;
	}

	#inC(diagnostic: Problems["list"][number]): void {
		const { id } = this.#read.lesson;
		const { span } = diagnostic;
		const placed = span === null ? null : { ...span, file: `${id}/${span.file}` };
		this.#problems.list.push({ ...diagnostic, span: placed, notes: diagnostic.notes });
	}

	#position(moment: Field, of: RunOf): number | null {
		const run = this.#run(of);
		return run?.timeline == null ? null : findMoment(moment, run.timeline, this.#problems);
	}

	#asked({ moment, run: of }: CheckOf<"asked">): void {
		const position = this.#position(moment, of);
		if (position === null) return;
		this.#proved.moments++;
		const timeline = this.#run(of)?.timeline;
		if (timeline == null || position < timeline.length) return;
		this.#problems.error(
			moment.span,
			"the question is asked where the run ends: the stage tells the answer",
			"ask it at an earlier moment",
		);
	}

	#knowsRule(rule: Field): boolean {
		if (Object.hasOwn(rules, rule.value)) {
			this.#proved.rules++;
			return true;
		}
		this.#problems.unknown(rule, "rule", Object.keys(rules));
		return false;
	}

	#readClaim(claim: Field, known: Known): Extract<LessonClaim, { ok: true }> | null {
		const read = readClaim(claim.value, known, claim.span);
		if (read.ok) return read;
		this.#problems.list.push(read.diagnostic);
		return null;
	}

	#claim({ claim, at, truth, run: of }: CheckOf<"claim">): void {
		const timeline = this.#run(of)?.timeline;
		if (timeline == null) return;
		const position = findMoment(at, timeline, new Problems());
		const read = this.#readClaim(claim, timeline.known);
		if (position === null || read === null) return;
		timeline.seek(position);
		if (read.holds(timeline) === truth) {
			this.#proved.claims++;
			return;
		}
		const now = situationOf(timeline);
		if (truth) this.#problems.error(claim.span, `this is not so at '${at.value}': ${claim.value}`, now);
		else this.#problems.error(claim.span, `a wrong answer's claim is true at '${at.value}'`, now);
	}

	#fires({ rule, from, until, run: of }: CheckOf<"fires">): void {
		const timeline = this.#run(of)?.timeline;
		if (!this.#knowsRule(rule) || timeline == null) return;
		const begin = findMoment(from, timeline, new Problems());
		const end = findMoment(until, timeline, new Problems());
		if (begin === null || end === null) return;
		const fired = timeline
			.eventsBetween(Math.min(begin, end - 1), end)
			.flatMap(({ events }) => events)
			.flatMap((event) =>
				event.kind === "returns" ? [event.outcome.rule] : "rule" in event ? [event.rule] : [],
			);
		if (fired.some((one) => one === rule.value)) return;
		const list = fired.length === 0 ? "none" : [...new Set(fired)].join(", ");
		this.#problems.error(
			rule.span,
			`this rule decides nothing between '${from.value}' and '${until.value}'`,
			`${list} did`,
		);
	}

	#explore({ kind, claim, truth, run: of }: CheckOf<"always" | "sometimes">): void {
		const runs = [of, ...(kind === "always" && truth ? this.#knobEnds(of) : [])];
		for (const one of runs) {
			const run = this.#run(one);
			const read = run?.timeline == null ? null : this.#readClaim(claim, run.timeline.known);
			if (run === null || read === null) return;
			const { ends, complete } = run.explored();
			const found = ends.find(({ decisions }) => read.holds(run.end(decisions)) === (kind === "sometimes"));
			const holds = (kind === "sometimes") === (found !== undefined);
			this.#proved.runs += ends.length;
			if (one === of) this.#proved.bounds.set(`${kind} ${claim.value}`, { runs: ends.length, complete });
			if (holds === truth) continue;
			const witness =
				found === undefined
					? `in none of ${ends.length} runs`
					: `in a run that prints ${JSON.stringify(found.output)}`;
			this.#problems.error(
				claim.span,
				`'${kind}' is ${holds ? "true" : "not true"} of this${knobWords(one)}`,
				witness,
			);
			return;
		}
		this.#proved.explored++;
	}

	/** The run with each knob at either end, the others as they are. */
	#knobEnds(of: RunOf): RunOf[] {
		if (of.programs !== null) return [];
		const turned = this.#read.lesson.knobs.filter(({ target }) => target !== "sizes");
		return turned.flatMap((knob: Knob) =>
			[knob.choices[0], knob.choices.at(-1)].flatMap((choice) =>
				choice === undefined || choice.value === knob.start
					? []
					: [{ programs: null, knobs: { ...of.knobs, [knob.name]: choice.value } }],
			),
		);
	}

	#flips({ claim, comes, never, run: of }: CheckOf<"flips">): void {
		const start: RunOf = { programs: null, knobs: {} };
		if (claim !== null) {
			this.#atEnd(claim, of, true);
			this.#atEnd(claim, start, false);
		}
		if (comes !== null) {
			this.#comes(comes, of, true);
			this.#comes(comes, start, false);
		}
		if (never !== null) {
			this.#comes(never, of, false);
			this.#comes(never, start, true);
		}
	}

	#atEnd(claim: Field, of: RunOf, truth: boolean): void {
		const timeline = this.#run(of)?.timeline;
		const read = timeline == null ? null : this.#readClaim(claim, timeline.known);
		if (timeline == null || read === null) return;
		timeline.seek(timeline.length);
		if (read.holds(timeline) === truth) this.#proved.claims++;
		else if (truth)
			this.#problems.error(claim.span, `this is not so at the end${knobWords(of)}`, situationOf(timeline));
		else this.#problems.error(claim.span, "this is so before any knob is turned: the knob changes nothing");
	}

	#comes(moment: Field, of: RunOf, truth: boolean): void {
		const timeline = this.#run(of)?.timeline;
		if (timeline == null) return;
		const quiet = new Problems();
		const found = findMoment(moment, timeline, quiet);
		const words = quiet.list.find(({ message }) => !message.startsWith("this moment"));
		if (words !== undefined) this.#problems.list.push(words);
		else if ((found !== null) === truth) this.#proved.moments++;
		else if (truth) this.#problems.error(moment.span, `this moment never comes${knobWords(of)}`);
		else this.#problems.error(moment.span, `this moment comes${knobWords(of)}`);
	}

	#exercise(check: CheckOf<"fix">): void {
		const { tried, runs } = checkExercise(this.#read.lesson, check, this.#problems);
		this.#proved.exercises++;
		this.#proved.placements += tried;
		this.#proved.runs += runs;
	}
}

function knobWords({ knobs }: RunOf): string {
	const words = Object.entries(knobs).map(([name, value]) => `${name} = ${value}`);
	return words.length === 0 ? "" : ` with ${words.join(", ")}`;
}

/** What is so instead: every process's state, for the one who wrote the claim. */
function situationOf(timeline: NonNullable<Run["timeline"]>): string {
	const { processes, pipes } = timeline.computer.kernel.state;
	const states = [...timeline.names].map(([pid, name]) => {
		const process = processes[pid];
		if (process === undefined) return `${name} is gone`;
		return process.wait === null
			? `${name} is ${process.state}`
			: `${name} is waiting for ${process.wait.on}`;
	});
	const bytes = Object.values(pipes).map(
		(pipe) => `pipe.bytes is ${pipe.written - pipe.taken - pipe.discarded}`,
	);
	return [...states, ...bytes, `output is ${JSON.stringify(outputOf(timeline))}`].join("; ");
}
