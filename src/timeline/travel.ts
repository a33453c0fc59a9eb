// Moving in a branch: to any step from the nearest snapshot, and back by one step in a small fraction of a frame.

import { invariant } from "../base/index.ts";
import type { KernelEvent } from "../kernel/index.ts";
import { type Checkpoint, NearCheckpoints } from "./checkpoints.ts";
import type { Recording } from "./recording.ts";
import type { Open, Subject } from "./subject.ts";

const NOTHING: readonly KernelEvent[] = [];
/** Steps so few that they are taken again rather than kept a checkpoint for. */
const FEW = 16;

/** A computer that stands at a position of a branch. */
export class Travel {
	readonly subject: Subject;
	readonly #recording: Recording;
	readonly #near = new NearCheckpoints();
	#events: readonly KernelEvent[] = NOTHING;

	constructor(recording: Recording, open: Open) {
		this.#recording = recording;
		this.subject = open(recording.decisions);
	}

	get position(): number {
		return this.subject.step;
	}

	/** What the step just taken did; empty at position 0. */
	get events(): readonly KernelEvent[] {
		return this.#events;
	}

	/** Goes to position `step`, which the recording knows. The last step is taken, so that its events are there. */
	seek(step: number): void {
		const before = this.position;
		if (step === before) return;
		this.#events = NOTHING;
		if (step === 0) {
			this.subject.restore(this.#coarse(0).snapshot);
			return;
		}
		const start = this.#nearest(step - 1);
		if (before > step - 1 || before < start.step) {
			this.subject.restore(start.snapshot);
			if (!this.#near.has(start)) this.#near.clear();
		}
		this.#run(step, this.#isSmallStepBack(before, step));
	}

	/** Somebody walks back, rather than jumps: to the same stretch between coarse checkpoints, or the one before it. */
	#isSmallStepBack(before: number, step: number): boolean {
		if (step >= before) return false;
		const here = this.#coarse(before).step;
		return here <= step || this.#coarse(here - 1).step <= step;
	}

	/**
	 * Takes steps up to position `step`. For a reader who walks back it keeps checkpoints on the way: half way, half of the
	 * rest of the way, and so on. So they lie the denser the nearer, and going on back makes new ones between them.
	 */
	#run(step: number, keeping: boolean): void {
		const { subject } = this;
		let mark = keeping ? halfWay(subject.step, step) : step;
		while (subject.step < step) {
			const info = subject.advance(mark - subject.step);
			invariant(info.steps > 0, "a step that was taken before can be taken again");
			this.#events = info.events;
			if (subject.step < mark || mark === step) continue;
			this.#near.keep({ step: mark, snapshot: subject.snapshot() }, step);
			mark = halfWay(mark, step);
		}
	}

	/** The last known checkpoint at or before `step`. */
	#nearest(step: number): Checkpoint {
		const coarse = this.#coarse(step);
		const near = this.#near.before(step);
		return near !== null && near.step > coarse.step ? near : coarse;
	}

	#coarse(step: number): Checkpoint {
		const found = this.#recording.checkpoints.before(step);
		invariant(found !== null, "a checkpoint at the start");
		return found;
	}
}

function halfWay(from: number, to: number): number {
	return to - from <= FEW ? to : from + ((to - from) >> 1);
}
