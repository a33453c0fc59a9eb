// Whole runs: the same again and again, back and forth, under other schedules, to every kind of end.
import { describe, expect, test } from "vitest";
import { laws, type Process, processorOf, ranSoFar } from "../kernel/index.ts";
import { build, formatDiagnostics } from "./compiler.ts";
import {
	type Computer,
	type Decision,
	defaultOptions,
	type Options,
	packSoftware,
	type Software,
	start,
	Tracer,
	unpackSoftware,
} from "./index.ts";

function compile(text: string, more: Record<string, string> = {}): Software {
	const programs = [
		{ name: "main", files: [{ path: "main.c", text: withHeaders(text) }] },
		...Object.entries(more).map(([name, other]) => ({
			name,
			files: [{ path: `${name}.c`, text: withHeaders(other) }],
		})),
	];
	const { diagnostics, software } = build(programs, defaultOptions("linux"));
	expect(formatDiagnostics(programs, diagnostics)).toBe("");
	return software as Software;
}

const HEADERS = ["errno", "fcntl", "signal", "stdio", "stdlib", "string", "unistd", "sys/wait"];

function withHeaders(text: string): string {
	return `${HEADERS.map((name) => `#include <${name}.h>`).join("\n")}\n${text}`;
}

function boot(text: string, options: Partial<Options> = {}, decisions: readonly Decision[] = []): Computer {
	return start(compile(text), { ...defaultOptions("linux"), maxSteps: 200_000, ...options }, decisions);
}

/** Runs on until nothing more happens, law by law; returns what was printed. */
function finish(computer: Computer, slice = 1_000_000): string {
	while (computer.outcome === null) {
		const { steps } = computer.advance(slice);
		expect(laws(computer.kernel)).toEqual([]);
		if (steps === 0) break;
	}
	return new TextDecoder().decode(computer.output("stdout"));
}

const TALK = `
int main(void)
{
	int ends[2];
	pipe(ends);
	for (int i = 0; i < 2; i++)
		if (fork() == 0) {
			close(ends[0]);
			for (int k = 0; k < 3; k++) {
				char text[8];
				sprintf(text, "%c%d ", 'a' + i, k);
				write(ends[1], text, 3);
				usleep(100 * (i + 1));
			}
			_exit(i);
		}
	close(ends[1]);
	char byte;
	while (read(ends[0], &byte, 1) == 1)
		putchar(byte);
	int status, sum = 0;
	while (wait(&status) > 0)
		sum += WEXITSTATUS(status);
	printf("%d\\n", sum);
	return sum;
}`;

const HANDLERS = `
volatile int count;
void handler(int signal) { count += signal; write(1, "h", 1); }
int main(void)
{
	struct sigaction action = {0};
	action.sa_handler = handler;
	action.sa_flags = SA_RESTART;
	sigaction(SIGUSR1, &action, NULL);
	int ends[2];
	pipe(ends);
	pid_t parent = getpid();
	if (fork() == 0) {
		for (int i = 0; i < 3; i++) {
			usleep(500);
			kill(parent, SIGUSR1);
		}
		usleep(500);
		write(ends[1], "x", 1);
		_exit(0);
	}
	char byte;
	int n = read(ends[0], &byte, 1);
	wait(NULL);
	printf("%d %d\\n", n, count);
	return 0;
}`;

describe("a run is always the same", () => {
	test.each([
		["children that talk", TALK],
		["handlers that interrupt", HANDLERS],
	])("%s: step by step and in one go, the same fingerprints", (_, text) => {
		const software = compile(text);
		const options = { ...defaultOptions("linux"), maxSteps: 200_000 };
		const slow = start(software, options);
		const fast = start(software, options);
		while (fast.outcome === null) {
			fast.advance(1_000_000);
			while (slow.step < fast.step) slow.advance(1);
			expect(slow.fingerprint()).toBe(fast.fingerprint());
			expect(slow.outcome).toEqual(fast.outcome);
			expect(laws(fast.kernel)).toEqual([]);
		}
		expect(fast.step).toBeGreaterThan(50);
	});

	test("the same seed gives the same run, another seed another", () => {
		const run = (seed: number) => {
			const computer = boot(TALK, { schedule: { kind: "random", seed } });
			finish(computer);
			return computer.fingerprint();
		};
		expect(run(7)).toBe(run(7));
		expect(new Set([1, 2, 3, 4, 5, 6].map(run)).size).toBeGreaterThan(1);
	});

	test("whatever the schedule, the program's own answer holds", () => {
		for (const kind of ["round-robin", "run-to-block", "random"] as const) {
			const text = finish(boot(TALK, { schedule: { kind, seed: 3 }, quantum: 5 }));
			expect(text.split(" ").slice(0, 6).sort()).toEqual(["a0", "a1", "a2", "b0", "b1", "b2"]);
			expect(text.endsWith("1\n")).toBe(true);
		}
	});
});

