// What a run came to, as one JSON object and as words for a terminal.

import { type Diagnostic, unreachable } from "../base/index.ts";
import { CALL_WORK, type Computer, EXEC_WORK, FORK_WORK, type RunOutcome } from "../computer/index.ts";
import { type Diagnosis, nameOf, type View } from "../explain/index.ts";
import type { Change } from "../explain/proof.ts";
import { type Pid, type Place, type Process, signalName } from "../kernel/index.ts";
import { MAX_STEPS } from "./arguments.ts";
import { MOST_MEGABYTES, MOST_OUTPUT_MEGABYTES, MOST_SECONDS, type StoppingLimit } from "./limit.ts";
import type { Refusal } from "./refusals.ts";
import type { Ended } from "./simulate.ts";
import { type Why, whyWords } from "./why.ts";

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
	/** What stopped the run when the outcome is `limit`, and in words. */
	readonly limit: { readonly name: StoppingLimit; readonly sentence: string } | null;
	/** What the programs were refused because this computer has no more of it. */
	readonly refusals: readonly ReportedRefusal[];
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

interface ReportedRefusal {
	readonly limit: Refusal["limit"];
	readonly process: string;
	readonly pid: Pid;
	readonly file: string | null;
	readonly line: number | null;
	readonly times: number;
	readonly sentence: string;
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
	/** What to change, in words, or null. */
	readonly cure: string | null;
	readonly also: readonly string[];
	/** Who waits for whom, as far as it leads; `round`: part of the circle. */
	readonly circle: readonly {
		readonly from: string;
		readonly call: string;
		readonly since: Place | null;
		readonly for: string;
		readonly descriptors: readonly number[];
		readonly to: string | null;
		readonly round: boolean;
	}[];
	/** The change that mends it, proved by running; null when none is known. */
	readonly change: { readonly files: readonly Change[]; readonly diff: string } | null;
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
		limit: null,
		refusals: [],
		processes: [],
		diagnosis: null,
		diagnostics,
	};
}

/** The report of a run that has come to its end and printed `output`. */
export function reportOf(
	ended: Ended,
	output: Pick<Report, "stdout" | "stderr">,
	diagnostics: readonly Diagnostic[],
	why: Why | null,
): Report {
	const { computer, limit, outcome, refusals, view } = ended;
	return {
		outcome: outcome.kind,
		status: shellStatus(computer),
		...output,
		steps: computer.step,
		limit: limit === null ? null : { name: limit, sentence: limitWords(limit, computer) },
		refusals: refusals.map((refusal) => reportedRefusal(refusal, view)),
		processes: reportedProcesses(computer, view),
		diagnosis: why === null ? null : reportedDiagnosis(why, view),
		diagnostics,
	};
}

/** The first process's status as a shell tells it, or null while it has not ended. */
function shellStatus(computer: Computer): number | null {
	const ended = computer.kernel.state.ended[computer.first];
	if (ended === undefined) return null;
	const signal = ended.status & 0x7f;
	return signal === 0 ? ended.status >> 8 : 128 + signal;
}

/** The status with which the command ends. */
export function exitStatus({ computer, outcome }: Ended): number {
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

function reportedDiagnosis({ diagnosis, diff, mended }: Why, view: View): ReportedDiagnosis {
	const { also, circle, cure, culprits, kind } = diagnosis;
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
		cure: cure?.text ?? null,
		also: also.map(({ text }) => text),
		circle: circle.map(({ call, descriptors, from, label, round, since, to }) => ({
			from: nameOf(view, from),
			call,
			since: placeOnly(since),
			for: label,
			descriptors,
			to: to === null ? null : nameOf(view, to),
			round,
		})),
		change: mended === null ? null : { files: mended.changes, diff },
	};
}

function withCure({ sentence, cure }: Diagnosis): string {
	return cure === null ? sentence.text : `${sentence.text} ${cure.text}`;
}

function placeOnly(place: Place | null): Place | null {
	return place === null ? null : { file: place.file, line: place.line };
}

/**
 * What is said about the end of a run. After a plain exit a standard error that no person reads holds the program's
 * words alone, unless a person has `asked` what is wrong, or it ended well by luck.
 */
export function lastWords(
	ended: Ended,
	why: Why | null,
	{ asked = false, toPerson }: { readonly asked?: boolean; readonly toPerson: boolean },
): string {
	const refused = refusalWords(ended).map((text) => `ipc: ${text}\n`);
	const plain = ended.outcome.kind === "exited" && ended.leftBehind.length === 0;
	const remark = plain && !ALWAYS_TOLD.has(why?.diagnosis.kind ?? "zombies");
	const told = why === null || (remark && !toPerson && !asked) ? "" : whyWords(why);
	return (
		refused.join("") + leftWords(ended) + endWords(ended, told, why?.diagnosis.kind === "memory-misused")
	);
}

