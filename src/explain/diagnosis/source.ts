// The program's text, as far as a diagnosis reads it: lines, the loops around one, what a statement does with a result.
import type { Place } from "../../kernel/index.ts";
import type { NamedProgram } from "../../timeline/index.ts";

/** The text of every file. */
export function textsOf(programs: readonly NamedProgram[]): readonly string[] {
	return programs.flatMap(({ files }) => files).map(({ text }) => text);
}

/** Lines of a file, without their ends; none when the file is not at hand. */
export function linesOf(programs: readonly NamedProgram[], file: string): readonly string[] {
	const found = programs.flatMap(({ files }) => files).find(({ path }) => path === file);
	return found === undefined ? [] : found.text.split(/\r?\n/);
}

/** The text of a line of C, without comment; empty when there is none. */
export function lineAt(programs: readonly NamedProgram[], place: Place | null): string {
	if (place === null) return "";
	return bare(linesOf(programs, place.file)[place.line - 1] ?? "").trim();
}

/** A text as the pattern of a regular expression that finds just that text. */
export function literally(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A line without comments, its strings emptied. */
export function bare(line: string): string {
	return line
		.replace(/"(?:[^"\\]|\\.)*"/g, '""')
		.replace(/'(?:[^'\\]|\\.)*'/g, "' '")
		.replace(/\/\*.*?\*\//g, "")
		.replace(/\/\/.*$/, "");
}

const LOOP = /\b(while|for|do)\b/;

export interface Loop {
	/** Lines, counted from 1, of its head and of its last statement. */
	readonly first: number;
	readonly last: number;
}

/** The loops around a line inside its function, innermost first. Found by braces and indentation, not by parsing. */
export function loopsAround(lines: readonly string[], line: number): readonly Loop[] {
	const loops: Loop[] = [];
	const own = bare(lines[line - 1] ?? "");
	const doEnd = /^\s*}\s*while\b/.test(own);
	if (LOOP.test(own) && !doEnd) loops.push({ first: line, last: bodyEnd(lines, line) });
	const above = bare(lines[line - 2] ?? "");
	if (/\b(while|for)\s*\(.*\)\s*$|\bdo\s*$/.test(above)) loops.push({ first: line - 1, last: line });
	let depth = doEnd ? 1 : 0;
	for (let at = line - 1; at >= 1; at--) {
		const text = bare(lines[at - 1] ?? "");
		for (const brace of [...text].reverse()) {
			if (brace === "}") depth++;
			else if (brace === "{") depth--;
			else continue;
			if (depth >= 0) continue;
			depth = 0;
			const head = /^\s*{/.test(text) ? at - 1 : at;
			if (LOOP.test(bare(lines[head - 1] ?? ""))) loops.push({ first: head, last: bodyEnd(lines, head) });
		}
		if (/^[A-Za-z_].*[^;]\s*$/.test(text) && /\(/.test(text)) break;
	}
	return loops;
}

/** The lines of `if`, `while`, `for` and their like around a line inside its function, innermost first. */
export function headsAround(lines: readonly string[], line: number): readonly number[] {
	const heads: number[] = [];
	const isHead = (at: number) => /\b(if|while|for|do|switch)\b/.test(bare(lines[at - 1] ?? ""));
	if (isHead(line)) heads.push(line);
	if (line > 1 && isHead(line - 1) && /\)\s*$/.test(bare(lines[line - 2] ?? ""))) heads.push(line - 1);
	let depth = 0;
	for (let at = line - 1; at >= 1; at--) {
		const text = bare(lines[at - 1] ?? "");
		for (const brace of [...text].reverse()) {
			if (brace === "}") depth++;
			else if (brace === "{") depth--;
			else continue;
			if (depth >= 0) continue;
			depth = 0;
			const head = /^\s*{/.test(text) ? at - 1 : at;
			if (isHead(head)) heads.push(head);
		}
		if (/^[A-Za-z_].*[^;]\s*$/.test(text) && /\(/.test(text)) break;
	}
	return heads;
}

/** The lines of a function of the program, counted from 1, as its head and its closing brace stand in the first column. */
export function definitionOf(lines: readonly string[], name: string): Loop | null {
	const head = new RegExp(`^[A-Za-z_][^;=]*\\b${name}\\s*\\([^;]*$`);
	const first = lines.findIndex(
		(line) =>
			head.test(bare(line)) || new RegExp(`^[A-Za-z_][^;=]*\\b${name}\\s*\\([^;]*\\)\\s*{`).test(bare(line)),
	);
	return first < 0 ? null : { first: first + 1, last: bodyEnd(lines, first + 1) };
}

/** The last line of the statement whose head is on a line. */
function bodyEnd(lines: readonly string[], head: number): number {
	let depth = 0;
	for (let at = head; at <= lines.length; at++) {
		const text = bare(lines[at - 1] ?? "");
		for (const brace of text) {
			if (brace === "{") depth++;
			if (brace === "}") depth--;
		}
		if (depth === 0 && (text.includes("}") || (text.trimEnd().endsWith(";") && at >= head))) return at;
	}
	return lines.length;
}

/** Whether a process that stands here reads on until the end: its call is the condition of a loop, or inside one. */
export function readsToTheEnd(programs: readonly NamedProgram[], place: Place | null): boolean {
	return place !== null && loopsAround(linesOf(programs, place.file), place.line).length > 0;
}

/** Whether a statement makes a call and does nothing with what it returns. */
export function resultIgnored(line: string, call: string): boolean {
	return new RegExp(`(^|[;{})]|\\belse)\\s*(\\(\\s*void\\s*\\)\\s*!?\\s*)?${call}\\s*\\(`).test(line);
}

/** Whether nobody looks at what a call returns: it is ignored, or put into a variable that is never compared. */
export function resultUnseen(programs: readonly NamedProgram[], place: Place | null, call: string): boolean {
	const line = lineAt(programs, place);
	if (resultIgnored(line, call)) return true;
	const variable = new RegExp(`^(?:[\\w\\s*]*\\s)?(\\w+)\\s*=\\s*${call}\\s*\\(.*\\)\\s*;`).exec(line)?.[1];
	if (variable === undefined || place === null) return false;
	const compared = new RegExp(
		`\\b${variable}\\b\\s*([<>]|[=!]=)|[<>=!]=?\\s*${variable}\\b|!\\s*${variable}\\b`,
	);
	return !linesOf(programs, place.file).some(
		(one) => /\b(if|while|for|assert|return)\b|\?/.test(bare(one)) && compared.test(bare(one)),
	);
}

/** The place where a line first matches, as a place in its file; null when none does. */
export function findLine(programs: readonly NamedProgram[], pattern: RegExp): Place | null {
	for (const { files } of programs) {
		for (const { path, text } of files) {
			const line = text.split(/\r?\n/).findIndex((one) => pattern.test(bare(one)));
			if (line >= 0) return { file: path, line: line + 1 };
		}
	}
	return null;
}
