// What an operating system remembers: every record of the kernel, as plain values. Only the journal changes them.
import type { Errno } from "./constants.ts";
import type { Disposition, SignalInfo, SocketAddress, SystemCall, TimerClock } from "./system-calls.ts";
import type { ObjectId, Pid, Place, Ticks, WaitStatus } from "./words.ts";

/** How a descriptor came to be where it is: the call that made it, and each fork or exec that carried it on. */
export interface Origin {
	readonly call:
		| ("open" | "mq_open" | "mailbox_open" | "pipe" | "dup" | "dup2" | "dup3" | "fcntl" | "boot")
		| ("socket" | "socketpair" | "accept" | "recvmsg" | "pidfd_open");
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
	| { readonly kind: "device"; readonly name: "null" | "zero" | "full" | "random" | "urandom" }
	/** `own`: by the name /dev/tty, which is a device of its own. */
	| { readonly kind: "terminal"; readonly id: ObjectId; readonly own?: true }
	| { readonly kind: "pipe"; readonly id: ObjectId; readonly end: "read" | "write" | "both" }
	| { readonly kind: "queue"; readonly id: ObjectId }
	| { readonly kind: "socket"; readonly id: ObjectId }
	/** A process (pidfd_open), or a name that is not opened itself (O_PATH): there is nothing to read or write. `id`: a pid, or that of the name. */
	| { readonly kind: "handle"; readonly of: HandleOf; readonly id: ObjectId };

export type HandleOf = "process" | "fifo" | "symlink" | "socket-file";

/** What a name in a directory stands for: an object as it is opened, or a FIFO or symbolic link, which are not opened themselves. */
export type Entry =
	| ObjectRef
	| { readonly kind: "fifo"; readonly id: ObjectId }
	| { readonly kind: "symlink"; readonly id: ObjectId }
	| { readonly kind: "socket-file"; readonly id: ObjectId };

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
	/** Flags of open(2) that fcntl tells again: O_SYNC, O_NOFOLLOW and others. O_PATH is one: it can be neither read nor written. */
	readonly also?: number;
	/** In bytes; meaningful for files. */
	readonly offset: number;
	/** Descriptors of all processes, and letters on their way, that refer to this description. */
	readonly references: number;
	readonly origin: Origin;
	/**
	 * Set on a FIFO opened for reading without waiting while nobody had it open for writing: how often it had been opened
	 * for writing by then. Until that number changes, poll tells of no hang-up.
	 */
	readonly writersBefore?: number;
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
	/** Its page is a file's, or another pipe's too: nothing is appended to it. */
	readonly sealed: boolean;
}

/** A pipe: a ring of at most `slots` buffers of at most `page` bytes. With `page` 1 it is a byte-counted ring. */
export interface Pipe {
	readonly id: ObjectId;
	/** 1 for the first pipe of the run, 2 for the second: what a person calls it by. */
	readonly number: number;
	readonly page: number;
	readonly slots: number;
	/** Whose it was who made it. */
	readonly uid: number;
	readonly gid: number;
	/** PIPE_BUF: a write of up to so many bytes is never split. */
	readonly atomic: number;
	readonly buffers: readonly PipeBuffer[];
	/** Open file descriptions that can read / write. */
	readonly readers: number;
	readonly writers: number;
	/** How often it has been opened for reading / writing; never less than before. */
	readonly readerOpens: number;
	readonly writerOpens: number;
	/** The FIFO that this pipe is behind, or null. */
	readonly fifo: ObjectId | null;
	/** Processes asleep in open until the other end of the FIFO is opened. */
	readonly openQueue: readonly Pid[];
	/** Processes asleep in read / write, first come first served. */
	readonly readQueue: readonly Pid[];
	readonly writeQueue: readonly Pid[];
	/** Processes asleep in poll or select on either end; all are re-asked when the pipe is touched. */
	readonly pollers: readonly Pid[];
	/** Totals since creation, in bytes: written = taken + inside + discarded. */
	readonly written: number;
	readonly taken: number;
	readonly discarded: number;
	readonly createdBy: Pid;
	readonly place: Place | null;
}

/** st_atime, st_mtime and st_ctime. */
export interface FileTimes {
	readonly accessed: Ticks;
	readonly modified: Ticks;
	readonly changed: Ticks;
	/** What utimensat set below a microsecond; it counts while the time is still the tick `at`. */
	readonly rests?: { readonly [which in "accessed" | "modified"]?: ExactTime };
}

