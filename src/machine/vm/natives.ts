// Functions of the library that the processor does itself, for speed or because C cannot say them.
//
// Arguments are pairs of words from w[o] on; the result replaces the first. A refused access is left in the memory.

import { nameExactly, whole } from "./access.ts";
import { compareBytes, copyBytes, countBefore, fillBytes } from "./blocks.ts";
import type { Memory } from "./memory.ts";
import { reals } from "./reals.ts";

/** Does a function on the arguments that begin at w[o]. */
export type Native = (memory: Memory, w: Int32Array, o: number) => void;

/** The longest count that can mean anything here; a size_t beyond it reaches the end of memory anyway. */
export const LONGEST = 0x7fff_ffff;

/** A size_t argument. */
export function count(w: Int32Array, o: number): number {
	return w[o + 1] !== 0 || w[o]! < 0 ? LONGEST : w[o]!;
}

function setPointer(w: Int32Array, o: number, address: number): void {
	w[o] = address;
	w[o + 1] = 0;
}

/** The result of a function, an int. */
export function setInt(w: Int32Array, o: number, value: number): void {
	w[o] = value;
	w[o + 1] = value >> 31;
}

function find(memory: Memory, w: Int32Array, o: number, byte: number, max: number): void {
	const before = countBefore(memory, whole(w, o), byte, max);
	setPointer(w, o, before === max ? 0 : w[o]! + before);
}

function copyText(memory: Memory, to: number, from: number): number {
	const length = countBefore(memory, from, 0, LONGEST);
	if (memory.refusal === null) copyBytes(memory, to, from, length + 1);
	return length;
}

const blocks: Readonly<Record<string, Native>> = {
	memcpy: (memory, w, o) => copyBytes(memory, whole(w, o), whole(w, o + 2), count(w, o + 4)),
	memmove: (memory, w, o) => copyBytes(memory, whole(w, o), whole(w, o + 2), count(w, o + 4)),
	memset: (memory, w, o) => fillBytes(memory, whole(w, o), w[o + 2]! & 255, count(w, o + 4)),
	memcmp: (memory, w, o) =>
		setInt(w, o, compareBytes(memory, whole(w, o), whole(w, o + 2), count(w, o + 4), false)),
	memchr: (memory, w, o) => find(memory, w, o, w[o + 2]! & 255, count(w, o + 4)),
	strlen: (memory, w, o) => setInt(w, o, countBefore(memory, whole(w, o), 0, LONGEST)),
	strnlen: (memory, w, o) => setInt(w, o, countBefore(memory, whole(w, o), 0, count(w, o + 2))),
	strcmp: (memory, w, o) => setInt(w, o, compareBytes(memory, whole(w, o), whole(w, o + 2), LONGEST, true)),
	strncmp: (memory, w, o) =>
		setInt(w, o, compareBytes(memory, whole(w, o), whole(w, o + 2), count(w, o + 4), true)),
	strcpy: (memory, w, o) => {
		copyText(memory, whole(w, o), whole(w, o + 2));
	},
	stpcpy: (memory, w, o) => setPointer(w, o, w[o]! + copyText(memory, whole(w, o), whole(w, o + 2))),
	strcat: (memory, w, o) => {
		const length = countBefore(memory, whole(w, o), 0, LONGEST);
		if (memory.refusal === null) copyText(memory, whole(w, o) + length, whole(w, o + 2));
	},
	strchr: (memory, w, o) => {
		const length = countBefore(memory, whole(w, o), 0, LONGEST);
		find(memory, w, o, w[o + 2]! & 255, length + 1);
	},
};

/** Functions on real numbers, by their names in the library. */
export const REALS: readonly string[] =
	"__builtin_format_double __builtin_parse_double ceil copysign fabs floor fmax fmin nearbyint rint round __fmod __sqrt trunc __acos __acosh __asin asinh atan __atan2 __atanh cbrt __cos __cosh __erf __erfc __exp __exp10 __exp2 __expm1 fma __hypot j0 __j1 __jn __lgamma __log __log10 __log1p __log2 __pow __sin __sinh __tan tanh __tgamma __y0 __y1 __yn".split(
		" ",
	);

const natives: Readonly<Record<string, Native>> = {
	...blocks,
	...Object.fromEntries(
		REALS.map((name): [string, Native] => [name, (...given) => reals().natives[name]?.(...given)]),
	),
	/** For the variables of a program that is watched, see rooms.ts. */
	__room: (memory, w, o) => memory.room(w, o),
};

/** The functions the processor does itself; a program's own function of the same name comes first. */
export const nativeNames: readonly string[] = Object.keys(natives);

const byIndex: readonly Native[] = Object.values(natives);

/** Does the function of an index into `nativeNames`. When the memory refuses, its first argument is what it was. */
export function native(index: number, memory: Memory, w: Int32Array, o: number): void {
	const low = w[o]!;
	const high = w[o + 1]!;
	byIndex[index]?.(memory, w, o);
	if (memory.refusal === null) return;
	w[o] = low;
	w[o + 1] = high;
	nameExactly(memory, w, o, o + 2);
}
