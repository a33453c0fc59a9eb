// The playground without a browser: work and links from outside, the shelf, and the worker's session told by messages.
import { describe, expect, test } from "vitest";
import { passingStorage } from "./index.ts";
import { portableScene } from "./playground/portable.ts";
import { splitArguments } from "./playground/work.ts";
import {
	type FromWorker,
	RemoteSession,
	readWorkLink,
	Shelf,
	type Work,
	workOf,
	writeWorkLink,
} from "./playground.ts";
import { serve } from "./worker.ts";

const ECHO = `#include <stdio.h>
int main(void)
{
	char line[32];
	while (fgets(line, sizeof line, stdin))
		printf("<%s>", line);
	printf("end");
}
`;

const CALLS = `#include <unistd.h>
int twice(int n)
{
	return 2 * n;
}
int main(void)
{
	int n = twice(1);
	n = twice(n);
	getpid();
	return n;
}
`;

/** A page and its worker in one place; messages cross as they would, copied. */
function playground() {
	const due: (() => void)[] = [];
	const clock = {
		now: () => 0,
		after(_: number, then: () => void) {
			due.push(then);
			return () => {
				const at = due.indexOf(then);
				if (at >= 0) due.splice(at, 1);
			};
		},
	};
	const remote = new RemoteSession({
		clock: { now: () => 0, after: () => () => {} },
		connect(hear) {
			const take = serve({ clock, post: (message) => hear(structuredClone(message) as FromWorker) });
			return { post: (message) => take(structuredClone(message)), close: () => {} };
		},
	});
	/** Until nothing is left to do. */
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 10_000; turn++) {
			await Promise.resolve();
			const next = due.shift();
			if (next === undefined) break;
			next();
		}
		await Promise.resolve();
	};
	const open = async (work: Work, toEnd = true): Promise<void> => {
		remote.open(work, { step: 0, decisions: [] }, toEnd);
		await settle();
	};
	const state = () => remote.session.store.getState();
	const output = (): string => {
		const terminals = Object.values(state().scene?.kernel.terminals ?? {});
		const bytes = terminals.flatMap((terminal) => terminal.output.flatMap((piece) => [...piece.bytes]));
		return new TextDecoder().decode(Uint8Array.from(bytes));
	};
	/** `main.c:8` */
	const line = (): string => {
		const [place] = [...(state().scene?.places.values() ?? [])];
		return place === undefined ? "" : `${place.file}:${place.line}`;
	};
	return { remote, settle, open, state, output, line };
}

