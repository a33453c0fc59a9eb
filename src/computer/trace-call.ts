// One system call as strace prints it: what is known when it is made, and what only when it has returned.

import { unreachable } from "../base/index.ts";
import type { Disposition, FileStatus, Named, Outcome, Reply, SystemCall } from "../kernel/index.ts";
import * as os from "../kernel/index.ts";
import { secondsLeft } from "./abi.ts";
import { wallClock } from "./structures.ts";
import { queueText } from "./trace-queue.ts";
import { socketText } from "./trace-socket.ts";
import * as word from "./trace-words.ts";

/** `head` is printed when the call is made; `tail` (to the closing parenthesis) and the result when it has returned. */
export interface CallText {
	/** The name that strace gives it. */
	readonly name: string;
	readonly head: string;
	readonly tail: (outcome: Outcome) => string;
}

const AT_EACCESS = 0x200;

/** A call all of whose arguments are known at once. */
function whole(name: string, ...args: readonly (string | number)[]): CallText {
	return { name, head: `${name}(${args.join(", ")}`, tail: () => ")" };
}

/** A call that stores something: `show` prints it, between the arguments before and after it. */
function storing(
	name: string,
	before: readonly (string | number)[],
	show: (reply: Reply) => string,
	after: readonly (string | number)[],
	toNobody = false,
	also?: (reply: Reply) => string,
): CallText {
	const rest = after.map((argument) => `, ${argument}`).join("");
	return {
		name,
		head: `${name}(${before.map((argument) => `${argument}, `).join("")}`,
		tail: (outcome) => {
			const last = also === undefined ? "" : `, ${stored(outcome, also)}`;
			return `${toNobody ? "NULL" : stored(outcome, show)}${rest}${last})`;
		},
	};
}

function stored(outcome: Outcome, show: (reply: Reply) => string): string {
	const reply = outcome.kind === "done" ? outcome.reply : null;
	return reply === null ? word.POINTER : show(reply);
}

/** How strace writes a call. */
export function callText(call: SystemCall): CallText {
	switch (call.name) {
		case "read":
			if (call.pieces !== undefined) return readvText("readv", call.fd, call.pieces);
			return storing("read", [call.fd], showBytes, [call.counted ?? call.count]);
		case "pread":
			if (call.pieces !== undefined) return readvText("preadv", call.fd, call.pieces, call.offset);
			return storing("pread64", [call.fd], showBytes, [call.counted ?? call.count, call.offset]);
		case "write":
			if (call.pieces !== undefined)
				return whole("writev", call.fd, word.vectors(call.bytes, call.pieces), call.pieces.length);
			return whole("write", call.fd, ...word.given(call));
		case "pwrite": {
			const { bytes, fd, offset, pieces } = call;
			if (pieces !== undefined)
				return whole("pwritev", fd, word.vectors(bytes, pieces), pieces.length, offset);
			return whole("pwrite64", fd, ...word.given(call), offset);
		}
		case "open":
			return openText(call);
		case "close":
		case "dup":
			return whole(call.name, call.fd);
		case "pipe":
			return storing("pipe2", [], showEnds, [word.descriptorFlags(call.flags)]);
		case "dup2":
			return whole("dup2", call.from, call.to);
		case "dup3":
			return whole("dup3", call.from, call.to, word.descriptorFlags(call.flags));
		case "fcntl":
			return fcntlText(call);
		case "lseek":
			return whole(
				"lseek",
				call.fd,
				word.long(call.offset),
				whences[call.whence] ?? word.unnamed(call.whence, "SEEK"),
			);
		case "ftruncate":
			return whole("ftruncate", call.fd, word.long(call.length));
		case "fsync":
			return whole(call.data ? "fdatasync" : "fsync", call.fd);
		case "fchmod":
			return whole("fchmod", call.fd, word.octal(call.mode));
		case "flock":
			return whole("flock", call.fd, word.lockOperation(call.operation));
		case "fstat":
			return storing("newfstatat", [call.fd, '""'], showStat, ["AT_EMPTY_PATH"]);
		case "stat": {
			const flags = call.follow ? "0" : "AT_SYMLINK_NOFOLLOW";
			return storing("newfstatat", [word.base(call.at), word.quoteText(call.path)], showStat, [flags]);
		}
		case "getdents":
			return {
				name: "getdents64",
				head: `getdents64(${call.fd}, `,
				tail: (outcome) => `${word.POINTER} /* ${entryCount(outcome)} entries */, ${call.count})`,
			};
		case "fchdir":
			return whole("fchdir", call.fd);
		case "tcsetattr":
			return whole(
				"ioctl",
				call.fd,
				["TCSETS", "TCSETSW", "TCSETSF"][call.actions] ?? call.actions,
				word.POINTER,
			);
		case "tcsetpgrp":
			return whole("ioctl", call.fd, "TIOCSPGRP", `[${call.pgid}]`);
		case "ioctl":
			return storing("ioctl", [call.fd, requests[call.request] ?? hexadecimal(call.request)], showCount, []);
		default:
			return processText(call);
	}
}

