// The preprocessor: a file's tokens with directives obeyed, headers read in and macros replaced (C11 6.10).

import type { Span } from "../../base/index.ts";
import { conditionHolds } from "./condition.ts";
import { closest, GiveUp, noteAt, type Reporter, SyntaxFailure } from "./diagnostics.ts";
import { lex } from "./lexer.ts";
import { presume } from "./line-directive.ts";
import {
	atBottom,
	createExpander,
	type Expander,
	expand,
	expandAll,
	frozenIfActive,
	type Macro,
	quoted,
	type Source,
	sourceOf,
	specials,
	take,
} from "./macros.ts";
import { predefined } from "./predefined.ts";
import { preludeOf } from "./prelude.ts";
import { spanOf, type Token } from "./tokens.ts";

const DEEPEST_INCLUDE = 100;
const MOST_INCLUDES = 2000;

/** Where spans in system headers say they are. */
export const SYSTEM_DIRECTORY = "/usr/include/";

/** A file, its path from where the folders' names begin, and the number of the folder where it is. */
export interface InFolder {
	readonly path: string;
	readonly text: string;
	readonly folder: number;
}

export interface Files {
	/** The text of `<name>`. */
	readonly headers: (name: string) => string | undefined;
	/** The text of `"path"`. */
	readonly include: (path: string) => string | undefined;
	/** `path` in the folders that are searched before the system's own, those of -I: the first of them, or of those from `first` on, that has it. */
	readonly folders: (path: string, first: number) => InFolder | undefined;
	/** Names of all system headers, for suggestions. */
	readonly known: Iterable<string>;
}

interface Preprocessor {
	readonly expander: Expander;
	readonly reporter: Reporter;
	readonly files: Files;
	/** Object macros whose value the outside fixes: a definition in the program is passed over. */
	readonly fixed: ReadonlySet<string>;
	readonly once: Set<string>;
	readonly out: Token[];
	/** What `#pragma push_macro` keeps of each name. */
	readonly savedMacros: Map<string, (Macro | null)[]>;
	/** The most that `#pragma pack` lets members be aligned to, in bytes; 0: no limit. */
	pack: number;
	readonly packs: number[];
	/** The files that are being read, the first of all first, each with the name in the #include that led to it, and the folder with which an #include_next of it begins. */
	readonly reading: { readonly file: string; readonly place: Token | null; readonly next: number }[];
	includes: number;
	/** Whether a header was not found: without it the rest cannot be judged. */
	isIncomplete: boolean;
}

/** One `#if` that is open. */
interface Conditional {
	readonly directive: Token;
	/** Whether a branch of it has been read. */
	taken: boolean;
	sawElse: boolean;
}

/** Where the spans of macros say they are that were given beside the file. */
const COMMAND_LINE = "<command line>";

/** What is given beside the files. */
interface Given {
	/** Object macros that win over the files' own. */
	readonly define?: Readonly<Record<string, string>> | undefined;
	/** Directives before the first line. */
	readonly before?: string | undefined;
}

/** The tokens that the parser reads; the last one is the file's end. */
export function preprocess(
	file: string,
	text: string,
	files: Files,
	{ define = {}, before = "" }: Given,
	reporter: Reporter,
): Token[] {
	const reading: Preprocessor["reading"] = [{ file, place: null, next: 0 }];
	const pp: Preprocessor = {
		expander: createExpander(reporter, reading),
		reporter,
		files,
		fixed: new Set(Object.keys(define)),
		once: new Set(),
		out: [],
		savedMacros: new Map(),
		pack: 0,
		packs: [],
		reading,
		includes: 0,
		isIncomplete: false,
	};
	definePredefined(pp, define);
	if (before !== "") processFile(pp, lex(COMMAND_LINE, before));
	const tokens = lex(file, text);
	processFile(pp, tokens);
	pp.out.push(tokens[tokens.length - 1]!);
	if (pp.isIncomplete) throw new GiveUp("a header is missing");
	const prelude = preludeOf(pp.out);
	return prelude.length === 0 ? pp.out : [...prelude, ...pp.out];
}

