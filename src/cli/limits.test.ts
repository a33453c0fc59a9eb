// Programs that would take everything: each is stopped by a limit with a name or by a signal, in words, and what came
// before can be looked at.

import { describe, expect, test } from "vitest";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, type Software } from "../computer/index.ts";
import { diagnose } from "../explain/diagnosis.ts";
import { createTimeline } from "../timeline/index.ts";
import { lastWords, type Report, reportOf } from "./report.ts";
import { type Ended, simulate } from "./simulate.ts";
import { Collected } from "./streams.ts";

const HEADERS = ["fcntl", "signal", "stdio", "stdlib", "string", "sys/wait", "unistd"]
	.map((name) => `#include <${name}.h>\n`)
	.join("");
/** A fraction of what the command allows: what happens in all of it happens in this. */
const WORK = 1_000_000;

function compile(text: string): Software {
	const programs = [{ name: "main", files: [{ path: "main.c", text: HEADERS + text }] }];
	const { diagnostics, software } = build(programs, { define: {} });
	if (software === null) throw new Error(formatDiagnostics(programs, diagnostics));
	return software;
}

const OPTIONS = { ...defaultOptions("linux"), terminal: { stdout: false, stderr: false } };

function run(text: string, work = WORK): { report: Report; words: string } {
	const stdout = new Collected();
	const stderr = new Collected();
	const ended = simulate(compile(text), OPTIONS, {
		stdout: (bytes) => stdout.add(bytes),
		stderr: (bytes) => stderr.add(bytes),
		trace: null,
		input: () => null,
		work,
	});
	const report = reportOf(ended, { stdout: stdout.text(), stderr: stderr.text() }, [], null);
	return { report, words: lastWords(ended, null, { toPerson: true }) };
}

/** After so many steps. */
function ended(text: string, maxSteps: number): Ended {
	return simulate(
		compile(text),
		{ ...OPTIONS, maxSteps },
		{ stdout: () => {}, stderr: () => {}, trace: null, input: () => null, work: null },
	);
}

const FORK_BOMB = "int main(void) { for (;;) fork(); }";
const PIPE_BOMB = "int main(void) { int p[2]; for (;;) pipe(p); }";
const PIPES_OF_CHILDREN = `int main(void) { int p[2]; static char b[65536];
	for (;;) if (fork() == 0) { pipe(p); write(p[1], b, sizeof b); pause(); } }`;
const PIPES_AND_CHILDREN = `int main(void) { for (int i = 0; i < 120; i++) { int p[8]; char c;
	for (int k = 0; k < 8; k += 2) pipe(p + k);
	if (fork() == 0) { read(p[0], &c, 1); _exit(0); } } }`;
const PRINTS = 'int main(void) { while (1) printf("again and again\\n"); }';
const PRINTS_MUCH = "int main(void) { static char b[1 << 20]; for (;;) write(1, b, sizeof b); }";
const FULL_DISK = `int main(void) { FILE *file = fopen("x", "w"); static char b[65536];
	for (;;) { fwrite(b, 1, sizeof b, file); fprintf(file, "a line"); } }`;
const ENDLESS_FILE = `int main(void) { int fd = open("x", O_CREAT | O_WRONLY, 0644); static char b[65536];
	for (;;) write(fd, b, sizeof b); }`;
const SCANS = 'int main(void) { int n; while (scanf("%d", &n) != 7); }';
const FAULTS = "void handler(int s) { } int main(void) { signal(SIGSEGV, handler); *(volatile int *)0 = 1; }";
const EXECS = "int main(int n, char **v) { execv(v[0], v); }";

