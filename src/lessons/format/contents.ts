// contents.md, glossary.md and notes.md: the order of the book, its words, and the statements it teaches.
import type { Term } from "../lesson.ts";
import type { Prose } from "./prose.ts";
import { type BookFiles, type Field, linesOf, type Passage, type Problems, spanAt } from "./source.ts";

export interface ContentsEntry {
	readonly number: Field;
	readonly title: Field;
	/** `pipes/flow-control` */
	readonly id: Field;
}

export interface ContentsChapter {
	readonly number: number;
	readonly title: string;
	readonly entries: readonly ContentsEntry[];
}

const CHAPTER = /^##\s+(\d+)\.?\s+(.+?)\s*$/;
const ENTRY = /^(-\s+)(\d+\.\d+)(\s+\[)([^\]]+)(\]\()([^)]+)\)\s*$/;

/** Reads contents.md: `## 2. Pipes`, then `- 2.4 [When does a reader stop waiting?](pipes/end-of-pipe)`. */
export function readContents(files: BookFiles, problems: Problems): ContentsChapter[] {
	const file = "contents.md";
	const chapters: (ContentsChapter & { entries: ContentsEntry[] })[] = [];
	for (const [index, line] of (files.get(file) ?? "").split("\n").entries()) {
		const at = index + 1;
		const chapter = CHAPTER.exec(line);
		const entry = ENTRY.exec(line);
		if (chapter !== null) {
			chapters.push({ number: Number(chapter[1]), title: chapter[2] as string, entries: [] });
		} else if (entry !== null) {
			const open = chapters.at(-1);
			if (open === undefined) problems.error(spanAt(file, at), "a lesson stands under a chapter's heading");
			else open.entries.push(readEntry(entry, at));
		} else if (/^(##|-)/.test(line)) {
			problems.error(
				spanAt(file, at, 1, line.length),
				"this is neither a chapter nor a lesson",
				"write '## 2. Pipes' or '- 2.4 [Title](pipes/end-of-pipe)'",
			);
		}
	}
	refuseDisorder(chapters, problems);
	return chapters;
}

function readEntry(match: RegExpExecArray, line: number): ContentsEntry {
	const parts = match.slice(1) as string[];
	const field = (index: number): Field => {
		const column = 1 + parts.slice(0, index).join("").length;
		const value = parts[index] as string;
		return { value, span: spanAt("contents.md", line, column, value.length) };
	};
	return { number: field(1), title: field(3), id: field(5) };
}

function refuseDisorder(chapters: readonly ContentsChapter[], problems: Problems): void {
	const seen = new Map<string, string>();
	let last = 0;
	for (const chapter of chapters) {
		for (const { number, id } of chapter.entries) {
			const [big, small] = number.value.split(".").map(Number) as [number, number];
			const place = big * 1000 + small;
			if (big !== chapter.number) {
				problems.error(number.span, `lesson ${number.value} stands in chapter ${chapter.number}`);
			} else if (place <= last) {
				problems.error(number.span, `${number.value} comes too late: numbers grow`, "gaps are allowed");
			}
			last = Math.max(last, place);
			const other = seen.get(id.value);
			if (other !== undefined) problems.error(id.span, `'${id.value}' is lesson ${other} already`);
			seen.set(id.value, number.value);
		}
	}
}

/** The sections of a Markdown file under headings of the second level. */
function sections(file: string, text: string): { title: Field; body: Passage }[] {
	const whole: Passage = { file, line: 1, text };
	const lines = text.split("\n");
	const starts = lines.flatMap((line, index) => (line.startsWith("## ") ? [index] : []));
	return starts.map((start, i) => {
		const title = (lines[start] as string).slice(3).trim();
		return {
			title: { value: title, span: spanAt(file, start + 1, 4, title.length) },
			body: linesOf(whole, start + 1, starts[i + 1] ?? lines.length),
		};
	});
}

/** `End of file` is linked to as `term:end-of-file`. */
export function termId(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
}

export function termIds(files: BookFiles): ReadonlySet<string> {
	return new Set(
		sections("glossary.md", files.get("glossary.md") ?? "").map(({ title }) => termId(title.value)),
	);
}

export function readGlossary(files: BookFiles, prose: Prose, problems: Problems): Term[] {
	const terms: Term[] = [];
	for (const { title, body } of sections("glossary.md", files.get("glossary.md") ?? "")) {
		const id = termId(title.value);
		if (terms.some((term) => term.id === id))
			problems.error(title.span, `'${title.value}' is explained twice`);
		if (body.text.trim() === "") problems.error(title.span, `'${title.value}' is not explained`);
		terms.push({ id, title: title.value, html: prose.html(body) });
	}
	return terms;
}

/** notes.md: lines `- S6 Unlike a file, …`; the statements that rules quote. */
export function readNotes(files: BookFiles): ReadonlyMap<string, string> {
	const statements = (files.get("notes.md") ?? "").matchAll(/^- (S\d+[a-z]?) (.+)$/gm);
	return new Map([...statements].map((match) => [match[1] as string, match[2] as string]));
}
