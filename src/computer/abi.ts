// The ABI: for every function that traps, how its C arguments become a system call, and how the reply comes back.

import { encodeText } from "../base/index.ts";
import {
	type Errno,
	errnos,
	F_GETLK,
	F_OFD_GETLK,
	F_OFD_SETLK,
	F_OFD_SETLKW,
	F_SETLK,
	F_SETLKW,
	FIONREAD,
	O_CREAT,
	type Reply,
	SI_TKILL,
	SI_USER,
	SIOCATMARK,
	type SystemCall,
	signals,
	TCGETS,
	TCSETS,
	TCSETSF,
	TCSETSW,
	TIOCGPGRP,
	TIOCGSID,
	TIOCGWINSZ,
	TIOCSPGRP,
	type TimerClock,
} from "../kernel/index.ts";
import {
	readDisposition,
	readFileTime,
	readLock,
	readSet,
	readSettings,
	readSignals,
	readTimespec,
	readTimeval,
	readValue,
	SIZE,
	TICKS_PER_SECOND,
	wallClock,
	windowSize,
	writeDisposition,
	writeEntries,
	writeLock,
	writeSet,
	writeSettings,
	writeSignalInfo,
	writeSignals,
	writeStat,
	writeTimespec,
	writeTimeval,
} from "./structures.ts";
import type { Trapped } from "./trapped.ts";
import { userBindings } from "./user-calls.ts";

/** One function of C that is a question to the kernel. */
export interface Binding {
	/** The system call; a pointer that leads nowhere sets `badAddress`. */
	readonly ask: (trap: Trapped) => SystemCall;
	/** Stores the reply and gives the C result; without it the result is the call's value. */
	readonly answer?: (trap: Trapped, value: number, reply: Reply | null) => number | bigint | Failure;
	/** The C result of a failure and, if not null, what errno becomes; without it -1 and the error's number. */
	readonly fail?: (trap: Trapped, errno: Errno, reply: Reply | null) => Failure;
}

export interface Failure {
	readonly result: number | bigint;
	readonly errno: Errno | null;
}

/** A function of C that the computer answers by itself: it concerns the process's memory alone. */
export type Service = (trap: Trapped) => number | bigint;

const TICKS_PER_MILLISECOND = 1000;
/** A time that the kernel refuses with EINVAL. */
const BAD_TIME = -1;
const RLIM_INFINITY = 0xffff_ffff_ffff_ffffn;

// ---- replies into memory ----

function storeBytes(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "bytes") trap.memory.write(trap.pointer(1), reply.bytes);
	return value;
}

function storeEnds(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "descriptors") {
		trap.memory.setInt32(trap.pointer(0), reply.read);
		trap.memory.setInt32(trap.pointer(0) + SIZE.int, reply.write);
	}
	return value;
}

function storeStat(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "stat") writeStat(trap.memory, trap.pointer(1), reply.stat);
	return value;
}

function storeTerminal(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "count") trap.memory.setInt32(trap.pointer(2), reply.count);
	if (reply?.kind === "settings") writeSettings(trap.memory, trap.pointer(2), reply.settings);
	if (reply?.kind === "window") trap.memory.write(trap.pointer(2), windowSize(reply.rows, reply.columns));
	return value;
}

/** getcwd(3): the buffer's address, or NULL and ERANGE when the path does not fit. */
function storePath(trap: Trapped, value: number, reply: Reply | null): number | Failure {
	if (reply?.kind !== "path") return value;
	const bytes = encodeText(`${reply.path}\0`);
	if (bytes.length > trap.size(1)) return { result: 0, errno: "ERANGE" };
	trap.memory.write(trap.pointer(0), bytes);
	return trap.pointer(0);
}

/** readlink(2): as much of the target as fits, without a null byte. */
function storeTarget(trap: Trapped, value: number, reply: Reply | null, index = 1): number {
	if (reply?.kind !== "path") return value;
	const bytes = encodeText(reply.path).subarray(0, trap.size(index + 1));
	trap.memory.write(trap.pointer(index), bytes);
	return bytes.length;
}

function storeEntries(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "entries") writeEntries(trap.memory, trap.pointer(1), reply.entries);
	return value;
}

/** wait(2) gives the child's pid and stores its status word, unless there is nothing to tell. */
function storeStatus(index: number): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		const address = trap.pointer(index);
		if (reply?.kind === "status" && reply.pid > 0 && address !== 0) {
			trap.memory.setInt32(address, reply.status);
		}
		return value;
	};
}

