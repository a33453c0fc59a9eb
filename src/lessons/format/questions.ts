// `:::predict`: a question asked at a moment, its choices, and the claims that prove its answer.
import type { Choice, Predict } from "../lesson.ts";
import { type RawBlock, readAttributes } from "./blocks.ts";
import type { RunOf } from "./checks.ts";
import { Fields } from "./fields.ts";
import { isDefault, type Reading, readId, readRun } from "./reading.ts";
import { type Field, linesOf, type Passage, spanAt } from "./source.ts";

const ROLES = ["recall", "key", "twin"] as const;
const CHOICE = /^- \[([ xX])\] /;
/** Sends the reader to the stage: then what is to be seen there must still be there. */
const LOOKS = /(^|[:;,.] )(look|count (them|the))\b/im;
/** A likely wrong number of a question whose answer is typed in. */
const LIKELY = /^- (?=\d+(\s|$))/;

export function readPredict(block: RawBlock, reading: Reading): Predict {
	const { fields } = block;
	const { problems, prose } = reading;
	const run = readRun(fields, reading);
	const at = fields.need("at", 'say when it is asked: at="writer waits"');
	const until = fields.text("until") ?? at;
	const because = fields.need("because", "one sentence that says why the answer is right");
	const place = fields.text("number");
	const { question, items } = splitChoices(block.body, place === null ? CHOICE : LIKELY);
	const number = place === null ? null : readNumber(place, fields, until, run, reading);
	const choices = items.map((item) => readChoice(item, until, run, reading));
	const predict: Predict = {
		kind: "predict",
		id: readId(fields, reading),
		at: at.value,
		until: until.value,
		role: readRole(fields, reading),
		question: prose.html(question),
		choices: number === null ? choices : withNumber(choices, number.value),
		ordered: fields.yes("ordered") || number !== null,
		number,
		because: prose.inline(passageOf(because)),
		rule: fields.text("why")?.value ?? null,
		variant: isDefault(run) ? null : variantOf(run, reading),
		...(fields.yes("covered") ? { covered: true } : {}),
	};
	refuseBadChoices(predict, block, reading);
	addMoment("asked", at, run, reading);
	addMoment("moment", until, run, reading);
	addProofs(fields, predict, at, until, run, reading);
	fields.close();
	if (question.text.trim() === "") problems.error(fields.span, "the question is missing");
	return predict;
}

function variantOf({ knobs, programs }: RunOf, { rooms }: Reading): Predict["variant"] {
	const room = programs === null ? undefined : rooms.get(programs);
	return { knobs, programs, ...(room === undefined ? {} : { room }) };
}

function passageOf(field: Field): Passage {
	return { file: field.span.file, line: field.span.line, text: field.value };
}

function readRole(fields: Fields, reading: Reading): Predict["role"] {
	const role = fields.text("role");
	if (role === null) return "key";
	const known = ROLES.find((name) => name === role.value);
	if (known === undefined) reading.problems.unknown(role, "role", ROLES);
	return known ?? "key";
}

function addMoment(kind: "asked" | "moment", moment: Field, run: RunOf, reading: Reading): void {
	if (moment.value !== "") reading.checks.push({ kind, moment, run });
}

function addProofs(
	fields: Fields,
	predict: Predict,
	at: Field,
	until: Field,
	run: RunOf,
	reading: Reading,
): void {
	const { checks, problems } = reading;
	const proof = fields.text("proof");
	if (proof === null && predict.number === null) {
		problems.error(fields.span, "nothing proves the answer", "add under '---': proof: CLAIM");
	}
	if (proof !== null) addClaim(proof, true, until, run, reading);
	const why = fields.text("why");
	if (why !== null) checks.push({ kind: "fires", rule: why, from: at, until, run });
}

/** `sometimes CLAIM` and `always CLAIM` are about all runs, a plain claim is about the moment. */
function addClaim(written: Field, truth: boolean, at: Field, run: RunOf, reading: Reading): void {
	const [all, kind] = /^(always|sometimes) /.exec(written.value) ?? [""];
	if (kind === "always" || kind === "sometimes") {
		reading.checks.push({ kind, claim: dropStart(written, all.length), truth, run });
	} else reading.checks.push({ kind: "claim", claim: written, at, truth, run });
}

function dropStart(field: Field, length: number): Field {
	const { span } = field;
	return {
		value: field.value.slice(length),
		span: { ...span, column: span.column + length, length: Math.max(1, span.length - length) },
	};
}

