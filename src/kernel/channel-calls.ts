// Message queues, sockets, /proc, and what moves bytes past a process, by the names under which the rest of the kernel calls them.
import type { QueueCall, SocketCall } from "./call-families.ts";
import type { Kernel } from "./kernel.ts";
import { openMailbox, receiveLetter, removeMailbox, sendLetter } from "./mailbox.ts";
import type { Outcome } from "./outcome.ts";
import {
	notifyOfQueue,
	openQueue,
	receiveFromQueue,
	sendToQueue,
	setQueueAttributes,
	unlinkQueue,
} from "./posix-queue.ts";
import { accept, connect, listen, shutdown } from "./socket-connection.ts";
import { bind, getpeername, getsockname } from "./socket-names.ts";
import { getsockopt, setsockopt } from "./socket-options.ts";
import { receive } from "./socket-receive.ts";
import { send } from "./socket-send.ts";
import { makePair, makeSocket } from "./sockets.ts";
import type { Process } from "./state.ts";
import { controlQueue, getQueue, receiveMessage, sendMessage } from "./system-v-queue.ts";
import type { Place } from "./words.ts";

export { createQueue, readQueueStatus, unlinkQueue } from "./posix-queue.ts";
export { procDirectory, procLink, procNames, procStatus, procTarget, procText } from "./proc-tree.ts";
export { dropSocketFile, newSocketFile } from "./socket-names.ts";
export { socketReadiness } from "./socket-readiness.ts";
export { readSocket } from "./socket-receive.ts";
export { writeSocket } from "./socket-send.ts";
export { moveBytes } from "./splice.ts";

/** Every call on a socket. */
export function onSocket(kernel: Kernel, process: Process, call: SocketCall, place: Place | null): Outcome {
	switch (call.name) {
		case "socket":
			return makeSocket(kernel, process, { ...call, name: "socket" }, place);
		case "socketpair":
			return makePair(kernel, process, { ...call, name: "socketpair" }, place);
		case "bind":
			return bind(kernel, process, { ...call, name: "bind" });
		case "connect":
			return connect(kernel, process, { ...call, name: "connect" }, place);
		case "listen":
			return listen(kernel, process, call.fd, call.backlog);
		case "accept":
			return accept(kernel, process, call, place);
		case "shutdown":
			return shutdown(kernel, process, call.fd, call.how);
		case "getsockname":
			return getsockname(kernel, process, call.fd);
		case "getpeername":
			return getpeername(kernel, process, call.fd);
		case "getsockopt":
			return getsockopt(kernel, process, call);
		case "setsockopt":
			return setsockopt(kernel, process, call);
		case "sendto":
		case "sendmsg":
			return send(kernel, process, call);
		case "recvfrom":
		case "recvmsg":
			return receive(kernel, process, call, place);
	}
}

/** Every call on a message queue or a mailbox. */
export function onQueue(kernel: Kernel, process: Process, call: QueueCall, place: Place | null): Outcome {
	switch (call.name) {
		case "mq_open":
			return openQueue(kernel, process, call, place);
		case "mq_unlink":
			return unlinkQueue(kernel, process, call.path);
		case "mq_send":
			return sendToQueue(kernel, process, call);
		case "mq_receive":
			return receiveFromQueue(kernel, process, call);
		case "mq_setattr":
			return setQueueAttributes(kernel, process, call);
		case "mq_notify":
			return notifyOfQueue(kernel, process, call);
		case "mailbox_open":
			return openMailbox(kernel, process, call, place);
		case "mailbox_send":
			return sendLetter(kernel, process, call);
		case "mailbox_receive":
			return receiveLetter(kernel, process, call);
		case "mailbox_remove":
			return removeMailbox(kernel, process, call.path);
		case "msgget":
			return getQueue(kernel, process, call, place);
		case "msgsnd":
			return sendMessage(kernel, process, call);
		case "msgrcv":
			return receiveMessage(kernel, process, call);
		case "msgctl":
			return controlQueue(kernel, process, call);
	}
}
