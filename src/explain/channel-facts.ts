// Which calls and waits are about message queues and sockets; their words come with the door `channels.ts`.
import type { Outcome, SystemCall, Wait } from "../kernel/index.ts";

type Names =
	| ("mq_open" | "mq_unlink" | "mq_send" | "mq_receive" | "mq_setattr" | "mq_notify")
	| ("mailbox_open" | "mailbox_send" | "mailbox_receive" | "mailbox_remove")
	| ("msgget" | "msgsnd" | "msgrcv" | "msgctl");
export type QueueCall = Extract<SystemCall, { readonly name: Names }>;
export type QueueWait = Extract<Wait, { readonly on: "message" | "queue-room" }>;

/** A call on message queues, or null. */
export function queueCall(call: SystemCall): QueueCall | null {
	return /^(mq_|msg|mailbox_)/.test(call.name) ? (call as QueueCall) : null;
}

/** Whether the failure is one of a message queue. */
export function isQueueFailure(outcome: Outcome): boolean {
	return /^(queue|system-v|mailbox)\./.test(outcome.rule);
}

export type SocketCall = Extract<
	SystemCall,
	{
		readonly name:
			| ("socket" | "socketpair" | "bind" | "connect" | "listen" | "accept" | "shutdown")
			| ("getsockname" | "getpeername" | "getsockopt" | "setsockopt")
			| ("sendto" | "sendmsg" | "recvfrom" | "recvmsg");
	}
>;

const NAMES: ReadonlySet<string> = new Set([
	...["socket", "socketpair", "bind", "connect", "listen", "accept", "shutdown"],
	...["getsockname", "getpeername", "getsockopt", "setsockopt", "sendto", "sendmsg", "recvfrom", "recvmsg"],
]);

export function isSocketCall(call: SystemCall): call is SocketCall {
	return NAMES.has(call.name);
}
