// lesson.md cut into its parts: front matter, prose, and `:::` blocks with attributes and back matter.
import { type Entry, Fields, readYaml } from "./fields.ts";
import { type Field, linesOf, type Passage, type Problems, spanAt } from "./source.ts";

export interface RawBlock {
	/** `prose`, or the name after the colons. */
	readonly name: Field;
	readonly fields: Fields;
	/** What stands in the block, back matter taken off; empty for a `::leaf`. */
	readonly body: Passage;
}

export interface RawLesson {
	readonly front: Fields;
	readonly blocks: readonly RawBlock[];
}

const OPENING = /^(:{2,3})([a-z]+)[ \t]*(\{.*)?$/;

export function splitLesson(file: string, text: string, problems: Problems): RawLesson {
	const lines = text.replace(/\r\n?/g, "\n").split("\n");
	const whole: Passage = { file, line: 1, text: lines.join("\n") };
	const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
	if (end === -1) {
		problems.error(spanAt(file, 1), "a lesson begins with its front matter", "'---', keys, '---'");
		return { front: new Fields([], spanAt(file, 1), problems), blocks: [] };
	}
	const entries = readYaml(linesOf(whole, 1, end), problems);
	const front = new Fields(entries, spanAt(file, 1, 1, 3), problems);
	return { front, blocks: splitBlocks(linesOf(whole, end + 1, lines.length), problems) };
}

/** Cuts a passage into prose and blocks; `:::` inside a code fence is text. */
export function splitBlocks(passage: Passage, problems: Problems): RawBlock[] {
	const lines = passage.text.split("\n");
	const blocks: RawBlock[] = [];
	let prose = 0;
	const flush = (to: number): void => {
		const body = linesOf(passage, prose, to);
		if (body.text.trim() !== "") blocks.push(proseBlock(body, problems));
	};
	for (let i = 0; i < lines.length; i++) {
		const fence = fenceEnd(lines, i);
		if (fence !== null) {
			i = fence;
			continue;
		}
		const line = lines[i] as string;
		if (!line.startsWith("::")) continue;
		flush(i);
		const end = line.startsWith(":::") ? closingLine(lines, i) : i;
		const block = readBlock(passage, i, end, lines.length, problems);
		if (block !== null) blocks.push(block);
		i = Math.min(end, lines.length);
		prose = i + 1;
	}
	flush(lines.length);
	return blocks;
}

function proseBlock(body: Passage, problems: Problems): RawBlock {
	const span = spanAt(body.file, body.line);
	return { name: { value: "prose", span }, fields: new Fields([], span, problems), body };
}

/** The line that closes the code fence opened on line `i`, or null when none is opened there. */
function fenceEnd(lines: readonly string[], i: number): number | null {
	const mark = /^ {0,3}(`{3,}|~{3,})/.exec(lines[i] as string)?.[1];
	if (mark === undefined) return null;
	const end = lines.findIndex((line, at) => at > i && line.trim().startsWith(mark));
	return end === -1 ? lines.length - 1 : end;
}

function closingLine(lines: readonly string[], start: number): number {
	for (let i = start + 1; i < lines.length; i++) {
		const fence = fenceEnd(lines, i);
		if (fence !== null) i = fence;
		else if (/^:::\s*$/.test(lines[i] as string)) return i;
	}
	return lines.length;
}

function readBlock(
	passage: Passage,
	start: number,
	end: number,
	length: number,
	problems: Problems,
): RawBlock | null {
	const line = passage.text.split("\n")[start] as string;
	const at = passage.line + start;
	const match = OPENING.exec(line);
	if (match === null) {
		problems.error(
			spanAt(passage.file, at, 1, line.length),
			"this is not the beginning of a block",
			line.trim() === ":::" ? "no block is open here" : "write '::name{keys}' or ':::name{keys}'",
		);
		return null;
	}
	if (end === length) {
		problems.error(
			spanAt(passage.file, at, 1, line.length),
			"this block is never closed",
			"close it with ':::'",
		);
	}
	const [, colons = "", name = "", braces = ""] = match;
	const span = spanAt(passage.file, at, colons.length + 1, name.length);
	const attributes = readAttributes(
		braces,
		spanAt(passage.file, at, line.length - braces.length + 1),
		problems,
	);
	const inside = linesOf(passage, start + 1, Math.max(start + 1, end));
	const { body, back } = splitBackMatter(inside, problems);
	return { name: { value: name, span }, fields: new Fields([...attributes, ...back], span, problems), body };
}

/** Everything after a line `---` inside a block is YAML. */
function splitBackMatter(inside: Passage, problems: Problems): { body: Passage; back: Entry[] } {
	const lines = inside.text.split("\n");
	const rule = lines.indexOf("---");
	if (rule === -1) return { body: inside, back: [] };
	const back = readYaml(linesOf(inside, rule + 1, lines.length), problems);
	return { body: linesOf(inside, 0, rule), back };
}

const ATTRIBUTE = /\s*(?:#([\w-]+)|([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?)/y;

/** Reads `{#id key="value" key=word flag}`; `at` is the place of the brace. */
export function readAttributes(text: string, at: Field["span"], problems: Problems): Entry[] {
	if (text.trim() === "") return [];
	const closing = text.lastIndexOf("}");
	if (closing === -1 || text.slice(closing + 1).trim() !== "") {
		problems.error({ ...at, length: text.length }, "the brace is not closed at the end of the line");
		return [];
	}
	const entries: Entry[] = [];
	ATTRIBUTE.lastIndex = 1;
	while (text.slice(ATTRIBUTE.lastIndex, closing).trim() !== "") {
		const from = ATTRIBUTE.lastIndex;
		const match = ATTRIBUTE.exec(text);
		if (match === null) {
			const rest = text.slice(from, closing);
			problems.error(
				{ ...at, column: at.column + from, length: rest.length },
				`'${rest}' cannot be read here`,
			);
			break;
		}
		entries.push(attribute(match, at));
	}
	return entries;
}

function attribute(match: RegExpExecArray, at: Field["span"]): Entry {
	const [all, id, name] = match;
	const value = id ?? match[3] ?? match[4] ?? match[5];
	const place = (part: string, offset: number) => ({
		...at,
		column: at.column + match.index + offset,
		length: Math.max(1, part.length),
	});
	const key = { value: name ?? "id", span: place(name ?? "#", all.length - all.trimStart().length) };
	if (value === undefined) return { key, value: { kind: "nothing", span: key.span } };
	return { key, value: { kind: "text", value, span: place(value, all.lastIndexOf(value)) } };
}
