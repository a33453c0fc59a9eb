// The command line: words in, a request or a complaint with its cure out.

import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Schedule } from "../computer/index.ts";
import { USERS } from "../kernel/index.ts";
import { programNames } from "../userland/index.ts";

/** What `--limit` sets. */
export const LIMITS = ["processes", "descriptors", "disk"] as const;

const COMMANDS = ["run", "check", "batch"] as const;

export interface RunRequest {
	readonly command: (typeof COMMANDS)[number];
	/** The .c files of the first program, or the name of one in /bin; for `batch`, each a program by itself. */
	readonly files: readonly string[];
	/** Folders in which `#include "…"` looks too. */
	readonly include: readonly string[];
	/** `#define` lines, one for each macro that was given. */
	readonly macros: string;
	/** Programs that exec can find, each of one file or more, by name. */
	readonly programs: ReadonlyMap<string, readonly string[]>;
	/** A file that stands in for standard input; null: the command's own, or for `batch` an empty one. */
	readonly stdin: string | null;
	readonly schedule: Schedule;
	readonly profile: "linux" | "lesson";
	/** Null: `MAX_STEPS`, of which costly ones count for more. */
	readonly maxSteps: number | null;
	readonly json: boolean;
	readonly trace: boolean;
	/** Runs the program with the change that mends it, if it needs one and one is known. */
	readonly mend: boolean;
	/** Looks for misuse of memory in a run that ends well, too. */
	readonly memory: boolean;
	/** The user the run belongs to, and programs that act as another one: names of users by program. */
	readonly user: string;
	readonly owners: { readonly [program: string]: string };
	/** Limits of the computer that are not the profile's. */
	readonly limits: readonly { readonly name: (typeof LIMITS)[number]; readonly value: number }[];
	/** Arguments of the program, without its name. */
	readonly args: readonly string[];
}

export type Request = RunRequest | { readonly command: "help" };

/** What is wrong with a command line, and what to type instead. */
export class UsageError extends Error {
	override name = "UsageError";
}

export const MAX_STEPS = 50_000_000;

export const USAGE = `Runs C programs on the simulated computer, as the book does, without a browser.

usage: npm run -s ipc -- run FILE.c… [options] [-- ARG…]
       npm run -s ipc -- check FILE.c… [-I DIR] [-D NAME[=VALUE]] [--program NAME=FILE.c]… [--json]
       npm run -s ipc -- batch FILE.c… [options] [-- ARG…]
       npm run -s ipc -- run NAME [options] [-- ARG…]
       npm run -s ipc -- sh [-c COMMAND | SCRIPT] [ARG…]

run compiles the files into one program and runs it, at a terminal with the keys as its own; check only compiles;
batch compiles and runs each file by itself, with an empty standard input, and prints one line of JSON for each. run NAME runs a program of the
computer's own /bin (ls /bin tells them); sh is short for run sh -- and its shell: for a person when standard
input is a terminal (its keys are the simulated terminal's own, Ctrl-] leaves), else for the script that comes
there, or for SCRIPT, a file below this folder or with a path from the root.

  -I DIR                  look for #include "…" in DIR too; may be repeated
  -D NAME[=VALUE]         define a macro before the first line, 1 without a value; may be repeated
  --program NAME=FILE.c   a program that exec finds as ./NAME, and as /bin/NAME when /bin has none of that name;
                          may be repeated
  --stdin FILE            standard input is FILE, not the command's own (in a batch: of every program)
  --schedule KIND         round-robin (default), random or run-to-block
  --seed N                which of the random schedules (default 1)
  --profile NAME          linux (default): real sizes, a pipe holds 65536 bytes; lesson: small ones
  --limit NAME=N          how many processes or descriptors there may be, how many bytes the disk holds
                          (NAME: ${LIMITS.join(", ")}); may be repeated
  --max-steps N           stop after N steps (default ${MAX_STEPS}, where a system call counts for many)
  --user NAME             the run belongs to root, user (default), ann, bob or mal
  --owner PROGRAM=NAME    PROGRAM acts as its owner NAME, whoever starts it (set-user-ID); may be repeated
  --json                  print one JSON object: what happened, and why a stuck run is stuck (a batch always does)
  --mend                  when something is wrong and a change is known that mends it, show it and run the changed program
  --memory                look for misuse of memory in a long run, too: an array or block left, used after free, never freed
  --trace                 print the system calls on standard error, as strace -f does
  -- ARG…                 arguments of the program

exit status: the first process's (128+n when signal n killed it); 1 what it prints cannot be written; 2 the C does
not compile, or the command line is wrong; 3 it waits for ever; 4 a limit stopped it. batch: 0 when every file has its line.
`;

const OPTIONS = {
	include: { type: "string", short: "I", multiple: true },
	define: { type: "string", short: "D", multiple: true },
	program: { type: "string", multiple: true },
	stdin: { type: "string" },
	schedule: { type: "string" },
	seed: { type: "string" },
	profile: { type: "string" },
	"max-steps": { type: "string" },
	user: { type: "string" },
	owner: { type: "string", multiple: true },
	limit: { type: "string", multiple: true },
	json: { type: "boolean" },
	trace: { type: "boolean" },
	mend: { type: "boolean" },
	memory: { type: "boolean" },
	help: { type: "boolean", short: "h" },
} as const;

const SCHEDULES: readonly Schedule["kind"][] = ["round-robin", "random", "run-to-block"];
const PROFILES = ["linux", "lesson"] as const;