function readNumber(
	place: Field,
	fields: Fields,
	until: Field,
	run: RunOf,
	reading: Reading,
): { value: number; unit: string } {
	const value = fields.whole("answer");
	if (value === null) {
		reading.problems.error(place.span, "the number is missing", "add under '---': answer: 3");
	} else {
		const claim = { value: `${place.value} is ${value}`, span: place.span };
		reading.checks.push({ kind: "claim", claim, at: until, truth: true, run });
	}
	return { value: value ?? 0, unit: fields.text("unit")?.value ?? "" };
}

/** The likely wrong numbers and the right one, as a scale. */
function withNumber(wrong: readonly Choice[], value: number): Choice[] {
	const right: Choice = { html: String(value), right: true, feedback: "", belief: null };
	return [...wrong, right].sort((a, b) => Number(a.html) - Number(b.html));
}

/** The question, and the lines of each choice: `begins` knows their first. */
function splitChoices(body: Passage, begins: RegExp): { question: Passage; items: Passage[] } {
	const lines = body.text.split("\n");
	const starts = lines.flatMap((line, index) => (begins.test(line) ? [index] : []));
	return {
		question: linesOf(body, 0, starts[0] ?? lines.length),
		items: starts.map((start, i) => linesOf(body, start, starts[i + 1] ?? lines.length)),
	};
}

/** A choice or a likely number: its words and `{belief=M04 claim="…" shown="…"}`, a blank line, then what is said to who chose it. */
function readChoice(item: Passage, until: Field, run: RunOf, reading: Reading): Choice {
	const lines = item.text.split("\n");
	const gap = lines.findIndex((line) => line.trim() === "");
	const head = linesOf(item, 0, gap === -1 ? lines.length : gap);
	const rest = gap === -1 ? null : linesOf(item, gap, lines.length);
	const right = /^- \[[xX]\]/.test(head.text);
	const { words, fields } = choiceFields(head, reading);
	const belief = fields.text("belief");
	if (belief !== null && !/^M\d\d$/.test(belief.value)) {
		reading.problems.error(belief.span, `'${belief.value}' is no misconception`, "write belief=M04");
	}
	const claim = fields.text("claim");
	if (claim !== null) addClaim(claim, right, until, run, reading);
	const shown = fields.text("shown");
	if (shown !== null) addClaim(shown, true, until, run, reading);
	fields.close();
	const feedback = rest === null ? "" : reading.prose.html({ ...rest, text: dedent(rest.text) });
	if (!right && feedback === "") {
		reading.problems.error(
			fields.span,
			"this wrong answer gets no word",
			"say below it why one may believe it",
		);
	}
	if (shown === null && LOOKS.test(rest?.text ?? "")) {
		reading.problems.error(
			fields.span,
			"this says 'look', and nothing says what is to be seen then",
			`add what is so at '${until.value}': shown="queue.messages is 2"`,
		);
	}
	return { html: reading.prose.inline(words), right, feedback, belief: belief?.value ?? null };
}

function choiceFields(head: Passage, reading: Reading): { words: Passage; fields: Fields } {
	const brace = /\s\{[^{}]*\}\s*$/.exec(head.text);
	const text = (brace === null ? head.text : head.text.slice(0, brace.index))
		.replace(CHOICE, "")
		.replace(LIKELY, "");
	const span = spanAt(head.file, head.line, 1, (head.text.split("\n")[0] as string).length);
	if (brace === null) return { words: { ...head, text }, fields: new Fields([], span, reading.problems) };
	const before = head.text.slice(0, brace.index + 1).split("\n");
	const at = spanAt(head.file, head.line + before.length - 1, (before.at(-1) as string).length + 1);
	const entries = readAttributes(brace[0].trim(), at, reading.problems);
	return { words: { ...head, text }, fields: new Fields(entries, span, reading.problems) };
}

function dedent(text: string): string {
	return text.replace(/^ {1,6}/gm, "");
}

function refuseBadChoices(predict: Predict, block: RawBlock, reading: Reading): void {
	const { span } = block.fields;
	const right = predict.choices.filter((choice) => choice.right).length;
	if (predict.number !== null && block.body.text.split("\n").some((line) => CHOICE.test(line)))
		reading.problems.error(
			span,
			"a number is typed in: it has no choices",
			"likely wrong numbers: '- 3 {belief=M04}'",
		);
	else if (predict.number === null && predict.choices.length < 2)
		reading.problems.error(span, "a question needs at least two choices", "- [x] …");
	else if (right !== 1)
		reading.problems.error(span, `exactly one choice is right, here ${right} are`, "tick one: [x]");
	const words = predict.choices.map((choice) => choice.html);
	for (const [i, html] of words.entries()) {
		if (words.indexOf(html) !== i) reading.problems.error(span, `two choices say the same: ${html}`);
		if (html === "") reading.problems.error(span, "a choice is empty");
	}
}
