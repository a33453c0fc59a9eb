// The third door of the room `explain`: cures proved by running. A change counts only when the changed program comes to its end.
import { type Diagnostic, decodeText } from "../base/index.ts";
import type { Build, Options, ProgramSource, RunOutcome, Schedule, Software } from "../computer/index.ts";
import { type Change, changesBetween } from "./diagnosis/change.ts";
import type { Diagnosis, Ran } from "./diagnosis/finding.ts";
import { watchMemory, withMemory } from "./diagnosis/memory.ts";
import { including, variants } from "./diagnosis/remedy.ts";
import { type Budget, type Watched, watchRun } from "./diagnosis/watch.ts";
import { diagnose } from "./diagnosis.ts";

export { type Change, type DiffLine, diffLines, type Edit, unifiedDiff } from "./diagnosis/change.ts";
export {
	type FoundMisuse,
	isWorthWatching,
	type Watching,
	watchMemory,
	withMemory,
} from "./diagnosis/memory.ts";

export type BuildSources = (programs: readonly ProgramSource[], options: Pick<Options, "define">) => Build;

/** A program that was wrong, as it was run. */
export interface Patient {
	readonly build: BuildSources;
	readonly programs: readonly ProgramSource[];
	readonly options: Options;
}

/** The program mended, and proved to end. */
export interface Mended {
	readonly programs: readonly ProgramSource[];
	readonly changes: readonly Change[];
	/** How the changed program ends in the usual order. */
	readonly outcome: RunOutcome;
	readonly stdout: string;
}

/** Programs that are built and run at most, until one is found. */
const MOST_TRIES = 60;
/** Changes that are put on top of each other: two that hold the same end take two. */
const DEEPEST = 3;
/** Steps of one proof. */
const STEPS = 2_000_000;
/** Work of all of them: programs that only fork come to no end in any number of steps that one would wait for. */
const MOST_WORK = 40_000_000;

const ORDERS: readonly Schedule[] = [
	{ kind: "run-to-block", seed: 1 },
	{ kind: "random", seed: 1 },
	{ kind: "random", seed: 2 },
	{ kind: "random", seed: 3 },
];

/**
 * The smallest known change after which nothing is wrong any more: it compiles, it ends in the usual order and in some
 * others, and no rule of diagnosis finds anything. null when none of the remedies does it.
 */
export function mend(patient: Patient, ran: Ran, diagnosis: Diagnosis): Mended | null {
	const quest: Quest = {
		patient,
		tries: MOST_TRIES,
		budget: { work: MOST_WORK },
		second: null,
		missing: null,
	};
	for (let depth = 1; depth <= DEEPEST; depth++) {
		const found = search(quest, patient.programs, ran, diagnosis, depth) ?? quest.second;
		if (found !== null) return { ...found, changes: changesBetween(patient.programs, found.programs) };
	}
	return null;
}

interface Quest {
	readonly patient: Patient;
	/** How many programs may still be built and run. */
	tries: number;
	readonly budget: Budget;
	/** One that ends, but with a status that says that something failed. */
	second: Found | null;
	/** The headers that the program lacked before it was changed; null while nobody has asked. */
	missing: readonly string[] | null;
}

type Found = Omit<Mended, "changes">;

