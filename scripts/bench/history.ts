// Moving in a run of a million events: seek, step back, and what the history weighs.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { draw, nextSeed } from "../../src/base/index.ts";
import { createTimeline, type Timeline } from "../../src/timeline/index.ts";
import { type Figure, ms, quantile, rate } from "./figure.ts";
import { built, optionsFor, pingPongProgram } from "./programs.ts";

const EVENTS = 1_000_000;
const SEEKS = 1000;
/** Places from which so many steps are taken back. */
const PLACES = 20;
const BACK = 200;

export const history: Figure = {
	name: "history: a run of a million events",
	measure: async () => {
		const options = optionsFor(100_000_000);
		const software = built(pingPongProgram(EVENTS), options);
		const before = memory();
		const timeline = createTimeline(software, options);
		const start = performance.now();
		while (timeline.index.length < EVENTS && timeline.extend(10_000));
		const recorded = performance.now() - start;
		const bytes = memory() - before;
		moves(timeline, () => undefined);
		const swept = moves(timeline, () => sweep({ type: "minor" }));
		const plain = moves(timeline, () => undefined);
		const events = timeline.index.length;
		return [
			{ what: "events recorded", value: rate(events, recorded) },
			{ what: "seek to a random step, median", value: ms(quantile(swept.seeks, 0.5)) },
			{ what: `  worst of ${SEEKS}`, value: ms(Math.max(...swept.seeks)), aim: "16 ms" },
			{ what: "  worst, with the garbage collector's pauses", value: ms(Math.max(...plain.seeks)) },
			{ what: "step back, median", value: ms(quantile(swept.backs, 0.5)) },
			{ what: `  worst of ${swept.backs.length}`, value: ms(Math.max(...swept.backs)), aim: "1 ms" },
			{ what: "  worst, with the garbage collector's pauses", value: ms(Math.max(...plain.backs)) },
			{ what: "memory kept for an event", value: `${(bytes / events).toFixed(1)} bytes`, aim: "128 bytes" },
			{ what: "  by the timeline's own account", value: `${(timeline.bytes / events).toFixed(1)} bytes` },
		];
	},
};

/** Processor time of random seeks, and of steps back from random places. `rest` is called between them, unmeasured. */
function moves(timeline: Timeline, rest: () => void): { seeks: number[]; backs: number[] } {
	const numbers = random();
	const seeks = Array.from({ length: SEEKS }, (_, i) => {
		if (i % 20 === 0) rest();
		const step = numbers(timeline.length);
		return time(() => timeline.seek(step));
	});
	const backs: number[] = [];
	for (let place = 0; place < PLACES; place++) {
		timeline.seek(BACK + numbers(timeline.length - BACK));
		rest();
		for (let i = 0; i < BACK; i++) backs.push(time(() => timeline.seek(timeline.previous("step"))));
	}
	return { seeks, backs };
}

/** Milliseconds of processor time: on a busy machine the clock on the wall tells of others' work, too. */
function time(run: () => void): number {
	const start = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** Whole numbers below a bound, the same in every run. */
function random(): (bound: number) => number {
	let seed = 1;
	return (bound) => {
		seed = nextSeed(seed);
		return draw(seed, bound);
	};
}

setFlagsFromString("--expose-gc");
const sweep = runInNewContext("gc") as (how?: { type: "minor" }) => void;

/** Bytes in use after everything unused has been swept up. */
function memory(): number {
	sweep();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
