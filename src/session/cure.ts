// The change that mends a program in trouble, proved by running: as plain data, for a page to show and to run.
import type { Options } from "../computer/index.ts";
import { diagnose } from "../explain/diagnosis.ts";
import { type BuildSources, type DiffLine, diffLines, mend } from "../explain/proof.ts";
import type { LessonProgram } from "../lessons/index.ts";
import type { Timeline } from "../timeline/index.ts";
import { watched } from "./reason.ts";

/** One file's part of the change. */
export interface FileDiff {
	readonly file: string;
	/** Stretches that lie apart, each with a few lines around. */
	readonly hunks: readonly (readonly DiffLine[])[];
}

export interface Cure {
	readonly diffs: readonly FileDiff[];
	/** The whole program with the change. */
	readonly programs: readonly LessonProgram[];
	/** How that ended when it was tried, in several orders. */
	readonly status: number;
	readonly stdout: string;
}

/** null: nothing is wrong where the timeline stands, or no change is known that makes it end. */
export function cureAt(
	timeline: Timeline,
	programs: readonly LessonProgram[],
	options: Options,
	build: BuildSources,
): Cure | null {
	const seen = watched(timeline)?.now();
	if (seen === undefined) return null;
	const diagnosis = diagnose(seen.view, seen.evidence);
	if (diagnosis === null) return null;
	const mended = mend({ build, programs, options }, { ...seen.view, ...seen.evidence }, diagnosis);
	if (mended === null) return null;
	const texts = new Map(programs.flatMap(({ files }) => files).map(({ path, text }) => [path, text]));
	return {
		diffs: mended.changes.map((change) => ({
			file: change.file,
			hunks: diffLines(texts.get(change.file) ?? "", change),
		})),
		programs: mended.programs.map(({ name, files }) => ({ name, files })),
		status: mended.outcome.kind === "exited" ? mended.outcome.status : -1,
		stdout: mended.stdout,
	};
}
