// Why a call on a socket failed: its name, its other end, its buffer.

import type { Failure, Reasons } from "./reasons.ts";
import { count } from "./sentence.ts";
import { addressText } from "./socket-words.ts";
import { objectOf, socketName, type View } from "./view.ts";

function addressOf({ call }: Failure): string {
	const address = "address" in call ? call.address : "to" in call ? call.to : null;
	return address === null || typeof address !== "object" ? "that name" : addressText(address);
}

function own({ call, pid, view }: Failure): string {
	const object = "fd" in call ? objectOf(view.kernel, pid, call.fd) : null;
	return object?.kind === "socket" ? socketName(view.kernel, object.id) : "the socket";
}

function socketOf({ call, pid, view }: Failure): View["kernel"]["sockets"][number] | undefined {
	const object = "fd" in call ? objectOf(view.kernel, pid, call.fd) : null;
	return object?.kind === "socket" ? view.kernel.sockets[object.id] : undefined;
}

const noRoom = (failure: Failure) => {
	const socket = socketOf(failure);
	const buffer = socket === undefined ? "" : `: its buffer has ${count(socket.sendBuffer, "byte")}`;
	return `what ${own(failure)} has sent is not read yet, there is no room for more, and it must not wait${buffer}`;
};
const readsNoMore = (failure: Failure) => `the other end of ${own(failure)} reads no more`;
const notConnected = (failure: Failure) => `${own(failure)} is connected to nobody`;

/** By the rule that decided. */
export const socketFailures: Reasons = {
	"socket.bind.taken": (failure) =>
		`the name ${addressOf(failure)} exists already, and stays until it is unlinked`,
	"socket.bind.bound": (failure) => `${own(failure)} has a name already`,
	"socket.find.nobody": (failure) => `no socket has the name ${addressOf(failure)} now`,
	"socket.find.other-type": (failure) => `the socket ${addressOf(failure)} is of another type`,
	"socket.connect.refused": (failure) => `the socket ${addressOf(failure)} does not listen`,
	"socket.connect.full-again": (failure) =>
		`the queue of ${addressOf(failure)} is full, and O_NONBLOCK forbids it to wait`,
	"socket.connect.connected": (failure) => `${own(failure)} is connected already`,
	"socket.accept.empty-again": (failure) =>
		`nobody waits in the queue of ${own(failure)}, and O_NONBLOCK forbids it to wait`,
	"socket.accept.not-listening": (failure) => `${own(failure)} was never told to listen`,
	"socket.receive.empty-again": (failure) => `nothing has arrived at ${own(failure)}, and it must not wait`,
	"socket.send.full-again": noRoom,
	"socket.send.queue-full-again": () => "the receiver's queue is full, and it must not wait",
	"socket.send.broken": readsNoMore,
	"socket.send.broken-quietly": readsNoMore,
	"socket.send.shut": (failure) => `${own(failure)} sends no more, or its other end reads no more`,
	"socket.send.broken-asleep": () => "the connection ended while it slept",
	"socket.send.gone": () => "the receiver is gone",
	"socket.send.needs-no-address": (failure) =>
		`${own(failure)} is a stream, and its connection is the address`,
	"socket.send.not-its-peer": () => "the receiver is connected to another, and hears that one alone",
	"socket.send.too-long": (failure) => {
		const socket = socketOf(failure);
		const bytes = "bytes" in failure.call ? failure.call.bytes : undefined;
		if (socket === undefined || bytes === undefined) return null;
		return `a message of ${count(bytes.length, "byte")} never fits into the buffer of ${count(socket.sendBuffer, "byte")}`;
	},
	"socket.use.not-connected": notConnected,
	"socket.use.not-a-socket": () => "the descriptor leads to no socket",
	"socket.make.family": () => "this computer has Unix domain sockets alone",
	"socket.error.told": ({ outcome }) =>
		outcome.errno === "ECONNRESET" ? "the other end was closed and had not read everything" : null,
	"socket.wait.over": (failure) => `the longest wait of ${own(failure)} is over, and nothing was done`,
};