/** Reads the words after `ipc --`. Throws UsageError. */
export function parseCommand(words: readonly string[]): Request {
	if (words[0] === "sh" && words[1] === "--help") return { command: "help" };
	if (words[0] === "sh" && isOwnOption(words[1] ?? ""))
		throw new UsageError(`sh takes only the words of the shell: write run sh ${words[1]} …`);
	if (words[0] === "sh") return parseCommand(["run", "sh", "--", ...words.slice(1)]);
	const end = words.indexOf("--");
	const own = end < 0 ? words : words.slice(0, end);
	const { positionals, values } = parse(own);
	const [command, ...files] = positionals;
	if (values.help || command === "help" || (command === undefined && own.length === 0))
		return { command: "help" };
	if (!isCommand(command)) {
		throw new UsageError(
			command === undefined
				? "say what to do: run, check, batch or sh"
				: `unknown command '${command}': run, check, batch and sh are known`,
		);
	}
	if (command === "batch" && values.trace)
		throw new UsageError("batch prints no system calls: run one file with --trace");
	if (files.length === 0) throw new UsageError(`${command} needs a C file: ${command} FILE.c`);
	return {
		command,
		files:
			command === "run" && isProgram(files) ? files : files.map(command === "batch" ? cFileOrFolder : cFile),
		include: values.include ?? [],
		macros: (values.define ?? []).map(macro).join(""),
		programs: parsePrograms(values.program ?? []),
		stdin: values.stdin ?? null,
		schedule: {
			kind: oneOf("--schedule", SCHEDULES, values.schedule ?? "round-robin"),
			seed: wholeNumber("--seed", values.seed ?? "1", 0),
		},
		profile: oneOf("--profile", PROFILES, values.profile ?? "linux"),
		maxSteps: values["max-steps"] === undefined ? null : wholeNumber("--max-steps", values["max-steps"], 1),
		json: values.json ?? false,
		trace: values.trace ?? false,
		mend: values.mend ?? false,
		memory: values.memory ?? false,
		user: userName("--user", values.user ?? "user"),
		owners: parseOwners(values.owner ?? []),
		limits: (values.limit ?? []).map(parseLimit),
		args: end < 0 ? [] : words.slice(end + 1),
	};
}

/** `--program`, not an option of a shell: it has none that begins so. */
function isOwnOption(word: string): boolean {
	const [, name] = /^--([\w-]+)/.exec(word) ?? [];
	return name !== undefined && Object.hasOwn(OPTIONS, name);
}

/** One word that names a program of /bin. */
function isProgram(files: readonly string[]): boolean {
	return files.length === 1 && programNames.includes(files[0] as string);
}

function isCommand(word: string | undefined): word is RunRequest["command"] {
	return COMMANDS.some((command) => command === word);
}

function parse(words: readonly string[]) {
	try {
		return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new UsageError(complaint(message));
	}
}

/** Node's sentence, without its advice for programmers. */
function complaint(message: string): string {
	const unknown = /Unknown option '([^']+)'/.exec(message);
	if (unknown !== null) {
		return `unknown option ${unknown[1]}; arguments for the program come after --`;
	}
	return message.split(". ")[0]?.split("\n")[0] ?? message;
}

function cFile(path: string): string {
	if (!path.endsWith(".c")) {
		throw new UsageError(`'${path}' is no C file (FILE.c); arguments for the program come after --`);
	}
	return path;
}

/** Among many files a folder's name is a file that cannot be read, as FOLDER.c would be: its own line tells. */
function cFileOrFolder(path: string): string {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : cFile(path);
}

/** `NAME`, `NAME=VALUE` or `NAME(x)=VALUE` as cc takes it, as a line of C. */
function macro(text: string): string {
	const match = /^([A-Za-z_]\w*(?:\([\w\s,.]*\))?)(?:=([^\n]*))?$/.exec(text);
	if (match === null) throw new UsageError(`-D takes NAME or NAME=VALUE, not '${text}'`);
	const [, head, body = "1"] = match;
	return `#define ${head} ${body}\n`;
}

function parsePrograms(given: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const programs = new Map<string, readonly string[]>();
	for (const text of given) {
		const match = /^([^=/]+)=(.+)$/.exec(text);
		if (match === null) throw new UsageError(`--program takes NAME=FILE.c, not '${text}'`);
		const [, name, path] = match as unknown as [string, string, string];
		programs.set(name, [...(programs.get(name) ?? []), cFile(path)]);
	}
	return programs;
}

function userName(option: string, name: string): string {
	return oneOf(option, Object.keys(USERS), name);
}

function parseOwners(given: readonly string[]): { readonly [program: string]: string } {
	const owners: { [program: string]: string } = {};
	for (const text of given) {
		const match = /^([^=/]+)=(.+)$/.exec(text);
		if (match === null) throw new UsageError(`--owner takes PROGRAM=NAME, not '${text}'`);
		owners[match[1] as string] = userName("--owner", match[2] as string);
	}
	return owners;
}

/** Above this a limit is none. */
const MOST_LIMIT = 1 << 28;

function parseLimit(text: string): RunRequest["limits"][number] {
	const match = /^([^=]+)=(.*)$/.exec(text);
	if (match === null) throw new UsageError(`--limit takes NAME=N, not '${text}'`);
	const name = oneOf("--limit", LIMITS, match[1] as string);
	const value = wholeNumber(`--limit ${name}`, match[2] as string, 1);
	if (value > MOST_LIMIT) throw new UsageError(`--limit ${name} takes at most ${MOST_LIMIT}`);
	return { name, value };
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string): T {
	const found = choices.find((choice) => choice === value);
	if (found === undefined) throw new UsageError(`${option} is one of ${choices.join(", ")}, not '${value}'`);
	return found;
}

function wholeNumber(option: string, text: string, least: number): number {
	const value = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
		throw new UsageError(`${option} takes a whole number from ${least} up, not '${text}'`);
	}
	return value;
}