function storeInfo(index: number): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		const address = trap.pointer(index);
		if (address === 0) return value;
		if (reply?.kind === "info") {
			// glibc does not show what raise sent as such to sigwaitinfo.
			const { code } = reply.info;
			writeSignalInfo(trap.memory, address, { ...reply.info, code: code === SI_TKILL ? SI_USER : code });
		}
		if (reply?.kind === "status") writeSignalInfo(trap.memory, address, reply.info);
		return value;
	};
}

function storeOldMask(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "signals" && trap.pointer(2) !== 0) {
		writeSignals(trap.memory, trap.pointer(2), reply.signals);
	}
	return value;
}

function storeLimit(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "limit") {
		trap.memory.setInt64(trap.pointer(1), limitWord(reply.soft));
		trap.memory.setInt64(trap.pointer(1) + SIZE.long, limitWord(reply.hard));
	}
	return value;
}

function limitWord(limit: number): bigint {
	return Number.isFinite(limit) ? BigInt(limit) : RLIM_INFINITY;
}

/** The time not slept, when a signal came. */
function storeTimeLeft(index: number): NonNullable<Binding["fail"]> {
	return (trap, errno, reply) => {
		const address = trap.pointer(index);
		if (reply?.kind === "left" && address !== 0) writeTimespec(trap.memory, address, reply.ticks);
		return { result: -1, errno };
	};
}

function storeEvents(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "ready") return value;
	reply.events.forEach((events, i) => {
		trap.memory.write(trap.pointer(0) + i * SIZE.pollfd + 6, Uint8Array.of(events & 255, events >> 8));
	});
	return value;
}

function storeSets(trap: Trapped, value: number, reply: Reply | null): number {
	storeSelectTime(trap, reply);
	return storeSetsAlone(trap, value, reply);
}

/** Linux's select tells how much of its timeout is left. */
function storeSelectTime(trap: Trapped, reply: Reply | null): void {
	if (reply?.kind === "selected" && trap.pointer(4) !== 0) {
		writeTimeval(trap.memory, trap.pointer(4), reply.left);
	}
}

/** pselect leaves its timeout as it is. */
function storeSetsAlone(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "selected") return value;
	const count = trap.int(0);
	writeSet(trap.memory, trap.pointer(1), count, reply.read);
	writeSet(trap.memory, trap.pointer(2), count, reply.write);
	writeSet(trap.memory, trap.pointer(3), count, reply.except);
	return value;
}

/** alarm(2) tells whole seconds, rounded, but not 0 as long as an alarm is set. */
export function secondsLeft(ticks: number): number {
	return ticks === 0 ? 0 : Math.max(1, Math.round(ticks / TICKS_PER_SECOND));
}

// ---- arguments that need more than a word ----

const AT_FDCWD = -100;

/** The descriptor of the directory where a relative path begins; nothing for where the process stands. */
function base(trap: Trapped, index: number): { readonly at?: number } {
	const at = trap.int(index);
	return at === AT_FDCWD ? {} : { at };
}

/** open, or openat when `first`, the path's place, is 1. */
function askOpen(first: number): Binding["ask"] {
	return (trap) => {
		const flags = trap.int(first + 1);
		const mode = (flags & O_CREAT) !== 0 ? trap.int(first + 2) & 0o7777 : 0;
		const from = first === 0 ? {} : base(trap, 0);
		return { name: "open", ...from, path: trap.text(first), flags, mode };
	};
}

/** renameat and linkat; linkat has a fifth argument. */
function askTwoNames(trap: Trapped, name: "rename" | "link"): SystemCall {
	const { at: fromAt } = base(trap, 0);
	const { at: toAt } = base(trap, 2);
	return {
		name,
		from: trap.text(1),
		to: trap.text(3),
		...(fromAt === undefined ? {} : { fromAt }),
		...(toAt === undefined ? {} : { toAt }),
		...(name === "link" && trap.int(4) !== 0 ? { follow: true } : {}),
	};
}

/** A NULL path means the descriptor itself; NULL times mean now. */
function askUtimensat(trap: Trapped): SystemCall {
	const now = trap.pointer(2) === 0;
	const address = now ? 0 : trap.input(2, 2 * SIZE.time);
	const time = (offset: number) => (now ? "now" : readFileTime(trap.memory, address + offset));
	return {
		name: "utimensat",
		...base(trap, 0),
		path: trap.pointer(1) === 0 ? null : trap.text(1),
		follow: trap.int(3) === 0,
		accessed: time(0),
		modified: time(SIZE.time),
	};
}

