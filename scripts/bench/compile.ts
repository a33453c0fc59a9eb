// How fast C is compiled: from text to an image that runs, headers and linking included.
import { type Figure, median, ms, processorTime } from "./figure.ts";
import { built, longProgram, optionsFor } from "./programs.ts";

/** To be the first figure measured: the first compilation of a process meets an engine that has compiled nothing itself. */
export const compile: Figure = {
	name: "compile: a program of eight headers",
	measure: async () => {
		const options = optionsFor(1);
		const text = longProgram(500);
		const lines = text.split("\n").length - 1;
		const cold = processorTime(() => built(text, options));
		for (let i = 0; i < 20; i++) built(text, options);
		const warm = median(15, () => built(text, options));
		const small = median(15, () => built(longProgram(50), options));
		return [
			{ what: `${lines} lines`, value: ms(warm), aim: "30 ms" },
			{ what: "  the first time, not yet warm", value: ms(cold) },
			{ what: "a thousand lines", value: ms((warm * 1000) / lines) },
			{ what: "50 lines", value: ms(small) },
		];
	},
};
