// Records what Linux prints: compiles each program of src/computer/programs and src/reference/programs with cc, runs it, and writes
// the folder's linux.json. With names, node scripts/record-linux.mjs pr-32-vfork.c, it records these alone and keeps what is known
// of the others. What a program needs its first comment says; 'as root', a disk, few queues and /dev/mqueue need root here.
import { spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { commandLine } from "./command-line.mjs";

const root = resolve(import.meta.dirname, "..");
const ROWS = join(root, "src/computer/programs");
const FOLDERS = [ROWS, join(root, "src/reference/programs")];
const MAILBOX = join(root, "mailbox");
const { words: wanted } = commandLine("usage: node scripts/record-linux.mjs [NAME.c…]", { takesWords: true });
const work = mkdtempSync(join(tmpdir(), "interprocess-"));
chmodSync(work, 0o755);
const FLAGS = ["-std=gnu11", "-O0", "-Wall", "-Wextra", "-Wno-unused-result", "-Wno-stringop-overflow"];
const INCLUDES = [`-I${ROWS}`, `-I${MAILBOX}`];

/** The text after `stdin:` in a program's first comment, with \n spelled out. */
function stdinOf(text) {
	return (/^\/\*.*?stdin: (.*?) \*\//.exec(text)?.[1] ?? "").replaceAll("\\n", "\n");
}

/** Input that neither comes nor ends: a FIFO that this process has open both ways. */
function nobody() {
	const path = join(work, "nobody");
	if (!existsSync(path)) spawnSync("mkfifo", [path]);
	return openSync(path, "r+");
}

/** What the first comment says that the program runs with; null: nothing that this machine does not have at once. */
function surroundings(text) {
	const comment = /^\/\*[\s\S]*?\*\//.exec(text)?.[0] ?? "";
	const disk = /\bon a disk of (\d+) MB\b/.exec(comment)?.[1];
	const queues = /\bat most (\d+) System V queues\b/.exec(comment)?.[1];
	const commands = [
		disk && `mount -t tmpfs -o size=${disk}m none . && cd "$PWD"`,
		queues && `echo ${queues} >/proc/sys/kernel/msgmni`,
		text.includes("/dev/mqueue") && "mkdir -p /dev/mqueue && mount -t mqueue none /dev/mqueue",
	].filter(Boolean);
	return commands.length === 0 ? null : commands.join(" && ");
}

function record(folder, file) {
	const name = basename(file, ".c");
	const text = readFileSync(join(folder, file), "utf8");
	const sources = [join(folder, file), ...(text.includes('"mailbox.h"') ? [join(MAILBOX, "mailbox.c")] : [])];
	const cc = spawnSync("cc", [...FLAGS, ...INCLUDES, "-o", join(work, name), ...sources], {
		encoding: "utf8",
	});
	if (cc.status !== 0 || cc.stderr !== "") throw new Error(`${file}: cc says\n${cc.stderr}`);
	const cwd = mkdtempSync(join(work, "run-"));
	// A program that becomes an ordinary user still finds its way.
	chmodSync(cwd, 0o777);
	spawnSync("cp", [join(work, name), cwd]);
	const options = { cwd, input: stdinOf(text), encoding: "utf8", timeout: 20_000 };
	const around = surroundings(text);
	const run =
		around === null
			? runPlainly(name, text, options)
			: spawnSync("unshare", ["-m", "-i", "sh", "-ec", `${around} && exec ${join(work, name)}`], options);
	const typed = terminalOf(text);
	const onTerminal = typed !== null;
	if (onTerminal) {
		// The echo of what lay there before the program began: the computer's terminal shows it to a person alone.
		const shown = run.stdout.replaceAll("\r\n", "\n");
		run.stdout = typed !== "" && shown.startsWith(typed) ? shown.slice(typed.length) : shown;
	}
	const status = run.status ?? 128 + constants.signals[run.signal];
	const stdin = onTerminal ? null : stdinOf(text);
	return { stdin, stdout: run.stdout, stderr: run.stderr, status };
}

/** `on a terminal` in the first comment, and what is typed there; null: on none. */
function terminalOf(text) {
	const found = /^\/\*[^*]*? on a terminal(?:, where "([^"]*)" is typed)?\. \*\//.exec(text);
	return found === null ? null : (found[1] ?? "").replaceAll("\\n", "\n");
}

function runPlainly(name, text, options) {
	const typed = terminalOf(text);
	if (typed === null) return spawnSync(`./${name}`, [], options);
	// script(1) gives it a terminal.
	const keyboard = nobody();
	writeSync(keyboard, typed);
	return spawnSync("script", ["-qec", `./${name}`, "/dev/null"], {
		...options,
		stdio: [keyboard, "pipe", "pipe"],
	});
}

const unknown = new Set(wanted);
let recorded = 0;
for (const folder of FOLDERS) {
	const all = readdirSync(folder).filter((file) => file.endsWith(".c"));
	const programs = wanted.length === 0 ? all : all.filter((file) => wanted.includes(file));
	const recordsFile = join(folder, "linux.json");
	const known =
		wanted.length === 0 || !existsSync(recordsFile) ? {} : JSON.parse(readFileSync(recordsFile, "utf8"));
	for (const file of programs) {
		unknown.delete(file);
		known[file] = record(folder, file);
		for (let again = 0; again < 2; again++) {
			if (JSON.stringify(record(folder, file)) !== JSON.stringify(known[file])) {
				throw new Error(`${file}: two runs on Linux differ; the program must not depend on chance`);
			}
		}
	}
	recorded += programs.length;
	const records = Object.fromEntries(all.filter((file) => file in known).map((file) => [file, known[file]]));
	if (programs.length > 0) writeFileSync(recordsFile, `${JSON.stringify(records, null, "\t")}\n`);
}
rmSync(work, { recursive: true });
if (unknown.size > 0) throw new Error(`no folder has ${[...unknown].join(", ")}`);
console.log(`${recorded} programs recorded`);
