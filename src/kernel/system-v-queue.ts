// Message queues of System V: msgget, msgsnd, msgrcv, msgctl. See msgget(2), msgop(2), msgctl(2), svipc(7).
import * as C from "./constants.ts";
import { noteChanged } from "./file-times.ts";
import type { Kernel } from "./kernel.ts";
import { MSGMAX } from "./limits.ts";
import {
	bytesQueued,
	handTo,
	newQueue,
	putIn,
	receivedMessage,
	removeQueue,
	sentMessage,
	takeHanded,
	takeOut,
} from "./message-queue.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { isInGroup, isPrivileged, ownsOrRoot } from "./permissions.ts";
import { wake } from "./scheduler.ts";
import type { Message, MessageQueue, Process } from "./state.ts";
import type { Named } from "./system-calls.ts";
import type { Pid, Place } from "./words.ts";

/** Linux gives out the places of its table in a circle of so many, and marks every round by the bits above 15. */
const PLACES = 64;
const ROUND = 32768;
const READ = 0o444;
const WRITE = 0o222;

/** msgget(2): the id of the queue with that key, made if it is wanted. IPC_PRIVATE always makes a new one. */
export function getQueue(
	kernel: Kernel,
	process: Process,
	call: Named<"msgget">,
	place: Place | null,
): Outcome {
	const { flags, key } = call;
	const known = key === C.IPC_PRIVATE ? undefined : queuesOf(kernel).find((queue) => queue.key === key);
	if (known !== undefined) {
		const both = C.IPC_CREAT | C.IPC_EXCL;
		if ((flags & both) === both) return failed("system-v.get.exists", "EEXIST");
		if (!allows(process, known, flags)) return failed("system-v.use.no-permission", "EACCES");
		return done("system-v.get.known", known.msqid);
	}
	if (key !== C.IPC_PRIVATE && (flags & C.IPC_CREAT) === 0) return failed("system-v.get.missing", "ENOENT");
	if (queuesOf(kernel).length >= kernel.state.limits.queues) return failed("system-v.get.too-many", "ENOSPC");
	const { limits, msqidsMade } = kernel.state;
	const msqid = (msqidsMade % PLACES) + ROUND * Math.floor(msqidsMade / PLACES);
	kernel.journal.set(kernel.state, "msqidsMade", msqidsMade + 1);
	const name = `0x${(key >>> 0).toString(16).padStart(8, "0")}`;
	newQueue(
		kernel,
		process,
		{
			...{ family: "system-v", name, msqid, key, mode: flags & 0o777 },
			...{ mostMessages: limits.queueBytes, messageSize: MSGMAX, mostBytes: limits.queueBytes },
		},
		place,
	);
	return done("system-v.get.made", msqid);
}

/** All queues of System V, oldest first. */
function queuesOf(kernel: Kernel): MessageQueue[] {
	return Object.values(kernel.state.queues).filter(({ family }) => family === "system-v");
}

function queueOf(kernel: Kernel, msqid: number): MessageQueue | undefined {
	return queuesOf(kernel).find((queue) => queue.msqid === msqid);
}

/** Whether the mode of the queue grants all permissions that `wanted` names for anybody. See svipc(7). */
function allows(process: Process, queue: MessageQueue, wanted: number): boolean {
	const { creator, gid, mode, uid } = queue;
	if (isPrivileged(process)) return true;
	const owner = process.euid === uid || process.euid === creator.uid;
	const group = isInGroup(process, gid) || isInGroup(process, creator.gid);
	const asked = ((wanted >> 6) | (wanted >> 3) | wanted) & 7;
	return (asked & ~(mode >> (owner ? 6 : group ? 3 : 0))) === 0;
}

/** The queue of a call; a failure when there is none. */
function used(kernel: Kernel, process: Process, msqid: number, wanted: number): MessageQueue | Outcome {
	const queue = queueOf(kernel, msqid);
	if (queue === undefined) return failed("system-v.use.none", "EINVAL");
	return allows(process, queue, wanted) ? queue : failed("system-v.use.no-permission", "EACCES");
}

