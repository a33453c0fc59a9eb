// Operators on values in slots: arithmetic, comparisons, conversions.

import type { BinaryOperator, Compare, CompareOperator, Expression } from "../c/tree.ts";
import { type CType, sizeOf } from "../c/types.ts";
import type { OpName } from "../vm/opcodes.ts";
import type { Label } from "./emitter.ts";
import type { Generator } from "./generator.ts";
import { operands } from "./order.ts";
import { constantInto, narrow } from "./places.ts";
import { arithmeticOf, isUnsigned, isWide, wordsOf } from "./scalars.ts";

const NAMES: Readonly<Record<BinaryOperator, string>> = {
	"+": "ADD",
	"-": "SUB",
	"*": "MUL",
	"/": "DIV",
	"%": "MOD",
	"&": "AND",
	"|": "OR",
	"^": "XOR",
	"<<": "SHL",
	">>": "SHR",
};

/** The operation for a binary operator on two values of a type. */
export function operation(operator: BinaryOperator, type: CType): OpName {
	const name = NAMES[operator];
	switch (arithmeticOf(type)) {
		case "float":
			return `F${name}` as OpName;
		case "double":
			return `D${name}` as OpName;
		case "int":
			return (hasUnsigned(operator) && isUnsigned(type) ? `${name}U` : name) as OpName;
		case "long":
			return `${name}${hasUnsigned(operator) && isUnsigned(type) ? "U" : ""}2` as OpName;
	}
}

function hasUnsigned(operator: BinaryOperator): boolean {
	return operator === "/" || operator === "%" || operator === ">>";
}

/** A whole constant that fits a signed word; null otherwise. */
export function smallConstant(expression: Expression): number | null {
	if (expression.kind !== "integer") return null;
	const { value } = expression;
	const signed = isWide(expression.type) ? BigInt.asIntN(64, value) : BigInt.asIntN(32, value);
	return signed >= -0x8000_0000n && signed <= 0x7fff_ffffn ? Number(signed) : null;
}

/** The operation with a constant on its right, and that constant; null when there is none. */
export function constantOperation(
	operator: BinaryOperator,
	type: CType,
	constant: number,
): { readonly name: OpName; readonly constant: number } | null {
	const kind = arithmeticOf(type);
	if (kind === "long") {
		if (operator === "+") return { name: "ADD2I", constant };
		return operator === "-" && constant !== -0x8000_0000 ? { name: "ADD2I", constant: -constant } : null;
	}
	if (kind !== "int") return null;
	switch (operator) {
		case "+":
			return { name: "ADDI", constant };
		case "-":
			return { name: "ADDI", constant: -constant | 0 };
		case "*":
			return { name: "MULI", constant };
		case "&":
			return { name: "ANDI", constant };
		case "<<":
			return { name: "SHLI", constant };
		case ">>":
			return { name: isUnsigned(type) ? "SHRUI" : "SHRI", constant };
		default:
			return null;
	}
}

/** left op right into `d`; types narrower than int are brought back into range. */
export function binary(
	g: Generator,
	operator: BinaryOperator,
	type: CType,
	left: number,
	right: Expression | number,
	d: number,
): void {
	const { out } = g;
	const mark = out.inUse();
	const constant = typeof right === "number" ? null : smallConstant(right);
	const direct = constant === null ? null : constantOperation(operator, type, constant);
	if (direct !== null) out.emit(direct.name, d, left, direct.constant);
	else if (typeof right === "number") out.emit(operation(operator, type), d, left, right);
	else {
		const slot = g.value(right);
		if (operator === "/" || operator === "%") out.at(right.place);
		out.emit(operation(operator, type), d, left, slot);
	}
	if (sizeOf(type) < 4) narrow(g, d, d, type);
	out.release(mark);
}

// ---- comparisons ----

const MIRRORED: Readonly<Record<CompareOperator, CompareOperator>> = {
	"==": "==",
	"!=": "!=",
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
};
const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
	"==": "!=",
	"!=": "==",
	"<": ">=",
	"<=": ">",
	">": "<=",
	">=": "<",
};

