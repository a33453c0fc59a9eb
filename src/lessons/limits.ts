// The words by which lessons and knobs set the simulated computer.
import type { Limits } from "../kernel/index.ts";

export const LIMIT_KEYS = [
	"pipe-capacity",
	"pipe-page",
	"pipe-atomic",
	"descriptors",
	"processes",
	"queues",
	"processors",
] as const;
export type LimitKey = (typeof LIMIT_KEYS)[number];
export const SCHEDULES = ["round-robin", "run-to-block", "random"] as const;

export function isLimitKey(name: string): name is LimitKey {
	return (LIMIT_KEYS as readonly string[]).includes(name);
}

/**
 * The kernel's own names for a limit. A lesson's pipe counts bytes, unless `pipe-page` gives its room back by pages: that keeps the
 * capacity it has in `before`.
 */
export function limitsOf(
	key: LimitKey,
	value: number,
	before: Pick<Limits, "pipeAtomic" | "pipePage" | "pipeSlots">,
): Partial<Limits> {
	switch (key) {
		case "pipe-capacity":
			// As on Linux, a pipe has room for what is never split.
			return { pipePage: 1, pipeSlots: value, pipeAtomic: Math.min(before.pipeAtomic, value) };
		case "pipe-page":
			return { pipePage: value, pipeSlots: Math.ceil((before.pipePage * before.pipeSlots) / value) };
		case "pipe-atomic":
			return { pipeAtomic: value };
		case "descriptors":
			return { descriptors: value };
		case "processes":
			return { processes: value };
		case "queues":
			return { queues: value };
		case "processors":
			return { processors: value };
	}
}
