// Why the processor's loop comes back.

import { accessFault, type Fault, hexadecimal, reported, stackOverflowText } from "./fault.ts";
import { codeAddress, STACK_START } from "./frame.ts";
import type { Memory } from "./memory.ts";

export type Stop =
	/** The budget is spent; the processor stands before a statement (or, in a runaway library loop, in it). */
	| { readonly kind: "statements" }
	/** A function that nobody defined was called, and has not returned yet. */
	| { readonly kind: "trap"; readonly name: string }
	| { readonly kind: "fault"; readonly fault: Fault };

export const statements: Stop = { kind: "statements" };

function fault(kind: Fault["kind"], address: number, explanation: string): Stop {
	return { kind: "fault", fault: { kind, address, barrier: null, explanation } };
}

/** The refusal that the memory has noted, which is forgotten. */
export function refused(memory: Memory): Stop {
	const refusal = memory.refusal!;
	memory.refusal = null;
	return { kind: "fault", fault: accessFault(refusal, memory.regions, STACK_START) };
}

/** The frame itself is not writable. */
export function lostFrame(memory: Memory, fp: number): Stop {
	memory.refuse("write", fp, 4);
	return refused(memory);
}

/** A division by 0 or, of the most negative number, by -1. */
export function divided(pc: number, divisor: number, width = ""): Stop {
	const explanation =
		divisor === 0
			? "division by zero"
			: `division of the most negative number${width} by -1, which has no result`;
	return fault("divide", codeAddress(pc), explanation);
}

/** A frame, or room for `alloca`, would begin at this address. */
export function overflow(address: number): Stop {
	const at = Math.max(address, 0);
	return fault("stack-overflow", at, stackOverflowText(at));
}

/** A call of what is no function, at an address in two halves. */
export function wild(low: number, high: number): Stop {
	const what = (low | high) === 0 ? "a null pointer" : "no function";
	const explanation = `call of the function at ${hexadecimal(low, high)}: ${what}`;
	return { kind: "fault", fault: { kind: "execute", ...reported(low, high, null), explanation } };
}

/** A return or jump to what never was a place to come back to; `back` is an index into the code. */
export function lost(back: number): Stop {
	const at = codeAddress(back) >>> 0;
	return fault("execute", at, `return to ${hexadecimal(at)}: the program has overwritten its own stack`);
}

export function illegal(pc: number): Stop {
	return fault("abort-instruction", codeAddress(pc), "an instruction that stops the program");
}
