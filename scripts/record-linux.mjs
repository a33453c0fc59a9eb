// Records what Linux prints: compiles each program of src/computer/programs with cc, runs it, and writes linux.json.
// With names, node scripts/record-linux.mjs pr-32-vfork.c, it records these alone and keeps what is known of the others.
// Programs that say 'as root' need it.
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
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../src/computer/programs");
const work = mkdtempSync(join(tmpdir(), "interprocess-"));
chmodSync(work, 0o755);
const FLAGS = ["-std=gnu11", "-O0", "-Wall", "-Wextra", "-Wno-unused-result", "-Wno-stringop-overflow"];

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

function record(file) {
	const name = basename(file, ".c");
	const text = readFileSync(join(folder, file), "utf8");
	const cc = spawnSync("cc", [...FLAGS, "-o", join(work, name), join(folder, file)], { encoding: "utf8" });
	if (cc.status !== 0 || cc.stderr !== "") throw new Error(`${file}: cc says\n${cc.stderr}`);
	const cwd = mkdtempSync(join(work, "run-"));
	// A program that becomes an ordinary user still finds its way.
	chmodSync(cwd, 0o777);
	spawnSync("cp", [join(work, name), cwd]);
	const options = { cwd, input: stdinOf(text), encoding: "utf8", timeout: 20_000 };
	// `on a terminal` in the first comment: script(1) gives it one.
	const onTerminal = /^\/\*.*? on a terminal\. \*\//.test(text);
	const run = onTerminal
		? spawnSync("script", ["-qec", `./${name}`, "/dev/null"], {
				...options,
				stdio: [nobody(), "pipe", "pipe"],
			})
		: spawnSync(`./${name}`, [], options);
	if (onTerminal) run.stdout = run.stdout.replaceAll("\r\n", "\n");
	const status = run.status ?? 128 + constants.signals[run.signal];
	const stdin = onTerminal ? null : stdinOf(text);
	return { stdin, stdout: run.stdout, stderr: run.stderr, status };
}

const all = readdirSync(folder).filter((file) => file.endsWith(".c"));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`src/computer/programs has no ${unknown.join(", ")}`);
const recordsFile = join(folder, "linux.json");
const known = wanted.length === 0 ? {} : JSON.parse(readFileSync(recordsFile, "utf8"));
const programs = wanted.length === 0 ? all : wanted;
for (const file of programs) {
	known[file] = record(file);
	for (let again = 0; again < 2; again++) {
		if (JSON.stringify(record(file)) !== JSON.stringify(known[file])) {
			throw new Error(`${file}: two runs on Linux differ; the program must not depend on chance`);
		}
	}
}
const records = Object.fromEntries(all.filter((file) => file in known).map((file) => [file, known[file]]));
rmSync(work, { recursive: true });
writeFileSync(recordsFile, `${JSON.stringify(records, null, "\t")}\n`);
console.log(`${programs.length} programs recorded`);
