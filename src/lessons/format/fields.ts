// Keys and values with places: front matter, back matter and attributes, read through one small interface.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Span } from "../../base/index.ts";
import { type Field, nearest, type Passage, type Problems, spanIn } from "./source.ts";

/** A value as it was written; numbers and booleans stay text, so that `8` and `O_NONBLOCK` are read alike. */
export type Value =
	| { readonly kind: "text"; readonly value: string; readonly span: Span }
	| { readonly kind: "nothing"; readonly span: Span }
	| { readonly kind: "list"; readonly items: readonly Value[]; readonly span: Span }
	| { readonly kind: "map"; readonly entries: readonly Entry[]; readonly span: Span };

export interface Entry {
	readonly key: Field;
	readonly value: Value;
}

/** Reads a passage of YAML that must be a table of keys. */
export function readYaml(passage: Passage, problems: Problems): Entry[] {
	const lines = new LineCounter();
	const document = parseDocument(passage.text, { lineCounter: lines, prettyErrors: false });
	for (const error of document.errors) {
		problems.error(spanIn(passage, error.pos[0], 1), `this is not YAML: ${error.message}`);
	}
	if (document.errors.length > 0 || document.contents === null) return [];
	const value = convert(document.contents, passage, problems);
	if (value.kind === "map") return [...value.entries];
	problems.error(value.span, "keys with values are expected here", "write 'key: value', one on each line");
	return [];
}

function convert(node: unknown, passage: Passage, problems: Problems): Value {
	const range = (node as { range?: [number, number, number] | null }).range ?? [0, 1, 1];
	const written = passage.text.slice(range[0], range[1]).split("\n")[0] as string;
	const span = spanIn(passage, range[0], written.trimEnd().length);
	if (isScalar(node)) {
		if (node.value === null) return { kind: "nothing", span };
		const plain = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
		return { kind: "text", value: plain.trim(), span };
	}
	if (isSeq(node)) {
		return { kind: "list", items: node.items.map((item) => convert(item, passage, problems)), span };
	}
	if (isMap(node)) {
		const entries = node.items.map((pair) => {
			const key = convert(pair.key, passage, problems);
			const value = pair.value === null ? { kind: "nothing" as const, span: key.span } : pair.value;
			return {
				key: { value: key.kind === "text" ? key.value : "", span: key.span },
				value: pair.value === null ? (value as Value) : convert(pair.value, passage, problems),
			};
		});
		return { kind: "map", entries, span };
	}
	problems.error(span, isAlias(node) ? "aliases are not used in lessons" : "this cannot be read here");
	return { kind: "nothing", span };
}

/** A table of keys that knows which were asked for, so that the others can be refused. */
export class Fields {
	readonly #entries: Map<string, Entry>;
	readonly #asked = new Set<string>();
	readonly #problems: Problems;
	/** Where to point at when a key is missing. */
	readonly span: Span;

	constructor(entries: readonly Entry[], span: Span, problems: Problems) {
		this.#problems = problems;
		this.#entries = new Map();
		this.span = span;
		for (const entry of entries) {
			if (this.#entries.has(entry.key.value)) {
				problems.error(entry.key.span, `'${entry.key.value}' is given twice`);
			}
			this.#entries.set(entry.key.value, entry);
		}
	}

	has(key: string): boolean {
		this.#asked.add(key);
		return this.#entries.has(key);
	}

	value(key: string): Value | null {
		return this.has(key) ? (this.#entries.get(key) as Entry).value : null;
	}

	text(key: string): Field | null {
		const value = this.value(key);
		if (value === null || value.kind === "nothing") return null;
		if (value.kind === "text") return value;
		this.#problems.error(value.span, `'${key}' is one value, not a ${value.kind}`);
		return null;
	}

	/** A text that must be there. */
	need(key: string, hint: string | null = null): Field {
		const field = this.text(key);
		if (field === null && !this.#entries.has(key)) {
			this.#problems.error(this.span, `'${key}' is missing`, hint);
		}
		return field ?? { value: "", span: this.span };
	}

	/** Words: a list, or one text with blanks between them. */
	words(key: string): Field[] {
		const value = this.value(key);
		if (value === null || value.kind === "nothing") return [];
		if (value.kind === "text") return splitWords(value);
		if (value.kind === "list") return value.items.flatMap((item) => (item.kind === "text" ? [item] : []));
		this.#problems.error(value.span, `'${key}' is a list of words`);
		return [];
	}

	whole(key: string): number | null {
		const field = this.text(key);
		if (field === null) return null;
		if (/^\d+$/.test(field.value)) return Number(field.value);
		this.#problems.error(field.span, `'${key}' is a whole number, not '${field.value}'`);
		return null;
	}

	yes(key: string): boolean {
		const field = this.text(key);
		if (field === null) return this.#entries.has(key);
		if (field.value === "true" || field.value === "false") return field.value === "true";
		this.#problems.error(field.span, `'${key}' is true or false`);
		return false;
	}

	/** The tables of a list. */
	tables(key: string): Fields[] {
		const value = this.value(key);
		if (value === null || value.kind === "nothing") return [];
		if (value.kind !== "list") {
			this.#problems.error(value.span, `'${key}' is a list`);
			return [];
		}
		return value.items.flatMap((item) => {
			if (item.kind === "map") return [new Fields(item.entries, item.span, this.#problems)];
			this.#problems.error(item.span, `an entry of '${key}' is a table of keys`);
			return [];
		});
	}

	/** The entries of a table whose keys are the author's own. */
	entries(key: string): readonly Entry[] {
		const value = this.value(key);
		if (value === null || value.kind === "nothing") return [];
		if (value.kind === "map") return value.entries;
		this.#problems.error(value.span, `'${key}' is a table of keys`);
		return [];
	}

	all(): readonly Entry[] {
		return [...this.#entries.values()];
	}

	/** Refuses every key that nobody asked for. */
	close(): void {
		for (const { key } of this.#entries.values()) {
			if (this.#asked.has(key.value)) continue;
			const near = nearest(key.value, this.#asked);
			this.#problems.error(
				key.span,
				`nothing here is called '${key.value}'`,
				near === null ? `known are: ${[...this.#asked].join(", ")}` : `did you mean '${near}'?`,
			);
		}
	}
}

function splitWords(field: Field): Field[] {
	return [...field.value.matchAll(/\S+/g)].map((match) => ({
		value: match[0],
		span: { ...field.span, column: field.span.column + match.index, length: match[0].length },
	}));
}
