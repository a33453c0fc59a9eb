// `kernel:` in the front matter: what the simulated computer is set to.
import type { Limits } from "../../kernel/index.ts";
import type { LessonKernel } from "../lesson.ts";
import { LIMIT_KEYS, limitsOf, SCHEDULES } from "../limits.ts";
import type { Fields } from "./fields.ts";
import type { Problems } from "./source.ts";

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
