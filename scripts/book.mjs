// npm run book: proves every sentence of the book that can be proved, and prints what it proved.
// With --record it runs the programs with cc and writes linux.json and explored.json beside each lesson.
// Words after the options choose lessons: 'npm run book -- pipeline' proves those whose name has the word.
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, constants, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { commandLine } from "./command-line.mjs";
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

/** A lesson proves at least so many claims: fewer, and its claims were lost. */
const FEWEST_CLAIMS = 6;

let problems = [];
if (isMainThread) await proveAndReport();
else await proveAsAsked(workerData);

/** Shares the lessons out between as many threads as there are cores. */
async function proveAndReport() {
	ensureInstalled();
	const { words, values } = commandLine("usage: npm run book [-- [--record] LESSON…]", {
		options: { record: { type: "boolean" } },
		takesWords: true,
	});
	const record = values.record === true;
	const path = await bundle("src/lessons/check/index.ts");
	const checker = await import(pathToFileURL(path).href);
	const book = checker.readBook(readFiles());
	const ids = [...book.lessons.keys()].filter(
		(id) => words.length === 0 || words.some((word) => id.includes(word)),
	);
	const asked = hasCompiler();
	if (!asked) console.log("no cc here: what was recorded on Linux counts");
	if (record && !asked) throw new Error("--record needs cc on Linux");
	const threads = Array.from({ length: Math.min(availableParallelism(), ids.length) }, () => {
		return new Worker(fileURLToPath(import.meta.url), {
			workerData: { path, asked, apart: asked ? ownLinux() : [] },
		});
	});
	if (record) {
		for (const { id, runs } of await share(threads, ids, "run")) {
			writeJson(join(BOOK, id, "linux.json"), withEarlier(runs, checker.recordedRuns(id, readFiles()) ?? {}));
		}
		for (const { id, report } of await share(threads, ids, "prove")) {
			const bounds = checker.boundsOf(report.proved);
			if (Object.keys(bounds).length > 0) writeJson(join(BOOK, id, "explored.json"), bounds);
		}
	}
	const proofs = await share(threads, ids, "prove");
	for (const thread of threads) thread.terminate();
	tell(checker, book.diagnostics, proofs);
}

/** Gives each thread a lesson, and the next one when it has answered; the answers in the order of the lessons. */
async function share(threads, ids, what) {
	const answers = new Map();
	const left = [...ids];
	await Promise.all(
		threads.map(async (thread) => {
			for (let id = left.shift(); id !== undefined; id = left.shift()) {
				const answer = once(thread, "message");
				thread.postMessage({ what, id });
				answers.set(id, (await answer)[0]);
			}
		}),
	);
	return ids.map((id) => answers.get(id));
}

/** What a thread does: runs the programs of a lesson with cc, and proves the lesson with what they did. */
async function proveAsAsked({ path, asked, apart }) {
	const checker = await import(pathToFileURL(path).href);
	const ran = new Map();
	let book = null;
	const run = (id) => {
		const folder = mkdtempSync(join(tmpdir(), "book-"));
		problems = [];
		try {
			const runs = runLesson(id, book.lessons.get(id), folder, checker, apart);
			ran.set(id, { runs, problems });
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	};
	parentPort.on("message", ({ what, id }) => {
		const files = readFiles();
		book ??= checker.readBook(files);
		if (asked && !ran.has(id)) run(id);
		const { runs, problems } = ran.get(id) ?? { runs: null, problems: [] };
		const proof = what === "run" ? {} : checker.proveLesson(book, id, files, runs);
		parentPort.postMessage({ id, runs, problems, ...proof });
	});
}

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

/** Builds and runs every program of a lesson with cc. */
function runLesson(id, read, folder, checker, apart) {
	const runs = {};
	for (const { name, programs } of checker.specimensOf(read)) {
		const compiled = programs.every((program) => compile(id, program, folder));
		if (compiled)
			runs[name] = {
				source: checker.sourceHash(programs),
				...runOften(programs, folder, apart),
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
function runOften(programs, folder, apart) {
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

function tell(checker, unread, proofs) {
	const files = readFiles();
	const diagnostics = [...unread, ...proofs.flatMap((proof) => proof.diagnostics)];
	const refused = proofs.flatMap((proof) => [...proof.problems, ...tooFew(proof.report)]);
	for (const one of diagnostics) {
		console.log(checker.formatDiagnostic(one, (path) => files.get(path)));
	}
	for (const problem of refused) console.log(problem);
	const reports = proofs.map((proof) => proof.report);
	for (const { number, id, proved, agreed } of reports)
		console.log(`${number} ${id}: ${checker.provedWords(proved, agreed)}`);
	const wrong = diagnostics.length + refused.length;
	const total = checker.totalOf(reports);
	console.log(
		`book: ${reports.length} lessons, ${checker.provedWords(total.proved, total.agreed)}, ${wrong} refused`,
	);
	process.exitCode = wrong === 0 ? 0 : 1;
}

function tooFew({ id, proved }) {
	if (proved.claims >= FEWEST_CLAIMS) return [];
	return [`${id}: ${proved.claims} claims proved; a lesson has at least ${FEWEST_CLAIMS}`];
}