describe("snapshots", () => {
	test.each([
		["children that talk", TALK],
		["handlers that interrupt", HANDLERS],
	])("%s: from any of them the rest is the same again, in any order", (_, text) => {
		const computer = boot(text);
		const kept: { snapshot: ReturnType<Computer["snapshot"]>; print: number }[] = [];
		const prints = new Map<number, number>();
		while (computer.outcome === null) {
			computer.advance(3);
			prints.set(computer.step, computer.fingerprint());
			if (prints.size % 5 === 0) kept.push({ snapshot: computer.snapshot(), print: computer.fingerprint() });
		}
		const end = computer.outcome;
		expect(kept.length).toBeGreaterThan(10);
		for (const { print, snapshot } of [...kept].reverse()) {
			computer.restore(snapshot);
			expect(computer.fingerprint()).toBe(print);
			expect(computer.step).toBe(snapshot.step);
			for (let i = 0; i < 4; i++) computer.advance(3);
			expect(computer.fingerprint()).toBe(prints.get(computer.step));
			expect(laws(computer.kernel)).toEqual([]);
		}
		const other = boot(text);
		other.restore((kept[0] as (typeof kept)[0]).snapshot);
		finish(other);
		expect(other.outcome).toEqual(end);
		expect(other.fingerprint()).toBe(prints.get(other.step));
	});
});

describe("ends", () => {
	test.each([
		["an exit", "int main(void) { return 300; }", { kind: "exited", status: 44 }],
		["a signal", "int main(void) { raise(SIGTERM); }", { kind: "killed", signal: 15 }],
		[
			"a read that nobody answers",
			"int main(void) { int p[2]; pipe(p); return read(p[0], p, 1); }",
			{ kind: "stuck" },
		],
		["a process that stopped itself", "int main(void) { raise(SIGSTOP); }", { kind: "stuck" }],
		["a pause that nobody ends", "int main(void) { pause(); }", { kind: "stuck" }],
		["a loop without end", "int main(void) { for (;;); }", { kind: "limit" }],
		["forks without end", "int main(void) { for (;;) fork(); }", { kind: "limit" }],
		[
			"a child that goes on after its parent",
			'int main(void) { if (fork() == 0) { sleep(3); write(1, "late", 4); } return 1; }',
			{ kind: "exited", status: 1 },
		],
	])("%s", (_, text, outcome) => {
		const computer = boot(text, { maxSteps: 3000 });
		finish(computer);
		expect(computer.outcome).toEqual(outcome);
	});

	test("a fault is explained, with its line", () => {
		const computer = boot("int main(void)\n{\n\tint *p = NULL;\n\t*p = 1;\n}");
		finish(computer);
		expect(computer.outcome).toEqual({ kind: "killed", signal: 11 });
		expect(computer.endingOf(computer.first)).toMatchObject({
			place: { line: HEADERS.length + 4 },
			fault: { explanation: "write of 4 bytes at 0x0: a null pointer" },
		});
	});

	test("a child that goes on is waited for", () => {
		const computer = boot('int main(void) { if (fork() == 0) { sleep(3); write(1, "late", 4); } return 1; }');
		expect(finish(computer)).toBe("late");
	});
});

