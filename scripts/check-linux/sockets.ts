// Random programs over sockets on Linux and here; a disagreement is made as small as it stays one.

import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
	type Ran,
	type RandomProgram,
	randomSocketProgram,
	runHere,
	textOfSocketProgram,
} from "../../src/computer/random-programs/index.ts";
import { compileText, runOnLinux, withFolder } from "./linux.ts";
import { same } from "./random.ts";

const RECORD = resolve("src/computer/random-programs/linux-sockets.json");

/** Compares the programs of `count` seeds from `first` on; `tell` hears of each disagreement. */
export function compareSockets(
	first: number,
	count: number,
	tell: (seed: number, text: string, linux: Ran, here: Ran) => void,
): number {
	let disagreements = 0;
	withFolder((folder) => {
		for (let seed = first; seed < first + count; seed++) {
			const program = randomSocketProgram(seed);
			if (agrees(program, folder)) continue;
			disagreements++;
			const small = shrunk(program, folder);
			const text = textOfSocketProgram(small);
			tell(seed, text.slice(text.indexOf("int main(void)")), linuxOf(small, folder), runHere(text));
		}
	});
	return disagreements;
}

function linuxOf(program: RandomProgram, folder: string): Ran {
	const executable = join(folder, "sockets");
	const refused = compileText(textOfSocketProgram(program), executable);
	if (refused !== null) throw new Error(`cc refuses seed ${program.seed}:\n${refused}`);
	return runOnLinux(executable, [], folder);
}

function agrees(program: RandomProgram, folder: string): boolean {
	return same(linuxOf(program, folder), runHere(textOfSocketProgram(program)));
}

function shrunk(program: RandomProgram, folder: string): RandomProgram {
	let best = program;
	for (let size = best.statements.length >> 1; size > 0; size >>= 1) {
		for (let at = 0; at + size <= best.statements.length; ) {
			const statements = [...best.statements.slice(0, at), ...best.statements.slice(at + size)];
			const candidate = { ...best, statements };
			if (agrees(candidate, folder)) at += size;
			else best = candidate;
		}
	}
	return best;
}

/** Writes what Linux answers to the programs of seeds 1 to `count`. */
export function recordSockets(count: number): void {
	withFolder((folder) => {
		const answers = Array.from({ length: count }, (_, i) => linuxOf(randomSocketProgram(i + 1), folder));
		writeFileSync(RECORD, `${JSON.stringify(answers, null, "\t")}\n`);
	});
}
