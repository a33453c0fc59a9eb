// Pipes, row by row: the numbers are those of the table of facts checked on Linux.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { type Actor, world } from "./world.ts";

const { SIGPIPE, SIGUSR1, SIGKILL } = C.signals;

/** One process with a pipe: 3 reads, 4 writes. */
function pipeOfOne(flags = 0, profile: "linux" | "lesson" = "linux") {
	const k = world({ profile });
	const p = k.process();
	p.pipe(flags);
	return { k, p, r: 3, w: 4 };
}

/** A reader (end 3) and a writer (end 4) of one pipe, each with its own end only. */
function readerAndWriter(profile: "linux" | "lesson" = "linux") {
	const k = world({ profile });
	const reader = k.process();
	reader.ignore(C.signals.SIGCHLD);
	reader.pipe();
	const writer = reader.fork();
	reader.close(4);
	writer.close(3);
	return { k, reader, writer };
}

function fill(p: Actor, w: number, size: number): number {
	p.nonblock(w);
	let count = 0;
	while (p.write(w, size) === size) count++;
	p.fcntl(w, C.F_SETFL, 0);
	return count;
}

describe("ends and bytes", () => {
	test("P-01 a pipe gets the two lowest free descriptors, the read end first", () => {
		const { p } = pipeOfOne();
		expect(p.reply).toEqual({ kind: "descriptors", read: 3, write: 4 });
		p.dup(0);
		p.close(3);
		expect(p.newPipe()).toEqual([3, 6]);
	});

	test("P-02 the ends are one-way", () => {
		const { p, r, w } = pipeOfOne();
		expect(p.read(w, 1)).toBe("EBADF");
		expect(p.write(r, "a")).toBe("EBADF");
	});

	test.each(["linux", "lesson"] as const)("P-03 a read takes what is there (%s)", (profile) => {
		const { p, r, w } = pipeOfOne(0, profile);
		expect(p.write(w, "abcde")).toBe(5);
		expect(p.read(r, 10)).toBe("abcde");
		expect(p.rule).toBe("pipe.read.short");
	});

	test.each(["linux", "lesson"] as const)("P-04 no message boundaries (%s)", (profile) => {
		const { p, r, w } = pipeOfOne(0, profile);
		p.write(w, "abc");
		p.write(w, "def");
		expect(p.read(r, 10)).toBe("abcdef");
		p.write(w, "ghij");
		expect(p.read(r, 2)).toBe("gh");
		expect(p.read(r, 10)).toBe("ij");
	});

	test("P-05 empty, O_NONBLOCK, writer open: EAGAIN", () => {
		const { p, r } = pipeOfOne(C.O_NONBLOCK);
		expect(p.read(r, 1)).toBe("EAGAIN");
		expect(p.rule).toBe("pipe.read.empty-again");
	});

	test("P-06 end of file every time, O_NONBLOCK or not", () => {
		const { p, r, w } = pipeOfOne();
		p.close(w);
		expect([p.read(r, 1), p.read(r, 1)]).toEqual(["", ""]);
		p.nonblock(r);
		expect(p.read(r, 1)).toBe("");
		expect(p.rule).toBe("pipe.read.end-of-file");
	});

	test("P-07 the bytes inside come before end of file", () => {
		const { p, r, w } = pipeOfOne();
		p.write(w, "abc");
		p.close(w);
		expect([p.read(r, 10), p.read(r, 10)]).toEqual(["abc", ""]);
	});

	test("P-08 end of file only when the last write descriptor is closed", () => {
		const { p, r, w } = pipeOfOne(C.O_NONBLOCK);
		p.dup(w);
		p.close(w);
		expect(p.read(r, 1)).toBe("EAGAIN");
		p.close(5);
		expect(p.read(r, 1)).toBe("");
	});

	test("P-09 a write end forgotten in a child holds off end of file until the child is gone", () => {
		const { k, p, r, w } = pipeOfOne(C.O_NONBLOCK);
		const child = p.fork();
		expect(child.ask({ name: "pause" })).toBe("blocked");
		p.close(w);
		expect(p.read(r, 1)).toBe("EAGAIN");
		p.kill(child.pid, SIGKILL);
		k.run();
		expect(child.state).toBe("zombie");
		expect(p.read(r, 1)).toBe("");
	});

	test("P-53 bytes come out in the order they went in, FIONREAD counts them", () => {
		const { p, r, w } = pipeOfOne();
		p.write(w, "abcdefg");
		expect(p.read(r, 3)).toBe("abc");
		p.write(w, "hi");
		expect(p.unread(r)).toBe(6);
		expect([p.read(r, 5), p.unread(w), p.read(r, 5)]).toEqual(["defgh", 1, "i"]);
	});

	test("P-54 stale descriptors are EBADF", () => {
		const { p, r, w } = pipeOfOne();
		p.close(r);
		p.close(w);
		expect([p.read(r, 1), p.write(w, "a"), p.close(r)]).toEqual(["EBADF", "EBADF", "EBADF"]);
	});

	test("P-42 no offset: ESPIPE", () => {
		const { p, r, w } = pipeOfOne();
		expect([p.lseek(r, 0), p.pread(r, 1, 0), p.pwrite(w, "a", 0)]).toEqual(["ESPIPE", "ESPIPE", "ESPIPE"]);
	});

	test("P-43 fstat: a FIFO of size 0, both ends one inode", () => {
		const { p, r, w } = pipeOfOne();
		p.write(w, "abc");
		const [a, b] = [p.fstat(r), p.fstat(w)];
		expect(a.mode).toBe(0o10600);
		expect([a.size, a.inode]).toEqual([0, b.inode]);
		expect([p.unread(r), p.unread(w)]).toEqual([3, 3]);
	});

	test("P-44 O_NONBLOCK belongs to the description of one end", () => {
		const { p, r, w } = pipeOfOne();
		expect([p.fcntl(r, C.F_GETFL), p.fcntl(w, C.F_GETFL)]).toEqual([C.O_RDONLY, C.O_WRONLY]);
		const copy = p.dup(r) as number;
		p.nonblock(r);
		expect(p.fcntl(copy, C.F_GETFL)).toBe(C.O_NONBLOCK);
		expect(p.fcntl(w, C.F_GETFL)).toBe(C.O_WRONLY);
	});

	test("P-45 pipe2: flags for both ends, unknown ones refused", () => {
		const { p, r, w } = pipeOfOne(C.O_CLOEXEC | C.O_NONBLOCK);
		for (const fd of [r, w]) {
			expect(p.fcntl(fd, C.F_GETFD)).toBe(C.FD_CLOEXEC);
			expect((p.fcntl(fd, C.F_GETFL) as number) & C.O_NONBLOCK).toBe(C.O_NONBLOCK);
		}
		expect(p.pipe(C.O_CREAT)).toBe("EINVAL");
		expect(Object.keys(p.process.descriptors)).toEqual(["0", "1", "2", "3", "4"]);
	});

	test("P-46 one free descriptor is not enough: both or none", () => {
		const p = world({ limits: { descriptors: 4 } }).process();
		expect(p.pipe()).toBe("EMFILE");
		expect(Object.keys(p.process.descriptors)).toEqual(["0", "1", "2"]);
	});

	test("P-48 packet mode: one read, one packet, the rest of it is lost", () => {
		const { p, r, w } = pipeOfOne(C.O_DIRECT | C.O_NONBLOCK);
		p.write(w, "abc");
		p.write(w, "de");
		expect([p.read(r, 10), p.read(r, 1), p.read(r, 10)]).toEqual(["abc", "d", "EAGAIN"]);
		expect(p.pipeAt(r).discarded).toBe(1);
	});

	test("P-51 /proc/self/fd/N opens a new description of the same pipe", () => {
		const { p, r } = pipeOfOne();
		const again = p.open(`/proc/self/fd/${r}`, C.O_WRONLY) as number;
		expect(p.pipeAt(r).writers).toBe(2);
		p.write(again, "abc");
		expect(p.read(r, 10)).toBe("abc");
	});
});

