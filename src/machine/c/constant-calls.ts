// Calls of gcc's own functions whose value is known when their arguments are: they may size an array or begin a static.

import { integerConstant } from "./conversions.ts";
import { literalText } from "./formats.ts";
import type { Parser } from "./parser.ts";
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

/** What gcc also computes under the plain name, in the initialiser of a static object. */
const plain: ReadonlySet<string> = new Set("strlen abs labs llabs sqrt fabs floor ceil trunc".split(" "));

const real: { readonly [name: string]: (x: number) => number } = {
	sqrt: Math.sqrt,
	fabs: Math.abs,
	floor: Math.floor,
	ceil: Math.ceil,
	trunc: Math.trunc,
};

/** The value of a call with constant arguments, or null when it has to be made. */
export function constantCall(
	p: Parser,
	symbol: FunctionSymbol,
	given: readonly Expression[],
	type: CType,
	place: Expression["place"],
): Expression | null {
	const isOwn = symbol.name.startsWith("__builtin_");
	const name = isOwn ? symbol.name.slice(10) : symbol.name;
	const [first, ...more] = given;
	if (first === undefined || more.length > 0 || !(isOwn || (p.isStatic && plain.has(name)))) return null;
	if (name === "strlen") {
		const text = literalText(first.kind === "cast" ? first.operand : first);
		return text === null ? null : integerConstant(BigInt(text.length), type, place);
	}
	if (first.kind === "floating" && type.kind === "floating") {
		const compute = Object.hasOwn(real, name) ? real[name] : undefined;
		const value = compute?.(first.value);
		return value === undefined || Number.isNaN(value) ? null : { kind: "floating", value, type, place };
	}
	if (first.kind !== "integer") return null;
	const value = whole(name, first.value, 8 * sizeOf(first.type));
	return value === null ? null : integerConstant(value, type, place);
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
