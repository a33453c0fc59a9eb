// Who watches a run from its beginning: the few things of its past that a diagnosis asks for, kept in little space.
import { decodeText } from "../../base/index.ts";
import type { Computer, Unwritten } from "../../computer/index.ts";
import type {
	KernelEvent,
	ObjectId,
	Pid,
	Place,
	Process,
	RuleId,
	SystemCall,
	Ticks,
} from "../../kernel/index.ts";
import type { Fault, Frame } from "../../machine/index.ts";
import "../failures.ts";
import { type Failure, reasonOf } from "../reasons.ts";
import { isMistake } from "./refusals.ts";

export interface SentSignal {
	readonly signal: number;
	readonly to: Pid;
	/** Where the target stood. */
	readonly at: Place | null;
	/** null: the kernel. */
	readonly from: Pid | null;
	readonly fromAt: Place | null;
	readonly rule: RuleId;
}

/** A descriptor of one end of a pipe was given up. */
export interface Closing {
	readonly pid: Pid;
	readonly place: Place | null;
	/** By close, dup2 or exec, or because the process ended. */
	readonly ended: boolean;
	readonly last: boolean;
}

export interface Death {
	readonly pid: Pid;
	readonly parent: Pid;
	/** null: it exited. */
	readonly signal: number | null;
	readonly place: Place | null;
	readonly fault: string | null;
	/** What kind of fault that was, and the calls in which it happened, innermost first. */
	readonly faultKind: Fault["kind"] | null;
	readonly stack: readonly Frame[];
	/** The bytes of the heap that it asked for last and was not given, or null. */
	readonly heapRefused: number | null;
	/** Who sent the signal, and from where; null: the kernel. */
	readonly sent: SentSignal | null;
	/** What it wrote last to standard error, when nothing but that came before its end. */
	readonly lastWords: string | null;
	/** The call it was in last. */
	readonly call: SystemCall | null;
	/** The pipe that this call was about. */
	readonly pipe: ObjectId | null;
	/** Whether the socket that it was about still had its other end; null: it was about none. */
	readonly socket: "whole" | "alone" | null;
	readonly at: Ticks;
	/** Where the parent stood. */
	readonly parentAt: Place | null;
	/** When the parent ended without having asked; null: it asked, or still could. */
	readonly forgotten: Ticks | null;
	readonly reaped: boolean;
	/** Where its parent stood when it was told; null when it never was. */
	readonly reapedAt: Place | null;
}

/** A call that failed, or was told 'nothing': how often in a row at this place. */
export interface Repeated {
	readonly pid: Pid;
	readonly place: Place | null;
	readonly call: SystemCall;
	/** `EAGAIN`; `0` for a read that found the end or a wait that found nobody. */
	readonly answer: string;
	readonly count: number;
	/** What the descriptor of the call led to: `O_RDONLY`, `O_WRONLY`, `O_RDWR`, or null when it is not open. */
	readonly access: "read" | "write" | "both" | null;
	readonly onPipe: boolean;
}

/** A call by a name that was refused: no file, no queue, no connection. */
export interface TurnedAway {
	readonly pid: Pid;
	readonly place: Place | null;
	readonly call: SystemCall;
	readonly errno: string;
	readonly why: string | null;
}

/** A buffer that was not empty when it was copied by fork. */
export interface CopiedBuffer {
	readonly parent: Pid;
	readonly child: Pid;
	readonly place: Place | null;
	readonly fd: number;
	readonly bytes: Uint8Array;
	/** Who of the two has written it since. */
	readonly writtenBy: readonly Pid[];
}

/** Output that was in a buffer when its process ended or became another program. */
export interface LostOutput {
	readonly pid: Pid;
	readonly place: Place | null;
	readonly how: "_exit" | "exec" | "killed";
	readonly fd: number;
	readonly bytes: Uint8Array;
}

/** The call a process made last; it stands on the next line already when the answer is there. */
interface LastCall {
	readonly call: SystemCall;
	readonly pipe: ObjectId | null;
	readonly socket: Death["socket"];
	readonly place: Place | null;
}

/** A file was locked, or part of it. */
export interface Locking {
	readonly pid: Pid;
	/** The file. */
	readonly object: ObjectId;
	readonly place: Place | null;
	/** Where the function was called in which that happened; null: in main. */
	readonly caller: Place | null;
}

