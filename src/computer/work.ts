// What a run costs whoever simulates it, in steps: what costs more than a step counts for more. Counted, never measured,
// so that the same run comes to the same sum on every machine.

import type { KernelEvent } from "../kernel/index.ts";

/** For how many steps things count beyond the one they took. */
export const CALL_WORK = 60;
export const FORK_WORK = 1000;
export const EXEC_WORK = 4000;
/** One round of a loop in the library, which no step shows. */
export const LIBRARY_ROUND_WORK = 2;
/** Bytes that are moved, for one step. */
const BYTES = 16;
/** A file is written anew as a whole: bytes of it, for one step. */
const FILE_BYTES = 512;
/** Processes among which one is chosen, for one step. */
const PROCESSES = 4;

/** The work of an event beyond its step, with so many processes there. */
export function workOf(event: KernelEvent, processes: number): number {
	switch (event.kind) {
		case "calls":
			return (
				CALL_WORK + processes / PROCESSES + ("bytes" in event.call ? event.call.bytes.length / BYTES : 0)
			);
		case "forks":
			return FORK_WORK;
		case "execs":
			return EXEC_WORK;
		case "transfers": {
			const rewritten =
				event.object.kind === "file" && event.direction === "out" ? event.offset / FILE_BYTES : 0;
			return event.bytes.length / BYTES + rewritten;
		}
		case "signal-handled":
			return CALL_WORK;
		default:
			return 0;
	}
}
