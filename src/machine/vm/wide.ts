// 64-bit whole numbers as two 32-bit words, low word first, at an index of an Int32Array; exact, without allocation
// except where a division has more than 53 bits.
//
// All functions read w[a], w[a + 1] (and w[b], w[b + 1]) before they write w[d], w[d + 1], so the places may coincide.

const TWO_32 = 0x1_0000_0000;

export function setWide(w: Int32Array, d: number, value: bigint): void {
	w[d] = Number(BigInt.asIntN(32, value));
	w[d + 1] = Number(BigInt.asIntN(32, value >> 32n));
}

export function signedWide(w: Int32Array, a: number): bigint {
	return (BigInt(w[a + 1]!) << 32n) | BigInt(w[a]! >>> 0);
}

export function unsignedWide(w: Int32Array, a: number): bigint {
	return (BigInt(w[a + 1]! >>> 0) << 32n) | BigInt(w[a]! >>> 0);
}

/** The high word of the unsigned 64-bit product of two words. */
function highProduct(x: number, y: number): number {
	const x0 = x & 0xffff;
	const x1 = x >>> 16;
	const y0 = y & 0xffff;
	const y1 = y >>> 16;
	const low = Math.imul(x0, y0) >>> 0;
	const middle = x1 * y0 + (low >>> 16);
	const other = x0 * y1 + (middle % 0x10000);
	return (x1 * y1 + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000)) | 0;
}

export function multiply(w: Int32Array, d: number, a: number, b: number): void {
	const al = w[a]!;
	const bl = w[b]!;
	const high = highProduct(al, bl) + Math.imul(w[a + 1]!, bl) + Math.imul(al, w[b + 1]!);
	w[d] = Math.imul(al, bl);
	w[d + 1] = high;
}

export function shiftLeft(w: Int32Array, d: number, a: number, count: number): void {
	const low = w[a]!;
	const high = w[a + 1]!;
	const n = count & 63;
	if (n === 0) {
		w[d] = low;
		w[d + 1] = high;
	} else if (n < 32) {
		w[d] = low << n;
		w[d + 1] = (high << n) | (low >>> (32 - n));
	} else {
		w[d] = 0;
		w[d + 1] = low << (n - 32);
	}
}

export function shiftRight(w: Int32Array, d: number, a: number, count: number): void {
	const low = w[a]!;
	const high = w[a + 1]!;
	const n = count & 63;
	if (n === 0) {
		w[d] = low;
		w[d + 1] = high;
	} else if (n < 32) {
		w[d] = (low >>> n) | (high << (32 - n));
		w[d + 1] = high >> n;
	} else {
		w[d] = high >> (n - 32);
		w[d + 1] = high >> 31;
	}
}

export function shiftRightUnsigned(w: Int32Array, d: number, a: number, count: number): void {
	const low = w[a]!;
	const high = w[a + 1]!;
	const n = count & 63;
	if (n === 0) {
		w[d] = low;
		w[d + 1] = high;
	} else if (n < 32) {
		w[d] = (low >>> n) | (high << (32 - n));
		w[d + 1] = high >>> n;
	} else {
		w[d] = high >>> (n - 32);
		w[d + 1] = 0;
	}
}

/** Whether a < b, signed. */
export function less(w: Int32Array, a: number, b: number): boolean {
	const ah = w[a + 1]!;
	const bh = w[b + 1]!;
	return ah < bh || (ah === bh && w[a]! >>> 0 < w[b]! >>> 0);
}

/** Whether a < b, unsigned. */
export function lessUnsigned(w: Int32Array, a: number, b: number): boolean {
	const ah = w[a + 1]! >>> 0;
	const bh = w[b + 1]! >>> 0;
	return ah < bh || (ah === bh && w[a]! >>> 0 < w[b]! >>> 0);
}

/** A high word from here to `SAFE_HIGH` means a whole number that a double holds exactly. */
const SAFE_HIGH = 0x20_0000;

function isSafe(high: number): boolean {
	return high >= -SAFE_HIGH && high < SAFE_HIGH;
}

function setNumber(w: Int32Array, d: number, value: number): void {
	w[d] = value | 0;
	w[d + 1] = Math.floor(value / TWO_32);
}

/** a / b (or a % b), signed, towards zero; b is not 0, and -2^63 / -1 wraps (the caller may refuse it first). */
export function divide(w: Int32Array, d: number, a: number, b: number, remainder: boolean): void {
	const ah = w[a + 1]!;
	const bh = w[b + 1]!;
	if (isSafe(ah) && isSafe(bh)) {
		const x = ah * TWO_32 + (w[a]! >>> 0);
		const y = bh * TWO_32 + (w[b]! >>> 0);
		const r = x % y;
		setNumber(w, d, remainder ? r : (x - r) / y);
		return;
	}
	const x = signedWide(w, a);
	const y = signedWide(w, b);
	setWide(w, d, remainder ? x % y : x / y);
}

export function divideUnsigned(w: Int32Array, d: number, a: number, b: number, remainder: boolean): void {
	const ah = w[a + 1]! >>> 0;
	const bh = w[b + 1]! >>> 0;
	if (ah < SAFE_HIGH && bh < SAFE_HIGH) {
		const x = ah * TWO_32 + (w[a]! >>> 0);
		const y = bh * TWO_32 + (w[b]! >>> 0);
		const r = x % y;
		setNumber(w, d, remainder ? r : (x - r) / y);
		return;
	}
	const x = unsignedWide(w, a);
	const y = unsignedWide(w, b);
	setWide(w, d, remainder ? x % y : x / y);
}
