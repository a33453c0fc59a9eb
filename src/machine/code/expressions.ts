// Expressions: from the typed tree to instructions.

import { unreachable } from "../../base/index.ts";
import type {
	Assign,
	AtomicCompareExchange,
	AtomicUpdate,
	CompoundAssign,
	Conditional,
	Expression,
	Increment,
	LValue,
	PointerAdd,
	PointerDifference,
	Unary,
	VaArg,
} from "../c/tree.ts";
import { type BitField, type CType, sizeOf } from "../c/types.ts";
import { VARIADIC_WORD } from "../vm/frame.ts";
import { call } from "./calls.ts";
import type { Label } from "./emitter.ts";
import type { Generator, Location } from "./generator.ts";
import {
	binary,
	branchOnCompare,
	branchOnValue,
	compare,
	convert,
	floatingConstant,
	operation,
	truth,
} from "./operators.ts";
import {
	addressOf,
	constantInto,
	copyRecord,
	load,
	locate,
	moved,
	store,
	targetSlot,
	touch,
	withoutExtension,
} from "./places.ts";
import { arithmeticOf, isWide, wordsOf } from "./scalars.ts";

/** Evaluates an expression that has a value. */
export function value(g: Generator, e: Expression, d: number | null): number {
	const { out } = g;
	if (needsNoTemporary(e)) return valueInPlace(g, e, d);
	const result = d ?? out.temporary(wordsOf(e.type));
	const mark = out.inUse();
	valueInto(g, e, result);
	out.release(mark);
	return result;
}

/** Kinds whose value may lie somewhere already. */
function needsNoTemporary(e: Expression): boolean {
	switch (e.kind) {
		case "load":
		case "assign":
		case "compound-assign":
		case "cast":
		case "call":
		case "comma":
			return true;
		case "increment":
			return !e.postfix;
		default:
			return false;
	}
}

function valueInPlace(g: Generator, e: Expression, d: number | null): number {
	switch (e.kind) {
		case "load":
			return loadFrom(g, e.from, e.type, d);
		case "assign":
			return assign(g, e, d);
		case "compound-assign":
			return compoundAssign(g, e, d);
		case "increment":
			return increment(g, e, d);
		case "cast":
			return convert(
				g,
				g.value(e.operand, sameRepresentation(e.operand.type, e.type) ? d : null),
				e.operand.type,
				e.type,
				d,
			);
		case "call":
			return call(g, e, d);
		case "comma":
			g.effect(e.left);
			return g.value(e.right, d);
		default:
			return unreachable(e as never);
	}
}

function sameRepresentation(from: CType, to: CType): boolean {
	return to.kind !== "bool" && arithmeticOf(from) === arithmeticOf(to);
}

/** Evaluates into `d`; temporaries may be left in use. */
function valueInto(g: Generator, e: Expression, d: number): void {
	const { out } = g;
	switch (e.kind) {
		case "integer":
			constantInto(g, d, e.value, isWide(e.type));
			break;
		case "floating":
			floatingConstant(g, e.value, e.type, d);
			break;
		case "address":
			addressOf(g, locate(g, e.of), d);
			break;
		case "function-address":
			out.address(d, e.symbol, 0);
			break;
		case "increment":
			increment(g, e, d);
			break;
		case "unary":
			unary(g, e, d);
			break;
		case "binary":
			binary(g, e.operator, e.type, g.value(e.left), e.right, d);
			break;
		case "compare":
			compare(g, e, d);
			break;
		case "logical":
			flag(g, e, d);
			break;
		case "conditional":
			conditional(g, e, d);
			break;
		case "pointer-add":
			pointerAdd(g, e, d);
			break;
		case "pointer-difference":
			pointerDifference(g, e, d);
			break;
		case "statement-expression":
			statementExpression(g, e, d);
			break;
		case "va-arg":
			variadicArgument(g, e, d);
			break;
		case "alloca":
			out.emit("ALLOCA", d, g.value(e.size));
			break;
		case "atomic-update":
			atomicUpdate(g, e, d);
			break;
		case "atomic-compare-exchange":
			compareExchange(g, e, d);
			break;
		case "va-start":
		case "va-copy":
		case "va-end":
			variadicList(g, e);
			break;
		case "load":
		case "assign":
		case "compound-assign":
		case "cast":
		case "call":
		case "comma":
			valueInPlace(g, e, d);
			break;
		default:
			unreachable(e);
	}
}