/** Of a plain exit too: it ended so by luck. */
const ALWAYS_TOLD: ReadonlySet<Diagnosis["kind"]> = new Set(["unsupported", "memory-misused"]);

function leftWords({ computer, leftBehind, view }: Ended): string {
	if (leftBehind.length === 0) return "";
	const name = (pid: Pid) => view.names.get(pid) ?? view.kernel.processes[pid]?.program ?? "";
	const left = leftBehind.map((pid) => `${name(pid)} (pid ${pid})`).join(", ");
	return `ipc: ${name(computer.first) || computer.software.first} has ended; left behind, for ever: ${left}\n`;
}

/** Of what Linux would have had more; the rest is told when a limit ends the run. */
function refusalWords({ limit, refusals, view }: Ended): string[] {
	return refusals
		.filter(({ ours }) => ours || limit !== null)
		.map((refusal) => refusalSentence(refusal, view));
}

/** How that was found, where the run itself shows nothing of it. */
const FOUND_BY_GUARDS = "note, from a second run with guards around every array and block: ";

function endWords({ computer, limit, outcome, view }: Ended, told: string, byLuck: boolean): string {
	switch (outcome.kind) {
		case "killed":
			return `${told === "" ? killedWords(computer, view, outcome.signal) : `ipc: ${told}`}\n`;
		case "stuck":
			return `ipc: the run is stuck. ${told === "" ? stuckWords(view) : told}\n`;
		case "limit":
			return `ipc: ${limitWords(limit ?? "steps", computer)}\n${told === "" ? "" : `  ${told}\n`}`;
		default:
			return told === "" ? "" : `ipc: ${byLuck ? FOUND_BY_GUARDS : ""}${told}\n`;
	}
}

/** Which limit, how much it is, and what raises it. */
function limitWords(limit: StoppingLimit, { options, step }: Computer): string {
	const taken = `${inGroups(step)} steps`;
	const instead = "--max-steps N sets a limit of steps instead.";
	switch (limit) {
		case "steps":
			return `stopped by the limit of ${inGroups(options.maxSteps)} steps: the programs may never end. --max-steps N allows more.`;
		case "work":
			return `stopped by the limit of work, ${inGroups(MAX_STEPS)} steps of which a system call counts for ${CALL_WORK}, a fork for ${FORK_WORK} and an exec for ${EXEC_WORK}, after ${taken}: the programs may never end. ${instead}`;
		case "time":
			return `stopped by the limit of ${MOST_SECONDS} seconds of processor time, after ${taken}: the programs may never end. ${instead}`;
		case "memory":
			return `stopped by the limit of memory, after ${taken}: the programs need more than ${MOST_MEGABYTES} MB of this machine's, and no option gives them more. Let fewer processes fill less memory.`;
		case "output":
			return `stopped by the limit of output, after ${taken}: the programs printed more than ${MOST_OUTPUT_MEGABYTES} MB, and no option allows more.`;
		default:
			return unreachable(limit);
	}
}

/** 1,554,787 */
function inGroups(n: number): string {
	return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 'main.c:9: in main fork failed with EAGAIN: there may be 256 processes (31 times)' */
function refusalSentence({ pid, place, times, what }: Refusal, view: View): string {
	const at = place === null ? "" : `${place.file}:${place.line}: `;
	const again = times > 1 ? ` (${times} times)` : "";
	return `${at}in ${view.names.get(pid) ?? pid} ${what}${again}`;
}

function reportedRefusal(refusal: Refusal, view: View): ReportedRefusal {
	const { limit, pid, place, times } = refusal;
	return {
		limit,
		process: view.names.get(pid) ?? "",
		pid,
		file: place?.file ?? null,
		line: place?.line ?? null,
		times,
		sentence: refusalSentence(refusal, view),
	};
}

function killedWords(computer: Computer, view: View, signal: number): string {
	const ending = computer.endingOf(computer.first);
	const name = view.names.get(computer.first) ?? computer.software.first;
	const fault = ending?.fault == null ? "" : `: ${ending.fault.explanation}`;
	const place = ending?.place == null ? "" : ` (${ending.place.file}:${ending.place.line})`;
	return `ipc: ${name} was killed by ${signalName(signal)}${fault}${place}`;
}

/** For what no diagnosis covers: the state of each. */
function stuckWords(view: View): string {
	const waiting = Object.values(view.kernel.processes).filter(
		({ pid, state }) => pid > 1 && state !== "zombie",
	);
	const words = waiting.map(({ pid, program, state }) => `${view.names.get(pid) ?? program} is ${state}`);
	return `${words.join(", ")}, and nobody is left to change that.`;
}