function search(
	quest: Quest,
	programs: readonly ProgramSource[],
	ran: Ran,
	diagnosis: Diagnosis,
	depth: number,
): Found | null {
	const { patient } = quest;
	for (const remedy of diagnosis.remedies) {
		for (const changed of variants(programs, remedy, ran)) {
			if (quest.tries-- <= 0 || quest.budget.work <= 0) return null;
			const { programs: variant, software } = withHeaders(quest, changed);
			if (software === null) continue;
			const tried = attempt(quest, software, patient.options.schedule);
			const first = diagnose(tried.view, tried.evidence);
			const seen = { ...tried.view, ...tried.evidence };
			const ends = first === null && tried.outcome?.kind === "exited";
			if (first === null && !(ends && endsInOtherOrders(quest, software))) continue;
			const next = misuseAfter(quest, variant, first, diagnosis, seen, depth);
			if (next === null) {
				const found = { programs: variant, outcome: tried.outcome as RunOutcome, stdout: printed(tried) };
				if (found.outcome.kind === "exited" && found.outcome.status === 0) return found;
				quest.second ??= found;
			} else if (depth > 1 && next.remedies.length > 0 && !isSame(next, diagnosis)) {
				const further = search(quest, variant, seen, next, depth - 1);
				if (further !== null) return further;
			}
		}
	}
	return null;
}

/** Diagnoses that a change answers only when the changed program stays inside its arrays and blocks. */
const ABOUT_MEMORY: ReadonlySet<Diagnosis["kind"]> = new Set(["killed-by-fault", "memory-misused"]);

/** What is wrong with the changed program, when the first trouble was of memory: with a misuse that is still there. */
function misuseAfter(
	{ patient }: Quest,
	programs: readonly ProgramSource[],
	found: Diagnosis | null,
	before: Diagnosis,
	ran: Ran,
	depth: number,
): Diagnosis | null {
	if (!ABOUT_MEMORY.has(before.kind)) return found;
	// A fault that is still there is looked into only where a further change may follow.
	if (found !== null && (depth === 1 || found.kind !== "killed-by-fault" || found.remedies.length > 0))
		return found;
	return withMemory(found, watchMemory({ ...patient, programs }), ran);
}

interface Built {
	readonly programs: readonly ProgramSource[];
	/** Null when it does not compile. */
	readonly software: Software | null;
}

/** Builds a changed program, with the headers of what only the change names. */
function withHeaders(quest: Quest, programs: readonly ProgramSource[]): Built {
	const { build, options, programs: original } = quest.patient;
	const { diagnostics, software } = build(programs, options);
	if (missingHeaders(diagnostics).length === 0) return { programs, software };
	quest.missing ??= missingHeaders(build(original, options).diagnostics).map(({ header }) => header);
	const missing = missingHeaders(diagnostics).filter(({ header }) => !quest.missing?.includes(header));
	if (missing.length === 0) return { programs, software };
	const complete = missing.reduce((soFar, { file, header }) => including(soFar, file, header), programs);
	return { programs: complete, software: build(complete, options).software };
}

/** What the compiler asks to be included, and where. */
function missingHeaders(diagnostics: readonly Diagnostic[]) {
	return diagnostics.flatMap(({ notes, span }) =>
		notes.flatMap(({ message }) => {
			const header = /: add #include <([^>]+)>$/.exec(message)?.[1];
			return header === undefined || span === null ? [] : [{ file: span.file, header }];
		}),
	);
}

function attempt({ budget, patient }: Quest, software: Software, schedule: Schedule): Watched {
	const maxSteps = Math.min(patient.options.maxSteps, STEPS);
	return watchRun(software, { ...patient.options, schedule, maxSteps }, [], undefined, budget);
}

function endsInOtherOrders(quest: Quest, software: Software): boolean {
	return ORDERS.every((schedule) => {
		const tried = attempt(quest, software, schedule);
		return tried.outcome?.kind === "exited" && diagnose(tried.view, tried.evidence) === null;
	});
}

function isSame(a: Diagnosis, b: Diagnosis): boolean {
	const about = ({ kind, pid, culprits, remedies }: Diagnosis) =>
		JSON.stringify([
			kind,
			pid,
			culprits.map((culprit) => [culprit.pid, culprit.descriptor]),
			// The same kind of trouble with another loop is another trouble.
			remedies.map((remedy) => (remedy.kind === "replace" ? remedy.place.line : null)),
		]);
	return about(a) === about(b);
}

function printed({ computer }: Watched): string {
	return decodeText(computer.output("stdout"));
}
