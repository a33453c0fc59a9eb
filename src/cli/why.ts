// Why a run ended as it did, and the change that mends it, proved by running; as words for a terminal.

import { diagnose } from "../explain/diagnosis.ts";
import type { Diagnosis } from "../explain/index.ts";
import { type Mended, mend, type Patient, unifiedDiff, watchMemory, withMemory } from "../explain/proof.ts";
import type { Ended } from "./simulate.ts";

export interface Why {
	readonly diagnosis: Diagnosis;
	/** Null when no change is known that makes it end. */
	readonly mended: Mended | null;
	/** The change as `diff -u` prints it, file after file; empty when there is none. */
	readonly diff: string;
}

const MAY_COME_OF_MISUSE: ReadonlySet<Diagnosis["kind"]> = new Set(["killed-by-fault", "endless-loop"]);

/** Null when nothing is wrong with the run of the patient. `memory`: misuse of memory is looked for in any case. */
export function whyOf({ evidence, view }: Ended, patient: Patient, memory = false): Why | null {
	const first = diagnose(view, evidence);
	const watches = memory || (first !== null && MAY_COME_OF_MISUSE.has(first.kind));
	const ran = { ...view, ...evidence };
	const diagnosis = watches ? withMemory(first, watchMemory(patient), ran) : first;
	if (diagnosis === null) return null;
	const mended = mend(patient, ran, diagnosis);
	const { programs } = patient;
	const texts = new Map(programs.flatMap(({ files }) => files).map(({ path, text }) => [path, text]));
	const changes = mended?.changes ?? [];
	const diff = changes.map((change) => unifiedDiff(texts.get(change.file) ?? "", change)).join("");
	return { diagnosis, mended, diff };
}

/** What is wrong, what else is worth knowing, and what to change. */
export function whyWords({ diagnosis, diff, mended }: Why): string {
	const { also, cure, sentence } = diagnosis;
	const lines = [sentence, ...also, ...(cure === null ? [] : [cure])].map(({ text }) => text);
	if (mended === null) return lines.join("\n  ");
	const end = mended.outcome.kind === "exited" ? `it ends with status ${mended.outcome.status}` : "it ends";
	return `${lines.join("\n  ")}\n  With this change ${end}, tried in several orders (--mend runs it):\n${diff.trimEnd()}`;
}
