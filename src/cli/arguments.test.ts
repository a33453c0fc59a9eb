// The words of the command line, and what is said about wrong ones.
import { describe, expect, test } from "vitest";
import { parseCommand } from "./arguments.ts";

test("everything has a default but the file", () => {
	expect(parseCommand(["run", "a.c"])).toEqual({
		command: "run",
		files: ["a.c"],
		include: [],
		macros: "",
		programs: new Map(),
		stdin: null,
		schedule: { kind: "round-robin", seed: 1 },
		profile: "linux",
		maxSteps: null,
		json: false,
		mend: false,
		memory: false,
		trace: false,
		user: "user",
		owners: {},
		limits: [],
		args: [],
	});
});

test("every option is understood, in any place before --", () => {
	const words =
		"run --json a.c -I one b.c -Itwo --program x=x.c --program x=y.c --stdin in --schedule random --seed 7";
	const more =
		"-D A -DB=2 -DF(x)=x --profile lesson --max-steps 99 --trace --mend --memory --limit processes=9 --user root --owner x=ann -- --json -- c";
	expect(parseCommand(`${words} ${more}`.split(" "))).toEqual({
		command: "run",
		files: ["a.c", "b.c"],
		include: ["one", "two"],
		macros: "#define A 1\n#define B 2\n#define F(x) x\n",
		programs: new Map([["x", ["x.c", "y.c"]]]),
		stdin: "in",
		schedule: { kind: "random", seed: 7 },
		profile: "lesson",
		maxSteps: 99,
		json: true,
		user: "root",
		owners: { x: "ann" },
		limits: [{ name: "processes", value: 9 }],
		mend: true,
		memory: true,
		trace: true,
		args: ["--json", "--", "c"],
	});
});

test.each([[[]], [["--help"]], [["help"]], [["run", "-h"]], [["sh", "--help"]]])(
	"%j asks for help",
	(words) => {
		expect(parseCommand(words)).toEqual({ command: "help" });
	},
);

describe("what is wrong is told with its cure", () => {
	test.each([
		["sh --program a=a.c", "sh takes only the words of the shell: write run sh --program …"],
		["fly a.c", "unknown command 'fly': run, check, batch and sh are known"],
		["--json", "say what to do: run, check, batch or sh"],
		["run", "run needs a C file: run FILE.c"],
		["batch --json", "batch needs a C file: batch FILE.c"],
		["batch a.c --trace", "batch prints no system calls: run one file with --trace"],
		["run a.txt", "'a.txt' is no C file (FILE.c); arguments for the program come after --"],
		["run a.c --fast", "unknown option --fast; arguments for the program come after --"],
		["run a.c --seed", "Option '--seed <value>' argument missing"],
		["run a.c --seed x", "--seed takes a whole number from 0 up, not 'x'"],
		["run a.c --max-steps 0", "--max-steps takes a whole number from 1 up, not '0'"],
		["run a.c --schedule fair", "--schedule is one of round-robin, random, run-to-block, not 'fair'"],
		["run a.c --profile big", "--profile is one of linux, lesson, not 'big'"],
		["run a.c --limit processes", "--limit takes NAME=N, not 'processes'"],
		["run a.c --limit forks=3", "--limit is one of processes, descriptors, disk, not 'forks'"],
		["run a.c --limit processes=0", "--limit processes takes a whole number from 1 up, not '0'"],
		["run a.c -D 1x", "-D takes NAME or NAME=VALUE, not '1x'"],
		["run a.c --program x", "--program takes NAME=FILE.c, not 'x'"],
		["run a.c --program a/b=x.c", "--program takes NAME=FILE.c, not 'a/b=x.c'"],
	])("%s", (line, message) => {
		expect(() => parseCommand(line.split(" "))).toThrow(message);
	});
});

test("sh is a program of /bin, and all words after it are its own", () => {
	expect(parseCommand(["sh", "-c", "yes | head -3"])).toEqual(
		parseCommand(["run", "sh", "--", "-c", "yes | head -3"]),
	);
	expect(parseCommand(["run", "wc", "--json"])).toMatchObject({ files: ["wc"], json: true, args: [] });
});
