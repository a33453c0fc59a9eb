// A session at the shell without a browser: what is typed, what the screen shows, where the run rests, other futures.
import { describe, expect, test } from "vitest";
import { ending } from "../explain/index.ts";
import { createUserland } from "../userland/index.ts";
import { type FromWorker, RemoteSession, SHELL_WORK, visited, type Work, workOf } from "./playground.ts";
import { serve } from "./worker.ts";

/** A page and its worker; time passes only where nothing else is left to do. */
function terminal() {
	const due: (() => void)[] = [];
	const clock = {
		now: () => performance.now(),
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
	const state = () => remote.session.store.getState();
	/** Until nothing is left to do; `turns`: or only for so many turns of the clock. */
	const settle = async (turns = 10_000): Promise<void> => {
		for (let turn = 0; turn < turns; turn++) {
			await new Promise((resolve) => setTimeout(resolve, 0));
			const next = due.shift();
			if (next === undefined) break;
			next();
		}
		await Promise.resolve();
	};
	const open = async (work: Work = SHELL_WORK, step = 0): Promise<void> => {
		createUserland();
		remote.open(work, { step, decisions: [] }, true);
		// The programs of /bin are fetched.
		while (state().scene === null) await new Promise((resolve) => setTimeout(resolve, 5));
		await settle();
	};
	const type = async (text: string, turns?: number): Promise<void> => {
		remote.session.actions.type(text);
		await settle(turns);
	};
	const screen = (): string => {
		const all = Object.values(state().scene?.kernel.terminals ?? {});
		const guests = all.filter(({ name }) => name.startsWith("pts/"));
		const pieces = (guests.length > 0 ? guests : all).flatMap(({ output }) => output);
		return new TextDecoder().decode(Uint8Array.from(pieces.flatMap(({ bytes }) => [...bytes])));
	};
	const cast = (): readonly string[] => state().scene?.cast.map(({ name }) => name) ?? [];
	return { remote, open, settle, type, screen, state, cast };
}

describe("a session at the shell", () => {
	test("yes | head -3: echo, prompt and errors stand in their order, and yes was killed by SIGPIPE", async () => {
		const { open, type, screen, state, cast } = terminal();
		await open();
		expect(screen()).toBe("$ ");
		await type("yes | head -3\n");
		expect(screen()).toBe("$ yes | head -3\ny\ny\ny\n$ ");
		expect(state().scene?.cast.find(({ name }) => name === "yes")?.end).toBe(ending(13));
		await type("ls nowhere\n");
		expect(screen()).toMatch(/\$ ls nowhere\nls: .*No such file or directory\n\$ $/);
		// Who ended with an earlier line has stepped aside.
		expect(cast()).toEqual(["sh", "ls"]);
	});

	test("what is typed before the first prompt, or before the session is there, is typed at it", async () => {
		const { open, remote, screen } = terminal();
		remote.session.actions.type("echo one\n");
		const opened = open();
		remote.session.actions.type("echo two\n");
		remote.session.actions.type("echo three\n");
		await opened;
		expect(screen()).toBe("$ echo one\necho two\necho three\none\n$ two\n$ three\n$ ");
	});

	test("a step back shows the earlier screen, and what is typed there is another future", async () => {
		const { open, remote, settle, type, screen, state } = terminal();
		await open();
		const start = state().scene?.step as number;
		await type("echo one\n");
		await type("echo two\n");
		remote.session.actions.seek(start);
		await settle();
		expect(screen()).toBe("$ ");
		await type("echo three\n");
		expect(screen()).toBe("$ echo three\nthree\n$ ");
		expect(state().branches).toHaveLength(2);
		remote.session.actions.switchBranch(state().branches[0]?.id as number);
		remote.session.actions.last();
		await settle();
		expect(screen()).toBe("$ echo one\none\n$ echo two\ntwo\n$ ");
	});

	test("the clock waits while somebody waits for a key", async () => {
		const { open, type, screen } = terminal();
		await open();
		await type("sleep 9 &\n");
		await type("ps\n");
		expect(screen()).toMatch(/\bsleep\n/);
		await type("wait; ps\n");
		expect(screen().split("wait; ps")[1]).not.toMatch(/\d sleep/);
	});

	test("Ctrl-C ends a program that goes on for ever, Ctrl-D ends the shell", async () => {
		const { open, type, screen, state } = terminal();
		await open();
		await type("yes > /dev/null\n", 5);
		await type("\u0003");
		expect(screen()).toMatch(/\^C\n\$ $/);
		await type("\u0004");
		expect(state().scene?.ending).toEqual({ kind: "exited", status: 130 });
	});

	test("the files of /bin in which somebody has stood are among the programs", async () => {
		const { open, type, state } = terminal();
		await open();
		await type("true\n");
		const paths = state().programs.flatMap(({ files }) => files.map(({ path }) => path));
		expect(paths).toContain("bin/sh/input.c");
	});

	test("lanes are those of one line", async () => {
		const { open, type, state } = terminal();
		await open();
		const start = state().scene?.step as number;
		await type("true; true\n");
		expect(state().history?.part).toEqual({ from: start, to: state().history?.length });
	});
});

describe("a visit to a program's computer", () => {
	const LEAVES = `#include <sys/stat.h>
#include <unistd.h>
int main(void)
{
	int p[2];
	char c;
	mkfifo("meet", 0600);
	pipe(p);
	write(p[1], "abc", 3);
	for (int i = 0; i < 3; i++)
		read(p[0], &c, 1);
	return read(p[0], &c, 1);
}
`;
	const visit = (text: string): Work => visited(workOf("leaves", text));

	test("begins where the run stands: its processes, what they hold and what they have left are there", async () => {
		const { open, type, screen, state, cast } = terminal();
		await open(visit(LEAVES), 100_000);
		expect(screen()).toBe("$ ");
		expect(cast()).toEqual(["main", "sh"]);
		await type("ls; ls /proc/2/fd; ps -p 2 -o stat,comm\n");
		expect(screen()).toMatch(/\nmain +meet\n0 +1 +2 +3 +4\nSTAT COMMAND\nS\+ +main\n\$ $/);
		expect(state().scene?.ending).toBe(null);
	});

	test("who was running stands still while one looks, and goes on when one lets time pass", async () => {
		const { open, type, screen, state } = terminal();
		await open(
			visit("int main(void)\n{\n\tfor (volatile int i = 0; i < 9000; i++)\n\t\t;\n\treturn 0;\n}\n"),
			40,
		);
		const lanes = [...(state().history?.pids ?? [])].map(
			(pid) => state().history?.intervals(pid, 40, 200, 1)[0],
		);
		expect(lanes.map((lane) => lane?.state)).toEqual(["ready", "running"]);
		const kept = state().branches.length;
		for (let i = 0; i < 2; i++) await type("ps -p 2 -o stat,comm\n");
		expect(screen().match(/R\+ +main/g)).toHaveLength(2);
		await type("sleep 1; ps -e -o comm\n");
		expect(screen().split("COMMAND\n").at(-1)).not.toMatch(/main/);
		expect(state().branches).toHaveLength(kept);
	});

	test("opened again at a step, as after a reload, stands where it stood", async () => {
		const { open, type, remote, settle, screen, state } = terminal();
		const work = visit("int main(void)\n{\n\tfor (;;)\n\t\t;\n}\n");
		await open(work, 40);
		await type("echo one\n");
		const step = state().scene?.step as number;
		const decisions = (await remote.ask({ of: "decisions" }, "decisions")) ?? [];
		remote.open(work, { step, decisions }, true);
		await settle();
		expect([state().scene?.step, state().busy]).toEqual([step, false]);
		expect(screen()).toBe("$ echo one\none\n$ ");
	});

	test("what is typed before the shell is there goes nowhere, and another future at its first prompt keeps it", async () => {
		const { open, remote, settle, type, screen, state } = terminal();
		await open(visit(LEAVES), 100_000);
		const prompt = state().scene?.step as number;
		await type("echo one\n");
		remote.session.actions.seek(3);
		await settle();
		await type("lost\n");
		expect(state().notice).toMatch(/Nobody has logged in/);
		remote.session.actions.seek(prompt);
		await settle();
		await type("echo two\n");
		expect(screen()).toBe("$ echo two\ntwo\n$ ");
	});

	test("a lesson's own program, run again by its name, runs", async () => {
		const { open, type, screen } = terminal();
		await open(visit('#include <stdio.h>\nint main(void)\n{\n\tputs("hello");\n\treturn 0;\n}\n'), 100_000);
		await type("./main | wc -l; main\n");
		expect(screen()).toMatch(/\n1\nhello\n\$ $/);
	});

	test("a program called ls lies beside /bin/ls, one called sh beside the shell", async () => {
		const { open, type, screen, cast } = terminal();
		const { programs, ...work } = visit('#include <stdio.h>\nint main(void) { puts("mine"); return 0; }\n');
		const [{ files }] = programs as [(typeof programs)[number]];
		const other = { name: "sh", files: [{ path: "sh.c", text: "int main(void) { return 3; }\n" }] };
		await open({ ...work, programs: [{ name: "ls", files }, other] }, 100_000);
		expect(screen()).toBe("$ ");
		await type("ls; ./ls; which ls; ./sh; echo $?; sh -c 'readlink /proc/$$/exe; ps -o comm= -p $$; true'\n");
		expect(screen()).toMatch(/\nls +sh\nmine\n\/bin\/ls\n3\n\/bin\/sh\nsh\n\$ $/);
		expect(cast()).toContain("ls 2");
	});

	test("one types at either terminal: a line for who reads at the first, Ctrl-C for who runs there", async () => {
		const reads = `#include <stdio.h>
int main(void)
{
	char line[80];
	while (fgets(line, sizeof line, stdin))
		printf("<%s", line);
	return 0;
}
`;
		const { open, type, remote, settle, screen, state } = terminal();
		const work = visit(reads);
		await open({ ...work, options: { ...work.options, typing: true } }, 100_000);
		const typeThere = async (text: string): Promise<void> => {
			remote.session.actions.type(text, 0);
			await settle();
		};
		const there = (): string => {
			const all = Object.values(state().scene?.kernel.terminals ?? {});
			const pieces = all.flatMap(({ name, output }) => (name === "stdout" ? output : []));
			return new TextDecoder().decode(Uint8Array.from(pieces.flatMap(({ bytes }) => [...bytes])));
		};
		await typeThere("one\n");
		expect(there()).toBe("one\n<one\n");
		expect(screen()).toBe("$ ");
		await type("ps -p 2 -o stat,comm\n");
		expect(screen()).toMatch(/S\+ +main\n\$ $/);
		await typeThere("two\n\u0003");
		expect(state().scene?.cast.find(({ name }) => name === "main")?.end).toBe(ending(2));
		await type("echo here\n");
		expect(screen()).toMatch(/\nhere\n\$ $/);
	});
});

describe("a program of the playground", () => {
	const uses = (statement: string): Work =>
		workOf(
			"uses /bin",
			`#include <stdio.h>\n#include <stdlib.h>\n#include <unistd.h>\nint main(void)\n{\n\t${statement}\n\treturn 0;\n}\n`,
		);

	test.each([
		["execlp", 'execlp("echo", "echo", "hello", (char *)0);', "hello\n"],
		["system", 'system("seq 5 | wc -l");', "5\n"],
		[
			"popen",
			'FILE *p = popen("echo a b", "r"); char l[9]; printf("<%s>", fgets(l, 9, p)); pclose(p);',
			"<a b\n>",
		],
	])("finds the programs of /bin by %s", async (_, statement, printed) => {
		const { open, screen } = terminal();
		await open(uses(statement));
		expect(screen()).toBe(printed);
	});
});