/** A time with its nanoseconds after the tick, 0 to 999. */
export interface ExactTime {
	readonly at: Ticks;
	readonly nanoseconds: number;
}

/** A process and its user, as the kernel vouches for them. */
export interface UserCredentials {
	readonly pid: Pid;
	readonly uid: number;
	readonly gid: number;
}

/** What one send put into a socket's queue: of a stream a run of bytes, else a message with its bounds. */
export interface Letter {
	/** What is still unread. */
	readonly bytes: Uint8Array;
	readonly dyes: readonly Dye[];
	/** How many bytes it had when it was sent. */
	readonly size: number;
	/** What it takes of its sender's buffer until it has been read. */
	readonly charge: number;
	/** The socket it was sent through, which may be gone, and the name that had. */
	readonly sender: ObjectId;
	readonly from: SocketAddress;
	/** Null where neither end wanted to know. */
	readonly credentials: UserCredentials | null;
	/** Descriptions on their way: the letter holds each as a descriptor does. */
	readonly rights: readonly ObjectId[];
}

/** One end of a Unix domain socket connection, a listener, or a place that datagrams are sent to. See unix(7). */
export interface Socket {
	readonly id: ObjectId;
	/** 1 for the first socket of the run: what a person calls it by. */
	readonly number: number;
	readonly type: "stream" | "datagram" | "seqpacket";
	/** 1: its buffer counts bytes; else the memory they take. */
	readonly page: number;
	readonly phase: "new" | "listening" | "connected";
	/** Its name; the accepted end of a connection has the listener's. */
	readonly address:
		| { readonly kind: "path"; readonly path: string; readonly node: ObjectId }
		| { readonly kind: "abstract"; readonly name: string }
		| null;
	/** Whom it is connected to, which may be gone; then `peerName` is the name that had. */
	readonly peer: ObjectId | null;
	readonly peerName: SocketAddress | null;
	/** RCV_SHUTDOWN and SEND_SHUTDOWN: by itself, by its peer, or because that is gone. */
	readonly shutRead: boolean;
	readonly shutWrite: boolean;
	/** SO_ERROR, told once. */
	readonly error: Errno | null;
	/** What has arrived and is not read. */
	readonly queue: readonly Letter[];
	/** What its own letters in other queues take of its buffer. */
	readonly charged: number;
	readonly sendBuffer: number;
	readonly receiveBuffer: number;
	/** Connections (backlog) or letters that may wait beside one more. */
	readonly longestQueue: number;
	/** SO_RCVTIMEO and SO_SNDTIMEO: the longest wait; null: none. */
	readonly receiveTimeout: Ticks | null;
	readonly sendTimeout: Ticks | null;
	/** Which of its letters, counted from the first that arrived, is the urgent byte; null: none, or it has been received. */
	readonly urgent: number | null;
	/** SO_OOBINLINE: the urgent byte is read in its place like the others. */
	readonly urgentInLine: boolean;
	/** SO_PASSCRED */
	readonly passesCredentials: boolean;
	/** Who connected, listened or made the pair; and what SO_PEERCRED tells of the other end. */
	readonly credentials: UserCredentials | null;
	readonly peerCredentials: UserCredentials | null;
	/** Of a listener: the ends that wait to be accepted, oldest first. Of such an end: its listener. */
	readonly pending: readonly ObjectId[];
	readonly listener: ObjectId | null;
	/** Asleep in read or accept; in write; until its queue has a place; in poll or select. */
	readonly readQueue: readonly Pid[];
	readonly writeQueue: readonly Pid[];
	readonly roomQueue: readonly Pid[];
	readonly pollers: readonly Pid[];
	/** Bytes since it was made: arrived = taken + inside + discarded. And letters: arrived = taken or lost + inside. */
	readonly arrived: number;
	readonly taken: number;
	readonly discarded: number;
	readonly lettersArrived: number;
	readonly lettersTaken: number;
	readonly uid: number;
	readonly gid: number;
	readonly createdBy: Pid;
	readonly place: Place | null;
}

/** The name of a socket in the file system; it stays when the socket is gone. */
export interface SocketFile extends FileTimes {
	readonly id: ObjectId;
	readonly links: number;
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
}

