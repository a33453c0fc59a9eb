// The same programs on this Linux and on the simulated computer: what was compared, and every difference with its place.

import { type Kind, kinds } from "../../src/computer/random-programs/index.ts";
import { haveCompiler } from "./linux.ts";
import { compareRandom, type Disagreement, recordRandom } from "./random.ts";
import { KNOWN } from "./specimens.ts";
import { compareTree } from "./tree.ts";

interface Options {
	readonly random?: string;
	readonly seed?: string;
	readonly record?: boolean;
	readonly sockets?: boolean;
	readonly messages?: boolean;
}

/** Returns the exit status: 0 when all agree. */
export function main(words: readonly string[], values: Options): number {
	if (!haveCompiler()) {
		console.log("check:linux: there is no cc here, or this is no Linux: nothing was compared");
		return 0;
	}
	const asked = [values.sockets ? kinds.sockets : [], values.messages ? kinds.messages : []].flat();
	if (values.record) return record(asked.length > 0 ? asked : Object.values(kinds));
	if (values.random !== undefined) {
		const [seed, count] = [Number(values.seed ?? "1"), Number(values.random)];
		const failed = (asked.length > 0 ? asked : [kinds.calls]).filter(
			(kind) => random(kind, seed, count) !== 0,
		);
		return failed.length === 0 ? 0 : 1;
	}
	return tree(words);
}

function tree(words: readonly string[]): number {
	const { compared, differences, traced, unordered } = compareTree(words, (difference) =>
		console.log(difference),
	);
	console.log(
		`programs of the tree: ${compared} compared, ${traced} of them with their system calls, ${differences.length} differences`,
	);
	for (const [name, reason] of Object.entries(KNOWN))
		console.log(`system calls known to differ: ${name}: ${reason}`);
	if (unordered.length > 0)
		console.log(`system calls not always in the same order on Linux: ${unordered.join(" ")}`);
	return differences.length === 0 ? 0 : 1;
}

function random(kind: Kind, seed: number, count: number): number {
	const { compared, disagreements, fickle } = compareRandom(kind, seed, count, print);
	const doubtful =
		fickle.length === 0 ? "" : `, ${fickle.length} not always the same on Linux (seeds ${fickle.join(" ")})`;
	console.log(
		`random programs over ${kind.name}: ${compared} compared, ${disagreements.length} disagree${doubtful}`,
	);
	return disagreements.length === 0 ? 0 : 1;
}

/** Writes down the answers that the tests know. */
function record(asked: readonly Kind[]): number {
	for (const kind of asked) {
		recordRandom(kind);
		console.log(`random programs over ${kind.name}: the answers of ${kind.recorded} recorded`);
	}
	return 0;
}

function print({ here, linux, seed, text }: Disagreement): void {
	console.log(
		`---- seed ${seed} ----\n${text}---- on Linux: ${linux.end}\n${linux.stdout}---- here: ${here.end}\n${here.stdout}`,
	);
}
