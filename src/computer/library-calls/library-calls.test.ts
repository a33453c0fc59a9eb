// The library makes the system calls that glibc makes: the same ones in the same order, with the same arguments and results.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Calls } from "./calls.ts";
import { buildCases, callsHere, casesOf, PROGRAMS } from "./here.ts";
import { KNOWN } from "./known.ts";
import records from "./linux.json";

/** Written by `npm run record:calls`. */
const recorded: Readonly<Record<string, Readonly<Record<string, Calls>>>> = records;

function read(file: string): string {
	return readFileSync(join(import.meta.dirname, file), "utf8");
}

describe.each(PROGRAMS)("%s.c", (program) => {
	const text = read(`${program}.c`);
	const software = buildCases(program, text, read("case.h"));
	const linux = recorded[program] ?? {};

	test("every case has a record", () => {
		expect(Object.keys(linux)).toEqual(casesOf(text));
	});

	test.each(Object.keys(linux).filter((name) => !(name in KNOWN)))("%s", (name) => {
		expect(callsHere(software, name)).toEqual(linux[name]);
	});

	test.each(Object.keys(linux).filter((name) => name in KNOWN))("%s still differs", (name) => {
		expect(callsHere(software, name)).not.toEqual(linux[name]);
	});
});

test("what is known to differ is a case", () => {
	const names = Object.values(recorded).flatMap((cases) => Object.keys(cases));
	expect(Object.keys(KNOWN).filter((name) => !names.includes(name))).toEqual([]);
});