describe("decisions", () => {
	const ECHO = `int main(void) { char line[50]; while (fgets(line, 50, stdin)) printf("[%s]", line); return 9; }`;
	const reading = { stdin: { text: "", ended: false, interactive: true } };

	test("a program at the terminal waits for a person, and is not stuck", () => {
		const computer = boot(ECHO, reading);
		expect(finish(computer)).toBe("");
		expect(computer.outcome).toBeNull();
		expect(computer.waitsForInput).toBe(true);
	});

	test("what is typed, and its end, come at their steps", () => {
		const stepsUntilIdle = (decisions: Decision[]) => {
			const computer = boot(ECHO, reading, decisions);
			finish(computer);
			return computer.step;
		};
		const decisions: Decision[] = [];
		const at = stepsUntilIdle(decisions);
		decisions.push({ at, kind: "type", text: "hel" }, { at, kind: "type", text: "lo\n" });
		decisions.push({ at: stepsUntilIdle(decisions), kind: "end-input" });
		const computer = boot(ECHO, reading, decisions);
		expect(finish(computer)).toBe("[hello\n]");
		expect(computer.outcome).toEqual({ kind: "exited", status: 9 });
	});

	test("who runs next can be chosen, and the run goes on from there", () => {
		const text = `int main(void) { if (fork() == 0) { write(1, "c", 1); _exit(0); } write(1, "p", 1); wait(NULL); return 0; }`;
		const plain = boot(text);
		while (plain.choices().length < 2) plain.advance(1);
		const at = plain.step;
		const [first, second] = plain.choices() as [number, number];
		const outputs = [first, second].map((pid) => finish(boot(text, {}, [{ at, kind: "run", pid }])));
		expect(outputs.sort()).toEqual(["cp", "pc"]);
	});

	test("a process that makes no call loses the processor after its quantum", () => {
		const text = `volatile int go; int main(void) { int p[2]; pipe(p); fcntl(p[0], F_SETFL, O_NONBLOCK);
			if (fork() == 0) { for (int i = 0; i < 100000; i++) go++; _exit(0); }
			for (int i = 0; i < 40; i++) getpid(); return 3; }`;
		const alone = boot(text, {
			schedule: { kind: "run-to-block", seed: 1 },
			quantum: 1000,
			maxSteps: 500_000,
		});
		finish(alone);
		expect(alone.outcome).toEqual({ kind: "exited", status: 3 });
		expect(alone.kernel.state.scheduler.contextSwitches).toBeGreaterThan(1);
	});
});

describe("one processor or two", () => {
	/** One counts, then writes the byte for which the other waits, asleep or asking again and again. */
	const waiter = (mode: string): string => `int main(void) { int p[2]; pipe(p); char c;
		if (fork() == 0) { fcntl(p[0], F_SETFL, ${mode}); while (read(p[0], &c, 1) != 1) { } write(1, &c, 1); return 0; }
		for (int i = 0; i < 30; i++) getpid();
		write(p[1], "x", 1); wait(NULL); return 0; }`;

	/** Runs to the end; when the byte was written, and for how long each of the two had run by then. */
	function measured(mode: string, processors: number) {
		const { limits } = defaultOptions("linux");
		const computer = boot(waiter(mode), { limits: { ...limits, processors } });
		let written = { at: 0, worker: 0, waiter: 0 };
		let both = 0;
		while (computer.outcome === null) {
			const { events } = computer.advance(1);
			const { clock, processes } = computer.kernel.state;
			expect(laws(computer.kernel)).toEqual([]);
			const [worker, other] = Object.values(processes).filter(({ pid }) => pid > 1);
			const has = (process?: Process) => process && processorOf(computer.kernel.state, process.pid) !== null;
			if (has(worker) && has(other)) both++;
			if (
				worker &&
				other &&
				events.some((event) => event.kind === "returns" && event.call.name === "write") &&
				written.at === 0
			)
				written = {
					at: clock,
					worker: ranSoFar(computer.kernel, worker),
					waiter: ranSoFar(computer.kernel, other),
				};
		}
		expect(new TextDecoder().decode(computer.output("stdout"))).toBe("x");
		return { ...written, both: both > 0 };
	}

	test("who sleeps costs the other nothing, with one and with two", () => {
		const [one, two] = [measured("0", 1), measured("0", 2)];
		expect(one.both).toBe(false);
		expect(one.waiter).toBeLessThan(40);
		expect(two.waiter).toBeLessThan(40);
		expect(one.at - two.at).toBeLessThan(0.25 * one.at);
	});

	test("who asks again and again takes half of one processor, and the whole of a second one", () => {
		const [asleep, one, two] = [measured("0", 1), measured("O_NONBLOCK", 1), measured("O_NONBLOCK", 2)];
		expect(one.both).toBe(false);
		expect(one.at).toBeGreaterThan(1.8 * asleep.at);
		expect(two.both).toBe(true);
		expect(two.at).toBeLessThanOrEqual(asleep.at);
		expect(two.waiter).toBeGreaterThan(0.8 * two.worker);
		expect(one.worker + one.waiter).toBeLessThanOrEqual(one.at);
		expect(two.worker + two.waiter).toBeLessThanOrEqual(2 * two.at);
	});

	test("with two, going to any step and on from there gives the same run", () => {
		const { limits } = defaultOptions("linux");
		const options = { limits: { ...limits, processors: 2 } };
		const whole = boot(TALK, options);
		const text = finish(whole);
		const again = boot(TALK, options);
		const kept = [again.snapshot()];
		while (again.outcome === null) {
			again.advance(7);
			kept.push(again.snapshot());
		}
		expect(again.fingerprint()).toBe(whole.fingerprint());
		for (const snapshot of kept.filter((_, index) => index % 20 === 0)) {
			again.restore(snapshot);
			expect(finish(again)).toBe(text);
			expect(again.fingerprint()).toBe(whole.fingerprint());
		}
	});

	test("whoever is chosen takes the next step, on whichever processor it is", () => {
		const { limits } = defaultOptions("linux");
		const options = { limits: { ...limits, processors: 2 } };
		const text =
			'int main(void) { if (fork() == 0) { write(1, "c", 1); _exit(0); } write(1, "p", 1); wait(NULL); return 0; }';
		const plain = boot(text, options);
		while (plain.choices().length < 2) plain.advance(1);
		const outputs = plain.choices().map((pid) => {
			const decisions = Array.from(
				{ length: 12 },
				(_, k) => ({ at: plain.step + k, kind: "run", pid }) as const,
			);
			return finish(boot(text, options, decisions));
		});
		expect(outputs.sort()).toEqual(["cp", "pc"]);
	});
});

