// Where a pointer to a function leads.

import type { Image } from "../code/image.ts";
import { codeIndex } from "./frame.ts";
import { op } from "./opcodes.ts";

/** The index of an ENTER, a TRAP or a NATIVE, from both halves of the pointer; -1 when it leads to no function. */
export function functionIndex({ code }: Image, low: number, high: number): number {
	const pc = high === 0 ? codeIndex(low >>> 0, code.length) : -1;
	const at = pc < 0 ? op.ILLEGAL : code[pc];
	return at === op.ENTER || at === op.TRAP || at === op.NATIVE ? pc : -1;
}
