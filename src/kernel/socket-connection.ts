// Connections: listen, connect, accept, shutdown, and the end of a socket. See listen(2), connect(2), accept(2), shutdown(2).

import * as C from "./constants.ts";
import { lowestFree } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { wakePollers } from "./scheduler.ts";
import { dropLetters, shut } from "./socket-close.ts";
import { nameOf, peerOf } from "./socket-facts.ts";
import { bindItself, findSocket } from "./socket-names.ts";
import { sleepAt, wakeAll, wakeEverybody, wakeFirst, wakeForArrival } from "./socket-waits.ts";
import { connectTo, credentialsOf, describe, newSocket, socketAt } from "./sockets.ts";
import type { Process, Socket } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import type { Pid, Place } from "./words.ts";

/** net.core.somaxconn */
const LONGEST_BACKLOG = 4096;

export function listen(kernel: Kernel, process: Process, fd: number, backlog: number): Outcome {
	const use = socketAt(kernel, process, fd);
	if ("error" in use) return use.error;
	const { socket } = use;
	if (socket.type === "datagram") return failed("socket.listen.datagram", "EOPNOTSUPP");
	if (socket.address === null) return failed("socket.listen.unbound", "EINVAL");
	if (socket.phase === "connected") return failed("socket.listen.connected", "EINVAL");
	const longest = backlog < 0 || backlog > LONGEST_BACKLOG ? LONGEST_BACKLOG : backlog;
	const grows = longest > socket.longestQueue;
	const { journal } = kernel;
	journal.set(socket, "longestQueue", longest);
	journal.set(socket, "phase", "listening");
	journal.set(socket, "credentials", credentialsOf(process));
	if (grows) wakeAll(kernel, socket, "roomQueue", process.pid);
	return done("socket.listen.listens");
}

export function connect(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "connect" },
	place: Place | null,
): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	const { openFile, socket } = use;
	const { address } = call;
	if (socket.type === "datagram") return connectDatagram(kernel, process, socket, call);
	if (address.kind !== "path" && address.kind !== "abstract") return failed("socket.address.bad", "EINVAL");
	if (socket.passesCredentials) bindItself(kernel, socket);
	const found = findSocket(kernel, process, address, socket.type);
	if ("error" in found) return found.error;
	const listener = found.socket;
	if (listener.phase !== "listening" || listener.shutRead)
		return failed("socket.connect.refused", "ECONNREFUSED");
	if (listener.pending.length > listener.longestQueue) {
		if (openFile.nonblock) return failed("socket.connect.full-again", "EAGAIN");
		const wait = { on: "place-in-queue", socket: listener.id } as const;
		return sleepAt(kernel, process, socket.sendTimeout, "socket.connect.full-waits", wait);
	}
	if (socket.phase === "connected") return failed("socket.connect.connected", "EISCONN");
	if (socket.phase === "listening") return failed("socket.connect.listens", "EINVAL");
	queueConnection(kernel, process, socket, listener, place);
	return done("socket.connect.queued");
}

/** The other end is made now, and waits to be accepted: what is sent meanwhile waits in it. */
function queueConnection(
	kernel: Kernel,
	process: Process,
	socket: Socket,
	listener: Socket,
	place: Place | null,
): void {
	const { journal, state } = kernel;
	const id = newSocket(kernel, process, socket.type, place);
	const other = state.sockets[id] as Socket;
	const own = credentialsOf(process);
	connectTo(kernel, other, socket.id, own);
	connectTo(kernel, socket, id, listener.credentials);
	journal.set(socket, "credentials", own);
	journal.set(other, "address", listener.address);
	journal.set(other, "listener", listener.id);
	journal.set(other, "passesCredentials", listener.passesCredentials);
	journal.set(listener, "pending", [...listener.pending, id]);
	wakeForArrival(kernel, listener, process.pid);
}