/** readv and preadv: into several buffers, of which strace shows what came, or how large they are. */
function readvText(
	name: string,
	fd: number,
	pieces: readonly number[],
	...offset: readonly number[]
): CallText {
	const rest = [pieces.length, ...offset].map((argument) => `, ${argument}`).join("");
	return {
		name,
		head: `${name}(${fd}, `,
		tail: (outcome) => {
			const reply = outcome.kind === "done" ? outcome.reply : null;
			const shown = reply?.kind === "bytes" ? word.vectors(reply.bytes, pieces) : word.rooms(pieces);
			return `${shown}${rest})`;
		},
	};
}

type DescriptorCall = Named<
	| ("read" | "pread" | "write" | "pwrite" | "open" | "close" | "dup" | "pipe" | "dup2" | "dup3" | "fcntl")
	| (
			| "lseek"
			| "ftruncate"
			| "fstat"
			| "stat"
			| "ioctl"
			| "tcsetattr"
			| "tcsetpgrp"
			| "getdents"
			| "fchdir"
			| "fsync"
			| "fchmod"
			| "flock"
	  )
>;
type Rest = Exclude<SystemCall, DescriptorCall>;

function processText(call: Rest): CallText {
	switch (call.name) {
		case "chdir":
			return whole(call.name, word.quoteText(call.path));
		case "unlink":
		case "rmdir":
		case "access":
		case "mkdir":
		case "chmod":
		case "rename":
		case "link":
		case "symlink":
		case "readlink":
		case "mknod":
		case "utimensat":
			return nameText(call);
		case "tee":
			return whole("tee", call.from, call.to, call.count, call.flags);
		case "splice": {
			const ends = [call.from, place(call.fromOffset), call.to, place(call.toOffset)];
			return whole("splice", ...ends, call.count, call.flags);
		}
		case "sendfile":
			return whole("sendfile", call.to, call.from, place(call.offset), call.count);
		case "truncate":
			return whole("truncate", word.quoteText(call.path), call.length);
		case "getcwd":
			return storing("getcwd", [], showPath, [call.size]);
		case "umask":
			return whole("umask", word.octal(call.mask));
		case "execve": {
			const argv = `[${call.argv.map(word.quoteText).join(", ")}]`;
			const envp = `${word.POINTER} /* ${call.envp.length} vars */`;
			const path = word.quoteText(call.path);
			if (call.at === undefined) return whole("execve", path, argv, envp);
			return whole("execveat", call.at, path, argv, envp, call.path === "" ? "AT_EMPTY_PATH" : "0");
		}
		case "exit":
			return whole("exit_group", call.status);
		case "wait4":
			return storing(
				"wait4",
				[call.who],
				showStatus,
				[word.waitOptions(call.options), ...(call.wantsUsage ? [] : ["NULL"])],
				call.toNobody,
				call.wantsUsage ? showRan : undefined,
			);
		case "waitid": {
			const type = idTypes[call.type] ?? call.type;
			return storing(
				"waitid",
				[type, call.id],
				showInfo,
				[word.waitOptions(call.options), "NULL"],
				call.toNobody,
			);
		}
		case "fork":
		case "vfork":
		case "getpid":
		case "getppid":
		case "getpgrp":
		case "getuid":
		case "geteuid":
		case "getgid":
		case "getegid":
		case "setsid":
		case "pause":
		case "sched_yield":
			return whole(call.name);
		case "setuid":
		case "setgid":
			return whole(call.name, word.identity(call.id));
		case "setreuid":
		case "setregid":
			return whole(call.name, word.identity(call.real), word.identity(call.effective));
		case "setresuid":
		case "setresgid":
			return whole(call.name, ...[call.real, call.effective, call.saved].map(word.identity));
		case "getresuid":
		case "getresgid":
			return storing(call.name, [], showIds, []);
		case "getgroups":
			return storing("getgroups", [call.size], showGroups, []);
		case "setgroups":
			return whole("setgroups", call.groups.length, `[${call.groups.join(", ")}]`);
		case "chown":
			return whole(
				call.follow ? "chown" : "lchown",
				word.quoteText(call.path),
				word.identity(call.uid),
				word.identity(call.gid),
			);
		case "fchown":
			return whole("fchown", call.fd, word.identity(call.uid), word.identity(call.gid));
		case "getpgid":
		case "getsid":
			return whole(call.name, call.pid);
		case "setpgid":
			return whole("setpgid", call.pid, call.pgid);
		case "getrlimit":
			return storing("prlimit64", [0, resource(call.resource), "NULL"], showLimit, []);
		case "setrlimit":
			return whole("prlimit64", 0, resource(call.resource), rlimit(call.soft, call.hard), "NULL");
		case "prlimit":
			return prlimitText(call);
		case "getrandom":
			return storing("getrandom", [], showBytes, [call.count, randomFlags[call.flags] ?? call.flags]);
		case "pidfd_open":
			return whole("pidfd_open", call.pid, call.flags === 0 ? 0 : "PIDFD_NONBLOCK");
		case "pidfd_send_signal":
			return whole("pidfd_send_signal", call.fd, signal(call.signal), "NULL", call.flags);
		case "fallocate":
			return whole("fallocate", call.fd, allocationFlags[call.mode] ?? call.mode, call.offset, call.length);
		case "uname":
			return whole("uname", '{sysname="Linux", nodename="interprocess", ...}');
		case "statfs":
			return call.path === null
				? whole("fstatfs", call.descriptor ?? -1, "{f_type=TMPFS_MAGIC, f_bsize=4096, ...}")
				: whole("statfs", word.quoteText(call.path), "{f_type=TMPFS_MAGIC, f_bsize=4096, ...}");
		case "getpriority":
			return whole("getpriority", priorities[call.which] ?? call.which, call.who);
		case "setpriority":
			return whole("setpriority", priorities[call.which] ?? call.which, call.who, call.nice);
		case "prctl":
			return attributeText(call);
		case "close_range":
			return whole("close_range", call.first, call.last, rangeFlags[call.flags] ?? hexadecimal(call.flags));
		default:
			if (os.isSocketCall(call)) return socketText(call);
			if (os.isQueueCall(call)) return queueText(call);
			return signalText(call);
	}
}

