// Moving in a branch: to any step from the nearest snapshot, and back by one step in a small fraction of a frame.

import { invariant } from "../base/index.ts";
import type { KernelEvent } from "../kernel/index.ts";
import { type Checkpoint, NearCheckpoints, work } from "./checkpoints.ts";
import type { Recording } from "./recording.ts";
import type { Open, Subject } from "./subject.ts";

const NOTHING: readonly KernelEvent[] = [];
/** Dense checkpoints in the distance of two coarse ones. */
const DENSITY = 32;

/** A computer that stands at a position of a branch. */
export class Travel {
	readonly subject: Subject;
	readonly #recording: Recording;
	readonly #near = new NearCheckpoints();
	readonly #open: Open;
	/** A second computer that goes ahead of a reader who steps back. */
	#scout: Runner | null = null;
	readonly #runner: Runner;
	#events: readonly KernelEvent[] = NOTHING;

	constructor(recording: Recording, open: Open) {
		this.#recording = recording;
		this.#open = open;
		this.subject = open(recording.decisions);
		this.#runner = new Runner(this.subject);
	}

	get position(): number {
		return this.subject.step;
	}

	/** What the step just taken did; empty at position 0. */
	get events(): readonly KernelEvent[] {
		return this.#events;
	}

	/** Goes to position `step`, which the recording knows. */
	seek(step: number): void {
		const before = this.position;
		if (step === before) return;
		this.#events = NOTHING;
		if (step === 0) {
			this.#runner.goTo(this.#coarse(0));
			return;
		}
		const start = this.#nearest(step - 1);
		if (before > step - 1 || before < start.step) this.#runner.goTo(start);
		const interval = this.#interval;
		this.#runner.run(step, interval, (checkpoint) => this.#near.keep(checkpoint, step));
		this.#events = this.#runner.events;
		if (step < before) this.#prepare(step, step < before - 1 ? DENSITY : 2);
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

	get #interval(): number {
		return this.#recording.checkpoints.spacing / DENSITY;
	}

	/**
	 * Makes dense checkpoints in the stretch before the one the position is in, `slices` intervals of work at a time, so that
	 * stepping back across a coarse checkpoint is as quick as anywhere.
	 */
	#prepare(position: number, slices: number): void {
		const here = this.#coarse(position);
		if (here.step === 0) return;
		const far = this.#runner.work - here.work > this.#interval * (DENSITY / 2);
		if (far && slices > 2) return;
		const known = this.#nearest(here.step - 1);
		if (here.work - known.work <= this.#interval * 2) return;
		if (this.#scout === null) this.#scout = new Runner(this.#open(this.#recording.decisions));
		this.#scout.goTo(known);
		for (let slice = 0; slice < slices && this.#scout.subject.step < here.step - 1; slice++) {
			this.#scout.runWork(this.#interval, here.step - 1);
			this.#near.keep(this.#scout.checkpoint(), position);
		}
	}
}

/** A computer and the work that its run has cost so far. */
class Runner {
	readonly subject: Subject;
	work = 0;
	events: readonly KernelEvent[] = NOTHING;

	constructor(subject: Subject) {
		this.subject = subject;
	}

	checkpoint(): Checkpoint {
		return { step: this.subject.step, snapshot: this.subject.snapshot(), work: this.work };
	}

	goTo(checkpoint: Checkpoint): void {
		if (this.subject.step === checkpoint.step && this.work === checkpoint.work) return;
		this.subject.restore(checkpoint.snapshot);
		this.work = checkpoint.work;
	}

	/** Runs to position `step`; hands over a checkpoint after every `interval` of work. */
	run(step: number, interval: number, keep: (checkpoint: Checkpoint) => void): void {
		let next = (Math.floor(this.work / interval) + 1) * interval;
		while (this.subject.step < step) {
			this.#advance(Math.min(step - this.subject.step, Math.max(1, Math.ceil(next - this.work))));
			if (this.work < next) continue;
			if (this.subject.step < step) keep(this.checkpoint());
			next = (Math.floor(this.work / interval) + 1) * interval;
		}
	}

	/** Runs on by `amount` of work, but not beyond position `step`. */
	runWork(amount: number, step: number): void {
		const end = this.work + amount;
		while (this.work < end && this.subject.step < step) {
			this.#advance(Math.min(step - this.subject.step, Math.ceil(end - this.work)));
		}
	}

	#advance(budget: number): void {
		const info = this.subject.advance(budget);
		invariant(info.steps > 0, "a step that was taken before can be taken again");
		this.events = info.events;
		this.work += work(info.steps, info.events.length === 0 ? 0 : 1);
	}
}
