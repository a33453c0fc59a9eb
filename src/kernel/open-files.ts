// Open file descriptions: what open and pipe make, what dup and fork share, what the last close lets go. See open(2).
import type { Kernel } from "./kernel.ts";
import { newObject } from "./kernel.ts";
import { late } from "./late.ts";
import { dropLocks } from "./lock-table.ts";
import { bytesInside } from "./ring.ts";
import { wake, wakePollers } from "./scheduler.ts";
import type { Fifo, ObjectRef, OpenFile, Origin, Pipe } from "./state.ts";
import type { ObjectId, Pid } from "./words.ts";

export type OpenFileFlags = Pick<OpenFile, "access" | "append" | "nonblock" | "packets" | "also">;

/** A new description with no descriptor yet; opening one end of a pipe counts as one more reader or writer. */
export function newOpenFile(
	kernel: Kernel,
	object: ObjectRef,
	flags: OpenFileFlags,
	origin: Origin,
): ObjectId {
	const { journal, state } = kernel;
	const id = newObject(kernel);
	journal.set(state.openFiles, id, { id, object, ...flags, offset: 0, references: 0, origin });
	if (object.kind !== "pipe") return id;
	const pipe = state.pipes[object.id] as Pipe;
	countEnds(kernel, pipe, flags.access, 1);
	if (flags.access !== "write") journal.set(pipe, "readerOpens", pipe.readerOpens + 1);
	if (flags.access !== "read") journal.set(pipe, "writerOpens", pipe.writerOpens + 1);
	return id;
}

export function share(kernel: Kernel, id: ObjectId): void {
	const openFile = kernel.state.openFiles[id] as OpenFile;
	kernel.journal.set(openFile, "references", openFile.references + 1);
}

/** One descriptor less; the last one lets the description go, and with it perhaps a pipe or an unlinked file. */
export function release(kernel: Kernel, pid: Pid, fd: number, id: ObjectId): void {
	const { journal, state } = kernel;
	const openFile = state.openFiles[id] as OpenFile;
	const left = openFile.references - 1;
	journal.set(openFile, "references", left);
	kernel.events.push({ kind: "closes", pid, fd, openFile: id, left });
	dropLocks(kernel, pid, openFile, left === 0);
	if (openFile.object.kind === "queue") late().forgetNotification(kernel, pid, openFile);
	if (left === 0) abandon(kernel, pid, id);
}

/** Ends a description that no descriptor refers to. */
export function abandon(kernel: Kernel, pid: Pid, id: ObjectId): void {
	const { journal, state } = kernel;
	const openFile = state.openFiles[id] as OpenFile;
	journal.remove(state.openFiles, id);
	const { object } = openFile;
	if (object.kind === "pipe") releasePipe(kernel, pid, state.pipes[object.id] as Pipe, openFile.access);
	else if (object.kind === "file") dropFileIfUnused(kernel, object.id);
	else if (object.kind === "queue") late().dropQueueIfUnused(kernel, object.id);
	else if (object.kind === "socket") late().endSocket(kernel, pid, object.id);
}

/** Forgets a file that has no name and no open description left. */
export function dropFileIfUnused(kernel: Kernel, id: ObjectId): void {
	const { journal, state } = kernel;
	const file = state.files[id];
	if (file === undefined || file.links > 0) return;
	for (const openFile of Object.values(state.openFiles)) {
		if (openFile.object.kind === "file" && openFile.object.id === id) return;
	}
	journal.remove(state.files, id);
	kernel.events.push({ kind: "vanishes", object: { kind: "file", id }, discarded: file.bytes.length });
}

/** Forgets a FIFO that has no name and that nobody has open. */
export function dropFifoIfUnused(kernel: Kernel, id: ObjectId): void {
	const fifo = kernel.state.fifos[id];
	if (fifo !== undefined && fifo.links === 0 && fifo.pipe === null) {
		kernel.journal.remove(kernel.state.fifos, id);
	}
}

function countEnds(kernel: Kernel, pipe: Pipe, access: OpenFile["access"], by: 1 | -1): void {
	if (access !== "write") kernel.journal.set(pipe, "readers", pipe.readers + by);
	if (access !== "read") kernel.journal.set(pipe, "writers", pipe.writers + by);
}

function releasePipe(kernel: Kernel, pid: Pid, pipe: Pipe, access: OpenFile["access"]): void {
	countEnds(kernel, pipe, access, -1);
	const object = { kind: "pipe", id: pipe.id, end: "both" } as const;
	for (const end of ["read", "write"] as const) {
		if (access !== end && access !== "both") continue;
		if ((end === "read" ? pipe.readers : pipe.writers) > 0) continue;
		kernel.events.push({ kind: "end-closed", pid, pipe: pipe.id, end });
	}
	if (pipe.readers === 0 && pipe.writers === 0) {
		kernel.events.push({ kind: "vanishes", object, discarded: bytesInside(pipe), pipe });
		kernel.journal.remove(kernel.state.pipes, pipe.id);
		if (pipe.fifo !== null) emptyFifo(kernel, pipe.fifo);
	} else if (pipe.readers === 0 || pipe.writers === 0) {
		wakeAll(kernel, pipe.writers === 0 ? pipe.readQueue : pipe.writeQueue, pid);
		wakePollers(kernel, pipe.pollers, pid);
	}
}

/** Nobody has the FIFO open any more: what was in it is gone. */
function emptyFifo(kernel: Kernel, id: ObjectId): void {
	const fifo = kernel.state.fifos[id] as Fifo;
	kernel.journal.set(fifo, "pipe", null);
	dropFifoIfUnused(kernel, id);
}

function wakeAll(kernel: Kernel, queue: readonly Pid[], by: Pid): void {
	for (const pid of queue) {
		const process = kernel.state.processes[pid];
		if (process !== undefined) wake(kernel, process, by);
	}
}
