// A run as a thing one can hold: forward, back, anywhere, and other futures beside the one that came.

import { invariant } from "../base/index.ts";
import type { Decision, RunOutcome } from "../computer/index.ts";
import type { KernelEvent, Pid } from "../kernel/index.ts";
import type { Member } from "./cast.ts";
import type { EventIndex } from "./event-index.ts";
import { findAll } from "./find.ts";
import type { Moment } from "./happening.ts";
import type { Lanes } from "./lanes.ts";
import { type Names, nameProcesses, type SourceLabels } from "./names.ts";
import { type Branch, type BranchId, Recording } from "./recording.ts";
import type { Open, Subject } from "./subject.ts";
import { Travel } from "./travel.ts";
import { nextLine, previousLine, type StepEvents, Walker } from "./walk.ts";
import type { Known } from "./words.ts";

/** What one press of a key moves by. */
export type Unit = "event" | "line" | "step";

/** Steps by which the run is extended when somebody goes beyond what is known. */
const SLICE = 20_000;

/**
 * A run and its branches. A position is a number of steps taken: 0 is before the first. Whatever asks for more than is
 * known of the run (`seek`, `find`, `next`) extends it first; a caller that must not stall extends in slices before.
 */
export class Timeline {
	readonly #open: Open;
	readonly #labels: SourceLabels;
	readonly #recordings: Recording[];
	#active: Recording;
	#travel: Travel;
	#walker: Walker;
	#names: { readonly version: number; readonly recording: Recording; readonly names: Names } | null = null;

	constructor(open: Open, labels: SourceLabels, decisions: readonly Decision[] = []) {
		this.#open = open;
		this.#labels = labels;
		this.#active = new Recording(0, open, byStep(decisions), null);
		this.#recordings = [this.#active];
		this.#travel = new Travel(this.#active, open);
		this.#walker = new Walker(this.#active, open);
	}

	// ---- what is known of the active branch ----

	/** All branches; the first is the run as it came. */
	get branches(): readonly Branch[] {
		return this.#recordings;
	}

	get active(): Branch {
		return this.#active;
	}

	/** Steps known. */
	get length(): number {
		return this.#active.length;
	}

	/** The run is over, or goes on only with another decision (somebody types). */
	get complete(): boolean {
		return this.#active.complete;
	}

	/** All events known, in short; whole ones are had by `eventsBetween`. */
	get index(): EventIndex {
		return this.#active.events;
	}

	get lanes(): Lanes {
		return this.#active.lanes;
	}

	/** Processes in the order of their birth. */
	get cast(): readonly Member[] {
		return this.#active.cast.members;
	}