/** Requests that change the terminal are calls of their own. */
function askIoctl(trap: Trapped): SystemCall {
	const fd = trap.int(0);
	const request = trap.unsigned(1);
	switch (request) {
		case TIOCSPGRP:
			return { name: "tcsetpgrp", fd, pgid: trap.memory.getInt32(trap.input(2, SIZE.int)) ?? 0 };
		case TCSETS:
		case TCSETSW:
		case TCSETSF: {
			const settings = readSettings(trap.memory, trap.input(2, SIZE.termios));
			return { name: "tcsetattr", fd, actions: request - TCSETS, settings };
		}
		case TCGETS:
			trap.output(2, SIZE.termios);
			break;
		case FIONREAD:
		case SIOCATMARK:
		case TIOCGPGRP:
		case TIOCGSID:
			trap.output(2, SIZE.int);
			break;
		case TIOCGWINSZ:
			trap.output(2, SIZE.winsize);
			break;
	}
	return { name: "ioctl", fd, request };
}

function askSigaction(trap: Trapped): SystemCall {
	const given = trap.pointer(1) !== 0;
	const address = given ? trap.input(1, SIZE.sigaction) : 0;
	trap.output(2, SIZE.sigaction, "optional");
	const disposition = given && !trap.badAddress ? readDisposition(trap.memory, address) : null;
	return { name: "sigaction", signal: trap.int(0), disposition };
}

function askSigprocmask(trap: Trapped): SystemCall {
	const given = trap.pointer(1) !== 0;
	const address = given ? trap.input(1, SIZE.signals) : 0;
	trap.output(2, SIZE.signals, "optional");
	return { name: "sigprocmask", how: trap.int(0), set: given ? readSignals(trap.memory, address) : null };
}

function askSigtimedwait(trap: Trapped): SystemCall {
	const set = readSignals(trap.memory, trap.input(0, SIZE.signals));
	trap.output(1, SIZE.siginfo, "optional");
	const forEver = trap.pointer(2) === 0;
	return { name: "sigtimedwait", set, timeout: forEver ? null : timespec(trap, 2) };
}

function timespec(trap: Trapped, index: number): number {
	return readTimespec(trap.memory, trap.input(index, SIZE.time)) ?? BAD_TIME;
}

function optionalTimespec(trap: Trapped, index: number): number | null {
	return trap.pointer(index) === 0 ? null : timespec(trap, index);
}

/** The signal mask of ppoll and pselect; NULL leaves it. */
function masked(trap: Trapped, address: number): { readonly mask?: readonly number[] } {
	if (address === 0) return {};
	if (!trap.memory.readable(address, SIZE.signals)) trap.badAddress = true;
	return { mask: readSignals(trap.memory, address) };
}

function askPoll(trap: Trapped): SystemCall {
	const milliseconds = trap.int(2);
	const timeout = milliseconds < 0 ? null : milliseconds * TICKS_PER_MILLISECOND;
	return { name: "poll", entries: pollEntries(trap), timeout };
}

function pollEntries(trap: Trapped) {
	const count = trap.size(1);
	const address = count > 0 ? trap.output(0, count * SIZE.pollfd) : 0;
	return Array.from({ length: trap.badAddress ? 0 : count }, (_, i) => ({
		fd: trap.memory.getInt32(address + i * SIZE.pollfd) ?? -1,
		events: (trap.memory.getInt32(address + i * SIZE.pollfd + 4) ?? 0) & 0xffff,
	}));
}

function askSelect(trap: Trapped): SystemCall {
	const sets = askedSets(trap);
	const forEver = trap.pointer(4) === 0;
	const timeout = forEver ? null : (readTimeval(trap.memory, trap.output(4, SIZE.time)) ?? BAD_TIME);
	return { name: "select", highest: trap.int(0), ...sets, timeout };
}

function askedSets(trap: Trapped) {
	const highest = trap.int(0);
	const sets = [1, 2, 3].map((index) => {
		trap.output(index, Math.ceil(Math.max(0, highest) / 64) * SIZE.long, "optional");
		return readSet(trap.memory, trap.pointer(index), highest);
	});
	const [read = [], write = [], except = []] = sets;
	return { read, write, except };
}

/** The off_t that an argument points to; null when it points to none. */
function offsetAt(trap: Trapped, index: number): number | null {
	const address = trap.output(index, SIZE.long, "optional");
	return address === 0 ? null : Number(trap.memory.getInt64(address) ?? 0n);
}

function moveOffset(trap: Trapped, index: number, by: number): void {
	const address = trap.pointer(index);
	if (address !== 0) trap.memory.setInt64(address, (trap.memory.getInt64(address) ?? 0n) + BigInt(by));
}

const LOCK_COMMANDS: readonly number[] = [F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW];

