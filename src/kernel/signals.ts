// Signals on their way in: sent, discarded, merged or queued; whom they wake, stop and continue. See signal(7).
import { notifyParent } from "./children.ts";
import * as C from "./constants.ts";
import { INIT, type Kernel } from "./kernel.ts";
import type { RuleId } from "./rules.ts";
import { leaveProcessor, makeReady, wake } from "./scheduler.ts";
import { dispositionOf, endsAtOnce, isDirected, isIgnored, isStopSignal, reaches } from "./signal-facts.ts";
import type { Process } from "./state.ts";
import type { SignalInfo } from "./system-calls.ts";
import { resumeTimer } from "./timers.ts";
import type { Pid } from "./words.ts";

const { SIGCONT, SIGKILL, SIGSTOP } = C.signals;

/** A siginfo with what kill(2) fills in; `more` overrides. */
export function signalInfo(
	signal: number,
	code: number,
	sender: Process,
	more?: Partial<SignalInfo>,
): SignalInfo {
	return { signal, code, pid: sender.pid, uid: sender.uid, status: 0, value: 0, address: 0, ...more };
}

/**
 * Sends one signal to one process. Stopping and continuing signals cancel each other and SIGCONT continues at once,
 * whatever the mask says; the rest happens when the signal is delivered, on the target's way back to its program.
 */
export function sendSignal(kernel: Kernel, target: Process, info: SignalInfo, from: Pid | null): void {
	const { signal } = info;
	const sent = endsAtOnce(kernel, target, signal) ? { ...info, atOnce: true as const } : info;
	const rule = target.state === "zombie" ? "signal.send.zombie" : arrive(kernel, target, sent);
	kernel.events.push({ kind: "signal-sent", pid: target.pid, signal, from, rule, info: sent });
	if (rule === "signal.send.pending" || rule === "signal.send.queued") rouse(kernel, target, signal, from);
}

/** Sends a signal that no mask and no SIG_IGN holds off: the processor's faults. See sigaction(2), sigprocmask(2). */
export function forceSignal(kernel: Kernel, target: Process, info: SignalInfo): void {
	const { journal } = kernel;
	const { signals } = target;
	const { signal } = info;
	const masked = signals.blocked.includes(signal);
	if (masked) {
		journal.set(
			signals,
			"blocked",
			signals.blocked.filter((other) => other !== signal),
		);
	}
	if (masked || dispositionOf(target, signal).action === "ignore")
		journal.remove(signals.dispositions, signal);
	sendSignal(kernel, target, info, null);
}

function arrive(kernel: Kernel, target: Process, info: SignalInfo): RuleId {
	const { signal } = info;
	if (isStopSignal(signal)) dropPending(kernel, target, (other) => other.signal === SIGCONT);
	if (signal === SIGCONT) {
		dropPending(kernel, target, (other) => isStopSignal(other.signal));
		if (target.state === "stopped") continueProcess(kernel, target);
	}
	// One that is blocked stays pending even where it is ignored.
	if (isIgnored(target, signal) && !target.signals.blocked.includes(signal)) {
		return dispositionOf(target, signal).action === "ignore"
			? "signal.send.ignored"
			: "signal.send.ignored-by-default";
	}
	const { signals } = target;
	const standard = signal < 32;
	const isThere = (other: SignalInfo) => other.signal === signal && isDirected(other) === isDirected(info);
	if (standard && signals.pending.some(isThere)) return "signal.send.merged";
	kernel.journal.set(signals, "pending", [...signals.pending, info]);
	return standard ? "signal.send.pending" : "signal.send.queued";
}

function isAwaited(target: Process, signal: number): boolean {
	return (
		target.state === "waiting" && target.call?.name === "sigtimedwait" && target.call.set.includes(signal)
	);
}

/** Ends the sleep that the signal interrupts; only SIGKILL reaches a stopped process. */
function rouse(kernel: Kernel, target: Process, signal: number, by: Pid | null): void {
	if (target.state === "stopped") {
		if (signal !== SIGKILL) return;
		resume(kernel, target);
	} else if (target.state === "waiting" && target.wait !== null) {
		if (isAwaited(target, signal) || reaches(kernel, target, target.wait)) wake(kernel, target, by);
	}
}

export function dropPending(kernel: Kernel, process: Process, drop: (info: SignalInfo) => boolean): void {
	const { signals } = process;
	const dropped = signals.pending.filter(drop);
	if (dropped.length === 0) return;
	kernel.journal.set(
		signals,
		"pending",
		signals.pending.filter((info) => !dropped.includes(info)),
	);
	for (const info of dropped) if (info.code === C.SI_TIMER) resumeTimer(kernel, process, info);
}

/** Stops a process where it is; its parent is told. `rule`: by what it was about to do. */
export function stopProcess(kernel: Kernel, process: Process, signal: number, rule?: RuleId): void {
	leaveProcessor(kernel, process);
	kernel.journal.set(process, "state", "stopped");
	kernel.journal.set(process, "unreported", (signal << 8) | 0x7f);
	const { pid } = process;
	kernel.events.push(
		rule === undefined ? { kind: "stops", pid, signal } : { kind: "stops", pid, signal, rule },
	);
	tellParent(kernel, process, C.CLD_STOPPED, signal);
}

function continueProcess(kernel: Kernel, process: Process): void {
	resume(kernel, process);
	kernel.journal.set(process, "unreported", 0xffff);
	kernel.events.push({ kind: "continues", pid: process.pid });
	tellParent(kernel, process, C.CLD_CONTINUED, SIGCONT);
}

function resume(kernel: Kernel, process: Process): void {
	makeReady(kernel, process);
	if (process.call !== null) kernel.journal.set(process, "resumed", true);
}

/** SIGCHLD for the parent of a process that stopped or continued, and an answer for its wait. */
function tellParent(kernel: Kernel, child: Process, code: number, status: number): void {
	const parent = kernel.state.processes[child.ppid];
	if (parent === undefined || parent.pid === INIT) return;
	const disposition = dispositionOf(parent, C.signals.SIGCHLD);
	// Linux does not even send it where it would be ignored: a blocked one does not become pending.
	const quiet = disposition.action === "ignore" || ((disposition.flags ?? 0) & C.SA_NOCLDSTOP) !== 0;
	if (!quiet) sendSignal(kernel, parent, signalInfo(C.signals.SIGCHLD, code, child, { status }), child.pid);
	notifyParent(kernel, parent, child.pid);
}

export const UNBLOCKABLE: readonly number[] = [SIGKILL, SIGSTOP];
