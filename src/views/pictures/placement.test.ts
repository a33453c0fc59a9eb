// Moving pieces: each lies in one place or in none.
import { describe, expect, test } from "vitest";
import type { Fix } from "../../lessons/index.ts";
import { move, poolOf, textWithPlaces } from "./placement.ts";
import { shuffled } from "./shuffle.ts";

const FIX = {
	pieces: [
		{ id: "close", text: "close(fd[1]);", subgoal: "drop" },
		{ id: "wait", text: "wait(NULL);", subgoal: null },
	],
	places: [{ id: "early", label: "before the loop", line: 2, indent: "\t" }],
} as unknown as Fix;

describe("a piece", () => {
	test("put into another place leaves the first", () => {
		const once = move({}, "close", "early");
		expect(move(once, "close", "late")).toEqual({ late: ["close"] });
	});

	test("goes behind what lies there", () => {
		expect(move({ early: ["wait"] }, "close", "early")).toEqual({ early: ["wait", "close"] });
	});

	test("taken out is free again", () => {
		const placement = move({ early: ["wait", "close"] }, "wait", null);
		expect(placement).toEqual({ early: ["close"] });
		expect(poolOf(FIX, placement).map(({ id }) => id)).toEqual(["wait"]);
	});
});

test("the text shows a place where its comment stands", () => {
	const parts = textWithPlaces("a;\n\t//@ place early: before the loop\nb; //@ here\n", FIX, {});
	const words = parts.map((part) =>
		part.kind === "place" ? part : part.line.tokens.map((token) => token.text).join(""),
	);
	expect(words).toEqual([
		"a;",
		{ kind: "place", place: "early", label: "before the loop", indent: "\t" },
		"b;",
	]);
});

test("lines are counted with the pieces in their places", () => {
	const numbers = (placement: Record<string, string[]>): number[] =>
		textWithPlaces("a;\n//@ place early: before the loop\nb;\n", FIX, placement).flatMap((part) =>
			part.kind === "text" ? [part.number] : [],
		);
	expect(numbers({})).toEqual([1, 2]);
	expect(numbers({ early: ["wait"] })).toEqual([1, 3]);
});

test("choices are mixed, every one of them once, the same at every visit", () => {
	const order = shuffled(5, "ninth");
	expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
	expect(shuffled(5, "ninth")).toEqual(order);
	const others = ["a", "b", "c", "d", "e", "f"].map((name) => shuffled(5, name).join());
	expect(new Set(others).size).toBeGreaterThan(2);
});
