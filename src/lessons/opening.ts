// How a lesson begins: many with a question about a program of its own, from an earlier lesson.
import type { Lesson, Predict } from "./lesson.ts";

/** The question with which a lesson begins, where its program may be seen: nothing but prose stands before it. */
export function openingQuestion({ blocks }: Pick<Lesson, "blocks">): Predict | undefined {
	const first = blocks.find(({ kind }) => kind !== "prose");
	return first?.kind === "predict" && first.variant !== null && !first.covered ? first : undefined;
}
