// The judge of an exercise: builds what the reader put together, and runs it in every order up to a bound.
import type { Diagnostic } from "../base/index.ts";
import type { Decision, Options, Software } from "../computer/index.ts";
import { createTimeline, type Timeline } from "../timeline/index.ts";
import { type Bounds, exploreRuns } from "../timeline/proof.ts";
import { type LessonClaim, readClaim } from "./claims.ts";
import type { Explored, Fix, Lesson, LessonProgram } from "./lesson.ts";
import { type Placement, withPieces } from "./pieces.ts";
import { runOfLesson } from "./setup.ts";
import type { BuildPrograms } from "./software.ts";

export type Verdict =
	/** The goal is reached in every run that was looked at. */
	| { readonly kind: "met"; readonly explored: Explored }
	/** A run that misses it; with these decisions it can be shown. */
	| { readonly kind: "missed"; readonly decisions: readonly Decision[]; readonly always: boolean }
	| { readonly kind: "too-many-pieces"; readonly atMost: number }
	| { readonly kind: "not-c"; readonly diagnostics: readonly Diagnostic[] };

/** States that are looked at before a goal is taken to be reached. */
export const judgeBounds: Bounds = { states: 4_000, steps: 20_000 };

/** Whether the placement reaches the goal of the exercise: the run as it comes first, then every other order. */
export function judge(
	build: BuildPrograms,
	lesson: Lesson,
	fix: Fix,
	placement: Placement,
	bounds: Bounds = judgeBounds,
): Verdict {
	const used = Object.values(placement).reduce((sum, pieces) => sum + pieces.length, 0);
	if (fix.atMost !== null && used > fix.atMost) return { kind: "too-many-pieces", atMost: fix.atMost };
	return judgePrograms(build, lesson, fix, withPieces(lesson, fix, placement), bounds);
}

/** The same of programs that the reader has written freely. */
export function judgePrograms(
	build: BuildPrograms,
	lesson: Lesson,
	fix: Fix,
	own: readonly LessonProgram[],
	bounds: Bounds = judgeBounds,
): Verdict {
	const { programs, options } = runOfLesson(lesson, {}, own);
	const { software, diagnostics } = build(programs, options);
	if (software === null) return { kind: "not-c", diagnostics };
	const goal = readClaim(fix.goal, {}, { file: "goal", line: 1, column: 1 });
	if (!reaches(goal, software, options, [])) return { kind: "missed", decisions: [], always: true };
	const { ends, complete } = exploreRuns(software, options, bounds);
	const missed = ends.find(({ decisions }) => !reaches(goal, software, options, decisions));
	if (missed !== undefined) return { kind: "missed", decisions: missed.decisions, always: false };
	return { kind: "met", explored: { runs: ends.length, complete } };
}

function reaches(
	goal: LessonClaim,
	software: Software,
	options: Options,
	decisions: readonly Decision[],
): boolean {
	return goal.ok && goal.holds(atEnd(createTimeline(software, options, decisions)));
}

/** The run taken to its end. */
export function atEnd(timeline: Timeline): Timeline {
	timeline.seek(Number.POSITIVE_INFINITY);
	return timeline;
}