/** A file of the tree; its name is an entry of a directory, or of none once unlinked. */
export interface RegularFile extends FileTimes {
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
	/** Of what an open of a file of /proc made: that file. */
	readonly shows?: ObjectId;
	/** The last name it had, for one that is open without a name. */
	readonly lastPath?: string;
	/** Made without a name (O_TMPFILE), it may still get its first. */
	readonly linkable?: boolean;
}

/** A pipe with a name. Its bytes are in a pipe that exists while somebody has the FIFO open. See fifo(7). */
export interface Fifo extends FileTimes {
	readonly id: ObjectId;
	readonly links: number;
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	/** Null while nobody has it open. */
	readonly pipe: ObjectId | null;
	/** The last name it had, for one that is open without a name. */
	readonly lastPath?: string;
}

export interface Symlink extends FileTimes {
	readonly id: ObjectId;
	readonly target: string;
	readonly links: number;
	readonly uid: number;
	readonly gid: number;
}

/** What is inside a message queue, one by one. */
export interface Message {
	/** How many were sent to this queue before it. */
	readonly number: number;
	readonly bytes: Uint8Array;
	/** Its priority in a POSIX queue, its mtype in one of System V. */
	readonly type: number;
	/** Who sent it, as whom and when: the kernel knows, the programs do not. */
	readonly pid: Pid;
	readonly uid: number;
	readonly at: Ticks;
}

/** Whom a POSIX queue tells, once, that a message has come into it while it was empty. See mq_notify(3). */
export interface Notification {
	readonly pid: Pid;
	/** null: nobody, SIGEV_NONE. */
	readonly signal: number | null;
	/** si_value */
	readonly value: number;
}

/** A message queue, of POSIX (mq_overview(7)) or of System V (msgop(2)), or the textbook's mailbox. It outlives those who use it. */
export interface MessageQueue extends FileTimes {
	readonly id: ObjectId;
	/** 1 for the first queue of the run, 2 for the second: what a person calls it by. */
	readonly number: number;
	readonly family: "posix" | "system-v" | "mailbox";
	/** The last name it had, without a slash; of System V its key in hexadecimal. */
	readonly name: string;
	/** Of System V: msqid and key. A POSIX queue has neither. */
	readonly msqid: number;
	readonly key: number;
	/** Names it has: 0 once a POSIX queue is unlinked, or a mailbox removed. */
	readonly links: number;
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	/** Who made it: of System V its other owner. */
	readonly creator: UserCredentials;
	/** mq_maxmsg; System V counts bytes alone. */
	readonly mostMessages: number;
	/** mq_msgsize, MSGMAX: bytes of one message. */
	readonly messageSize: number;
	/** msg_qbytes: bytes of all messages. */
	readonly mostBytes: number;
	/** POSIX: in the order in which they will be received. System V: in the order in which they came. */
	readonly messages: readonly Message[];
	/** Processes asleep until they get a message, or until theirs finds room. */
	readonly receiveQueue: readonly Pid[];
	readonly sendQueue: readonly Pid[];
	readonly pollers: readonly Pid[];
	readonly notification: Notification | null;
	/** What fstat tells of its file: only ftruncate sets it. */
	readonly fileSize: number;
	/** Totals since creation, in messages: sent = received + inside + handed over and not yet taken. */
	readonly sent: number;
	readonly received: number;
	readonly lastSender: Pid;
	readonly lastReceiver: Pid;
	/** Of the last send and receive; 0: never. */
	readonly sentAt: Ticks;
	readonly receivedAt: Ticks;
	readonly place: Place | null;
}

/** What another's call has done for a sleeping one, which finds it when it is asked again. */
export type Handed =
	| { readonly kind: "message"; readonly queue: ObjectId; readonly message: Message }
	/** Its own message is in the queue. */
	| { readonly kind: "admitted" }
	/** A message came that its buffer is too small for. */
	| { readonly kind: "too-big" }
	/** The queue at which it slept is gone. */
	| { readonly kind: "removed" };

export interface Directory extends FileTimes {
	readonly id: ObjectId;
	readonly parent: ObjectId;
	readonly entries: { readonly [name: string]: Entry };
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
}

