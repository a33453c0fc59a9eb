// Whether a claim is true at a position of a run, and what value a place has there.

import { decodeText, unreachable } from "../base/index.ts";
import type { RunOutcome } from "../computer/index.ts";
import {
	type KernelState,
	type MessageQueue,
	type Pid,
	type Pipe,
	type Process,
	processorOf,
	ranSoFar,
	type WaitStatus,
} from "../kernel/index.ts";
import type { Claim, ClaimedState, PipeFact, PlaceName, QueueFact, Relation } from "./claims.ts";
import type { EventIndex } from "./event-index.ts";
import { SOMEONE, type Who } from "./happening.ts";
import type { Names } from "./names.ts";

/** Everything a claim can be about: one position of one branch. */
export interface Situation {
	readonly kernel: KernelState;
	readonly names: Names;
	readonly events: EventIndex;
	readonly position: number;
	/** How the run ended, when this position is its end. */
	readonly outcome: RunOutcome | null;
	variable(pid: Pid, name: string): string | null;
}

/** Whether `claim` is true in the situation; a claim about what is not there is false. */
export function holdsIn(claim: Claim, situation: Situation): boolean {
	switch (claim.kind) {
		case "and":
			return claim.claims.every((one) => holdsIn(one, situation));
		case "or":
			return claim.claims.some((one) => holdsIn(one, situation));
		case "not":
			return !holdsIn(claim.claim, situation);
		case "at":
			return false;
		case "state":
			return pidsOf(claim.who, situation).some((pid) => isIn(claim.state, claim.wait, pid, situation));
		case "compare":
			return compares(placeValueIn(claim.place, situation), claim.relation, claim.value);
		case "output": {
			const text = outputIn(situation, claim.who);
			return claim.whole ? text === claim.text : text.includes(claim.text);
		}
		case "exit":
			return statuses(claim.who, situation).some(
				(status) => (status & 0x7f) === 0 && compares((status >> 8) & 255, claim.relation, claim.status),
			);
		case "signal":
			return statuses(claim.who, situation).some((status) => (status & 0x7f) === claim.signal);
		case "waiting":
			return shown(situation.kernel).some((process) => process.state === "waiting") === claim.some;
		case "no-queue":
			return Object.keys(situation.kernel.queues).length === 0;
		case "outcome":
			return situation.outcome?.kind === claim.outcome;
		case "answer":
			return pidsOf(claim.who, situation).some((pid) => answered(pid, claim, situation));
		default:
			return unreachable(claim);
	}
}

/** The value of a place, or null when it is not there. */
export function placeValueIn(place: PlaceName, situation: Situation): number | string | null {
	if (place.kind === "pipe") {
		const pipe = pipeNumbered(place.number, situation);
		return pipe === undefined ? null : pipeFact(pipe, place.fact);
	}
	if (place.kind === "queue") {
		const queue = queueNumbered(place.number, situation);
		return queue === undefined ? null : queueFact(queue, place.fact);
	}
	for (const pid of pidsOf(place.who, situation)) {
		const process = situation.kernel.processes[pid];
		const value = process === undefined ? null : processFact(process, place.fact, situation);
		if (value !== null) return value;
	}
	return null;
}

/** Everything that was written to standard output (by one process), in order, as text. */
export function outputIn(situation: Pick<Situation, "kernel" | "names">, who: Who | null = null): string {
	const parts: number[] = [];
	for (const terminal of Object.values(situation.kernel.terminals)) {
		if (terminal.name === "stderr" || terminal.name === "stdin") continue;
		for (const { pid, fd, bytes } of terminal.output) {
			if (fd === 2 || (who !== null && situation.names.get(pid) !== who)) continue;
			for (const byte of bytes) parts.push(byte);
		}
	}
	return decodeText(Uint8Array.from(parts));
}

/** Processes of that name: none, one, or for `someone` all. */
function pidsOf(who: Who, situation: Pick<Situation, "names">): Pid[] {
	return [...situation.names].filter(([, name]) => who === SOMEONE || name === who).map(([pid]) => pid);
}

function shown(kernel: KernelState): Process[] {
	return Object.values(kernel.processes).filter((process) => process.pid > 1);
}

