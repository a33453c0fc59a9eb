// Open file descriptions: what open and pipe make, what dup and fork share, what the last close lets go. See open(2).
import type { Kernel } from "./kernel.ts";
import { newObject } from "./kernel.ts";
import { dropLocks } from "./lock-table.ts";
import { dropQueueIfUnused, forgetNotification } from "./message-queue.ts";
import { bytesInside } from "./ring.ts";
import { wake, wakePollers } from "./scheduler.ts";
import { nameOf, peerOf } from "./socket-facts.ts";
import { giveBack, wakeEverybody } from "./socket-waits.ts";
import type { Fifo, ObjectRef, OpenFile, Origin, Pipe, Socket } from "./state.ts";
import type { ObjectId, Pid } from "./words.ts";

export type OpenFileFlags = Pick<OpenFile, "access" | "append" | "nonblock" | "packets">;

/** A new description with no descriptor yet; opening one end of a pipe counts as one more reader or writer. */
export function newOpenFile(
	kernel: Kernel,
	object: ObjectRef,
	flags: OpenFileFlags,
	origin: Origin,
): ObjectId {
	const { journal, state } = kernel;
	const id = newObject(kernel);
	journal.set(state.openFiles, id, { id, object, ...flags, offset: 0, references: 0, origin });
	if (object.kind !== "pipe") return id;
	const pipe = state.pipes[object.id] as Pipe;
	countEnds(kernel, pipe, flags.access, 1);
	if (flags.access !== "write") journal.set(pipe, "readerOpens", pipe.readerOpens + 1);
	if (flags.access !== "read") journal.set(pipe, "writerOpens", pipe.writerOpens + 1);
	return id;
}

export function share(kernel: Kernel, id: ObjectId): void {
	const openFile = kernel.state.openFiles[id] as OpenFile;
	kernel.journal.set(openFile, "references", openFile.references + 1);
}

/** One descriptor less; the last one lets the description go, and with it perhaps a pipe or an unlinked file. */
export function release(kernel: Kernel, pid: Pid, fd: number, id: ObjectId): void {
	const { journal, state } = kernel;
	const openFile = state.openFiles[id] as OpenFile;
	const left = openFile.references - 1;
	journal.set(openFile, "references", left);
	kernel.events.push({ kind: "closes", pid, fd, openFile: id, left });
	dropLocks(kernel, pid, openFile, left === 0);
	forgetNotification(kernel, pid, openFile);
	if (left === 0) abandon(kernel, pid, id);
}

/** Ends a description that no descriptor refers to. */
export function abandon(kernel: Kernel, pid: Pid, id: ObjectId): void {
	const { journal, state } = kernel;
	const openFile = state.openFiles[id] as OpenFile;
	journal.remove(state.openFiles, id);
	const { object } = openFile;
	if (object.kind === "pipe") releasePipe(kernel, pid, state.pipes[object.id] as Pipe, openFile.access);
	else if (object.kind === "file") dropFileIfUnused(kernel, object.id);
	else if (object.kind === "queue") dropQueueIfUnused(kernel, object.id);
	else if (object.kind === "socket") {
		closeSocket(kernel, pid, object.id);
		collectForgotten(kernel, pid);
	}
}

/** Forgets a file that has no name and no open description left. */
export function dropFileIfUnused(kernel: Kernel, id: ObjectId): void {
	const { journal, state } = kernel;
	const file = state.files[id];
	if (file === undefined || file.links > 0) return;
	for (const openFile of Object.values(state.openFiles)) {
		if (openFile.object.kind === "file" && openFile.object.id === id) return;
	}
	journal.remove(state.files, id);
	kernel.events.push({ kind: "vanishes", object: { kind: "file", id }, discarded: file.bytes.length });
}

/** Forgets a FIFO that has no name and that nobody has open. */
export function dropFifoIfUnused(kernel: Kernel, id: ObjectId): void {
	const fifo = kernel.state.fifos[id];
	if (fifo !== undefined && fifo.links === 0 && fifo.pipe === null) {
		kernel.journal.remove(kernel.state.fifos, id);
	}
}

function countEnds(kernel: Kernel, pipe: Pipe, access: OpenFile["access"], by: 1 | -1): void {
	if (access !== "write") kernel.journal.set(pipe, "readers", pipe.readers + by);
	if (access !== "read") kernel.journal.set(pipe, "writers", pipe.writers + by);
}

function releasePipe(kernel: Kernel, pid: Pid, pipe: Pipe, access: OpenFile["access"]): void {
	countEnds(kernel, pipe, access, -1);
	const object = { kind: "pipe", id: pipe.id, end: "both" } as const;
	for (const end of ["read", "write"] as const) {
		if (access !== end && access !== "both") continue;
		if ((end === "read" ? pipe.readers : pipe.writers) > 0) continue;
		kernel.events.push({ kind: "end-closed", pid, pipe: pipe.id, end });
	}
	if (pipe.readers === 0 && pipe.writers === 0) {
		const named = pipe.fifo === null ? { number: pipe.number } : { fifo: pipe.fifo };
		kernel.events.push({ kind: "vanishes", object, discarded: bytesInside(pipe), ...named });
		kernel.journal.remove(kernel.state.pipes, pipe.id);
		if (pipe.fifo !== null) emptyFifo(kernel, pipe.fifo);
	} else if (pipe.readers === 0 || pipe.writers === 0) {
		wakeAll(kernel, pipe.writers === 0 ? pipe.readQueue : pipe.writeQueue, pid);
		wakePollers(kernel, pipe.pollers, pid);
	}
}

