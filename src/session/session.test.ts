// The session on the book's own lessons: moving, questions that stop the clock, other futures, what is kept.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../computer/compiler.ts";
import { readBook } from "../lessons/format/index.ts";
import {
	type Lesson,
	type Placement,
	type Predict,
	type ReadyPrograms,
	withPieces,
} from "../lessons/index.ts";
import { bookFiles } from "../lessons/plugin.ts";
import { tryPlacement, tryText } from "./exercise.ts";
import {
	createSession,
	type LessonAddress,
	passingStorage,
	type Session,
	type Storage,
	type Tools,
	visibleBlocks,
} from "./index.ts";
import { exercisePrograms, Shelf, workOfLesson } from "./playground.ts";

const tools: Tools = { build, tryPlacement };
const book = readBook(bookFiles(join(import.meta.dirname, "../lessons/book")));
const FLOW = book.lessons.get("pipes/flow-control")?.lesson as Lesson;
const END = book.lessons.get("pipes/end-of-pipe")?.lesson as Lesson;

/** Nothing built ahead of time: the compiler is at hand. */
const UNBUILT: ReadyPrograms = { own: {}, questions: async () => ({}) };

/** A session with a clock that only the test moves. */
function setup(storage: Storage = passingStorage(), calm = true) {
	const waiting = new Set<() => void>();
	const session = createSession({
		clock: {
			now: () => 0,
			after(_, then) {
				waiting.add(then);
				return () => waiting.delete(then);
			},
		},
		storage,
		calm: () => calm,
		compiler: { tools, load: async () => tools },
	});
	/** Lets everything that waits for the clock happen once. */
	const tick = (): void => {
		const due = [...waiting];
		waiting.clear();
		for (const then of due) then();
	};
	return { session, tick, waiting };
}

function at(lesson: Lesson, over: Partial<LessonAddress> = {}): LessonAddress {
	return { page: "lesson", id: lesson.id, step: null, knobs: {}, lets: [], run: null, ...over };
}

function step({ store }: Session): number {
	return store.getState().scene?.step ?? -1;
}

/** Answers every question that stops the lesson's own run. */
function answerAll({ store, actions }: Session, lesson: Lesson): void {
	for (const block of lesson.blocks) {
		if (block.kind === "predict") actions.commit(block.id, { choice: 0, number: 1, sure: false });
	}
	actions.showRun(null);
	expect(store.getState().gate).toBeNull();
}

describe("an opened lesson", () => {
	test("stands before its first statement and knows its whole run", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW, { step: 0 }));
		const { history, scene, diagnostics } = session.store.getState();
		expect(diagnostics).toEqual([]);
		expect(history?.complete).toBe(true);
		expect([scene?.step, scene?.sentence]).toEqual([0, null]);
	});

	test("that begins with a question shows the question's program, at its moment, until it is answered", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		const { held, gate } = session.store.getState();
		expect([session.address()?.run, held, gate?.question]).toEqual(["empty-again", true, "empty-again"]);
		session.actions.commit("empty-again", { choice: 0, number: null, sure: false });
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		expect(session.address()?.run).toBeNull();
	});

	test("tells a sentence at every step by event", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW, { step: 0 }));
		for (let i = 0; i < 20; i++) {
			session.actions.forward();
			expect(session.store.getState().scene?.sentence?.text).toMatch(/\w/);
		}
	});

	test("does not go past a question before it is answered, whichever way one tries", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW, { step: 5000 }));
		const { gate, held } = session.store.getState();
		expect([step(session), held]).toEqual([gate?.step, true]);
		session.actions.forward("step");
		session.actions.seek(5000);
		session.actions.last();
		session.actions.play();
		expect([step(session), session.store.getState().playing]).toEqual([gate?.step, false]);
		session.actions.commit(gate?.question ?? "", { choice: 0, number: null, sure: true });
		expect(step(session)).toBeGreaterThan(gate?.step ?? 0);
	});

	test("says when the address asks for more steps than there are", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		answerAll(session, FLOW);
		session.actions.seek(999_999);
		const { history, notice } = session.store.getState();
		expect(step(session)).toBe(history?.length);
		expect(notice).toMatch(/You are at the end/);
	});

	test("plays event by event until the question", () => {
		const { session, tick } = setup(passingStorage(), false);
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		session.actions.play();
		for (let i = 0; i < 400 && session.store.getState().playing; i++) tick();
		const { gate, held } = session.store.getState();
		expect([held, step(session)]).toEqual([true, gate?.step]);
	});
});

