// Message queues in words: what a call on one asks, what its answer depends on, what it was, and who could end a wait at one.
import type {
	KernelState,
	MessageQueue,
	ObjectId,
	Outcome,
	Pid,
	QueueCall,
	SystemCall,
} from "../kernel/index.ts";
import { RB_AUTOBOOT, signalName } from "../kernel/index.ts";
import type { QueueWait } from "./channel-facts.ts";
import { callName, code, count, duration, quoted, type Sentence, say, who } from "./sentence.ts";
import { type Holder, objectOf, type View } from "./view.ts";

const IPC_RMID = 0;
const O_CREAT = 0o100;
const MSG_EXCEPT = 0o20000;

/** 'the queue' while the run has made but one, else `/jobs`, or 'queue 0' of System V by its id. */
export function queueName(kernel: KernelState, id: ObjectId): string {
	return queueTitle(kernel, kernel.queues[id]);
}

/** The same of a queue that may be gone. */
export function queueTitle(kernel: KernelState, queue: MessageQueue | undefined): string {
	if (queue?.family === "mailbox") return kernel.queuesMade <= 1 ? "the mailbox" : `mailbox /${queue.name}`;
	if (queue === undefined || kernel.queuesMade <= 1) return "the queue";
	return queue.family === "posix" ? `queue /${queue.name}` : `queue ${queue.msqid}`;
}

/** '2 of 4 messages'; of System V in bytes. */
export function queueLevel(queue: MessageQueue): string {
	const { family, messages, mostBytes, mostMessages } = queue;
	if (family === "mailbox") return `${messages.length} of ${count(mostMessages, "letter")}`;
	if (family === "posix") return `${messages.length} of ${count(mostMessages, "message")}`;
	const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
	return `${count(messages.length, "message")}, ${bytes} of ${count(mostBytes, "byte")}`;
}

/** The queue that a call names by its descriptor or its id. */
export function queueOf(view: View, pid: Pid, call: QueueCall): MessageQueue | null {
	const { kernel } = view;
	if ("fd" in call) {
		const object = objectOf(kernel, pid, call.fd);
		return object?.kind === "queue" ? (kernel.queues[object.id] ?? null) : null;
	}
	if (!("msqid" in call)) return null;
	const found = Object.values(kernel.queues).find(
		({ family, msqid }) => family === "system-v" && msqid === call.msqid,
	);
	return found ?? null;
}

function nameFor(view: View, pid: Pid, call: QueueCall): string {
	const queue = queueOf(view, pid, call);
	if (queue === null) return call.name.startsWith("mailbox_") ? "the mailbox" : "the queue";
	return queueName(view.kernel, queue.id);
}

/** The time at which a call gives up, on the clock of the run; a time that is none is not told. */
function untilText(until: number | null): string {
	if (until === null) return "";
	return until < 0 ? ", …" : `, until ${duration(until)}`;
}

/** The call as one would write it in C, bytes shortened. */
export function queueCallText(call: QueueCall): string {
	switch (call.name) {
		case "mq_open":
			return `mq_open("${call.path}")`;
		case "mq_unlink":
			return `mq_unlink("${call.path}")`;
		case "mq_send":
			return `${callName(call)}(${call.fd}, ${quoted(call.bytes, 12)}, ${call.bytes.length}, ${call.priority}${untilText(call.until)})`;
		case "mq_receive":
			return `${callName(call)}(${call.fd}, …, ${call.size}${untilText(call.until)})`;
		case "mq_setattr":
			return `${call.flags === null ? "mq_getattr" : "mq_setattr"}(${call.fd}, …)`;
		case "mq_notify":
			return `mq_notify(${call.fd}, ${call.how === null ? "NULL" : "…"})`;
		case "mailbox_open":
			return `mailbox_open("${call.path}", ${call.capacity})`;
		case "mailbox_send":
			return `mailbox_send(${call.fd}, ${quoted(call.bytes, 12)}, ${call.bytes.length})`;
		case "mailbox_receive":
			return `mailbox_receive(${call.fd}, …, ${call.size})`;
		case "mailbox_remove":
			return `mailbox_remove("${call.path}")`;
		case "reboot":
			return `reboot(${call.command === RB_AUTOBOOT ? "RB_AUTOBOOT" : call.command})`;
		case "msgget":
			return call.key === 0 ? "msgget(IPC_PRIVATE)" : `msgget(0x${(call.key >>> 0).toString(16)})`;
		case "msgsnd":
			return `msgsnd(${call.msqid}, {${call.type}, ${quoted(call.bytes, 12)}}, ${call.size})`;
		case "msgrcv":
			return `msgrcv(${call.msqid}, …, ${call.size}, ${call.type})`;
		case "msgctl":
			return `msgctl(${call.msqid}, ${call.command === IPC_RMID ? "IPC_RMID" : "…"})`;
	}
}