export interface Swapped {
	readonly pid: Pid;
	readonly place: Place | null;
	readonly from: number;
	readonly to: number;
}

/** What was to be given to the standard descriptor of the other direction is never this. */
const SWAPS: ReadonlySet<string> = new Set(["0 read", "1 write", "2 write"]);

const INIT = 1;
/** Entries of each kind that are kept. */
const MOST = 256;

export class Witness {
	readonly sent: SentSignal[] = [];
	/** Handlers that have run: where the process stood. */
	readonly handled: { readonly pid: Pid; readonly signal: number; readonly place: Place | null }[] = [];
	readonly installed: { readonly pid: Pid; readonly signal: number; readonly place: Place | null }[] = [];
	readonly deaths: Death[] = [];
	readonly copied: CopiedBuffer[] = [];
	readonly lost: LostOutput[] = [];
	readonly locked: Locking[] = [];
	readonly turnedAway: TurnedAway[] = [];
	/** Ends of pipes that dup2 made copies of standard input, output or error. */
	readonly swapped: Swapped[] = [];
	/** Locks refused because each would have waited for the other. */
	readonly deadlocks: Omit<Locking, "object">[] = [];
	/** Descriptors on which a read has found the end, as `pid fd`. */
	readonly atEnd = new Set<string>();
	forks = 0;
	forkPlace: Place | null = null;
	execs = 0;
	execPlace: Place | null = null;
	/** Who took the last step. */
	last: Pid | null = null;
	/** How often each process has come round with calls: the busiest is the one that runs away. */
	readonly calls = new Map<Pid, number>();
	readonly #closings = new Map<string, Closing[]>();
	readonly #readers = new Map<ObjectId, Set<Pid>>();
	readonly #repeated = new Map<Pid, Repeated>();
	readonly #refused = new Map<string, Repeated>();
	/** What was in the buffers when exec was called. */
	readonly #leaving = new Map<Pid, readonly Unwritten[]>();
	readonly #call = new Map<Pid, LastCall>();
	readonly #said = new Map<Pid, Uint8Array>();
	#lastEnds: EndsClosed | null = null;

	/** Notes what the last `advance` of a computer did. */
	see(events: readonly KernelEvent[], computer: Computer, pid: Pid | null): void {
		if (pid !== null) this.last = pid;
		for (const event of events) this.#note(event, events, computer);
	}

	/** Who gave up descriptors of one end of a pipe, oldest first. */
	closings(pipe: ObjectId, end: "read" | "write"): readonly Closing[] {
		return this.#closings.get(`${pipe} ${end}`) ?? [];
	}

	/** Who has taken bytes out of a pipe. */
	readers(pipe: ObjectId): ReadonlySet<Pid> {
		return this.#readers.get(pipe) ?? new Set();
	}

	/** What the last call of a process was answered, and how often in a row. */
	repeated(pid: Pid): Repeated | null {
		return this.#repeated.get(pid) ?? null;
	}

	/** Calls that failed because of a mistake of the program, first come first: their descriptor, or what they ask of a socket or a queue. */
	get refused(): readonly Repeated[] {
		return [...this.#refused.values()];
	}

	#note(event: KernelEvent, events: readonly KernelEvent[], computer: Computer): void {
		switch (event.kind) {
			case "calls":
				this.#calls(event.pid, event.call, computer);
				return;
			case "returns":
				this.#returns(event, computer);
				return;
			case "transfers":
				if (event.direction === "out") this.#written(event.pid, event.bytes);
				else if (event.object.kind === "pipe") this.#taken(event.object.id, event.pid);
				this.#says(event);
				return;
			case "closes":
				this.#closes(event, events, computer);
				return;
			case "forks":
				this.forks++;
				this.forkPlace = this.#callPlace(event.pid);
				this.#copies(event.pid, event.child, computer);
				return;
			case "execs":
				this.execs++;
				for (const { fd, bytes } of this.#leaving.get(event.pid) ?? [])
					this.#loses(event.pid, "exec", fd, bytes, computer);
				return;
			case "signal-sent": {
				const { signal, pid: to, from, rule } = event;
				const fromAt = from === null ? null : this.#callPlace(from);
				keep(this.sent, { signal, to, at: computer.placeOf(to), from, fromAt, rule });
				return;
			}
			case "signal-handled":
				keep(this.handled, {
					pid: event.pid,
					signal: event.signal,
					place: this.#placeBelow(event.pid, computer),
				});
				return;
			case "exits":
				this.#dies(event.pid, null, computer);
				return;
			case "killed":
				this.#dies(event.pid, event.signal, computer);
				return;
			case "reaped":
				this.#reaped(event.pid, event.by, computer);
				return;
			default:
		}
	}

	#callPlace(pid: Pid): Place | null {
		return this.#call.get(pid)?.place ?? null;
	}

