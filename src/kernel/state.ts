// What an operating system remembers: every record of the kernel, as plain values. Only the journal changes them.

/** A place in a program's source, as the computer reports it; the kernel only carries it. */
export interface Place {
	readonly file: string;
	readonly line: number;
}

export type Pid = number;
export type ObjectId = number;
/** Simulated time in ticks; one tick is one microsecond of the simulated clock. */
export type Ticks = number;

/** How a descriptor came to be where it is: the call that made it, and each fork or exec that carried it on. */
export interface Origin {
	readonly call: "open" | "pipe" | "dup" | "dup2" | "dup3" | "fcntl" | "boot";
	readonly pid: Pid;
	readonly place: Place | null;
	/** Newest last. */
	readonly inherited: readonly Inheritance[];
}

export interface Inheritance {
	readonly by: "fork" | "exec";
	readonly from: Pid;
	readonly to: Pid;
	readonly place: Place | null;
}

/** One row of a process's descriptor table. */
export interface Descriptor {
	readonly openFile: ObjectId;
	readonly closeOnExec: boolean;
	readonly origin: Origin;
}

export type ObjectRef =
	| { readonly kind: "file"; readonly id: ObjectId }
	| { readonly kind: "directory"; readonly id: ObjectId }
	| { readonly kind: "device"; readonly name: "null" | "zero" }
	| { readonly kind: "terminal"; readonly id: ObjectId }
	| { readonly kind: "pipe"; readonly id: ObjectId; readonly end: "read" | "write" | "both" };

/** An open file description: what `open` and `pipe` make, and what `dup` and `fork` share. */
export interface OpenFile {
	readonly id: ObjectId;
	readonly object: ObjectRef;
	readonly access: "read" | "write" | "both";
	/** O_APPEND */
	readonly append: boolean;
	/** O_NONBLOCK */
	readonly nonblock: boolean;
	/** O_DIRECT, packet mode on pipes */
	readonly packets: boolean;
	/** In bytes; meaningful for files. */
	readonly offset: number;
	/** Descriptors, in all processes, that refer to this description. */
	readonly references: number;
	readonly origin: Origin;
}

/** Who wrote a run of bytes: the dye that no program can see. */
export interface Dye {
	readonly pid: Pid;
	readonly count: number;
}

/** One slot of a pipe's ring. `bytes` holds only what is still unread. */
export interface PipeBuffer {
	readonly bytes: Uint8Array;
	readonly dyes: readonly Dye[];
	/** Bytes of this slot's page already read: their room is not reused (pipe_write appends only at the end). */
	readonly offset: number;
	/** A packet (O_DIRECT) is never merged. */
	readonly packet: boolean;
}

/** A pipe: a ring of at most `slots` buffers of at most `page` bytes. With `page` 1 it is a byte-counted ring. */
export interface Pipe {
	readonly id: ObjectId;
	readonly page: number;
	readonly slots: number;
	/** PIPE_BUF: a write of up to so many bytes is never split. */
	readonly atomic: number;
	readonly buffers: readonly PipeBuffer[];
	/** Open file descriptions that can read / write. */
	readonly readers: number;
	readonly writers: number;
	/** Processes asleep in read / write, first come first served. */
	readonly readQueue: readonly Pid[];
	readonly writeQueue: readonly Pid[];
	/** Totals since creation, in bytes: written = taken + inside + discarded. */
	readonly written: number;
	readonly taken: number;
	readonly discarded: number;
	readonly createdBy: Pid;
	readonly place: Place | null;
}

/** A file of the tree; its name is an entry of a directory, or of none once unlinked. */
export interface RegularFile {
	readonly id: ObjectId;
	readonly bytes: Uint8Array;
	readonly dyes: readonly Dye[];
	readonly links: number;
	/** Permission bits, 0…07777. */
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	/** What exec runs: the name of a program known to the computer, or null for a file of data. */
	readonly program: string | null;
	readonly modified: Ticks;
}

export interface Directory {
	readonly id: ObjectId;
	readonly parent: ObjectId;
	readonly entries: { readonly [name: string]: ObjectRef };
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
}

/** Where a person types and reads, or the stream that stands for one when standard output goes elsewhere. */
export interface Terminal {
	readonly id: ObjectId;
	readonly name: "stdin" | "stdout" | "stderr" | "tty";
	/** What isatty says. */
	readonly interactive: boolean;
	/** Typed or piped in, not yet read. */
	readonly input: Uint8Array;
	/** No more input will come. */
	readonly inputEnded: boolean;
	readonly readQueue: readonly Pid[];
	/** What was written, oldest first. */
	readonly output: readonly Output[];
	readonly foregroundGroup: Pid;
}

