// How the scalar types of C live in slots: one word up to 32 bits and for float, two for the rest.

import { type CType, isSigned, sizeOf } from "../c/types.ts";

/** What kind of arithmetic a type needs. */
export type Arithmetic = "int" | "long" | "float" | "double";

export function arithmeticOf(type: CType): Arithmetic {
	if (type.kind === "floating") return type.size === 4 ? "float" : "double";
	return isWide(type) ? "long" : "int";
}

/** Whether an integer or pointer has 64 bits. Records are represented by their address. */
export function isWide(type: CType): boolean {
	if (type.kind === "integer") return type.size === 8;
	if (type.kind === "enum") return type.enumeration.size === 8;
	return type.kind === "pointer" || type.kind === "record";
}

/** Slots of a value. */
export function wordsOf(type: CType): 1 | 2 {
	return isWide(type) || (type.kind === "floating" && sizeOf(type) > 4) ? 2 : 1;
}

/** Whether the type's values are unsigned words (bool and pointers too). */
export function isUnsigned(type: CType): boolean {
	return type.kind !== "floating" && !isSigned(type);
}
