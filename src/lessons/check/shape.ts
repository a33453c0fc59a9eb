// The shape every lesson of the book has: it asks before it tells, lets the reader change something, and asks again.
import type { Span } from "../../base/index.ts";
import type { LessonRead, Problems } from "../format/index.ts";
import { spanAt } from "../format/source.ts";
import type { Block, Lesson } from "../lesson.ts";

/** Refuses a lesson that lacks a part: recall, key question, rule, knobs, exercise, comparison, twin, in this order of need. */
export function checkShape({ lesson }: LessonRead, problems: Problems): void {
	const place = spanAt(`${lesson.id}/lesson.md`, 1, 1, 3);
	const asks = (role: string) => (block: Block) => block.kind === "predict" && block.role === role;
	const is = (kind: Block["kind"]) => (block: Block) => block.kind === kind;
	if (lesson.review) {
		checkReview(lesson, place, problems);
		return;
	}
	const parts: readonly Part[] = [
		// Before the first lesson there is nothing to recall.
		["recall question", asks("recall"), lesson.number === "1.1" ? 0 : 1, 1],
		["key question", asks("key"), 1, 4],
		["twin question", asks("twin"), 1, 1],
		["rule", is("rule"), 1, 2],
		["knobs block", is("knobs"), 1, 2],
		["exercise", is("fix"), 1, 2],
		["comparison", is("compare"), 1, 1],
		["finer print", is("finer"), 1, 1],
	];
	checkParts(parts, lesson, place, problems);
	const recall = lesson.blocks.findIndex(asks("recall"));
	if (recall > 0) problems.error(place, "the recall question comes first, before anything is told");
	if (lesson.blocks.findIndex(is("rule")) < lesson.blocks.findIndex(asks("key"))) {
		problems.error(place, "the rule comes before the first key question: ask before you tell");
	}
	checkBeliefs(lesson, place, problems);
}

/** How many blocks of a kind a lesson has, at least and at most. */
type Part = readonly [string, (block: Block) => boolean, number, number];

function checkParts(parts: readonly Part[], { blocks }: Lesson, place: Span, problems: Problems): void {
	for (const [name, fits, least, most] of parts) {
		const count = blocks.filter(fits).length;
		if (count >= least && count <= most) continue;
		const wanted = least === most ? `${least}` : `${least} to ${most}`;
		problems.error(place, `the lesson has ${count} of '${name}', and ${wanted} are wanted`);
	}
}

/** The end of a chapter only asks, and has something built. */
function checkReview(lesson: Lesson, place: Span, problems: Problems): void {
	const parts: readonly Part[] = [
		["recall question", (block) => block.kind === "predict" && block.role === "recall", 4, 9],
		["exercise", (block) => block.kind === "fix", 1, 1],
		["rule", (block) => block.kind === "rule", 0, 0],
	];
	checkParts(parts, lesson, place, problems);
	checkBeliefs(lesson, place, problems);
}

function checkBeliefs(lesson: Lesson, place: Span, problems: Problems): void {
	for (const block of lesson.blocks) {
		if (block.kind !== "predict") continue;
		const silent = block.choices.filter((choice) => !choice.right && choice.belief === null);
		const known = block.choices.length - 1 - silent.length;
		if (block.number !== null && known < 2) {
			problems.error(
				place,
				`'${block.id}' has ${known} of 'likely wrong number', and 2 are wanted`,
				"- 8 {belief=M13}",
			);
		} else if (known < 1) {
			problems.error(place, `no wrong answer of '${block.id}' comes from a known belief`, "belief=M04");
		}
	}
}