/** A comparison with its operands in the order that an operation exists for: never > or >=. */
function ordered({ operator, left, right }: Compare): {
	readonly operator: "==" | "!=" | "<" | "<=";
	readonly swap: boolean;
	readonly left: Expression;
	readonly right: Expression;
} {
	if (operator === ">" || operator === ">=")
		return { operator: operator === ">" ? "<" : "<=", swap: true, left, right };
	return { operator, swap: false, left, right };
}

const FLAGS = { "==": "EQ", "!=": "NE", "<": "LT", "<=": "LE" } as const;

/** left op right as 0 or 1 into `d`. */
export function compare(g: Generator, comparison: Compare, d: number): void {
	const { out } = g;
	const mark = out.inUse();
	const { operator, swap, left, right } = ordered(comparison);
	const kind = arithmeticOf(left.type);
	const constant = kind === "int" ? smallConstant(right) : null;
	const { left: a, right: other } = operands(g, left, right, true);
	if (constant !== null && (operator === "==" || operator === "!="))
		out.emit(operator === "==" ? "EQI" : "NEI", d, a, constant);
	else {
		const b = typeof other === "number" ? other : g.value(other);
		const unsigned = (operator === "<" || operator === "<=") && isUnsigned(left.type) ? "U" : "";
		const [prefix, suffix] = { int: ["", ""], long: ["", "2"], float: ["F", ""], double: ["D", ""] }[kind];
		out.emit(`${prefix}${FLAGS[operator]}${unsigned}${suffix}` as OpName, d, swap ? b : a, swap ? a : b);
	}
	out.release(mark);
}

const CONSTANT_BRANCHES = {
	"==": "JEQI",
	"!=": "JNEI",
	"<": "JLTI",
	"<=": "JLEI",
	">": "JGTI",
	">=": "JGEI",
} as const;

/** Jumps when the comparison's truth is `sense`. */
export function branchOnCompare(g: Generator, comparison: Compare, label: Label, sense: boolean): void {
	const { out } = g;
	const kind = arithmeticOf(comparison.left.type);
	const mark = out.inUse();
	if (kind === "float" || kind === "double") {
		// Not the opposite comparison: with a NaN both are false.
		const flag = out.temporary(1);
		compare(g, comparison, flag);
		out.branch(sense ? "JNZ" : "JZ", flag, label);
	} else branchOnIntegers(g, comparison, sense ? comparison.operator : OPPOSITE[comparison.operator], label);
	out.release(mark);
}

function branchOnIntegers(g: Generator, comparison: Compare, operator: CompareOperator, label: Label): void {
	const { out } = g;
	const { left, right } = comparison;
	const wide = isWide(left.type);
	const unsigned = isUnsigned(left.type);
	const constant = smallConstant(right);
	const { left: a, right: other } = operands(g, left, right, true);
	const isEquality = operator === "==" || operator === "!=";
	if (constant === 0 && isEquality) {
		out.branch(`${operator === "==" ? "JZ" : "JNZ"}${wide ? "2" : ""}`, a, label);
		return;
	}
	if (constant !== null && !wide && (isEquality || !unsigned)) {
		out.compareBranch(CONSTANT_BRANCHES[operator], a, constant, label);
		return;
	}
	const b = typeof other === "number" ? other : g.value(other);
	const swap = operator === ">" || operator === ">=";
	const name = FLAGS[(swap ? MIRRORED[operator] : operator) as keyof typeof FLAGS];
	const suffix = `${!isEquality && unsigned ? "U" : ""}${wide ? "2" : ""}`;
	out.compareBranch(`J${name}${suffix}` as OpName, swap ? b : a, swap ? a : b, label);
}

/** Jumps when the truth of a scalar in a slot is `sense`. */
export function branchOnValue(g: Generator, slot: number, type: CType, label: Label, sense: boolean): void {
	const { out } = g;
	const mark = out.inUse();
	const wide = isWide(type);
	if (type.kind === "floating") {
		const flag = out.temporary(1);
		truth(g, slot, type, flag);
		out.branch(sense ? "JNZ" : "JZ", flag, label);
	} else out.branch(`${sense ? "JNZ" : "JZ"}${wide ? "2" : ""}`, slot, label);
	out.release(mark);
}

