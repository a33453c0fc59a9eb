// What a process may ask of the kernel, and what a finished call hands back: values only, the kernel knows no memory.
import type { Errno } from "./constants.ts";
import type { ExactTime, FileTimes, MessageQueue, TerminalSettings, UserCredentials } from "./state.ts";
import type { Pid, Ticks, WaitStatus } from "./words.ts";

export type Disposition =
	| ({ readonly action: "default" | "ignore" } & Partial<ActionDetails>)
	| ({
			readonly action: "handle";
			/** Address of the handler in the process; the kernel only carries it. */
			readonly handler: number;
	  } & ActionDetails);

/** What sigaction(2) keeps with every action, even where it means nothing: the old one is told with them. */
export interface ActionDetails {
	readonly mask: readonly number[];
	/** SA_ bits as in <signal.h>. */
	readonly flags: number;
}

export interface SignalInfo {
	readonly signal: number;
	/** si_code */
	readonly code: number;
	/** Of the sender. With SI_TIMER, where a siginfo has both in one place, the timer and its overrun. */
	readonly pid: Pid;
	readonly uid: number;
	readonly status: number;
	readonly value: number;
	/** Faulting address, for SIGSEGV and its like. */
	readonly address: number;
	/** It ends its process before any other signal is looked at. */
	readonly atOnce?: true;
}

/** A struct flock, as it is in memory. */
export interface LockRequest {
	readonly type: number;
	readonly whence: number;
	readonly start: number;
	readonly length: number;
	readonly pid: number;
}

/** What a clock counts: simulated time, or the processor time of the process that asks. */
export type TimerClock = "real" | "processor";

/** A time to be set (below 0 before the start of the simulated clock), or one of the special ones of utimensat(2). */
export type FileTime = ExactTime | "now" | "omit" | "bad";

/** What a struct sockaddr says: of <sys/un.h>, AF_UNSPEC, or nothing that means anything here. */
export type SocketAddress =
	| { readonly kind: "path"; readonly path: string }
	/** Its bytes as characters, without the zero before them. */
	| { readonly kind: "abstract"; readonly name: string }
	| { readonly kind: "unnamed" }
	| { readonly kind: "unspecified" }
	| { readonly kind: "bad" };

/** The control messages of a sendmsg. */
export interface Control {
	/** Descriptors of the sender. */
	readonly rights: readonly number[];
	readonly credentials: UserCredentials | null;
	/** One of them cannot be. */
	readonly bad?: true;
}

/** A call that can be made without a place for what it tells: NULL was given for it. */
interface MayTellNobody {
	readonly toNobody?: true;
}

/** How many bytes the program said there are, in digits, where memory has fewer: only a trace tells it. */
interface MaySayMore {
	readonly counted?: string;
}

/** readv(2) and its kin: how long each of the buffers is. */
interface InPieces {
	readonly pieces?: readonly number[];
}

/** A call with a socket's address: `addressLength` is how many bytes of it the caller said there are, which only a trace tells. */
interface MaySayLength {
	readonly addressLength?: number;
}

