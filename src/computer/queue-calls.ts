// How the calls on message queues, of POSIX and of System V, come from C's arguments and go back into memory.

import { MSGMAX, type Reply, type SystemCall } from "../kernel/index.ts";
import { type Binding, toNobody } from "./abi.ts";
import { readTimespec, readValue, SIZE, wallClock, writeQueueStatus, writeTimespec } from "./structures.ts";
import type { Trapped } from "./trapped.ts";

const O_CREAT = 0o100;
/** A time that the kernel refuses with EINVAL. */
const BAD_TIME = -1;
/** More bytes than a trace shows of a buffer. */
const SHOWN = 40;
const IPC_SET = 1;
const IPC_STAT = 2;
const INFORMS: readonly number[] = [3, 12];
const STATS: readonly number[] = [IPC_STAT, 11, 13];

function askOpen(trap: Trapped): SystemCall {
	const flags = trap.int(1);
	const path = trap.text(0);
	if ((flags & O_CREAT) === 0) return { name: "mq_open", path, flags, mode: 0, attributes: null };
	const given = trap.pointer(3) !== 0;
	const address = given ? trap.input(3, SIZE.mqAttr) : 0;
	const field = (offset: number) => Number(trap.memory.getInt64(address + offset) ?? 0n);
	const attributes = given && !trap.badAddress ? { messages: field(8), size: field(16) } : null;
	return { name: "mq_open", path, flags, mode: trap.int(2) & 0o7777, attributes };
}

/** An absolute time of the wall's clock, as a time of the kernel's. One that is past is over at once. */
function untilOf(trap: Trapped, index: number): number {
	const time = readTimespec(trap.memory, trap.input(index, SIZE.time));
	return time === null ? BAD_TIME : Math.max(0, time - wallClock(0));
}

function askSend(until: (trap: Trapped) => number | null): Binding["ask"] {
	return (trap) => ({
		name: "mq_send",
		fd: trap.int(0),
		bytes: trap.bytes(1, trap.size(2)),
		priority: trap.unsigned(3),
		until: until(trap),
	});
}

function askReceive(until: (trap: Trapped) => number | null): Binding["ask"] {
	return (trap) => {
		trap.output(3, SIZE.int, "optional");
		const call = { name: "mq_receive", fd: trap.int(0), size: trap.size(2), until: until(trap) } as const;
		return { ...call, ...toNobody(trap, 3) };
	};
}

function optionalUntil(index: number): (trap: Trapped) => number | null {
	return (trap) => (trap.pointer(index) === 0 ? null : untilOf(trap, index));
}

function messageLands(trap: Trapped, reply: Reply | null): boolean {
	return reply?.kind !== "message" || trap.memory.writable(trap.pointer(1), reply.bytes.length);
}

function storeMessage(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "message") return value;
	trap.memory.write(trap.pointer(1), reply.bytes);
	if (trap.pointer(3) !== 0) trap.memory.setInt32(trap.pointer(3), reply.type);
	return value;
}

/** A letter, and its struct mailbox_stamp. */
function storeLetter(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "letter") return value;
	trap.memory.write(trap.pointer(1), reply.bytes);
	const stamp = trap.pointer(3);
	if (stamp === 0) return value;
	trap.memory.setInt32(stamp, reply.pid);
	trap.memory.setInt32(stamp + SIZE.int, reply.uid);
	writeTimespec(trap.memory, stamp + 2 * SIZE.int, wallClock(reply.at));
	return value;
}

function storeAttributes(index: number): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		const address = trap.pointer(index);
		if (reply?.kind !== "attributes" || address === 0) return value;
		trap.memory.write(address, new Uint8Array(SIZE.mqAttr));
		const fields = [reply.flags, reply.messages, reply.size, reply.current];
		for (const [i, field] of fields.entries()) trap.memory.setInt64(address + i * SIZE.long, field);
		return value;
	};
}

function askNotify(trap: Trapped): SystemCall {
	const fd = trap.int(0);
	if (trap.pointer(1) === 0) return { name: "mq_notify", fd, how: null, signal: 0, value: 0 };
	const address = trap.input(1, SIZE.sigevent);
	const how = trap.memory.getInt32(address + 12) ?? 0;
	const signal = trap.memory.getInt32(address + 8) ?? 0;
	return { name: "mq_notify", fd, how, signal, value: readValue(trap.memory, address) };
}

/** A struct msgbuf: its type, and behind it the bytes; of one that is too long, which the kernel does not read, as much as a trace shows. */
function askMsgsnd(trap: Trapped): SystemCall {
	const size = trap.long(2);
	const address = trap.input(1, SIZE.long);
	const type = Number(trap.memory.getInt64(address) ?? 0n);
	const isTaken = size >= 0 && size <= MSGMAX;
	const bytes = trap.memory.read(address + SIZE.long, isTaken ? size : size < 0 ? 0 : SHOWN);
	if (bytes === null && isTaken) trap.badAddress = true;
	return {
		name: "msgsnd",
		msqid: trap.int(0),
		type,
		bytes: bytes?.slice() ?? new Uint8Array(0),
		size,
		flags: trap.int(3),
	};
}

