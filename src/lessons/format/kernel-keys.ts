// `kernel:` in the front matter: what the simulated computer is set to.
import { type Limits, profiles, USERS } from "../../kernel/index.ts";
import type { LessonKernel } from "../lesson.ts";
import { LIMIT_KEYS, limitsOf, SCHEDULES } from "../limits.ts";
import type { Fields } from "./fields.ts";
import type { Field, Problems } from "./source.ts";

function readUser(field: Field | null, problems: Problems): string | null {
	if (field === null || Object.hasOwn(USERS, field.value)) return field?.value ?? null;
	problems.unknown(field, "user", Object.keys(USERS));
	return null;
}

/** `owners: { bob: bob }`: programs that act as another user. */
function readOwners(fields: Fields, problems: Problems): { readonly [program: string]: string } {
	const owners: { [program: string]: string } = {};
	for (const { key, value } of fields.entries("owners")) {
		const name = value.kind === "text" ? readUser(value, problems) : null;
		if (name !== null) owners[key.value] = name;
	}
	return owners;
}

export function readKernel(fields: Fields, problems: Problems): LessonKernel {
	let limits: Partial<Limits> = {};
	for (const key of LIMIT_KEYS) {
		const value = fields.whole(key);
		if (value === 0) problems.error(fields.span, `'${key}' is at least 1`);
		if (key === "processors" && value !== null && value > 2)
			problems.error(fields.span, "'processors' is 1 or 2");
		if (value !== null) limits = { ...limits, ...limitsOf(key, value, { ...profiles.lesson, ...limits }) };
	}
	const schedule = fields.text("schedule");
	const known = SCHEDULES.find((name) => name === schedule?.value);
	if (schedule !== null && known === undefined) problems.unknown(schedule, "schedule", SCHEDULES);
	const user = readUser(fields.text("user"), problems);
	const kernel = {
		limits,
		...(user === null ? {} : { user }),
		owners: readOwners(fields, problems),
		schedule: known ?? "round-robin",
		seed: fields.whole("seed") ?? 1,
		stdin: fields.text("stdin")?.value ?? null,
		terminal: fields.has("terminal") ? fields.yes("terminal") : true,
	} as const;
	fields.close();
	return kernel;
}