/** Evaluates and forgets. */
export function effect(g: Generator, e: Expression): void {
	const { out } = g;
	const mark = out.inUse();
	switch (e.kind) {
		case "integer":
		case "floating":
		case "function-address":
			break;
		case "address":
			touch(g, e.of);
			break;
		case "comma":
			g.effect(e.left);
			g.effect(e.right);
			break;
		case "cast":
			g.effect(e.operand);
			break;
		case "conditional":
			conditional(g, e, null);
			break;
		case "logical": {
			const end = out.label();
			g.branch(e.left, end, e.operator === "||");
			g.effect(e.right);
			out.bind(end);
			break;
		}
		case "increment":
			increment(g, { ...e, postfix: false }, null);
			break;
		case "call":
			call(g, e, null);
			break;
		case "assign":
			assign(g, e, null, false);
			break;
		case "compound-assign":
			compoundAssign(g, e, null, false);
			break;
		case "statement-expression":
			statementExpression(g, e, null);
			break;
		case "va-start":
		case "va-copy":
		case "va-end":
			variadicList(g, e);
			break;
		default:
			g.value(e);
	}
	out.release(mark);
}

/** Jumps to `label` when the truth of `e` is `sense`. */
export function branch(g: Generator, e: Expression, label: Label, sense: boolean): void {
	const { out } = g;
	const mark = out.inUse();
	if (e.kind === "integer") {
		if ((e.value !== 0n) === sense) out.jump(label);
	} else if (e.kind === "compare") branchOnCompare(g, e, label, sense);
	else if (e.kind === "unary" && e.operator === "!") g.branch(e.operand, label, !sense);
	else if (e.kind === "logical") {
		if ((e.operator === "||") === sense) {
			g.branch(e.left, label, sense);
			g.branch(e.right, label, sense);
		} else {
			const past = out.label();
			g.branch(e.left, past, !sense);
			g.branch(e.right, label, sense);
			out.bind(past);
		}
	} else if (isExtension(e)) g.branch(e.operand, label, sense);
	else branchOnValue(g, g.value(e), e.type, label, sense);
	out.release(mark);
}

/** Whether a conversion keeps the truth of its operand: to something not narrower, or to bool. */
function isExtension(e: Expression): e is Extract<Expression, { kind: "cast" }> {
	if (e.kind !== "cast" || e.operand.type.kind === "floating" || e.type.kind === "floating") return false;
	return e.type.kind === "bool" || sizeOf(e.type) >= sizeOf(e.operand.type);
}

function loadFrom(g: Generator, from: LValue, type: CType, d: number | null): number {
	const { out } = g;
	if (type.kind === "record") return addressOf(g, locate(g, from), d);
	if (isOfLocal(from)) return load(g, locate(g, from), type, bitsOf(from), d);
	const result = d ?? out.temporary(wordsOf(type));
	const mark = out.inUse();
	const location = locate(g, from);
	if (from.kind !== "object") out.at(from.place);
	load(g, location, type, bitsOf(from), result);
	out.release(mark);
	return result;
}

/** A variable of the function or a member of one: it may lie in a slot already. */
function isOfLocal(place: LValue): boolean {
	return place.kind === "local" || (place.kind === "member" && isOfLocal(place.record));
}

function bitsOf(place: LValue): BitField | null {
	return place.kind === "member" ? place.member.bits : null;
}

// ---- assignment ----

