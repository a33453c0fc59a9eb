// What the book's programs did on Linux, recorded beside each lesson, and whether they can do the same here.
import { Hash, type Span } from "../../base/index.ts";
import type { BookFiles, LessonRead, Problems } from "../format/index.ts";
import { spanAt } from "../format/source.ts";
import type { LessonProgram } from "../lesson.ts";
import { withPieces } from "../pieces.ts";
import { type Run, runAsOnLinux } from "./runs.ts";

/** One program that `cc` is asked to build: a lesson's own, a variant, or an exercise solved. */
export interface Specimen {
	readonly name: string;
	readonly programs: readonly LessonProgram[];
}

/** What a program did on Linux, in several runs. */
export interface LinuxRun {
	/** Of the C it was built from; other C has another. */
	readonly source: number;
	/** What standard output got, each text once. */
	readonly outputs: readonly string[];
	/** `exited 0`, `killed 13`, or `stuck` when it had to be ended. */
	readonly ends: readonly string[];
}

export type LinuxRuns = { readonly [specimen: string]: LinuxRun };

export function specimensOf({ lesson, variants }: LessonRead): Specimen[] {
	const fixes = lesson.blocks.flatMap((block) => (block.kind === "fix" ? [block] : []));
	const starts = new Set(fixes.map((fix) => fix.programs));
	return [
		{ name: "lesson", programs: lesson.programs },
		...[...variants].flatMap(([name, programs]) => (starts.has(programs) ? [] : [{ name, programs }])),
		...fixes.map((fix) => ({ name: `${fix.id} solved`, programs: withPieces(lesson, fix, fix.solution) })),
	];
}

export function sourceHash(programs: readonly LessonProgram[]): number {
	const hash = new Hash();
	hash.plain(programs);
	return hash.digest();
}

/** Reads `linux.json` of a lesson; null when nothing was recorded. */
export function recordedRuns(id: string, files: BookFiles): LinuxRuns | null {
	const text = files.get(`${id}/linux.json`);
	return text === undefined ? null : (JSON.parse(text) as LinuxRuns);
}

/**
 * Whether everything seen on Linux is among the outcomes of some order of the processes here, with Linux's sizes.
 * Returns of how many programs it is.
 */
export function checkLinux(
	read: LessonRead,
	seen: readonly (LinuxRuns | null)[],
	problems: Problems,
): number {
	const { id } = read.lesson;
	const place = spanAt(`${id}/lesson.md`, 1, 1, 3);
	let agreed = 0;
	for (const specimen of specimensOf(read)) {
		const runs = seen.map((one) => one?.[specimen.name]);
		const stale = runs.findIndex((run) => run?.source !== sourceHash(specimen.programs));
		if (stale !== -1) {
			const what =
				runs[stale] === undefined ? "was never run on Linux" : "has changed since it was run on Linux";
			problems.error(place, `'${specimen.name}' ${what}`, "where cc is: npm run book -- --record");
			continue;
		}
		const wanted = union(runs.flatMap((one) => one ?? []));
		if (agrees(specimen, wanted, runAsOnLinux(read.lesson, specimen.programs), place, problems)) agreed++;
	}
	return agreed;
}

type Seen = Pick<LinuxRun, "outputs" | "ends">;

function union(runs: readonly Seen[]): Seen {
	const all = (one: keyof Seen) => [...new Set(runs.flatMap((run) => run[one]))];
	return { outputs: all("outputs"), ends: all("ends") };
}

/** Looks for what was seen on Linux, and no further once all of it has been found. */
function agrees(specimen: Specimen, seen: Seen, run: Run, place: Span, problems: Problems): boolean {
	if (run.timeline === null) return false;
	const outputs = new Set<string>();
	const outcomes = new Set<string>();
	run.searched(({ output, outcome }) => {
		outputs.add(output);
		outcomes.add(outcomeWords(outcome));
		return seen.outputs.every((one) => outputs.has(one)) && seen.ends.every((one) => outcomes.has(one));
	});
	const missing = [
		...seen.outputs.filter((one) => !outputs.has(one)).map((one) => ({ does: "prints", one, here: outputs })),
		...seen.ends.filter((one) => !outcomes.has(one)).map((one) => ({ does: "ends", one, here: outcomes })),
	];
	for (const { does, one, here } of missing) {
		const text = `on Linux '${specimen.name}' ${does} ${JSON.stringify(one)}, and here it never does`;
		problems.error(place, text, `here: ${[...here].map((other) => JSON.stringify(other)).join(", ")}`);
	}
	return missing.length === 0;
}

type Outcome = ReturnType<Run["explored"]>["ends"][number]["outcome"];

function outcomeWords(outcome: Outcome): string {
	if (outcome === null) return "stuck";
	if (outcome.kind === "exited") return `exited ${outcome.status}`;
	return outcome.kind === "killed" ? `killed ${outcome.signal}` : outcome.kind;
}
