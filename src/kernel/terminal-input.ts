// What a read of a terminal would find: canonical lines when a person types, plain bytes when input is piped in.
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import type { Terminal } from "./state.ts";
import { isCanonical } from "./terminal-settings.ts";

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
	const end = input.findIndex((byte) => byte === NEWLINE || byte === VEOF);
	if (end >= 0) return end + 1;
	return terminal.inputEnded ? input.length : null;
}
