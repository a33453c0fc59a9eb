// Random programs on Linux and here: any number, from any seed on; a disagreement is made as small as it stays one.

import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Hash } from "../../src/base/index.ts";
import {
	type Kind,
	type Ran,
	type RandomProgram,
	runHere,
	smaller,
} from "../../src/computer/random-programs/index.ts";
import { ownLinux } from "../own-linux.mjs";
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
	kind: Kind,
	first: number,
	count: number,
	tell: (found: Disagreement) => void,
): RandomResult {
	const fickle: number[] = [];
	const disagreements: Disagreement[] = [];
	withFolder((folder) => {
		const comparison = new Comparison(kind, folder);
		for (let from = first; from < first + count; from += TOGETHER) {
			const programs = Array.from({ length: Math.min(TOGETHER, first + count - from) }, (_, i) =>
				kind.program(from + i),
			);
			const answers = comparison.answersOf(programs);
			for (const [i, program] of programs.entries()) {
				const linux = answers[i] as Ran;
				if (same(linux, comparison.hereOf(program))) continue;
				if (!comparison.steady(program, linux)) {
					fickle.push(program.seed);
					continue;
				}
				const found = comparison.shrunk(program);
				disagreements.push(found);
				tell(found);
			}
		}
	});
	return { compared: count, fickle, disagreements };
}

function same(a: Ran, b: Ran): boolean {
	return a.stdout === b.stdout && a.end === b.end;
}

/** Programs of one kind, there and here. */
class Comparison {
	readonly #kind: Kind;
	readonly #folder: string;
	/** What goes before a program's name so that it finds nothing of the run before. */
	readonly #before: readonly string[];

	constructor(kind: Kind, folder: string) {
		this.#kind = kind;
		this.#folder = folder;
		this.#before = kind.leavesMessages ? ownLinux() : [];
		if (kind.user === "root" && process.getuid?.() !== 0)
			throw new Error(`random programs over ${kind.name} become other users: only root can compare them`);
	}

	/** What Linux answers, program by program. */
	answersOf(programs: readonly RandomProgram[]): Ran[] {
		const executable = join(this.#folder, "many");
		const refused = compileText(this.#kind.texts.all(programs), executable);
		if (refused !== null) throw new Error(`cc refuses random programs:\n${refused}`);
		return programs.map((_, i) => runOnLinux([...this.#before, executable, String(i)], this.#folder));
	}

	/** Whatever the simulator throws is an answer too, and a wrong one. */
	hereOf(program: RandomProgram): Ran {
		try {
			return runHere(this.#kind.texts.one(program), this.#kind.user);
		} catch (error) {
			return { stdout: "", end: `throws ${error instanceof Error ? error.message : String(error)}` };
		}
	}

	steady(program: RandomProgram, answer: Ran): boolean {
		const again = this.#linuxOf(program);
		return again !== null && same(again, answer);
	}

	/** Leaves out statement after statement while the two still disagree. */
	shrunk(program: RandomProgram): Disagreement {
		let best = program;
		let found = this.#disagreement(program) as Disagreement;
		for (let shrinks = true; shrinks; ) {
			shrinks = false;
			for (const candidate of smaller(best)) {
				const next = this.#disagreement(candidate);
				if (next === null) continue;
				best = candidate;
				found = next;
				shrinks = true;
				break;
			}
		}
		return found;
	}

	/** Builds a program alone and runs it; null when Linux does not always do the same. */
	#linuxOf(program: RandomProgram): Ran | null {
		const executable = join(this.#folder, "one");
		if (compileText(this.#kind.texts.one(program), executable) !== null) return null;
		const run = () => runOnLinux([...this.#before, executable], this.#folder);
		const first = run();
		for (let i = 1; i < RUNS; i++) if (!same(run(), first)) return null;
		return first;
	}

	#disagreement(program: RandomProgram): Disagreement | null {
		const linux = this.#linuxOf(program);
		if (linux === null || linux.end === "does not end") return null;
		const here = this.hereOf(program);
		return same(linux, here)
			? null
			: { seed: program.seed, text: this.#kind.texts.one(program), linux, here };
	}
}

/** Writes down what Linux answers to the programs of the first seeds, for the tests. */
export function recordRandom(kind: Kind): void {
	const programs = Array.from({ length: kind.recorded }, (_, i) => kind.program(i + 1));
	const hash = new Hash();
	for (const program of programs) hash.text(kind.texts.one(program));
	const answers = withFolder((folder) => {
		const comparison = new Comparison(kind, folder);
		const runs = Array.from({ length: RUNS }, () => comparison.answersOf(programs));
		return programs.map((program, i) => {
			const given = runs.map((answers) => answers[i] as Ran);
			const usual = given.find((answer) => given.filter((other) => same(other, answer)).length >= RUNS - 1);
			if (usual === undefined) throw new Error(`seed ${program.seed}: runs on Linux differ`);
			return usual;
		});
	});
	const lines = answers.map((answer) => `\t\t${JSON.stringify(answer)}`);
	const text = `{\n\t"programs": ${hash.digest()},\n\t"answers": [\n${lines.join(",\n")}\n\t]\n}\n`;
	writeFileSync(resolve("src/computer/random-programs", kind.record), text);
}
