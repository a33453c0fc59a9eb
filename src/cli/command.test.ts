// The command as a person types it: what comes out of which stream, and the exit status.
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 });

const script = resolve(import.meta.dirname, "../../scripts/ipc.mjs");
let folder = "";

const HEADERS = "#include <stdio.h>\n#include <stdlib.h>\n#include <unistd.h>\n#include <sys/wait.h>\n";

function ipc(words: string[], input = "") {
	const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...words], {
		cwd: folder,
		encoding: "utf8",
		input,
		timeout: 60_000,
	});
	return { status, stderr, stdout };
}

function write(name: string, text: string): void {
	writeFileSync(join(folder, name), text);
}

/** Writes main.c and runs it. */
function run(text: string, words: string[] = [], input = "") {
	write("main.c", HEADERS + text);
	return ipc(["run", "main.c", ...words], input);
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "interprocess-"));
	// The first one makes the bundle.
	ipc(["--help"]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

test("a literal of a source that is no UTF-8 holds the bytes that the file holds", () => {
	const [head, tail] = [
		`${HEADERS}int main(void) { printf("%zu %d", sizeof "`,
		'", "\u00fc"[0] & 255); return 0; }',
	];
	writeFileSync(
		join(folder, "latin1.c"),
		Buffer.concat([Buffer.from(head), Buffer.of(0xe4, 0xff), Buffer.from(tail, "latin1")]),
	);
	expect(ipc(["run", "latin1.c"])).toEqual({ status: 0, stderr: "", stdout: "3 252" });
});

test("a carriage return alone ends a line, as gcc reads it", () => {
	const text = `${HEADERS}// a comment\nint main(void)\n{\n\tprintf("hi");\n\treturn x;\n}\n`;
	write("carriage.c", text.replaceAll("\n", "\r"));
	expect(ipc(["run", "carriage.c"]).stderr).toContain(
		"carriage.c:9:9: error: use of undeclared identifier 'x'",
	);
	write("carriage.c", text.replaceAll("\n", "\r").replace("return x", "return 3"));
	expect(ipc(["run", "carriage.c"])).toEqual({ status: 3, stderr: "", stdout: "hi" });
});

describe("standard input is to the program what it is to the command", () => {
	/** As compiled by gcc it prints the same with the same input. */
	const LOOKS = `#include <sys/stat.h>
		int main(void) {
			struct stat s; char b[6] = ""; fstat(0, &s);
			printf("%o %d ", s.st_mode & S_IFMT, (int)lseek(0, 2, SEEK_SET)); fflush(stdout);
			if (fork() == 0) { read(0, b, 3); printf("[%s] ", b); exit(0); }
			wait(NULL); b[read(0, b, 2)] = 0; printf("[%s] %d\\n", b, (int)lseek(0, 0, SEEK_CUR)); return 0; }`;

	function looks(words: readonly string[], path: string): string {
		write("looks.c", HEADERS + LOOKS);
		const stdin = openSync(resolve(folder, path), "r");
		try {
			return spawnSync(process.execPath, [script, "run", "looks.c", ...words], {
				cwd: folder,
				encoding: "utf8",
				stdio: [stdin, "pipe", "pipe"],
			}).stdout;
		} finally {
			closeSync(stdin);
		}
	}

	test.each([
		["a file", "text", [], "100000 2 [llo] [, ] 7\n"],
		["a device", "/dev/null", [], "20000 0 [] [] 0\n"],
		["the file that --stdin names", "/dev/null", ["--stdin", "text"], "100000 2 [llo] [, ] 7\n"],
		["the device that --stdin names", "text", ["--stdin", "/dev/zero"], "20000 0 [] [] 0\n"],
	] as const)("%s", (_, path, words, printed) => {
		write("text", "hello, world\n");
		expect(looks(words, path)).toBe(printed);
	});

	test("a pipe", () => {
		write("looks.c", HEADERS + LOOKS);
		const command = `cat text | ${process.execPath} ${script} run looks.c`;
		write("text", "hello, world\n");
		const { stdout } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
		expect(stdout).toBe("10000 -1 [hel] [lo] -1\n");
	});
});

test("the real terminal leaves output as it is while the program's does (OPOST)", () => {
	const raw = `#include <termios.h>
		int main(void) {
			struct termios old, raw; tcgetattr(0, &old); write(1, "a\\n", 2);
			raw = old; raw.c_oflag &= ~OPOST; tcsetattr(0, TCSADRAIN, &raw); write(1, "b\\n", 2);
			tcsetattr(0, TCSADRAIN, &old); write(1, "c\\n", 2);
			cfmakeraw(&raw); tcsetattr(0, TCSANOW, &raw); write(1, "d\\n", 2); return 0; }`;
	write("raw.c", HEADERS + raw);
	const command = `${process.execPath} ${script} run raw.c`;
	const options = { cwd: folder, encoding: "utf8", timeout: 60_000 } as const;
	const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], { ...options, input: "" });
	expect(stdout).toMatch(/a\r\nb\nc\r\nd\n$/);
});