function prlimitText({ limits, pid, resource: which, tells }: Named<"prlimit">): CallText {
	const given = limits === null ? "NULL" : rlimit(limits.soft, limits.hard);
	return storing("prlimit64", [pid, resource(which), given], showLimit, [], !tells);
}

function attributeText({ argument, option, plain, text }: Named<"prctl">): CallText {
	const name = attributes[option] ?? hexadecimal(option);
	const zeros = plain ? [0, 0, 0] : [];
	switch (name) {
		case "PR_SET_NAME":
			return whole("prctl", name, word.quoteText(text));
		case "PR_GET_NAME":
		case "PR_GET_CHILD_SUBREAPER":
			return storing("prctl", [name], showNumber, []);
		case "PR_GET_PDEATHSIG":
			return storing("prctl", [name], showAttribute, []);
		case "PR_SET_PDEATHSIG":
			return whole("prctl", name, argument === 0 ? 0 : signal(argument));
		case "PR_SET_CHILD_SUBREAPER":
			return whole("prctl", name, argument);
		case "PR_GET_DUMPABLE":
			return whole("prctl", name);
		case "PR_SET_DUMPABLE":
			return whole("prctl", name, dumpable[argument] ?? argument);
		default:
			return whole("prctl", name, argument, ...zeros);
	}
}

type NameCall = Named<
	| ("unlink" | "rmdir" | "access" | "mkdir" | "chmod" | "rename" | "link" | "symlink" | "readlink")
	| ("mknod" | "utimensat")
>;

