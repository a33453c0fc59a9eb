// Macros: their definitions, and the replacement of tokens by them (C11 6.10.3).

import type { Span } from "../../base/index.ts";
import { GiveUp, noteAt, type Reporter } from "./diagnostics.ts";
import { lex } from "./lexer.ts";
import { type Origin, spanOf, type Token } from "./tokens.ts";

export interface Macro {
	readonly name: string;
	/** null for an object-like macro. */
	readonly parameters: readonly string[] | null;
	/** The name of the parameter that takes all further arguments, `__VA_ARGS__` as a rule. */
	readonly variadic: string | null;
	readonly body: readonly Token[];
	readonly origin: Origin;
	/** Made on the spot from the place of use. */
	readonly special: Special | null;
	/** What is said where the macro is used: `#pragma clang deprecated`. */
	remark: string | null;
	/** How many expansions of it are being read: while there is one, its name is not expanded. */
	active: number;
}

/** Tokens made before reading is given up: macros can grow without bound. */
const MOST_TOKENS = 400_000;
const DEEPEST_ARGUMENTS = 200;

/** The macros that are made on the spot. */
export const specials = [
	"__FILE__",
	"__LINE__",
	"__COUNTER__",
	"__BASE_FILE__",
	"__INCLUDE_LEVEL__",
] as const;

type Special = (typeof specials)[number];

export interface Expander {
	readonly macros: Map<string, Macro>;
	readonly reporter: Reporter;
	made: number;
	depth: number;
	counter: number;
	/** The files that are being read, the first of all first. */
	readonly reading: readonly { readonly file: string }[];
	/** What `#line` said last in each file that is being read, by the file's name. */
	readonly presumed: Map<string, Presumed>;
}

/** What `__LINE__` and `__FILE__` give after a `#line` (C11 6.10.4). */
export interface Presumed {
	/** What is added to the number that a line really has. */
	readonly shift: number;
	/** null: the file's own name. */
	readonly file: string | null;
}

export function createExpander(reporter: Reporter, reading: Expander["reading"]): Expander {
	return { macros: new Map(), reporter, made: 0, depth: 0, counter: 0, reading, presumed: new Map() };
}

/** Where tokens come from: a file or a list at the bottom, expansions above it. */
export interface Source {
	readonly frames: Frame[];
}

interface Frame {
	readonly tokens: readonly Token[];
	index: number;
	readonly macro: Macro | null;
}

export function sourceOf(tokens: readonly Token[]): Source {
	return { frames: [{ tokens, index: 0, macro: null }] };
}

/** The next token without taking it, or null at the end of everything. */
export function peek(source: Source): Token | null {
	const { frames } = source;
	for (let i = frames.length - 1; i >= 0; i--) {
		const frame = frames[i]!;
		if (frame.index < frame.tokens.length) return frame.tokens[frame.index]!;
	}
	return null;
}

/** Takes the next token; expansions that are used up are left, which frees their macros. */
export function take(source: Source): Token | null {
	const { frames } = source;
	for (;;) {
		const frame = frames[frames.length - 1]!;
		if (frame.index < frame.tokens.length) return frame.tokens[frame.index++]!;
		if (frames.length === 1) return null;
		if (frame.macro !== null) frame.macro.active--;
		frames.pop();
	}
}

/** Whether the next token comes from the file itself, where directives are possible. */
export function atBottom(source: Source): boolean {
	const { frames } = source;
	while (frames.length > 1) {
		const frame = frames[frames.length - 1]!;
		if (frame.index < frame.tokens.length) return false;
		if (frame.macro !== null) frame.macro.active--;
		frames.pop();
	}
	return true;
}

/** All tokens of a list, every macro in it replaced. */
export function expandAll(expander: Expander, tokens: readonly Token[]): Token[] {
	const out: Token[] = [];
	const source = sourceOf(tokens);
	for (let token = take(source); token !== null; token = take(source)) {
		if (token.kind !== "identifier" || !expand(expander, source, token))
			out.push(frozenIfActive(expander, token));
	}
	return out;
}

/** The token as it leaves: a name whose macro is being expanded is never expanded again. */
export function frozenIfActive(expander: Expander, token: Token): Token {
	if (token.kind !== "identifier" || token.frozen) return token;
	const macro = expander.macros.get(token.text);
	return macro !== undefined && macro.active > 0 ? { ...token, frozen: true } : token;
}

