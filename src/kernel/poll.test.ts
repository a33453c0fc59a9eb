// poll and select on pipes, files and the terminal, row by row.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { type Actor, world } from "./world.ts";

const { POLLIN, POLLOUT } = C;

function withPipe(profile: "linux" | "lesson" = "linux") {
	const k = world({ profile });
	const p = k.process();
	const [r, w] = p.newPipe(C.O_NONBLOCK);
	return { k, p, r, w };
}

function fill(p: Actor, w: number): void {
	while (p.write(w, 4096) !== "EAGAIN");
}

describe("what poll says", () => {
	test.each(["linux", "lesson"] as const)("PO-01 the read end (%s)", (profile) => {
		const { p, r, w } = withPipe(profile);
		expect(p.ready(r)).toBe("");
		p.write(w, "a");
		expect(p.ready(r)).toBe("IN");
		p.close(w);
		expect(p.ready(r)).toBe("IN|HUP");
		p.read(r, 1);
		expect(p.ready(r)).toBe("HUP");
	});

	test.each(["linux", "lesson"] as const)("PO-02 the write end (%s)", (profile) => {
		const empty = withPipe(profile);
		expect(empty.p.ready(empty.w)).toBe("OUT");
		empty.p.close(empty.r);
		expect(empty.p.ready(empty.w)).toBe("OUT|ERR");
		const full = withPipe(profile);
		while (full.p.write(full.w, profile === "linux" ? 4096 : 1) !== "EAGAIN");
		expect(full.p.ready(full.w)).toBe("");
		full.p.close(full.r);
		expect(full.p.ready(full.w)).toBe("ERR");
	});

	test("PO-03 no POLLOUT until a whole slot is free", () => {
		const { p, r, w } = withPipe();
		fill(p, w);
		p.read(r, 1);
		expect(p.ready(w)).toBe("");
		p.read(r, 4095);
		expect([p.ready(w), p.write(w, 4096)]).toEqual(["OUT", 4096]);
	});

	test("bytes: POLLOUT when a write of PIPE_BUF bytes has room", () => {
		const { p, r, w } = withPipe("lesson");
		while (p.write(w, 1) !== "EAGAIN");
		p.read(r, 3);
		expect(p.ready(w)).toBe("");
		p.read(r, 1);
		expect([p.ready(w), p.write(w, 4)]).toEqual(["OUT", 4]);
	});

	test("PO-04 POLLOUT off, and yet a small write merges into the last page", () => {
		const { p, w } = withPipe();
		for (let i = 0; i < 15; i++) p.write(w, 4096);
		p.write(w, 1);
		expect([p.ready(w), p.write(w, 4095)]).toEqual(["", 4095]);
	});

	test("PO-05 POLLOUT with one slot free, and a write of 8192 is partial", () => {
		const { p, w } = withPipe();
		for (let i = 0; i < 15; i++) p.write(w, 4096);
		expect([p.ready(w), p.write(w, 8192)]).toEqual(["OUT", 4096]);
	});

	test("PO-06 the write end is never IN, the read end never OUT", () => {
		const { p, r, w } = withPipe();
		p.write(w, "a");
		expect([p.ready(w, POLLIN), p.ready(r, POLLOUT)]).toEqual(["", ""]);
	});

	test("PO-07 closed: NVAL and counted; -1: skipped; HUP and ERR come unasked", () => {
		const { p, r, w } = withPipe();
		expect(p.poll([[99, POLLIN]])).toBe(1);
		expect(p.events).toEqual(["NVAL"]);
		expect(p.poll([[-1, POLLIN]])).toBe(0);
		p.close(w);
		expect([p.ready(r, 0)]).toEqual(["HUP"]);
	});

	test("PO-27 the count is of entries with events; doubles count twice", () => {
		const { p, r, w } = withPipe();
		p.write(w, "a");
		const entries = [r, r, w, 0, -1].map((fd) => [fd, POLLIN] as const);
		expect(p.poll(entries)).toBe(2);
		expect(p.events).toEqual(["IN", "IN", "", "", ""]);
	});

	test("PO-28 no entries: it only sleeps; too many: EINVAL", () => {
		const { k, p } = withPipe();
		expect(p.poll([], 10)).toBe("blocked");
		k.pass(10);
		expect(p.result).toBe(0);
		p.ask({ name: "setrlimit", resource: C.RLIMIT_NOFILE, soft: 1 });
		expect(p.poll([[0, 0], [1, 0]])).toBe("EINVAL"); // biome-ignore format: one line reads better
	});
});

