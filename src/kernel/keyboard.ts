// The keyboard: what a person types, key by key, becomes lines, signals and echo. See termios(3).
import * as C from "./constants.ts";
import { signalGroup } from "./job-control.ts";
import type { Kernel } from "./kernel.ts";
import { wake, wakePollers } from "./scheduler.ts";
import type { Terminal, TerminalSettings } from "./state.ts";
import { outputOf, wakeReader } from "./terminal.ts";
import {
	endsLine,
	inputSource,
	isPaced,
	keepInput,
	lineLength,
	terminalNumber,
	VEOF,
} from "./terminal-input.ts";
import { isCanonical, isSpecial } from "./terminal-settings.ts";

const BACK = 8;
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const CARET = 94;
const DELETE = 127;
/** Back, a blank over it, and back. */
const RUB_OUT = [BACK, SPACE, BACK];

/**
 * Somebody types, or a stream brings, `bytes` for standard input. Ctrl-C and its like become signals. `number`: at which of
 * /dev/pts; where nobody says, at that of who logged in last.
 */
export function type(kernel: Kernel, bytes: Uint8Array, number?: number): void {
	const terminal = keyboard(kernel, number);
	if (terminal === null) return;
	// Who types at that very terminal sits before it.
	if (number !== undefined && terminal.interactive) kernel.journal.set(terminal, "echoes", true);
	if (terminal.inputEnded) {
		const signals = terminal.interactive ? bytes.filter((byte) => signalOf(terminal.settings, byte)) : [];
		for (const byte of signals) typeKey(kernel, terminal, byte);
		return;
	}
	if (terminal.interactive) for (const byte of bytes) typeKey(kernel, terminal, byte);
	else kernel.journal.set(terminal, "input", joined(terminal.input, bytes));
	if (isPaced(terminal)) kernel.journal.set(terminal, "typedAt", kernel.state.clock);
	inputArrived(kernel, terminal);
}

/** Standard input has come to its end: readers that wait get end-of-file. */
export function endInput(kernel: Kernel): void {
	const terminal = keyboard(kernel);
	if (terminal === null || terminal.inputEnded) return;
	kernel.journal.set(terminal, "inputEnded", true);
	for (const pid of terminal.readQueue) {
		const reader = kernel.state.processes[pid];
		if (reader !== undefined) wake(kernel, reader, null);
	}
	wakeKeyboardPollers(kernel, terminal);
}

/** Where keys go: to that terminal, else to who logged in last, else to standard input. */
function keyboard(kernel: Kernel, number?: number): Terminal | null {
	const all = Object.values(kernel.state.terminals);
	const wanted = number ?? Math.max(...all.map(terminalNumber));
	return all.find((one) => terminalNumber(one) === wanted && (wanted > 0 || one.name === "stdin")) ?? null;
}

function typeKey(kernel: Kernel, terminal: Terminal, given: number): void {
	const { settings } = terminal;
	if (terminal.quotes) {
		kernel.journal.set(terminal, "quotes", false);
		put(kernel, terminal, given, true);
		echo(kernel, terminal, shown(settings, given, true));
		return;
	}
	const byte = arriving(settings, given);
	if (byte === null) return;
	const signal = signalOf(settings, byte);
	if (signal !== null) {
		if ((settings.local & C.NOFLSH) === 0) keepInput(kernel, terminal, terminal.input.length);
		echo(kernel, terminal, shown(settings, byte));
		signalGroup(kernel, terminal.foregroundGroup, signal);
		return;
	}
	const canonical = isCanonical(settings);
	if (canonical && (edit(kernel, terminal, byte) || lookAgain(kernel, terminal, byte))) return;
	const isMark = canonical && isSpecial(settings, C.VEOF, byte);
	put(kernel, terminal, isMark ? VEOF : byte, byte === VEOF && !isMark);
	if (!isMark) echo(kernel, terminal, shown(settings, byte));
}

/** What c_iflag makes of a key: another one, or none. Nothing holds up the output here: its two keys are taken and forgotten. */
function arriving(settings: TerminalSettings, key: number): number | null {
	const { input } = settings;
	const has = (bit: number) => (input & bit) !== 0;
	if (has(C.IXON) && (isSpecial(settings, C.VSTART, key) || isSpecial(settings, C.VSTOP, key))) return null;
	if (key === RETURN) return has(C.IGNCR) ? null : has(C.ICRNL) ? NEWLINE : key;
	return key === NEWLINE && has(C.INLCR) ? RETURN : key;
}

/** `quoted`: it was typed behind VLNEXT, or is no mark although it looks like one. */
function put({ journal }: Kernel, terminal: Terminal, byte: number, quoted: boolean): void {
	const { input, quoted: others = [] } = terminal;
	if (quoted) journal.set(terminal, "quoted", [...others, input.length]);
	journal.set(terminal, "input", joined(input, Uint8Array.of(byte)));
}