/** If `token`, just taken from `source`, uses a macro, puts the expansion before the rest of `source`. */
export function expand(expander: Expander, source: Source, token: Token): boolean {
	const macro = expander.macros.get(token.text);
	if (macro === undefined || token.frozen || macro.active > 0) return false;
	const use = token;
	if (macro.remark !== null) expander.reporter.warning(`'${macro.name}' ${macro.remark}`, use);
	if (macro.special !== null) {
		source.frames.push({ tokens: [specialToken(expander, macro, use, token)], index: 0, macro: null });
		return true;
	}
	if (macro.parameters === null) {
		push(
			expander,
			source,
			macro,
			use,
			pasteOnly(expander, macro, place(macro.body, token, use, macro.origin)),
		);
		return true;
	}
	const next = peek(source);
	if (next === null || next.kind !== "punctuator" || next.text !== "(") return false;
	const given = collectArguments(expander, source, macro, use);
	if (given === null) {
		// A value stands for the wrong call, so that nothing follows from it.
		const zero = placed({ ...token, kind: "number", text: "0" }, use, macro.origin, token);
		source.frames.push({ tokens: [zero], index: 0, macro: null });
		return true;
	}
	push(expander, source, macro, use, substitute(expander, macro, given, token, use));
	return true;
}

function push(expander: Expander, source: Source, macro: Macro, use: Token, tokens: readonly Token[]): void {
	expander.made += tokens.length + 1;
	if (expander.made > MOST_TOKENS) {
		expander.reporter.error(`the expansion of macro '${macro.name}' has no reasonable end`, use);
		throw new GiveUp("macro expansion");
	}
	macro.active++;
	source.frames.push({ tokens, index: 0, macro });
}

/** Copies of a macro's tokens that stand at its use. */
function place(body: readonly Token[], first: Token, use: Token, origin: Origin): Token[] {
	return body.map((token, i) => placed(token, use, origin, i === 0 ? first : null));
}

function placed(token: Token, use: Token, origin: Origin, first: Token | null): Token {
	return {
		kind: token.kind,
		text: token.text,
		file: use.file,
		line: use.line,
		column: use.column,
		length: use.length,
		first: first?.first ?? false,
		space: first?.space ?? token.space,
		frozen: token.frozen,
		origin: use.origin ?? origin,
		problem: token.problem,
	};
}

function specialToken(expander: Expander, macro: Macro, use: Span, first: Token): Token {
	const base = { ...first, ...spanOf(use), origin: null, frozen: true };
	const presumed = expander.presumed.get(use.file);
	switch (macro.special) {
		case "__FILE__":
			return { ...base, kind: "string", text: quoted(presumed?.file ?? use.file) };
		case "__BASE_FILE__":
			return { ...base, kind: "string", text: quoted(expander.reading[0]!.file) };
		case "__INCLUDE_LEVEL__":
			return { ...base, kind: "number", text: String(expander.reading.length - 1) };
		case "__COUNTER__":
			return { ...base, kind: "number", text: String(expander.counter++) };
		default:
			return { ...base, kind: "number", text: String(use.line + (presumed?.shift ?? 0)) };
	}
}

export function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

// ---- arguments ----

/** The arguments between the parentheses, or null after an error. The name has been taken, `(` comes next. */
function collectArguments(
	expander: Expander,
	source: Source,
	macro: Macro,
	use: Token,
): readonly (readonly Token[])[] | null {
	take(source);
	const names = macro.parameters!;
	const given: Token[][] = [[]];
	let depth = 0;
	for (;;) {
		const token = take(source);
		if (token === null || token.kind === "end") {
			// All that follows was taken for its arguments.
			expander.reporter.giveUp(`unterminated call of the macro '${macro.name}'`, use, definedHere(macro));
		}
		if (token.kind === "punctuator") {
			if (token.text === "(") depth++;
			else if (token.text === ")" && depth-- === 0) break;
			else if (token.text === "," && depth === 0) {
				if (macro.variadic === null || given.length <= names.length) {
					given.push([]);
					continue;
				}
			}
		}
		given[given.length - 1]!.push(frozenIfActive(expander, token));
	}
	return checkedArguments(expander, macro, use, given);
}

/** Variable arguments that are left out; `F(a, )` gives one, which has no tokens. */
const ABSENT: readonly Token[] = [];

