// Who may run, who sleeps, and in which queue: the only file that moves a process between ready and waiting.
import type { Kernel } from "./kernel.ts";
import { processOf, without } from "./kernel.ts";
import { late } from "./late.ts";
import type { MessageQueue, ObjectRef, Process, Wait } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import { ranSoFar, setTimer, watchTimers } from "./timers.ts";
import type { Pid, Place } from "./words.ts";

/** A processor on which nobody has run. */
export const IDLE = { running: null, since: 0, last: null, ahead: 0 } as const;

/** Who may be chosen, in the order of a round: longest ready first, the one that has the processor last. */
export function readyProcesses(kernel: Kernel): Pid[] {
	const { queue, running } = kernel.state.scheduler;
	return running === null ? [...queue] : withLast(queue, running);
}

/** Where there are two processors, the step may be for the other one to take: says whether it is. `pid`: who is to take it. */
export function changeProcessor(kernel: Kernel, pid?: Pid): boolean {
	return kernel.state.scheduler.beside !== null && late().changeProcessor(kernel, pid);
}

/** Gives the processor to a ready process; the one that had it goes to the end of the queue. */
export function switchTo(kernel: Kernel, pid: Pid): void {
	const { journal } = kernel;
	const { scheduler } = kernel.state;
	if (scheduler.running === pid || processOf(kernel, pid).state !== "ready") return;
	const queue = without(scheduler.queue, pid);
	journal.set(scheduler, "queue", scheduler.running === null ? queue : withLast(queue, scheduler.running));
	if (scheduler.running !== null) countTime(kernel, processOf(kernel, scheduler.running));
	journal.set(scheduler, "running", pid);
	journal.set(scheduler, "since", kernel.state.clock + scheduler.ahead);
	watchTimers(kernel, processOf(kernel, pid));
	if (scheduler.last === pid) return;
	kernel.events.push({ kind: "switches", from: scheduler.last, to: pid });
	journal.set(scheduler, "last", pid);
	journal.set(scheduler, "contextSwitches", scheduler.contextSwitches + 1);
}

/** Makes a process that is not ready so; it goes to the end of the queue. */
export function makeReady(kernel: Kernel, process: Process): void {
	const { scheduler } = kernel.state;
	kernel.journal.set(process, "state", "ready");
	kernel.journal.set(scheduler, "queue", withLast(scheduler.queue, process.pid));
}

/** Takes a process off the processor and out of the ready queue. */
export function leaveProcessor(kernel: Kernel, process: Process): void {
	const { scheduler } = kernel.state;
	if (scheduler.running === process.pid) {
		countTime(kernel, process);
		kernel.journal.set(scheduler, "running", null);
	} else if (scheduler.beside?.running === process.pid) {
		countTime(kernel, process);
		kernel.journal.set(scheduler, "beside", { ...scheduler.beside, running: null });
	} else {
		const queue = without(scheduler.queue, process.pid);
		if (queue !== scheduler.queue) kernel.journal.set(scheduler, "queue", queue);
	}
}

/** Adds what the running process ran to its processor time. */
function countTime(kernel: Kernel, process: Process): void {
	const { calls, waited, children } = process.counts;
	kernel.journal.set(process, "counts", { calls, waited, ran: ranSoFar(kernel, process), children });
}

/** Puts a process to sleep in `call`, at the end of the queue of what it waits for. */
export function sleep(
	kernel: Kernel,
	process: Process,
	call: SystemCall,
	wait: Wait,
	place: Place | null,
): void {
	const { journal } = kernel;
	leaveProcessor(kernel, process);
	journal.set(process, "state", "waiting");
	journal.set(process, "wait", wait);
	if (process.call === null) {
		journal.set(process, "call", call);
		journal.set(process, "since", { ticks: kernel.state.clock, place });
	}
	changeQueues(kernel, wait, process.pid, withLast);
	if ("until" in wait && wait.until !== null) setTimer(kernel, wait.until);
}

