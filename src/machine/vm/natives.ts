// Functions of the library that the processor does itself, for speed or because C cannot say them.
//
// Arguments are pairs of words from w[o] on; the result replaces the first. A refused access is left in the memory.

import { decodeText, encodeText } from "../../base/index.ts";
import { compareBytes, copyBytes, countBefore, fillBytes } from "./blocks.ts";
import { loadDouble, storeDouble, storeResult } from "./floating.ts";
import { formatDouble, parseDouble } from "./format.ts";
import type { Memory } from "./memory.ts";

type Native = (memory: Memory, w: Int32Array, o: number) => void;

/** The longest count that can mean anything here; a size_t beyond it reaches the end of memory anyway. */
const LONGEST = 0x7fff_ffff;

/** A size_t argument. */
function count(w: Int32Array, o: number): number {
	return w[o + 1] !== 0 || w[o]! < 0 ? LONGEST : w[o]!;
}

function setPointer(w: Int32Array, o: number, address: number): void {
	w[o] = address;
	w[o + 1] = 0;
}

function setInt(w: Int32Array, o: number, value: number): void {
	w[o] = value;
	w[o + 1] = value >> 31;
}

function find(memory: Memory, w: Int32Array, o: number, byte: number, max: number): void {
	const before = countBefore(memory, w[o]!, byte, max);
	setPointer(w, o, before === max ? 0 : w[o]! + before);
}

function copyText(memory: Memory, to: number, from: number): number {
	const length = countBefore(memory, from, 0, LONGEST);
	if (memory.refusal === null) copyBytes(memory, to, from, length + 1);
	return length;
}

const blocks: Readonly<Record<string, Native>> = {
	memcpy: (memory, w, o) => copyBytes(memory, w[o]!, w[o + 2]!, count(w, o + 4)),
	memmove: (memory, w, o) => copyBytes(memory, w[o]!, w[o + 2]!, count(w, o + 4)),
	memset: (memory, w, o) => fillBytes(memory, w[o]!, w[o + 2]! & 255, count(w, o + 4)),
	memcmp: (memory, w, o) => setInt(w, o, compareBytes(memory, w[o]!, w[o + 2]!, count(w, o + 4), false)),
	memchr: (memory, w, o) => find(memory, w, o, w[o + 2]! & 255, count(w, o + 4)),
	strlen: (memory, w, o) => setInt(w, o, countBefore(memory, w[o]!, 0, LONGEST)),
	strnlen: (memory, w, o) => setInt(w, o, countBefore(memory, w[o]!, 0, count(w, o + 2))),
	strcmp: (memory, w, o) => setInt(w, o, compareBytes(memory, w[o]!, w[o + 2]!, LONGEST, true)),
	strncmp: (memory, w, o) => setInt(w, o, compareBytes(memory, w[o]!, w[o + 2]!, count(w, o + 4), true)),
	strcpy: (memory, w, o) => {
		copyText(memory, w[o]!, w[o + 2]!);
	},
	stpcpy: (memory, w, o) => setPointer(w, o, w[o]! + copyText(memory, w[o]!, w[o + 2]!)),
	strcat: (memory, w, o) => {
		const length = countBefore(memory, w[o]!, 0, LONGEST);
		if (memory.refusal === null) copyText(memory, w[o]! + length, w[o + 2]!);
	},
	strchr: (memory, w, o) => {
		const length = countBefore(memory, w[o]!, 0, LONGEST);
		find(memory, w, o, w[o + 2]! & 255, length + 1);
	},
};

/** `int __builtin_format_double(char *out, size_t size, double value, int letter, int precision, int flags)`: like
 * snprintf; flags are 1 for `#`, 2 for `+`, 4 for a space. */
function formatInto(memory: Memory, w: Int32Array, o: number): void {
	const flags = w[o + 10]!;
	const text = formatDouble(loadDouble(w, o + 4), {
		letter: String.fromCharCode(w[o + 6]! & 127),
		precision: Math.min(w[o + 8]!, 5000),
		alternate: (flags & 1) !== 0,
		sign: flags & 2 ? "+" : flags & 4 ? " " : "",
		isNegativeNan: w[o + 5]! < 0,
	});
	const size = count(w, o + 2);
	const bytes = encodeText(`${size > 0 ? text.slice(0, size - 1) : ""}\0`);
	if (size > 0 && !memory.write(w[o]! >>> 0, bytes)) memory.refuse("write", w[o]!, bytes.length);
	setInt(w, o, text.length);
}

