// Which waits are about message queues and sockets; their words come with the door `channels.ts`.
import type { ObjectId, Wait } from "../kernel/index.ts";

export type QueueWait = Extract<Wait, { readonly on: "message" | "queue-room" }>;

export type SocketWait = Extract<Wait, { readonly socket: ObjectId }>;