export interface Output {
	readonly pid: Pid;
	readonly fd: number;
	readonly bytes: Uint8Array;
}

/** What a waiting process waits for. The kernel re-asks the waiter's call when the thing waited for is touched. */
export type Wait =
	| { readonly on: "pipe-not-empty"; readonly pipe: ObjectId }
	| { readonly on: "pipe-not-full"; readonly pipe: ObjectId }
	| { readonly on: "terminal-input"; readonly terminal: ObjectId }
	| { readonly on: "child"; readonly who: number }
	| { readonly on: "signal" }
	| { readonly on: "time"; readonly until: Ticks }
	| { readonly on: "poll"; readonly objects: readonly ObjectRef[]; readonly until: Ticks | null };

export type Disposition =
	| { readonly action: "default" }
	| { readonly action: "ignore" }
	| {
			readonly action: "handle";
			/** Address of the handler in the process; the kernel only carries it. */
			readonly handler: number;
			readonly mask: readonly number[];
			/** SA_ bits as in <signal.h>. */
			readonly flags: number;
	  };

export interface SignalInfo {
	readonly signal: number;
	/** si_code */
	readonly code: number;
	readonly pid: Pid;
	readonly uid: number;
	readonly status: number;
	readonly value: number;
	/** Faulting address, for SIGSEGV and its like. */
	readonly address: number;
}

export interface Signals {
	/** By signal number; a missing entry is the default. */
	readonly dispositions: { readonly [signal: number]: Disposition };
	readonly blocked: readonly number[];
	/** Oldest first; standard signals at most once, real-time signals queue. */
	readonly pending: readonly SignalInfo[];
	/** The mask to put back after sigsuspend's handler, or null. */
	readonly suspended: readonly number[] | null;
	/** Masks to put back when running handlers return, innermost last. */
	readonly frames: readonly (readonly number[])[];
}

export type ProcessState =
	/** Could run; the one the scheduler chose is running. */
	"ready" | "waiting" | "stopped" | "zombie";

/** wait(2)'s status word. */
export type WaitStatus = number;

export interface Process {
	readonly pid: Pid;
	readonly ppid: Pid;
	readonly pgid: Pid;
	readonly sid: Pid;
	readonly uid: number;
	readonly gid: number;
	/** Name of the program it runs. */
	readonly program: string;
	readonly state: ProcessState;
	/** What it waits for; also kept while it is stopped in a wait. */
	readonly wait: Wait | null;
	/** The call it is in, while waiting, and since when. */
	readonly call: SystemCall | null;
	readonly since: { readonly ticks: Ticks; readonly place: Place | null } | null;
	/** What an unfinished call has already done: bytes written, or the end of its time. */
	readonly progress: { readonly done: number; readonly until: Ticks | null };
	readonly descriptors: { readonly [fd: number]: Descriptor };
	/** RLIMIT_NOFILE */
	readonly descriptorLimit: number;
	readonly signals: Signals;
	readonly umask: number;
	readonly cwd: ObjectId;
	/** Absolute end of alarm(2), or null. */
	readonly alarm: Ticks | null;
	/** Pids in the order of creation. */
	readonly children: readonly Pid[];
	/** Set when it has ended. */
	readonly status: WaitStatus | null;
	/** Changes of state its parent has not yet been told of (stopped, continued). */
	readonly unreported: WaitStatus | null;
	/** The fork that made it; null for the first. */
	readonly forkedAt: Place | null;
	/** Steps it has had the processor, system calls it made, ticks it waited. */
	readonly counts: { readonly calls: number; readonly waited: Ticks };
}

export interface Scheduler {
	/** Who has the processor. */
	readonly running: Pid | null;
	/** Ready processes in the order they became ready. */
	readonly queue: readonly Pid[];
	readonly contextSwitches: number;
}

export interface KernelState {
	readonly clock: Ticks;
	readonly nextPid: Pid;
	readonly nextObject: ObjectId;
	readonly processes: { readonly [pid: Pid]: Process };
	readonly openFiles: { readonly [id: ObjectId]: OpenFile };
	readonly pipes: { readonly [id: ObjectId]: Pipe };
	readonly files: { readonly [id: ObjectId]: RegularFile };
	readonly directories: { readonly [id: ObjectId]: Directory };
	readonly terminals: { readonly [id: ObjectId]: Terminal };
	readonly scheduler: Scheduler;
	readonly limits: Limits;
}

