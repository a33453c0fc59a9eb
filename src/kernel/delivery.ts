// Signals on their way out: default actions are taken, and handlers are handed to the computer to be run.
import * as C from "./constants.ts";
import { terminate } from "./exit.ts";
import { type Kernel, processOf } from "./kernel.ts";
import type { RuleId } from "./rules.ts";
import { effectOf, nextSignal, nextToLeave } from "./signal-facts.ts";
import { dropPending, forceSignal, signalInfo, stopProcess, UNBLOCKABLE } from "./signals.ts";
import type { Process } from "./state.ts";
import type { SignalInfo } from "./system-calls.ts";
import { resumeTimer } from "./timers.ts";
import type { Pid } from "./words.ts";

/** A handler to be run: the computer pushes a frame for it on the process's stack, above those it already pushed. */
export interface Delivery {
	readonly signal: number;
	readonly info: SignalInfo;
	readonly handler: number;
	/** SA_ bits, as given to sigaction. */
	readonly flags: number;
	/** The signal mask to put back when it returns. */
	readonly mask: readonly number[];
}

/**
 * Asked when a process is about to run its program again: after every call that returned, and when it gets the
 * processor outside a call. Takes default actions (afterwards the process may be stopped or a zombie). Ask again until
 * null: all deliverable signals get their frame first, so the handler pushed last runs first, as on Linux.
 */
export function deliver(kernel: Kernel, pid: Pid): Delivery | null {
	const process = processOf(kernel, pid);
	if (process.signals.pending.length === 0 || process.state !== "ready") return null;
	if (settle(kernel, process) !== "handler") return null;
	const info = nextSignal(kernel, process) as SignalInfo;
	return enterHandler(kernel, process, dequeue(kernel, process, info));
}

/** What the signals that come before any handler did to the process. */
export type Settled = "none" | "handler" | "stopped" | "ended";

/** Acts on pending signals until one with a handler is next. `cause`: what the process did to get a signal that stops it. */
export function settle(kernel: Kernel, process: Process, cause?: RuleId): Settled {
	if (process.signals.pending.length === 0) return "none";
	dropIgnored(kernel, process);
	const info = nextSignal(kernel, process);
	if (info === null) return "none";
	const effect = effectOf(kernel, process, info.signal);
	if (effect === "handle") return "handler";
	dequeue(kernel, process, info);
	if (effect === "stop") {
		stopProcess(kernel, process, info.signal, cause);
		return "stopped";
	}
	terminate(kernel, process, info.signal);
	return "ended";
}

/**
 * A fault of the processor in `process`: SIGSEGV, SIGFPE, SIGILL or SIGBUS. If the signal is blocked or ignored, it
 * kills anyway. The computer asks `deliver` next.
 */
export function fault(kernel: Kernel, pid: Pid, signal: number, address: number, code = C.SEGV_MAPERR): void {
	const process = processOf(kernel, pid);
	forceSignal(kernel, process, signalInfo(signal, code, process, { pid: 0, uid: 0, address }));
}

/**
 * Ends a process by a signal, even when it has a handler for it. SIGSYS: it asked for what this computer does not have,
 * as seccomp(2) does under SECCOMP_RET_KILL_PROCESS; SIGSEGV: the handler of a full stack has no room itself.
 */
export function killAnyway(kernel: Kernel, pid: Pid, signal: number): void {
	terminate(kernel, processOf(kernel, pid), signal);
}

function enterHandler(kernel: Kernel, process: Process, info: SignalInfo): Delivery {
	const { journal } = kernel;
	const { signals } = process;
	const disposition = signals.dispositions[info.signal];
	if (disposition?.action !== "handle") throw new TypeError("a handler was expected");
	const { flags, handler, mask } = disposition;
	const before = signals.suspended ?? signals.blocked;
	journal.set(signals, "frames", [...signals.frames, before]);
	if (signals.suspended !== null) journal.set(signals, "suspended", null);
	const own = (flags & C.SA_NODEFER) === 0 ? [info.signal] : [];
	journal.set(signals, "blocked", union(signals.blocked, [...mask, ...own]));
	if ((flags & C.SA_RESETHAND) !== 0)
		journal.set(signals.dispositions, info.signal, { action: "default", flags, mask });
	kernel.events.push({ kind: "signal-handled", pid: process.pid, signal: info.signal });
	return { signal: info.signal, info, handler, flags, mask: before };
}

/** Takes a signal off the pending ones; the siginfo as its handler sees it. */
function dequeue(kernel: Kernel, process: Process, info: SignalInfo): SignalInfo {
	const { signals } = process;
	kernel.journal.set(
		signals,
		"pending",
		signals.pending.filter((other) => other !== info),
	);
	return info.code === C.SI_TIMER ? resumeTimer(kernel, process, info) : info;
}

/** Those that come before any that is to be acted on; the others stay, since a handler may block them. */
function dropIgnored(kernel: Kernel, process: Process): void {
	for (;;) {
		const first = nextToLeave(process);
		if (first === null || effectOf(kernel, process, first.signal) !== "ignore") return;
		dropPending(kernel, process, (info) => info === first);
	}
}

/** Both masks together, ascending, without the signals that cannot be blocked. */
export function union(first: readonly number[], second: readonly number[]): readonly number[] {
	const all = new Set([...first, ...second]);
	for (const signal of UNBLOCKABLE) all.delete(signal);
	return [...all].sort((a, b) => a - b);
}
