// Structural sharing: equal parts keep their identity, others do not.
import { expect, test } from "vitest";
import { share } from "./share.ts";

test("what is equal is the very same", () => {
	const before = { a: [{ n: 1 }, { n: 2 }], b: { c: "x" } };
	const after = share(before, { a: [{ n: 1 }, { n: 3 }], b: { c: "x" } });
	expect(after).toEqual({ a: [{ n: 1 }, { n: 3 }], b: { c: "x" } });
	expect(after.a[0]).toBe(before.a[0]);
	expect(after.a[1]).not.toBe(before.a[1]);
	expect(after.b).toBe(before.b);
});

test("an equal whole is the whole", () => {
	const before = { a: [1, 2], b: null };
	expect(share(before, { a: [1, 2], b: null })).toBe(before);
});

test("a shorter list or a lost field is a change", () => {
	const before: { a: number[]; b?: number } = { a: [1, 2], b: 1 };
	expect(share(before, { a: [1, 2] })).not.toBe(before);
	expect(share(before.a, [1])).toEqual([1]);
});
