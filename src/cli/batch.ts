// `ipc batch`: many files, each a program by itself, in one process; one JSON line for each, in their order.

import { basename } from "node:path";
import { build } from "../computer/compiler.ts";
import { defaultOptions, type Options } from "../computer/index.ts";
import type { BuildSources } from "../explain/proof.ts";
import { createUserland } from "../userland/index.ts";
import { MAX_STEPS, type RunRequest } from "./arguments.ts";
import { withLimits } from "./limit.ts";
import { compileErrorReport, failureReport, type Report, reportOf } from "./report.ts";
import { simulate } from "./simulate.ts";
import { readBytes, readOthers, readProgram, Unreadable } from "./sources.ts";
import { Collected, type Input, inputAt, writeText } from "./streams.ts";
import { whyOf } from "./why.ts";

/** One for all files: each of its programs is compiled at most once. */
const userland = createUserland();

/** Runs every file and returns 0: what became of each stands in its line. Throws UsageError for what all of them share. */
export function batch(request: RunRequest): number {
	const options = optionsOf(request);
	const others = readOthers(request);
	for (const file of request.files) {
		writeText(1, `${JSON.stringify({ file, ...reportOn(file, others, request, options) })}\n`);
	}
	return 0;
}

const EMPTY: Input = { bytes: new Uint8Array(0), ended: true };

function optionsOf(request: RunRequest): Options {
	const { args, maxSteps, owners, profile, schedule, stdin, user } = request;
	const { bytes: text, ...given } = stdin === null ? EMPTY : inputAt(stdin, readBytes);
	return {
		...withLimits(defaultOptions(profile), request),
		schedule,
		user,
		owners,
		maxSteps: maxSteps ?? MAX_STEPS,
		args,
		stdin: { text, ...given, interactive: false },
		terminal: { stdout: false, stderr: false },
	};
}

/** Whatever happens to one file, it is only that file's line. */
function reportOn(
	file: string,
	others: ReturnType<typeof readOthers>,
	request: RunRequest,
	options: Options,
): Report {
	try {
		return runAlone(file, others, request, options);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return failureReport(error instanceof Unreadable ? "unreadable" : "internal-error", message);
	}
}

function runAlone(
	file: string,
	others: ReturnType<typeof readOthers>,
	request: RunRequest,
	options: Options,
): Report {
	const own = readProgram(basename(file, ".c"), [file], request);
	const programs = [own, ...others.filter(({ name }) => name !== own.name)];
	const { diagnostics, software } = buildComplete(programs, { define: {} });
	if (software === null) return compileErrorReport(diagnostics);
	const stdout = new Collected();
	const stderr = new Collected();
	const ended = simulate(software, options, {
		stdout: (bytes) => stdout.add(bytes),
		stderr: (bytes) => stderr.add(bytes),
		trace: null,
		input: () => null,
		work: request.maxSteps === null ? MAX_STEPS : null,
	});
	const { why } = whyOf(ended, { build: buildComplete, programs, options }, request.memory);
	return reportOf(ended, { stdout: stdout.text(), stderr: stderr.text() }, diagnostics, why);
}

/** With the programs of /bin. */
const buildComplete: BuildSources = (programs, wishes) => {
	const { diagnostics, software } = build(programs, wishes);
	return { diagnostics, software: software === null ? null : { ...software, userland } };
};