function checkedArguments(
	expander: Expander,
	macro: Macro,
	use: Token,
	given: Token[][],
): readonly (readonly Token[])[] | null {
	const wanted = macro.parameters!.length;
	if (wanted === 0 && given.length === 1 && given[0]!.length === 0)
		return macro.variadic === null ? [] : [ABSENT];
	if (macro.variadic !== null) {
		if (given.length === wanted) return [...given, ABSENT];
		if (given.length === wanted + 1) return given;
	} else if (given.length === wanted) return given;
	const few = given.length < wanted;
	const count = `${given.length} given, ${macro.variadic === null ? "" : "at least "}${wanted} wanted`;
	expander.reporter.error(
		`too ${few ? "few" : "many"} arguments to the macro '${macro.name}': ${count}`,
		use,
		definedHere(macro),
	);
	return null;
}

function definedHere(macro: Macro) {
	return macro.origin.place === null
		? "a predefined macro"
		: noteAt(`macro '${macro.name}' defined here`, macro.origin.place);
}

// ---- replacement ----

function isOperator(token: Token | undefined, text: string): boolean {
	return token !== undefined && token.kind === "punctuator" && token.text === text;
}

/** An object-like body: only `##` has a meaning in it. */
function pasteOnly(expander: Expander, macro: Macro, body: readonly Token[]): readonly Token[] {
	if (!body.some((token) => isOperator(token, "##"))) return body;
	const out: Token[] = [];
	for (let i = 0; i < body.length; i++) {
		if (isOperator(body[i + 1], "##") && i + 2 < body.length) {
			let token = body[i]!;
			while (isOperator(body[i + 1], "##") && i + 2 < body.length) {
				token = paste(expander, macro, token, body[i + 2]!);
				i += 2;
			}
			out.push(token);
		} else out.push(body[i]!);
	}
	return out;
}

function substitute(
	expander: Expander,
	macro: Macro,
	given: readonly (readonly Token[])[],
	first: Token,
	use: Token,
): readonly Token[] {
	const body = withoutOptions(expander, macro, given, use);
	const expanded: (readonly Token[] | undefined)[] = [];
	const indexOf = (token: Token): number =>
		token.kind !== "identifier"
			? -1
			: token.text === macro.variadic
				? macro.parameters!.length
				: macro.parameters!.indexOf(token.text);
	const own = (token: Token): Token => placed(token, use, macro.origin, null);
	const out: Token[] = [];
	/** Joins `tokens` to the end of `out`: the operator ## stands between. */
	const join = (tokens: readonly Token[], emptyBefore: boolean): void => {
		const last = emptyBefore ? undefined : out.pop();
		if (last === undefined || tokens.length === 0) {
			if (last !== undefined) out.push(last);
			out.push(...tokens);
			return;
		}
		out.push(paste(expander, macro, last, tokens[0]!), ...tokens.slice(1));
	};
	/** An argument in the place of its parameter, as far from what stands before. */
	const stand = ({ space }: Token, tokens: readonly Token[]): void => {
		tokens.forEach((each, k) => {
			out.push(k === 0 && each.space !== space ? { ...each, space } : each);
		});
	};
	let emptyLeft = false;
	for (let i = 0; i < body.length; i++) {
		const token = body[i]!;
		const pasted = i > 0 && isOperator(body[i - 1], "##") && i > 1;
		if (isOperator(token, "##") && i > 0 && i + 1 < body.length) continue;
		if (
			isOperator(token, "#") &&
			i + 1 < body.length &&
			(isOption(body, i + 1) || indexOf(body[i + 1]!) >= 0)
		) {
			const option = isOption(body, i + 1) ? optionAt(body, i + 1) : null;
			const isPresent = option !== null && hasVariableArguments(expander, macro, given, use);
			const text = stringized(
				option === null
					? given[indexOf(body[i + 1]!)]!
					: isPresent
						? substitute(expander, { ...macro, body: option }, given, option[0] ?? token, use)
						: [],
			);
			i += option === null ? 1 : option.length + 3;
			const string: Token = { ...own(token), kind: "string", text };
			if (pasted) join([string], emptyLeft);
			else out.push(string);
			emptyLeft = false;
			continue;
		}
		const index = indexOf(token);
		if (index < 0) {
			if (pasted) join([own(token)], emptyLeft);
			else out.push(own(token));
			emptyLeft = false;
			continue;
		}
		if (pasted) {
			const comma = token.text === macro.variadic && isOperator(out.at(-1), ",") && !emptyLeft;
			if (comma) {
				if (given[index] === ABSENT) out.pop();
				else out.push(...given[index]!);
			} else join(given[index]!, emptyLeft);
			emptyLeft = emptyLeft && given[index]!.length === 0;
			continue;
		}
		if (isOperator(body[i + 1], "##") && i + 2 < body.length) {
			stand(token, given[index]!);
			emptyLeft = given[index]!.length === 0;
			continue;
		}
		expanded[index] ??= expandArgument(expander, macro, given[index]!, use);
		stand(token, expanded[index]);
		emptyLeft = false;
	}
	if (out.length > 0) out[0] = { ...out[0]!, first: first.first, space: first.space };
	return out;
}