describe("poll waits", () => {
	test("PO-08 timeout 0, some time, for ever", () => {
		const { k, p, r, w } = withPipe();
		const child = p.fork();
		expect(p.poll([[r, POLLIN]], 0)).toBe(0);
		expect(p.poll([[r, POLLIN]], 50)).toBe("blocked");
		k.pass(49);
		expect(p.result).toBe("blocked");
		k.pass(1);
		expect([p.result, p.rule]).toEqual([0, "poll.call.timeout"]);
		expect(p.poll([[r, POLLIN]], null)).toBe("blocked");
		child.write(w, "a");
		k.run();
		expect([p.result, p.events]).toEqual([1, ["IN"]]);
	});

	test("PO-09 the last close wakes with HUP, without IN", () => {
		const { k, p, r, w } = withPipe();
		const child = p.fork();
		child.close(w);
		child.poll([[r, POLLIN]], null);
		p.close(w);
		k.run();
		expect(child.events).toEqual(["HUP"]);
	});

	test("PO-10 a writer in poll wakes when there is room, or when the last reader is gone", () => {
		const { k, p, r, w } = withPipe();
		fill(p, w);
		const child = p.fork();
		child.close(r);
		child.poll([[w, POLLOUT]], null);
		p.read(r, 4096);
		k.run();
		expect(child.events).toEqual(["OUT"]);
		fill(p, w);
		child.poll([[w, POLLOUT]], null);
		p.close(r);
		k.run();
		expect(child.events).toEqual(["ERR"]);
	});

	test("PO-11 all pollers wake, one read succeeds", () => {
		const { k, p, r, w } = withPipe();
		const children = [p.fork(), p.fork()];
		for (const child of children) child.poll([[r, POLLIN]], null);
		p.write(w, "a");
		k.run();
		expect(children.map((child) => child.result)).toEqual([1, 1]);
		expect(children.map((child) => child.read(r, 1))).toEqual(["a", "EAGAIN"]);
	});

	test("a terminal wakes its pollers", () => {
		const k = world({ interactive: true });
		const p = k.process();
		p.poll([[0, POLLIN]], null);
		k.type("a");
		expect(p.result).toBe("blocked");
		k.type("\n");
		expect([p.result, p.events]).toEqual([1, ["IN"]]);
	});
});

describe("select", () => {
	const selected = (p: Actor) => (p.reply?.kind === "selected" ? p.reply : null);

	test("PO-12 end of file is readable; a broken write end is both; exceptional never", () => {
		const { p, r, w } = withPipe();
		const all = [r, w];
		p.select({ read: [r], except: all });
		expect(p.result).toBe(0);
		const broken = p.fork();
		p.close(w);
		broken.close(w);
		p.select({ read: [r], except: [r] });
		expect(selected(p)).toMatchObject({ read: [r], except: [] });
		const other = withPipe();
		other.p.close(other.r);
		other.p.select({ read: [other.w], write: [other.w], except: [other.w] });
		expect(selected(other.p)).toMatchObject({ read: [other.w], write: [other.w], except: [] });
	});

	test("PO-13 closed: EBADF; beyond the table: ignored; nfds negative: EINVAL", () => {
		const { p } = withPipe();
		expect(p.select({ read: [20] })).toBe("EBADF");
		expect(p.select({ read: [77] }, { highest: 78 })).toBe(0);
		expect(p.select({}, { highest: 1024 })).toBe(0);
		expect(p.select({}, { highest: -1 })).toBe("EINVAL");
	});

	test("PO-14 the sets hold what is ready, the timeout what is left", () => {
		const { k, p, r, w } = withPipe();
		const child = p.fork();
		expect(p.select({ read: [r, 0] }, { timeout: 100 })).toBe("blocked");
		k.pass(30);
		child.write(w, "a");
		k.run();
		expect(p.result).toBe(1);
		expect(selected(p)).toMatchObject({ read: [r], left: 70 });
	});

	test("PO-14 of a timeout that is not waited for, not all is left", () => {
		const { p, r, w } = withPipe();
		p.write(w, "a");
		p.select({ read: [r] }, { timeout: 100 });
		expect(selected(p)).toMatchObject({ read: [r], left: 99 });
		p.select({ read: [r] }, { timeout: 0 });
		expect(selected(p)).toMatchObject({ read: [r], left: 0 });
	});
});