/** Where a person types and reads, or the stream that stands for one when standard output goes elsewhere. */
export interface Terminal {
	readonly id: ObjectId;
	/** `pts/1` and so on: where somebody logged in later, at a keyboard of its own. */
	readonly name: "stdin" | "stdout" | "stderr" | "tty" | `pts/${number}`;
	/** What isatty says. */
	readonly interactive: boolean;
	/** Typed or piped in, not yet read. */
	readonly input: Uint8Array;
	/** The places in `input` of bytes that would end a line, and do not: they were typed behind VLNEXT. */
	readonly quoted?: readonly number[];
	/** VLNEXT was typed: the next key means nothing but itself. */
	readonly quotes?: boolean;
	/** No more input will come. */
	readonly inputEnded: boolean;
	/** When the last key came, where a pause after it ends a read (VMIN and VTIME). */
	readonly typedAt: Ticks;
	readonly readQueue: readonly Pid[];
	readonly pollers: readonly Pid[];
	/**
	 * What was written, oldest first. The one array that grows in place (through the journal, entry by entry), so that
	 * printing n lines costs n.
	 */
	readonly output: readonly Output[];
	/** Bytes written to it and read from it, since the beginning. */
	readonly written: number;
	readonly taken: number;
	/** What the keyboard's record says holds for all terminals that share it. */
	readonly foregroundGroup: Pid;
	/** The session whose controlling terminal it is. */
	readonly session: Pid;
	/** ECHO makes what is typed appear. Off where the host's own terminal shows it already. */
	readonly echoes: boolean;
	readonly settings: TerminalSettings;
}

/** struct termios: flags and special characters, with the bits of <termios.h>. */
export interface TerminalSettings {
	readonly input: number;
	readonly output: number;
	readonly control: number;
	readonly local: number;
	/** c_cc */
	readonly characters: readonly number[];
}

export interface Output {
	readonly pid: Pid;
	readonly fd: number;
	readonly bytes: Uint8Array;
}

/** An advisory lock: of fcntl for a process (F_SETLK) or a description (F_OFD_SETLK), or of flock for a description. */
export interface FileLock {
	readonly object: ObjectId;
	readonly by: "process" | "description" | "flock";
	/** A pid, or the description's number. */
	readonly owner: number;
	/** Who placed it. */
	readonly pid: Pid;
	/** Exclusive; else shared. */
	readonly write: boolean;
	/** The first byte, and the first behind the last: Infinity if there is no last. */
	readonly start: number;
	readonly end: number;
}

/** What a waiting process waits for. The kernel re-asks the waiter's call when the thing waited for is touched. */
export type Wait =
	| { readonly on: "pipe-not-empty"; readonly pipe: ObjectId }
	| { readonly on: "pipe-not-full"; readonly pipe: ObjectId }
	/** In open of a FIFO: until `end` is opened by somebody. */
	| { readonly on: "other-end"; readonly pipe: ObjectId; readonly end: "read" | "write" }
	/** In a read of a socket: until something has arrived, or nothing can any more. */
	| { readonly on: "socket-not-empty"; readonly socket: ObjectId }
	/** In a write: until the socket's own buffer has room, which its readers make. */
	| { readonly on: "socket-not-full"; readonly socket: ObjectId }
	/** In accept. */
	| { readonly on: "connection"; readonly socket: ObjectId }
	/** In connect, or in send to somebody's datagram socket: until that one's queue has a place. */
	| { readonly on: "place-in-queue"; readonly socket: ObjectId }
	| { readonly on: "terminal-input"; readonly terminal: ObjectId }
	| { readonly on: "child"; readonly who: number }
	/** In vfork: until the child no longer needs the memory that both use. */
	| { readonly on: "vfork"; readonly child: Pid }
	/** `holder` owns the lock in the way, if a process owns it. */
	| { readonly on: "lock"; readonly object: ObjectId; readonly holder: Pid | null }
	| { readonly on: "message"; readonly queue: ObjectId; readonly until: Ticks | null }
	| { readonly on: "queue-room"; readonly queue: ObjectId; readonly until: Ticks | null }
	| { readonly on: "signal" }
	| { readonly on: "time"; readonly until: Ticks }
	| { readonly on: "poll"; readonly objects: readonly ObjectRef[]; readonly until: Ticks | null };

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

