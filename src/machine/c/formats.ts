// printf and scanf: the conversions of a format against the arguments.

import { isUnknown, quotedType } from "./conversions.ts";
import type { Parser } from "./parser.ts";
import type { Expression } from "./tree.ts";
import {
	argumentPromoted,
	CONST,
	type CType,
	charType,
	doubleType,
	floatType,
	intType,
	isCharacter,
	isInteger,
	longDoubleType,
	longLongType,
	longType,
	shortType,
	signedCharType,
	sizeOf,
	typeText,
} from "./types.ts";

/** Which argument is the format, and which way the values go. */
const formatted: Readonly<Record<string, readonly [format: number, kind: "print" | "scan"]>> = {
	printf: [0, "print"],
	fprintf: [1, "print"],
	dprintf: [1, "print"],
	sprintf: [1, "print"],
	snprintf: [2, "print"],
	syslog: [1, "print"],
	scanf: [0, "scan"],
	fscanf: [1, "scan"],
	sscanf: [1, "scan"],
};

const print = /%([-+ #0'I]*)(\*|[0-9]+)?(?:\.(\*|-?[0-9]*))?(hh|h|ll|l|j|z|t|L)?(.?)/gs;
const scan = /%(\*?)([0-9]+)?()(m?(?:hh|h|ll|l|j|z|t|L)?)(\[\^?\]?[^\]]*\]|.?)/gs;

/** Warns where a format and its arguments do not fit each other; the format must be a literal. */
export function checkFormat(p: Parser, name: string, given: readonly Expression[]): void {
	const entry = Object.hasOwn(formatted, name) ? formatted[name] : undefined;
	if (entry === undefined) return;
	const [index, kind] = entry;
	const format = literalText(given[index]);
	// An argument that is named by its number is not looked at.
	if (format === null && kind === "print" && given.length === index + 1) warnOfOwnFormat(p, given[index]!);
	if (format === null || /%[0-9]+\$/.test(format)) return;
	const place = given[index]!.place;
	let next = index + 1;
	for (const match of format.matchAll(kind === "print" ? print : scan)) {
		const [whole, flags, width, precision, length = "", conversion = ""] = match;
		if (conversion === "%") continue;
		if (conversion === "") {
			p.reporter.warning("incomplete format specifier: '%' at the end of the format", place);
			return;
		}
		if (kind === "scan" && flags === "*") continue;
		if (kind === "print" && conversion === "m") continue;
		for (const star of [width, precision])
			if (star === "*") checkOne(p, given[next++], whole, ["int", intType]);
		const wanted = kind === "print" ? printed(length, conversion) : scanned(length, conversion);
		if (wanted === null) {
			p.reporter.warning(
				`invalid conversion specifier '${visible(conversion)}' in '${visible(whole)}'`,
				place,
			);
			return;
		}
		if (next >= given.length) {
			p.reporter.warning(`more '%' conversions than data arguments: '${whole}' has none`, place);
			return;
		}
		if (kind === "print") checkOne(p, given[next++], whole, wanted);
		else checkScanned(p, given[next++], whole, wanted);
	}
	if (next < given.length) p.reporter.warning("data argument not used by format string", given[next]!.place);
}

/** A text that comes from elsewhere is a format too: a '%' in it reads arguments that are not there. */
function warnOfOwnFormat(p: Parser, format: Expression): void {
	if (isUnknown(format.type) || isFixed(format)) return;
	p.reporter.warning(
		"format string is not a string literal (potentially insecure)",
		format.place,
		"a '%' in it would be a conversion without an argument: print the text with \"%s\"",
	);
}

/** A literal, or what the program can never change; gettext gives the translation of its argument. */
function isFixed(e: Expression): boolean {
	switch (e.kind) {
		case "conditional":
			return isFixed(e.then) && isFixed(e.otherwise);
		case "cast":
			return isFixed(e.operand);
		case "load":
			return (e.from.type.qualifiers & CONST) !== 0;
		case "call":
			return e.callee.kind === "function-address" && e.callee.symbol.name.endsWith("gettext");
		case "address":
			return e.of.type.kind === "array" && (e.of.type.element.qualifiers & CONST) !== 0
				? true
				: literalText(e) !== null;
		default:
			return false;
	}
}

