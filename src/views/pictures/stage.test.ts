// The stage as data: who is where, what leads where, what changed.
import { describe, expect, test } from "vitest";
import { kernel, PIPE, pipe, process, READ_FILE, scene, WRITE_FILE } from "./fixtures.ts";
import { litBy, stagePicture, stageText, wakePath } from "./stage.ts";

const SHOW = new Set(["processes", "descriptors", "pipes", "queues", "output"] as const);
const write = (text: string) => ({ name: "write" as const, fd: 4, bytes: new TextEncoder().encode(text) });

describe("a process", () => {
	test("that the run has not made yet keeps its place, and one that is gone leaves a mark", () => {
		const cast = [
			{ pid: 2, name: "parent", born: 0, gone: null, end: null },
			{ pid: 3, name: "first", born: 3, gone: 30, end: "ended with status 0" },
			{ pid: 4, name: "second", born: 90, gone: null, end: null },
		];
		const picture = stagePicture(scene(kernel([process(2, {})], []), [], cast), SHOW);
		expect(picture.processes.map(({ identity, phase }) => [identity.letter, phase])).toEqual([
			["P", "running"],
			["F", "gone"],
			["S", "unborn"],
		]);
	});

	test("that waits says in which call, for what and since when", () => {
		const waiting = process(
			2,
			{ 4: WRITE_FILE },
			{
				state: "waiting",
				wait: { on: "pipe-not-full", pipe: PIPE },
				call: write("k"),
				since: { ticks: 3, place: { file: "main.c", line: 22 } },
			},
		);
		const picture = stagePicture(scene(kernel([waiting], [pipe("abcdefgh", 2)])), SHOW);
		expect(picture.processes[0]).toMatchObject({
			phase: "waiting",
			state: "waits in write",
			wait: {
				what: "room in the pipe, or its last reader to close",
				since: { file: "main.c", line: 22 },
				forever: false,
			},
		});
	});

	test("has its free numbers drawn as empty sockets below the open ones", () => {
		const picture = stagePicture(scene(kernel([process(2, { 1: 0, 4: WRITE_FILE })], [pipe("", 2)])), SHOW);
		expect(picture.processes[0]?.descriptors.map(({ fd, label }) => [fd, label])).toEqual([
			[0, "terminal"],
			[1, "closed"],
			[2, "terminal"],
			[3, "closed"],
			[4, "write end of the pipe"],
		]);
	});

	test("shows the descriptor it closed in this step once more", () => {
		const closes = { kind: "closes" as const, pid: 2, fd: 4, openFile: WRITE_FILE, left: 0 };
		const picture = stagePicture(scene(kernel([process(2, {})], [pipe("", 2)]), [closes]), SHOW);
		expect(picture.processes[0]?.descriptors.at(-1)).toMatchObject({ fd: 4, change: "closed" });
	});

	test("with many descriptors shows the first eleven open ones and counts the rest", () => {
		const fds = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i + 3, READ_FILE]));
		const picture = stagePicture(scene(kernel([process(2, fds)], [pipe("", 2)])), SHOW);
		expect(picture.processes[0]?.descriptors).toHaveLength(11);
		expect(picture.processes[0]?.more).toBe(22);
	});
});

test("a waking runs along the waker's line and then the sleeper's", () => {
	const state = kernel([process(2, { 4: WRITE_FILE }), process(3, { 3: READ_FILE })], [pipe("a", 2)]);
	const wakes = {
		kind: "wakes" as const,
		pid: 3,
		wait: { on: "pipe-not-empty" as const, pipe: PIPE },
		by: 2,
	};
	const picture = stagePicture(scene(state, [wakes]), SHOW);
	expect([...wakePath(picture)]).toEqual([
		["2/4", 0],
		["3/3", 1],
	]);
	expect(picture.processes[1]?.state).toBe("ready to run, woken by writer");
});

describe("a descriptor", () => {
	test("tells where it comes from", () => {
		const state = kernel([process(2, { 4: WRITE_FILE })], [pipe("", 2)]);
		const story = stagePicture(scene(state), SHOW).processes[0]?.descriptors[4]?.story;
		expect(story).toBe("Descriptor 4 leads to the write end of the pipe: made by pipe on line 11.");
	});

	test("lights what it leads to and every other descriptor that meets it there", () => {
		const state = kernel([process(2, { 4: WRITE_FILE }), process(3, { 5: WRITE_FILE })], [pipe("", 2)]);
		const lit = litBy(stagePicture(scene(state), SHOW), `pipe ${PIPE} write`);
		expect([...lit].sort()).toEqual(["2/4", "3/5", `open ${WRITE_FILE}`, `pipe ${PIPE} write`].sort());
	});
});

test("the stage can be told in words", () => {
	const state = kernel([process(2, { 4: WRITE_FILE }), process(3, { 3: READ_FILE })], [pipe("ab", 2)]);
	expect(stageText(stagePicture(scene(state), SHOW))).toBe(
		"writer: running. reader: ready to run. pipe: 2 of 8 bytes; write end: held by writer 4; read end: held by reader 3",
	);
});

describe("what a library holds back", () => {
	const held = { fd: 1, bytes: new TextEncoder().encode("tick\n"), room: 4096 };
	const now = { ...scene(kernel([process(2, {})], [])), unwritten: new Map([[2, [held]]]) };

	test("is a tank inside the process, where the lesson shows it", () => {
		const [reader] = stagePicture(now, new Set([...SHOW, "buffers" as const])).processes;
		expect(reader?.buffers).toEqual([
			{
				name: "stdout",
				labels: ["t", "i", "c", "k", "\\n"],
				more: 0,
				held: "5 bytes",
				level: "5 of 4096 bytes",
				cells: 0,
			},
		]);
	});

	test("is not shown elsewhere", () => {
		expect(stagePicture(now, SHOW).processes[0]?.buffers).toEqual([]);
	});
});

test("the meter says how long a process has run, and what part of the time that is", () => {
	const now = { ...scene({ ...kernel([process(2, {})], []), clock: 200 }), ran: new Map([[2, 50]]) };
	expect(stagePicture(now, new Set([...SHOW, "meter" as const])).processes[0]?.meter).toEqual({
		used: "50 µs",
		part: 0.25,
	});
	expect(stagePicture(now, SHOW).processes[0]?.meter).toBeNull();
});