describe("a limit stops it", () => {
	test.each([
		["a fork bomb", FORK_BOMB, "work", ["processes"], WORK],
		["a pipe bomb", PIPE_BOMB, "work", ["descriptors"], WORK],
		["children that fill pipes", PIPES_OF_CHILDREN, "work", ["processes"], 4 * WORK],
		["printf for ever", PRINTS, "work", [], WORK],
		["much output", PRINTS_MUCH, "output", [], 10 * WORK],
		["a loop that does nothing", "int main(void) { for (;;); }", "work", [], WORK],
		["fprintf into a full disk", FULL_DISK, "work", ["disk"], 4 * WORK],
		["a file without end", ENDLESS_FILE, "work", ["disk"], WORK],
		["scanf at the end of input", SCANS, "work", [], WORK],
		["a handler that returns to the fault", FAULTS, "work", [], WORK],
		["exec of itself", EXECS, "work", [], WORK],
		["sleep for ever", "int main(void) { for (;;) sleep(1); }", "work", [], WORK],
	])("%s", (_, text, limit, refused, work) => {
		const { report, words } = run(text, work);
		expect(report).toMatchObject({ outcome: "limit", status: null, limit: { name: limit } });
		expect(report.refusals.map((refusal) => refusal.limit)).toEqual(refused);
		expect(words).toContain(`ipc: ${report.limit?.sentence}\n`);
		for (const { sentence } of report.refusals) expect(words).toContain(`ipc: ${sentence}\n`);
	});

	test("the words name the place and how often", () => {
		const { report } = run(FORK_BOMB);
		expect(report.refusals).toMatchObject([{ file: "main.c", line: 8, pid: expect.any(Number) }]);
		expect(report.refusals[0]?.sentence).toMatch(
			/^main\.c:8: in main.* fork failed with EAGAIN: there may be 256 processes \(--limit processes=N\) \(\d+ times\)$/,
		);
	});

	test.each([
		[
			"a fork bomb",
			FORK_BOMB,
			"forks-without-end",
			/^This is a fork bomb: the fork on line 8 has made 255 processes,/,
		],
		[
			"children that end",
			"int main(void) { for (;;) if (fork() == 0) _exit(0); }",
			"forks-without-end",
			/^main forks without end in the loop on line 8: .* 255 have ended, but main does not wait for them/,
		],
		[
			"children that stay",
			"int main(void) { for (;;) if (fork() == 0) pause(); }",
			"forks-without-end",
			/^main forks without end in the loop on line 8: the fork on line 8 has made 255 processes, and 256 of them are there\.$/,
		],
		[
			"malloc for ever",
			"int main(void) { while (1) malloc(1); }",
			"endless-loop",
			/Each round asks for memory with malloc on line 8, and none is given back\.$/,
		],
		[
			"an unsigned number that is to come below 0",
			"int main(void) { unsigned n = 0, i; for (i = 3; i >= 0; i--) n += i; return n; }",
			"endless-loop",
			/i is declared unsigned on line 8, so i >= 0 is always true: below 0 it goes on with the largest value/,
		],
		[
			"pause, which always fails",
			"void h(int s) { alarm(1); } int main(void) { signal(SIGALRM, h); alarm(1); for (;;) pause(); }",
			"endless-loop",
			/in the loop on line 8 when the limit stopped it/,
		],
	])("%s: what the program does wrong", (_, text, kind, words) => {
		const { evidence, view } = ended(text, 30_000);
		const diagnosis = diagnose(view, evidence);
		expect(diagnosis?.kind).toBe(kind);
		expect(diagnosis?.sentence.text).toMatch(words);
	});

	test("the words name the limit, how much it is, and what raises it", () => {
		expect(run(FORK_BOMB, 20_000).words).toMatch(
			/stopped by the limit of work, 50,000,000 steps .* after [\d,]+ steps: .* --max-steps N sets a limit of steps instead\./,
		);
		expect(reportOf(ended(PRINTS, 3000), { stdout: "", stderr: "" }, [], null).limit?.sentence).toBe(
			"stopped by the limit of 3,000 steps: the programs may never end. --max-steps N allows more.",
		);
	});

	test("a limit that somebody gave counts steps and nothing else", () => {
		const software = compile(PRINTS);
		const { limit } = simulate(
			software,
			{ ...OPTIONS, maxSteps: 50_000 },
			{
				stdout: () => {},
				stderr: () => {},
				trace: null,
				input: () => null,
				work: null,
			},
		);
		expect(limit).toBe("steps");
	});
});

describe("a signal ends it", () => {
	test.each([
		[
			"recursion without end",
			"int f(int n) { return f(n + 1) + 1; } int main(void) { return f(0); }",
			"too deep a recursion",
		],
		[
			"arrays that are too large",
			"int f(int n) { char b[100000]; b[n] = 1; return f(n + 1) + b[n]; } int main(void) { return f(0); }",
			"the stack has no room left",
		],
		[
			"a wild pointer",
			"int main(void) { int *p = (int *)0x123456; return *p; }",
			"read of 4 bytes at 0x123456",
		],
		["a format string that lies", 'int main(void) { printf("%s\\n", 42); }', "read of 1 byte at 0x2a"],
		["%n into nowhere", 'int main(void) { printf("%n", 7); }', "write of 4 bytes at 0x7"],
		[
			"a string without its zero",
			"int main(void) { char s[8]; char *p = s; for (;;) *p++ = 'A'; }",
			"write of 1 byte at 0x7ffff000",
		],
	])("%s", (_, text, fault) => {
		const { report, words } = run(text);
		expect(report).toMatchObject({ outcome: "killed", status: 139, limit: null, refusals: [] });
		expect(report.processes[0]?.fault).toContain(fault);
		expect(words).toMatch(/^ipc: main was killed by SIGSEGV: .* \(main\.c:8\)\n$/);
		expect(words).toContain(fault);
	});
});