describe("an answer", () => {
	const asked = FLOW.blocks.find((block) => block.kind === "predict" && block.role === "key") as Predict;

	test("is judged and kept with how sure the reader was", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		const right = asked.choices.findIndex((choice) => choice.right);
		session.actions.commit(asked.id, { choice: right, number: null, sure: false });
		expect(session.store.getState().progress.lessons[FLOW.id]?.answers[asked.id]).toEqual({
			choice: right,
			number: null,
			sure: false,
			right: true,
		});
	});

	test("brings the text to light that speaks of it", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		const shown = () => {
			const progress = session.store.getState().progress.lessons[FLOW.id];
			return progress === undefined ? 0 : visibleBlocks(FLOW, progress).blocks.length;
		};
		const before = shown();
		const recall = FLOW.blocks.find(
			(block) => block.kind === "predict" && block.role === "recall",
		) as Predict;
		session.actions.commit(recall.id, { choice: 0, number: null, sure: true });
		expect(shown()).toBeGreaterThan(before);
	});

	test("to every question makes the lesson done", () => {
		const { session } = setup();
		session.actions.open(END, UNBUILT, at(END));
		answerAll(session, END);
		expect(session.store.getState().progress.lessons[END.id]?.done).toBe(true);
	});
});

describe("what is kept", () => {
	test("is there again in the next visit", () => {
		const storage = passingStorage();
		const first = setup(storage);
		first.session.actions.open(FLOW, UNBUILT, at(FLOW));
		first.session.actions.commit("empty-again", { choice: 1, number: null, sure: true });
		first.session.actions.showRun(null);
		first.session.actions.forward();
		first.session.actions.forward();
		const left = step(first.session);
		first.session.flush();
		const next = setup(storage);
		next.session.actions.open(FLOW, UNBUILT, at(FLOW));
		expect(step(next.session)).toBe(left);
	});

	test.each<[string, Storage]>([
		["refused", { read: () => null, write: () => false }],
		["not ours", { read: () => '{"version":7}', write: () => true }],
		["no JSON", { read: () => "{", write: () => true }],
	])("%s: the lesson works all the same", (name, storage) => {
		const { session } = setup(storage);
		session.actions.open(FLOW, UNBUILT, at(FLOW, { step: 0 }));
		session.actions.forward();
		session.flush();
		expect(step(session)).toBeGreaterThan(0);
		expect(session.store.getState().remembers).toBe(name !== "refused");
	});
});

describe("another future", () => {
	test("is a branch of its own, is in the address, and can be left again", () => {
		const { session } = setup();
		session.actions.open(END, UNBUILT, at(END));
		answerAll(session, END);
		session.actions.first();
		while (session.store.getState().choices.length < 2) session.actions.forward();
		const { choices } = session.store.getState();
		const from = step(session);
		session.actions.letRun(choices[1] ?? 0);
		expect(session.store.getState().branches).toHaveLength(2);
		expect(session.address()?.lets).toEqual([{ at: from, pid: choices[1] }]);
		session.actions.switchBranch(0);
		expect(session.address()?.lets).toEqual([]);
	});

	test("from an address is the same as when it was made", () => {
		const { session } = setup();
		session.actions.open(END, UNBUILT, at(END));
		answerAll(session, END);
		session.actions.first();
		while (session.store.getState().choices.length < 2) session.actions.forward();
		session.actions.letRun(session.store.getState().choices[1] ?? 0);
		for (let i = 0; i < 6; i++) session.actions.forward();
		const address = session.address() as LessonAddress;
		const told = session.store.getState().scene?.sentence?.text;
		session.actions.open(END, UNBUILT, address);
		expect(session.store.getState().scene?.sentence?.text).toBe(told);
		expect(session.address()).toEqual(address);
	});
});