/** Calls on names: the older ones, or with a directory's descriptor their kin that end in `at`. */
function nameText(call: NameCall): CallText {
	const { quoteText } = word;
	const beside = (plain: string, at: string, ...args: readonly (string | number)[]) =>
		"at" in call && call.at !== undefined ? whole(at, call.at, ...args) : whole(plain, ...args);
	switch (call.name) {
		case "unlink":
			return call.at === undefined
				? whole("unlink", quoteText(call.path))
				: whole("unlinkat", call.at, quoteText(call.path), 0);
		case "rmdir":
			return call.at === undefined
				? whole("rmdir", quoteText(call.path))
				: whole("unlinkat", call.at, quoteText(call.path), "AT_REMOVEDIR");
		case "access":
			if (call.effective || call.flags !== undefined) {
				const mode = word.accessMode(call.mode);
				const flags = word.accessFlags(call.flags ?? AT_EACCESS);
				return whole("faccessat2", word.base(call.at), quoteText(call.path), mode, flags);
			}
			return beside("access", "faccessat", quoteText(call.path), word.accessMode(call.mode));
		case "mkdir":
			return beside("mkdir", "mkdirat", quoteText(call.path), word.octal(call.mode));
		case "chmod":
			return beside("chmod", "fchmodat", quoteText(call.path), word.octal(call.mode));
		case "rename":
		case "link":
			return twoNames(call);
		case "symlink": {
			const [target, path] = [quoteText(call.target), quoteText(call.path)];
			return call.at === undefined
				? whole("symlink", target, path)
				: whole("symlinkat", target, call.at, path);
		}
		case "readlink":
			return call.at === undefined
				? storing("readlink", [quoteText(call.path)], showPath, [call.size ?? 4096])
				: storing("readlinkat", [call.at, quoteText(call.path)], showPath, [call.size ?? 4096]);
		case "mknod":
			return whole("mknodat", word.base(call.at), quoteText(call.path), word.fileMode(call.mode));
		case "utimensat": {
			const now = call.accessed === "now" && call.modified === "now";
			const times = now ? "NULL" : `[${word.fileTime(call.accessed)}, ${word.fileTime(call.modified)}]`;
			const path = call.path === null ? "NULL" : quoteText(call.path);
			return whole("utimensat", word.base(call.at), path, times, call.follow ? "0" : "AT_SYMLINK_NOFOLLOW");
		}
		default:
			return unreachable(call);
	}
}

function twoNames(call: Named<"rename" | "link">): CallText {
	const { from, fromAt, name, to, toAt } = call;
	const names = [word.quoteText(from), word.quoteText(to)] as const;
	const bare = fromAt === undefined && toAt === undefined && call.flags === undefined;
	const plain = bare && call.follow !== true;
	if (plain) return whole(name, ...names);
	const args = [word.base(fromAt), names[0], word.base(toAt), names[1]];
	if (call.flags) return whole("renameat2", ...args, word.renameFlags(call.flags));
	if (name === "rename") return whole("renameat", ...args);
	return whole("linkat", ...args, call.follow === true ? "AT_SYMLINK_FOLLOW" : "0");
}

type SignalCall = Named<
	| (
			| "kill"
			| "raise"
			| "sigqueue"
			| "sigaction"
			| "sigprocmask"
			| "sigpending"
			| "sigsuspend"
			| "sigtimedwait"
	  )
	| ("sigreturn" | "alarm" | "nanosleep" | "clock_gettime" | "poll" | "select" | "getrusage")
	| ("getitimer" | "setitimer" | "timer_create" | "timer_settime" | "timer_gettime")
	| ("timer_getoverrun" | "timer_delete")
>;

