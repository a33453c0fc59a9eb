// Builds, for the page, the programs of a lesson; run when the book is built.
import { build } from "../computer/compiler.ts";
import { type PackedSoftware, packSoftware } from "../computer/index.ts";
import type { KnobValues, Lesson, LessonProgram } from "./lesson.ts";
import { runOfLesson } from "./setup.ts";
import { softwareKey } from "./software.ts";

/** Packed software by key, see `softwareKey`. */
type Packed = { [key: string]: PackedSoftware };

/** What the page can show without a compiler: the lesson's own run, and each question's. */
export function prebuild(lesson: Lesson): { readonly own: Packed; readonly questions: Packed } {
	const [own, questions]: [Packed, Packed] = [{}, {}];
	add(own, lesson, lesson.programs, {});
	for (const block of lesson.blocks) {
		if (block.kind !== "predict" || block.variant === null) continue;
		add(questions, lesson, block.variant.programs ?? lesson.programs, block.variant.knobs);
	}
	return { own, questions };
}

function add(ready: Packed, lesson: Lesson, own: readonly LessonProgram[], knobs: KnobValues): void {
	const { programs, options } = runOfLesson(lesson, knobs, own);
	const { software } = build(programs, options);
	if (software !== null) ready[softwareKey(own, options.define)] = packSoftware(software);
}
