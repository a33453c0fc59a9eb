// How fast the kernel answers: one byte to and fro through two pipes, history kept.
import { createTimeline } from "../../src/timeline/index.ts";
import { type Figure, interleaved, processorTime, rate, times } from "./figure.ts";
import { native } from "./native.ts";
import { built, optionsFor, pingPongProgram } from "./programs.ts";

const ROUNDS = 20_000;

export const systemCalls: Figure = {
	name: "system calls: ping-pong of one byte",
	measure: async () => {
		const options = optionsFor(10_000_000);
		const software = built(pingPongProgram(ROUNDS), options);
		const cc = native(pingPongProgram(ROUNDS));
		let events = 0;
		const play = () => {
			const timeline = createTimeline(software, options);
			while (timeline.extend(1_000_000));
			events = timeline.index.length;
		};
		const first = processorTime(play);
		const taken = interleaved({ own: () => processorTime(play), cc: () => cc?.clock() ?? Number.NaN }, 5, 1);
		cc?.remove();
		return [
			{ what: "system calls", value: rate(4 * ROUNDS, taken.own) },
			{ what: "  in the first run, not yet warm", value: rate(4 * ROUNDS, first) },
			{ what: "events", value: rate(events, taken.own) },
			{
				what: "round trips, against this machine's own kernel",
				value: cc === null ? "-" : times(taken.cc / taken.own),
			},
		];
	},
};