function askFcntl(trap: Trapped): SystemCall {
	const call = { name: "fcntl", fd: trap.int(0), command: trap.int(1), argument: trap.int(2) } as const;
	if (!LOCK_COMMANDS.includes(call.command)) return call;
	return { ...call, lock: readLock(trap.memory, trap.output(2, SIZE.flock)) };
}

function askSetLimit(trap: Trapped): SystemCall {
	const address = trap.input(1, SIZE.rlimit);
	const limit = (offset: number) => {
		const word = BigInt.asUintN(64, trap.memory.getInt64(address + offset) ?? 0n);
		return word > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(word);
	};
	return { name: "setrlimit", resource: trap.int(0), soft: limit(0), hard: limit(SIZE.long) };
}

const IOV_MAX = 1024;

function iovecs(trap: Trapped): { address: number; length: number }[] {
	const count = Math.min(IOV_MAX, Math.max(0, trap.int(2)));
	const start = trap.input(1, count * SIZE.iovec);
	return Array.from({ length: trap.badAddress ? 0 : count }, (_, i) => ({
		address: Number(BigInt.asUintN(32, trap.memory.getInt64(start + i * SIZE.iovec) ?? 0n)),
		length: Number(trap.memory.getInt64(start + i * SIZE.iovec + SIZE.long) ?? 0n),
	}));
}

/** Lengths that are negative, or too many buffers: EINVAL, whatever the addresses. */
function badVectors(trap: Trapped): boolean {
	const many = trap.int(2);
	return many < 0 || many > IOV_MAX || iovecs(trap).some(({ length }) => length < 0);
}

function askWritev(trap: Trapped): SystemCall {
	if (badVectors(trap)) return { name: "write", fd: trap.int(0), bytes: new Uint8Array(0), badCount: true };
	const parts = iovecs(trap).map(({ address, length }) => {
		const bytes = trap.memory.read(address, length);
		if (bytes === null) trap.badAddress = true;
		return bytes ?? new Uint8Array(0);
	});
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let end = 0;
	for (const part of parts) {
		bytes.set(part, end);
		end += part.length;
	}
	return { name: "write", fd: trap.int(0), bytes };
}

function askReadv(trap: Trapped): SystemCall {
	if (badVectors(trap)) return { name: "read", fd: trap.int(0), count: -1 };
	const vectors = iovecs(trap);
	if (vectors.some(({ address, length }) => !trap.memory.writable(address, length))) trap.badAddress = true;
	return { name: "read", fd: trap.int(0), count: vectors.reduce((sum, { length }) => sum + length, 0) };
}

function storeVectors(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "bytes") return value;
	let start = 0;
	for (const { address, length } of iovecs(trap)) {
		trap.memory.write(address, reply.bytes.subarray(start, start + length));
		start += length;
	}
	return value;
}

/** clockid_t: those of the wall, those that count from the start, those of the processor's time. */
const WALL_CLOCKS: readonly number[] = [0, 5, 8, 11];
const START_CLOCKS: readonly number[] = [1, 4, 6, 7, 9];
const PROCESSOR_CLOCKS: readonly number[] = [2, 3];
const TIMER_ABSTIME = 1;
const SIGEV_SIGNAL = 0;
const SIGEV_NONE = 1;
const SIGEV_THREAD_ID = 4;

function clockOf(id: number): TimerClock | null {
	if (PROCESSOR_CLOCKS.includes(id)) return "processor";
	return WALL_CLOCKS.includes(id) || START_CLOCKS.includes(id) ? "real" : null;
}

/** What a clock showed at tick 0. */
function zeroOf(id: number): number {
	return WALL_CLOCKS.includes(id) ? wallClock(0) : 0;
}

/** A NULL sigevent means SIGALRM. */
function askTimerCreate(trap: Trapped): SystemCall {
	trap.output(2, SIZE.long);
	const id = trap.int(0);
	const head = { name: "timer_create", clock: clockOf(id), zero: zeroOf(id) } as const;
	if (trap.pointer(1) === 0) return { ...head, signal: signals.SIGALRM, value: 0 };
	const address = trap.input(1, SIZE.sigevent);
	const how = trap.memory.getInt32(address + 12) ?? 0;
	const number = trap.memory.getInt32(address + 8) ?? 0;
	const known = how === SIGEV_SIGNAL || how === SIGEV_THREAD_ID;
	const signal = how === SIGEV_NONE ? null : known ? number : 0;
	return { ...head, signal, value: readValue(trap.memory, address) };
}

