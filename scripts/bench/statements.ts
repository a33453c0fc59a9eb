// How fast a program computes, with its history kept: beside cc -O0 and beside the same algorithm in JavaScript.
import { createTimeline } from "../../src/timeline/index.ts";
import { outputOf } from "../../src/timeline/proof.ts";
import { type Figure, type Line, median, ms, rate, times } from "./figure.ts";
import { built, fibProgram, optionsFor, sieveProgram, withCc } from "./programs.ts";

const COUNT = 1_000_000;

export const sieve: Figure = {
	name: "statements: the sieve of a million",
	measure: async () => compare(sieveProgram(COUNT), "78498\n", sieveHere, "40 times"),
};

export const recursion: Figure = {
	name: "statements: fib(27)",
	measure: async () => compare(fibProgram, "196418\n", () => fibHere(27)),
};

function compare(text: string, output: string, here: () => void, aim?: string): Line[] {
	const options = optionsFor(100_000_000);
	const software = built(text, options);
	let steps = 0;
	const own = median(3, () => {
		const timeline = createTimeline(software, options);
		while (timeline.extend(1_000_000));
		timeline.seek(timeline.length);
		steps = timeline.length;
		if (outputOf(timeline) !== output) throw new Error(`printed ${outputOf(timeline)}`);
	});
	const script = median(5, here);
	const native = withCc(text);
	return [
		{ what: "time, history kept", value: ms(own) },
		{ what: "statements", value: rate(steps, own) },
		...(native === null
			? [{ what: "cc is not there to compare with", value: "-" }]
			: [{ what: `against cc -O0 (${ms(native)})`, value: times(own / native), ...(aim ? { aim } : {}) }]),
		{ what: `against JavaScript (${ms(script)})`, value: times(own / script) },
	];
}

function sieveHere(): number {
	const composite = new Uint8Array(COUNT);
	let primes = 0;
	for (let i = 2; i < COUNT; i++) {
		if (composite[i]) continue;
		primes++;
		for (let j = i + i; j < COUNT; j += i) composite[j] = 1;
	}
	return primes;
}

function fibHere(n: number): number {
	return n < 2 ? n : fibHere(n - 1) + fibHere(n - 2);
}