describe("the exit status", () => {
	test.each([
		["the first process's", "int main(void) { return 7; }", [], 7, ""],
		["128+n when signal n killed it", "int main(void) { abort(); }", [], 134, "SIGABRT"],
		["2 when the C does not compile", "int main(void) { return x; }", [], 2, "main.c:5:25: error:"],
		[
			"3 when the run is stuck",
			"int main(void) { int p[2]; pipe(p); return read(p[0], p, 1); }",
			[],
			3,
			"stuck",
		],
		["4 when the limit stopped it", "int main(void) { for (;;); }", ["--max-steps", "999"], 4, "999 steps"],
	] as const)("%s", (_, text, words, status, said) => {
		const result = run(text, [...words]);
		expect(result.stderr).toContain(said);
		expect(result.status).toBe(status);
		expect(result.stdout).toBe("");
	});

	test("standard error holds the program's words alone after a plain exit that deserves a remark", () => {
		const twice = 'int main(void) { printf("once\\n"); if (fork() == 0) return 0; wait(NULL); return 0; }';
		const { status, stdout, stderr } = run(twice);
		expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "once\nonce\n", stderr: "" });
		expect(JSON.parse(ipc(["run", "main.c", "--json"]).stdout)).toMatchObject({
			outcome: "exited",
			diagnosis: { kind: expect.any(String) },
		});
	});

	test("a short run that ended well by luck is followed by a note, also when no person reads standard error", () => {
		const beyond = "int main(void) { int a[2] = { 1, 2 }, n = 2; a[n] = 5; return 0; }";
		const { status, stderr } = run(beyond);
		expect(status).toBe(0);
		expect(stderr).toMatch(/^ipc: note, from a second run with guards/);
		expect(stderr).toContain("there is no a[2], the last one is a[1]");
	});

	test("who asks with --memory is told that nothing was misused, and what was never freed", () => {
		const keeps = "int main(void) { char *p = malloc(9); p[8] = 1; return 0; }";
		expect(run(keeps)).toEqual({ status: 0, stdout: "", stderr: "" });
		expect(run(keeps, ["--memory"]).stderr).toBe(
			"ipc: no misuse of memory was found: no access left its array, record or block, or came to one that was gone.\n  A block of 9 bytes allocated on line 5 was never freed; only the end of the process gave that back.\n",
		);
	});

	test("the first process's, when others are left behind that wait for ever; they are named", () => {
		const orphan =
			"int main(void) { int p[2]; pipe(p); if (fork() == 0) { char c; read(p[0], &c, 1); } return 6; }";
		const { status, stderr } = run(orphan);
		expect(status).toBe(6);
		expect(stderr).toMatch(
			/^ipc: main has ended; left behind, for ever: [^\n]* \(pid 3\)\nipc: .*itself still holds /,
		);
		const { stdout } = ipc(["run", "main.c", "--json"]);
		expect(JSON.parse(stdout)).toMatchObject({
			outcome: "exited",
			status: 6,
			processes: [
				{ pid: 2, state: "ended" },
				{ pid: 3, state: "waiting", wait: "pipe-not-empty" },
			],
			diagnosis: { kind: "own-write-end" },
		});
	});

	test("4 soon when a program does nothing but call the system", () => {
		const exec = 'int main(int n, char **v) { execv("./main", v); }';
		expect(run(exec).stderr).toMatch(/stopped by the limit of work, .* may never end/);
	});

	test("2 and a cure when the command line is wrong", () => {
		expect(ipc(["run", "none.c"])).toEqual({
			status: 2,
			stdout: "",
			stderr: "ipc: cannot read none.c: there is no such file\nTry: npm run -s ipc -- --help\n",
		});
	});
});

