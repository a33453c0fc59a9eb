// Bytes that move between descriptors without a visit to the process: splice(2), tee(2), sendfile(2).
import * as C from "./constants.ts";
import { badDescriptor, openFileOf } from "./descriptors.ts";
import { readFile } from "./file-io.ts";
import { noteModified } from "./file-times.ts";
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { brokenPipe, readPipe, wakeReader, wakeWriter } from "./pipe.ts";
import { joinBytes } from "./ring.ts";
import { wakePollers } from "./scheduler.ts";
import type { Fifo, OpenFile, Pipe, PipeBuffer, Process, RegularFile } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import { writeTo } from "./write.ts";

type MoveCall = SystemCall & { readonly name: "splice" | "tee" | "sendfile" };

export function moveBytes(kernel: Kernel, process: Process, call: MoveCall): Outcome {
	const from = openFileOf(kernel, process, call.from);
	const to = openFileOf(kernel, process, call.to);
	if (from === null || to === null) return badDescriptor();
	if (from.access === "write") return failed("descriptor.read.write-only", "EBADF");
	if (to.access === "read") return failed("descriptor.write.read-only", "EBADF");
	if (call.name === "sendfile") return sendfile(kernel, process, from, to, call);
	return throughPipe(kernel, process, from, to, call);
}

function pipeOf(kernel: Kernel, { object }: OpenFile): Pipe | null {
	return object.kind === "pipe" ? (kernel.state.pipes[object.id] as Pipe) : null;
}

/** splice and tee: at least one end is a pipe; the pipe to be filled must have room before anything is taken. */
function throughPipe(
	kernel: Kernel,
	process: Process,
	from: OpenFile,
	to: OpenFile,
	call: MoveCall & { readonly name: "splice" | "tee" },
): Outcome {
	const source = pipeOf(kernel, from);
	const target = pipeOf(kernel, to);
	const tee = call.name === "tee";
	if ((source === null && target === null) || source === target || (tee && !(source && target))) {
		return failed("splice.call.no-pipe", "EINVAL");
	}
	if ((source && call.fromOffset !== null) || (target && call.toOffset !== null)) {
		return failed("file.seek.not-seekable", "ESPIPE");
	}
	if (to.append || (source === null && from.object.kind !== "file"))
		return failed("splice.call.no-pipe", "EINVAL");
	if (call.count === 0) return done("splice.move.zero");
	const now = (call.flags & C.SPLICE_F_NONBLOCK) !== 0;
	const refused = target === null ? null : noRoom(kernel, process, to, target, now);
	if (refused !== null) return refused;
	const slots = target === null ? Number.POSITIVE_INFINITY : target.slots - target.buffers.length;
	let pieces: readonly PipeBuffer[];
	let taken: Outcome;
	if (source === null) {
		const file = kernel.state.files[from.object.kind === "file" ? from.object.id : 0] as RegularFile;
		const start = Math.max(0, call.fromOffset ?? from.offset);
		pieces = target === null ? [] : filePages(file, start, call.count, target.page, process).slice(0, slots);
		taken = readFile(kernel, process, from, file, sizeOf(pieces) || 1, call.fromOffset);
	} else {
		pieces = pipePages(source, call.count, process, tee).slice(0, slots);
		const reader = now ? { ...from, nonblock: true } : from;
		taken =
			tee && pieces.length > 0
				? done("splice.move.copied", sizeOf(pieces), { kind: "bytes", bytes: bytesOf(pieces) })
				: readPipe(kernel, process, reader, source, pieces.length > 0 ? sizeOf(pieces) : call.count);
	}
	if (taken.kind !== "done" || taken.value === 0 || taken.reply?.kind !== "bytes") return taken;
	const { bytes } = taken.reply;
	if (target !== null) putPages(kernel, process, target, pieces);
	const written =
		target === null
			? writeTo(kernel, process, call.to, to, bytes, call.toOffset)
			: done("splice.move.moved", bytes.length);
	if (written.kind !== "done") return written;
	return done(tee ? "splice.move.copied" : "splice.move.moved", written.value);
}

// ---- pages that go into a pipe as they are, each into a slot of its own ----

function bytesOf(pieces: readonly PipeBuffer[]): Uint8Array {
	return joinBytes(pieces.map(({ bytes }) => bytes));
}

