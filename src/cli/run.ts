// `ipc run` and `ipc check`: compile, run to the end, and pass on what the programs print as they print it.

import type { Diagnostic } from "../base/index.ts";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, nameInBin, type Options, type Software } from "../computer/index.ts";
import type { BuildSources, Mended, Patient } from "../explain/proof.ts";
import { createUserland } from "../userland/index.ts";
import { MAX_STEPS, type RunRequest } from "./arguments.ts";
import { converse } from "./converse.ts";
import { Keys } from "./keys.ts";
import { withLimits } from "./limit.ts";
import { compileErrorReport, exitStatus, lastWords, reportOf } from "./report.ts";
import { simulate } from "./simulate.ts";
import { isInBin, readBytes, readPrograms, scriptOf } from "./sources.ts";
import { Collected, type Input, inputAt, inputSoFar, readInput, writeAll, writeText } from "./streams.ts";
import { memoryWords, type Why, whyOf, whyWords } from "./why.ts";

const DOES_NOT_COMPILE = 2;

/** Which of the command's own streams are terminals. */
export interface Terminals {
	readonly stdin: boolean;
	readonly stdout: boolean;
	readonly stderr: boolean;
}

/** Does what was asked and returns the exit status. */
export function execute(request: RunRequest, terminals: Terminals): number {
	const programs = readPrograms(request);
	const patient: Patient = { build: builder(request), programs, options: optionsOf(request, terminals) };
	const { diagnostics, software } = patient.build(programs, { define: {} });
	if (!request.json) writeText(2, formatDiagnostics(programs, diagnostics));
	if (software === null) {
		if (request.json) print(compileErrorReport(diagnostics));
		return DOES_NOT_COMPILE;
	}
	if (request.command === "check") {
		if (request.json) print({ diagnostics });
		return 0;
	}
	if (isConversation(request, terminals)) return converse(software, patient.options);
	if (!isAttended(request, terminals)) return run(request, patient, software, diagnostics, null);
	const keys = new Keys();
	try {
		const attended = { ...patient.options, stdin: { ...patient.options.stdin, typed: true } };
		return run(request, { ...patient, options: attended }, software, diagnostics, keys);
	} finally {
		keys.release();
	}
}

/** A person sees what the program prints, and types to it; nothing else is asked. */
function isAttended({ json, mend, stdin, trace }: RunRequest, terminals: Terminals): boolean {
	return (
		terminals.stdin && terminals.stdout && terminals.stderr && stdin === null && !json && !mend && !trace
	);
}

/** A person at a program of /bin, with nothing asked that only a run to its end can give. */
function isConversation(request: RunRequest, terminals: Terminals): boolean {
	const { json, memory, mend, stdin, trace } = request;
	if (!isInBin(request) || json || mend || memory || trace || stdin !== null) return false;
	return terminals.stdin && terminals.stdout;
}

/** Builds with the programs of /bin, of which one may be the first. */
function builder(request: RunRequest): BuildSources {
	const userland = createUserland();
	return (programs, wishes) => {
		const { diagnostics, software } = build(programs, wishes);
		if (software === null) return { diagnostics, software };
		const first = isInBin(request) ? nameInBin(software, request.files[0] as string) : software.first;
		return { diagnostics, software: { ...software, first, userland } };
	};
}

function print(value: unknown): void {
	writeText(1, `${JSON.stringify(value, null, "\t")}\n`);
}

function optionsOf(request: RunRequest, terminals: Terminals): Options {
	const { args, maxSteps, profile, schedule } = request;
	const interactive = request.stdin === null && terminals.stdin;
	const { bytes: text, ...given } = interactive ? NOTHING_YET : givenInput(request);
	return {
		...withLimits(defaultOptions(profile), request),
		schedule,
		user: request.user,
		owners: request.owners,
		maxSteps: maxSteps ?? MAX_STEPS,
		args,
		files: scriptOf(request),
		stdin: { text, ...given, interactive },
		terminal: request.json
			? { stdout: false, stderr: false }
			: { stdout: terminals.stdout, stderr: terminals.stderr },
	};
}

const NOTHING_YET: Input = { bytes: new Uint8Array(0), ended: false };

/** What is there before the run begins: a program that asks with poll is told of it. */
function givenInput({ stdin }: RunRequest): Input {
	return stdin === null ? inputSoFar() : inputAt(stdin, readBytes);
}

function run(
	request: RunRequest,
	patient: Patient,
	software: Software,
	diagnostics: readonly Diagnostic[],
	keys: Keys | null,
): number {
	// What is to be mended is not shown before that is known to fail.
	const held = request.json || request.mend;
	const stdout = new Collected();
	const stderr = new Collected();
	const ended = simulate(software, patient.options, {
		stdout: held ? (bytes) => stdout.add(bytes) : (bytes) => writeAll(1, bytes),
		stderr: held ? (bytes) => stderr.add(bytes) : (bytes) => writeAll(2, bytes),
		trace: request.trace ? (line) => writeText(2, `${line}\n`) : null,
		input: readInput,
		keyboard: keys,
		work: request.maxSteps === null ? MAX_STEPS : null,
	});
	keys?.release();
	const { why, watching } = whyOf(ended, patient, request.memory);
	const printed = { stdout: stdout.text(), stderr: stderr.text() };
	if (request.mend && why?.mended != null) return runMended(request, why, patient);
	if (request.json) print(reportOf(ended, printed, diagnostics, why));
	else {
		writeText(1, printed.stdout);
		writeText(2, printed.stderr);
		writeText(2, lastWords(ended, why, { asked: request.memory, toPerson: patient.options.terminal.stderr }));
		if (request.memory && watching !== null && ended.outcome.kind === "exited")
			writeText(2, memoryWords(watching));
	}
	return exitStatus(ended);
}

/** Shows the change that mends the program and runs that in its place. */
function runMended(request: RunRequest, why: Why, patient: Patient): number {
	const { programs } = why.mended as Mended;
	writeText(2, `ipc: ${whyWords(why)}\n`);
	const { diagnostics, software } = patient.build(programs, { define: {} });
	return software === null
		? DOES_NOT_COMPILE
		: run({ ...request, mend: false }, { ...patient, programs }, software, diagnostics, null);
}
