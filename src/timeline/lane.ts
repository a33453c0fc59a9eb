// One process's life as intervals of one state each, and the quick answer to 'which state fills this pixel?'.

import { Rows } from "./rows.ts";

/** What a process is doing in one step: exactly one process runs, or none. */
export type LaneState = "running" | "ready" | "waiting" | "stopped" | "zombie";

/** Numbers of the states in `dominant`; 0 is 'not there'. */
export const LANE_STATES: readonly (LaneState | null)[] = [
	null,
	"running",
	"ready",
	"waiting",
	"stopped",
	"zombie",
];
export type LaneCode = 0 | 1 | 2 | 3 | 4 | 5;
export const RUNNING = 1;

/** Steps `from` … `to` - 1 (step s leads from position s to position s + 1). */
export interface Interval {
	readonly from: number;
	readonly to: number;
	readonly state: LaneState;
}

const FROM = 0;
const STATE = 1;
/** Steps whose totals are kept together; windows that give a pixel this many times two are answered from totals. */
const BUCKET = 64;

export class Lane {
	readonly #rows: Rows;
	/** Steps spent in each state (1 … 5) before step `row * BUCKET`; made when first asked for. */
	readonly #totals = new Rows(5);
	/** First step after it is gone, or null. */
	end: number | null = null;

	constructor(rows = new Rows(2)) {
		this.#rows = rows;
	}

	get bytes(): number {
		return this.#rows.bytes + this.#totals.bytes;
	}

	/** The first step at which it is there. */
	get born(): number {
		return this.#rows.length === 0 ? 0 : this.#rows.get(0, FROM);
	}

	/** The state that now lasts. */
	get last(): LaneCode {
		return this.#state(this.#rows.length - 1);
	}

	/** The step since when it has its last state. */
	get since(): number {
		return this.#rows.get(this.#rows.length - 1, FROM);
	}

	/** From step `from` on, which is not before any change already noted, it is in `state`. */
	change(from: number, state: LaneCode): void {
		const last = this.#rows.length - 1;
		if (last >= 0 && this.#rows.get(last, FROM) === from) {
			if (last > 0 && this.#state(last - 1) === state) this.#rows.pop();
			else this.#rows.set(last, STATE, state);
		} else if (last < 0 || this.#state(last) !== state) this.#rows.push(from, state);
	}

	/** The state in step `step`; 0 when it is not there. `length` is the length of the run. */
	at(step: number, length: number): LaneCode {
		if (step < this.born || step >= this.#stop(length)) return 0;
		return this.#state(this.#rows.lowerBound(FROM, step + 1) - 1);
	}

	/** The intervals that touch [from, to), cut to it; the first `limit` of them. */
	intervals(from: number, to: number, length: number, limit = Number.POSITIVE_INFINITY): Interval[] {
		const stop = Math.min(to, this.#stop(length));
		const found: Interval[] = [];
		let row = Math.max(0, this.#rows.lowerBound(FROM, from + 1) - 1);
		for (; row < this.#rows.length && this.#rows.get(row, FROM) < stop && found.length < limit; row++) {
			const start = Math.max(from, this.#rows.get(row, FROM));
			const end = Math.min(stop, this.#ends(row, length));
			const state = LANE_STATES[this.#state(row)];
			if (end > start && state) found.push({ from: start, to: end, state });
		}
		return found;
	}

	/** For each of `pixels` equal parts of [from, to) the state it spends most of that part in, as a code. */
	dominant(
		from: number,
		to: number,
		pixels: number,
		length: number,
		out = new Uint8Array(pixels),
	): Uint8Array {
		const perPixel = (to - from) / pixels;
		if (perPixel >= 2 * BUCKET) this.#fromTotals(from, perPixel, pixels, length, out);
		else this.#fromRows(from, perPixel, pixels, length, out);
		return out;
	}

	/** The lane of a run that is the same up to position `at`; states that begin there are to be noted anew. */
	fork(at: number): Lane {
		const lane = new Lane(this.#rows.fork(Math.max(1, this.#rows.lowerBound(FROM, at))));
		lane.end = this.end !== null && this.end <= at ? this.end : null;
		return lane;
	}

	#state(row: number): LaneCode {
		return this.#rows.get(row, STATE) as LaneCode;
	}

	#stop(length: number): number {
		return this.end ?? length;
	}

	#ends(row: number, length: number): number {
		return row + 1 < this.#rows.length ? this.#rows.get(row + 1, FROM) : this.#stop(length);
	}

	/** Fine windows: walk the intervals once; at most 2 * BUCKET of them fall on a pixel. */
	#fromRows(from: number, perPixel: number, pixels: number, length: number, out: Uint8Array): void {
		const spent = new Float64Array(LANE_STATES.length);
		let row = Math.max(0, this.#rows.lowerBound(FROM, Math.floor(from) + 1) - 1);
		for (let pixel = 0; pixel < pixels; pixel++) {
			const start = from + pixel * perPixel;
			const stop = start + perPixel;
			spent.fill(0);
			while (row > 0 && this.#rows.get(row, FROM) > start) row--;
			for (let r = row; r < this.#rows.length; r++) {
				const begins = this.#rows.get(r, FROM);
				if (begins >= stop) break;
				const share = Math.min(stop, this.#ends(r, length)) - Math.max(start, begins);
				if (share > 0) spent[this.#state(r)] = (spent[this.#state(r)] as number) + share;
				row = r;
			}
			out[pixel] = most(spent);
		}
	}

	#fromTotals(from: number, perPixel: number, pixels: number, length: number, out: Uint8Array): void {
		this.#bringTotalsTo(length);
		const spent = new Float64Array(LANE_STATES.length);
		const last = this.#totals.length - 1;
		for (let pixel = 0; pixel < pixels; pixel++) {
			const start = Math.min(last, Math.round((from + pixel * perPixel) / BUCKET));
			const stop = Math.min(last, Math.round((from + (pixel + 1) * perPixel) / BUCKET));
			for (let state = 1; state < LANE_STATES.length; state++) {
				spent[state] = this.#totals.get(stop, state - 1) - this.#totals.get(start, state - 1);
			}
			out[pixel] = most(spent);
		}
	}

	/** Adds the totals of the whole buckets that the run has grown by. */
	#bringTotalsTo(length: number): void {
		if (this.#totals.length === 0) this.#totals.push(0, 0, 0, 0, 0);
		let step = (this.#totals.length - 1) * BUCKET;
		const sums = [0, 1, 2, 3, 4].map((word) => this.#totals.get(this.#totals.length - 1, word));
		let row = Math.max(0, this.#rows.lowerBound(FROM, step + 1) - 1);
		while (step + BUCKET <= length) {
			const stop = step + BUCKET;
			for (; row < this.#rows.length && this.#rows.get(row, FROM) < stop; row++) {
				const share = Math.min(stop, this.#ends(row, length)) - Math.max(step, this.#rows.get(row, FROM));
				const state = this.#state(row) - 1;
				if (share > 0) sums[state] = (sums[state] as number) + share;
				if (this.#ends(row, length) > stop) break;
			}
			this.#totals.push(...(sums as [number, number, number, number, number]));
			step = stop;
		}
	}
}

/** The state with the largest share; 0 when none has any. Of equal shares the busier state wins. */
function most(spent: Float64Array): LaneCode {
	let best = 0;
	for (let state = 1; state < spent.length; state++) {
		if ((spent[state] as number) > (best === 0 ? 0 : (spent[best] as number))) best = state;
	}
	return best as LaneCode;
}
