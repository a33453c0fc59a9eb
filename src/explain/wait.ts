// Why a process waits: for what, who could end it, since which line, and whether anybody ever can.

import { unreachable } from "../base/index.ts";
import type {
	FileLock,
	KernelState,
	ObjectId,
	ObjectRef,
	Pid,
	Place,
	Process,
	Wait,
} from "../kernel/index.ts";
import { bytesInside } from "../kernel/index.ts";
import { channelWords } from "./late.ts";
import { callName, code, count, duration, list, type Sentence, say, who } from "./sentence.ts";
import { capacityOf, type Holder, holdersOf, pipeName, type View } from "./view.ts";

export interface WaitExplanation {
	readonly pid: Pid;
	readonly wait: Wait;
	/** 'reader waits in read for bytes in the pipe, or for its last write descriptor to be closed.' */
	readonly what: Sentence;
	/** 'writer could end it: it holds descriptor 4.' */
	readonly enders: Sentence;
	/** Processes that could end the wait by a call of their own. */
	readonly by: readonly Pid[];
	/** Where it stood when it began to wait. */
	readonly since: Place | null;
	/** Simulated time it began to wait, in ticks. */
	readonly sinceTicks: number | null;
	/** Nobody who could end it can ever move again. */
	readonly forever: boolean;
}

/** The explanation of a process's wait, or null when it does not wait. */
export function waitOf(view: View, pid: Pid): WaitExplanation | null {
	const process = view.kernel.processes[pid];
	if (process?.wait == null || process.state !== "waiting") return null;
	const by = endersOf(view.kernel, process);
	const forever = !hopeful(view.kernel).has(pid);
	return {
		pid,
		wait: process.wait,
		what: waitsFor(view, process, process.wait),
		enders: couldEnd(view, process, process.wait, by, forever),
		by,
		since: process.since?.place ?? null,
		sinceTicks: process.since?.ticks ?? null,
		forever,
	};
}

/** The processes that wait for ever: no process that can still move could wake them, directly or in turn. */
export function waitingForever(kernel: KernelState): readonly Pid[] {
	const hope = hopeful(kernel);
	return Object.values(kernel.processes)
		.filter((process) => process.state === "waiting" && !hope.has(process.pid))
		.map((process) => process.pid);
}

/** Descriptors that stand behind a wait: while they are open, what is waited for cannot be ruled out. */
export function keepers(kernel: KernelState, wait: Wait): readonly Holder[] {
	switch (wait.on) {
		case "pipe-not-empty":
			return holdersOf(kernel, wait.pipe, "write");
		case "pipe-not-full":
			return holdersOf(kernel, wait.pipe, "read");
		case "message":
		case "queue-room":
			return channelWords().queueKeepers(kernel, wait);
		case "socket-not-empty":
		case "socket-not-full":
			return channelWords().socketSenders(kernel, wait.socket);
		case "place-in-queue":
			return channelWords().socketHolders(kernel, wait.socket);
		case "connection":
			return [];
		case "poll":
			return wait.objects.flatMap((object) => pollKeepers(kernel, object));
		case "other-end":
		case "terminal-input":
		case "child":
		case "vfork":
		case "lock":
		case "signal":
		case "time":
			return [];
		default:
			return unreachable(wait);
	}
}

function pollKeepers(kernel: KernelState, object: ObjectRef): readonly Holder[] {
	if (object.kind === "queue") return channelWords().queueHolders(kernel, object.id);
	if (object.kind === "socket") return channelWords().socketSenders(kernel, object.id);
	if (object.kind !== "pipe") return [];
	return holdersOf(kernel, object.id, object.end === "read" ? "write" : "read");
}

/** Other processes that hold what could end this wait, each once, in the order of their pids. */
export function endersOf(kernel: KernelState, process: Process): readonly Pid[] {
	const wait = process.wait as Wait;
	const pids = pidsBehind(kernel, process, wait);
	return [...new Set(pids)].filter((pid) => pid !== process.pid && alive(kernel, pid)).sort((a, b) => a - b);
}

function pidsBehind(kernel: KernelState, process: Process, wait: Wait): readonly Pid[] {
	if (wait.on === "child") return childrenWaitedFor(kernel, process, wait.who);
	if (wait.on === "vfork") return [wait.child];
	return wait.on === "lock"
		? lockHolders(kernel, process)
		: keepers(kernel, wait).map((holder) => holder.pid);
}

/** Who has the file locked that a process waits to lock: whoever placed the lock, or has the description that it belongs to. */
export function lockHolders(kernel: KernelState, process: Process): readonly Pid[] {
	const { wait } = process;
	if (wait?.on !== "lock") return [];
	const whole = process.call?.name === "flock";
	const locks = kernel.locks.filter(
		(lock) => lock.object === wait.object && (lock.by === "flock") === whole && !isOwn(process, lock),
	);
	const pids = locks.flatMap((lock) => (lock.by === "process" ? [lock.owner] : sharers(kernel, lock.owner)));
	return [...new Set(pids)];
}

