// printf and scanf: the conversions of a format against the arguments.

import type { Span } from "../../base/index.ts";
import { isUnknown, quotedType } from "./conversions.ts";
import type { Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
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
	asprintf: [1, "print"],
	syslog: [1, "print"],
	err: [1, "print"],
	errx: [1, "print"],
	warn: [0, "print"],
	warnx: [0, "print"],
	error: [2, "print"],
	scanf: [0, "scan"],
	fscanf: [1, "scan"],
	sscanf: [1, "scan"],
};

const print = /%([-+ #0'I]*)(\*|[0-9]+)?(?:\.(\*|-?[0-9]*))?(hh|h|ll|l|j|z|t|L|q(?=[diouxXbB]))?(.?)/gs;
const scan = /%(\*?)([0-9]+)?()(m?(?:hh|h|ll|l|j|z|t|L|q(?=[diouxX]))?)(\[\^?\]?[^\]]*\]|.?)/gs;

/** Warns where a format and its arguments do not fit each other; the format must be a literal. */
export function checkFormat(p: Parser, name: string, given: readonly Expression[]): void {
	const entry = Object.hasOwn(formatted, name) ? formatted[name] : undefined;
	if (entry === undefined) return;
	const [index, kind] = entry;
	const format = literalText(given[index]);
	// An argument that is named by its number is not looked at.
	if (format === null && kind === "print" && given.length === index + 1) warnOfOwnFormat(p, given[index]!);
	if (format === null || /%[0-9]+\$/.test(format)) return;
	const literal = given[index]!;
	if (endsEarly(literal, format)) {
		p.reporter.warning("the format ends at the '\\0' within it", placeIn(literal.place, format.length));
		return;
	}
	let next = index + 1;
	for (const match of format.matchAll(kind === "print" ? print : scan)) {
		const [whole, flags, width, precision, length = "", conversion = ""] = match;
		const place = placeIn(literal.place, match.index, whole);
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
		const problem =
			kind === "print" ? printProblem(match, conversion) : conversion === "[" ? "no ']' ends '%['" : null;
		if (problem !== null) p.reporter.warning(problem, place);
		if (kind === "print") checkOne(p, given[next++], whole, wanted);
		else checkScanned(p, given[next++], whole, wanted);
	}
	if (next < given.length) p.reporter.warning("data argument not used by format string", given[next]!.place);
}

/** Whether the literal goes on behind its first zero. */
function endsEarly(literal: Expression, format: string): boolean {
	const type = literal.kind === "address" ? literal.of.type : null;
	return type?.kind === "array" && type.length !== null && format.length + 1 < type.length;
}

/** The place of a part of the literal at `place`, as far as it is one token of the text; else the literal's. */
function placeIn(place: Span, at: number, part = ""): Span {
	const { kind, text, origin } = place as Partial<Token>;
	if (kind !== "string" || text === undefined || origin || !text.startsWith('"')) return place;
	let column = 1;
	for (let unit = 0; unit < at; unit++) {
		const written = /^(?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]+|.)|[\x20-\x7e])/.exec(text.slice(column));
		if (written === null) return place;
		column += written[0].length;
	}
	if (column >= text.length - 1) return place;
	return {
		file: place.file,
		line: place.line,
		column: place.column + column,
		length: Math.max(part.length, 1),
	};
}

/** Conversions for which a flag means something. */
const FLAGS: Readonly<Record<string, RegExp>> = {
	"#": /[oxXbBaAeEfFgG]/,
	"0": /[diouxXbBaAeEfFgG]/,
	"+": /[diaAeEfFgG]/,
	" ": /[diaAeEfFgG]/,
	"'": /[diufFgG]/,
	I: /[diu]/,
};