describe("streams", () => {
	test("what the program writes comes out where it wrote it, in order", () => {
		const result = run('int main(void) { printf("out\\n"); fprintf(stderr, "err\\n"); return 0; }');
		expect(result).toEqual({ status: 0, stdout: "out\n", stderr: "err\n" });
	});

	test("standard input is the command's own", () => {
		const text = `int main(void) { char line[99]; while (fgets(line, 99, stdin)) printf("[%s]", line); return 0; }`;
		expect(run(text, [], "one\ntwo").stdout).toBe("[one\n][two]");
		write("in.txt", "from a file");
		expect(run(text, ["--stdin", "in.txt"], "not this").stdout).toBe("[from a file]");
	});

	test("what is there at the beginning is ready at once: poll does not run out of time", () => {
		const poll = `#include <poll.h>
			int main(void) { struct pollfd f = { 0, POLLIN, 0 }; int n = poll(&f, 1, 5000); return 10 * n + getchar(); }`;
		write("poll.c", HEADERS + poll);
		const line = `echo A | "${process.execPath}" "${script}" run poll.c`;
		expect(spawnSync("sh", ["-c", line], { cwd: folder, timeout: 60_000 }).status).toBe(75);
	});

	test("bytes go through as they are", () => {
		write(
			"bytes.c",
			`${HEADERS}int main(void) { int c, n = 0; while ((c = getchar()) != EOF) { n++; putchar(c); } return n; }`,
		);
		const input = Buffer.from([0, 255, 128, 10, 195]);
		const { status, stdout } = spawnSync(process.execPath, [script, "run", "bytes.c"], {
			cwd: folder,
			input,
		});
		expect([...stdout]).toEqual([...input]);
		expect(status).toBe(5);
	});

	test("a reader that leaves ends the command quietly", () => {
		write("main.c", `${HEADERS}int main(void) { for (;;) printf("line\\n"); }`);
		const line = `"${process.execPath}" "${script}" run main.c | head -n 1`;
		const { stderr, stdout } = spawnSync("sh", ["-c", line], {
			cwd: folder,
			encoding: "utf8",
			timeout: 60_000,
		});
		expect({ stderr, stdout }).toEqual({ stderr: "", stdout: "line\n" });
	});
});

