// A run of a million steps with its history kept: the time it takes, and the bytes.
import { createTimeline, type Timeline } from "../../src/timeline/index.ts";
import { type Figure, ms, processorTime, quantile } from "./figure.ts";
import { bytesInUse } from "./memory.ts";
import { built, optionsFor, sortProgram } from "./programs.ts";

const STEPS = 1_000_000;
const RUNS = 11;
/** Runs until the engine has compiled what it runs. */
const WARM = 5;

export const steps: Figure = {
	name: "steps: a million of them, sorting",
	measure: async () => {
		const options = optionsFor(STEPS);
		const software = built(sortProgram, options);
		const taken: number[] = [];
		const bytes: number[] = [];
		let timeline: Timeline | null = null;
		for (let run = 0; run < RUNS; run++) {
			timeline = null;
			const before = bytesInUse();
			taken.push(
				processorTime(() => {
					timeline = createTimeline(software, options);
					while (timeline.extend(STEPS));
				}),
			);
			bytes.push(bytesInUse() - before);
		}
		const length = (timeline as Timeline | null)?.length ?? 0;
		if (length !== STEPS) throw new Error(`${length} steps`);
		return [
			{ what: "time, median", value: ms(quantile(taken.slice(WARM), 0.5)) },
			{ what: "  of the first run, not yet warm", value: ms(taken[0] ?? Number.NaN) },
			{ what: "memory", value: `${(quantile(bytes, 0.5) / 1e6).toFixed(2)} MB` },
			{ what: "memory kept for a step", value: `${(quantile(bytes, 0.5) / STEPS).toFixed(2)} bytes` },
		];
	},
};
