// The lesson that an address asks for: its programs with the knobs as the address has them, or those of one of its questions or exercises.
import { lessons } from "virtual:book";
import type { Block, KnobValues, Lesson, LessonProgram } from "../../lessons/index.ts";
import { browserStorage, loadProgress } from "../../session/index.ts";
import { exercisePrograms } from "../../session/playground.ts";

export interface AskedLesson {
	readonly lesson: Lesson;
	readonly knobs: KnobValues;
	readonly programs: readonly LessonProgram[];
}

/** A sentence where it cannot be had. `run`: the question or exercise whose program is meant; of an exercise as the reader has left it. */
export async function askedLesson(
	id: string,
	run: string | null,
	knobs: KnobValues,
): Promise<AskedLesson | string> {
	const loader = Object.hasOwn(lessons, id) ? lessons[id] : undefined;
	if (loader === undefined) return "This book has no such lesson.";
	try {
		const { lesson } = await loader();
		const asked = lesson.blocks.find(isAsked(run));
		if (asked?.kind === "fix") {
			const progress = loadProgress(browserStorage(() => window.localStorage)).lessons[id];
			return { lesson, knobs, programs: exercisePrograms(lesson, asked, progress) };
		}
		const variant = asked?.kind === "predict" ? asked.variant : null;
		return { lesson, knobs: variant?.knobs ?? knobs, programs: variant?.programs ?? lesson.programs };
	} catch {
		return "The lesson's program could not be loaded. Are you still online?";
	}
}

function isAsked(task: string | null): (block: Block) => boolean {
	return (block) => (block.kind === "predict" || block.kind === "fix") && block.id === task;
}