/** Wakes a waiting process: it is ready, and will make its call again. `by` is whose act did it. */
export function wake(kernel: Kernel, process: Process, by: Pid | null): void {
	const { wait } = process;
	if (process.state !== "waiting" || wait === null) return;
	changeQueues(kernel, wait, process.pid, without);
	kernel.journal.set(process, "wait", null);
	kernel.events.push({ kind: "wakes", pid: process.pid, wait, by });
	makeReady(kernel, process);
}

type QueueChange = (queue: readonly Pid[], pid: Pid) => readonly Pid[];

function withLast(queue: readonly Pid[], pid: Pid): Pid[] {
	return queue.length === 0 ? [pid] : [...queue, pid];
}

function changeQueues(kernel: Kernel, wait: Wait, pid: Pid, change: QueueChange): void {
	const { journal, state } = kernel;
	switch (wait.on) {
		case "pipe-not-empty": {
			const pipe = state.pipes[wait.pipe];
			if (pipe) journal.set(pipe, "readQueue", change(pipe.readQueue, pid));
			return;
		}
		case "pipe-not-full": {
			const pipe = state.pipes[wait.pipe];
			if (pipe) journal.set(pipe, "writeQueue", change(pipe.writeQueue, pid));
			return;
		}
		case "other-end": {
			const pipe = state.pipes[wait.pipe];
			if (pipe) journal.set(pipe, "openQueue", change(pipe.openQueue, pid));
			return;
		}
		case "socket-not-empty":
		case "connection": {
			const socket = state.sockets[wait.socket];
			if (socket) journal.set(socket, "readQueue", change(socket.readQueue, pid));
			return;
		}
		case "socket-not-full": {
			const socket = state.sockets[wait.socket];
			if (socket) journal.set(socket, "writeQueue", change(socket.writeQueue, pid));
			return;
		}
		case "place-in-queue": {
			const socket = state.sockets[wait.socket];
			if (socket) journal.set(socket, "roomQueue", change(socket.roomQueue, pid));
			return;
		}
		case "terminal-input": {
			const terminal = state.terminals[wait.terminal];
			if (terminal) journal.set(terminal, "readQueue", change(terminal.readQueue, pid));
			return;
		}
		case "poll":
			for (const object of wait.objects) {
				const watched = watchable(kernel, object);
				if (watched) journal.set(watched, "pollers", change(watched.pollers, pid));
			}
			return;
		case "message":
		case "queue-room": {
			const queue = state.queues[wait.queue];
			const line = wait.on === "message" ? "receiveQueue" : "sendQueue";
			const next = change === withLast ? placedInLine(kernel, queue, line, pid) : undefined;
			if (queue) journal.set(queue, line, next ?? change(queue[line], pid));
			return;
		}
		case "child":
		case "vfork":
		case "lock":
		case "signal":
		case "time":
			return;
	}
}

/** What keeps its own list of those who poll it. */
function watchable(kernel: Kernel, object: ObjectRef): { readonly pollers: readonly Pid[] } | undefined {
	const { pipes, queues, sockets, terminals } = kernel.state;
	if (object.kind === "socket") return sockets[object.id];
	if (object.kind === "pipe") return pipes[object.id];
	if (object.kind === "queue") return queues[object.id];
	return object.kind === "terminal" ? terminals[object.id] : undefined;
}

/** Linux puts sleepers at a POSIX queue in line by priority: the less nice stand before the nicer. */
function placedInLine(
	kernel: Kernel,
	queue: MessageQueue | undefined,
	line: "receiveQueue" | "sendQueue",
	pid: Pid,
): readonly Pid[] | undefined {
	if (queue?.family !== "posix") return undefined;
	const nice = (other: Pid) => kernel.state.processes[other]?.nice ?? 0;
	const waiting = queue[line];
	const after = waiting.findIndex((other) => nice(other) > nice(pid));
	return after < 0 ? undefined : [...waiting.slice(0, after), pid, ...waiting.slice(after)];
}

/** Re-asks those who sleep in poll or select on something that was touched; all whose wait is over wake. */
export function wakePollers(kernel: Kernel, pollers: readonly Pid[], by: Pid | null): void {
	if (pollers.length > 0) late().wakeReady(kernel, pollers, by);
}
