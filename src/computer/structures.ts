// C's structures as they lie in memory: x86-64 Linux with glibc, the layouts of the machine's own headers.

import { encodeText } from "../base/index.ts";
import {
	type DirectoryEntry,
	type Disposition,
	EPOCH,
	type ExactTime,
	type FileStatus,
	type FileTime,
	type LockRequest,
	type MessageQueue,
	SIGRTMAX,
	TERMINAL_DEVICE,
	type TerminalSettings,
} from "../kernel/index.ts";
import type { Processor } from "../machine/index.ts";

export type Memory = Processor["memory"];
type Ticks = number;

/** Sizes in bytes. */
export const SIZE = {
	int: 4,
	long: 8,
	pollfd: 8,
	rlimit: 16,
	/** fd_set: 1024 bits */
	set: 128,
	sigaction: 152,
	/** ucontext_t */
	context: 968,
	siginfo: 128,
	/** What the kernel reads and writes of a sigset_t. */
	signals: 8,
	stat: 144,
	/** struct timespec, struct timeval */
	time: 16,
	iovec: 16,
	/** What the kernel reads and writes of a struct termios. */
	termios: 36,
	winsize: 8,
	/** struct itimerval, struct itimerspec */
	itimer: 32,
	sigevent: 64,
	/** struct flock */
	flock: 32,
	rusage: 144,
	/** struct utsname: six names of 65 bytes. */
	utsname: 390,
	/** struct mq_attr */
	mqAttr: 64,
	/** struct msqid_ds */
	msqid: 120,
	msginfo: 32,
	/** struct mailbox_stamp */
	stamp: 24,
} as const;

/** The most that one read or write moves: MAX_RW_COUNT. */
export const MOST_BYTES = 0x7fff_f000;

/** <limits.h>: of more buffers at once no call knows. */
export const IOV_MAX = 1024;
const PAGE = 4096;
/** A tick is a microsecond. */
export const TICKS_PER_SECOND = 1_000_000;

/** How many bytes from `address` on can be read or written, at most `count`. */
export function accessible(memory: Memory, address: number, count: number, write: boolean): number {
	if (count === 0 || permits(memory, address, count, write)) return count;
	let found = 0;
	while (found < count) {
		const part = Math.min(count - found, PAGE - ((address + found) % PAGE));
		if (!permits(memory, address + found, part, write)) break;
		found += part;
	}
	return found;
}

function permits(memory: Memory, address: number, count: number, write: boolean): boolean {
	return write ? memory.writable(address, count) : memory.readable(address, count);
}

/** The signals in a sigset_t, lowest first. */
export function readSignals(memory: Memory, address: number): number[] {
	const found: number[] = [];
	for (let word = 0; word < 2; word++) {
		const bits = memory.getInt32(address + word * 4) ?? 0;
		for (let bit = 0; bit < 32; bit++) if (bits & (1 << bit)) found.push(word * 32 + bit + 1);
	}
	return found;
}

export function writeSignals(memory: Memory, address: number, list: readonly number[]): void {
	const words = [0, 0];
	for (const signal of list) {
		if (signal < 1 || signal > SIGRTMAX) continue;
		words[(signal - 1) >> 5] = (words[(signal - 1) >> 5] as number) | (1 << ((signal - 1) & 31));
	}
	memory.setInt32(address, words[0] as number);
	memory.setInt32(address + 4, words[1] as number);
}

const SA_MASK = 8;
const SA_FLAGS = 136;
/** The library gives every action its way back, and sigaction tells so of each that was set. */
const SA_RESTORER = 0x0400_0000;
/** What the kernel keeps of sa_flags: SA_UNSUPPORTED it does not, which is how a program learns what it knows. */
const KNOWN_FLAGS = 0xd800_0807;
const SIG_DFL = 0n;
const SIG_IGN = 1n;

/** A struct sigaction. */
export function readDisposition(memory: Memory, address: number): Disposition {
	const handler = memory.getInt64(address) ?? 0n;
	const details = {
		mask: readSignals(memory, address + SA_MASK),
		flags: ((memory.getInt32(address + SA_FLAGS) ?? 0) & KNOWN_FLAGS) >>> 0,
	};
	if (handler === SIG_DFL) return { action: "default", ...details };
	if (handler === SIG_IGN) return { action: "ignore", ...details };
	return { action: "handle", handler: Number(BigInt.asUintN(32, handler)), ...details };
}

/** SIG_DFL, SIG_IGN or the handler's address. */
export function handlerOf(disposition: Disposition): number {
	if (disposition.action === "handle") return disposition.handler;
	return Number(disposition.action === "default" ? SIG_DFL : SIG_IGN);
}

