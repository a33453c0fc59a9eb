// `ipc run` and `ipc check`: compile, run to the end, and pass on what the programs print as they print it.

import type { Diagnostic } from "../base/index.ts";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, type Options, type Software } from "../computer/index.ts";
import { createUserland } from "../userland/index.ts";
import { MAX_STEPS, type RunRequest } from "./arguments.ts";
import { compileErrorReport, exitStatus, lastWords, reportOf } from "./report.ts";
import { simulate } from "./simulate.ts";
import { isInBin, readBytes, readPrograms } from "./sources.ts";
import { Collected, inputSoFar, readInput, writeAll, writeText } from "./streams.ts";

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
	const { diagnostics, software: built } = build(programs, { define: {} });
	const software = built === null ? null : complete(built, request);
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

/** With the programs of /bin, of which one may be the first. */
function complete(software: Software, request: RunRequest): Software {
	const first = isInBin(request) ? (request.files[0] as string) : software.first;
	return { ...software, first, userland: createUserland() };
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
	const stdout = new Collected();
	const stderr = new Collected();
	const { computer, outcome, view } = simulate(software, options, {
		stdout: request.json ? (bytes) => stdout.add(bytes) : (bytes) => writeAll(1, bytes),
		stderr: request.json ? (bytes) => stderr.add(bytes) : (bytes) => writeAll(2, bytes),
		trace: request.trace ? (line) => writeText(2, `${line}\n`) : null,
		input: readInput,
		weighed: request.maxSteps === null,
	});
	const printed = { stdout: stdout.text(), stderr: stderr.text() };
	if (request.json) print(reportOf(computer, outcome, view, printed, diagnostics));
	else writeText(2, lastWords(computer, outcome, view));
	return exitStatus(computer, outcome);
}
