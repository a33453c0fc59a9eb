// What is ready: the poll bits of every object, and who among the sleeping pollers may go on.

import * as C from "./constants.ts";
import { openFileOf } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { isWritable } from "./ring.ts";
import { wake } from "./scheduler.ts";
import type { MessageQueue, ObjectRef, OpenFile, Pipe, Process, Socket } from "./state.ts";
import { inputSource, lineLength } from "./terminal-input.ts";
import type { Pid } from "./words.ts";

const READABLE = C.POLLIN | C.POLLRDNORM;
const WRITABLE = C.POLLOUT | C.POLLWRNORM;

/** What `select` takes for readable, writable, exceptional: poll bits, as fs/select.c groups them. */
export const selectSets = {
	read: C.POLLRDNORM | C.POLLRDBAND | C.POLLIN | C.POLLHUP | C.POLLERR | C.POLLNVAL,
	write: C.POLLWRBAND | C.POLLWRNORM | C.POLLOUT | C.POLLERR | C.POLLNVAL,
	except: C.POLLPRI | C.POLLNVAL,
} as const;

/** All poll bits that hold now for an open file description. */
function readiness(kernel: Kernel, openFile: OpenFile): number {
	const { object } = openFile;
	switch (object.kind) {
		case "file":
		case "directory":
		case "device":
			return READABLE | WRITABLE;
		case "handle":
			return (kernel.state.processes[object.id]?.state ?? "zombie") === "zombie" ? READABLE : 0;
		case "terminal":
			return terminalReadiness(kernel, openFile, object.id);
		case "pipe":
			return pipeReadiness(kernel.state.pipes[object.id] as Pipe, openFile);
		case "queue":
			return queueReadiness(kernel.state.queues[object.id] as MessageQueue);
		case "socket":
			return late().socketReadiness(kernel, kernel.state.sockets[object.id] as Socket);
	}
}

function pipeReadiness(pipe: Pipe, { access, writersBefore }: OpenFile): number {
	let bits = 0;
	if (access !== "write") {
		if (pipe.buffers.length > 0) bits |= READABLE;
		if (pipe.writers === 0 && writersBefore !== pipe.writerOpens) bits |= C.POLLHUP;
	}
	if (access !== "read") {
		if (isWritable(pipe)) bits |= WRITABLE;
		if (pipe.readers === 0) bits |= C.POLLERR;
	}
	return bits;
}

/** Whether it was opened for reading or writing makes no difference. See mq_overview(7). */
function queueReadiness({ messages, mostMessages }: MessageQueue): number {
	const readable = messages.length > 0 ? READABLE : 0;
	return readable | (messages.length < mostMessages ? WRITABLE : 0);
}

function terminalReadiness(kernel: Kernel, openFile: OpenFile, id: number): number {
	let bits = openFile.access === "read" ? 0 : WRITABLE;
	if (openFile.access === "write") return bits;
	const source = inputSource(kernel, id);
	if (source === null || lineLength(source) !== null) bits |= READABLE;
	if (source?.inputEnded && !source.interactive) bits |= C.POLLHUP;
	return bits;
}

/** The bits of one pollfd: POLLNVAL for a closed descriptor, 0 for a negative one. */
export function eventsOf(kernel: Kernel, process: Process, fd: number, wanted: number): number {
	if (fd < 0) return 0;
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return C.POLLNVAL;
	return readiness(kernel, openFile) & (wanted | C.POLLERR | C.POLLHUP);
}

/** Whether the poll or select that `process` is in would return now. */
function wouldReturn(kernel: Kernel, process: Process): boolean {
	const { call } = process;
	if (call?.name === "poll") {
		return call.entries.some(({ fd, events }) => eventsOf(kernel, process, fd, events) !== 0);
	}
	if (call?.name !== "select") return true;
	const any = (fds: readonly number[], bits: number) =>
		fds.some((fd) => fd < call.highest && (eventsOf(kernel, process, fd, bits) & bits) !== 0);
	return (
		any(call.read, selectSets.read) ||
		any(call.write, selectSets.write) ||
		any(call.except, selectSets.except)
	);
}

/** Wakes those of `pollers` whose poll or select would return now. */
export function wakeReady(kernel: Kernel, pollers: readonly Pid[], by: Pid | null): void {
	for (const pid of pollers) {
		const process = kernel.state.processes[pid];
		if (process !== undefined && wouldReturn(kernel, process)) wake(kernel, process, by);
	}
}

/** The objects behind a list of descriptors that can make a poller wait, each once. */
export function watchedObjects(kernel: Kernel, process: Process, fds: readonly number[]): ObjectRef[] {
	const watched: ObjectRef[] = [];
	for (const fd of fds) {
		const descriptor = process.descriptors[fd];
		if (descriptor === undefined) continue;
		const { object } = kernel.state.openFiles[descriptor.openFile] as OpenFile;
		if (!watched.some((other) => sameQueue(other, object))) watched.push(object);
	}
	return watched;
}

function sameQueue(a: ObjectRef, b: ObjectRef): boolean {
	if (a.kind === "device" || b.kind === "device") return a.kind === b.kind;
	return a.kind === b.kind && a.id === b.id;
}
