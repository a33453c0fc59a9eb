// Smaller programs than a given one: with fewer statements, most of them left out first.

import type { RandomProgram, Statement } from "./program.ts";

const PLAIN_END = "return 0;";

/** Programs made of fewer of the same statements, the smallest first; each still is a program that cannot hang. */
export function smaller(program: RandomProgram): RandomProgram[] {
	const plainEnd = program.end === PLAIN_END ? [] : [{ ...program, end: PLAIN_END }];
	return [...plainEnd, ...fewer(program.statements).map((statements) => ({ ...program, statements }))];
}

/** First halves, then quarters, … then single statements are left out; then statements inside blocks. */
function fewer(statements: readonly Statement[]): (readonly Statement[])[] {
	const found: (readonly Statement[])[] = [];
	for (let size = Math.ceil(statements.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
		for (let from = statements.length - size; from > -size; from -= size) {
			found.push([...statements.slice(0, Math.max(0, from)), ...statements.slice(from + size)]);
		}
	}
	for (const [i, statement] of statements.entries()) {
		if (typeof statement === "string") continue;
		for (const body of fewer(statement.body)) {
			found.push([...statements.slice(0, i), { ...statement, body }, ...statements.slice(i + 1)]);
		}
	}
	return found;
}
