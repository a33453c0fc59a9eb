// Arithmetic on constants, as the processor would do it.

import { type Operand, rounded } from "./conversions.ts";
import type { BinaryOperator, CompareOperator, Expression } from "./tree.ts";
import { type CType, isSigned, sizeOf } from "./types.ts";

/** The result before it is brought into the range of `type`; null when there is none (division by zero). */
export function foldInteger(operator: BinaryOperator, a: bigint, b: bigint, type: CType): bigint | null {
	switch (operator) {
		case "+":
			return a + b;
		case "-":
			return a - b;
		case "*":
			return a * b;
		case "/":
			return b === 0n ? null : a / b;
		case "%":
			return b === 0n ? null : a % b;
		case "&":
			return a & b;
		case "|":
			return a | b;
		case "^":
			return a ^ b;
		case "<<":
		case ">>": {
			const bits = BigInt(sizeOf(type) * 8);
			if (b < 0n || b >= bits) return null;
			return operator === "<<" ? a << b : (isSigned(type) ? a : BigInt.asUintN(Number(bits), a)) >> b;
		}
	}
}

/** null for an operator that floating values do not have. */
export function foldFloating(operator: BinaryOperator, a: number, b: number, type: CType): number | null {
	switch (operator) {
		case "+":
			return rounded(a + b, type);
		case "-":
			return rounded(a - b, type);
		case "*":
			return rounded(a * b, type);
		case "/":
			return rounded(a / b, type);
		default:
			return null;
	}
}

export function foldCompare(operator: CompareOperator, a: bigint | number, b: bigint | number): boolean {
	switch (operator) {
		case "==":
			return a === b;
		case "!=":
			return a !== b;
		case "<":
			return a < b;
		case "<=":
			return a <= b;
		case ">":
			return a > b;
		case ">=":
			return a >= b;
	}
}

/** Whether a constant is not zero; null when `e` is not constant. */
export function truthOf(e: Expression): boolean | null {
	if (e.kind === "integer") return e.value !== 0n;
	if (e.kind === "floating") return e.value !== 0;
	if (e.kind === "address" && e.of.kind === "object") return e.of.symbol.weak ? null : true;
	if (e.kind === "address" && e.of.kind === "local") return true;
	return e.kind === "function-address" && !e.symbol.weak ? true : null;
}

/** Whether a value is 0 or 1 by what it is: a comparison, a negation, a `_Bool`. */
export function isTruth(operand: Operand): boolean {
	return (
		operand.kind === "compare" ||
		operand.kind === "logical" ||
		(operand.kind === "unary" && operand.operator === "!") ||
		operand.type.kind === "bool"
	);
}
