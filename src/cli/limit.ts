// Where a run is stopped that nobody gave a limit: after so many steps, of which those that cost most count for more.
// A loop takes a moment for all of them; a program that forks, execs or prints for ever would take minutes.

import type { KernelEvent } from "../kernel/index.ts";

const CALL = 60;
const FORK = 300;
const EXEC = 4000;
/** printf writes in blocks of so many bytes, and takes its time to fill one. Larger writes cost no more. */
const BLOCK = 4096;

/** For how many steps, beyond the one it took, an event counts. */
export function extraSteps(event: KernelEvent): number {
	switch (event.kind) {
		case "calls":
			return CALL;
		case "forks":
			return FORK;
		case "execs":
			return EXEC;
		case "transfers":
			return Math.min(event.bytes.length, BLOCK);
		default:
			return 0;
	}
}
