// Literals: what the spelling of a number, a character or a string stands for.

import { STRAY_BYTES } from "../../base/index.ts";
import {
	type CType,
	doubleType,
	floatType,
	intType,
	longDoubleType,
	longLongType,
	longType,
	unsignedIntType,
	unsignedLongLongType,
	unsignedLongType,
	unsignedShortType,
} from "./types.ts";

export type NumberLiteral =
	| { readonly kind: "integer"; readonly value: bigint; readonly type: CType }
	| { readonly kind: "floating"; readonly value: number; readonly type: CType }
	/** `cure`: what to write instead, where that is plain. */
	| { readonly kind: "wrong"; readonly problem: string; readonly cure: string | null };

/** Reads a preprocessing number as C11 6.4.4.1 and 6.4.4.2 say, GNU's `0b` too. */
export function readNumber(text: string): NumberLiteral {
	const hexadecimal = /^0[xX]([0-9a-fA-F]*)(.*)$/s.exec(text);
	if (hexadecimal !== null) return readHexadecimal(text, hexadecimal[1]!, hexadecimal[2]!);
	const binary = /^0[bB]([01]*)(.*)$/s.exec(text);
	if (binary !== null) return readBinary(text, binary[1]!, binary[2]!);
	const decimal = /^([0-9]*)(\.[0-9]*)?([eE][+-]?[0-9]+)?(.*)$/s.exec(text)!;
	const [, whole = "", fraction, exponent, suffix = ""] = decimal;
	if (fraction === undefined && exponent === undefined) {
		if (/^[eE][+-]?$/.test(suffix)) return noExponent();
		return readInteger(whole, suffix);
	}
	if (suffix.startsWith(".")) return wrong("a number has one decimal point at most");
	if (exponent === undefined && /^[eE][+-]?$/.test(suffix)) return noExponent();
	return floating(Number(text.slice(0, text.length - suffix.length)), suffix);
}

function readHexadecimal(text: string, digits: string, rest: string): NumberLiteral {
	const parts = /^(\.[0-9a-fA-F]*)?(?:[pP]([+-]?[0-9]+))?(.*)$/s.exec(rest)!;
	const [, fraction, exponent, suffix = ""] = parts;
	if (digits === "" && (fraction ?? ".") === ".")
		return wrong(`'${text.slice(0, 2)}' has no digits behind it`, "hexadecimal digits are 0 to 9 and a to f");
	if (exponent !== undefined) return floating(hexFloat(digits, fraction?.slice(1) ?? "", exponent), suffix);
	if (/^[pP]/.test(suffix)) return noExponent();
	if (fraction !== undefined)
		return wrong("hexadecimal floating constant requires an exponent", `write '${text}p0'`);
	return whole(`0x${digits}`, suffix);
}

function readBinary(text: string, digits: string, rest: string): NumberLiteral {
	const cure = "binary digits are 0 and 1";
	if (/^[2-9]/.test(rest)) return wrong(`invalid digit '${rest[0]}' in binary constant`, cure);
	if (digits === "") return wrong(`'${text.slice(0, 2)}' has no digits behind it`, cure);
	if (/^(\.|[eE]|[pP])/.test(rest)) return wrong("a binary constant is a whole number");
	return whole(`0b${digits}`, rest);
}

function wrong(problem: string, cure: string | null = null): NumberLiteral {
	return { kind: "wrong", problem, cure };
}

function noExponent(): NumberLiteral {
	return wrong("exponent has no digits");
}

function readInteger(digits: string, suffix: string): NumberLiteral {
	if (!/^0[0-9]/.test(digits)) return whole(digits, suffix);
	const bad = /[89]/.exec(digits);
	if (bad === null) return whole(`0o${digits.slice(1)}`, suffix);
	const decimal = digits.replace(/^0+/, "");
	return wrong(
		`invalid digit '${bad[0]}' in octal constant`,
		`a leading 0 means base 8: write ${decimal} for the decimal number`,
	);
}

