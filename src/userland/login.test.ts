// Somebody logs in where a run stands: on another terminal, at the very state; looking at it changes nothing.
import { describe, expect, test } from "vitest";
import { build } from "../computer/compiler.ts";
import { type Decision, defaultOptions, start } from "../computer/index.ts";
import { createUserland } from "./index.ts";
import "../computer/further.ts";

/** Milliseconds: the shell and what it runs are compiled when they are first wanted, on whatever machine. */
const PATIENCE = 180_000;

const userland = createUserland();

/** A run of one program, with /bin beside it. */
function runOf(text: string, decisions: readonly Decision[] = []) {
	const program = { name: "main", files: [{ path: "main.c", text }] };
	const { software, diagnostics } = build([program], { define: {} });
	if (software === null) throw new Error(diagnostics[0]?.message);
	return start({ ...software, userland }, { ...defaultOptions("lesson"), maxSteps: 50_000_000 }, decisions);
}

type Run = ReturnType<typeof runOf>;

function goOn(run: Run, most = 3_000_000): Run {
	while (run.step < most && run.advance(most - run.step).steps > 0);
	return run;
}

/** Whether the shell stands at its prompt. */
function reads(run: Run): boolean {
	const { processes, terminals } = run.kernel.state;
	return Object.values(processes).some(
		({ wait }) => wait?.on === "terminal-input" && terminals[wait.terminal]?.name === "pts/1",
	);
}

function screen(run: Run): string {
	const own = Object.values(run.kernel.state.terminals).find(({ name }) => name === "pts/1");
	return new TextDecoder().decode(Uint8Array.from((own?.output ?? []).flatMap(({ bytes }) => [...bytes])));
}

/** Somebody logs in at `at` and types these lines, each when the shell asks for one. */
function visit(text: string, at: number, lines: readonly string[]): Run {
	const run = goOn(runOf(text, [{ at, kind: "login" }]), at);
	while (!reads(run)) run.advance(1_000_000);
	for (const line of lines) {
		run.decisions.add({ at: run.step, kind: "type", text: `${line}\n` });
		do run.advance(1_000_000);
		while (!reads(run) && run.outcome === null);
	}
	return run;
}

function shownBy(line: string, run: Run): string {
	return screen(run).split(`${line}\n`)[1]?.replace(/\$ $/, "") ?? "";
}

const main = (body: string, head = ""): string =>
	`#include <fcntl.h>\n#include <mqueue.h>\n#include <stdio.h>\n#include <string.h>\n#include <sys/msg.h>\n#include <sys/stat.h>
#include <unistd.h>\n${head}\nint main(void)\n{\n${body}\nreturn 0;\n}\n`;

const WAITS = main("int p[2]; char c; pipe(p); read(p[0], &c, 1);");
const LEAVES = main(`
	mkfifo("meet", 0622);
	mqd_t q = mq_open("/jobs", O_CREAT | O_WRONLY, 0640, NULL);
	mq_send(q, "hello", 5, 3);
	int id = msgget(0x1234, IPC_CREAT | 0600);
	struct { long type; char text[4]; } letter = { 7, "abc" };
	msgsnd(id, &letter, 4, 0);`);
const COUNTS = main('for (int i = 0; i < 1000; i++) getpid(); printf("counted\\n");');

describe("who logs in where everybody waits for ever", { timeout: PATIENCE }, () => {
	const at = goOn(runOf(WAITS)).step;

	test("is at another terminal, in a session of its own, and sees who waits", () => {
		const run = visit(WAITS, at, ["tty", "ps -e -o pid,ppid,sid,tty,stat,comm"]);
		expect(shownBy("tty", run)).toMatch(/^\/dev\/pts\/1\n/);
		const rows = shownBy("ps -e -o pid,ppid,sid,tty,stat,comm", run)
			.split("\n")
			.map((row) => row.trim().split(/ +/));
		expect(rows.slice(2, 4)).toEqual([
			["2", "1", "1", "pts/0", "S+", "main"],
			["3", "1", "3", "pts/1", "Ss", "sh"],
		]);
		expect(run.outcome).toBe(null);
	});

	test("sees what it holds, and can end it", () => {
		const run = visit(WAITS, at, ["readlink /proc/2/fd/0 /proc/2/fd/3", "kill 2", "ps -p 2"]);
		expect(shownBy("readlink /proc/2/fd/0 /proc/2/fd/3", run)).toMatch(/^\/dev\/pts\/0\npipe:\[\d+\]\n/);
		expect(shownBy("ps -p 2", run)).not.toMatch(/main/);
	});

	test("writes on the first terminal by its name; /dev/tty is the own one", () => {
		const run = visit(WAITS, at, ["echo there > /dev/pts/0", "echo here > /dev/tty"]);
		expect(new TextDecoder().decode(run.output("stdout"))).toBe("there\n");
		expect(shownBy("echo here > /dev/tty", run)).toBe("here\n");
	});

	test("leaves: the run stands still again", () => {
		const run = visit(WAITS, at, ["exit"]);
		expect(run.outcome).toEqual({ kind: "stuck" });
	});
});

