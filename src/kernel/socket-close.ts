// How a socket ends: one direction or both shut, the last descriptor gone, its letters and what they held thrown away.
import type { Kernel } from "./kernel.ts";
import { abandon } from "./open-files.ts";
import { wakePollers } from "./scheduler.ts";
import { nameOf, peerOf } from "./socket-facts.ts";
import { giveBack, wakeEverybody } from "./socket-waits.ts";
import type { OpenFile, Socket } from "./state.ts";
import type { ObjectId, Pid } from "./words.ts";

export function shut(kernel: Kernel, socket: Socket, read: boolean, write: boolean): void {
	if (read && !socket.shutRead) kernel.journal.set(socket, "shutRead", true);
	if (write && !socket.shutWrite) kernel.journal.set(socket, "shutWrite", true);
}

/** Nobody has the socket open any more, nor those that only its letters held. */
export function endSocket(kernel: Kernel, pid: Pid, id: ObjectId): void {
	closeSocket(kernel, pid, id);
	collectForgotten(kernel, pid);
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
