// Simulated time: sleeping, alarms, and what happens when time passes. See nanosleep(2), alarm(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { blocked, done, failed, type Outcome } from "./outcome.ts";
import { setTimer, wake } from "./scheduler.ts";
import { deadline } from "./signal-calls.ts";
import { sendSignal, signalInfo } from "./signals.ts";
import type { Process } from "./state.ts";
import type { Ticks } from "./words.ts";

interface Timer {
	readonly at: Ticks;
	readonly process: Process;
	readonly kind: "wait" | "alarm";
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

/** When the next timer rings, as a time of the clock; null when none is set. */
export function nextTimer(kernel: Kernel): Ticks | null {
	if (kernel.state.timer === null) return null;
	let next: Ticks | null = null;
	for (const { at } of timers(kernel)) if (next === null || at < next) next = at;
	return next;
}

function timers(kernel: Kernel): Timer[] {
	const found: Timer[] = [];
	for (const process of Object.values(kernel.state.processes)) {
		const { until } = process.progress;
		if (process.state === "waiting" && until !== null) found.push({ at: until, process, kind: "wait" });
		if (process.alarm !== null) found.push({ at: process.alarm, process, kind: "alarm" });
	}
	return found;
}

function ring(kernel: Kernel, { kind, process }: Timer): void {
	if (kind === "wait") {
		wake(kernel, process, null);
		return;
	}
	kernel.journal.set(process, "alarm", null);
	const info = { ...signalInfo(C.signals.SIGALRM, C.SI_KERNEL, process), pid: 0, uid: 0 };
	sendSignal(kernel, process, info, null);
}

/** nanosleep(2): asleep until its time has come, or a handler has run. */
export function nanosleep(kernel: Kernel, process: Process, ticks: Ticks): Outcome {
	if (ticks < 0) return failed("time.wait.bad", "EINVAL");
	if (ticks === 0) return done("time.sleep.over");
	const until = deadline(kernel, process, ticks);
	if (until === null || kernel.state.clock >= until) return done("time.sleep.over");
	return blocked("time.sleep.waits", { on: "time", until });
}

/** alarm(2), in ticks: the value is what was left of the alarm before. 0 cancels. */
export function alarm(kernel: Kernel, process: Process, after: Ticks): Outcome {
	const { clock } = kernel.state;
	const left = process.alarm === null ? 0 : process.alarm - clock;
	if (after <= 0) {
		if (process.alarm !== null) kernel.journal.set(process, "alarm", null);
		return done("time.alarm.cancelled", left);
	}
	kernel.journal.set(process, "alarm", clock + after);
	setTimer(kernel, clock + after);
	return done("time.alarm.set", left);
}
