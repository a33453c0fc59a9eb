// What a signal would do to a process: its disposition, its default action, and which pending one comes first.
import * as C from "./constants.ts";
import { INIT, type Kernel } from "./kernel.ts";
import type { Process, Wait } from "./state.ts";
import type { Disposition, SignalInfo } from "./system-calls.ts";
import type { Pid } from "./words.ts";

const S = C.signals;
const ignoredByDefault: ReadonlySet<number> = new Set([S.SIGCHLD, S.SIGCONT, S.SIGURG, S.SIGWINCH]);
const stopping: ReadonlySet<number> = new Set([S.SIGSTOP, S.SIGTSTP, S.SIGTTIN, S.SIGTTOU]);
const faults: ReadonlySet<number> = new Set([S.SIGSEGV, S.SIGBUS, S.SIGILL, S.SIGFPE, S.SIGTRAP, S.SIGSYS]);
const leavesCore: ReadonlySet<number> = new Set([...faults, S.SIGQUIT, S.SIGABRT, S.SIGXCPU, S.SIGXFSZ]);
const DEFAULT: Disposition = { action: "default" };

export type SignalEffect = "ignore" | "kill" | "stop" | "handle";

export function isSignal(signal: number): boolean {
	return Number.isInteger(signal) && signal >= 1 && signal <= C.SIGRTMAX;
}

export function isStopSignal(signal: number): boolean {
	return stopping.has(signal);
}

export function dispositionOf(process: Process, signal: number): Disposition {
	return process.signals.dispositions[signal] ?? DEFAULT;
}

/** Discarded when sent: SIG_IGN, or SIG_DFL for a signal that is ignored by default; by init every one is. See kill(2). */
export function isIgnored(process: Process, signal: number): boolean {
	const { action } = dispositionOf(process, signal);
	return (
		action === "ignore" || (action === "default" && (ignoredByDefault.has(signal) || process.pid === INIT))
	);
}

/** What the delivery of a signal would do. A terminal's stop signals do not stop an orphaned process group. */
export function effectOf(kernel: Kernel, process: Process, signal: number): SignalEffect {
	const { action } = dispositionOf(process, signal);
	if (action === "handle") return "handle";
	if (isIgnored(process, signal)) return "ignore";
	if (!stopping.has(signal)) return "kill";
	return signal !== S.SIGSTOP && isOrphaned(kernel, process.pgid) ? "ignore" : "stop";
}

/** Whether no member of the group has a parent in another group of its session (POSIX; init does not count). */
export function isOrphaned(kernel: Kernel, pgid: Pid): boolean {
	for (const member of Object.values(kernel.state.processes)) {
		if (member.pgid !== pgid || member.state === "zombie") continue;
		const parent = kernel.state.processes[member.ppid];
		if (parent === undefined || (parent.pid === INIT && member.adopted)) continue;
		if (parent.pgid !== pgid && parent.sid === member.sid) return false;
	}
	return true;
}

/**
 * The pending signal to be delivered next, or null when none is deliverable or all such are ignored: one that ends the process at
 * once, then a fault of the processor, then those of the thread itself; of several the lowest number. See signal(7).
 */
export function nextSignal(kernel: Kernel, process: Process): SignalInfo | null {
	return firstOf(process, (info) => effectOf(kernel, process, info.signal) !== "ignore");
}

/** That signal when ignored ones count too: the one that leaves the queue next. */
export function nextToLeave(process: Process): SignalInfo | null {
	return firstOf(process, () => true);
}

function firstOf({ signals }: Process, counts: (info: SignalInfo) => boolean): SignalInfo | null {
	const { blocked, pending } = signals;
	let best: SignalInfo | null = null;
	for (const info of pending) {
		if (blocked.includes(info.signal) || !counts(info)) continue;
		if (best === null || rankOf(info) < rankOf(best)) best = info;
	}
	return best;
}

/**
 * Whether a signal, when it is sent, ends its process before any other is looked at. Not where it is blocked or leaves a core, and not
 * where another waits already to be looked at, unless the process has a processor.
 */
export function endsAtOnce(kernel: Kernel, process: Process, signal: number): boolean {
	if (effectOf(kernel, process, signal) !== "kill") return false;
	if (signal === S.SIGKILL) return true;
	const { pid, signals, state } = process;
	if (state === "stopped" || signals.blocked.includes(signal) || leavesCore.has(signal)) return false;
	const { beside, running } = kernel.state.scheduler;
	return running === pid || beside?.running === pid || nextToLeave(process) === null;
}

/** Sent to the very thread, by raise or by a fault: Linux keeps it apart from what is sent to the process, and takes it first. */
export function isDirected({ code, signal }: SignalInfo): boolean {
	return code === C.SI_TKILL || (code > 0 && faults.has(signal));
}

/** Whether a pending signal ends a sleep in `wait`: of vfork only one that kills at once does. */
export function reaches(kernel: Kernel, process: Process, wait: Wait): boolean {
	if (wait.on === "vfork") return process.signals.pending.some(({ atOnce }) => atOnce === true);
	return nextSignal(kernel, process) !== null;
}

/** Those of the thread come before those of the process; of either what a fault would send, then the lowest number. */
export function orderOf(info: SignalInfo): number {
	const fault = faults.has(info.signal) ? 0 : C.SIGRTMAX;
	return info.signal + fault + (isDirected(info) ? 0 : 2 * C.SIGRTMAX);
}

function rankOf(info: SignalInfo): number {
	if (info.atOnce === true) return -2;
	return info.code > 0 && faults.has(info.signal) ? -1 : orderOf(info);
}
