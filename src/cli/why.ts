// Why a run ended as it did, and the change that mends it, proved by running; as words for a terminal.

import { diagnose } from "../explain/diagnosis.ts";
import type { Diagnosis } from "../explain/index.ts";
import {
	isWorthWatching,
	type Mended,
	mend,
	type Patient,
	unifiedDiff,
	type Watching,
	watchMemory,
	withMemory,
} from "../explain/proof.ts";
import type { Ended } from "./simulate.ts";

export interface Why {
	readonly diagnosis: Diagnosis;
	/** Null when no change is known that makes it end. */
	readonly mended: Mended | null;
	/** The change as `diff -u` prints it, file after file; empty when there is none. */
	readonly diff: string;
}

export interface Answer {
	/** Null when nothing is wrong with the run. */
	readonly why: Why | null;
	/** What a second run with guards has seen; null when there was none. */
	readonly watching: Watching | null;
}

/** What can be said of the run of the patient. `memory`: misuse of memory is looked for in any case. */
export function whyOf({ computer, evidence, view }: Ended, patient: Patient, memory = false): Answer {
	const first = diagnose(view, evidence);
	const watches = memory || isWorthWatching(first, computer);
	const ran = { ...view, ...evidence };
	const watching = watches ? watchMemory(patient, computer.decisions.list) : null;
	const diagnosis = watching === null ? first : withMemory(first, watching, ran);
	if (diagnosis === null) return { why: null, watching };
	const mended = mend(patient, ran, diagnosis);
	const { programs } = patient;
	const texts = new Map(programs.flatMap(({ files }) => files).map(({ path, text }) => [path, text]));
	const changes = mended?.changes ?? [];
	const diff = changes.map((change) => unifiedDiff(texts.get(change.file) ?? "", change)).join("");
	return { why: { diagnosis, mended, diff }, watching };
}

/** What is wrong, what else is worth knowing, and what to change. */
export function whyWords({ diagnosis, diff, mended }: Why): string {
	const { also, cure, sentence } = diagnosis;
	const lines = [sentence, ...also, ...(cure === null ? [] : [cure])].map(({ text }) => text);
	if (mended === null) return lines.join("\n  ");
	const end = mended.outcome.kind === "exited" ? `it ends with status ${mended.outcome.status}` : "it ends";
	return `${lines.join("\n  ")}\n  With this change ${end}, tried in several orders (--mend runs it):\n${diff.trimEnd()}`;
}

/** For who has asked: that nothing was misused, and what was never freed. */
export function memoryWords({ kept, misuse, whole }: Watching): string {
	if (misuse !== null) return "";
	if (!whole)
		return "ipc: no misuse of memory was found as far as the run was watched: it is too long, or takes too much memory, to be watched to its end.\n";
	const found =
		"ipc: no misuse of memory was found: no access left its array, record or block, or came to one that was gone.\n";
	const [first, ...others] = kept;
	if (first === undefined) return found;
	const at = first.allocatedAt === null ? "" : ` allocated on line ${first.allocatedAt.line}`;
	const bytes = kept.reduce((sum, { size }) => sum + size, 0);
	const blocks =
		others.length === 0
			? `A block of ${bytes} bytes${at} was`
			: `${kept.length} blocks, ${bytes} bytes in all, the first${at}, were`;
	return `${found}  ${blocks} never freed; only the end of the process gave that back.\n`;
}
