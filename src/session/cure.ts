// The change that mends a program in trouble, proved by running: as plain data, for a page to show and to run.
import type { Decision, Options } from "../computer/index.ts";
import { diagnose } from "../explain/diagnosis.ts";
import { type BuildSources, type DiffLine, diffLines, mend } from "../explain/proof.ts";
import {
	type BuildPrograms,
	type Fix,
	type Lesson,
	type LessonProgram,
	type LessonRun,
	runOfLesson,
	withText,
} from "../lessons/index.ts";
import { judgePrograms } from "../lessons/proof.ts";
import { createTimeline, type Timeline } from "../timeline/index.ts";
import { tryText } from "./exercise.ts";
import { watched } from "./reason.ts";
import type { FixResult } from "./state.ts";

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

/** A cure of an exercise: what it makes of the exercise's file reaches the goal. */
export interface ExerciseCure extends Cure {
	readonly text: string;
	readonly judgement: FixResult;
}

/** What mends an exercise's file as the reader has written it; null when no change is known that reaches the goal. */
export function cureOfExercise(
	build: BuildPrograms,
	lesson: Lesson,
	fix: Fix,
	text: string,
): ExerciseCure | null {
	const own = withText(lesson, fix, text);
	const verdict = judgePrograms(build, lesson, fix, own);
	if (verdict.kind !== "missed") return null;
	const run = runOfLesson(lesson, {}, own);
	const cure = cureOfRun(build, run, verdict.decisions, Number.POSITIVE_INFINITY);
	const file = cure?.programs.flatMap(({ files }) => files).find(({ path }) => path === fix.file);
	if (cure === null || file === undefined) return null;
	const judgement = tryText(build, lesson, fix, file.text);
	return judgement.right ? { ...cure, text: file.text, judgement } : null;
}

/** What mends a run at one of its steps. */
export function cureOfRun(
	build: BuildPrograms,
	{ programs, options }: LessonRun,
	decisions: readonly Decision[],
	step: number,
): Cure | null {
	const { software } = build(programs, options);
	if (software === null) return null;
	const timeline = createTimeline(software, options, decisions);
	timeline.seek(step);
	return cureAt(timeline, programs, options, build);
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
