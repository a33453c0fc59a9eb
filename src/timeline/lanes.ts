// The picture below the stage as numbers: a lane per process, arrows from cause to effect, marks; for a million events.

import type { StepInfo } from "../computer/index.ts";
import type { KernelEvent, KernelState, ObjectId, Pid } from "../kernel/index.ts";
import { objectId } from "./event-index.ts";
import { type Interval, Lane, type LaneCode, RUNNING } from "./lane.ts";
import { Rows } from "./rows.ts";

export type ArrowKind = "data" | "signal" | "fork" | "wake" | "exit";

/** From the step of a cause to the step of its effect; both are positions just after the step. */
export interface Arrow {
	readonly kind: ArrowKind;
	readonly from: { readonly pid: Pid; readonly step: number };
	readonly to: { readonly pid: Pid; readonly step: number };
}

/** Something that happened to one process at a position. */
export interface LaneMark {
	readonly step: number;
	readonly pid: Pid;
	readonly kind: MarkKind;
	/** The signal or status, or 0. */
	readonly value: number;
}
export type MarkKind = "signal" | "handler" | "exit" | "killed" | "exec" | "stop" | "continue";

const ARROWS: readonly ArrowKind[] = ["data", "signal", "fork", "wake", "exit"];
const MARKS: readonly MarkKind[] = ["signal", "handler", "exit", "killed", "exec", "stop", "continue"];
/** init: real, but not shown. */
const INIT = 1;
/** Arrows that start in a window but end after it are looked for among so many. */
const OVERHANG = 512;

// Words of an arrow's row: sorted by the step it ends at.
const TO_STEP = 0;
const TO_PID = 1;
const FROM_STEP = 2;
const FROM_PID = 3;
const ARROW = 4;

/** Who sent a signal that has not arrived: kept as rows so that branches share them. Words: pid, signal, step, from. */
const SENT_REACH = 4096;

export class Lanes {
	readonly #lanes = new Map<Pid, Lane>();
	/** Who took the last step. */
	#runner: Pid | null = null;
	#length = 0;
	/** From which step on who took the steps. Words: step, pid. */
	#turns = new Rows(2);
	#arrows = new Rows(5);
	#marks = new Rows(4);
	#sent = new Rows(4);
	/** Per object what was written to it: end offset, step, pid. */
	readonly #writes = new Map<ObjectId, Rows>();