describe("programs", () => {
	test("arguments, headers of other folders, several files, and what exec finds", () => {
		mkdirSync(join(folder, "include"), { recursive: true });
		write("include/there.h", "#define THERE 40\nint more(void);\n");
		write("more.c", "int more(void) { return 2; }\n");
		write(
			"echo.c",
			`#include <stdio.h>\nint main(int argc, char **argv) { printf("%s %d\\n", argv[1], argc); return 1; }`,
		);
		write(
			"main.c",
			`${HEADERS}#include "there.h"\nint main(int argc, char **argv) { if (fork() == 0) execlp("say", "say", argv[1], (char *)0);
				wait(0); return argc + THERE + more(); }`,
		);
		const words = "run main.c more.c -I include --program say=echo.c -- hello --json".split(" ");
		expect(ipc(words)).toEqual({ status: 45, stdout: "hello 2\n", stderr: "" });
	});

	test("a header of a folder of -I comes before the system's of that name, in <> too; one that lies beside does not", () => {
		mkdirSync(join(folder, "own"), { recursive: true });
		write("own/search.h", "#define FOUND 7\n");
		write("main.c", "#include <search.h>\nint main(void) { return FOUND; }\n");
		expect(ipc(["run", "main.c", "-I", "own"]).status).toBe(7);
		write("search.h", "#define FOUND 8\n");
		expect(ipc(["run", "main.c"]).status).toBe(2);
		rmSync(join(folder, "search.h"));
	});

	test("a header of a folder of -I has the folder's name before its own, in __FILE__, assert and messages", () => {
		mkdirSync(join(folder, "inc/deep"), { recursive: true });
		write("inc/list.h", '#include "deep/leaf.h"\n#include <other.h>\nstatic const char *list = __FILE__;\n');
		write("inc/deep/leaf.h", "static const char *leaf = __FILE__;\n");
		write("inc/other.h", "static void refuse(int n) { assert(n > 1); }\nstatic int half = 1 / 0;\n");
		write(
			"main.c",
			`${HEADERS}#include <assert.h>\n#include "list.h"\nint main(void) { printf("%s %s\\n", list, leaf); fflush(stdout); refuse(half); }\n`,
		);
		expect(ipc(["run", "main.c", "-I", "inc/"]).stderr).toContain("inc/other.h:2:");
		write("inc/other.h", "static void refuse(int n) { assert(n > 1); }\nstatic int half = 1;\n");
		const { stdout, stderr } = ipc(["run", "main.c", "-I", "./inc/"]);
		expect(stdout).toBe("./inc/list.h ./inc/deep/leaf.h\n");
		expect(stderr).toContain("main: ./inc/other.h:1: refuse: Assertion `n > 1' failed.");
	});

	test("in a program of several files a sentence names the file beside the line", () => {
		write(
			"ends.c",
			"#include <unistd.h>\nint last(int fd)\n{\n\tchar byte;\n\treturn read(fd, &byte, 1);\n}\n",
		);
		write("main.c", `${HEADERS}int last(int);\nint main(void) { int p[2]; pipe(p); return last(p[0]); }\n`);
		const { status, stderr } = ipc(["run", "main.c", "ends.c"]);
		expect(status).toBe(3);
		expect(stderr).toContain(
			"waits for ever in read at ends.c:5 (in last, called at main.c:6): the pipe is empty",
		);
		expect(stderr).toContain("opened by pipe at main.c:6");
		expect(stderr).not.toMatch(/on line|since line|before line/);
	});

	test("-D defines a macro as cc does: a #define of the file comes after it, with a warning", () => {
		write("main.c", `#ifdef HALF\n#define SIZE 8\n#endif\nint main(void) { return SIZE + TWICE(ONE); }\n`);
		const words = ["run", "main.c", "-D", "SIZE=4", "-DONE", "-D", "TWICE(x)=2 * (x)"];
		expect(ipc(words)).toEqual({ status: 6, stdout: "", stderr: "" });
		const { status, stderr } = ipc([...words, "-D", "HALF"]);
		expect(status).toBe(10);
		expect(stderr).toContain("main.c:2:9: warning: 'SIZE' macro redefined");
	});

	test("check only compiles", () => {
		write("main.c", `${HEADERS}int main(void) { printf("never\\n"); return 9; }`);
		expect(ipc(["check", "main.c"])).toEqual({ status: 0, stdout: "", stderr: "" });
		write("main.c", "int main(void) { return 1 }");
		expect(ipc(["check", "main.c"]).status).toBe(2);
	});

	test("the lesson profile has small pipes", () => {
		const text = `#include <fcntl.h>\nint main(void) { int p[2]; char b[99] = {0}; pipe(p);
			fcntl(p[1], F_SETFL, O_NONBLOCK); return write(p[1], b, 99); }`;
		expect(run(text, ["--profile", "lesson"]).status).toBe(16);
		expect(run(text).status).toBe(99);
	});
});

