// The lexer: text to tokens, lines that end in a backslash joined, comments gone.

import { foreignAt, letterLength } from "./beyond-ascii.ts";
import type { Token, TokenKind } from "./tokens.ts";

const LETTER = 1;
const DIGIT = 2;
const SPACE = 4;
const FOREIGN = 8;

/** What each of the first 128 characters can be. */
const classes = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
	const text = String.fromCharCode(c);
	if (/[A-Za-z_$]/.test(text)) classes[c] = LETTER;
	else if (/[0-9]/.test(text)) classes[c] = DIGIT;
	else if (/[ \t\v\f\r]/.test(text)) classes[c] = SPACE;
}

/** Longest first for each first character. */
const punctuators: readonly string[] = (
	"%:%: ... <<= >>= -> ++ -- << >> <= >= == != && || += -= *= /= %= &= |= ^= ## <: :> <% %> %: " +
	"[ ] ( ) { } . & * + - ~ ! / % < > ^ | ? : ; = , #"
).split(" ");

const digraphs: Readonly<Record<string, string>> = {
	"<:": "[",
	":>": "]",
	"<%": "{",
	"%>": "}",
	"%:": "#",
	"%:%:": "##",
};

const punctuatorsByFirst: string[][] = [];
for (const text of punctuators) {
	const first = text.charCodeAt(0);
	punctuatorsByFirst[first] ??= [];
	punctuatorsByFirst[first].push(text);
}

interface Lexer {
	readonly file: string;
	readonly text: string;
	readonly tokens: Token[];
	/** Offsets in `text` where a joined line began, ascending. */
	readonly joins: readonly number[];
	nextJoin: number;
	at: number;
	line: number;
	lineStart: number;
	first: boolean;
	space: boolean;
	/** Whether the comment before the next token speaks of falling through. */
	isMeant: boolean;
}

const FALLS_THROUGH = /fall(s|ing)?[ -]*thr(ough|u)/i;

/** All tokens of a file, the last one of kind `end`. */
export function lex(file: string, source: string): Token[] {
	const { text, joins } = joinLines(source);
	const lexer: Lexer = {
		file,
		text,
		tokens: [],
		joins,
		nextJoin: 0,
		at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
		line: 1,
		lineStart: 0,
		first: true,
		space: false,
		isMeant: false,
	};
	while (lexer.at < text.length) step(lexer);
	passJoins(lexer);
	push(lexer, "end", lexer.at, null);
	return lexer.tokens;
}

/** Removes each backslash at a line's end together with the line's end (C11 5.1.1.2, phase 2). */
function joinLines(source: string): { text: string; joins: number[] } {
	const joins: number[] = [];
	if (!source.includes("\\")) return { text: source, joins };
	let text = "";
	let from = 0;
	for (const match of source.matchAll(/\\[ \t]*\r?\n/g)) {
		text += source.slice(from, match.index);
		joins.push(text.length);
		from = match.index + match[0].length;
	}
	return { text: text + source.slice(from), joins };
}

function passJoins(lexer: Lexer): void {
	while (lexer.nextJoin < lexer.joins.length && lexer.joins[lexer.nextJoin]! <= lexer.at) {
		lexer.line++;
		lexer.lineStart = lexer.joins[lexer.nextJoin]!;
		lexer.nextJoin++;
	}
}