function signalText(call: SignalCall): CallText {
	switch (call.name) {
		case "kill":
			return whole("kill", call.pid, signal(call.signal));
		case "raise":
			return whole("raise", signal(call.signal));
		case "sigqueue":
			return whole("rt_sigqueueinfo", call.pid, signal(call.signal));
		case "sigaction": {
			const given = call.disposition === null ? "NULL" : disposition(call.disposition);
			return storing("rt_sigaction", [signal(call.signal), given], showDisposition, [8], call.toNobody);
		}
		case "sigprocmask": {
			const given = call.set === null ? "NULL" : word.signalSet(call.set);
			return storing("rt_sigprocmask", [hows[call.how] ?? call.how, given], showSignals, [8], call.toNobody);
		}
		case "sigpending":
			return storing("rt_sigpending", [], showSignals, [8]);
		case "sigsuspend":
			return whole("rt_sigsuspend", word.signalSet(call.mask), 8);
		case "sigtimedwait": {
			const timeout = call.timeout === null ? "NULL" : word.timespec(call.timeout);
			return storing("rt_sigtimedwait", [word.signalSet(call.set)], showInfo, [timeout, 8], call.toNobody);
		}
		case "sigreturn":
			return whole("rt_sigreturn");
		case "alarm":
			return whole("alarm", Math.ceil(call.after / 1_000_000));
		case "nanosleep":
			return sleepText(call);
		case "clock_gettime":
			return storing(
				"clock_gettime",
				[call.of === undefined ? clockName(call.clock) : `MAKE_PROCESS_CPUCLOCK(${call.of}, CPUCLOCK_SCHED)`],
				(reply) => showTime(reply, call.clock),
				[],
			);
		case "getrusage":
			return storing("getrusage", [users[call.who] ?? call.who], showUsage, []);
		case "getitimer":
			return storing("getitimer", [intervalTimers[call.which] ?? call.which], showInterval, []);
		case "setitimer": {
			const value = `{it_interval=${word.timeval(call.interval)}, it_value=${word.timeval(call.after)}}`;
			return storing(
				"setitimer",
				[intervalTimers[call.which] ?? call.which, value],
				showInterval,
				[],
				call.toNobody,
			);
		}
		case "timer_create": {
			const number = typeof call.signal === "number" ? call.signal : 0;
			const how =
				call.signal === null ? "SIGEV_NONE" : call.signal === "thread" ? "SIGEV_THREAD" : "SIGEV_SIGNAL";
			const event = `{sigev_signo=${signal(number)}, sigev_notify=${how}}`;
			return whole("timer_create", clockName(call.clock), event, word.POINTER);
		}
		case "timer_settime": {
			const value = `{it_interval=${word.timespec(call.interval)}, it_value=${word.timespec(call.after)}}`;
			const flags = call.absolute ? "TIMER_ABSTIME" : "0";
			return storing("timer_settime", [call.id, flags, value], showTimer, [], call.toNobody);
		}
		case "timer_gettime":
			return storing("timer_gettime", [call.id], showTimer, []);
		case "timer_getoverrun":
		case "timer_delete":
			return whole(call.name, call.id);
		case "poll": {
			const entries = call.entries.map(({ fd, events }) => `{fd=${fd}, events=${word.pollEvents(events)}}`);
			const timeout = call.timeout === null ? -1 : Math.floor(call.timeout / 1000);
			const { nowhere } = call;
			const count = nowhere?.count ?? entries.length;
			const elsewhere = nowhere?.isNull ? "NULL" : word.POINTER;
			const isList = nowhere === undefined || (count === 0 && !nowhere.isNull);
			const list = isList ? `[${entries.join(", ")}]` : elsewhere;
			if (call.mask === undefined) return whole("poll", list, count, timeout);
			const limit = call.timeout === null ? "NULL" : word.timespec(call.timeout);
			return whole("ppoll", list, count, limit, word.signalSet(call.mask), 8);
		}
		case "select": {
			const sets = [
				call.highest,
				...(["read", "write", "except"] as const).map((name) =>
					call.empty?.includes(name) ? "[]" : set(call[name]),
				),
			];
			const limit = call.timeout === null ? "NULL" : word.timespec(call.timeout);
			const mask = call.mask === undefined ? "NULL" : `{sigmask=${word.signalSet(call.mask)}, sigsetsize=8}`;
			return whole("pselect6", ...sets, limit, mask);
		}
		default:
			return unreachable(call);
	}
}

/** What follows the equals sign. */
export function resultText(call: SystemCall, outcome: Outcome): string {
	switch (outcome.kind) {
		case "failed":
			return `-1 ${word.errorText(outcome.errno)}`;
		case "restarts":
			return "? ERESTARTSYS (To be restarted if SA_RESTART is set)";
		case "forked":
			return String(outcome.child);
		case "replaced":
			return "0";
		case "blocked":
		case "ended":
			return "?";
		case "done":
			return doneText(call, outcome.value, outcome.reply);
		default:
			return unreachable(outcome);
	}
}

/** Calls that begin anew after a handler, by their numbers: these stand where the result was, for rt_sigreturn to tell. */
const numbers: { readonly [name in SystemCall["name"]]?: number } = {
	read: 0,
	write: 1,
	connect: 42,
	accept: 43,
	sendto: 44,
	recvfrom: 45,
	sendmsg: 46,
	recvmsg: 47,
	wait4: 61,
	fcntl: 72,
	flock: 73,
	mq_send: 242,
	mq_receive: 243,
	waitid: 247,
	open: 257,
};

/** The result of a call as a number, as rt_sigreturn tells it. */
export function registerText(call: SystemCall, outcome: Outcome): string {
	switch (outcome.kind) {
		case "failed":
			return `-1 ${word.errorText(outcome.errno)}`;
		case "restarts":
			return String(numbers[call.name] ?? 0);
		case "forked":
			return String(outcome.child);
		case "done":
			return String(call.name === "getpriority" ? 20 - outcome.value : outcome.value);
		default:
			return "0";
	}
}

