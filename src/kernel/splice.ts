// Bytes that move between descriptors without a visit to the process: splice(2), tee(2), sendfile(2).
import * as C from "./constants.ts";
import { badDescriptor, openFileOf } from "./descriptors.ts";
import { readFile } from "./file-io.ts";
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { readPipe } from "./pipe.ts";
import { bytesInside, freeRoom, joinBytes } from "./ring.ts";
import type { OpenFile, Pipe, Process, RegularFile } from "./state.ts";
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
	let count = call.count;
	if (target !== null && target.readers > 0) {
		count = Math.min(count, freeRoom(target));
		if (count === 0) {
			if (now || to.nonblock) return failed("pipe.write.full-again", "EAGAIN");
			return blocked("pipe.write.full-blocks", { on: "pipe-not-full", pipe: target.id });
		}
	}
	const reader = now ? { ...from, nonblock: true } : from;
	let taken: Outcome;
	if (source === null) {
		const file = kernel.state.files[from.object.kind === "file" ? from.object.id : 0] as RegularFile;
		taken = readFile(kernel, process, from, file, count, call.fromOffset);
	} else if (tee && bytesInside(source) > 0) {
		const bytes = joinBytes(source.buffers.map((buffer) => buffer.bytes)).slice(0, count);
		taken = done("splice.move.copied", bytes.length, { kind: "bytes", bytes });
	} else {
		taken = readPipe(kernel, process, reader, source, count);
	}
	if (taken.kind !== "done" || taken.value === 0 || taken.reply?.kind !== "bytes") return taken;
	const written = writeTo(kernel, process, call.to, to, taken.reply.bytes, call.toOffset);
	if (written.kind !== "done") return written;
	return done(tee ? "splice.move.copied" : "splice.move.moved", written.value);
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
	const { bytes } = kernel.state.files[from.object.id] as RegularFile;
	const start = call.offset ?? from.offset;
	const given = bytes.slice(start, start + call.count);
	if (given.length === 0) return done("file.read.end-of-file");
	const written = writeTo(kernel, process, call.to, to, given, null);
	if (written.kind !== "done") return written;
	if (call.offset === null) kernel.journal.set(from, "offset", start + written.value);
	return done("splice.move.sent", written.value);
}