export function writeDisposition(memory: Memory, address: number, disposition: Disposition): void {
	memory.write(address, new Uint8Array(SIZE.sigaction));
	memory.setInt64(address, handlerOf(disposition));
	writeSignals(memory, address + SA_MASK, disposition.mask ?? []);
	const { flags } = disposition;
	memory.setInt32(address + SA_FLAGS, flags === undefined ? 0 : flags | SA_RESTORER);
}

/** A struct flock. */
export function readLock(memory: Memory, address: number): LockRequest {
	const kinds = memory.getInt32(address) ?? 0;
	return {
		type: kinds & 0xffff,
		whence: kinds >>> 16,
		start: Number(memory.getInt64(address + 8) ?? 0n),
		length: Number(memory.getInt64(address + 16) ?? 0n),
		pid: memory.getInt32(address + 24) ?? 0,
	};
}

export function writeLock(memory: Memory, address: number, lock: LockRequest): void {
	memory.setInt32(address, lock.type | (lock.whence << 16));
	memory.setInt64(address + 8, lock.start);
	memory.setInt64(address + 16, lock.length);
	memory.setInt32(address + 24, lock.pid);
}

/** A struct msqid_ds. */
export function writeQueueStatus(memory: Memory, address: number, queue: MessageQueue): void {
	const { changed, creator, gid, key, lastReceiver, lastSender, messages } = queue;
	const { mode, mostBytes, msqid, received, receivedAt, sent, sentAt, uid } = queue;
	memory.write(address, new Uint8Array(SIZE.msqid));
	const words = [key, uid, gid, creator.uid, creator.gid, mode, msqid >> 15];
	for (const [i, word] of words.entries()) memory.setInt32(address + i * SIZE.int, word);
	const second = (ticks: Ticks) => Math.floor(wallClock(ticks) / TICKS_PER_SECOND);
	const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
	const longs = [sent === 0 ? 0 : second(sentAt), received === 0 ? 0 : second(receivedAt)];
	longs.push(second(changed), bytes, messages.length, mostBytes);
	for (const [i, long] of longs.entries()) memory.setInt64(address + 48 + i * SIZE.long, long);
	memory.setInt32(address + 96, lastSender);
	memory.setInt32(address + 100, lastReceiver);
}

/** A union sigval: a pointer, or an int in its low half. */
export function readValue(memory: Memory, address: number): number {
	const value = memory.getInt64(address) ?? 0n;
	return Number(BigInt.asIntN(53, value) === value ? value : BigInt.asIntN(32, value));
}

const S_IFMT = 0o170000;
const S_IFLNK = 0o120000;
/** Bytes of a symbolic link from which on it takes a block. */
const SHORT_LINK = 60;
/** st_blksize of a terminal and of /proc's files, in bytes; of anything else it is a page. */
const SMALL_BLOCK = 1024;
/** st_dev of all of /proc. */
const PROC = 2;

/** A struct stat; a tick of the file's clock is a microsecond. */
export function writeStat(memory: Memory, address: number, stat: FileStatus): void {
	memory.write(address, new Uint8Array(SIZE.stat));
	const { device = 1, rdev = 0 } = stat;
	const isLink = (stat.mode & S_IFMT) === S_IFLNK && stat.size < SHORT_LINK;
	memory.setInt64(address, device);
	memory.setInt64(address + 8, stat.inode);
	memory.setInt64(address + 16, stat.links);
	memory.setInt32(address + 24, stat.mode);
	memory.setInt32(address + 28, stat.uid);
	memory.setInt32(address + 32, stat.gid);
	memory.setInt64(address + 40, rdev);
	memory.setInt64(address + 48, stat.size);
	memory.setInt64(address + 56, rdev === TERMINAL_DEVICE || device === PROC ? SMALL_BLOCK : PAGE);
	memory.setInt64(address + 64, device === 1 && !isLink ? Math.ceil(stat.size / PAGE) * (PAGE / 512) : 0);
	const { accessed, changed, modified, rests } = stat.times;
	writeFileTime(memory, address + 72, accessed, rests?.accessed);
	writeFileTime(memory, address + 88, modified, rests?.modified);
	writeTimespec(memory, address + 104, wallClock(changed));
}

function writeFileTime(memory: Memory, address: number, time: Ticks, set: ExactTime | undefined): void {
	writeTimespec(memory, address, wallClock(time));
	if (set?.at !== time) return;
	const microseconds = memory.getInt64(address + 8) ?? 0n;
	memory.setInt64(address + 8, Number(microseconds) + set.nanoseconds);
}

const CC = 17;
const CC_COUNT = 19;

/** A struct termios. */
export function readSettings(memory: Memory, address: number): TerminalSettings {
	const word = (offset: number) => (memory.getInt32(address + offset) ?? 0) >>> 0;
	return {
		input: word(0),
		output: word(4),
		control: word(8),
		local: word(12),
		characters: [...(memory.read(address + CC, CC_COUNT) ?? [])],
	};
}

