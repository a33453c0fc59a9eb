// The same programs on this Linux and on the simulated computer: what was compared, and every difference with its place.

import { parseArgs } from "node:util";
import { haveCompiler } from "./linux.ts";
import { compareRandom, type Disagreement, recordRandom } from "./random.ts";
import { compareSockets, recordSockets } from "./sockets.ts";
import { KNOWN } from "./specimens.ts";
import { compareTree } from "./tree.ts";

const OPTIONS = {
	random: { type: "string" },
	seed: { type: "string", default: "1" },
	record: { type: "boolean" },
	sockets: { type: "boolean" },
} as const;

/** Returns the exit status: 0 when all agree. */
export function main(words: readonly string[]): number {
	const { positionals, values } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
	if (!haveCompiler()) {
		console.log("check:linux: there is no cc here, or this is no Linux: nothing was compared");
		return 0;
	}
	if (values.record) return values.sockets ? recordSocketsAlone() : record();
	if (values.random !== undefined) {
		const [seed, count] = [Number(values.seed), Number(values.random)];
		return values.sockets ? sockets(seed, count) : random(seed, count);
	}
	return tree(positionals);
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

function random(seed: number, count: number): number {
	const { compared, disagreements, fickle } = compareRandom(seed, count, print);
	const doubtful =
		fickle.length === 0 ? "" : `, ${fickle.length} not always the same on Linux (seeds ${fickle.join(" ")})`;
	console.log(`random programs: ${compared} compared, ${disagreements.length} disagree${doubtful}`);
	return disagreements.length === 0 ? 0 : 1;
}

/** Records the answers to the programs over sockets alone. */
function recordSocketsAlone(): number {
	recordSockets(RECORDED_SOCKETS);
	return 0;
}

function sockets(seed: number, count: number): number {
	const disagreements = compareSockets(seed, count, (at, text, linux, here) =>
		console.log(
			`---- seed ${at} ----\n${text}---- on Linux: ${linux.end}\n${linux.stdout}---- here: ${here.end}\n${here.stdout}`,
		),
	);
	console.log(`random programs over sockets: ${count} compared, ${disagreements} disagree`);
	return disagreements === 0 ? 0 : 1;
}

/** Programs whose answers are kept for the tests. */
const RECORDED = 300;
const RECORDED_SOCKETS = 40;

function record(): number {
	recordRandom(RECORDED);
	recordSockets(RECORDED_SOCKETS);
	console.log(`random programs: the answers of ${RECORDED + RECORDED_SOCKETS} recorded`);
	return 0;
}

function print({ here, linux, seed, text }: Disagreement): void {
	console.log(
		`---- seed ${seed} ----\n${text}---- on Linux: ${linux.end}\n${linux.stdout}---- here: ${here.end}\n${here.stdout}`,
	);
}