/** A lock never stands in the way of whoever has it. */
function isOwn(process: Process, { by, owner }: FileLock): boolean {
	if (by === "process") return owner === process.pid;
	const fd = process.call !== null && "fd" in process.call ? process.call.fd : -1;
	return process.descriptors[fd]?.openFile === owner;
}

/** The processes that have a descriptor of an open file. */
function sharers(kernel: KernelState, openFile: ObjectId): readonly Pid[] {
	return Object.values(kernel.processes)
		.filter(({ descriptors }) => Object.values(descriptors).some((one) => one.openFile === openFile))
		.map(({ pid }) => pid);
}

function alive(kernel: KernelState, pid: Pid): boolean {
	const process = kernel.processes[pid];
	return process !== undefined && process.state !== "zombie";
}

function childrenWaitedFor(kernel: KernelState, process: Process, pid: number): readonly Pid[] {
	return process.children.filter((child) => {
		if (pid > 0) return child === pid;
		if (pid === -1) return true;
		const group = pid === 0 ? process.pgid : -pid;
		return kernel.processes[child]?.pgid === group;
	});
}

/**
 * Processes that can still move, now or once another of them has: the ready ones, those whose time will come, and
 * whoever waits for one that can move. Optimistic: who could act is taken to act.
 */
function hopeful(kernel: KernelState): ReadonlySet<Pid> {
	const processes = Object.values(kernel.processes);
	const hope = new Set(
		processes.filter((process) => movesByItself(kernel, process)).map((process) => process.pid),
	);
	for (let grew = hope.size > 0; grew; ) {
		grew = false;
		for (const process of processes) {
			if (process.state !== "waiting" || hope.has(process.pid)) continue;
			if (!endersOf(kernel, process).some((pid) => hope.has(pid)) && !signalled(kernel, process, hope))
				continue;
			hope.add(process.pid);
			grew = true;
		}
	}
	return hope;
}

/** One that waits for a signal, for a FIFO to be opened, for a client or at a queue with a name can be woken by whoever moves. */
function signalled(kernel: KernelState, process: Process, hope: ReadonlySet<Pid>): boolean {
	const { wait } = process;
	const byAnybody =
		wait?.on === "signal" ||
		wait?.on === "other-end" ||
		wait?.on === "connection" ||
		((wait?.on === "message" || wait?.on === "queue-room") && channelWords().isQueueReachable(kernel, wait));
	return byAnybody && [...hope].some((pid) => pid !== process.pid);
}

function movesByItself(kernel: KernelState, process: Process): boolean {
	if (process.state === "ready") return process.pid !== 1;
	if (process.state !== "waiting" || process.wait === null) return false;
	if (rings(process) || process.progress.until !== null) return true;
	if (process.wait.on === "time") return true;
	if (process.wait.on === "poll")
		return process.wait.until !== null || process.wait.objects.some((o) => typed(kernel, o));
	if (process.wait.on === "terminal-input") return !kernel.terminals[process.wait.terminal]?.inputEnded;
	return false;
}

/** A timer of its own is set that will send it a signal. */
function rings(process: Process): boolean {
	return process.timers.some(({ due, signal }) => due !== null && signal !== null);
}

function typed(kernel: KernelState, object: ObjectRef): boolean {
	return object.kind === "terminal" && !kernel.terminals[object.id]?.inputEnded;
}

function waitsFor(view: View, process: Process, wait: Wait): Sentence {
	const name = who(view, process.pid);
	const call = code(callName(process.call));
	switch (wait.on) {
		case "pipe-not-empty":
			return say`${name} waits in ${call} for bytes in ${pipeName(view.kernel, wait.pipe)}, or for its last write descriptor to be closed.`;
		case "pipe-not-full":
			return say`${name} waits in ${call} for room in ${pipeName(view.kernel, wait.pipe)}${roomNow(view, process, wait.pipe)}, or for its last read descriptor to be closed.`;
		case "other-end":
			return say`${name} waits in ${call} for somebody to open ${pipeName(view.kernel, wait.pipe)} for ${wait.end === "read" ? "reading" : "writing"}.`;
		case "socket-not-empty":
		case "socket-not-full":
		case "connection":
		case "place-in-queue":
			return channelWords().socketWaitsFor(process.pid, process.call, wait, view);
		case "terminal-input":
			return say`${name} waits in ${call} for somebody to type a line.`;
		case "message":
		case "queue-room":
			return channelWords().queueWaitsFor(process.pid, process.call, wait, view);
		case "child":
			return say`${name} waits in ${code("wait")} for ${wait.who > 0 ? who(view, wait.who) : "a child"} to end.`;
		case "vfork":
			return say`${name} waits in ${code("vfork")} for ${who(view, wait.child)}, which uses its memory, to call ${code("execve")} or to end.`;
		case "lock":
			return say`${name} waits in ${call} for a lock on a file to be let go.`;
		case "signal":
			return say`${name} waits in ${call} for a signal.`;
		case "time":
			return say`${name} sleeps until ${duration(wait.until)}.`;
		case "poll": {
			const limit = wait.until === null ? "" : `, or until ${duration(wait.until)}`;
			return wait.objects.length === 1
				? say`${name} waits in ${call} until its descriptor is ready${limit}.`
				: say`${name} waits in ${call} until one of its ${count(wait.objects.length, "descriptor")} is ready${limit}.`;
		}
		default:
			return unreachable(wait);
	}
}

