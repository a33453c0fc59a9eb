// A second door of the room `session`, the review: questions of lessons already read, drawn so that what one was sure of and wrong about comes back soonest.
import * as v from "valibot";
import type { Lesson, Predict } from "../lessons/index.ts";
import { questionsOf } from "./reading.ts";
import type { Answer, Progress, Storage } from "./storage.ts";

export { isRight } from "./reading.ts";

export interface Candidate {
	/** `pipes/flow-control#twin` */
	readonly key: string;
	readonly lesson: Lesson;
	readonly predict: Predict;
	/** Why it was drawn, where the reader should know. */
	readonly reason: "sure-and-wrong" | "same-belief" | "wrong" | "guessed" | null;
}

const askedSchema = v.object({
	right: v.boolean(),
	sure: v.boolean(),
	/** Right answers in a row, in reviews. */
	streak: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** Of how many answers of reviews this was the last. */
	at: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const recordSchema = v.object({
	version: v.literal(1),
	count: v.pipe(v.number(), v.integer(), v.minValue(0)),
	asked: v.record(v.string(), askedSchema),
});

/** What was answered in reviews, by question. */
export type ReviewRecord = Readonly<v.InferOutput<typeof recordSchema>>;

const KEY = "interprocess.review";
const EMPTY: ReviewRecord = { version: 1, count: 0, asked: {} };

/** What was kept, or an empty beginning when there is nothing or it is not ours. */
export function loadReview(storage: Storage): ReviewRecord {
	try {
		const checked = v.safeParse(recordSchema, JSON.parse(storage.read(KEY) ?? "null"));
		return checked.success ? checked.output : EMPTY;
	} catch {
		return EMPTY;
	}
}

/** The record with one more answer; false when it could not be kept. */
export function keepReview(
	storage: Storage,
	record: ReviewRecord,
	key: string,
	answer: Pick<Answer, "right" | "sure">,
): { readonly record: ReviewRecord; readonly kept: boolean } {
	const count = record.count + 1;
	const streak = answer.right ? (record.asked[key]?.streak ?? 0) + 1 : 0;
	const asked = { right: answer.right, sure: answer.sure, streak, at: count };
	const next = { ...record, count, asked: { ...record.asked, [key]: asked } };
	return { record: next, kept: storage.write(KEY, JSON.stringify(next)) };
}

/** Lessons of which something was answered: only these can be asked about. */
export function lessonsRead(progress: Progress): readonly string[] {
	return Object.entries(progress.lessons).flatMap(([id, { answers, done }]) =>
		done || Object.keys(answers).length > 0 ? [id] : [],
	);
}

/**
 * At most `most` questions: those that can be asked without their lesson's stage, that the reader has met or whose lesson
 * is done. What one was sure of and wrong about weighs most, then other questions that the same belief gets wrong; each
 * right answer in a review halves a question's weight. Two of one lesson do not follow each other where others are left.
 */
export function drawReview(
	lessons: readonly Lesson[],
	progress: Progress,
	record: ReviewRecord,
	most: number,
): readonly Candidate[] {
	const beliefs = beliefsHeld(lessons, progress);
	const pool = lessons.flatMap((lesson) => {
		const read = progress.lessons[lesson.id];
		return questionsOf(lesson)
			.filter(
				(predict) => standsAlone(predict) && (read?.done === true || read?.answers[predict.id] !== undefined),
			)
			.map((predict) => weighed(lesson, predict, read?.answers[predict.id], beliefs, record));
	});
	const left = pool.sort((a, b) => b.weight - a.weight || a.at - b.at);
	const drawn: Candidate[] = [];
	while (drawn.length < most && left.length > 0) {
		const before = drawn.at(-1)?.lesson.id;
		const other = left.findIndex(({ candidate }) => candidate.lesson.id !== before);
		drawn.push((left.splice(Math.max(other, 0), 1)[0] as Weighed).candidate);
	}
	return drawn;
}

interface Weighed {
	readonly candidate: Candidate;
	readonly weight: number;
	/** When it was last asked in a review; 0: never. */
	readonly at: number;
}

const WEIGHTS = { "sure-and-wrong": 8, "same-belief": 6, wrong: 4, guessed: 2 } as const;

function weighed(
	lesson: Lesson,
	predict: Predict,
	answered: Answer | undefined,
	beliefs: ReadonlySet<string>,
	record: ReviewRecord,
): Weighed {
	const key = `${lesson.id}#${predict.id}`;
	const asked = record.asked[key];
	const reason = reasonOf(predict, asked ?? answered, beliefs);
	const weight = (reason === null ? 1 : WEIGHTS[reason]) / 2 ** (asked?.streak ?? 0);
	return { candidate: { key, lesson, predict, reason }, weight, at: asked?.at ?? 0 };
}

function reasonOf(
	predict: Predict,
	last: Pick<Answer, "right" | "sure"> | undefined,
	beliefs: ReadonlySet<string>,
): Candidate["reason"] {
	if (last !== undefined && !last.right) return last.sure ? "sure-and-wrong" : "wrong";
	if (predict.choices.some(({ belief }) => belief !== null && beliefs.has(belief))) return "same-belief";
	return last !== undefined && !last.sure ? "guessed" : null;
}

/** The beliefs behind answers that were wrong and given as sure. */
function beliefsHeld(lessons: readonly Lesson[], progress: Progress): ReadonlySet<string> {
	const held = lessons.flatMap((lesson) =>
		questionsOf(lesson).flatMap((predict) => {
			const answer = progress.lessons[lesson.id]?.answers[predict.id];
			if (answer === undefined || answer.right || !answer.sure || answer.choice === null) return [];
			return predict.choices[answer.choice]?.belief ?? [];
		}),
	);
	return new Set(held);
}

/** It has a program of its own or settings of its own, or was asked before its lesson's run had begun. */
function standsAlone({ role, variant }: Predict): boolean {
	return variant !== null || role === "recall";
}
