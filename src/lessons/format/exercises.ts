// `:::fix`: pieces to put into places of a program, and the goal that running it must reach.
import type { Fix, LessonProgram } from "../lesson.ts";
import type { RawBlock } from "./blocks.ts";
import type { Entry, Fields, Value } from "./fields.ts";
import { labelsOf } from "./programs.ts";
import { type Reading, readId, readRun } from "./reading.ts";
import type { Field } from "./source.ts";

const SUBGOALS = ["make", "split", "drop", "talk", "end"];

export function readFix(block: RawBlock, reading: Reading): Fix {
	const { fields } = block;
	const run = readRun(fields, reading);
	const goal = fields.need("goal", "what must be true: goal: no process waits");
	const { program, file, places } = findPlaces(run.programs ?? reading.programs, fields, reading);
	const placed = places.map((place) => place.id);
	const pieces = readPieces(fields, placed, reading);
	const known = { places: placed, pieces: pieces.map((piece) => piece.id) };
	const solution = readSolution(fields.entries("solution"), known, reading);
	if (Object.values(solution).flat().length === 0)
		reading.problems.error(fields.span, "'solution' is missing", "place: piece");
	const spare = fields.words("spare");
	for (const piece of spare)
		if (!known.pieces.includes(piece.value)) reading.problems.unknown(piece, "piece", known.pieces);
	const also = otherSolutions(fields).map((entries) => readSolution(entries, known, reading));
	const fix: Fix = {
		kind: "fix",
		id: readId(fields, reading),
		html: reading.prose.html(block.body),
		program,
		file,
		programs: run.programs,
		goal: goal.value,
		goalHtml: inline(fields.need("goal-words", "the goal in words for the reader"), reading),
		places,
		pieces,
		atMost: fields.whole("at-most"),
		solution,
		because: inline(fields.need("because"), reading),
	};
	reading.checks.push({ kind: "fix", fix, also, spare: spare.map(({ value }) => value), goal, run });
	fields.close();
	return fix;
}

function inline(field: Field, reading: Reading): string {
	return reading.prose.inline({ file: field.span.file, line: field.span.line, text: field.value });
}

/** The one file of the programs that has `//@ place` comments. */
function findPlaces(
	programs: readonly LessonProgram[],
	fields: Fields,
	reading: Reading,
): Pick<Fix, "program" | "file" | "places"> {
	const found = programs.flatMap((program) =>
		program.files.flatMap(({ path, text }) => {
			const places = labelsOf(text).filter((label) => label.kind === "place");
			return places.length === 0 ? [] : [{ program: program.name, file: path, labels: places }];
		}),
	);
	if (found.length !== 1) {
		const how = found.length === 0 ? "no file has places" : "two files have places";
		reading.problems.error(fields.span, how, "mark them in one C file: '//@ place early: before the fork'");
	}
	const { program = "", file = "", labels = [] } = found[0] ?? {};
	const places = labels.map(({ name, words, line, indent }) => ({ id: name, label: words, line, indent }));
	return { program, file, places };
}

/** `name: text`, or `name: { text: …, subgoal: drop, but: … }`. */
function readPieces(fields: Fields, places: readonly string[], reading: Reading): Fix["pieces"] {
	return fields.entries("pieces").map(({ key, value }) => {
		if (value.kind === "text") return { id: key.value, text: value.value, subgoal: null };
		const read = value.kind === "map" ? new Map(value.entries.map((e) => [e.key.value, e.value])) : new Map();
		const text = read.get("text") as Value | undefined;
		const but = readBut(read.get("but") as Value | undefined, places, reading);
		const subgoal = read.get("subgoal") as Value | undefined;
		if (text?.kind !== "text") reading.problems.error(key.span, `the piece '${key.value}' has no text`);
		if (subgoal?.kind === "text" && !SUBGOALS.includes(subgoal.value)) {
			reading.problems.unknown(subgoal, "subgoal", SUBGOALS);
		}
		return {
			id: key.value,
			text: text?.kind === "text" ? text.value : "",
			subgoal: subgoal?.kind === "text" ? subgoal.value : null,
			...(but === null ? {} : { but }),
		};
	});
}

/** `but: why it does not do`, or `but: { place: why it does not do there }`. */
function readBut(value: Value | undefined, places: readonly string[], reading: Reading) {
	if (value?.kind === "text") {
		const said = inline(value, reading);
		return Object.fromEntries(places.map((place) => [place, said]));
	}
	if (value?.kind !== "map") return null;
	const said = value.entries.flatMap(({ key, value: words }) => {
		if (!places.includes(key.value)) reading.problems.unknown(key, "place in the C", places);
		return words.kind === "text" ? [[key.value, inline(words, reading)] as const] : [];
	});
	return Object.fromEntries(said);
}

/** `also: { place: piece }`, or a list of such tables: other ways to the same goal. */
function otherSolutions(fields: Fields): readonly (readonly Entry[])[] {
	const value = fields.value("also");
	const tables = value?.kind === "list" ? value.items : value === null ? [] : [value];
	return tables.flatMap((table) => (table.kind === "map" ? [table.entries] : []));
}

/** `place: piece` or `place: [piece, …]`. */
function readSolution(
	entries: readonly Entry[],
	{ places, pieces }: { readonly places: readonly string[]; readonly pieces: readonly string[] },
	reading: Reading,
): Fix["solution"] {
	const solution: Record<string, string[]> = {};
	const used = new Set<string>();
	for (const { key, value } of entries) {
		if (!places.includes(key.value)) reading.problems.unknown(key, "place in the C", places);
		const items = value.kind === "list" ? value.items : [value];
		solution[key.value] = items.flatMap((item) => {
			if (item.kind !== "text") return [];
			if (!pieces.includes(item.value)) reading.problems.unknown(item, "piece", pieces);
			if (used.has(item.value)) reading.problems.error(item.span, `the piece '${item.value}' is used twice`);
			used.add(item.value);
			return [item.value];
		});
	}
	return solution;
}
