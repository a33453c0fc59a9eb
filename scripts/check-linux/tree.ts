// Every program of the tree, on Linux and here: output, end, and system calls where the schedule fixes them.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { decodeText } from "../../src/base/index.ts";
import { build, formatDiagnostics } from "../../src/computer/compiler.ts";
import {
	type Computer,
	defaultOptions,
	type Options,
	type Software,
	start,
	Tracer,
} from "../../src/computer/index.ts";
import { exploreRuns } from "../../src/timeline/proof.ts";
import { leavesMessages, ownLinux } from "../own-linux.mjs";
import { type Calls, callsOf, firstDifference } from "./calls.ts";
import { withFolder } from "./linux.ts";
import { KNOWN, type Specimen, specimens } from "./specimens.ts";

/** Milliseconds after which a program is taken to wait or run for ever. */
const PATIENCE = 4000;
/** Fewer where a program is expected to. */
const SHORT_PATIENCE = 2500;
const MOST_STEPS = 10_000_000;
/** Runs of a program whose processes may take turns otherwise each time. */
const RUNS = 3;
const BOUNDS = { states: 20_000, steps: 50_000 };

export interface TreeResult {
	readonly compared: number;
	readonly traced: number;
	/** Whose calls are not always in the same order on Linux. */
	readonly unordered: readonly string[];
	readonly differences: readonly string[];
}

interface Seen {
	readonly stdout: string;
	/** `exited 0`, `killed 13`, `for ever`. */
	readonly end: string;
}