/** Whether a scalar is not zero, as 0 or 1 into `d`. */
export function truth(g: Generator, slot: number, type: CType, d: number): void {
	const { out } = g;
	const mark = out.inUse();
	switch (arithmeticOf(type)) {
		case "int":
			out.emit("NEI", d, slot, 0);
			break;
		case "long":
			out.emit("BOOL2", d, slot);
			break;
		case "float": {
			const zero = out.temporary(1);
			out.emit("LDI", zero, 0);
			out.emit("FNE", d, slot, zero);
			break;
		}
		case "double": {
			const zero = out.temporary(2);
			out.emit("LDI2", zero, 0, 0);
			out.emit("DNE", d, slot, zero);
		}
	}
	out.release(mark);
}

// ---- conversions ----

/** Converts the scalar in slot `a`; the result is in `d`, or in `a` itself when nothing has to be done, or in a temporary. */
export function convert(g: Generator, a: number, from: CType, to: CType, d: number | null): number {
	const { out } = g;
	const result = (): number => d ?? out.temporary(wordsOf(to));
	const source = arithmeticOf(from);
	const target = arithmeticOf(to);
	if (to.kind === "bool") {
		if (from.kind === "bool") return same(g, a, d, 1);
		const slot = result();
		truth(g, a, from, slot);
		return slot;
	}
	if (target === "int" && (source === "int" || source === "long")) {
		if (sizeOf(to) >= 4 || staysInRange(from, to)) return same(g, a, d, 1);
		const slot = result();
		narrow(g, slot, a, to);
		return slot;
	}
	if (source === target) return same(g, a, d, wordsOf(to));
	const slot = result();
	if (target === "long" && source === "int") out.emit(isUnsigned(from) ? "ZX64" : "SX64", slot, a);
	else if (target === "int" || target === "long") fromFloating(g, a, source, to, slot);
	else toFloating(g, a, source, from, target, slot);
	return slot;
}

function same(g: Generator, a: number, d: number | null, words: 1 | 2): number {
	if (d !== null && d !== a) g.out.emit(words === 2 ? "MOV2" : "MOV", d, a);
	return d ?? a;
}

/** Whether every value of one narrow type is one of the other. */
function staysInRange(from: CType, to: CType): boolean {
	if (isWide(from) || isUnsigned(from) !== isUnsigned(to)) return false;
	return sizeOf(from) <= sizeOf(to);
}

function fromFloating(g: Generator, a: number, source: string, to: CType, d: number): void {
	const { out } = g;
	const mark = out.inUse();
	let operand = a;
	if (source === "float") {
		operand = out.temporary(2);
		out.emit("F_TO_D", operand, a);
	}
	if (isWide(to)) out.emit(isUnsigned(to) ? "D_TO_UL" : "D_TO_L", d, operand);
	else if (isUnsigned(to) && sizeOf(to) === 4) {
		const wide = out.temporary(2);
		out.emit("D_TO_L", wide, operand);
		out.emit("MOV", d, wide);
	} else {
		out.emit("D_TO_I", d, operand);
		if (sizeOf(to) < 4) narrow(g, d, d, to);
	}
	out.release(mark);
}

function toFloating(g: Generator, a: number, source: string, from: CType, target: string, d: number): void {
	if (source === "float") g.out.emit("F_TO_D", d, a);
	else if (source === "double") g.out.emit("D_TO_F", d, a);
	else {
		const letter = source === "long" ? (isUnsigned(from) ? "UL" : "L") : isUnsigned(from) ? "U" : "I";
		g.out.emit(`${letter}_TO_${target === "float" ? "F" : "D"}` as OpName, d, a);
	}
}

const bytes = new DataView(new ArrayBuffer(8));

/** Loads a floating constant. */
export function floatingConstant(
	g: Generator,
	value: number,
	type: CType,
	d: number,
	isNegativeNan = false,
): void {
	if (arithmeticOf(type) === "float") {
		bytes.setFloat32(0, value, true);
		if (Number.isNaN(value)) bytes.setUint8(3, isNegativeNan ? 0xff : 0x7f);
		constantInto(g, d, BigInt(bytes.getInt32(0, true)), false);
	} else {
		bytes.setFloat64(0, value, true);
		if (Number.isNaN(value)) bytes.setUint8(7, isNegativeNan ? 0xff : 0x7f);
		constantInto(g, d, bytes.getBigInt64(0, true), true);
	}
}
