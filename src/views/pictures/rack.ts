// A message queue as a picture: a rack of envelopes, each with its sender's stamp, who stands in line at it, and what is left over.
import { duration, userName } from "../../explain/index.ts";
import type { KernelState, Message, MessageQueue, Pid, Process } from "../../kernel/index.ts";
import { byteCount, byteLabel, grouped } from "./bytes.ts";
import type { Changes } from "./changes.ts";
import type { Holding, Waiter } from "./pipe.ts";

/** Envelopes that are drawn; of the others there is the number. */
export const MOST_ENVELOPES = 12;
/** Bytes of a message that its envelope can show when it is pointed at. */
const MOST_BYTES = 64;
const MOST_LABELS = 6;

export interface Envelope {
	/** How many were sent before it: it keeps its identity while it moves on. */
	readonly key: number;
	/** Whose stamp it bears. */
	readonly pid: Pid;
	/** `priority 5`, `type 2`; the stamp of a mailbox: `pid 3, mal` */
	readonly kind: string;
	/** When it was put in, where programs are told that: `at 1.2 ms`; else empty. */
	readonly at: string;
	/** Its first bytes, more than fit into a place: the envelope shows them all when it is pointed at. */
	readonly labels: readonly string[];
	readonly more: number;
	readonly length: number;
	/** Sent in this step. */
	readonly fresh: boolean;
}

export interface RackPicture {
	readonly id: number;
	/** What lines of the stage end at. */
	readonly key: string;
	/** `/jobs`; of System V `queue 0, key 0x51000001` */
	readonly name: string;
	/** The next to be received first, at most so many as are drawn. */
	readonly envelopes: readonly Envelope[];
	/** Envelopes that are not drawn. */
	readonly more: number;
	/** Places for envelopes, free ones included; as many as there are envelopes where only bytes are counted. */
	readonly places: number;
	/** `2 of 4 messages`, `full` */
	readonly level: string;
	readonly full: boolean;
	readonly holders: readonly Holding[];
	/** Nobody has it open, or no process is left that could use it: what is inside stays. Else null. */
	readonly leftover: string | null;
	/** `tells A by SIGUSR1 of the next message`; null: nobody has asked. */
	readonly notice: { readonly pid: Pid; readonly text: string } | null;
	readonly send: readonly Waiter[];
	readonly receive: readonly Waiter[];
	/** Who sent, and who received, in this step. */
	readonly given: readonly Pid[];
	readonly taken: readonly Pid[];
	readonly changed: boolean;
}

/** All queues in the order in which they were made. */
export function rackPictures(kernel: KernelState, changes: Changes): readonly RackPicture[] {
	return Object.values(kernel.queues ?? {}).map((queue) => rackPicture(kernel, queue, changes));
}

function rackPicture(kernel: KernelState, queue: MessageQueue, changes: Changes): RackPicture {
	const { family, id, messages, mostMessages, name } = queue;
	const moves = changes.messages.get(id) ?? [];
	const sent = new Set(moves.filter(({ direction }) => direction === "out").map(({ number }) => number));
	const shown = messages.slice(0, MOST_ENVELOPES);
	const posix = family !== "system-v";
	const full = posix ? messages.length >= mostMessages : bytesIn(queue) >= queue.mostBytes;
	const holders = holdersOf(kernel, id);
	return {
		id,
		key: `queue ${id}`,
		name: posix ? `${family === "mailbox" ? "mailbox " : ""}/${name}` : `queue ${queue.msqid}, key ${name}`,
		envelopes: shown.map((message) => envelope(queue, message, sent.has(message.number))),
		more: messages.length - shown.length,
		places: posix ? Math.min(mostMessages, MOST_ENVELOPES) : Math.max(1, shown.length),
		level: levelOf(queue, full),
		full,
		holders,
		leftover: leftoverOf(kernel, queue, holders),
		notice: noticeOf(queue),
		send: waiters(kernel, queue.sendQueue),
		receive: waiters(kernel, queue.receiveQueue),
		given: moves.filter(({ direction }) => direction === "out").map(({ pid }) => pid),
		taken: moves.filter(({ direction }) => direction === "in").map(({ pid }) => pid),
		changed: moves.length > 0,
	};
}

