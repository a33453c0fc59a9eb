// Builds, for the page, the programs of a lesson; run when the book is built.

import { build } from "../computer/compiler.ts";
import { computesReals, lateFunctions } from "../computer/further.ts";
import { type PackedSoftware, packSoftware, type Software } from "../computer/index.ts";
import type { KnobValues, Lesson, LessonProgram } from "./lesson.ts";
import { openingQuestion } from "./opening.ts";
import { runOfLesson } from "./setup.ts";
import { softwareKey } from "./software.ts";

/** Packed software by key, see `softwareKey`. */
type Packed = { [key: string]: PackedSoftware };

/** What the page can show without a compiler. */
export interface Prebuilt {
	/** What is shown at once: the lesson's own run, and that of the question with which it begins. */
	readonly own: Packed;
	/** Each other question's. */
	readonly questions: Packed;
	/** Whether one of them makes a call that few programs make, computes with real numbers, or may have two processors: the page fetches the door `channels.ts`. */
	readonly makesLateCalls: boolean;
	/** Whether one of them names files or processes, so that it may be refused, or tells pids: the page fetches the door `failures.ts`. */
	readonly mayBeRefused: boolean;
}

/** Functions that name a file or a process, of those that do not come with more words already. */
const NAMING = new Set(
	"access chdir chmod creat execve getpid getppid kill mkdir mknod open raise rmdir stat truncate unlink vfork".split(
		" ",
	),
);

export function prebuild(lesson: Lesson): Prebuilt {
	const [own, questions]: [Packed, Packed] = [{}, {}];
	const built = [add(own, lesson, lesson.programs, {})];
	for (const block of lesson.blocks) {
		if (block.kind !== "predict" || block.variant === null) continue;
		const into = block === openingQuestion(lesson) ? own : questions;
		built.push(add(into, lesson, block.variant.programs ?? lesson.programs, block.variant.knobs));
	}
	const two = lesson.knobs.some(({ name }) => name === "processors");
	return {
		own,
		questions,
		makesLateCalls: two || built.some((software) => makesOne(software, lateFunctions) || hasReals(software)),
		mayBeRefused: built.some((software) => makesOne(software, NAMING)),
	};
}

function add(
	ready: Packed,
	lesson: Lesson,
	own: readonly LessonProgram[],
	knobs: KnobValues,
): Software | null {
	const { programs, options } = runOfLesson(lesson, knobs, own);
	const { software } = build(programs, options);
	if (software !== null) ready[softwareKey(own, options.define)] = packSoftware(software);
	return software;
}

function makesOne(software: Software | null, calls: { has(name: string): boolean }): boolean {
	const images = software === null ? [] : [...software.images.values()];
	return images.some(({ traps }) => traps.some((name) => calls.has(name)));
}

function hasReals(software: Software | null): boolean {
	return software !== null && [...software.images.values()].some(computesReals);
}
