// Prototypes of the system's headers that nobody has asked for yet: a header declares a hundred functions, a program
// uses five. They are passed over, and read when their name is looked up.

import { attempt, type Parser } from "./parser.ts";
import { SYSTEM_DIRECTORY } from "./preprocessor.ts";
import { createScope, type Entity, findTag, type Scope } from "./scope.ts";
import { keywords, type Token } from "./tokens.ts";

/** The names of the file: those that wait are read when they are asked for. */
class FileNames extends Map<string, Entity> {
	readonly #waiting = new Map<string, () => void>();

	/** From now on `read` declares `name`, once, when it is needed. */
	wait(name: string, read: () => void): void {
		this.#waiting.set(name, read);
	}

	override get(name: string): Entity | undefined {
		const found = super.get(name);
		if (found !== undefined || !this.#waiting.has(name)) return found;
		this.#declare(name);
		return super.get(name);
	}

	override has(name: string): boolean {
		return this.#waiting.has(name) || super.has(name);
	}

	override [Symbol.iterator](): MapIterator<[string, Entity]> {
		for (const name of [...this.#waiting.keys()]) this.#declare(name);
		return super[Symbol.iterator]();
	}

	#declare(name: string): void {
		const read = this.#waiting.get(name);
		this.#waiting.delete(name);
		// Reading one may have read another.
		read?.();
	}
}

/** The scope of a file, in which declarations can wait. */
export function createFileScope(): Scope {
	return { ...createScope(null), names: new FileNames() };
}

/**
 * Passes over a prototype of a header of the system that can wait: of one function that is not declared yet, of no tag
 * that is new. Whether it did; `read` reads a declaration at the place where the parser stands.
 */
export function letWait(p: Parser, read: () => void): boolean {
	const { names } = p.fileScope;
	const start = p.at;
	if (!p.tokens[start]!.file.startsWith(SYSTEM_DIRECTORY) || !(names instanceof FileNames)) return false;
	const found = prototype(p, start);
	if (found === null || names.has(found.name)) return false;
	p.at = found.end;
	names.wait(found.name, () => {
		const { at, scope, inside, isStatic, prototypes, depth } = p;
		Object.assign(p, {
			at: start,
			scope: p.fileScope,
			inside: null,
			isStatic: false,
			prototypes: 0,
			depth: 0,
		});
		// The program may have made something else of its types since: then that has been told.
		p.reporter.isConsequence = p.reporter.errors > 0;
		attempt(p, read, () => names.set(found.name, { kind: "unknown", place: p.tokens[start]! }));
		p.reporter.isConsequence = false;
		Object.assign(p, { at, scope, inside, isStatic, prototypes, depth });
	});
	return true;
}

const NEVER: ReadonlySet<string> = new Set(
	"typedef static inline __inline __inline__ enum { } = , ; ) [".split(" "),
);

/** The name that a prototype declares, and the place behind its `;`; null for any other declaration. */
function prototype(p: Parser, start: number): { readonly name: string; readonly end: number } | null {
	const { tokens } = p;
	let at = start;
	for (; tokens[at]!.text !== "("; at++) if (!passes(p, tokens, at)) return null;
	const name = tokens[at - 1]!;
	if (at < start + 2 || name.kind !== "identifier" || keywords.has(name.text)) return null;
	let depth = 0;
	for (; ; at++) {
		const { text, kind } = tokens[at]!;
		if (kind === "end" || text === "{") return null;
		if (text === "(") depth++;
		else if (text === ")") depth--;
		else if (depth === 0) {
			if (text === ";") return { name: name.text, end: at + 1 };
			if (text === ",") return null;
		} else if (!knownTag(p, tokens, at)) return null;
	}
}

function passes(p: Parser, tokens: readonly Token[], at: number): boolean {
	const { text, kind } = tokens[at]!;
	return kind !== "end" && !NEVER.has(text) && knownTag(p, tokens, at);
}

/** A tag that stands in a prototype for the first time would be the prototype's own. */
function knownTag(p: Parser, tokens: readonly Token[], at: number): boolean {
	const { text } = tokens[at]!;
	if (text !== "struct" && text !== "union" && text !== "enum") return true;
	return findTag(p.fileScope, tokens[at + 1]!.text) !== undefined;
}
