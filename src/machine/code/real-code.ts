// Whether a program computes with real numbers.

import { op } from "../vm/opcodes.ts";
import { nextInstruction } from "../vm/pairs.ts";
import type { Image } from "./image.ts";

/** Whether one of the user's functions does. What the library's do is told by the functions that are called. */
export function computesReals({ code, functions }: Image): boolean {
	return functions.some(({ start, end, library }) => {
		for (let pc = start; !library && pc < end; pc = nextInstruction(code, pc)) {
			const operation = code[pc]! & 255;
			if (operation >= op.FADD && operation <= op.UL_TO_F) return true;
		}
		return false;
	});
}
