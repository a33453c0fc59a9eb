// What a terminal's settings mean: the usual ones, and how its input is cut for a read. See termios(3).
import * as C from "./constants.ts";
import type { TerminalSettings } from "./state.ts";

/** As a terminal of Linux begins: lines, echo, signals, a carriage return taken as the end of a line. */
export const usualSettings: TerminalSettings = {
	input: C.ICRNL | C.IXON,
	output: C.OPOST | C.ONLCR,
	control: 0o277,
	local: C.ISIG | C.ICANON | C.ECHO | C.ECHOE | C.ECHOK | C.ECHOCTL | C.ECHOKE | C.IEXTEN,
	// Ctrl-C Ctrl-\\ DEL Ctrl-U Ctrl-D, TIME 0, MIN 1, -, Ctrl-Q Ctrl-S Ctrl-Z, -, Ctrl-R Ctrl-O Ctrl-W Ctrl-V, -
	characters: [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0],
};

export function isCanonical({ local }: TerminalSettings): boolean {
	return (local & C.ICANON) !== 0;
}

/** Whether `byte` is the special character at that place of c_cc; 0 there means none. */
export function isSpecial({ characters }: TerminalSettings, place: number, byte: number): boolean {
	return byte !== 0 && characters[place] === byte;
}