describe("memory", () => {
	test("2 GB are refused with ENOMEM, by the limit of the heap", () => {
		const { report, words } = run(
			'int main(void) { char *p = malloc(2147483648u); if (p == NULL) { perror("malloc"); return 1; } return 0; }',
		);
		expect(report).toMatchObject({
			outcome: "exited",
			status: 1,
			stderr: "malloc: Cannot allocate memory\n",
		});
		expect(report.refusals).toMatchObject([{ limit: "heap", process: "main" }]);
		expect(words).toBe(
			"ipc: in main malloc failed with ENOMEM: a process's heap may hold 256 MB, which no option raises, and 2049 MB were needed\n",
		);
	});

	test("what is not touched takes no room", () => {
		const { report } = run(
			"int main(void) { char *p = malloc(200 << 20); p[0] = p[(200 << 20) - 1] = 1; return p[0]; }",
		);
		expect(report).toMatchObject({ outcome: "exited", status: 1, refusals: [] });
	});

	test("doubling for ever ends at the limit of the heap", () => {
		const { report } = run("int main(void) { size_t n = 1 << 20; while (realloc(NULL, n *= 2)); return 5; }");
		expect(report).toMatchObject({ outcome: "exited", status: 5, refusals: [{ limit: "heap" }] });
	});
});

describe("one can step back to before it happened", () => {
	test.each([
		["a fork bomb", FORK_BOMB],
		["a pipe bomb", PIPE_BOMB],
		["printf for ever", PRINTS],
		["a file without end", ENDLESS_FILE],
		[
			"a fault",
			"int main(void) { int *p = (int *)0x123456; int n = 0; for (int i = 0; i < 500; i++) n += i; return *p; }",
		],
		[
			"recursion without end",
			"int f(int n) { char b[20000]; b[n] = 1; return f(n + 1) + b[n]; } int main(void) { return f(0); }",
		],
	])("%s", (_, text) => {
		const timeline = createTimeline(compile(text), { ...OPTIONS, maxSteps: 3000 });
		const straight = [0, 1, 10, 400].map((step) => {
			timeline.seek(step);
			return timeline.fingerprint();
		});
		timeline.seek(Number.POSITIVE_INFINITY);
		const end = timeline.fingerprint();
		const last = timeline.length;
		expect(last).toBeGreaterThan(400);
		timeline.seek(timeline.previous("step"));
		expect(timeline.position).toBe(last - 1);
		expect(timeline.computer.outcome).toBeNull();
		for (const [i, step] of [0, 1, 10, 400].entries()) {
			timeline.seek(step);
			expect(timeline.fingerprint()).toBe(straight[i]);
		}
		timeline.seek(last);
		expect(timeline.fingerprint()).toBe(end);
	});
});

test("who may handle a key's signal waits for the key, and what is typed is shown", () => {
	const typed = new Collected();
	let looks = 0;
	const program = `#include <signal.h>
		void caught(int number) { (void)number; write(1, "caught", 6); }
		int main(void) { signal(SIGINT, caught); pause(); return 7; }`;
	const { outcome } = simulate(
		compile(program),
		{ ...OPTIONS, stdin: { text: "", ended: false, interactive: true, typed: true } },
		{
			stdout: (bytes) => typed.add(bytes),
			stderr: (bytes) => typed.add(bytes),
			trace: null,
			input: () => null,
			// By then it waits.
			keyboard: { read: () => (++looks % 100 === 0 ? new Uint8Array([3]) : null), follow: () => {} },
			work: WORK,
		},
	);
	expect(outcome).toEqual({ kind: "exited", status: 7 });
	expect(typed.text()).toBe("^Ccaught");
});

test("who waits among hundreds that have a thousand descriptors is found all the same", () => {
	const { evidence, outcome, view } = ended(PIPES_AND_CHILDREN, 100_000);
	expect(outcome).toEqual({ kind: "exited", status: 0 });
	const diagnosis = diagnose(view, { ...evidence, outcome: { kind: "stuck" } });
	expect(diagnosis?.kind).toBe("own-write-end");
	expect(diagnosis?.waiting).toHaveLength(120);
});