/** What of a conversion of printf has no meaning: a flag, a precision, a length. */
function printProblem(
	[, flags = "", , precision, length = ""]: RegExpMatchArray,
	conversion: string,
): string | null {
	for (const flag of flags) {
		const fits = FLAGS[flag];
		if (fits !== undefined && !fits.test(conversion))
			return `the flag '${flag}' means nothing for '%${conversion}'`;
	}
	if (flags.includes("0") && flags.includes("-")) return "the flag '0' is ignored when there is a '-'";
	if (flags.includes(" ") && flags.includes("+")) return "the flag ' ' is ignored when there is a '+'";
	if (precision !== undefined && /[cCnp]/.test(conversion))
		return `a precision means nothing for '%${conversion}'`;
	if (length === "h" || length === "hh")
		return /[aAeEfFgGcsp]/.test(conversion) ? `'${length}' means nothing before '${conversion}'` : null;
	return null;
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

type Wanted = readonly [text: string, type: CType | "string" | "wide" | "pointer"];

const wholeSizes: Readonly<Record<string, CType>> = {
	"": intType,
	hh: signedCharType,
	h: shortType,
	l: longType,
	ll: longLongType,
	L: longLongType,
	q: longLongType,
	j: longType,
	z: longType,
	t: longType,
};

function printed(length: string, conversion: string): Wanted | null {
	if (/[diouxXbB]/.test(conversion)) {
		const type = wholeSizes[length];
		if (type === undefined) return null;
		return [wholeText(type, conversion), argumentPromoted(type)];
	}
	if (/[fFeEgGaA]/.test(conversion))
		return length === "L" ? ["long double", longDoubleType] : ["double", doubleType];
	if (conversion === "c" || conversion === "C") return ["int", intType];
	if (conversion === "S") return ["wchar_t *", "wide"];
	if (conversion === "s") return length === "l" ? ["wchar_t *", "wide"] : ["char *", "string"];
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
	if (conversion === "S" || conversion === "C") return ["wchar_t *", "pointer"];
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
	if (argument === undefined || isUnknown(argument.type) || isGuessed(argument)) return;
	const type = argumentPromoted(argument.type);
	const [text, to] = wanted;
	let fits: boolean;
	if (to === "string") fits = type.kind === "pointer" && (isCharacter(type.to) || isUnknown(type.to));
	else if (to === "pointer") fits = type.kind === "pointer";
	else if (to === "wide") fits = type.kind === "pointer" && isInteger(type.to) && sizeOf(type.to) === 4;
	else if (to.kind === "floating") fits = type.kind === "floating" && type.size === to.size;
	else fits = isInteger(type) && isOfLength(type, to);
	if (!fits) mismatch(p, argument, conversion, text);
}

function checkScanned(p: Parser, argument: Expression | undefined, conversion: string, wanted: Wanted): void {
	if (argument === undefined || isUnknown(argument.type) || isGuessed(argument)) return;
	const [text, to] = wanted;
	if (argument.type.kind !== "pointer") {
		mismatch(p, argument, conversion, text);
		return;
	}
	const target = argument.type.to;
	if (to === "string" || to === "pointer" || to === "wide" || isUnknown(target)) return;
	const fits = isInteger(to) && isInteger(target) ? isOfLength(target, to) : to.kind === target.kind;
	if (!fits || (target.kind === "floating" && sizeOf(to) !== sizeOf(target)))
		mismatch(p, argument, conversion, text);
}

/** Whether a whole number is passed as `to` is: signed or not; `long` and `long long` are told apart. */
function isOfLength(type: CType, to: CType): boolean {
	if (sizeOf(type) !== sizeOf(to)) return false;
	return type.kind !== "integer" || to.kind !== "integer" || type.size < 8 || type.rank === to.rank;
}

/** What a function returns that nobody declared: its true type is another, as a rule, and its absence is told already. */
function isGuessed(e: Expression): boolean {
	return e.kind === "call" && e.callee.kind === "function-address" && e.callee.symbol.implicit;
}

/** A text as it is written between quotes. */
function visible(text: string): string {
	const names: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r" };
	return text.replace(/\p{Cc}/gu, (each) => names[each] ?? `\\x${each.charCodeAt(0).toString(16)}`);
}
