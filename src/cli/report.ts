// What a run came to, as one JSON object and as words for a terminal.

import type { Diagnostic } from "../base/index.ts";
import type { Computer, RunOutcome } from "../computer/index.ts";
import { type Diagnosis, diagnose, diagnoseUnsupported, type View } from "../explain/index.ts";
import { type Pid, type Place, type Process, signalName } from "../kernel/index.ts";

/** Why there was no run, in a batch: its file could not be read, or the simulator itself failed. */
export type Failure = "unreadable" | "internal-error";

/** The object that --json prints. */
export interface Report {
	readonly outcome: RunOutcome["kind"] | "compile-error" | Failure;
	/** What the shell would see of the first process: 128+n when signal n killed it; null when it has not ended. */
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly steps: number;
	readonly processes: readonly ReportedProcess[];
	readonly diagnosis: ReportedDiagnosis | null;
	readonly diagnostics: readonly Diagnostic[];
}

interface ReportedProcess {
	readonly name: string;
	readonly pid: Pid;
	/** `ready`, `waiting`, `stopped`, `zombie`; `ended` once it has been waited for. */
	readonly state: Process["state"] | "ended";
	readonly file: string | null;
	readonly line: number | null;
	/** What it waits for, by the kernel's word: `pipe-not-empty`. */
	readonly wait: string | null;
	/** wait(2)'s status word of a process that has ended. */
	readonly status: number | null;
	/** The processor's fault that killed it: `read of 4 bytes at 0x0: a null pointer`. */
	readonly fault: string | null;
}

interface ReportedDiagnosis {
	readonly kind: Diagnosis["kind"];
	readonly sentence: string;
	readonly culprits: readonly {
		readonly process: string;
		readonly pid: Pid;
		readonly descriptor: number | null;
		readonly line: number | null;
		readonly openedBy: string | null;
		readonly openedAt: Place | null;
		readonly inheritedAt: Place | null;
	}[];
}

/** The report of a program that does not compile. */
export function compileErrorReport(diagnostics: readonly Diagnostic[]): Report {
	return notRun("compile-error", diagnostics);
}

/** The report of a file of a batch that did not come to run; `message` says why. */
export function failureReport(outcome: Failure, message: string): Report {
	return notRun(outcome, [{ severity: "error", message, span: null, notes: [] }]);
}

function notRun(outcome: Report["outcome"], diagnostics: readonly Diagnostic[]): Report {
	return {
		outcome,
		status: null,
		stdout: "",
		stderr: "",
		steps: 0,
		processes: [],
		diagnosis: null,
		diagnostics,
	};
}

/** The report of a run that has come to its end and printed `output`. */
export function reportOf(
	computer: Computer,
	outcome: RunOutcome,
	view: View,
	output: Pick<Report, "stdout" | "stderr">,
	diagnostics: readonly Diagnostic[],
): Report {
	return {
		outcome: outcome.kind,
		status: shellStatus(computer),
		...output,
		steps: computer.step,
		processes: reportedProcesses(computer, view),
		diagnosis: reportedDiagnosis(diagnosisOf(computer, outcome, view)),
		diagnostics,
	};
}

/** Why the run is stuck, or what its first process to ask for it asked for in vain. */
function diagnosisOf(computer: Computer, outcome: RunOutcome, view: View): Diagnosis | null {
	const stuck = outcome.kind === "stuck" ? diagnose(view) : null;
	return stuck ?? unsupportedCalls(computer, view)[0] ?? null;
}

/** What is to be said of each process that was killed for calling a function that this computer does not have. */
function unsupportedCalls(computer: Computer, view: View): Diagnosis[] {
	const { ended, processes } = view.kernel;
	const pids = new Set([...Object.keys(ended), ...Object.keys(processes)].map(Number));
	return [...pids]
		.sort((a, b) => a - b)
		.flatMap((pid) => {
			const ending = computer.endingOf(pid);
			if (ending?.fault?.kind !== "unsupported") return [];
			return [diagnoseUnsupported(view, pid, ending.fault.explanation, ending.place)];
		});
}

