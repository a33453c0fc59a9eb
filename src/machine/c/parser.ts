// The parser's state and the smallest steps: looking at tokens, taking them, saying what is missing.

import type { Span } from "../../base/index.ts";
import type { Attributes } from "./attributes.ts";
import { GiveUp, noteAt, type Reporter, SyntaxFailure } from "./diagnostics.ts";
import type { Declaring } from "./hints.ts";
import type { VariableScope } from "./jumps.ts";
import type { Scope } from "./scope.ts";
import { keywords, spanAfter, type Token } from "./tokens.ts";
import type {
	BlockStatement,
	CaseLabel,
	FunctionDefinition,
	FunctionSymbol,
	Initialiser,
	Local,
	LValue,
	ObjectSymbol,
	Statement,
} from "./tree.ts";
import { alignOf, type CType, type Enumeration, type FunctionType } from "./types.ts";

export interface Parser {
	readonly file: string;
	readonly tokens: readonly Token[];
	at: number;
	readonly reporter: Reporter;
	readonly fileScope: Scope;
	scope: Scope;
	/** The function whose body is being read. */
	inside: FunctionContext | null;
	/** Whether an initialiser of static storage is being read. */
	isStatic: boolean;
	/** How many parameter lists of mere declarations are open: array sizes in them are not computed. */
	prototypes: number;
	/** How many constructs that call themselves are open. */
	depth: number;
	readonly functions: FunctionDefinition[];
	readonly objects: ObjectSymbol[];
	readonly symbols: FunctionSymbol[];
	/** String literals already made, by width and contents. */
	readonly strings: Map<string, ObjectSymbol>;
	/** Expressions that were read in parentheses of their own: `if ((x = y))` is meant. */
	readonly parenthesised: WeakSet<object>;
	/** The operators of expressions that are asked for it. */
	readonly written: WeakMap<object, Token>;
	/** What each sizeof measured. */
	readonly measured: WeakMap<object, Measured>;
	/** The names and values of each enumeration, and of which enumeration a constant is. */
	readonly enumerations: WeakMap<Enumeration, Map<string, bigint>>;
	readonly enumerators: WeakMap<object, Enumeration>;
	/** The first 'else' of each 'if' that has one. */
	readonly elses: WeakMap<Statement, Token>;
	/** Variables and parameters that were declared with `register`. */
	readonly registers: WeakSet<object>;
	/** Parameters that were written as arrays. */
	readonly writtenAsArrays: WeakSet<object>;
	/** Where the system declares a name. */
	readonly declaring: (name: string) => Declaring | undefined;
	/** Functions that may be defined and never called: inline ones, and those whose attribute says so. */
	readonly mayBeUnused: Set<FunctionSymbol>;
	/** The productions that stand above the files that need them. */
	readonly grammar: Grammar;
}

/** The operand of a sizeof: a type, or an expression that may be a place. */
export interface Measured {
	readonly type: CType;
	readonly of: LValue | null;
	/** Whether it is an expression, not a type's name. */
	readonly isExpression: boolean;
}

export interface Grammar {
	readonly startsDeclaration: (p: Parser, token: Token) => boolean;
	readonly specifiers: (p: Parser) => Specifiers;
	readonly startsTypeName: (p: Parser, token: Token) => boolean;
	readonly typeName: (p: Parser) => CType;
	readonly compoundStatement: (p: Parser, scope: Scope) => BlockStatement;
	readonly compoundLiteral: (p: Parser, type: CType, place: Token) => LValue;
	readonly unnamedObject: (p: Parser, type: CType, initialiser: Initialiser, place: Token) => LValue;
}

export type Storage = "typedef" | "extern" | "static" | "auto" | "register";

export interface Specifiers {
	readonly type: CType;
	readonly storage: Storage | null;
	readonly threadLocal: boolean;
	readonly inline: boolean;
	/** Those before the declarators; the alignment may be `_Alignas`'s. */
	readonly attributes: Readonly<Attributes>;
	/** The first `_Alignas`, and the most that is asked for; null: there is none. */
	readonly alignas: { readonly place: Token; readonly align: number } | null;
	readonly place: Token;
	/** Whether a struct, union or enum was mentioned or defined: it needs no declarator. */
	readonly standsAlone: boolean;
}