/** 'to send 4 bytes as one message of priority 5', or null. */
export function queueIntent(pid: Pid, call: QueueCall, view: View): Sentence | null {
	const name = nameFor(view, pid, call);
	switch (call.name) {
		case "mq_open":
			return (call.flags & O_CREAT) === 0
				? say`for a descriptor of the queue that has this name`
				: say`for the queue of this name, and for a new one if there is none`;
		case "mq_unlink":
			return say`to take this name away`;
		case "mq_send":
			return say`to put ${count(call.bytes.length, "byte")} into ${name} as one message of priority ${call.priority}`;
		case "mq_receive":
			return say`for one message from ${name}`;
		case "mq_notify":
			return call.how === null
				? say`not to be told of messages any more`
				: say`to be told when a message comes into the empty ${name.replace(/^the /, "")}`;
		case "mailbox_open":
			return say`for the mailbox of this name, and for a new one if there is none`;
		case "mailbox_send":
			return say`to put a letter of ${count(call.bytes.length, "byte")} into ${name}; the kernel will stamp it`;
		case "mailbox_receive":
			return say`for the oldest letter in ${name} and its stamp`;
		case "mailbox_remove":
			return say`to take this name away`;
		case "reboot":
			return say`to have the machine started anew`;
		case "msgget":
			return say`for the id of a queue`;
		case "msgsnd":
			return say`to put ${count(call.size, "byte")} into ${name} as one message of type ${call.type}`;
		case "msgrcv":
			return say`for ${wished(call)} from ${name}`;
		case "msgctl":
			return call.command === IPC_RMID ? say`to remove ${name}` : null;
		case "mq_setattr":
			return null;
	}
}

/** 'a message of type 2', 'one of the lowest type up to 3' */
function wished({ flags, type }: QueueCall & { name: "msgrcv" }): string {
	if (type === 0) return "the first message";
	if (type < 0) return `a message of the lowest type up to ${-type}`;
	return (flags & MSG_EXCEPT) === 0 ? `a message of type ${type}` : `a message that is not of type ${type}`;
}

/** What the answer depends on, or null. */
export function queueDepends(pid: Pid, call: QueueCall, view: View): Sentence | null {
	const name = nameFor(view, pid, call);
	switch (call.name) {
		case "mq_open":
			return say`whether there is a queue of this name, and whether it may be opened so`;
		case "mailbox_open":
			return say`whether there is a mailbox of this name`;
		case "mailbox_receive":
			return say`whether a letter is in ${name}, and whether there is room for it in the buffer`;
		case "mailbox_send":
		case "mq_send":
		case "msgsnd":
			return say`how much room there is in ${name}, and on whether somebody sleeps at it for a message`;
		case "mq_receive":
			return say`whether a message is in ${name}, and on the room in the buffer: it must hold the longest message the queue allows`;
		case "msgrcv":
			return say`whether ${wished(call)} is in ${name}, and on whether the buffer is large enough for it`;
		case "mq_notify":
			return say`whether a process has asked for this already`;
		case "msgget":
			return say`whether there is a queue with this key`;
		default:
			return null;
	}
}

