// The layout: nothing overlaps, nothing leaves the page, nothing moves between steps.
import { describe, expect, test } from "vitest";
import "../channels.ts";
import { kernel, PIPE, pipe, process, READ_FILE, scene, WRITE_FILE } from "./fixtures.ts";
import { type Box, cellPlace, layoutStage, type StageLayout } from "./layout.ts";
import { litBy, stagePicture } from "./stage.ts";

const SHOW = new Set(["processes", "descriptors", "pipes", "queues", "output", "open-files"] as const);
const WIDTHS = [300, 340, 700, 900, 1300];

function stage(width: number, processes = 2, slots = 8): StageLayout {
	const all = Array.from({ length: processes }, (_, i) => process(i + 2, { 3: READ_FILE, 4: WRITE_FILE }));
	const cast = all.map(({ pid }) => ({ pid, name: `p${pid}`, born: 0, gone: null, end: null }));
	const state = kernel(all, [pipe("abc", 2, { slots })]);
	return layoutStage(stagePicture(scene(state, [], cast), SHOW), { width, height: 560 });
}

function boxes(layout: StageLayout): Box[] {
	return [
		...(layout.source === null ? [] : [layout.source]),
		...[...layout.cards.values()].map(({ box }) => box),
		...layout.tubes.flatMap(({ write, read, tube, writeQueue, readQueue }) => [
			write.box,
			read.box,
			tube,
			writeQueue,
			readQueue,
		]),
		layout.terminal,
	];
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 && b.y < a.y + a.h - 0.5;
}

describe.each(WIDTHS)("a stage %i wide", (width) => {
	test.each([1, 2, 3, 4])("with %i processes: nothing overlaps, nothing leaves it", (processes) => {
		const layout = stage(width, processes);
		const all = boxes(layout);
		for (const [index, box] of all.entries()) {
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.x + box.w).toBeLessThanOrEqual(width + 0.5);
			expect(box.y + box.h).toBeLessThanOrEqual(layout.height);
			for (const other of all.slice(index + 1))
				expect([box, other, overlap(box, other)]).toEqual([box, other, false]);
		}
	});

	test.each([1, 8, 16, 64])("holds the cells of a pipe of %i bytes inside the tube", (slots) => {
		const tube = stage(width, 2, slots).tubes[0]!;
		for (let index = 0; index < slots; index++) {
			const at = cellPlace(tube, index);
			expect(at.x).toBeGreaterThanOrEqual(tube.tube.x);
			expect(at.x + tube.cell.w).toBeLessThanOrEqual(tube.tube.x + tube.tube.w);
			expect(at.y).toBeGreaterThanOrEqual(tube.tube.y);
			expect(at.y + tube.cell.h).toBeLessThanOrEqual(tube.tube.y + tube.tube.h);
		}
	});
});

test("every open descriptor has a line, and lines to one end arrive beside each other", () => {
	const { wires } = stage(900);
	expect(wires).toHaveLength(10);
	const arrivals = wires.map(({ to }) => `${to.x},${to.y}`);
	expect(new Set(arrivals).size).toBe(10);
});

test("who has a FIFO open for both has a line to either end, and each says which way bytes go", () => {
	const state = kernel([process(2, { 3: READ_FILE })], [pipe("", 2)]);
	const one = state.openFiles[READ_FILE] as NonNullable<(typeof state.openFiles)[number]>;
	const both = {
		...one,
		access: "both" as const,
		object: { kind: "pipe" as const, id: PIPE, end: "both" as const },
	};
	const picture = stagePicture(
		scene({ ...state, openFiles: { ...state.openFiles, [READ_FILE]: both } }),
		SHOW,
	);
	const { tubes, wires } = layoutStage(picture, { width: 900, height: 560 });
	const ends = [tubes[0]!.write, tubes[0]!.read];
	expect(wires.filter(({ fd }) => fd === 3).map(({ fd, flow, object }) => [fd, flow, object])).toEqual([
		[3, "out", ends[0]!.key],
		[3, "in", ends[1]!.key],
	]);
	expect([...litBy(picture, ends[0]!.key)]).toEqual(
		expect.arrayContaining(["2/3", ...ends.map(({ key }) => key)]),
	);
});

test("a process that is not born yet moves nobody by being born", () => {
	const cast = [
		{ pid: 2, name: "parent", born: 0, gone: null, end: null },
		{ pid: 3, name: "child", born: 9, gone: null, end: null },
	];
	const before = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE })], [pipe("", 2)]);
	const after = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE }), process(3, {})], [pipe("", 2)]);
	const room = { width: 900, height: 560 };
	const [a, b] = [before, after].map((state) =>
		layoutStage(stagePicture(scene(state, [], cast), SHOW), room),
	);
	expect(b!.cards.get(2)!.box).toEqual(a!.cards.get(2)!.box);
	expect(b!.tubes).toEqual(a!.tubes);
	expect(b!.height).toBe(a!.height);
});

