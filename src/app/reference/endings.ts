// What running told, by call and by rule, and in words.
import { reference } from "virtual:reference";
import type { Ending } from "../../reference/index.ts";

export function endingsOfCall(name: string): readonly Ending[] {
	return reference.endings.filter(({ call }) => call === name);
}

export function endingsOfRule(id: string): readonly Ending[] {
	return reference.endings.filter(({ rule }) => rule === id);
}

/** The lessons in whose run the rule decides, and the step of the first time. */
export function lessonsOfRule(id: string): readonly (readonly [lesson: string, step: number])[] {
	return Object.entries(reference.taught[id] ?? {});
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

/** The page in the collection of Linux's manual pages, `pipe(7)`. */
export function manAddress(page: string): string {
	const [, name = page, section = "2"] = /^(.+)\((\d)\)$/.exec(page) ?? [];
	return `https://man7.org/linux/man-pages/man${section}/${name}.${section}.html`;
}