/** msgsnd(2): to the first sleeper that wants such a message, else into the queue, asleep while there is no room. */
export function sendMessage(kernel: Kernel, process: Process, call: Named<"msgsnd">): Outcome {
	const { bytes, flags, msqid, size, type } = call;
	if (size < 0 || size > MSGMAX || msqid < 0) return failed("system-v.send.bad-size", "EINVAL");
	if (type < 1) return failed("system-v.send.bad-type", "EINVAL");
	if (takeHanded(kernel, process)?.kind === "removed") return failed("system-v.use.removed", "EIDRM");
	const queue = used(kernel, process, msqid, WRITE);
	if ("rule" in queue) return queue;
	if (!fits(queue, size)) {
		if ((flags & C.IPC_NOWAIT) !== 0) return failed("system-v.send.full-again", "EAGAIN");
		return blocked("system-v.send.full-blocks", { on: "queue-room", queue: queue.id, until: null });
	}
	const message = sentMessage(kernel, process, queue, bytes, type);
	if (handOver(kernel, process, queue, message)) return done("system-v.send.handed");
	putIn(kernel, queue, message, process.pid);
	return done("system-v.send.put");
}

/** Empty messages take no bytes; so messages are counted too. */
function fits(queue: MessageQueue, size: number): boolean {
	return bytesQueued(queue) + size <= queue.mostBytes && queue.messages.length < queue.mostBytes;
}

/** The first sleeper whose wish it fulfils has it; those before it whose buffer is too small are told so. */
function handOver(kernel: Kernel, by: Process, queue: MessageQueue, message: Message): boolean {
	for (const pid of queue.receiveQueue) {
		const sleeper = kernel.state.processes[pid];
		if (sleeper?.call?.name !== "msgrcv" || !matches(message, sleeper.call)) continue;
		if (isTooBig(message, sleeper.call)) {
			handTo(kernel, sleeper, { kind: "too-big" }, by.pid);
			continue;
		}
		noteReceiver(kernel, sleeper, queue);
		handTo(kernel, sleeper, { kind: "message", queue: queue.id, message }, by.pid);
		return true;
	}
	return false;
}

type Wish = Pick<Named<"msgrcv">, "type" | "flags" | "size">;

function matches(message: Message, { flags, type }: Wish): boolean {
	if (type === 0) return true;
	if (type < 0) return message.type <= -type;
	return (flags & C.MSG_EXCEPT) !== 0 ? message.type !== type : message.type === type;
}

function isTooBig(message: Message, { flags, size }: Wish): boolean {
	return message.bytes.length > size && (flags & C.MSG_NOERROR) === 0;
}

function noteReceiver(kernel: Kernel, process: Process, queue: MessageQueue): void {
	kernel.journal.set(queue, "lastReceiver", process.pid);
	kernel.journal.set(queue, "receivedAt", kernel.state.clock);
}

/** msgrcv(2): the first message that `type` and the flags ask for, asleep until there is one. */
export function receiveMessage(kernel: Kernel, process: Process, call: Named<"msgrcv">): Outcome {
	const { flags, msqid, size } = call;
	if (msqid < 0 || size < 0) return failed("system-v.receive.bad-size", "EINVAL");
	if ((flags & C.MSG_COPY) !== 0) return copyMessage(kernel, process, call);
	const handed = takeHanded(kernel, process);
	if (handed?.kind === "message") return received(kernel, process, handed.queue, handed.message, call);
	if (handed?.kind === "removed") return failed("system-v.use.removed", "EIDRM");
	if (handed?.kind === "too-big") return failed("system-v.receive.too-small", "E2BIG");
	const queue = used(kernel, process, msqid, READ);
	if ("rule" in queue) return queue;
	const message = wished(queue, call);
	if (message === null) {
		if ((flags & C.IPC_NOWAIT) !== 0) return failed("system-v.receive.none-again", "ENOMSG");
		return blocked("system-v.receive.none-blocks", { on: "message", queue: queue.id, until: null });
	}
	if (isTooBig(message, call)) return failed("system-v.receive.too-small", "E2BIG");
	takeOut(kernel, queue, message);
	noteReceiver(kernel, process, queue);
	wakeSenders(kernel, queue, process.pid);
	return received(kernel, process, queue.id, message, call);
}

/** With a type below 0, the first of the lowest type; else the first that matches. */
function wished(queue: MessageQueue, wish: Wish): Message | null {
	let found: Message | null = null;
	for (const message of queue.messages) {
		if (!matches(message, wish)) continue;
		if (wish.type >= 0) return message;
		if (found === null || message.type < found.type) found = message;
	}
	return found;
}

function received(kernel: Kernel, process: Process, id: number, message: Message, { size }: Wish): Outcome {
	const bytes = message.bytes.slice(0, size);
	receivedMessage(kernel, process, kernel.state.queues[id], message, id);
	const rule = bytes.length < message.bytes.length ? "system-v.receive.cut" : "system-v.receive.first";
	return done(rule, bytes.length, { kind: "message", bytes, type: message.type });
}

