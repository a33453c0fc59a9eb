// Plain values: a copy is equal and separate, and equal values have equal fingerprints.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyPlain, Hash } from "./plain.ts";

function fingerprint(value: unknown): number {
	const hash = new Hash();
	hash.plain(value);
	return hash.digest();
}

describe("plain values", () => {
	test("a copy is equal, and changing it leaves the original alone", () => {
		const original = { list: [{ n: 1 }], bytes: new Uint8Array([1, 2]) };
		const copy = copyPlain(original);
		expect(copy).toEqual(original);
		(copy.list[0] as { n: number }).n = 2;
		expect(original.list[0]?.n).toBe(1);
	});

	test("equal values have equal fingerprints, whatever the order of their keys", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
				const reversed = Object.fromEntries(Object.entries(value).reverse());
				expect(fingerprint(reversed)).toBe(fingerprint(copyPlain(value)));
			}),
		);
	});

	test.each([
		["a number and its text", 1, "1"],
		["an empty list and an empty text", [], ""],
		["the order of a list", [1, 2], [2, 1]],
		["bytes that differ in one bit", new Uint8Array([0, 1]), new Uint8Array([0, 0])],
		["null and the text null", null, { null: null }],
		["a fraction and its whole part", 1.5, 1],
	])("%s have different fingerprints", (_, a, b) => {
		expect(fingerprint(a)).not.toBe(fingerprint(b));
	});

	test("a fingerprint is a whole number that a double holds exactly", () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => Number.isSafeInteger(fingerprint(value))));
	});
});