	/** The user's line that a handler interrupts. */
	#placeBelow(pid: Pid, computer: Computer): Place | null {
		return callerOf(computer, pid) ?? computer.placeOf(pid);
	}

	#calls(pid: Pid, call: SystemCall, computer: Computer): void {
		this.calls.set(pid, (this.calls.get(pid) ?? 0) + 1);
		const pipe = pipeOf(computer.kernel.state.processes[pid], call, computer);
		const socket = socketOf(computer, pid, call);
		this.#call.set(pid, { call, pipe, socket, place: computer.placeOf(pid) });
		if (call.name === "exit") {
			for (const { fd, bytes } of computer.unwritten(pid)) this.#loses(pid, "_exit", fd, bytes, computer);
		}
		if (call.name === "execve") {
			this.execPlace = computer.placeOf(pid);
			this.#leaving.set(pid, computer.unwritten(pid));
		}
	}

	#loses(pid: Pid, how: LostOutput["how"], fd: number, bytes: Uint8Array, computer: Computer): void {
		const inherited = this.copied.some(
			(copy) => copy.child === pid && copy.fd === fd && equal(copy.bytes, bytes),
		);
		if (!inherited)
			keep(this.lost, {
				pid,
				place: how === "killed" ? computer.placeOf(pid) : this.#callPlace(pid),
				how,
				fd,
				bytes,
			});
	}

	#returns(event: KernelEvent & { kind: "returns" }, computer: Computer): void {
		const { pid, call, outcome } = event;
		if (call.name === "sigaction" && call.disposition?.action === "handle" && outcome.kind === "done")
			keep(this.installed, { pid, signal: call.signal, place: this.#callPlace(pid) });
		this.#locks(event, computer);
		if (outcome.kind === "failed") this.#turnsAway(pid, call, outcome, computer);
		const answer = answerOf(event);
		if (answer === "0" && call.name === "read" && this.atEnd.size < MOST) this.atEnd.add(`${pid} ${call.fd}`);
		const before = this.#repeated.get(pid);
		if (answer === null) {
			// A call between two failures does not end a row of them, unless it is the one that failed.
			if (before !== undefined && before.call.name === call.name) this.#repeated.delete(pid);
			return;
		}
		const place = this.#callPlace(pid);
		const same =
			before?.answer === answer && before.call.name === call.name && before.place?.line === place?.line;
		const openFile = "fd" in call ? openFileOf(computer, pid, call.fd) : undefined;
		const repeated: Repeated = {
			pid,
			place,
			call,
			answer,
			count: same ? before.count + 1 : 1,
			access: openFile?.access ?? null,
			onPipe: openFile?.object.kind === "pipe",
		};
		this.#repeated.set(pid, repeated);
		const wrongEnd = answer === "EBADF" && (call.name === "read" || call.name === "write");
		if (wrongEnd || isMistake(call, answer)) {
			const key = `${pid} ${place?.file}:${place?.line}`;
			if (this.#refused.size < MOST && !this.#refused.has(key)) this.#refused.set(key, repeated);
		}
	}

	#turnsAway(pid: Pid, call: SystemCall, outcome: Failure["outcome"], computer: Computer): void {
		if (!BY_NAME.has(call.name)) return;
		const place = this.#callPlace(pid);
		const { errno } = outcome;
		const known = this.turnedAway.some(
			(one) => one.pid === pid && one.errno === errno && one.place?.line === place?.line,
		);
		if (known) return;
		const view = { kernel: computer.kernel.state, names: new Map<Pid, string>(), place: () => null };
		keep(this.turnedAway, { pid, place, call, errno, why: reasonOf({ pid, call, outcome, view }, null) });
	}

	#locks({ pid, call, outcome }: KernelEvent & { kind: "returns" }, computer: Computer): void {
		if (outcome.kind === "done" && PLACED.has(outcome.rule) && "fd" in call) {
			const object = openFileOf(computer, pid, call.fd)?.object;
			if (object !== undefined && "id" in object)
				keep(this.locked, {
					pid,
					object: object.id,
					place: this.#callPlace(pid),
					caller: callerOf(computer, pid),
				});
		} else if (outcome.kind === "failed" && outcome.rule === "lock.range.deadlock") {
			keep(this.deadlocks, { pid, place: this.#callPlace(pid), caller: callerOf(computer, pid) });
		}
	}

	#closes(event: KernelEvent & { kind: "closes" }, events: readonly KernelEvent[], computer: Computer): void {
		const isFirst = this.#lastEnds?.events !== events || this.#lastEnds.pid !== event.pid;
		if (isFirst) this.#lastEnds = endsClosed(events, event.pid);
		const { ended = false, ends = [] } = this.#lastEnds ?? {};
		const openFile = computer.kernel.state.openFiles[event.openFile];
		const place = ended ? computer.placeOf(event.pid) : this.#callPlace(event.pid);
		const object = openFile?.object;
		const call = this.#call.get(event.pid)?.call;
		// Of the last description of an end nothing is left but the event that says so.
		const lost = object?.kind === "pipe" ? object.end : (ends[0]?.end ?? null);
		if (call?.name === "dup2" && call.to > 2 && SWAPS.has(`${call.from} ${lost}`))
			keep(this.swapped, { pid: event.pid, place, from: call.from, to: call.to });
		if (object?.kind === "pipe" && object.end !== "both")
			this.#closing(object.id, object.end, { pid: event.pid, place, ended, last: false });
		// All that it closed at once is told with the first of it: an end may close a thousand.
		for (const end of isFirst ? ends : []) {
			const known = this.#closings.get(`${end.pipe} ${end.end}`)?.at(-1);
			if (known?.last && known.pid === event.pid) continue;
			this.#closing(end.pipe, end.end, { pid: event.pid, place, ended, last: true });
		}
	}

	#closing(pipe: ObjectId, end: string, closing: Closing): void {
		const key = `${pipe} ${end}`;
		const list = this.#closings.get(key) ?? [];
		this.#closings.set(key, list);
		keep(list, closing);
	}

	#copies(parent: Pid, child: Pid, computer: Computer): void {
		for (const { fd, bytes } of computer.unwritten(child)) {
			const place = this.#callPlace(parent);
			keep(this.copied, { parent, child, place, fd, bytes, writtenBy: [] });
		}
	}

	/** What comes out on standard error. */
	#taken(pipe: ObjectId, pid: Pid): void {
		const known = this.#readers.get(pipe);
		if (known === undefined) this.#readers.set(pipe, new Set([pid]));
		else known.add(pid);
	}

	#says({ bytes, direction, pid }: KernelEvent & { kind: "transfers" }): void {
		const call = this.#call.get(pid)?.call;
		const isError = direction === "out" && call !== undefined && "fd" in call && call.fd === 2;
		if (isError) this.#said.set(pid, bytes);
		else this.#said.delete(pid);
	}

	/** Whether these bytes begin with what was in a buffer that fork copied. */
	#written(pid: Pid, bytes: Uint8Array): void {
		this.copied.forEach((copy, i) => {
			if (copy.parent !== pid && copy.child !== pid) return;
			if (copy.writtenBy.includes(pid) || !equal(copy.bytes, bytes.subarray(0, copy.bytes.length))) return;
			this.copied[i] = { ...copy, writtenBy: [...copy.writtenBy, pid] };
		});
	}

	#dies(pid: Pid, signal: number | null, computer: Computer): void {
		const { state } = computer.kernel;
		const last = this.#call.get(pid);
		const ending = computer.endingOf(pid);
		const parent = state.processes[pid]?.ppid ?? 1;
		const sent =
			signal === null ? null : (this.sent.findLast((one) => one.to === pid && one.signal === signal) ?? null);
		keep(this.deaths, {
			pid,
			parent,
			signal,
			place: ending?.place ?? null,
			fault: ending?.fault?.explanation ?? null,
			faultKind: ending?.fault?.kind ?? null,
			stack: ending?.stack ?? [],
			heapRefused: ending?.heapRefused ?? null,
			sent,
			lastWords: lineOf(this.#said.get(pid)),
			call: last?.call ?? null,
			pipe: last?.pipe ?? null,
			socket: last?.socket ?? null,
			at: state.clock,
			parentAt: computer.placeOf(parent),
			forgotten: null,
			reaped: false,
			reapedAt: null,
		});
		if (signal !== null)
			for (const { fd, bytes } of ending?.unwritten ?? []) this.#loses(pid, "killed", fd, bytes, computer);
	}

	#reaped(pid: Pid, by: Pid, computer: Computer): void {
		const i = this.deaths.findLastIndex((death) => death.pid === pid);
		const death = this.deaths[i];
		if (death === undefined) return;
		const forgotten = by === INIT && death.parent !== INIT ? computer.kernel.state.clock : null;
		const reapedAt = by === INIT ? null : this.#callPlace(by);
		this.deaths[i] = { ...death, reaped: true, forgotten, reapedAt };
	}
}

