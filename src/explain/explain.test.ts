// The words: one scripted world per case, and what is said of it.
import { describe, expect, test } from "vitest";
import {
	boot,
	call,
	type Kernel,
	type KernelEvent,
	laws,
	type Pid,
	profiles,
	type SystemCall,
	spawn,
} from "../kernel/index.ts";
import { rules } from "../kernel/rules.ts";
import { diagnose } from "./diagnosis.ts";
import { tell, type View, waitOf } from "./index.ts";
import { ruleOf } from "./rules.ts";

const NAMES = new Map<Pid, string>();

class World {
	readonly kernel: Kernel;
	readonly parent: Pid;
	line = 0;

	constructor() {
		const closed = { interactive: false };
		this.kernel = boot({
			limits: { ...profiles.lesson, pipeSlots: 8, pipeAtomic: 4 },
			programs: ["main"],
			terminal: {
				stdin: { ...closed, bytes: new Uint8Array(0), ended: true },
				stdout: closed,
				stderr: closed,
			},
		});
		this.parent = spawn(this.kernel, "main");
		NAMES.clear();
		NAMES.set(this.parent, "parent");
	}

	/** Makes the call on the next line and returns what was told of it. */
	does(pid: Pid, systemCall: SystemCall): string {
		this.kernel.events.length = 0;
		this.line++;
		call(this.kernel, pid, systemCall, { file: "main.c", line: this.line });
		expect(laws(this.kernel)).toEqual([]);
		return tell(this.kernel.events, this.view())?.sentence.text ?? "";
	}

	forks(pid: Pid, name: string): Pid {
		this.does(pid, { name: "fork" });
		const child = Math.max(...Object.keys(this.kernel.state.processes).map(Number));
		NAMES.set(child, name);
		return child;
	}

	view(): View {
		return { kernel: this.kernel.state, names: NAMES, place: () => ({ file: "main.c", line: this.line }) };
	}
}

const bytes = (text: string) => new TextEncoder().encode(text);
const pipe: SystemCall = { name: "pipe", flags: 0 };
const read = (fd: number, count = 4): SystemCall => ({ name: "read", fd, count });
const write = (fd: number, text: string): SystemCall => ({ name: "write", fd, bytes: bytes(text) });
const close = (fd: number): SystemCall => ({ name: "close", fd });
const wait: SystemCall = { name: "wait4", who: -1, options: 0 };