/** A datagram socket only notes whom it sends to and hears; AF_UNSPEC makes it forget. */
function connectDatagram(
	kernel: Kernel,
	process: Process,
	socket: Socket,
	{ address }: SystemCall & { readonly name: "connect" },
): Outcome {
	const { journal } = kernel;
	if (address.kind === "unspecified") {
		if (socket.peer !== null) forgetPeer(kernel, socket, process.pid);
		return done("socket.connect.forgets");
	}
	if (address.kind !== "path" && address.kind !== "abstract") return failed("socket.address.bad", "EINVAL");
	if (socket.passesCredentials) bindItself(kernel, socket);
	const found = findSocket(kernel, process, address, socket.type);
	if ("error" in found) return found.error;
	const peer = found.socket;
	if (peer.peer !== null && peer.peer !== socket.id) return failed("socket.send.not-its-peer", "EPERM");
	if (socket.peer !== null && socket.peer !== peer.id) forgetPeer(kernel, socket, process.pid);
	journal.set(socket, "peer", peer.id);
	journal.set(socket, "phase", "connected");
	return done("socket.connect.noted");
}

/** What the old peer had sent is thrown away; if that still sends here, it learns so by ECONNRESET. */
export function forgetPeer(kernel: Kernel, socket: Socket, by: Pid): void {
	const { journal } = kernel;
	const old = peerOf(kernel, socket);
	journal.set(socket, "peer", null);
	journal.set(socket, "phase", "new");
	if (socket.queue.length === 0) return;
	dropLetters(kernel, socket, by);
	wakeAll(kernel, socket, "roomQueue", by);
	if (old !== null && old.peer === socket.id) {
		journal.set(old, "error", "ECONNRESET");
		wakePollers(kernel, old.pollers, by);
	}
}

export function accept(
	kernel: Kernel,
	process: Process,
	call: SystemCall & { readonly name: "accept" },
	place: Place | null,
): Outcome {
	if ((call.flags & ~(C.SOCK_CLOEXEC | C.SOCK_NONBLOCK)) !== 0)
		return failed("socket.accept.bad-flags", "EINVAL");
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	const { openFile, socket } = use;
	const fd = lowestFree(process, 0);
	if (fd >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	if (socket.type === "datagram") return failed("socket.accept.datagram", "EOPNOTSUPP");
	if (socket.phase !== "listening") return failed("socket.accept.not-listening", "EINVAL");
	const id = socket.pending[0];
	if (id === undefined) {
		if (openFile.nonblock) return failed("socket.accept.empty-again", "EAGAIN");
		if (socket.shutRead) return failed("socket.accept.shut", "EINVAL");
		const wait = { on: "connection", socket: socket.id } as const;
		return sleepAt(kernel, process, socket.receiveTimeout, "socket.accept.waits", wait);
	}
	const { journal, state } = kernel;
	const accepted = state.sockets[id] as Socket;
	journal.set(socket, "pending", socket.pending.slice(1));
	journal.set(accepted, "listener", null);
	describe(kernel, process, id, fd, call.flags, "accept", place);
	wakeFirst(kernel, socket, "roomQueue", process.pid);
	if (socket.pending.length > 0) wakeFirst(kernel, socket, "readQueue", process.pid);
	wakePollers(kernel, socket.pollers, process.pid);
	const peer = peerOf(kernel, accepted);
	const address = peer === null ? (accepted.peerName ?? { kind: "unnamed" as const }) : nameOf(peer);
	return done("socket.accept.taken", fd, { kind: "address", address });
}

/** shutdown(2): what one end may not do any more, the other end learns at once. */
export function shutdown(kernel: Kernel, process: Process, fd: number, how: number): Outcome {
	const use = socketAt(kernel, process, fd);
	if ("error" in use) return use.error;
	if (how < 0 || how > 2) return failed("socket.shutdown.bad-how", "EINVAL");
	const { socket } = use;
	const read = how !== C.SHUT_WR;
	const write = how !== C.SHUT_RD;
	shut(kernel, socket, read, write);
	wakeEverybody(kernel, socket, process.pid);
	const peer = socket.type === "datagram" ? null : peerOf(kernel, socket);
	if (peer !== null) {
		shut(kernel, peer, write, read);
		wakeEverybody(kernel, peer, process.pid);
	}
	if (write && !read) return done("socket.shutdown.write");
	return done(read && !write ? "socket.shutdown.read" : "socket.shutdown.both");
}
