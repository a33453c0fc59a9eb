// A change of a program as data: which lines of which file go, and which come; and as a diff that people read.
import type { ProgramSource } from "../../computer/index.ts";

/** Lines that go and lines that come in their place. */
export interface Edit {
	/** The first line concerned, counted from 1 in the old text; new lines come before it. */
	readonly line: number;
	readonly removed: readonly string[];
	readonly inserted: readonly string[];
}

export interface Change {
	readonly file: string;
	readonly edits: readonly Edit[];
}

/** What is different, file by file; files of the same path are compared. */
export function changesBetween(
	before: readonly ProgramSource[],
	after: readonly ProgramSource[],
): readonly Change[] {
	const news = new Map(after.flatMap(({ files }) => files).map(({ path, text }) => [path, text]));
	const changes: Change[] = [];
	for (const { path, text } of new Set(before.flatMap(({ files }) => files))) {
		const next = news.get(path);
		if (next === undefined || next === text || changes.some(({ file }) => file === path)) continue;
		changes.push({ file: path, edits: editsBetween(text.split("\n"), next.split("\n")) });
	}
	return changes;
}

/** The edits that turn the one list of lines into the other, by their longest common subsequence. */
export function editsBetween(old: readonly string[], next: readonly string[]): readonly Edit[] {
	let head = 0;
	while (head < old.length && head < next.length && old[head] === next[head]) head++;
	let tail = 0;
	while (
		tail < old.length - head &&
		tail < next.length - head &&
		old[old.length - 1 - tail] === next[next.length - 1 - tail]
	)
		tail++;
	const a = old.slice(head, old.length - tail);
	const b = next.slice(head, next.length - tail);
	const common = commonLengths(a, b);
	const edits: Edit[] = [];
	let [i, j] = [0, 0];
	let edit: { line: number; removed: string[]; inserted: string[] } | null = null;
	const open = () => {
		edit ??= { line: head + i + 1, removed: [], inserted: [] };
		return edit;
	};
	while (i < a.length || j < b.length) {
		if (i < a.length && j < b.length && a[i] === b[j]) {
			if (edit !== null) edits.push(edit);
			edit = null;
			i++;
			j++;
		} else if (j < b.length && (i === a.length || (common[i]?.[j + 1] ?? 0) >= (common[i + 1]?.[j] ?? 0))) {
			open().inserted.push(b[j++] as string);
		} else {
			open().removed.push(a[i] as string);
			i++;
		}
	}
	if (edit !== null) edits.push(edit);
	return edits;
}

/** common[i][j]: the length of the longest common subsequence of a from i and b from j. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
	const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			(table[i] as number[])[j] =
				a[i] === b[j]
					? (table[i + 1]?.[j + 1] ?? 0) + 1
					: Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0);
		}
	}
	return table;
}

/** One line of a diff as it is shown. `old` and `next` are line numbers; null where the line is not there. */
export interface DiffLine {
	readonly sign: " " | "-" | "+";
	readonly text: string;
	readonly old: number | null;
	readonly next: number | null;
}

const AROUND = 2;

/** The edits with two lines around each; stretches far apart are separate. */
export function diffLines(text: string, { edits }: Change): readonly (readonly DiffLine[])[] {
	const lines = text.split("\n");
	const hunks: DiffLine[][] = [];
	let at = 0;
	let shift = 0;
	const keep = (to: number): void => {
		for (; at < to; at++) {
			hunks.at(-1)?.push({ sign: " ", text: lines[at] ?? "", old: at + 1, next: at + 1 + shift });
		}
	};
	for (const { line, removed, inserted } of edits) {
		const begin = Math.max(at, line - 1 - AROUND);
		if (hunks.length === 0 || begin > at + AROUND) {
			keep(Math.min(lines.length, hunks.length === 0 ? at : at + AROUND));
			at = Math.max(at, begin);
			hunks.push([]);
		}
		keep(line - 1);
		for (const one of removed) hunks.at(-1)?.push({ sign: "-", text: one, old: ++at, next: null });
		shift -= removed.length;
		inserted.forEach((one, i) => {
			hunks.at(-1)?.push({ sign: "+", text: one, old: null, next: at + shift + 1 + i });
		});
		shift += inserted.length;
	}
	keep(Math.min(lines.length, at + AROUND));
	return hunks;
}

/** As `diff -u` prints it. */
export function unifiedDiff(text: string, change: Change): string {
	const hunks = diffLines(text, change).map((lines) => {
		const old = lines.filter(({ sign }) => sign !== "+");
		const next = lines.filter(({ sign }) => sign !== "-");
		const head = `@@ -${old[0]?.old ?? 0},${old.length} +${next[0]?.next ?? 0},${next.length} @@`;
		return [head, ...lines.map(({ sign, text: line }) => `${sign}${line}`)].join("\n");
	});
	return `--- ${change.file}\n+++ ${change.file}\n${hunks.join("\n")}\n`;
}
