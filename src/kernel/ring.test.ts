// How much a pipe holds: the ring of page slots, row by row.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { type Actor, world } from "./world.ts";

const K = 1024;

/** One process with a pipe: 3 reads, 4 writes. */
function pipeOfOne(flags = 0, profile: "linux" | "lesson" = "linux") {
	const k = world({ profile });
	const p = k.process();
	p.pipe(flags);
	return { k, p, r: 3, w: 4 };
}

function fill(p: Actor, w: number, size: number): number {
	p.nonblock(w);
	let count = 0;
	while (p.write(w, size) === size) count++;
	p.fcntl(w, C.F_SETFL, 0);
	return count;
}

describe("capacity: a ring of page slots", () => {
	test("P-16 16 writes of a page fill it", () => {
		const { p, r, w } = pipeOfOne();
		expect(p.fcntl(r, C.F_GETPIPE_SZ)).toBe(65_536);
		expect(fill(p, w, 4096)).toBe(16);
		expect(p.unread(r)).toBe(65_536);
	});

	test("P-17 single bytes merge into pages: 65536 of them fit", () => {
		const k = world();
		const p = k.process();
		k.check = () => {};
		p.pipe(C.O_NONBLOCK);
		expect(fill(p, 4, 1)).toBe(65_536);
	});

	test("P-18 2049 bytes twice do not fit a slot: 16 writes, then EAGAIN", () => {
		const { p, r, w } = pipeOfOne();
		expect(fill(p, w, 2049)).toBe(16);
		expect(p.unread(r)).toBe(32_784);
	});

	test("P-19 a page needs a fresh slot, less merges into the last", () => {
		const { p, w } = pipeOfOne(C.O_NONBLOCK);
		for (let i = 0; i < 15; i++) p.write(w, 4096);
		p.write(w, 1);
		expect([p.write(w, 4096), p.write(w, 4095), p.write(w, 1)]).toEqual(["EAGAIN", 4095, "EAGAIN"]);
	});

	test("P-20 a slot is free only when all its bytes were read", () => {
		const { p, r, w } = pipeOfOne();
		fill(p, w, 4096);
		p.nonblock(w);
		p.read(r, 1);
		expect(p.write(w, 1)).toBe("EAGAIN");
		p.read(r, 4094);
		expect(p.write(w, 1)).toBe("EAGAIN");
		p.read(r, 1);
		expect(p.write(w, 1)).toBe(1);
	});

	test("P-21 the front of a slot is not used again", () => {
		const { p, r, w } = pipeOfOne(C.O_NONBLOCK);
		expect(p.fcntl(r, C.F_SETPIPE_SZ, 4096)).toBe(4096);
		p.write(w, 4000);
		p.read(r, 3999);
		expect([p.write(w, 96), p.unread(r), p.write(w, 1)]).toEqual([96, 97, "EAGAIN"]);
	});

	test.each([
		["linux", 4096],
		["lesson", 4],
	] as const)("P-22 up to PIPE_BUF: all or EAGAIN (%s)", (profile, atomic) => {
		const { p, r, w } = pipeOfOne(0, profile);
		fill(p, w, profile === "linux" ? 4096 : 1);
		p.read(r, atomic - 1);
		p.nonblock(w);
		const before = p.unread(r);
		expect(p.write(w, atomic)).toBe("EAGAIN");
		expect(p.unread(r)).toBe(before);
	});

	test.each([
		["linux", 4096, 10_000],
		["lesson", 3, 7],
	] as const)("P-23 above PIPE_BUF: what fits (%s)", (profile, room, size) => {
		const { p, r, w } = pipeOfOne(0, profile);
		fill(p, w, profile === "linux" ? 4096 : 1);
		p.read(r, room);
		p.nonblock(w);
		expect([p.write(w, size), p.rule]).toEqual([room, "pipe.write.partial"]);
	});

	test("P-24 the remainder goes first", () => {
		const { p, w } = pipeOfOne(C.O_NONBLOCK);
		for (let i = 0; i < 15; i++) p.write(w, 4096);
		p.write(w, 1);
		expect(p.write(w, 5000)).toBe(904);
	});

	test("P-25 a large write into an empty pipe puts in the capacity", () => {
		const { p, w } = pipeOfOne(C.O_NONBLOCK);
		expect([p.write(w, 100_000), p.write(w, 1)]).toEqual([65_536, "EAGAIN"]);
	});

	test.each([
		[0, 4096],
		[1, 4096],
		[5000, 8192],
		[8193, 16_384],
		[-1, "EINVAL"],
	])("P-33 F_SETPIPE_SZ %i gives %s", (size, expected) => {
		const { p, r } = pipeOfOne();
		expect(p.fcntl(r, C.F_SETPIPE_SZ, size)).toBe(expected);
	});

	test("P-34 a size below what is inside: EBUSY", () => {
		const { p, r, w } = pipeOfOne();
		p.write(w, 3 * 4096);
		expect([p.fcntl(r, C.F_SETPIPE_SZ, 8192), p.fcntl(r, C.F_GETPIPE_SZ)]).toEqual(["EBUSY", 65_536]);
	});

	test("P-35 above pipe-max-size: EPERM", () => {
		const { p, r } = pipeOfOne();
		expect(p.fcntl(r, C.F_SETPIPE_SZ, 2 * K * K)).toBe("EPERM");
		expect(p.fcntl(r, C.F_SETPIPE_SZ, K * K)).toBe(K * K);
	});

	test("a larger size lets a sleeping writer go on", () => {
		const { k, p, r, w } = pipeOfOne();
		const writer = p.fork();
		fill(writer, w, 4096);
		writer.write(w, 10);
		p.fcntl(r, C.F_SETPIPE_SZ, 131_072);
		k.run();
		expect(writer.result).toBe(10);
	});
});