describe("a knob", () => {
	test("runs the program anew, to what holds it or its end, and is in the address", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		session.actions.showRun("one-call");
		expect(session.address()?.run).toBe("one-call");
		session.actions.setKnob("pipe-capacity", "32");
		expect(session.address()?.run).toBe(null);
		expect(session.address()?.knobs).toEqual({ "pipe-capacity": "32" });
		const { gate, history } = session.store.getState();
		expect(step(session)).toBe(gate?.step ?? history?.length);
		expect(step(session)).toBeGreaterThan(0);
		session.actions.resetKnobs();
		expect(session.address()?.knobs).toEqual({});
	});

	test("pressed on its present choice in a question's run leads back to the lesson's", () => {
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		session.actions.showRun(null);
		const own = session.store.getState().history?.length;
		session.actions.showRun("one-call");
		expect(session.store.getState().history?.length).not.toBe(own);
		const present = FLOW.knobs.find(({ name }) => name === "pipe-capacity")?.start ?? "";
		session.actions.setKnob("pipe-capacity", present);
		expect(session.address()?.run).toBe(null);
		expect(session.store.getState().history?.length).toBe(own);
	});
});

describe("a repair", () => {
	const fix = FLOW.blocks.find((block) => block.kind === "fix");

	test("with the lesson's solution is right, with nothing it is not, and both say what happened", () => {
		if (fix?.kind !== "fix") throw new Error("the lesson has no repair");
		const { session } = setup();
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		session.actions.tryFix(fix.id);
		expect(session.store.getState().fixResults[fix.id]).toMatchObject({ right: false });
		session.actions.arrange(fix.id, fix.solution);
		session.actions.tryFix(fix.id);
		expect(session.store.getState().fixResults[fix.id]).toMatchObject({ right: true });
		expect(session.store.getState().fixResults[fix.id]?.text).toMatch(/\w/);
		expect(session.store.getState().fixResults[fix.id]?.text).not.toMatch(/ fails for /);
		expect(session.store.getState().progress.lessons[FLOW.id]?.fixed).toEqual([fix.id]);
	});

	test("is seen running as it was tried: it stands at its end, can be walked, and leads back to the lesson's program", () => {
		if (fix?.kind !== "fix") throw new Error("the lesson has no repair");
		const { session } = setup();
		const { actions, store } = session;
		actions.open(FLOW, UNBUILT, at(FLOW));
		actions.showRun(null);
		actions.seek(1);
		actions.tryFix(fix.id);
		const { run, programs, history, scene, gate } = store.getState();
		expect([run, gate]).toEqual([fix.id, null]);
		expect(programs).toEqual(withPieces(FLOW, fix, {}));
		expect(history?.complete).toBe(true);
		expect(scene?.step).toBe(history?.length);
		actions.back();
		expect(step(session)).toBeLessThan(history?.length ?? 0);
		expect(session.address()).toMatchObject({ run: null, step: 1, lets: [] });
		actions.showRun(null);
		expect(store.getState().programs).toEqual(FLOW.programs);
		actions.showRun(fix.id);
		expect(store.getState().programs).toEqual(programs);
	});

	test("is seen in the order of its processes in which it misses the goal", () => {
		if (fix?.kind !== "fix") throw new Error("the lesson has no repair");
		const { session } = setup();
		const { actions, store } = session;
		actions.open(FLOW, UNBUILT, at(FLOW));
		actions.tryFix(fix.id);
		actions.first();
		while (store.getState().choices.length < 2) actions.forward("step");
		const decisions = [
			{ at: step(session), kind: "run", pid: store.getState().choices[1] as number } as const,
		];
		const tried = { programs: store.getState().programs, decisions };
		actions.judged(fix.id, { right: false, text: "In another order it hangs.", output: "", tried });
		expect(session.decisions()).toEqual(decisions);
	});

	test("that does not compile gives the stage back to the lesson's program", () => {
		if (fix?.kind !== "fix") throw new Error("the lesson has no repair");
		const { session } = setup();
		const { actions, store } = session;
		actions.open(FLOW, UNBUILT, at(FLOW));
		actions.tryFix(fix.id);
		actions.judged(fix.id, tryText(build, FLOW, fix, "int main(void) { return x; }"));
		expect(store.getState()).toMatchObject({ run: null, programs: FLOW.programs });
	});
});