/** What is known while a function's body is read. */
export interface FunctionContext {
	readonly symbol: FunctionSymbol;
	readonly type: FunctionType;
	readonly locals: Local[];
	/** Those that are mentioned again after their declaration, or may be left unused. */
	readonly used: Set<Local>;
	/** Those that were declared with a value. */
	readonly initialised: Set<Local>;
	/** The blocks that are open, innermost last. */
	readonly blocks: { readonly locals: Local[]; allocates: boolean }[];
	readonly labels: Map<string, Token>;
	/** Those whose address is taken. */
	readonly pointedAt: Set<Local>;
	/** Labels that may be left unused, as an attribute says. */
	readonly idleLabels: Set<string>;
	/** For each open block the labels that are its own (`__label__`), under the names they have in the function. */
	readonly ownLabels: Map<string, string>[];
	readonly gotos: Token[];
	/** What of variable length is known at the place that is read, and at each label and goto. */
	variable: VariableScope | null;
	readonly among: Map<Token, VariableScope | null>;
	/** Errors that had been found when its body began. */
	readonly errorsBefore: number;
	/** Labels whose address is taken; the address is the place in this list, from 1. */
	readonly addressed: string[];
	readonly switches: SwitchContext[];
	/** Loops and switches that `break` can leave; loops that `continue` can continue. */
	breakable: number;
	continuable: number;
	/** Sizes of variable length arrays to be computed before the declaration that needs them. */
	pending: Statement[];
	/** `__func__`, made when it is used. */
	name: ObjectSymbol | null;
}

export interface SwitchContext {
	/** The type of its value as it was written, and as it is compared. */
	readonly written: CType;
	readonly type: CType;
	readonly cases: CaseLabel[];
	/** Of the cases those with one value, by it, and the others: there may be many. */
	readonly values: Map<bigint, CaseLabel>;
	readonly ranges: CaseLabel[];
	default: CaseLabel | null;
	/** What of variable length was known before it. */
	readonly variable: VariableScope | null;
}

const DEEPEST = 220;

// ---- tokens ----

export function current(p: Parser): Token {
	return p.tokens[p.at]!;
}

export function following(p: Parser, n = 1): Token {
	return p.tokens[Math.min(p.at + n, p.tokens.length - 1)]!;
}

export function previous(p: Parser): Token {
	return p.tokens[Math.max(0, p.at - 1)]!;
}

export function is(p: Parser, text: string): boolean {
	return p.tokens[p.at]!.text === text;
}

export function atEnd(p: Parser): boolean {
	return p.tokens[p.at]!.kind === "end";
}

export function advance(p: Parser): Token {
	const token = p.tokens[p.at]!;
	if (token.kind !== "end") p.at++;
	return token;
}

export function accept(p: Parser, text: string): boolean {
	if (p.tokens[p.at]!.text !== text) return false;
	p.at++;
	return true;
}

export function isName(token: Token): boolean {
	return token.kind === "identifier" && !keywords.has(token.text);
}

export function shown(token: Token): string {
	return token.kind === "end" ? "the end of the file" : `'${token.text}'`;
}

/** Takes `text`, or says that it is missing and leaves the construct. `after` says behind what. */
export function expect(p: Parser, text: string, after = ""): Token {
	const token = current(p);
	if (token.text === text) {
		p.at++;
		return token;
	}
	missing(p, text, after);
	throw new SyntaxFailure(text);
}

/** Says that `text` is missing: behind the previous token when the line or file ends there. */
export function missing(p: Parser, text: string, after = ""): void {
	const token = current(p);
	const atLineEnd = token.first || token.kind === "end" || text === ";";
	const place = atLineEnd && p.at > 0 ? spanAfter(previous(p)) : token;
	p.reporter.error(`expected '${text}'${after}`, place, ...wordMeant(token));
}

