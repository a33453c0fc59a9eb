// A person at a program of /bin: keys of the real terminal are keys of the simulated one, and time passes as on the wall.

import { type Computer, type Options, type Software, start } from "../computer/index.ts";
import { nextTimer } from "../kernel/index.ts";
import { Keys, PATIENCE, pause } from "./keys.ts";
import { takePrinted } from "./printed.ts";
import { writeAll } from "./streams.ts";

/** Steps between two looks at the keys. */
const SLICE = 200_000;
const TICKS_PER_MILLISECOND = 1000;
/** The status of a run that can never end. */
const STUCK = 3;
/** Ctrl-]: leaves at once, whatever the programs do. */
const LEAVE = 29;

/** Runs until the first program has ended, or Ctrl-] is typed. Returns the exit status. */
export function converse(software: Software, options: Options): number {
	const keys = new Keys();
	try {
		const computer = start(software, {
			...options,
			maxSteps: Number.MAX_SAFE_INTEGER,
			env: { ...options.env, HOME: "/home/student", PATH: "/bin:/usr/bin", TERM: "dumb" },
			stdin: { ...options.stdin, attended: true },
		});
		return talk(computer, keys);
	} finally {
		keys.release();
	}
}

/** Passes on what was printed, and then how what follows is to appear. */
function show(computer: Computer, keys: Keys): void {
	takePrinted(computer, writeAll);
	keys.follow(computer);
}

function talk(computer: Computer, keys: Keys): number {
	/** When on the wall the wait for the next timer began; null: somebody can go on. */
	let idleSince: number | null = null;
	while (computer.outcome === null && computer.kernel.state.ended[computer.first] === undefined) {
		const typed = keys.read();
		if (typed?.includes(LEAVE)) return 1;
		if (typed !== null) computer.type(typed);
		show(computer, keys);
		const timer = computer.choices().length > 0 ? null : nextTimer(computer.kernel);
		if (computer.choices().length > 0 || (timer === null && idleSince !== null)) idleSince = null;
		if (timer !== null) {
			idleSince ??= Date.now();
			const left = (timer - computer.kernel.state.clock) / TICKS_PER_MILLISECOND - (Date.now() - idleSince);
			if (left > 0) {
				pause(Math.min(PATIENCE, left));
				continue;
			}
			idleSince = null;
		}
		const { steps } = computer.advance(SLICE);
		show(computer, keys);
		if (steps === 0) pause(PATIENCE);
	}
	const status = computer.kernel.state.ended[computer.first]?.status;
	if (status === undefined) return STUCK;
	return (status & 0x7f) === 0 ? status >> 8 : 128 + (status & 0x7f);
}
