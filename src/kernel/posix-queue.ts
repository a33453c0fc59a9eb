// POSIX message queues: mq_open, mq_send, mq_receive, mq_notify and their kin. See mq_overview(7).
import { encodeText } from "../base/index.ts";
import * as C from "./constants.ts";
import { badDescriptor, install, lowestFree, openFileOf, originOf } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import {
	QUEUE_BYTES_MAX,
	QUEUE_LIMITS,
	QUEUE_LIMITS_HARD,
	QUEUE_MESSAGE_KEPT,
	QUEUES_MAX,
} from "./limits.ts";
import {
	bytesQueued,
	dropQueueIfUnused,
	handTo,
	newQueue,
	putIn,
	receivedMessage,
	sentMessage,
	takeHanded,
	takeOut,
} from "./message-queue.ts";
import { newOpenFile } from "./open-files.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { isPrivileged, permits, refuseSticky } from "./permissions.ts";
import { wakePollers } from "./scheduler.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { Directory, Message, MessageQueue, OpenFile, Process } from "./state.ts";
import type { Named } from "./system-calls.ts";
import type { Place, Ticks } from "./words.ts";

const NAME_MAX = 255;
const accessModes = ["read", "write", "both"] as const;

/** mq_open(3): a descriptor for the queue of that name, which O_CREAT makes. */
export function openQueue(
	kernel: Kernel,
	process: Process,
	call: Named<"mq_open">,
	place: Place | null,
): Outcome {
	const { flags, path } = call;
	if (!path.startsWith("/")) return failed("queue.name.no-slash", "EINVAL");
	const fd = lowestFree(process, 0);
	if (fd >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const refusal = refuseName(path);
	if (refusal !== null) return refusal;
	const known = queueNamed(kernel, path.slice(1));
	const creating = (flags & C.O_CREAT) !== 0;
	if (known === null && !creating) return failed("queue.name.missing", "ENOENT");
	if (known !== null && creating && (flags & C.O_EXCL) !== 0) return failed("queue.name.exists", "EEXIST");
	const access = accessModes[flags & C.O_ACCMODE];
	if (access === undefined) return failed("file.open.bad-flags", "EINVAL");
	const wanted = (access === "write" ? 0 : C.R_OK) | (access === "read" ? 0 : C.W_OK);
	if (known !== null && !permits(process, known, wanted)) {
		return failed("queue.open.no-permission", "EACCES");
	}
	const queue = known ?? createQueue(kernel, process, path.slice(1), call.mode, call.attributes, place);
	if ("rule" in queue) return queue;
	const nonblock = (flags & C.O_NONBLOCK) !== 0;
	const origin = originOf("mq_open", process, place);
	const mode = { access, append: false, nonblock, packets: false };
	const openFile = newOpenFile(kernel, { kind: "queue", id: queue.id }, mode, origin);
	install(kernel, process, fd, { openFile, closeOnExec: true, origin });
	return done(known === null ? "queue.open.created" : "queue.open.lowest", fd);
}

/** What the C library and the file system of queues have against a name that begins with a slash. */
function refuseName(path: string): Outcome | null {
	const name = path.slice(1);
	if (name === "") return failed("queue.name.missing", "ENOENT");
	if (name.includes("/") || name === "." || name === "..") return failed("queue.name.slash", "EACCES");
	if (encodeText(name).length > NAME_MAX) return failed("file.path.too-long", "ENAMETOOLONG");
	return null;
}

function queueDirectory(kernel: Kernel): Directory {
	return kernel.state.directories[kernel.state.queueDirectory] as Directory;
}

function queueNamed(kernel: Kernel, name: string): MessageQueue | null {
	const { entries } = queueDirectory(kernel);
	const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
	return entry?.kind === "queue" ? (kernel.state.queues[entry.id] as MessageQueue) : null;
}

/** A new queue under a name of /dev/mqueue, or why there cannot be one. */
export function createQueue(
	kernel: Kernel,
	process: Process,
	name: string,
	mode: number,
	attributes: Named<"mq_open">["attributes"],
	place: Place | null,
): MessageQueue | Outcome {
	const { limits, queues } = kernel.state;
	const directory = queueDirectory(kernel);
	if (!permits(process, directory, C.W_OK | C.X_OK)) return failed("queue.open.no-permission", "EACCES");
	const all = Object.values(queues).filter(({ family }) => family === "posix");
	if (all.length >= QUEUES_MAX) return failed("queue.open.too-many", "ENOSPC");
	const { messages, size } = attributes ?? {
		messages: limits.queueMessages,
		size: limits.queueMessageSize,
	};
	const most = isPrivileged(process) ? QUEUE_LIMITS_HARD : QUEUE_LIMITS;
	const possible = messages > 0 && size > 0 && messages <= most.messages && size <= most.size;
	if (!possible || name === "__proto__") return failed("queue.open.bad-size", "EINVAL");
	const mine = all.filter(({ creator }) => creator.uid === process.euid);
	const used = mine.reduce((sum, queue) => sum + needed(queue.mostMessages, queue.messageSize), 0);
	const limit = process.otherLimits[C.RLIMIT_MSGQUEUE] ?? QUEUE_BYTES_MAX;
	if (used + needed(messages, size) > limit) return failed("queue.open.no-room", "EMFILE");
	const queue = newQueue(
		kernel,
		process,
		{
			...{ family: "posix", name, msqid: -1, key: 0, mode: mode & 0o7777 & ~process.umask },
			...{ mostMessages: messages, messageSize: size, mostBytes: messages * size },
		},
		place,
	);
	kernel.journal.set(directory.entries, name, { kind: "queue", id: queue.id });
	return queue;
}

/** Bytes of memory that a queue counts for, however empty it is. */
function needed(messages: number, size: number): number {
	return messages * (size + QUEUE_MESSAGE_KEPT);
}

/** mq_unlink(3) */
export function unlinkQueue(kernel: Kernel, process: Process, path: string): Outcome {
	if (!path.startsWith("/")) return failed("queue.name.no-slash", "EINVAL");
	const refusal = refuseName(path);
	if (refusal !== null) return refusal;
	const queue = queueNamed(kernel, path.slice(1));
	if (queue === null) return failed("queue.name.missing", "ENOENT");
	const directory = queueDirectory(kernel);
	const allowed =
		permits(process, directory, C.W_OK | C.X_OK) && refuseSticky(process, directory, queue) === null;
	if (!allowed) return failed("queue.unlink.not-owner", "EACCES");
	return loseName(kernel, queue);
}

/** The name is gone; the queue, if somebody has it open, is not. */
export function loseName(kernel: Kernel, queue: MessageQueue): Outcome {
	kernel.journal.remove(queueDirectory(kernel).entries, queue.name);
	kernel.journal.set(queue, "links", 0);
	dropQueueIfUnused(kernel, queue.id);
	const open = kernel.state.queues[queue.id] !== undefined;
	return done(open ? "queue.unlink.still-open" : "queue.unlink.gone");
}

interface Opened {
	readonly openFile: OpenFile;
	readonly queue: MessageQueue;
}

/** The queue behind a descriptor; a failure if there is none. */
function opened(kernel: Kernel, process: Process, fd: number): Opened | Outcome {
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	if (openFile.object.kind !== "queue") return failed("queue.use.not-a-queue", "EBADF");
	const queue = kernel.state.queues[openFile.object.id] as MessageQueue;
	return queue.family === "posix" ? { openFile, queue } : failed("queue.use.not-a-queue", "EBADF");
}

/** mq_send(3), mq_timedsend(3): to whoever waits longest for a message, else into the queue, asleep while it is full. */
export function sendToQueue(kernel: Kernel, process: Process, call: Named<"mq_send">): Outcome {
	if (call.until !== null && call.until < 0) return failed("queue.time.bad", "EINVAL");
	if (call.priority >= C.MQ_PRIO_MAX) return failed("queue.send.bad-priority", "EINVAL");
	const found = opened(kernel, process, call.fd);
	if ("rule" in found) return found;
	const { openFile, queue } = found;
	if (openFile.access === "read") return failed("descriptor.write.read-only", "EBADF");
	if (call.bytes.length > queue.messageSize) return failed("queue.send.too-long", "EMSGSIZE");
	if (takeHanded(kernel, process)?.kind === "admitted") return done("queue.send.admitted");
	if (queue.messages.length >= queue.mostMessages) {
		if (openFile.nonblock) return failed("queue.send.full-again", "EAGAIN");
		if (isOver(kernel, process, call.until)) return failed("queue.send.timeout", "ETIMEDOUT");
		return blocked("queue.send.full-blocks", { on: "queue-room", queue: queue.id, until: call.until });
	}
	const message = sentMessage(kernel, process, queue, call.bytes, call.priority);
	const first = queue.receiveQueue[0];
	const receiver = first === undefined ? undefined : kernel.state.processes[first];
	if (receiver !== undefined) {
		handTo(kernel, receiver, { kind: "message", queue: queue.id, message }, process.pid);
		return done("queue.send.handed");
	}
	putIn(kernel, queue, message, process.pid);
	return done(notify(kernel, process, queue) ? "queue.send.notifies" : "queue.send.put");
}

/** Fixes the end of a wait when it begins; whether it has come. */
function isOver(kernel: Kernel, process: Process, until: Ticks | null): boolean {
	if (until === null) return false;
	if (process.progress.until === null) kernel.journal.set(process, "progress", { done: 0, until });
	return kernel.state.clock >= until;
}

/** The one message inside came into an empty queue: whoever asked is told, and must ask again to be told again. */
function notify(kernel: Kernel, sender: Process, queue: MessageQueue): boolean {
	const { notification } = queue;
	if (notification === null || queue.messages.length !== 1) return false;
	kernel.journal.set(queue, "notification", null);
	const { pid, signal, value } = notification;
	const target = kernel.state.processes[pid];
	if (signal !== null && signal > 0 && target !== undefined) {
		sendSignal(kernel, target, signalInfo(signal, C.SI_MESGQ, sender, { value }), sender.pid);
	}
	return true;
}

/** mq_receive(3), mq_timedreceive(3): the oldest message of the highest priority; the longest waiting sender's follows. */
export function receiveFromQueue(kernel: Kernel, process: Process, call: Named<"mq_receive">): Outcome {
	if (call.until !== null && call.until < 0) return failed("queue.time.bad", "EINVAL");
	const found = opened(kernel, process, call.fd);
	if ("rule" in found) return found;
	const { openFile, queue } = found;
	if (openFile.access === "write") return failed("descriptor.read.write-only", "EBADF");
	if (call.size < queue.messageSize) return failed("queue.receive.too-small", "EMSGSIZE");
	const handed = takeHanded(kernel, process);
	if (handed?.kind === "message") {
		return taken(kernel, process, queue, handed.message, "queue.receive.handed");
	}
	const message = queue.messages[0];
	if (message === undefined) {
		if (openFile.nonblock) return failed("queue.receive.empty-again", "EAGAIN");
		if (isOver(kernel, process, call.until)) return failed("queue.receive.timeout", "ETIMEDOUT");
		return blocked("queue.receive.empty-blocks", { on: "message", queue: queue.id, until: call.until });
	}
	takeOut(kernel, queue, message);
	admitSender(kernel, process, queue);
	wakePollers(kernel, queue.pollers, process.pid);
	return taken(kernel, process, queue, message, "queue.receive.first");
}

function taken(
	kernel: Kernel,
	process: Process,
	queue: MessageQueue,
	message: Message,
	rule: "queue.receive.first" | "queue.receive.handed",
): Outcome {
	const { bytes, type } = message;
	receivedMessage(kernel, process, queue, message, queue.id);
	return done(rule, bytes.length, { kind: "message", bytes, type });
}

/** There is room for one: the message of the sender that is first in line goes in, whatever its priority. */
function admitSender(kernel: Kernel, by: Process, queue: MessageQueue): void {
	const first = queue.sendQueue[0];
	const sender = first === undefined ? undefined : kernel.state.processes[first];
	if (sender?.call?.name !== "mq_send") return;
	const message = sentMessage(kernel, sender, queue, sender.call.bytes, sender.call.priority);
	putIn(kernel, queue, message, by.pid);
	handTo(kernel, sender, { kind: "admitted" }, by.pid);
}

/** mq_getattr(3), mq_setattr(3): of all attributes only O_NONBLOCK of the open description can be changed. */
export function setQueueAttributes(kernel: Kernel, process: Process, call: Named<"mq_setattr">): Outcome {
	const { flags } = call;
	if (flags !== null && (flags & ~C.O_NONBLOCK) !== 0) return failed("queue.attributes.bad-flags", "EINVAL");
	const found = opened(kernel, process, call.fd);
	if ("rule" in found) return found;
	const { openFile, queue } = found;
	const old = {
		kind: "attributes",
		flags: openFile.nonblock ? C.O_NONBLOCK : 0,
		messages: queue.mostMessages,
		size: queue.messageSize,
		current: queue.messages.length,
	} as const;
	if (flags === null) return done("queue.attributes.told", 0, old);
	kernel.journal.set(openFile, "nonblock", flags !== 0);
	return done("queue.attributes.set", 0, old);
}

/** mq_notify(3) */
export function notifyOfQueue(kernel: Kernel, process: Process, call: Named<"mq_notify">): Outcome {
	const { how, signal, value } = call;
	if (how !== null && ![C.SIGEV_SIGNAL, C.SIGEV_NONE, C.SIGEV_THREAD].includes(how)) {
		return failed("queue.notify.bad", "EINVAL");
	}
	if (how === C.SIGEV_THREAD) return failed("queue.notify.thread", "ENOSYS");
	if (how === C.SIGEV_SIGNAL && (signal < 0 || signal > C.SIGRTMAX)) {
		return failed("queue.notify.bad", "EINVAL");
	}
	const found = opened(kernel, process, call.fd);
	if ("rule" in found) return found;
	const { queue } = found;
	const { notification } = queue;
	const { pid } = process;
	if (how === null) {
		if (notification?.pid !== pid) return done("queue.notify.not-ours");
		kernel.journal.set(queue, "notification", null);
		return done("queue.notify.removed");
	}
	if (notification !== null) return failed("queue.notify.busy", "EBUSY");
	kernel.journal.set(queue, "notification", { pid, signal: how === C.SIGEV_NONE ? null : signal, value });
	return done("queue.notify.set");
}

/** What reading a queue's descriptor gives: a line about the queue, and no message. See mq_overview(7). */
export function readQueueStatus(
	kernel: Kernel,
	openFile: OpenFile,
	queue: MessageQueue,
	count: number,
	at: number | null,
): Outcome {
	if (queue.family === "mailbox") return failed("mailbox.use.not-bytes", "EINVAL");
	const offset = at ?? openFile.offset;
	const bytes = encodeText(statusLine(queue)).subarray(offset, offset + count);
	if (at === null && bytes.length > 0) kernel.journal.set(openFile, "offset", offset + bytes.length);
	return done("queue.status.read", bytes.length, { kind: "bytes", bytes: bytes.slice() });
}

function statusLine(queue: MessageQueue): string {
	const { notification } = queue;
	const how = notification === null || notification.signal !== null ? C.SIGEV_SIGNAL : C.SIGEV_NONE;
	const field = (name: string, value: number, width: number) => `${name}:${String(value).padEnd(width)}`;
	const fields = [
		field("QSIZE", bytesQueued(queue), 10),
		field("NOTIFY", how, 5),
		field("SIGNO", notification?.signal ?? 0, 5),
		field("NOTIFY_PID", notification?.pid ?? 0, 6),
	];
	return `${fields.join(" ")}\n`;
}
