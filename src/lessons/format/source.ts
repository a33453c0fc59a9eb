// Texts with places in them, and the list of what is wrong with them.
import type { Diagnostic, Note, Span } from "../../base/index.ts";

/** The book as files: path below the book's folder to text. */
export type BookFiles = ReadonlyMap<string, string>;

/** Part of a file: whole lines from `line` on. */
export interface Passage {
	readonly file: string;
	/** Line of the file at which `text` begins, from 1. */
	readonly line: number;
	readonly text: string;
}

/** A piece of text with its place. */
export interface Field {
	readonly value: string;
	readonly span: Span;
}

export function spanAt(file: string, line: number, column = 1, length = 1): Span {
	return { file, line, column, length: Math.max(1, length) };
}

/** The span of `length` characters at `offset` of a passage. */
export function spanIn(passage: Passage, offset: number, length: number): Span {
	const before = passage.text.slice(0, offset);
	const line = before.split("\n").length - 1;
	return spanAt(passage.file, passage.line + line, offset - (before.lastIndexOf("\n") + 1) + 1, length);
}

/** The lines `from`…`to` (to excluded, counted from 0) of a passage. */
export function linesOf(passage: Passage, from: number, to: number): Passage {
	return {
		file: passage.file,
		line: passage.line + from,
		text: passage.text.split("\n").slice(from, to).join("\n"),
	};
}

export class Problems {
	readonly list: Diagnostic[] = [];

	/** Notes what is wrong; `hint` is the likely cure. */
	error(span: Span | null, message: string, hint: string | null = null): void {
		const notes: Note[] = hint === null ? [] : [{ message: hint, span: null }];
		this.list.push({ severity: "error", message, span, notes });
	}

	/** The same for a name that is none of `known`: the nearest one is proposed. */
	unknown(field: Field, what: string, known: Iterable<string>): void {
		const near = nearest(field.value, known);
		this.error(field.span, `there is no ${what} '${field.value}'`, near && `did you mean '${near}'?`);
	}
}

/** The known phrase closest to what was written, or null when none comes near. */
export function nearest(written: string, known: Iterable<string>): string | null {
	let best: string | null = null;
	let least = Math.max(2, Math.ceil(written.length * 0.4)) + 1;
	for (const phrase of known) {
		const distance = editDistance(written.toLowerCase(), phrase.toLowerCase());
		if (distance < least) {
			least = distance;
			best = phrase;
		}
	}
	return best;
}

function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
		}
		row = next;
	}
	return row[b.length] as number;
}
