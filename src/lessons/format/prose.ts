// Markdown made HTML, and its links resolved: code, step, term, rule, man and lesson.
import { Marked } from "marked";
import { manAddress } from "../../explain/rules.ts";
import { manPages } from "./man-pages.ts";
import type { Folder } from "./programs.ts";
import { type Field, type Passage, type Problems, spanIn } from "./source.ts";

/** What links can lead to. */
export interface Targets {
	readonly folder: Folder;
	readonly terms: ReadonlySet<string>;
	readonly lessons: ReadonlySet<string>;
}

/** What the links of a lesson lead to, for the checker and the page. */
export interface Linked {
	readonly steps: Field[];
	readonly rules: Field[];
	readonly terms: Set<string>;
}

export const SCHEMES = ["code", "step", "term", "rule", "man", "lesson"] as const;
type Scheme = (typeof SCHEMES)[number];

const LINK = /\]\((?:<([a-z]+):([^>]*)>|([a-z]+):((?:[^\s()]|\([^\s()]*\))*))\)/g;

/** Renders Markdown; every link of a scheme carries `data-SCHEME`, and code its line. */
export class Prose {
	readonly linked: Linked = { steps: [], rules: [], terms: new Set() };
	readonly #targets: Targets;
	readonly #problems: Problems;
	readonly #marked: Marked;

	constructor(targets: Targets, problems: Problems) {
		this.#targets = targets;
		this.#problems = problems;
		const anchor = (href: string): string => this.#attributes(href);
		this.#marked = new Marked({
			walkTokens(token) {
				if (token.type === "text" && !("tokens" in token)) token.text = curlQuotes(token.text);
			},
			renderer: {
				link({ href, tokens }) {
					return `<a ${anchor(href)}>${this.parser.parseInline(tokens)}</a>`;
				},
			},
		});
	}

	/** Paragraphs, lists and tables. */
	html(passage: Passage): string {
		this.#follow(passage);
		return (this.#marked.parse(passage.text, { async: false }) as string).trim();
	}

	/** One line of text, without a paragraph around it. */
	inline(passage: Passage): string {
		this.#follow(passage);
		return (
			this.#marked.parseInline(passage.text.replace(/\s*\n\s*/g, " "), { async: false }) as string
		).trim();
	}

	/** Checks every link of a passage, where it stands. */
	#follow(passage: Passage): void {
		for (const match of passage.text.matchAll(LINK)) {
			const scheme = match[1] ?? (match[3] as string);
			const target = match[2] ?? (match[4] as string);
			const offset = match.index + match[0].indexOf(`${scheme}:`) + scheme.length + 1;
			const field: Field = { value: target, span: spanIn(passage, offset, target.length) };
			if ((SCHEMES as readonly string[]).includes(scheme)) this.#check(scheme as Scheme, field);
			else if (!/^(https?|mailto)$/.test(scheme)) {
				const whole = { value: scheme, span: spanIn(passage, offset - scheme.length - 1, scheme.length) };
				this.#problems.unknown(whole, "kind of link", SCHEMES);
			}
		}
	}

	#check(scheme: Scheme, target: Field): void {
		switch (scheme) {
			case "step":
				this.linked.steps.push(target);
				return;
			case "rule":
				this.linked.rules.push(target);
				return;
			case "term":
				this.linked.terms.add(target.value);
				if (!this.#targets.terms.has(target.value)) {
					this.#problems.unknown(target, "word in glossary.md called", this.#targets.terms);
				}
				return;
			case "man":
				if (!manPages.has(target.value)) this.#problems.unknown(target, "man page", manPages);
				return;
			case "lesson":
				if (!this.#targets.lessons.has(target.value)) {
					this.#problems.unknown(target, "lesson in contents.md called", this.#targets.lessons);
				}
				return;
			case "code":
				this.#checkCode(target);
		}
	}

	#checkCode(target: Field): void {
		const [path = "", name = ""] = target.value.split("#");
		const { folder } = this.#targets;
		if (folder.text(path) === null) {
			this.#problems.unknown({ ...target, value: path }, "file", folder.paths());
		} else if (name !== "" && folder.label(path, name) === null) {
			this.#problems.error(target.span, `${path} has no label '${name}'`, `mark the line with '//@ ${name}'`);
		}
	}

	#attributes(href: string): string {
		const colon = href.indexOf(":");
		const scheme = href.slice(0, colon);
		const target = decode(href.slice(colon + 1));
		if (!(SCHEMES as readonly string[]).includes(scheme)) return `href="${escaped(href)}"`;
		if (scheme === "man") return `href="${manAddress(target)}" data-man="${escaped(target)}"`;
		if (scheme === "lesson") return `href="#/${escaped(target)}" data-lesson="${escaped(target)}"`;
		const shared = `href="#${escaped(encodeURI(href))}" data-${scheme}="${escaped(target)}"`;
		if (scheme !== "code") return shared;
		const [path = "", name = ""] = target.split("#");
		const label = this.#targets.folder.label(path, name);
		return label === null ? shared : `${shared} data-line="${label.line}"`;
	}
}

/** Straight quotes of running text made typographic ones; code keeps its own. */
function curlQuotes(text: string): string {
	return text
		.replace(/(?<=^|[\s(–])'(?!(?:s|t|re|ll|ve|d)\b)/g, "‘")
		.replace(/'/g, "’")
		.replace(/(?<=^|[\s(–])"/g, "“")
		.replace(/"/g, "”");
}

function decode(text: string): string {
	try {
		return decodeURI(text);
	} catch {
		return text;
	}
}

function escaped(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
