// The index of a run's events: twenty bytes each. The whole event is had again by taking its step once more.

import { unreachable } from "../base/index.ts";
import type { KernelEvent, ObjectRef, Outcome, Pid, SystemCall, Wait } from "../kernel/index.ts";
import { Rows } from "./rows.ts";

export type EventKind = KernelEvent["kind"];
export type CallName = SystemCall["name"];
export type WaitKind = Wait["on"];

/** Names as small numbers: position in a list of names. The lists of the closed unions are complete by type. */
const KIND_CODES: { readonly [K in EventKind]: number } = {
	calls: 0,
	returns: 1,
	waits: 2,
	wakes: 3,
	transfers: 4,
	opens: 5,
	closes: 6,
	"end-closed": 7,
	vanishes: 8,
	forks: 9,
	execs: 10,
	exits: 11,
	killed: 12,
	reaped: 13,
	adopted: 14,
	"signal-sent": 15,
	"signal-handled": 16,
	"handler-returns": 17,
	stops: 18,
	continues: 19,
	switches: 20,
	"time-passes": 21,
};
const KINDS = Object.keys(KIND_CODES) as EventKind[];

/** A set of names that grows as they are met; shared by all branches of a timeline. */
export class Vocabulary {
	readonly #codes = new Map<string, number>();
	readonly #names: string[] = [];

	code(name: string): number {
		const known = this.#codes.get(name);
		if (known !== undefined) return known;
		this.#codes.set(name, this.#names.length);
		return this.#names.push(name) - 1;
	}

	name(code: number): string {
		return this.#names[code] ?? "";
	}
}

/** An event without its bytes, as the index keeps it. */
export interface EventRow {
	/** The step that made it: the position at which it has just happened. */
	readonly step: number;
	/** Whose event; 0 for nobody's. */
	readonly pid: Pid;
	readonly kind: EventKind;
	/** calls, returns, waits: the system call. wakes: what it waited for. execs: the program. transfers: `in` or `out`. Else empty. */
	readonly word: string;
	/** The value returned, the object, descriptor, child, status or signal: what the kind is about. */
	readonly subject: number;
	/** The other process, byte count, errno or wait. */
	readonly object: string | number;
}

const STEP = 0;
const PID = 1;
const WHAT = 2;
const SUBJECT = 3;
const OBJECT = 4;

/** All events of one branch, in order. */
export class EventIndex {
	readonly #rows: Rows;
	readonly #words: Vocabulary;

	constructor(words = new Vocabulary(), rows = new Rows(5)) {
		this.#words = words;
		this.#rows = rows;
	}

	get length(): number {
		return this.#rows.length;
	}

	/** Bytes held. */
	get bytes(): number {
		return this.#rows.bytes;
	}

	add(step: number, event: KernelEvent): void {
		const words = this.#words;
		const { pid, word, subject, object } = summary(event);
		const what = KIND_CODES[event.kind] | (words.code(word) << 8);
		this.#rows.push(step, pid, what, subject, typeof object === "string" ? words.code(object) : object);
	}

	/** Row `i`, 0 … length - 1. */
	row(i: number): EventRow {
		const what = this.#rows.get(i, WHAT);
		const kind = KINDS[what & 255] as EventKind;
		const object = this.#rows.get(i, OBJECT);
		return {
			step: this.#rows.get(i, STEP),
			pid: this.#rows.get(i, PID),
			kind,
			word: this.#words.name(what >> 8),
			subject: this.#rows.get(i, SUBJECT),
			object: kind === "returns" || kind === "waits" ? this.#words.name(object) : object,
		};
	}

	step(i: number): number {
		return this.#rows.get(i, STEP);
	}

	kind(i: number): EventKind {
		return KINDS[this.#rows.get(i, WHAT) & 255] as EventKind;
	}

	pid(i: number): Pid {
		return this.#rows.get(i, PID);
	}

	/** The first row of step `step` or later. */
	from(step: number): number {
		return this.#rows.lowerBound(STEP, step);
	}

	/** The last row before `end` (a row number) that `matches`, or -1; looks at no more than `reach` rows. */
	lastBefore(end: number, matches: (row: EventRow) => boolean, reach = Number.POSITIVE_INFINITY): number {
		for (let i = end - 1; i >= 0 && i >= end - reach; i--) if (matches(this.row(i))) return i;
		return -1;
	}

	/** The index of a run that is the same up to position `step`. */
	fork(step: number): EventIndex {
		return new EventIndex(this.#words, this.#rows.fork(this.from(step + 1)));
	}
}

interface Summary {
	readonly pid: Pid;
	readonly word: string;
	readonly subject: number;
	readonly object: string | number;
}

function about(pid: Pid, word: string, subject = 0, object: string | number = 0): Summary {
	return { pid, word, subject, object };
}

function summary(event: KernelEvent): Summary {
	switch (event.kind) {
		case "calls":
			return about(event.pid, event.call.name, "fd" in event.call ? event.call.fd : -1);
		case "returns":
			return about(event.pid, event.call.name, answer(event.outcome), errno(event.outcome));
		case "waits":
			return about(event.pid, event.call.name, event.again ? 1 : 0, event.wait.on);
		case "wakes":
			return about(event.pid, event.wait.on, 0, event.by ?? 0);
		case "transfers":
			return about(event.pid, event.direction, objectId(event.object), event.bytes.length);
		case "opens":
		case "closes":
			return about(event.pid, "", event.fd, event.openFile);
		case "end-closed":
			return about(event.pid, event.end, event.pipe);
		case "vanishes":
			return about(0, event.object.kind, objectId(event.object), event.discarded);
		case "forks":
			return about(event.pid, "", event.child);
		case "execs":
			return about(event.pid, event.program);
		case "exits":
			return about(event.pid, "", event.status);
		case "killed":
		case "signal-handled":
		case "stops":
			return about(event.pid, "", event.signal);
		case "signal-sent":
			return about(event.pid, "", event.signal, event.from ?? 0);
		case "reaped":
			return about(event.pid, "", 0, event.by);
		case "adopted":
			return about(event.pid, "", 0, event.from);
		case "handler-returns":
		case "continues":
			return about(event.pid, "");
		case "switches":
			return about(event.to, "", 0, event.from ?? 0);
		case "time-passes":
			return about(0, "", event.to | 0);
		default:
			return unreachable(event);
	}
}

/** The number a program sees; -1 for failures, 0 where nothing returns. */
function answer(outcome: Outcome): number {
	if (outcome.kind === "done") return outcome.value;
	if (outcome.kind === "forked") return outcome.child;
	return outcome.kind === "failed" ? -1 : 0;
}

function errno(outcome: Outcome): string {
	return outcome.kind === "failed" ? outcome.errno : "";
}

/** The number of an object; devices have none: -1. */
export function objectId(object: ObjectRef): number {
	return object.kind === "device" ? -1 : object.id;
}
