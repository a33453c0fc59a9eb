// The reference is whole: every call of the kernel has its text, every rule a program that shows it, every moment is there.
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleIds } from "../explain/rules.ts";
import { calls } from "./calls.ts";
import { gather } from "./gather.ts";
import { listed, MANUAL, SAID, usualName, whyNever } from "./manual.ts";
import { NOT_SHOWN } from "./not-shown.ts";

const kernelCalls = import.meta.glob<string>("../kernel/system-calls.ts", {
	query: "?raw",
	import: "default",
	eager: true,
});

const lessonTexts = import.meta.glob<string>("../lessons/book/*/*/lesson.md", {
	query: "?raw",
	import: "default",
	eager: true,
});

const { reference, works } = gather(resolve("src"));

describe("calls", () => {
	const union = Object.values(kernelCalls).join("").split("export type SystemCall")[1] ?? "";
	const names = [...union.matchAll(/readonly name:([^;]+);/g)].flatMap(([, list = ""]) =>
		[...list.matchAll(/"(\w+)"/g)].map(([, name]) => name as string),
	);

	test("each has its text, and there is no other text", () => {
		expect(Object.keys(calls).sort()).toEqual([...new Set(names)].sort());
	});

	test.each(Object.entries(calls))("%s", (name, { by, does, man, prototype }) => {
		expect(does).toMatch(/^[A-Z][^\n!]*\.$/);
		expect(man).toMatch(/^[\w-]+\([237]\)$/);
		expect(prototype).toMatch(/^[\w ]+[ *]\w+\(.*\);$/);
		expect(by).not.toContain(name);
		expect(reference.endings.filter(({ call }) => call === name)).not.toEqual([]);
	});
});

/** Calls that one implementation decides: what it is about, and which of its endings cannot come to one of them, and why. */
const SHARED: readonly {
	readonly calls: readonly string[];
	readonly rules: RegExp;
	readonly never: { readonly [call: string]: { readonly [endings: string]: string } };
}[] = [
	{
		calls: ["read", "recvfrom", "recvmsg"],
		rules: /^socket\./,
		never: {
			read: {
				"peek rest-waits urgent urgent-byte partial": "read has no flags",
				"not-a-socket": "read reads everything",
			},
			recvfrom: { zero: "recv looks at the queue even where it wants no byte" },
			recvmsg: { zero: "recvmsg looks at the queue even where it wants no byte" },
		},
	},
	{
		calls: ["write", "sendto", "sendmsg"],
		rules: /^(?:socket\.|file\.path\.missing)/,
		never: {
			write: {
				"broken-quietly urgent urgent-byte": "write has no flags",
				"bad nobody no-permission missing needs-no-address not-its-peer": "write has no address",
				"bad-control descriptors forged": "write sends nothing beside the bytes",
				"not-a-socket": "write writes to everything",
			},
			sendto: { "bad-control descriptors forged": "sendto sends nothing beside the bytes" },
			sendmsg: {},
		},
	},
	{
		calls: ["mq_send", "mailbox_send"],
		rules: /^(?:(?:queue|mailbox)\.send|signal\.interrupt)\./,
		never: {
			mq_send: {},
			mailbox_send: {
				"bad-priority": "a letter has no priority",
				notifies: "nobody asks a mailbox to be told",
				timeout: "there is no mailbox_send with a time",
			},
		},
	},
	{
		calls: ["mq_receive", "mailbox_receive"],
		rules: /^(?:(?:queue|mailbox)\.receive|signal\.interrupt)\./,
		never: {
			mq_receive: { stamped: "a message bears no stamp; its ending is called first" },
			mailbox_receive: {
				"first handed": "a letter that was handed over bears a stamp as any: the ending is called stamped",
				timeout: "there is no mailbox_receive with a time",
			},
		},
	},
];

describe("calls that share what decides", () => {
	const endings = (calls: readonly string[], rules: RegExp) =>
		new Set(
			reference.endings
				.filter(({ call, rule }) => call !== null && calls.includes(call) && rules.test(rule))
				.map(
					({ errno, kind, rule }) => `${rule.split(".").at(-1)} ${kind}${errno === null ? "" : ` ${errno}`}`,
				),
		);

	test.each(
		SHARED.flatMap(({ calls, never, rules }) => calls.map((call) => ({ call, calls, never, rules }))),
	)(
		"$call shows every ending of the others, or it is said why it has none",
		({ call, calls, never, rules }) => {
			const why = new Set(Object.keys(never[call] ?? {}).flatMap((names) => names.split(" ")));
			const own = endings([call], rules);
			const missing = [...endings(calls, rules)].filter((ending) => !own.has(ending));
			const unsaid = missing.filter((ending) => !why.has(ending.split(" ")[0] ?? ""));
			expect(unsaid).toEqual([]);
			const vain = [...why].filter((name) => !missing.some((ending) => ending.startsWith(`${name} `)));
			expect(vain).toEqual([]);
		},
	);
});