/** The numbers that a host may choose; `profiles` has Linux's and the lessons'. */
export interface Limits {
	readonly pipePage: number;
	readonly pipeSlots: number;
	/** PIPE_BUF */
	readonly pipeAtomic: number;
	/** RLIMIT_NOFILE of new processes. */
	readonly descriptors: number;
	/** Live processes and zombies; fork beyond it fails with EAGAIN. */
	readonly processes: number;
	/** Bytes all files together may hold; a write beyond it fails with ENOSPC. */
	readonly fileBytes: number;
}

/** What a process asks of the kernel. Bytes come and go as values: the kernel knows no memory. */
export type SystemCall =
	| { readonly name: "read"; readonly fd: number; readonly count: number }
	| { readonly name: "write"; readonly fd: number; readonly bytes: Uint8Array }
	| { readonly name: "pread"; readonly fd: number; readonly count: number; readonly offset: number }
	| { readonly name: "pwrite"; readonly fd: number; readonly bytes: Uint8Array; readonly offset: number }
	| { readonly name: "open"; readonly path: string; readonly flags: number; readonly mode: number }
	| { readonly name: "close"; readonly fd: number }
	| { readonly name: "pipe"; readonly flags: number }
	| { readonly name: "dup"; readonly fd: number }
	| { readonly name: "dup2"; readonly from: number; readonly to: number }
	| { readonly name: "dup3"; readonly from: number; readonly to: number; readonly flags: number }
	| { readonly name: "fcntl"; readonly fd: number; readonly command: number; readonly argument: number }
	| { readonly name: "lseek"; readonly fd: number; readonly offset: number; readonly whence: number }
	| { readonly name: "ftruncate"; readonly fd: number; readonly length: number }
	| { readonly name: "unlink"; readonly path: string }
	| { readonly name: "stat"; readonly path: string; readonly follow: boolean }
	| { readonly name: "fstat"; readonly fd: number }
	| { readonly name: "ioctl"; readonly fd: number; readonly request: number }
	| { readonly name: "access"; readonly path: string; readonly mode: number }
	| { readonly name: "mkdir"; readonly path: string; readonly mode: number }
	| { readonly name: "rmdir"; readonly path: string }
	| { readonly name: "rename"; readonly from: string; readonly to: string }
	| { readonly name: "link"; readonly from: string; readonly to: string }
	| { readonly name: "chmod"; readonly path: string; readonly mode: number }
	| { readonly name: "chdir"; readonly path: string }
	| { readonly name: "getcwd" }
	| { readonly name: "umask"; readonly mask: number }
	| { readonly name: "fork" }
	| {
			readonly name: "execve";
			readonly path: string;
			readonly argv: readonly string[];
			readonly envp: readonly string[];
	  }
	| { readonly name: "exit"; readonly status: number }
	| { readonly name: "wait4"; readonly who: number; readonly options: number }
	| {
			readonly name: "waitid";
			readonly type: number;
			readonly id: number;
			readonly options: number;
	  }
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
	| { readonly name: "sigaction"; readonly signal: number; readonly disposition: Disposition | null }
	| { readonly name: "sigprocmask"; readonly how: number; readonly set: readonly number[] | null }
	| { readonly name: "sigpending" }
	| { readonly name: "sigsuspend"; readonly mask: readonly number[] }
	| { readonly name: "sigtimedwait"; readonly set: readonly number[]; readonly timeout: Ticks | null }
	| { readonly name: "sigreturn" }
	| { readonly name: "pause" }
	/** In ticks; the library's alarm(2) rounds to seconds. */
	| { readonly name: "alarm"; readonly after: Ticks }
	| { readonly name: "nanosleep"; readonly ticks: Ticks }
	| { readonly name: "clock_gettime" }
	| {
			readonly name: "poll";
			/** Event bits as in <poll.h>. */
			readonly entries: readonly { readonly fd: number; readonly events: number }[];
			/** null waits for ever. */
			readonly timeout: Ticks | null;
	  }
	| {
			readonly name: "select";
			readonly read: readonly number[];
			readonly write: readonly number[];
			readonly except: readonly number[];
			readonly highest: number;
			readonly timeout: Ticks | null;
	  }
	| { readonly name: "sched_yield" }
	| { readonly name: "getrlimit"; readonly resource: number }
	| { readonly name: "setrlimit"; readonly resource: number; readonly soft: number };

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
	| { readonly kind: "time"; readonly ticks: Ticks }
	| { readonly kind: "left"; readonly ticks: Ticks }
	| { readonly kind: "path"; readonly path: string }
	| { readonly kind: "limit"; readonly soft: number; readonly hard: number };

