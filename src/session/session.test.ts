// The session on the book's own lessons: moving, questions that stop the clock, what is kept.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBook } from "../lessons/format/index.ts";
import type { Lesson } from "../lessons/index.ts";
import { bookFiles } from "../lessons/plugin.ts";
import { createSession, passingStorage } from "./index.ts";

const book = readBook(bookFiles(join(import.meta.dirname, "../lessons/book")));
const lesson = (id: string) => book.lessons.get(id)!.lesson as Lesson;

test("probe", () => {
	const waiting: (() => void)[] = [];
	const session = createSession({
		clock: {
			now: () => 0,
			after: (_, then) => {
				waiting.push(then);
				return () => {};
			},
		},
		storage: passingStorage(),
		calm: () => true,
	});
	const t0 = Date.now();
	session.actions.open(lesson("pipes/flow-control"), {
		page: "lesson",
		id: "pipes/flow-control",
		step: null,
		knobs: {},
		lets: [],
		run: null,
	});
	console.log(
		"open",
		Date.now() - t0,
		session.store.getState().diagnostics.length,
		session.store.getState().history?.length,
		session.store.getState().history?.complete,
		session.store.getState().gate,
	);
	for (let i = 0; i < 12; i++) {
		const t1 = Date.now();
		session.actions.forward();
		const s = session.store.getState().scene;
		console.log(Date.now() - t1, s?.step, s?.sentence?.text, s?.rule);
	}
});
