// Room for a file before it is written, and what the file system tells of itself. See fallocate(2), statfs(2).
import * as C from "./constants.ts";
import { badDescriptor, descriptionOf, openFileOf } from "./descriptors.ts";
import { sizeLimits, spliceBytes } from "./file-bytes.ts";
import { setLength } from "./file-io.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import type { ObjectRef, Process, RegularFile } from "./state.ts";
import type { Named } from "./system-calls.ts";
import { lookUpExisting } from "./tree.ts";

const MODES = C.FALLOC_FL_KEEP_SIZE | C.FALLOC_FL_PUNCH_HOLE | C.FALLOC_FL_ZERO_RANGE;

/** fallocate(2): a file that is at least so long; or a stretch of zeros in it. Every byte of a file has its room here. */
export function fallocate(kernel: Kernel, process: Process, call: Named<"fallocate">): Outcome {
	const { fd, length, mode, offset } = call;
	const openFile = openFileOf(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	if (offset < 0 || length <= 0) return failed("file.allocate.bad", "EINVAL");
	const keeps = (mode & C.FALLOC_FL_KEEP_SIZE) !== 0;
	const punches = (mode & C.FALLOC_FL_PUNCH_HOLE) !== 0;
	const zeroes = (mode & C.FALLOC_FL_ZERO_RANGE) !== 0;
	if ((mode & ~MODES) !== 0 || (punches && (zeroes || !keeps))) {
		return failed("file.allocate.unknown", "EOPNOTSUPP");
	}
	if (openFile.access === "read") return failed("descriptor.write.read-only", "EBADF");
	const { object } = openFile;
	if (object.kind === "pipe") return failed("file.seek.not-seekable", "ESPIPE");
	if (object.kind !== "file") return failed("file.allocate.no-file", "ENODEV");
	const file = kernel.state.files[object.id] as RegularFile;
	const size = file.bytes.length;
	const end = offset + length;
	if (!keeps && end > size) {
		const limits = sizeLimits(kernel, file, process);
		if (end <= limits.own && end > limits.disk) return failed("file.write.disk-full", "ENOSPC");
		const longer = setLength(kernel, process, file, end);
		if (longer.kind === "failed") return longer;
	}
	const zeros = Math.min(end, size) - offset;
	if ((punches || zeroes) && zeros > 0) spliceBytes(kernel, file, offset, new Uint8Array(zeros), process);
	return done("file.allocate.done");
}

/** statfs(2): there is one file system, and it has room. */
export function statfs(
	kernel: Kernel,
	process: Process,
	{ descriptor = -1, path }: Named<"statfs">,
): Outcome {
	if (path === null) {
		return descriptionOf(kernel, process, descriptor) === null ? badDescriptor() : done("file.system.told");
	}
	const target = lookUpExisting(kernel, process, path, "target");
	return "error" in target ? target.error : done("file.system.told");
}

/** What execveat(2) with AT_EMPTY_PATH executes. */
export function openedAt(
	kernel: Kernel,
	process: Process,
	fd: number,
): { readonly ref: ObjectRef } | { readonly error: Outcome } {
	const object = descriptionOf(kernel, process, fd)?.object;
	return object === undefined ? { error: badDescriptor() } : { ref: object };
}
