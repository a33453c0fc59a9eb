// The journal takes back exactly what was set, in any order and depth.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Journal } from "./journal.ts";
import { copyPlain } from "./plain.ts";

interface Box {
	readonly value: number;
	readonly table: { readonly [key: number]: string };
}

const change = fc.oneof(
	fc.record({ kind: fc.constant("value" as const), to: fc.integer() }),
	fc.record({ kind: fc.constant("put" as const), key: fc.nat(5), to: fc.string() }),
	fc.record({ kind: fc.constant("remove" as const), key: fc.nat(5) }),
);

function apply(
	journal: Journal,
	box: Box,
	changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
) {
	for (const one of changes) {
		if (one.kind === "value") journal.set(box, "value", one.to);
		else if (one.kind === "put") journal.set(box.table, one.key, one.to);
		else journal.remove(box.table, one.key);
	}
}

describe("journal", () => {
	test("undo to a mark restores every record as it was at the mark", () => {
		fc.assert(
			fc.property(fc.array(change), fc.array(change), (before, after) => {
				const journal = new Journal();
				const box: Box = { value: 0, table: { 1: "one" } };
				apply(journal, box, before);
				const copy = copyPlain(box);
				const mark = journal.mark();
				apply(journal, box, after);
				journal.undo(mark);
				expect(box).toEqual(copy);
			}),
		);
	});

	test("undo brings back an entry that was removed, and removes one that was added", () => {
		const journal = new Journal();
		const table: { readonly [key: string]: number } = { kept: 1 };
		journal.remove(table, "kept");
		journal.set(table, "added", 2);
		journal.undo(0);
		expect(table).toEqual({ kept: 1 });
	});

	test("changed names each record that was written, once", () => {
		const journal = new Journal();
		const a = { n: 0 };
		const b = { n: 0 };
		journal.set(a, "n", 1);
		const mark = journal.mark();
		journal.set(b, "n", 1);
		journal.set(b, "n", 2);
		expect([...journal.changed(mark)]).toEqual([b]);
	});

	test("forget keeps the records and drops the way back", () => {
		const journal = new Journal();
		const a = { n: 0 };
		journal.set(a, "n", 1);
		journal.forget();
		journal.undo(0);
		expect(a).toEqual({ n: 1 });
	});
});
