// Tokens: what the lexer makes of text, the preprocessor rewrites, and the parser reads.

import type { Span } from "../../base/index.ts";

export type TokenKind =
	| "identifier"
	| "number"
	| "string"
	| "character"
	| "punctuator"
	/** A character or literal that is no token of C; harmless in text that is skipped. */
	| "invalid"
	| "end";

/** A token is also the place where it stands; one that came out of a macro stands where the macro was used. */
export interface Token extends Span {
	readonly kind: TokenKind;
	/** The spelling; for `invalid`, see `problem`. */
	readonly text: string;
	/** Whether it is the first on its line. */
	readonly first: boolean;
	/** Whether white space stands before it. */
	readonly space: boolean;
	/** Its macro was being expanded when it appeared: it is never expanded again. */
	readonly frozen: boolean;
	/** The outermost macro it came out of. */
	readonly origin: Origin | null;
	/** What is wrong with an `invalid` token. */
	readonly problem: string | null;
	/** On a `}` while `#pragma pack(n)` holds: n. */
	readonly pack?: number;
	/** Of a digraph: itself; `text` is what it stands for. */
	readonly written?: string;
	/** Behind a comment that says that control is meant to fall through to here. */
	readonly isMeant?: true;
}

export interface Origin {
	readonly name: string;
	/** null for predefined macros. */
	readonly place: Span | null;
}

export const keywords: ReadonlySet<string> = new Set(
	`auto break case char const continue default do double else enum extern float for goto if inline int long register
	restrict return short signed sizeof static struct switch typedef union unsigned void volatile while
	_Alignas _Alignof _Atomic _Bool _Complex __complex __complex__ _Generic _Imaginary _Noreturn _Static_assert _Thread_local
	__alignof __alignof__ __asm __asm__ asm __attribute __attribute__ __auto_type __const __const__ __extension__ __inline __inline__
	__label__ __restrict __restrict__ __signed __signed__ __thread __typeof __typeof__ typeof __volatile __volatile__
	__builtin_va_arg __builtin_choose_expr __builtin_offsetof __builtin_types_compatible_p`.split(/\s+/),
);

export function spanOf(place: Span): Span {
	return { file: place.file, line: place.line, column: place.column, length: place.length };
}

/** The place just behind a token, where something is missing. */
export function spanAfter(place: Span): Span {
	return { file: place.file, line: place.line, column: place.column + place.length, length: 1 };
}
