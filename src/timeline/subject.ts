// What a timeline needs of a computer: it runs on, it can be put back, it can be asked. Any such thing can be travelled.

import type { Decision, RunOutcome, StepInfo } from "../computer/index.ts";
import type { KernelState, Pid, Place } from "../kernel/index.ts";

/** A run that can be moved in time. The same decisions always give the same steps. */
export interface Subject {
	readonly kernel: { readonly state: KernelState };
	/** Steps taken so far. */
	readonly step: number;
	/** Null while it can go on. */
	readonly outcome: RunOutcome | null;
	/** Takes at most `budget` steps and stops early after any step that produced kernel events. */
	advance(budget: number): StepInfo;
	/** Everything that can change, as a value that no later step touches. */
	snapshot(): unknown;
	/** Goes back (or on) to a snapshot of this run or of a run with the same beginning. */
	restore(snapshot: unknown): void;
	fingerprint(): number;
	/** The innermost user line at which a process stands. */
	placeOf(pid: Pid): Place | null;
	/** Who could take the next step. */
	choices(): readonly Pid[];
	/** A variable of a process as a debugger prints it, looked up from the innermost frame outwards; null: no such one. */
	variable(pid: Pid, name: string): string | null;
	/** Of processes that have not ended. */
	readonly processors: ReadonlyMap<Pid, { fingerprint(): number }>;
	/** What will be decided: can be replaced from the present step on. */
	readonly decisions: { replace(list: readonly Decision[]): void };
}

/** Makes a fresh computer of the same programs and options that will follow these decisions. */
export type Open = (decisions: readonly Decision[]) => Subject;
