// Reading a phrase of the little language of moments and claims: words, texts, and words for what is wrong.

import type { Diagnostic } from "../base/index.ts";

/** Where a phrase stands in somebody's file, so that a caret can be put under it. */
export interface Origin {
	readonly file: string;
	readonly line: number;
	/** Column of the phrase's first character, from 1. */
	readonly column: number;
}

export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly diagnostic: Diagnostic };

export interface Token {
	readonly kind: "word" | "text" | "mark";
	/** A text without its quotes, escapes resolved. */
	readonly text: string;
	/** Offset in the phrase and length there. */
	readonly at: number;
	readonly length: number;
}

/** Thrown inside the parsers of this room only; never leaves them. */
export class PhraseError {
	readonly message: string;
	readonly at: number;
	readonly length: number;

	constructor(message: string, at: number, length: number) {
		this.message = message;
		this.at = at;
		this.length = length;
	}
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([():,])|([^\s():,"']+))/y;
const ESCAPES: { readonly [letter: string]: string } = { n: "\n", t: "\t", "0": "\0", r: "\r" };

/** A phrase as a row of tokens with a finger on the next one. */
export class Phrase {
	readonly source: string;
	readonly tokens: readonly Token[];
	#next = 0;

	constructor(source: string) {
		this.source = source;
		this.tokens = tokenize(source);
	}

	/** The token `ahead` of the next one, or null. */
	peek(ahead = 0): Token | null {
		return this.tokens[this.#next + ahead] ?? null;
	}

	get place(): number {
		return this.#next;
	}

	set place(place: number) {
		this.#next = place;
	}

	/** The next tokens are these words (in any mix of capitals). */
	sees(...words: string[]): boolean {
		return words.every((word, i) => {
			const token = this.peek(i);
			return token !== null && token.kind !== "text" && token.text.toLowerCase() === word;
		});
	}

	/** Passes these words if they come next. */
	takes(...words: string[]): boolean {
		if (!this.sees(...words)) return false;
		this.#next += words.length;
		return true;
	}

	/** Passes one token; `wanted` says what was expected when there is none. */
	take(wanted: string): Token {
		const token = this.peek();
		if (token === null) throw this.error(`expected ${wanted} here`);
		this.#next++;
		return token;
	}

	/** A complaint about the next token, or about the end of the phrase. */
	error(message: string, token = this.peek()): PhraseError {
		if (token !== null) return new PhraseError(message, token.at, token.length);
		return new PhraseError(message, this.source.trimEnd().length, 1);
	}

	/** Complains when something is left. */
	end(): void {
		const rest = this.peek();
		if (rest !== null) throw this.error(`did not expect '${rest.text}' here`);
	}
}

function tokenize(source: string): Token[] {
	const tokens: Token[] = [];
	TOKEN.lastIndex = 0;
	let end = 0;
	while (end < source.trimEnd().length) {
		TOKEN.lastIndex = end;
		const match = TOKEN.exec(source);
		if (match === null) {
			const at = end + (source.slice(end).match(/^\s*/)?.[0].length ?? 0);
			throw new PhraseError("this text has no end", at, source.length - at);
		}
		end = TOKEN.lastIndex;
		const text = match[1] ?? match[2];
		const shown = match[0].trimStart();
		const kind = text !== undefined ? "text" : match[3] !== undefined ? "mark" : "word";
		const meant = text === undefined ? shown : text.replace(/\\(.)/gs, (_, c: string) => ESCAPES[c] ?? c);
		tokens.push({ kind, text: meant, at: end - shown.length, length: shown.length });
	}
	return tokens;
}

/**
 * Runs a parser; when it complains, says where, and names the phrase of `candidates` that is nearest to what was written.
 */
export function parsePhrase<T>(
	what: string,
	source: string,
	origin: Origin | undefined,
	parse: (phrase: Phrase) => T,
	candidates: () => readonly string[],
): Parsed<T> {
	try {
		const phrase = new Phrase(source);
		const value = parse(phrase);
		phrase.end();
		return { ok: true, value };
	} catch (error) {
		if (!(error instanceof PhraseError)) throw error;
		const best = nearest(source, candidates());
		const { file, line, column } = origin ?? { file: what, line: 1, column: 1 };
		return {
			ok: false,
			diagnostic: {
				severity: "error",
				message: error.message,
				span: { file, line, column: column + error.at, length: error.length },
				notes: best === null ? [] : [{ message: `did you mean '${best}'?`, span: null }],
			},
		};
	}
}

/** The candidate with the fewest letters to change; the first of equals. */
export function nearest(text: string, candidates: readonly string[]): string | null {
	const wanted = text.trim().toLowerCase();
	let best: string | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) >= least) continue;
		const distance = changes(wanted, candidate.toLowerCase());
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** Letters to insert, drop or replace to make `b` of `a`. */
function changes(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			next.push(Math.min((row[j - 1] as number) + same, (row[j] as number) + 1, (next[j - 1] as number) + 1));
		}
		row = next;
	}
	return row[b.length] as number;
}
