// Message queues, row by row: what needs other users, other limits or the kernel's own view. The rest is in computer/programs.
import { describe, expect, test } from "vitest";
import * as C from "./constants.ts";
import type { MessageQueue } from "./state.ts";
import { type Actor, ascii, world } from "./world.ts";

const { SIGCONT, SIGKILL, SIGSTOP, SIGUSR1 } = C.signals;

function open(p: Actor, path: string, flags = C.O_RDWR | C.O_CREAT, messages = 2, size = 16, mode = 0o600) {
	return p.ask({ name: "mq_open", path, flags, mode, attributes: { messages, size } });
}

function send(p: Actor, text: string, priority = 0, fd = 3) {
	return p.ask({ name: "mq_send", fd, bytes: ascii(text), priority, until: null });
}

function receive(p: Actor, fd = 3, size = 16) {
	const result = p.ask({ name: "mq_receive", fd, size, until: null });
	return p.reply?.kind === "message" ? String.fromCharCode(...p.reply.bytes) : result;
}

function received(p: Actor) {
	return p.reply?.kind === "message" ? String.fromCharCode(...p.reply.bytes) : p.result;
}

function become(p: Actor, uid: number) {
	const { journal } = p.world.kernel;
	for (const field of ["uid", "euid", "gid", "egid"] as const) journal.set(p.process, field, uid);
	journal.set(p.process, "groups", []);
}

/** A parent with a queue of two messages on descriptor 3, and children that share it. */
function family(count: number) {
	const k = world();
	const parent = k.process();
	open(parent, "/q");
	return { k, parent, children: Array.from({ length: count }, () => parent.fork()) };
}

function queue(p: Actor): MessageQueue {
	return Object.values(p.world.kernel.state.queues)[0] as MessageQueue;
}

describe("limits", () => {
	test.each([
		["MQ-04 ten messages of 8192 bytes", 10, 8192, 3],
		["MQ-04 eleven messages", 11, 16, "EINVAL"],
		["MQ-04 messages of 8193 bytes", 1, 8193, "EINVAL"],
		["MQ-04 no message", 0, 16, "EINVAL"],
		["MQ-04 a negative size", 1, -1, "EINVAL"],
	] as const)("%s", (_, messages, size, expected) => {
		expect(open(world().process(), "/q", undefined, messages, size)).toBe(expected);
	});

	test("MQ-30 nine usual queues fit into RLIMIT_MSGQUEUE; unlinked ones count while they are open", () => {
		const p = world().process();
		const usual = (name: string) =>
			p.ask({ name: "mq_open", path: name, flags: C.O_RDWR | C.O_CREAT, mode: 0o600, attributes: null });
		const made = Array.from({ length: 10 }, (_, i) => usual(`/q${i}`));
		expect(made).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, "EMFILE"]);
		expect(p.rule).toBe("queue.open.no-room");
		p.ask({ name: "mq_unlink", path: "/q0" });
		expect(usual("/again")).toBe("EMFILE");
		p.close(3);
		expect(usual("/again")).toBe(3);
	});

	test("MQ-04 root may ask for more", () => {
		const p = world().process();
		become(p, 0);
		expect(open(p, "/q", undefined, 11, 8193)).toBe(3);
	});
});

describe("other users", () => {
	test.each([
		["MQ-28 a queue that others may read opens for reading", 0o604, C.O_RDONLY, 3],
		["MQ-28 and not for writing", 0o604, C.O_WRONLY, "EACCES"],
		["MQ-28 nor for both", 0o604, C.O_RDWR, "EACCES"],
		["MQ-28 one for its owner alone does not open", 0o600, C.O_RDONLY, "EACCES"],
	] as const)("%s", (_, mode, flags, expected) => {
		const k = world();
		const owner = k.process();
		open(owner, "/q", undefined, 2, 16, mode);
		const other = k.process();
		become(other, 2000);
		expect(open(other, "/q", flags)).toBe(expected);
	});

	test("MQ-29 only its owner takes the name of a queue away", () => {
		const k = world();
		open(k.process(), "/q", undefined, 2, 16, 0o666);
		const other = k.process();
		become(other, 2000);
		expect(other.ask({ name: "mq_unlink", path: "/q" })).toBe("EACCES");
		expect(other.ask({ name: "unlink", path: "/dev/mqueue/q" })).toBe("EACCES");
	});

	test("SV-12 System V asks the mode at every call", () => {
		const k = world();
		const owner = k.process();
		const msqid = owner.ask({ name: "msgget", key: 7, flags: C.IPC_CREAT | 0o604 }) as number;
		const other = k.process();
		become(other, 2000);
		const get = (flags: number) => other.ask({ name: "msgget", key: 7, flags });
		expect([get(0), get(0o600), get(0o400)]).toEqual([msqid, "EACCES", msqid]);
		const bytes = ascii("x");
		expect(other.ask({ name: "msgsnd", msqid, type: 1, bytes, size: 1, flags: 0 })).toBe("EACCES");
		expect(other.ask({ name: "msgrcv", msqid, type: 0, size: 9, flags: C.IPC_NOWAIT })).toBe("ENOMSG");
		expect(other.ask({ name: "msgctl", msqid, command: C.IPC_RMID, change: null })).toBe("EPERM");
		expect(owner.ask({ name: "msgctl", msqid, command: C.IPC_RMID, change: null })).toBe(0);
	});
});

