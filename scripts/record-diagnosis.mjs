// Records what Linux does with each program of src/explain/programs, and with the one that its cure makes of it: linux.json.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { commandLine } from "./command-line.mjs";

const folder = resolve(import.meta.dirname, "../src/explain/programs");
const { words } = commandLine("usage: node scripts/record-diagnosis.mjs [WORD…]", { takesWords: true });
const work = mkdtempSync(join(tmpdir(), "interprocess-"));
const FLAGS = ["-std=gnu11", "-O0", "-Wall", "-Wextra", "-Wno-unused-result"];
/** Milliseconds after which a program that is still there hangs. */
const LONG = 1500;

function observe(name, file) {
	const program = join(work, name);
	const cc = spawnSync("cc", [...FLAGS, "-o", program, file], { encoding: "utf8" });
	if (cc.status !== 0 || cc.stderr !== "") throw new Error(`${file}: cc says\n${cc.stderr}`);
	const cwd = mkdtempSync(join(work, "run-"));
	const options = { cwd, input: "", encoding: "utf8", timeout: LONG, killSignal: "SIGKILL" };
	const run = spawnSync(program, [], options);
	// Who prints without end fills the buffer before the time is up.
	const hangs = ["ETIMEDOUT", "ENOBUFS"].includes(run.error?.code);
	endAll(program);
	if (hangs) return { end: "hangs", status: null, stdout: run.stdout.slice(0, 80) };
	if (run.signal !== null)
		return { end: "killed", status: 128 + constants.signals[run.signal], stdout: run.stdout };
	return { end: "exits", status: run.status, stdout: run.stdout };
}

/** Ends what the program has left behind: processes that run this very file. */
function endAll(program) {
	for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
		try {
			if (readlinkSync(`/proc/${pid}/exe`) === program) process.kill(Number(pid), "SIGKILL");
		} catch {
			// It has ended by itself, or belongs to somebody else.
		}
	}
}

/** The text of the program that `ipc run` proposes, or null. */
function mendedText(file, text) {
	const ipc = resolve(import.meta.dirname, "ipc.mjs");
	const words = [ipc, "run", "--json", "--max-steps", "300000", file];
	const run = spawnSync(process.execPath, words, { encoding: "utf8", input: "", maxBuffer: 1e8 });
	const change = JSON.parse(run.stdout).diagnosis?.change?.files[0];
	if (change === undefined) return null;
	const lines = text.split("\n");
	for (const { line, removed, inserted } of [...change.edits].reverse()) {
		lines.splice(line - 1, removed.length, ...inserted);
	}
	return lines.join("\n");
}

/** Those whose names contain one of the words of the command line, or all. */
const files = readdirSync(folder).filter((file) => file.endsWith(".c"));
const before = words.length === 0 ? {} : JSON.parse(readFileSync(join(folder, "linux.json"), "utf8"));
const records = {};
for (const file of files) {
	if (words.length > 0 && !words.some((word) => file.includes(word))) {
		records[file] = before[file];
		continue;
	}
	const path = join(folder, file);
	const seen = observe(basename(file, ".c"), path);
	const text = mendedText(path, readFileSync(path, "utf8"));
	let mended = null;
	if (text !== null) {
		writeFileSync(join(work, `mended-${file}`), text);
		mended = observe(`mended-${basename(file, ".c")}`, join(work, `mended-${file}`));
	}
	records[file] = { ...seen, mended };
}
rmSync(work, { recursive: true });
writeFileSync(join(folder, "linux.json"), `${JSON.stringify(records, null, "\t")}\n`);
console.log(
	`${files.length} programs recorded, ${Object.values(records).filter(({ mended }) => mended !== null).length} of them mended`,
);
