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
	readonly reason: "sure-and-wrong" | "same-belief" | "near" | "wrong" | "guessed" | null;
}

const askedSchema = v.object({
	right: v.boolean(),
	sure: v.boolean(),
	/** Right answers in a row, in reviews. */
	streak: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** Of how many answers of reviews this was the last. */
	at: v.pipe(v.number(), v.integer(), v.minValue(0)),
	/** The belief behind the choice, where it was wrong and has one. */
	belief: v.exactOptional(v.string()),
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

/** The record with one more answer; false when it could not be kept. `belief`: that behind a wrong choice. */
export function keepReview(
	storage: Storage,
	record: ReviewRecord,
	key: string,
	answer: Pick<Answer, "right" | "sure">,
	belief: string | null = null,
): { readonly record: ReviewRecord; readonly kept: boolean } {
	const count = record.count + 1;
	const streak = answer.right ? (record.asked[key]?.streak ?? 0) + 1 : 0;
	const kept = answer.right || belief === null ? {} : { belief };
	const asked = { right: answer.right, sure: answer.sure, streak, at: count, ...kept };
	const next = { ...record, count, asked: { ...record.asked, [key]: asked } };
	return { record: next, kept: storage.write(KEY, JSON.stringify(next)) };
}

/** Lessons of which something was answered: only these can be asked about. */
export function lessonsRead(progress: Progress): readonly string[] {
	return Object.entries(progress.lessons).flatMap(([id, { answers, done }]) =>
		done || Object.keys(answers).length > 0 ? [id] : [],
	);
}

/** The belief behind the choice of an answer, if it was wrong and has one. */
export function beliefOf(
	{ choices }: Predict,
	{ choice, right }: Pick<Answer, "choice" | "right">,
): string | null {
	return right || choice === null ? null : (choices[choice]?.belief ?? null);
}

/**
 * At most `most` questions: those that can be asked without their lesson's stage, that the reader has met or whose lesson
 * is done. What one was sure of and wrong about weighs most, then other questions that the same belief gets wrong; each
 * right answer in a review halves a question's weight. Before a question that was missed comes another one about the same:
 * its answer was just read, so the very same text would be recognized, not thought through; it follows after some others.
 * Two of one lesson do not follow each other where others are left.
 */
export function drawReview(
	lessons: readonly Lesson[],
	progress: Progress,
	record: ReviewRecord,
	most: number,
): readonly Candidate[] {
	const beliefs = beliefsHeld(lessons, progress, record);
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
	/** How many were drawn when another was put before a question. */
	const held = new Map<string, number>();
	while (drawn.length < most && left.length > 0) {
		const before = drawn.at(-1)?.lesson.id;
		const free = left.filter(
			({ candidate: { key } }) => drawn.length > (held.get(key) ?? -APART - 1) + APART,
		);
		const among = free.length > 0 ? free : left;
		const next = (among.find(({ candidate }) => candidate.lesson.id !== before) ?? among[0]) as Weighed;
		const instead = held.has(next.candidate.key) ? undefined : left.find((other) => isAboutSame(next, other));
		if (instead !== undefined) held.set(next.candidate.key, drawn.length);
		const taken = instead ?? next;
		left.splice(left.indexOf(taken), 1);
		const near = instead !== undefined && taken.candidate.reason !== "same-belief";
		drawn.push(near ? { ...taken.candidate, reason: "near" } : taken.candidate);
	}
	return drawn;
}

/** Questions that come at least between another one about the same and the one that was missed. */
const APART = 2;

/** Whether `other`, which was not missed, can be asked in place of a question that was: its twin, or one that the same belief gets wrong. */
function isAboutSame({ candidate, missed, belief }: Weighed, other: Weighed): boolean {
	if (!missed || other.missed) return false;
	const { lesson, predict } = other.candidate;
	if (belief !== null && predict.choices.some((choice) => choice.belief === belief)) return true;
	const roles = [candidate.predict.role, predict.role];
	return lesson.id === candidate.lesson.id && roles.includes("twin") && roles.includes("key");
}

interface Weighed {
	readonly candidate: Candidate;
	readonly weight: number;
	/** When it was last asked in a review; 0: never. */
	readonly at: number;
	/** Its last answer was wrong, and the belief behind that. */
	readonly missed: boolean;
	readonly belief: string | null;
}

const WEIGHTS = { "sure-and-wrong": 8, "same-belief": 6, near: 5, wrong: 4, guessed: 2 } as const;

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
	const belief = asked === undefined ? answered && beliefOf(predict, answered) : asked.belief;
	const missed = (asked ?? answered)?.right === false;
	const candidate = { key, lesson, predict, reason };
	return { candidate, weight, at: asked?.at ?? 0, missed, belief: belief ?? null };
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

/** The beliefs behind answers that were wrong and given as sure, in lessons and reviews. */
function beliefsHeld(
	lessons: readonly Lesson[],
	progress: Progress,
	record: ReviewRecord,
): ReadonlySet<string> {
	const held = lessons.flatMap((lesson) =>
		questionsOf(lesson).flatMap((predict) => {
			const answer = progress.lessons[lesson.id]?.answers[predict.id];
			return answer?.sure === true ? (beliefOf(predict, answer) ?? []) : [];
		}),
	);
	const inReviews = Object.values(record.asked).flatMap(({ sure, belief }) => (sure ? (belief ?? []) : []));
	return new Set([...held, ...inReviews]);
}

/** It has a program of its own or settings of its own, or was asked before its lesson's run had begun. */
function standsAlone({ role, variant }: Predict): boolean {
	return variant !== null || role === "recall";
}