describe("--json", () => {
	const STUCK = `int main(void)
{
	int ends[2];
	pipe(ends);
	if (fork() == 0) {	//@ name reader
		char byte;
		printf("reading\\n");
		fflush(stdout);
		while (read(ends[0], &byte, 1) > 0)
			;
		return 0;
	}
	close(ends[1]);
	wait(NULL);
}`;

	test("a stuck run: who waits for what, and which descriptor is to blame", () => {
		const { status, stderr, stdout } = run(STUCK, ["--json"]);
		const line = (text: string) => (HEADERS + STUCK).split("\n").findIndex((one) => one.includes(text)) + 1;
		expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
		expect(JSON.parse(stdout)).toMatchObject({
			outcome: "stuck",
			status: null,
			stdout: "reading\n",
			stderr: "",
			steps: expect.any(Number),
			processes: [
				{ name: "main", pid: 2, state: "waiting", line: line("wait(NULL)"), wait: "child" },
				{ name: "reader", pid: 3, state: "waiting", line: line("read("), wait: "pipe-not-empty" },
			],
			diagnosis: {
				kind: "own-write-end",
				sentence: expect.stringContaining("reader"),
				culprits: [
					{
						process: "reader",
						descriptor: 4,
						line: line("read("),
						openedAt: { file: "main.c", line: line("pipe(") },
						inheritedAt: { file: "main.c", line: line("fork(") },
					},
				],
			},
			diagnostics: [],
		});
	});

	test.each([
		["exited", 'int main(void) { printf("x"); fprintf(stderr, "y"); return 6; }', 6, 6, null],
		[
			"killed",
			'int main(void) { printf("x"); fflush(stdout); fprintf(stderr, "y"); *(volatile int *)0 = 1; }',
			139,
			139,
			{ kind: "killed-by-fault", sentence: expect.stringContaining("null pointer"), culprits: [{ line: 5 }] },
		],
		[
			"limit",
			'int main(void) { printf("x"); fflush(stdout); fprintf(stderr, "y"); for (;;); }',
			null,
			4,
			{ kind: "endless-loop", sentence: expect.stringContaining("on line 5"), culprits: [{ line: 5 }] },
		],
	])("%s", (outcome, text, status, exit, diagnosis) => {
		const result = run(text, ["--json", "--max-steps", "500"]);
		expect(result.status).toBe(exit);
		expect(JSON.parse(result.stdout)).toMatchObject({
			outcome,
			status,
			stdout: "x",
			stderr: "y",
			diagnosis,
		});
	});

	test("unsupported: a child that calls a function which this computer does not have", () => {
		const text = `#include <ucontext.h>
int main(void)
{
	if (fork() == 0)
		setcontext(0);
	int status;
	wait(&status);
	return WTERMSIG(status);
}
`;
		const { status, stderr } = run(text);
		expect(status).toBe(31);
		expect(stderr).toMatch(/main.c:9:3: warning: 'setcontext' is not supported on this computer: calling it/);
		expect(stderr).toMatch(
			/ipc: .* was killed by SIGSYS: 'setcontext' is not supported .* \(main.c:9\)\.\n$/,
		);
		const { diagnosis, outcome } = JSON.parse(run(text, ["--json"]).stdout);
		expect(outcome).toBe("exited");
		expect(diagnosis).toMatchObject({ kind: "unsupported", culprits: [{ line: 9, descriptor: null }] });
		expect(diagnosis.sentence).toContain("'setcontext' is not supported");
	});

	test("compile-error", () => {
		const { status, stderr, stdout } = run("int main(void) { return x; }", ["--json"]);
		expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
		expect(JSON.parse(stdout)).toMatchObject({
			outcome: "compile-error",
			status: null,
			processes: [],
			diagnosis: null,
			diagnostics: [{ severity: "error", span: { file: "main.c", line: 5, column: 25 } }],
		});
	});
});

describe("sh", () => {
	test("runs a script of the disk, with its arguments, by the programs of /bin", () => {
		mkdirSync(join(folder, "scripts"), { recursive: true });
		write("scripts/count.sh", 'echo "$0 $1"\nseq "$1" | wc -l\nexit 5\n');
		expect(ipc(["sh", "./scripts/count.sh", "7"])).toEqual({
			status: 5,
			stdout: "./scripts/count.sh 7\n7\n",
			stderr: "",
		});
		const path = join(folder, "scripts/count.sh");
		expect(ipc(["sh", path, "2"]).stdout).toBe(`${path} 2\n2\n`);
		expect(ipc(["sh", "scripts/none.sh"])).toMatchObject({ status: 2, stdout: "" });
	});
});

