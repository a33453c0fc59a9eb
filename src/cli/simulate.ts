// One run of the simulated computer to its end, and what can be said of it then.

import {
	type Computer,
	firstName,
	type Options,
	type RunOutcome,
	type Software,
	start,
	Tracer,
} from "../computer/index.ts";
import type { View } from "../explain/index.ts";
import type { KernelEvent } from "../kernel/index.ts";
import { labels } from "../machine/index.ts";
import { Cast, nameProcesses, sourceLabels } from "../timeline/index.ts";
import { MAX_STEPS } from "./arguments.ts";
import { extraSteps } from "./limit.ts";

export interface Surroundings {
	/** What the programs print, as they print it. */
	readonly stdout: (bytes: Uint8Array) => void;
	readonly stderr: (bytes: Uint8Array) => void;
	/** The system calls, line by line; null when nobody asked. */
	readonly trace: ((line: string) => void) | null;
	/** What comes next on standard input when everybody waits for it; null at its end. */
	readonly input: () => Uint8Array | null;
	/** Steps that cost much count for more. */
	readonly weighed: boolean;
}

export interface Ended {
	readonly computer: Computer;
	readonly outcome: RunOutcome;
	readonly view: View;
}

/** Steps that are taken between two looks at standard input. */
const SLICE = 10_000_000;

/** Runs the first program of the software until everybody has ended, nobody can go on, or the limit is reached. */
export function simulate(software: Software, options: Options, surroundings: Surroundings): Ended {
	const computer = start(software, options);
	const cast = new Cast();
	cast.meet(computer.kernel.state, 0);
	const trace = tracing(computer, options, surroundings);
	const outcome = runToEnd(computer, surroundings, (events) => {
		meet(cast, events, computer);
		passOn(computer, events, surroundings);
		trace(events);
	});
	const names = nameProcesses(cast.members, sourceLabels(software.programs, labels));
	const view: View = { kernel: computer.kernel.state, names, place: (pid) => computer.placeOf(pid) };
	return { computer, outcome, view };
}

/** Runs until it ends or, if `weighed`, until the steps weigh too much. */
function runToEnd(
	computer: Computer,
	{ input, weighed }: Surroundings,
	look: (events: readonly KernelEvent[]) => void,
): RunOutcome {
	let extra = 0;
	while (computer.outcome === null) {
		const { events, steps } = computer.advance(SLICE);
		if (events.length > 0) look(events);
		if (steps === 0 && computer.outcome === null) {
			const bytes = input();
			if (bytes === null) computer.endInput();
			else computer.type(bytes);
		}
		for (const event of events) extra += extraSteps(event);
		if (weighed && computer.outcome === null && computer.step + extra >= MAX_STEPS) return { kind: "limit" };
	}
	return computer.outcome;
}

function meet(cast: Cast, events: readonly KernelEvent[], computer: Computer): void {
	for (const event of events) {
		if (event.kind === "forks" || event.kind === "execs")
			cast.note(event, computer.step, computer.kernel.state);
	}
}

/** What goes to the simulated terminal is passed on and then forgotten, however much it is. */
function passOn(computer: Computer, events: readonly KernelEvent[], { stderr, stdout }: Surroundings): void {
	for (const event of events) {
		if (event.kind !== "transfers" || event.direction !== "out" || event.object.kind !== "terminal") continue;
		const terminal = computer.kernel.state.terminals[event.object.id];
		(terminal?.name === "stderr" ? stderr : stdout)(event.bytes);
		computer.forgetOutput();
	}
}

function tracing(
	computer: Computer,
	options: Options,
	{ trace }: Surroundings,
): (events: readonly KernelEvent[]) => void {
	if (trace === null) return () => {};
	const tracer = new Tracer();
	const name = firstName(computer.software);
	const envp = Object.entries(options.env).map(([key, value]) => `${key}=${value}`);
	trace(tracer.begin(name, [name, ...options.args], envp));
	return (events) => {
		for (const line of tracer.lines(events, computer.kernel.state)) trace(line);
	};
}
