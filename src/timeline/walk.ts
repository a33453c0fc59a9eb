// Taking known steps once more, one after the other, to see what the index does not hold.

import type { StepInfo } from "../computer/index.ts";
import type { KernelEvent, Pid, Place } from "../kernel/index.ts";
import type { Recording } from "./recording.ts";
import type { Open, Subject } from "./subject.ts";

/** The events of one step. */
export interface StepEvents {
	readonly step: number;
	readonly pid: Pid | null;
	readonly events: readonly KernelEvent[];
}

/** A computer of its own that repeats steps of a branch; the position of the reader does not move. */
export class Walker {
	readonly #recording: Recording;
	readonly #open: Open;
	#subject: Subject | null = null;

	constructor(recording: Recording, open: Open) {
		this.#recording = recording;
		this.#open = open;
	}

	/** Takes steps `from` + 1 … `to` one by one (those without events too when `every`) until `visit` says it has seen enough. */
	walk(from: number, to: number, every: boolean, visit: (step: StepInfo, subject: Subject) => boolean): void {
		const subject = this.#at(from);
		const end = Math.min(to, this.#recording.length);
		while (subject.step < end) {
			const info = subject.advance(every ? 1 : end - subject.step);
			if (info.steps === 0) return;
			if ((every || info.events.length > 0) && visit(info, subject)) return;
		}
	}

	/** The events of steps `from` + 1 … `to`. */
	events(from: number, to: number): StepEvents[] {
		const found: StepEvents[] = [];
		this.walk(from, to, false, ({ pid, events }, subject) => {
			found.push({ step: subject.step, pid, events });
			return false;
		});
		return found;
	}

	#at(step: number): Subject {
		if (this.#subject === null) this.#subject = this.#open(this.#recording.decisions);
		const subject = this.#subject;
		const start = this.#recording.checkpoints.before(step);
		if (start !== null && (subject.step > step || subject.step < start.step)) subject.restore(start.snapshot);
		while (subject.step < step) if (subject.advance(step - subject.step).steps === 0) break;
		return subject;
	}
}

/** Steps that `nextLine` and `previousLine` look at before they stop where they are. */
const REACH = 200_000;
/** Steps that `previousLine` takes again at first; more when no line begins in them. */
const STRETCH = 64;

/** The first position after `from` at which the one who acts stands on another line than the one who acted before. */
export function nextLine(walker: Walker, from: number, length: number): number {
	const end = Math.min(length, from + REACH);
	let line = "";
	let found = end;
	walker.walk(Math.max(0, from - 1), end, true, (info, subject) => {
		const now = lineOf(info.pid, subject) ?? line;
		if (subject.step > from && now !== line) found = subject.step;
		line = now;
		return found < end;
	});
	return found;
}

/** The last position before `from` at which a line begins, as `nextLine` finds it; 0 is one. */
export function previousLine(walker: Walker, from: number): number {
	const least = Math.max(0, from - REACH);
	// Stretches overlap by one step: the first of each only tells on which line its second one does not begin.
	let stretch = STRETCH;
	for (let stop = from; ; stretch *= 4) {
		const start = Math.max(least, stop - stretch);
		let line: string | null = start === 0 ? "" : null;
		let found = -1;
		walker.walk(Math.max(0, start - 1), stop - 1, true, (info, subject) => {
			const now = lineOf(info.pid, subject) ?? line;
			if (line !== null && now !== line && subject.step > start) found = subject.step;
			line = now;
			return false;
		});
		if (found >= 0) return found;
		if (start === least) return least;
		stop = start + 1;
	}
}

function lineOf(pid: Pid | null, subject: Subject): string | null {
	const place = pid === null ? null : subject.placeOf(pid);
	return place === null ? null : `${pid} ${placeText(place)}`;
}

/** `file:line`. */
export function placeText(place: Place): string {
	return `${place.file}:${place.line}`;
}
