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
 * The pending signal to be delivered next, or null when none is deliverable or all such are ignored: SIGKILL, then a
 * fault of the processor, then any that ends the process, then those of the thread itself, then the lowest number (signal(7)).
 */
export function nextSignal(kernel: Kernel, process: Process): SignalInfo | null {
	const { pending, blocked } = process.signals;
	let best: SignalInfo | null = null;
	let bestRank = Number.POSITIVE_INFINITY;
	for (const info of pending) {
		if (blocked.includes(info.signal)) continue;
		const effect = effectOf(kernel, process, info.signal);
		if (effect === "ignore") continue;
		const rank = rankOf(info, effect);
		if (rank < bestRank) {
			best = info;
			bestRank = rank;
		}
	}
	return best;
}

/** Sent to the very thread, by raise or by a fault: Linux keeps it apart from what is sent to the process, and takes it first. */
export function isDirected({ code, signal }: SignalInfo): boolean {
	return code === C.SI_TKILL || (code > 0 && faults.has(signal));
}

/** Whether a pending signal ends a sleep in `wait`: of vfork only one that kills does. */
export function reaches(kernel: Kernel, process: Process, wait: Wait): boolean {
	const info = nextSignal(kernel, process);
	if (info === null) return false;
	return wait.on !== "vfork" || effectOf(kernel, process, info.signal) === "kill";
}

/** Those of the thread come before those of the process; of either the lowest number. */
export function orderOf(info: SignalInfo): number {
	return isDirected(info) ? info.signal : C.SIGRTMAX + info.signal;
}

function rankOf(info: SignalInfo, effect: SignalEffect): number {
	if (info.signal === S.SIGKILL) return -3;
	if (info.code > 0 && faults.has(info.signal)) return -2;
	return effect === "kill" ? -1 : orderOf(info);
}
