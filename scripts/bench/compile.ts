// How fast C is compiled: from text to an image that runs, headers and linking included.
import { type Figure, ms, processorTime, quantile, shortTime } from "./figure.ts";
import { built, longProgram, optionsFor } from "./programs.ts";

/** Compilations until the engine has compiled what it runs. */
const WARM = 60;

/** To be the first figure measured: the first compilation of a process meets an engine that has compiled nothing itself. */
export const compile: Figure = {
	name: "compile: a program of eight headers",
	measure: async () => {
		const options = optionsFor(1);
		const text = longProgram(500);
		const lines = text.split("\n").length - 1;
		const cold = processorTime(() => built(text, options));
		// The engine compiles the compiler meanwhile, in threads whose work would be counted as ours.
		for (let i = 0; i < WARM; i++) built(text, options);
		const warm = middle(() => built(text, options));
		const small = middle(() => built(longProgram(50), options));
		return [
			{ what: `${lines} lines`, value: ms(warm), aim: "30 ms" },
			{ what: "  the first time, not yet warm", value: ms(cold) },
			{ what: "a thousand lines", value: ms((warm * 1000) / lines) },
			{ what: "50 lines", value: ms(small) },
		];
	},
};

function middle(run: () => void): number {
	return quantile(
		Array.from({ length: 15 }, () => shortTime(run)),
		0.5,
	);
}
