// No alarm where nothing is wrong: correct programs that look odd, every lesson's own programs, and the kernel's test programs.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../computer/compiler.ts";
import { defaultOptions, type ProgramSource, type Software } from "../../computer/index.ts";
import type { SourceFile } from "../../machine/index.ts";
import { diagnose, watchRun } from "../diagnosis.ts";

const HEADERS = ["errno", "fcntl", "poll", "signal", "stdio", "stdlib", "string", "unistd", "sys/wait"]
	.map((name) => `#include <${name}.h>\n`)
	.join("");

type Include = (path: string) => string | undefined;

function diagnosed(name: string, text: string, include: Include = () => undefined) {
	return diagnosedFiles([{ path: `${name}.c`, text }], include);
}

function diagnosedFiles(files: readonly SourceFile[], include: Include = () => undefined) {
	return diagnosedPrograms([{ name: "main", files, include }]);
}

function diagnosedPrograms(programs: readonly ProgramSource[]) {
	// Programs that change users say so in their first comment.
	const asRoot = programs[0]?.files[0]?.text.split("*/")[0]?.includes("as root") === true;
	const user = asRoot ? "root" : "user";
	const options = { ...defaultOptions("linux"), user, maxSteps: 2_000_000 };
	const { software, diagnostics } = build(programs, options);
	expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
	const { view, evidence, outcome } = watchRun(software as Software, options);
	return { outcome, said: diagnose(view, evidence)?.sentence.text ?? null };
}

