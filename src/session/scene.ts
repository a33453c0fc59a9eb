// What can be seen at one position of a run: the one value that the pictures are drawn from.
import type { RunOutcome } from "../computer/index.ts";
import type { Diagnosis, Sentence, WaitExplanation } from "../explain/index.ts";
import type { KernelEvent, KernelState, Pid, Place, RuleId } from "../kernel/index.ts";

/** A process of the run, whether it lives at this position or not. */
export interface CastMember {
	readonly pid: Pid;
	readonly name: string;
	/** The first step at which it exists, and the first at which it does not. */
	readonly born: number;
	readonly gone: number | null;
	/** How it ended: `ended with status 0`; null while it is there, or not there yet. */
	readonly end: string | null;
}

export interface SceneVariable {
	readonly name: string;
	/** As C would write it: `3`, `'k'`, `{3, 4}`. */
	readonly value: string;
}

/** The buffer of one of the library's streams. */
export interface SceneBuffer {
	readonly fd: number;
	readonly bytes: Uint8Array;
	readonly room: number;
}

export interface Scene {
	/** Changes whenever anything here does. `kernel` is live: read it at once, keep nothing of it. */
	readonly version: number;
	readonly step: number;
	readonly kernel: KernelState;
	/** How the reader came here: only one step forward is shown as motion. */
	readonly moved: "forward" | "back" | "jump";
	/** What happened in the step just taken. */
	readonly events: readonly KernelEvent[];
	/** Every process of the run as far as it is known, in the order of birth. */
	readonly cast: readonly CastMember[];
	/** Where each process stands in its source; of one that has ended, where it stood last. */
	readonly places: ReadonlyMap<Pid, Place>;
	/** The variables of the innermost function of the source in which each process stands. */
	readonly variables: ReadonlyMap<Pid, readonly SceneVariable[]>;
	/** What the library's streams of each process hold: printed, and not yet written. */
	readonly unwritten: ReadonlyMap<Pid, readonly SceneBuffer[]>;
	/** Processor time that each process has used, in ticks. */
	readonly ran: ReadonlyMap<Pid, number>;
	readonly sentence: Sentence | null;
	/** The rule behind the sentence, and whose step it was. */
	readonly rule: RuleId | null;
	readonly actor: Pid | null;
	/** Of a call that has only been made: what its answer depends on. */
	readonly depends: Sentence | null;
	readonly waits: ReadonlyMap<Pid, WaitExplanation>;
	readonly diagnosis: Diagnosis | null;
	/** Set at the last step of a run that is over. */
	readonly ending: RunOutcome | null;
}
