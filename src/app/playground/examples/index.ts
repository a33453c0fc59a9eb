// Programs to start from: one that works, and some that hang, each for another reason.
import { type Work, workOf } from "../../../session/playground.ts";
import fullBothWays from "./full-both-ways.c?raw";
import greeting from "./greeting.c?raw";
import lostWakeUp from "./lost-wake-up.c?raw";
import neverEnds from "./never-ends.c?raw";
import openEnd from "./open-end.c?raw";
import questions from "./questions.c?raw";
import twice from "./twice.c?raw";
import waitFirst from "./wait-first.c?raw";

export interface Example {
	readonly work: Work;
	/** Why one would open it, in a few words. */
	readonly about: string;
}

export const EXAMPLES: readonly Example[] = [
	{ work: workOf("Parent and child, one pipe", greeting), about: "works" },
	{ work: workOf("The reader that never stops", openEnd), about: "hangs" },
	{ work: workOf("Both pipes full", fullBothWays), about: "hangs" },
	{ work: workOf("Wait first, read later", waitFirst), about: "hangs" },
	{ work: workOf("A signal between test and pause", lostWakeUp), about: "hangs, in some orders" },
	{ work: workOf("Printed twice", twice, { terminal: false }), about: "surprises" },
	{ work: workOf("It answers what you type", questions, { typing: true }), about: "reads the terminal" },
	{ work: workOf("It never ends", neverEnds), about: "runs for ever" },
];

/** What a reader finds who comes for the first time. */
export const FIRST: Work = (EXAMPLES[1] as Example).work;