function storeTimer(
	index: number,
	write: (memory: Trapped["memory"], address: number, ticks: number) => void,
): NonNullable<Binding["answer"]> {
	return (trap, value, reply) => {
		const address = trap.pointer(index);
		if (reply?.kind !== "timer" || address === 0) return value;
		write(trap.memory, address, reply.interval);
		write(trap.memory, address + SIZE.time, reply.left);
		return value;
	};
}

function askWait(
	options: (trap: Trapped) => number,
	who: (trap: Trapped) => number,
	status: number,
): Binding {
	return {
		ask: (trap) => {
			trap.output(status, SIZE.int, "optional");
			return { name: "wait4", who: who(trap), options: options(trap) };
		},
		answer: storeStatus(status),
	};
}

function askStat(follow: boolean): Binding {
	return {
		ask: (trap) => {
			trap.output(1, SIZE.stat);
			return { name: "stat", path: trap.text(0), follow };
		},
		answer: storeStat,
	};
}

function plain(
	name:
		| "getpid"
		| "getppid"
		| "getpgrp"
		| "getuid"
		| "geteuid"
		| "getgid"
		| "getegid"
		| "setsid"
		| "sched_yield"
		| "pause"
		| "fork"
		| "vfork",
): Binding {
	return { ask: () => ({ name }) };
}

function askEffective(trap: Trapped): SystemCall {
	return { name: "access", path: trap.text(0), mode: trap.int(1), effective: true };
}

function askChown(follow: boolean): Binding {
	return {
		ask: (trap) => ({
			name: "chown",
			path: trap.text(0),
			uid: trap.unsigned(1),
			gid: trap.unsigned(2),
			follow,
		}),
	};
}

