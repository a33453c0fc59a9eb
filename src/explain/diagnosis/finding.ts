// What a diagnosis consists of, and what it is made from.
import type { RunOutcome, Unwritten } from "../../computer/index.ts";
import type { Descriptor, ObjectId, Pid, Place } from "../../kernel/index.ts";
import type { Frame } from "../../machine/index.ts";
import type { NamedProgram } from "../../timeline/index.ts";
import type { Sentence } from "../sentence.ts";
import type { View } from "../view.ts";
import type { GlobalArray } from "./outside.ts";
import type { Witness } from "./witness.ts";

export type DiagnosisKind =
	// ---- it waits for ever: on a pipe ----
	/** For end of file on a pipe of which it holds a write descriptor itself. */
	| "own-write-end"
	/** For end of file while another process that will never write keeps a write descriptor. */
	| "write-end-left-open"
	/** The same, and the write descriptor came into that process's program by exec. */
	| "write-end-across-exec"
	/** Two read from each other until the end of file, and neither closes its write end. */
	| "both-wait-for-end-of-file"
	/** Two read from each other, and neither has written what the other needs. */
	| "each-waits-to-read"
	/** What it waits for sits in the other's stdio buffer. */
	| "output-in-buffer"
	/** For room in a pipe whose reader has ended, while others that never read keep a read descriptor. */
	| "read-end-left-open"
	/** For room in a pipe that it could only empty itself. */
	| "own-read-end"
	/** For room in a pipe whose reader waits for it to end. */
	| "wait-before-reading"
	/** For room in a pipe whose reader waits for room in another, which only this one empties. */
	| "both-pipes-full"
	/** For room in a pipe whose readers never read again. */
	| "nobody-reads"
	// ---- it waits for ever: at a socket ----
	/** For the end of a connection of which it holds the other end itself. */
	| "own-socket-end"
	/** The same, and another process that will never send holds it. */
	| "socket-end-left-open"
	/** For the end of a request, while who sent it waits for the answer. */
	| "request-never-ends"
	/** Two wait for each other to send. */
	| "each-waits-to-receive"
	/** For a datagram that nobody sends. */
	| "nobody-sends"
	/** For a client, for a place in the queue of a server, for room at the other end. */
	| "nobody-connects"
	| "nobody-accepts"
	| "nobody-receives"
	// ---- it waits for ever: otherwise ----
	/** For a process that is stopped and that nobody continues. */
	| "stopped"
	/** For a child that never ends. */
	| "child-never-ends"
	/** For a signal whose handler has run already, just before. */
	| "signal-before-wait"
	/** For more signals than were delivered: some were merged with one that was pending. */
	| "signals-merged"
	/** For a signal that was thrown away when it came: it was ignored, or no handler was there yet. */
	| "signal-thrown-away"
	/** For a signal that has come and is blocked. */
	| "signal-blocked"
	/** For a signal that nobody is left to send. */
	| "signal-never-comes"
	/** For the other end of a FIFO, which nobody opens. */
	| "other-end-never-opened"
	/** For a lock that its holder never lets go. */
	| "lock-never-unlocked"
	/** For input that has ended, or for descriptors that never become ready. */
	| "never-ready"
	// ---- it goes on for ever ----
	| "read-returns-zero"
	/** A function of stdio says that the input has ended, and the loop does not hear it. */
	| "input-ended"
	/** scanf finds what does not fit, leaves it there, and finds it again. */
	| "input-not-taken"
	| "polls-without-waiting"
	| "no-such-child"
	| "call-keeps-failing"
	| "forks-without-end"
	| "execs-without-end"
	| "endless-loop"
	// ---- it ended, and not as one would think ----
	/** It waits at a message queue into which nobody sends, or from which nobody receives. */
	| "message-never-comes"
	| "queue-stays-full"
	/** It called a function that this computer does not have, and was killed for it. */
	| "unsupported"
	/** SIGPIPE: the last read end was closed before the write. */
	| "killed-by-sigpipe"
	/** A signal for which it was about to install a handler. */
	| "killed-before-handler"
	/** A fault of its own: SIGSEGV, SIGFPE, SIGABRT and their like. */
	| "killed-by-fault"
	| "killed-by-signal"
	/** It touched memory outside its arrays and blocks, or freed what is none: found by watching the run. */
	| "memory-misused"
	/** It used an end of a pipe that does not go that way, or a descriptor that is not open, and did not look at the result. */
	| "wrong-descriptor"
	/** A call on a socket or a queue was refused for a mistake of the program, which did not look at the result. */
	| "call-refused"
	/** A copy of an unflushed buffer was inherited by fork, and both were written. */
	| "output-twice"
	/** What it printed was still in the buffer when it ended, and is lost. */
	| "output-lost"
	/** Children that have ended and are never waited for. */
	| "zombies";

/** A descriptor, or a wait, without which the run would go on. */
export interface Culprit {
	readonly pid: Pid;
	readonly process: string;
	/** null when what is to blame is that the process waits. */
	readonly descriptor: number | null;
	/** Where the process stands. */
	readonly line: Place | null;
	readonly openedBy: Descriptor["origin"]["call"] | null;
	readonly openedAt: Place | null;
	/** The fork or exec by which this process came to hold it; null when it opened it itself. */
	readonly inheritedAt: Place | null;
}

