// Collecting what is wrong with a program; suggestions for misspelt names.

import type { Diagnostic, Note, Span } from "../../base/index.ts";
import { spanOf, type Token } from "./tokens.ts";

/** More errors than this are not worth reading; the rest is dropped. */
const MOST_ERRORS = 20;
const MOST_WARNINGS = 50;

/** Characters of a message: names in a program may be longer. */
const LONGEST = 1000;

/** Thrown inside the front end where the text cannot be understood; caught where reading can go on. */
export class SyntaxFailure extends Error {
	override name = "SyntaxFailure";
}

/** Where the first syntax error leaves reading impossible: too deep, too long. */
export class GiveUp extends Error {
	override name = "GiveUp";
}

export class Reporter {
	readonly diagnostics: Diagnostic[] = [];
	errors = 0;
	/** While it holds, what is wrong in a header of the system follows from an error of the program, and is not told. */
	isConsequence = false;
	#warnings = 0;
	/** Lines with a literal that has no end: nothing more is said about them. */
	readonly #spoiled = new Set<string>();
	#seen = new Set<string>();
	readonly #saidOnce = new Set<string>();
	readonly #isSystem: (file: string) => boolean;
	readonly #isLibrary: boolean;

	/** Warnings about files of which `isSystem` holds are not told; to the library, not what the machine does not have. */
	constructor(isSystem: (file: string) => boolean, isLibrary = false) {
		this.#isSystem = isSystem;
		this.#isLibrary = isLibrary;
	}

	error(message: string, place: Span, ...notes: readonly (string | Note)[]): void {
		if (this.isConsequence && this.#isSystem(place.file)) return;
		if (this.errors >= MOST_ERRORS) {
			this.#sayMore();
			throw new GiveUp("too many errors");
		}
		if (this.#add("error", message, place, notes)) this.errors++;
	}

	warning(message: string, place: Span, ...notes: readonly (string | Note)[]): void {
		if (this.#isSystem(place.file) || this.#warnings >= MOST_WARNINGS) return;
		if (this.#add("warning", message, place, notes)) this.#warnings++;
	}

	/** A warning of what this machine does not have: told once in a file and its headers, where it is first used. */
	lacks(message: string, place: Span, ...notes: readonly (string | Note)[]): void {
		if (this.#isLibrary || this.#isSystem(place.file) || this.#saidOnce.has(message)) return;
		this.#saidOnce.add(message);
		this.warning(message, place, ...notes);
	}

	/** Says the error, and nothing more about its line. */
	spoil(message: string, place: Span): void {
		this.error(message, place);
		this.#spoiled.add(`${place.file}:${place.line}`);
	}

	/** Says the error and leaves the construct that is being read. */
	fail(message: string, place: Span, ...notes: readonly (string | Note)[]): never {
		this.error(message, place, ...notes);
		throw new SyntaxFailure(message);
	}

	/** Says the error and ends the reading of the whole file. */
	giveUp(message: string, place: Span, ...notes: readonly (string | Note)[]): never {
		this.error(message, place, ...notes);
		throw new GiveUp(message);
	}

	/** Says with the last error that reading ended there. */
	#sayMore(): void {
		const at = this.diagnostics.findLastIndex(({ severity }) => severity === "error");
		const last = this.diagnostics[at]!;
		const note: Note = { message: `reading ends here, after ${MOST_ERRORS} errors`, span: null };
		if (!last.notes.some(({ message }) => message === note.message))
			this.diagnostics[at] = { ...last, notes: [...last.notes, note] };
	}

	#add(
		severity: Diagnostic["severity"],
		message: string,
		place: Span,
		notes: readonly (string | Note)[],
	): boolean {
		const line = `${place.file}:${place.line}`;
		const key = `${line}:${place.column}:${message}`;
		if (this.#seen.has(key) || this.#spoiled.has(line)) return false;
		this.#seen.add(key);
		const all = notes.map((note) => (typeof note === "string" ? { message: note, span: null } : note));
		this.diagnostics.push({
			severity,
			message:
				message.length > LONGEST
					? `${message.slice(0, LONGEST / 2)}…${message.slice(-LONGEST / 4)}`
					: message,
			span: spanOf(place),
			notes: [...all, ...originNotes(place)],
		});
		return true;
	}
}

function originNotes(place: Span): Note[] {
	const origin = (place as Partial<Token>).origin ?? null;
	if (origin === null) return [];
	return [
		{
			message: `expanded from macro '${origin.name}'`,
			span: origin.place === null ? null : spanOf(origin.place),
		},
	];
}

export function noteAt(message: string, place: Span): Note {
	return { message, span: spanOf(place) };
}

/** The candidate most like `name`, when one is like it enough to be what was meant: fewer changes than `limit`. */
export function closest(
	name: string,
	candidates: Iterable<string>,
	limit = Math.floor((name.length + 2) / 3) + 1,
): string | null {
	let best: string | null = null;
	let bestDistance = name.length < 3 ? 1 : limit;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
		const distance = editDistance(name, candidate, bestDistance);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** Insertions, deletions, changes and swaps of neighbours between two words; stops counting at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change =
				a[i - 1] === b[j - 1] ? 0 : a[i - 1]!.toLowerCase() === b[j - 1]!.toLowerCase() ? 0.5 : 1;
			let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, before[j - 2]! + 1);
			row.push(cost);
		}
		if (Math.min(...row) >= limit) return limit;
		before = previous;
		previous = row;
	}
	return previous[b.length]!;
}