function assign(g: Generator, e: Assign, d: number | null, used = true): number {
	const { out } = g;
	if (e.type.kind === "record") return assignRecord(g, e, d);
	const bits = bitsOf(e.target);
	const words = wordsOf(e.type);
	const keep = d ?? (used ? out.temporary(words) : null);
	const mark = out.inUse();
	const location = locate(g, e.target);
	const direct = targetSlot(location, e.target.type, bits);
	if (direct !== null) {
		g.value(e.value, direct);
		out.release(mark);
		if (d === null) return direct;
		out.emit(words === 2 ? "MOV2" : "MOV", d, direct);
		return d;
	}
	const slot = g.value(e.value, keep);
	out.at(e.place);
	store(g, location, e.target.type, bits, slot);
	if (used && bits !== null) load(g, location, e.target.type, bits, slot);
	out.release(mark);
	return slot;
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

function compoundAssign(g: Generator, e: CompoundAssign, d: number | null, used = true): number {
	const { out } = g;
	const { target, computed } = e;
	const type = target.type;
	const bits = bitsOf(target);
	const keep = d ?? (used ? out.temporary(wordsOf(type)) : null);
	const mark = out.inUse();
	const right = heldValue(g, e.value);
	const location = locate(g, target);
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
function operate(
	g: Generator,
	operator: CompoundAssign["operator"],
	type: CType,
	left: number,
	right: Expression | number,
	d: number,
): void {
	if (type.kind === "pointer") offsetPointer(g, operator, left, right, d);
	else if (typeof right === "number") {
		g.out.emit(operation(operator, type), d, left, right);
	} else binary(g, operator, type, left, right, d);
}

function offsetPointer(
	g: Generator,
	operator: string,
	left: number,
	right: Expression | number,
	d: number,
): void {
	const { out } = g;
	if (typeof right !== "number" && right.kind === "integer") {
		const amount = Number(BigInt.asIntN(32, right.value));
		out.emit("PADDI", d, left, operator === "-" ? -amount : amount);
		return;
	}
	let amount = typeof right === "number" ? right : g.value(right);
	if (operator === "-") {
		const negated = out.temporary(1);
		out.emit("NEG", negated, amount);
		amount = negated;
	}
	out.emit("PADD", d, left, amount);
}

function increment(g: Generator, e: Increment, d: number | null): number {
	const { out } = g;
	const { target, computed, postfix } = e;
	const type = target.type;
	const bits = bitsOf(target);
	const words = wordsOf(type);
	const mark = out.inUse();
	const location = locate(g, target);
	const direct = targetSlot(location, type, bits);
	if (direct !== null && type.kind !== "floating" && type.kind !== "bool" && sizeOf(type) >= 4) {
		if (postfix && d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, direct);
		add(g, direct, direct, e.amount, type);
		out.release(mark);
		if (!postfix && d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, direct);
		return d ?? direct;
	}
	out.at(e.place);
	const old = load(g, location, type, bits, postfix ? d : null);
	const wide = convert(g, old, type, computed, null);
	const sum = out.temporary(wordsOf(computed));
	add(g, sum, wide, e.amount, computed);
	const changed = convert(g, sum, computed, type, null);
	store(g, location, type, bits, changed);
	if (postfix) return old;
	if (bits !== null) load(g, location, type, bits, changed);
	if (d !== null) out.emit(words === 2 ? "MOV2" : "MOV", d, changed);
	return d ?? changed;
}

function add(g: Generator, d: number, a: number, amount: number, type: CType): void {
	const { out } = g;
	if (type.kind === "pointer") out.emit("PADDI", d, a, amount);
	else if (type.kind === "floating") {
		const one = out.temporary(2);
		floatingConstant(g, amount, type, one);
		out.emit(operation("+", type), d, a, one);
	} else out.emit(isWide(type) ? "ADD2I" : "ADDI", d, a, amount);
}

// ---- operators ----

function unary(g: Generator, e: Unary, d: number): void {
	const { out } = g;
	const { type } = e.operand;
	if (e.operator === "!") {
		if (isFlagOf(e.operand)) {
			flag(g, e, d);
			return;
		}
		const slot = g.value(e.operand);
		if (arithmeticOf(type) === "int") out.emit("EQI", d, slot, 0);
		else {
			truth(g, slot, type, d);
			out.emit("EQI", d, d, 0);
		}
		return;
	}
	const slot = g.value(e.operand);
	const kind = arithmeticOf(type);
	if (e.operator === "~") out.emit(kind === "long" ? "NOT2" : "NOT", d, slot);
	else out.emit(({ int: "NEG", long: "NEG2", float: "FNEG", double: "DNEG" } as const)[kind], d, slot);
}

function isFlagOf(e: Expression): boolean {
	return e.kind === "logical" || (e.kind === "unary" && e.operator === "!" && isFlagOf(e.operand));
}

/** A truth as 0 or 1, by jumps. */
function flag(g: Generator, e: Expression, d: number): void {
	const { out } = g;
	const no = out.label();
	const end = out.label();
	g.branch(e, no, false);
	out.emit("LDI", d, 1);
	out.jump(end);
	out.bind(no);
	out.emit("LDI", d, 0);
	out.bind(end);
}

function conditional(g: Generator, e: Conditional, d: number | null): void {
	const { out } = g;
	const otherwise = out.label();
	const end = out.label();
	g.branch(e.condition, otherwise, false);
	choose(g, e.then, d);
	out.jump(end);
	out.bind(otherwise);
	choose(g, e.otherwise, d);
	out.bind(end);
}

function choose(g: Generator, e: Expression, d: number | null): void {
	const mark = g.out.inUse();
	if (d === null || e.type.kind === "void") g.effect(e);
	else g.value(e, d);
	g.out.release(mark);
}

function pointerAdd(g: Generator, e: PointerAdd, d: number): void {
	const { out } = g;
	if (e.index.kind === "integer") {
		const offset = Number(BigInt.asIntN(32, e.index.value * BigInt(e.size)));
		if (e.pointer.kind === "address") addressOf(g, moved(g, locate(g, e.pointer.of), offset), d);
		else out.emit("PADDI", d, g.value(e.pointer), offset);
		return;
	}
	const array = e.pointer.kind === "address" ? locate(g, e.pointer.of) : null;
	if (array?.kind === "static" && e.size !== 1 && e.size !== 4 && e.size !== 8) {
		out.emit("MULI", d, g.value(withoutExtension(e.index)), e.size);
		out.emit("PADDI", d, d);
		out.relocate(out.pc - 1, array.symbol, array.offset);
		return;
	}
	const pointer = array === null ? g.value(e.pointer) : addressOf(g, array);
	const index = g.value(withoutExtension(e.index));
	if (e.size === 1 || e.size === 4 || e.size === 8) {
		out.emit(e.size === 1 ? "PADD" : e.size === 4 ? "PADD4" : "PADD8", d, pointer, index);
		return;
	}
	const scaled = out.temporary(1);
	out.emit("MULI", scaled, index, e.size);
	out.emit("PADD", d, pointer, scaled);
}

function pointerDifference(g: Generator, e: PointerDifference, d: number): void {
	const { out } = g;
	const left = g.value(e.left);
	const right = g.value(e.right);
	const bytes = out.temporary(1);
	out.emit("SUB", bytes, left, right);
	if (e.size > 1 && (e.size & (e.size - 1)) === 0) out.emit("SHRI", bytes, bytes, Math.log2(e.size));
	else if (e.size > 1) {
		const size = out.temporary(1);
		out.emit("LDI", size, e.size);
		out.emit("DIV", bytes, bytes, size);
	}
	out.emit("SX64", d, bytes);
}

function statementExpression(
	g: Generator,
	e: Extract<Expression, { kind: "statement-expression" }>,
	d: number | null,
): void {
	g.block(e.body);
	if (e.result === null) return;
	if (d === null) g.effect(e.result);
	else g.value(e.result, d);
}

// ---- variadic functions: a va_list's first word is the address of the next argument ----

function variadicList(
	g: Generator,
	e: Extract<Expression, { kind: "va-start" | "va-copy" | "va-end" }>,
): void {
	const { out } = g;
	const list = g.value(e.list);
	if (e.kind === "va-start") {
		const next = out.temporary(2);
		out.emit("ZX64", next, VARIADIC_WORD);
		out.emit("ST64", next, list, 0);
	} else if (e.kind === "va-copy") copyRecord(g, list, g.value(e.source), 24);
}

function variadicArgument(g: Generator, e: VaArg, d: number): void {
	const { out } = g;
	const list = g.value(e.list);
	const next = out.temporary(2);
	out.emit("LD64", next, list, 0);
	const place: Location = { kind: "pointer", slot: next, offset: 0 };
	const after = out.temporary(2);
	out.emit("PADDI", after, next, 8);
	out.emit("ST64", after, list, 0);
	if (e.type.kind === "record") out.emit("LD64", d, next, 0);
	else load(g, place, e.type, null, d);
}

// ---- atomic operations: nothing can come between two statement marks ----

function atomicUpdate(g: Generator, e: AtomicUpdate, d: number): void {
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

function compareExchange(g: Generator, e: AtomicCompareExchange, d: number): void {
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