/** A timer of a process. */
export interface Timer {
	/** timer_t, from 0 on; below 0 the three of setitimer(2), and those of RLIMIT_CPU. */
	readonly id: number;
	/** It counts simulated time, or the processor time of its process. */
	readonly clock: TimerClock;
	/** null: it tells nobody (SIGEV_NONE). */
	readonly signal: number | null;
	/** si_value */
	readonly value: number;
	/** What its clock showed at tick 0: absolute times count from there. */
	readonly zero: Ticks;
	/** When it rings next; null: it is not set. */
	readonly due: Ticks | null;
	/** 0: it rings once. */
	readonly interval: Ticks;
	/** It rang at `due`, and stands still until its signal is taken. */
	readonly rang: boolean;
	/** How often it would have rung before its last signal was taken. */
	readonly overrun: number;
}

export type ProcessState =
	/** Could run; the one the scheduler chose is running. */
	"ready" | "waiting" | "stopped" | "zombie";

/** See prctl(2). */
export interface Attributes {
	/** PR_SET_NAME; null: that of the program. */
	readonly name: string | null;
	/** PR_SET_PDEATHSIG: the signal it gets when its parent ends; 0 for none. */
	readonly deathSignal: number;
	readonly dumpable: number;
	readonly noNewPrivileges: boolean;
	/** PR_SET_CHILD_SUBREAPER: it adopts those of its descendants whose parents end. */
	readonly subreaper: boolean;
}

export interface Process {
	readonly pid: Pid;
	readonly ppid: Pid;
	readonly pgid: Pid;
	readonly sid: Pid;
	/** Real, effective and saved; files are judged by the effective ones. See credentials(7). */
	readonly uid: number;
	readonly euid: number;
	readonly suid: number;
	readonly gid: number;
	readonly egid: number;
	readonly sgid: number;
	/** Further groups, in ascending order. */
	readonly groups: readonly number[];
	/** Name of the program it runs, and the arguments it was given, its own name first. */
	readonly program: string;
	readonly argv: readonly string[];
	/** The environment that its program began with, for /proc. */
	readonly envp?: readonly string[];
	readonly state: ProcessState;
	/** What it waits for; also kept while it is stopped in a wait. */
	readonly wait: Wait | null;
	/** The call it is in, while it waits, and after it was woken until the call ends; and since when it waits. */
	readonly call: SystemCall | null;
	readonly since: { readonly ticks: Ticks; readonly place: Place | null } | null;
	/** What an unfinished call has already done: bytes written, or the end of its time. */
	readonly progress: {
		readonly done: number;
		readonly until: Ticks | null;
		/** What a recv with MSG_WAITALL has received so far. */
		readonly bytes?: Uint8Array;
	};
	/** The description of a FIFO whose other end an unfinished open waits for, and how often that end had been opened. */
	readonly opening: { readonly openFile: ObjectId; readonly seen: number } | null;
	/** What a call of another process has done for the call it sleeps in. */
	readonly handed: Handed | null;
	readonly descriptors: { readonly [fd: number]: Descriptor };
	/** RLIMIT_NOFILE */
	readonly descriptorLimit: number;
	/** The other soft limits that setrlimit(2) has set, by resource. */
	readonly otherLimits: { readonly [resource: number]: number };
	/** The hard limits that it has set. */
	readonly hardLimits: { readonly [resource: number]: number };
	readonly signals: Signals;
	readonly umask: number;
	readonly cwd: ObjectId;
	/** From -20 to 19; it is remembered, and changes no turn. */
	readonly nice: number;
	/** What prctl(2) has set; absent while nothing has been. */
	readonly attributes?: Attributes;
	/** Of alarm(2), setitimer(2) and timer_create(2). */
	readonly timers: readonly Timer[];
	/** Pids in the order of creation. */
	readonly children: readonly Pid[];
	/** Its parent ended before it, and init is its parent now. */
	readonly adopted: boolean;
	/** It was stopped inside its call and continues: pending signals are acted on before the call is asked again. */
	readonly resumed: boolean;
	/** Set when it has ended. */
	readonly status: WaitStatus | null;
	/** Changes of state its parent has not yet been told of (stopped, continued). */
	readonly unreported: WaitStatus | null;
	/** The fork that made it; null for the first. */
	readonly forkedAt: Place | null;
	/** It has called execve since it was made: its parent may not move it to another group any more. */
	readonly executed: boolean;
	/** System calls it made, ticks it waited and ran; ticks that the children it has waited for ran, theirs included. */
	readonly counts: {
		readonly calls: number;
		readonly waited: Ticks;
		readonly ran: Ticks;
		readonly children: Ticks;
	};
}