/** What a process asks of the kernel. `at` is the descriptor of the directory where a relative path begins; without it, where the process stands. Bytes come and go as values: the kernel knows no memory. */
export type SystemCall =
	| ({ readonly name: "read"; readonly fd: number; readonly count: number } & InPieces & MaySayMore)
	/** `badCount`: a writev whose count of buffers, or the length of one, cannot be. */
	| ({
			readonly name: "write";
			readonly fd: number;
			readonly bytes: Uint8Array;
			readonly badCount?: true;
	  } & InPieces &
			MaySayMore)
	| ({
			readonly name: "pread";
			readonly fd: number;
			readonly count: number;
			readonly offset: number;
	  } & InPieces &
			MaySayMore)
	| ({
			readonly name: "pwrite";
			readonly fd: number;
			readonly bytes: Uint8Array;
			readonly offset: number;
			readonly badCount?: true;
	  } & InPieces &
			MaySayMore)
	| {
			readonly name: "open";
			readonly at?: number;
			readonly path: string;
			readonly flags: number;
			readonly mode: number;
	  }
	| { readonly name: "close"; readonly fd: number }
	| { readonly name: "pipe"; readonly flags: number }
	| { readonly name: "dup"; readonly fd: number }
	| { readonly name: "dup2"; readonly from: number; readonly to: number }
	| { readonly name: "dup3"; readonly from: number; readonly to: number; readonly flags: number }
	| {
			readonly name: "fcntl";
			readonly fd: number;
			readonly command: number;
			readonly argument: number;
			/** What F_SETLK and its kin point to. */
			readonly lock?: LockRequest;
	  }
	| {
			readonly name: "splice" | "tee";
			readonly from: number;
			readonly to: number;
			/** Places in files that keep their offsets; null: their offsets, or none. */
			readonly fromOffset: number | null;
			readonly toOffset: number | null;
			readonly count: number;
			readonly flags: number;
	  }
	| {
			readonly name: "sendfile";
			readonly from: number;
			readonly to: number;
			readonly offset: number | null;
			readonly count: number;
	  }
	| {
			readonly name: "socket" | "socketpair";
			readonly domain: number;
			/** With SOCK_NONBLOCK and SOCK_CLOEXEC. */
			readonly type: number;
			readonly protocol: number;
	  }
	| ({
			readonly name: "bind" | "connect";
			readonly fd: number;
			readonly address: SocketAddress;
	  } & MaySayLength)
	| { readonly name: "listen"; readonly fd: number; readonly backlog: number }
	/** accept4(2); accept(2) has no flags. */
	| { readonly name: "accept"; readonly fd: number; readonly flags: number; readonly wantsName: boolean }
	| { readonly name: "shutdown"; readonly fd: number; readonly how: number }
	| {
			readonly name: "getsockname" | "getpeername";
			readonly fd: number;
			/** How many bytes of the name there is room for. */
			readonly room: number;
	  }
	| {
			readonly name: "getsockopt";
			readonly fd: number;
			readonly level: number;
			readonly option: number;
			/** Room for the value, in bytes. */
			readonly length: number;
	  }
	| {
			readonly name: "setsockopt";
			readonly fd: number;
			readonly level: number;
			readonly option: number;
			/** An int, or the ticks of a time; null: too short for that, EDOM: no valid time. */
			readonly value: number | "EDOM" | null;
	  }
	| ({
			readonly name: "sendto";
			readonly fd: number;
			readonly bytes: Uint8Array;
			readonly flags: number;
			readonly to: SocketAddress | null;
			readonly badCount?: Errno;
	  } & MaySayLength &
			MaySayMore)
	/** `badCount`: the count of buffers cannot be. */
	| ({
			readonly name: "sendmsg";
			readonly fd: number;
			readonly bytes: Uint8Array;
			readonly flags: number;
			readonly to: SocketAddress | null;
			readonly control: Control | null;
			readonly badCount?: Errno;
	  } & MaySayLength &
			InPieces)
	| {
			readonly name: "recvfrom";
			readonly fd: number;
			readonly count: number;
			readonly flags: number;
			readonly wantsName: boolean;
			readonly badCount?: Errno;
	  }
	| ({
			readonly name: "recvmsg";
			readonly fd: number;
			readonly count: number;
			readonly flags: number;
			readonly wantsName: boolean;
			/** Bytes for control messages. */
			readonly room: number;
			readonly badCount?: Errno;
	  } & InPieces)
	| { readonly name: "flock"; readonly fd: number; readonly operation: number }
	/** `data`: fdatasync. */
	| { readonly name: "fsync"; readonly fd: number; readonly data?: true }
	| { readonly name: "fchmod"; readonly fd: number; readonly mode: number }
	| { readonly name: "truncate"; readonly path: string; readonly length: number }
	| { readonly name: "lseek"; readonly fd: number; readonly offset: number; readonly whence: number }
	| { readonly name: "ftruncate"; readonly fd: number; readonly length: number }
	| { readonly name: "unlink"; readonly at?: number; readonly path: string }
	| { readonly name: "stat"; readonly at?: number; readonly path: string; readonly follow: boolean }
	| { readonly name: "fstat"; readonly fd: number }
	| {
			readonly name: "rename" | "link";
			readonly from: string;
			readonly to: string;
			readonly fromAt?: number;
			readonly toAt?: number;
			/** link: a symbolic link at the end of `from` means what it points to. */
			readonly follow?: boolean;
			/** renameat2: RENAME_NOREPLACE, RENAME_EXCHANGE. */
			readonly flags?: number;
	  }
	/** futimens when `path` is null. */
	| {
			readonly name: "utimensat";
			readonly at?: number;
			readonly path: string | null;
			readonly follow: boolean;
			readonly accessed: FileTime;
			readonly modified: FileTime;
	  }
	| { readonly name: "ioctl"; readonly fd: number; readonly request: number }
	/** ioctl TCSETS, TCSETSW, TCSETSF: now, or after what was written, or after dropping what was typed. */
	| {
			readonly name: "tcsetattr";
			readonly fd: number;
			readonly actions: number;
			readonly settings: TerminalSettings;
	  }
	/** ioctl TIOCSPGRP */
	| { readonly name: "tcsetpgrp"; readonly fd: number; readonly pgid: number }
	/** `effective`: asked for the effective ids, as eaccess(3) does; else for the real ones. `flags`: by faccessat(3), which has them. */
	| {
			readonly name: "access";
			readonly flags?: number;
			readonly at?: number;
			readonly path: string;
			readonly mode: number;
			readonly effective?: true;
	  }
	/** 0xffffffff leaves the user or the group. */
	| {
			readonly name: "chown";
			readonly at?: number;
			readonly path: string;
			readonly uid: number;
			readonly gid: number;
			readonly follow: boolean;
	  }
	| { readonly name: "fchown"; readonly fd: number; readonly uid: number; readonly gid: number }
	| { readonly name: "setuid" | "setgid"; readonly id: number }
	| { readonly name: "setreuid" | "setregid"; readonly real: number; readonly effective: number }
	| {
			readonly name: "setresuid" | "setresgid";
			readonly real: number;
			readonly effective: number;
			readonly saved: number;
	  }
	| { readonly name: "getresuid" | "getresgid" }
	| { readonly name: "getgroups"; readonly size: number }
	| { readonly name: "setgroups"; readonly groups: readonly number[] }
	| { readonly name: "mkdir"; readonly at?: number; readonly path: string; readonly mode: number }
	| { readonly name: "rmdir"; readonly at?: number; readonly path: string }
	| { readonly name: "chmod"; readonly at?: number; readonly path: string; readonly mode: number }
	| { readonly name: "chdir"; readonly path: string }
	| { readonly name: "fchdir"; readonly fd: number }
	| { readonly name: "symlink"; readonly target: string; readonly at?: number; readonly path: string }
	/** `size`: the room for the target, in bytes. */
	| { readonly name: "readlink"; readonly at?: number; readonly path: string; readonly size?: number }
	/** A FIFO or a regular file, by the type bits of the mode. */
	| { readonly name: "mknod"; readonly at?: number; readonly path: string; readonly mode: number }
	/** As many entries of a directory as fit into `count` bytes of struct linux_dirent64. */
	| { readonly name: "getdents"; readonly fd: number; readonly count: number }
	/** `size`: so many bytes of the path, its null byte among them, have room. */
	| { readonly name: "getcwd"; readonly size: number }
	| { readonly name: "umask"; readonly mask: number }
	| { readonly name: "fork" | "vfork" }
	| {
			readonly name: "execve";
			/** execveat: the descriptor of a directory, or with an empty path that of the program. */
			readonly at?: number;
			readonly path: string;
			readonly argv: readonly string[];
			readonly envp: readonly string[];
	  }
	| { readonly name: "exit"; readonly status: number }
	| ({
			readonly name: "wait4";
			readonly who: number;
			readonly options: number;
			/** The caller wants to know what the child has used. */
			readonly wantsUsage?: true;
	  } & MayTellNobody)
	| ({
			readonly name: "waitid";
			readonly type: number;
			readonly id: number;
			readonly options: number;
	  } & MayTellNobody)
	| {
			readonly name:
				| "getpid"
				| "getppid"
				| "getpgrp"
				| "getuid"
				| "geteuid"
				| "getgid"
				| "getegid"
				| "setsid";
	  }
	| { readonly name: "getpgid" | "getsid"; readonly pid: number }
	| { readonly name: "setpgid"; readonly pid: number; readonly pgid: number }
	| { readonly name: "kill"; readonly pid: number; readonly signal: number }
	/** raise(3): to the caller alone, si_code SI_TKILL. */
	| { readonly name: "raise"; readonly signal: number }
	| { readonly name: "sigqueue"; readonly pid: number; readonly signal: number; readonly value: number }
	| ({
			readonly name: "sigaction";
			readonly signal: number;
			readonly disposition: Disposition | null;
	  } & MayTellNobody)
	| ({
			readonly name: "sigprocmask";
			readonly how: number;
			readonly set: readonly number[] | null;
	  } & MayTellNobody)
	| { readonly name: "sigpending" }
	| { readonly name: "sigsuspend"; readonly mask: readonly number[] }
	| ({
			readonly name: "sigtimedwait";
			readonly set: readonly number[];
			readonly timeout: Ticks | null;
	  } & MayTellNobody)
	/** `mask`: as it is from then on; without, as it was when the handler began. */
	| { readonly name: "sigreturn"; readonly mask?: readonly number[] }
	| { readonly name: "pause" }
	/** In ticks; the library's alarm(2) rounds to seconds. */
	| { readonly name: "alarm"; readonly after: Ticks }
	/** `written`: what the program asked for, when that is no whole number of ticks. `clock`, `absolute`: of clock_nanosleep. */
	| ({
			readonly name: "nanosleep";
			readonly ticks: Ticks;
			readonly clock?: number;
			readonly absolute?: boolean;
			readonly written?: { readonly seconds: number; readonly nanoseconds: number };
	  } & MayTellNobody)
	/** Which clock: null is none that there is. `of`: whose processor time, 0 is one's own. */
	| { readonly name: "clock_gettime"; readonly clock: TimerClock | null; readonly of?: Pid }
	| { readonly name: "getrusage"; readonly who: number }
	| { readonly name: "getitimer"; readonly which: number }
	/** Times below 0 are no times. */
	| ({
			readonly name: "setitimer";
			readonly which: number;
			readonly after: Ticks;
			readonly interval: Ticks;
	  } & MayTellNobody)
	| {
			readonly name: "timer_create";
			readonly clock: TimerClock | null;
			/** null: SIGEV_NONE; 0: a way of telling that there is not; "thread": SIGEV_THREAD. */
			readonly signal: number | "thread" | null;
			/** si_value */
			readonly value: number;
			/** What the clock showed at tick 0. */
			readonly zero: Ticks;
	  }
	| ({
			readonly name: "timer_settime";
			readonly id: number;
			readonly absolute: boolean;
			readonly after: Ticks;
			readonly interval: Ticks;
	  } & MayTellNobody)
	| { readonly name: "timer_gettime" | "timer_getoverrun" | "timer_delete"; readonly id: number }
	| {
			readonly name: "poll";
			/** Event bits as in <poll.h>. */
			readonly entries: readonly { readonly fd: number; readonly events: number }[];
			/** Where the program's list is no memory of it, or NULL: how many entries it says there are, and whether no process could have them. */
			readonly nowhere?: { readonly count: number; readonly isNull: boolean; readonly beyond: boolean };
			/** null waits for ever. */
			readonly timeout: Ticks | null;
			/** ppoll: the signal mask during the call. */
			readonly mask?: readonly number[];
	  }
	| {
			readonly name: "select";
			readonly read: readonly number[];
			readonly write: readonly number[];
			readonly except: readonly number[];
			readonly highest: number;
			readonly timeout: Ticks | null;
			/** pselect: the signal mask during the call. */
			readonly mask?: readonly number[];
			/** Sets that are empty, and for which NULL was not given; only a trace tells them from NULL. */
			readonly empty?: readonly ("read" | "write" | "except")[];
	  }
	/** The name as it was given. `attributes`: those of mq_open, null without. */
	| {
			readonly name: "mq_open";
			readonly path: string;
			readonly flags: number;
			readonly mode: number;
			readonly attributes: { readonly messages: number; readonly size: number } | null;
	  }
	| { readonly name: "mq_unlink"; readonly path: string }
	/** `until`: when mq_timedsend gives up; null: never; below 0: no time at all. */
	| {
			readonly name: "mq_send";
			readonly fd: number;
			readonly bytes: Uint8Array;
			readonly priority: number;
			readonly until: Ticks | null;
	  }
	| ({
			readonly name: "mq_receive";
			readonly fd: number;
			readonly size: number;
			readonly until: Ticks | null;
	  } & MayTellNobody)
	/** mq_getattr, mq_setattr: new flags, or null. `ignored`: the other fields as they were given, which only a trace tells. */
	| ({
			readonly name: "mq_setattr";
			readonly fd: number;
			readonly flags: number | null;
			readonly ignored?: { readonly messages: number; readonly size: number; readonly current: number };
	  } & MayTellNobody)
	/** `how` null takes the caller's registration back; else SIGEV_SIGNAL and its kin. */
	| {
			readonly name: "mq_notify";
			readonly fd: number;
			readonly how: number | null;
			readonly signal: number;
			readonly value: number;
	  }
	| { readonly name: "mailbox_open"; readonly path: string; readonly capacity: number }
	| { readonly name: "mailbox_send"; readonly fd: number; readonly bytes: Uint8Array }
	| { readonly name: "mailbox_receive"; readonly fd: number; readonly size: number }
	| { readonly name: "mailbox_remove"; readonly path: string }
	| { readonly name: "reboot"; readonly command: number }
	| { readonly name: "msgget"; readonly key: number; readonly flags: number }
	| {
			readonly name: "msgsnd";
			readonly msqid: number;
			readonly type: number;
			readonly bytes: Uint8Array;
			/** The size that was asked for; `bytes` is empty when it cannot be. */
			readonly size: number;
			readonly flags: number;
	  }
	| {
			readonly name: "msgrcv";
			readonly msqid: number;
			readonly size: number;
			readonly type: number;
			readonly flags: number;
	  }
	| {
			readonly name: "msgctl";
			readonly msqid: number;
			readonly command: number;
			/** What IPC_SET points to. */
			readonly change: QueueChange | null;
	  }
	| { readonly name: "sched_yield" }
	| {
			readonly name: "prctl";
			readonly option: number;
			readonly argument: number;
			/** Whether the arguments behind the second are 0. */
			readonly plain: boolean;
			/** What PR_SET_NAME points to. */
			readonly text: string;
	  }
	| { readonly name: "close_range"; readonly first: number; readonly last: number; readonly flags: number }
	| { readonly name: "getpriority"; readonly which: number; readonly who: number }
	| {
			readonly name: "setpriority";
			readonly which: number;
			readonly who: number;
			readonly nice: number;
	  }
	/** The limits of another process, or of the caller (0): told as they were, and changed when new ones are given. */
	| {
			readonly name: "prlimit";
			readonly pid: Pid;
			readonly resource: number;
			readonly limits: { readonly soft: number; readonly hard: number } | null;
			readonly tells: boolean;
	  }
	| { readonly name: "pidfd_open"; readonly pid: Pid; readonly flags: number }
	| {
			readonly name: "pidfd_send_signal";
			readonly fd: number;
			readonly signal: number;
			readonly flags: number;
	  }
	| { readonly name: "getrandom"; readonly count: number; readonly flags: number }
	| {
			readonly name: "fallocate";
			readonly fd: number;
			readonly mode: number;
			readonly offset: number;
			readonly length: number;
	  }
	/** What the computer is called; the library knows it, since it never changes. */
	| { readonly name: "uname" }
	/** statfs, or fstatfs when `path` is null: of the one file system, whose numbers the library knows. */
	| { readonly name: "statfs"; readonly path: string | null; readonly descriptor?: number }
	| { readonly name: "getrlimit"; readonly resource: number }
	| { readonly name: "setrlimit"; readonly resource: number; readonly soft: number; readonly hard?: number };