describe("the worker's session", () => {
	test("a run that misuse of memory ended says which array, and the step before it was misused", async () => {
		const { open, state } = playground();
		const text = `#include <string.h>
void fill(const char *text)
{
	char b[8];
	strcpy(b, text);
}
int main(void)
{
	fill("a text that is far too long for the array and reaches into the frames that are above it");
	return 0;
}
`;
		await open(workOf("Smash", text));
		expect(state().scene?.ending?.kind).toBe("killed");
		expect(state().scene?.diagnosis?.sentence.text).toContain(
			"strcpy on line 5 wrote 88 bytes to b (char[8], in fill)",
		);
		expect(state().scene?.diagnosis?.moment).toBeLessThan(state().scene?.step ?? 0);
	});

	test("shows the end of a run that ends, and the diagnosis of one that cannot", async () => {
		const { open, state, output } = playground();
		await open(workOf("hello", '#include <stdio.h>\nint main(void) { printf("hello\\n"); }\n'));
		expect(output()).toBe("hello\n");
		expect(state().scene?.ending).toEqual({ kind: "exited", status: 0 });
		await open(
			workOf(
				"stuck",
				"#include <unistd.h>\nint main(void) { int e[2]; char c; pipe(e); read(e[0], &c, 1); }\n",
			),
		);
		expect(state().scene?.diagnosis?.sentence.text).toContain("waits for ever");
	});

	test("a run of few steps that cost much is stopped by them, says why, and the step before can be seen", async () => {
		const { remote, open, settle, state } = playground();
		const text =
			"#include <sys/wait.h>\n#include <unistd.h>\nint main(void) { for (;;) { if (fork() == 0) _exit(0); wait(NULL); } }\n";
		const work = workOf("again", text);
		await open({ ...work, options: { ...work.options, maxSteps: 10_000 } });
		const { diagnosis, ending, step } = state().scene ?? {};
		expect(ending).toEqual({ kind: "limit" });
		expect(diagnosis?.sentence.text).toMatch(/loop/);
		expect(step).toBeLessThan(5_000);
		remote.session.actions.back();
		await settle();
		expect(state().scene?.step).toBeLessThan(step ?? 0);
	});

	test("a question asked on the way of an order leaves nobody waiting for the order's end", async () => {
		const { remote, open, settle } = playground();
		await open(workOf("hello", "int main(void) { return 0; }\n"));
		remote.stop();
		const memory = remote.ask({ of: "memory" }, "memory");
		await settle();
		expect(await memory).toBeGreaterThan(0);
		expect(remote.state.getState().since).toBeNull();
	});

	test("what is typed is a decision of the run, and so is the end of the input", async () => {
		const { remote, open, settle, output, state } = playground();
		await open(workOf("echo", ECHO, { typing: true }));
		remote.session.actions.type("one\n");
		await settle();
		expect(output()).toBe("<one\n>");
		// As a button does it, with an event that no message can carry.
		(remote.session.actions.endInput as (event: unknown) => void)({ preventDefault() {} });
		await settle();
		expect(output()).toBe("<one\n>end");
		const decisions = remote.ask({ of: "decisions" }, "decisions");
		await settle();
		expect((await decisions)?.map(({ kind }) => kind)).toEqual(["type", "end-input"]);
		// What is typed where nothing else could happen makes no other future.
		expect(state().branches.map(({ parent }) => parent)).toEqual([null]);
		remote.session.actions.seek(2);
		remote.session.actions.type("two\n");
		await settle();
		expect(state().branches.map(({ parent, at }) => [parent, at])).toEqual([
			[null, 0],
			[2, 2],
		]);
	});

	test("goes over a call, into it, out of it, to a line, and to a system call", async () => {
		const { remote, open, settle, line, state } = playground();
		await open(workOf("calls", CALLS), false);
		const pid = state().scene?.cast[0]?.pid as number;
		const search = async (goal: Parameters<typeof remote.search>[0]): Promise<string> => {
			remote.search(goal);
			await settle();
			return line();
		};
		expect(await search({ kind: "reach", lines: ["main.c:8"], calls: [] })).toBe("main.c:8");
		expect(await search({ kind: "over", pid })).toBe("main.c:9");
		expect(await search({ kind: "into", pid })).toBe("main.c:4");
		expect(await search({ kind: "out", pid })).toMatch(/main.c:(9|10)/);
		expect(await search({ kind: "reach", lines: [], calls: ["getpid"] })).toBe("main.c:10");
		await search({ kind: "reach", lines: ["main.c:8"], calls: [] });
		expect(state().notice).toContain("does not come there any more");
	});

	test("tells the system calls line by line, each with its step", async () => {
		const { remote, open, settle } = playground();
		await open(workOf("calls", CALLS));
		const asked = remote.ask({ of: "trace", from: 0, count: 10 }, "trace");
		await settle();
		const trace = await asked;
		expect(trace?.lines.map(({ text }) => text)).toEqual([
			expect.stringMatching(/^execve\("\.\/main", \["\.\/main"\], 0x[0-9a-f]+ \/\* \d+ vars \*\/\) = 0$/),
			expect.stringMatching(/^getpid\(\) = \d+$/),
			"exit_group(4) = ?",
			"+++ exited with 4 +++",
		]);
		expect(remote.state.getState().traced).toBe(4);
		const rest = remote.ask({ of: "trace", from: 2, count: 1 }, "trace");
		await settle();
		expect((await rest)?.lines.map(({ text }) => text)).toEqual(["exit_group(4) = ?"]);
	});

	test("tells in one line that a process is stopped, and that a signal ended it", async () => {
		const { remote, open, settle } = playground();
		const stops = `#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
	pid_t child = fork();
	if (child == 0) raise(SIGSTOP);
	waitpid(child, NULL, WUNTRACED);
	kill(child, SIGKILL);
	return 0;
}`;
		await open(workOf("stops", stops));
		const asked = remote.ask({ of: "trace", from: 0, count: 40 }, "trace");
		await settle();
		const lines = (await asked)?.lines.map(({ text }) => text) ?? [];
		expect(lines.filter((text) => /^(---|\+\+\+) .*(stopped|killed)/.test(text))).toEqual([
			"--- stopped by SIGSTOP ---",
			"+++ killed by SIGKILL +++",
		]);
	});

	test("opens structs and arrays, and follows pointers to what has no name", async () => {
		const { remote, open, settle, state } = playground();
		const list = `#include <stdlib.h>
#include <unistd.h>
struct node { int value : 4; char __room[4]; struct node *next; };
struct node last = {-1, "", NULL};
int main(void)
{
	int numbers[40] = {3, 1};
	int *second = &numbers[1];
	struct node *first = malloc(sizeof *first);
	first->value = 5;
	first->next = &last;
	getpid();
	return *second;
}
`;
		await open(workOf("list", list), false);
		remote.search({ kind: "reach", lines: [], calls: ["getpid"] });
		await settle();
		const asked = remote.ask({ of: "objects", pid: state().scene?.cast[0]?.pid as number }, "objects");
		await settle();
		const look = await asked;
		const named = (name: string) => look?.frames[0]?.objects.find((object) => object.name === name);
		expect(look?.frames.map((frame) => [frame.function, frame.place?.line])).toEqual([["main", 12]]);
		expect(named("numbers")).toMatchObject({ type: "int[40]", size: 160, more: 8 });
		expect(named("second")?.to).toBe(named("numbers")?.parts[1]?.address);
		expect(look?.globals.map(({ name, value }) => `${name} = ${value}`)).toEqual([
			"last = {value = -1, next = NULL}",
		]);
		expect(look?.reached).toEqual([
			expect.objectContaining({
				type: "struct node",
				address: named("first")?.to,
				parts: [
					expect.objectContaining({ name: "value", value: "5" }),
					expect.objectContaining({ name: "__room" }),
					expect.objectContaining({ name: "next", to: look?.globals[0]?.address }),
				],
			}),
		]);
	});

	test("a newer wish for a place takes the place of an older one that is not reached", async () => {
		const { remote, open, settle, state } = playground();
		await open(workOf("calls", CALLS), false);
		for (const step of [3, 1, 4, 2]) remote.session.actions.seek(step);
		await settle();
		expect(state().scene?.step).toBe(2);
	});

	test("a program that does not compile has no scene, and says why", async () => {
		const { open, state } = playground();
		await open(workOf("wrong", "int main(void) { return nothing; }\n"));
		expect(state().scene).toBeNull();
		expect(state().diagnostics[0]?.message).toContain("nothing");
	});

	test("what crosses to the page is bounded, however many processes and however much output", async () => {
		const { open, state } = playground();
		const many = `#include <stdio.h>
#include <unistd.h>
#include <sys/wait.h>
int main(void)
{
	for (int i = 0; i < 60; i++) {
		if (fork() == 0)
			_exit(0);
		wait(0);
	}
	for (int i = 0; i < 3000; i++)
		printf("a line that is not so short\\n");
}
`;
		await open(workOf("many", many));
		const { scene, history } = state();
		expect(scene?.cast.length).toBe(24);
		expect(history?.pids.length).toBe(12);
		const terminals = Object.values(scene?.kernel.terminals ?? {});
		const pieces = terminals.reduce((sum, { output }) => sum + output.length, 0);
		expect(pieces).toBeLessThanOrEqual(400);
		expect(scene && portableScene(scene).cast.length).toBe(24);
	});
});

