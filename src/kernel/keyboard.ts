// The keyboard: what a person types, key by key, becomes lines, signals and echo. See termios(3).
import * as C from "./constants.ts";
import { signalGroup } from "./job-control.ts";
import type { Kernel } from "./kernel.ts";
import { wake, wakePollers } from "./scheduler.ts";
import type { Terminal, TerminalSettings } from "./state.ts";
import { outputOf, wakeReader } from "./terminal.ts";
import { inputSource, isPaced, lineLength, terminalNumber, VEOF } from "./terminal-input.ts";
import { isCanonical, isSpecial } from "./terminal-settings.ts";

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const CARET = 94;
const DELETE = 127;
/** Back, a blank over it, and back. */
const RUB_OUT = [8, SPACE, 8];

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
	const byte = given === RETURN && (settings.input & C.ICRNL) !== 0 ? NEWLINE : given;
	const signal = signalOf(settings, byte);
	if (signal !== null) {
		if ((settings.local & C.NOFLSH) === 0) kernel.journal.set(terminal, "input", new Uint8Array(0));
		echo(kernel, terminal, shown(settings, byte));
		signalGroup(kernel, terminal.foregroundGroup, signal);
		return;
	}
	if (isCanonical(settings) && edit(kernel, terminal, byte)) return;
	const isMark = isCanonical(settings) && isSpecial(settings, C.VEOF, byte);
	kernel.journal.set(terminal, "input", joined(terminal.input, Uint8Array.of(isMark ? VEOF : byte)));
	if (!isMark) echo(kernel, terminal, shown(settings, byte));
}

function signalOf(settings: TerminalSettings, byte: number): number | null {
	if ((settings.local & C.ISIG) === 0) return null;
	if (isSpecial(settings, C.VINTR, byte)) return C.signals.SIGINT;
	if (isSpecial(settings, C.VQUIT, byte)) return C.signals.SIGQUIT;
	return isSpecial(settings, C.VSUSP, byte) ? C.signals.SIGTSTP : null;
}

/** The keys that take back what was typed of the line: a character, a word, or all of it. */
function edit(kernel: Kernel, terminal: Terminal, byte: number): boolean {
	const { input, settings } = terminal;
	let start = input.length;
	while (start > 0 && input[start - 1] !== NEWLINE && input[start - 1] !== VEOF) start--;
	let end = input.length;
	if (isSpecial(settings, C.VKILL, byte)) end = start;
	else if (isSpecial(settings, C.VERASE, byte)) end = Math.max(start, end - 1);
	else if (isSpecial(settings, C.VWERASE, byte) && (settings.local & C.IEXTEN) !== 0) {
		while (end > start && input[end - 1] === SPACE) end--;
		while (end > start && input[end - 1] !== SPACE) end--;
	} else return false;
	for (const gone of input.subarray(end).reverse()) {
		if ((settings.local & C.ECHOE) === 0) break;
		for (const _ of shown(settings, gone)) echo(kernel, terminal, RUB_OUT);
	}
	kernel.journal.set(terminal, "input", input.subarray(0, end));
	return true;
}

/** How a typed byte appears: control characters as ^X. */
function shown({ local }: TerminalSettings, byte: number): readonly number[] {
	const plain = byte >= SPACE && byte !== DELETE;
	if (plain || byte === NEWLINE || byte === TAB || (local & C.ECHOCTL) === 0) return [byte];
	return [CARET, byte ^ 0x40];
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