function envelope({ family }: MessageQueue, message: Message, fresh: boolean): Envelope {
	const { at, bytes, number, pid, type, uid } = message;
	const labels = [...bytes.subarray(0, MOST_BYTES)].map(byteLabel);
	return {
		key: number,
		pid,
		at: family === "mailbox" ? `at ${duration(at)}` : "",
		kind:
			family === "mailbox"
				? `pid ${pid}, ${userName(uid)}`
				: `${family === "posix" ? "priority" : "type"} ${type}`,
		labels,
		more: bytes.length - labels.length,
		length: bytes.length,
		fresh,
	};
}

function bytesIn({ messages }: MessageQueue): number {
	return messages.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function levelOf(queue: MessageQueue, full: boolean): string {
	const { family, messages, messageSize, mostBytes, mostMessages } = queue;
	const note = messages.length === 0 ? ", empty" : full ? ", full" : "";
	if (family === "system-v") {
		const noun = messages.length === 1 ? "message" : "messages";
		return `${messages.length} ${noun}, ${grouped(bytesIn(queue))} of ${byteCount(mostBytes)}${note}`;
	}
	const one = family === "mailbox" ? "letter" : "message";
	const noun = mostMessages === 1 ? one : `${one}s`;
	return `${messages.length} of ${mostMessages} ${noun}${note}, each up to ${byteCount(messageSize)}`;
}

function holdersOf(kernel: KernelState, id: number): readonly Holding[] {
	return Object.values(kernel.processes).flatMap(({ descriptors, pid }) => {
		const fds = Object.entries(descriptors).flatMap(([fd, { openFile }]) => {
			const object = kernel.openFiles[openFile]?.object;
			return object?.kind === "queue" && object.id === id ? [Number(fd)] : [];
		});
		return fds.length === 0 ? [] : [{ pid, fds }];
	});
}

function leftoverOf(kernel: KernelState, queue: MessageQueue, holders: readonly Holding[]): string | null {
	if (queue.family !== "system-v") {
		const until = queue.family === "mailbox" ? "mailbox_remove" : "mq_unlink";
		return holders.length > 0 ? null : `left over until ${until}`;
	}
	const alive = Object.values(kernel.processes).some(({ pid, state }) => pid !== 1 && state !== "zombie");
	return alive ? null : "left over until msgctl removes it";
}

function noticeOf({ notification }: MessageQueue): RackPicture["notice"] {
	if (notification === null) return null;
	return { pid: notification.pid, text: "is told of the next message into the empty queue" };
}

function waiters(kernel: KernelState, queue: readonly Pid[]): readonly Waiter[] {
	return queue.map((pid) => waiter(pid, kernel.processes[pid]));
}

function waiter(pid: Pid, process: Process | undefined): Waiter {
	const call = process?.call;
	if (call?.name === "mq_send" || call?.name === "msgsnd" || call?.name === "mailbox_send") {
		const labels = [...call.bytes.subarray(0, MOST_LABELS)].map(byteLabel);
		const text = `a message of ${byteCount(call.bytes.length)} to send`;
		return { pid, labels, more: call.bytes.length - labels.length, text };
	}
	const type = call?.name === "msgrcv" ? call.type : 0;
	const text = type === 0 ? "waits for a message" : `waits for type ${type}`;
	return { pid, labels: [], more: 0, text };
}

/** `rack /jobs: 2 of 4 messages. First: "hi" from A, priority 5` */
export function rackText(rack: RackPicture, nameOf: (pid: Pid) => string): string {
	const inside = rack.envelopes.map(
		({ at, kind, labels, more, pid }) =>
			`${labels.join("")}${more > 0 ? "…" : ""} from ${nameOf(pid)}, ${`${kind} ${at}`.trimEnd()}`,
	);
	const first = inside.length === 0 ? "" : `. Next first: ${inside.join("; ")}`;
	const left = rack.leftover === null ? "" : `. ${rack.leftover}`;
	return `message queue ${rack.name}: ${rack.level}${first}${left}`;
}