/** Operators that other languages write as words. */
const WORDS: Readonly<Record<string, string>> = { and: "&&", or: "||", mod: "%", is: "==" };

function wordMeant({ text }: Token): string[] {
	return Object.hasOwn(WORDS, text) ? [`did you mean '${WORDS[text]}'?`] : [];
}

/** Takes a `;`; where it is missing says so, and goes on when the next line can be read without it. */
export function expectSemicolon(p: Parser, after: string): void {
	if (accept(p, ";")) return;
	missing(p, ";", after);
	if (current(p).first || is(p, "}") || atEnd(p)) return;
	throw new SyntaxFailure(";");
}

/** Takes the token that closes what `open` opened. */
export function expectClosing(p: Parser, text: string, open: Token): Token {
	const token = current(p);
	if (token.text === text) {
		p.at++;
		return token;
	}
	notClosed(p, text, open);
	throw new SyntaxFailure(text);
}

function notClosed(p: Parser, text: string, open: Token): void {
	const token = current(p);
	const atLineEnd = token.first || token.kind === "end";
	p.reporter.error(
		`expected '${text}'`,
		atLineEnd && p.at > 0 ? spanAfter(previous(p)) : token,
		...wordMeant(token),
		noteAt(`to match this '${open.text}'`, open),
	);
}

/** Takes the `)` of a statement's head; where it is missing says so, and goes on when the body begins there. */
export function closeHead(p: Parser, open: Token): Token {
	if (is(p, ")")) return advance(p);
	notClosed(p, ")", open);
	if (!is(p, "{") && !current(p).first) throw new SyntaxFailure(")");
	return previous(p);
}

// ---- nesting ----

/** Enters a construct that can contain itself; every `enter` has its `leave`, except after a failure. */
export function enter(p: Parser): void {
	if (++p.depth > DEEPEST) {
		p.reporter.error(`nested too deeply: more than ${DEEPEST} levels`, current(p));
		throw new GiveUp("nesting");
	}
}

export function leave(p: Parser): void {
	p.depth--;
}

/** Runs `read`; after a syntax error puts the nesting right and runs `recover` instead. */
export function attempt<T>(p: Parser, read: () => T, recover: () => T): T {
	const { depth, scope, prototypes, isStatic } = p;
	const start = p.at;
	try {
		return read();
	} catch (failure) {
		if (!(failure instanceof SyntaxFailure)) throw failure;
		p.depth = depth;
		p.scope = scope;
		p.prototypes = prototypes;
		p.isStatic = isStatic;
		if (p.at === start && !atEnd(p)) p.at++;
		return recover();
	}
}

// ---- making things ----

/** Adds a local to the function; named ones also to the innermost block. */
export function addLocal(
	p: Parser,
	name: string,
	type: CType,
	place: Span,
	options: { parameter?: boolean; declared?: CType; align?: number; hidden?: boolean } = {},
): Local {
	const inside = p.inside!;
	const local: Local = {
		id: inside.locals.length,
		name,
		hidden: options.hidden ?? name === "",
		parameter: options.parameter ?? false,
		type,
		declared: options.declared ?? type,
		align: Math.max(alignOf(type), options.align ?? 0),
		place,
	};
	inside.locals.push(local);
	if (!local.hidden && !local.parameter) inside.blocks.at(-1)?.locals.push(local);
	return local;
}

/** An object with static storage and no linkage: a literal. */
export function addAnonymousObject(
	p: Parser,
	type: CType,
	place: Span,
	data: ObjectSymbol["data"],
	readOnly: boolean,
): ObjectSymbol {
	const symbol: ObjectSymbol = {
		kind: "object",
		name: "",
		type,
		linkage: "none",
		definition: "defined",
		data,
		align: alignOf(type),
		readOnly,
		threadLocal: false,
		within: p.inside?.symbol.name ?? null,
		place,
		definedAt: place,
		firstUse: place,
	};
	p.objects.push(symbol);
	return symbol;
}
