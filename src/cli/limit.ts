// Where a run is stopped that may never end, each limit with its name: so many steps, so much work, time, memory, output.
//
// Work counts steps, of which those that cost most count for more, so that the same run stops at the same step on every
// machine. Time and memory are what is left for what work does not foresee; they are this machine's.

import type { Computer, Options } from "../computer/index.ts";
import type { KernelEvent } from "../kernel/index.ts";
import type { RunRequest } from "./arguments.ts";

export type StoppingLimit = "steps" | "work" | "time" | "memory" | "output";

/** Seconds of processor time that a run may take. */
export const MOST_SECONDS = 10;
/** Megabytes of this machine's memory that the command may take. */
export const MOST_MEGABYTES = 1536;
/** Megabytes that the programs may print. */
export const MOST_OUTPUT_MEGABYTES = 64;
const MEGABYTE = 1 << 20;

/** For how many steps things count beyond the one they took. */
export const CALL = 60;
export const FORK = 1000;
export const EXEC = 4000;
const LIBRARY_ROUND = 2;
/** Bytes that are moved, for one step. */
const BYTES = 16;
/** A file is written anew as a whole: bytes of it, for one step. */
const FILE_BYTES = 512;
/** Processes among which one is chosen, for one step. */
const PROCESSES = 4;

function weightOf(event: KernelEvent, processes: number): number {
	switch (event.kind) {
		case "calls":
			return CALL + processes / PROCESSES + ("bytes" in event.call ? event.call.bytes.length / BYTES : 0);
		case "forks":
			return FORK;
		case "execs":
			return EXEC;
		case "transfers": {
			const rewritten =
				event.object.kind === "file" && event.direction === "out" ? event.offset / FILE_BYTES : 0;
			return event.bytes.length / BYTES + rewritten;
		}
		case "signal-handled":
			return CALL;
		default:
			return 0;
	}
}

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
	#extra = 0;
	#output = 0;
	#looks = 0;
	#processes = 1;

	/** Null: somebody gave a limit of steps, so work and time do not count. */
	constructor(allowance: number | null) {
		this.#allowance = allowance;
	}

	note(events: readonly KernelEvent[]): void {
		for (const event of events) {
			if (event.kind === "forks") this.#processes++;
			if (event.kind === "exits" || event.kind === "killed") this.#processes--;
			this.#extra += weightOf(event, this.#processes);
		}
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
		const work = computer.step + this.#extra + computer.libraryRounds * LIBRARY_ROUND;
		if (this.#allowance !== null && work >= this.#allowance) return "work";
		if (!thorough && ++this.#looks % LOOKS !== 0) return null;
		if (this.#allowance !== null && this.time() > MOST_SECONDS * 1e6) return "time";
		return process.memoryUsage.rss() > MOST_MEGABYTES * MEGABYTE ? "memory" : null;
	}
}

/** Every so many looks the machine is asked for time and memory. */
const LOOKS = 64;
