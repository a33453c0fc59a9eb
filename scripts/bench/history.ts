// Moving in a run of a million events: seek, step back, and what the history weighs.
import { draw, nextSeed } from "../../src/base/index.ts";
import { createTimeline, type Timeline } from "../../src/timeline/index.ts";
import { type Figure, ms, quantile, rate, shortTime } from "./figure.ts";
import { bytesInUse } from "./memory.ts";
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
		const before = bytesInUse();
		const timeline = createTimeline(software, options);
		const start = performance.now();
		while (timeline.index.length < EVENTS && timeline.extend(10_000));
		const recorded = performance.now() - start;
		const bytes = bytesInUse() - before;
		// Once to warm the engine up, once to measure.
		moves(timeline);
		const { seeks, backs } = moves(timeline);
		const events = timeline.index.length;
		return [
			{ what: "events recorded", value: rate(events, recorded) },
			{ what: "seek to a random step, median", value: ms(quantile(seeks, 0.5)) },
			{ what: `seek to a random step, worst of ${SEEKS}`, value: ms(Math.max(...seeks)), aim: "16 ms" },
			{ what: "step back, median", value: ms(quantile(backs, 0.5)) },
			{ what: "step back, 99 of 100", value: ms(quantile(backs, 0.99)) },
			{
				what: `step back, worst of ${backs.length} (a collection of garbage)`,
				value: ms(Math.max(...backs)),
				aim: "1 ms",
			},
			{ what: "memory kept for an event", value: `${(bytes / events).toFixed(1)} bytes`, aim: "128 bytes" },
			{ what: "  by the timeline's own account", value: `${(timeline.bytes / events).toFixed(1)} bytes` },
		];
	},
};

/** How long random seeks take, and steps back from random places. */
function moves(timeline: Timeline): { seeks: number[]; backs: number[] } {
	const numbers = random();
	const seeks = Array.from({ length: SEEKS }, () => {
		const step = numbers(timeline.length);
		return shortTime(() => timeline.seek(step));
	});
	const backs: number[] = [];
	for (let place = 0; place < PLACES; place++) {
		timeline.seek(BACK + numbers(timeline.length - BACK));
		for (let i = 0; i < BACK; i++) backs.push(shortTime(() => timeline.seek(timeline.previous("step"))));
	}
	return { seeks, backs };
}

/** Whole numbers below a bound, the same in every run. */
function random(): (bound: number) => number {
	let seed = 1;
	return (bound) => {
		seed = nextSeed(seed);
		return draw(seed, bound);
	};
}
