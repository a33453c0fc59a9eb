// Sending through a socket: bytes of a stream, letters with their bounds, and what goes beside them. See send(2), unix(7).
import { type Enclosed, enclosedOf, holdRights, senderOf } from "./ancillary.ts";
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import { forgetPeer } from "./socket-connection.ts";
import { nameOf, peerOf, takeError } from "./socket-facts.ts";
import { bindItself, findSocket } from "./socket-names.ts";
import { chargeOf, chunkSize, hasRoom, longestLetter } from "./socket-room.ts";
import { sleepAt, wakeForArrival } from "./socket-waits.ts";
import { socketAt, socketOf } from "./sockets.ts";
import type { KernelState, OpenFile, Process, Socket } from "./state.ts";
import type { Control, Named, SocketAddress, SystemCall } from "./system-calls.ts";

/** What is sent, and how. */
interface Sending {
	readonly bytes: Uint8Array;
	/** How many the program says there are; more than its memory has there, then `bytes` are those that it has. */
	readonly count: number;
	readonly to: SocketAddress | null;
	readonly enclosed: Enclosed;
	readonly nonblock: boolean;
	/** A broken stream sends SIGPIPE. */
	readonly signals: boolean;
	/** Its last byte is the urgent one. */
	readonly urgent: boolean;
}

type SendCall = SystemCall & { readonly name: "sendto" | "sendmsg" };

export function send(kernel: Kernel, process: Process, call: SendCall): Outcome {
	const use = socketAt(kernel, process, call.fd);
	if ("error" in use) return use.error;
	if (call.badCount) return failed("descriptor.write.bad-count", call.badCount);
	const sent = call.name === "sendto" ? call : { bytes: call.bytes };
	return sendWith(kernel, process, use.openFile, sent, call.flags, call.to, controlOf(call));
}

function controlOf(call: SendCall): Control | null {
	return call.name === "sendmsg" ? call.control : null;
}

/** write(2) on a socket. */
export function writeSocket(kernel: Kernel, process: Process, openFile: OpenFile, sent: Sent): Outcome {
	return sendWith(kernel, process, openFile, sent, 0, null, null);
}

/** The bytes of a buffer, and its size in digits when that is more. */
type Sent = Pick<Named<"write">, "bytes" | "counted">;

function sendWith(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	{ bytes, counted }: Sent,
	flags: number,
	to: SocketAddress | null,
	control: Control | null,
): Outcome {
	const socket = socketOf(kernel, openFile) as Socket;
	if (socket.type === "seqpacket") {
		const error = takeError(kernel, socket);
		if (error !== null) return failed("socket.error.told", error);
		if (socket.phase !== "connected") return failed("socket.use.not-connected", "ENOTCONN");
	}
	const checked = enclosedOf(kernel, process, control);
	if ("error" in checked) return checked.error;
	const urgent = (flags & C.MSG_OOB) !== 0;
	if (urgent && (socket.type !== "stream" || bytes.length === 0))
		return failed("socket.send.urgent", "EOPNOTSUPP");
	const nonblock = openFile.nonblock || (flags & C.MSG_DONTWAIT) !== 0;
	const signals = (flags & C.MSG_NOSIGNAL) === 0;
	const count = Number(counted ?? bytes.length);
	const sending = { bytes, count, to, enclosed: checked.enclosed, nonblock, signals, urgent };
	if (socket.type === "stream") return sendStream(kernel, process, socket, sending);
	if (socket.type === "seqpacket") {
		return sendLetter(kernel, process, socket, { ...sending, to: null });
	}
	return sendLetter(kernel, process, socket, sending);
}

/** Whether a write looks at its bytes now: not where nobody would get them, or there is no room. */
export function looksAtBytes(state: KernelState, socket: Socket): boolean {
	if (!hasRoom(socket)) return false;
	const peer = socket.peer === null ? undefined : state.sockets[socket.peer];
	return socket.type !== "stream" || (peer?.shutRead === false && !socket.shutWrite);
}

/** All bytes, in as many letters as there is room for; asleep until there is room for the rest. */
function sendStream(kernel: Kernel, process: Process, socket: Socket, sending: Sending): Outcome {
	const { bytes, count, nonblock, urgent } = sending;
	const { journal } = kernel;
	const usual = urgent ? bytes.length - 1 : bytes.length;
	let sent = process.progress.done;
	if (process.call === null) {
		if (sending.to !== null) {
			const connected = socket.phase === "connected";
			return failed("socket.send.needs-no-address", connected ? "EISCONN" : "EOPNOTSUPP");
		}
		if (socket.peer === null) return failed("socket.use.not-connected", "ENOTCONN");
		if (socket.shutWrite) return broken(kernel, process, sending, 0);
		if (sending.enclosed.credentials === null && bytes.length > 0 && socket.passesCredentials) {
			bindItself(kernel, socket);
		}
	}
	for (;;) {
		if (sent === count) {
			if (process.call !== null) return done("socket.send.rest", sent);
			const holds = sent > 0 && sending.enclosed.rights.length > 0;
			return done(holds ? "socket.send.descriptors" : "socket.send.all", sent);
		}
		const error = takeError(kernel, socket);
		if (error !== null)
			return sent > 0 ? done("socket.send.partial", sent) : failed("socket.error.told", error);
		if (socket.shutWrite) {
			return sent > 0 ? done("socket.send.partial", sent) : failed("socket.send.broken-asleep", "EPIPE");
		}
		if (!hasRoom(socket)) return noRoom(kernel, process, socket, sent, nonblock);
		const peer = peerOf(kernel, socket);
		if (peer === null || peer.shutRead) return broken(kernel, process, sending, sent);
		if (count > bytes.length && sent + chunkSize(socket) > bytes.length)
			return sent > 0 ? done("socket.send.partial", sent) : failed("call.address.bad", "EFAULT");
		const part =
			sent < usual ? bytes.slice(sent, Math.min(usual, sent + chunkSize(socket))) : bytes.slice(usual);
		const enclosed = sent === 0 ? sending.enclosed : { ...sending.enclosed, rights: [] };
		put(kernel, process, socket, peer, part, enclosed);
		if (sent === usual) {
			journal.set(peer, "urgent", peer.lettersArrived - 1);
			return done("socket.send.urgent-byte", bytes.length);
		}
		sent += part.length;
	}
}

