// Random programs on Linux and here: any number, from any seed on; a disagreement is made as small as it stays one.

import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Hash } from "../../src/base/index.ts";
import {
	type Ran,
	type RandomProgram,
	randomProgram,
	runHere,
	smaller,
	textOf,
	textOfAll,
} from "../../src/computer/random-programs/index.ts";
import { compileText, runOnLinux, withFolder } from "./linux.ts";

/** Programs that cc builds in one go. */
const TOGETHER = 50;
/** Runs after which Linux is believed to be of one mind. */
const RUNS = 4;

export interface Disagreement {
	readonly seed: number;
	/** The smallest program found that shows it. */
	readonly text: string;
	readonly linux: Ran;
	readonly here: Ran;
}

export interface RandomResult {
	readonly compared: number;
	/** Seeds whose programs do not always do the same on Linux. */
	readonly fickle: readonly number[];
	readonly disagreements: readonly Disagreement[];
}

/** Compares the programs of `count` seeds from `first` on; `tell` hears of each disagreement as it is found. */
export function compareRandom(
	first: number,
	count: number,
	tell: (found: Disagreement) => void,
): RandomResult {
	const fickle: number[] = [];
	const disagreements: Disagreement[] = [];
	withFolder((folder) => {
		for (let from = first; from < first + count; from += TOGETHER) {
			const programs = Array.from({ length: Math.min(TOGETHER, first + count - from) }, (_, i) =>
				randomProgram(from + i),
			);
			const answers = answersOf(programs, folder);
			for (const [i, program] of programs.entries()) {
				const linux = answers[i] as Ran;
				if (same(linux, hereOf(program))) continue;
				if (!steady(program, linux, folder)) {
					fickle.push(program.seed);
					continue;
				}
				const found = shrunk(program, folder);
				disagreements.push(found);
				tell(found);
			}
		}
	});
	return { compared: count, fickle, disagreements };
}

/** What Linux answers, program by program. */
export function answersOf(programs: readonly RandomProgram[], folder: string): Ran[] {
	const executable = join(folder, "many");
	const refused = compileText(textOfAll(programs), executable);
	if (refused !== null) throw new Error(`cc refuses random programs:\n${refused}`);
	return programs.map((_, i) => runOnLinux(executable, [String(i)], folder));
}

export function same(a: Ran, b: Ran): boolean {
	return a.stdout === b.stdout && a.end === b.end;
}

/** Whatever the simulator throws is an answer too, and a wrong one. */
function hereOf(program: RandomProgram): Ran {
	try {
		return runHere(textOf(program));
	} catch (error) {
		return { stdout: "", end: `throws ${error instanceof Error ? error.message : String(error)}` };
	}
}

/** Builds a program alone and runs it; null when Linux does not always do the same. */
function linuxOf(program: RandomProgram, folder: string): Ran | null {
	const executable = join(folder, "one");
	if (compileText(textOf(program), executable) !== null) return null;
	const first = runOnLinux(executable, [], folder);
	for (let i = 1; i < RUNS; i++) if (!same(runOnLinux(executable, [], folder), first)) return null;
	return first;
}

function steady(program: RandomProgram, answer: Ran, folder: string): boolean {
	const again = linuxOf(program, folder);
	return again !== null && same(again, answer);
}

/** Leaves out statement after statement while the two still disagree. */
function shrunk(program: RandomProgram, folder: string): Disagreement {
	let best = program;
	let found = disagreement(program, folder) as Disagreement;
	for (let shrinks = true; shrinks; ) {
		shrinks = false;
		for (const candidate of smaller(best)) {
			const next = disagreement(candidate, folder);
			if (next === null) continue;
			best = candidate;
			found = next;
			shrinks = true;
			break;
		}
	}
	return found;
}

function disagreement(program: RandomProgram, folder: string): Disagreement | null {
	const linux = linuxOf(program, folder);
	if (linux === null || linux.end === "does not end") return null;
	const here = hereOf(program);
	return same(linux, here) ? null : { seed: program.seed, text: textOf(program), linux, here };
}

/** Writes down what Linux answers to the programs of the seeds 1…`count`, for the tests. */
export function recordRandom(count: number): void {
	const programs = Array.from({ length: count }, (_, i) => randomProgram(i + 1));
	const hash = new Hash();
	for (const program of programs) hash.text(textOf(program));
	const answers = withFolder((folder) => {
		const first = answersOf(programs, folder);
		const second = answersOf(programs, folder);
		for (const [i, answer] of first.entries()) {
			if (!same(answer, second[i] as Ran)) throw new Error(`seed ${i + 1}: two runs on Linux differ`);
		}
		return first;
	});
	const lines = answers.map((answer) => `\t\t${JSON.stringify(answer)}`);
	const text = `{\n\t"programs": ${hash.digest()},\n\t"answers": [\n${lines.join(",\n")}\n\t]\n}\n`;
	writeFileSync(resolve("src/computer/random-programs/linux.json"), text);
}
