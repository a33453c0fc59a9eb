// Which waits and failures are about message queues; their words come with the door `channels.ts`.
import type { Outcome, Wait } from "../kernel/index.ts";

export type QueueWait = Extract<Wait, { readonly on: "message" | "queue-room" }>;

/** Whether the failure is one of a message queue. */
export function isQueueFailure(outcome: Outcome): boolean {
	return /^(queue|system-v|mailbox)\./.test(outcome.rule);
}