/** `double __builtin_parse_double(const char *text, char **end)`: strtod; `end` may be null. */
function parseFrom(memory: Memory, w: Int32Array, o: number): void {
	const length = Math.min(countBefore(memory, w[o]!, 0, LONGEST), 4096);
	if (memory.refusal !== null) return;
	const { value, length: used } = parseDouble(decodeText(memory.read(w[o]! >>> 0, length)!));
	if (w[o + 2] !== 0) memory.store64(w[o + 2]!, w[o]! + used, 0);
	storeDouble(w, o, value);
}

/** Functions of one double, by the name of <math.h>; with `__` those that may set errno, which the library does around them. */
const unary: Readonly<Record<string, (x: number) => number>> = {
	ceil: Math.ceil,
	floor: Math.floor,
	nearbyint: roundToEven,
	rint: roundToEven,
	round: roundAway,
	__sqrt: Math.sqrt,
	trunc: Math.trunc,
};

const binary: Readonly<Record<string, (x: number, y: number) => number>> = {
	fmax: (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y)),
	fmin: (x, y) => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y)),
	__fmod: (x, y) => x % y,
};

function roundToEven(x: number): number {
	if (!(Math.abs(x) < 2 ** 52)) return x;
	const down = Math.floor(x);
	const rest = x - down;
	const whole = rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1;
	return whole === 0 && (x < 0 || Object.is(x, -0)) ? -0 : whole;
}

/** To the nearest whole number, halves away from zero. */
function roundAway(x: number): number {
	if (!(Math.abs(x) < 2 ** 52)) return x;
	const whole = Math.trunc(x);
	return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}

const LATE =
	"__acos __acosh __asin asinh atan __atan2 __atanh cbrt __cos __cosh __erf __erfc __exp __exp10 __exp2 __expm1 fma __hypot j0 __j1 __jn __lgamma __log __log10 __log1p __log2 __pow __sin __sinh __tan tanh __tgamma __y0 __y1 __yn";

/** Functions of <math.h> that few programs call, by name without `__`. */
export type Mathematics = Readonly<Record<string, (x: number, y: number, z: number) => number>>;

let brought: Mathematics | null = null;

/** Called once by the door `further.ts`. */
export function bringMathematics(functions: Mathematics): void {
	brought = functions;
}

function late(name: string, w: Int32Array, o: number): void {
	const found = brought?.[name];
	if (found === undefined) throw new Error(`${name} is not here: import the door further.ts`);
	const result = found(loadDouble(w, o), loadDouble(w, o + 2), loadDouble(w, o + 4));
	const [second, third] = [found.length < 2 ? o : o + 2, found.length < 3 ? o : o + 4];
	storeResult(w, o, Number.isNaN(loadDouble(w, o)) ? o : second, third, result);
}

const mathematics: Readonly<Record<string, Native>> = Object.fromEntries([
	...LATE.split(" ").map((name): [string, Native] => [name, (_, w, o) => late(name.replace("__", ""), w, o)]),
	...Object.entries(unary).map(([name, f]): [string, Native] => [
		name,
		(_, w, o) => storeResult(w, o, o, o, f(loadDouble(w, o))),
	]),
	...Object.entries(binary).map(([name, f]): [string, Native] => [
		name,
		(_, w, o) => storeResult(w, o, o, o + 2, f(loadDouble(w, o), loadDouble(w, o + 2))),
	]),
]);

const natives: Readonly<Record<string, Native>> = {
	...blocks,
	...mathematics,
	fabs: (_, w, o) => {
		w[o + 1] = w[o + 1]! & 0x7fff_ffff;
	},
	copysign: (_, w, o) => {
		w[o + 1] = (w[o + 1]! & 0x7fff_ffff) | (w[o + 3]! & -0x8000_0000);
	},
	/** Around the variables of a program that is watched: `void __guard(void *start, size_t size)`. */
	__guard: (memory, w, o) => memory.guard(w[o]! >>> 0, w[o + 2]!, true),
	__unguard: (memory, w, o) => memory.guard(w[o]! >>> 0, w[o + 2]!, false),
	__builtin_format_double: formatInto,
	__builtin_parse_double: parseFrom,
};

/** The functions the processor does itself; a program's own function of the same name comes first. */
export const nativeNames: readonly string[] = Object.keys(natives);

const byIndex: readonly Native[] = Object.values(natives);

/** Does the function of an index into `nativeNames`. */
export function native(index: number, memory: Memory, w: Int32Array, o: number): void {
	byIndex[index]?.(memory, w, o);
}
