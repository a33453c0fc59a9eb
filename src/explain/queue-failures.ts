// Why a call on a message queue or a mailbox failed: its sizes, its owner, its mode.
import {
	isQueueCall,
	type MessageQueue,
	type Process,
	R_OK,
	type SystemCall,
	W_OK,
} from "../kernel/index.ts";
import { queueLevel, queueName, queueOf } from "./queues.ts";
import type { Failure, Reasons } from "./reasons.ts";
import { bitsReason, wantedBits } from "./rights.ts";
import { count } from "./sentence.ts";
import { userName } from "./view.ts";

/** The queue that a call names by its descriptor, its id, its key or its path. */
function named({ call, pid, view }: Failure): MessageQueue | null {
	const all = Object.values(view.kernel.queues);
	if (call.name === "msgget") return all.find(({ key }) => key === call.key && key !== 0) ?? null;
	if ("path" in call && typeof call.path === "string") {
		const name = call.path.replace(/^(?:\/dev\/mqueue)?\//, "");
		return all.find((queue) => queue.links > 0 && queue.name === name) ?? null;
	}
	return isQueueCall(call) ? queueOf(view, pid, call) : null;
}

function refused(failure: Failure): string | null {
	const queue = named(failure);
	const process = failure.view.kernel.processes[failure.pid];
	if (queue === null || process === undefined) return null;
	const { call, view } = failure;
	const system = queue.family === "system-v";
	const makers = system ? { makers: { ...queue.creator, mode: queue.mode } } : {};
	const name = system ? queueName(view.kernel, queue.id) : `/${queue.name}`;
	return bitsReason(process, askedOf(call), { name, kind: "queue", node: queue, ...makers });
}

/** Which bits of the queue's mode a call asks for; msgget(2) says it with its flags. */
function askedOf(call: SystemCall): number {
	if (call.name === "msgget") return ((call.flags >> 6) | (call.flags >> 3) | call.flags) & 7;
	if (call.name === "mq_open" || call.name === "open") return wantedBits(call);
	return call.name === "msgsnd" ? W_OK : R_OK;
}

function notOwner(failure: Failure): string | null {
	const queue = named(failure);
	const process = failure.view.kernel.processes[failure.pid];
	if (queue === null || process === undefined) return null;
	return owners(process, queue);
}

function owners(process: Process, { creator, family, uid }: MessageQueue): string {
	const box = family === "mailbox" ? "mailbox" : "queue";
	const maker = creator.uid === uid ? "" : ` and was made by ${userName(creator.uid)}`;
	return `it asks as ${userName(process.euid)}, and the ${box} belongs to ${userName(uid)}${maker}`;
}

function full(failure: Failure): string | null {
	const queue = named(failure);
	if (queue === null) return null;
	const flag = queue.family === "system-v" ? "IPC_NOWAIT" : "O_NONBLOCK";
	const { bytes } = failure.call as { bytes?: Uint8Array };
	const more =
		queue.family === "system-v" && bytes !== undefined ? `, too many for ${bytes.length} more` : "";
	return `${queueLevel(queue)} are inside${more}, and ${flag} forbids it to wait`;
}

function tooLong(failure: Failure): string | null {
	const queue = named(failure);
	const { bytes } = failure.call as { bytes?: Uint8Array };
	if (queue === null || bytes === undefined) return null;
	if (queue.family === "mailbox") return `no letter may have ${count(bytes.length, "byte")}`;
	return `the message has ${count(bytes.length, "byte")}, and the queue allows ${queue.messageSize} (mq_msgsize)`;
}

function tooSmall(failure: Failure): string | null {
	const queue = named(failure);
	const { size } = failure.call as { size?: number };
	if (queue === null || size === undefined) return null;
	if (queue.family === "posix")
		return `the buffer has ${count(size, "byte")}, and must hold the longest message the queue allows, ${queue.messageSize}`;
	const first = queue.messages[0]?.bytes.length;
	const what = queue.family === "mailbox" ? "letter" : "message";
	const long = queue.family === "mailbox" && first !== undefined ? ` of ${count(first, "byte")}` : "";
	return `the ${what}${long} is longer than the buffer of ${count(size, "byte")}, and stays`;
}

function noSuchName({ call }: Failure): string | null {
	const what = call.name.startsWith("mailbox") ? "mailbox" : "queue";
	return "path" in call ? `no ${what} has the name ${call.path}` : null;
}

/** By the rule that decided. */
export const queueFailures: Reasons = {
	"queue.name.missing": noSuchName,
	"queue.name.exists": ({ call }) =>
		"path" in call ? `there is a queue ${call.path} already, and O_EXCL wants a new one` : null,
	"queue.name.no-slash": ({ call }) =>
		"path" in call ? `the name must begin with a slash, and "${call.path}" does not` : null,
	"queue.open.no-permission": refused,
	"queue.open.bad-size": () =>
		"mq_maxmsg or mq_msgsize is not above 0, or more than an ordinary user may have",
	"queue.unlink.not-owner": notOwner,
	"queue.send.full-again": full,
	"queue.send.too-long": tooLong,
	"queue.send.timeout": () => "the time is up, and the queue is still full",
	"queue.receive.timeout": () => "the time is up, and no message has come",
	"queue.receive.empty-again": () => "no message is inside, and O_NONBLOCK forbids it to wait",
	"queue.receive.too-small": tooSmall,
	"queue.notify.busy": (failure) => {
		const other = named(failure)?.notification?.pid;
		return other === undefined
			? null
			: `process ${other} has asked to be told already, and there can be but one`;
	},
	"queue.notify.thread": () => "there are no threads here yet; SIGEV_SIGNAL works",
	"mailbox.send.full-again": full,
	"mailbox.send.too-long": tooLong,
	"mailbox.receive.empty-again": () => "no letter is inside, and O_NONBLOCK forbids it to wait",
	"mailbox.receive.too-small": tooSmall,
	"mailbox.remove.missing": noSuchName,
	"mailbox.remove.not-maker": notOwner,
	"system-v.get.missing": ({ call }) =>
		call.name === "msgget" ? `no queue has the key 0x${(call.key >>> 0).toString(16)}` : null,
	"system-v.get.exists": ({ call }) =>
		call.name === "msgget"
			? `a queue has the key 0x${(call.key >>> 0).toString(16)} already, and IPC_EXCL wants a new one`
			: null,
	"system-v.use.none": ({ call }) => ("msqid" in call ? `no queue has the id ${call.msqid}` : null),
	"system-v.use.removed": () => "the queue was removed while it slept",
	"system-v.use.no-permission": refused,
	"system-v.control.not-owner": notOwner,
	"system-v.send.full-again": full,
	"system-v.send.bad-type": ({ call }) =>
		call.name === "msgsnd" ? `the type of a message must be above 0, and is ${call.type}` : null,
	"system-v.receive.none-again": () => "no such message is inside, and IPC_NOWAIT forbids it to wait",
	"system-v.receive.too-small": tooSmall,
};