/** Compares the programs whose names have one of the words in them, or all. */
export function compareTree(words: readonly string[], tell: (difference: string) => void): TreeResult {
	const chosen = specimens().filter(
		({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
	);
	const unordered: string[] = [];
	const differences: string[] = [];
	let traced = 0;
	const trace = canTrace();
	if (!trace) console.log("check:linux: strace cannot trace here: system calls are not compared");
	withFolder((folder) => {
		for (const specimen of chosen) {
			const found = compare(specimen, folder, trace);
			if (found.traced) traced++;
			if (found.unordered) unordered.push(specimen.name);
			for (const difference of found.differences) {
				differences.push(`${specimen.name}: ${difference}`);
				tell(`${specimen.name}: ${difference}`);
			}
		}
	});
	return { compared: chosen.length, traced, unordered, differences };
}

interface Compared {
	readonly differences: readonly string[];
	readonly traced: boolean;
	readonly unordered: boolean;
}

function compare(specimen: Specimen, folder: string, trace: boolean): Compared {
	const plain = (...differences: string[]): Compared => ({ differences, traced: false, unordered: false });
	const refused = compile(specimen, join(folder, "built"), []);
	if (refused !== null) return plain(`cc refuses it:\n${refused}`);
	const { diagnostics, software } = build(specimen.programs, { define: {} });
	if (software === null)
		return plain(`does not compile here:\n${formatDiagnostics(specimen.programs, diagnostics)}`);
	const linux = runThere(specimen, folder, []);
	if (specimen.rule === "some-order") return plain(...orders(specimen, software, linux, folder));
	const here = runHere(specimen, software);
	const differences = differentFromAll(specimen, linux, here, folder);
	if (!trace || linux.end === "for ever" || differences.length > 0 || specimen.name in KNOWN)
		return { differences, traced: false, unordered: false };
	// On Linux a mailbox is a process that keeps the letters: other calls.
	if (specimen.programs.some(({ files }) => usesMailbox(files))) return plain();
	// Without the loader's own calls; not every part of glibc works so.
	if (compile(specimen, join(folder, "built"), ["-static"]) !== null) return plain();
	if (different(runThere(specimen, folder, []), here).length > 0) return plain();
	return { ...compareCalls(specimen, software, folder), traced: true };
}

/** What Linux does in one of some runs may be done here; a program may depend on who is quick. */
function differentFromAll(specimen: Specimen, linux: Seen, here: Seen, folder: string): string[] {
	const first = different(linux, here);
	for (let i = 1; i < RUNS && first.length > 0 && specimen.rule === "same"; i++)
		if (different(runThere(specimen, folder, []), here).length === 0) return [];
	return first;
}

function different(linux: Seen, here: Seen): string[] {
	const found: string[] = [];
	if (linux.end !== here.end) found.push(`${linux.end} on Linux, ${here.end} here`);
	if (linux.stdout !== here.stdout) found.push(lineThatDiffers(linux.stdout, here.stdout));
	return found;
}

function lineThatDiffers(linux: string, here: string): string {
	const [there, own] = [linux.split("\n"), here.split("\n")];
	const line = there.findIndex((text, i) => text !== own[i]);
	const at = line < 0 ? there.length : line;
	return `line ${at + 1} of its output: ${JSON.stringify(there[at] ?? null)} on Linux, ${JSON.stringify(own[at] ?? null)} here`;
}

// ---- on Linux ----

/** The textbook's mailbox, for Linux. */
const MAILBOX = resolve("mailbox");

function usesMailbox(files: readonly { readonly text: string }[]): boolean {
	return files.some(({ text }) => text.includes('#include "mailbox.h"'));
}

function compile({ programs }: Specimen, folder: string, more: readonly string[]): string | null {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
	for (const { files, name } of programs) {
		for (const { path, text } of files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		const sources = files.map(({ path }) => join(folder, path)).filter((path) => path.endsWith(".c"));
		const flags = ["-std=gnu11", "-O0", "-w", ...more, `-I${join(folder, "bin")}`, "-o", join(folder, name)];
		const mailbox = usesMailbox(files) ? [`-I${MAILBOX}`, join(MAILBOX, "mailbox.c")] : [];
		const done = spawnSync("cc", [...flags, ...sources, ...mailbox, "-lm", "-lcrypt"], { encoding: "utf8" });
		if (done.status !== 0) return done.stderr;
	}
	return null;
}

/** Runs a specimen in a new folder in which its programs are; `before` is a command that is to run it. */
function runThere(
	{ args = [], programs, rule, stdin }: Specimen,
	folder: string,
	before: readonly string[],
): Seen {
	const box = join(folder, "box");
	rmSync(box, { recursive: true, force: true });
	mkdirSync(box);
	for (const { name } of programs) spawnSync("cp", [join(folder, "built", name), box]);
	const seconds = (rule === "stuck-too" ? SHORT_PATIENCE : PATIENCE) / 1000;
	// timeout(1) gives the program a process group of its own, which is not orphaned, and ends all of it.
	// A check that is run with nice(1) shall not show, nor that a shell starts it, which exports PWD.
	const command = `unset PWD; renice -n 0 -p $$ > /dev/null 2>&1; ulimit -c 0; ulimit -Sn 1024; timeout -s KILL ${seconds} "$@"; exit $?`;
	const begin = Date.now();
	const own = programs.some(leavesMessages) ? ownLinux() : [];
	const words = [...own, ...before, `./${programs[0]?.name}`, ...args];
	const done = spawnSync("sh", ["-c", command, "sh", ...words], {
		cwd: box,
		input: stdin,
		env: { PATH: "/usr/bin:/bin", HOME: "/", TZ: "UTC" },
	});
	const stdout = done.stdout.toString();
	const status = done.status ?? 0;
	if (status > 123 && Date.now() - begin >= seconds * 1000) return { stdout, end: "for ever" };
	return { stdout, end: status > 128 ? `killed ${status - 128}` : `exited ${status}` };
}

function canTrace(): boolean {
	return spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;
}

function callsThere(specimen: Specimen, folder: string): Calls {
	const output = join(folder, "trace");
	runThere(specimen, folder, ["strace", "-f", "-o", output]);
	return callsOf(readFileSync(output, "utf8").split("\n")).map((calls) => calls);
}

// ---- here ----

function optionsOf({ args = [], asRoot = false, stdin }: Specimen): Options {
	const options = defaultOptions("linux");
	return {
		...options,
		user: asRoot ? "root" : options.user,
		maxSteps: MOST_STEPS,
		args,
		env: { PATH: "/usr/bin:/bin", HOME: "/", TZ: "UTC" },
		stdin: { text: stdin, ended: true, interactive: false },
		terminal: { stdout: false, stderr: false },
	};
}

function run(specimen: Specimen, software: Software, look: (computer: Computer) => void): Computer {
	const computer = start(software, optionsOf(specimen));
	while (computer.outcome === null) {
		const { steps } = computer.advance(MOST_STEPS);
		look(computer);
		if (steps === 0) break;
	}
	return computer;
}

function runHere(specimen: Specimen, software: Software): Seen {
	const computer = run(specimen, software, () => {});
	return { stdout: decodeText(computer.output("stdout")), end: endOf(computer.outcome) };
}

function endOf(outcome: Computer["outcome"]): string {
	if (outcome?.kind === "exited") return `exited ${outcome.status}`;
	if (outcome?.kind === "killed") return `killed ${outcome.signal}`;
	return "for ever";
}

function orders(specimen: Specimen, software: Software, first: Seen, folder: string): string[] {
	const seen = [first];
	for (let i = 1; i < RUNS && first.end !== "for ever"; i++) seen.push(runThere(specimen, folder, []));
	const { ends } = exploreRuns(software, optionsOf(specimen), BOUNDS);
	const can = ends.map(({ outcome, output }) => ({ stdout: output, end: endOf(outcome) }));
	const missing = seen.find(
		({ end, stdout }) => !can.some((one) => one.end === end && one.stdout === stdout),
	);
	if (missing === undefined) return [];
	return [
		`${missing.end} with ${JSON.stringify(missing.stdout)} on Linux, and in none of ${can.length} orders here`,
	];
}

// ---- system calls ----

function compareCalls(specimen: Specimen, software: Software, folder: string): Omit<Compared, "traced"> {
	const tracer = new Tracer();
	const lines = [tracer.begin(`./${software.first}`, [`./${software.first}`], [])];
	run(specimen, software, (computer) =>
		lines.push(...tracer.lines(computer.kernel.events, computer.kernel.state)),
	);
	const here = callsOf(lines);
	const first = callsThere(specimen, folder);
	const difference = firstDifference(first, here);
	if (difference === null) return { differences: [], unordered: false };
	for (let i = 1; i < RUNS; i++) {
		const again = callsThere(specimen, folder);
		if (firstDifference(again, here) === null) return { differences: [], unordered: false };
		if (firstDifference(again, first) !== null) return { differences: [], unordered: true };
	}
	return { differences: [difference], unordered: false };
}
