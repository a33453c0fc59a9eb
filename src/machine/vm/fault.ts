// Faults: what a program did that no machine can do, in words a learner understands.

import type { Region } from "./memory.ts";

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
	/** The address touched, or that of the instruction; 0 for `unsupported`. */
	readonly address: number;
	/** One clause: `read of 4 bytes at 0x0: a null pointer`. */
	readonly explanation: string;
}

export function hexadecimal(address: number): string {
	return `0x${(address >>> 0).toString(16)}`;
}

/** The fault of a refused access; `stackLimit` is the lowest address the stack may reach. */
export function accessFault(
	kind: "read" | "write",
	address: number,
	size: number,
	regions: readonly Region[],
	stackLimit: number,
): Fault {
	const at = address >>> 0;
	if (at < stackLimit && at >= stackLimit - 0x10_0000)
		return { kind: "stack-overflow", address: at, explanation: stackOverflowText(at) };
	const bytes = size === 1 ? "1 byte" : `${size} bytes`;
	return {
		kind,
		address: at,
		explanation: `${kind} of ${bytes} at ${hexadecimal(at)}: ${reason(at, regions)}`,
	};
}

function reason(address: number, regions: readonly Region[]): string {
	if (address === 0) return "a null pointer";
	if (address < 0x1_0000) return "a null pointer plus an offset";
	if (address === 0xffff_ffff) return "the pointer -1, which a failed call returned";
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