/** The first process's status as a shell tells it, or null while it has not ended. */
function shellStatus(computer: Computer): number | null {
	const ended = computer.kernel.state.ended[computer.first];
	if (ended === undefined) return null;
	const signal = ended.status & 0x7f;
	return signal === 0 ? ended.status >> 8 : 128 + signal;
}

/** The status with which the command ends. */
export function exitStatus(computer: Computer, outcome: RunOutcome): number {
	switch (outcome.kind) {
		case "stuck":
			return 3;
		case "limit":
			return 4;
		default:
			return shellStatus(computer) ?? 3;
	}
}

function reportedProcesses(computer: Computer, view: View): ReportedProcess[] {
	const { ended, processes } = view.kernel;
	const pids = new Set([...Object.keys(processes), ...Object.keys(ended)].map(Number));
	pids.delete(1);
	return [...pids]
		.sort((a, b) => a - b)
		.map((pid) => {
			const process = processes[pid];
			const place = view.place(pid);
			return {
				name: view.names.get(pid) ?? process?.program ?? ended[pid]?.program ?? "",
				pid,
				state: process?.state ?? "ended",
				file: place?.file ?? null,
				line: place?.line ?? null,
				wait: process?.wait?.on ?? null,
				status: ended[pid]?.status ?? null,
				fault: computer.endingOf(pid)?.fault?.explanation ?? null,
			};
		});
}

function reportedDiagnosis(diagnosis: Diagnosis | null): ReportedDiagnosis | null {
	if (diagnosis === null) return null;
	const { culprits, kind } = diagnosis;
	return {
		kind,
		sentence: withCure(diagnosis),
		culprits: culprits.map(({ descriptor, inheritedAt, line, openedAt, openedBy, pid, process }) => ({
			process,
			pid,
			descriptor,
			line: line?.line ?? null,
			openedBy,
			openedAt: placeOnly(openedAt),
			inheritedAt: placeOnly(inheritedAt),
		})),
	};
}

function withCure({ sentence, cure }: Diagnosis): string {
	return cure === null ? sentence.text : `${sentence.text} ${cure.text}`;
}

function placeOnly(place: Place | null): Place | null {
	return place === null ? null : { file: place.file, line: place.line };
}

/** What a person at a terminal is told about an end that is not an exit; empty otherwise. */
export function lastWords(computer: Computer, outcome: RunOutcome, view: View): string {
	const inVain = unsupportedCalls(computer, view).filter(
		({ pid }) => pid !== computer.first || outcome.kind !== "killed",
	);
	return (
		inVain.map((diagnosis) => `ipc: ${withCure(diagnosis)}\n`).join("") + endWords(computer, outcome, view)
	);
}

function endWords(computer: Computer, outcome: RunOutcome, view: View): string {
	switch (outcome.kind) {
		case "killed":
			return `${killedWords(computer, view, outcome.signal)}\n`;
		case "stuck":
			return `ipc: the run is stuck. ${stuckWords(view)}\n`;
		case "limit":
			return `ipc: stopped after ${computer.step} steps${computer.outcome === null ? " with many system calls" : ""}: the programs may never end. --max-steps N allows more.\n`;
		default:
			return "";
	}
}

function killedWords(computer: Computer, view: View, signal: number): string {
	const ending = computer.endingOf(computer.first);
	const name = view.names.get(computer.first) ?? computer.software.first;
	const fault = ending?.fault == null ? "" : `: ${ending.fault.explanation}`;
	const place = ending?.place == null ? "" : ` (${ending.place.file}:${ending.place.line})`;
	return `ipc: ${name} was killed by ${signalName(signal)}${fault}${place}`;
}

/** The diagnosis, or, for what no diagnosis covers (a stopped process), the state of each. */
function stuckWords(view: View): string {
	const diagnosis = diagnose(view);
	if (diagnosis !== null) return withCure(diagnosis);
	const waiting = Object.values(view.kernel.processes).filter(
		({ pid, state }) => pid > 1 && state !== "zombie",
	);
	const words = waiting.map(({ pid, program, state }) => `${view.names.get(pid) ?? program} is ${state}`);
	return `${words.join(", ")}, and nobody is left to change that.`;
}