describe("nothing to move", () => {
	test("P-14 a write of 0 bytes checks nothing", () => {
		const { p, r, w } = pipeOfOne();
		p.close(r);
		expect(p.write(w, "")).toBe(0);
		expect(p.state).toBe("ready");
	});

	test("P-15 a read of 0 bytes does not block", () => {
		const { p, r } = pipeOfOne();
		expect(p.read(r, 0)).toBe("");
		expect(p.rule).toBe("pipe.read.zero");
	});
});

describe("a reader waits", () => {
	test.each(["linux", "lesson"] as const)("P-10 any byte ends the wait (%s)", (profile) => {
		const { k, reader, writer } = readerAndWriter(profile);
		expect(reader.read(3, 10)).toBe("blocked");
		expect(reader.rule).toBe("pipe.read.empty-blocks");
		writer.write(4, "ab");
		k.run();
		expect(reader.result).toBe("ab");
	});

	test.each(["linux", "lesson"] as const)("P-11 the last close ends the wait (%s)", (profile) => {
		const { k, reader, writer } = readerAndWriter(profile);
		reader.read(3, 10);
		writer.close(4);
		k.run();
		expect(reader.result).toBe("");
	});

	test("P-38 readers are served first come first served, one per byte", () => {
		const { k, p, w } = pipeOfOne();
		const readers = [p.fork(), p.fork(), p.fork()];
		for (const reader of readers) reader.read(3, 1);
		for (let i = 0; i < 3; i++) {
			p.write(w, String(i));
			k.run();
			expect(readers.map((reader) => reader.result)).toEqual(
				["0", "1", "2"].map((byte, j) => (j <= i ? byte : "blocked")),
			);
		}
	});

	test("P-39 the first reader gets all, the second sleeps on", () => {
		const { k, p, w } = pipeOfOne();
		const [a, b] = [p.fork(), p.fork()];
		a.read(3, 100);
		b.read(3, 100);
		p.write(w, "abc");
		k.run();
		expect([a.result, b.result, b.state]).toEqual(["abc", "blocked", "waiting"]);
	});

	test("P-40 the last close wakes all readers", () => {
		const { k, p, w } = pipeOfOne();
		const [a, b] = [p.fork(), p.fork()];
		a.close(w);
		b.close(w);
		a.read(3, 1);
		b.read(3, 1);
		p.close(w);
		k.run();
		expect([a.result, b.result]).toEqual(["", ""]);
	});

	test("a reader that leaves bytes wakes the next one", () => {
		const { k, p, r, w } = pipeOfOne();
		const readers = [p.fork(), p.fork()];
		for (const reader of readers) reader.read(r, 1);
		p.write(w, "ab");
		k.run();
		expect(readers.map((reader) => reader.result)).toEqual(["a", "b"]);
	});

	test("P-49 an exit closes the write end: first the bytes, then end of file", () => {
		const { k, reader, writer } = readerAndWriter();
		writer.write(4, "abc");
		writer.exit(0);
		expect([reader.read(3, 10), reader.read(3, 10)]).toEqual(["abc", ""]);
		k.run();
	});

	test("P-50 both ends in one process: it waits for ever", () => {
		const { k, p, r } = pipeOfOne();
		expect(p.read(r, 1)).toBe("blocked");
		k.run();
		expect(p.state).toBe("waiting");
	});

	test("P-59 a woken reader finds the byte stolen and sleeps on", () => {
		const { k, p, r, w } = pipeOfOne();
		const reader = p.fork();
		reader.read(r, 1);
		p.write(w, "a");
		expect(reader.state).toBe("ready");
		expect(p.read(r, 1)).toBe("a");
		k.run();
		expect(reader.state).toBe("waiting");
		const waits = k.kernel.events.filter((event) => event.kind === "waits");
		expect(waits.map((event) => event.again)).toEqual([false, true]);
		p.write(w, "b");
		k.run();
		expect(reader.result).toBe("b");
	});
});

