// What the book's programs did on Linux, recorded beside each lesson, and whether they can do the same here.
import { Hash } from "../../base/index.ts";
import type { BookFiles, Field, LessonRead, Problems } from "../format/index.ts";
import { spanAt } from "../format/source.ts";
import type { LessonProgram } from "../lesson.ts";
import { withPieces } from "../pieces.ts";
import type { Runs } from "./runs.ts";

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

/** Whether everything seen on Linux is among the outcomes of some order of the processes here. Returns how many were. */
export function checkLinux(read: LessonRead, seen: LinuxRuns | null, runs: Runs, problems: Problems): number {
	const { id } = read.lesson;
	const place = { value: "", span: spanAt(`${id}/lesson.md`, 1, 1, 3) };
	let agreed = 0;
	for (const specimen of specimensOf(read)) {
		const run = seen?.[specimen.name];
		if (run === undefined || run.source !== sourceHash(specimen.programs)) {
			const what = run === undefined ? "was never run on Linux" : "has changed since it was run on Linux";
			problems.error(place.span, `'${specimen.name}' ${what}`, "where cc is: npm run book -- --record");
		} else if (agrees(specimen, run, runs, place, problems)) agreed++;
	}
	return agreed;
}

function agrees(specimen: Specimen, seen: LinuxRun, runs: Runs, place: Field, problems: Problems): boolean {
	const run = runs.get({ programs: specimen.programs, knobs: {} });
	if (run.timeline === null) return false;
	const { ends } = run.explored();
	const outputs = new Set(ends.map((end) => end.output));
	const outcomes = new Set(ends.map(({ outcome }) => outcomeWords(outcome)));
	let fine = true;
	for (const [what, list, here] of [
		["prints", seen.outputs, outputs],
		["ends", seen.ends, outcomes],
	] as const) {
		for (const one of list) {
			if (here.has(one)) continue;
			fine = false;
			const instead = [...here].map((text) => JSON.stringify(text)).join(", ");
			problems.error(
				place.span,
				`on Linux '${specimen.name}' ${what} ${JSON.stringify(one)}, and here it never does`,
				`here: ${instead}`,
			);
		}
	}
	return fine;
}

type Outcome = ReturnType<ReturnType<Runs["get"]>["explored"]>["ends"][number]["outcome"];

function outcomeWords(outcome: Outcome): string {
	if (outcome === null) return "stuck";
	if (outcome.kind === "exited") return `exited ${outcome.status}`;
	return outcome.kind === "killed" ? `killed ${outcome.signal}` : outcome.kind;
}
