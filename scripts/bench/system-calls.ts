// How fast the kernel answers: one byte to and fro through two pipes.
import { createTimeline } from "../../src/timeline/index.ts";
import { type Figure, median, rate, times } from "./figure.ts";
import { built, optionsFor, pingPongProgram, withCc } from "./programs.ts";

const ROUNDS = 20_000;

export const systemCalls: Figure = {
	name: "system calls: ping-pong of one byte",
	measure: async () => {
		const options = optionsFor(10_000_000);
		const software = built(pingPongProgram(ROUNDS), options);
		let events = 0;
		const own = median(3, () => {
			const timeline = createTimeline(software, options);
			while (timeline.extend(1_000_000));
			events = timeline.index.length;
		});
		const native = withCc(pingPongProgram(ROUNDS), 3);
		return [
			{ what: "system calls", value: rate(4 * ROUNDS, own) },
			{ what: "events", value: rate(events, own) },
			{
				what: "round trips, against this machine's own kernel",
				value: native === null ? "-" : times(native / own),
			},
		];
	},
};