/** Whether `__VA_OPT__(` begins there. */
function isOption(body: readonly Token[], at: number): boolean {
	return body[at]?.text === "__VA_OPT__" && isOperator(body[at + 1], "(");
}

/** What stands between the parentheses of the `__VA_OPT__` there. */
function optionAt(body: readonly Token[], at: number): readonly Token[] {
	let depth = 1;
	let end = at + 2;
	for (; end < body.length; end++) {
		if (isOperator(body[end], "(")) depth++;
		if (isOperator(body[end], ")") && --depth === 0) break;
	}
	return body.slice(at + 2, end);
}

/** Whether something is left of the variable arguments when the macros in them are replaced. */
function hasVariableArguments(
	expander: Expander,
	macro: Macro,
	given: readonly (readonly Token[])[],
	use: Token,
): boolean {
	return expandArgument(expander, macro, given.at(-1)!, use).length > 0;
}

/** The body with what stands in `__VA_OPT__(…)`, or without it; `#__VA_OPT__(…)` stays. */
function withoutOptions(
	expander: Expander,
	macro: Macro,
	given: readonly (readonly Token[])[],
	use: Token,
): readonly Token[] {
	const { body } = macro;
	if (macro.variadic === null || !body.some(({ text }) => text === "__VA_OPT__")) return body;
	const isPresent = hasVariableArguments(expander, macro, given, use);
	const out: Token[] = [];
	let space = false;
	for (let i = 0; i < body.length; i++) {
		const isKept = !isOption(body, i) || isOperator(body[i - 1], "#");
		const option = isKept ? [body[i]!] : optionAt(body, i);
		const [first, ...rest] = isKept || isPresent ? option : [];
		space ||= body[i]!.space;
		if (first !== undefined) {
			out.push(first.space === space ? first : { ...first, space }, ...rest);
			space = false;
		}
		if (!isKept) i += option.length + 2;
	}
	return out;
}

function expandArgument(
	expander: Expander,
	macro: Macro,
	tokens: readonly Token[],
	use: Token,
): readonly Token[] {
	if (!tokens.some((token) => token.kind === "identifier")) return tokens;
	if (expander.depth >= DEEPEST_ARGUMENTS) {
		expander.reporter.error(`calls of the macro '${macro.name}' are nested too deeply`, use);
		throw new GiveUp("macro arguments");
	}
	expander.depth++;
	const out = expandAll(expander, tokens);
	expander.depth--;
	expander.made += out.length;
	return out;
}

/** The argument as a string literal (C11 6.10.3.2). */
function stringized(tokens: readonly Token[]): string {
	let text = "";
	tokens.forEach((token, i) => {
		if (i > 0 && (token.space || token.first)) text += " ";
		text +=
			token.kind === "string" || token.kind === "character"
				? token.text.replace(/["\\]/g, "\\$&")
				: (token.written ?? token.text);
	});
	return `"${text}"`;
}

function paste(expander: Expander, macro: Macro, left: Token, right: Token): Token {
	const text = left.text + right.text;
	const tokens = lex(left.file, text);
	const token = tokens[0]!;
	if (tokens.length !== 2 || token.kind === "invalid") {
		expander.reporter.error(
			`pasting '${left.text}' and '${right.text}' does not give a token`,
			left,
			definedHere(macro),
		);
		return left;
	}
	const origin = left.origin ?? macro.origin;
	return { ...left, kind: token.kind, text: token.text, origin, frozen: false };
}
