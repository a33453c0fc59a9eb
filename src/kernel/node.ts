// What a name or a description stands for, as far as it has an owner, a mode and times. See inode(7).
import type { Kernel } from "./kernel.ts";
import type { Directory, Entry, Fifo, MessageQueue, RegularFile, SocketFile, Symlink } from "./state.ts";

/** The record behind an entry; null for what has none: devices, terminals, pipes without a name. */
export function nodeOf(
	kernel: Kernel,
	ref: Entry,
): RegularFile | Fifo | Directory | Symlink | SocketFile | MessageQueue | null {
	const { directories, fifos, files, pipes, queues, symlinks } = kernel.state;
	switch (ref.kind) {
		case "file":
			return files[ref.id] ?? null;
		case "fifo":
			return fifos[ref.id] ?? null;
		case "directory":
			return directories[ref.id] ?? null;
		case "queue":
			return queues[ref.id] ?? null;
		case "symlink":
			return symlinks[ref.id] ?? null;
		case "socket-file":
			return kernel.state.socketFiles[ref.id] ?? null;
		case "pipe":
			return fifos[pipes[ref.id]?.fifo ?? 0] ?? null;
		default:
			return null;
	}
}
