// Which waits and failures are about message queues and sockets; their words come with the door `channels.ts`.
import type { ObjectId, Outcome, Wait } from "../kernel/index.ts";

export type QueueWait = Extract<Wait, { readonly on: "message" | "queue-room" }>;

export type SocketWait = Extract<Wait, { readonly socket: ObjectId }>;

/** Whether the failure is one of a message queue. */
export function isQueueFailure(outcome: Outcome): boolean {
	return /^(queue|system-v|mailbox)\./.test(outcome.rule);
}