describe("a link", () => {
	const work = workOf("é “quotes” </script>", "int main(void) { return 0; } // ✓\n", {
		stdin: "a\nb",
		seed: 7,
	});

	test("gives back what was put in", async () => {
		const decisions = [{ at: 4, kind: "type", text: "hello\n" } as const];
		expect(await readWorkLink(String(await writeWorkLink({ work, step: 12, decisions })))).toEqual({
			work,
			step: 12,
			decisions,
		});
	});

	test("without a work is none", async () => {
		expect(await readWorkLink("")).toBeNull();
	});

	test("that is cut or changed anywhere is refused in words, or is another work that keeps the rules", async () => {
		const link = String(await writeWorkLink({ work, step: 1, decisions: [] }));
		for (let i = 4; i < link.length; i += 7) {
			const cut = await readWorkLink(link.slice(0, i));
			expect(typeof cut === "string" || cut === null || cut.work.version === 1).toBe(true);
			const changed = await readWorkLink(
				`${link.slice(0, i)}${link[i] === "A" ? "B" : "A"}${link.slice(i + 1)}`,
			);
			expect(typeof changed === "string" || changed === null || changed.work.version === 1).toBe(true);
		}
	});

	test.each([
		["is longer than any of ours", `p=1.${"A".repeat(300_000)}`],
		["is of another version", "p=2.AAAA"],
		["has letters that are none of ours", "p=1.<script>"],
	])("that %s is refused", async (_, query) => {
		expect(typeof (await readWorkLink(query))).toBe("string");
	});

	test.each([
		[
			"expands to far more than it is",
			{ ...work, programs: [{ name: "main", files: [{ path: "main.c", text: " ".repeat(5_000_000) }] }] },
		],
		[
			"has a file with a path",
			{ ...work, programs: [{ name: "main", files: [{ path: "../main.c", text: "" }] }] },
		],
		[
			"has the same file twice",
			{
				...work,
				programs: [
					{
						name: "main",
						files: [
							{ path: "a.c", text: "" },
							{ path: "a.c", text: "" },
						],
					},
				],
			},
		],
		["has no program", { ...work, programs: [] }],
		["has an option of no kind we know", { ...work, options: { ...work.options, schedule: "chaos" } }],
		["asks for endless steps", { ...work, options: { ...work.options, maxSteps: 1e12 } }],
	])("whose work %s is refused", async (_, wrong) => {
		expect(typeof (await readWorkLink(await forged(wrong)))).toBe("string");
	});

	test("is none for what is too long, and the reader's own is kept all the same", async () => {
		const long = workOf("long", "int a;\n".repeat(150_000));
		expect(await writeWorkLink({ work: long, step: null, decisions: [] })).toBeNull();
		const storage = passingStorage();
		new Shelf(storage).keep(long);
		expect(new Shelf(storage).work).toEqual(long);
	});
});

