// Assignments: plain, with an operator, ++ and --.

import type { Assign, CompoundAssign, Expression, Increment } from "../c/tree.ts";
import { type CType, sizeOf } from "../c/types.ts";
import { WIDE } from "../vm/opcodes.ts";
import type { Generator, Location } from "./generator.ts";
import { binary, convert, floatingConstant, operation, smallConstant } from "./operators.ts";
import { changes, findingChanges, isLate, precedence } from "./order.ts";
import { addressOf, bitsOf, copyRecord, load, locate, store, targetSlot } from "./places.ts";
import { arithmeticOf, isWide, wordsOf } from "./scalars.ts";

export function assign(g: Generator, e: Assign, d: number | null, used = true): number {
	const { out } = g;
	if (e.type.kind === "record") return assignRecord(g, e, d);
	const bits = bitsOf(e.target);
	const words = wordsOf(e.type);
	const keep = d ?? (used ? out.temporary(words) : null);
	const mark = out.inUse();
	const before = valueBefore(g, e);
	const location = locate(g, e.target);
	if (before !== null) {
		const slot = before(keep);
		out.at(e.place);
		store(g, location, e.target.type, bits, slot);
		if (used && bits !== null) load(g, location, e.target.type, bits, slot);
		out.release(mark);
		return slot;
	}
	const direct = targetSlot(location, e.target.type, bits);
	if (direct !== null) {
		g.value(e.value, direct);
		out.release(mark);
		if (d === null) return direct;
		out.emit(words === 2 ? "MOV2" : "MOV", d, direct);
		return d;
	}
	const overlaps = d !== null && dependsOn(location, d, words);
	const slot = g.value(e.value, overlaps ? null : keep);
	out.at(e.place);
	store(g, location, e.target.type, bits, slot);
	if (used && bits !== null) load(g, location, e.target.type, bits, slot);
	if (overlaps) out.emit(words === 2 ? "MOV2" : "MOV", d, slot);
	out.release(mark);
	return overlaps ? d : slot;
}

/** What gcc evaluates of the value before it finds the place; null: nothing. The rest of it makes the value, into `d` if it can. */
function valueBefore(g: Generator, { target, value }: Assign): ((d: number | null) => number) | null {
	const first = precedence(g, target, value);
	if (first === "place") return null;
	const words = wordsOf(value.type);
	if (first === "value" || value.kind !== "binary") {
		const slot = g.value(value, g.out.temporary(words));
		return (d) => {
			if (d !== null) g.out.emit(words === 2 ? "MOV2" : "MOV", d, slot);
			return d ?? slot;
		};
	}
	const { operator, type, left, right } = value;
	const slot = g.value(left);
	const other = isLate(g, right) ? right : g.value(right);
	return (d) => {
		const result = d ?? g.out.temporary(words);
		binary(g, operator, type, slot, other, result);
		return result;
	};
}

/** Whether the variable in `words` slots from `d` on is one that the place is computed from, as in `p = p->next = q`. */
function dependsOn(location: Location, d: number, words: number): boolean {
	const touches = (slot: number, size: number): boolean => slot < d + words && d < slot + size;
	switch (location.kind) {
		case "pointer":
			return touches(location.slot, 2);
		case "indexed":
			return touches(location.slot, 2) || touches(location.index % WIDE, location.index < WIDE ? 1 : 2);
		case "static-indexed":
		case "frame-indexed":
			return touches(location.index % WIDE, location.index < WIDE ? 1 : 2);
		default:
			return false;
	}
}

function assignRecord(g: Generator, e: Assign, d: number | null): number {
	const { out } = g;
	const result = d ?? out.temporary(2);
	const mark = out.inUse();
	const target = addressOf(g, locate(g, e.target));
	const source = g.value(e.value);
	out.at(e.place);
	copyRecord(g, target, source, sizeOf(e.type));
	if (target !== result) out.emit("MOV2", result, target);
	out.release(mark);
	return result;
}

