// The words in which strace prints numbers: flags, errors, bytes, signal sets, wait statuses.

import type { Errno, FileTime, Named, SignalInfo, SystemCall, WaitStatus } from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { wallClock } from "./structures.ts";

/** An address of which nothing more is known. */
export const POINTER = "0x7fff0000";

/** strerror(3)'s texts of the errors the kernel gives. */
const errorTexts: { readonly [name in Errno]: string } = {
	EPERM: "Operation not permitted",
	ENOENT: "No such file or directory",
	ESRCH: "No such process",
	EINTR: "Interrupted system call",
	EIO: "Input/output error",
	ENXIO: "No such device or address",
	E2BIG: "Argument list too long",
	ENOEXEC: "Exec format error",
	EBADF: "Bad file descriptor",
	ECHILD: "No child processes",
	EAGAIN: "Resource temporarily unavailable",
	ENOMEM: "Cannot allocate memory",
	EACCES: "Permission denied",
	EFAULT: "Bad address",
	EBUSY: "Device or resource busy",
	EEXIST: "File exists",
	EXDEV: "Invalid cross-device link",
	ENODEV: "No such device",
	ENOTDIR: "Not a directory",
	EISDIR: "Is a directory",
	EINVAL: "Invalid argument",
	ENFILE: "Too many open files in system",
	EMFILE: "Too many open files",
	ENOTTY: "Inappropriate ioctl for device",
	ETXTBSY: "Text file busy",
	EFBIG: "File too large",
	ENOSPC: "No space left on device",
	ESPIPE: "Illegal seek",
	EROFS: "Read-only file system",
	EMLINK: "Too many links",
	EPIPE: "Broken pipe",
	EDOM: "Numerical argument out of domain",
	ERANGE: "Numerical result out of range",
	EDEADLK: "Resource deadlock avoided",
	ENAMETOOLONG: "File name too long",
	ENOSYS: "Function not implemented",
	ENOTEMPTY: "Directory not empty",
	ELOOP: "Too many levels of symbolic links",
	ENOMSG: "No message of desired type",
	EIDRM: "Identifier removed",
	ETIMEDOUT: "Connection timed out",
	EOVERFLOW: "Value too large for defined data type",
	ENOTSOCK: "Socket operation on non-socket",
	EMSGSIZE: "Message too long",
	EPROTOTYPE: "Protocol wrong type for socket",
	ENOPROTOOPT: "Protocol not available",
	EPROTONOSUPPORT: "Protocol not supported",
	ESOCKTNOSUPPORT: "Socket type not supported",
	EOPNOTSUPP: "Operation not supported",
	EAFNOSUPPORT: "Address family not supported by protocol",
	EADDRINUSE: "Address already in use",
	ECONNRESET: "Connection reset by peer",
	EISCONN: "Transport endpoint is already connected",
	ENOTCONN: "Transport endpoint is not connected",
	ECONNREFUSED: "Connection refused",
};

/** A device's numbers, as makedev(3) takes them. */
export function device(number: number): string {
	const part = (value: number) => (value === 0 ? "0" : `0x${value.toString(16)}`);
	return `makedev(${part(number >> 8)}, ${part(number & 255)})`;
}

export function errorText(errno: Errno): string {
	return `${errno} (${errorTexts[errno]})`;
}

type Bits = readonly (readonly [number, string])[];