describe("batch", () => {
	test("one line for each file, in order, and a bad one never hurts the next", () => {
		write("fine.c", `${HEADERS}int main(int n, char **v) { printf("%s %d\\n", v[1], getchar()); return n; }`);
		write("wrong.c", "int main(void) { return x; }");
		write("stuck.c", `${HEADERS}int main(void) { int p[2]; pipe(p); return read(p[0], p, 1); }`);
		write("wild.c", "int main(void) { *(volatile int *)8 = 1; }");
		write("loop.c", "int main(void) { for (;;); }");
		mkdirSync(join(folder, "folder.c"), { recursive: true });
		const files = "fine.c wrong.c none.c stuck.c folder.c wild.c loop.c fine.c plain".split(" ");
		mkdirSync(join(folder, "plain"), { recursive: true });
		const { status, stderr, stdout } = ipc(
			["batch", ...files, "--max-steps", "5000", "--", "word"],
			"not this",
		);
		expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
		const lines = stdout
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(lines.map(({ file, outcome, status }) => [file, outcome, status])).toEqual([
			["fine.c", "exited", 2],
			["wrong.c", "compile-error", null],
			["none.c", "unreadable", null],
			["stuck.c", "stuck", null],
			["folder.c", "unreadable", null],
			["wild.c", "killed", 139],
			["loop.c", "limit", null],
			["fine.c", "exited", 2],
			["plain", "unreadable", null],
		]);
		expect(lines[8].diagnostics[0].message).toBe("cannot read plain: it is a directory");
		expect(lines[0].stdout).toBe("word -1\n");
		expect(lines[7]).toEqual(lines[0]);
		expect(lines[2].diagnostics[0].message).toBe("cannot read none.c: there is no such file");
		expect(lines[3].diagnosis.kind).toBe("own-write-end");
		const { stdout: alone } = ipc(["run", "stuck.c", "--json"]);
		expect(lines[3]).toEqual({ file: "stuck.c", ...JSON.parse(alone) });
	});

	test("the options of run hold for every file", () => {
		write("in.txt", "A");
		write("say.c", `${HEADERS}int main(void) { printf("said "); return 0; }`);
		write(
			"options.c",
			`${HEADERS}#include "there.h"\n#include <fcntl.h>\nint main(void) { int p[2]; static char b[99];
				if (fork() == 0) execlp("say", "say", (char *)0); wait(0); pipe(p); fcntl(p[1], F_SETFL, O_NONBLOCK);
				printf("%c %d\\n", getchar(), (int)write(p[1], b, 99)); return THERE; }`,
		);
		mkdirSync(join(folder, "there"), { recursive: true });
		write("there/there.h", "#define THERE 40\n");
		const words = "batch options.c options.c -I there --program say=say.c --stdin in.txt --profile lesson";
		const lines = ipc(words.split(" "))
			.stdout.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(lines.map(({ status, stdout }) => [status, stdout])).toEqual([
			[40, "said A 16\n"],
			[40, "said A 16\n"],
		]);
	});
});

test("--trace prints system calls on standard error", () => {
	const { stderr, stdout } = run('int main(void) { write(1, "a\\n", 2); return 3; }', ["--trace"]);
	expect(stdout).toBe("a\n");
	expect(stderr.trimEnd().split("\n")).toEqual([
		'execve("./main", ["./main"], 0x7fff0000 /* 2 vars */) = 0',
		'write(1, "a\\n", 2)                      = 2',
		"exit_group(3)                           = ?",
		"+++ exited with 3 +++",
	]);
});

describe("a stream of the command that takes nothing more ends it with one sentence, or with its status alone", () => {
	const FULL = "ipc: cannot write to standard output: no space left on device (ENOSPC)\n";

	/** With /dev/full, on which every write fails, as standard output, standard error or both. */
	function runFull(words: readonly string[], ...full: (1 | 2)[]) {
		write("says.c", `${HEADERS}int main(void) { puts("out"); fputs("err\\n", stderr); return 7; }`);
		const device = openSync("/dev/full", "w");
		try {
			const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...words], {
				cwd: folder,
				encoding: "utf8",
				stdio: ["ignore", full.includes(1) ? device : "pipe", full.includes(2) ? device : "pipe"],
				timeout: 60_000,
			});
			return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
		} finally {
			closeSync(device);
		}
	}

	test.each([
		["run", "says.c"],
		["run", "says.c", "--json"],
		["check", "says.c", "--json"],
		["batch", "says.c", "says.c"],
		["--help"],
	])("standard output: %s %s %s", (...words) => {
		const { status, stderr } = runFull(words, 1);
		expect(stderr.replace(/^err\n/, "")).toBe(FULL);
		expect(status).toBe(1);
	});

	test.each([
		["run", "says.c"],
		["run", "says.c", "--trace"],
		["run", "none.c"],
	])("standard error: %s %s %s", (...words) => {
		const { status, stdout } = runFull(words, 2);
		expect(stdout.replace(/^out\n/, "")).toBe("");
		expect(status).toBe(1);
		expect(runFull(words, 1, 2).status).toBe(1);
	});
});
