// Random programs against Linux: what each printed there is recorded, and the program is made again from its seed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Hash } from "../../base/index.ts";
import { laws } from "../../kernel/index.ts";
import { type Ran, randomProgram, runHere, smaller, textOf } from "./index.ts";

/** Written by `npm run check:linux -- --record`. */
interface Recorded {
	/** Of all the programs' texts: other programs have other answers. */
	readonly programs: number;
	/** From seed 1 on. */
	readonly answers: readonly Ran[];
}

const file = join(import.meta.dirname, "linux.json");
const { answers, programs }: Recorded = JSON.parse(readFileSync(file, "utf8"));

test("the record is of these programs", () => {
	const hash = new Hash();
	for (const seed of answers.keys()) hash.text(textOf(randomProgram(seed + 1)));
	expect(answers.length).toBeGreaterThan(200);
	expect(hash.digest(), "npm run check:linux -- --record").toBe(programs);
});

describe("as on Linux", () => {
	test.each(answers.map((linux, i) => [i + 1, linux] as const))("seed %i", (seed, linux) => {
		const text = textOf(randomProgram(seed));
		const here = runHere(text, ({ kernel }) => {
			const broken = laws(kernel);
			if (broken.length > 0) expect(broken).toEqual([]);
		});
		expect(here, text).toEqual(linux);
	});
});

test("a smaller program has fewer statements, and some are left", () => {
	const count = (text: string) => text.split("\n").length;
	const program = randomProgram(3);
	const candidates = smaller({ ...program, end: "return 0;" });
	expect(candidates.length).toBeGreaterThan(20);
	for (const candidate of candidates) expect(count(textOf(candidate))).toBeLessThan(count(textOf(program)));
});
