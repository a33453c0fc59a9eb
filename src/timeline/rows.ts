// Growing tables of 32-bit numbers that two branches can share: all chunks but the last are never written again.

import { invariant } from "../base/index.ts";

const CHUNK_BITS = 10;
/** Rows in one chunk. */
const CHUNK = 1 << CHUNK_BITS;
const FIRST_CHUNK = 4;

/** A table of rows of `width` signed 32-bit words. A fork shares every chunk but the last. */
export class Rows {
	readonly width: number;
	#chunks: Int32Array[] = [];
	#length = 0;

	constructor(width: number) {
		this.width = width;
	}

	get length(): number {
		return this.#length;
	}

	/** Bytes held, chunks shared with other branches included. */
	get bytes(): number {
		return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
	}

	get(row: number, word: number): number {
		const chunk = this.#chunks[row >> CHUNK_BITS] as Int32Array;
		return chunk[(row & (CHUNK - 1)) * this.width + word] as number;
	}

	set(row: number, word: number, value: number): void {
		const chunk = this.#chunks[row >> CHUNK_BITS] as Int32Array;
		chunk[(row & (CHUNK - 1)) * this.width + word] = value;
	}

	/** Appends one row; missing words are 0. */
	push(a: number, b = 0, c = 0, d = 0, e = 0): void {
		const chunk = this.#room();
		const at = (this.#length & (CHUNK - 1)) * this.width;
		chunk[at] = a;
		if (this.width > 1) chunk[at + 1] = b;
		if (this.width > 2) chunk[at + 2] = c;
		if (this.width > 3) chunk[at + 3] = d;
		if (this.width > 4) chunk[at + 4] = e;
		this.#length++;
	}

	/** Drops the last row. */
	pop(): void {
		invariant(this.#length > 0, "pop of a row that is there");
		this.#length--;
	}

	/** The first row whose `word` is at least `value`, where the table is sorted by that word; `length` when none is. */
	lowerBound(word: number, value: number): number {
		let low = 0;
		let high = this.#length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.get(middle, word) < value) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** A table with the first `length` rows; both can grow on, and change their last row, unseen by the other. */
	fork(length: number): Rows {
		invariant(length <= this.#length, "a fork keeps rows that are there");
		const copy = new Rows(this.width);
		if (length === 0) return copy;
		const full = (length - 1) >> CHUNK_BITS;
		copy.#chunks = this.#chunks.slice(0, full);
		const rest = length - full * CHUNK;
		const chunk = new Int32Array(roomFor(rest) * this.width);
		chunk.set((this.#chunks[full] as Int32Array).subarray(0, rest * this.width));
		copy.#chunks.push(chunk);
		copy.#length = length;
		return copy;
	}

	#room(): Int32Array {
		const index = this.#length >> CHUNK_BITS;
		const chunk = this.#chunks[index];
		const inside = this.#length & (CHUNK - 1);
		if (chunk !== undefined && inside * this.width < chunk.length) return chunk;
		const larger = new Int32Array((index > 0 ? CHUNK : roomFor(inside + 1)) * this.width);
		if (chunk !== undefined) larger.set(chunk);
		this.#chunks[index] = larger;
		return larger;
	}
}

/** Small tables stay small: a power of two, at most a whole chunk. */
function roomFor(rows: number): number {
	let room = FIRST_CHUNK;
	while (room < rows) room *= 2;
	return Math.min(room, CHUNK);
}
