// All that a lesson runs: its own programs, those of its questions and exercises, and each value of each knob.
import { type Lesson, type LessonRun, runOfLesson, withPieces } from "../lessons/index.ts";

/** Each different run once, the lesson's own first. */
export function runsOfLesson(lesson: Lesson): LessonRun[] {
	const runs = [runOfLesson(lesson)];
	for (const block of lesson.blocks) {
		if (block.kind === "predict" && block.variant !== null)
			runs.push(runOfLesson(lesson, block.variant.knobs, block.variant.programs));
		if (block.kind === "fix") runs.push(runOfLesson(lesson, {}, withPieces(lesson, block, block.solution)));
	}
	for (const { choices, name } of lesson.knobs)
		for (const { value } of choices) runs.push(runOfLesson(lesson, { [name]: value }));
	return [...new Map(runs.map((run) => [JSON.stringify(run), run])).values()];
}

/** The rules that its questions and its notes on Linux name. */
export function namedIn(lesson: Lesson): string[] {
	return lesson.blocks.flatMap((block) =>
		(block.kind === "predict" || block.kind === "linux") && block.rule !== null ? [block.rule] : [],
	);
}

/** The rules that its own questions turn on: what a lesson only asks again was taught before. */
export function taughtBy(lesson: Lesson): string[] {
	return lesson.blocks.flatMap((block) =>
		block.kind === "predict" && block.role !== "recall" && block.rule !== null ? [block.rule] : [],
	);
}
