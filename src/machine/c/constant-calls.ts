// Calls of functions that gcc knows, whose value is known when their arguments are: they may size an array or begin a static.

import { constantOf } from "./constant-mathematics.ts";
import { integerConstant } from "./conversions.ts";
import { literalText } from "./formats.ts";
import type { Expression, FunctionSymbol } from "./tree.ts";
import { type CType, sizeOf } from "./types.ts";

/** Of an unsigned value of so many bits; null where gcc leaves the result open. */
const counting: { readonly [name: string]: (x: bigint, bits: number) => number | null } = {
	popcount: (x) => ones(x),
	parity: (x) => ones(x) & 1,
	clz: (x, bits) => (x === 0n ? null : bits - x.toString(2).length),
	ctz: (x) => (x === 0n ? null : trailing(x)),
	ffs: (x) => (x === 0n ? 0 : trailing(x) + 1),
	clrsb: (x, bits) => {
		const other = x >> BigInt(bits - 1) === 1n ? BigInt.asUintN(bits, ~x) : x;
		return bits - 1 - (other === 0n ? 0 : other.toString(2).length);
	},
};

function ones(x: bigint): number {
	return x.toString(2).replaceAll("0", "").length;
}

function trailing(x: bigint): number {
	const digits = x.toString(2);
	return digits.length - 1 - digits.lastIndexOf("1");
}

/** Functions of whole numbers and of texts that gcc computes by their plain names, too. */
const plain: ReadonlySet<string> = new Set("abs labs llabs memcmp strcmp strlen strncmp".split(" "));

/** The value of a call with constant arguments, or null when it has to be made. */
export function constantCall(
	symbol: FunctionSymbol,
	given: readonly Expression[],
	type: CType,
	place: Expression["place"],
): Expression | null {
	const isOwn = symbol.name.startsWith("__builtin_");
	const name = isOwn ? symbol.name.slice(10) : symbol.name;
	if (given.length === 0 || (!isOwn && symbol.linkage !== "external")) return null;
	if (type.kind === "floating") return realCall(name, given, type, place);
	if (type.kind !== "integer" || !(isOwn || plain.has(name))) return null;
	const value = comparison(name, given) ?? (given.length === 1 ? counted(name, given[0]!) : null);
	return value === null ? null : integerConstant(value, type, place);
}

/** A function of <math.h>, whose arguments are of the type that its name says. */
function realCall(
	name: string,
	given: readonly Expression[],
	type: CType,
	place: Expression["place"],
): Expression | null {
	const numbers: number[] = [];
	for (const each of given) {
		if (each.kind === "integer") numbers.push(Number(each.value));
		else if (each.kind === "floating" && sizeOf(each.type) === sizeOf(type)) numbers.push(each.value);
		else return null;
	}
	const isFloat = sizeOf(type) === 4;
	const value =
		(isFloat ? null : constantOf(name, numbers, 53)) ??
		(name.endsWith(isFloat ? "f" : "l") ? constantOf(name.slice(0, -1), numbers, isFloat ? 24 : 53) : null);
	return value === null ? null : { kind: "floating", value, type, place };
}

function textOf(e: Expression | undefined): string | null {
	return literalText(e?.kind === "cast" ? e.operand : e);
}

/** Of two texts, by bytes; gcc answers 1 and -1 where it does not take a count of characters. */
function comparison(name: string, [a, b, count]: readonly Expression[]): bigint | null {
	if (name === "strlen") {
		const text = textOf(a);
		return text === null ? null : BigInt(text.length);
	}
	const [left, right] = [textOf(a), textOf(b)];
	if (left === null || right === null) return null;
	if (name === "strcmp") return BigInt(Math.sign(difference(left, right)));
	if (count?.kind !== "integer") return null;
	const length = Number(count.value);
	if (name === "strncmp") return BigInt(difference(left.slice(0, length), right.slice(0, length)));
	if (name !== "memcmp" || length > Math.min(left.length, right.length) + 1) return null;
	return BigInt(Math.sign(difference(left.slice(0, length), right.slice(0, length))));
}

/** Of the first bytes that differ, the zero at the end being one. */
function difference(a: string, b: string): number {
	for (let i = 0; i < a.length || i < b.length; i++) {
		const apart = (i < a.length ? a.charCodeAt(i) : 0) - (i < b.length ? b.charCodeAt(i) : 0);
		if (apart !== 0) return apart;
	}
	return 0;
}

function counted(name: string, first: Expression): bigint | null {
	return first.kind === "integer" ? whole(name, first.value, 8 * sizeOf(first.type)) : null;
}

function whole(name: string, x: bigint, bits: number): bigint | null {
	if (/^l{0,2}abs$/.test(name)) return x < 0n ? -x : x;
	const swapped = /^bswap(16|32|64)$/.exec(name)?.[1];
	if (swapped !== undefined) {
		const digits = BigInt.asUintN(bits, x)
			.toString(16)
			.padStart(bits / 4, "0");
		return BigInt(`0x${digits.match(/../g)!.reverse().join("")}`);
	}
	const plainName = name.replace(/l{1,2}$/, "");
	const count = Object.hasOwn(counting, plainName)
		? counting[plainName]!(BigInt.asUintN(bits, x), bits)
		: null;
	return count === null ? null : BigInt(count);
}