/** What stands between two processes of which one waits for the other. */
export type WaitedFor =
	/** An end of a pipe that the other holds open. */
	| { readonly kind: "pipe"; readonly pipe: ObjectId; readonly end: "read" | "write" }
	/** That somebody opens the other end of a FIFO. */
	| { readonly kind: "fifo"; readonly end: "read" | "write" }
	/** What the other end of a connection sends or receives, or a place in the queue of a socket. */
	| { readonly kind: "socket"; readonly socket: ObjectId; readonly end: "own" | "other" }
	/** A message in a queue, or room there. */
	| { readonly kind: "queue"; readonly queue: ObjectId }
	/** That the other ends. */
	| { readonly kind: "child" }
	/** That the other unlocks a file. */
	| { readonly kind: "lock"; readonly object: ObjectId }
	| { readonly kind: "signal" };

/** `from` waits for `to`, because of the thing between them. */
export interface WaitEdge {
	readonly from: Pid;
	/** null: nobody is left who could end it. */
	readonly to: Pid | null;
	readonly thing: WaitedFor;
	/** The thing as it is written on the arrow: `bytes, or end of file, in pipe 1`. */
	readonly label: string;
	/** The descriptors by which `to` holds the thing. */
	readonly descriptors: readonly number[];
	/** The system call in which `from` waits, and since which line. */
	readonly call: string;
	readonly since: Place | null;
	/** Part of the circle, and not only of the way into it. */
	readonly round: boolean;
}

export interface Diagnosis {
	readonly kind: DiagnosisKind;
	/** The process that it is about, and all that wait for ever. */
	readonly pid: Pid;
	readonly waiting: readonly Pid[];
	readonly sentence: Sentence;
	/** What to change, in words; null when no single change is known. A lesson keeps it back until the reader has tried. */
	readonly cure: Sentence | null;
	readonly culprits: readonly Culprit[];
	/** Who waits for whom: the way from `pid`, and the circle if it leads into one. */
	readonly circle: readonly WaitEdge[];
	/** Other things worth knowing about the same run: output that never left a buffer. */
	readonly also: readonly Sentence[];
	/** The step before which memory was misused, when that was seen; else null. */
	readonly moment: number | null;
	/** Changes of the program that may mend it, the most likely first; `proof.ts` finds by running which does. */
	readonly remedies: readonly Remedy[];
}

/** A change as the rule thinks of it; `remedy.ts` finds the lines. */
export type Remedy =
	/** Close a descriptor in a process before the first of these places where that is possible. */
	| {
			readonly kind: "close";
			readonly pid: Pid;
			readonly descriptor: number;
			readonly openedAt: Place | null;
			readonly before: readonly Place[];
	  }
	/** End the sending direction of a socket, at such a place. */
	| {
			readonly kind: "shutdown";
			readonly pid: Pid;
			readonly descriptor: number;
			readonly openedAt: Place | null;
			readonly before: readonly Place[];
	  }
	/** A statement goes further down, after the rest of its block. */
	| { readonly kind: "later"; readonly place: Place }
	| { readonly kind: "remove"; readonly place: Place }
	/** A later line that begins so is moved up before this place. */
	| { readonly kind: "earlier"; readonly line: RegExp; readonly before: Place }
	| { readonly kind: "insert"; readonly before: Place; readonly text: string }
	| { readonly kind: "insert-after"; readonly after: Place; readonly text: string }
	| { readonly kind: "replace"; readonly place: Place; readonly what: RegExp; readonly by: string }
	/** Everywhere in a file. */
	| { readonly kind: "rename"; readonly file: string; readonly what: RegExp; readonly by: string }
	/** A statement, with the loop around it, is done by a child of its own. */
	| { readonly kind: "in-child"; readonly place: Place }
	/** A statement becomes the head of a loop around what follows it in its block. */
	| { readonly kind: "repeat-rest"; readonly place: Place; readonly what: RegExp; readonly head: string }
	/** Several at once, the one furthest down first. */
	| { readonly kind: "together"; readonly all: readonly Remedy[] };

/** What one rule has found. */
export interface Finding {
	readonly pid: Pid;
	readonly sentence: Sentence;
	readonly cure: Sentence | null;
	readonly culprits?: readonly Culprit[];
	readonly remedies?: readonly Remedy[];
}

/** What is known of a run beside the kernel's state at one step. */
export interface Evidence {
	/** How it ended; null while it can go on. */
	readonly outcome: RunOutcome | null;
	/** What was seen from its beginning; null when nobody watched. */
	readonly witness: Witness | null;
	readonly programs: readonly NamedProgram[];
	/** The calls of the user's functions of a process, innermost first. */
	readonly stack: (pid: Pid) => readonly Frame[];
	/** The arrays of the whole program, by their names. */
	readonly globals: (name: string) => GlobalArray | null;
	/** What a process has printed that is still in its buffers, or was when it ended. */
	readonly unwritten: (pid: Pid) => readonly Unwritten[];
}

/** All that the rules look at. */
export type Ran = View & Evidence;

/** How things stand when a rule is asked. */
export type Situation = "stuck" | "limit" | "killed" | "exited";

export interface DiagnosisRule {
	readonly kind: DiagnosisKind;
	/** The trouble in one line. */
	readonly trouble: string;
	readonly when: readonly Situation[];
	readonly find: (ran: Ran) => Finding | null;
}