function step(lexer: Lexer): void {
	const { text } = lexer;
	const c = text.charCodeAt(lexer.at);
	if (c === 10) {
		passJoins(lexer);
		lexer.at++;
		lexer.line++;
		lexer.lineStart = lexer.at;
		lexer.first = true;
		lexer.space = false;
		return;
	}
	const kind = c < 128 ? classes[c]! : letterLength(text, lexer.at, true) > 0 ? LETTER : FOREIGN;
	if (kind === SPACE) {
		lexer.at++;
		lexer.space = true;
		return;
	}
	if (c === 47) {
		const next = text.charCodeAt(lexer.at + 1);
		if (next === 47) {
			lineComment(lexer);
			return;
		}
		if (next === 42) {
			blockComment(lexer);
			return;
		}
	}
	passJoins(lexer);
	if (kind === LETTER || (c === 92 && universalName(text, lexer.at) > 0)) {
		identifier(lexer);
		return;
	}
	if (kind === DIGIT) {
		number(lexer);
		return;
	}
	if (kind === FOREIGN) {
		foreign(lexer);
		return;
	}
	if (c === 46 && isDigit(text.charCodeAt(lexer.at + 1))) {
		number(lexer);
		return;
	}
	if (c === 34 || c === 39) {
		literal(lexer, lexer.at);
		return;
	}
	punctuator(lexer);
}

function isDigit(c: number): boolean {
	return c >= 48 && c <= 57;
}

/** The length of the letter or digit at `at`; 0: there is none. */
function wordLength(text: string, at: number): number {
	const c = text.charCodeAt(at);
	return c < 128 ? Number((classes[c]! & (LETTER | DIGIT)) !== 0) : letterLength(text, at, false);
}

function lineComment(lexer: Lexer): void {
	const end = lexer.text.indexOf("\n", lexer.at);
	const { at } = lexer;
	lexer.at = end < 0 ? lexer.text.length : end;
	lexer.space = true;
	lexer.isMeant ||= FALLS_THROUGH.test(lexer.text.slice(at, lexer.at));
}

function blockComment(lexer: Lexer): void {
	const end = lexer.text.indexOf("*/", lexer.at + 2);
	if (end < 0) {
		passJoins(lexer);
		push(lexer, "invalid", lexer.at + 2, "unterminated /* comment");
		lexer.at = lexer.text.length;
		return;
	}
	for (let i = lexer.text.indexOf("\n", lexer.at); i >= 0 && i < end; i = lexer.text.indexOf("\n", i + 1)) {
		lexer.at = i;
		passJoins(lexer);
		lexer.line++;
		lexer.lineStart = i + 1;
	}
	lexer.isMeant ||= FALLS_THROUGH.test(lexer.text.slice(lexer.at, end));
	lexer.at = end + 2;
	lexer.space = true;
}

function identifier(lexer: Lexer): void {
	const { text } = lexer;
	let end = lexer.at;
	for (let length = 1; length > 0; end += length) length = wordLength(text, end) || universalName(text, end);
	const c = text.charCodeAt(end);
	if ((c === 34 || c === 39) && isPrefix(text.slice(lexer.at, end))) {
		literal(lexer, end);
		return;
	}
	push(lexer, "identifier", end, null);
}

/** The length of the universal character name at `at`, `\\u` and 4 digits or `\\U` and 8 (C11 6.4.3); 0: there is none. */
function universalName(text: string, at: number): number {
	if (text.charCodeAt(at) !== 92) return 0;
	return /^\\(u[0-9a-fA-F]{4}|U00[01][0-9a-fA-F]{5})/.exec(text.slice(at, at + 10))?.[0].length ?? 0;
}

/** The name with its universal character names as the characters that they mean. */
function spelled(name: string): string {
	return name.replace(/\\[uU]([0-9a-fA-F]+)/g, (written, digits: string) => {
		const code = Number.parseInt(digits, 16);
		return code > 0x10ffff ? written : String.fromCodePoint(code);
	});
}

function isPrefix(text: string): boolean {
	return text === "L" || text === "u" || text === "U" || text === "u8";
}

/** A preprocessing number (C11 6.4.8): wider than the numbers that mean something. */
function number(lexer: Lexer): void {
	const { text } = lexer;
	let end = lexer.at + 1;
	for (let length = 1; length > 0; end += length) {
		const c = text.charCodeAt(end);
		const goesOn = c === 46 || ((c === 43 || c === 45) && /[eEpP]/.test(text[end - 1]!));
		length = goesOn ? 1 : wordLength(text, end);
	}
	push(lexer, "number", end, null);
}

