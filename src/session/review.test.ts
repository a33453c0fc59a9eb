// The review: who is asked what, in which order, and what is kept of it.
import { describe, expect, test } from "vitest";
import type { Lesson, Predict } from "../lessons/index.ts";
import { drawReview, isRight, keepReview, lessonsRead, loadReview } from "./review.ts";
import { EMPTY_LESSON, type Progress, passingStorage } from "./storage.ts";

function question(id: string, belief: string | null = null, role: Predict["role"] = "recall"): Predict {
	return {
		kind: "predict",
		id,
		at: "start",
		until: "end",
		role,
		question: id,
		choices: [
			{ html: "right", right: true, feedback: "", belief: null },
			{ html: "wrong", right: false, feedback: "", belief },
		],
		ordered: false,
		number: null,
		because: "",
		rule: null,
		variant: null,
	};
}

function lesson(id: string, ...blocks: readonly Predict[]): Lesson {
	return { id, number: "1.1", title: id, blocks } as unknown as Lesson;
}

interface Given {
	readonly right: boolean;
	readonly sure: boolean;
}

/** Lessons that are done, with what was answered in them. */
function done(given: { readonly [lesson: string]: { readonly [question: string]: Given } }): Progress {
	const lessons = Object.entries(given).map(([id, answers]) => {
		const kept = Object.entries(answers).map(([name, { right, sure }]) => [
			name,
			{ choice: right ? 0 : 1, number: null, right, sure },
		]);
		return [id, { ...EMPTY_LESSON, answers: Object.fromEntries(kept), done: true }];
	});
	return { version: 1, lessons: Object.fromEntries(lessons) };
}

const SURE_RIGHT = { right: true, sure: true };
const SURE_WRONG = { right: false, sure: true };
const GUESSED = { right: true, sure: false };
const WRONG = { right: false, sure: false };

const fresh = loadReview(passingStorage());
const keys = (...drawn: Parameters<typeof drawReview>): string[] =>
	drawReview(...drawn).map(({ key }) => key);

describe("what is drawn", () => {
	test("sure and wrong comes first, then wrong, then guessed, then the rest", () => {
		const book = ["a", "b", "c", "d"].map((id) => lesson(id, question("q")));
		const progress = done({ a: { q: SURE_RIGHT }, b: { q: GUESSED }, c: { q: WRONG }, d: { q: SURE_WRONG } });
		expect(keys(book, progress, fresh, 4)).toEqual(["d#q", "c#q", "b#q", "a#q"]);
		expect(drawReview(book, progress, fresh, 1)[0]?.reason).toBe("sure-and-wrong");
	});

	test("another question about the belief that one was sure of comes before those that were wrong by guess", () => {
		const book = [
			lesson("a", question("q", "M04")),
			lesson("b", question("q", "M04")),
			lesson("c", question("q")),
		];
		const progress = done({ a: { q: SURE_WRONG }, b: { q: SURE_RIGHT }, c: { q: WRONG } });
		const drawn = drawReview(book, progress, fresh, 3);
		expect(drawn.map(({ key, reason }) => [key, reason])).toEqual([
			["b#q", "same-belief"],
			["c#q", "wrong"],
			["a#q", "sure-and-wrong"],
		]);
	});

	test("a miss in a review brings its twin first, and itself after two others", () => {
		const variant = {} as Predict["variant"];
		const twins = lesson(
			"a",
			{ ...question("key", null, "key"), variant },
			{ ...question("twin", null, "twin"), variant },
		);
		const book = [twins, lesson("b", question("q")), lesson("c", question("q")), lesson("d", question("q"))];
		const progress = done({
			a: { key: SURE_RIGHT, twin: SURE_RIGHT },
			b: { q: SURE_RIGHT },
			c: { q: SURE_RIGHT },
			d: {},
		});
		const { record } = keepReview(passingStorage(), fresh, "a#key", WRONG);
		const drawn = drawReview(book, progress, record, 5);
		expect(drawn.map(({ key }) => key)).toEqual(["a#twin", "b#q", "c#q", "a#key", "d#q"]);
		expect(drawn[0]?.reason).toBe("near");
	});

	test("a belief that one was sure of in a review is asked about elsewhere first", () => {
		const book = [
			lesson("a", question("q", "M04")),
			lesson("b", question("q", "M04")),
			lesson("c", question("q")),
		];
		const progress = done({ a: { q: SURE_RIGHT }, b: { q: SURE_RIGHT }, c: { q: SURE_RIGHT } });
		const { record } = keepReview(passingStorage(), fresh, "a#q", SURE_WRONG, "M04");
		expect(keys(book, progress, record, 3)).toEqual(["b#q", "c#q", "a#q"]);
		expect(loadReview({ ...passingStorage(), read: () => JSON.stringify(record) })).toEqual(record);
	});

	test("two of one lesson do not follow each other while there are others", () => {
		const book = [lesson("a", question("one"), question("two")), lesson("b", question("q"))];
		const progress = done({ a: { one: SURE_WRONG, two: SURE_WRONG }, b: { q: SURE_RIGHT } });
		expect(keys(book, progress, fresh, 3)).toEqual(["a#one", "b#q", "a#two"]);
	});

	test("what needs its lesson's stage, or was not met in a lesson that is not done, is not asked", () => {
		const book = [lesson("a", question("key", null, "key"), question("met"), question("not-met"))];
		const { lessons, version } = done({ a: { met: SURE_RIGHT } });
		const begun = { version, lessons: { a: { ...(lessons.a as (typeof lessons)[string]), done: false } } };
		expect(keys(book, begun, fresh, 9)).toEqual(["a#met"]);
		expect(keys(book, { version, lessons }, fresh, 9)).toEqual(["a#met", "a#not-met"]);
	});

	test("each right answer in a review puts a question further back; a wrong one brings it to the front", () => {
		const book = [lesson("a", question("q")), lesson("b", question("q"))];
		const progress = done({ a: { q: WRONG }, b: { q: SURE_RIGHT } });
		const storage = passingStorage();
		const right = keepReview(storage, fresh, "a#q", SURE_RIGHT).record;
		expect(keys(book, progress, right, 2)).toEqual(["b#q", "a#q"]);
		const wrong = keepReview(storage, right, "a#q", SURE_WRONG).record;
		expect(keys(book, progress, wrong, 2)).toEqual(["a#q", "b#q"]);
	});
});

describe("what is kept", () => {
	test("answers are read again, and what is not ours is an empty beginning", () => {
		const storage = passingStorage();
		const { kept, record } = keepReview(storage, fresh, "a#q", SURE_RIGHT);
		expect(kept).toBe(true);
		expect(loadReview(storage)).toEqual(record);
		storage.write("interprocess.review", '{"version":1,"count":-1,"asked":[]}');
		expect(loadReview(storage)).toEqual(fresh);
		storage.write("interprocess.review", "{");
		expect(loadReview(storage)).toEqual(fresh);
	});

	test("only lessons with an answer, or done, have been read", () => {
		const progress: Progress = {
			version: 1,
			lessons: { a: EMPTY_LESSON, ...done({ b: { q: WRONG } }).lessons },
		};
		expect(lessonsRead(progress)).toEqual(["b"]);
	});
});

test("a typed number is right when it is the run's", () => {
	const typed = { ...question("q"), number: { value: 3, unit: "bytes" } };
	expect(isRight(typed, { choice: null, number: 3 })).toBe(true);
	expect(isRight(typed, { choice: 0, number: 4 })).toBe(false);
});