function signalOf(settings: TerminalSettings, byte: number): number | null {
	if ((settings.local & C.ISIG) === 0) return null;
	if (isSpecial(settings, C.VINTR, byte)) return C.signals.SIGINT;
	if (isSpecial(settings, C.VQUIT, byte)) return C.signals.SIGQUIT;
	return isSpecial(settings, C.VSUSP, byte) ? C.signals.SIGTSTP : null;
}

/** Where the line begins that is being typed. */
function startOfLine(terminal: Terminal): number {
	let start = terminal.input.length;
	while (start > 0 && !endsLine(terminal, start - 1)) start--;
	return start;
}

/** The keys that take back what was typed of the line: a character, a word, or all of it. */
function edit(kernel: Kernel, terminal: Terminal, byte: number): boolean {
	const { input, settings } = terminal;
	const start = startOfLine(terminal);
	let end = input.length;
	const kills = isSpecial(settings, C.VKILL, byte);
	if (kills) end = start;
	else if (isSpecial(settings, C.VERASE, byte)) end = Math.max(start, end - 1);
	else if (isSpecial(settings, C.VWERASE, byte) && (settings.local & C.IEXTEN) !== 0) {
		while (end > start && !isOfWord(input[end - 1])) end--;
		while (end > start && isOfWord(input[end - 1])) end--;
	} else return false;
	const gone = input.subarray(end);
	keepInput(kernel, terminal, 0, end);
	if (gone.length > 0) showErasure(kernel, terminal, byte, kills, gone);
	return true;
}

/** Letters, digits and '_': what of them stands together is a word to VWERASE. */
function isOfWord(byte: number | undefined): boolean {
	return byte !== undefined && /\w/.test(String.fromCharCode(byte));
}

/** Rubs out what is gone, or only shows the key that took it. */
function showErasure(
	kernel: Kernel,
	terminal: Terminal,
	key: number,
	kills: boolean,
	gone: Uint8Array,
): void {
	const { settings } = terminal;
	const has = (bits: number) => (settings.local & bits) === bits;
	if (kills ? has(C.ECHOK | C.ECHOKE | C.ECHOE) : has(C.ECHOE) || isSpecial(settings, C.VWERASE, key)) {
		for (const byte of gone.slice().reverse())
			for (const _ of shown(settings, byte, true)) echo(kernel, terminal, RUB_OUT);
		return;
	}
	echo(kernel, terminal, shown(settings, key));
	if (kills && has(C.ECHOK)) echo(kernel, terminal, [NEWLINE]);
}

/** VLNEXT, behind which a key means nothing but itself, and VREPRINT, which shows the line once more. */
function lookAgain(kernel: Kernel, terminal: Terminal, byte: number): boolean {
	const { input, settings } = terminal;
	const { local } = settings;
	if ((local & C.IEXTEN) === 0) return false;
	if (isSpecial(settings, C.VLNEXT, byte)) {
		kernel.journal.set(terminal, "quotes", true);
		if ((local & C.ECHOCTL) !== 0) echo(kernel, terminal, [CARET, BACK]);
		return true;
	}
	if (!isSpecial(settings, C.VREPRINT, byte) || (local & C.ECHO) === 0) return false;
	echo(kernel, terminal, [...shown(settings, byte), NEWLINE]);
	for (const each of input.subarray(startOfLine(terminal)))
		echo(kernel, terminal, shown(settings, each, true));
	return true;
}

/** How a typed byte appears: control characters as ^X, a newline too where it does not end the line. */
function shown({ local }: TerminalSettings, byte: number, quoted = false): readonly number[] {
	const plain = (byte >= SPACE && byte !== DELETE) || byte === TAB || (byte === NEWLINE && !quoted);
	return plain || (local & C.ECHOCTL) === 0 ? [byte] : [CARET, byte ^ 0x40];
}

/** Shows what was typed; nobody wrote it. */
function echo(kernel: Kernel, terminal: Terminal, bytes: readonly number[]): void {
	const { local } = terminal.settings;
	const newlineAnyway = bytes[0] === NEWLINE && (local & C.ECHONL) !== 0 && isCanonical(terminal.settings);
	if (!terminal.echoes || ((local & C.ECHO) === 0 && !newlineAnyway)) return;
	const { output } = outputOf(kernel, terminal.id);
	kernel.journal.set(output, "length", output.length);
	kernel.journal.set(output, output.length, { pid: 0, fd: 0, bytes: Uint8Array.from(bytes) });
}

function inputArrived(kernel: Kernel, terminal: Terminal): void {
	if (lineLength(terminal) === null && !isPaced(terminal)) return;
	wakeReader(kernel, terminal, null);
	wakeKeyboardPollers(kernel, terminal);
}

/** Those who poll any terminal that this keyboard belongs to. */
function wakeKeyboardPollers(kernel: Kernel, keyboard: Terminal): void {
	for (const { id, pollers } of Object.values(kernel.state.terminals)) {
		if (inputSource(kernel, id) === keyboard) wakePollers(kernel, pollers, null);
	}
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}
