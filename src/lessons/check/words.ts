// What was proved, in words: one line a lesson.
import type { Proved } from "./check-lesson.ts";

export interface Report {
	readonly id: string;
	readonly number: string;
	readonly proved: Proved;
	/** Programs that did nothing on Linux that they cannot do here. */
	readonly agreed: number;
}

/** `12 moments, 20 claims, 6 rules, 2 claims over 14 runs, 1 exercise in 6 ways, 4 programs as on Linux` */
export function provedWords(proved: Proved, agreed: number): string {
	return [
		count(proved.moments, "moment"),
		count(proved.claims, "claim"),
		count(proved.rules, "rule"),
		`${count(proved.explored, "claim")} over ${count(proved.runs, "run")}`,
		`${count(proved.exercises, "exercise")} in ${count(proved.placements, "way")}`,
		`${count(agreed, "program")} as on Linux`,
	].join(", ");
}

function count(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** All lessons together. */
export function totalOf(reports: readonly Report[]): { readonly proved: Proved; readonly agreed: number } {
	const sum = (pick: (report: Report) => number): number => reports.reduce((all, one) => all + pick(one), 0);
	return {
		agreed: sum((one) => one.agreed),
		proved: {
			moments: sum(({ proved }) => proved.moments),
			claims: sum(({ proved }) => proved.claims),
			rules: sum(({ proved }) => proved.rules),
			explored: sum(({ proved }) => proved.explored),
			runs: sum(({ proved }) => proved.runs),
			exercises: sum(({ proved }) => proved.exercises),
			placements: sum(({ proved }) => proved.placements),
			bounds: new Map(),
		},
	};
}
