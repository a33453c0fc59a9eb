// Functions on real numbers that the processor does itself: those of <math.h>, and numbers to and from their digits.
//
// With `__` before their names those that may set errno, which the library does around them.

import { decodeText, encodeText } from "../../base/index.ts";
import { whole } from "./access.ts";
import * as bessel from "./bessel.ts";
import { allowed, countBefore } from "./blocks.ts";
import * as fdlibm from "./fdlibm.ts";
import { loadDouble, storeDouble, storeResult } from "./floating.ts";
import { formatDouble, parseDouble } from "./format.ts";
import * as gamma from "./gamma.ts";
import * as computing from "./mathematics.ts";
import type { Memory } from "./memory.ts";
import { count, LONGEST, type Native, REALS, setInt } from "./natives.ts";

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
	if (size > 0 && allowed(memory, "write", whole(w, o), bytes.length)) memory.write(whole(w, o), bytes);
	setInt(w, o, text.length);
}

/** `double __builtin_parse_double(const char *text, char **end)`: strtod; `end` may be null. */
function parseFrom(memory: Memory, w: Int32Array, o: number): void {
	const length = Math.min(countBefore(memory, whole(w, o), 0, LONGEST), 4096);
	if (memory.refusal !== null) return;
	const { value, length: used } = parseDouble(decodeText(memory.read(whole(w, o), length)!));
	const end = whole(w, o + 2);
	if (end !== 0 && allowed(memory, "write", end, 8)) memory.setInt64(end, w[o]! + used);
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

const { horner: _, polynomial: __, ...steps } = fdlibm;

const functions: Readonly<Record<string, (x: number, y: number, z: number) => number>> = {
	...steps,
	...computing,
	...gamma,
	...bessel,
};

function compute(name: string, w: Int32Array, o: number): void {
	const found = functions[name]!;
	const result = found(loadDouble(w, o), loadDouble(w, o + 2), loadDouble(w, o + 4));
	const [second, third] = [found.length < 2 ? o : o + 2, found.length < 3 ? o : o + 4];
	storeResult(w, o, Number.isNaN(loadDouble(w, o)) ? o : second, third, result);
}

const own: Readonly<Record<string, Native>> = {
	...Object.fromEntries([
		...Object.entries(unary).map(([name, f]): [string, Native] => [
			name,
			(_, w, o) => storeResult(w, o, o, o, f(loadDouble(w, o))),
		]),
		...Object.entries(binary).map(([name, f]): [string, Native] => [
			name,
			(_, w, o) => storeResult(w, o, o, o + 2, f(loadDouble(w, o), loadDouble(w, o + 2))),
		]),
	]),
	fabs: (_, w, o) => {
		w[o + 1] = w[o + 1]! & 0x7fff_ffff;
	},
	copysign: (_, w, o) => {
		w[o + 1] = (w[o + 1]! & 0x7fff_ffff) | (w[o + 3]! & -0x8000_0000);
	},
	__builtin_format_double: formatInto,
	__builtin_parse_double: parseFrom,
};

/** By their names in the library. */
export const realNatives: Readonly<Record<string, Native>> = Object.fromEntries(
	REALS.map((name): [string, Native] => [
		name,
		own[name] ?? ((_, w, o) => compute(name.replace("__", ""), w, o)),
	]),
);