	get names(): Names {
		const { cast } = this.#active;
		const made = this.#names;
		if (made !== null && made.version === cast.version && made.recording === this.#active) return made.names;
		const names = nameProcesses(cast.members, this.#labels);
		this.#names = { version: cast.version, recording: this.#active, names };
		return names;
	}

	/** Names and labels that phrases about this run may use. The run should be known to its end. */
	get known(): Known {
		return {
			names: [...this.names.values()],
			labels: [...new Set(this.#labels.places.map((place) => place.label))],
		};
	}

	/** Bytes of history held, all branches together. */
	get bytes(): number {
		return this.#recordings.reduce((sum, recording) => sum + recording.bytes, 0);
	}

	/** Runs on by at most `budget` steps beyond what is known; false when there is no more. */
	extend(budget: number): boolean {
		return this.#active.extend(budget);
	}

	// ---- the position ----

	get position(): number {
		return this.#travel.position;
	}

	/** The computer at the position. Read it only. */
	get computer(): Subject {
		return this.#travel.subject;
	}

	/** What happened in the step just taken. */
	events(): readonly KernelEvent[] {
		return this.#travel.events;
	}

	/** The same at the same position of the same run, always and on every machine. */
	fingerprint(): number {
		return this.computer.fingerprint();
	}

	/** Goes to a position, or as near to it as the run has one; returns where it went. */
	seek(step: number): number {
		const wanted = Math.max(0, Math.floor(step));
		while (this.length < wanted && this.extend(Math.min(SLICE, wanted - this.length)));
		this.#travel.seek(Math.min(wanted, this.length));
		return this.position;
	}

	/** The position one event, line or step on; the end when there is none. Goes nowhere: `seek` does. */
	next(unit: Unit): number {
		const { position } = this;
		if (unit === "event") return this.#nextEvent(position);
		this.#know(position + 1);
		if (unit === "step") return Math.min(position + 1, this.length);
		for (;;) {
			const known = this.length;
			const found = nextLine(this.#walker, position, known);
			if (found < known || !this.extend(SLICE)) return found;
		}
	}

	/** The position one event, line or step back; 0 when there is none. */
	previous(unit: Unit): number {
		const { position } = this;
		if (unit === "step") return Math.max(0, position - 1);
		if (unit === "line") return position === 0 ? 0 : previousLine(this.#walker, position);
		const row = this.index.from(position) - 1;
		return row < 0 ? 0 : this.index.step(row);
	}

	/** Whole events of steps `from` + 1 … `to`; the position stays. */
	eventsBetween(from: number, to: number): StepEvents[] {
		this.#know(to);
		return this.#walker.events(from, to);
	}

	/**
	 * Takes steps `from` + 1 … `to` once more, one by one, until `visit` has seen enough: it is told who took the step,
	 * the system calls that began in it, and the computer after it. The position stays.
	 */
	walk(
		from: number,
		to: number,
		visit: (actor: Pid | null, calls: readonly string[], subject: Subject) => boolean,
	): void {
		this.#know(to);
		this.#walker.walk(from, to, true, ({ pid, events }, subject) => {
			const calls = events.flatMap((event) => (event.kind === "calls" ? [event.call.name] : []));
			return visit(pid, calls, subject);
		});
	}

	// ---- moments ----

	/** The position of a moment, or null when it never comes. */
	find(moment: Moment): number | null {
		return this.findAll(moment, 1)[0] ?? null;
	}

	/** The positions that fit a moment from its ordinal on ('writer waits': every time it does), at most `most`. */
	findAll(moment: Moment, most?: number): number[] {
		const run = {
			recording: this.#active,
			walker: this.#walker,
			labels: this.#labels,
			names: () => this.names,
		};
		return findAll(moment, run, most);
	}

	/** The active branch at its very beginning, for whoever wants to watch all of it once more. Position and history stay. */
	again(): Subject {
		return this.#open(this.#active.decisions);
	}

	/** How the run ended, when the position is its end. */
	get outcome(): RunOutcome | null {
		return this.position === this.length ? this.#active.outcome : null;
	}

	// ---- other futures ----

	/**
	 * Another future: the run up to position `at`, where `decision` is taken. The active branch and the position stay.
	 * Decisions of the active branch from there on are not part of it; what was typed at this very position is, unless
	 * the decision is taken `instead`. The same future twice is the same branch.
	 */
	fork(at: number, decision: NewDecision, instead = false): BranchId {
		this.#know(at);
		invariant(at >= 0 && at <= this.length, "a branch leaves its run at a known position");
		const parent = this.#active;
		const kept = parent.decisions.filter((one) => {
			if (one.at !== at || one.kind === "login") return one.at <= at;
			return !instead && one.kind !== "run" && decision.kind !== "run";
		});
		const decisions = [...kept, { ...decision, at }];
		const known = this.#recordings.find((one) => sameDecisions(one.decisions, decisions));
		if (known !== undefined) return known.id;
		const state = this.#stateAt(at);
		const recording = new Recording(this.#recordings.length, this.#open, decisions, { parent, at, state });
		this.#recordings.push(recording);
		return recording.id;
	}

	/** Makes a branch the active one, at the same position as far as both futures agree, else where it leaves its parent. */
	switchTo(id: BranchId): void {
		const recording = this.#recordings[id];
		invariant(recording !== undefined, `a branch ${id}`);
		if (recording === this.#active) return;
		const position = Math.min(this.position, this.#agreement(this.#active, recording));
		this.#active.rest();
		this.#active = recording;
		this.#travel = new Travel(recording, this.#open);
		this.#walker = new Walker(recording, this.#open);
		this.seek(position);
	}

	#know(step: number): void {
		while (this.length < step && this.extend(Math.min(SLICE, step - this.length)));
	}

	#nextEvent(position: number): number {
		for (;;) {
			const row = this.index.from(position + 1);
			if (row < this.index.length) return this.index.step(row);
			if (!this.extend(SLICE)) break;
		}
		const row = this.index.from(position + 1);
		return row < this.index.length ? this.index.step(row) : this.length;
	}

	#stateAt(step: number) {
		if (step === this.position) return this.computer.kernel.state;
		const travel = new Travel(this.#active, this.#open);
		travel.seek(step);
		return travel.subject.kernel.state;
	}

	/** The last position that two branches share. */
	#agreement(a: Recording, b: Recording): number {
		const line = new Map<BranchId, number>();
		let least = Number.POSITIVE_INFINITY;
		for (let one: Recording | undefined = a; one; one = this.#recordings[one.parent ?? -1]) {
			line.set(one.id, least);
			least = Math.min(least, one.at);
		}
		least = Number.POSITIVE_INFINITY;
		for (let one: Recording | undefined = b; one; one = this.#recordings[one.parent ?? -1]) {
			const other = line.get(one.id);
			if (other !== undefined) return Math.min(least, other);
			least = Math.min(least, one.at);
		}
		return 0;
	}
}

/** A decision without its step: the fork says when. */
export type NewDecision = Decision extends infer D ? (D extends Decision ? Omit<D, "at"> : never) : never;

function byStep(decisions: readonly Decision[]): readonly Decision[] {
	return [...decisions].sort((a, b) => a.at - b.at);
}

/** Whether both make the same future of the same run. */
export function sameDecisions(a: readonly Decision[], b: readonly Decision[]): boolean {
	return JSON.stringify(a.map(decisionKey)) === JSON.stringify(b.map(decisionKey));
}

function decisionKey(decision: Decision): unknown[] {
	switch (decision.kind) {
		case "run":
			return [decision.at, "run", decision.pid];
		case "type":
			return [decision.at, "type", decision.text, decision.terminal];
		case "end-input":
		case "login":
			return [decision.at, decision.kind];
	}
}