const openBits: Bits = [
	[os.O_CREAT, "O_CREAT"],
	[os.O_EXCL, "O_EXCL"],
	[os.O_NOCTTY, "O_NOCTTY"],
	[os.O_TRUNC, "O_TRUNC"],
	[os.O_APPEND, "O_APPEND"],
	[os.O_NONBLOCK, "O_NONBLOCK"],
	[0o4010000, "O_SYNC"],
	[0o10000, "O_DSYNC"],
	[os.O_DIRECT, "O_DIRECT"],
	[os.O_LARGEFILE, "O_LARGEFILE"],
	[os.O_NOFOLLOW, "O_NOFOLLOW"],
	[os.O_NOATIME, "O_NOATIME"],
	[os.O_CLOEXEC, "O_CLOEXEC"],
	[0o10000000, "O_PATH"],
	[0o20200000, "O_TMPFILE"],
	[os.O_DIRECTORY, "O_DIRECTORY"],
	[os.O_ASYNC, "FASYNC"],
];
const accessModes = ["O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE"];
const pollBits: Bits = [
	[os.POLLIN, "POLLIN"],
	[os.POLLPRI, "POLLPRI"],
	[os.POLLOUT, "POLLOUT"],
	[os.POLLERR, "POLLERR"],
	[os.POLLHUP, "POLLHUP"],
	[os.POLLNVAL, "POLLNVAL"],
];
const waitBits: Bits = [
	[os.WNOHANG, "WNOHANG"],
	[os.WUNTRACED, "WSTOPPED"],
	[os.WEXITED, "WEXITED"],
	[os.WCONTINUED, "WCONTINUED"],
	[os.WNOWAIT, "WNOWAIT"],
];
const actionBits: Bits = [
	[os.SA_ONSTACK, "SA_ONSTACK"],
	[os.SA_RESTART, "SA_RESTART"],
	[os.SA_NODEFER, "SA_NODEFER"],
	[os.SA_RESETHAND, "SA_RESETHAND"],
	[os.SA_SIGINFO, "SA_SIGINFO"],
	[os.SA_NOCLDSTOP, "SA_NOCLDSTOP"],
	[os.SA_NOCLDWAIT, "SA_NOCLDWAIT"],
];
const lockBits: Bits = [
	[os.LOCK_SH, "LOCK_SH"],
	[os.LOCK_EX, "LOCK_EX"],
	[os.LOCK_UN, "LOCK_UN"],
	[os.LOCK_NB, "LOCK_NB"],
];
const renameBits: Bits = [
	[os.RENAME_NOREPLACE, "RENAME_NOREPLACE"],
	[os.RENAME_EXCHANGE, "RENAME_EXCHANGE"],
];
const accessBits: Bits = [
	[os.R_OK, "R_OK"],
	[os.W_OK, "W_OK"],
	[os.X_OK, "X_OK"],
];

/** The names of the bits that are set, and what is left in hexadecimal; `none` when there are none. */
function named(bits: Bits, value: number, none = "0"): string {
	let rest = value;
	const words: string[] = [];
	for (const [bit, name] of bits) {
		if ((rest & bit) !== (bit | 0)) continue;
		words.push(name);
		rest &= ~bit;
	}
	if (rest !== 0) words.push(`0x${(rest >>> 0).toString(16)}`);
	return words.length === 0 ? none : words.join("|");
}

export function openFlags(flags: number): string {
	const rest = named(openBits, flags & ~os.O_ACCMODE, "");
	return [accessModes[flags & os.O_ACCMODE], rest].filter((word) => word !== "").join("|");
}

const getBits: Bits = [
	[os.IPC_CREAT, "IPC_CREAT"],
	[os.IPC_EXCL, "IPC_EXCL"],
];
const messageBits: Bits = [
	[os.IPC_NOWAIT, "IPC_NOWAIT"],
	[os.MSG_NOERROR, "MSG_NOERROR"],
	[os.MSG_EXCEPT, "MSG_EXCEPT"],
	[os.MSG_COPY, "MSG_COPY"],
];

/** The flags of msgget, with its mode. */
export function getFlags(flags: number): string {
	const words = named(getBits, flags & ~0o777, "");
	return `${words}${words === "" ? "" : "|"}${octal(flags & 0o777)}`;
}

/** mq_flags, which have no access mode. */
export const statusFlags = (flags: number) => named(openBits, flags);
export const messageFlags = (flags: number) => named(messageBits, flags);

/** The flags of pipe2 and dup3, which have no access mode. */
export const descriptorFlags = (flags: number) => named(openBits, flags);
export const pollEvents = (events: number) => named(pollBits, events);
export const waitOptions = (options: number) => named(waitBits, options);
export const actionFlags = (flags: number) => named(actionBits, flags | 0);
export const lockOperation = (operation: number) => named(lockBits, operation);
export const renameFlags = (flags: number) => named(renameBits, flags);
export const accessMode = (mode: number) => named(accessBits, mode, "F_OK");

/** `0644`, as strace prints permission bits. */
/** The directory where a relative path begins. */
export function base(at: number | undefined): string {
	return at === undefined ? "AT_FDCWD" : String(at);
}

export function fileTime(time: FileTime): string {
	if (time === "now") return "UTIME_NOW";
	if (time === "omit") return "UTIME_OMIT";
	return time === "bad" ? "{tv_nsec=?}" : timespec(wallClock(time.at), time.nanoseconds);
}

export function octal(mode: number): string {
	return `0${mode.toString(8)}`.padStart(3, "0");
}

const fileTypes: { readonly [type: number]: string } = {
	[os.S_IFIFO]: "S_IFIFO",
	[os.S_IFCHR]: "S_IFCHR",
	[os.S_IFDIR]: "S_IFDIR",
	[os.S_IFBLK]: "S_IFBLK",
	[os.S_IFREG]: "S_IFREG",
	[os.S_IFLNK]: "S_IFLNK",
	[os.S_IFSOCK]: "S_IFSOCK",
};

export function fileMode(mode: number): string {
	return `${fileTypes[mode & 0o170000] ?? "0"}|${octal(mode & 0o7777)}`;
}

