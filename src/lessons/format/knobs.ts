// A lesson's knobs: what they set, what can be chosen, and where they stand at first.
import type { Knob, KnobChoice, KnobValues, LessonKernel, LessonProgram } from "../lesson.ts";
import { isLimitKey, LIMIT_KEYS } from "../limits.ts";
import { Fields, type Value } from "./fields.ts";
import type { Field, Problems } from "./source.ts";

interface Setting {
	readonly target: Knob["target"];
	/** What it is set to when nobody turns the knob; null: the kernel's own default. */
	readonly start: string | null;
}

/** Reads `knobs:` of the front matter. */
export function readKnobs(
	front: Fields,
	kernel: LessonKernel,
	programs: readonly LessonProgram[],
	problems: Problems,
): Knob[] {
	return front.entries("knobs").flatMap(({ key, value }) => {
		if (value.kind !== "map") {
			problems.error(key.span, `the knob '${key.value}' needs a label and choices`);
			return [];
		}
		const setting = settingOf(key, kernel, programs, problems);
		const fields = new Fields(value.entries, key.span, problems);
		const label = fields.need("label").value;
		const unit = fields.text("unit")?.value ?? null;
		const choices = readChoices(fields.value("choices"), key, problems);
		const start = fields.text("start")?.value ?? setting?.start ?? choices[0]?.value ?? "";
		fields.close();
		if (setting === null) return [];
		if (choices.length > 0 && !choices.some((choice) => choice.value === start)) {
			problems.error(key.span, `the knob starts at '${start}', which is not among its choices`);
		}
		return [{ name: key.value, target: setting.target, label, unit, choices, start }];
	});
}

/** What every lesson has that shows a pipe smaller than Linux's. */
export const SIZES: Knob = {
	name: "sizes",
	target: "sizes",
	label: "Room in a pipe",
	unit: null,
	choices: [
		{ value: "lesson", label: "as small as here" },
		{ value: "linux", label: "65,536 bytes" },
	],
	start: "lesson",
};

function settingOf(
	key: Field,
	kernel: LessonKernel,
	programs: readonly LessonProgram[],
	problems: Problems,
): Setting | null {
	if (key.value === "schedule") return { target: "schedule", start: kernel.schedule };
	if (isLimitKey(key.value)) return { target: "limit", start: limitStart(key.value, kernel) };
	const defines = definesOf(programs);
	const start = defines.get(key.value);
	if (start !== undefined) return { target: "define", start };
	problems.unknown(key, "kernel option and no #define called", [
		...LIMIT_KEYS,
		"schedule",
		...defines.keys(),
	]);
	return null;
}

function limitStart(key: string, { limits }: LessonKernel): string | null {
	const value = {
		"pipe-capacity": limits.pipeSlots === undefined ? undefined : (limits.pipePage ?? 1) * limits.pipeSlots,
		"pipe-page": limits.pipePage ?? 1,
		"pipe-atomic": limits.pipeAtomic,
		descriptors: limits.descriptors,
		processes: limits.processes,
		queues: limits.queues,
		processors: limits.processors,
	}[key];
	return value === undefined ? null : String(value);
}

/** Object macros of the programs' files, and what they stand for. */
export function definesOf(programs: readonly LessonProgram[]): Map<string, string> {
	const defines = new Map<string, string>();
	for (const { text } of programs.flatMap((program) => program.files)) {
		for (const match of text.matchAll(
			/^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(.+?)[ \t]*(?:\/\/.*|\/\*.*)?$/gm,
		)) {
			defines.set(match[1] as string, match[2] as string);
		}
	}
	return defines;
}

/** `[4, 8, 32]`, or `{ 10: fast, 1000: slow }`. */
function readChoices(value: Value | null, key: Field, problems: Problems): KnobChoice[] {
	if (value?.kind === "list") {
		return value.items.flatMap((item) =>
			item.kind === "text" ? [{ value: item.value, label: item.value }] : [],
		);
	}
	if (value?.kind === "map") {
		return value.entries.map((entry) => ({
			value: entry.key.value,
			label: entry.value.kind === "text" ? entry.value.value : entry.key.value,
		}));
	}
	problems.error(key.span, `the knob '${key.value}' needs choices`, "choices: [4, 8, 32]");
	return [];
}

/** Reads `with: { pipe-capacity: 32 }`: values for knobs of the lesson. */
export function readKnobValues(
	entries: readonly { key: Field; value: Value }[],
	knobs: readonly Knob[],
	problems: Problems,
): KnobValues {
	const values: Record<string, string> = {};
	for (const { key, value } of entries) {
		const knob = knobs.find(({ name }) => name === key.value);
		if (knob === undefined) {
			problems.unknown(
				key,
				"knob",
				knobs.map(({ name }) => name),
			);
		} else if (value.kind === "text") {
			const choices = knob.choices.map((choice) => choice.value);
			if (!choices.includes(value.value)) problems.unknown(value, `choice of ${knob.name} called`, choices);
			values[knob.name] = value.value;
		} else {
			problems.error(value.span, `'${knob.name}' is turned to one value`, `${knob.name}: ${knob.start}`);
		}
	}
	return values;
}