/** A whole number, its digits as BigInt reads them. */
function whole(digits: string, suffix: string): NumberLiteral {
	const letters = /^(?:([uU])(ll|LL|[lL])?|(ll|LL|[lL])([uU])?)?$/.exec(suffix);
	if (letters === null) return wrong(`invalid suffix '${suffix}' on integer constant`, suffixCure(suffix));
	const value = BigInt(digits);
	if (value > 0xffffffffffffffffn)
		return wrong("integer literal is too large to be represented in any integer type");
	const longs = (letters[2] ?? letters[3] ?? "").length;
	const unsigned = (letters[1] ?? letters[4]) !== undefined;
	return { kind: "integer", value, type: integerType(value, longs, unsigned, /^[1-9]/.test(digits)) };
}

function suffixCure(suffix: string): string | null {
	if (/^[_'][0-9]/.test(suffix)) return "the digits of a number are written together";
	if (/^[fF]$/.test(suffix)) return "only a number with a decimal point can be a float: 1.0f";
	return /^[a-zA-Z_]{2,}/.test(suffix) && !/^[uUlL]+[0-9]*$/.test(suffix)
		? "a name does not begin with a digit"
		: null;
}

/** The first type of the list of C11 6.4.4.1 in which the value fits. */
function integerType(value: bigint, longs: number, unsigned: boolean, decimal: boolean): CType {
	if (longs === 0 && value <= 0xffffffffn) {
		if (!unsigned && value <= 0x7fffffffn) return intType;
		if (unsigned || !decimal) return unsignedIntType;
	}
	const signedFits = value <= 0x7fffffffffffffffn;
	if (longs === 2) return !unsigned && signedFits ? longLongType : unsignedLongLongType;
	return !unsigned && signedFits ? longType : unsignedLongType;
}

function floating(value: number, suffix: string): NumberLiteral {
	if (suffix === "") return { kind: "floating", value, type: doubleType };
	if (/^[fF]$/.test(suffix)) return { kind: "floating", value: Math.fround(value), type: floatType };
	if (/^[lL]$/.test(suffix)) return { kind: "floating", value, type: longDoubleType };
	return wrong(`invalid suffix '${suffix}' on floating constant`, floatingCure(suffix));
}

function floatingCure(suffix: string): string | null {
	return /^[_'][0-9]/.test(suffix) ? "the digits of a number are written together" : null;
}

function hexFloat(whole: string, fraction: string, exponent: string): number {
	const significant = `${whole}${fraction}`.replace(/^0+/, "").slice(0, 30) || "0";
	const dropped = `${whole}${fraction}`.replace(/^0+/, "").length - Math.min(30, significant.length);
	const scale = 4 * (significant === "0" ? 0 : dropped - fraction.length) + Number(exponent);
	const value = Number.parseInt(significant, 16);
	const half = Math.trunc(scale / 2);
	return value * 2 ** half * 2 ** (scale - half);
}

// ---- characters and strings ----

/** The size of one element: 1 (none, u8), 2 (u), 4 (L, U). */
export type Width = 1 | 2 | 4;

export interface Units {
	readonly width: Width;
	/** One number per element, unsigned; without the terminating zero. */
	readonly units: readonly number[];
	/** Something about an escape that should be said. */
	readonly problem: string | null;
	/** Whether the problem is an error. */
	readonly fatal: boolean;
}

const simpleEscapes: Readonly<Record<string, number>> = {
	n: 10,
	t: 9,
	r: 13,
	a: 7,
	b: 8,
	f: 12,
	v: 11,
	e: 27,
	E: 27,
	"\\": 92,
	"'": 39,
	'"': 34,
	"?": 63,
};

export function widthOf(literal: string): Width {
	return literal.startsWith("L") || literal.startsWith("U") ? 4 : /^u[^8]/.test(literal) ? 2 : 1;
}

/** The elements of a string or character literal, its prefix and quotes included in `literal`. */
export function readUnits(literal: string, width: Width = widthOf(literal)): Units {
	const text = literal.slice(literal.search(/["']/) + 1, -1);
	const units: number[] = [];
	let problem: string | null = null;
	let fatal = false;
	const limit = width === 1 ? 0xff : width === 2 ? 0xffff : 0xffffffff;
	for (let i = 0; i < text.length; ) {
		if (text[i] !== "\\") {
			const point = text.codePointAt(i)!;
			encode(units, point, width);
			i += point > 0xffff ? 2 : 1;
			continue;
		}
		const rest = text.slice(i + 1, i + 12);
		const coded = /^(?:x([0-9a-fA-F]+)|([0-7]{1,3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
		if (coded === null) {
			const value = simpleEscapes[rest[0] ?? ""];
			if (rest.startsWith("x") || /^[uU]/.test(rest)) {
				problem = `\\${rest[0]} used with no following hex digits`;
				fatal = true;
			} else if (value === undefined && !/^[([{%]/.test(rest))
				problem = `unknown escape sequence '\\${rest[0] ?? ""}'`;
			encode(units, value ?? rest.codePointAt(0) ?? 92, width);
			i += 2;
			continue;
		}
		const point = coded[3] ?? coded[4];
		if (point !== undefined) encode(units, Number.parseInt(point, 16), width);
		else {
			const hex = coded[1] === undefined ? null : (/^[0-9a-fA-F]+/.exec(text.slice(i + 2))?.[0] ?? coded[1]);
			const value = hex === null ? Number.parseInt(coded[2]!, 8) : Number.parseInt(hex, 16);
			if (value > limit) problem = `${hex === null ? "octal" : "hex"} escape sequence out of range`;
			fatal ||= value > limit;
			units.push(value > limit ? limit : value);
			if (hex !== null) {
				i += 2 + hex.length;
				continue;
			}
		}
		i += 1 + coded[0].length;
	}
	return { width, units, problem, fatal };
}

/** Appends one character as UTF-8, UTF-16 or UTF-32. */
function encode(units: number[], point: number, width: Width): void {
	if (width === 4) units.push(point);
	else if (width === 2) {
		if (point < 0x10000) units.push(point);
		else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff));
	} else if (point < 0x80) units.push(point);
	else if (point > STRAY_BYTES && point < STRAY_BYTES + 0x100) units.push(point - STRAY_BYTES);
	else if (point < 0x800) units.push(0xc0 | (point >> 6), 0x80 | (point & 63));
	else if (point < 0x10000) units.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
	else
		units.push(
			0xf0 | ((point >> 18) & 7),
			0x80 | ((point >> 12) & 63),
			0x80 | ((point >> 6) & 63),
			0x80 | (point & 63),
		);
}

/** The bytes of a string's elements, little-endian, with the terminating zero. */
export function stringBytes(units: readonly number[], width: Width): Uint8Array {
	const bytes = new Uint8Array((units.length + 1) * width);
	for (let i = 0; i < units.length; i++)
		for (let b = 0; b < width; b++) bytes[i * width + b] = units[i]! >>> (8 * b);
	return bytes;
}

/** A character constant: its type and value; `multiple` when it has more than one character. */
export function readCharacter(literal: string): Units & {
	readonly value: bigint;
	readonly type: CType;
	readonly multiple: boolean;
} {
	const read = readUnits(literal);
	const { units, width } = read;
	const last = units.at(-1) ?? 0;
	if (width === 4)
		return literal.startsWith("L")
			? { ...read, value: BigInt(last | 0), type: intType, multiple: units.length > 1 }
			: { ...read, value: BigInt(last), type: unsignedIntType, multiple: units.length > 1 };
	if (width === 2)
		return { ...read, value: BigInt(last), type: unsignedShortType, multiple: units.length > 1 };
	let value = 0;
	for (const unit of units) value = (value << 8) | unit;
	if (units.length === 1) value = (value << 24) >> 24;
	return { ...read, value: BigInt(value), type: intType, multiple: units.length > 1 };
}
