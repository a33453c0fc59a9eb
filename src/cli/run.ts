// `ipc run` and `ipc check`: compile, run to the end, and pass on what the programs print as they print it.

import type { Diagnostic } from "../base/index.ts";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import {
	type Computer,
	defaultOptions,
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
import { MAX_STEPS, type RunRequest } from "./arguments.ts";
import { extraSteps } from "./limit.ts";
import { compileErrorReport, exitStatus, lastWords, reportOf } from "./report.ts";
import { readBytes, readPrograms } from "./sources.ts";
import { Collected, inputSoFar, readInput, writeAll, writeText } from "./streams.ts";

const DOES_NOT_COMPILE = 2;
/** Steps that are taken between two looks at standard input. */
const SLICE = 10_000_000;

/** Which of the command's own streams are terminals. */
export interface Terminals {
	readonly stdin: boolean;
	readonly stdout: boolean;
	readonly stderr: boolean;
}

/** Does what was asked and returns the exit status. */
export function execute(request: RunRequest, terminals: Terminals): number {
	const programs = readPrograms(request);
	const { diagnostics, software } = build(programs, { define: {} });
	if (!request.json) writeText(2, formatDiagnostics(programs, diagnostics));
	if (software === null) {
		if (request.json) print(compileErrorReport(diagnostics));
		return DOES_NOT_COMPILE;
	}
	if (request.command === "check") {
		if (request.json) print({ diagnostics });
		return 0;
	}
	return run(request, software, optionsOf(request, terminals), diagnostics);
}

function print(value: unknown): void {
	writeText(1, `${JSON.stringify(value, null, "\t")}\n`);
}

function optionsOf(request: RunRequest, terminals: Terminals): Options {
	const { args, maxSteps, profile, schedule } = request;
	const interactive = request.stdin === null && terminals.stdin;
	const { bytes, ended } = interactive ? NOTHING_YET : givenInput(request);
	return {
		...defaultOptions(profile),
		schedule,
		maxSteps: maxSteps ?? MAX_STEPS,
		args,
		stdin: { text: bytes, ended, interactive },
		terminal: request.json
			? { stdout: false, stderr: false }
			: { stdout: terminals.stdout, stderr: terminals.stderr },
	};
}

const NOTHING_YET: ReturnType<typeof inputSoFar> = { bytes: new Uint8Array(0), ended: false };

/** What is there before the run begins: a program that asks with poll is told of it. */
function givenInput({ stdin }: RunRequest): ReturnType<typeof inputSoFar> {
	return stdin === null ? inputSoFar() : { bytes: readBytes(stdin), ended: true };
}

function run(
	request: RunRequest,
	software: Software,
	options: Options,
	diagnostics: readonly Diagnostic[],
): number {
	const computer = start(software, options);
	const cast = new Cast();
	cast.meet(computer.kernel.state, 0);
	const stdout = new Collected();
	const stderr = new Collected();
	const watch = [(events: readonly KernelEvent[]) => meet(cast, events, computer)];
	watch.push(
		request.json
			? passingOn(
					computer,
					(bytes) => stdout.add(bytes),
					(bytes) => stderr.add(bytes),
				)
			: passingOn(
					computer,
					(bytes) => writeAll(1, bytes),
					(bytes) => writeAll(2, bytes),
				),
	);
	if (request.trace) watch.push(tracing(computer, options));
	const outcome = runToEnd(computer, request.maxSteps === null, (events) => {
		for (const look of watch) look(events);
	});
	const names = nameProcesses(cast.members, sourceLabels(software.programs, labels));
	const view: View = { kernel: computer.kernel.state, names, place: (pid) => computer.placeOf(pid) };
	if (request.json)
		print(reportOf(computer, outcome, view, { stdout: stdout.text(), stderr: stderr.text() }, diagnostics));
	else writeText(2, lastWords(computer, outcome, view));
	return exitStatus(computer, outcome);
}

/** Runs until it ends or, if `weighed`, until the steps weigh too much. */
function runToEnd(
	computer: Computer,
	weighed: boolean,
	look: (events: readonly KernelEvent[]) => void,
): RunOutcome {
	let extra = 0;
	while (computer.outcome === null) {
		const { events, steps } = computer.advance(SLICE);
		if (events.length > 0) look(events);
		if (steps === 0 && computer.outcome === null) {
			const bytes = readInput();
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

type Sink = (bytes: Uint8Array) => void;

/** What goes to the simulated terminal is passed on and then forgotten, however much it is. */
function passingOn(computer: Computer, stdout: Sink, stderr: Sink): (events: readonly KernelEvent[]) => void {
	return (events) => {
		for (const event of events) {
			if (event.kind !== "transfers" || event.direction !== "out" || event.object.kind !== "terminal")
				continue;
			const terminal = computer.kernel.state.terminals[event.object.id];
			(terminal?.name === "stderr" ? stderr : stdout)(event.bytes);
			computer.forgetOutput();
		}
	};
}

function tracing(computer: Computer, options: Options): (events: readonly KernelEvent[]) => void {
	const tracer = new Tracer();
	const name = `./${computer.software.first}`;
	const envp = Object.entries(options.env).map(([key, value]) => `${key}=${value}`);
	writeText(2, `${tracer.begin(name, [name, ...options.args], envp)}\n`);
	return (events) => {
		for (const line of tracer.lines(events, computer.kernel.state)) writeText(2, `${line}\n`);
	};
}