describe("no reader is left", () => {
	test("P-12 SIGPIPE ends the writer", () => {
		const { p, r, w } = pipeOfOne();
		const child = p.fork();
		p.close(r);
		child.close(r);
		expect(child.write(w, "a")).toBe("ended");
		expect(p.wait()).toBe(child.pid);
		expect(p.status).toBe(SIGPIPE);
	});

	test("P-13 SIGPIPE ignored, handled, blocked: EPIPE each time", () => {
		const { p, r, w } = pipeOfOne();
		p.close(r);
		p.ignore(SIGPIPE);
		expect(p.write(w, "a")).toBe("EPIPE");
		p.handle(SIGPIPE);
		expect(p.write(w, "a")).toBe("EPIPE");
		expect(p.handled).toEqual([SIGPIPE]);
		p.block(SIGPIPE);
		expect(p.write(w, "a")).toBe("EPIPE");
		expect(p.pending()).toEqual([SIGPIPE]);
	});

	test("P-27 a writer asleep that has written nothing gets EPIPE", () => {
		const { k, reader, writer } = readerAndWriter();
		writer.ignore(SIGPIPE);
		fill(writer, 4, 4096);
		expect(writer.write(4, "a")).toBe("blocked");
		reader.close(3);
		k.run();
		expect(writer.result).toBe("EPIPE");
	});

	test("P-28 a writer asleep in the middle returns what it has written, and SIGPIPE comes", () => {
		const { k, reader, writer } = readerAndWriter();
		writer.handle(SIGPIPE);
		expect(writer.write(4, 100_000)).toBe("blocked");
		expect(writer.process.progress.done).toBe(65_536);
		reader.close(3);
		k.run();
		expect([writer.result, writer.rule]).toEqual([65_536, "pipe.write.partial-broken"]);
		expect(writer.handled).toEqual([SIGPIPE]);
		expect(writer.write(4, "a")).toBe("EPIPE");
	});

	test("P-29 unread bytes do not matter", () => {
		const { p, r, w } = pipeOfOne();
		p.ignore(SIGPIPE);
		p.write(w, "abc");
		p.close(r);
		expect(p.write(w, "a")).toBe("EPIPE");
	});

	test("P-57 EPIPE only when the last read descriptor is closed", () => {
		const { p, r, w } = pipeOfOne();
		const child = p.fork();
		p.close(r);
		expect(p.write(w, "a")).toBe(1);
		child.close(r);
		p.ignore(SIGPIPE);
		expect(p.write(w, "a")).toBe("EPIPE");
	});
});

