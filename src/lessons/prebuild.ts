// Builds, for the page, the programs of a lesson; run when the book is built.
import { build } from "../computer/compiler.ts";
import { type PackedSoftware, packSoftware } from "../computer/index.ts";
import type { Knob, KnobValues, Lesson, LessonProgram } from "./lesson.ts";
import { runOfLesson } from "./setup.ts";
import { softwareKey } from "./software.ts";

/** What the page can show without a compiler: the lesson's own run with each knob turned, and each question's run. */
export function prebuild(lesson: Lesson): { [key: string]: PackedSoftware } {
	const ready: { [key: string]: PackedSoftware } = {};
	for (const knobs of settings(lesson.knobs.filter(({ target }) => target === "define"))) {
		add(ready, lesson, lesson.programs, knobs);
	}
	for (const block of lesson.blocks) {
		if (block.kind !== "predict" || block.variant === null) continue;
		add(ready, lesson, block.variant.programs ?? lesson.programs, block.variant.knobs);
	}
	return ready;
}

function add(
	ready: { [key: string]: PackedSoftware },
	lesson: Lesson,
	own: readonly LessonProgram[],
	knobs: KnobValues,
): void {
	const { programs, options } = runOfLesson(lesson, knobs, own);
	const { software } = build(programs, options);
	if (software !== null) ready[softwareKey(own, options.define)] = packSoftware(software);
}

/** The knobs as they start, and each of them turned alone; what is left the page's own compiler builds. */
function settings(knobs: readonly Knob[]): KnobValues[] {
	return [{}, ...knobs.flatMap(({ name, choices }) => choices.map(({ value }) => ({ [name]: value })))];
}