/** A string or character; its quote stands at `quoteAt`, behind an encoding prefix. */
function literal(lexer: Lexer, quoteAt: number): void {
	const { text } = lexer;
	const quote = text.charCodeAt(quoteAt);
	const string = quote === 34;
	for (let end = quoteAt + 1; end < text.length; end++) {
		const c = text.charCodeAt(end);
		if (c === 10) {
			unterminated(lexer, end, string);
			return;
		}
		if (c === 92 && text.charCodeAt(end + 1) !== 10) end++;
		else if (c === quote) {
			push(lexer, string ? "string" : "character", end + 1, null);
			return;
		}
	}
	unterminated(lexer, text.length, string);
}

function unterminated(lexer: Lexer, end: number, string: boolean): void {
	push(lexer, "invalid", end, `missing terminating ${string ? "'\"'" : '"\'"'} character`);
}

function punctuator(lexer: Lexer): void {
	const { text, at } = lexer;
	const candidates = punctuatorsByFirst[text.charCodeAt(at)];
	const found = candidates?.find((candidate) => text.startsWith(candidate, at));
	if (found !== undefined) {
		push(lexer, "punctuator", at + found.length, null);
		return;
	}
	const shown = text.charCodeAt(at) < 32 ? `\\x${text.charCodeAt(at).toString(16)}` : text[at];
	push(lexer, "invalid", at + 1, `stray '${shown}' in program`);
}

/** A character that is not C's: it is told, and what was meant by it takes its place, so that the rest is read as it was meant. */
function foreign(lexer: Lexer): void {
	const { text, at } = lexer;
	const { length, meant, problem } = foreignAt(text, at);
	push(lexer, "invalid", at + length, problem);
	if (meant === null || meant === "") return;
	if (meant === " ") lexer.space = true;
	else if (meant === '"' || meant === "'") quoted(lexer, at, meant);
	else instead(lexer, at, "punctuator", meant);
}

/** The string or character that such a quote begins, up to the next one on the line. */
function quoted(lexer: Lexer, at: number, quote: string): void {
	const line = /^[^\n]*/.exec(lexer.text.slice(lexer.at))?.[0] ?? "";
	const closing = [...line.matchAll(/\P{ASCII}|["']/gu)].find(
		({ 0: one, index }) => one === quote || foreignAt(line, index).meant === quote,
	);
	if (closing === undefined) return;
	const inner = line.slice(0, closing.index);
	lexer.at += closing.index + 1;
	instead(lexer, at, quote === '"' ? "string" : "character", `${quote}${inner}${quote}`);
}

/** Puts a token in the place of the text from `from` to where the lexer stands. */
function instead(lexer: Lexer, from: number, kind: TokenKind, text: string): void {
	const end = lexer.at;
	lexer.at = from;
	push(lexer, kind, end, null);
	lexer.tokens.push({ ...lexer.tokens.pop()!, text });
}

/** Makes a token of the text up to `end` and stands behind it. */
function push(lexer: Lexer, kind: TokenKind, end: number, problem: string | null): void {
	const text = lexer.text.slice(lexer.at, end);
	lexer.tokens.push({
		kind,
		text: kind === "punctuator" ? (digraphs[text] ?? text) : kind === "identifier" ? spelled(text) : text,
		file: lexer.file,
		line: lexer.line,
		column: lexer.at - lexer.lineStart + 1,
		length: Math.max(1, end - lexer.at),
		first: lexer.first,
		space: lexer.space,
		frozen: false,
		origin: null,
		problem,
	});
	if (kind === "punctuator" && digraphs[text] !== undefined)
		lexer.tokens.push({ ...lexer.tokens.pop()!, written: text });
	if (lexer.isMeant) {
		lexer.tokens.push({ ...lexer.tokens.pop()!, isMeant: true });
		lexer.isMeant = false;
	}
	lexer.at = end;
	lexer.first = false;
	lexer.space = false;
}
