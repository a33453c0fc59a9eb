// Which of two processors takes the next step, and how far the clock has come when both have worked.
import { advance } from "./clock.ts";
import type { Kernel } from "./kernel.ts";
import type { Pid } from "./words.ts";

/** Leaves the next step to the other processor: to the one that has `pid`, else to the one that has work and is less far ahead. */
export function changeProcessor({ journal, state }: Kernel, pid?: Pid): boolean {
	const { scheduler } = state;
	const { ahead, beside, last, queue, running, since } = scheduler;
	if (beside === null) return false;
	const isIdle = (who: Pid | null): boolean => who === null && queue.length === 0;
	if (pid !== undefined ? beside.running !== pid : isIdle(beside.running)) return false;
	if (pid === undefined && !isIdle(running) && ahead < beside.ahead) return false;
	journal.set(scheduler, "beside", { running, since, last, ahead });
	for (const field of ["running", "since", "last", "ahead"] as const)
		journal.set(scheduler, field, beside[field]);
	return true;
}

/** The clock goes on to where the processor has come that has work and is less far ahead. */
export function catchUp(kernel: Kernel): void {
	const { journal, state } = kernel;
	const { ahead, beside, queue, running } = state.scheduler;
	if (beside === null) return;
	const hasWork = (who: Pid | null): boolean => who !== null || queue.length > 0;
	const busy = [{ running, ahead }, beside].filter((processor) => hasWork(processor.running));
	const ticks = busy.length > 0 ? Math.min(...busy.map((one) => one.ahead)) : Math.max(ahead, beside.ahead);
	if (ticks === 0) return;
	journal.set(state.scheduler, "ahead", Math.max(0, ahead - ticks));
	journal.set(state.scheduler, "beside", { ...beside, ahead: Math.max(0, beside.ahead - ticks) });
	advance(kernel, ticks);
}
