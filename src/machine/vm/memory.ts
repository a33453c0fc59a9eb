// The memory of one process: 31-bit addresses, pages of 4096 bytes, copied on write.

import { decodeText, Hash } from "../../base/index.ts";
import {
	ADDRESS_LIMIT,
	constantZeroPage,
	eachWrittenPage,
	emptyRoot,
	newOwner,
	type Owner,
	PAGE_SIZE,
	PAGE_WORDS,
	type Page,
	pageAt,
	type Root,
	withPage,
	zeroPage,
} from "./pages.ts";
import type { Processor } from "./processor.ts";

/** A stretch of mapped addresses; `end` is the first address beyond it. */
export interface Region {
	readonly start: number;
	readonly end: number;
	readonly kind: "text" | "constants" | "data" | "heap" | "map" | "stack";
	readonly readable: boolean;
	readonly writable: boolean;
}

/** All of a memory at one moment; nothing in it ever changes. */
export interface MemorySnapshot {
	readonly root: Root;
	readonly regions: readonly Region[];
	readonly heapStart: number;
	readonly heapEnd: number;
}

/** The access that was refused last. */
export interface Refusal {
	readonly kind: "read" | "write";
	/** The lower 32 bits, unsigned, and the upper ones, signed. */
	readonly address: number;
	readonly high: number;
	readonly size: number;
	/** The address was counted from the frame's own. */
	readonly fromFrame?: boolean;
}

/** Bytes of a process's heap at most. Linux would give more, and take a process that touches too much by SIGKILL. */
export const HEAP_MAX = 256 << 20;

/** Where `mapAnywhere` looks for room. */
const MAP_START = 0x4000_0000;
const MAP_END = 0x7000_0000;

/** Entries of the caches below: how many pages can be reached without a walk through the table. */
export const CACHE_SIZE = 256;
/** Fewer bytes are copied one by one: a view of a page costs more than they do. */
const SHORT = 64;
const NO_TAG = -1;
const NO_WORDS = new Int32Array(0);

/**
 * The fields that begin with `read` and `write` are the processor's: caches from addresses to pages. The entry of a
 * page number n is n % CACHE_SIZE; its tag is the page's first address. A page in the write cache may be written in place.
 */
export class Memory {
	readonly readTags = new Int32Array(CACHE_SIZE).fill(NO_TAG);
	readonly readPages: Int32Array[] = new Array(CACHE_SIZE).fill(NO_WORDS);
	readonly writeTags = new Int32Array(CACHE_SIZE).fill(NO_TAG);
	readonly writePages: Int32Array[] = new Array(CACHE_SIZE).fill(NO_WORDS);
	/** The heap's size in bytes that was asked for last and not given, or null; no part of a snapshot. */
	heapRefused: number | null = null;
	/** Bytes of heap that the program may have, at most HEAP_MAX; no part of a snapshot. */
	heapMost = HEAP_MAX;
	/** Set by a refused access, until somebody takes note. */
	refusal: Refusal | null = null;

	#root: Root = emptyRoot;
	#owner: Owner = newOwner();
	#regions: readonly Region[] = [];
	#heapStart = 0;
	#heapEnd = 0;

	/** In the order of addresses. */
	get regions(): readonly Region[] {
		return this.#regions;
	}

	// ---- snapshots ----

	/** O(1): shares every page; both sides copy a page before they write it. */
	snapshot(): MemorySnapshot {
		this.#owner = newOwner();
		this.writeTags.fill(NO_TAG);
		return {
			root: this.#root,
			regions: this.#regions,
			heapStart: this.#heapStart,
			heapEnd: this.#heapEnd,
		};
	}

	restore(snapshot: MemorySnapshot): void {
		this.#root = snapshot.root;
		this.#owner = newOwner();
		this.#regions = snapshot.regions;
		this.#heapStart = snapshot.heapStart;
		this.#heapEnd = snapshot.heapEnd;
		this.refusal = null;
		this.#forgetCaches();
	}