	/** Processes in the order in which they came to be. */
	get pids(): readonly Pid[] {
		return [...this.#lanes.keys()];
	}

	/** Steps known. */
	get length(): number {
		return this.#length;
	}

	/** Bytes held. */
	get bytes(): number {
		let sum = this.#turns.bytes + this.#arrows.bytes + this.#marks.bytes + this.#sent.bytes;
		for (const lane of this.#lanes.values()) sum += lane.bytes;
		for (const writes of this.#writes.values()) sum += writes.bytes;
		return sum;
	}

	/** First step at which a process is there, and first at which it is not there any more (the run's length while it is). */
	span(pid: Pid): { readonly from: number; readonly to: number } | null {
		const lane = this.#lanes.get(pid);
		return lane === undefined ? null : { from: lane.born, to: lane.end ?? this.#length };
	}

	/** What a process does in steps [from, to), without gaps while it is there; the first `limit` intervals. */
	intervals(pid: Pid, from: number, to: number, limit?: number): Interval[] {
		return this.#lanes.get(pid)?.intervals(from, to, this.#length, limit) ?? [];
	}

	/** Who took a step, or null when only time passed. With two processors others may have run beside it. */
	runner(step: number): Pid | null {
		const row = this.#turns.lowerBound(0, step + 1) - 1;
		const pid = row < 0 ? null : this.#turns.get(row, 1);
		return pid !== null && this.#lanes.get(pid)?.at(step, this.#length) === RUNNING ? pid : null;
	}

	/** For each of `pixels` equal parts of [from, to) the state that fills most of it, as an index of `LANE_STATES`. */
	dominant(pid: Pid, from: number, to: number, pixels: number, out = new Uint8Array(pixels)): Uint8Array {
		const lane = this.#lanes.get(pid);
		return lane === undefined ? out.fill(0) : lane.dominant(from, to, pixels, this.#length, out);
	}

	/** Arrows that touch [from, to); when there are more than `limit`, so many evenly chosen ones. */
	arrows(from: number, to: number, limit = 1000): Arrow[] {
		const first = this.#arrows.lowerBound(TO_STEP, from);
		const last = this.#arrows.lowerBound(TO_STEP, to);
		const found = thinned(first, last, limit);
		const end = Math.min(this.#arrows.length, last + OVERHANG);
		for (let row = last; row < end && found.length < limit; row++) {
			if (this.#arrows.get(row, FROM_STEP) < to) found.push(row);
		}
		return found.map((row) => this.#arrow(row));
	}

	/** Marks in [from, to), thinned like arrows. */
	marks(from: number, to: number, limit = 1000): LaneMark[] {
		const rows = thinned(this.#marks.lowerBound(0, from), this.#marks.lowerBound(0, to), limit);
		return rows.map((row) => ({
			step: this.#marks.get(row, 0),
			pid: this.#marks.get(row, 1),
			kind: MARKS[this.#marks.get(row, 2)] as MarkKind,
			value: this.#marks.get(row, 3),
		}));
	}

	/** Notes who is there before the first step. */
	begin(state: KernelState): void {
		for (const pid of Object.keys(state.processes)) this.#settle(Number(pid), 0, state);
	}

	/** Notes what `info.steps` steps, which led to position `to`, have done. */
	record(info: StepInfo, to: number, state: KernelState): void {
		const from = to - info.steps;
		this.#length = to;
		const last = info.pid;
		const earlier = before(info.events, last, this.#runner);
		if (info.steps > 1 && earlier !== null) this.#runs(earlier, from, state);
		if (last !== null) this.#runs(last, to - 1, state);
		if (info.events.length === 0) return;
		for (const event of info.events) this.#note(event, to);
		for (const event of info.events) {
			this.#settle(event.kind === "switches" ? event.to : pidOf(event), to, state);
			const other = otherOf(event);
			if (other !== null) this.#settle(other, to, state);
		}
	}

	/** The lanes of a run that is the same up to position `at`, where the kernel is in `state`. */
	fork(at: number, state: KernelState): Lanes {
		const copy = new Lanes();
		copy.#length = at;
		copy.#turns = this.#turns.fork(this.#turns.lowerBound(0, at));
		const turn = copy.#turns.length - 1;
		copy.#arrows = this.#arrows.fork(this.#arrows.lowerBound(TO_STEP, at + 1));
		copy.#marks = this.#marks.fork(this.#marks.lowerBound(0, at + 1));
		copy.#sent = this.#sent.fork(this.#sent.lowerBound(0, at + 1));
		for (const [id, writes] of this.#writes) copy.#writes.set(id, writes.fork(writes.lowerBound(1, at + 1)));
		for (const [pid, lane] of this.#lanes) {
			if (lane.born > at) continue;
			const kept = lane.fork(at);
			copy.#lanes.set(pid, kept);
			if (kept.end !== null) continue;
			const ran = turn >= 0 && copy.#turns.get(turn, 1) === pid;
			if (ran && kept.last === RUNNING && kept.since < at) copy.#runner = pid;
			copy.#settle(pid, at, state);
		}
		return copy;
	}

	#arrow(row: number): Arrow {
		return {
			kind: ARROWS[this.#arrows.get(row, ARROW)] as ArrowKind,
			from: { pid: this.#arrows.get(row, FROM_PID), step: this.#arrows.get(row, FROM_STEP) },
			to: { pid: this.#arrows.get(row, TO_PID), step: this.#arrows.get(row, TO_STEP) },
		};
	}

	/** From step `at` on `pid` is the one that takes steps. */
	#runs(pid: Pid, at: number, state: KernelState): void {
		if (this.#runner === pid) return;
		const before = this.#runner === null ? undefined : this.#lanes.get(this.#runner);
		const stays = this.#runner !== null && codeOf(state, this.#runner) === RUNNING;
		if (!stays && before !== undefined && before.end === null && before.last === RUNNING)
			before.change(at, READY);
		const lane = this.#lanes.get(pid);
		if (lane !== undefined && lane.end === null) lane.change(at, RUNNING);
		this.#runner = pid;
		this.#turns.push(at, pid);
	}

	/** Notes the state a process is in at position `at`. */
	#settle(pid: Pid, at: number, state: KernelState): void {
		if (pid <= INIT) return;
		const code = codeOf(state, pid);
		let lane = this.#lanes.get(pid);
		if (lane === undefined) {
			if (code === 0) return;
			lane = new Lane();
			this.#lanes.set(pid, lane);
			// Who logs in may take the very step in which it comes to be.
			if (code === READY && this.#runner === pid) lane.change(at, RUNNING);
		}
		if (lane.end !== null) return;
		if (code === 0) lane.end = at;
		else if (code !== READY || this.#runner !== pid) lane.change(at, code);
		if (code !== READY && code !== RUNNING && this.#runner === pid) this.#runner = null;
	}

	#note(event: KernelEvent, step: number): void {
		switch (event.kind) {
			case "transfers":
				if (event.direction === "out") this.#wrote(event, step);
				else this.#read(event, step);
				break;
			case "forks":
				this.#join("fork", event.pid, step, event.child, step);
				break;
			case "wakes":
				if (event.by !== null && event.by !== event.pid) this.#join("wake", event.by, step, event.pid, step);
				break;
			case "reaped": {
				const lane = this.#lanes.get(event.pid);
				if (lane !== undefined) this.#join("exit", event.pid, lane.since, event.by, step);
				break;
			}
			case "signal-sent":
				this.#sent.push(step, event.pid, event.signal, event.from ?? 0);
				this.#mark(step, event.pid, "signal", event.signal);
				break;
			case "signal-handled":
				this.#arrives(event.pid, event.signal, step);
				this.#mark(step, event.pid, "handler", event.signal);
				break;
			case "killed":
				this.#arrives(event.pid, event.signal, step);
				this.#mark(step, event.pid, "killed", event.signal);
				break;
			case "stops":
				this.#arrives(event.pid, event.signal, step);
				this.#mark(step, event.pid, "stop", event.signal);
				break;
			case "exits":
				this.#mark(step, event.pid, "exit", event.status);
				break;
			case "execs":
				this.#mark(step, event.pid, "exec", 0);
				break;
			case "continues":
				this.#mark(step, event.pid, "continue", 0);
				break;
		}
	}

	#mark(step: number, pid: Pid, kind: MarkKind, value: number): void {
		this.#marks.push(step, pid, MARKS.indexOf(kind), value);
	}

	#join(kind: ArrowKind, from: Pid, fromStep: number, to: Pid, toStep: number): void {
		if (from > INIT && to > INIT) this.#arrows.push(toStep, to, fromStep, from, ARROWS.indexOf(kind));
	}

	#wrote(event: Transfer, step: number): void {
		const id = objectId(event.object);
		let writes = this.#writes.get(id);
		if (writes === undefined) {
			writes = new Rows(3);
			this.#writes.set(id, writes);
		}
		// A message is known by its number, bytes of a stream by where they end.
		const end = event.object.kind === "queue" ? event.offset : event.offset + event.bytes.length;
		writes.push(end, step, event.pid);
	}

	/** One arrow per process whose bytes arrive, from the last step at which it wrote some of them. */
	#read(event: Transfer, step: number): void {
		const writes = this.#writes.get(objectId(event.object));
		if (writes === undefined) return;
		if (event.object.kind === "queue") {
			const row = writes.lowerBound(0, event.offset);
			const pid = row < writes.length && writes.get(row, 0) === event.offset ? writes.get(row, 2) : event.pid;
			if (pid !== event.pid) this.#join("data", pid, writes.get(row, 1), event.pid, step);
			return;
		}
		if (event.bytes.length === 0) return;
		const end = event.offset + event.bytes.length;
		const stream = event.object.kind === "pipe" || event.object.kind === "socket";
		let row = stream ? Math.min(writes.length - 1, writes.lowerBound(0, end)) : writes.length - 1;
		let writers = event.dyes;
		for (let reach = SENT_REACH; row >= 0 && writers.length > 0 && reach > 0; row--, reach--) {
			if (stream && writes.get(row, 0) <= event.offset) break;
			const pid = writes.get(row, 2);
			if (!writers.some((dye) => dye.pid === pid)) continue;
			writers = writers.filter((dye) => dye.pid !== pid);
			if (pid !== event.pid) this.#join("data", pid, writes.get(row, 1), event.pid, step);
		}
	}

	/** A signal has arrived: an arrow from who sent it, when a process did. */
	#arrives(pid: Pid, signal: number, step: number): void {
		const oldest = Math.max(0, this.#sent.length - SENT_REACH);
		for (let row = this.#sent.length - 1; row >= oldest; row--) {
			if (this.#sent.get(row, 1) !== pid || this.#sent.get(row, 2) !== signal) continue;
			const from = this.#sent.get(row, 3);
			if (from !== 0 && from !== pid) this.#join("signal", from, this.#sent.get(row, 0), pid, step);
			return;
		}
	}
}

type Transfer = Extract<KernelEvent, { kind: "transfers" }>;
const READY = 2;

/** With one processor whoever is ready counts as such: who takes the steps is noted apart. */
function codeOf(state: KernelState, pid: Pid): LaneCode {
	const { beside, running } = state.scheduler;
	if (beside !== null && (running === pid || beside.running === pid)) return RUNNING;
	switch (state.processes[pid]?.state) {
		case undefined:
			return 0;
		case "ready":
			return READY;
		case "waiting":
			return 3;
		case "stopped":
			return 4;
		case "zombie":
			return 5;
	}
}

function pidOf(event: KernelEvent): Pid {
	const { kind } = event;
	return kind === "switches" || kind === "vanishes" || kind === "time-passes" ? 0 : event.pid;
}

/** Who had the processor before the last step: `last`, who took it, unless it changed hands. */
function before(events: readonly KernelEvent[], last: Pid | null, runner: Pid | null): Pid | null {
	for (const event of events) if (event.kind === "switches") return event.from ?? runner;
	return last;
}

/** The second process an event tells of. */
function otherOf(event: KernelEvent): Pid | null {
	if (event.kind === "forks") return event.child;
	if (event.kind === "wakes" || event.kind === "reaped") return event.by;
	return event.kind === "switches" ? event.from : null;
}

/** Rows first … last - 1, or `limit` of them at equal distances. */
function thinned(first: number, last: number, limit: number): number[] {
	const count = last - first;
	if (count <= limit) return Array.from({ length: count }, (_, i) => first + i);
	return Array.from({ length: limit }, (_, i) => first + Math.floor((i * count) / limit));
}
