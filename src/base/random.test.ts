// Seeded chance is the same everywhere and favours no number.
import { describe, expect, test } from "vitest";
import { draw, nextSeed } from "./random.ts";

function draws(seed: number, bound: number, count: number): number[] {
	const found: number[] = [];
	for (let i = 0, state = seed; i < count; i++, state = nextSeed(state)) found.push(draw(state, bound));
	return found;
}

describe("random", () => {
	test("the numbers of a seed are fixed for ever", () => {
		expect(draws(1, 100, 8)).toEqual(draws(1, 100, 8));
		expect(draws(1, 1000, 5)).toMatchInlineSnapshot(`
			[
			  63,
			  67,
			  833,
			  787,
			  821,
			]
		`);
	});

	test("other seeds give other numbers", () => {
		expect(draws(1, 1000, 20)).not.toEqual(draws(2, 1000, 20));
	});

	test("every number below the bound comes, about equally often", () => {
		const counts = [0, 0, 0, 0, 0];
		for (const number of draws(7, 5, 5000)) counts[number] = (counts[number] ?? 0) + 1;
		for (const count of counts) expect(count).toBeGreaterThan(850);
	});
});
