// One branch of a run as far as it is known: it runs on in slices and writes down what is needed to go anywhere in it.

import type { Decision, RunOutcome } from "../computer/index.ts";
import type { KernelState } from "../kernel/index.ts";
import { Cast } from "./cast.ts";
import { Checkpoints, stretch } from "./checkpoints.ts";
import { EventIndex } from "./event-index.ts";
import { Lanes } from "./lanes.ts";
import type { Open, Subject } from "./subject.ts";

export type BranchId = number;

/** A future of the run. It is the same as its parent's up to position `at`. */
export interface Branch {
	readonly id: BranchId;
	readonly parent: BranchId | null;
	readonly at: number;
	/** All decisions of this run from its start, by step. */
	readonly decisions: readonly Decision[];
	/** Steps known so far. */
	readonly length: number;
	/** Null while it can go on, as far as is known. */
	readonly outcome: RunOutcome | null;
}

/** Where a branch leaves its parent. */
export interface ForkPoint {
	readonly parent: Recording;
	readonly at: number;
	/** The kernel at that position. */
	readonly state: KernelState;
}

export class Recording implements Branch {
	readonly id: BranchId;
	readonly parent: BranchId | null;
	readonly at: number;
	readonly decisions: readonly Decision[];
	readonly events: EventIndex;
	readonly lanes: Lanes;
	readonly cast: Cast;
	readonly checkpoints: Checkpoints;
	readonly #open: Open;
	#front: Subject | null = null;
	#length: number;
	#outcome: RunOutcome | null = null;
	#blocked = false;
	/** How far the front is from the last checkpoint. */
	#gone = 0;

	constructor(id: BranchId, open: Open, decisions: readonly Decision[], fork: ForkPoint | null) {
		this.id = id;
		this.#open = open;
		this.decisions = decisions;
		this.parent = fork === null ? null : fork.parent.id;
		this.at = fork === null ? 0 : fork.at;
		this.#length = this.at;
		this.events = fork === null ? new EventIndex() : fork.parent.events.fork(fork.at);
		this.lanes = fork === null ? new Lanes() : fork.parent.lanes.fork(fork.at, fork.state);
		this.cast = fork === null ? new Cast() : fork.parent.cast.fork(fork.at);
		this.checkpoints = new Checkpoints(fork?.parent.checkpoints ?? null, this.at);
		if (fork === null) this.#begin();
	}

	get length(): number {
		return this.#length;
	}

	get outcome(): RunOutcome | null {
		return this.#outcome;
	}

	/** Nothing more will come without a new decision. */
	get complete(): boolean {
		return this.#outcome !== null || this.#blocked;
	}

	/** Bytes of history held: index, lanes, checkpoints. */
	get bytes(): number {
		return this.events.bytes + this.lanes.bytes + this.checkpoints.bytes;
	}

	/** Runs on by at most `budget` steps; false when the run is complete. */
	extend(budget: number): boolean {
		if (this.complete) return false;
		const front = this.#atFront();
		const end = this.#length + budget;
		while (this.#length < end && !this.complete) {
			const room = (this.checkpoints.spacing - this.#gone) / stretch(1, 0);
			this.#take(front, Math.min(end - this.#length, Math.max(1, Math.ceil(room))));
		}
		return !this.complete;
	}

	/** Lets go of the computer at its end; a later `extend` makes it again. */
	rest(): void {
		this.#front = null;
	}

	#begin(): void {
		const front = this.#open(this.decisions);
		this.#front = front;
		this.lanes.begin(front.kernel.state);
		this.cast.meet(front.kernel.state, 0);
		this.checkpoints.keep({ step: 0, snapshot: front.snapshot() }, 0);
	}

	#take(front: Subject, budget: number): void {
		const info = front.advance(budget);
		this.#outcome = info.outcome;
		this.#blocked = info.steps === 0;
		if (info.steps === 0) return;
		this.#length = front.step;
		this.#gone += stretch(info.steps, info.events.length === 0 ? 0 : 1);
		for (const event of info.events) {
			this.events.add(this.#length, event);
			this.cast.note(event, this.#length, front.kernel.state);
		}
		this.lanes.record(info, this.#length, front.kernel.state);
		if (this.#gone < this.checkpoints.spacing) return;
		this.checkpoints.keep({ step: this.#length, snapshot: front.snapshot() }, this.events.length);
		this.#gone = 0;
	}

	/** A computer that stands at the end of what is known. */
	#atFront(): Subject {
		if (this.#front !== null) return this.#front;
		const front = this.#open(this.decisions);
		const start = this.checkpoints.before(this.#length);
		if (start !== null) front.restore(start.snapshot);
		this.#gone = 0;
		while (front.step < this.#length) {
			const info = front.advance(this.#length - front.step);
			this.#gone += stretch(info.steps, info.events.length === 0 ? 0 : 1);
		}
		this.#front = front;
		return front;
	}
}