/** Nobody has the FIFO open any more: what was in it is gone. */
function emptyFifo(kernel: Kernel, id: ObjectId): void {
	const fifo = kernel.state.fifos[id] as Fifo;
	kernel.journal.set(fifo, "pipe", null);
	dropFifoIfUnused(kernel, id);
}

function wakeAll(kernel: Kernel, queue: readonly Pid[], by: Pid): void {
	for (const pid of queue) {
		const process = kernel.state.processes[pid];
		if (process !== undefined) wake(kernel, process, by);
	}
}

export function shut(kernel: Kernel, socket: Socket, read: boolean, write: boolean): void {
	if (read && !socket.shutRead) kernel.journal.set(socket, "shutRead", true);
	if (write && !socket.shutWrite) kernel.journal.set(socket, "shutWrite", true);
}

/** The last descriptor of a socket is gone: its peer learns of it, and unread letters are lost. */
function closeSocket(kernel: Kernel, pid: Pid, id: ObjectId): void {
	const socket = kernel.state.sockets[id];
	if (socket === undefined) return;
	const { journal, state } = kernel;
	// An empty letter in front is not looked at.
	const unread = socket.queue.length > (socket.queue[0]?.bytes.length === 0 ? 1 : 0);
	const inside = socket.arrived - socket.taken - socket.discarded;
	const { pending } = socket;
	dropLetters(kernel, socket, pid);
	journal.remove(state.sockets, id);
	kernel.events.push({ kind: "vanishes", object: { kind: "socket", id }, discarded: inside });
	const peer = peerOf(kernel, socket);
	if (peer !== null && peer.peer === id) {
		journal.set(peer, "peerName", nameOf(socket));
		if (socket.type !== "datagram") {
			shut(kernel, peer, true, true);
			if (unread || socket.listener !== null) journal.set(peer, "error", "ECONNRESET");
			wakeEverybody(kernel, peer, pid);
		}
	}
	wakeEverybody(kernel, socket, pid);
	if (socket.type === "datagram") {
		for (const other of Object.values(state.sockets)) {
			if (other.peer === id) wakePollers(kernel, other.pollers, pid);
		}
	}
	for (const connection of pending) closeSocket(kernel, pid, connection);
}

/** The letter holds them no more. */
export function dropRights(kernel: Kernel, rights: readonly ObjectId[], by: Pid): void {
	for (const id of rights) {
		const openFile = kernel.state.openFiles[id] as OpenFile;
		const left = openFile.references - 1;
		kernel.journal.set(openFile, "references", left);
		if (left === 0) abandon(kernel, by, id);
	}
}

/** Throws away all that waits in a socket. */
export function dropLetters(kernel: Kernel, socket: Socket, by: Pid): void {
	const { queue } = socket;
	if (queue.length === 0) return;
	const { journal, state } = kernel;
	const bytes = queue.reduce((sum, letter) => sum + letter.bytes.length, 0);
	journal.set(socket, "queue", []);
	journal.set(socket, "discarded", socket.discarded + bytes);
	journal.set(socket, "lettersTaken", socket.lettersTaken + queue.length);
	for (const letter of queue) giveBack(kernel, state.sockets[letter.sender], letter.charge, by);
	for (const letter of queue) dropRights(kernel, letter.rights, by);
}

/**
 * Sockets that only letters hold, which lie in such sockets themselves: nobody can ever read them, so they go. As on
 * Linux this is looked for whenever some socket has been closed altogether; there a worker does it a moment later.
 */
function collectForgotten(kernel: Kernel, by: Pid): void {
	const { openFiles, processes, sockets } = kernel.state;
	const inFlight = new Set<ObjectId>();
	for (const { queue } of Object.values(sockets)) {
		for (const { rights } of queue) for (const id of rights) inFlight.add(id);
	}
	if (inFlight.size === 0) return;
	const reached = new Set<ObjectId>();
	const reach = (id: ObjectId): void => {
		const object = openFiles[id]?.object;
		if (reached.has(id) || object === undefined) return;
		reached.add(id);
		if (object.kind !== "socket") return;
		const socket = sockets[object.id];
		for (const letter of socket?.queue ?? []) letter.rights.forEach(reach);
		for (const pending of socket?.pending ?? []) {
			for (const letter of sockets[pending]?.queue ?? []) letter.rights.forEach(reach);
		}
	};
	for (const { descriptors } of Object.values(processes)) {
		for (const { openFile } of Object.values(descriptors)) reach(openFile);
	}
	for (const id of inFlight) {
		const object = openFiles[id]?.object;
		if (reached.has(id) || object?.kind !== "socket") continue;
		const socket = sockets[object.id];
		if (socket !== undefined) dropLetters(kernel, socket, by);
	}
}