function doneText(call: SystemCall, value: number, reply: Reply | null): string {
	switch (call.name) {
		case "umask":
			return word.octal(value);
		case "alarm":
			return String(secondsLeft(value));
		case "getpriority":
			return String(20 - value);
		case "timer_create":
			return "0";
		case "sigtimedwait":
			return `${value} (${word.signalWord(value)})`;
		case "fcntl":
			if (call.command === os.F_GETFL) return `0x${value.toString(16)} (flags ${word.openFlags(value)})`;
			return call.command === os.F_GETFD && value === 1 ? "0x1 (flags FD_CLOEXEC)" : String(value);
		case "prctl":
			return attributes[call.option] === "PR_GET_DUMPABLE" ? `${value} (${dumpable[value]})` : String(value);
		case "poll":
			return value === 0 ? "0 (Timeout)" : `${value} (${readyEntries(call, reply)})`;
		case "select":
			return value === 0 ? "0 (Timeout)" : `${value} (${readySets(reply)})`;
		default:
			return String(value);
	}
}

function readyEntries(call: Named<"poll">, reply: Reply | null): string {
	if (reply?.kind !== "ready") return "[]";
	const entries = call.entries.flatMap(({ fd }, i) => {
		const events = reply.events[i] ?? 0;
		return events === 0 ? [] : [`{fd=${fd}, revents=${word.pollEvents(events)}}`];
	});
	return `[${entries.join(", ")}]`;
}

function readySets(reply: Reply | null): string {
	if (reply?.kind !== "selected") return "";
	const parts: string[] = [];
	if (reply.read.length > 0) parts.push(`in ${set(reply.read)}`);
	if (reply.write.length > 0) parts.push(`out ${set(reply.write)}`);
	if (reply.except.length > 0) parts.push(`exc ${set(reply.except)}`);
	return parts.join(", ");
}

// ---- arguments ----

const whences: { readonly [whence: number]: string } = { 0: "SEEK_SET", 1: "SEEK_CUR", 2: "SEEK_END" };
const idTypes: { readonly [type: number]: string } = { 0: "P_ALL", 1: "P_PID", 2: "P_PGID", 3: "P_PIDFD" };
const hows: { readonly [how: number]: string } = { 0: "SIG_BLOCK", 1: "SIG_UNBLOCK", 2: "SIG_SETMASK" };
const requests: { readonly [request: number]: string } = {
	[os.TCGETS]: "TCGETS",
	[os.TIOCGPGRP]: "TIOCGPGRP",
	[os.TIOCGWINSZ]: "TIOCGWINSZ",
	[os.TIOCGSID]: "TIOCGSID",
	[os.FIONREAD]: "FIONREAD",
	[os.SIOCATMARK]: "SIOCATMARK",
};
const resources: { readonly [resource: number]: string } = {
	3: "RLIMIT_STACK",
	4: "RLIMIT_CORE",
	[os.RLIMIT_FSIZE]: "RLIMIT_FSIZE",
	[os.RLIMIT_NPROC]: "RLIMIT_NPROC",
	[os.RLIMIT_NOFILE]: "RLIMIT_NOFILE",
};
const users: { readonly [who: number]: string } = {
	0: "RUSAGE_SELF",
	"-1": "RUSAGE_CHILDREN",
	1: "RUSAGE_THREAD",
};
const priorities: { readonly [which: number]: string } = {
	0: "PRIO_PROCESS",
	1: "PRIO_PGRP",
	2: "PRIO_USER",
};
const attributes: { readonly [option: number]: string } = {
	1: "PR_SET_PDEATHSIG",
	2: "PR_GET_PDEATHSIG",
	3: "PR_GET_DUMPABLE",
	4: "PR_SET_DUMPABLE",
	15: "PR_SET_NAME",
	16: "PR_GET_NAME",
	36: "PR_SET_CHILD_SUBREAPER",
	37: "PR_GET_CHILD_SUBREAPER",
	38: "PR_SET_NO_NEW_PRIVS",
	39: "PR_GET_NO_NEW_PRIVS",
};
const dumpable = ["SUID_DUMP_DISABLE", "SUID_DUMP_USER"];
const rangeFlags: { readonly [flags: number]: string | number } = {
	0: 0,
	2: "CLOSE_RANGE_UNSHARE",
	4: "CLOSE_RANGE_CLOEXEC",
	6: "CLOSE_RANGE_UNSHARE|CLOSE_RANGE_CLOEXEC",
};
const randomFlags: { readonly [flags: number]: string } = { 1: "GRND_NONBLOCK", 2: "GRND_RANDOM" };
const allocationFlags: { readonly [flags: number]: string } = {
	1: "FALLOC_FL_KEEP_SIZE",
	3: "FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE",
	16: "FALLOC_FL_ZERO_RANGE",
};
const intervalTimers: { readonly [which: number]: string } = {
	0: "ITIMER_REAL",
	1: "ITIMER_VIRTUAL",
	2: "ITIMER_PROF",
};