/** MSG_COPY: message number `type`, which stays where it is. */
function copyMessage(kernel: Kernel, process: Process, call: Named<"msgrcv">): Outcome {
	const { flags, msqid, size, type } = call;
	if ((flags & C.MSG_EXCEPT) !== 0 || (flags & C.IPC_NOWAIT) === 0) {
		return failed("system-v.receive.bad-copy", "EINVAL");
	}
	const queue = used(kernel, process, msqid, READ);
	if ("rule" in queue) return queue;
	const message = queue.messages[type];
	if (message === undefined) return failed("system-v.receive.none-again", "ENOMSG");
	if (message.bytes.length > size && (flags & C.MSG_NOERROR) === 0) {
		return failed("system-v.receive.too-small", "E2BIG");
	}
	const bytes = message.bytes.slice(0, size);
	return done("system-v.receive.copied", bytes.length, { kind: "message", bytes, type: message.type });
}

/** All senders whose message fits now ask again, longest waiting first. */
function wakeSenders(kernel: Kernel, queue: MessageQueue, by: Pid): void {
	for (const pid of queue.sendQueue) {
		const sender = kernel.state.processes[pid];
		if (sender?.call?.name === "msgsnd" && fits(queue, sender.call.size)) wake(kernel, sender, by);
	}
}

/** msgctl(2) */
export function controlQueue(kernel: Kernel, process: Process, call: Named<"msgctl">): Outcome {
	const { command, msqid } = call;
	if (msqid < 0 || command < 0) return failed("system-v.control.bad-command", "EINVAL");
	switch (command) {
		case C.IPC_INFO:
		case C.MSG_INFO:
			return tellAll(kernel, command);
		case C.MSG_STAT:
		case C.MSG_STAT_ANY: {
			const queue = queuesOf(kernel).find((each) => each.msqid % ROUND === msqid);
			if (queue === undefined) return failed("system-v.use.none", "EINVAL");
			if (command === C.MSG_STAT && !allows(process, queue, READ)) {
				return failed("system-v.use.no-permission", "EACCES");
			}
			return done("system-v.control.told", queue.msqid, { kind: "queue", queue });
		}
		case C.IPC_STAT: {
			const queue = used(kernel, process, msqid, READ);
			return "rule" in queue ? queue : done("system-v.control.told", 0, { kind: "queue", queue });
		}
		case C.IPC_SET:
		case C.IPC_RMID:
			return changeQueue(kernel, process, call);
		default:
			return failed("system-v.control.bad-command", "EINVAL");
	}
}

/** The value is the highest place of the table that is in use. */
function tellAll(kernel: Kernel, command: number): Outcome {
	const all = queuesOf(kernel);
	const highest = Math.max(0, ...all.map(({ msqid }) => msqid % ROUND));
	const messages = all.reduce((sum, queue) => sum + queue.messages.length, 0);
	const bytes = all.reduce((sum, queue) => sum + bytesQueued(queue), 0);
	const used = command === C.MSG_INFO ? { queues: all.length, messages, bytes } : null;
	return done("system-v.control.told", highest, {
		kind: "queues",
		...(used ?? { queues: -1, messages: -1, bytes: -1 }),
		limit: kernel.state.limits.queueBytes,
		most: kernel.state.limits.queues,
	});
}

function changeQueue(kernel: Kernel, process: Process, call: Named<"msgctl">): Outcome {
	const { change, command, msqid } = call;
	const queue = queueOf(kernel, msqid);
	if (queue === undefined) return failed("system-v.use.none", "EINVAL");
	const owner = ownsOrRoot(process, queue) || ownsOrRoot(process, queue.creator);
	if (!owner) return failed("system-v.control.not-owner", "EPERM");
	if (command === C.IPC_RMID || change === null) {
		const sleepers = [...queue.receiveQueue, ...queue.sendQueue];
		for (const pid of sleepers) {
			handTo(kernel, kernel.state.processes[pid] as Process, { kind: "removed" }, process.pid);
		}
		removeQueue(kernel, queue);
		return done("system-v.control.removed");
	}
	if (change.bytes > kernel.state.limits.queueBytes && !isPrivileged(process)) {
		return failed("system-v.control.too-much", "EPERM");
	}
	const { journal } = kernel;
	journal.set(queue, "uid", change.uid);
	journal.set(queue, "gid", change.gid);
	journal.set(queue, "mode", change.mode & 0o777);
	journal.set(queue, "mostBytes", change.bytes);
	journal.set(queue, "mostMessages", change.bytes);
	noteChanged(kernel, queue);
	wakeSenders(kernel, queue, process.pid);
	return done("system-v.control.set");
}
