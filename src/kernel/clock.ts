// Simulated time: clocks, sleeping, and what happens when time passes. See nanosleep(2), clock_gettime(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { late } from "./late.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { wake } from "./scheduler.ts";
import { deadline } from "./signal-calls.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { Process, Timer } from "./state.ts";
import type { TimerClock } from "./system-calls.ts";
import { afterRing, putTimer, ranSoFar, ringsAt } from "./timers.ts";
import type { Pid, Ticks } from "./words.ts";

/** The end of a process's wait, or one of its timers. */
interface Bell {
	readonly at: Ticks;
	readonly process: Process;
	readonly timer: Timer | null;
}

/** Lets `ticks` pass; the timers that end by then ring, in order of their time. */
export function advance(kernel: Kernel, ticks: Ticks): void {
	const { journal, state } = kernel;
	journal.set(state, "clock", state.clock + ticks);
	if (state.timer === null || state.clock < state.timer) return;
	const rung = timers(kernel).filter((timer) => timer.at <= state.clock);
	rung.sort((a, b) => a.at - b.at || a.process.pid - b.process.pid);
	if (rung.length > 0) kernel.events.push({ kind: "time-passes", to: state.clock });
	for (const timer of rung) ring(kernel, timer);
	journal.set(state, "timer", nextTimer(kernel));
}

/** The processor that takes this step works for `ticks`. */
export function spend(kernel: Kernel, ticks: Ticks): void {
	const { scheduler } = kernel.state;
	if (scheduler.beside === null) advance(kernel, ticks);
	else kernel.journal.set(scheduler, "ahead", scheduler.ahead + ticks);
}

/** Where there are two processors: the clock goes on to where the one that is less far ahead has come. */
export function catchUp(kernel: Kernel): void {
	if (kernel.state.scheduler.beside !== null) late().catchUp(kernel);
}

/** When the next timer rings, as a time of the clock; null when none is set. */
export function nextTimer(kernel: Kernel): Ticks | null {
	if (kernel.state.timer === null) return null;
	let next: Ticks | null = null;
	for (const { at } of timers(kernel)) if (next === null || at < next) next = at;
	return next;
}

function timers(kernel: Kernel): Bell[] {
	const found: Bell[] = [];
	for (const process of Object.values(kernel.state.processes)) {
		const { until } = process.progress;
		if (process.state === "waiting" && until !== null) found.push({ at: until, process, timer: null });
		for (const timer of process.timers) {
			const at = ringsAt(kernel, process, timer);
			if (at !== null) found.push({ at, process, timer });
		}
	}
	return found;
}

function ring(kernel: Kernel, { process, timer }: Bell): void {
	if (timer === null) {
		wake(kernel, process, null);
		return;
	}
	const { id, signal, value } = timer;
	if (signal === null || id < 0) putTimer(kernel, process, afterRing(kernel, process, timer));
	if (signal === null) return;
	const sender = id < 0 ? { pid: 0, uid: 0 } : { pid: id, uid: 0, value };
	const info = { ...signalInfo(signal, id < 0 ? C.SI_KERNEL : C.SI_TIMER, process), ...sender };
	if (id >= 0) putTimer(kernel, process, { ...timer, rang: true });
	sendSignal(kernel, process, info, null);
	const rang = id >= 0 && !process.signals.pending.includes(info);
	if (rang) putTimer(kernel, process, afterRing(kernel, process, timer));
}

/** clock_gettime(2): simulated time since the start, or the processor time of the process, or of another one. */
export function tellTime(kernel: Kernel, process: Process, clock: TimerClock | null, of: Pid = 0): Outcome {
	const whose = of === 0 ? process : kernel.state.processes[of];
	if (clock === null || whose === undefined) return failed("time.clock.none", "EINVAL");
	const ticks = clock === "real" ? kernel.state.clock : ranSoFar(kernel, whose);
	return done("time.clock.told", 0, { kind: "time", ticks });
}

/** nanosleep(2): asleep until its time has come, or a handler has run. */
export function nanosleep(kernel: Kernel, process: Process, ticks: Ticks): Outcome {
	if (ticks < 0) return failed("time.wait.bad", "EINVAL");
	if (ticks === 0) return done("time.sleep.over");
	const until = deadline(kernel, process, ticks);
	if (until === null || kernel.state.clock >= until) return done("time.sleep.over");
	return blocked("time.sleep.waits", { on: "time", until });
}

/** What is left of a call's timeout; 0 for one that would wait for ever. */
export function timeLeft(kernel: Kernel, process: Process, timeout: Ticks | null): Ticks {
	if (timeout === null) return 0;
	const { until } = process.progress;
	return until === null ? timeout : Math.max(0, until - kernel.state.clock);
}
