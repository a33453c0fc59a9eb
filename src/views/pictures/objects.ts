// Things of the kernel by key and by name: what a descriptor leads to, in one word or as an identity.
import type { KernelState, ObjectId, ObjectRef } from "../../kernel/index.ts";

/** `pipe 4 read`, `terminal`, `file 9`: what a line of the stage ends at. */
export function objectKey(object: ObjectRef): string {
	switch (object.kind) {
		case "pipe":
			return `pipe ${object.id} ${object.end}`;
		case "terminal":
			return "terminal";
		case "device":
			return `device ${object.name}`;
		case "socket":
			return `socket ${object.id}`;
		case "handle":
			return `${object.of} ${object.id}`;
		case "file":
		case "directory":
		case "queue":
			return `${object.kind} ${object.id}`;
	}
}

/** The ends of the stage that such a key stands for: a FIFO that is open for both is held at its write end and at its read end. */
export function endsOf(key: string): readonly string[] {
	const pipe = key.replace(/both$/, "");
	return pipe === key ? [key] : [`${pipe}write`, `${pipe}read`];
}

/** `write end of the pipe`, `terminal`, `notes.txt` */
export function objectLabel(kernel: KernelState, object: ObjectRef): string {
	switch (object.kind) {
		case "pipe":
			return object.end === "both" ? "both ends of the pipe" : `${object.end} end of the pipe`;
		case "terminal":
			return kernel.terminals[object.id]?.interactive === false ? streamName(kernel, object.id) : "terminal";
		case "device":
			return `/dev/${object.name}`;
		case "handle":
			return object.of === "process" ? `process ${object.id}` : "a name alone";
		case "queue":
			return `/${kernel.queues[object.id]?.name ?? ""}`;
		case "socket":
			return socketLabel(kernel, object.id);
		case "file":
		case "directory":
			return pathOf(kernel, object) ?? `${object.kind} without a name`;
	}
}

/** `socket 2`, or the path of one that others find by it. */
function socketLabel(kernel: KernelState, id: ObjectId): string {
	const socket = kernel.sockets[id];
	if (socket?.address?.kind === "path" && socket.phase !== "connected")
		return `socket ${socket.address.path}`;
	return `socket ${socket?.number ?? ""}`.trimEnd();
}

function streamName(kernel: KernelState, id: ObjectId): string {
	const name = kernel.terminals[id]?.name;
	if (name === "stdin") return "standard input";
	return name === "stderr" ? "standard error" : "standard output";
}

/** A name of a file, directory or FIFO, or null when it has none. */
export function pathOf(
	kernel: KernelState,
	object: { readonly kind: "file" | "directory" | "fifo"; readonly id: ObjectId },
): string | null {
	for (const directory of Object.values(kernel.directories)) {
		for (const [name, entry] of Object.entries(directory.entries)) {
			if (entry.kind === object.kind && entry.id === object.id && !name.startsWith(".")) return name;
		}
	}
	return null;
}
