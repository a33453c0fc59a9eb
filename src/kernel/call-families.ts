// Which calls are about sockets and which about message queues: what few programs need, and a page fetches with them.
import type { Named, SystemCall } from "./system-calls.ts";

const SOCKET_CALLS = [
	...(["socket", "socketpair", "bind", "connect", "listen", "accept", "shutdown"] as const),
	...(["getsockname", "getpeername", "getsockopt", "setsockopt"] as const),
	...(["sendto", "sendmsg", "recvfrom", "recvmsg"] as const),
];
const QUEUE_CALLS = [
	...(["mq_open", "mq_unlink", "mq_send", "mq_receive", "mq_setattr", "mq_notify"] as const),
	...(["mailbox_open", "mailbox_send", "mailbox_receive", "mailbox_remove"] as const),
	...(["msgget", "msgsnd", "msgrcv", "msgctl"] as const),
];

/** A call of <sys/socket.h>. */
export type SocketCall = Named<(typeof SOCKET_CALLS)[number]>;
/** A call on a queue of <mqueue.h>, <sys/msg.h> or "mailbox.h". */
export type QueueCall = Named<(typeof QUEUE_CALLS)[number]>;

const socketCalls: ReadonlySet<string> = new Set(SOCKET_CALLS);
const queueCalls: ReadonlySet<string> = new Set(QUEUE_CALLS);

export function isSocketCall(call: SystemCall): call is SocketCall {
	return socketCalls.has(call.name);
}

export function isQueueCall(call: SystemCall): call is QueueCall {
	return queueCalls.has(call.name);
}