function noRoom(kernel: Kernel, process: Process, socket: Socket, sent: number, nonblock: boolean): Outcome {
	if (nonblock)
		return sent > 0 ? done("socket.send.partial", sent) : failed("socket.send.full-again", "EAGAIN");
	if (sent > process.progress.done)
		kernel.journal.set(process, "progress", { ...process.progress, done: sent });
	const rule = sent > 0 ? "socket.send.partial-waits" : "socket.send.full-waits";
	return sleepAt(kernel, process, socket.sendTimeout, rule, { on: "socket-not-full", socket: socket.id });
}

/** The peer reads no more. SIGPIPE comes only when nothing of this call was sent. */
function broken(kernel: Kernel, process: Process, { signals }: Sending, sent: number): Outcome {
	if (sent > 0) return done("socket.send.partial", sent);
	if (!signals) return failed("socket.send.broken-quietly", "EPIPE");
	sendSignal(kernel, process, signalInfo(C.signals.SIGPIPE, C.SI_USER, process), process.pid);
	return failed("socket.send.broken", "EPIPE");
}

/** A letter goes whole, or not at all. */
function sendLetter(kernel: Kernel, process: Process, socket: Socket, sending: Sending): Outcome {
	const { bytes, count, enclosed, nonblock, to } = sending;
	if (to !== null && to.kind !== "path" && to.kind !== "abstract")
		return failed("socket.address.bad", "EINVAL");
	if (socket.passesCredentials) bindItself(kernel, socket);
	if (count > longestLetter(socket)) return failed("socket.send.too-long", "EMSGSIZE");
	const error = takeError(kernel, socket);
	if (error !== null) return failed("socket.error.told", error);
	if (socket.shutWrite) return failed("socket.send.shut", "EPIPE");
	if (!hasRoom(socket)) return noRoom(kernel, process, socket, 0, nonblock);
	if (count > bytes.length) return failed("call.address.bad", "EFAULT");
	if (to === null && socket.peer === null) return failed("socket.use.not-connected", "ENOTCONN");
	const found = to === null ? null : findSocket(kernel, process, to, socket.type);
	if (found !== null && "error" in found) return found.error;
	const receiver = found === null ? peerOf(kernel, socket) : found.socket;
	if (receiver === null) {
		if (socket.type === "seqpacket") return failed("socket.send.shut", "EPIPE");
		forgetPeer(kernel, socket, process.pid);
		return failed("socket.send.gone", "ECONNREFUSED");
	}
	if (socket.type === "datagram" && receiver.peer !== null && receiver.peer !== socket.id) {
		return failed("socket.send.not-its-peer", "EPERM");
	}
	if (receiver.shutRead) return failed("socket.send.shut", "EPIPE");
	if (receiver.peer !== socket.id && receiver !== socket && receiver.queue.length > receiver.longestQueue) {
		if (nonblock) return failed("socket.send.queue-full-again", "EAGAIN");
		const wait = { on: "place-in-queue", socket: receiver.id } as const;
		return sleepAt(kernel, process, socket.sendTimeout, "socket.send.queue-full-waits", wait);
	}
	put(kernel, process, socket, receiver, bytes, enclosed);
	return done(enclosed.rights.length > 0 ? "socket.send.descriptors" : "socket.send.letter", bytes.length);
}

/** Puts a letter into the queue of its receiver. */
function put(
	kernel: Kernel,
	process: Process,
	socket: Socket,
	receiver: Socket,
	given: Uint8Array,
	enclosed: Enclosed,
): void {
	const { journal } = kernel;
	const { pid } = process;
	const bytes = given.slice();
	const charge = chargeOf(socket.type, socket.page, bytes.length);
	const noted = socket.passesCredentials || receiver.passesCredentials || receiver.listener !== null;
	const credentials = enclosed.credentials ?? (noted ? senderOf(process) : null);
	const { rights } = enclosed;
	const dyes = bytes.length === 0 ? [] : [{ pid, count: bytes.length }];
	const letter = {
		bytes,
		dyes,
		charge,
		sender: socket.id,
		from: nameOf(socket),
		credentials,
		rights,
		size: bytes.length,
	};
	const offset = receiver.arrived;
	journal.set(receiver, "queue", [...receiver.queue, letter]);
	journal.set(receiver, "arrived", offset + bytes.length);
	journal.set(receiver, "lettersArrived", receiver.lettersArrived + 1);
	journal.set(socket, "charged", socket.charged + charge);
	holdRights(kernel, rights);
	const object = { kind: "socket", id: receiver.id } as const;
	kernel.events.push({ kind: "transfers", pid, direction: "out", object, bytes, offset, dyes });
	wakeForArrival(kernel, receiver, pid);
}