/** What a reboot comes to for who asked for it. */
export function startedAnew(pid: Pid, view: View): Sentence {
	return say`The machine starts anew, and ${who(view, pid)} begins once more: only the disk is as it was.`;
}

/** 'writer puts a message of 4 bytes into the queue, "abcd", priority 5: 1 of 4 messages.' */
export function queueAnswer(
	pid: Pid,
	call: QueueCall,
	outcome: Outcome & { readonly kind: "done" },
	view: View,
): Sentence {
	const name = who(view, pid);
	const to = nameFor(view, pid, call);
	const queue = queueOf(view, pid, call);
	const { reply, rule, value } = outcome;
	switch (call.name) {
		case "mq_open":
			return rule === "queue.open.created"
				? say`${name} makes the queue ${code(call.path)} and has it open as descriptor ${value}.`
				: say`${name} opens the queue ${code(call.path)} as descriptor ${value}.`;
		case "mq_unlink":
			return say`${name} removes the name ${code(call.path)}${rule === "queue.unlink.still-open" ? "; the queue stays until nobody has it open" : ""}.`;
		case "mq_send":
		case "msgsnd": {
			const kind = call.name === "mq_send" ? `priority ${call.priority}` : `type ${call.type}`;
			const bytes = code(quoted(call.bytes));
			if (rule.endsWith(".handed"))
				return say`${name} sends a message, ${bytes}, ${kind}: it goes straight to whoever waits for it at ${to}.`;
			const level = queue === null ? "" : `: ${queueLevel(queue)}`;
			return say`${name} puts a message into ${to}, ${bytes}, ${kind}${level}.`;
		}
		case "mq_receive":
		case "msgrcv": {
			if (reply?.kind !== "message") return say`${name} receives a message.`;
			const kind = call.name === "mq_receive" ? `priority ${reply.type}` : `type ${reply.type}`;
			const left = queue === null ? "" : `: ${count(queue.messages.length, "message")} left`;
			return say`${name} receives one message of ${count(value, "byte")} from ${to}, ${code(quoted(reply.bytes))}, ${kind}${left}.`;
		}
		case "mailbox_open":
			return rule === "mailbox.open.made"
				? say`${name} makes the mailbox ${code(call.path)} for ${count(call.capacity, "letter")} and has it open as descriptor ${value}.`
				: say`${name} opens the mailbox ${code(call.path)} as descriptor ${value}.`;
		case "mailbox_remove":
			return say`${name} takes the name of the mailbox ${code(call.path)} away.`;
		case "mailbox_send": {
			const letter = code(quoted(call.bytes));
			if (rule === "mailbox.send.handed")
				return say`${name} sends a letter, ${letter}: it goes straight to whoever waits for it at ${to}.`;
			const level = queue === null ? "" : `: ${queueLevel(queue)}`;
			return say`${name} puts a letter into ${to}, ${letter}, and the kernel stamps it with pid ${pid}${level}.`;
		}
		case "mailbox_receive": {
			if (reply?.kind !== "letter") return say`${name} receives a letter.`;
			const from = who(view, reply.pid);
			return say`${name} receives the letter ${code(quoted(reply.bytes))} from ${to}. The stamp says that ${from} sent it: pid ${reply.pid}, user ${reply.uid}.`;
		}
		case "mq_notify": {
			if (call.how === null) return say`${name} will not be told of messages any more.`;
			const how = call.signal > 0 ? say` by ${code(signalName(call.signal))}` : say``;
			return say`${name} will be told${how}, once, when a message comes into the empty queue and nobody waits for it.`;
		}
		case "msgget":
			return rule === "system-v.get.made"
				? say`${name} makes a new queue: its id is ${value}.`
				: say`${name} learns the id of the queue: ${value}.`;
		case "msgctl":
			if (call.command === IPC_RMID) return say`${name} removes the queue with all that is inside.`;
			return say`${code(queueCallText(call))} returns ${value} to ${name}.`;
		case "reboot":
			return startedAnew(pid, view);
		case "mq_setattr":
			if (reply?.kind !== "attributes" || call.flags !== null)
				return say`${name} changes the flags of descriptor ${call.fd}.`;
			return say`${name} learns that ${to} holds ${reply.current} of ${count(reply.messages, "message")}, each of up to ${count(reply.size, "byte")}.`;
	}
}

