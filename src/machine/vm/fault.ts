// Faults: what a program did that no machine can do, in words a learner understands.

import type { Refusal, Region } from "./memory.ts";

/** The memory is there and protected; or no processor can form the address, counted from the stack's pointer or not. */
export type Barrier = "protection" | "form" | "stack-form";

/** Why the processor cannot go on. A computer makes SIGSEGV, SIGFPE, SIGILL or SIGBUS of it. */
export interface Fault {
	readonly kind:
		| "read"
		| "write"
		| "execute"
		| "divide"
		| "stack-overflow"
		| "abort-instruction"
		/** A call of a function that the computer does not have. */
		| "unsupported";
	/** The address touched, signed, or that of the instruction; 0 for `unsupported`, and where the processor tells none. */
	readonly address: number;
	/** What kept the program out, where it is not that nothing is there. */
	readonly barrier: Barrier | null;
	/** One clause: `read of 4 bytes at 0x0: a null pointer`. */
	readonly explanation: string;
}

/** An address, given by its lower and its upper half. */
export function hexadecimal(low: number, high = 0): string {
	const lower = (low >>> 0).toString(16);
	return high === 0 ? `0x${lower}` : `0x${(high >>> 0).toString(16)}${lower.padStart(8, "0")}`;
}

/** What an x86-64 processor tells of an address: nothing of one whose upper 17 bits are neither all 0 nor all 1. */
export function reported(
	low: number,
	high: number,
	barrier: Barrier | null,
	fromFrame = false,
): Pick<Fault, "address" | "barrier"> {
	if (high >= -0x8000 && high < 0x8000) return { address: high * 2 ** 32 + (low >>> 0), barrier };
	return { address: 0, barrier: fromFrame ? "stack-form" : "form" };
}

/** The fault of a refused access; `stackLimit` is the lowest address the stack may reach. */
export function accessFault(
	{ kind, address: at, fromFrame = false, high, size }: Refusal,
	regions: readonly Region[],
	stackLimit: number,
): Fault {
	if (high === 0 && at < stackLimit && at >= stackLimit - 0x10_0000)
		return { kind: "stack-overflow", address: at, barrier: null, explanation: stackOverflowText(at) };
	const bytes = size === 1 ? "1 byte" : `${size} bytes`;
	const where = high === 0 ? reason(at, regions) : farReason(at, high);
	const isMapped = high === 0 && regions.some(({ start, end }) => start <= at && at < end);
	return {
		kind,
		...reported(at, high, isMapped ? "protection" : null, fromFrame),
		explanation: `${kind} of ${bytes} at ${hexadecimal(at, high)}: ${where}`,
	};
}

function farReason(low: number, high: number): string {
	if (high === -1 && low === 0xffff_ffff) return "the pointer -1, which a failed call returned";
	if (high === -1 && low >= 0xffff_0000) return "a null pointer minus an offset";
	return "no memory there";
}

function reason(address: number, regions: readonly Region[]): string {
	if (address === 0) return "a null pointer";
	if (address < 0x1_0000) return "a null pointer plus an offset";
	const region = regions.find(({ start, end }) => start <= address && address < end);
	if (region?.kind === "text") return "the program's code, which is no data";
	if (region?.kind === "constants") return "a string literal or constant, which is read-only";
	if (region !== undefined) return "memory that is protected";
	const below = regions.findLast(({ end }) => end <= address);
	if (below !== undefined && address - below.end < 0x1000) return `just beyond the end of the ${below.kind}`;
	return "no memory there";
}

export function stackOverflowText(address: number): string {
	return `the stack has no room left at ${hexadecimal(address)}: too deep a recursion, or too large a local array`;
}
