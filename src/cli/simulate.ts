// One run of the simulated computer to its end, and what can be said of it then.

import {
	type Computer,
	firstName,
	type Options,
	type RunOutcome,
	type Software,
	type StepInfo,
	start,
	Tracer,
} from "../computer/index.ts";
import { Watch, type Watched } from "../explain/diagnosis.ts";
import type { KernelEvent } from "../kernel/index.ts";
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

export interface Ended extends Watched {
	readonly outcome: RunOutcome;
}

/** Steps that are taken between two looks at standard input. */
const SLICE = 10_000_000;

/** Runs the first program of the software until everybody has ended, nobody can go on, or the limit is reached. */
export function simulate(software: Software, options: Options, surroundings: Surroundings): Ended {
	const computer = start(software, options);
	const watch = new Watch(computer);
	const trace = tracing(computer, options, surroundings);
	const outcome = runToEnd(computer, surroundings, (info) => {
		watch.see(info);
		passOn(computer, info.events, surroundings);
		trace(info.events);
	});
	return { ...watch.now(outcome), outcome };
}

/** Runs until it ends or, if `weighed`, until the steps weigh too much. */
function runToEnd(
	computer: Computer,
	{ input, weighed }: Surroundings,
	look: (info: StepInfo) => void,
): RunOutcome {
	let extra = 0;
	while (computer.outcome === null) {
		const info = computer.advance(SLICE);
		const { events, steps } = info;
		if (events.length > 0) look(info);
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
