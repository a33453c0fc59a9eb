// The terminal: keys typed become lines that a read may wait for; what is written is kept. See tty(4), termios(3).
import * as C from "./constants.ts";
import { backgroundRead, backgroundWrite } from "./job-control.ts";
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { wake } from "./scheduler.ts";
import { deadline } from "./signal-calls.ts";
import type { OpenFile, Process, Terminal } from "./state.ts";
import {
	endsLine,
	inputSource,
	isPaced,
	keepInput,
	lineLength,
	terminalNumber,
	VEOF,
} from "./terminal-input.ts";
import { isCanonical } from "./terminal-settings.ts";
import type { ObjectId, Ticks } from "./words.ts";

const TICKS_PER_TENTH = 100_000;

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
	const background = backgroundRead(kernel, process, source);
	if (background !== null) {
		if (process.call !== null && lineLength(source) !== null) wakeReader(kernel, source, process.pid);
		return background;
	}
	const length = lineLength(source);
	if (length === null && isHurried(source)) return hurried(kernel, process, openFile, source);
	if (length === null) {
		const until = pauseEnd(source);
		if (until !== null && kernel.state.clock >= until)
			return takeLine(kernel, process, source, source.input.length, count);
		if (openFile.nonblock) return failed("terminal.read.empty-again", "EAGAIN");
		if (until === null)
			return blocked("terminal.read.empty-blocks", { on: "terminal-input", terminal: source.id });
		kernel.journal.set(process, "progress", { done: 0, until });
		return typedOrOver(source, until);
	}
	if (length === 0) return done("terminal.read.end-of-file", 0, none);
	return takeLine(kernel, process, source, length, count);
}

/** With VMIN and VTIME, once a key has come, a read ends VTIME tenths of a second after the last one; else null. */
function pauseEnd(source: Terminal): Ticks | null {
	if (!isPaced(source) || source.input.length === 0) return null;
	return source.typedAt + (source.settings.characters[C.VTIME] ?? 0) * TICKS_PER_TENTH;
}

function isHurried({ interactive, settings }: Terminal): boolean {
	return interactive && !isCanonical(settings) && settings.characters[C.VMIN] === 0;
}

/** Without ICANON and with VMIN 0, a read waits for VTIME tenths of a second and no longer. */
function hurried(kernel: Kernel, process: Process, openFile: OpenFile, source: Terminal): Outcome {
	const nothing = { kind: "bytes", bytes: new Uint8Array(0) } as const;
	if (openFile.nonblock) return failed("terminal.read.empty-again", "EAGAIN");
	const tenths = source.settings.characters[C.VTIME] ?? 0;
	const until = deadline(kernel, process, tenths * TICKS_PER_TENTH);
	if (tenths === 0 || until === null || kernel.state.clock >= until) {
		return done("terminal.read.timeout", 0, nothing);
	}
	return typedOrOver(source, until);
}

/** Asleep until a key comes, or the time has. */
function typedOrOver({ id }: Terminal, until: Ticks): Outcome {
	return blocked("terminal.read.empty-blocks", { on: "poll", objects: [{ kind: "terminal", id }], until });
}

function takeLine(
	kernel: Kernel,
	process: Process,
	source: Terminal,
	length: number,
	count: number,
): Outcome {
	const { journal } = kernel;
	const canonical = source.interactive && isCanonical(source.settings);
	const marked = canonical && source.input[length - 1] === VEOF && endsLine(source, length - 1);
	const bytes = source.input.slice(0, Math.min(count, marked ? length - 1 : length));
	const used = marked && bytes.length === length - 1 ? length : bytes.length;
	const object = { kind: "terminal", id: source.id } as const;
	const { pid } = process;
	const offset = source.taken;
	keepInput(kernel, source, used);
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
	const taken = canonical || !source.interactive ? "terminal.read.line" : "terminal.read.bytes";
	const rule = bytes.length === 0 ? "terminal.read.end-of-file" : taken;
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
	const background = backgroundWrite(kernel, process, id);
	if (background !== null) return background;
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

/** What is written to a keyboard appears where standard output does; before a person, all that is on the screen does. */
export function outputOf(kernel: Kernel, id: ObjectId): Terminal {
	const terminal = kernel.state.terminals[id] as Terminal;
	if (terminalNumber(terminal) > 0) return terminal;
	const all = Object.values(kernel.state.terminals).filter((each) => terminalNumber(each) === 0);
	const one = terminal.interactive && all.some(({ echoes }) => echoes);
	if (terminal.name !== "stdin" && !one) return terminal;
	const screens = all.filter((other) => other.name !== "stdin");
	return screens.find((other) => other.interactive) ?? terminal;
}

/** The reader that waits longest may go on. */
export function wakeReader(kernel: Kernel, terminal: Terminal, by: number | null): void {
	const first = terminal.readQueue[0];
	const reader = first === undefined ? undefined : kernel.state.processes[first];
	if (reader !== undefined) wake(kernel, reader, by);
}