	/** Of the content; the stack below `stackPointer`, which no program may look at, does not count. */
	hash(into: Hash, stackPointer: number): void {
		const stack = this.#regions.find(({ kind }) => kind === "stack");
		const deadStart = stack === undefined ? ADDRESS_LIMIT : stack.start / PAGE_SIZE;
		const liveStart = Math.floor(stackPointer / PAGE_SIZE);
		for (const { start, end } of this.#regions) {
			into.number(start);
			into.number(end);
		}
		eachWrittenPage(this.#root, (number, page) => {
			if (number >= deadStart && number < liveStart) return;
			const first = number === liveStart ? (stackPointer % PAGE_SIZE) >> 2 : 0;
			const hash = this.#pageHash(page, first);
			if (hash === 0) return;
			into.word(number);
			into.number(hash);
		});
	}

	/** The numbers of the pages that hold something, in the order of addresses. */
	touchedPages(): readonly number[] {
		const numbers: number[] = [];
		eachWrittenPage(this.#root, (number) => numbers.push(number));
		return numbers;
	}

	#pageHash(page: Page, firstWord: number): number {
		if (firstWord === 0 && page.owner !== this.#owner && page.hash !== null) return page.hash;
		const hash = new Hash();
		let anything = 0;
		for (let i = firstWord; i < PAGE_WORDS; i++) {
			anything |= page.words[i]!;
			hash.word(page.words[i]!);
		}
		const digest = anything === 0 ? 0 : hash.digest();
		if (firstWord === 0 && page.owner !== this.#owner) page.hash = digest;
		return digest;
	}

	// ---- mapping ----

	/** Maps zeros over whole pages; what was mapped there before is gone. Addresses are multiples of 4096. */
	map(
		address: number,
		length: number,
		kind: Region["kind"] = "map",
		access: { readonly readable: boolean; readonly writable: boolean } = { readable: true, writable: true },
	): void {
		const end = roundToPage(address + length);
		const page = access.readable ? (access.writable ? zeroPage : constantZeroPage) : null;
		for (let at = address; at < end; at += PAGE_SIZE) this.#setPage(at / PAGE_SIZE, page);
		this.#replaceRegions(address, end, { start: address, end, kind, ...access });
	}

	/** Maps zeros where there is room and returns the address; null when there is none. Length in bytes, above 0. */
	mapAnywhere(
		length: number,
		access?: { readonly readable: boolean; readonly writable: boolean },
	): number | null {
		const size = roundToPage(length);
		let at = MAP_START;
		for (const { start, end } of this.#regions) {
			if (end <= at) continue;
			if (start - at >= size) break;
			at = end;
		}
		if (at + size > MAP_END) return null;
		this.map(at, size, "map", access);
		return at;
	}

	unmap(address: number, length: number): void {
		const end = roundToPage(address + length);
		for (let at = address; at < end; at += PAGE_SIZE) {
			if (pageAt(this.#root, at / PAGE_SIZE) !== null) this.#setPage(at / PAGE_SIZE, null);
		}
		this.#replaceRegions(address, end, null);
	}

	/** Where the heap ends. `setBreak` moves it; false when the new end is no possible one. */
	get heapEnd(): number {
		return this.#heapEnd;
	}

	get heapStart(): number {
		return this.#heapStart;
	}

	setBreak(address: number): boolean {
		const size = address - this.#heapStart;
		if (size > HEAP_MAX) this.heapRefused = size;
		if (size < 0 || (size > this.heapMost && address > this.#heapEnd)) return false;
		const before = roundToPage(this.#heapEnd);
		const after = roundToPage(address);
		for (let at = before; at < after; at += PAGE_SIZE) this.#setPage(at / PAGE_SIZE, zeroPage);
		for (let at = after; at < before; at += PAGE_SIZE) this.#setPage(at / PAGE_SIZE, null);
		this.#heapEnd = address;
		const heap = {
			start: this.#heapStart,
			end: after,
			kind: "heap",
			readable: true,
			writable: true,
		} as const;
		this.#replaceRegions(this.#heapStart, Math.max(before, after), after > this.#heapStart ? heap : null);
		return true;
	}

	/** Where the heap is to begin; a multiple of 4096. */
	startHeap(address: number): void {
		this.#heapStart = address;
		this.#heapEnd = address;
	}

	/** Makes the pages of a filled region constant, or refuses every access to an unused one such as the text. */
	protect(address: number, length: number, kind: Region["kind"], readable: boolean): void {
		const end = roundToPage(address + length);
		for (let at = address; at < end && readable; at += PAGE_SIZE) {
			const page = pageAt(this.#root, at / PAGE_SIZE);
			if (page !== null) this.#setPage(at / PAGE_SIZE, { ...page, writable: false });
		}
		this.#replaceRegions(address, end, { start: address, end, kind, readable, writable: false });
	}

	#replaceRegions(start: number, end: number, region: Region | null): void {
		const kept: Region[] = [];
		for (const old of this.#regions) {
			if (old.end <= start || old.start >= end) kept.push(old);
			else {
				if (old.start < start) kept.push({ ...old, end: start });
				if (old.end > end) kept.push({ ...old, start: end });
			}
		}
		if (region !== null) kept.push(region);
		this.#regions = kept.sort((a, b) => a.start - b.start);
	}

	#setPage(number: number, page: Page | null): void {
		this.#root = withPage(this.#root, number, page, this.#owner);
		const entry = number % CACHE_SIZE;
		if (this.readTags[entry] === number * PAGE_SIZE) this.readTags[entry] = NO_TAG;
		if (this.writeTags[entry] === number * PAGE_SIZE) this.writeTags[entry] = NO_TAG;
	}

	#forgetCaches(): void {
		this.readTags.fill(NO_TAG);
		this.writeTags.fill(NO_TAG);
	}

	// ---- pages, for the processor ----

	/** The page of an address for reading, now in the cache; null when nothing is mapped there. */
	pageToRead(address: number): Int32Array | null {
		if (address < 0 || address >= ADDRESS_LIMIT) return null;
		const number = address >>> 12;
		const page = pageAt(this.#root, number);
		if (page === null) return null;
		this.readTags[number % CACHE_SIZE] = number * PAGE_SIZE;
		this.readPages[number % CACHE_SIZE] = page.words;
		return page.words;
	}

	/** The page of an address for writing in place, now in both caches; null when it may not be written. */
	pageToWrite(address: number): Int32Array | null {
		if (address < 0 || address >= ADDRESS_LIMIT) return null;
		const number = address >>> 12;
		let page = pageAt(this.#root, number);
		if (page === null || !page.writable) return null;
		if (page.owner !== this.#owner) {
			page = { words: page.words.slice(), owner: this.#owner, writable: true, hash: null };
			this.#root = withPage(this.#root, number, page, this.#owner);
		}
		const entry = number % CACHE_SIZE;
		this.readTags[entry] = this.writeTags[entry] = number * PAGE_SIZE;
		this.readPages[entry] = this.writePages[entry] = page.words;
		return page.words;
	}

	// ---- for a memory that knows what lies where, see guarded-memory.ts ----

	/** Whether an access is meant to be; one that is not has been refused. */
	allows(_kind: "read" | "write", _address: number, _size: number): boolean {
		return true;
	}

	/** What a watched function says of the room of its variables, from w[o] on. */
	room(_w: Int32Array, _o: number): void {}

	/** The processor has stopped at an access that was refused. */
	stopped(_processor: Processor): void {}

	/** Notes a refused access and returns 0. `high` is the upper half of the address. */
	refuse(
		kind: "read" | "write",
		address: number,
		size: number,
		high = Math.floor(address / 2 ** 32),
	): number {
		this.refusal = { kind, address: address >>> 0, high, size };
		return 0;
	}

	// ---- any access of 1, 2 or 4 bytes, at any alignment; a refused one is noted in `refusal` ----

	/** 0…255. */
	load8(address: number): number {
		const tag = this.readTags[(address >>> 12) & (CACHE_SIZE - 1)];
		const page =
			tag === (address & ~(PAGE_SIZE - 1))
				? this.readPages[(address >>> 12) & (CACHE_SIZE - 1)]!
				: this.pageToRead(address);
		if (page === null) return this.refuse("read", address, 1);
		return (page[(address & 4095) >> 2]! >> ((address & 3) << 3)) & 255;
	}

	/** 0…65535. */
	load16(address: number): number {
		if ((address & 4095) === 4095) return this.#loadBytes(address, 2);
		const page = this.pageToRead(address);
		if (page === null) return this.refuse("read", address, 2);
		const index = (address & 4095) >> 2;
		const shift = (address & 3) << 3;
		if (shift === 24) return ((page[index]! >>> 24) | (page[index + 1]! << 8)) & 0xffff;
		return (page[index]! >> shift) & 0xffff;
	}

	/** Signed. */
	load32(address: number): number {
		if ((address & 3) !== 0) return this.#loadBytes(address, 4);
		const page = this.pageToRead(address);
		if (page === null) return this.refuse("read", address, 4);
		return page[(address & 4095) >> 2]!;
	}

	/** Two words into `w` from index `d` on; one refusal for all 8 bytes. */
	load64(address: number, w: Int32Array, d: number): void {
		const low = this.load32(address);
		const high = this.load32(address + 4);
		if (this.refusal !== null) this.refuse("read", address, 8);
		else {
			w[d] = low;
			w[d + 1] = high;
		}
	}

	#loadBytes(address: number, size: number): number {
		let value = 0;
		for (let i = 0; i < size; i++) {
			const page = this.pageToRead(address + i);
			if (page === null) return this.refuse("read", address, size);
			const at = (address + i) & 4095;
			value |= ((page[at >> 2]! >> ((at & 3) << 3)) & 255) << (i << 3);
		}
		return value;
	}

	store8(address: number, value: number): void {
		const tag = this.writeTags[(address >>> 12) & (CACHE_SIZE - 1)];
		const page =
			tag === (address & ~(PAGE_SIZE - 1))
				? this.writePages[(address >>> 12) & (CACHE_SIZE - 1)]!
				: this.pageToWrite(address);
		if (page === null) {
			this.refuse("write", address, 1);
			return;
		}
		const index = (address & 4095) >> 2;
		const shift = (address & 3) << 3;
		page[index] = (page[index]! & ~(255 << shift)) | ((value & 255) << shift);
	}

	store16(address: number, value: number): void {
		this.#storeBytes(address, value, 2);
	}

	store32(address: number, value: number): void {
		if ((address & 3) !== 0) {
			this.#storeBytes(address, value, 4);
			return;
		}
		const page = this.pageToWrite(address);
		if (page === null) this.refuse("write", address, 4);
		else page[(address & 4095) >> 2] = value;
	}

	store64(address: number, low: number, high: number): void {
		if ((address & 3) !== 0 || (address & 4095) > 4088) {
			if (this.pageToWrite(address) === null || this.pageToWrite(address + 7) === null) {
				this.refuse("write", address, 8);
				return;
			}
			this.store32(address, low);
			this.store32(address + 4, high);
			return;
		}
		const page = this.pageToWrite(address);
		if (page === null) {
			this.refuse("write", address, 8);
			return;
		}
		page[(address & 4095) >> 2] = low;
		page[((address & 4095) >> 2) + 1] = high;
	}

	#storeBytes(address: number, value: number, size: number): void {
		if (this.pageToWrite(address) === null || this.pageToWrite(address + size - 1) === null) {
			this.refuse("write", address, size);
			return;
		}
		for (let i = 0; i < size; i++) this.store8(address + i, value >> (i << 3));
	}

	// ---- for the kernel's side: whole values; null or false when not everything is accessible ----

	readable(address: number, length: number): boolean {
		return this.#accessible(address, length, false);
	}

	writable(address: number, length: number): boolean {
		return this.#accessible(address, length, true);
	}

	#accessible(address: number, length: number, writing: boolean): boolean {
		if (address < 0 || length < 0 || address + length > ADDRESS_LIMIT) return false;
		const last = Math.floor((address + length - 1) / PAGE_SIZE);
		for (let n = Math.floor(address / PAGE_SIZE); n <= last; n++) {
			const page = pageAt(this.#root, n);
			if (page === null || (writing && !page.writable)) return false;
		}
		return true;
	}

	/** A copy of `length` bytes. */
	read(address: number, length: number): Uint8Array | null {
		if (!this.readable(address, length)) return null;
		const bytes = new Uint8Array(length);
		if (length < SHORT) {
			for (let i = 0; i < length; i++) bytes[i] = this.load8(address + i);
			return bytes;
		}
		for (let done = 0; done < length; ) {
			const at = address + done;
			const part = Math.min(length - done, PAGE_SIZE - (at % PAGE_SIZE));
			const { words } = pageAt(this.#root, Math.floor(at / PAGE_SIZE))!;
			bytes.set(new Uint8Array(words.buffer, at % PAGE_SIZE, part), done);
			done += part;
		}
		return bytes;
	}

	/** Writes all of `bytes` or, when that is not possible, nothing. */
	write(address: number, bytes: Uint8Array): boolean {
		if (!this.writable(address, bytes.length)) return false;
		if (bytes.length < SHORT) {
			for (let i = 0; i < bytes.length; i++) this.store8(address + i, bytes[i]!);
			return true;
		}
		for (let done = 0; done < bytes.length; ) {
			const at = address + done;
			const part = Math.min(bytes.length - done, PAGE_SIZE - (at % PAGE_SIZE));
			const words = this.pageToWrite(at)!;
			new Uint8Array(words.buffer, at % PAGE_SIZE, part).set(bytes.subarray(done, done + part));
			done += part;
		}
		return true;
	}

	/** The bytes before the first zero byte; null when they are not readable or more than `max`. */
	cBytes(address: number, max = 4096): Uint8Array | null {
		const bytes: number[] = [];
		for (let i = 0; i <= max; i++) {
			if (i === 0 || (address + i) % PAGE_SIZE === 0) if (!this.readable(address + i, 1)) return null;
			const byte = this.load8(address + i);
			if (byte === 0) return Uint8Array.from(bytes);
			bytes.push(byte);
		}
		return null;
	}

	/** A C string as text (UTF-8). */
	cString(address: number, max = 4096): string | null {
		const bytes = this.cBytes(address, max);
		return bytes === null ? null : decodeText(bytes);
	}

	getInt32(address: number): number | null {
		return this.readable(address, 4) ? this.load32(address) : null;
	}

	setInt32(address: number, value: number): boolean {
		if (!this.writable(address, 4)) return false;
		this.store32(address, value | 0);
		return true;
	}

	/** Signed. */
	getInt64(address: number): bigint | null {
		if (!this.readable(address, 8)) return null;
		return (BigInt(this.load32(address + 4)) << 32n) | BigInt(this.load32(address) >>> 0);
	}

	setInt64(address: number, value: bigint | number): boolean {
		if (!this.writable(address, 8)) return false;
		if (typeof value === "number") {
			this.store64(address, value | 0, Math.floor(value / 2 ** 32) | 0);
			return true;
		}
		this.store32(address, Number(BigInt.asIntN(32, value)));
		this.store32(address + 4, Number(BigInt.asIntN(32, value >> 32n)));
		return true;
	}
}

function roundToPage(address: number): number {
	return Math.ceil(address / PAGE_SIZE) * PAGE_SIZE;
}