/** Two pipes, one below the other, and a process that holds all four ends. */
function twoPipes(width: number): StageLayout {
	const holder = process(2, { 3: READ_FILE, 4: WRITE_FILE, 5: 20, 6: 21 });
	const state = kernel([holder], [pipe("abc", 2), pipe("", 2, { id: 12, number: 2 })]);
	const below = (id: number, end: "read" | "write", like: number) => ({
		...(state.openFiles[like] as NonNullable<(typeof state.openFiles)[number]>),
		id,
		object: { kind: "pipe" as const, id: 12, end },
	});
	const openFiles = {
		...state.openFiles,
		20: below(20, "read", READ_FILE),
		21: below(21, "write", WRITE_FILE),
	};
	const picture = stagePicture(scene({ ...state, openFiles }), SHOW);
	return layoutStage(picture, { width, height: 560, pipes: 2 });
}

test.each([300, 340, 900])(
	"on a stage %i wide a line to the lower of two pipes runs down beside the upper",
	(width) => {
		const { tubes, wires } = twoPipes(width);
		const [upper] = tubes;
		if (upper === undefined) throw new Error("no pipe");
		const above = [upper.write.box, upper.read.box, upper.tube];
		const lower = wires.filter(({ object }) => object.startsWith("pipe 12 "));
		expect(lower).toHaveLength(2);
		for (const { path } of lower) {
			const x = Number(/L([\d.]+),/.exec(path)?.[1]);
			expect(above.every((box) => x < box.x || x > box.x + box.w)).toBe(true);
		}
	},
);

test.each([700, 1300])("on a stage %i wide two pipes stand beside each other", (width) => {
	const layout = twoPipes(width);
	const [first, second] = layout.tubes;
	if (first === undefined || second === undefined) throw new Error("no pipe");
	expect(second.write.box.y).toBe(first.write.box.y);
	expect(second.write.box.x).toBeGreaterThan(first.read.box.x + first.read.box.w);
	const all = boxes(layout);
	for (const [index, box] of all.entries()) {
		expect(box.y + box.h).toBeLessThanOrEqual(layout.height);
		for (const other of all.slice(index + 1))
			expect([box, other, overlap(box, other)]).toEqual([box, other, false]);
	}
});

test("room is kept for a second pipe before it is there", () => {
	const state = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE })], [pipe("abc", 2)]);
	const before = layoutStage(stagePicture(scene(state), SHOW), { width: 900, height: 560, pipes: 2 });
	expect(before.height).toBe(twoPipes(900).height);
	expect(before.tubes[0]?.tube).toEqual(twoPipes(900).tubes[0]?.tube);
});

describe.each([
	["a FIFO", { pipes: 1, fifos: 1 }],
	["a pipe", {}],
])("where %s is to come, its place", (_, kept) => {
	const show = new Set(["processes", "descriptors", "pipes", "queues", "output"] as const);
	const laid = (height: number): StageLayout => {
		const state = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE })], [pipe("abc", 2)]);
		return layoutStage(stagePicture(scene(state), show), { width: 900, height, ...kept });
	};

	test("has the whole width in a low window, and the terminal stands below the source", () => {
		const { source, terminal, tubes, height } = laid(380);
		expect(terminal.y).toBeGreaterThan((source?.y ?? 0) + (source?.h ?? 0));
		expect(tubes[0]?.write.box.y).toBeLessThan((tubes[0]?.tube.y ?? 0) + 40);
		expect(height).toBeLessThan(480);
	});

	test("stands beside the terminal in a high one", () => {
		const { source, terminal } = laid(700);
		expect(terminal.x).toBeGreaterThan((source?.x ?? 0) + (source?.w ?? 0));
	});
});

test.each([819, 922, 1300])("on a stage %i wide room is kept for a file before it is there", (width) => {
	const show = new Set(["processes", "descriptors", "pipes", "files", "output"] as const);
	const state = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE })], [pipe("abc", 2)]);
	const picture = stagePicture(scene(state), show);
	const file = { id: 30, name: "tmp", size: 0, offsets: [] } as unknown as (typeof picture.files)[number];
	const room = { width, height: 425, pipes: 1, files: 1 };
	const [before, after] = [picture, { ...picture, files: [file] }].map((each) => layoutStage(each, room));
	expect(after!.files).toHaveLength(1);
	expect(after!.height).toBe(before!.height);
});

describe.each([0, 1])("beside %i pipes", (pipes) => {
	const show = new Set(["processes", "descriptors", "pipes", "output"] as const);
	const rack = { id: 40, key: "mq 40", name: "/post", leftover: null, places: 4 };

	test.each([300, 360, 430, 819, 922, 1300])(
		"on a stage %i wide room is kept for a rack of four places before it is there",
		(width) => {
			const state = kernel([process(2, {})], []);
			const picture = stagePicture(scene(state), show);
			const room = { width, height: 425, pipes, racks: 1, places: rack.places };
			const [before, after] = [[], [rack as unknown as (typeof picture.racks)[number]]].map((racks) =>
				layoutStage({ ...picture, racks }, room),
			);
			expect(after!.racks).toHaveLength(1);
			expect(after!.terminal).toEqual(before!.terminal);
			expect(after!.height).toBe(before!.height);
		},
	);
});