function askMsgrcv(trap: Trapped): SystemCall {
	return { name: "msgrcv", msqid: trap.int(0), size: trap.long(2), type: trap.long(3), flags: trap.int(4) };
}

function msgbufLands(trap: Trapped, reply: Reply | null): boolean {
	return reply?.kind !== "message" || trap.memory.writable(trap.pointer(1), SIZE.long + reply.bytes.length);
}

function storeMsgbuf(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "message") return value;
	trap.memory.setInt64(trap.pointer(1), reply.type);
	trap.memory.write(trap.pointer(1) + SIZE.long, reply.bytes);
	return value;
}

function askMsgctl(trap: Trapped): SystemCall {
	const [msqid, command] = [trap.int(0), trap.int(1)];
	if (STATS.includes(command)) trap.output(2, SIZE.msqid);
	if (INFORMS.includes(command)) trap.output(2, SIZE.msginfo);
	if (command !== IPC_SET) return { name: "msgctl", msqid, command, change: null };
	const address = trap.input(2, SIZE.msqid);
	const word = (offset: number) => trap.memory.getInt32(address + offset) ?? 0;
	const bytes = Number(BigInt.asUintN(64, trap.memory.getInt64(address + 88) ?? 0n));
	const change = { uid: word(4), gid: word(8), mode: word(20) & 0xffff, bytes };
	return { name: "msgctl", msqid, command, change };
}

function storeMsgctl(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "queue") writeQueueStatus(trap.memory, trap.pointer(2), reply.queue);
	if (reply?.kind === "queues") {
		const { bytes, limit, messages, most, queues } = reply;
		const first = queues < 0 ? [0, 0] : [queues, messages];
		const fields = [...first, MSGMAX, limit, most, 16, queues < 0 ? 0 : bytes, 0];
		for (const [i, field] of fields.entries()) trap.memory.setInt32(trap.pointer(2) + i * SIZE.int, field);
	}
	return value;
}

/** By the function's name in C. */
export const queueBindings: { readonly [name: string]: Binding } = {
	mq_open: { ask: askOpen },
	mq_unlink: { ask: (trap) => ({ name: "mq_unlink", path: trap.text(0) }) },
	mq_close: { ask: (trap) => ({ name: "close", fd: trap.int(0) }) },
	mq_send: { ask: askSend(() => null) },
	mq_timedsend: { ask: askSend(optionalUntil(4)) },
	mq_receive: { ask: askReceive(() => null), lands: messageLands, answer: storeMessage },
	mq_timedreceive: { ask: askReceive(optionalUntil(4)), lands: messageLands, answer: storeMessage },
	mq_getattr: {
		ask: (trap) => {
			trap.output(1, SIZE.mqAttr);
			return { name: "mq_setattr", fd: trap.int(0), flags: null };
		},
		answer: storeAttributes(1),
	},
	mq_setattr: {
		ask: (trap) => {
			const given = trap.pointer(1) !== 0;
			const address = given ? trap.input(1, SIZE.mqAttr) : 0;
			trap.output(2, SIZE.mqAttr, "optional");
			const call = { name: "mq_setattr", fd: trap.int(0), ...toNobody(trap, 2) } as const;
			if (!given) return { ...call, flags: null };
			const [flags = 0, messages = 0, size = 0, current = 0] = [0, 1, 2, 3].map((i) =>
				Number(trap.memory.getInt64(address + i * SIZE.long) ?? 0n),
			);
			return { ...call, flags, ignored: { messages, size, current } };
		},
		answer: storeAttributes(2),
	},
	mq_notify: { ask: askNotify },
	mailbox_open: {
		ask: (trap) => ({ name: "mailbox_open", path: trap.text(0), capacity: trap.int(1) }),
	},
	mailbox_send: {
		ask: (trap) => ({ name: "mailbox_send", fd: trap.int(0), bytes: trap.bytes(1, trap.size(2)) }),
	},
	mailbox_receive: {
		ask: (trap) => {
			trap.output(3, SIZE.stamp, "optional");
			return { name: "mailbox_receive", fd: trap.int(0), size: trap.room(1, trap.size(2)) };
		},
		answer: storeLetter,
	},
	mailbox_remove: { ask: (trap) => ({ name: "mailbox_remove", path: trap.text(0) }) },
	reboot: { ask: (trap) => ({ name: "reboot", command: trap.int(0) }) },
	msgget: { ask: (trap) => ({ name: "msgget", key: trap.int(0), flags: trap.int(1) }) },
	msgsnd: { ask: askMsgsnd },
	msgrcv: { ask: askMsgrcv, lands: msgbufLands, answer: storeMsgbuf },
	msgctl: { ask: askMsgctl, answer: storeMsgctl },
};