/** A link as somebody else could make it, of anything. */
async function forged(value: unknown): Promise<string> {
	const bytes = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
	const packed = Buffer.from(await new Response(bytes).arrayBuffer()).toString("base64url");
	return `p=1.${packed}`;
}

describe("the shelf", () => {
	const [mine, yours, third] = ["mine", "yours", "third"].map((text) => workOf(text, text)) as [
		Work,
		Work,
		Work,
	];

	test("keeps the programs where the options beside them cannot be read", () => {
		const storage = passingStorage();
		const bad = { ...mine, options: { ...mine.options, args: "x".repeat(9_000) } };
		new Shelf(storage).keep(bad);
		expect(new Shelf(storage).work?.programs).toEqual(mine.programs);
	});

	test("keeps breakpoints with the work", () => {
		const storage = passingStorage();
		const stops = { lines: [{ file: "main.c", line: 4 }], calls: ["read"] };
		new Shelf(storage).keep({ ...mine, stops });
		expect(new Shelf(storage).work?.stops).toEqual(stops);
	});

	test("keeps the work between visits, and what had to give way to another", () => {
		const storage = passingStorage();
		const shelf = new Shelf(storage);
		shelf.keep(mine);
		shelf.replace(yours);
		const later = new Shelf(storage);
		expect(later.work).toEqual(yours);
		expect(later.earlier).toEqual([mine]);
		later.replace(mine);
		expect(later.earlier).toEqual([yours]);
	});

	test("loses nothing that another page of the same browser has written", () => {
		const storage = passingStorage();
		const [one, other] = [new Shelf(storage), new Shelf(storage)];
		one.keep(mine);
		other.keep(yours);
		expect(other.earlier).toEqual([mine]);
		one.keep(third);
		expect(one.earlier).toEqual([yours]);
	});

	test("says when nothing can be kept, and reads nothing that is not ours", () => {
		const full = { read: () => "{]", write: () => false };
		const shelf = new Shelf(full);
		expect(shelf.work).toBeNull();
		expect(shelf.keep(mine)).toBe(false);
		expect(shelf.work).toEqual(mine);
	});
});

test.each([
	["a b  c", ["a", "b", "c"]],
	[`"a b" 'c d' e\\ f`, ["a b", "c d", "e f"]],
	[`a"b c"d ''`, ["ab cd", ""]],
	[`"unclosed word`, ["unclosed word"]],
	["", []],
])("the arguments %j are the words that a shell makes of them", (line, words) => {
	expect(splitArguments(line)).toEqual(words);
});