const own: { [name: string]: Binding } = {
	// ---- descriptors ----
	read: {
		ask: (trap) => ({ name: "read", fd: trap.int(0), count: trap.room(1, trap.size(2)) }),
		answer: storeBytes,
	},
	write: { ask: (trap) => ({ name: "write", fd: trap.int(0), bytes: trap.bytes(1, trap.size(2)) }) },
	pread: {
		ask: (trap) => ({
			name: "pread",
			fd: trap.int(0),
			count: trap.room(1, trap.size(2)),
			offset: trap.long(3),
		}),
		answer: storeBytes,
	},
	pwrite: {
		ask: (trap) => ({
			name: "pwrite",
			fd: trap.int(0),
			bytes: trap.bytes(1, trap.size(2)),
			offset: trap.long(3),
		}),
	},
	readv: { ask: askReadv, answer: storeVectors },
	writev: { ask: askWritev },
	open: { ask: askOpen(0) },
	openat: { ask: askOpen(1) },
	close: { ask: (trap) => ({ name: "close", fd: trap.int(0) }) },
	pipe: {
		ask: (trap) => {
			trap.output(0, 2 * SIZE.int);
			return { name: "pipe", flags: 0 };
		},
		answer: storeEnds,
	},
	pipe2: {
		ask: (trap) => {
			trap.output(0, 2 * SIZE.int);
			return { name: "pipe", flags: trap.int(1) };
		},
		answer: storeEnds,
	},
	dup: { ask: (trap) => ({ name: "dup", fd: trap.int(0) }) },
	dup2: { ask: (trap) => ({ name: "dup2", from: trap.int(0), to: trap.int(1) }) },
	dup3: { ask: (trap) => ({ name: "dup3", from: trap.int(0), to: trap.int(1), flags: trap.int(2) }) },
	fcntl: {
		ask: askFcntl,
		answer: (trap, value, reply) => {
			if (reply?.kind === "lock") writeLock(trap.memory, trap.pointer(2), reply.lock);
			return value;
		},
	},
	splice: {
		ask: (trap) => ({
			name: "splice",
			from: trap.int(0),
			fromOffset: offsetAt(trap, 1),
			to: trap.int(2),
			toOffset: offsetAt(trap, 3),
			count: trap.size(4),
			flags: trap.unsigned(5),
		}),
		answer: (trap, value) => {
			for (const index of [1, 3]) moveOffset(trap, index, value);
			return value;
		},
	},
	tee: {
		ask: (trap) => {
			const [from, to] = [trap.int(0), trap.int(1)];
			const count = trap.size(2);
			return { name: "tee", from, to, fromOffset: null, toOffset: null, count, flags: trap.unsigned(3) };
		},
	},
	sendfile: {
		ask: (trap) => {
			const [to, from] = [trap.int(0), trap.int(1)];
			return { name: "sendfile", from, to, offset: offsetAt(trap, 2), count: trap.size(3) };
		},
		answer: (trap, value) => {
			moveOffset(trap, 2, value);
			return value;
		},
	},
	flock: { ask: (trap) => ({ name: "flock", fd: trap.int(0), operation: trap.int(1) }) },
	fsync: { ask: (trap) => ({ name: "fsync", fd: trap.int(0) }) },
	fdatasync: { ask: (trap) => ({ name: "fsync", fd: trap.int(0) }) },
	fchmod: { ask: (trap) => ({ name: "fchmod", fd: trap.int(0), mode: trap.int(1) & 0o7777 }) },
	truncate: { ask: (trap) => ({ name: "truncate", path: trap.text(0), length: trap.long(1) }) },
	lseek: {
		ask: (trap) => ({ name: "lseek", fd: trap.int(0), offset: trap.long(1), whence: trap.int(2) }),
	},
	ftruncate: { ask: (trap) => ({ name: "ftruncate", fd: trap.int(0), length: trap.long(1) }) },
	ioctl: { ask: askIoctl, answer: storeTerminal },
	fstat: {
		ask: (trap) => {
			trap.output(1, SIZE.stat);
			return { name: "fstat", fd: trap.int(0) };
		},
		answer: storeStat,
	},

	// ---- files by their path ----
	stat: askStat(true),
	lstat: askStat(false),
	unlink: { ask: (trap) => ({ name: "unlink", path: trap.text(0) }) },
	access: { ask: (trap) => ({ name: "access", path: trap.text(0), mode: trap.int(1) }) },
	euidaccess: { ask: askEffective },
	eaccess: { ask: askEffective },
	chown: askChown(true),
	lchown: askChown(false),
	fchown: {
		ask: (trap) => ({ name: "fchown", fd: trap.int(0), uid: trap.unsigned(1), gid: trap.unsigned(2) }),
	},
	mkdir: { ask: (trap) => ({ name: "mkdir", path: trap.text(0), mode: trap.int(1) & 0o7777 }) },
	rmdir: { ask: (trap) => ({ name: "rmdir", path: trap.text(0) }) },
	rename: { ask: (trap) => ({ name: "rename", from: trap.text(0), to: trap.text(1) }) },
	link: { ask: (trap) => ({ name: "link", from: trap.text(0), to: trap.text(1) }) },
	chmod: { ask: (trap) => ({ name: "chmod", path: trap.text(0), mode: trap.int(1) & 0o7777 }) },
	chdir: { ask: (trap) => ({ name: "chdir", path: trap.text(0) }) },
	__getcwd: {
		ask: (trap) => {
			trap.output(0, Math.max(1, trap.size(1)));
			return { name: "getcwd" };
		},
		answer: storePath,
		fail: (_, errno) => ({ result: 0, errno }),
	},
	fchdir: { ask: (trap) => ({ name: "fchdir", fd: trap.int(0) }) },
	symlink: { ask: (trap) => ({ name: "symlink", target: trap.text(0), path: trap.text(1) }) },
	readlink: {
		ask: (trap) => {
			trap.room(1, trap.size(2));
			return { name: "readlink", path: trap.text(0) };
		},
		answer: storeTarget,
	},
	mknod: { ask: (trap) => ({ name: "mknod", path: trap.text(0), mode: trap.int(1) }) },
	__getdents: {
		ask: (trap) => ({ name: "getdents", fd: trap.int(0), count: trap.room(1, trap.size(2)) }),
		answer: storeEntries,
	},
	// The calls by a directory; the library has seen to their flags.
	__statat: {
		ask: (trap) => {
			trap.output(2, SIZE.stat);
			return { name: "stat", ...base(trap, 0), path: trap.text(1), follow: trap.int(3) !== 0 };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "stat") writeStat(trap.memory, trap.pointer(2), reply.stat);
			return value;
		},
	},
	__unlinkat: { ask: (trap) => ({ name: "unlink", ...base(trap, 0), path: trap.text(1) }) },
	__rmdirat: { ask: (trap) => ({ name: "rmdir", ...base(trap, 0), path: trap.text(1) }) },
	mkdirat: {
		ask: (trap) => ({ name: "mkdir", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) & 0o7777 }),
	},
	mknodat: {
		ask: (trap) => ({ name: "mknod", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) }),
	},
	__chmodat: {
		ask: (trap) => ({ name: "chmod", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) & 0o7777 }),
	},
	__accessat: {
		ask: (trap) => ({ name: "access", ...base(trap, 0), path: trap.text(1), mode: trap.int(2) }),
	},
	__eaccessat: {
		ask: (trap) => ({
			name: "access",
			...base(trap, 0),
			path: trap.text(1),
			mode: trap.int(2),
			effective: true,
		}),
	},
	__chownat: {
		ask: (trap) => ({
			name: "chown",
			...base(trap, 0),
			path: trap.text(1),
			uid: trap.unsigned(2),
			gid: trap.unsigned(3),
			follow: trap.int(4) !== 0,
		}),
	},
	renameat: { ask: (trap) => askTwoNames(trap, "rename") },
	__linkat: { ask: (trap) => askTwoNames(trap, "link") },
	symlinkat: {
		ask: (trap) => ({ name: "symlink", target: trap.text(0), ...base(trap, 1), path: trap.text(2) }),
	},
	readlinkat: {
		ask: (trap) => {
			trap.room(2, trap.size(3));
			return { name: "readlink", ...base(trap, 0), path: trap.text(1) };
		},
		answer: (trap, value, reply) => storeTarget(trap, value, reply, 2),
	},
	__utimensat: { ask: askUtimensat },
	umask: { ask: (trap) => ({ name: "umask", mask: trap.int(0) & 0o777 }) },

	// ---- processes ----
	fork: plain("fork"),
	vfork: plain("vfork"),
	execve: {
		ask: (trap) => ({ name: "execve", path: trap.text(0), argv: trap.texts(1), envp: trap.texts(2) }),
	},
	_exit: { ask: (trap) => ({ name: "exit", status: trap.int(0) }) },
	waitpid: askWait(
		(trap) => trap.int(2),
		(trap) => trap.int(0),
		1,
	),
	wait: askWait(
		() => 0,
		() => -1,
		0,
	),
	waitid: {
		ask: (trap) => {
			trap.output(2, SIZE.siginfo, "optional");
			return { name: "waitid", type: trap.int(0), id: trap.int(1), options: trap.int(3) };
		},
		answer: storeInfo(2),
	},
	getpid: plain("getpid"),
	gettid: plain("getpid"),
	getppid: plain("getppid"),
	getpgrp: plain("getpgrp"),
	getuid: plain("getuid"),
	geteuid: plain("geteuid"),
	getgid: plain("getgid"),
	getegid: plain("getegid"),
	setsid: plain("setsid"),
	...userBindings,
	getpgid: { ask: (trap) => ({ name: "getpgid", pid: trap.int(0) }) },
	getsid: { ask: (trap) => ({ name: "getsid", pid: trap.int(0) }) },
	setpgid: { ask: (trap) => ({ name: "setpgid", pid: trap.int(0), pgid: trap.int(1) }) },
	sched_yield: plain("sched_yield"),
	getrlimit: {
		ask: (trap) => {
			trap.output(1, SIZE.rlimit);
			return { name: "getrlimit", resource: trap.int(0) };
		},
		answer: storeLimit,
	},
	setrlimit: { ask: askSetLimit },
	getpriority: { ask: (trap) => ({ name: "getpriority", which: trap.int(0), who: trap.int(1) }) },
	setpriority: {
		ask: (trap) => ({ name: "setpriority", which: trap.int(0), who: trap.int(1), nice: trap.int(2) }),
	},

	// ---- signals ----
	kill: { ask: (trap) => ({ name: "kill", pid: trap.int(0), signal: trap.int(1) }) },
	raise: { ask: (trap) => ({ name: "raise", signal: trap.int(0) }) },
	sigqueue: {
		ask: (trap) => ({
			name: "sigqueue",
			pid: trap.int(0),
			signal: trap.int(1),
			// A union is passed as the address of the caller's copy.
			value: readValue(trap.memory, trap.input(2, SIZE.long)),
		}),
	},
	sigaction: {
		ask: askSigaction,
		answer: (trap, value, reply) => {
			if (reply?.kind === "disposition" && trap.pointer(2) !== 0) {
				writeDisposition(trap.memory, trap.pointer(2), reply.disposition);
			}
			return value;
		},
	},
	sigprocmask: { ask: askSigprocmask, answer: storeOldMask },
	sigpending: {
		ask: (trap) => {
			trap.output(0, SIZE.signals);
			return { name: "sigpending" };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "signals") writeSignals(trap.memory, trap.pointer(0), reply.signals);
			return value;
		},
	},
	sigsuspend: {
		ask: (trap) => ({
			name: "sigsuspend",
			mask: readSignals(trap.memory, trap.input(0, SIZE.signals)),
		}),
	},
	sigtimedwait: { ask: askSigtimedwait, answer: storeInfo(1) },
	pause: plain("pause"),

	// ---- time ----
	alarm: {
		ask: (trap) => ({ name: "alarm", after: trap.unsigned(0) * TICKS_PER_SECOND }),
		answer: (_, value) => secondsLeft(value),
	},
	nanosleep: {
		ask: (trap) => {
			trap.output(1, SIZE.time, "optional");
			return { name: "nanosleep", ticks: timespec(trap, 0) };
		},
		fail: storeTimeLeft(1),
	},
	clock_gettime: {
		ask: (trap) => {
			trap.output(1, SIZE.time);
			return { name: "clock_gettime", clock: clockOf(trap.int(0)) };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "time") {
				writeTimespec(trap.memory, trap.pointer(1), zeroOf(trap.int(0)) + reply.ticks);
			}
			return value;
		},
	},
	getrusage: {
		ask: (trap) => {
			trap.output(1, SIZE.rusage);
			return { name: "getrusage", who: trap.int(0) };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind !== "usage") return value;
			trap.memory.write(trap.pointer(1), new Uint8Array(SIZE.rusage));
			writeTimeval(trap.memory, trap.pointer(1), reply.ticks);
			return value;
		},
	},
	getitimer: {
		ask: (trap) => {
			trap.output(1, SIZE.itimer);
			return { name: "getitimer", which: trap.int(0) };
		},
		answer: storeTimer(1, writeTimeval),
	},
	setitimer: {
		ask: (trap) => {
			trap.output(2, SIZE.itimer, "optional");
			const none = trap.pointer(1) === 0;
			const address = none ? 0 : trap.input(1, SIZE.itimer);
			const interval = none ? 0 : (readTimeval(trap.memory, address, "exact") ?? BAD_TIME);
			const after = none ? 0 : (readTimeval(trap.memory, address + SIZE.time, "exact") ?? BAD_TIME);
			return { name: "setitimer", which: trap.int(0), after, interval };
		},
		answer: storeTimer(2, writeTimeval),
	},
	timer_create: {
		ask: askTimerCreate,
		answer: (trap, value) => {
			trap.memory.setInt64(trap.pointer(2), value);
			return 0;
		},
	},
	timer_settime: {
		ask: (trap) => {
			const address = trap.input(2, SIZE.itimer);
			trap.output(3, SIZE.itimer, "optional");
			const interval = readTimespec(trap.memory, address) ?? BAD_TIME;
			const after = readTimespec(trap.memory, address + SIZE.time) ?? BAD_TIME;
			const absolute = (trap.int(1) & TIMER_ABSTIME) !== 0;
			return { name: "timer_settime", id: trap.int(0), absolute, after, interval };
		},
		answer: storeTimer(3, writeTimespec),
	},
	timer_gettime: {
		ask: (trap) => {
			trap.output(1, SIZE.itimer);
			return { name: "timer_gettime", id: trap.int(0) };
		},
		answer: storeTimer(1, writeTimespec),
	},
	timer_getoverrun: { ask: (trap) => ({ name: "timer_getoverrun", id: trap.int(0) }) },
	timer_delete: { ask: (trap) => ({ name: "timer_delete", id: trap.int(0) }) },
	poll: { ask: askPoll, answer: storeEvents },
	ppoll: {
		ask: (trap) => {
			const call = { name: "poll", entries: pollEntries(trap), timeout: optionalTimespec(trap, 2) } as const;
			return { ...call, ...masked(trap, trap.pointer(3)) };
		},
		answer: storeEvents,
	},
	select: {
		ask: askSelect,
		answer: storeSets,
		fail: (trap, errno, reply) => {
			storeSelectTime(trap, reply);
			return { result: -1, errno };
		},
	},
	pselect: {
		ask: (trap) => {
			const call = { name: "select", highest: trap.int(0), ...askedSets(trap) } as const;
			return { ...call, timeout: optionalTimespec(trap, 4), ...masked(trap, trap.pointer(5)) };
		},
		answer: storeSetsAlone,
	},
};

/** What the computer answers without the kernel: the end of the heap. */
export const services: { readonly [name: string]: Service } = {
	__brk: (trap) => {
		const address = trap.pointer(0);
		if (address !== 0) trap.memory.setBreak(address);
		return trap.memory.heapEnd;
	},
};

/** By the function's name in C. */
export const bindings: { readonly [name: string]: Binding } = own;

/** Adds what few programs need; called once by the door `channels.ts`. */
export function bringBindings(more: { readonly [name: string]: Binding }): void {
	Object.assign(own, more);
}

/** The trap at which a signal handler has returned. */
export const HANDLER_RETURN = "__sigreturn";

/** What a program may call although nobody defines it. */
export function isKnownTrap(name: string): boolean {
	return Object.hasOwn(bindings, name) || Object.hasOwn(services, name) || name === HANDLER_RETURN;
}

/** errno's number. */
export function errorNumber(errno: Errno): number {
	return errnos[errno];
}