describe("programs", () => {
	test("exec finds the other programs by name and by path", () => {
		const main = `int main(void) { if (fork() == 0) execlp("other", "other", "one", NULL);
			wait(NULL); execl("./other", "again", NULL); return 1; }`;
		const other = `int main(int argc, char **argv) { printf("%s %d\\n", argv[0], argc); return 6; }`;
		const computer = start(compile(main, { other }), defaultOptions("linux"));
		expect(finish(computer)).toBe("other 2\nagain 1\n");
		expect(computer.outcome).toEqual({ kind: "exited", status: 6 });
	});

	test("a function that the program declares and nobody defines is refused with its place", () => {
		const text = "int conjure(int *);\nint main(void)\n{\n\treturn conjure(0);\n}\n";
		const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
		const { diagnostics, software } = build(programs, defaultOptions("linux"));
		expect(software).toBeNull();
		expect(diagnostics).toMatchObject([
			{
				severity: "error",
				message: "'conjure' is used here but defined nowhere",
				span: { line: 4, column: 9 },
				notes: [{ span: { line: 1, column: 5 } }],
			},
		]);
	});

	test("a function with a label of the assembler is the one of that name", () => {
		const named = (label: string) =>
			`extern int ask(void) __asm__("${label}"); int main(void) { return ask() > 0; }`;
		const built = (text: string) =>
			build([{ name: "main", files: [{ path: "main.c", text }] }], defaultOptions("linux"));
		const { software } = built(named("getpid"));
		expect(software).not.toBeNull();
		const computer = start(software!, defaultOptions("linux"));
		finish(computer);
		expect(computer.outcome).toEqual({ kind: "exited", status: 1 });
		const [found] = built(named("conjure")).diagnostics;
		expect(found?.message).toBe("'conjure' is used here but defined nowhere");
	});

	test.each([
		["the return of main", 'getpid();\nputs("x");\nreturn 3;\n}', 3],
		[
			"the return of main, and not what atexit's function called",
			"atexit(at_end);\ngetpid();\nreturn 3;\n}",
			3,
		],
		["the end of main", 'getpid();\nputs("x");\n}', 3],
		["the call of exit", "getpid();\nif (1)\nexit(3);\nreturn 0;\n}", 3],
	])("one that has ended stood last on %s", (_, body, line) => {
		const computer = boot(
			`static void at_end(void) { getpid(); }\nint main(int argc, char **argv)\n{ if (argc > 9) at_end();\n${body}`,
		);
		finish(computer);
		expect(computer.endingOf(computer.first)?.place?.line).toBe(HEADERS.length + 3 + line);
	});

	describe("a function that is called and nowhere declared", () => {
		function diagnosticsOf(...texts: string[]) {
			const files = texts.map((text, i) => ({ path: `file${i}.c`, text }));
			const { diagnostics, software } = build([{ name: "main", files }], defaultOptions("linux"));
			return { words: diagnostics.map(({ severity, message }) => `${severity}: ${message}`), software };
		}

		test.each([
			["that the library has", "int main(void) { return getenv(0) != 0; }"],
			["that is a system call", "int main(void) { return getppid(); }"],
			["that is defined further down", "int main(void) { return later(1); } int later(int n) { return n; }"],
		])("is only warned of: one %s", (_, text) => {
			const { software, words } = diagnosticsOf(text);
			expect(software).not.toBeNull();
			expect(words[0]).toMatch(/^warning: implicit declaration of function/);
		});

		test("is only warned of: one that another file defines", () => {
			const { software, words } = diagnosticsOf(
				"int main(void) { return there(); }",
				"int there(void) { return 1; }",
			);
			expect(software).not.toBeNull();
			expect(words).toEqual(["warning: implicit declaration of function 'there'"]);
		});

		test.each([
			["is defined nowhere", "int main(void) { return conjure(); }", "conjure"],
			["is a macro", "int main(void) { return WIFEXITED(0); }", "WIFEXITED"],
		])("is an error: one that %s", (_, text, name) => {
			const { software, words } = diagnosticsOf(text);
			expect(software).toBeNull();
			expect(words).toEqual([`error: call to undeclared function '${name}'`]);
		});

		test("that this computer does not have is warned of twice", () => {
			expect(diagnosticsOf("int main(void) { return getcontext(0); }").words).toEqual([
				expect.stringContaining("'getcontext' is not supported on this computer"),
				"warning: implicit declaration of function 'getcontext'",
			]);
		});
	});

	test.each([
		["vmsplice", "fcntl.h", "struct iovec v = { 0 }; vmsplice(1, &v, 1, 0);"],
		["getfsent", "fstab.h", "struct fstab *f = getfsent(); (void)f->fs_file;"],
		["parse_printf_format", "printf.h", 'int n[1]; parse_printf_format("%d", 1, n); (void)n[0];'],
	])("%s, which <%s> declares, is named as not supported", (name, header, body) => {
		const text = `#define _GNU_SOURCE\n#include <${header}>\nint main(void) { ${body} return 0; }\n`;
		const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
		expect(build(programs, defaultOptions("linux")).diagnostics).toMatchObject([
			{
				severity: "warning",
				message: expect.stringContaining(`'${name}' is not supported on this computer`),
			},
		]);
	});

	test("of a function that is not here only uses are told that the program can come to, the first of each", () => {
		const text = `#include <ucontext.h>
void Setcontext(ucontext_t *u) { setcontext(u); }
void Getcontext(ucontext_t *u) { getcontext(u); }
static void (*table[])(ucontext_t *) = { Getcontext };
int main(int argc, char **argv)
{
	if (argc > 1)
		table[0](0);
	return 0;
}
`;
		const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
		expect(build(programs, defaultOptions("linux")).diagnostics).toMatchObject([
			{ message: expect.stringContaining("'getcontext' is not supported"), span: { line: 3, column: 34 } },
		]);
	});

	test("a function of POSIX that is not here is warned of, and calling it kills with SIGSYS, handler or not", () => {
		const text = `#include <stdio.h>
#include <signal.h>
#include <ucontext.h>
static void caught(int signal) { printf("%d\\n", signal); }
int main(void)
{
	signal(SIGSYS, caught);
	puts("before");
	fflush(stdout);
	setcontext(0);
	puts("after");
}
`;
		const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
		const { diagnostics, software } = build(programs, defaultOptions("linux"));
		expect(diagnostics).toMatchObject([
			{
				severity: "warning",
				message: "'setcontext' is not supported on this computer: calling it ends the process with SIGSYS",
				span: { file: "main.c", line: 10, column: 2, length: 10 },
			},
		]);
		const computer = start(software as Software, defaultOptions("linux"));
		expect(finish(computer)).toBe("before\n");
		expect(computer.outcome).toEqual({ kind: "killed", signal: 31 });
		expect(computer.endingOf(computer.first)).toMatchObject({
			place: { file: "main.c", line: 10 },
			fault: { explanation: "'setcontext' is not supported on this computer" },
		});
	});

	test("knobs replace the #define of the same name", () => {
		const programs = [
			{
				name: "main",
				files: [{ path: "main.c", text: "#define SIZE 4\nint main(void) { return SIZE; }" }],
			},
		];
		const options = { ...defaultOptions("linux"), define: { SIZE: "9" } };
		const computer = start(build(programs, options).software as Software, options);
		finish(computer);
		expect(computer.outcome).toEqual({ kind: "exited", status: 9 });
	});

	test("arguments, environment and files are there", () => {
		const text = `int main(int argc, char **argv) { char b[9] = {0}; int n = read(open("data", O_RDONLY), b, 8);
			printf("%d %s %s %s\\n", argc, argv[1], getenv("COLOR"), b); return n != 5; }`;
		const options = { args: ["a b"], env: { COLOR: "red" }, files: { data: "12345" } };
		expect(finish(boot(text, options))).toBe("2 a b red 12345\n");
	});
});

