// npm run book: proves every sentence of the book that can be proved, and prints what it proved.
// With --record it runs the programs with cc and writes linux.json and explored.json beside each lesson.
// Words after the options choose lessons: 'npm run book -- pipeline' proves those whose name has the word.
import { spawnSync } from "node:child_process";
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./installed.mjs";
import { leavesMessages, ownLinux } from "./own-linux.mjs";
import { bundle } from "./run-ts.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BOOK = join(ROOT, "src/lessons/book");
const MAILBOX = join(ROOT, "mailbox");
/** Runs of one program: processes may take turns otherwise each time. */
const RUNS = 5;
/** Milliseconds after which a program is taken to be stuck; none of the book's needs a tenth of it. */
const PATIENCE = 1500;

ensureInstalled();
const record = process.argv.includes("--record");
const words = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const wanted = (id) => words.length === 0 || words.some((word) => id.includes(word));
const checker = await import(pathToFileURL(await bundle("src/lessons/check/index.ts")).href);
const files = readFiles();
const problems = [];
const apart = ownLinux();
const seen = hasCompiler() ? runEverything() : null;
if (seen === null) console.log("no cc here: what was recorded on Linux counts");
if (record) writeRecords();
const { reports, diagnostics } = checker.checkBook(readFiles(), seen, wanted);
report();

function readFiles() {
	const paths = readdirSync(BOOK, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => /\.(md|c|h|json)$/.test(path))
		.sort();
	return new Map(paths.map((path) => [path, readFileSync(join(BOOK, path), "utf8")]));
}

function hasCompiler() {
	return process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0;
}

/** Builds and runs every program of every lesson with cc. */
function runEverything() {
	const folder = mkdtempSync(join(tmpdir(), "book-"));
	try {
		return new Map(
			[...checker.readBook(files).lessons]
				.filter(([id]) => wanted(id))
				.map(([id, read]) => [id, runLesson(id, read, folder)]),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function runLesson(id, read, folder) {
	const runs = {};
	for (const { name, programs } of checker.specimensOf(read)) {
		const compiled = programs.every((program) => compile(id, program, folder));
		if (compiled)
			runs[name] = {
				source: checker.sourceHash(programs),
				...runOften(programs, folder),
			};
	}
	return runs;
}

function compile(id, program, folder) {
	const paths = program.files.map(({ path, text }, index) => {
		const copy = join(folder, `${index}-${basename(path)}`);
		writeFileSync(copy, text);
		return copy;
	});
	const sources = paths.filter((path) => path.endsWith(".c"));
	const mailbox = program.files.some(({ text }) => text.includes('"mailbox.h"'));
	const linked = mailbox ? ["-I", MAILBOX, join(MAILBOX, "mailbox.c")] : [];
	const target = join(folder, program.name);
	const done = spawnSync("cc", ["-Wall", "-Wextra", "-o", target, ...sources, ...linked], {
		encoding: "utf8",
	});
	if (done.status === 0 && done.stderr === "") return true;
	const names = program.files.map(({ path }) => path).join(" ");
	problems.push(
		`${id}: cc -Wall -Wextra ${names} is not silent:\n${done.stderr.replaceAll(`${folder}/`, "")}`,
	);
	return false;
}

/** Every run begins in a directory that holds the programs and nothing that an earlier run left. */
function runOften(programs, folder) {
	const outputs = new Set();
	const ends = new Set();
	const before = programs.some(leavesMessages) ? apart : [];
	for (let i = 0; i < RUNS; i++) {
		const cwd = mkdtempSync(join(folder, "run-"));
		for (const { name } of programs) linkSync(join(folder, name), join(cwd, name));
		const { output, end } = runOnce([...before, `./${programs[0].name}`], cwd);
		outputs.add(output);
		ends.add(end);
		if (end === "stuck") break;
	}
	return { outputs: [...outputs].sort(), ends: [...ends].sort() };
}

/** One run; `timeout` ends it with all its children when it is stuck (status 124). */
function runOnce(command, cwd) {
	const limit = `${PATIENCE / 1000}s`;
	const done = spawnSync("timeout", ["-s", "KILL", limit, ...command], { cwd, encoding: "utf8", input: "" });
	const stuck = done.signal === "SIGKILL" || done.status === 124 || done.status === 137;
	if (stuck) return { output: done.stdout, end: "stuck" };
	// `timeout` ends as its program did: by the same signal.
	const signal = done.signal === null ? done.status - 128 : constants.signals[done.signal];
	return { output: done.stdout, end: signal > 0 ? `killed ${signal}` : `exited ${done.status}` };
}

function writeRecords() {
	if (seen === null) throw new Error("--record needs cc on Linux");
	for (const [id, runs] of seen) {
		writeJson(join(BOOK, id, "linux.json"), withEarlier(runs, checker.recordedRuns(id, files) ?? {}));
	}
	for (const { id, proved } of checker.checkBook(files, seen, wanted).reports) {
		const bounds = checker.boundsOf(proved);
		if (Object.keys(bounds).length > 0) writeJson(join(BOOK, id, "explored.json"), bounds);
	}
}

/** What was seen before of the same C stays: processes take turns otherwise each time. */
function withEarlier(runs, earlier) {
	const union = (a, b) => [...new Set([...a, ...b])].sort();
	const merged = Object.entries(runs).map(([name, run]) => {
		const old = earlier[name];
		if (old?.source !== run.source) return [name, run];
		return [name, { ...run, outputs: union(run.outputs, old.outputs), ends: union(run.ends, old.ends) }];
	});
	return Object.fromEntries(merged);
}

/** As Biome lays it out: lists of texts on one line. */
function writeJson(path, value) {
	const text = JSON.stringify(value, null, "\t").replace(/\[\n([^\]]*)\n\s*\]/g, (_, items) => {
		return `[${items.trim().replace(/,\n\s*/g, ", ")}]`;
	});
	writeFileSync(path, `${text}\n`);
}

function report() {
	for (const one of diagnostics) {
		console.log(checker.formatDiagnostic(one, (path) => files.get(path)));
	}
	for (const problem of problems) console.log(problem);
	for (const { number, id, proved, agreed } of reports)
		console.log(`${number} ${id}: ${checker.provedWords(proved, agreed)}`);
	const wrong = diagnostics.length + problems.length;
	const total = checker.totalOf(reports);
	console.log(
		`book: ${reports.length} lessons, ${checker.provedWords(total.proved, total.agreed)}, ${wrong} refused`,
	);
	process.exitCode = wrong === 0 ? 0 : 1;
}