function sizeOf(pieces: readonly PipeBuffer[]): number {
	return pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Why nothing can go into the pipe now; null when a slot is free. */
function noRoom(kernel: Kernel, process: Process, to: OpenFile, pipe: Pipe, now: boolean): Outcome | null {
	if (pipe.readers === 0) return brokenPipe(kernel, process, 0);
	if (pipe.buffers.length < pipe.slots) return null;
	if (now || to.nonblock) return failed("pipe.write.full-again", "EAGAIN");
	return blocked("pipe.write.full-blocks", { on: "pipe-not-full", pipe: pipe.id });
}

/** The pages of a file from `start` on, in bytes; the first and the last may be parts. */
function filePages(
	{ bytes }: RegularFile,
	start: number,
	count: number,
	page: number,
	{ pid }: Process,
): readonly PipeBuffer[] {
	const pieces: PipeBuffer[] = [];
	const end = Math.min(bytes.length, start + count);
	for (let at = start; at < end; ) {
		const next = Math.min(end, at - (at % page) + page);
		const part = bytes.slice(at, next);
		pieces.push({ bytes: part, dyes: [{ pid, count: part.length }], offset: 0, packet: false, sealed: true });
		at = next;
	}
	return pieces;
}

/** The first `count` bytes of a pipe in their pages. One that stays in that pipe too takes no more bytes in the other. */
function pipePages(pipe: Pipe, count: number, { pid }: Process, copied: boolean): readonly PipeBuffer[] {
	const pieces: PipeBuffer[] = [];
	let left = count;
	for (const buffer of pipe.buffers) {
		if (left === 0) break;
		const bytes = buffer.bytes.subarray(0, left);
		const sealed = copied || buffer.sealed || bytes.length < buffer.bytes.length;
		pieces.push({ ...buffer, bytes, dyes: [{ pid, count: bytes.length }], sealed });
		left -= bytes.length;
	}
	return pieces;
}

function putPages(kernel: Kernel, process: Process, pipe: Pipe, pieces: readonly PipeBuffer[]): void {
	const { journal } = kernel;
	const { pid } = process;
	const bytes = bytesOf(pieces);
	const wasEmpty = pipe.buffers.length === 0;
	const offset = pipe.written;
	journal.set(pipe, "buffers", [...pipe.buffers, ...pieces]);
	journal.set(pipe, "written", offset + bytes.length);
	if (pipe.fifo !== null) noteModified(kernel, kernel.state.fifos[pipe.fifo] as Fifo);
	const object = { kind: "pipe", id: pipe.id, end: "write" } as const;
	const dyes = [{ pid, count: bytes.length }];
	kernel.events.push({ kind: "transfers", pid, direction: "out", object, bytes, offset, dyes });
	if (wasEmpty) wakeReader(kernel, process, pipe);
	wakePollers(kernel, pipe.pollers, pid);
	if (process.call !== null) wakeWriter(kernel, process, pipe, 0);
}

/** sendfile(2): from a file, which keeps its offset when the call names one. */
function sendfile(
	kernel: Kernel,
	process: Process,
	from: OpenFile,
	to: OpenFile,
	call: MoveCall & { readonly name: "sendfile" },
): Outcome {
	const seekable = from.object.kind === "file" || from.object.kind === "device";
	if (call.offset !== null && !seekable) return failed("file.seek.not-seekable", "ESPIPE");
	if (from.object.kind !== "file" || to.append) return failed("splice.call.no-file", "EINVAL");
	if (call.offset !== null && call.offset < 0) return failed("file.seek.negative", "EINVAL");
	const file = kernel.state.files[from.object.id] as RegularFile;
	const start = call.offset ?? from.offset;
	const given = file.bytes.slice(start, start + call.count);
	if (given.length === 0) return done("file.read.end-of-file");
	const target = pipeOf(kernel, to);
	const refused = target === null ? null : noRoom(kernel, process, to, target, false);
	if (refused !== null) return refused;
	let written: Outcome;
	if (target === null) written = writeTo(kernel, process, call.to, to, given, null);
	else {
		const free = target.slots - target.buffers.length;
		const pieces = filePages(file, start, call.count, target.page, process).slice(0, free);
		putPages(kernel, process, target, pieces);
		written = done("splice.move.sent", sizeOf(pieces));
	}
	if (written.kind !== "done") return written;
	if (call.offset === null) kernel.journal.set(from, "offset", start + written.value);
	return done("splice.move.sent", written.value);
}