const MOST_SHOWN = 32;
const escapes: { readonly [byte: number]: string } = {
	9: "\\t",
	10: "\\n",
	11: "\\v",
	12: "\\f",
	13: "\\r",
	34: '\\"',
	92: "\\\\",
};

/** The buffers of a call that are filled or sent one after the other. */
export function vectors(bytes: Uint8Array, pieces: readonly number[]): string {
	let start = 0;
	const shown = pieces.map((length) => {
		const piece = bytes.subarray(start, start + length);
		start += length;
		return `{iov_base=${quoteBytes(piece)}, iov_len=${length}}`;
	});
	return `[${shown.join(", ")}]`;
}

/** Buffers into which nothing came. */
export function rooms(pieces: readonly number[]): string {
	return `[${pieces.map((length) => `{iov_base=${POINTER}, iov_len=${length}}`).join(", ")}]`;
}

/** A long, of which one beyond 2^53 has been rounded: the last one is told as what it was. */
export function long(value: number): string {
	if (Number.isSafeInteger(value)) return `${value}`;
	const exact = BigInt(value);
	return `${exact === BigInt.asIntN(64, exact) ? exact : 2n ** 63n - 1n}`;
}

/** A number where strace knows only named ones: `0x9` and SEEK_??? beside it. */
export function unnamed(value: number, family: string): string {
	return `0x${(value >>> 0).toString(16)} /* ${family}_??? */`;
}

/** What is written and how much; of a buffer of which nothing can be read, its address. */
export function given(call: Named<"write" | "pwrite" | "sendto">): readonly [string, number | string] {
	const { bytes, counted } = call;
	const isNowhere = bytes.length === 0 && counted !== undefined;
	return [isNowhere ? POINTER : quoteBytes(bytes), counted ?? bytes.length];
}

/** The first 32 bytes as a C string. */
export function quoteBytes(bytes: Uint8Array): string {
	const shown = bytes.subarray(0, MOST_SHOWN);
	let text = "";
	for (let i = 0; i < shown.length; i++) text += escapeByte(shown[i] as number, shown[i + 1]);
	return `"${text}"${bytes.length > MOST_SHOWN ? "..." : ""}`;
}

function escapeByte(byte: number, next: number | undefined): string {
	const short = escapes[byte];
	if (short !== undefined) return short;
	if (byte >= 32 && byte < 127) return String.fromCharCode(byte);
	const digit = next !== undefined && next >= 48 && next <= 57;
	return `\\${byte.toString(8).padStart(digit ? 3 : 1, "0")}`;
}

