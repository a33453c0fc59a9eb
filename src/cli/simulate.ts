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
	WholeCalls,
} from "../computer/index.ts";
import { Watch, type Watched } from "../explain/diagnosis.ts";
import type { KernelEvent, Pid } from "../kernel/index.ts";
import { type Keys, PATIENCE, pause } from "./keys.ts";
import { Cost, type StoppingLimit } from "./limit.ts";
import { takePrinted } from "./printed.ts";
import { type Refusal, Refusals } from "./refusals.ts";

export interface Surroundings {
	/** What the programs print, as they print it. */
	readonly stdout: (bytes: Uint8Array) => void;
	readonly stderr: (bytes: Uint8Array) => void;
	/** The system calls, line by line; null when nobody asked. */
	readonly trace: ((line: string) => void) | null;
	/** What comes next on standard input when everybody waits for it; null at its end. */
	readonly input: () => Uint8Array | null;
	/** The keys and the screen of a person; there is none where standard input is no terminal. */
	readonly keyboard?: Pick<Keys, "follow" | "read"> | null;
	/** The work after which the run is stopped, in steps of which those that cost much count for more; null: no matter. */
	readonly work: number | null;
}

export interface Ended extends Watched {
	readonly outcome: RunOutcome;
	/** What stopped it, when the outcome is `limit`. */
	readonly limit: StoppingLimit | null;
	readonly refusals: readonly Refusal[];
	/** Who waits for ever, or is stopped, although the first process has ended. */
	readonly leftBehind: readonly Pid[];
}

/** Steps that are taken in one go: as many as take about this long, in microseconds of processor time. */
const SLICE_TIME = 50_000;
const FIRST_SLICE = 10_000;

/** Runs the first program of the software until everybody has ended, nobody can go on, or the limit is reached. */
export function simulate(software: Software, options: Options, surroundings: Surroundings): Ended {
	const computer = start(software, options);
	const watch = new Watch(computer);
	const trace = tracing(computer, options, surroundings);
	const cost = new Cost(surroundings.work);
	const refusals = new Refusals();
	const stopped = runToEnd(computer, surroundings, cost, trace.flush, (info) => {
		watch.see(info);
		passOn(computer, surroundings, cost);
		trace.see(info.events);
		refusals.note(info.events, computer);
	});
	trace.flush();
	const end = computer.outcome ?? { kind: "limit" };
	const limit = stopped ?? (end.kind === "limit" ? "steps" : null);
	const now = watch.now(end);
	const outcome = (end.kind === "stuck" ? endOfFirst(computer) : null) ?? end;
	const leftBehind = end.kind === "stuck" && outcome !== end ? stillThere(computer) : [];
	return { ...now, outcome, leftBehind, limit, refusals: refusals.all(computer, now.view) };
}

/** A shell waits for the first process and for nobody else: with its end the command has ended. */
function endOfFirst(computer: Computer): RunOutcome | null {
	const ended = computer.kernel.state.ended[computer.first];
	if (ended === undefined) return null;
	const signal = ended.status & 0x7f;
	return signal === 0 ? { kind: "exited", status: ended.status >> 8 } : { kind: "killed", signal };
}

function stillThere(computer: Computer): Pid[] {
	const { processes } = computer.kernel.state;
	return Object.values(processes).flatMap(({ pid, state }) => (pid === 1 || state === "zombie" ? [] : [pid]));
}

/** Runs until it ends (null) or a limit stops it. */
function runToEnd(
	computer: Computer,
	surroundings: Surroundings,
	cost: Cost,
	beforePerson: () => void,
	look: (info: StepInfo) => void,
): StoppingLimit | null {
	const { input, keyboard = null } = surroundings;
	let slice = FIRST_SLICE;
	while (computer.outcome === null) {
		const before = cost.time();
		const info = computer.advance(slice);
		const { events, steps } = info;
		if (events.length > 0) look(info);
		if (keyboard !== null && steps === 0) beforePerson();
		const keys = keyboard === null ? null : keyboard.read();
		if (keys !== null) {
			computer.type(keys);
			passOn(computer, surroundings, cost);
		} else if (steps === 0 && computer.outcome === null && keyboard !== null) pause(PATIENCE);
		else if (steps === 0 && computer.outcome === null) {
			const bytes = input();
			if (bytes === null) computer.endInput();
			else computer.type(bytes);
		}
		const wholeSlice = steps === slice;
		if (wholeSlice) slice = Math.max(1, cost.time() - before > SLICE_TIME ? slice >> 2 : slice << 1);
		const limit = computer.outcome === null ? cost.reached(computer, wholeSlice) : null;
		if (limit !== null) return limit;
	}
	return null;
}

/** Passes on what was printed, and counts it. */
function passOn(computer: Computer, { keyboard, stderr, stdout }: Surroundings, cost: Cost): void {
	takePrinted(computer, (fd, bytes) => {
		(fd === 2 ? stderr : stdout)(bytes);
		cost.print(bytes.length);
	});
	keyboard?.follow(computer);
}

interface Tracing {
	see(events: readonly KernelEvent[]): void;
	/** The call that nobody has answered yet. */
	flush(): void;
}

function tracing(computer: Computer, options: Options, { trace }: Surroundings): Tracing {
	if (trace === null) return { see: () => {}, flush: () => {} };
	const tracer = new Tracer();
	const whole = new WholeCalls();
	const name = firstName(computer.software);
	const envp = Object.entries(options.env).map(([key, value]) => `${key}=${value}`);
	trace(tracer.begin(name, [name, ...options.args], envp));
	return {
		see: (events) => whole.lines(tracer.lines(events, computer.kernel.state)).forEach(trace),
		flush: () => whole.end().forEach(trace),
	};
}