function roomNow(view: View, process: Process, id: number): string {
	const pipe = view.kernel.pipes[id];
	if (pipe === undefined) return "";
	const asked = process.call?.name === "write" ? process.call.bytes.length - process.progress.done : 0;
	return ` (${bytesInside(pipe)} of ${capacityOf(pipe)} bytes are taken; it still has ${count(asked, "byte")} to write)`;
}

function couldEnd(view: View, process: Process, wait: Wait, by: readonly Pid[], forever: boolean): Sentence {
	if (by.length > 0) {
		const names = list(by.map((pid) => who(view, pid)));
		if (!forever) return say`${names} could end the wait${how(wait)}.`;
		if (by.every((pid) => view.kernel.processes[pid]?.state === "stopped"))
			return say`Only ${names} could end the wait${how(wait)}, and ${by.length === 1 ? "it is" : "they are"} stopped: nothing goes on there before a ${code("SIGCONT")} comes.`;
		return say`Only ${names} could end the wait${how(wait)}, and ${by.length === 1 ? "it waits" : "they wait"} for ever too.`;
	}
	if (wait.on === "time") return say`The clock ends it.`;
	if (rings(process)) return say`Its own timer ends it.`;
	if (wait.on === "terminal-input")
		return forever ? say`No more input will come.` : say`Whoever types ends it.`;
	if (wait.on === "signal")
		return forever ? say`Nobody is left to send it one.` : say`Any process that sends it a signal ends it.`;
	if (wait.on === "connection")
		return forever ? say`Nobody is left to connect.` : say`Any process that connects ends it.`;
	if (wait.on === "other-end")
		return forever
			? say`Nobody is left to open it.`
			: say`Any process that opens it for ${wait.end === "read" ? "reading" : "writing"} ends it.`;
	if (wait.on === "message" || wait.on === "queue-room") {
		const what = wait.on === "message" ? "send to" : "receive from";
		if (wait.until !== null) return say`The clock ends it.`;
		return forever
			? say`Nobody is left to ${what} it.`
			: say`Any process that opens the queue and ${wait.on === "message" ? "sends" : "receives"} ends it.`;
	}
	return forever ? ownHold(view, process, wait) : say`The clock ends it.`;
}

function ownHold(view: View, process: Process, wait: Wait): Sentence {
	if (wait.on === "socket-not-empty" || wait.on === "socket-not-full") {
		const own = keepers(view.kernel, wait).filter((holder) => holder.pid === process.pid);
		if (own.length === 0) return say`Nobody can end it: nobody holds a socket that sends here.`;
		const fds = own.map((holder) => holder.fd).join(" and ");
		return say`Nobody else can end it: ${who(view, process.pid)} itself holds the other end, descriptor ${fds}.`;
	}
	const own = keepers(view.kernel, wait).filter((holder) => holder.pid === process.pid);
	const end = wait.on === "pipe-not-full" ? "read" : "write";
	if (own.length === 0) return say`Nobody can end it.`;
	const fds = own.map((holder) => holder.fd).join(" and ");
	return say`Nobody else can end it: ${who(view, process.pid)} itself holds the only ${end} end, descriptor ${fds}.`;
}

function how(wait: Wait): string {
	switch (wait.on) {
		case "pipe-not-empty":
			return " by a write or a close";
		case "pipe-not-full":
			return " by a read";
		case "message":
			return " by sending a message";
		case "queue-room":
			return " by receiving one";
		case "socket-not-empty":
			return " by sending, or by closing its end";
		case "socket-not-full":
			return " by receiving";
		case "place-in-queue":
			return " by taking one from its queue";
		case "child":
			return " by ending";
		case "vfork":
			return " by calling execve or ending";
		case "lock":
			return " by letting go of the lock";
		case "poll":
		case "other-end":
		case "connection":
		case "terminal-input":
		case "signal":
		case "time":
			return "";
		default:
			return unreachable(wait);
	}
}
