// What stat and ioctl tell about an object without changing it. See stat(2), inode(7).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { isInProc } from "./proc.ts";
import { bytesInside } from "./ring.ts";
import type {
	Entry,
	Fifo,
	FileTimes,
	MessageQueue,
	ObjectRef,
	OpenFile,
	Pipe,
	Process,
	RegularFile,
	Socket,
	SocketFile,
	Symlink,
	Terminal,
} from "./state.ts";
import type { FileStatus } from "./system-calls.ts";
import { controlled, inputSource, lineLength, terminalNumber } from "./terminal-input.ts";
import { directoryOf, lookUpExisting } from "./tree.ts";

/** Their numbers, as makedev(3) makes them: 1:3, 1:5, 1:7, 1:8, 1:9; and 136:0, /dev/pts/0, which those of the others follow. */
export const DEVICES = { null: 0x103, zero: 0x105, full: 0x107, random: 0x108, urandom: 0x109 } as const;
export const TERMINAL_DEVICE = 0x8800;
/** 5:0, /dev/tty. */
const CONTROLLING_DEVICE = 0x500;

/** The file system of message queues, which is mounted at /dev/mqueue. */
const QUEUES = 20;

/** Inodes of devices, out of the way of object numbers, and below those of terminals. */
const DEVICE_INODE = 999_000;
/** Keyboard and screen are one device, /dev/pts/0; the others follow. */
const TERMINAL_INODE = 1_000_004;

export function stat(kernel: Kernel, process: Process, path: string, follow: boolean, at?: number): Outcome {
	const target = lookUpExisting(kernel, process, path, follow ? "target" : "link", at);
	if ("error" in target) return target.error;
	return done("file.stat.told", 0, { kind: "stat", stat: statusOf(kernel, target.ref) });
}

export function fstat(kernel: Kernel, openFile: OpenFile): Outcome {
	return done("file.stat.told", 0, { kind: "stat", stat: statusOf(kernel, openFile.object) });
}

/** The number by which stat and readdir know an object. */
export function inodeOf({ state }: Kernel, ref: Entry): number {
	if (ref.kind === "terminal") return TERMINAL_INODE + terminalNumber(state.terminals[ref.id] as Terminal);
	return ref.kind === "device" ? DEVICE_INODE + DEVICES[ref.name] : ref.id;
}

export function statusOf(kernel: Kernel, ref: Entry): FileStatus {
	const { state } = kernel;
	if (ref.kind === "handle") return late().handleStatus(kernel, ref);
	if (ref.kind !== "device" && isInProc(ref.id)) return late().procStatus(kernel, ref.id);
	switch (ref.kind) {
		case "file": {
			const file = state.files[ref.id] as RegularFile;
			if (file.shows !== undefined) return late().procStatus(kernel, file.shows);
			return node(file, C.S_IFREG | file.mode, file.links, file.bytes.length);
		}
		case "directory": {
			const directory = directoryOf(kernel, ref.id);
			const inner = Object.values(directory.entries).filter((entry) => entry.kind === "directory").length;
			const status = node(directory, C.S_IFDIR | directory.mode, 2 + inner, 4096);
			return ref.id === state.queueDirectory ? { ...status, device: QUEUES } : status;
		}
		case "device":
			return { ...special(inodeOf(kernel, ref), C.S_IFCHR | 0o666, 0), rdev: DEVICES[ref.name] };
		case "terminal": {
			const terminal = state.terminals[ref.id] as Terminal;
			// /dev/tty is a device also where standard input is no terminal.
			if (ref.own) return { ...special(TERMINAL_INODE, C.S_IFCHR | 0o666, 0), rdev: CONTROLLING_DEVICE };
			if (!terminal.interactive) return special(ref.id, C.S_IFIFO | 0o600, 1000);
			const rdev = TERMINAL_DEVICE + terminalNumber(terminal);
			return { ...special(inodeOf(kernel, ref), C.S_IFCHR | 0o620, 1000), rdev };
		}
		case "pipe": {
			const { fifo, gid, uid } = state.pipes[ref.id] as Pipe;
			if (fifo !== null) return fifoStatus(state.fifos[fifo] as Fifo);
			return { ...special(ref.id, C.S_IFIFO | 0o600, uid), gid };
		}
		case "fifo":
			return fifoStatus(state.fifos[ref.id] as Fifo);
		case "queue": {
			const queue = state.queues[ref.id] as MessageQueue;
			// In a file system of its own, which keeps nothing in blocks.
			return { ...node(queue, C.S_IFREG | queue.mode, queue.links, queue.fileSize), device: QUEUES };
		}
		case "socket": {
			const { gid, uid } = state.sockets[ref.id] as Socket;
			return { ...special(ref.id, C.S_IFSOCK | 0o777, uid), gid };
		}
		case "socket-file": {
			const file = state.socketFiles[ref.id] as SocketFile;
			return node(file, C.S_IFSOCK | file.mode, file.links, 0);
		}
		case "symlink": {
			const link = state.symlinks[ref.id] as Symlink;
			return node(link, C.S_IFLNK | 0o777, link.links, link.target.length);
		}
	}
}

