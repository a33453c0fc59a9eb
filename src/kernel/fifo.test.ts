// FIFOs, row by row: what needs several processes, users or the kernel's own view. The rest is in computer/programs.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import { type Actor, world } from "./world.ts";

const { SIGKILL, SIGUSR1 } = C.signals;

function mkfifo(p: Actor, path: string, mode = 0o666) {
	return p.ask({ name: "mknod", path, mode: C.S_IFIFO | mode });
}

/** A parent and `count` children, and a FIFO that nobody has open. */
function family(count: number) {
	const k = world();
	const parent = k.process();
	mkfifo(parent, "p");
	return { k, parent, children: Array.from({ length: count }, () => parent.fork()) };
}

describe("the rendezvous in open", () => {
	test("F-06 a reader sleeps in open until a writer opens; both go on", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		expect(child.open("p")).toBe("blocked");
		expect([child.state, child.rule]).toEqual(["waiting", "fifo.open.waits"]);
		expect(parent.open("p", C.O_WRONLY)).toBe(3);
		expect(parent.rule).toBe("fifo.open.partner-there");
		k.run();
		expect([child.result, child.rule]).toEqual([3, "fifo.open.partner-came"]);
		parent.write(3, "abc");
		expect(child.read(3, 9)).toBe("abc");
	});

	test("F-09 a writer that has come and gone ends the wait all the same", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		child.open("p");
		parent.open("p", C.O_WRONLY);
		parent.close(3);
		k.run();
		expect([child.result, child.read(3, 1)]).toEqual([3, ""]);
	});

	test("F-19 two that open two FIFOs in opposite order wait for ever", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		mkfifo(parent, "q");
		expect(parent.open("p", C.O_WRONLY)).toBe("blocked");
		expect(child.open("q", C.O_WRONLY)).toBe("blocked");
		k.run();
		expect([parent.state, child.state]).toEqual(["waiting", "waiting"]);
	});

	test("F-25 one writer frees all readers that sleep in open", () => {
		const { k, parent, children } = family(3);
		for (const child of children) child.open("p");
		parent.open("p", C.O_WRONLY);
		k.run();
		expect(children.map(({ result }) => result)).toEqual([3, 3, 3]);
	});

	test("F-17 the name may go while somebody sleeps in open", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		child.open("p");
		expect(parent.ask({ name: "unlink", path: "p" })).toBe(0);
		expect(parent.rule).toBe("file.unlink.still-open");
		expect(mkfifo(parent, "p")).toBe(0);
		expect(parent.open("p", C.O_WRONLY | C.O_NONBLOCK)).toBe("ENXIO");
		k.run();
		expect(child.state).toBe("waiting");
	});

	test.each([
		["killed", SIGKILL],
		["interrupted", SIGUSR1],
	])("a reader %s in open is a reader no more", (_, signal) => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		child.handle(SIGUSR1);
		child.open("p");
		parent.kill(child.pid, signal);
		k.run();
		expect(child.result).toBe(signal === SIGKILL ? "ended" : "EINTR");
		expect(parent.open("p", C.O_WRONLY | C.O_NONBLOCK)).toBe("ENXIO");
		expect(Object.keys(k.kernel.state.pipes)).toEqual([]);
	});

	test("F-18 with SA_RESTART the open goes on waiting", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		child.handle(SIGUSR1, { flags: C.SA_RESTART });
		child.open("p");
		parent.kill(child.pid, SIGUSR1);
		k.run();
		expect([child.handled, child.state]).toEqual([[SIGUSR1], "waiting"]);
		parent.open("p", C.O_WRONLY);
		k.run();
		expect(child.result).toBe(3);
	});
});

describe("users and sizes", () => {
	test("F-20 permission bits hold for FIFOs", () => {
		const { parent } = family(0);
		mkfifo(parent, "own", 0o400);
		expect(parent.open("own", C.O_WRONLY | C.O_NONBLOCK)).toBe("EACCES");
		expect(parent.open("own", C.O_RDONLY | C.O_NONBLOCK)).toBe(3);
	});

	test("F-23 a FIFO is as large as a pipe, and as atomic", () => {
		const { parent } = family(0);
		parent.open("p", C.O_RDONLY | C.O_NONBLOCK);
		parent.open("p", C.O_WRONLY | C.O_NONBLOCK);
		expect(parent.fcntl(4, C.F_GETPIPE_SZ)).toBe(65_536);
		expect(parent.write(4, 70_000)).toBe(65_536);
		expect(parent.write(4, 1)).toBe("EAGAIN");
	});

	test("F-16 the last close takes the bytes along; the name stays", () => {
		const { k, parent } = family(0);
		parent.open("p", C.O_RDWR);
		parent.write(3, "abc");
		parent.close(3);
		expect(Object.keys(k.kernel.state.pipes)).toEqual([]);
		expect(Object.values(k.kernel.state.fifos)[0]?.pipe).toBeNull();
	});
});
