// Snapshots of a run: coarse ones along all of it, thinned to a budget of bytes, and dense ones around the position.

import { snapshotBytes } from "./snapshot-bytes.ts";

/** The computer as it was after `step` steps. */
export interface Checkpoint {
	readonly step: number;
	readonly snapshot: unknown;
}

/**
 * Between two coarse checkpoints lie so many steps with events, before any thinning: taking them again takes well under
 * a millisecond …
 */
const ANSWERS = 200;
/** … or so many plain steps, a C statement each: a few milliseconds. */
const STATEMENTS = 100_000;
/** Bytes that coarse checkpoints may hold: so many at the least, and so many for each event. */
const BYTES_AT_LEAST = 8 << 20;
const BYTES_PER_EVENT = 64;
/** Every so many checkpoints the size of one is measured: often enough, as measuring costs more than keeping. */
const MEASURED = 64;

/** The share of the way between two coarse checkpoints that `steps` steps are, of which `answered` had events. */
export function stretch(steps: number, answered: number): number {
	return steps / STATEMENTS + answered / ANSWERS;
}

/** Checkpoints by step, ascending. */
class Shelf {
	readonly #list: Checkpoint[] = [];

	get list(): readonly Checkpoint[] {
		return this.#list;
	}

	/** The last one at or before `step`. */
	before(step: number): Checkpoint | null {
		return this.#list[this.#after(step) - 1] ?? null;
	}

	/** Keeps a checkpoint unless there is one of its step. */
	keep(checkpoint: Checkpoint): void {
		const at = this.#after(checkpoint.step);
		if (this.#list[at - 1]?.step !== checkpoint.step) this.#list.splice(at, 0, checkpoint);
	}

	remove(at: number): void {
		this.#list.splice(at, 1);
	}

	clear(): void {
		this.#list.length = 0;
	}

	/** How many are at or before `step`. */
	#after(step: number): number {
		let low = 0;
		let high = this.#list.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#list[middle] as Checkpoint).step <= step) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** The coarse checkpoints of one branch. Before `at` they are its parent's. */
export class Checkpoints {
	readonly #own = new Shelf();
	readonly #parent: Checkpoints | null;
	readonly #at: number;
	#spacing = 1;
	#measured = new Set<object>();
	/** Bytes of one checkpoint that its neighbour does not hold too: the mean of those measured. */
	#mean = 0;
	#samples = 0;

	constructor(parent: Checkpoints | null = null, at = 0) {
		this.#parent = parent;
		this.#at = at;
	}

	/** How far apart two checkpoints should be, as a `stretch`. */
	get spacing(): number {
		return this.#spacing;
	}

	/** About how many bytes this branch's own checkpoints hold. */
	get bytes(): number {
		return Math.round(this.#own.list.length * this.#mean);
	}

	/** The last checkpoint at or before `step`, or null when the branch has none there. */
	before(step: number): Checkpoint | null {
		const own = this.#own.before(step);
		return own ?? this.#parent?.before(Math.min(step, this.#at)) ?? null;
	}

	/** Keeps a checkpoint; when they grow too large for a run of `events` events, drops every second one. */
	keep(checkpoint: Checkpoint, events: number): void {
		if (this.#own.list.length % MEASURED < 2) this.#measure(checkpoint.snapshot);
		this.#own.keep(checkpoint);
		while (this.bytes > BYTES_AT_LEAST + BYTES_PER_EVENT * events && this.#own.list.length > 8) this.#thin();
	}

	/** Measures two neighbours in turn: what the second adds to the first. */
	#measure(snapshot: unknown): void {
		const { bytes, seen } = snapshotBytes(snapshot, this.#measured);
		this.#measured = seen;
		if (this.#own.list.length % MEASURED !== 1) return;
		this.#samples++;
		this.#mean += (bytes - this.#mean) / this.#samples;
	}

	/** Drops every second one, first and last excepted, and keeps later ones at twice the distance. */
	#thin(): void {
		for (let i = this.#own.list.length - 2; i > 0; i -= 2) this.#own.remove(i);
		this.#spacing *= 2;
	}
}

/** Dense checkpoints around the position; those farthest from it are dropped first. */
export class NearCheckpoints {
	readonly #shelf = new Shelf();
	readonly #most: number;

	constructor(most = 64) {
		this.#most = most;
	}

	get length(): number {
		return this.#shelf.list.length;
	}

	before(step: number): Checkpoint | null {
		return this.#shelf.before(step);
	}

	has(checkpoint: Checkpoint): boolean {
		return this.#shelf.list.includes(checkpoint);
	}

	/** Keeps a checkpoint, with the reader at `position`. */
	keep(checkpoint: Checkpoint, position: number): void {
		this.#shelf.keep(checkpoint);
		const list = this.#shelf.list;
		if (list.length <= this.#most) return;
		const first = position - (list[0] as Checkpoint).step;
		const last = (list[list.length - 1] as Checkpoint).step - position;
		this.#shelf.remove(first > last ? 0 : list.length - 1);
	}

	clear(): void {
		this.#shelf.clear();
	}
}
