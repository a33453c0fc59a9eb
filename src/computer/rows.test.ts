// Every row of programs/ROWS.md, what Linux was seen to do, is a test: a title in the kernel's tests, or what a recorded program printed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import records from "./programs/linux.json";

const programs = join(import.meta.dirname, "programs");
const kernel = join(import.meta.dirname, "../kernel");
const ROW = /\b[A-Z]{1,2}-\d\d\b/g;

/** The rows of the table, in its order. */
function rows(): string[] {
	const table = readFileSync(join(programs, "ROWS.md"), "utf8");
	return [...table.matchAll(/^\| ([A-Z]+-\d\d) \|/gm)].map(([, row]) => row as string);
}

/** The rows that stand at the beginning of a test's title: `test("P-01 …`, `["MQ-04 …`. */
function titled(): string[] {
	const tests = readdirSync(kernel).filter((file) => file.endsWith(".test.ts"));
	return tests.flatMap((file) => {
		const titles = readFileSync(join(kernel, file), "utf8").match(/(?<=\btest\(|\)\(|\[)"[^"]*"/g) ?? [];
		return titles.flatMap((title) => /^"([A-Z]{1,2}-\d\d)\b/.exec(title)?.[1] ?? []);
	});
}

/** The rows above what Linux printed: `-- F-08, F-09 who sleeps …`. */
function printed(): string[] {
	const lines = Object.values(records).flatMap(({ stdout }) => stdout.match(/^-- [A-Z]{1,2}-\d\d.*/gm) ?? []);
	return lines.flatMap((line) => line.match(ROW) ?? []);
}

test("every row is proved", () => {
	const proved = new Set([...titled(), ...printed()]);
	expect(rows().filter((row) => !proved.has(row))).toEqual([]);
});

test("what is proved stands in the table, once", () => {
	const known = rows();
	expect(known).toEqual([...new Set(known)]);
	expect([...new Set([...titled(), ...printed()])].filter((row) => !known.includes(row))).toEqual([]);
});