export function writeSettings(memory: Memory, address: number, settings: TerminalSettings): void {
	const { characters, control, input, local, output } = settings;
	for (const [i, word] of [input, output, control, local].entries())
		memory.setInt32(address + i * 4, word | 0);
	memory.write(address + CC - 1, Uint8Array.of(0, ...characters.slice(0, CC_COUNT)));
}

/** A struct winsize. */
export function windowSize(rows: number, columns: number): Uint8Array {
	return Uint8Array.of(rows & 255, rows >> 8, columns & 255, columns >> 8, 0, 0, 0, 0);
}

const ENTRY_HEAD = 19;

/** Entries of a directory, one behind the other, as struct linux_dirent64. */
export function writeEntries(memory: Memory, address: number, entries: readonly DirectoryEntry[]): void {
	let at = address;
	for (const { inode, name, next, type } of entries) {
		const bytes = encodeText(name);
		const size = Math.ceil((ENTRY_HEAD + bytes.length + 1) / 8) * 8;
		memory.write(at, new Uint8Array(size));
		memory.setInt64(at, inode);
		memory.setInt64(at + 8, next);
		memory.write(at + 16, Uint8Array.of(size & 255, size >> 8, type));
		memory.write(at + ENTRY_HEAD, bytes);
		at += size;
	}
}

/** Microseconds since 1970 at a tick of the simulated clock. */
export function wallClock(ticks: Ticks): number {
	return EPOCH * TICKS_PER_SECOND + ticks;
}

/** Microseconds of a struct timespec, rounded up; null when it is no valid time. */
export function readTimespec(memory: Memory, address: number): Ticks | null {
	const seconds = memory.getInt64(address) ?? 0n;
	const nanoseconds = memory.getInt64(address + 8) ?? 0n;
	if (seconds < 0n || nanoseconds < 0n || nanoseconds > 999_999_999n) return null;
	return clampTicks(seconds, Math.ceil(Number(nanoseconds) / 1000));
}

const UTIME_NOW = 0x3fff_ffffn;
const UTIME_OMIT = 0x3fff_fffen;

/** A struct timespec of utimensat(2). */
export function readFileTime(memory: Memory, address: number): FileTime {
	const seconds = memory.getInt64(address) ?? 0n;
	const nanoseconds = memory.getInt64(address + 8) ?? 0n;
	if (nanoseconds === UTIME_NOW) return "now";
	if (nanoseconds === UTIME_OMIT) return "omit";
	if (nanoseconds < 0n || nanoseconds > 999_999_999n) return "bad";
	const at = (Number(seconds) - EPOCH) * TICKS_PER_SECOND + Math.floor(Number(nanoseconds) / 1000);
	return { at, nanoseconds: Number(nanoseconds % 1000n) };
}

/** Microseconds of a struct timeval; null when it is no valid time. select takes more than a second of them. */
export function readTimeval(memory: Memory, address: number, exact?: "exact"): Ticks | null {
	const seconds = memory.getInt64(address) ?? 0n;
	const microseconds = memory.getInt64(address + 8) ?? 0n;
	if (seconds < 0n || microseconds < 0n || (exact && microseconds > 999_999n)) return null;
	return clampTicks(seconds, Number(microseconds));
}

/** Keeps sums with the clock exact: a thousand years are for ever. */
function clampTicks(seconds: bigint, ticks: number): Ticks {
	return Math.min(Number(seconds), 31_536_000_000) * TICKS_PER_SECOND + ticks;
}

export function writeTimespec(memory: Memory, address: number, ticks: Ticks): void {
	const seconds = Math.floor(ticks / TICKS_PER_SECOND);
	memory.setInt64(address, seconds);
	memory.setInt64(address + 8, (ticks - seconds * TICKS_PER_SECOND) * 1000);
}

export function writeTimeval(memory: Memory, address: number, ticks: Ticks): void {
	memory.setInt64(address, Math.floor(ticks / TICKS_PER_SECOND));
	memory.setInt64(address + 8, ticks % TICKS_PER_SECOND);
}

/** The descriptors below `count` in a fd_set; a null pointer is the empty set. */
export function readSet(memory: Memory, address: number, count: number): number[] {
	const found: number[] = [];
	if (address === 0) return found;
	for (let fd = 0; fd < count; fd++) {
		const word = memory.getInt32(address + (fd >> 5) * 4) ?? 0;
		if (word & (1 << (fd & 31))) found.push(fd);
	}
	return found;
}

/** Leaves only these descriptors in the first `count` bits, rounded up to whole longs, of a fd_set. */
export function writeSet(memory: Memory, address: number, count: number, list: readonly number[]): void {
	if (address === 0) return;
	const words = new Int32Array(Math.ceil(count / 64) * 2);
	for (const fd of list) words[fd >> 5] = (words[fd >> 5] as number) | (1 << (fd & 31));
	memory.write(address, new Uint8Array(words.buffer));
}
