// How fast a program computes, with its history kept: beside cc -O0 and other interpreters, in turn, on this machine.
import { createTimeline } from "../../src/timeline/index.ts";
import { outputOf } from "../../src/timeline/proof.ts";
import { type Figure, interleaved, type Line, ms, processorTime, rate, times } from "./figure.ts";
import { hasQuickJs, inJscpp, inQuickJs } from "./interpreters.ts";
import { native } from "./native.ts";
import { built, fibProgram, optionsFor, sieveProgram } from "./programs.ts";

const COUNT = 1_000_000;
const DEPTH = 27;
const ROUNDS = 7;
/** Rounds until the engine has compiled what it runs. */
const WARM = 4;

/** One algorithm as the contestants are given it. */
interface Contest {
	readonly text: string;
	readonly output: string;
	/** Small enough for JSCPP; its time is scaled by the number of statements. */
	readonly small: { readonly text: string; readonly output: string };
	/** The same in JavaScript. */
	readonly work: () => unknown;
	/** The functions that `work` is made of; it comes last. */
	readonly script: string;
}

export const sieve: Figure = {
	name: "statements: the sieve of a million",
	measure: async () =>
		compare({
			text: sieveProgram(COUNT),
			output: "78498\n",
			small: { text: sieveProgram(2000), output: "303\n" },
			work: () => sieveHere(COUNT),
			script: `${sieveHere}\nfunction work() { return sieveHere(${COUNT}); }`,
		}),
};

export const recursion: Figure = {
	name: "statements: fib(27)",
	measure: async () =>
		compare({
			text: fibProgram(DEPTH),
			output: "196418\n",
			small: { text: fibProgram(15), output: "610\n" },
			work: () => fibHere(DEPTH),
			script: `${fibHere}\nfunction work() { return fibHere(${DEPTH}); }`,
		}),
};

function compare({ text, output, small, work, script }: Contest): Line[] {
	const { steps, taken: first } = run(text, output);
	const cc = native(text);
	const quick = hasQuickJs();
	const scale = steps / run(small.text, small.output).steps;
	const taken = interleaved(
		{
			own: () => run(text, output).taken,
			cc: () => cc?.processor() ?? Number.NaN,
			script: () => processorTime(work),
			quick: () => (quick ? inQuickJs(script) : Number.NaN),
			jscpp: () => inJscpp(small.text, small.output) * scale,
		},
		ROUNDS,
		WARM,
	);
	cc?.remove();
	const { own } = taken;
	return [
		{ what: "time, history kept", value: ms(own) },
		{ what: "  of the first run, not yet warm", value: ms(first) },
		{ what: "statements", value: rate(steps, own) },
		cc === null
			? { what: "cc is not there to compare with", value: "-" }
			: { what: `against cc -O0 (${ms(taken.cc)})`, value: times(own / taken.cc), aim: "20 times" },
		quick
			? { what: `against QuickJS (${ms(taken.quick)})`, value: times(own / taken.quick), aim: "below 1" }
			: { what: "QuickJS (Debian's quickjs) is not there to compare with", value: "-" },
		{ what: `against JavaScript (${ms(taken.script)})`, value: times(own / taken.script) },
		{ what: `JSCPP, scaled from a small instance (${ms(taken.jscpp)})`, value: times(taken.jscpp / own) },
	];
}

function run(text: string, output: string): { readonly taken: number; readonly steps: number } {
	const options = optionsFor(100_000_000);
	const software = built(text, options);
	let steps = 0;
	const taken = processorTime(() => {
		const timeline = createTimeline(software, options);
		while (timeline.extend(1_000_000));
		timeline.seek(timeline.length);
		steps = timeline.length;
		if (outputOf(timeline) !== output) throw new Error(`printed ${outputOf(timeline)}`);
	});
	return { taken, steps };
}

function sieveHere(count: number): number {
	const composite = new Uint8Array(count);
	let primes = 0;
	for (let i = 2; i < count; i++) {
		if (composite[i]) continue;
		primes++;
		for (let j = i + i; j < count; j += i) composite[j] = 1;
	}
	return primes;
}

function fibHere(n: number): number {
	return n < 2 ? n : fibHere(n - 1) + fibHere(n - 2);
}