/** The calls of those names. */
export type Named<N extends SystemCall["name"]> = Extract<SystemCall, { readonly name: N }>;

/** What a finished call hands back beside its number. */
export type Reply =
	| { readonly kind: "bytes"; readonly bytes: Uint8Array }
	| { readonly kind: "descriptors"; readonly read: number; readonly write: number }
	| { readonly kind: "stat"; readonly stat: FileStatus }
	| {
			readonly kind: "status";
			readonly pid: Pid;
			readonly status: WaitStatus;
			readonly info: SignalInfo | null;
			/** Processor time of the child, and of those that it has waited for. */
			readonly ran?: Ticks;
	  }
	| { readonly kind: "disposition"; readonly disposition: Disposition }
	| { readonly kind: "signals"; readonly signals: readonly number[] }
	| { readonly kind: "info"; readonly info: SignalInfo }
	| { readonly kind: "ready"; readonly events: readonly number[]; readonly left: Ticks }
	| {
			readonly kind: "selected";
			readonly read: readonly number[];
			readonly write: readonly number[];
			readonly except: readonly number[];
			readonly left: Ticks;
	  }
	| { readonly kind: "lock"; readonly lock: LockRequest }
	| { readonly kind: "address"; readonly address: SocketAddress }
	| { readonly kind: "credentials"; readonly credentials: UserCredentials }
	| {
			readonly kind: "received";
			readonly bytes: Uint8Array;
			/** Null: the sender has no name. */
			readonly from: SocketAddress | null;
			readonly credentials: UserCredentials | null;
			/** New descriptors, from SCM_RIGHTS. */
			readonly descriptors: readonly number[];
			/** msg_flags */
			readonly flags: number;
	  }
	| { readonly kind: "ids"; readonly real: number; readonly effective: number; readonly saved: number }
	| { readonly kind: "groups"; readonly groups: readonly number[] }
	| { readonly kind: "time"; readonly ticks: Ticks }
	| { readonly kind: "left"; readonly ticks: Ticks }
	| { readonly kind: "timer"; readonly left: Ticks; readonly interval: Ticks }
	/** The number or the name that prctl(2) tells. */
	| { readonly kind: "attribute"; readonly value: number | string }
	/** Processor time. */
	| { readonly kind: "usage"; readonly ticks: Ticks }
	| { readonly kind: "path"; readonly path: string }
	| { readonly kind: "settings"; readonly settings: TerminalSettings }
	| { readonly kind: "window"; readonly rows: number; readonly columns: number }
	| { readonly kind: "entries"; readonly entries: readonly DirectoryEntry[] }
	/** FIONREAD and TIOCGPGRP: what ioctl stores through its pointer. */
	| { readonly kind: "count"; readonly count: number }
	/** A message and its priority or mtype. */
	| { readonly kind: "message"; readonly bytes: Uint8Array; readonly type: number }
	/** A letter of a mailbox with its stamp: who sent it, as whom and when. */
	| {
			readonly kind: "letter";
			readonly bytes: Uint8Array;
			readonly pid: Pid;
			readonly uid: number;
			readonly at: Ticks;
	  }
	/** struct mq_attr */
	| {
			readonly kind: "attributes";
			readonly flags: number;
			readonly messages: number;
			readonly size: number;
			readonly current: number;
	  }
	/** struct msqid_ds */
	| { readonly kind: "queue"; readonly queue: MessageQueue }
	/** struct msginfo: queues, messages and bytes in use, -1 where that is not asked; MSGMNB. */
	| {
			readonly kind: "queues";
			readonly queues: number;
			readonly messages: number;
			readonly bytes: number;
			readonly limit: number;
			/** How many queues there may be. */
			readonly most: number;
	  }
	/** RLIM_INFINITY is told as Infinity. */
	| { readonly kind: "limit"; readonly soft: number; readonly hard: number };

/** What IPC_SET may change of a queue. */
export interface QueueChange {
	readonly uid: number;
	readonly gid: number;
	readonly mode: number;
	/** msg_qbytes */
	readonly bytes: number;
}

/** One entry as getdents64(2) tells it. */
export interface DirectoryEntry {
	readonly inode: number;
	/** Where the next one begins, for lseek. */
	readonly next: number;
	/** DT_ number of <dirent.h>. */
	readonly type: number;
	readonly name: string;
}

export interface FileStatus {
	/** st_dev; 1 when it is missing. */
	readonly device?: number;
	/** st_rdev, of devices. */
	readonly rdev?: number;
	readonly inode: number;
	/** Type and permission bits, as st_mode. */
	readonly mode: number;
	readonly links: number;
	readonly uid: number;
	readonly gid: number;
	/** In bytes. */
	readonly size: number;
	readonly times: FileTimes;
}