describe("what just happened", () => {
	test("a pipe's life, sentence by sentence", () => {
		const world = new World();
		const { parent } = world;
		expect(world.does(parent, pipe)).toBe(
			"parent makes a pipe: descriptor 3 reads from it, descriptor 4 writes to it.",
		);
		const child = world.forks(parent, "child");
		expect(world.does(parent, close(3))).toBe(
			"parent closes descriptor 3. 1 read descriptor of the pipe is left, in child.",
		);
		expect(world.does(child, read(3))).toBe(
			"The pipe is empty and 2 write descriptors are open, so child waits in read.",
		);
		expect(world.does(parent, write(4, "hi"))).toBe(
			'parent writes 2 bytes into the pipe, "hi": it holds 2 of 8. child wakes.',
		);
		expect(world.does(child, read(3))).toBe(
			'After its wait, child reads 2 bytes from the pipe, "hi": it is now empty.',
		);
		expect(world.does(child, close(4))).toBe(
			"child closes descriptor 4. 1 write descriptor of the pipe is left, in parent.",
		);
		expect(world.does(parent, close(4))).toBe(
			"parent closes descriptor 4. That was the last write descriptor of the pipe.",
		);
		expect(world.does(child, read(3))).toBe(
			"read returns 0 to child: the pipe is empty and nobody has its write end open. That is end of file.",
		);
	});

	test("names, permissions and positions", () => {
		const world = new World();
		const { parent } = world;
		const lseek = (fd: number): SystemCall => ({ name: "lseek", fd, offset: 0, whence: 1 });
		const said = [
			world.does(parent, { name: "mknod", path: "jobs", mode: 0o010622 }),
			world.does(parent, { name: "chmod", path: "jobs", mode: 0o600 }),
			world.does(parent, { name: "open", path: "jobs", flags: 2, mode: 0 }),
			world.does(parent, { name: "fstat", fd: 3 }),
			world.does(parent, lseek(3)),
			world.does(parent, { name: "open", path: "notes", flags: 0o102, mode: 0o600 }),
			world.does(parent, lseek(4)),
			world.does(parent, { name: "unlink", path: "jobs" }),
		];
		expect(said).toEqual([
			"parent makes the FIFO jobs: a name that any process may open, if its mode lets it.",
			"the permissions of jobs are 0600 now: that is looked at when somebody opens it.",
			"parent opens jobs as descriptor 3.",
			"parent learns what descriptor 3 leads to: the FIFO jobs.",
			"lseek(3, 0, SEEK_CUR) fails for parent with ESPIPE: the FIFO jobs has no position.",
			"parent opens notes as descriptor 4.",
			"parent learns where descriptor 4 stands: at 0.",
			"parent removes the name jobs.",
		]);
	});

	test.each<[SystemCall, string]>([
		[
			{ name: "mknod", path: "jobs", mode: 0o010622 },
			'parent calls mkfifo("jobs", 0622): it asks for a FIFO with the name jobs.',
		],
		[
			{ name: "open", path: "jobs", flags: 1, mode: 0 },
			'parent calls open("jobs", O_WRONLY): it asks to open jobs for writing.',
		],
		[
			{ name: "chmod", path: "jobs", mode: 0o600 },
			'parent calls chmod("jobs", 0600): it asks for the permissions 0600 on jobs.',
		],
		[
			{ name: "nanosleep", ticks: 60_000 },
			"parent calls clock_nanosleep(60 ms): it asks to sleep for 60 ms.",
		],
		[{ name: "fstat", fd: 1 }, "parent calls fstat(1): it asks what descriptor 1 leads to."],
		[
			{ name: "lseek", fd: 1, offset: 0, whence: 1 },
			"parent calls lseek(1, 0, SEEK_CUR): it asks where it stands in standard output.",
		],
	])("what is asked for: %o", (systemCall, sentence) => {
		const world = new World();
		const { parent } = world;
		expect(tell([{ kind: "calls", pid: parent, call: systemCall }], world.view())?.sentence.text).toBe(
			sentence,
		);
	});

	test("a FIFO is called by its name, as long as it has one", () => {
		const world = new World();
		const { parent } = world;
		const fifo = 0o010644;
		const open = (flags: number): SystemCall => ({ name: "open", path: "jobs", flags, mode: 0 });
		world.does(parent, { name: "mknod", path: "jobs", mode: fifo });
		const child = world.forks(parent, "child");
		expect(world.does(child, open(0))).toBe(
			"child waits in open: nobody has opened the FIFO jobs for writing yet.",
		);
		expect(waitOf(world.view(), child)?.what.text).toBe(
			"child waits in open for somebody to open the FIFO jobs for writing.",
		);
		world.does(parent, open(1));
		world.does(child, open(0));
		expect(world.does(child, read(3))).toBe(
			"The FIFO jobs is empty and 1 write descriptor is open, so child waits in read.",
		);
		world.does(parent, { name: "unlink", path: "jobs" });
		expect(world.does(parent, close(3))).toBe(
			"parent closes descriptor 3. That was the last write descriptor of the FIFO. child wakes.",
		);
	});

	test("with its last descriptor the buffer of a FIFO goes, and what is in it; the name does not", () => {
		const world = new World();
		const { parent } = world;
		world.does(parent, { name: "mknod", path: "jobs", mode: 0o010644 });
		world.does(parent, { name: "open", path: "jobs", flags: 2, mode: 0 });
		world.does(parent, write(3, "soup"));
		expect(world.does(parent, close(3))).toBe(
			"parent closes descriptor 3. Those were the last descriptors of the FIFO jobs. Its buffer is gone, and 4 unread bytes with it.",
		);
	});

	test("a write that does not fit says how much went in", () => {
		const world = new World();
		world.does(world.parent, pipe);
		world.forks(world.parent, "child");
		expect(world.does(world.parent, write(4, "abcdefghijkl"))).toBe(
			"parent writes 8 of 12 bytes: the pipe is full (8 of 8 bytes), so it waits in write with the rest.",
		);
	});

	test("a write that goes in piece by piece says how far it has come, and when the last bytes are in", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "child");
		const long = write(4, "abcdefghijkl");
		world.does(world.parent, long);
		world.does(child, read(3, 1));
		expect(world.does(world.parent, long)).toBe(
			"parent has now written 9 of its 12 bytes: the pipe is full again (8 of 8 bytes), so it waits in write with the rest.",
		);
		world.does(child, read(3, 3));
		expect(world.does(world.parent, long)).toBe(
			"After its wait, parent has written all its 12 bytes: the pipe holds the last 8.",
		);
	});

	test("a write whose reader leaves on the way has written a part, not all", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "child");
		world.does(world.parent, { name: "close", fd: 3 });
		const long = write(4, "abcdefghijkl");
		world.does(world.parent, long);
		world.does(child, { name: "close", fd: 3 });
		expect(world.does(world.parent, long)).toMatch(/^After its wait, parent writes 8 of 12 bytes/);
	});

	test("a process that ends and held both ends: the pipe goes with it", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "child");
		world.does(world.parent, close(3));
		world.does(world.parent, close(4));
		expect(world.does(child, { name: "exit", status: 0 })).toContain(
			"Those were the last descriptors of the pipe. The pipe is gone.",
		);
	});

	test("of two pipes that go with one process each is told by its number", () => {
		const world = new World();
		world.does(world.parent, pipe);
		world.does(world.parent, pipe);
		world.does(world.parent, close(3));
		expect(world.does(world.parent, { name: "exit", status: 0 })).toContain(
			"That was the last write descriptor of pipe 1. Pipe 1 is gone. Those were the last descriptors of pipe 2. Pipe 2 is gone.",
		);
	});

	test("a failed call gives its errno and the reason", () => {
		const world = new World();
		expect(world.does(world.parent, read(9))).toBe(
			"read(9, …, 4) fails for parent with EBADF: no such descriptor is open in this process.",
		);
	});

	test("a call is told before its answer", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const events: KernelEvent[] = [{ kind: "calls", pid: world.parent, call: read(3) }];
		expect(tell(events, world.view())?.sentence.text).toBe(
			"parent calls read(3, …, 4): it asks for up to 4 bytes from the pipe.",
		);
	});

	test("a step in which nothing reached the kernel has no sentence", () => {
		expect(tell([], new World().view())).toBeNull();
	});
});

