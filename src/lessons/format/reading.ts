// What the readers of blocks share while one lesson is read.
import type { KeptRoom, Knob, KnobValues, LessonProgram } from "../lesson.ts";
import type { Check, RunOf } from "./checks.ts";
import type { Fields } from "./fields.ts";
import { readKnobValues } from "./knobs.ts";
import type { Folder } from "./programs.ts";
import type { Prose } from "./prose.ts";
import type { Problems } from "./source.ts";

export interface Reading {
	readonly folder: Folder;
	readonly prose: Prose;
	readonly problems: Problems;
	readonly programs: readonly LessonProgram[];
	/** Other programs that questions and exercises are about, by the names of `variants:`. */
	readonly variants: ReadonlyMap<string, readonly LessonProgram[]>;
	/** What the stage keeps room for with them, where it is not what the lesson keeps. */
	readonly rooms: ReadonlyMap<readonly LessonProgram[], KeptRoom>;
	readonly knobs: readonly Knob[];
	readonly notes: ReadonlyMap<string, string>;
	/** What the lesson asserts, in the order it asserts it. */
	readonly checks: Check[];
	/** Names given to questions and exercises: answers are kept under them. */
	readonly ids: Set<string>;
}

/** The run of the lesson's own programs, no knob turned. */
export const DEFAULT_RUN: RunOf = { programs: null, knobs: {} };

/** The run a block is about: its `variant` and its `with`, else the lesson's own. */
export function readRun(fields: Fields, reading: Reading): RunOf {
	const name = fields.text("variant");
	const knobs = readTurned(fields, reading);
	if (name === null) return { programs: null, knobs };
	const programs = reading.variants.get(name.value);
	if (programs === undefined) reading.problems.unknown(name, "variant", reading.variants.keys());
	return { programs: programs ?? null, knobs };
}

/** `with: { KNOB: value }`, which is a table and so has its place under the block's `---`. */
function readTurned(fields: Fields, { knobs, problems }: Reading): KnobValues {
	const value = fields.value("with");
	if (value === null) return {};
	const { name, start } = knobs[0] ?? { name: "KNOB", start: "value" };
	if (value.kind !== "map" || value.entries.length === 0) {
		problems.error(
			value.span,
			"'with' is a table of knobs and their values",
			`write under '---': with: { ${name}: ${start} }`,
		);
		return {};
	}
	return readKnobValues(value.entries, knobs, problems);
}

export function isDefault(run: RunOf): boolean {
	return run.programs === null && Object.keys(run.knobs).length === 0;
}

/** Reads `#id`, which no other block of the lesson may have. */
export function readId(fields: Fields, reading: Reading): string {
	const id = fields.need("id", "name it in the braces: {#what-it-asks}");
	if (id.value !== "" && reading.ids.has(id.value)) {
		reading.problems.error(id.span, `'${id.value}' is the name of another block`);
	}
	reading.ids.add(id.value);
	return id.value;
}
