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
	type Named,
	O_CREAT,
	O_TMPFILE,
	type Pid,
	type Reply,
	SIOCATMARK,
	type SignalInfo,
	type SystemCall,
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
import type { NamedStack, Processor } from "../machine/index.ts";
import {
	type Memory,
	readDisposition,
	readLock,
	readSettings,
	readSignals,
	readTimespec,
	SIZE,
	TICKS_PER_SECOND,
	wallClock,
	windowSize,
	writeDisposition,
	writeEntries,
	writeLock,
	writeSettings,
	writeSignals,
	writeStat,
	writeTimespec,
} from "./structures.ts";
import type { Trapped } from "./trapped.ts";

/** One function of C that is a question to the kernel. */
export interface Binding {
	/** The system call; a pointer that leads nowhere sets `badAddress`. */
	readonly ask: (trap: Trapped) => SystemCall;
	/** Whether what the call brings fits where the program wants it; without it that is seen before the call is made. */
	readonly lands?: (trap: Trapped, reply: Reply | null) => boolean;
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

/** A time that the kernel refuses with EINVAL. */
export const BAD_TIME = -1;

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

/** getcwd(3): the buffer's address. */
function storePath(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind !== "path") return value;
	trap.memory.write(trap.pointer(0), encodeText(`${reply.path}\0`));
	return trap.pointer(0);
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

function storeOldMask(trap: Trapped, value: number, reply: Reply | null): number {
	if (reply?.kind === "signals" && trap.pointer(2) !== 0) {
		writeSignals(trap.memory, trap.pointer(2), reply.signals);
	}
	return value;
}

/** The time not slept, when a signal came. */
export function storeTimeLeft(index: number): NonNullable<Binding["fail"]> {
	return (trap, errno, reply) => {
		const address = trap.pointer(index);
		if (reply?.kind === "left" && address !== 0) writeTimespec(trap.memory, address, reply.ticks);
		return { result: -1, errno };
	};
}

/** alarm(2) tells whole seconds, rounded, but not 0 as long as an alarm is set. */
export function secondsLeft(ticks: number): number {
	return ticks === 0 ? 0 : Math.max(1, Math.round(ticks / TICKS_PER_SECOND));
}

// ---- arguments that need more than a word ----

const TO_NOBODY = { toNobody: true } as const;
const TO_PROGRAM = {} as const;

/** Whether the program wants to know what a call tells: whether the argument that is the place for it is NULL. */
export function toNobody(trap: Trapped, index: number): { readonly toNobody?: true } {
	return trap.pointer(index) === 0 ? TO_NOBODY : TO_PROGRAM;
}

const AT_FDCWD = -100;

/** The descriptor of the directory where a relative path begins; nothing for where the process stands. */
export function base(trap: Trapped, index: number): { readonly at?: number } {
	const at = trap.int(index);
	return at === AT_FDCWD ? {} : { at };
}

/** open, or openat when `first`, the path's place, is 1. */
export function askOpen(first: number): Binding["ask"] {
	return (trap) => {
		const flags = trap.int(first + 1);
		const makes = (flags & O_CREAT) !== 0 || (flags & O_TMPFILE) === O_TMPFILE;
		const mode = makes ? trap.int(first + 2) & 0o7777 : 0;
		const from = first === 0 ? {} : base(trap, 0);
		return { name: "open", ...from, path: trap.text(first), flags, mode };
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
	return { name: "sigaction", signal: trap.int(0), disposition, ...toNobody(trap, 2) };
}

function askSigprocmask(trap: Trapped): SystemCall {
	const given = trap.pointer(1) !== 0;
	const address = given ? trap.input(1, SIZE.signals) : 0;
	trap.output(2, SIZE.signals, "optional");
	const set = given ? readSignals(trap.memory, address) : null;
	return { name: "sigprocmask", how: trap.int(0), set, ...toNobody(trap, 2) };
}

export function timespec(trap: Trapped, index: number): number {
	return readTimespec(trap.memory, trap.input(index, SIZE.time)) ?? BAD_TIME;
}

/** What stands in a struct timespec, when that is no whole number of ticks. */
export function written(
	trap: Trapped,
	index: number,
	when: "when odd" | "always" = "when odd",
): { readonly written?: { readonly seconds: number; readonly nanoseconds: number } } {
	const address = trap.pointer(index);
	const seconds = Number(trap.memory.getInt64(address) ?? 0n);
	const nanoseconds = Number(trap.memory.getInt64(address + 8) ?? 0n);
	const whole = nanoseconds % 1000 === 0 && nanoseconds >= 0 && nanoseconds < 1e9 && seconds >= 0;
	return whole && when === "when odd" ? {} : { written: { seconds, nanoseconds } };
}

const LOCK_COMMANDS: readonly number[] = [F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW];

function askFcntl(trap: Trapped): SystemCall {
	const call = { name: "fcntl", fd: trap.int(0), command: trap.int(1), argument: trap.int(2) } as const;
	if (!LOCK_COMMANDS.includes(call.command)) return call;
	return { ...call, lock: readLock(trap.memory, trap.output(2, SIZE.flock)) };
}

/** clockid_t: those of the wall, those that count from the start, those of the processor's time. */
const WALL_CLOCKS: readonly number[] = [0, 5, 8, 11];
const START_CLOCKS: readonly number[] = [1, 4, 6, 7, 9];
const PROCESSOR_CLOCKS: readonly number[] = [2, 3];

export function clockOf(id: number): TimerClock | null {
	if (PROCESSOR_CLOCKS.includes(id)) return "processor";
	return WALL_CLOCKS.includes(id) || START_CLOCKS.includes(id) ? "real" : null;
}

/** Whose processor time an id from clock_getcpuclockid(3) counts: 0 is one's own; null for another clock's id. */
function pidOfClock(id: number): Pid | null {
	return id < 0 && (id & 7) === 2 ? ~(id >> 3) : null;
}

/** What a clock showed at tick 0. */
export function zeroOf(id: number): number {
	return WALL_CLOCKS.includes(id) ? wallClock(0) : 0;
}

export function askWait(
	options: (trap: Trapped) => number,
	who: (trap: Trapped) => number,
	status: number,
): Binding {
	return {
		ask: (trap) => {
			trap.output(status, SIZE.int, "optional");
			return { name: "wait4", who: who(trap), options: options(trap), ...toNobody(trap, status) };
		},
		answer: storeStatus(status),
	};
}

/** A file's status is told at the very end: what is wrong with the name comes first. */
export function landsStat(index: number): NonNullable<Binding["lands"]> {
	return (trap) => trap.memory.writable(trap.pointer(index), SIZE.stat);
}

function askStat(follow: boolean): Binding {
	return {
		ask: (trap) => ({ name: "stat", path: trap.text(0), follow }),
		lands: landsStat(1),
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

function askRead(trap: Trapped): Named<"read"> {
	const fd = trap.int(0);
	const asked = trap.extent(1, 2);
	const count = trap.room(1, asked);
	return count === asked ? { name: "read", fd, count } : { name: "read", fd, count, counted: trap.digits(2) };
}

function askWrite(trap: Trapped): Named<"write"> {
	const fd = trap.int(0);
	const asked = trap.extent(1, 2);
	const bytes = trap.beyond ? NOTHING : trap.bytes(1, asked);
	return bytes.length === asked
		? { name: "write", fd, bytes }
		: { name: "write", fd, bytes, counted: trap.digits(2) };
}

const NOTHING = new Uint8Array(0);

const own: { [name: string]: Binding } = {
	// ---- descriptors ----
	read: {
		ask: askRead,
		answer: storeBytes,
	},
	write: { ask: askWrite },
	pread: {
		ask: (trap) => ({ ...askRead(trap), name: "pread", offset: trap.long(3) }),
		answer: storeBytes,
	},
	pwrite: { ask: (trap) => ({ ...askWrite(trap), name: "pwrite", offset: trap.long(3) }) },
	open: { ask: askOpen(0) },
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
	fsync: { ask: (trap) => ({ name: "fsync", fd: trap.int(0) }) },
	fchmod: { ask: (trap) => ({ name: "fchmod", fd: trap.int(0), mode: trap.int(1) & 0o7777 }) },
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
	mkdir: { ask: (trap) => ({ name: "mkdir", path: trap.text(0), mode: trap.int(1) & 0o7777 }) },
	rmdir: { ask: (trap) => ({ name: "rmdir", path: trap.text(0) }) },
	chmod: { ask: (trap) => ({ name: "chmod", path: trap.text(0), mode: trap.int(1) & 0o7777 }) },
	chdir: { ask: (trap) => ({ name: "chdir", path: trap.text(0) }) },
	__getcwd: {
		ask: (trap) => {
			trap.output(0, Math.max(1, trap.size(1)));
			return { name: "getcwd", size: trap.size(1) };
		},
		answer: storePath,
		fail: (_, errno) => ({ result: 0, errno }),
	},
	mknod: { ask: (trap) => ({ name: "mknod", path: trap.text(0), mode: trap.int(1) }) },
	__getdents: {
		ask: (trap) => ({ name: "getdents", fd: trap.int(0), count: trap.room(1, trap.size(2)) }),
		answer: storeEntries,
	},
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
	getpid: plain("getpid"),
	gettid: plain("getpid"),
	getppid: plain("getppid"),
	getpgrp: plain("getpgrp"),
	getuid: plain("getuid"),
	geteuid: plain("geteuid"),
	getgid: plain("getgid"),
	getegid: plain("getegid"),
	setsid: plain("setsid"),
	getpgid: { ask: (trap) => ({ name: "getpgid", pid: trap.int(0) }) },
	setpgid: { ask: (trap) => ({ name: "setpgid", pid: trap.int(0), pgid: trap.int(1) }) },
	sched_yield: plain("sched_yield"),

	// ---- signals ----
	kill: { ask: (trap) => ({ name: "kill", pid: trap.int(0), signal: trap.int(1) }) },
	raise: { ask: (trap) => ({ name: "raise", signal: trap.int(0) }) },
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
	pause: plain("pause"),

	// ---- time ----
	nanosleep: {
		ask: (trap) => {
			trap.output(1, SIZE.time, "optional");
			return { name: "nanosleep", ticks: timespec(trap, 0), ...written(trap, 0), ...toNobody(trap, 1) };
		},
		fail: storeTimeLeft(1),
	},
	clock_gettime: {
		ask: (trap) => {
			trap.output(1, SIZE.time);
			const of = pidOfClock(trap.int(0));
			if (of !== null) return { name: "clock_gettime", clock: "processor", of };
			return { name: "clock_gettime", clock: clockOf(trap.int(0)) };
		},
		answer: (trap, value, reply) => {
			if (reply?.kind === "time") {
				writeTimespec(trap.memory, trap.pointer(1), zeroOf(trap.int(0)) + reply.ticks);
			}
			return value;
		},
	},
};

/** What the computer answers without the kernel: the end of the heap. */
const ownServices: { [name: string]: Service } = {
	__brk: (trap) => {
		const address = trap.pointer(0);
		if (address !== 0) trap.memory.setBreak(address);
		return trap.memory.heapEnd;
	},
};

export const services: { readonly [name: string]: Service } = ownServices;

/** Adds the services of a program that is watched. */
export function bringServices(more: { readonly [name: string]: Service }): void {
	Object.assign(ownServices, more);
}

/** By the function's name in C. */
export const bindings: { readonly [name: string]: Binding } = own;

/** Adds what few programs need; called once by the door `further.ts`. */
export function bringBindings(more: { readonly [name: string]: Binding }): void {
	Object.assign(own, more);
}

/** What a handler with SA_SIGINFO is shown. */
export interface HandlerRecords {
	/** Writes a siginfo_t and, behind it, a ucontext_t. */
	readonly write: (memory: Memory, address: number, info: SignalInfo, context: Context) => void;
	/** The mask in the ucontext_t, which the handler may have changed. */
	readonly mask: (memory: Memory, address: number) => readonly number[];
}

/** Where a handler goes back to. */
export interface Context {
	readonly mask: readonly number[];
	/** What sigaltstack named. */
	readonly stack: NamedStack | null;
	readonly registers: Processor["registers"];
}

let records: HandlerRecords | null = null;

/** Called once by the door `further.ts`. */
export function bringHandlerRecords(brought: HandlerRecords): void {
	records = brought;
}

/** Throws where nobody has imported the door `further.ts`: who mentions SA_SIGINFO does. */
export function handlerRecords(): HandlerRecords {
	if (records === null) throw new Error("not here what SA_SIGINFO shows: import the door further.ts");
	return records;
}

/** The trap at which a signal handler has returned; no program may call it, as no C library has a function for it. */
export const HANDLER_RETURN = "__sigreturn";

/** What a program may call although nobody defines it. */
export function isKnownTrap(name: string): boolean {
	return Object.hasOwn(bindings, name) || Object.hasOwn(services, name);
}

/** errno's number. */
export function errorNumber(errno: Errno): number {
	return errnos[errno];
}
