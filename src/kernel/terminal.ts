// The terminal: keys typed become lines that a read may wait for; what is written is kept. See tty(4), termios(3).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { wakePollers } from "./poll.ts";
import { wake } from "./scheduler.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { OpenFile, Process, Terminal } from "./state.ts";
import { inputSource, lineLength, VEOF } from "./terminal-input.ts";
import type { ObjectId } from "./words.ts";

const ERASE = 127;
const NEWLINE = 10;
/** Ctrl-C, Ctrl-\ and Ctrl-Z. */
const signalKeys: { readonly [byte: number]: number } = {
	3: C.signals.SIGINT,
	28: C.signals.SIGQUIT,
	26: C.signals.SIGTSTP,
};

/** read(2) on a terminal: at most one line; asleep until there is one. */
export function readTerminal(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	id: ObjectId,
	count: number,
): Outcome {
	const none = { kind: "bytes", bytes: new Uint8Array(0) } as const;
	if (count === 0) return done("terminal.read.zero", 0, none);
	const source = inputSource(kernel, id);
	if (source === null) return done("terminal.read.end-of-file", 0, none);
	const length = lineLength(source);
	if (length === null) {
		if (openFile.nonblock) return failed("terminal.read.empty-again", "EAGAIN");
		return blocked("terminal.read.empty-blocks", { on: "terminal-input", terminal: source.id });
	}
	if (length === 0) return done("terminal.read.end-of-file", 0, none);
	return takeLine(kernel, process, source, length, count);
}

function takeLine(
	kernel: Kernel,
	process: Process,
	source: Terminal,
	length: number,
	count: number,
): Outcome {
	const { journal } = kernel;
	const marked = source.interactive && source.input[length - 1] === VEOF;
	const bytes = source.input.slice(0, Math.min(count, marked ? length - 1 : length));
	const used = marked && bytes.length === length - 1 ? length : bytes.length;
	const object = { kind: "terminal", id: source.id } as const;
	const { pid } = process;
	const offset = source.taken;
	journal.set(source, "input", source.input.subarray(used));
	journal.set(source, "taken", offset + bytes.length);
	kernel.events.push({
		kind: "transfers",
		pid,
		direction: "in",
		object,
		bytes,
		offset,
		dyes: [{ pid: 0, count: bytes.length }],
	});
	if (process.call !== null && lineLength(source) !== null) wakeReader(kernel, source, pid);
	const rule = bytes.length === 0 ? "terminal.read.end-of-file" : "terminal.read.line";
	return done(rule, bytes.length, { kind: "bytes", bytes });
}

/** write(2) on a terminal: always takes everything at once. */
export function writeTerminal(
	kernel: Kernel,
	process: Process,
	fd: number,
	id: ObjectId,
	given: Uint8Array,
): Outcome {
	const terminal = outputOf(kernel, id);
	const { journal } = kernel;
	const { pid } = process;
	const bytes = given.slice();
	const offset = terminal.written;
	const output = terminal.output;
	journal.set(output, "length", output.length);
	journal.set(output, output.length, { pid, fd, bytes });
	journal.set(terminal, "written", offset + bytes.length);
	const object = { kind: "terminal", id: terminal.id } as const;
	const dyes = [{ pid, count: bytes.length }];
	kernel.events.push({ kind: "transfers", pid, direction: "out", object, bytes, offset, dyes });
	return done("terminal.write.all", bytes.length);
}

/** What is written to a keyboard appears where standard output does. */
function outputOf(kernel: Kernel, id: ObjectId): Terminal {
	const terminal = kernel.state.terminals[id] as Terminal;
	if (terminal.name !== "stdin") return terminal;
	const screens = Object.values(kernel.state.terminals).filter((other) => other.name !== "stdin");
	return screens.find((other) => other.interactive) ?? terminal;
}

/** Somebody types, or a stream brings, `bytes` for standard input. Ctrl-C and its like become signals. */
export function type(kernel: Kernel, bytes: Uint8Array): void {
	const terminal = keyboard(kernel);
	if (terminal === null || terminal.inputEnded) return;
	if (terminal.interactive) for (const byte of bytes) typeKey(kernel, terminal, byte);
	else kernel.journal.set(terminal, "input", joined(terminal.input, bytes));
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

function keyboard(kernel: Kernel): Terminal | null {
	return Object.values(kernel.state.terminals).find((terminal) => terminal.name === "stdin") ?? null;
}

function typeKey(kernel: Kernel, terminal: Terminal, byte: number): void {
	const signal = signalKeys[byte];
	if (signal !== undefined) {
		signalForeground(kernel, terminal, signal);
		return;
	}
	const { input } = terminal;
	if (byte !== ERASE) {
		kernel.journal.set(terminal, "input", joined(input, Uint8Array.of(byte)));
		return;
	}
	const last = input.at(-1);
	if (last !== undefined && last !== NEWLINE && last !== VEOF) {
		kernel.journal.set(terminal, "input", input.subarray(0, input.length - 1));
	}
}

function signalForeground(kernel: Kernel, terminal: Terminal, signal: number): void {
	for (const process of Object.values(kernel.state.processes)) {
		if (process.pgid !== terminal.foregroundGroup || process.pid === 1) continue;
		const info = { ...signalInfo(signal, C.SI_KERNEL, process), pid: 0, uid: 0 };
		sendSignal(kernel, process, info, null);
	}
}

function inputArrived(kernel: Kernel, terminal: Terminal): void {
	if (lineLength(terminal) === null) return;
	wakeReader(kernel, terminal, null);
	wakeKeyboardPollers(kernel, terminal);
}

/** Those who poll any terminal that this keyboard belongs to. */
function wakeKeyboardPollers(kernel: Kernel, keyboard: Terminal): void {
	for (const { id, pollers } of Object.values(kernel.state.terminals)) {
		if (inputSource(kernel, id) === keyboard) wakePollers(kernel, pollers, null);
	}
}

function wakeReader(kernel: Kernel, terminal: Terminal, by: number | null): void {
	const first = terminal.readQueue[0];
	const reader = first === undefined ? undefined : kernel.state.processes[first];
	if (reader !== undefined) wake(kernel, reader, by);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}