test("the child of vfork gives the memory back once: a second execve, before the parent runs, changes nothing", () => {
	const text = `int main(int argc, char *argv[]) { volatile int kept = 7;
		char *again[] = {"x", "2", 0}, *last[] = {"x", "2", "3", 0};
		if (argc == 2) execve(argv[0], last, 0);
		if (argc == 3) { argv[1] = "lost"; pause(); }
		if (vfork() == 0) { kept++; execve(argv[0], again, 0); _exit(1); }
		printf("%d", kept); fflush(stdout); return 0; }`;
	const computer = boot(text.replaceAll('"x"', "argv[0]"), { schedule: { kind: "run-to-block", seed: 1 } });
	expect(finish(computer)).toBe("8");
});

test("the trace has strace's form", () => {
	const computer = boot(`int main(void) { int p[2]; char b[4]; pipe(p);
		if (fork() == 0) { write(p[1], "hi\\n", 3); _exit(2); }
		if (read(p[0], b, 4) < 0) return 1; wait(NULL); close(9); return 0; }`);
	const tracer = new Tracer();
	const lines: string[] = [];
	while (computer.outcome === null) {
		const { events } = computer.advance(1000);
		lines.push(...tracer.lines(events, computer.kernel.state));
	}
	expect(lines).toEqual([
		"pipe2([3, 4], 0)                        = 0",
		"fork()                                  = 3",
		"strace: Process 3 attached",
		'[pid     3] write(4, "hi\\n", 3)         = 3',
		'[pid     2] read(3, "hi\\n", 4)          = 3',
		"[pid     3] exit_group(2)               = ?",
		"[pid     3] +++ exited with 2 +++",
		"--- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=3, si_uid=1000, si_status=2, si_utime=0, si_stime=0} ---",
		"wait4(-1, NULL, 0, NULL)                = 3",
		"close(9)                                = -1 EBADF (Bad file descriptor)",
		"exit_group(0)                           = ?",
		"+++ exited with 0 +++",
	]);
});

