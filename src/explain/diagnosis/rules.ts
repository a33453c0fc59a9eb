// What is looked for in a run that cannot go on, or that ended in a way that surprises: the rules in the order they are asked.
import { outputLost, outputTwice } from "./buffers.ts";
import { childNeverEnds, stopped, zombies } from "./children.ts";
import {
	killedBeforeHandler,
	killedByFault,
	killedBySignal,
	killedBySigpipe,
	unsupported,
} from "./deaths.ts";
import { otherEndNeverOpened } from "./fifos.ts";
import type { DiagnosisRule } from "./finding.ts";
import { lockNeverUnlocked } from "./locks.ts";
import {
	callKeepsFailing,
	endlessLoop,
	execsWithoutEnd,
	forksWithoutEnd,
	inputEnded,
	inputNotTaken,
	noSuchChild,
	pollsWithoutWaiting,
	readReturnsZero,
} from "./loops.ts";
import { callRefused, wrongDescriptor } from "./misuse.ts";
import {
	bothPipesFull,
	bothWaitForEndOfFile,
	eachWaitsToRead,
	nobodyReads,
	outputInBuffer,
	ownReadEnd,
	ownWriteEnd,
	readEndLeftOpen,
	waitBeforeReading,
	writeEndAcrossExec,
	writeEndLeftOpen,
} from "./pipes.ts";
import { messageNeverComes, queueStaysFull } from "./queues.ts";
import { neverReady } from "./readiness.ts";
import {
	signalBeforeWait,
	signalBlocked,
	signalNeverComes,
	signalsMerged,
	signalThrownAway,
} from "./signal-waits.ts";
import {
	eachWaitsToReceive,
	nobodyAccepts,
	nobodyConnects,
	nobodyReceives,
	nobodySends,
	ownSocketEnd,
	requestNeverEnds,
	socketEndLeftOpen,
} from "./sockets.ts";

