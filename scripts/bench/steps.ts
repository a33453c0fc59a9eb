// A run of a million steps with its history kept: the time it takes, and the bytes.
import { createTimeline, type Timeline } from "../../src/timeline/index.ts";
import { type Figure, ms, processorTime, quantile } from "./figure.ts";
import { bytesInUse } from "./memory.ts";
import { built, optionsFor, sortProgram } from "./programs.ts";

const STEPS = 1_000_000;
const RUNS = 6;
/** Runs until the engine has compiled what it runs. */
const WARM = 5;

export const steps: Figure = {
	name: "steps: a million of them, sorting",
	measure: async () => {
		const options = optionsFor(STEPS);
		const software = built(sortProgram, options);
		const run = (): Timeline => {
			const timeline = createTimeline(software, options);
			while (timeline.extend(STEPS));
			if (timeline.length !== STEPS) throw new Error(`${timeline.length} steps`);
			return timeline;
		};
		const taken = Array.from({ length: WARM + RUNS }, () => processorTime(run));
		// Apart from the times: a sweep makes the engine drop code that it has compiled.
		const before = bytesInUse();
		const kept = run();
		const bytes = bytesInUse() - before;
		return [
			{ what: "time, median", value: ms(quantile(taken.slice(WARM), 0.5)) },
			{ what: "  of the first run, not yet warm", value: ms(taken[0] ?? Number.NaN) },
			{ what: "memory", value: `${(bytes / 1e6).toFixed(2)} MB` },
			{ what: "memory kept for a step", value: `${(bytes / kept.length).toFixed(2)} bytes` },
		];
	},
};
