// What poll says of a socket. See poll(2), unix(7).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { peerOf } from "./socket-facts.ts";
import { isSocketWritable } from "./socket-room.ts";
import type { Socket } from "./state.ts";

const READABLE = C.POLLIN | C.POLLRDNORM;
const WRITABLE = C.POLLOUT | C.POLLWRNORM;

export function socketReadiness(kernel: Kernel, socket: Socket): number {
	const { error, pending, phase, queue, shutRead, shutWrite, type } = socket;
	let bits = 0;
	if (error !== null) bits |= C.POLLERR;
	if (shutRead && shutWrite) bits |= C.POLLHUP;
	if (shutRead) bits |= C.POLLRDHUP | READABLE;
	if (queue.length > 0 || pending.length > 0) bits |= READABLE;
	if (socket.urgent !== null && !socket.urgentInLine) bits |= C.POLLPRI;
	if (type !== "datagram" && phase === "new") bits |= C.POLLHUP;
	if (phase !== "listening" && isSocketWritable(socket) && !receiverIsFull(kernel, socket)) bits |= WRITABLE;
	return bits;
}

/** Of datagrams: the peer does not send here, and its queue is full. */
function receiverIsFull(kernel: Kernel, socket: Socket): boolean {
	const peer = socket.type === "datagram" ? peerOf(kernel, socket) : null;
	return peer !== null && peer.peer !== socket.id && peer.queue.length > peer.longestQueue;
}