describe("the manual", () => {
	const functions = Object.entries(calls).flatMap(([name, { by }]) =>
		[name, ...by].map((one) => [one, name] as const),
	);
	const shown = (call: string) =>
		new Set(reference.endings.flatMap((each) => (each.call === call ? [each.errno ?? ""] : [])));

	test("each error that it lists is shown on the call's page, or it is said why it cannot come", () => {
		const open = functions.flatMap(([one, call]) =>
			listed(one)
				.filter((errno) => !shown(call).has(errno) && whyNever(one, errno, call) === null)
				.map((errno) => `${one} (${call}): ${errno}`),
		);
		expect(open).toEqual([]);
	});

	test("nothing is said of an error that is shown, or that it does not list", () => {
		const callOf = new Map<string, string>(functions);
		const vain = Object.entries(SAID.ofCall).flatMap(([one, reasons]) =>
			Object.keys(reasons)
				.filter((errno) => !listed(one).includes(errno) || shown(callOf.get(one) ?? "").has(errno))
				.map((errno) => `${one}: ${errno}`),
		);
		const others = Object.entries(SAID.ofOthers).flatMap(([one, errnos]) =>
			errnos
				.split(" ")
				.filter((errno) => !MANUAL.errors[one]?.split(" ").map(usualName).includes(errno))
				.map((errno) => `${one}: ${errno}`),
		);
		expect([...vain, ...others]).toEqual([]);
	});
});

describe("rules", () => {
	test("each is shown by a program, taught or not, or it is said why not", () => {
		const shown = new Set<string>(reference.endings.map(({ rule }) => rule));
		expect(ruleIds.filter((rule) => !shown.has(rule)).sort()).toEqual(Object.keys(NOT_SHOWN).sort());
	});

	test("each that a lesson names as the reason of an answer leads to that lesson", () => {
		const named = Object.entries(lessonTexts).flatMap(([path, text]) =>
			[...text.matchAll(/^why: (\S+)$/gm)].map(([, rule = ""]) => [
				rule,
				path.split("/").slice(-3, -1).join("/"),
			]),
		);
		expect(named.length).toBeGreaterThan(50);
		expect(
			named.filter(([rule = "", lesson = ""]) => reference.taught[rule]?.[lesson] === undefined),
		).toEqual([]);
	});

	test.each([
		["a question's programs", "fifo.open.no-readers", "fifos/rendezvous"],
		["a question's programs", "socket.send.letter", "mailboxes/envelopes"],
		["an exercise, solved,", "socket.accept.taken", "fifos/no-passport"],
		["a twin's programs", "queue.receive.too-small", "mailboxes/letters"],
		["a question's programs", "queue.send.too-long", "mailboxes/review"],
	])("what only %s bring about leads to the lesson: %s", (_, rule, lesson) => {
		expect(reference.taught[rule]).toHaveProperty([lesson], null);
	});

	test("a call leads to the lessons that make it, and to no other", () => {
		expect(Object.keys(reference.made.accept ?? {})).toEqual(["fifos/no-passport"]);
		expect(Object.keys(reference.made.sendto ?? {})).toContain("mailboxes/envelopes");
		expect(Object.keys(reference.made.sendto ?? {})).not.toContain("processes/descriptors");
	});

	test.each([
		["flow control, of write", "write", "pipes/flow-control", "processes/review"],
		["the end of a pipe, of read", "read", "pipes/end-of-pipe", "processes/descriptors"],
		["the rule of a wait", "pipe.read.empty-blocks", "pipes/end-of-pipe", "fifos/review"],
		["a cited page, of mkfifo", "mknod", "fifos/rendezvous", "fifos/review"],
	])("a lesson that is about it stands before one in which it comes: %s", (_, what, teacher, other) => {
		expect(reference.teachers[what]).toContain(teacher);
		expect(reference.teachers[what]).not.toContain(other);
		expect(Object.keys(reference.made[what] ?? reference.taught[what] ?? {})).toContain(other);
	});

	test("every lesson but the reviews teaches some call", () => {
		const lessons = new Set(Object.values(reference.made).flatMap((of) => Object.keys(of)));
		const teach = new Set(Object.values(reference.teachers).flat());
		expect([...lessons].filter((id) => !id.endsWith("/review") && !teach.has(id))).toEqual([]);
	});

	test("every moment is of a program that can be opened", () => {
		const missing = reference.endings.filter(({ moment }) => works[moment.program] === undefined);
		expect(missing).toEqual([]);
	});

	test("a write of at most PIPE_BUF bytes that would be split waits, though a few bytes would fit", () => {
		const waits = reference.endings.filter(({ rule }) => rule === "pipe.write.atomic-blocks");
		expect(waits).toMatchObject([{ call: "write", kind: "waits", moment: { program: "p-36-in-one-piece" } }]);
	});

	test("where the end of a pipe is read, the moment's line reads", () => {
		const end = reference.endings.find(
			({ call, rule }) => call === "read" && rule === "pipe.read.end-of-file",
		);
		expect(end).toMatchObject({ kind: "returns", errno: null });
		expect(end?.moment.code).toContain("read");
	});
});