/** The first rule that finds something has the word. */
export const diagnosisRules: readonly DiagnosisRule[] = [
	{
		kind: "unsupported",
		trouble: "A function that this computer does not have.",
		when: ["stuck", "limit", "killed", "exited"],
		find: unsupported,
	},
	{
		kind: "call-refused",
		trouble: "A call on a socket or a queue is refused, and the result is ignored.",
		when: ["stuck", "killed", "exited"],
		find: callRefused,
	},
	{
		kind: "wrong-descriptor",
		trouble: "The wrong end of a pipe, or a closed descriptor, and the result is ignored.",
		when: ["stuck", "exited"],
		find: wrongDescriptor,
	},
	{
		kind: "output-in-buffer",
		trouble: "The request never left the stdio buffer, and both sides read.",
		when: ["stuck"],
		find: outputInBuffer,
	},
	{ kind: "stopped", trouble: "Waiting for a process that is stopped.", when: ["stuck"], find: stopped },
	{
		kind: "own-write-end",
		trouble: "The reader itself holds the write end open.",
		when: ["stuck"],
		find: ownWriteEnd,
	},
	{
		kind: "write-end-across-exec",
		trouble: "A write end went through exec into a program that knows nothing of it.",
		when: ["stuck"],
		find: writeEndAcrossExec,
	},
	{
		kind: "both-wait-for-end-of-file",
		trouble: "Each reads until the other closes.",
		when: ["stuck"],
		find: bothWaitForEndOfFile,
	},
	{
		kind: "each-waits-to-read",
		trouble: "Each waits for the other to write first.",
		when: ["stuck"],
		find: eachWaitsToRead,
	},
	{
		kind: "write-end-left-open",
		trouble: "A parent or sibling holds the write end open.",
		when: ["stuck"],
		find: writeEndLeftOpen,
	},
	{
		kind: "read-end-left-open",
		trouble: "The reader has ended, and a read end is left with others.",
		when: ["stuck"],
		find: readEndLeftOpen,
	},
	{
		kind: "own-read-end",
		trouble: "It writes more than the pipe holds, and is the only reader.",
		when: ["stuck"],
		find: ownReadEnd,
	},
	{ kind: "both-pipes-full", trouble: "Both write and neither reads.", when: ["stuck"], find: bothPipesFull },
	{
		kind: "wait-before-reading",
		trouble: "Waiting for a child before reading what it writes.",
		when: ["stuck"],
		find: waitBeforeReading,
	},
	{ kind: "nobody-reads", trouble: "A full pipe that nobody empties.", when: ["stuck"], find: nobodyReads },
	{
		kind: "own-socket-end",
		trouble: "The reader itself holds the other end of the connection open.",
		when: ["stuck"],
		find: ownSocketEnd,
	},
	{
		kind: "request-never-ends",
		trouble: "The server reads until the end, and the client waits for the answer.",
		when: ["stuck"],
		find: requestNeverEnds,
	},
	{
		kind: "each-waits-to-receive",
		trouble: "Each end of a connection waits for the other to send.",
		when: ["stuck"],
		find: eachWaitsToReceive,
	},
	{
		kind: "socket-end-left-open",
		trouble: "The other end of the connection stays open, and nobody sends.",
		when: ["stuck"],
		find: socketEndLeftOpen,
	},
	{ kind: "nobody-sends", trouble: "A datagram that nobody sends.", when: ["stuck"], find: nobodySends },
	{
		kind: "nobody-accepts",
		trouble: "A full queue of connections that nobody accepts.",
		when: ["stuck"],
		find: nobodyAccepts,
	},
	{
		kind: "nobody-receives",
		trouble: "The other end has no room, and nobody receives.",
		when: ["stuck"],
		find: nobodyReceives,
	},
	{
		kind: "nobody-connects",
		trouble: "A server that waits for clients when all have gone.",
		when: ["stuck"],
		find: nobodyConnects,
	},
	{
		kind: "signal-blocked",
		trouble: "The signal has come and is blocked.",
		when: ["stuck"],
		find: signalBlocked,
	},
	{
		kind: "signals-merged",
		trouble: "Signals are counted, and some were merged.",
		when: ["stuck"],
		find: signalsMerged,
	},
	{
		kind: "signal-before-wait",
		trouble: "The signal came between the test and pause.",
		when: ["stuck"],
		find: signalBeforeWait,
	},
	{
		kind: "signal-thrown-away",
		trouble: "The signal came before there was a handler.",
		when: ["stuck"],
		find: signalThrownAway,
	},
	{
		kind: "lock-never-unlocked",
		trouble: "Waiting for a lock whose holder waits too.",
		when: ["stuck"],
		find: lockNeverUnlocked,
	},
	{
		kind: "message-never-comes",
		trouble: "Waiting at a message queue into which nobody sends any more.",
		when: ["stuck"],
		find: messageNeverComes,
	},
	{
		kind: "queue-stays-full",
		trouble: "Waiting at a full message queue from which nobody receives.",
		when: ["stuck"],
		find: queueStaysFull,
	},
	{
		kind: "child-never-ends",
		trouble: "Waiting for a child that never ends.",
		when: ["stuck"],
		find: childNeverEnds,
	},
	{
		kind: "signal-never-comes",
		trouble: "Nobody is left to send the signal.",
		when: ["stuck"],
		find: signalNeverComes,
	},
	{
		kind: "other-end-never-opened",
		trouble: "open of a FIFO whose other end nobody opens.",
		when: ["stuck"],
		find: otherEndNeverOpened,
	},
	{
		kind: "never-ready",
		trouble: "poll or select on descriptors that never become ready.",
		when: ["stuck"],
		find: neverReady,
	},
	{ kind: "forks-without-end", trouble: "Every child forks again.", when: ["limit"], find: forksWithoutEnd },
	{
		kind: "read-returns-zero",
		trouble: "The loop does not stop at end of file.",
		when: ["limit"],
		find: readReturnsZero,
	},
	{
		kind: "polls-without-waiting",
		trouble: "The loop asks a descriptor or a child without waiting.",
		when: ["limit"],
		find: pollsWithoutWaiting,
	},
	{
		kind: "no-such-child",
		trouble: "The loop waits for a child that is not there.",
		when: ["limit"],
		find: noSuchChild,
	},
	{
		kind: "call-keeps-failing",
		trouble: "The loop does not stop on an error.",
		when: ["limit"],
		find: callKeepsFailing,
	},
	{
		kind: "execs-without-end",
		trouble: "A program that becomes itself again.",
		when: ["limit"],
		find: execsWithoutEnd,
	},
	{
		kind: "input-ended",
		trouble: "The loop reads on after the end of its input.",
		when: ["limit"],
		find: inputEnded,
	},
	{
		kind: "input-not-taken",
		trouble: "scanf leaves what does not fit, and finds it again.",
		when: ["limit"],
		find: inputNotTaken,
	},
	{ kind: "endless-loop", trouble: "A loop that never ends.", when: ["limit"], find: endlessLoop },
	{
		kind: "killed-before-handler",
		trouble: "The signal came before its handler was installed.",
		when: ["killed", "exited"],
		find: killedBeforeHandler,
	},
	{
		kind: "killed-by-sigpipe",
		trouble: "A write into a pipe that nobody reads any more.",
		when: ["killed", "exited"],
		find: killedBySigpipe,
	},
	{
		kind: "killed-by-fault",
		trouble: "A pointer that leads nowhere, a division by zero, an abort.",
		when: ["killed", "exited"],
		find: killedByFault,
	},
	{
		kind: "killed-by-signal",
		trouble: "A signal without a handler.",
		when: ["killed"],
		find: killedBySignal,
	},
	{
		kind: "output-twice",
		trouble: "A full buffer was copied by fork.",
		when: ["exited"],
		find: outputTwice,
	},
	{
		kind: "output-lost",
		trouble: "Output was still in the buffer at _exit, exec, or death.",
		when: ["exited", "killed"],
		find: outputLost,
	},
	{ kind: "zombies", trouble: "Children that nobody waits for.", when: ["exited", "limit"], find: zombies },
];
