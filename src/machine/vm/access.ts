// Accesses that the processor's loop finds no page for in its caches: unaligned ones, first ones, and those refused.

import { CACHE_SIZE, type Memory } from "./memory.ts";

/**
 * Loads 1, 2, 4 or 8 bytes into w[d] (and w[d + 1]); -1 and -2 are signed. False, and w unchanged, when the memory
 * refuses.
 */
export function load(memory: Memory, at: number, size: number, w: Int32Array, d: number): boolean {
	if (size === 8) {
		memory.load64(at, w, d);
		return memory.refusal === null;
	}
	const value = loadWord(memory, at, size);
	if (memory.refusal !== null) return false;
	w[d] = value;
	return true;
}

function loadWord(memory: Memory, at: number, size: number): number {
	switch (size) {
		case 1:
			return memory.load8(at);
		case -1:
			return (memory.load8(at) << 24) >> 24;
		case 2:
			return memory.load16(at);
		case -2:
			return (memory.load16(at) << 16) >> 16;
		default:
			return memory.load32(at);
	}
}

/** Stores 1, 2, 4 or 8 bytes from w[a] (and w[a + 1]); false when the memory refuses. */
export function store(memory: Memory, at: number, size: number, w: Int32Array, a: number): boolean {
	if (size === 8) memory.store64(at, w[a]!, w[a + 1]!);
	else if (size === 4) memory.store32(at, w[a]!);
	else if (size === 2) memory.store16(at, w[a]!);
	else memory.store8(at, w[a]!);
	return memory.refusal === null;
}

/** The page of an address, to be written in place; null when it may not be written. */
export function writablePage(memory: Memory, at: number): Int32Array | null {
	const e = (at >>> 12) & (CACHE_SIZE - 1);
	return memory.writeTags[e] === (at & -4096) ? memory.writePages[e]! : memory.pageToWrite(at);
}