describe("hands", () => {
	test("who is killed with a message in its hands has taken it with it", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		receive(child);
		expect(send(parent, "m")).toBe(0);
		expect(parent.rule).toBe("queue.send.handed");
		expect(queue(parent).messages).toEqual([]);
		parent.kill(child.pid, SIGKILL);
		k.run();
		expect([child.state, queue(parent)]).toMatchObject(["zombie", { sent: 1, received: 1, messages: [] }]);
	});

	test("a message handed over comes before the signal that came later", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		child.handle(SIGUSR1);
		receive(child);
		send(parent, "m");
		parent.kill(child.pid, SIGUSR1);
		k.run();
		expect(received(child)).toBe("m");
		expect(child.handled).toEqual([SIGUSR1]);
	});

	test("who is stopped stands in no line, and goes to the end of it", () => {
		const { k, parent, children } = family(2);
		const [first, second] = children as [Actor, Actor];
		receive(first);
		receive(second);
		parent.kill(first.pid, SIGSTOP);
		k.run();
		expect(queue(parent).receiveQueue).toEqual([second.pid]);
		parent.kill(first.pid, SIGCONT);
		k.run();
		send(parent, "1");
		send(parent, "2");
		k.run();
		expect([received(first), received(second)]).toEqual(["2", "1"]);
	});

	test("the less nice stands before the nicer", () => {
		const { k, parent, children } = family(2);
		const [nice, plain] = children as [Actor, Actor];
		nice.ask({ name: "setpriority", which: 0, who: 0, nice: 5 });
		receive(nice);
		receive(plain);
		send(parent, "1");
		send(parent, "2");
		k.run();
		expect([received(nice), received(plain)]).toEqual(["2", "1"]);
	});
});

describe("what stays", () => {
	test("a queue outlives everybody; messages know their senders", () => {
		const { k, parent, children } = family(1);
		const [child] = children as [Actor];
		send(child, "a", 2);
		k.pass(50);
		send(child, "b", 1);
		for (const p of [child, parent]) p.ask({ name: "exit", status: 0 });
		const { id, messages } = Object.values(k.kernel.state.queues)[0] as MessageQueue;
		expect(messages.map(({ pid, type, uid }) => [pid, type, uid])).toEqual([
			[child.pid, 2, 1000],
			[child.pid, 1, 1000],
		]);
		expect((messages[1]?.at ?? 0) - (messages[0]?.at ?? 0)).toBe(50);
		const late = k.process();
		expect(open(late, "/q", C.O_RDONLY)).toBe(3);
		expect([receive(late), receive(late)]).toEqual(["a", "b"]);
		late.ask({ name: "mq_unlink", path: "/q" });
		expect(k.kernel.state.queues[id]).toBeDefined();
		late.close(3);
		expect(k.kernel.state.queues[id]).toBeUndefined();
	});

	test("a file made in /dev/mqueue is a queue; nothing else can be made there", () => {
		const p = world().process();
		expect(p.open("/dev/mqueue/q", C.O_RDWR | C.O_CREAT)).toBe(3);
		expect(queue(p)).toMatchObject({ name: "q", mostMessages: 10, messageSize: 8192 });
		expect(p.ask({ name: "mkdir", path: "/dev/mqueue/d", mode: 0o777 })).toBe("EPERM");
		expect(p.ask({ name: "mknod", path: "/dev/mqueue/f", mode: C.S_IFIFO | 0o666 })).toBe("EPERM");
		expect(p.ask({ name: "unlink", path: "/dev/mqueue/q" })).toBe(0);
	});

	test("SIGEV_THREAD is refused, as there are no threads", () => {
		const { parent } = family(0);
		const asked = { name: "mq_notify", fd: 3, how: C.SIGEV_THREAD, signal: 0, value: 0 } as const;
		expect([parent.ask(asked), parent.rule]).toEqual(["ENOSYS", "queue.notify.thread"]);
	});
});