describe("why it waits", () => {
	test("for bytes, and the writer could end it", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "child");
		world.does(child, read(3));
		const explained = waitOf(world.view(), child);
		expect(explained?.what.text).toBe(
			"child waits in read for bytes in the pipe, or for its last write descriptor to be closed.",
		);
		expect(explained?.enders.text).toBe("parent could end the wait by a write or a close.");
		expect(explained).toMatchObject({ forever: false, since: { line: 3 }, by: [world.parent] });
	});

	test("a process that does not wait has no explanation", () => {
		const world = new World();
		expect(waitOf(world.view(), world.parent)).toBeNull();
	});
});

describe("why it hangs", () => {
	test("a reader that holds a write end itself: which descriptor, opened and inherited where", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "reader");
		world.does(world.parent, close(4));
		world.does(child, read(3));
		world.does(world.parent, wait);
		const diagnosis = diagnose(world.view());
		expect(diagnosis?.kind).toBe("own-write-end");
		expect(diagnosis?.culprits).toEqual([
			{
				pid: child,
				process: "reader",
				descriptor: 4,
				line: { file: "main.c", line: 5 },
				openedBy: "pipe",
				openedAt: { file: "main.c", line: 1 },
				inheritedAt: { file: "main.c", line: 2 },
			},
		]);
		expect(diagnosis?.sentence.text).toBe(
			"reader waits for ever in read on line 4: the pipe is empty, and reader itself still holds a write end of it, so end of file never comes. " +
				"reader holds it as descriptor 4, opened by pipe on line 1 and inherited at the fork on line 2.",
		);
		expect(diagnosis?.cure?.text).toBe("Close that write end in reader before line 4.");
	});

	test("a parent that waits for its child before it closes its write end", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "reader");
		world.does(child, close(4));
		world.does(child, read(3));
		world.does(world.parent, wait);
		const diagnosis = diagnose(world.view());
		expect(diagnosis).toMatchObject({ kind: "write-end-left-open", pid: child });
		expect(diagnosis?.culprits.map(({ process, descriptor }) => [process, descriptor])).toEqual([
			["parent", 4],
		]);
	});

	test("a writer that waits for room while its reader waits for it to end", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "writer");
		world.does(child, close(3));
		world.does(child, write(4, "abcdefghijkl"));
		world.does(world.parent, wait);
		const diagnosis = diagnose(world.view());
		expect(diagnosis).toMatchObject({ kind: "wait-before-reading", pid: child });
		expect(diagnosis?.culprits.map((culprit) => culprit.process)).toEqual(["parent"]);
	});

	test("nobody is blamed while somebody can still move", () => {
		const world = new World();
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "reader");
		world.does(child, read(3));
		expect(diagnose(world.view())).toBeNull();
	});

	test("two that each wait for the other to begin, with every end still open: a message is missing", () => {
		const world = new World();
		world.does(world.parent, pipe);
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "server");
		world.does(child, read(3));
		world.does(world.parent, read(5));
		const diagnosis = diagnose(world.view());
		expect(diagnosis).toMatchObject({ kind: "each-waits-to-read", remedies: [] });
		expect(diagnosis?.cure?.text).toMatch(/^One of the two has to write first/);
	});

	test("two that each wait for the other to begin: closing an end is no cure", () => {
		const world = new World();
		world.does(world.parent, pipe);
		world.does(world.parent, pipe);
		const child = world.forks(world.parent, "server");
		for (const fd of [4, 5]) world.does(child, close(fd));
		for (const fd of [3, 6]) world.does(world.parent, close(fd));
		world.does(child, read(3));
		world.does(world.parent, read(5));
		const diagnosis = diagnose(world.view());
		expect(diagnosis).toMatchObject({ kind: "each-waits-to-read", remedies: [] });
		expect(diagnosis?.sentence.text).toMatch(
			/Each waits for the other: \w+ waits in read for bytes in pipe 1/,
		);
	});

	test("a pause that nobody can end", () => {
		const world = new World();
		world.does(world.parent, { name: "pause" });
		expect(diagnose(world.view())?.kind).toBe("signal-never-comes");
	});
});

describe("rules", () => {
	test("every rule has a sentence that ends, and a man page", () => {
		for (const id of Object.keys(rules)) {
			const rule = ruleOf(id);
			expect(rule?.sentence, id).toMatch(/^[A-Z_a-z/].*\.$/s);
			expect(rule?.man.length, id).toBeGreaterThan(0);
			for (const page of rule?.man ?? []) expect(page, id).toMatch(/^[\w.]+\(\d\w*\)$/);
		}
	});

	test("an unknown name has no rule", () => {
		expect(ruleOf("pipe.read.unheard-of")).toBeNull();
		expect(ruleOf("toString")).toBeNull();
	});
});