export interface Scheduler {
	/** Who has the processor, and since when its time is counted. */
	readonly running: Pid | null;
	readonly since: Ticks;
	/** Ready processes in the order they became ready, without the running one. */
	readonly queue: readonly Pid[];
	/** Who had the processor last: choosing it again is no context switch. */
	readonly last: Pid | null;
	readonly contextSwitches: number;
	/** Ticks that the processor has worked already and that the clock has not yet counted; 0 where there is one. */
	readonly ahead: Ticks;
	/** The other processor, where there are two: what stands above is of the one that takes this step. */
	readonly beside: Pick<Scheduler, "running" | "since" | "last" | "ahead"> | null;
}

/** What became of a process: kept after it was reaped. */
export interface Ended {
	readonly pid: Pid;
	readonly program: string;
	readonly status: WaitStatus;
	readonly at: Ticks;
}

export interface KernelState {
	readonly clock: Ticks;
	/** No timer rings before this time; null: no timer is set. */
	readonly timer: Ticks | null;
	readonly nextPid: Pid;
	readonly nextObject: ObjectId;
	/** Pipes made since the start. */
	readonly pipesMade: number;
	/** The variables that pipes were made in, by name: each once, and once more when another pipe was made in one of its name. */
	readonly pipeVariables: readonly string[];
	readonly processes: { readonly [pid: Pid]: Process };
	readonly ended: { readonly [pid: Pid]: Ended };
	readonly openFiles: { readonly [id: ObjectId]: OpenFile };
	/** Sockets made since the start. */
	readonly socketsMade: number;
	readonly pipes: { readonly [id: ObjectId]: Pipe };
	readonly sockets: { readonly [id: ObjectId]: Socket };
	readonly socketFiles: { readonly [id: ObjectId]: SocketFile };
	readonly files: { readonly [id: ObjectId]: RegularFile };
	readonly fifos: { readonly [id: ObjectId]: Fifo };
	readonly symlinks: { readonly [id: ObjectId]: Symlink };
	readonly queues: { readonly [id: ObjectId]: MessageQueue };
	/** Queues made since the start, those of System V alone too. */
	readonly queuesMade: number;
	readonly msqidsMade: number;
	/** /dev/mqueue */
	readonly queueDirectory: ObjectId;
	/** /proc: to what is in its record, the kernel adds what it has to tell. */
	readonly procDirectory: ObjectId;
	readonly directories: { readonly [id: ObjectId]: Directory };
	readonly terminals: { readonly [id: ObjectId]: Terminal };
	/** Advisory locks of all files, by where they start. */
	readonly locks: readonly FileLock[];
	readonly scheduler: Scheduler;
	/** Where the random bytes go on. */
	readonly chance: number;
	readonly limits: Limits;
}

/** The numbers that a host may choose; `profiles` has Linux's and the lessons'. */
export interface Limits {
	readonly pipePage: number;
	readonly pipeSlots: number;
	/** PIPE_BUF */
	readonly pipeAtomic: number;
	/** SO_SNDBUF of new sockets, in bytes; with `socketPage` 1 the bytes alone count, else the memory they take on Linux. */
	readonly socketBuffer: number;
	readonly socketPage: number;
	/** net.unix.max_dgram_qlen: a datagram socket's queue takes one letter more. */
	readonly datagramQueue: number;
	/** RLIMIT_NOFILE of new processes. */
	readonly descriptors: number;
	/** mq_maxmsg and mq_msgsize of a POSIX queue that is made without attributes. */
	readonly queueMessages: number;
	readonly queueMessageSize: number;
	/** MSGMNB: bytes that a new queue of System V takes. */
	readonly queueBytes: number;
	/** MSGMNI: how many queues of System V there may be. */
	readonly queues: number;
	/** Live processes and zombies; fork beyond it fails with EAGAIN. */
	readonly processes: number;
	/** Bytes all files together may hold; a write beyond it fails with ENOSPC. */
	readonly fileBytes: number;
	/** One or two. */
	readonly processors: number;
}
