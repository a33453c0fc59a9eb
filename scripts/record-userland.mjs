// Records what Linux answers: runs each script of src/userland/scripts.txt and shell.txt with dash and the programs of Linux, and
// writes linux.json and shell.json; types the keys of sessions.json at an interactive dash, and notes what is on its screen.
// With --new it asks only for the scripts that have no record yet, and types nothing.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { commandLine } from "./command-line.mjs";

const folder = resolve(import.meta.dirname, "../src/userland");
/** A table of scripts, and where what Linux answered is. */
const TABLES = { "scripts.txt": "linux.json", "shell.txt": "shell.json" };

function answerTo(script) {
	const cwd = mkdtempSync(join(tmpdir(), "interprocess-"));
	const env = { PATH: "/usr/bin:/bin", HOME: "/home/student", LC_ALL: "C" };
	const options = { argv0: "sh", cwd, env, input: "", encoding: "utf8", timeout: 20_000 };
	const run = spawnSync("/usr/bin/dash", ["-c", script], options);
	rmSync(cwd, { recursive: true });
	return {
		stdout: run.stdout,
		stderr: run.stderr,
		status: run.status ?? 128 + constants.signals[run.signal],
	};
}

const { values } = commandLine("usage: node scripts/record-userland.mjs [--new]", {
	options: { new: { type: "boolean" } },
});
const onlyNew = values.new === true;

for (const [table, file] of Object.entries(TABLES)) {
	const known = onlyNew ? JSON.parse(readFileSync(join(folder, file), "utf8")) : {};
	const records = {};
	const scripts = readFileSync(join(folder, table), "utf8").trimEnd().split("\n\n").slice(1);
	for (const script of scripts) {
		if (Object.hasOwn(records, script)) throw new Error(`twice in the table:\n${script}`);
		if (Object.hasOwn(known, script)) {
			records[script] = known[script];
			continue;
		}
		records[script] = answerTo(script);
		for (let again = 0; again < 3; again++) {
			if (JSON.stringify(answerTo(script)) !== JSON.stringify(records[script])) {
				throw new Error(`two runs on Linux differ; a script must not depend on chance:\n${script}`);
			}
		}
	}
	writeFileSync(join(folder, file), `${JSON.stringify(records, null, "\t")}\n`);
	console.log(`${scripts.length} scripts of ${table} recorded`);
}

/** Long enough for what a key starts to come to rest. */
const REST_MILLISECONDS = 700;

function rest() {
	return new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
}

/** script(1) gives dash a terminal. */
async function screenOf(keys) {
	const cwd = mkdtempSync(join(tmpdir(), "interprocess-"));
	const env = { PATH: "/usr/bin:/bin", HOME: "/home/student", LC_ALL: "C", PS1: "$ ", SHELL: "/bin/sh" };
	const command = "exec sh -i";
	const child = spawn("script", ["-qec", command, "/dev/null"], {
		cwd,
		env,
		stdio: ["pipe", "pipe", "inherit"],
	});
	let screen = "";
	child.stdout.on("data", (bytes) => {
		screen += bytes;
	});
	await rest();
	for (const each of keys) {
		child.stdin.write(each);
		await rest();
	}
	child.stdin.end();
	child.kill("SIGKILL");
	rmSync(cwd, { recursive: true });
	return screen.replaceAll("\r\n", "\n");
}

if (onlyNew) process.exit();
const path = join(folder, "sessions.json");
const sessions = JSON.parse(readFileSync(path, "utf8"));
for (const session of sessions) session.screen = await screenOf(session.keys);
writeFileSync(path, `${JSON.stringify(sessions, null, "\t")}\n`);
console.log(`${sessions.length} sessions recorded`);
