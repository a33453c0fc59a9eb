// Work on many bytes of memory at once, with the refusal that a loop over single bytes would meet.

import { CACHE_SIZE, type Memory } from "./memory.ts";
import { PAGE_SIZE, PAGE_WORDS } from "./pages.ts";

/** Below this many bytes a plain loop is quicker than views on pages. */
const SMALL = 64;

/** The first of `length` addresses that is not accessible, noted as refused; true when all are. */
export function allowed(memory: Memory, kind: "read" | "write", address: number, length: number): boolean {
	const check = kind === "read" ? memory.readable : memory.writable;
	if (!memory.allows(kind, address, length)) return false;
	if (check.call(memory, address, length)) return true;
	let at = address;
	while (check.call(memory, at, 1)) at = (Math.floor(at / PAGE_SIZE) + 1) * PAGE_SIZE;
	memory.refuse(kind, at, 1);
	return false;
}

/** memmove: the blocks may overlap. */
export function copyBytes(memory: Memory, target: number, source: number, size: number): void {
	if (size === 0) return;
	const isWords = size <= SMALL && ((target | source | size) & 3) === 0;
	if (isWords && copyCached(memory, target, source, size >> 2)) return;
	if (!allowed(memory, "read", source, size) || !allowed(memory, "write", target, size)) return;
	if (!isWords) memory.write(target, memory.read(source, size)!);
	else if (target <= source)
		for (let i = 0; i < size; i += 4) memory.store32(target + i, memory.load32(source + i));
	else for (let i = size - 4; i >= 0; i -= 4) memory.store32(target + i, memory.load32(source + i));
}

/** Words of two pages in the caches, where what may not be touched never is; false when they are not. */
function copyCached(memory: Memory, target: number, source: number, words: number): boolean {
	if (target !== (target | 0) || source !== (source | 0)) return false;
	const to = (target >>> 12) & (CACHE_SIZE - 1);
	const from = (source >>> 12) & (CACHE_SIZE - 1);
	if (memory.writeTags[to] !== (target & -PAGE_SIZE) || memory.readTags[from] !== (source & -PAGE_SIZE))
		return false;
	const t = (target % PAGE_SIZE) >> 2;
	const s = (source % PAGE_SIZE) >> 2;
	if (Math.max(t, s) + words > PAGE_WORDS) return false;
	const write = memory.writePages[to]!;
	const read = memory.readPages[from]!;
	if (t <= s) for (let i = 0; i < words; i++) write[t + i] = read[s + i]!;
	else for (let i = words - 1; i >= 0; i--) write[t + i] = read[s + i]!;
	return true;
}

/** memset. */
export function fillBytes(memory: Memory, target: number, byte: number, size: number): void {
	if (size === 0 || !allowed(memory, "write", target, size)) return;
	for (let at = target; at < target + size; ) {
		const part = Math.min(target + size - at, PAGE_SIZE - (at % PAGE_SIZE));
		const page = memory.pageToWrite(at)!;
		new Uint8Array(page.buffer, at % PAGE_SIZE, part).fill(byte);
		at += part;
	}
}

/** How many bytes come before the first `byte` from `address` on, at most `max`. */
export function countBefore(memory: Memory, address: number, byte: number, max: number): number {
	let at = address;
	const end = at + max;
	while (at < end) {
		const page = memory.pageToRead(at);
		if (page === null) return memory.refuse("read", at, 1);
		const part = Math.min(end - at, PAGE_SIZE - (at % PAGE_SIZE));
		const found = new Uint8Array(page.buffer, at % PAGE_SIZE, part).indexOf(byte);
		if (found >= 0) return counted(memory, address, at + found - address, 1);
		at += part;
	}
	return counted(memory, address, max, 0);
}

function counted(memory: Memory, address: number, count: number, more: number): number {
	return memory.allows("read", address, count + more) ? count : 0;
}

/** The difference of the first two bytes that differ, within `max`; stops after a zero byte if `text`. */
export function compareBytes(
	memory: Memory,
	left: number,
	right: number,
	max: number,
	text: boolean,
): number {
	if (max === 0 || !allowed(memory, "read", left, 1) || !allowed(memory, "read", right, 1)) return 0;
	for (let i = 0; i < max; i++) {
		const a = memory.load8(left + i);
		const b = memory.load8(right + i);
		if (memory.refusal !== null) return 0;
		if (a !== b) return a - b;
		if (text && a === 0) return 0;
	}
	return 0;
}