function definePredefined(pp: Preprocessor, define: Readonly<Record<string, string>>): void {
	const { macros } = pp.expander;
	const bodies = predefinedBodies();
	for (const [name, body] of bodies) macros.set(name, objectMacro(name, body));
	for (const special of specials) macros.set(special, { ...objectMacro(special, []), special });
	for (const [name, value] of Object.entries(define))
		macros.set(name, objectMacro(name, lex(COMMAND_LINE, value).slice(0, -1)));
}

let bodiesMade: (readonly [string, readonly Token[]])[] | null = null;

function predefinedBodies(): readonly (readonly [string, readonly Token[]])[] {
	bodiesMade ??= predefined.map(([name, body]) => [name, lex("<built in>", body).slice(0, -1)] as const);
	return bodiesMade;
}

function objectMacro(name: string, body: readonly Token[], place: Span | null = null): Macro {
	return {
		name,
		parameters: null,
		variadic: null,
		body,
		origin: { name, place },
		special: null,
		remark: null,
		active: 0,
	};
}

// ---- a file ----

function processFile(pp: Preprocessor, tokens: readonly Token[]): void {
	const source = sourceOf(tokens.slice(0, -1));
	const open: Conditional[] = [];
	const { out, expander } = pp;
	for (let token = take(source); token !== null; token = take(source)) {
		if (token.first && token.text === "#" && token.kind === "punctuator" && atBottomToken(source, token)) {
			directive(pp, source, token, open);
			continue;
		}
		if (token.kind === "identifier") {
			if (token.text === "_Pragma") {
				pragmaOperator(pp, source, token);
				continue;
			}
			if (expand(expander, source, token)) continue;
			token = frozenIfActive(expander, token);
		} else if (token.kind === "invalid") {
			pp.reporter.spoil(token.problem ?? "stray text", token);
			if (!/^["']/.test(token.text)) continue;
			token = { ...token, kind: "string", text: '""' };
		}
		out.push(pp.pack > 0 && token.text === "}" ? { ...token, pack: pp.pack } : token);
	}
	for (const conditional of open)
		pp.reporter.error(`unterminated #${conditional.directive.text}`, conditional.directive);
}

/** Whether the token just taken was one of the file's own, where a directive can begin. */
function atBottomToken(source: Source, token: Token): boolean {
	return token.origin === null && (source.frames.length === 1 || atBottom(source));
}

/** The rest of the line. */
function restOfLine(source: Source): Token[] {
	const frame = source.frames[0]!;
	const start = frame.index;
	while (frame.index < frame.tokens.length && !frame.tokens[frame.index]!.first) frame.index++;
	return frame.tokens.slice(start, frame.index);
}

function directive(pp: Preprocessor, source: Source, hash: Token, open: Conditional[]): void {
	const line = restOfLine(source);
	const name = line[0];
	if (name === undefined) return;
	try {
		obey(pp, source, name, line.slice(1), open, hash);
	} catch (failure) {
		if (!(failure instanceof SyntaxFailure)) throw failure;
	}
}

function obey(
	pp: Preprocessor,
	source: Source,
	name: Token,
	line: readonly Token[],
	open: Conditional[],
	hash: Token,
): void {
	switch (name.text) {
		case "define":
			define(pp, name, line);
			return;
		case "undef":
			undefine(pp, name, line);
			return;
		case "include":
		case "include_next":
			include(pp, name, line);
			return;
		case "if":
		case "ifdef":
		case "ifndef":
			openConditional(pp, source, name, line, open);
			return;
		case "elif":
		case "else":
		case "endif":
			branch(pp, source, name, open);
			return;
		case "error":
			pp.reporter.error(`#error ${lineText(line)}`, name);
			return;
		case "warning":
			pp.reporter.warning(`#warning ${lineText(line)}`, name);
			return;
		case "pragma":
			pragma(pp, hash, line);
			return;
		case "line":
			presume(pp.expander, name, line);
			return;
		case "ident":
			return;
		default: {
			if (name.kind === "number") {
				presume(pp.expander, name, [name, ...line]);
				return;
			}
			const meant = closest(name.text, directives);
			pp.reporter.error(
				`invalid preprocessing directive '#${name.text}'`,
				name,
				...(meant === null ? [] : [`did you mean '#${meant}'?`]),
			);
		}
	}
}

/** `once`, `pack`, `push_macro`, `pop_macro`, `clang deprecated`; what the others say concerns other compilers. */
function pragma(pp: Preprocessor, hash: Token, line: readonly Token[]): void {
	const [what, , argument] = line;
	switch (what?.text) {
		case "once":
			pp.once.add(hash.file);
			return;
		case "pack":
			pack(pp, line.slice(2));
			return;
		case "clang":
			remark(pp, line.slice(1));
			return;
		case "push_macro":
		case "pop_macro": {
			if (argument?.kind !== "string") pp.reporter.fail(`expected ("NAME") after '${what.text}'`, what);
			const name = argument.text.slice(1, -1);
			const saved = pp.savedMacros.get(name) ?? [];
			pp.savedMacros.set(name, saved);
			const { macros } = pp.expander;
			if (what.text === "push_macro") {
				saved.push(macros.get(name) ?? null);
				return;
			}
			const macro = saved.pop();
			if (macro === null) macros.delete(name);
			else if (macro !== undefined) macros.set(name, macro);
			return;
		}
	}
}

/** `#pragma clang deprecated(NAME, "text")`: a warning wherever the macro is used. */
function remark(pp: Preprocessor, line: readonly Token[]): void {
	const [what, , name, , text] = line;
	const macro = pp.expander.macros.get(name?.text ?? "");
	if (what?.text !== "deprecated" || macro === undefined) return;
	macro.remark = text?.kind === "string" ? text.text.slice(1, -1) : "has been marked as deprecated";
}

/** `_Pragma("…")`: the directive that the string holds (C11 6.10.9). */
function pragmaOperator(pp: Preprocessor, source: Source, operator: Token): void {
	const open = take(source);
	const text = open?.text === "(" ? take(source) : null;
	const close = text?.kind === "string" ? take(source) : null;
	if (text === null || close?.text !== ")") {
		pp.reporter.error("expected (\"…\") after '_Pragma'", operator);
		return;
	}
	const content = text.text.slice(text.text.indexOf('"') + 1, -1).replace(/\\(["\\])/g, "$1");
	const { file, line, column, length } = operator;
	const words = lex(file, content).slice(0, -1);
	try {
		pragma(
			pp,
			operator,
			words.map((word) => ({ ...word, line, column, length })),
		);
	} catch (failure) {
		if (!(failure instanceof SyntaxFailure)) throw failure;
	}
}

/** `#pragma pack(n)`, `(push)`, `(push, n)`, `(pop)` and `()`: no member is aligned more than n bytes. */
function pack(pp: Preprocessor, line: readonly Token[]): void {
	const words = line.filter(({ text }) => text !== "," && text !== ")").map(({ text }) => text);
	if (words[0] === "push") pp.packs.push(pp.pack);
	if (words[0] === "pop") pp.pack = pp.packs.pop() ?? 0;
	const number = words.find((word) => /^\d+$/.test(word));
	if (number !== undefined) pp.pack = Number(number);
	else if (words.length === 0) pp.pack = 0;
}

const directives = "define undef include if ifdef ifndef elif else endif error warning pragma line".split(
	" ",
);

function lineText(line: readonly Token[]): string {
	return line.map((token, i) => (i > 0 && token.space ? ` ${token.text}` : token.text)).join("");
}

// ---- define ----

function nameOf(pp: Preprocessor, directive: Token, line: readonly Token[]): Token {
	const name = line[0];
	if (name === undefined) pp.reporter.fail(`macro name missing after #${directive.text}`, directive);
	if (name.kind !== "identifier") pp.reporter.fail(`'${name.text}' is not a name for a macro`, name);
	if (name.text === "defined") pp.reporter.fail("'defined' cannot be used as a macro name", name);
	return name;
}

function define(pp: Preprocessor, directive: Token, line: readonly Token[]): void {
	const name = nameOf(pp, directive, line);
	const next = line[1];
	const functionLike = next !== undefined && next.text === "(" && !next.space && next.kind === "punctuator";
	if (!functionLike && pp.fixed.has(name.text)) return;
	const macro = functionLike ? functionMacro(pp, name, line) : objectMacro(name.text, line.slice(1), name);
	const before = pp.expander.macros.get(name.text);
	if (before !== undefined && !sameMacro(before, macro)) {
		pp.reporter.warning(
			`'${name.text}' macro redefined`,
			name,
			before.origin.place === null
				? "it is predefined"
				: noteAt("previous definition is here", before.origin.place),
		);
	}
	checkBody(pp, macro);
	pp.expander.macros.set(name.text, macro);
}

function functionMacro(pp: Preprocessor, name: Token, line: readonly Token[]): Macro {
	const parameters: string[] = [];
	let variadic: string | null = null;
	let at = 2;
	for (;;) {
		const token = line[at++];
		if (token === undefined) pp.reporter.fail("missing ')' in macro parameter list", line[1]!);
		if (token.text === ")" && parameters.length === 0 && variadic === null) break;
		if (token.text === "...") variadic = "__VA_ARGS__";
		else if (token.kind !== "identifier")
			pp.reporter.fail(`expected a parameter's name, found '${token.text}'`, token);
		else if (line[at]?.text === "...") {
			variadic = token.text;
			at++;
		} else if (parameters.includes(token.text))
			pp.reporter.fail(`duplicate macro parameter name '${token.text}'`, token);
		else parameters.push(token.text);
		const after = line[at++];
		if (after?.text === ")") break;
		if (after?.text !== "," || variadic !== null)
			pp.reporter.fail("expected ',' or ')' in macro parameter list", after ?? token);
	}
	const origin = { name: name.text, place: spanOf(name) };
	return {
		name: name.text,
		parameters,
		variadic,
		body: line.slice(at),
		origin,
		special: null,
		remark: null,
		active: 0,
	};
}

function checkBody(pp: Preprocessor, macro: Macro): void {
	const { body } = macro;
	const first = body[0];
	const last = body.at(-1);
	if (first?.text === "##" && first.kind === "punctuator")
		pp.reporter.fail("'##' cannot appear at the start of a macro expansion", first);
	if (last?.text === "##" && last.kind === "punctuator")
		pp.reporter.fail("'##' cannot appear at the end of a macro expansion", last);
	if (macro.parameters === null) return;
	body.forEach((token, i) => {
		if (token.text !== "#" || token.kind !== "punctuator") return;
		const next = body[i + 1]?.text ?? "";
		const isOption = next === "__VA_OPT__" && macro.variadic !== null;
		if (!isOption && next !== macro.variadic && !macro.parameters!.includes(next))
			pp.reporter.fail("'#' is not followed by a macro parameter", token);
	});
}

function sameMacro(a: Macro, b: Macro): boolean {
	const shape = (macro: Macro): string =>
		`${macro.parameters?.join() ?? "-"}:${macro.variadic}:${lineText(macro.body)}`;
	return shape(a) === shape(b);
}

function undefine(pp: Preprocessor, directive: Token, line: readonly Token[]): void {
	const name = nameOf(pp, directive, line);
	if (!pp.fixed.has(name.text)) pp.expander.macros.delete(name.text);
}

// ---- conditionals ----

function openConditional(
	pp: Preprocessor,
	source: Source,
	name: Token,
	line: readonly Token[],
	open: Conditional[],
): void {
	const conditional: Conditional = { directive: name, taken: false, sawElse: false };
	open.push(conditional);
	conditional.taken = holds(pp, name, line);
	if (!conditional.taken) skip(pp, source, open);
}

/** Whether a condition holds; a wrong one counts as false. */
function holds(pp: Preprocessor, name: Token, line: readonly Token[]): boolean {
	if (name.text === "ifdef" || name.text === "ifndef") {
		const macro = line[0];
		if (macro === undefined || macro.kind !== "identifier") {
			pp.reporter.error(`macro name missing after #${name.text}`, name);
			return false;
		}
		return isDefined(pp, macro.text) === (name.text === "ifdef");
	}
	try {
		const answered = answerDefined(pp, line);
		return conditionHolds(expandAll(pp.expander, answered), name, pp.reporter);
	} catch (failure) {
		if (!(failure instanceof SyntaxFailure)) throw failure;
		return false;
	}
}

/** `__has_include` is no macro, but programs ask whether there is one. */
function isDefined(pp: Preprocessor, name: string): boolean {
	return name === "__has_include" || pp.expander.macros.has(name);
}

/** Replaces `defined X`, `defined(X)` and `__has_include(…)` by 0 or 1. */
function answerDefined(pp: Preprocessor, line: readonly Token[]): Token[] {
	const out: Token[] = [];
	for (let i = 0; i < line.length; i++) {
		const token = line[i]!;
		if (token.kind !== "identifier" || (token.text !== "defined" && token.text !== "__has_include")) {
			out.push(token);
			continue;
		}
		const parenthesis = line[i + 1]?.text === "(";
		let answer: boolean;
		if (token.text === "defined") {
			const name = line[i + (parenthesis ? 2 : 1)];
			if (name === undefined || name.kind !== "identifier")
				pp.reporter.fail("macro name missing after 'defined'", token);
			if (parenthesis && line[i + 3]?.text !== ")") pp.reporter.fail("missing ')' after 'defined'", name);
			answer = isDefined(pp, name.text);
			i += parenthesis ? 3 : 1;
		} else {
			const close = line.findIndex((each, k) => k > i && each.text === ")");
			if (!parenthesis || close < 0) pp.reporter.fail("expected '(' after '__has_include'", token);
			const found = headerName(pp, line.slice(i + 2, close), token);
			answer = findHeader(pp, found, token) !== null;
			i = close;
		}
		out.push({ ...token, kind: "number", text: answer ? "1" : "0" });
	}
	return out;
}

function branch(pp: Preprocessor, source: Source, name: Token, open: Conditional[]): void {
	const conditional = open.at(-1);
	if (conditional === undefined) pp.reporter.fail(`#${name.text} without #if`, name);
	if (name.text === "endif") {
		open.pop();
		return;
	}
	checkElse(pp, name, conditional);
	skip(pp, source, open);
}

function checkElse(pp: Preprocessor, name: Token, conditional: Conditional): void {
	if (conditional.sawElse)
		pp.reporter.error(
			`#${name.text} after #else`,
			name,
			noteAt("the conditional began here", conditional.directive),
		);
	if (name.text === "else") conditional.sawElse = true;
}

/** Passes over text until a branch is to be read or the conditional ends. */
function skip(pp: Preprocessor, source: Source, open: Conditional[]): void {
	const frame = source.frames[0]!;
	const conditional = open.at(-1)!;
	let depth = 0;
	while (frame.index < frame.tokens.length) {
		const token = frame.tokens[frame.index++]!;
		if (!token.first || token.text !== "#") continue;
		const line = restOfLine(source);
		const name = line[0];
		if (name === undefined) continue;
		if (name.text === "if" || name.text === "ifdef" || name.text === "ifndef") depth++;
		else if (name.text === "endif") {
			if (depth-- > 0) continue;
			open.pop();
			return;
		} else if ((name.text === "else" || name.text === "elif") && depth === 0) {
			checkElse(pp, name, conditional);
			if (conditional.taken) continue;
			if (name.text === "elif" && !holds(pp, name, line.slice(1))) continue;
			conditional.taken = true;
			return;
		}
	}
}

// ---- include ----

interface HeaderName {
	readonly name: string;
	readonly system: boolean;
}

function headerName(pp: Preprocessor, line: readonly Token[], directive: Token): HeaderName {
	let tokens = line;
	if (tokens[0]?.kind === "identifier") tokens = expandAll(pp.expander, line);
	const first = tokens[0];
	if (first?.kind === "string") return { name: first.text.slice(1, -1), system: false };
	if (first?.kind === "punctuator" && first.text === "<") {
		const close = tokens.findIndex((token) => token.kind === "punctuator" && token.text === ">");
		if (close > 0) return { name: lineText(tokens.slice(1, close)).trim(), system: true };
		pp.reporter.fail("missing '>' after the header's name", tokens.at(-1)!);
	}
	pp.reporter.fail('expected "FILENAME" or <FILENAME>', first ?? directive);
}

interface FoundHeader {
	readonly file: string;
	readonly text: string;
	readonly next: number;
}

function findHeader(pp: Preprocessor, header: HeaderName, directive: Token): FoundHeader | null {
	const { name } = header;
	if (directive.text === "include_next") return searched(pp, name, pp.reading.at(-1)!.next);
	if (header.system) return searched(pp, name, 0) ?? beside(pp, name);
	const folder = directive.file.replace(/[^/]*$/, "");
	return beside(pp, folder + name) ?? searched(pp, name, 0) ?? beside(pp, name);
}

/** What the program itself has under the path. */
function beside(pp: Preprocessor, path: string): FoundHeader | null {
	const text = pp.files.include(path);
	return text === undefined ? null : { file: path, text, next: 0 };
}

/** In the folders from the `first` on, then among the system's. */
function searched(pp: Preprocessor, name: string, first: number): FoundHeader | null {
	const found = pp.files.folders(name, first);
	if (found !== undefined) return { file: found.path, text: found.text, next: found.folder + 1 };
	const text = pp.files.headers(name);
	return text === undefined ? null : { file: SYSTEM_DIRECTORY + name, text, next: Number.POSITIVE_INFINITY };
}

function include(pp: Preprocessor, directive: Token, line: readonly Token[]): void {
	const header = headerName(pp, line, directive);
	const place = line[0]!;
	const found = findHeader(pp, header, directive);
	if (found === null) {
		pp.isIncomplete = true;
		const meant = closest(header.name, pp.files.known);
		pp.reporter.fail(
			`${quoted(header.name).replaceAll('"', "'")} file not found`,
			place,
			...headerCure(header.name, meant),
		);
	}
	if (pp.once.has(found.file)) return;
	if (pp.reading.length > DEEPEST_INCLUDE || ++pp.includes > MOST_INCLUDES) {
		tooManyIncludes(pp, place);
		throw new GiveUp("include");
	}
	pp.reading.push({ file: found.file, place, next: found.next });
	const { presumed } = pp.expander;
	const before = presumed.get(found.file);
	presumed.delete(found.file);
	processFile(pp, lexHeader(found.file, found.text));
	if (before === undefined) presumed.delete(found.file);
	else presumed.set(found.file, before);
	pp.reading.pop();
}

/** What to include instead. */
function headerCure(name: string, meant: string | null): string[] {
	if (/^(conio|windows|dos|io|process|graphics|direct)\.h$/i.test(name))
		return ["this header belongs to Windows or DOS, not to POSIX"];
	if (/^(c?[a-z_]+|bits\/stdc\+\+\.h)$/.test(name) && !name.endsWith(".h"))
		return ["this is a header of C++: C's are <stdio.h>, <stdlib.h>, <string.h> and their like"];
	return meant === null ? [] : [`did you mean <${meant}>?`];
}

/** Blames the file that includes itself, at the #include that led back to it, if there is one. */
function tooManyIncludes({ reading, reporter }: Preprocessor, place: Token): void {
	const again = reading.findIndex(({ file }, i) => reading.findIndex((each) => each.file === file) < i);
	if (again < 0) {
		reporter.error(
			`too many #includes: more than ${MOST_INCLUDES}, or ${DEEPEST_INCLUDE} in each other`,
			place,
		);
		return;
	}
	const { file, place: back } = reading[again]!;
	const first = reading.findIndex((each) => each.file === file);
	const between = reading.slice(first + 1, again).map((each) => `'${shortName(each.file)}'`);
	const through = between.length === 0 ? "" : ` through ${between.join(" and ")}`;
	reporter.error(`#include nested too deeply: '${shortName(file)}' includes itself${through}`, back ?? place);
}

/** A file's name without its folder. */
function shortName(file: string): string {
	return file.replace(/^.*\//, "");
}

/** System headers are read by every program: their tokens, which nobody changes, are kept. */
const lexedHeaders = new Map<string, { text: string; tokens: readonly Token[] }>();

function lexHeader(file: string, text: string): readonly Token[] {
	if (!file.startsWith(SYSTEM_DIRECTORY)) return lex(file, text);
	const kept = lexedHeaders.get(file);
	if (kept !== undefined && kept.text === text) return kept.tokens;
	const tokens = lex(file, text);
	lexedHeaders.set(file, { text, tokens });
	return tokens;
}