export function quoteText(text: string): string {
	return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** The kernel's; the library keeps two for itself. */
const FIRST_REAL_TIME = 32;

/** strace counts real-time signals from the kernel's 32. */
export function signalWord(signal: number): string {
	if (signal < FIRST_REAL_TIME || signal > os.SIGRTMAX) return os.signalName(signal);
	return signal === FIRST_REAL_TIME ? "SIGRTMIN" : `SIGRT_${signal - FIRST_REAL_TIME}`;
}

/** `[INT TERM]`; when most signals are in it, those that are not: `~[INT]`. */
export function signalSet(set: readonly number[]): string {
	const short = (list: readonly number[]) => list.map((signal) => signalWord(signal).slice(3)).join(" ");
	if (set.length <= 32) return `[${short(set)}]`;
	const all = Array.from({ length: os.SIGRTMAX }, (_, i) => i + 1);
	return `~[${short(all.filter((signal) => !set.includes(signal)))}]`;
}

const codes: { readonly [code: number]: string } = {
	[os.SI_USER]: "SI_USER",
	[os.SI_KERNEL]: "SI_KERNEL",
	[os.SEGV_ACCERR]: "SEGV_ACCERR",
	[os.SI_TIMER]: "SI_TIMER",
	[os.SI_MESGQ]: "SI_MESGQ",
	[os.SI_QUEUE]: "SI_QUEUE",
	[os.SI_TKILL]: "SI_TKILL",
};
const childCodes: { readonly [code: number]: string } = {
	[os.CLD_EXITED]: "CLD_EXITED",
	[os.CLD_KILLED]: "CLD_KILLED",
	[os.CLD_DUMPED]: "CLD_DUMPED",
	[os.CLD_STOPPED]: "CLD_STOPPED",
	[os.CLD_CONTINUED]: "CLD_CONTINUED",
};

/** si_code 1, of each signal that a fault becomes. */
const faultCodes: { readonly [signal: number]: string } = {
	[os.signals.SIGSEGV]: "SEGV_MAPERR",
	[os.signals.SIGFPE]: "FPE_INTDIV",
	[os.signals.SIGILL]: "ILL_ILLOPC",
	[os.signals.SIGBUS]: "BUS_ADRALN",
};

/** A siginfo_t. */
export function signalInfo(info: SignalInfo): string {
	if (info.signal === 0) return "{}";
	const name = signalWord(info.signal);
	const head = `si_signo=${name}, si_code=`;
	const sender = `si_pid=${info.pid}, si_uid=${info.uid}`;
	if (info.signal === os.signals.SIGCHLD && info.code > 0 && childCodes[info.code] !== undefined) {
		const status = info.code === os.CLD_EXITED ? String(info.status) : signalWord(info.status);
		const word = childCodes[info.code];
		return `{${head}${word}, ${sender}, si_status=${status}, si_utime=0, si_stime=0}`;
	}
	const code = codes[info.code] ?? String(info.code);
	if (info.code > 0 && faultCodes[info.signal] !== undefined) {
		const word = info.code === os.SEGV_MAPERR ? faultCodes[info.signal] : code;
		const address =
			info.address === 0 ? "NULL" : `0x${BigInt.asUintN(64, BigInt(info.address)).toString(16)}`;
		return `{${head}${word}, si_addr=${address}}`;
	}
	if (info.code === os.SI_KERNEL) return `{${head}${code}}`;
	const timer = info.code === os.SI_TIMER;
	if (!timer && info.code !== os.SI_QUEUE && info.code !== os.SI_MESGQ) return `{${head}${code}, ${sender}}`;
	const value = info.value;
	const from = timer ? `si_timerid=${info.pid}, si_overrun=${info.uid}` : sender;
	return `{${head}${code}, ${from}, si_int=${value | 0}, si_ptr=0x${(value >>> 0).toString(16)}}`;
}

/** wait(2)'s status word by its macros. */
export function waitStatus(status: WaitStatus): string {
	if (status === 0xffff) return "[{WIFCONTINUED(s)}]";
	const high = (status >> 8) & 0xff;
	if ((status & 0xff) === 0x7f) return `[{WIFSTOPPED(s) && WSTOPSIG(s) == ${signalWord(high)}}]`;
	const signal = status & 0x7f;
	if (signal !== 0) return `[{WIFSIGNALED(s) && WTERMSIG(s) == ${signalWord(signal)}}]`;
	return `[{WIFEXITED(s) && WEXITSTATUS(s) == ${high}}]`;
}

/** A struct timespec; `nanoseconds` are those after the tick. */
export function timespec(ticks: number, nanoseconds = 0): string {
	return `{tv_sec=${Math.floor(ticks / 1_000_000)}, tv_nsec=${(ticks % 1_000_000) * 1000 + nanoseconds}}`;
}

/** A struct timeval. */
export function timeval(ticks: number): string {
	return `{tv_sec=${Math.floor(ticks / 1_000_000)}, tv_usec=${ticks % 1_000_000}}`;
}

/** A user or group; -1 where it is to stay. */
export function identity(id: number): string | number {
	return id === 0xffff_ffff ? -1 : id;
}

/** Why a call that a signal broke off comes back; null where it tells EINTR itself. */
export function restartText(call: SystemCall): string | null {
	const { name } = call;
	const isUntil = name === "nanosleep" && call.absolute === true;
	if (isUntil || (name === "poll" && call.mask !== undefined))
		return "? ERESTARTNOHAND (To be restarted if no handler)";
	if (/^(pause|sigsuspend|select|msgsnd|msgrcv)$/.test(name))
		return "? ERESTARTNOHAND (To be restarted if no handler)";
	if (/^(nanosleep|poll)$/.test(name)) return "? ERESTART_RESTARTBLOCK (Interrupted by signal)";
	if (name === "sigtimedwait") return null;
	return "? ERESTARTSYS (To be restarted if SA_RESTART is set)";
}

const clockIds = [
	...(["CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID"] as const),
	...(["CLOCK_MONOTONIC_RAW", "CLOCK_REALTIME_COARSE", "CLOCK_MONOTONIC_COARSE", "CLOCK_BOOTTIME"] as const),
	...(["CLOCK_REALTIME_ALARM", "CLOCK_BOOTTIME_ALARM"] as const),
];

/** clockid_t; what is none is a number. */
export function clockId(clock: number): string {
	return clockIds[clock] ?? (clock === 11 ? "CLOCK_TAI" : unnamed(clock, "CLOCK"));
}

/** The flags of faccessat2. */
export function accessFlags(flags: number): string {
	const names = [...(flags & 0x100 ? ["AT_SYMLINK_NOFOLLOW"] : []), ...(flags & 0x200 ? ["AT_EACCESS"] : [])];
	return names.length === 0 ? "0" : names.join("|");
}
