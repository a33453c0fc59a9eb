// Attributes and qualifiers: words around types, most of which mean nothing here.

import { noteAt } from "./diagnostics.ts";
import { constantExpression } from "./expressions.ts";
import {
	accept,
	advance,
	current,
	expect,
	expectClosing,
	is,
	type Parser,
	type Specifiers,
} from "./parser.ts";
import type { Token } from "./tokens.ts";
import { ATOMIC, alignOf, CONST, type CType, RESTRICT, VOLATILE } from "./types.ts";

/** What an attribute list said that matters here. */
export interface Attributes {
	packed: boolean;
	align: number;
	noreturn: boolean;
	unused: boolean;
	/** Whether what is declared need not exist. */
	weak: boolean;
	/** The name by which it is linked: `asm("name")`. */
	label: string | null;
	/** The priority of a constructor and of a destructor; null for what is neither. */
	beforeMain: number | null;
	afterMain: number | null;
}

export function noAttributes(): Attributes {
	return {
		packed: false,
		align: 0,
		noreturn: false,
		unused: false,
		weak: false,
		label: null,
		beforeMain: null,
		afterMain: null,
	};
}

/** The priority of a constructor or destructor that names none: the last of all. */
const LAST = 65535;

/** Attributes that a compiler must not pass over; the others are advice, or concern warnings. */
const unsupported: ReadonlySet<string> = new Set(
	"alias cleanup ifunc mode ms_struct scalar_storage_order transparent_union vector_size weakref".split(" "),
);

export const qualifierWords = new Map<string, number>([
	["const", CONST],
	["__const", CONST],
	["__const__", CONST],
	["volatile", VOLATILE],
	["__volatile", VOLATILE],
	["__volatile__", VOLATILE],
	["restrict", RESTRICT],
	["__restrict", RESTRICT],
	["__restrict__", RESTRICT],
	["_Atomic", ATOMIC],
]);

// attributes = ("__attribute__" "(" "(" … ")" ")" | asm-name)*
/** Passes over attributes; notes those that matter in `into`. */
export function attributes(p: Parser, into: Attributes = noAttributes()): Attributes {
	for (;;) {
		const token = current(p);
		if (token.text === "asm" || token.text === "__asm__" || token.text === "__asm") {
			into.label = label(p);
		} else if (token.text === "__attribute__" || token.text === "__attribute") {
			p.at++;
			const open = expect(p, "(");
			expect(p, "(");
			while (!is(p, ")")) {
				attribute(p, into);
				if (!accept(p, ",")) break;
			}
			expectClosing(p, ")", open);
			expectClosing(p, ")", open);
		} else return into;
	}
}

// asm-name = "asm" "(" string+ ")"
function label(p: Parser): string {
	p.at++;
	const open = expect(p, "(");
	let name = "";
	while (current(p).kind === "string") name += advance(p).text.slice(1, -1);
	if (name === "")
		p.reporter.fail("expected the name that the linker is to know, in double quotes", current(p));
	expectClosing(p, ")", open);
	return name;
}

function attribute(p: Parser, into: Attributes): void {
	const token = current(p);
	if (token.kind !== "identifier") {
		if (token.text !== ",") p.reporter.fail("expected an attribute's name", token);
		return;
	}
	p.at++;
	const name = token.text.replace(/^__|__$/g, "");
	if (unsupported.has(name))
		p.reporter.error(
			`the attribute '${name}' is not supported: it would change what the program does`,
			token,
		);
	if (name === "packed") into.packed = true;
	if (name === "noreturn") into.noreturn = true;
	if (name === "unused" || name === "used" || name === "maybe_unused") into.unused = true;
	if (name === "weak") into.weak = true;
	if (name === "constructor") into.beforeMain = priority(p);
	else if (name === "destructor") into.afterMain = priority(p);
	else if (name !== "aligned") {
		if (is(p, "(")) skipParentheses(p);
		return;
	}
	if (name !== "aligned") return;
	let align = 16;
	if (accept(p, "(")) {
		align = Number(constantExpression(p, "the alignment") ?? 1n);
		expect(p, ")");
	}
	into.align = Math.max(into.align, checkedAlignment(p, token, align));
}

function priority(p: Parser): number {
	if (!accept(p, "(")) return LAST;
	const value = constantExpression(p, "the priority") ?? BigInt(LAST);
	expect(p, ")");
	return Number(value);
}

function skipParentheses(p: Parser): void {
	const open = expect(p, "(");
	for (let depth = 1; depth > 0; ) {
		const token = current(p);
		if (token.kind === "end") p.reporter.fail("expected ')'", token, noteAt("to match this '('", open));
		p.at++;
		if (token.text === "(") depth++;
		else if (token.text === ")") depth--;
	}
}

/** Qualifiers behind a `*` or inside the brackets of a parameter. */
export function qualifierList(p: Parser): number {
	let qualifiers = 0;
	for (;;) {
		const qualifier = qualifierWords.get(current(p).text);
		if (qualifier !== undefined) {
			qualifiers |= qualifier;
			p.at++;
		} else if (/^__attribute(__)?$/.test(current(p).text)) attributes(p);
		else return qualifiers;
	}
}

export function checkedAlignment(p: Parser, token: Token, value: number): number {
	if (value >= 0 && value <= 4096 && Number.isInteger(Math.log2(value || 1))) return value;
	p.reporter.error("requested alignment is not a power of 2 below 4097", token);
	return 0;
}

/** `_Alignas` where C has none (C11 6.7.5): `what` is what cannot bear one. */
export function refuseAlignas(p: Parser, { alignas }: Specifiers, what: string): void {
	if (alignas !== null) p.reporter.error(`alignment specified for ${what}`, alignas.place);
}

/** Of an object or member: `_Alignas` may ask for more than its type needs, and not for less. */
export function checkAlignas(p: Parser, { alignas }: Specifiers, name: Token | null, type: CType): void {
	if (alignas === null || alignas.align === 0 || alignas.align >= alignOf(type)) return;
	const what = name === null ? "a member" : `'${name.text}'`;
	p.reporter.error(`'_Alignas' specifiers cannot reduce alignment of ${what}`, alignas.place);
}
