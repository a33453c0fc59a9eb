// Where a run is stopped that may never end, each limit with its name: so many steps, so much work, time, memory, output.
//
// Work is counted, so that the same run stops at the same step on every machine. Time and memory are what is left for
// what work does not foresee; they are this machine's.

import type { Computer, Options } from "../computer/index.ts";
import type { RunRequest } from "./arguments.ts";

export type StoppingLimit = "steps" | "work" | "time" | "memory" | "output";

/** Seconds of processor time that a run may take. */
export const MOST_SECONDS = 10;
/** Megabytes of this machine's memory that the command may take. */
export const MOST_MEGABYTES = 1536;
/** Megabytes that the programs may print. */
export const MOST_OUTPUT_MEGABYTES = 64;
const MEGABYTE = 1 << 20;

/** The options with the computer's limits as the command line wants them. */
export function withLimits(options: Options, { limits }: Pick<RunRequest, "limits">): Options {
	const set = Object.fromEntries(
		limits.map(({ name, value }) => [name === "disk" ? "fileBytes" : name, value]),
	);
	return { ...options, limits: { ...options.limits, ...set } };
}

/** What a run has cost so far, and which limit that is beyond. */
export class Cost {
	readonly #allowance: number | null;
	readonly #begin = process.cpuUsage().user;
	#output = 0;
	#looks = 0;

	/** Null: somebody gave a limit of steps, so work and time do not count. */
	constructor(allowance: number | null) {
		this.#allowance = allowance;
	}

	/** The programs have printed so many bytes more. */
	print(bytes: number): void {
		this.#output += bytes;
	}

	/** Microseconds of processor time. */
	time(): number {
		return process.cpuUsage().user - this.#begin;
	}

	/** The limit that is reached, or null. `thorough`: this machine's time and memory are looked at in any case. */
	reached(computer: Computer, thorough: boolean): StoppingLimit | null {
		if (this.#output > MOST_OUTPUT_MEGABYTES * MEGABYTE) return "output";
		if (this.#allowance !== null && computer.work >= this.#allowance) return "work";
		if (!thorough && ++this.#looks % LOOKS !== 0) return null;
		if (this.#allowance !== null && this.time() > MOST_SECONDS * 1e6) return "time";
		return process.memoryUsage.rss() > MOST_MEGABYTES * MEGABYTE ? "memory" : null;
	}
}

/** Every so many looks the machine is asked for time and memory. */
const LOOKS = 64;