function isIn(state: ClaimedState, wait: string | null, pid: Pid, { kernel }: Situation): boolean {
	const process = kernel.processes[pid];
	switch (state) {
		case "gone":
			return process === undefined && kernel.ended[pid] !== undefined;
		case "running":
			return process?.state === "ready" && processorOf(kernel, pid) !== null;
		case "waiting":
			return process?.state === "waiting" && (wait === null || process.wait?.on === wait);
		case "ready":
		case "stopped":
		case "zombie":
			return process?.state === state;
	}
}

function compares(value: number | string | null, relation: Relation, wanted: number | string): boolean {
	if (value === null) return false;
	if (relation === "is") return readings(value).includes(String(wanted));
	const [a, b] = [Number(readings(value)[1]), Number(wanted)];
	if (relation === "at least") return a >= b;
	if (relation === "at most") return a <= b;
	return relation === "more than" ? a > b : a < b;
}

/** A variable `97 'a'` can be claimed to be 97 or a, `"text"` to be text. */
function readings(value: number | string): string[] {
	const text = String(value);
	const number = /^-?[\d.]+(?= '|$)/.exec(text)?.[0] ?? text;
	return [text, number, /["'](.*)["']$/s.exec(text)?.[1] ?? text];
}

/** Pipes count from 1 in the order they were made, those that are gone included. */
function pipeNumbered(number: number, { kernel, events, position }: Situation): Pipe | undefined {
	const ids = Object.keys(kernel.pipes).map(Number);
	for (let row = events.from(position + 1) - 1; row >= 0; row--) {
		if (events.kind(row) !== "vanishes") continue;
		const { word, subject } = events.row(row);
		if (word === "pipe") ids.push(subject);
	}
	ids.sort((a, b) => a - b);
	return kernel.pipes[ids[number - 1] ?? -1];
}

function pipeFact(pipe: Pipe, fact: PipeFact): number {
	switch (fact) {
		case "bytes":
			return inside(pipe);
		case "capacity":
			return pipe.page * pipe.slots;
		case "room":
			return pipe.page * pipe.slots - inside(pipe);
		case "readers":
		case "writers":
		case "written":
		case "taken":
			return pipe[fact];
	}
}

/** Message queues and mailboxes count from 1 in the order they were made, those that are gone included. */
function queueNumbered(number: number, { kernel }: Situation): MessageQueue | undefined {
	return Object.values(kernel.queues).find((queue) => queue.number === number);
}

function queueFact(queue: MessageQueue, fact: QueueFact): number {
	switch (fact) {
		case "messages":
			return queue.messages.length;
		case "bytes":
			return queue.messages.reduce((sum, { bytes }) => sum + bytes.length, 0);
		case "sent":
		case "received":
			return queue[fact];
	}
}

function inside(pipe: Pipe): number {
	return pipe.buffers.reduce((sum, buffer) => sum + buffer.bytes.length, 0);
}

function processFact(process: Process, fact: string, situation: Situation): number | string | null {
	switch (fact) {
		case "descriptors":
			return Object.keys(process.descriptors).length;
		case "children":
			return process.children.length;
		case "calls":
			return process.counts.calls;
		case "ran":
			return ranSoFar({ state: situation.kernel }, process);
		case "pid":
		case "ppid":
			return process[fact];
		default:
			return situation.variable(process.pid, fact);
	}
}

function statuses(who: Who, situation: Situation): WaitStatus[] {
	const { processes, ended } = situation.kernel;
	return pidsOf(who, situation)
		.map((pid) => processes[pid]?.status ?? ended[pid]?.status ?? null)
		.filter((status) => status !== null);
}

function answered(pid: Pid, claim: Extract<Claim, { kind: "answer" }>, situation: Situation): boolean {
	const { events, position } = situation;
	const last = events.lastBefore(
		events.from(position + 1),
		(row) => row.pid === pid && row.kind === "returns" && (claim.call === null || row.word === claim.call),
	);
	if (last < 0) return false;
	const { subject, object } = events.row(last);
	return typeof claim.value === "number"
		? claim.value === subject && (object === "" || claim.value === -1)
		: object === claim.value.errno;
}
