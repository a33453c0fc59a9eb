// How fast all orders of a program's processes are gone through.
import { exploreRuns } from "../../src/timeline/proof.ts";
import { type Figure, median, ms, rate } from "./figure.ts";
import { built, optionsFor } from "./programs.ts";

const PROGRAM = `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
	int ends[2];
	char byte;
	pipe(ends);
	for (int writer = 0; writer < 2; writer++) {
		if (fork() == 0) {
			for (int i = 0; i < 8; i++)
				write(ends[1], "x", 1);
			_exit(0);
		}
	}
	close(ends[1]);
	while (read(ends[0], &byte, 1) == 1)
		;
	while (wait(NULL) > 0)
		;
	return 0;
}
`;

export const schedules: Figure = {
	name: "schedules: two writers of eight bytes and a reader",
	measure: async () => {
		const options = optionsFor(100_000);
		const software = built(PROGRAM, options);
		let states = 0;
		const taken = median(3, () => {
			states = exploreRuns(software, options).states;
		});
		return [
			{ what: `all orders, ${states} states`, value: ms(taken) },
			{ what: "states", value: rate(states, taken) },
		];
	},
};