test("the trace shows what strace sees of a signal that is ignored: the sleep that it breaks off begins again", () => {
	const computer = boot(`int main(void) {
		if (fork() == 0) { usleep(10000); _exit(5); }
		sleep(1); return 0; }`);
	const tracer = new Tracer();
	const lines: string[] = [];
	while (computer.outcome === null) {
		const { events } = computer.advance(1);
		lines.push(...tracer.lines(events, computer.kernel.state));
	}
	const from = lines.findIndex((line) => line.includes("exited with 5"));
	expect(lines.slice(from + 1, -2)).toEqual([
		"<... clock_nanosleep resumed>{tv_sec=0, tv_nsec=989990000}) = ? ERESTART_RESTARTBLOCK (Interrupted by signal)",
		"--- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=3, si_uid=1000, si_status=5, si_utime=0, si_stime=0} ---",
		"restart_syscall(<... resuming interrupted clock_nanosleep ...> <unfinished ...>",
		"<... restart_syscall resumed>)          = 0",
	]);
});

describe("what a stream still holds", () => {
	const PRINTS = 'int main(void) { printf("tick"); write(1, "!", 1); fflush(stdout); return 0; }';

	test("is told until write has taken it, and not one step longer", () => {
		const computer = boot(PRINTS);
		const told: string[] = [];
		while (computer.outcome === null) {
			const { events } = computer.advance(1);
			for (const event of events) {
				if (event.kind !== "calls" && event.kind !== "returns") continue;
				const held = computer.unwritten(2).map(({ bytes }) => new TextDecoder().decode(bytes));
				if (event.call.name === "write") told.push(`${event.kind} ${held.join()}`);
			}
		}
		expect(told).toEqual(["calls tick", "returns tick", "calls tick", "returns "]);
	});
});

test("software that was packed knows as well where main returned", () => {
	const software = compile("int main(void)\n{\n\tclose(0);\n\treturn 0;\n}");
	const packed = unpackSoftware(JSON.parse(JSON.stringify(packSoftware(software))), []);
	const [here, there] = [software, packed].map((each) => {
		const computer = start(each, defaultOptions("linux"));
		finish(computer);
		return computer.endingOf(computer.first)?.place;
	});
	expect(here?.line).toBe(HEADERS.length + 4);
	expect(there).toEqual(here);
});
