// What a read of a terminal would find: canonical lines when a person types, plain bytes when input is piped in.
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import type { Terminal, TerminalSettings } from "./state.ts";
import { isCanonical, isSpecial } from "./terminal-settings.ts";

const NEWLINE = 10;
/** Ctrl-D, kept in the input as the mark of an end of file typed by hand. */
export const VEOF = 4;

const LOGGED_IN = "pts/";

/** Which of /dev/pts it is: 0 for the one with which the machine starts, whose keyboard and screen are records apart. */
export function terminalNumber({ name }: Terminal): number {
	return name.startsWith(LOGGED_IN) ? Number(name.slice(LOGGED_IN.length)) : 0;
}

/** The terminal whose typed input a read of `id` takes: all interactive ones share the keyboard. Null: no input ever. */
export function inputSource(kernel: Kernel, id: number): Terminal | null {
	const terminal = kernel.state.terminals[id];
	if (terminal === undefined || terminal.name === "stdin" || terminalNumber(terminal) > 0)
		return terminal ?? null;
	if (!terminal.interactive) return null;
	const stdin = Object.values(kernel.state.terminals).find((other) => other.name === "stdin");
	return stdin?.interactive ? stdin : null;
}

/** The record of a person's terminal that holds its settings and its foreground; null for what is no terminal. */
export function controlled(kernel: Kernel, id: number): Terminal | null {
	const terminal = kernel.state.terminals[id];
	if (!terminal?.interactive) return null;
	return inputSource(kernel, id) ?? terminal;
}

/** Whether a pause between two keys ends a read: without ICANON, with VMIN and VTIME. */
export function isPaced({ interactive, settings }: Terminal): boolean {
	const { characters } = settings;
	return (
		interactive && !isCanonical(settings) && (characters[C.VMIN] ?? 0) > 0 && (characters[C.VTIME] ?? 0) > 0
	);
}

/** Whether the byte at that place of the input ends a line: a newline, the mark of VEOF, VEOL or VEOL2. */
export function endsLine({ input, quoted, settings }: Terminal, place: number): boolean {
	const byte = input[place] as number;
	if (byte !== NEWLINE && byte !== VEOF && !isEndOfLine(settings, byte)) return false;
	return quoted?.includes(place) !== true;
}

function isEndOfLine(settings: TerminalSettings, byte: number): boolean {
	if (isSpecial(settings, C.VEOL, byte)) return true;
	return (settings.local & C.IEXTEN) !== 0 && isSpecial(settings, C.VEOL2, byte);
}

/** Keeps the input from `from` to `to`, and which of it was typed behind VLNEXT. */
export function keepInput({ journal }: Kernel, terminal: Terminal, from: number, to?: number): void {
	const { input, quoted = [] } = terminal;
	journal.set(terminal, "input", input.subarray(from, to));
	if (quoted.length === 0) return;
	const kept = quoted.filter((place) => place >= from && place < (to ?? input.length));
	journal.set(
		terminal,
		"quoted",
		kept.map((place) => place - from),
	);
}

/**
 * How many bytes a read may take now, an end-of-file mark included; 0 at the end of input; null when it has to wait.
 * A person's input comes by whole lines (termios(3), canonical mode).
 */
export function lineLength(terminal: Terminal): number | null {
	const { input } = terminal;
	if (input.length === 0) return terminal.inputEnded ? 0 : null;
	if (!terminal.interactive) return input.length;
	if (!isCanonical(terminal.settings)) {
		const least = Math.max(1, terminal.settings.characters[C.VMIN] ?? 1);
		return input.length >= least || terminal.inputEnded ? input.length : null;
	}
	const end = input.findIndex((_, place) => endsLine(terminal, place));
	if (end >= 0) return end + 1;
	return terminal.inputEnded ? input.length : null;
}
