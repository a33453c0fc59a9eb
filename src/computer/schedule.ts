// The schedule: who runs next when the processor changes hands. It remembers nothing, so any step can be taken again.

import { draw, nextSeed } from "../base/index.ts";
import type { Pid } from "../kernel/index.ts";
import type { Schedule } from "./options.ts";

/** A place between two steps where the processor may change hands. */
export interface SwitchPoint {
	readonly step: number;
	/** Who had the processor, or null. */
	readonly running: Pid | null;
	/** Who could have it, longest ready first; never empty. */
	readonly ready: readonly Pid[];
	/** The running process used up its quantum or gave the processor away. */
	readonly yielded: boolean;
}

/** Who takes the next step. */
export function chooseNext(schedule: Schedule, point: SwitchPoint): Pid {
	const { running, ready } = point;
	if (schedule.kind === "random") return ready[drawAt(schedule.seed, point.step, ready.length)] as Pid;
	const goesOn = running !== null && ready.includes(running);
	if (schedule.kind === "run-to-block" && goesOn && !point.yielded) return running;
	return ready.find((pid) => pid !== running) ?? (ready[0] as Pid);
}

/** A number in 0…bound-1 that depends on nothing but seed and step. */
function drawAt(seed: number, step: number, bound: number): number {
	return draw(nextSeed(Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) ^ nextSeed(step)), bound);
}