/** Correct, though each does something that is a mistake elsewhere. */
const ODD: Record<string, string> = {
	"a reader that holds a write end and reads only what it knows is there": `
int main(void) { int p[2]; char c; pipe(p); write(p[1], "x", 1); return read(p[0], &c, 1) != 1; }`,
	"a pipeline whose reader has enough: SIGPIPE ends the writer, as it should": `
int main(void) {
	int p[2]; char c; pipe(p);
	if (fork() == 0) { close(p[0]); for (;;) write(p[1], "y\\n", 2); }
	if (fork() == 0) { close(p[1]); read(p[0], &c, 1); _exit(0); }
	close(p[0]); close(p[1]);
	while (wait(NULL) > 0);
	return 0; }`,
	"a queue that stays with letters inside": `
#include <mqueue.h>
int main(void) {
	struct mq_attr a = {.mq_maxmsg = 2, .mq_msgsize = 8}; char text[8];
	mqd_t q = mq_open("/kept", O_RDWR | O_CREAT, 0600, &a);
	mq_send(q, "a", 1, 0); mq_send(q, "b", 1, 0);
	if (fork() == 0) { mq_send(q, "c", 1, 0); _exit(0); }
	mq_receive(q, text, 8, NULL);
	wait(NULL);
	return 0; }`,
	"a receiver that gives up when its time is up": `
#include <mqueue.h>
#include <time.h>
int main(void) {
	struct mq_attr a = {.mq_maxmsg = 2, .mq_msgsize = 8}; char text[8]; struct timespec soon;
	mqd_t q = mq_open("/patient", O_RDWR | O_CREAT, 0600, &a);
	clock_gettime(CLOCK_REALTIME, &soon); soon.tv_sec++;
	return mq_timedreceive(q, text, 8, NULL, &soon) == -1 && errno == ETIMEDOUT ? 0 : 1; }`,
	"SIGPIPE ignored, EPIPE looked for": `
int main(void) {
	int p[2]; signal(SIGPIPE, SIG_IGN); pipe(p); close(p[0]);
	return write(p[1], "x", 1) == -1 && errno == EPIPE ? 0 : 1; }`,
	"a child whose death by signal the parent asks about": `
int main(void) {
	int status;
	if (fork() == 0) abort();
	wait(&status);
	return WIFSIGNALED(status) ? 0 : 1; }`,
	"a child that ends with _exit and an inherited, unflushed buffer": `
int main(void) {
	printf("once\\n");
	if (fork() == 0) _exit(0);
	wait(NULL);
	return 0; }`,
	"a child that becomes another program with an inherited buffer": `
int main(int n, char **v) {
	if (n > 1) return 0;
	printf("once\\n");
	if (fork() == 0) { execl(v[0], v[0], "again", (char *)NULL); _exit(127); }
	wait(NULL);
	return 0; }`,
	"the same words printed by parent and child": `
int main(void) {
	fflush(stdout);
	if (fork() == 0) { printf("hello\\n"); return 0; }
	wait(NULL);
	printf("hello\\n");
	return 0; }`,
	"a parent that leaves at once: init collects the child": `
int main(void) { if (fork() == 0) { usleep(100); _exit(0); } return 0; }`,
	"two children that are not waited for, and a parent that ends": `
int main(void) { for (int i = 0; i < 2; i++) if (fork() == 0) _exit(0); return 0; }`,
	"children nobody waits for, because SIGCHLD is ignored": `
int main(void) {
	signal(SIGCHLD, SIG_IGN);
	for (int i = 0; i < 9; i++) { if (fork() == 0) _exit(0); usleep(200000); }
	return 0; }`,
	"a zombie that is collected late": `
int main(void) { if (fork() == 0) _exit(0); sleep(2); return wait(NULL) < 0; }`,
	"wait until there is no child left: ECHILD ends the loop": `
int main(void) { for (int i = 0; i < 3; i++) if (fork() == 0) _exit(i); while (wait(NULL) > 0); return 0; }`,
	"a non-blocking read that tries a few times": `
int main(void) {
	int p[2]; char c; pipe(p); fcntl(p[0], F_SETFL, O_NONBLOCK);
	if (fork() == 0) { usleep(3000); write(p[1], "x", 1); _exit(0); }
	int n = 0;
	while (read(p[0], &c, 1) != 1) { n++; usleep(100); }
	wait(NULL);
	return 0; }`,
	"descriptors closed twice": `
int main(void) { int p[2]; pipe(p); close(p[0]); close(p[0]); close(p[1]); close(42); return 0; }`,
	"a write to a closed descriptor whose error is looked at": `
int main(void) { return write(42, "x", 1) == -1 && errno == EBADF ? 0 : 1; }`,
	"signals that are merged, and nobody counts": `
static void note(int s) { (void)s; }
int main(void) {
	sigset_t set; signal(SIGUSR1, note); sigemptyset(&set); sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, NULL); raise(SIGUSR1); raise(SIGUSR1);
	sigprocmask(SIG_UNBLOCK, &set, NULL); return 0; }`,
	"a child stopped, continued and waited for": `
int main(void) {
	int status; pid_t pid = fork();
	if (pid == 0) for (;;) pause();
	kill(pid, SIGSTOP); waitpid(pid, &status, WUNTRACED); kill(pid, SIGCONT); kill(pid, SIGTERM);
	waitpid(pid, &status, 0); return 0; }`,
	"a child killed by its parent, as planned, with nothing in its buffer": `
int main(void) { pid_t pid = fork(); if (pid == 0) pause(); usleep(1000); kill(pid, SIGKILL); waitpid(pid, NULL, 0); return 0; }`,
	"poll that runs into its time": `
int main(void) { int p[2]; pipe(p); struct pollfd f = {p[0], POLLIN, 0}; return poll(&f, 1, 100); }`,
	"pause that an alarm ends": `
static void note(int s) { (void)s; }
int main(void) { signal(SIGALRM, note); alarm(1); pause(); return 0; }`,
	"a parent that talks with its child in turns over two pipes": `
int main(void) {
	int to[2], from[2]; char c; pipe(to); pipe(from);
	if (fork() == 0) { while (read(to[0], &c, 1) == 1 && c != 'q') write(from[1], &c, 1); _exit(0); }
	for (int i = 0; i < 3; i++) { write(to[1], "a", 1); read(from[0], &c, 1); }
	write(to[1], "q", 1);
	wait(NULL);
	return 0; }`,
	"a lock that is waited for and let go": `
int main(void) {
	struct flock l = {.l_type = F_WRLCK}; int fd = open("log", O_RDWR | O_CREAT, 0600);
	fcntl(fd, F_SETLKW, &l);
	if (fork() == 0) { fcntl(fd, F_SETLKW, &l); _exit(0); }
	usleep(2000);
	l.l_type = F_UNLCK; fcntl(fd, F_SETLK, &l);
	wait(NULL);
	return 0; }`,
	"a loop that hears the end of its input": `
int main(void) { char line[8]; int n = 0; while (fgets(line, sizeof line, stdin) != NULL) n++; return n; }`,
	"a filter that writes what it reads when it ends, and whoever reads waits": `
int main(void) {
	int to[2], from[2]; char c; pipe(to); pipe(from);
	if (fork() == 0) {
		dup2(to[0], 0); dup2(from[1], 1); close(to[0]); close(to[1]); close(from[0]); close(from[1]);
		int one; while ((one = getchar()) != EOF) putchar(one);
		return 0;
	}
	close(to[0]); close(from[1]); write(to[1], "x", 1); close(to[1]);
	read(from[0], &c, 1); wait(NULL);
	return c != 'x'; }`,
	"more than a pipe holds, with a reader that reads": `
static char text[200000];
int main(void) {
	int p[2]; pipe(p);
	if (fork() == 0) { close(p[0]); write(p[1], text, sizeof text); _exit(0); }
	close(p[1]);
	while (read(p[0], text, 4096) > 0);
	wait(NULL);
	return 0; }`,
};

