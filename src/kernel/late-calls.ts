// Message queues, sockets, /proc, and the calls that few programs make, by the names under which the rest of the kernel calls them.

import { prctl } from "./attributes.ts";
import type { QueueCall, SeldomCall, SocketCall } from "./call-families.ts";
import { getrandom } from "./chance.ts";
import { closeRange } from "./close-range.ts";
import { fallocate, statfs } from "./file-room.ts";
import type { Kernel } from "./kernel.ts";
import { link, rename } from "./links.ts";
import { flock } from "./locks.ts";
import { openMailbox, receiveLetter, removeMailbox, sendLetter } from "./mailbox.ts";
import { done, type Outcome } from "./outcome.ts";
import { poll, select } from "./poll-calls.ts";
import {
	notifyOfQueue,
	openQueue,
	receiveFromQueue,
	sendToQueue,
	setQueueAttributes,
	unlinkQueue,
} from "./posix-queue.ts";
import { pidfdOpen, pidfdSendSignal } from "./process-handles.ts";
import { reboot } from "./reboot.ts";
import { getpriority, getrlimit, getrusage, prlimit, setpriority, setrlimit } from "./resources.ts";
import { setTimes } from "./set-times.ts";
import { withMask } from "./signal-calls.ts";
import { accept, connect, listen, shutdown } from "./socket-connection.ts";
import { bind, getpeername, getsockname } from "./socket-names.ts";
import { getsockopt, setsockopt } from "./socket-options.ts";
import { receive } from "./socket-receive.ts";
import { send } from "./socket-send.ts";
import { makePair, makeSocket } from "./sockets.ts";
import { moveBytes } from "./splice.ts";
import type { Process } from "./state.ts";
import { readlink, symlink } from "./symlink.ts";
import { controlQueue, getQueue, receiveMessage, sendMessage } from "./system-v-queue.ts";
import { alarm, getitimer, onTimer, setitimer, timerCreate } from "./timer-calls.ts";
import { onUser } from "./users.ts";
import type { Place } from "./words.ts";

export { readRandom } from "./chance.ts";
export { openedAt } from "./file-room.ts";
export { lockRange } from "./locks.ts";
export { leadSession, login } from "./login.ts";
export { dropQueueIfUnused, forgetNotification } from "./message-queue.ts";
export { makeUnnamed, openName } from "./nameless.ts";
export { wakeReady } from "./poll.ts";
export { createQueue, readQueueStatus, unlinkQueue } from "./posix-queue.ts";
export { procDirectory, procLink, procNames, procStatus, procTarget, procText } from "./proc-tree.ts";
export { handleStatus, isImpatient, processOfHandle, refuseHandle, wakeWatchers } from "./process-handles.ts";
export { limitTime } from "./resources.ts";
export { endSocket } from "./socket-close.ts";
export { dropSocketFile, newSocketFile } from "./socket-names.ts";
export { socketReadiness } from "./socket-readiness.ts";
export { readSocket } from "./socket-receive.ts";
export { looksAtBytes, writeSocket } from "./socket-send.ts";
export { wakeFirst } from "./socket-waits.ts";
export { catchUp, changeProcessor } from "./two-processors.ts";

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
			return getsockname(kernel, process, call);
		case "getpeername":
			return getpeername(kernel, process, call);
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

/** Every call on a message queue or a mailbox, and the one that ends them all. */
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
		case "reboot":
			return reboot(kernel, process, call.command);
		case "msgctl":
			return controlQueue(kernel, process, call);
	}
}

/** The others that few programs make. */
export function onSeldom(kernel: Kernel, process: Process, call: SeldomCall, place: Place | null): Outcome {
	switch (call.name) {
		case "splice":
		case "tee":
		case "sendfile":
			return moveBytes(kernel, process, call);
		case "flock":
			return flock(kernel, process, call);
		case "poll":
			return withMask(kernel, process, call.mask, () => poll(kernel, process, call));
		case "select":
			return withMask(kernel, process, call.mask, () => select(kernel, process, call));
		case "symlink":
			return symlink(kernel, process, call.target, call.path, call.at);
		case "readlink":
			return readlink(kernel, process, call);
		case "utimensat":
			return setTimes(kernel, process, call);
		case "alarm":
			return alarm(kernel, process, call.after);
		case "getitimer":
			return getitimer(kernel, process, call.which);
		case "setitimer":
			return setitimer(kernel, process, call);
		case "timer_create":
			return timerCreate(kernel, process, call);
		case "timer_settime":
		case "timer_gettime":
		case "timer_getoverrun":
		case "timer_delete":
			return onTimer(kernel, process, call);
		case "getrusage":
			return getrusage(kernel, process, call.who);
		case "getrlimit":
			return getrlimit(kernel, process, call.resource);
		case "setrlimit":
			return setrlimit(kernel, process, call.resource, call.soft, call.hard);
		case "getpriority":
			return getpriority(kernel, process, call.which, call.who);
		case "setpriority":
			return setpriority(kernel, process, call);
		case "prctl":
			return prctl(kernel, process, call);
		case "close_range":
			return closeRange(kernel, process, call);
		case "prlimit":
			return prlimit(kernel, process, call);
		case "link":
			return link(kernel, process, call);
		case "rename":
			return rename(kernel, process, call);
		case "pidfd_open":
			return pidfdOpen(kernel, process, call, place);
		case "pidfd_send_signal":
			return pidfdSendSignal(kernel, process, call);
		case "getrandom":
			return getrandom(kernel, call);
		case "fallocate":
			return fallocate(kernel, process, call);
		case "statfs":
			return statfs(kernel, process, call);
		case "uname":
			return done("system.name.told");
		default:
			return onUser(kernel, process, call);
	}
}