describe("who logs in when all processes are gone", { timeout: PATIENCE }, () => {
	test("finds mailboxes as mailbox/mailboxes.c shows them on Linux", () => {
		const text = main(`
			int box = mailbox_open("/orders", 4);
			mailbox_open("/answers", 2);
			mailbox_send(box, "ten apples", 10);
			mailbox_send(box, "a pear", 6);`).replace("#include", '#include "mailbox.h"\n#include');
		const run = visit(text, goOn(runOf(text)).step, ["mailboxes"]);
		expect(shownBy("mailboxes", run)).toBe(`NAME                     OWNER       LETTERS CAPACITY    BYTES
/orders                  user              2        4       16
/answers                 user              0        2        0
`);
	});

	test("finds what they have left, with its owners, modes and sizes", () => {
		const at = goOn(runOf(LEAVES)).step;
		const run = visit(LEAVES, at, [
			"ls -l",
			"ls -l /dev/mqueue",
			"cat /dev/mqueue/jobs",
			"ipcs -q",
			"./main; echo $?",
		]);
		expect(shownBy("ls -l", run)).toMatch(/prw------- 1 user +user +0 .* meet/);
		expect(shownBy("ls -l /dev/mqueue", run)).toMatch(/-rw-r----- 1 user +user +80 .* jobs/);
		expect(shownBy("cat /dev/mqueue/jobs", run)).toMatch(/^QSIZE:5 /);
		expect(shownBy("ipcs -q", run)).toMatch(/0x00001234 0 +user +600 +4 +1/);
		expect(shownBy("./main; echo $?", run)).toBe("0\n");
	});
});

describe("who logs in while somebody runs", { timeout: PATIENCE }, () => {
	const at = 500;

	test("finds it where it stood, however much is looked at", () => {
		const before = goOn(runOf(COUNTS), at).kernel.state.processes[2]?.counts.calls;
		const run = visit(COUNTS, at, ["ps", "lsof -p 2", "ls -l /proc/2/fd", "ps -p 2 -o stat,comm"]);
		expect(run.kernel.state.processes[2]?.counts.calls).toBe(before);
		expect(shownBy("ps -p 2 -o stat,comm", run)).toMatch(/R\+? +main/);
	});

	test("finds a sleeper asleep or due, however long the look takes, until it waits itself", () => {
		const sleeps = main('for (int i = 0; i < 3; i++) { usleep(1); write(1, "x", 1); } pause();');
		const run = visit(sleeps, 5, ["ps -e", "ls -l /proc/2/fd"]);
		expect(run.output("stdout")).toHaveLength(0);
		expect(visit(sleeps, 5, ["sleep 1", "ps"]).output("stdout")).toHaveLength(3);
	});

	test("lets it go on by waiting", () => {
		const run = visit(COUNTS, at, ["sleep 1", "ps -e"]);
		expect(new TextDecoder().decode(run.output("stdout"))).toBe("counted\n");
		expect(shownBy("ps -e", run)).not.toMatch(/main/);
	});
});

test("the same decisions are the same run, and a snapshot in the middle of a visit comes back", {
	timeout: PATIENCE,
}, () => {
	const at = goOn(runOf(WAITS)).step;
	const run = visit(WAITS, at, ["echo one", "ls -l /proc/2/fd"]);
	const again = goOn(runOf(WAITS, run.decisions.list), run.step);
	expect(again.fingerprint()).toBe(run.fingerprint());
	const half = runOf(WAITS, run.decisions.list);
	goOn(half, at + 700);
	const kept = half.snapshot();
	goOn(half, run.step);
	half.restore(kept);
	expect(goOn(half, run.step).fingerprint()).toBe(run.fingerprint());
});

test("a run that was over goes on from its end where somebody logs in there", () => {
	const run = goOn(runOf(LEAVES));
	const end = run.snapshot();
	expect(run.outcome).toEqual({ kind: "exited", status: 0 });
	run.decisions.add({ at: run.step, kind: "login" });
	run.restore(end);
	goOn(run);
	expect(screen(run)).toBe("$ ");
});