/** What a process has closed the last descriptor of, all at once, and whether by its end. */
interface EndsClosed {
	readonly events: readonly KernelEvent[];
	readonly pid: Pid;
	readonly ends: readonly (KernelEvent & { kind: "end-closed" })[];
	readonly ended: boolean;
}

function endsClosed(events: readonly KernelEvent[], pid: Pid): EndsClosed {
	return {
		events,
		pid,
		ends: events.flatMap((other) => (other.kind === "end-closed" && other.pid === pid ? [other] : [])),
		ended: events.some((other) => (other.kind === "exits" || other.kind === "killed") && other.pid === pid),
	};
}

/** Whether the socket of a call still has its other end; null: it is about none. */
function socketOf(computer: Computer, pid: Pid, call: SystemCall): Death["socket"] {
	const object = "fd" in call ? openFileOf(computer, pid, call.fd)?.object : undefined;
	if (object?.kind !== "socket") return null;
	const { sockets } = computer.kernel.state;
	return sockets[sockets[object.id]?.peer ?? 0] === undefined ? "alone" : "whole";
}

/** Bytes as one line; null when they are none, or too many. */
function lineOf(bytes: Uint8Array | undefined): string | null {
	const text = bytes === undefined || bytes.length > 200 ? "" : decodeText(bytes).trim();
	return text === "" || text.includes("\n") ? null : text;
}

