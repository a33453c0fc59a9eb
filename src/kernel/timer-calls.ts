// The calls about timers: alarm, setitimer, and POSIX timers. See alarm(2), setitimer(2), timer_create(2).
import * as C from "./constants.ts";
import type { Kernel } from "./kernel.ts";
import { done, failed, type Outcome } from "./outcome.ts";
import { isSignal } from "./signal-facts.ts";
import { dropPending } from "./signals.ts";
import type { Process, Timer } from "./state.ts";
import type { Named, Reply } from "./system-calls.ts";
import { ITIMER_REAL, putTimer, ranSoFar, removeTimer, ticksLeft, timerOf } from "./timers.ts";
import type { Ticks } from "./words.ts";

const intervalTimers = [
	{ id: ITIMER_REAL, clock: "real", signal: C.signals.SIGALRM },
	{ id: -2, clock: "processor", signal: C.signals.SIGVTALRM },
	{ id: -3, clock: "processor", signal: C.signals.SIGPROF },
] as const;

function told(kernel: Kernel, process: Process, timer: Timer | null): Reply {
	const interval = timer?.interval ?? 0;
	return { kind: "timer", left: ticksLeft(kernel, process, timer), interval };
}

function armTimer(kernel: Kernel, process: Process, which: number, after: Ticks, interval: Ticks): void {
	const kind = intervalTimers[which];
	if (kind === undefined) return;
	if (after <= 0) {
		removeTimer(kernel, process, kind.id);
		return;
	}
	const base = kind.clock === "real" ? kernel.state.clock : ranSoFar(kernel, process);
	const due = base + after;
	putTimer(kernel, process, { ...kind, value: 0, zero: 0, due, interval, rang: false, overrun: 0 });
}

/** alarm(2), in ticks: the value is what was left of the alarm before. 0 cancels. */
export function alarm(kernel: Kernel, process: Process, after: Ticks): Outcome {
	const left = ticksLeft(kernel, process, timerOf(process, ITIMER_REAL));
	armTimer(kernel, process, 0, after, 0);
	return done(after <= 0 ? "time.alarm.cancelled" : "time.alarm.set", left);
}

export function getitimer(kernel: Kernel, process: Process, which: number): Outcome {
	const kind = intervalTimers[which];
	if (kind === undefined) return failed("time.timer.bad", "EINVAL");
	return done("time.timer.told", 0, told(kernel, process, timerOf(process, kind.id)));
}

export function setitimer(kernel: Kernel, process: Process, call: Named<"setitimer">): Outcome {
	const { after, interval, which } = call;
	const kind = intervalTimers[which];
	if (kind === undefined || after < 0 || interval < 0) return failed("time.timer.bad", "EINVAL");
	const before = told(kernel, process, timerOf(process, kind.id));
	armTimer(kernel, process, which, after, interval);
	return done("time.timer.set", 0, before);
}

/** timer_create(2): a disarmed timer; the value is its number. */
export function timerCreate(kernel: Kernel, process: Process, call: Named<"timer_create">): Outcome {
	const { clock, signal, value, zero } = call;
	if (signal === "thread") return failed("time.timer.thread", "ENOSYS");
	const bad = clock === null || (signal !== null && !isSignal(signal));
	if (bad) return failed("time.timer.bad", "EINVAL");
	const id = Math.max(-1, ...process.timers.map((timer) => timer.id)) + 1;
	putTimer(kernel, process, {
		...{ id, clock, signal, value, zero },
		...{ due: null, interval: 0, rang: false, overrun: 0 },
	});
	return done("time.timer.made", id);
}

type OnTimer = "timer_settime" | "timer_gettime" | "timer_getoverrun" | "timer_delete";

/** The calls that name a timer of timer_create(2). */
export function onTimer(kernel: Kernel, process: Process, call: Named<OnTimer>): Outcome {
	const timer = call.id < 0 ? null : timerOf(process, call.id);
	if (timer === null) return failed("time.timer.none", "EINVAL");
	switch (call.name) {
		case "timer_settime":
			return settime(kernel, process, timer, call);
		case "timer_gettime":
			return done("time.timer.told", 0, told(kernel, process, timer));
		case "timer_getoverrun":
			return done("time.timer.overrun", timer.overrun);
		case "timer_delete":
			removeTimer(kernel, process, timer.id);
			forgetSignal(kernel, process, timer);
			return done("time.timer.deleted");
	}
}

function settime(kernel: Kernel, process: Process, timer: Timer, call: Named<"timer_settime">): Outcome {
	const { absolute, after, interval } = call;
	if (after < 0 || interval < 0) return failed("time.timer.bad", "EINVAL");
	const before = told(kernel, process, timer);
	const base = timer.clock === "real" ? kernel.state.clock : ranSoFar(kernel, process);
	const due = after === 0 ? null : absolute ? after - timer.zero : base + after;
	forgetSignal(kernel, process, timer);
	putTimer(kernel, process, {
		...timer,
		due,
		interval: due === null ? 0 : interval,
		rang: false,
		overrun: 0,
	});
	return done("time.timer.set", 0, before);
}

/** What a timer sent before it was set anew or deleted does not arrive any more. */
function forgetSignal(kernel: Kernel, process: Process, { id, rang }: Timer): void {
	if (rang) dropPending(kernel, process, (info) => info.code === C.SI_TIMER && info.pid === id);
}