/** The text of a string literal up to its first zero, one character for each byte; null when `e` is none. */
export function literalText(e: Expression | undefined): string | null {
	if (e?.kind !== "address" || e.of.kind !== "object") return null;
	const { symbol } = e.of;
	if (symbol.name !== "" || !symbol.readOnly || symbol.data === null || !isCharacterArray(symbol.type))
		return null;
	let text = "";
	for (const byte of symbol.data.bytes) {
		if (byte === 0) break;
		text += String.fromCharCode(byte);
	}
	return text;
}

function isCharacterArray(type: CType): boolean {
	return type.kind === "array" && isCharacter(type.element);
}

type Wanted = readonly [text: string, type: CType | "string" | "pointer"];

const wholeSizes: Readonly<Record<string, CType>> = {
	"": intType,
	hh: signedCharType,
	h: shortType,
	l: longType,
	ll: longLongType,
	j: longType,
	z: longType,
	t: longType,
};

function printed(length: string, conversion: string): Wanted | null {
	if (/[diouxX]/.test(conversion)) {
		const type = wholeSizes[length];
		if (type === undefined) return null;
		return [wholeText(type, conversion), argumentPromoted(type)];
	}
	if (/[fFeEgGaA]/.test(conversion))
		return length === "L" ? ["long double", longDoubleType] : ["double", doubleType];
	if (conversion === "c" || conversion === "C") return ["int", intType];
	if (conversion === "S") return ["wchar_t *", "pointer"];
	if (conversion === "s") return length === "l" ? ["wchar_t *", "pointer"] : ["char *", "string"];
	if (conversion === "p" || conversion === "n") return ["void *", "pointer"];
	return null;
}

function wholeText(type: CType, conversion: string): string {
	const text = typeText(type);
	return /[di]/.test(conversion) ? text : `unsigned ${text.replace("signed ", "")}`;
}

function scanned(length: string, conversion: string): Wanted | null {
	if (/^[diouxXn]$/.test(conversion)) {
		const type = wholeSizes[length];
		return type === undefined ? null : [`${wholeText(type, conversion)} *`, type];
	}
	if (/^[fFeEgGaA]$/.test(conversion)) {
		const type = length === "L" ? longDoubleType : length === "l" ? doubleType : floatType;
		return [`${typeText(type)} *`, type];
	}
	if (conversion === "p") return ["void **", "pointer"];
	if (!/^[cs[]/.test(conversion)) return null;
	if (length.startsWith("m")) return ["char **", "pointer"];
	return length === "l" ? ["wchar_t *", "pointer"] : ["char *", charType];
}

function mismatch(p: Parser, argument: Expression, conversion: string, wanted: string): void {
	p.reporter.warning(
		`format specifies type '${wanted}' ('${conversion}') but the argument has type ${quotedType(argument.type)}`,
		argument.place,
	);
}

function checkOne(p: Parser, argument: Expression | undefined, conversion: string, wanted: Wanted): void {
	if (argument === undefined || isUnknown(argument.type)) return;
	const type = argumentPromoted(argument.type);
	const [text, to] = wanted;
	let fits: boolean;
	if (to === "string")
		fits = type.kind === "pointer" && (isCharacter(type.to) || isUnknown(type.to) || type.to.kind === "void");
	else if (to === "pointer") fits = type.kind === "pointer";
	else if (to.kind === "floating") fits = type.kind === "floating" && type.size === to.size;
	else fits = isInteger(type) && sizeOf(type) === sizeOf(to);
	if (!fits) mismatch(p, argument, conversion, text);
}

function checkScanned(p: Parser, argument: Expression | undefined, conversion: string, wanted: Wanted): void {
	if (argument === undefined || isUnknown(argument.type)) return;
	const [text, to] = wanted;
	if (argument.type.kind !== "pointer") {
		mismatch(p, argument, conversion, text);
		return;
	}
	const target = argument.type.to;
	if (to === "string" || to === "pointer" || target.kind === "void" || isUnknown(target)) return;
	const fits = to.kind === target.kind || (isInteger(to) && isInteger(target));
	if (!fits || sizeOf(to) !== sizeOf(target)) mismatch(p, argument, conversion, text);
}

/** A text as it is written between quotes. */
function visible(text: string): string {
	const names: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r" };
	return text.replace(/\p{Cc}/gu, (each) => names[each] ?? `\\x${each.charCodeAt(0).toString(16)}`);
}
