// Timers as they are kept: alarm, setitimer and timer_create; processor time; when each rings next. See timer_create(2).
import type { Kernel } from "./kernel.ts";
import type { KernelState, Process, Scheduler, Timer } from "./state.ts";
import type { SignalInfo } from "./system-calls.ts";
import type { Pid, Ticks } from "./words.ts";

/** The timer of alarm(2) and setitimer(ITIMER_REAL). Timers of timer_create(2) are numbered from 0. */
export const ITIMER_REAL = -1;
/** Those of RLIMIT_CPU, soft and hard. */
export const CPU_LIMIT = -4;
export const HARD_CPU_LIMIT = -5;

/** Makes sure that time does not pass `at` without the timers being looked at. */
export function setTimer(kernel: Kernel, at: Ticks): void {
	const { timer } = kernel.state;
	if (timer === null || at < timer) kernel.journal.set(kernel.state, "timer", at);
}

/** Processor time that a process has used. */
export function ranSoFar({ state }: { readonly state: KernelState }, process: Process): Ticks {
	const on = processorOf(state, process.pid);
	return process.counts.ran + (on === null ? 0 : state.clock + on.ahead - on.since);
}

/** The processor that a process has, or null. */
export function processorOf({ scheduler }: KernelState, pid: Pid): Scheduler["beside"] {
	const { beside } = scheduler;
	if (scheduler.running === pid) return scheduler;
	return beside?.running === pid ? beside : null;
}

function now(kernel: Kernel, process: Process, timer: Timer): Ticks {
	return timer.clock === "real" ? kernel.state.clock : ranSoFar(kernel, process);
}

/** When a timer rings, as a time of the kernel's clock; null while it does not run. */
export function ringsAt(kernel: Kernel, process: Process, timer: Timer): Ticks | null {
	if (timer.due === null || timer.rang) return null;
	if (timer.clock === "real") return timer.due;
	if (processorOf(kernel.state, process.pid) === null) return null;
	return kernel.state.clock + Math.max(0, timer.due - ranSoFar(kernel, process));
}

/** Has the clock stop at a process's timers: when one is set, and when the process gets the processor. */
export function watchTimers(kernel: Kernel, process: Process): void {
	for (const timer of process.timers) {
		const at = ringsAt(kernel, process, timer);
		if (at !== null) setTimer(kernel, at);
	}
}

export function timerOf(process: Process, id: number): Timer | null {
	return process.timers.find((timer) => timer.id === id) ?? null;
}

/** Adds a timer, or replaces the one of the same number. */
export function putTimer(kernel: Kernel, process: Process, timer: Timer): void {
	const others = process.timers.filter(({ id }) => id !== timer.id);
	kernel.journal.set(process, "timers", [...others, timer]);
	watchTimers(kernel, process);
}

export function removeTimer(kernel: Kernel, process: Process, id: number): void {
	const others = process.timers.filter((timer) => timer.id !== id);
	if (others.length < process.timers.length) kernel.journal.set(process, "timers", others);
}

/** Ticks until a timer rings; 0 when it does not run. */
export function ticksLeft(kernel: Kernel, process: Process, timer: Timer | null): Ticks {
	if (timer === null || timer.due === null) return 0;
	const left = timer.due - now(kernel, process, timer);
	if (left > 0 || timer.interval === 0) return Math.max(0, left);
	return timer.interval - (-left % timer.interval);
}

/** The timer after it rang: it goes on by its interval, or not at all. */
export function afterRing(kernel: Kernel, process: Process, timer: Timer): Timer {
	const { due, interval } = timer;
	if (due === null || interval === 0) return { ...timer, due: null, rang: false, overrun: 0 };
	const overrun = Math.floor((now(kernel, process, timer) - due) / interval);
	return { ...timer, due: due + (overrun + 1) * interval, rang: false, overrun };
}

/** The signal of a timer is taken: the timer goes on, and the signal tells how often it would have rung meanwhile. */
export function resumeTimer(kernel: Kernel, process: Process, info: SignalInfo): SignalInfo {
	const timer = timerOf(process, info.pid);
	if (timer === null || !timer.rang) return info;
	const next = afterRing(kernel, process, timer);
	putTimer(kernel, process, next);
	return { ...info, uid: next.overrun };
}