describe("a program of bad manners", () => {
	const program = (text: string): Lesson => ({
		...FLOW,
		programs: [{ name: "bad", files: [{ path: "bad.c", text }] }],
		knobs: [],
		blocks: [],
	});

	test.each([
		["does not compile", "int main(void) { return x; }"],
		["reads outside its memory", "int main(void) { return *(int *)8; }"],
		["forks without end", "#include <unistd.h>\nint main(void) { for (;;) fork(); }"],
		["writes without end", '#include <unistd.h>\nint main(void) { for (;;) write(1, "x", 1); }'],
		["never ends", "int main(void) { for (;;) ; }"],
	])("one that %s leaves the session alive", (_, text) => {
		const { session, tick, waiting } = setup();
		const bad = program(text);
		session.actions.open(bad, UNBUILT, at(bad));
		for (let i = 0; i < 200 && waiting.size > 0; i++) tick();
		session.actions.last();
		const { diagnostics, scene } = session.store.getState();
		expect(diagnostics.length > 0 || (scene?.step ?? 0) > 0).toBe(true);
		session.actions.open(FLOW, UNBUILT, at(FLOW));
		expect(session.store.getState().diagnostics).toEqual([]);
	});
});

test("an exercise goes to the playground as the reader has left it: untouched, with pieces in it, or written by hand", () => {
	const fix = FLOW.blocks.find((block) => block.kind === "fix");
	if (fix?.kind !== "fix") throw new Error("the lesson has no repair");
	const text = (kept?: Parameters<typeof exercisePrograms>[2]): string | undefined =>
		exercisePrograms(FLOW, fix, kept)
			.flatMap(({ files }) => files)
			.find(({ path }) => path === fix.file)?.text;
	const [piece = ""] = Object.values(fix.solution).flat();
	const line = fix.pieces.find(({ id }) => id === piece)?.text ?? "no such piece";
	const fixes = { [fix.id]: fix.solution };
	expect(text()).not.toContain(line);
	expect(text({ fixes, texts: {} })).toContain(line);
	expect(text({ fixes, texts: { [fix.id]: "int main(void) {}" } })).toBe("int main(void) {}");
});

describe("an exercise whose goal is a count tells which count was missed", () => {
	test.each([
		[
			"processes/descriptors",
			{ child: ["drop-write"] },
			"When child returns from read, 2 descriptors lead to the read end; the goal is 1.",
		],
		[
			"processes/blocking",
			{ ask: ["yield"] },
			/ reader has made \d\d+ system calls; the goal is at most 5\./,
		],
		[
			"pipes/two-buffers",
			{ each: ["sync"] },
			"When third clock calls nanosleep, 0 bytes have gone into the pipe; the goal is 15.",
		],
	])("%s", (id, placement: Placement, told) => {
		const lesson = book.lessons.get(id)?.lesson;
		const fix = lesson?.blocks.find((block) => block.kind === "fix");
		if (!lesson || fix?.kind !== "fix") throw new Error(`${id} has no exercise`);
		const missed = tryPlacement(build, lesson, fix, placement);
		expect(missed.right).toBe(false);
		expect(missed.text).toMatch(told);
		expect(tryPlacement(build, lesson, fix, fix.solution).text).not.toContain("the goal is");
	});
});