describe("a writer waits", () => {
	test.each([
		["linux", 100_000, 65_536],
		["lesson", 25, 16],
	] as const)("P-26 a write is never short without reason (%s)", (profile, size, capacity) => {
		const { k, reader, writer } = readerAndWriter(profile);
		expect(writer.write(4, size)).toBe("blocked");
		expect(reader.unread(3)).toBe(capacity);
		let read = 0;
		while (read < size) {
			read += (reader.read(3, size) as string).length;
			k.run();
		}
		expect([writer.result, writer.rule]).toEqual([size, "pipe.write.rest"]);
	});

	test("P-36 writes of up to PIPE_BUF stay whole", () => {
		const { k, p, r, w } = pipeOfOne();
		fill(p, w, 4096);
		const [a, b] = [p.fork(), p.fork()];
		a.write(w, "A".repeat(4096));
		b.write(w, "B".repeat(4096));
		p.read(r, 65_536);
		k.run();
		const bytes = p.read(r, 65_536) as string;
		expect(/^A{4096}B{4096}$/.test(bytes)).toBe(true);
	});

	test("P-37 larger writes mix, and each returns its whole count", () => {
		const { k, p, r, w } = pipeOfOne();
		const [a, b] = [p.fork(), p.fork()];
		a.write(w, "A".repeat(200_000));
		b.write(w, "B".repeat(200_000));
		let bytes = "";
		while (bytes.length < 400_000) {
			bytes += p.read(r, 4096);
			k.run();
		}
		expect([a.result, b.result]).toEqual([200_000, 200_000]);
		expect(bytes).toMatch(/A+B+A+B/);
	});

	test("P-41 writers go on first come first served", () => {
		const { k, p, r, w } = pipeOfOne();
		fill(p, w, 4096);
		const writers = ["A", "B", "C"].map((name) => ({ name, actor: p.fork() }));
		for (const { name, actor } of writers) actor.write(w, name);
		p.read(r, 65_536);
		k.run();
		expect(p.read(r, 10)).toBe("ABC");
	});

	test("P-55 one read takes what is there, not the writer's rest", () => {
		const { reader, writer } = readerAndWriter();
		writer.write(4, 100_000);
		expect((reader.read(3, 100_000) as string).length).toBe(65_536);
	});

	test("P-56 the writer sleeps until a whole slot is empty", () => {
		const { k, reader, writer } = readerAndWriter();
		fill(writer, 4, 4096);
		writer.write(4, 1);
		reader.read(3, 1);
		expect(writer.state).toBe("waiting");
		reader.read(3, 4095);
		k.run();
		expect(writer.result).toBe(1);
	});

	test("P-58 one free slot takes the whole message in one step", () => {
		const { k, reader, writer } = readerAndWriter();
		fill(writer, 4, 4096);
		writer.write(4, 4096);
		reader.read(3, 4096);
		k.run();
		expect([writer.result, reader.unread(3)]).toEqual([4096, 65_536]);
	});

	test("bytes: an atomic write waits for room for all of it, a smaller one may pass", () => {
		const { k, p, r, w } = pipeOfOne(0, "lesson");
		fill(p, w, 1);
		const [big, small] = [p.fork(), p.fork()];
		big.write(w, "AAAA");
		small.write(w, "B");
		p.read(r, 2);
		k.run();
		expect([big.result, small.result]).toEqual(["blocked", 1]);
		expect(big.rule).toBe("pipe.write.full-blocks");
		p.read(r, 8);
		k.run();
		expect(big.result).toBe(4);
	});

	test("bytes: a writer that leaves room wakes the next one", () => {
		const { k, p, r, w } = pipeOfOne(0, "lesson");
		fill(p, w, 1);
		const writers = [p.fork(), p.fork()];
		for (const writer of writers) writer.write(w, "AB");
		p.read(r, 4);
		k.run();
		expect(writers.map((writer) => writer.result)).toEqual([2, 2]);
	});

	test("bytes: a wake that its writer cannot use is passed on", () => {
		const { k, p, r, w } = pipeOfOne(0, "lesson");
		fill(p, w, 1);
		const [big, small] = [p.fork(), p.fork()];
		big.write(w, "AAAA");
		small.write(w, "BB");
		p.read(r, 1);
		p.read(r, 3);
		p.write(w, "t");
		k.run();
		expect([big.result, small.result]).toEqual(["blocked", 2]);
	});
});

