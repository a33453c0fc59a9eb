// Pipes: making one, reading, writing, resizing; who sleeps at its mouths and who is woken. See pipe(7).
import * as C from "./constants.ts";
import { install, lowestFree, originOf } from "./descriptors.ts";
import { noteAccess, noteModified } from "./file-times.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { PIPE_MAX_SIZE } from "./limits.ts";
import { newOpenFile } from "./open-files.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { isPrivileged } from "./permissions.ts";
import { freeRoom, grown, mergeable, paged, roomInLast, roomNeeded, take } from "./ring.ts";
import { wake, wakePollers } from "./scheduler.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { Fifo, OpenFile, Pipe, Process } from "./state.ts";
import type { ObjectId, Place } from "./words.ts";

/** pipe2(2): two new descriptions of one new pipe, on the two lowest free descriptors; both or none. */
export function makePipe(kernel: Kernel, process: Process, flags: number, place: Place | null): Outcome {
	if ((flags & ~(C.O_CLOEXEC | C.O_NONBLOCK | C.O_DIRECT)) !== 0)
		return failed("pipe.make.bad-flags", "EINVAL");
	const read = lowestFree(process, 0);
	const write = lowestFree(process, read + 1);
	if (write >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const id = newPipe(kernel, process, place, null);
	const origin = originOf("pipe", process, place);
	const closeOnExec = (flags & C.O_CLOEXEC) !== 0;
	for (const [fd, end] of [
		[read, "read"],
		[write, "write"],
	] as const) {
		const nonblock = (flags & C.O_NONBLOCK) !== 0;
		const packets = (flags & C.O_DIRECT) !== 0;
		const mode = { access: end, append: false, nonblock, packets };
		const openFile = newOpenFile(kernel, { kind: "pipe", id, end }, mode, origin);
		install(kernel, process, fd, { openFile, closeOnExec, origin });
	}
	return done("pipe.make.two-lowest", 0, { kind: "descriptors", read, write });
}

/** A pipe with no end yet, behind a FIFO or not. */
export function newPipe(
	kernel: Kernel,
	process: Process,
	place: Place | null,
	fifo: ObjectId | null,
): ObjectId {
	const { pipePage, pipeSlots, pipeAtomic } = kernel.state.limits;
	const id = newObject(kernel);
	const number = kernel.state.pipesMade + 1;
	kernel.journal.set(kernel.state, "pipesMade", number);
	noteVariable(kernel, place?.variable);
	kernel.journal.set(kernel.state.pipes, id, {
		id,
		number,
		page: pipePage,
		slots: pipeSlots,
		uid: process.euid,
		gid: process.egid,
		atomic: Math.min(pipeAtomic, pipePage * pipeSlots),
		buffers: [],
		readers: 0,
		writers: 0,
		readerOpens: 0,
		writerOpens: 0,
		fifo,
		openQueue: [],
		readQueue: [],
		writeQueue: [],
		pollers: [],
		written: 0,
		taken: 0,
		discarded: 0,
		createdBy: process.pid,
		place,
	});
	return id;
}

/** A name that two pipes share tells neither of them from the other. */
function noteVariable({ journal, state }: Kernel, name: string | undefined): void {
	const { pipeVariables } = state;
	if (name === undefined || pipeVariables.indexOf(name) !== pipeVariables.lastIndexOf(name)) return;
	journal.set(state, "pipeVariables", [...pipeVariables, name]);
}

/** read(2) on a pipe: what is there, at once; asleep only while it is empty and has a writer. */
export function readPipe(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	pipe: Pipe,
	count: number,
): Outcome {
	if (count === 0) return done("pipe.read.zero", 0, { kind: "bytes", bytes: new Uint8Array(0) });
	if (pipe.buffers.length > 0) return takeBytes(kernel, process, pipe, count);
	if (pipe.writers === 0) {
		return done("pipe.read.end-of-file", 0, { kind: "bytes", bytes: new Uint8Array(0) });
	}
	if (openFile.nonblock) return failed("pipe.read.empty-again", "EAGAIN");
	return blocked("pipe.read.empty-blocks", { on: "pipe-not-empty", pipe: pipe.id });
}

function takeBytes(kernel: Kernel, process: Process, pipe: Pipe, count: number): Outcome {
	const { journal } = kernel;
	const { bytes, dyes, discarded, buffers } = take(pipe, count);
	const roomBefore = freeRoom(pipe);
	const offset = pipe.taken + pipe.discarded;
	journal.set(pipe, "buffers", buffers);
	journal.set(pipe, "taken", pipe.taken + bytes.length);
	if (discarded > 0) journal.set(pipe, "discarded", pipe.discarded + discarded);
	if (pipe.fifo !== null) noteAccess(kernel, kernel.state.fifos[pipe.fifo] as Fifo);
	const object = { kind: "pipe", id: pipe.id, end: "read" } as const;
	kernel.events.push({ kind: "transfers", pid: process.pid, direction: "in", object, bytes, offset, dyes });
	wakeWriter(kernel, process, pipe, roomBefore);
	if (process.call !== null && buffers.length > 0) wakeReader(kernel, process, pipe);
	wakePollers(kernel, pipe.pollers, process.pid);
	const rule = discarded > 0 ? "pipe.read.packet-cut" : ruleOfRead(bytes.length, count);
	return done(rule, bytes.length, { kind: "bytes", bytes });
}

function ruleOfRead(taken: number, count: number) {
	return taken < count ? "pipe.read.short" : "pipe.read.full";
}

/**
 * write(2) on a pipe. A woken writer asks again from the top; what it has already written is in its progress, and it
 * does not merge into the last page again.
 */
export function writePipe(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	pipe: Pipe,
	bytes: Uint8Array,
): Outcome {
	const count = bytes.length;
	const before = process.progress.done;
	if (count === 0) return done("pipe.write.zero");
	if (pipe.readers === 0) return brokenPipe(kernel, process, before);
	const again = process.call !== null;
	const merged = again ? 0 : mergeable(pipe, count, openFile.packets);
	const fits = freeRoom(pipe) + merged >= roomNeeded(pipe, count, before);
	const after = fits ? append(kernel, process, openFile, pipe, bytes, merged) : before;
	if (again) wakeWriter(kernel, process, pipe, 0);
	if (after === count) return done(before > 0 ? "pipe.write.rest" : "pipe.write.all", count);
	if (openFile.nonblock) {
		return after > 0 ? done("pipe.write.partial", after) : failed("pipe.write.full-again", "EAGAIN");
	}
	if (after > before) kernel.journal.set(process, "progress", { done: after, until: null });
	const rule = after > 0 ? "pipe.write.partial-blocks" : ruleOfFullWrite(pipe, count);
	return blocked(rule, { on: "pipe-not-full", pipe: pipe.id });
}

function ruleOfFullWrite(pipe: Pipe, count: number) {
	const room = freeRoom(pipe) + roomInLast(pipe);
	return count <= pipe.atomic && room > 0 ? "pipe.write.atomic-blocks" : "pipe.write.full-blocks";
}

/** Puts in what fits, the remainder first if it merges. Returns how many bytes of the call are in now. */
function append(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	pipe: Pipe,
	bytes: Uint8Array,
	merged: number,
): number {
	const { journal } = kernel;
	const { pid } = process;
	const before = process.progress.done;
	const rest = before + merged === 0 ? bytes : bytes.subarray(before + merged);
	const free = pipe.slots - pipe.buffers.length;
	const added = paged(rest, pipe.page, free, pid, openFile.packets);
	const old = merged === 0 ? pipe.buffers : withMerged(pipe, bytes.subarray(0, merged), pid);
	const after = Math.min(bytes.length, before + merged + free * pipe.page);
	const wasEmpty = pipe.buffers.length === 0;
	const offset = pipe.written;
	journal.set(pipe, "buffers", [...old, ...added]);
	journal.set(pipe, "written", offset + after - before);
	if (pipe.fifo !== null) noteModified(kernel, kernel.state.fifos[pipe.fifo] as Fifo);
	const object = { kind: "pipe", id: pipe.id, end: "write" } as const;
	const moved = before === 0 && after === bytes.length ? bytes : bytes.slice(before, after);
	const dyes = [{ pid, count: moved.length }];
	kernel.events.push({ kind: "transfers", pid, direction: "out", object, bytes: moved, offset, dyes });
	if (wasEmpty) wakeReader(kernel, process, pipe);
	wakePollers(kernel, pipe.pollers, pid);
	return after;
}

function withMerged(pipe: Pipe, bytes: Uint8Array, pid: number) {
	const last = pipe.buffers.at(-1);
	return last === undefined ? [] : [...pipe.buffers.slice(0, -1), grown(last, bytes, pid)];
}

export function brokenPipe(kernel: Kernel, process: Process, before: number): Outcome {
	const { pid } = process;
	sendSignal(kernel, process, signalInfo(C.signals.SIGPIPE, C.SI_USER, process), pid);
	if (before > 0) return done("pipe.write.partial-broken", before);
	return failed("pipe.write.no-readers", "EPIPE");
}

/** Wakes the reader that waits longest. One event, one reader. */
export function wakeReader(kernel: Kernel, by: Process, pipe: Pipe): void {
	const first = pipe.readQueue[0];
	const reader = first === undefined ? undefined : kernel.state.processes[first];
	if (reader !== undefined) wake(kernel, reader, by.pid);
}

/** Wakes the writer that waits longest among those for whom there was no room before, and is now. */
export function wakeWriter(kernel: Kernel, by: Process, pipe: Pipe, roomBefore: number): void {
	if (pipe.writeQueue.length === 0) return;
	const room = freeRoom(pipe);
	for (const pid of pipe.writeQueue) {
		const writer = kernel.state.processes[pid];
		if (writer?.call?.name !== "write") continue;
		const needed = roomNeeded(pipe, writer.call.bytes.length, writer.progress.done);
		if (roomBefore >= needed || room < needed) continue;
		wake(kernel, writer, by.pid);
		return;
	}
}

/** F_SETPIPE_SZ: a power of two of pages, at least PIPE_BUF, at most what an ordinary user may have. See fcntl(2). */
export function resizePipe(kernel: Kernel, process: Process, pipe: Pipe, size: number): Outcome {
	if (size < 0 || size > 2 ** 31) return failed("pipe.resize.bad-size", "EINVAL");
	const slots = slotsFor(pipe, size);
	if (slots > pipe.slots && slots * pipe.page > PIPE_MAX_SIZE && !isPrivileged(process))
		return failed("pipe.resize.too-big", "EPERM");
	if (slots < pipe.buffers.length) return failed("pipe.resize.busy", "EBUSY");
	const roomBefore = freeRoom(pipe);
	kernel.journal.set(pipe, "slots", slots);
	wakeWriter(kernel, process, pipe, roomBefore);
	wakePollers(kernel, pipe.pollers, process.pid);
	return done("pipe.resize.rounded", slots * pipe.page);
}

function slotsFor(pipe: Pipe, size: number): number {
	const pages = Math.ceil(Math.max(size, pipe.atomic) / pipe.page);
	return 2 ** Math.ceil(Math.log2(pages));
}