test.each([300, 922])("on a stage %i wide a pipe keeps its place when a FIFO comes and goes", (width) => {
	const show = new Set(["processes", "descriptors", "pipes", "output"] as const);
	const picture = stagePicture(scene(kernel([process(2, {})], [pipe("abc", 2)])), show);
	const [unnamed] = picture.pipes;
	const named = { ...unnamed!, id: 50, name: "FIFO line", fifo: { path: "line", mode: "prw-------" } };
	const room = { width, height: 425, pipes: 2, fifos: 1 };
	const laid = (...pipes: (typeof picture.pipes)[number][]) => layoutStage({ ...picture, pipes }, room);
	const placeOf = ({ tubes }: StageLayout, wanted: number) => tubes.find(({ id }) => id === wanted)?.tube;
	const both = laid(named, unnamed!);
	expect(placeOf(laid(unnamed!), PIPE)).toEqual(placeOf(both, PIPE));
	expect(placeOf(laid(named), 50)).toEqual(placeOf(both, 50));
});

describe("where a terminal stands below the source", () => {
	const show = new Set(["processes", "descriptors", "pipes", "queues", "output"] as const);
	const kept = [
		["one rack", { pipes: 0, racks: 1 }],
		["a rack and a pipe", { pipes: 1, racks: 1 }],
		["sockets alone", { pipes: 0 }],
	] as const;

	test.each(kept)(
		"with room for %s it does, and the stage is no higher than the window leaves",
		(_, room) => {
			const state = kernel([process(2, {}), process(3, {})], []);
			const { source, terminal, height } = layoutStage(stagePicture(scene(state), show), {
				width: 922,
				height: 603,
				...room,
			});
			expect(terminal.y).toBeGreaterThan((source?.y ?? 0) + (source?.h ?? 0));
			expect(terminal.w).toBe(source?.w);
			expect(height).toBeLessThanOrEqual(603);
		},
	);

	test.each([820, 860, 922, 1200])(
		"on a stage %i wide the source leaves a FIFO the width to lie flat",
		(width) => {
			const state = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE })], [pipe("abc", 2)]);
			const picture = stagePicture(scene(state), show);
			const { tubes } = layoutStage(picture, { width, height: 380, pipes: 1, fifos: 1 });
			expect(tubes[0]?.write.box.y).toBeLessThan((tubes[0]?.tube.y ?? 0) + 40);
		},
	);
});

test("without pipes the terminal has the width of the stage, and nothing is kept free", () => {
	const show = new Set(["processes", "output"] as const);
	const state = kernel([process(2, {})], []);
	for (const width of WIDTHS) {
		const { terminal, height } = layoutStage(stagePicture(scene(state), show), { width, height: 560 });
		expect(terminal.y + terminal.h).toBeLessThanOrEqual(height);
		expect(terminal.w).toBeGreaterThan(width * 0.5);
	}
});

test.each([700, 819, 900, 1050, 1300])(
	"on a stage %i wide lines to the terminal end at it, however many it has",
	(width) => {
		const kept = kernel([process(2, { 3: READ_FILE, 4: WRITE_FILE })], [pipe("", 2)]);
		const terminals = Object.values(kept.openFiles).filter(({ object }) => object.kind === "terminal");
		const [one] = terminals as [(typeof terminals)[number]];
		const [second, third] = [
			{ ...one, id: one.id + 100 },
			{ ...one, id: one.id + 200 },
		];
		const openFiles = { ...kept.openFiles, [second.id]: second, [third.id]: third };
		const [first] = Object.values(kept.processes);
		if (first === undefined) throw new Error("the scene has no process");
		const [input, output, error] = [one, second, third].map(({ id }) => ({
			...first.descriptors[0],
			openFile: id,
		})) as [never, never, never];
		const descriptors = { ...first.descriptors, 0: input, 1: output, 2: error };
		const state = {
			...kept,
			openFiles,
			processes: { ...kept.processes, [first.pid]: { ...first, descriptors } },
		};
		const { terminal, wires } = layoutStage(
			stagePicture(scene(state, []), new Set([...SHOW].filter((it) => it !== "open-files"))),
			{
				width,
				height: 560,
			},
		);
		const ends = wires.filter(({ faint }) => faint).map(({ to }) => to.x);
		expect(ends).toHaveLength(3);
		for (const x of ends) {
			expect(x).toBeGreaterThanOrEqual(terminal.x);
			expect(x).toBeLessThanOrEqual(terminal.x + terminal.w);
		}
	},
);
