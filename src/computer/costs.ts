// The cost model: how many ticks (simulated microseconds) each thing takes. Costs are counted, never measured.

/** One C statement. */
export const STATEMENT = 1;
/** Asking the kernel, whatever the answer. */
export const SYSTEM_CALL = 10;
/** Giving the processor to another process. */
export const CONTEXT_SWITCH = 5;
/** Setting up a signal handler's frame. */
export const DELIVERY = 5;
/** Bytes that are copied between process and kernel in one tick. */
export const BYTES_PER_TICK = 64;

/** Ticks to copy `bytes` between a process and the kernel. */
export function copying(bytes: number): number {
	return Math.floor(bytes / BYTES_PER_TICK);
}
