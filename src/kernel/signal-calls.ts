// The calls about signals: kill, sigaction, masks, and waiting for a signal. See kill(2), sigaction(2), sigsuspend(2).
import * as C from "./constants.ts";
import { union } from "./delivery.ts";
import { INIT, type Kernel } from "./kernel.ts";
import { QUEUED_MAX } from "./limits.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { maySignal } from "./permissions.ts";
import { dispositionOf, isIgnored, isSignal, orderOf } from "./signal-facts.ts";
import { dropPending, forceSignal, sendSignal, signalInfo, UNBLOCKABLE } from "./signals.ts";
import type { Process } from "./state.ts";
import type { Disposition, SignalInfo, SystemCall } from "./system-calls.ts";
import { resumeTimer, setTimer } from "./timers.ts";
import type { Pid, Ticks } from "./words.ts";

/** kill(2): to one process, to a group (0 or negative), or to all one may signal (-1). Signal 0 only asks. */
export function kill(kernel: Kernel, process: Process, pid: Pid, signal: number): Outcome {
	return send(
		kernel,
		process,
		targetsOf(kernel, process, pid),
		signal,
		signalInfo(signal, C.SI_USER, process),
	);
}

/** sigqueue(3): to one process, with a value; real-time signals queue up to a limit. */
export function sigqueue(kernel: Kernel, process: Process, pid: Pid, signal: number, value: number): Outcome {
	const target = pid > 0 ? kernel.state.processes[pid] : undefined;
	const queued = target?.signals.pending.length ?? 0;
	if (signal >= 32 && queued >= (process.otherLimits[C.RLIMIT_SIGPENDING] ?? QUEUED_MAX)) {
		return failed("signal.queue.full", "EAGAIN");
	}
	const info = signalInfo(signal, C.SI_QUEUE, process, { value });
	return send(kernel, process, target === undefined ? [] : [target], signal, info);
}

export function raise(kernel: Kernel, process: Process, signal: number): Outcome {
	return send(kernel, process, [process], signal, signalInfo(signal, C.SI_TKILL, process));
}

function send(
	kernel: Kernel,
	process: Process,
	targets: readonly Process[],
	signal: number,
	info: SignalInfo,
): Outcome {
	if (targets.length === 0) return failed("signal.kill.nobody", "ESRCH");
	if (signal !== 0 && !isSignal(signal)) return failed("signal.kill.bad-number", "EINVAL");
	const allowed = targets.filter(
		(target) => maySignal(process, target) || (signal === C.signals.SIGCONT && target.sid === process.sid),
	);
	if (allowed.length === 0) return failed("signal.kill.not-permitted", "EPERM");
	if (signal === 0) return done("signal.kill.only-asks");
	for (const target of allowed) sendSignal(kernel, target, info, process.pid);
	return done("signal.kill.sent");
}

function targetsOf(kernel: Kernel, process: Process, pid: Pid): readonly Process[] {
	const { processes } = kernel.state;
	if (pid > 0) return processes[pid] === undefined ? [] : [processes[pid]];
	const all = Object.values(processes);
	if (pid === -1) return all.filter((target) => target !== process && target.pid !== INIT);
	const group = pid === 0 ? process.pgid : -pid;
	return all.filter((target) => target.pgid === group);
}

/** The C library keeps these for itself, and lets nobody ask for them. See nptl(7). */
export const LIBRARYS: readonly number[] = [32, 33];

/** sigaction(2). Asking for SIG_IGN, or for a default that ignores, discards what is pending. */
export function sigaction(
	kernel: Kernel,
	process: Process,
	signal: number,
	disposition: Disposition | null,
): Outcome {
	const kept = LIBRARYS.includes(signal) || (disposition !== null && UNBLOCKABLE.includes(signal));
	if (!isSignal(signal) || kept) {
		return failed("signal.action.bad-number", "EINVAL");
	}
	const reply = { kind: "disposition", disposition: dispositionOf(process, signal) } as const;
	if (disposition === null) return done("signal.action.told", 0, reply);
	const { dispositions } = process.signals;
	if (isPlainDefault(disposition)) kernel.journal.remove(dispositions, signal);
	else kernel.journal.set(dispositions, signal, disposition);
	if (isIgnored(process, signal)) dropPending(kernel, process, (other) => other.signal === signal);
	return done("signal.action.set", 0, reply);
}

/** As every process begins: nothing is kept for it. */
function isPlainDefault({ action, flags = 0, mask = [] }: Disposition): boolean {
	return action === "default" && flags === 0 && mask.length === 0;
}

