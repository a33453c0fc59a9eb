// Expressions: from the typed tree to instructions.

import { unreachable } from "../../base/index.ts";
import type {
	Binary,
	Comma,
	Conditional,
	Expression,
	LValue,
	PointerAdd,
	PointerDifference,
	Unary,
} from "../c/tree.ts";
import { type CType, sizeOf } from "../c/types.ts";
import { SCALE_MAX } from "../vm/opcodes.ts";
import { assign, compoundAssign, increment } from "./assignments.ts";
import { atomicUpdate, compareExchange } from "./atomics.ts";
import { call } from "./calls.ts";
import type { Label } from "./emitter.ts";
import type { Generator } from "./generator.ts";
import {
	binary,
	branchOnCompare,
	branchOnValue,
	compare,
	convert,
	floatingConstant,
	truth,
} from "./operators.ts";
import { operands } from "./order.ts";
import {
	addressOf,
	bitsOf,
	constantInto,
	constantOffset,
	indexSlot,
	load,
	locate,
	moved,
	touch,
} from "./places.ts";
import { arithmeticOf, isWide, wordsOf } from "./scalars.ts";
import { variadicArgument, variadicList } from "./variadic.ts";

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
			floatingConstant(g, e.value, e.type, d, e.isNegativeNan);
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
			sum(g, e, d);
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
			for (const each of commaOperands(e)) g.effect(each);
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
		const { operator } = e;
		const terms = leftToRight(e, (left) => left.kind === "logical" && left.operator === operator);
		const last = terms.pop()!;
		const past = (operator === "||") === sense ? null : out.label();
		for (const term of terms) g.branch(term, past ?? label, past === null ? sense : !sense);
		g.branch(last, label, sense);
		if (past !== null) out.bind(past);
	} else if (isExtension(e)) g.branch(e.operand, label, sense);
	else branchOnValue(g, g.value(e), e.type, label, sense);
	out.release(mark);
}

type Pair = Extract<Expression, { readonly left: Expression; readonly right: Expression }>;

/** The operands of a chain of operators, however long: `a + b + c` is a tree that leans to the left. */
function leftToRight(e: Pair, continues: (left: Expression) => boolean): Expression[] {
	const operands = [e.right];
	let { left } = e;
	while (continues(left)) {
		operands.push((left as Pair).right);
		left = (left as Pair).left;
	}
	operands.push(left);
	return operands.reverse();
}

/** The same of commas, whose left operands are values dropped. */
function commaOperands(e: Comma): Expression[] {
	const operands: Expression[] = [];
	let at: Expression = e;
	for (;;) {
		while (at.kind === "cast" && at.type.kind === "void") at = at.operand;
		if (at.kind !== "comma") break;
		operands.push(at.right);
		at = at.left;
	}
	operands.push(at);
	return operands.reverse();
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

// ---- operators ----

/** An operation, and those on its left before it, one after the other. */
function sum(g: Generator, e: Binary, d: number): void {
	const { out } = g;
	const chain = [e];
	for (let { left } = e; left.kind === "binary"; left = left.left) chain.push(left);
	const first = chain.at(-1)!;
	const { left, right } = operands(g, first.left, first.right, isCommutative(first.operator));
	let slot = left;
	// Not in `d`: it may be a variable that an operand further on reads.
	const sofar = chain.length > 1 ? out.temporary(wordsOf(e.type)) : d;
	for (const each of chain.reverse()) {
		const result = each === e ? d : sofar;
		binary(g, each.operator, each.type, slot, each === first ? right : each.right, result);
		slot = result;
	}
}

function isCommutative(operator: Binary["operator"]): boolean {
	return "+*&|^".includes(operator);
}

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

/** A chain of `a ? b : c ? d : e` is made link by link: it may be long. */
function conditional(g: Generator, first: Conditional, d: number | null): void {
	const { out } = g;
	const ends: Label[] = [];
	let rest: Expression = first;
	for (; rest.kind === "conditional"; rest = rest.otherwise) {
		const otherwise = out.label();
		const end = out.label();
		g.branch(rest.condition, otherwise, false);
		choose(g, rest.then, d);
		out.jump(end);
		ends.push(end);
		out.bind(otherwise);
	}
	choose(g, rest, d);
	for (const end of ends.reverse()) out.bind(end);
}

function choose(g: Generator, e: Expression, d: number | null): void {
	const mark = g.out.inUse();
	if (d === null || e.type.kind === "void") g.effect(e);
	else g.value(e, d);
	g.out.release(mark);
}

function pointerAdd(g: Generator, e: PointerAdd, d: number): void {
	const { out } = g;
	const offset = constantOffset(e);
	if (offset !== null) {
		if (e.pointer.kind === "address") addressOf(g, moved(g, locate(g, e.pointer.of), offset), d);
		else out.emit("ADD2I", d, g.value(e.pointer), offset);
		return;
	}
	const array = e.pointer.kind === "address" ? locate(g, e.pointer.of) : null;
	const direct = e.size === 1 || e.size === 4 || e.size === 8;
	if (array?.kind === "static" && !direct) {
		scaledIndex(g, e, d);
		out.emit("ADD2I", d, d);
		out.relocate(out.pc - 1, array.symbol, array.offset);
		return;
	}
	const pointer = array === null ? g.value(e.pointer) : addressOf(g, array);
	if (direct) {
		out.emit(e.size === 1 ? "PADD" : e.size === 4 ? "PADD4" : "PADD8", d, pointer, indexSlot(g, e.index));
		return;
	}
	const scaled = out.temporary(2);
	scaledIndex(g, e, scaled);
	out.emit("ADD2", d, pointer, scaled);
}

/** The index in bytes, as a long. */
function scaledIndex(g: Generator, { index, size }: PointerAdd, d: number): void {
	const { out } = g;
	if (size < SCALE_MAX) {
		out.emit("SCALE", d, indexSlot(g, index), size);
		return;
	}
	const factor = out.temporary(2);
	out.emit("LDI2", factor, size, 0);
	out.emit("MUL2", d, g.value(index), factor);
}

function pointerDifference(g: Generator, e: PointerDifference, d: number): void {
	const { out } = g;
	const left = g.value(e.left);
	const right = g.value(e.right);
	if (e.size <= 1) {
		out.emit("SUB2", d, left, right);
		return;
	}
	const bytes = out.temporary(2);
	out.emit("SUB2", bytes, left, right);
	const size = out.temporary(2);
	const shift = Math.log2(e.size);
	const exact = Number.isInteger(shift);
	out.emit("LDI2", size, exact ? shift : e.size, 0);
	out.emit(exact ? "SHR2" : "DIV2", d, bytes, size);
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
