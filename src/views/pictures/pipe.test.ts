// Pipes as data: bytes keep their identity and colour, ends count their holders, large pipes show slots.
import { describe, expect, test } from "vitest";
import { quoted } from "../../explain/index.ts";
import type { KernelEvent, KernelState } from "../../kernel/index.ts";
import { byteCount, byteLabel } from "./bytes.ts";
import { changesOf } from "./changes.ts";
import { kernel, PIPE, pipe, process, READ_FILE, WRITE_FILE } from "./fixtures.ts";
import { type PipePicture, pipePictures } from "./pipe.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function draw(state: Parameters<typeof pipePictures>[0], events: readonly KernelEvent[] = []): PipePicture {
	return pipePictures(state, changesOf(events))[0] as PipePicture;
}

const transfer = (pid: number, direction: "in" | "out", text: string, offset: number): KernelEvent => ({
	kind: "transfers",
	pid,
	direction,
	object: { kind: "pipe", id: PIPE, end: direction === "in" ? "read" : "write" },
	bytes: bytes(text),
	offset,
	dyes: [{ pid: 2, count: text.length }],
});

describe("bytes", () => {
	test.each([
		[107, "k"],
		[10, "\\n"],
		[32, "␣"],
		[0, "\\0"],
		[200, "c8"],
	])("%i stands as %s", (byte, label) => expect(byteLabel(byte)).toBe(label));

	test("sizes have units and thousands are set apart", () => {
		expect([byteCount(1), byteCount(4096), byteCount(65536)]).toEqual([
			"1 byte",
			"4096 bytes",
			"65\u202f536 bytes",
		]);
	});

	test("strings are quoted as in C and cut", () => {
		expect(quoted(Uint8Array.of(97, 34, 10, 200))).toBe('"a\\"\\n\\xc8"');
		expect(quoted(bytes("abcdef"), 3)).toBe('"abc"…');
	});
});

describe("a small pipe", () => {
	const both = [process(2, { 4: WRITE_FILE }), process(3, { 3: READ_FILE })];

	test("is drawn byte by byte, the oldest first, in the writer's colour", () => {
		const picture = draw(kernel(both, [pipe("cde", 2, { taken: 2, written: 5 })]));
		expect(picture.cells?.map(({ key, label, pid }) => [key, label, pid])).toEqual([
			[2, "c", 2],
			[3, "d", 2],
			[4, "e", 2],
		]);
		expect(picture.level).toBe("3 of 8 bytes");
	});

	test("of pages keeps the places that are read already, until the whole page is", () => {
		const first = {
			bytes: bytes("d"),
			dyes: [{ pid: 2, count: 1 }],
			offset: 3,
			packet: false,
			sealed: false,
		};
		const second = {
			bytes: bytes("ef"),
			dyes: [{ pid: 2, count: 2 }],
			offset: 0,
			packet: false,
			sealed: false,
		};
		const over = { page: 4, slots: 2, buffers: [first, second], taken: 3, written: 6 };
		const picture = draw(kernel(both, [pipe("def", 2, over)]));
		expect(picture.cells?.map(({ at, label }) => [at, label])).toEqual([
			[3, "d"],
			[4, "e"],
			[5, "f"],
		]);
		expect(picture.slots?.map(({ used, spent }) => [used, spent])).toEqual([
			[1, 3],
			[2, 0],
		]);
	});

	test("marks what this step wrote and shows what this step took", () => {
		const state = kernel(both, [pipe("cd", 2, { taken: 2, written: 4 })]);
		const picture = draw(state, [transfer(2, "out", "d", 3), transfer(3, "in", "ab", 0)]);
		expect(picture.cells?.map(({ fresh }) => fresh)).toEqual([false, true]);
		expect(picture.taken.map(({ pid, count, cells }) => [pid, count, cells.map((c) => c.label)])).toEqual([
			[3, 2, ["a", "b"]],
		]);
	});

	test.each([
		["", "0 of 8 bytes, empty"],
		["abcdefgh", "8 of 8 bytes, full"],
	])("holding %j says %j", (text, level) => {
		expect(draw(kernel(both, [pipe(text, 2)])).level).toBe(level);
	});

	test("shows who stands in line at its mouths with what in hand", () => {
		const writer = process(
			2,
			{ 4: WRITE_FILE },
			{
				state: "waiting",
				call: { name: "write", fd: 4, bytes: bytes("hello") },
				progress: { done: 2, until: null },
			},
		);
		const picture = draw(kernel([writer], [pipe("abcdefgh", 2, { writeQueue: [2] })]));
		expect(picture.write.queue).toEqual([
			{ pid: 2, labels: ["l", "l", "o"], more: 0, text: "3 bytes to write" },
		]);
	});
});

