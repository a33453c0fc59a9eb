// Accesses that the processor's loop finds no page for in its caches: unaligned ones, first ones, those of 2 bytes, and
// those refused, whose address may be any of 64 bits.

import { CACHE_SIZE, type Memory } from "./memory.ts";
import { op, WIDE } from "./opcodes.ts";
import { ADDRESS_LIMIT } from "./pages.ts";

/** By the operation's number from LD8 on, and from GLD8 on: bytes, of a signed load less than 0. Loads come first. */
const PLAIN = [-1, 1, -2, 2, 4, 8, 1, 2, 4, 8];
const PLAIN_LOADS = 6;
const INDEXED = [-1, 1, 4, 8, 1, 4, 8];
const INDEXED_LOADS = 4;
const WORD = 2 ** 32;

/** The signed number of 64 bits in w[a] and w[a + 1]; beyond 2^53 it is rounded. */
export function whole(w: Int32Array, a: number): number {
	return w[a + 1]! * WORD + (w[a]! >>> 0);
}

/** Does the load or store at `pc` with all 64 bits of its address; false when the memory refuses. */
export function reach(memory: Memory, code: Int32Array, pc: number, fp: number, w: Int32Array): boolean {
	const operation = code[pc]! & 255;
	const [x, y, z] = [code[pc + 1]!, code[pc + 2]!, code[pc + 3]!];
	const f = (fp & 4095) >> 2;
	const plain = operation < op.GLD8;
	const i = plain ? operation - op.LD8 : (operation - op.GLD8) % INDEXED.length;
	const size = (plain ? PLAIN : INDEXED)[i]!;
	const loads = i < (plain ? PLAIN_LOADS : INDEXED_LOADS);
	const bytes = Math.abs(size);
	const n = operation < op.GXLD8 ? z : y;
	const slot = f + (n & (WIDE - 1));
	let low = 0;
	let high = 0;
	if (plain || (operation >= op.XLD8 && operation < op.GXLD8)) {
		low = w[f + y]! >>> 0;
		high = w[f + y + 1]!;
	} else if (operation < op.XLD8) low = y;
	else low = operation < op.FXLD8 ? z : fp + z;
	if (plain) low += z;
	else if (operation >= op.XLD8) {
		low += (n < WIDE ? w[slot]! : w[slot]! >>> 0) * bytes;
		if (n >= WIDE) high += w[slot + 1]! * bytes;
	}
	high = (high + Math.floor(low / WORD)) | 0;
	const at = low >>> 0;
	if (high !== 0 || at >= ADDRESS_LIMIT) {
		const fromFrame = operation >= op.FXLD8;
		memory.refusal = { kind: loads ? "read" : "write", address: at, high, size: bytes, fromFrame };
		return false;
	}
	return loads ? load(memory, at, size, w, f + x) : store(memory, at, bytes, w, f + x);
}

/** After work on the addresses at these slots that was refused: one that whole() has rounded is named to the last bit. */
export function nameExactly(memory: Memory, w: Int32Array, ...slots: readonly number[]): void {
	const { refusal } = memory;
	for (const a of slots)
		if (refusal !== null && whole(w, a) === refusal.high * WORD + refusal.address)
			memory.refusal = { ...refusal, address: w[a]! >>> 0, high: w[a + 1]! };
}

/**
 * Loads 1, 2, 4 or 8 bytes into w[d] (and w[d + 1]); -1 and -2 are signed. False, and w unchanged, when the memory
 * refuses.
 */
function load(memory: Memory, at: number, size: number, w: Int32Array, d: number): boolean {
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
function store(memory: Memory, at: number, size: number, w: Int32Array, a: number): boolean {
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
