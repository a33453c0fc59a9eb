// open(2): from a path and flags to a descriptor.

import { encodeText } from "../base/index.ts";
import * as C from "./constants.ts";
import { install, lowestFree, originOf } from "./descriptors.ts";
import { goOnOpening, openFifo } from "./fifo.ts";
import { setBytes } from "./file-bytes.ts";
import { newTimes, noteModified } from "./file-times.ts";
import { type Kernel, newObject } from "./kernel.ts";
import { late } from "./late.ts";
import { newOpenFile } from "./open-files.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { type Owned, ofNewNode, ownsOrRoot, permits } from "./permissions.ts";
import { isInProc, isProcDirectory } from "./proc.ts";
import type {
	Directory,
	Entry,
	Fifo,
	MessageQueue,
	ObjectRef,
	OpenFile,
	Process,
	RegularFile,
	SocketFile,
} from "./state.ts";
import type { SystemCall } from "./system-calls.ts";
import { inputSource, terminalNumber } from "./terminal-input.ts";
import { directoryOf, type Found, lookUp, refuseChange } from "./tree.ts";
import type { ObjectId, Place } from "./words.ts";

export type OpenCall = SystemCall & { readonly name: "open" };
export type Target =
	/** `again`: opened anew through a link of /proc, which leads to what has no name too. */
	{ readonly ref: Entry; readonly created: boolean; readonly again?: boolean } | { readonly error: Outcome };

const accessModes = ["read", "write", "both"] as const;

export function open(kernel: Kernel, process: Process, call: OpenCall, place: Place | null): Outcome {
	const access = call.flags & C.O_PATH ? "read" : accessModes[call.flags & C.O_ACCMODE];
	const both = C.O_CREAT | C.O_DIRECTORY;
	if (access === undefined || (call.flags & both) === both) return failed("file.open.bad-flags", "EINVAL");
	const fd = lowestFree(process, 0);
	if (fd >= process.descriptorLimit) return failed("descriptor.make.table-full", "EMFILE");
	const origin = originOf("open", process, place);
	const closeOnExec = (call.flags & C.O_CLOEXEC) !== 0;
	const flags = openFlags(call.flags, access);
	const opening = { fd, flags, closeOnExec, origin };
	if (process.opening !== null) return goOnOpening(kernel, process, opening);
	const isName = (call.flags & C.O_PATH) !== 0;
	const target =
		(call.flags & C.O_TMPFILE) === C.O_TMPFILE
			? late().makeUnnamed(kernel, process, call)
			: find(kernel, process, isName ? { ...call, flags: call.flags & C.NAME_FLAGS } : call);
	if ("error" in target) return target.error;
	if (isName) return late().openName(kernel, process, target.ref, call.flags, opening);
	const { created } = target;
	const ref = isControlling(target.ref) ? controlling(kernel, process, target.ref) : target.ref;
	const stream = target.again === true && ref.kind === "terminal" && !isInteractive(kernel, ref.id);
	const named = ref.kind === "terminal" && call.path.startsWith("/dev/pts/");
	const refusal = created || stream || named ? null : refuse(kernel, process, ref, call.flags, access);
	if (refusal !== null) return refusal;
	if (ref.kind === "symlink") return failed("file.open.link", "ELOOP");
	if (ref.kind === "handle") return failed("socket.open.never", "ENXIO");
	if (ref.kind === "socket-file" || ref.kind === "socket") return failed("socket.open.never", "ENXIO");
	if (ref.kind === "fifo") {
		return openFifo(kernel, process, kernel.state.fifos[ref.id] as Fifo, opening, place);
	}
	const object = ref.kind === "file" && isInProc(ref.id) ? procFile(kernel, ref.id) : ref;
	const truncated = !created && (call.flags & C.O_TRUNC) !== 0 && ref.kind === "file" && object === ref;
	if (truncated) setBytes(kernel, kernel.state.files[ref.id] as RegularFile, new Uint8Array(0), []);
	const openFile = newOpenFile(kernel, endOf(object, access), flags, origin);
	install(kernel, process, fd, { openFile, closeOnExec, origin });
	if (created) return done("file.open.created", fd);
	return done(truncated ? "file.open.truncated" : "file.open.lowest", fd);
}