describe("correct programs that look odd", () => {
	test.each(Object.entries(ODD))("%s", (_, text) => {
		expect(diagnosed("odd", HEADERS + text)).toEqual({ outcome: { kind: "exited", status: 0 }, said: null });
	});
});

/** What these are told is true, on Linux too: two of them show the very thing, in three the output does come twice. */
const TRUE: Record<string, RegExp> = {
	"pr-03-stdio-copied-by-fork.c": /"A" was written twice/,
	"st-08-places.c": /"before " was written twice/,
	"sg-24-alarm.c": /killed by SIGALRM/,
	"us-03-sticky.c": /never came out/,
	"sg-43-directed.c": /was written twice/,
	"tm-01-interval-timers.c": /written twice/,
	"tm-03-clocks.c": /written twice/,
};

const kernelPrograms = resolve(import.meta.dirname, "../../computer/programs");

describe("the programs that the kernel is held against Linux with", () => {
	const files = readdirSync(kernelPrograms).filter((file) => file.endsWith(".c"));
	const headers = readdirSync(kernelPrograms).filter((file) => file.endsWith(".h"));
	const include = (path: string) =>
		headers.includes(path) ? readFileSync(resolve(kernelPrograms, path), "utf8") : undefined;
	test.each(files)("%s", (file) => {
		const { said } = diagnosed(
			file.replace(".c", ""),
			readFileSync(resolve(kernelPrograms, file), "utf8"),
			include,
		);
		const truth = TRUE[file];
		if (truth === undefined) expect(said).toBeNull();
		else expect(said).toMatch(truth);
	});
});

/** Programs that come to their end and show the very thing. */
const TRUE_OF_BOOK: Record<string, RegExp> = {
	"pipes/two-buffers/twin": /"hello " was written twice/,
};

describe("the programs of the book", () => {
	const book = resolve(import.meta.dirname, "../../lessons/book");
	const isC = (path: string) => path.endsWith(".c");
	const folders = [
		...new Set(
			readdirSync(book, { recursive: true, encoding: "utf8" })
				.filter(isC)
				.map((path) => dirname(path)),
		),
	];

	/** A question's folder replaces some files of its lesson's. */
	function filesOf(folder: string): readonly SourceFile[] {
		const own = readdirSync(resolve(book, folder)).filter(isC);
		const lesson = readdirSync(resolve(book, folder, "..")).filter(
			(file) => isC(file) && !own.includes(file),
		);
		const paths = [
			...own.map((file) => join(folder, file)),
			...lesson.map((file) => join(folder, "..", file)),
		];
		return paths.map((path) => ({ path: basename(path), text: readFileSync(resolve(book, path), "utf8") }));
	}

	test("there are some", () => {
		expect(folders.length).toBeGreaterThan(3);
	});

	/** A file with main is a program of its own, with the files that have none; the one that the lesson names first runs first. */
	function programsOf(folder: string): readonly ProgramSource[] {
		const files = filesOf(folder);
		const mains = files.filter(({ text }) => /\bmain\s*\(/.test(text));
		if (mains.length < 2) return [{ name: "main", files }];
		const lesson = ["lesson.md", "../lesson.md"].map((path) => resolve(book, folder, path)).find(existsSync);
		const named = readFileSync(lesson ?? "", "utf8");
		const shared = files.filter((file) => !mains.includes(file));
		const order = ({ path }: SourceFile) => named.indexOf(path);
		return [...mains]
			.sort((a, b) => order(a) - order(b))
			.map((file) => ({ name: file.path.replace(".c", ""), files: [file, ...shared] }));
	}

	test.each(folders)("%s: something is said of it exactly when it does not come to its end", (folder) => {
		const { outcome, said } = diagnosedPrograms(programsOf(folder));
		const truth = TRUE_OF_BOOK[folder];
		if (truth !== undefined) expect(said).toMatch(truth);
		else expect(said === null).toBe(outcome?.kind === "exited");
	});
});