export interface FileStatus {
	readonly inode: number;
	/** Type and permission bits, as st_mode. */
	readonly mode: number;
	readonly links: number;
	readonly uid: number;
	readonly gid: number;
	/** In bytes. */
	readonly size: number;
	readonly modified: Ticks;
}

/**
 * How a call ended. `blocked` means: the process sleeps, and the same call is made again when its wait may hold.
 * `replaced` (execve) and `ended` (exit) do not return to the program; `interrupted` by a handler with SA_RESTART is
 * told as blocked: the call is simply made again after the handler.
 */
export type Outcome = { readonly rule: RuleId } & (
	| { readonly kind: "done"; readonly value: number; readonly reply: Reply | null }
	| { readonly kind: "failed"; readonly errno: string; readonly reply: Reply | null }
	| { readonly kind: "blocked"; readonly wait: Wait }
	| { readonly kind: "forked"; readonly child: Pid }
	| {
			readonly kind: "replaced";
			readonly program: string;
			readonly argv: readonly string[];
			readonly envp: readonly string[];
	  }
	| { readonly kind: "ended" }
);

/** A rule's name, `object.act.case`: `pipe.read.empty-blocks`. The list is in rules.ts. */
export type RuleId = string;

/** What happened, in the order it happened. `step` and `place` are added by the computer. */
export type KernelEvent =
	| { readonly kind: "calls"; readonly pid: Pid; readonly call: SystemCall }
	| {
			readonly kind: "returns";
			readonly pid: Pid;
			readonly call: SystemCall;
			readonly outcome: Outcome;
			readonly waited: boolean;
	  }
	| {
			readonly kind: "waits";
			readonly pid: Pid;
			readonly call: SystemCall;
			readonly wait: Wait;
			readonly rule: RuleId /** bytes already moved */;
			readonly done: number /** it was woken and found nothing */;
			readonly again: boolean;
	  }
	| {
			readonly kind: "wakes";
			readonly pid: Pid;
			readonly wait: Wait /** whose act woke it; null: time */;
			readonly by: Pid | null;
	  }
	/** Bytes moved between a process and an object; offset counts from the object's first byte ever. */
	| {
			readonly kind: "transfers";
			readonly pid: Pid;
			readonly direction: "in" | "out";
			readonly object: ObjectRef;
			readonly bytes: Uint8Array;
			readonly offset: number;
			readonly dyes: readonly Dye[];
	  }
	| { readonly kind: "opens"; readonly pid: Pid; readonly fd: number; readonly openFile: ObjectId }
	| {
			readonly kind: "closes";
			readonly pid: Pid;
			readonly fd: number;
			readonly openFile: ObjectId;
			readonly left: number;
	  }
	/** The last descriptor of the last description of one end is gone. */
	| {
			readonly kind: "end-closed";
			readonly pid: Pid;
			readonly pipe: ObjectId;
			readonly end: "read" | "write";
	  }
	| { readonly kind: "vanishes"; readonly object: ObjectRef; readonly discarded: number }
	| { readonly kind: "forks"; readonly pid: Pid; readonly child: Pid }
	| {
			readonly kind: "execs";
			readonly pid: Pid;
			readonly program: string;
			readonly closed: readonly number[];
	  }
	| { readonly kind: "exits"; readonly pid: Pid; readonly status: WaitStatus }
	| { readonly kind: "killed"; readonly pid: Pid; readonly signal: number; readonly status: WaitStatus }
	| { readonly kind: "reaped"; readonly pid: Pid; readonly by: Pid }
	| { readonly kind: "adopted"; readonly pid: Pid; readonly from: Pid }
	| {
			readonly kind: "signal-sent";
			readonly pid: Pid;
			readonly signal: number;
			readonly from: Pid | null;
			readonly rule: RuleId;
	  }
	| { readonly kind: "signal-handled"; readonly pid: Pid; readonly signal: number }
	| { readonly kind: "handler-returns"; readonly pid: Pid }
	| { readonly kind: "stops"; readonly pid: Pid; readonly signal: number }
	| { readonly kind: "continues"; readonly pid: Pid }
	| { readonly kind: "switches"; readonly from: Pid | null; readonly to: Pid }
	| { readonly kind: "time-passes"; readonly to: Ticks };
