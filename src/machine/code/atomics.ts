// Atomic operations: loads, operations and stores that nothing can come between, as no statement begins in them.

import type { AtomicCompareExchange, AtomicUpdate } from "../c/tree.ts";
import { type CType, sizeOf } from "../c/types.ts";
import { operate } from "./assignments.ts";
import type { Generator } from "./generator.ts";
import { convert } from "./operators.ts";
import { load, locate, store } from "./places.ts";
import { isWide, wordsOf } from "./scalars.ts";

export function atomicUpdate(g: Generator, e: AtomicUpdate, d: number): void {
	const { out } = g;
	const type = e.target.type;
	const right = g.value(e.value);
	const location = locate(g, e.target);
	const old = load(g, location, type, null, out.temporary(wordsOf(type)));
	const sum = out.temporary(wordsOf(type));
	if (e.operator === "exchange") out.emit(wordsOf(type) === 2 ? "MOV2" : "MOV", sum, right);
	else if (e.operator === "nand") {
		out.emit(isWide(type) ? "AND2" : "AND", sum, old, right);
		out.emit(isWide(type) ? "NOT2" : "NOT", sum, sum);
	} else operate(g, e.operator, type, old, right, sum);
	const changed = e.operator === "exchange" || sizeOf(type) >= 4 ? sum : narrowed(g, sum, type);
	store(g, location, type, null, changed);
	out.emit(wordsOf(type) === 2 ? "MOV2" : "MOV", d, e.result === "old" ? old : changed);
}

/** A result of int arithmetic brought into the range of a narrower type. */
function narrowed(g: Generator, slot: number, type: CType): number {
	const wide: CType = {
		kind: "integer",
		qualifiers: 0,
		alias: null,
		name: "int",
		size: 4,
		signed: true,
		rank: 3,
	};
	return convert(g, slot, wide, type, null);
}

export function compareExchange(g: Generator, e: AtomicCompareExchange, d: number): void {
	const { out } = g;
	const type = e.target.type;
	const wide = isWide(type);
	const target = locate(g, e.target);
	const expectedPlace = e.expected.kind === "place" ? locate(g, e.expected.place) : null;
	const expected =
		e.expected.kind === "value"
			? g.value(e.expected.value)
			: load(g, expectedPlace!, type, null, out.temporary(wordsOf(type)));
	const desired = g.value(e.desired);
	const old = load(g, target, type, null, out.temporary(wordsOf(type)));
	const equal = out.temporary(1);
	out.emit(wide ? "EQ2" : "EQ", equal, old, expected);
	const differs = out.label();
	const end = out.label();
	out.branch("JZ", equal, differs);
	store(g, target, type, null, desired);
	out.jump(end);
	out.bind(differs);
	if (expectedPlace !== null) store(g, expectedPlace, type, null, old);
	out.bind(end);
	if (e.result === "success") out.emit("MOV", d, equal);
	else out.emit(wide ? "MOV2" : "MOV", d, old);
}
