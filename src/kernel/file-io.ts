// Reading and writing at a place: regular files and the devices; offsets, holes, appending. See read(2), lseek(2).
import * as C from "./constants.ts";
import { cutBytes, sizeLimits, spliceBytes } from "./file-bytes.ts";
import { noteAccess } from "./file-times.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { splitDyes } from "./ring.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { MessageQueue, ObjectRef, OpenFile, Process, RegularFile } from "./state.ts";
import type { ObjectId } from "./words.ts";

/** Reads a file from `at`; `moves` says whether the description's offset goes along (pread's does not). */
export function readFile(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	file: RegularFile,
	count: number,
	at: number | null,
): Outcome {
	const offset = at ?? openFile.offset;
	if (count > 0) noteAccess(kernel, file);
	const bytes = file.bytes.subarray(offset, offset + count);
	if (bytes.length === 0) {
		const rule = count === 0 ? "file.read.zero" : "file.read.end-of-file";
		return done(rule, 0, { kind: "bytes", bytes: new Uint8Array(0) });
	}
	if (at === null) kernel.journal.set(openFile, "offset", offset + bytes.length);
	const [, from] = splitDyes(file.dyes, offset);
	const [dyes] = splitDyes(from, bytes.length);
	const object = { kind: "file", id: file.id } as const;
	kernel.events.push({ kind: "transfers", pid: process.pid, direction: "in", object, bytes, offset, dyes });
	return done(at === null ? "file.read.moves-offset" : "file.read.at", bytes.length, {
		kind: "bytes",
		bytes,
	});
}

export function writeFile(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	file: RegularFile,
	given: Uint8Array,
	at: number | null,
): Outcome {
	if (given.length === 0) return done("file.write.zero");
	const offset = openFile.append ? file.bytes.length : (at ?? openFile.offset);
	const limits = sizeLimits(kernel, file, process);
	if (offset >= limits.own) {
		sendSignal(kernel, process, signalInfo(C.signals.SIGXFSZ, C.SI_USER, process), process.pid);
		return failed("file.write.too-big", "EFBIG");
	}
	const count = Math.min(given.length, limits.own - offset, limits.disk - offset);
	if (count <= 0) return failed("file.write.disk-full", "ENOSPC");
	const bytes = given.slice(0, count);
	spliceBytes(kernel, file, offset, bytes, process);
	if (at === null) kernel.journal.set(openFile, "offset", offset + count);
	const { pid } = process;
	const object = { kind: "file", id: file.id } as const;
	const dyes = [{ pid, count }];
	kernel.events.push({ kind: "transfers", pid, direction: "out", object, bytes, offset, dyes });
	if (count < given.length) return done("file.write.partial", count);
	if (openFile.append) return done("file.write.appends", count);
	return done(at === null ? "file.write.moves-offset" : "file.write.at", count);
}

/** A read so large would be a slip of a program, and a hazard for the page. */
const ZERO_MAX = 1_048_576;

export function readDevice(kernel: Kernel, device: string, count: number): Outcome {
	if (device === "null") return done("device.null.read", 0, { kind: "bytes", bytes: new Uint8Array(0) });
	const size = Math.min(count, ZERO_MAX);
	if (device.endsWith("random")) return late().readRandom(kernel, size);
	return done("device.zero.read", size, { kind: "bytes", bytes: new Uint8Array(size) });
}

export function writeDevice(device: string, count: number): Outcome {
	if (device === "full" && count > 0) return failed("device.full.write", "ENOSPC");
	return done("device.write.swallowed", count);
}

/** The largest file of Linux's ext4 with blocks of 4096 bytes. */
const MOST_OFFSET = 0xfff_ffff_f000;

export function lseek(kernel: Kernel, openFile: OpenFile, offset: number, whence: number): Outcome {
	const { object } = openFile;
	if (whence >>> 0 > C.SEEK_HOLE) return failed("file.seek.bad-whence", "EINVAL");
	if (["pipe", "terminal", "socket", "handle"].includes(object.kind)) {
		return failed("file.seek.not-seekable", "ESPIPE");
	}
	if (object.kind === "device") return done("file.seek.set");
	if (object.kind === "queue" && whence === C.SEEK_END) {
		return lseek(kernel, openFile, offset + queueOf(kernel, object.id).fileSize, C.SEEK_SET);
	}
	const file = object.kind === "file" ? kernel.state.files[object.id] : undefined;
	// Nobody knows how long a file of /proc will be.
	if (file?.shows !== undefined && whence === C.SEEK_END) return failed("file.seek.bad-whence", "EINVAL");
	if (object.kind === "file" && (whence === C.SEEK_DATA || whence === C.SEEK_HOLE)) {
		const size = file?.bytes.length ?? 0;
		// Every byte of a file has its room on this disk: the only hole is behind the last.
		if (offset < 0 || offset >= size) return failed("file.seek.no-data", "ENXIO");
		return lseek(kernel, openFile, whence === C.SEEK_DATA ? offset : size, C.SEEK_SET);
	}
	const base = seekBase(kernel, openFile, object, whence);
	if (base === null) return failed("file.seek.bad-whence", "EINVAL");
	const place = base + offset;
	if (place < 0) return failed("file.seek.negative", "EINVAL");
	if (file !== undefined && place > MOST_OFFSET) return failed("file.seek.too-far", "EINVAL");
	kernel.journal.set(openFile, "offset", place);
	return done("file.seek.set", place);
}

function seekBase(kernel: Kernel, openFile: OpenFile, object: ObjectRef, whence: number): number | null {
	if (whence === C.SEEK_SET) return 0;
	if (whence === C.SEEK_CUR) return openFile.offset;
	if (whence !== C.SEEK_END) return null;
	return object.kind === "file" ? (kernel.state.files[object.id]?.bytes.length ?? 0) : 0;
}

export function ftruncate(kernel: Kernel, process: Process, openFile: OpenFile, length: number): Outcome {
	const { access, object } = openFile;
	if (access !== "read" && object.kind === "queue") {
		kernel.journal.set(queueOf(kernel, object.id), "fileSize", length);
		return done("file.truncate.sets-size");
	}
	if (access === "read" || object.kind !== "file") return failed("file.truncate.bad", "EINVAL");
	return setLength(kernel, process, kernel.state.files[object.id] as RegularFile, length);
}

function queueOf(kernel: Kernel, id: ObjectId): MessageQueue {
	return kernel.state.queues[id] as MessageQueue;
}

export function setLength(kernel: Kernel, process: Process, file: RegularFile, length: number): Outcome {
	const limits = sizeLimits(kernel, file, process);
	if (length > file.bytes.length && length > Math.min(limits.disk, limits.own)) {
		return failed("file.write.too-big", "EFBIG");
	}
	cutBytes(kernel, file, length);
	return done("file.truncate.sets-size");
}

/** fsync(2): files are always where they should be; what has no storage refuses. */
export function fsync({ object }: OpenFile): Outcome {
	if (object.kind === "file" || object.kind === "directory") return done("file.sync.done");
	return failed("file.sync.no-storage", "EINVAL");
}
