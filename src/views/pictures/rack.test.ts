// The rack of envelopes as data: whose stamp, which turn, who waits, what is left over.
import { describe, expect, test } from "vitest";
import {
	boot,
	call,
	type Kernel,
	type KernelEvent,
	type Pid,
	profiles,
	type SystemCall,
	spawn,
} from "../../kernel/index.ts";
import { changesOf } from "./changes.ts";
import { type RackPicture, rackPictures, rackText } from "./rack.ts";

const closed = { interactive: false };

function start(): { kernel: Kernel; ann: Pid; bob: Pid } {
	const kernel = boot({
		limits: profiles.lesson,
		programs: ["main"],
		terminal: { stdin: { ...closed, bytes: new Uint8Array(0), ended: true }, stdout: closed, stderr: closed },
	});
	return { kernel, ann: spawn(kernel, "main"), bob: spawn(kernel, "main") };
}

/** The rack after a call, and what that call changed. */
function rackAfter(kernel: Kernel, pid: Pid, asked: SystemCall): RackPicture {
	kernel.events.length = 0;
	call(kernel, pid, asked, null);
	const events: readonly KernelEvent[] = kernel.events;
	return rackPictures(kernel.state, changesOf(events))[0] as RackPicture;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const attributes = { messages: 3, size: 16 };
const open: SystemCall = { name: "mq_open", path: "/box", flags: 0o102, mode: 0o600, attributes };
const send = (text: string, priority: number): SystemCall => {
	return { name: "mq_send", fd: 3, bytes: bytes(text), priority, until: null };
};
const receive: SystemCall = { name: "mq_receive", fd: 3, size: 16, until: null };

describe("a POSIX queue", () => {
	test("envelopes stand in the order of their turn, each with its sender's stamp", () => {
		const { kernel, ann, bob } = start();
		for (const pid of [ann, bob]) call(kernel, pid, open, null);
		rackAfter(kernel, ann, send("low", 1));
		const rack = rackAfter(kernel, bob, send("a long letter", 5));
		expect(rack).toMatchObject({
			name: "/box",
			places: 3,
			level: "2 of 3 messages, each up to 16 bytes",
			full: false,
			leftover: null,
			given: [bob],
			holders: [
				{ pid: ann, fds: [3] },
				{ pid: bob, fds: [3] },
			],
		});
		expect(rack.envelopes).toEqual([
			{
				key: 1,
				pid: bob,
				kind: "priority 5",
				at: "",
				labels: expect.arrayContaining(["a", "l", "o", "n", "g", "e", "t", "r"]),
				more: 0,
				length: 13,
				fresh: true,
			},
			{
				key: 0,
				pid: ann,
				kind: "priority 1",
				at: "",
				labels: ["l", "o", "w"],
				more: 0,
				length: 3,
				fresh: false,
			},
		]);
	});

	test("an envelope has its whole message, up to 64 bytes", () => {
		const { kernel, ann } = start();
		call(kernel, ann, { ...open, attributes: { messages: 1, size: 80 } } as SystemCall, null);
		const [envelope] = rackAfter(kernel, ann, send("x".repeat(70), 0)).envelopes;
		expect([envelope?.labels.length, envelope?.more]).toEqual([64, 6]);
	});

	test("who waits stands in line, with the letter in hand", () => {
		const { kernel, ann, bob } = start();
		for (const pid of [ann, bob]) call(kernel, pid, open, null);
		expect(rackAfter(kernel, bob, receive).receive).toEqual([
			{ pid: bob, labels: [], more: 0, text: "waits for a message" },
		]);
		expect(rackAfter(kernel, ann, send("1", 0)).receive).toEqual([]);
		for (const text of ["2", "3", "4"]) call(kernel, ann, send(text, 0), null);
		const rack = rackAfter(kernel, ann, send("5", 0));
		expect([rack.full, rack.send]).toEqual([
			true,
			[{ pid: ann, labels: ["5"], more: 0, text: "a message of 1 byte to send" }],
		]);
	});

	test("what is left when nobody has it open any more", () => {
		const { kernel, ann } = start();
		call(kernel, ann, open, null);
		call(kernel, ann, send("late", 2), null);
		const rack = rackAfter(kernel, ann, { name: "exit", status: 0 });
		expect(rack.leftover).toBe("left over until mq_unlink");
		expect(rackText(rack, () => "ann")).toBe(
			"message queue /box: 1 of 3 messages, each up to 16 bytes. Next first: late from ann, priority 2. left over until mq_unlink",
		);
	});
});

test("a queue of System V counts bytes, and has no free places to draw", () => {
	const { kernel, ann } = start();
	call(kernel, ann, { name: "msgget", key: 0x51, flags: 0o1600 }, null);
	const rack = rackAfter(kernel, ann, {
		...{ name: "msgsnd", msqid: 0, type: 7, bytes: bytes("hi"), size: 2, flags: 0 },
	});
	expect(rack).toMatchObject({
		name: "queue 0, key 0x00000051",
		places: 1,
		level: expect.stringMatching(/^1 message, 2 of 16.384 bytes$/),
		envelopes: [{ kind: "type 7", pid: ann }],
	});
});

test("the stamp of a mailbox says who sent the letter, as whom, and when", () => {
	const { kernel, ann } = start();
	call(kernel, ann, { name: "mailbox_open", path: "/desk", capacity: 2 }, null);
	const rack = rackAfter(kernel, ann, { name: "mailbox_send", fd: 3, bytes: bytes("go") });
	expect(rack.envelopes[0]).toMatchObject({
		kind: `pid ${ann}, user`,
		at: `at ${kernel.state.clock} µs`,
		length: 2,
	});
});