function sleepText({ absolute, clock, ticks, toNobody, written }: Named<"nanosleep">): CallText {
	const time =
		written === undefined
			? word.timespec(ticks)
			: `{tv_sec=${written.seconds}, tv_nsec=${BigInt.asUintN(64, BigInt(written.nanoseconds))}}`;
	const flags = absolute ? "TIMER_ABSTIME" : "0";
	return {
		name: "clock_nanosleep",
		head: `clock_nanosleep(${word.clockId(clock ?? 0)}, ${flags}, ${time}, `,
		tail: (outcome) => {
			const left = outcome.kind === "failed" && outcome.reply?.kind === "left" ? outcome.reply.ticks : null;
			if (toNobody) return "NULL)";
			return left === null || absolute ? `${word.POINTER})` : `${word.timespec(left)})`;
		},
	};
}

function clockName(clock: os.TimerClock | null): string {
	return clock === "processor" ? "CLOCK_PROCESS_CPUTIME_ID" : "CLOCK_REALTIME";
}

const commands: { readonly [command: number]: string } = {
	[os.F_DUPFD]: "F_DUPFD",
	[os.F_GETFD]: "F_GETFD",
	[os.F_SETFD]: "F_SETFD",
	[os.F_SETOWN]: "F_SETOWN",
	[os.F_GETOWN]: "F_GETOWN",
	[os.F_SETSIG]: "F_SETSIG",
	[os.F_GETSIG]: "F_GETSIG",
	[os.F_GETFL]: "F_GETFL",
	[os.F_SETFL]: "F_SETFL",
	[os.F_DUPFD_CLOEXEC]: "F_DUPFD_CLOEXEC",
	[os.F_GETLK]: "F_GETLK",
	[os.F_SETLK]: "F_SETLK",
	[os.F_SETLKW]: "F_SETLKW",
	[os.F_OFD_GETLK]: "F_OFD_GETLK",
	[os.F_OFD_SETLK]: "F_OFD_SETLK",
	[os.F_OFD_SETLKW]: "F_OFD_SETLKW",
	[os.F_SETPIPE_SZ]: "F_SETPIPE_SZ",
	[os.F_GETPIPE_SZ]: "F_GETPIPE_SZ",
};
const withoutArgument: readonly number[] = [
	os.F_GETFD,
	os.F_GETFL,
	os.F_GETOWN,
	os.F_GETSIG,
	os.F_GETPIPE_SZ,
];

function openText(call: Named<"open">): CallText {
	const args = [word.base(call.at), word.quoteText(call.path), word.openFlags(call.flags)];
	const makes = (call.flags & os.O_CREAT) !== 0 || (call.flags & os.O_TMPFILE) === os.O_TMPFILE;
	if (makes) args.push(word.octal(call.mode));
	return whole("openat", ...args);
}

function fcntlText(call: Named<"fcntl">): CallText {
	const command = commands[call.command] ?? word.unnamed(call.command, "F");
	if (withoutArgument.includes(call.command)) return whole("fcntl", call.fd, command);
	if (call.lock !== undefined) return lockText(call.fd, command, call.lock, call.command);
	let argument = String(call.argument);
	if (call.command === os.F_SETFL) argument = word.openFlags(call.argument);
	if (call.command === os.F_SETFD && call.argument === os.FD_CLOEXEC) argument = "FD_CLOEXEC";
	return whole("fcntl", call.fd, command, argument);
}

function lockText(fd: number, command: string, lock: os.LockRequest, number: number): CallText {
	const asks = number === os.F_GETLK || number === os.F_OFD_GETLK;
	if (!asks) return whole("fcntl", fd, command, lockWords(lock));
	return storing(
		"fcntl",
		[fd, command],
		(reply) => (reply.kind === "lock" ? lockWords(reply.lock, true) : word.POINTER),
		[],
	);
}

function lockWords(lock: os.LockRequest, owner = false): string {
	const type = ["F_RDLCK", "F_WRLCK", "F_UNLCK"][lock.type] ?? lock.type;
	const where = `l_whence=${whences[lock.whence] ?? lock.whence}, l_start=${lock.start}, l_len=${lock.length}`;
	return `{l_type=${type}, ${where}${owner ? `, l_pid=${lock.pid}` : ""}}`;
}

function place(offset: number | null): string {
	return offset === null ? "NULL" : `[${offset}]`;
}

function signal(number: number): string {
	return number === 0 ? "0" : word.signalWord(number);
}

function set(list: readonly number[]): string {
	return list.length === 0 ? "NULL" : `[${list.join(" ")}]`;
}

