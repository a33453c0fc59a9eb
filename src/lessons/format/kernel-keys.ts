// The words that `kernel:` and knobs of a lesson use for what the simulated computer can be set to.
import type { Limits } from "../../kernel/index.ts";
import type { LessonKernel } from "../lesson.ts";
import type { Fields } from "./fields.ts";
import type { Problems } from "./source.ts";

export const LIMIT_KEYS = ["pipe-capacity", "pipe-atomic", "descriptors", "processes"] as const;
export type LimitKey = (typeof LIMIT_KEYS)[number];
export const SCHEDULES = ["round-robin", "run-to-block", "random"] as const;

export function isLimitKey(name: string): name is LimitKey {
	return (LIMIT_KEYS as readonly string[]).includes(name);
}

/** The kernel's own names for a limit; a lesson's pipe counts bytes, not pages. */
export function limitsOf(key: LimitKey, value: number): Partial<Limits> {
	switch (key) {
		case "pipe-capacity":
			return { pipePage: 1, pipeSlots: value };
		case "pipe-atomic":
			return { pipeAtomic: value };
		case "descriptors":
			return { descriptors: value };
		case "processes":
			return { processes: value };
	}
}

export function readKernel(fields: Fields, problems: Problems): LessonKernel {
	let limits: Partial<Limits> = {};
	for (const key of LIMIT_KEYS) {
		const value = fields.whole(key);
		if (value === 0) problems.error(fields.span, `'${key}' is at least 1`);
		if (value !== null) limits = { ...limits, ...limitsOf(key, value) };
	}
	const schedule = fields.text("schedule");
	const known = SCHEDULES.find((name) => name === schedule?.value);
	if (schedule !== null && known === undefined) problems.unknown(schedule, "schedule", SCHEDULES);
	const kernel = {
		limits,
		schedule: known ?? "round-robin",
		seed: fields.whole("seed") ?? 1,
		stdin: fields.text("stdin")?.value ?? null,
		terminal: fields.has("terminal") ? fields.yes("terminal") : true,
	} as const;
	fields.close();
	return kernel;
}