function callerOf(computer: Computer, pid: Pid): Place | null {
	return computer.stack(pid, 2).at(1)?.place ?? null;
}

const BY_NAME: ReadonlySet<string> = new Set(["open", "connect", "mq_open", "mailbox_open", "sendto"]);

const PLACED: ReadonlySet<RuleId> = new Set<RuleId>(["lock.range.placed", "lock.file.placed"]);

function keep<T>(list: T[], one: T): void {
	list.push(one);
	if (list.length > MOST) list.shift();
}

/** The answer as something that can repeat itself; null when the call did something. */
function answerOf({ call, outcome }: KernelEvent & { kind: "returns" }): string | null {
	if (outcome.kind === "failed") return outcome.errno;
	if (outcome.kind !== "done" || outcome.value !== 0) return null;
	if (call.name === "read") return call.count === 0 ? null : "0";
	return call.name === "wait4" || call.name === "poll" || call.name === "select" ? "0" : null;
}

function openFileOf(computer: Computer, pid: Pid, fd: number) {
	const { processes, openFiles } = computer.kernel.state;
	const descriptor = processes[pid]?.descriptors[fd];
	return descriptor === undefined ? undefined : openFiles[descriptor.openFile];
}

function pipeOf(process: Process | undefined, call: SystemCall, computer: Computer): ObjectId | null {
	if (process === undefined || !("fd" in call)) return null;
	const object = openFileOf(computer, process.pid, call.fd)?.object;
	return object?.kind === "pipe" ? object.id : null;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
