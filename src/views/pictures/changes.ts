// What the step just taken changed, read from its events: the stage marks this and nothing else.
import type { Dye, KernelEvent, ObjectId, Pid, SystemCall } from "../../kernel/index.ts";

/** Bytes that crossed the line between a process and a pipe in this step. */
export interface Transfer {
	readonly pid: Pid;
	readonly direction: "in" | "out";
	/** Counted from the pipe's first byte ever. */
	readonly offset: number;
	readonly bytes: Uint8Array;
	readonly dyes: readonly Dye[];
}

/** A message that came into a queue or left it in this step. */
export interface MessageMove {
	readonly pid: Pid;
	readonly direction: "in" | "out";
	/** How many were sent before it. */
	readonly number: number;
}

export interface Waking {
	readonly by: Pid | null;
	readonly pipe: ObjectId | null;
	readonly queue: ObjectId | null;
}

export interface Changes {
	/** `pid/fd` of descriptors that this step opened or closed. */
	readonly opened: ReadonlySet<string>;
	readonly closed: ReadonlyMap<string, ObjectId>;
	/** By pipe, or by the socket at which they arrived. */
	readonly transfers: ReadonlyMap<ObjectId, readonly Transfer[]>;
	/** By queue. */
	readonly messages: ReadonlyMap<ObjectId, readonly MessageMove[]>;
	/** `pipe/end` whose last holder left in this step. */
	readonly capped: ReadonlySet<string>;
	readonly born: ReadonlyMap<Pid, Pid>;
	/** Who has been woken, by whom (null: by time), and at which pipe it slept. */
	readonly woken: ReadonlyMap<Pid, Waking>;
	readonly slept: ReadonlySet<Pid>;
	/** Calls made in this step that the kernel has not answered. */
	readonly calling: ReadonlyMap<Pid, SystemCall>;
	/** Processes that an event of this step names as the one acting. */
	readonly actors: ReadonlySet<Pid>;
}

export function descriptorKey(pid: Pid, fd: number): string {
	return `${pid}/${fd}`;
}

/** Sorts the events of one step by what they touch. */
export function changesOf(events: readonly KernelEvent[]): Changes {
	const opened = new Set<string>();
	const closed = new Map<string, ObjectId>();
	const transfers = new Map<ObjectId, Transfer[]>();
	const messages = new Map<ObjectId, MessageMove[]>();
	const capped = new Set<string>();
	const born = new Map<Pid, Pid>();
	const woken = new Map<Pid, Waking>();
	const slept = new Set<Pid>();
	const calling = new Map<Pid, SystemCall>();
	const actors = new Set<Pid>();
	for (const event of events) {
		if ("pid" in event) actors.add(event.pid);
		switch (event.kind) {
			case "calls":
				calling.set(event.pid, event.call);
				break;
			case "returns":
			case "waits":
				calling.delete(event.pid);
				if (event.kind === "waits") slept.add(event.pid);
				break;
			case "opens":
				opened.add(descriptorKey(event.pid, event.fd));
				break;
			case "closes":
				closed.set(descriptorKey(event.pid, event.fd), event.openFile);
				break;
			case "transfers":
				if (event.object.kind === "pipe" || event.object.kind === "socket") {
					const list = transfers.get(event.object.id) ?? [];
					list.push(event);
					transfers.set(event.object.id, list);
				}
				if (event.object.kind === "queue") {
					const { direction, object, offset, pid } = event;
					messages.set(object.id, [...(messages.get(object.id) ?? []), { pid, direction, number: offset }]);
				}
				break;
			case "end-closed":
				capped.add(`${event.pipe}/${event.end}`);
				break;
			case "forks":
				born.set(event.child, event.pid);
				break;
			case "wakes":
				woken.set(event.pid, {
					by: event.by,
					pipe: "pipe" in event.wait ? event.wait.pipe : null,
					queue: "queue" in event.wait ? event.wait.queue : null,
				});
				break;
			default:
				break;
		}
	}
	return { opened, closed, transfers, messages, capped, born, woken, slept, calling, actors };
}
