// The keys of the real terminal, one by one: without lines, echo and signals of its own.

import { spawnSync } from "node:child_process";
import { readSync } from "node:fs";
import type { Computer } from "../computer/index.ts";
import { OPOST } from "../kernel/index.ts";

/** Milliseconds between two looks at the keys while nobody can go on. */
export const PATIENCE = 8;

/** The terminal gives its keys as they are typed until `release`. */
export class Keys {
	readonly #before: string;
	/** Whether the real terminal makes a carriage return and a newline of each newline, and the like. */
	#processesOutput = true;
	readonly #buffer = new Uint8Array(1024);

	constructor() {
		this.#before = stty("-g").trim();
		stty("-icanon", "-echo", "-isig", "-iexten", "-ixon", "-icrnl", "min", "0", "time", "0");
	}

	/** What has been typed since; null for nothing. */
	read(): Uint8Array | null {
		try {
			const count = readSync(0, this.#buffer);
			return count === 0 ? null : this.#buffer.slice(0, count);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === "EAGAIN") return null;
			throw error;
		}
	}

	/** Lets the real terminal make of output what the simulated one would (OPOST); for after what was printed is passed on. */
	follow({ kernel }: Computer): void {
		const screen = Object.values(kernel.state.terminals).find(({ name }) => name === "stdin");
		const processes = screen === undefined || (screen.settings.output & OPOST) !== 0;
		if (processes === this.#processesOutput) return;
		this.#processesOutput = processes;
		stty(processes ? "opost" : "-opost");
	}

	release(): void {
		if (this.#before !== "") stty(this.#before);
	}
}

function stty(...settings: string[]): string {
	return spawnSync("stty", settings, { stdio: ["inherit", "pipe", "ignore"], encoding: "utf8" }).stdout ?? "";
}

export function pause(milliseconds: number): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.max(1, milliseconds));
}