export function compoundAssign(g: Generator, e: CompoundAssign, d: number | null, used = true): number {
	const { out } = g;
	const { target, computed } = e;
	const type = target.type;
	const bits = bitsOf(target);
	const keep = d ?? (used ? out.temporary(wordsOf(type)) : null);
	const mark = out.inUse();
	const placeFirst = findingChanges(target, null) && !changes(e.value);
	const found = placeFirst ? locate(g, target) : null;
	const right = heldValue(g, e.value);
	const location = found ?? locate(g, target);
	const direct = targetSlot(location, type, bits);
	const isPlain = direct !== null && arithmeticOf(type) === arithmeticOf(computed) && sizeOf(type) >= 4;
	if (isPlain) {
		operate(g, e.operator, computed, direct, right, direct);
		out.release(mark);
		if (d === null) return direct;
		out.emit(wordsOf(type) === 2 ? "MOV2" : "MOV", d, direct);
		return d;
	}
	out.at(e.place);
	const old = load(g, location, type, bits, null);
	const converted = convert(g, old, type, computed, null);
	const sum = out.temporary(wordsOf(computed));
	operate(g, e.operator, computed, converted, right, sum);
	const slot = convert(g, sum, computed, type, null);
	store(g, location, type, bits, slot);
	const result = keep ?? slot;
	if (used && bits !== null) load(g, location, type, bits, result);
	else if (keep !== null) out.emit(wordsOf(type) === 2 ? "MOV2" : "MOV", keep, slot);
	out.release(mark);
	return result;
}

/** A right operand that has been evaluated: constants stay as they are. */
function heldValue(g: Generator, e: Expression): Expression | number {
	return e.kind === "integer" ? e : g.value(e);
}

/** left op right into `d`, where a pointer counts bytes. */
export function operate(
	g: Generator,
	operator: CompoundAssign["operator"],
	type: CType,
	left: number,
	right: Expression | number,
	d: number,
): void {
	if (type.kind === "pointer") offsetPointer(g, operator, left, right, d);
	else binary(g, operator, type, left, right, d);
}

function offsetPointer(
	g: Generator,
	operator: string,
	left: number,
	right: Expression | number,
	d: number,
): void {
	const { out } = g;
	const constant = typeof right === "number" ? null : smallConstant(right);
	if (constant !== null && constant !== -0x8000_0000)
		out.emit("ADD2I", d, left, operator === "-" ? -constant : constant);
	else {
		const amount = typeof right === "number" ? right : g.value(right);
		out.emit(operator === "-" ? "SUB2" : "ADD2", d, left, amount);
	}
}

export function increment(g: Generator, e: Increment, d: number | null): number {
	const { out } = g;
	const { target, computed, postfix } = e;
	const type = target.type;
	const bits = bitsOf(target);
	const words = wordsOf(type);
	const mark = out.inUse();
	const location = locate(g, target);
	const direct = targetSlot(location, type, bits);
	if (direct !== null && type.kind !== "floating" && type.kind !== "bool" && sizeOf(type) >= 4) {
		// `i = i++` leaves i as it was.
		if (postfix && d === direct) return d;
		if (postfix && d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, direct);
		add(g, direct, direct, e.amount, type);
		out.release(mark);
		if (!postfix && d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, direct);
		return d ?? direct;
	}
	out.at(e.place);
	// Not into `d` yet: it may be a variable that the place is computed from, as in `i = a[i]++`.
	// Nor where it lies, when it is the result: it is about to change.
	const old = load(g, location, type, bits, postfix && direct !== null ? out.temporary(words) : null);
	const wide = convert(g, old, type, computed, null);
	const sum = out.temporary(wordsOf(computed));
	add(g, sum, wide, e.amount, computed);
	const changed = convert(g, sum, computed, type, null);
	store(g, location, type, bits, changed);
	if (postfix) {
		if (d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, old);
		return d ?? old;
	}
	if (bits !== null) load(g, location, type, bits, changed);
	if (d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, changed);
	return d ?? changed;
}

function add(g: Generator, d: number, a: number, amount: number, type: CType): void {
	const { out } = g;
	if (type.kind === "floating") {
		const one = out.temporary(2);
		floatingConstant(g, amount, type, one);
		out.emit(operation("+", type), d, a, one);
	} else out.emit(isWide(type) ? "ADD2I" : "ADDI", d, a, amount);
}