/** sigprocmask(2). SIGKILL and SIGSTOP are left out silently. */
export function sigprocmask(
	kernel: Kernel,
	process: Process,
	how: number,
	set: readonly number[] | null,
): Outcome {
	const { signals } = process;
	const reply = { kind: "signals", signals: signals.blocked } as const;
	if (set === null) return done("signal.mask.told", 0, reply);
	const mask = masked(signals.blocked, how, set.filter(isSignal));
	if (mask === null) return failed("signal.mask.bad-how", "EINVAL");
	kernel.journal.set(signals, "blocked", mask);
	return done("signal.mask.set", 0, reply);
}

function masked(old: readonly number[], how: number, set: readonly number[]): readonly number[] | null {
	if (how === C.SIG_BLOCK) return union(old, set);
	if (how === C.SIG_UNBLOCK) return old.filter((signal) => !set.includes(signal));
	return how === C.SIG_SETMASK ? union(set, []) : null;
}

/** sigpending(2): sent, and held off by the mask. */
export function sigpending(process: Process): Outcome {
	const { blocked: mask, pending } = process.signals;
	const held = pending.map((info) => info.signal).filter((signal) => mask.includes(signal));
	return done("signal.pending.told", 0, { kind: "signals", signals: union(held, []) });
}

export function pause(): Outcome {
	return blocked("signal.pause.waits", { on: "signal" });
}

/** sigsuspend(2): puts on `mask` and sleeps until a handler is to run; the handler's frame keeps the old mask. */
export function sigsuspend(kernel: Kernel, process: Process, mask: readonly number[]): Outcome {
	const { signals } = process;
	if (signals.suspended === null) {
		kernel.journal.set(signals, "suspended", signals.blocked);
		kernel.journal.set(signals, "blocked", union(mask.filter(isSignal), []));
	}
	return blocked("signal.suspend.waits", { on: "signal" });
}

/**
 * pselect(2), ppoll(2): the call has another signal mask. When it ends by itself the old one is back; a handler's frame
 * keeps it when a handler ends it.
 */
export function withMask(
	kernel: Kernel,
	process: Process,
	mask: readonly number[] | undefined,
	call: () => Outcome,
): Outcome {
	if (mask === undefined) return call();
	sigsuspend(kernel, process, mask);
	const outcome = call();
	const { signals } = process;
	if (outcome.kind !== "blocked" && signals.suspended !== null) {
		kernel.journal.set(signals, "blocked", signals.suspended);
		kernel.journal.set(signals, "suspended", null);
	}
	return outcome;
}

type TimedWait = SystemCall & { readonly name: "sigtimedwait" };

/** sigtimedwait(2): takes a pending signal of the set without running its handler. */
export function sigtimedwait(kernel: Kernel, process: Process, call: TimedWait): Outcome {
	const { signals } = process;
	const taken = lowest(
		signals.pending.filter((info) => info.atOnce !== true && call.set.includes(info.signal)),
	);
	if (taken !== null) {
		const pending = signals.pending.filter((info) => info !== taken);
		kernel.journal.set(signals, "pending", pending);
		const info = taken.code === C.SI_TIMER ? resumeTimer(kernel, process, taken) : taken;
		return done("signal.timedwait.takes", taken.signal, { kind: "info", info });
	}
	if (call.timeout !== null && call.timeout < 0) return failed("time.wait.bad", "EINVAL");
	const until = deadline(kernel, process, call.timeout);
	if (until !== null && kernel.state.clock >= until) return failed("signal.timedwait.timeout", "EAGAIN");
	if (until !== null) setTimer(kernel, until);
	return blocked("signal.timedwait.waits", { on: "signal" });
}

function lowest(infos: readonly SignalInfo[]): SignalInfo | null {
	let first: SignalInfo | null = null;
	for (const info of infos) if (first === null || orderOf(info) < orderOf(first)) first = info;
	return first;
}

/** When a call with a timeout gives up: fixed when it is first asked, kept in its progress. */
export function deadline(kernel: Kernel, process: Process, timeout: Ticks | null): Ticks | null {
	if (timeout === null) return null;
	const { until } = process.progress;
	if (until !== null) return until;
	const end = kernel.state.clock + timeout;
	kernel.journal.set(process, "progress", { done: 0, until: end });
	return end;
}

/** The end of a handler: the mask that its frame kept is put back, or what the handler made of it. */
export function sigreturn(kernel: Kernel, process: Process, left?: readonly number[]): Outcome {
	const { signals } = process;
	const mask = signals.frames.at(-1);
	if (mask === undefined) {
		const info = signalInfo(C.signals.SIGSEGV, C.SI_KERNEL, process, { pid: 0, uid: 0 });
		forceSignal(kernel, process, info);
		return done("signal.return.no-frame");
	}
	kernel.journal.set(signals, "frames", signals.frames.slice(0, -1));
	kernel.journal.set(signals, "blocked", left === undefined ? mask : union(left, []));
	kernel.events.push({ kind: "handler-returns", pid: process.pid });
	return done("signal.return.mask-back");
}