/** The flags that a description keeps. */
function openFlags(flags: number, access: OpenFile["access"]) {
	const also = flags & C.TOLD_FLAGS;
	return {
		...(also !== 0 && { also }),
		access,
		append: (flags & C.O_APPEND) !== 0,
		nonblock: (flags & C.O_NONBLOCK) !== 0,
		packets: (flags & C.O_DIRECT) !== 0,
	};
}

function endOf(ref: ObjectRef, access: OpenFile["access"]): ObjectRef {
	return ref.kind === "pipe" ? { kind: "pipe", id: ref.id, end: access } : ref;
}

/** What a file of /proc says now, as a file without a name. */
function procFile(kernel: Kernel, shows: ObjectId): ObjectRef {
	const id = newObject(kernel);
	const bytes = encodeText(late().procText(kernel, shows));
	const dyes = bytes.length === 0 ? [] : [{ pid: 0, count: bytes.length }];
	const { gid, uid } = late().procStatus(kernel, shows);
	const file = {
		id,
		bytes,
		dyes,
		links: 0,
		mode: 0o444,
		uid,
		gid,
		program: null,
		shows,
		...newTimes(kernel),
	};
	kernel.journal.set(kernel.state.files, id, file);
	return { kind: "file", id };
}

function find(kernel: Kernel, process: Process, call: OpenCall): Target {
	const creating = (call.flags & C.O_CREAT) !== 0;
	const anew = creating && (call.flags & C.O_EXCL) !== 0;
	const itself = anew || (call.flags & C.O_NOFOLLOW) !== 0;
	const lookup = lookUp(kernel, process, call.path, itself ? "link" : "target", call.at);
	if ("error" in lookup) return lookup;
	const { found } = lookup;
	if (found.ref === null) {
		if (!creating) return { error: failed("file.path.missing", "ENOENT") };
		return create(kernel, process, found, call.mode);
	}
	const again = isProcDirectory(kernel, found.parent.id);
	if (anew) return { error: failed("file.open.exists", "EEXIST") };
	if (creating && found.ref.kind === "directory") return { error: failed("file.open.directory", "EISDIR") };
	return { ref: found.ref, created: false, again };
}

function create(kernel: Kernel, process: Process, found: Found, mode: number): Target {
	const { name, parent } = found;
	if (found.directoryOnly) return { error: failed("file.open.directory", "EISDIR") };
	if (parent.id === kernel.state.queueDirectory) return newQueueFile(kernel, process, name, mode);
	if (isProcDirectory(kernel, parent.id)) return { error: failed("proc.name.none", "ENOENT") };
	const refusal = refuseChange(kernel, process, parent);
	if (refusal !== null) return { error: refusal };
	if (name === "__proto__") return { error: failed("file.open.bad-flags", "EINVAL") };
	const id = newFile(kernel, process, parent, mode & 0o7777 & ~process.umask);
	const ref = { kind: "file", id } as const;
	kernel.journal.set(parent.entries, name, ref);
	noteModified(kernel, parent);
	return { ref, created: true };
}

/** A file made in /dev/mqueue is a queue with the usual attributes. */
function newQueueFile(kernel: Kernel, process: Process, name: string, mode: number): Target {
	const queue = late().createQueue(kernel, process, name, mode, null, null);
	return "rule" in queue ? { error: queue } : { ref: { kind: "queue", id: queue.id }, created: true };
}

/** An empty file with one name, to be put into a directory. */
export function newFile(kernel: Kernel, process: Process, parent: Directory, bits: number): ObjectId {
	const id = newObject(kernel);
	const { gid, mode } = ofNewNode(process, parent, bits, false);
	kernel.journal.set(kernel.state.files, id, {
		id,
		bytes: new Uint8Array(0),
		dyes: [],
		links: 1,
		mode,
		uid: process.euid,
		gid,
		program: null,
		...newTimes(kernel),
	});
	return id;
}

