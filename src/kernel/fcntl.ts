// fcntl(2): flags of descriptors and of descriptions, copies from a number on, locks, and the size of a pipe.
import * as C from "./constants.ts";
import { badDescriptor, descriptionOf, duplicateFrom, openFileOf, setCloseOnExec } from "./descriptors.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { resizePipe } from "./pipe.ts";
import type { OpenFile, Pipe, Process } from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import type { Place } from "./words.ts";

const accessBits = { read: C.O_RDONLY, write: C.O_WRONLY, both: C.O_RDWR } as const;

type FcntlCall = SystemCall & { readonly name: "fcntl" };

export function fcntl(kernel: Kernel, process: Process, call: FcntlCall, place: Place | null): Outcome {
	const { argument, command, fd } = call;
	const openFile = (onDescriptor(command) ? descriptionOf : openFileOf)(kernel, process, fd);
	if (openFile === null) return badDescriptor();
	switch (command) {
		case C.F_DUPFD:
		case C.F_DUPFD_CLOEXEC:
			return duplicateFrom(kernel, process, fd, argument, command === C.F_DUPFD_CLOEXEC, place);
		case C.F_GETFD:
			return done("descriptor.flags.told", process.descriptors[fd]?.closeOnExec ? C.FD_CLOEXEC : 0);
		case C.F_SETFD:
			setCloseOnExec(kernel, process, fd, (argument & C.FD_CLOEXEC) !== 0);
			return done("descriptor.flags.set");
		case C.F_GETFL:
			return done("open-file.flags.told", statusFlags(kernel, openFile));
		case C.F_SETFL:
			return setStatusFlags(kernel, openFile, argument);
		case C.F_GETLK:
		case C.F_SETLK:
		case C.F_SETLKW:
		case C.F_OFD_GETLK:
		case C.F_OFD_SETLK:
		case C.F_OFD_SETLKW:
			if (call.lock === undefined) return failed("lock.call.bad", "EINVAL");
			return late().lockRange(kernel, process, openFile, command, call.lock);
		case C.F_GETPIPE_SZ:
		case C.F_SETPIPE_SZ:
			return pipeSize(kernel, process, openFile, command, argument);
		case C.F_SETOWN:
		case C.F_GETOWN:
		case C.F_SETSIG:
		case C.F_GETSIG:
		case C.F_SETOWN_EX:
		case C.F_GETOWN_EX:
			return failed("fcntl.call.no-owner", "ENOSYS");
		default:
			return failed("fcntl.call.bad-command", "EINVAL");
	}
}

/** Needs no file, only a descriptor: all that O_PATH leaves. */
function onDescriptor(command: number): boolean {
	return command <= C.F_GETFL || command === C.F_DUPFD_CLOEXEC;
}

/** F_GETFL as on x86_64: what open(2) opened also shows O_LARGEFILE, which the kernel adds. */
export function statusFlags(kernel: Kernel, openFile: OpenFile): number {
	const { also = 0 } = openFile;
	if (also & C.O_PATH) return also;
	return (
		also |
		accessBits[openFile.access] |
		(openFile.append ? C.O_APPEND : 0) |
		(openFile.nonblock ? C.O_NONBLOCK : 0) |
		(openFile.packets ? C.O_DIRECT : 0) |
		(wasOpened(kernel, openFile) ? C.O_LARGEFILE : 0)
	);
}

/** By open(2): not made by pipe, socket or mq_open. */
function wasOpened(kernel: Kernel, { object }: OpenFile): boolean {
	if (object.kind === "pipe") return (kernel.state.pipes[object.id] as Pipe).fifo !== null;
	if (standsForPipe(kernel, object)) return false;
	return object.kind !== "socket" && object.kind !== "queue" && object.kind !== "handle";
}

/** A standard stream that is no terminal is the far end of a shell's pipe. */
function standsForPipe({ state }: Kernel, object: OpenFile["object"]): boolean {
	return object.kind === "terminal" && state.terminals[object.id]?.interactive === false;
}

function setStatusFlags(kernel: Kernel, openFile: OpenFile, flags: number): Outcome {
	const { journal } = kernel;
	const packets = (flags & C.O_DIRECT) !== 0;
	if (packets && openFile.object.kind !== "pipe" && openFile.object.kind !== "file") {
		return failed("open-file.flags.no-direct", "EINVAL");
	}
	// A plain file never gets ready, so Linux takes the flag there and forgets it.
	if ((flags & C.O_ASYNC) !== 0 && openFile.object.kind !== "file") {
		return failed("open-file.flags.no-sigio", "ENOSYS");
	}
	journal.set(openFile, "append", (flags & C.O_APPEND) !== 0);
	journal.set(openFile, "nonblock", (flags & C.O_NONBLOCK) !== 0);
	journal.set(openFile, "packets", packets);
	return done("open-file.flags.set");
}

function pipeSize(
	kernel: Kernel,
	process: Process,
	openFile: OpenFile,
	command: number,
	size: number,
): Outcome {
	const { object } = openFile;
	if (command === C.F_GETPIPE_SZ && standsForPipe(kernel, object)) {
		const { pipePage, pipeSlots } = kernel.state.limits;
		return done("pipe.size.told", pipeSlots * pipePage);
	}
	if (object.kind !== "pipe") return failed("fcntl.call.not-a-pipe", "EBADF");
	const pipe = kernel.state.pipes[object.id] as Pipe;
	if (command === C.F_SETPIPE_SZ) return resizePipe(kernel, process, pipe, size);
	return done("pipe.size.told", pipe.slots * pipe.page);
}
