// The figures of this project: each file here measures one thing; this one prints them.
import { compile } from "./compile.ts";
import type { Figure } from "./figure.ts";
import { history } from "./history.ts";
import { keypress } from "./keypress.ts";
import { page } from "./page.ts";
import { playground } from "./playground.ts";
import { schedules } from "./schedules.ts";
import { recursion, sieve } from "./statements.ts";
import { steps } from "./steps.ts";
import { systemCalls } from "./system-calls.ts";

const figures: readonly Figure[] = [
	compile,
	sieve,
	recursion,
	systemCalls,
	steps,
	history,
	schedules,
	page,
	keypress,
	playground,
];

/** Measures the figures whose name contains one of `words`, or all, one after the other. */
export async function bench(words: readonly string[]): Promise<void> {
	for (const figure of figures) {
		if (words.length > 0 && !words.some((word) => figure.name.includes(word))) continue;
		console.log(figure.name);
		for (const { what, value, aim } of await figure.measure()) {
			console.log(`  ${what.padEnd(54)} ${value.padStart(16)}${aim === undefined ? "" : `   aim ${aim}`}`);
		}
	}
}
