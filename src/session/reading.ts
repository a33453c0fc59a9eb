// How far a reader may read: what follows a question or a run comes to light when it is answered or has been played.
import { type Block, type Lesson, openingQuestion, type Predict } from "../lessons/index.ts";
import { EMPTY_LESSON, type LessonProgress } from "./storage.ts";

/** The id of the lesson without a text that the playground shows. */
export const PLAYGROUND = "playground";

/** The blocks that can be seen, and whether more follow. */
export function visibleBlocks(
	lesson: Lesson,
	progress: LessonProgress,
): { readonly blocks: readonly Block[]; readonly more: boolean } {
	const end = lesson.blocks.findIndex((block) => closes(block, progress));
	if (end < 0) return { blocks: lesson.blocks, more: false };
	return { blocks: lesson.blocks.slice(0, end + 1), more: end + 1 < lesson.blocks.length };
}

/** What follows must not be seen yet: it may speak of the answer, or of what the run will show. */
function closes(block: Block, progress: LessonProgress): boolean {
	if (block.kind === "run") return !progress.reached.includes(block.until);
	return block.kind === "predict" && progress.answers[block.id] === undefined;
}

export function questionsOf(lesson: Lesson): readonly Predict[] {
	return lesson.blocks.filter((block) => block.kind === "predict");
}

/** A lesson is done when its own questions are answered, the twin among them; a review when all are. */
export function isDone(lesson: Lesson, progress: LessonProgress): boolean {
	const questions = questionsOf(lesson).filter(({ role }) => lesson.review || role !== "recall");
	return questions.length > 0 && questions.every(({ id }) => progress.answers[id] !== undefined);
}

/** The question that has a run of its own, by its id. */
export function questionWithRun(lesson: Lesson, id: string | null): Predict | undefined {
	return questionsOf(lesson).find((predict) => predict.id === id && predict.variant !== null);
}

/** The question with which a lesson begins, while it is not answered. */
export function questionBefore(lesson: Lesson, progress: LessonProgress = EMPTY_LESSON): Predict | undefined {
	const first = openingQuestion(lesson);
	return first !== undefined && progress.answers[first.id] === undefined ? first : undefined;
}

/** Whether a question is asked of the run that is shown. */
export function asksOf(predict: Predict, run: string | null): boolean {
	return predict.variant === null ? run === null : predict.id === run;
}

/** Whether what was given is the answer. */
export function isRight(
	predict: Predict,
	given: { readonly choice: number | null; readonly number: number | null },
): boolean {
	if (predict.number !== null) return given.number === predict.number.value;
	return predict.choices[given.choice ?? -1]?.right ?? false;
}