/** 'writer waits in mq_send: the queue is full, 4 of 4 messages.' */
export function queueWaits(
	pid: Pid,
	call: SystemCall,
	wait: QueueWait,
	again: boolean,
	view: View,
): Sentence {
	const name = who(view, pid);
	const at = queueName(view.kernel, wait.queue);
	const still = again ? " still" : "";
	const until = wait.until === null ? "" : ", until its time is up";
	if (wait.on === "queue-room") {
		const queue = view.kernel.queues[wait.queue];
		const level = queue === undefined ? "" : ` (${queueLevel(queue)})`;
		return say`${at.charAt(0).toUpperCase()}${at.slice(1)} is${still} full${level}, so ${name} waits in ${code(callName(call))}${until}.`;
	}
	if (call.name === "msgrcv" && call.type !== 0)
		return say`${name} waits in ${code("msgrcv")}: ${wished(call)} is${still} not in ${at}.`;
	if (call.name === "mailbox_receive")
		return say`No letter is${still} in ${at}, so ${name} waits in ${code(call.name)}.`;
	return say`No message is${still} in ${at}, so ${name} waits in ${code(callName(call))}${until}.`;
}

/** What a process in line at a queue waits for. */
export function queueWaitsFor(pid: Pid, call: SystemCall | null, wait: QueueWait, view: View): Sentence {
	const name = who(view, pid);
	const at = queueName(view.kernel, wait.queue);
	const inCall = code(callName(call));
	const queue = view.kernel.queues[wait.queue];
	if (wait.on === "message") {
		const any = queue?.family === "mailbox" ? "a letter" : "a message";
		const what = call?.name === "msgrcv" && call.type !== 0 ? wished(call) : any;
		return say`${name} waits in ${inCall} for ${what} in ${at}. ${noEndOfFile(queue)}: it waits even when no sender is left.`;
	}
	const level = queue === undefined ? "" : ` (${queueLevel(queue)})`;
	return say`${name} waits in ${inCall} for room in ${at}${level}.`;
}

/** 'A queue has no end of file', or 'A mailbox …' */
export function noEndOfFile(queue: MessageQueue | undefined): string {
	return `A ${queue?.family === "mailbox" ? "mailbox" : "queue"} has no end of file`;
}

/** Descriptors through which somebody could send what is waited for, or make room. */
export function queueKeepers(kernel: KernelState, wait: QueueWait): readonly Holder[] {
	const useless = wait.on === "message" ? "read" : "write";
	return queueHolders(kernel, wait.queue).filter(
		({ openFile }) => kernel.openFiles[openFile]?.access !== useless,
	);
}

/** Every descriptor that leads to a POSIX queue; by pid, then number. */
export function queueHolders(kernel: KernelState, queue: ObjectId): readonly Holder[] {
	return Object.values(kernel.processes).flatMap(({ descriptors, pid }) =>
		Object.entries(descriptors).flatMap(([fd, { openFile }]) => {
			const object = kernel.openFiles[openFile]?.object;
			return object?.kind === "queue" && object.id === queue ? [{ pid, fd: Number(fd), openFile }] : [];
		}),
	);
}

/** Whoever can move may still open a queue that has a name, or use one of System V. */
export function isQueueReachable(kernel: KernelState, wait: QueueWait): boolean {
	return (kernel.queues[wait.queue]?.links ?? 0) > 0;
}
