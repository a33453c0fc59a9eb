// What the screen of a terminal shows, from the pieces that were written to it, and the bytes of its special keys.
import type { Terminal } from "../../kernel/index.ts";

export interface ScreenText {
	/** All finished lines, each with its newline. */
	readonly lines: string;
	/** The line on which the cursor stands: a prompt, mostly. */
	readonly last: string;
}

/** Letters that a page shows of a very long session. */
const MOST = 60_000;

/** The screen as text: backspaces rub out, a carriage return alone goes back to the line's beginning. */
export function screenText(terminals: { readonly [id: number]: Terminal }): ScreenText {
	const decoder = new TextDecoder();
	let all = "";
	for (const { output } of screens(terminals))
		for (const { bytes } of output) all += decoder.decode(bytes, { stream: true });
	all = settled(all.slice(-MOST));
	const end = all.lastIndexOf("\n") + 1;
	return { lines: all.slice(0, end), last: all.slice(end) };
}

/** The terminal of who logged in last; without one, the parts of the first terminal. */
function screens(terminals: { readonly [id: number]: Terminal }): readonly Terminal[] {
	const all = Object.values(terminals);
	const last = all.findLast(({ name }) => name.startsWith("pts/"));
	return last === undefined ? all : [last];
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