function resource(number: number): string | number {
	return resources[number] ?? number;
}

function rlimit(soft: number, hard: number | undefined): string {
	return `{rlim_cur=${limit(soft)}, rlim_max=${limit(hard ?? soft)}}`;
}

function limit(value: number): string {
	return Number.isFinite(value) ? String(value) : "RLIM64_INFINITY";
}

function hexadecimal(value: number): string {
	return `0x${(value >>> 0).toString(16)}`;
}

function disposition(given: Disposition): string {
	const { flags = 0, mask = [] } = given;
	const rest = `sa_mask=${word.signalSet(mask)}, sa_flags=${word.actionFlags(flags)}`;
	if (given.action === "handle") return `{sa_handler=${hexadecimal(given.handler)}, ${rest}}`;
	return `{sa_handler=${given.action === "default" ? "SIG_DFL" : "SIG_IGN"}, ${rest}}`;
}

// ---- replies ----

const showBytes = (reply: Reply) => (reply.kind === "bytes" ? word.quoteBytes(reply.bytes) : '""');
const showEnds = (reply: Reply) =>
	reply.kind === "descriptors" ? `[${reply.read}, ${reply.write}]` : word.POINTER;
const showStat = (reply: Reply) => (reply.kind === "stat" ? statText(reply.stat) : word.POINTER);
const showCount = (reply: Reply) => (reply.kind === "count" ? `[${reply.count}]` : word.POINTER);
const showInfo = (reply: Reply) =>
	(reply.kind === "info" || reply.kind === "status") && reply.info !== null
		? word.signalInfo(reply.info)
		: word.POINTER;
const showStatus = (reply: Reply) =>
	reply.kind === "status" && reply.pid > 0 ? word.waitStatus(reply.status) : word.POINTER;
const showDisposition = (reply: Reply) =>
	reply.kind === "disposition" ? disposition(reply.disposition) : "NULL";
const showSignals = (reply: Reply) =>
	reply.kind === "signals" ? word.signalSet(reply.signals) : word.POINTER;
const showAttribute = (reply: Reply) => {
	if (reply.kind !== "attribute") return word.POINTER;
	if (typeof reply.value === "string") return word.quoteText(reply.value);
	return reply.value === 0 ? "[0]" : `[${signal(reply.value)}]`;
};
const showNumber = (reply: Reply) => (reply.kind === "attribute" ? `[${reply.value}]` : word.POINTER);
const showUsage = (reply: Reply) =>
	reply.kind === "usage"
		? `{ru_utime=${word.timeval(reply.ticks)}, ru_stime=${word.timeval(0)}, ...}`
		: word.POINTER;
const showRan = (reply: Reply) =>
	reply.kind === "status" && reply.pid > 0
		? `{ru_utime=${word.timeval(reply.ran ?? 0)}, ru_stime=${word.timeval(0)}, ...}`
		: word.POINTER;
const showInterval = (reply: Reply) =>
	reply.kind === "timer"
		? `{it_interval=${word.timeval(reply.interval)}, it_value=${word.timeval(reply.left)}}`
		: word.POINTER;
const showTimer = (reply: Reply) =>
	reply.kind === "timer"
		? `{it_interval=${word.timespec(reply.interval)}, it_value=${word.timespec(reply.left)}}`
		: word.POINTER;
const showTime = (reply: Reply, clock: os.TimerClock | null) => {
	if (reply.kind !== "time") return word.POINTER;
	return word.timespec(clock === "processor" ? reply.ticks : wallClock(reply.ticks));
};
const showPath = (reply: Reply) => (reply.kind === "path" ? word.quoteText(reply.path) : word.POINTER);
const showIds = (reply: Reply) =>
	reply.kind === "ids" ? `[${reply.real}], [${reply.effective}], [${reply.saved}]` : word.POINTER;
const showGroups = (reply: Reply) =>
	reply.kind === "groups" ? `[${reply.groups.join(", ")}]` : word.POINTER;
const showLimit = (reply: Reply) =>
	reply.kind === "limit" ? `{rlim_cur=${limit(reply.soft)}, rlim_max=${limit(reply.hard)}}` : word.POINTER;

function entryCount(outcome: Outcome): number {
	return outcome.kind === "done" && outcome.reply?.kind === "entries" ? outcome.reply.entries.length : 0;
}

function statText(stat: FileStatus): string {
	const { mode, rdev, size } = stat;
	const last = rdev === undefined ? `st_size=${size}` : `st_rdev=${word.device(rdev)}`;
	return `{st_mode=${word.fileMode(mode)}, ${last}, ...}`;
}
