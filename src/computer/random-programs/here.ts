// One C program on the simulated computer, with Linux's sizes and an empty standard input: what it prints and how it ends.

import { decodeText } from "../../base/index.ts";
import { build, formatDiagnostics } from "../build.ts";
import { Computer } from "../computer.ts";
import { defaultOptions } from "../options.ts";

/** What a program did, here or on Linux. */
export interface Ran {
	readonly stdout: string;
	/** `exited 0`, `killed 13`; anything else is no proper end. */
	readonly end: string;
}

const MOST_STEPS = 5_000_000;

/** `user` starts the run; `look` is called with the computer after everything that happens. */
export function runHere(text: string, user: string, look: (computer: Computer) => void = () => {}): Ran {
	const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
	const options = {
		...defaultOptions("linux"),
		maxSteps: MOST_STEPS,
		user,
		terminal: { stdout: false, stderr: false },
	};
	const { diagnostics, software } = build(programs, options);
	if (software === null) return { stdout: "", end: formatDiagnostics(programs, diagnostics) };
	const computer = new Computer(software, options, []);
	while (computer.outcome === null) {
		const { steps } = computer.advance(MOST_STEPS);
		look(computer);
		if (steps === 0) break;
	}
	return { stdout: decodeText(computer.output("stdout")), end: endOf(computer) };
}

function endOf({ outcome }: Computer): string {
	if (outcome?.kind === "exited") return `exited ${outcome.status}`;
	if (outcome?.kind === "killed") return `killed ${outcome.signal}`;
	return outcome?.kind ?? "waits";
}
