// The blocks of a lesson but the question and the exercise: each small enough to be read in a few lines.
import type { Block, Compare, CompareSide, StagePart } from "../lesson.ts";
import { type RawBlock, readAttributes } from "./blocks.ts";
import { readFix } from "./exercises.ts";
import { Fields } from "./fields.ts";
import { readKnobValues } from "./knobs.ts";
import { readPredict } from "./questions.ts";
import { DEFAULT_RUN, type Reading } from "./reading.ts";
import { type Field, linesOf, type Passage, type Problems, spanAt } from "./source.ts";

export const STAGE_PARTS: readonly StagePart[] = [
	"processes",
	"descriptors",
	"open-files",
	"pipes",
	"queues",
	"output",
	"files",
	"buffers",
	"meter",
	"flow",
	"ruler",
	"disk",
	"anonymous",
];
const NAMES = "run predict rule finer linux always sometimes knobs fix compare show".split(" ");

export function readBlock(raw: RawBlock, reading: Reading): Block | null {
	switch (raw.name.value) {
		case "prose":
			return { kind: "prose", html: reading.prose.html(raw.body) };
		case "predict":
			return readPredict(raw, reading);
		case "fix":
			return readFix(raw, reading);
		default: {
			const block = readSmallBlock(raw, reading);
			if (block !== null) raw.fields.close();
			return block;
		}
	}
}

function readSmallBlock(raw: RawBlock, reading: Reading): Block | null {
	const { fields, body, name } = raw;
	switch (name.value) {
		case "run":
			return readRunBlock(fields, reading);
		case "rule":
			return { kind: "rule", html: reading.prose.html(body), ...readStatement(fields, reading) };
		case "finer":
			return { kind: "finer", html: reading.prose.html(body) };
		case "linux":
			return { kind: "linux", html: reading.prose.html(body), rule: readRule(fields, reading) };
		case "always":
		case "sometimes": {
			const claim = fields.need("proof", "add under '---': proof: CLAIM");
			reading.checks.push({ kind: name.value, claim, truth: true, run: DEFAULT_RUN });
			return { kind: name.value, html: reading.prose.html(body), claim: claim.value, explored: null };
		}
		case "knobs":
			return readKnobsBlock(raw, reading);
		case "compare":
			return readCompare(body, reading);
		case "show":
			return { kind: "reveal", parts: readParts(fields.words("parts"), reading.problems) };
		default:
			reading.problems.unknown(name, "block", NAMES);
			return null;
	}
}

export function readParts(words: readonly Field[], problems: Problems): StagePart[] {
	return words.flatMap((word) => {
		const part = STAGE_PARTS.find((known) => known === word.value);
		if (part === undefined) problems.unknown(word, "part of the stage", STAGE_PARTS);
		return part === undefined ? [] : [part];
	});
}

function readRunBlock(fields: Fields, reading: Reading): Block {
	const until = fields.need("until", 'say how far: until="writer waits"');
	reading.checks.push({ kind: "moment", moment: until, run: DEFAULT_RUN });
	return { kind: "run", until: until.value, label: fields.text("label")?.value ?? "Play" };
}

function readRule(fields: Fields, reading: Reading): string | null {
	const rule = fields.text("rule");
	if (rule !== null) reading.checks.push({ kind: "rule", rule, run: DEFAULT_RUN });
	return rule?.value ?? null;
}

function readStatement(fields: Fields, reading: Reading): { statement: string | null; quote: string | null } {
	const statement = fields.text("statement");
	if (statement === null) return { statement: null, quote: null };
	const quote = reading.notes.get(statement.value);
	if (quote === undefined) reading.problems.unknown(statement, "statement in notes.md", reading.notes.keys());
	return { statement: statement.value, quote: quote ?? null };
}

/** `:::knobs{names="A B"}`; its `with` says what turning them changes. */
function readKnobsBlock({ fields, body }: RawBlock, reading: Reading): Block {
	const known = reading.knobs.map((knob) => knob.name);
	const names = fields.words("names");
	for (const name of names) {
		if (!known.includes(name.value)) reading.problems.unknown(name, "knob", known);
	}
	if (names.length === 0) reading.problems.error(fields.span, "'names' is missing", 'names="pipe-capacity"');
	if (names.length > 3) reading.problems.error(fields.span, "at most three knobs are shown at a time");
	const flips = fields.tables("with");
	if (flips.length === 0) {
		reading.problems.error(
			fields.span,
			"nothing says what the knobs change",
			"add under '---': with: [{ set: { KNOB: value }, claim: … }]",
		);
	}
	for (const flip of flips) readFlip(flip, reading);
	return { kind: "knobs", html: reading.prose.html(body), names: names.map((name) => name.value) };
}

function readFlip(flip: Fields, reading: Reading): void {
	const knobs = readKnobValues(flip.entries("set"), reading.knobs, reading.problems);
	const claim = flip.text("claim");
	const never = flip.text("never");
	const comes = flip.text("comes");
	if (claim === null && never === null && comes === null) {
		reading.problems.error(flip.span, "'claim', 'comes' or 'never' is missing");
	}
	reading.checks.push({ kind: "flips", claim, comes, never, run: { programs: null, knobs } });
	flip.close();
}

const SIDE = /^###\s+(.+?)\s*(\{[^{}]*\})?\s*$/;

/** Two sides, each under a heading `### Title {lesson=pipes/first-pipe}`. */
function readCompare(body: Passage, reading: Reading): Compare {
	const lines = body.text.split("\n");
	const starts = lines.flatMap((line, index) => (SIDE.test(line) ? [index] : []));
	if (starts.length !== 2) {
		reading.problems.error(
			spanAt(body.file, body.line),
			`a comparison has two sides, this one has ${starts.length}`,
			"begin each with '### Title'",
		);
	}
	const sides = starts.map((start, i) =>
		readSide(linesOf(body, start, starts[i + 1] ?? lines.length), reading),
	);
	const empty: CompareSide = { title: "", html: "", lesson: null };
	return {
		kind: "compare",
		html: reading.prose.html(linesOf(body, 0, starts[0] ?? lines.length)),
		left: sides[0] ?? empty,
		right: sides[1] ?? empty,
	};
}

function readSide(side: Passage, reading: Reading): CompareSide {
	const lines = side.text.split("\n");
	const [head = "", title = "", braces = ""] = SIDE.exec(lines[0] as string) ?? [];
	const at = spanAt(side.file, side.line, head.indexOf("{") + 1);
	const fields = new Fields(readAttributes(braces, at, reading.problems), at, reading.problems);
	const lesson = fields.text("lesson");
	fields.close();
	if (lesson !== null)
		reading.prose.html({ file: side.file, line: side.line, text: `[x](lesson:${lesson.value})` });
	return {
		title: title.trim(),
		html: reading.prose.html(linesOf(side, 1, lines.length)),
		lesson: lesson?.value ?? null,
	};
}
