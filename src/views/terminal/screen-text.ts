// What the screen of a terminal shows, from the pieces that were written to it, and the bytes of its special keys.
import type { Terminal } from "../../kernel/index.ts";

export interface ScreenText {
	/** All finished lines, each with its newline. */
	readonly lines: string;
	/** The line on which the cursor stands: a prompt, mostly. */
	readonly last: string;
	/** Letters that the screen has had since the session began, as far as they are known here. */
	readonly length: number;
}

/** Letters that a page shows of a very long session. */
const MOST = 60_000;

/**
 * The screen as text: backspaces rub out, a carriage return alone goes back to the line's beginning. `cleared`: how many
 * letters there were when it was cleared; a step back before that shows them again. `number`: which of /dev/pts.
 */
export function screenText(
	terminals: { readonly [id: number]: Terminal },
	cleared = 0,
	number = lastNumber(terminals),
): ScreenText {
	const decoder = new TextDecoder();
	let all = "";
	for (const { output } of Object.values(terminals).filter((one) => numberOf(one) === number))
		for (const { bytes } of output) all += decoder.decode(bytes, { stream: true });
	const { length } = all;
	const first = cleared > 0 && cleared <= length ? all.lastIndexOf("\n", cleared - 1) + 1 : 0;
	const from = Math.max(first, length - MOST);
	const shown = (from > first ? "…\n" : "") + settled(all.slice(from));
	const end = shown.lastIndexOf("\n") + 1;
	return { lines: shown.slice(0, end), last: shown.slice(end), length };
}

/** Which of /dev/pts it is; keyboard and screen of the first are records apart. */
export function numberOf({ name }: Pick<Terminal, "name">): number {
	return name.startsWith("pts/") ? Number(name.slice("pts/".length)) : 0;
}

/** The number of the terminal of who logged in last; without anybody, of the first. */
export function lastNumber(terminals: { readonly [id: number]: Terminal }): number {
	return Math.max(0, ...Object.values(terminals).map(numberOf));
}

/** Backspaces and carriage returns have had their effect. */
function settled(text: string): string {
	const lines = text.replaceAll("\r\n", "\n").split("\n");
	return lines.map((line) => (/[\b\r]/.test(line) ? overwritten(line) : line)).join("\n");
}

function overwritten(line: string): string {
	const cells: string[] = [];
	let at = 0;
	for (const letter of line) {
		if (letter === "\b") at = Math.max(0, at - 1);
		else if (letter === "\r") at = 0;
		else cells[at++] = letter;
	}
	return cells.join("");
}

/** What the keys of a shell's line make of it that a browser's do not: Ctrl-A, E, U, K and W. `at`: where the cursor stands. */
export function edited(
	event: {
		readonly ctrlKey: boolean;
		readonly altKey: boolean;
		readonly metaKey: boolean;
		readonly key: string;
	},
	line: string,
	at: number,
): { readonly line: string; readonly at: number } | null {
	if (!event.ctrlKey || event.altKey || event.metaKey) return null;
	const before = line.slice(0, at);
	const after = line.slice(at);
	switch (event.key) {
		case "a":
			return { line, at: 0 };
		case "e":
			return { line, at: line.length };
		case "u":
			return { line: after, at: 0 };
		case "k":
			return { line: before, at };
		case "w": {
			const kept = before.replace(/\S+\s*$/, "");
			return { line: kept + after, at: kept.length };
		}
		default:
			return null;
	}
}

export type KeyName = "Ctrl-C" | "Ctrl-D" | "Ctrl-Z" | "Ctrl-\\";

const BYTES: { readonly [K in KeyName]: string } = {
	"Ctrl-C": "\u0003",
	"Ctrl-D": "\u0004",
	"Ctrl-Z": "\u001a",
	"Ctrl-\\": "\u001c",
};

export function keyBytes(key: KeyName): string {
	return BYTES[key];
}

/** The special key of a keyboard event, or null. */
export function keyOf(event: {
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
	readonly key: string;
}): KeyName | null {
	if (!event.ctrlKey || event.altKey || event.metaKey) return null;
	const name = `Ctrl-${event.key.toUpperCase()}`;
	return name in BYTES ? (name as KeyName) : null;
}