describe("an end", () => {
	test("counts descriptors, not processes, and says what the count was before the step", () => {
		const state = kernel([process(2, { 4: WRITE_FILE, 5: WRITE_FILE })], [pipe("", 2)]);
		const closes: KernelEvent = { kind: "closes", pid: 3, fd: 4, openFile: WRITE_FILE, left: 2 };
		expect(draw(state, [closes]).write).toMatchObject({
			count: 2,
			was: 3,
			holders: [{ pid: 2, fds: [4, 5] }],
			capped: false,
		});
	});

	test("that nobody holds is capped", () => {
		const state = kernel([process(2, { 4: WRITE_FILE })], [pipe("", 2)]);
		expect(draw(state).read).toMatchObject({ count: 0, capped: true, holders: [] });
	});

	test("whose count fork has doubled says so", () => {
		const state = kernel([process(2, { 4: WRITE_FILE }), process(3, { 4: WRITE_FILE })], [pipe("", 2)]);
		expect(draw(state, [{ kind: "forks", pid: 2, child: 3 }]).write).toMatchObject({ count: 2, was: 1 });
	});
});

describe("a FIFO", () => {
	const named = {
		fifos: { 7: { id: 7, mode: 0o620, links: 1, uid: 1000, gid: 1000, pipe: null } },
		directories: { 1: { entries: { ".": { kind: "directory", id: 1 }, jobs: { kind: "fifo", id: 7 } } } },
	};

	test("that nobody has open is a name and two shut doors, without a buffer", () => {
		const picture = draw({ ...kernel([process(2, {})], []), ...named } as unknown as KernelState);
		expect(picture).toMatchObject({
			absent: true,
			fifo: { path: "jobs", mode: "prw--w----" },
			cells: [],
			write: { capped: true, opening: [] },
			read: { capped: true, opening: [] },
		});
	});

	test("names its owner, once there are several users", () => {
		const of = (euid: number) => [process(2, {}, { euid }), process(1, {}, { euid: 0 })];
		const mode = (euid: number) =>
			draw({ ...kernel(of(euid), []), ...named } as unknown as KernelState).fifo?.mode;
		expect([mode(1000), mode(1001)]).toEqual(["prw--w----", "prw--w---- user"]);
	});

	test("has whoever waits in open at that door, which then is not shut", () => {
		const writer = process(2, {}, { state: "waiting", opening: { openFile: WRITE_FILE, seen: 0 } });
		const state = { ...kernel([writer], [pipe("", 2, { fifo: 7 })]), ...named } as unknown as KernelState;
		expect(draw(state)).toMatchObject({
			absent: false,
			write: { count: 0, opening: [2], capped: false },
			read: { count: 0, opening: [], capped: true },
		});
	});

	test("whose last name is gone still has its buffer", () => {
		const state = {
			...kernel([process(2, { 4: WRITE_FILE })], [pipe("ab", 2, { fifo: 7 })]),
			fifos: named.fifos,
		};
		expect(draw(state as unknown as KernelState)).toMatchObject({
			absent: false,
			fill: 2,
			fifo: { path: null },
		});
	});
});

test("a large pipe is drawn as its slots, with room that cannot be used again", () => {
	const buffers = [
		{
			bytes: bytes("a".repeat(100)),
			dyes: [{ pid: 2, count: 100 }],
			offset: 3996,
			packet: false,
			sealed: false,
		},
		{ bytes: bytes("b".repeat(10)), dyes: [{ pid: 3, count: 10 }], offset: 0, packet: false, sealed: false },
	];
	const state = kernel([], [pipe("", 2, { page: 4096, slots: 16, atomic: 4096, buffers })]);
	const picture = draw(state);
	expect(picture.cells).toBeNull();
	expect(picture.level).toBe("110 of 65\u202f536 bytes");
	expect(picture.slots?.map(({ used, spent, room, pids }) => [used, spent, room, pids])).toEqual([
		[100, 3996, 0, [2]],
		[10, 0, 4086, [3]],
	]);
});