/** Why an existing object may not be opened so, or null. */
function refuse(
	kernel: Kernel,
	process: Process,
	ref: Entry,
	flags: number,
	access: OpenFile["access"],
): Outcome | null {
	if ((flags & C.O_DIRECTORY) !== 0 && ref.kind !== "directory") {
		return failed("file.path.not-directory", "ENOTDIR");
	}
	const writes = access !== "read" || (flags & C.O_TRUNC) !== 0;
	const wanted = (access === "write" ? 0 : C.R_OK) | (writes ? C.W_OK : 0);
	const denied = failed("file.open.no-permission", "EACCES");
	switch (ref.kind) {
		case "file":
			if (!permits(process, fileModes(kernel, ref.id), wanted)) return denied;
			if ((flags & C.O_NOATIME) !== 0 && !ownsOrRoot(process, fileModes(kernel, ref.id))) {
				return failed("file.open.not-owner", "EPERM");
			}
			return writes ? refuseRunning(kernel, kernel.state.files[ref.id]) : null;
		case "fifo":
			return permits(process, kernel.state.fifos[ref.id] as Fifo, wanted) ? null : denied;
		case "queue":
			return permits(process, kernel.state.queues[ref.id] as MessageQueue, wanted) ? null : denied;
		case "socket-file": {
			const file = kernel.state.socketFiles[ref.id] as SocketFile;
			return permits(process, file, wanted) ? null : denied;
		}
		case "socket":
		case "symlink":
		case "handle":
			return null;
		case "directory":
			if (access !== "read") return failed("file.open.directory", "EISDIR");
			return permits(process, directoryOf(kernel, ref.id), wanted) ? null : denied;
		case "terminal":
			return mayOpenTerminal(kernel, process, ref.id) ? null : failed("terminal.open.none", "ENXIO");
		case "pipe":
			return refusePipe(kernel, ref.id, flags, access);
		case "device":
			return null;
	}
}

/** Nobody writes to a program that a process runs. */
export function refuseRunning({ state }: Kernel, file: RegularFile | undefined): Outcome | null {
	const program = file?.program ?? null;
	if (program === null) return null;
	const running = Object.values(state.processes).some(
		(one) => one.program === program && one.state !== "zombie",
	);
	return running ? failed("file.open.running", "ETXTBSY") : null;
}

function fileModes(kernel: Kernel, id: ObjectId): Owned {
	return isInProc(id) ? late().procStatus(kernel, id) : (kernel.state.files[id] as RegularFile);
}

function isInteractive(kernel: Kernel, id: ObjectId): boolean {
	return kernel.state.terminals[id]?.interactive === true;
}

function isControlling(ref: Entry): boolean {
	return ref.kind === "terminal" && ref.own === true;
}

/** /dev/tty is another terminal to each session. */
function controlling({ state }: Kernel, { sid }: Process, given: Entry): Entry {
	const own = Object.values(state.terminals).find(
		(terminal) => terminalNumber(terminal) > 0 && terminal.session === sid,
	);
	const id = own?.id ?? (given.kind === "terminal" ? given.id : 0);
	return { kind: "terminal", id, own: true };
}

/** /dev/tty is there for those whose controlling terminal it is. */
function mayOpenTerminal(kernel: Kernel, process: Process, id: ObjectId): boolean {
	const source = inputSource(kernel, id);
	return source?.interactive === true && source.session === process.sid;
}

function refusePipe(kernel: Kernel, id: ObjectId, flags: number, access: OpenFile["access"]): Outcome | null {
	const nobodyReads = kernel.state.pipes[id]?.readers === 0;
	if (access === "write" && nobodyReads && (flags & C.O_NONBLOCK) !== 0) {
		return failed("fifo.open.no-readers", "ENXIO");
	}
	return null;
}
