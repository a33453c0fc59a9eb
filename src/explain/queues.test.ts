// What is said of message queues: calls, answers, waits, and who could end them.
import { beforeEach, describe, expect, test } from "vitest";
import {
	boot,
	call,
	type Kernel,
	laws,
	type Pid,
	profiles,
	type SystemCall,
	spawn,
} from "../kernel/index.ts";
import { tell, type View, waitOf } from "./index.ts";

const O_RDWR = 2;
const O_CREAT = 0o100;
const closed = { interactive: false };
let kernel: Kernel;
let names: Map<Pid, string> = new Map();
let sender: Pid;
let receiver: Pid;

function view(): View {
	return { kernel: kernel.state, names, place: () => null };
}

/** Makes the call and returns what is told of its answer. */
function does(pid: Pid, asked: SystemCall): string {
	kernel.events.length = 0;
	call(kernel, pid, asked, null);
	expect(laws(kernel)).toEqual([]);
	return tell(kernel.events, view())?.sentence.text ?? "";
}

function asks(pid: Pid, asked: SystemCall) {
	const told = tell([{ kind: "calls", pid, call: asked }], view());
	return [told?.sentence.text, told?.depends?.text];
}

const bytes = new TextEncoder().encode("hi");
const open = (path: string): SystemCall => {
	const attributes = { messages: 2, size: 8 };
	return { name: "mq_open", path, flags: O_RDWR | O_CREAT, mode: 0o600, attributes };
};
const send: SystemCall = { name: "mq_send", fd: 3, bytes, priority: 5, until: null };
const receive: SystemCall = { name: "mq_receive", fd: 3, size: 8, until: null };

beforeEach(() => {
	kernel = boot({
		limits: profiles.lesson,
		programs: ["main"],
		terminal: { stdin: { ...closed, bytes: new Uint8Array(0), ended: true }, stdout: closed, stderr: closed },
	});
	sender = spawn(kernel, "main");
	does(sender, open("/q"));
	does(sender, { name: "fork" });
	receiver = sender + 1;
	names = new Map([
		[sender, "ann"],
		[receiver, "bob"],
	]);
});

describe("POSIX queues in words", () => {
	test("what is asked, and what the answer depends on", () => {
		expect(asks(sender, send)).toEqual([
			'ann calls mq_send(3, "hi", 2, 5): it asks to put 2 bytes into the queue as one message of priority 5.',
			"ann has only asked; the kernel has not answered yet. What it answers depends on how much room there is in the queue, and on whether somebody sleeps at it for a message.",
		]);
	});

	test("what was answered", () => {
		expect(does(sender, send)).toBe('ann puts a message into the queue, "hi", priority 5: 1 of 2 messages.');
		expect(does(receiver, receive)).toBe(
			'bob receives one message of 2 bytes from the queue, "hi", priority 5: no messages left.',
		);
		expect(does(receiver, { ...receive, size: 7 })).toBe(
			"mq_receive(3, …, 7) fails for bob with EMSGSIZE: the buffer has 7 bytes, and must hold the longest message the queue allows, 8.",
		);
	});

	test("who waits for a message, and who could send it", () => {
		expect(does(receiver, receive)).toBe("No message is in the queue, so bob waits in mq_receive.");
		const wait = waitOf(view(), receiver);
		expect(wait?.what.text).toBe(
			"bob waits in mq_receive for a message in the queue. A queue has no end of file: it waits even when no sender is left.",
		);
		expect([wait?.enders.text, wait?.forever]).toEqual([
			"ann could end the wait by sending a message.",
			false,
		]);
		expect(does(sender, send)).toBe(
			'ann sends a message, "hi", priority 5: it goes straight to whoever waits for it at the queue. bob wakes.',
		);
	});

	test("who waits for room", () => {
		does(sender, send);
		does(sender, send);
		expect(does(sender, send)).toBe("The queue is full (2 of 2 messages), so ann waits in mq_send.");
		expect(waitOf(view(), sender)?.enders.text).toBe("bob could end the wait by receiving one.");
	});

	test("a call that may take a time is told by its name, with the time", () => {
		const timed = { ...send, until: 60_000 } as SystemCall;
		expect(asks(sender, timed)[0]).toBe(
			'ann calls mq_timedsend(3, "hi", 2, 5, until 60 ms): it asks to put 2 bytes into the queue as one message of priority 5.',
		);
		does(sender, send);
		does(sender, send);
		expect(does(sender, timed)).toBe(
			"The queue is full (2 of 2 messages), so ann waits in mq_timedsend, until its time is up.",
		);
		expect(waitOf(view(), sender)?.what.text).toContain("ann waits in mq_timedsend for room");
		expect(asks(receiver, { ...receive, until: 70_000 } as SystemCall)[0]).toContain(
			"bob calls mq_timedreceive(3, …, 8, until 70 ms)",
		);
	});

	test("a mailbox is called a mailbox", () => {
		does(receiver, { name: "mailbox_open", path: "/letters", capacity: 2 });
		does(receiver, { name: "mailbox_receive", fd: 4, size: 8 });
		expect(waitOf(view(), receiver)?.what.text).toBe(
			"bob waits in mailbox_receive for a letter in mailbox /letters. A mailbox has no end of file: it waits even when no sender is left.",
		);
	});

	test("nobody is left: for ever, unless somebody who moves may open it by its name", () => {
		does(receiver, receive);
		does(sender, { name: "exit", status: 0 });
		expect(waitOf(view(), receiver)?.forever).toBe(true);
		expect(waitOf(view(), receiver)?.enders.text).toBe("Nobody is left to send to it.");
		names.set(spawn(kernel, "main"), "eve");
		expect(waitOf(view(), receiver)?.forever).toBe(false);
		expect(waitOf(view(), receiver)?.enders.text).toBe("Any process that opens the queue and sends ends it.");
	});

	test("SIGEV_THREAD is refused in words", () => {
		const notify = { name: "mq_notify", fd: 3, how: 2, signal: 0, value: 0 } as const;
		expect(does(sender, notify)).toBe(
			"mq_notify(3, …) fails for ann with ENOSYS: there are no threads here yet; SIGEV_SIGNAL works.",
		);
	});
});

test("System V queues in words", () => {
	does(sender, { name: "mq_unlink", path: "/q" });
	expect(does(sender, { name: "msgget", key: 0x51, flags: O_RDWR | 0o1600 })).toBe(
		"ann makes a new queue: its id is 0.",
	);
	expect(does(receiver, { name: "msgrcv", msqid: 0, size: 8, type: 2, flags: 0 })).toBe(
		"bob waits in msgrcv: a message of type 2 is not in queue 0.",
	);
	expect(does(sender, { name: "msgsnd", msqid: 0, type: 1, bytes, size: 2, flags: 0 })).toBe(
		'ann puts a message into queue 0, "hi", type 1: 1 message, 2 of 16384 bytes.',
	);
	expect(waitOf(view(), receiver)?.what.text).toContain("for a message of type 2 in queue 0");
	expect(does(sender, { name: "msgctl", msqid: 0, command: 0, change: null })).toBe(
		"ann removes the queue with all that is inside. Queue 0 is gone, and 1 message with it. bob wakes.",
	);
});
