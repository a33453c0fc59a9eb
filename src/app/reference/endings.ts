// What running told, by call and by rule, and in words.
import { reference } from "virtual:reference";
import type { Ending } from "../../reference/index.ts";

export function endingsOfCall(name: string): readonly Ending[] {
	return reference.endings.filter(({ call }) => call === name);
}

export function endingsOfRule(id: string): readonly Ending[] {
	return reference.endings.filter(({ rule }) => rule === id);
}

/** Lessons, and the step of their own run at which it first comes; null: only a question, an exercise or a knob brings it. */
export type LessonSteps = { readonly [lesson: string]: number | null };

/** The lessons that teach the rule. */
export function lessonsOfRule(id: string): LessonSteps {
	return reference.taught[id] ?? {};
}

/** The lessons that make the call. */
export function lessonsOfCall(name: string): LessonSteps {
	return reference.made[name] ?? {};
}

/** The lessons that are about the call or the rule. */
export function teachersOf(callOrRule: string): readonly string[] {
	return reference.teachers[callOrRule] ?? [];
}

/** The lesson at that step, or from its start. */
export function lessonAddress(id: string, step: number | null): string {
	return step === null ? `#/${id}` : `#/${id}?step=${step}`;
}

/** `fails with EAGAIN` */
export function endingWords({ errno, kind }: Ending): string {
	if (kind === "stops") return "stops the process";
	return kind === "fails" ? `fails with ${errno}` : kind;
}

/** Where the playground opens the program at that step. */
export function momentAddress({ moment }: Ending): string {
	return `#/playground?program=${moment.program}&at=${moment.step}`;
}