describe("a try that misses says why a piece does not belong where it lies", () => {
	test.each<[string, Placement, string | undefined]>([
		["a wrong piece", { child: ["drop-one"] }, "As a descriptor 1 is standard output; the write end is 4."],
		["a right piece in a wrong place", { parent: ["drop-write"] }, "the end into which the parent writes"],
		["of two the upper one", { child: ["drop-zero"], parent: ["drop-write"] }, "a place in the array"],
		["nothing, where only another piece is missing", { child: ["drop-write"] }, undefined],
	])("%s", (_, placement, more) => {
		const lesson = book.lessons.get("processes/descriptors")?.lesson;
		const fix = lesson?.blocks.find((block) => block.kind === "fix");
		if (!lesson || fix?.kind !== "fix") throw new Error("1.2 has no exercise");
		const missed = tryPlacement(build, lesson, fix, placement);
		expect(missed.right).toBe(false);
		if (more === undefined) expect(missed.more).toBeUndefined();
		else expect(missed.more).toContain(more);
		expect(tryPlacement(build, lesson, fix, fix.solution).more).toBe(fix.because);
	});
});

test("what dprintf asks of standard output is no fault of the reader's", () => {
	const lesson = book.lessons.get("mailboxes/full-mailbox")?.lesson;
	const fix = lesson?.blocks.find((block) => block.kind === "fix");
	if (!lesson || fix?.kind !== "fix") throw new Error("4.2 has no exercise");
	const told = (place: string, piece: string) => tryPlacement(build, lesson, fix, { [place]: [piece] });
	expect(told("three", "take")).toMatchObject({
		right: true,
		text: "Every process came to its end; the first with status 0.",
	});
	expect(told("made", "never").text).toContain('mq_send(3, "job 4", 5, 0) fails for sender with EAGAIN');
});

test.each([
	["close", "first", "This opens the queue once more"],
	["unlink", "opened", "Too late"],
	["unlink", "first", "A new queue begins empty"],
])("what the lesson says of '%s' at '%s' is told", (piece, place, words) => {
	const lesson = book.lessons.get("mailboxes/after-death")?.lesson;
	const fix = lesson?.blocks.find((block) => block.kind === "fix");
	if (!lesson || fix?.kind !== "fix") throw new Error("4.4 has no exercise");
	expect(tryPlacement(build, lesson, fix, { [place]: [piece] }).more).toContain(words);
});

test("an lseek of the reader's own that a FIFO refuses is named", () => {
	const lesson = book.lessons.get("fifos/name-and-data")?.lesson;
	const fix = lesson?.blocks.find((block) => block.kind === "fix");
	if (!lesson || fix?.kind !== "fix") throw new Error("3.2 has no exercise");
	const first = (call: string) =>
		`#include <fcntl.h>\n#include <stdio.h>\n#include <sys/stat.h>\n#include <unistd.h>\n\nint main(void) {\n    mkfifo("orders", 0600);\n    int in = open("orders", O_RDWR);\n    ${call};\n    return in == -1;\n}\n`;
	const told = (call: string) => tryText(build, lesson, fix, first(call)).text;
	expect(told("lseek(in, 0, SEEK_SET)")).toContain("lseek(3, 0, SEEK_SET) fails for server with ESPIPE");
	expect(told('dprintf(in, "tea")')).not.toContain("ESPIPE");
});

test("the program of every question and exercise of the book can be taken to the playground and kept there", () => {
	const refused = [...book.lessons.values()].flatMap(({ lesson }) =>
		(lesson?.blocks ?? []).flatMap((block) => {
			if (lesson === null || (block.kind !== "fix" && block.kind !== "predict")) return [];
			const programs =
				block.kind === "fix" ? exercisePrograms(lesson, block, undefined) : block.variant?.programs;
			const storage = passingStorage();
			new Shelf(storage).replace(workOfLesson(lesson, {}, programs ?? lesson.programs));
			return new Shelf(storage).work === null ? [`${lesson.id}#${block.id}`] : [];
		}),
	);
	expect(refused).toEqual([]);
});
