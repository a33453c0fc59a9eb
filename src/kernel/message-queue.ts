// Message queues, what all three families share: a new one, a message put in or taken out, who is woken, and the end of a queue.
import { newTimes } from "./file-times.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { QUEUE_STATUS_SIZE } from "./limits.ts";
import { wake, wakePollers } from "./scheduler.ts";
import type { Handed, Message, MessageQueue, OpenFile, Process } from "./state.ts";
import type { ObjectId, Pid, Place } from "./words.ts";

type Given = Pick<
	MessageQueue,
	"family" | "name" | "msqid" | "key" | "mode" | "mostMessages" | "messageSize" | "mostBytes"
>;

/** A queue with nothing in it, owned by `process`. */
export function newQueue(kernel: Kernel, process: Process, given: Given, place: Place | null): MessageQueue {
	const { journal, state } = kernel;
	const { egid: gid, euid: uid, pid } = process;
	const id = newObject(kernel);
	const number = state.queuesMade + 1;
	journal.set(state, "queuesMade", number);
	journal.set(state.queues, id, {
		id,
		number,
		...given,
		links: 1,
		uid,
		gid,
		creator: { pid, uid, gid },
		messages: [],
		receiveQueue: [],
		sendQueue: [],
		pollers: [],
		notification: null,
		fileSize: QUEUE_STATUS_SIZE,
		sent: 0,
		received: 0,
		lastSender: 0,
		lastReceiver: 0,
		sentAt: 0,
		receivedAt: 0,
		...newTimes(kernel),
		place,
	});
	return state.queues[id] as MessageQueue;
}

/** Bytes of all messages inside. */
export function bytesQueued(queue: MessageQueue): number {
	return queue.messages.reduce((sum, message) => sum + message.bytes.length, 0);
}

/** A message of `process`, counted as sent; it is in nobody's hands yet. */
export function sentMessage(
	kernel: Kernel,
	process: Process,
	queue: MessageQueue,
	bytes: Uint8Array,
	type: number,
): Message {
	const { journal, state } = kernel;
	const { pid, uid } = process;
	const message = { number: queue.sent, bytes, type, pid, uid, at: state.clock };
	journal.set(queue, "sent", queue.sent + 1);
	if (queue.family === "system-v") journal.set(queue, "lastSender", pid);
	journal.set(queue, "sentAt", state.clock);
	const object = { kind: "queue", id: queue.id } as const;
	const dyes = bytes.length === 0 ? [] : [{ pid, count: bytes.length }];
	const offset = message.number;
	kernel.events.push({ kind: "transfers", pid, direction: "out", object, bytes, offset, dyes });
	return message;
}

/** Puts a message where its turn will be: POSIX by priority, System V at the end. */
export function putIn(kernel: Kernel, queue: MessageQueue, message: Message, by: Pid): void {
	const { messages } = queue;
	const later =
		queue.family === "posix" ? messages.findIndex((other) => other.type < message.type) : messages.length;
	const at = later < 0 ? messages.length : later;
	kernel.journal.set(queue, "messages", [...messages.slice(0, at), message, ...messages.slice(at)]);
	wakePollers(kernel, queue.pollers, by);
}

export function takeOut(kernel: Kernel, queue: MessageQueue, message: Message): void {
	kernel.journal.set(
		queue,
		"messages",
		queue.messages.filter((other) => other !== message),
	);
}

/** Counts a message as received by `process`, which has it now. */
export function receivedMessage(
	kernel: Kernel,
	process: Process,
	queue: MessageQueue | undefined,
	message: Message,
	id: ObjectId,
): void {
	const { bytes, number: offset, pid: sender } = message;
	if (queue !== undefined) kernel.journal.set(queue, "received", queue.received + 1);
	const object = { kind: "queue", id } as const;
	const dyes = bytes.length === 0 ? [] : [{ pid: sender, count: bytes.length }];
	kernel.events.push({ kind: "transfers", pid: process.pid, direction: "in", object, bytes, offset, dyes });
}

/** Ends the sleep of a process with what this call has done for it. */
export function handTo(kernel: Kernel, sleeper: Process, handed: Handed, by: Pid): void {
	kernel.journal.set(sleeper, "handed", handed);
	wake(kernel, sleeper, by);
}

/** What was handed to a process: it is its own now. */
export function takeHanded(kernel: Kernel, process: Process): Handed | null {
	const { handed } = process;
	if (handed !== null) kernel.journal.set(process, "handed", null);
	return handed;
}

/** A descriptor of a process that leads to a POSIX queue is closed: whatever it had asked to be told is forgotten. */
export function forgetNotification(kernel: Kernel, pid: Pid, { object }: OpenFile): void {
	if (object.kind !== "queue") return;
	const queue = kernel.state.queues[object.id];
	if (queue?.notification?.pid === pid) kernel.journal.set(queue, "notification", null);
}

/** Forgets a queue that has no name and that nobody has open. */
export function dropQueueIfUnused(kernel: Kernel, id: ObjectId): void {
	const queue = kernel.state.queues[id];
	if (queue === undefined || queue.links > 0) return;
	for (const { object } of Object.values(kernel.state.openFiles)) {
		if (object.kind === "queue" && object.id === id) return;
	}
	removeQueue(kernel, queue);
}

/** The end of a queue, with all that is inside. */
export function removeQueue(kernel: Kernel, queue: MessageQueue): void {
	const { id, messages } = queue;
	kernel.journal.remove(kernel.state.queues, id);
	kernel.events.push({ kind: "vanishes", object: { kind: "queue", id }, discarded: messages.length, queue });
}