type Node = FileTimes & Pick<RegularFile, "id" | "uid" | "gid">;

function node(record: Node, mode: number, links: number, size: number): FileStatus {
	return { inode: record.id, mode, links, uid: record.uid, gid: record.gid, size, times: timesOf(record) };
}

function timesOf({ accessed, changed, modified, rests }: FileTimes): FileTimes {
	return { accessed, modified, changed, ...(rests && { rests }) };
}

function fifoStatus(fifo: Fifo): FileStatus {
	return node(fifo, C.S_IFIFO | fifo.mode, fifo.links, 0);
}

const AT_START: FileTimes = { accessed: 0, modified: 0, changed: 0 };

function special(inode: number, mode: number, owner: number): FileStatus {
	return { inode, mode, links: 1, uid: owner, gid: owner, size: 0, times: AT_START };
}

export function ioctl(kernel: Kernel, process: Process, openFile: OpenFile, request: number): Outcome {
	const { object } = openFile;
	const terminal = object.kind === "terminal" ? controlled(kernel, object.id) : null;
	const notTerminal = failed("ioctl.use.not-for-this", "ENOTTY");
	switch (request) {
		case C.FIONREAD: {
			if (isListener(kernel, openFile)) return failed("socket.use.not-connected", "EINVAL");
			const count = unread(kernel, object, openFile.offset);
			if (count === null) return notTerminal;
			return done("ioctl.fionread.unread", 0, { kind: "count", count });
		}
		case C.SIOCATMARK: {
			const socket = object.kind === "socket" ? kernel.state.sockets[object.id] : undefined;
			if (socket === undefined) return notTerminal;
			const count = Number(socket.urgent === socket.lettersTaken);
			return done("socket.mark.told", 0, { kind: "count", count });
		}
		case C.TCGETS:
			if (terminal === null) return notTerminal;
			return done("ioctl.tcgets.terminal", 0, { kind: "settings", settings: terminal.settings });
		case C.TIOCGWINSZ:
			if (terminal === null) return notTerminal;
			return done("ioctl.tiocgwinsz.size", 0, { kind: "window", rows: 24, columns: 80 });
		case C.TIOCGPGRP:
			if (terminal?.session !== process.sid) return notTerminal;
			return done("ioctl.tiocgpgrp.group", 0, { kind: "count", count: terminal.foregroundGroup });
		case C.TIOCGSID:
			if (terminal?.session !== process.sid) return notTerminal;
			return done("ioctl.tiocgsid.session", 0, { kind: "count", count: terminal.session });
		default:
			return notTerminal;
	}
}

function isListener({ state }: Kernel, { object }: OpenFile): boolean {
	return object.kind === "socket" && state.sockets[object.id]?.phase === "listening";
}

/** FIONREAD: bytes a read at `offset` would find, of a file less than none when that lies beyond the end; null where the request means nothing. */
export function unread(kernel: Kernel, object: ObjectRef, offset: number): number | null {
	switch (object.kind) {
		case "pipe":
			return bytesInside(kernel.state.pipes[object.id] as Pipe);
		case "socket": {
			const { queue, type } = kernel.state.sockets[object.id] as Socket;
			const letters = type === "datagram" ? queue.slice(0, 1) : queue;
			return letters.reduce((sum, { bytes }) => sum + bytes.length, 0);
		}
		case "file": {
			const size = kernel.state.files[object.id]?.bytes.length ?? 0;
			return size - offset;
		}
		case "terminal": {
			const source = inputSource(kernel, object.id);
			return source === null ? 0 : (lineLength(source) ?? 0);
		}
		case "queue":
			return (kernel.state.queues[object.id] as MessageQueue).fileSize - offset;
		case "device":
		case "directory":
		case "handle":
			return null;
	}
}
