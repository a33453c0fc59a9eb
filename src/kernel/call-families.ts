// Which calls few programs need: those about sockets, those about message queues, and others; a page fetches them with the programs.
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
	"reboot" as const,
];
const SELDOM_CALLS = [
	...(["splice", "tee", "sendfile", "flock", "poll", "select"] as const),
	...(["symlink", "readlink", "utimensat"] as const),
	...(["setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid"] as const),
	...(["getresuid", "getresgid", "getgroups", "setgroups"] as const),
	...(["alarm", "getitimer", "setitimer"] as const),
	...(["timer_create", "timer_settime", "timer_gettime", "timer_getoverrun", "timer_delete"] as const),
	...(["getrusage", "getrlimit", "setrlimit", "getpriority", "setpriority"] as const),
	...(["prctl", "close_range", "prlimit", "getrandom", "fallocate", "uname", "statfs"] as const),
	...(["pidfd_open", "pidfd_send_signal", "link", "rename"] as const),
];

/** A call of <sys/socket.h>. */
export type SocketCall = Named<(typeof SOCKET_CALLS)[number]>;
/** A call on a queue of <mqueue.h>, <sys/msg.h> or "mailbox.h", or reboot(2), at which all of them end. */
export type QueueCall = Named<(typeof QUEUE_CALLS)[number]>;
/** A call on users, timers, limits, links, whole sets of descriptors: on what few programs know of. */
export type SeldomCall = Named<(typeof SELDOM_CALLS)[number]>;

/** A call of any of these families. */
export type LateCall = SocketCall | QueueCall | SeldomCall;

/** The names of all that few programs need. */
export const LATE_CALLS: readonly LateCall["name"][] = [...SOCKET_CALLS, ...QUEUE_CALLS, ...SELDOM_CALLS];

const socketCalls: ReadonlySet<string> = new Set(SOCKET_CALLS);
const queueCalls: ReadonlySet<string> = new Set(QUEUE_CALLS);
const seldomCalls: ReadonlySet<string> = new Set(SELDOM_CALLS);

export function isSocketCall(call: SystemCall): call is SocketCall {
	return socketCalls.has(call.name);
}

export function isQueueCall(call: SystemCall): call is QueueCall {
	return queueCalls.has(call.name);
}

export function isSeldomCall(call: SystemCall): call is SeldomCall {
	return seldomCalls.has(call.name);
}