describe("signals and a waiting end", () => {
	test("P-30 a handler without SA_RESTART: EINTR for reader and writer", () => {
		const { k, reader, writer } = readerAndWriter();
		reader.handle(SIGUSR1);
		reader.read(3, 1);
		writer.kill(reader.pid, SIGUSR1);
		k.run();
		expect([reader.result, reader.handled]).toEqual(["EINTR", [SIGUSR1]]);
		fill(writer, 4, 4096);
		writer.handle(SIGUSR1);
		writer.write(4, 1);
		reader.kill(writer.pid, SIGUSR1);
		k.run();
		expect(writer.result).toBe("EINTR");
	});

	test("P-31 with SA_RESTART the handler runs and the call goes on", () => {
		const { k, reader, writer } = readerAndWriter();
		reader.handle(SIGUSR1, { flags: C.SA_RESTART });
		reader.read(3, 1);
		writer.kill(reader.pid, SIGUSR1);
		k.run();
		expect([reader.result, reader.handled]).toEqual(["blocked", [SIGUSR1]]);
		writer.write(4, "a");
		k.run();
		expect(reader.result).toBe("a");
	});

	test("P-32 a partial count is neither restarted nor turned into EINTR", () => {
		const { k, reader, writer } = readerAndWriter();
		writer.handle(SIGUSR1, { flags: C.SA_RESTART });
		writer.write(4, 100_000);
		reader.kill(writer.pid, SIGUSR1);
		k.run();
		expect([writer.result, writer.rule, writer.handled]).toEqual([
			65_536,
			"signal.interrupt.partial",
			[SIGUSR1],
		]);
	});

	test("what a woken call waits for is looked at before its signals", () => {
		const { k, reader, writer } = readerAndWriter();
		reader.handle(SIGUSR1);
		reader.read(3, 1);
		writer.kill(reader.pid, SIGUSR1);
		writer.write(4, "a");
		k.run();
		expect([reader.result, reader.handled]).toEqual(["a", [SIGUSR1]]);
	});
});

describe("what is told", () => {
	test("dyes go with the bytes", () => {
		const { k, p, r, w } = pipeOfOne();
		const child = p.fork();
		p.write(w, "ab");
		child.write(w, "c");
		k.kernel.events.length = 0;
		p.read(r, 10);
		const dyes = [
			{ pid: p.pid, count: 2 },
			{ pid: child.pid, count: 1 },
		];
		expect(k.kernel.events).toContainEqual(
			expect.objectContaining({ kind: "transfers", direction: "in", offset: 0, dyes }),
		);
	});

	test("the last close tells what vanishes", () => {
		const { k, p, r, w } = pipeOfOne();
		p.write(w, "abc");
		k.kernel.events.length = 0;
		p.close(r);
		p.close(w);
		const told = k.kernel.events.filter((event) => event.kind !== "returns").map((event) => event.kind);
		expect(told).toEqual(["closes", "end-closed", "closes", "end-closed", "vanishes"]);
		expect(k.kernel.state.pipes).toEqual({});
	});

	test("a descriptor remembers the call that made it and the fork that carried it", () => {
		const { p, r } = pipeOfOne();
		const child = p.fork();
		const { origin } = child.process.descriptors[r] ?? {};
		expect(origin).toEqual({
			call: "pipe",
			pid: p.pid,
			place: null,
			inherited: [{ by: "fork", from: p.pid, to: child.pid, place: null }],
		});
	});
});
