// Waits on pipes that nobody can end: for bytes or the end of file, and for room.
import type { ObjectId, Pid, Wait } from "../../kernel/index.ts";
import { bytesInside } from "../../kernel/index.ts";
import { code, join, list, type Sentence, say, who } from "../sentence.ts";
import { type Holder, holdersOf, pipeName } from "../view.ts";
import { keepers, waitOf } from "../wait.ts";
import type { Culprit, Finding, Ran, Remedy } from "./finding.ts";
import { codeAt, readsToTheEnd, sourceOf } from "./source.ts";
import { closings, flushAfterPrinting, flushBefore } from "./stands.ts";
import {
	awaitsBytesOf,
	begins,
	closeCure,
	descriptorCulprit,
	goneHolders,
	history,
	onLine,
	originOf,
	pipeOfWait,
	processesOf,
	shown,
	waitFor,
	whatTheyWaitFor,
	where,
} from "./told.ts";
import { rootOf } from "./waiting.ts";

type PipeWait = Wait & { readonly on: "pipe-not-empty" | "pipe-not-full"; readonly pipe: ObjectId };

/** The root of the trouble, when it waits on a pipe in that way; with the descriptors that keep it waiting. */
function stuckOn(ran: Ran, on: PipeWait["on"]) {
	const pid = rootOf(ran);
	if (pid === null) return null;
	const wait = waitFor(ran, pid);
	if (wait.on !== on) return null;
	const held = keepers(ran.kernel, wait);
	const own = held.filter((holder) => holder.pid === pid);
	const others = held.filter((holder) => holder.pid !== pid);
	return { pid, wait: wait as PipeWait, name: who(ran, pid), pipe: pipeOfWait(ran, wait), own, others };
}

export function ownWriteEnd(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-empty");
	if (stuck === null || stuck.own.length === 0 || silentPair(ran) !== null) return null;
	const { pid, name, pipe, own, others, wait } = stuck;
	const culprits = own.map((holder) => descriptorCulprit(ran, holder));
	const more = others.map((holder) => descriptorCulprit(ran, holder));
	const besides =
		more.length === 0
			? ""
			: say`So does ${processesOf(ran, more)}: ${join(more.map((one) => history(ran, one)))}`;
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipe} is empty, and ${name} itself still holds a write end of it, so end of file never comes.`,
			...culprits.map((culprit) => history(ran, culprit)),
			besides === "" ? null : besides,
			goneWriters(ran, wait.pipe),
		]),
		cure: closeCure(ran, "write end", culprits),
		culprits,
		remedies: closings(ran, [...culprits, ...more]),
	};
}

export function writeEndLeftOpen(ran: Ran): Finding | null {
	const left = leftOpen(ran);
	return left === null || left.acrossExec ? null : left.finding;
}

export function writeEndAcrossExec(ran: Ran): Finding | null {
	const left = leftOpen(ran);
	return left?.acrossExec ? left.finding : null;
}

function leftOpen(ran: Ran): { readonly finding: Finding; readonly acrossExec: boolean } | null {
	const stuck = stuckOn(ran, "pipe-not-empty");
	if (stuck === null || stuck.own.length > 0 || stuck.others.length === 0) return null;
	const { pid, pipe, others, wait } = stuck;
	const culprits = others.map((holder) => descriptorCulprit(ran, holder));
	const byExec = acrossExec(ran, culprits);
	const partners = byExec
		? []
		: culprits.filter((culprit) => awaitsBytesOf(ran, culprit.pid, pid, "pipe-not-empty"));
	const conversation =
		partners.length === 0
			? say``
			: say`Each waits for the other: ${whatTheyWaitFor(
					ran,
					partners.map((culprit) => culprit.pid),
				)}`;
	const holders = [...new Set(culprits.map((culprit) => culprit.pid))];
	const busy = partners.length > 0 ? say`` : whatTheyWaitFor(ran, holders);
	const finding: Finding = {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipe} is empty, and a write end of it is still open in ${processesOf(ran, culprits)}, so end of file never comes.`,
			...culprits.slice(0, 4).map((culprit) => history(ran, culprit)),
			conversation,
			busy,
			goneWriters(ran, wait.pipe),
		]),
		cure:
			partners.length > 0
				? null
				: byExec
					? say`Close that write end before the exec${onLine(ran, culprits[0]?.inheritedAt)}, or open the pipe with ${code("O_CLOEXEC")}.`
					: closeCure(ran, "write end", culprits),
		culprits,
		remedies: partners.length > 0 ? [] : [...writesAfterWait(ran, culprits), ...closings(ran, culprits)],
	};
	return { finding, acrossExec: byExec };
}

function goneWriters(ran: Ran, pipe: ObjectId): Sentence {
	return goneHolders(ran, ran.witness?.closings(pipe, "write") ?? []);
}

export function bothWaitForEndOfFile(ran: Ran): Finding | null {
	const pair = conversation(ran);
	if (pair === null) return null;
	const { pid, partner, toPid, toPartner } = pair;
	const toTheEnd = [pid, partner].filter((one) =>
		readsToTheEnd(ran.programs, ran.kernel.processes[one]?.since?.place ?? null),
	);
	const talked = written(ran, waitFor(ran, pid)) + written(ran, waitFor(ran, partner)) > 0;
	if (toTheEnd.length === 0 || !talked) return null;
	const [reader] = toTheEnd as [Pid];
	const other = reader === pid ? partner : pid;
	const culprits = [...toPid, ...toPartner].map((holder) => descriptorCulprit(ran, holder));
	return {
		pid,
		sentence: join([
			toTheEnd.length === 2
				? say`${who(ran, pid)} and ${who(ran, partner)} each read until end of file, and each still holds the write end of the pipe that the other reads from: neither ever sees the end.`
				: say`${who(ran, reader)} reads ${pipeOfWait(ran, waitFor(ran, reader))} until end of file, and ${who(ran, other)} still holds the write end of it: the end never comes. ${who(ran, other)} reads from ${who(ran, reader)} meanwhile, which does not answer before it has seen the end.`,
			...waitingWords(ran, [pid, partner]),
			...culprits.map((culprit) => history(ran, culprit)),
		]),
		cure:
			toTheEnd.length === 2
				? say`Whoever has written all it has to write closes its write end before it begins to read.`
				: say`${who(ran, other)} closes that write end when it has written all, before it reads${onLine(ran, ran.kernel.processes[other]?.since?.place)}.`,
		culprits,
		remedies: closings(ran, culprits),
	};
}

export function eachWaitsToRead(ran: Ran): Finding | null {
	const pair = conversation(ran) ?? silentPair(ran);
	if (pair === null) return null;
	const { pid, partner, toPid } = pair;
	const wait = waitFor(ran, pid);
	const own = keepers(ran.kernel, wait).some((holder) => holder.pid === pid);
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipeOfWait(ran, wait)} is empty, and ${who(ran, partner)}, which ${own ? "holds a write end of it too" : "holds the write end"}, does not write but reads.`,
			say`Each waits for the other: ${whatTheyWaitFor(ran, [partner])}`,
		]),
		cure: say`One of the two has to write first: it is not the closing of an end that is missing, but a message.`,
		culprits: toPid.map((holder) => descriptorCulprit(ran, holder)),
	};
}

/** Two that each read from a pipe that only the other can write to. */
function conversation(ran: Ran) {
	const stuck = stuckOn(ran, "pipe-not-empty");
	if (stuck === null || stuck.own.length > 0) return null;
	const { pid, others } = stuck;
	const partner = others
		.map((holder) => holder.pid)
		.find((other) => awaitsBytesOf(ran, other, pid, "pipe-not-empty"));
	if (partner === undefined || others.some((holder) => holder.pid !== partner)) return null;
	const back = keepers(ran.kernel, waitFor(ran, partner));
	if (back.some((holder) => holder.pid !== pid)) return null;
	return { pid, partner, toPid: others, toPartner: back };
}

/** Two that each read from a pipe of their own into which nothing was ever written, and that nobody but they can write to. */
function silentPair(ran: Ran) {
	const stuck = stuckOn(ran, "pipe-not-empty");
	const partner = stuck?.others[0]?.pid;
	if (stuck === null || partner === undefined) return null;
	const { pid, others, wait } = stuck;
	const back = ran.kernel.processes[partner]?.wait;
	if (back?.on !== "pipe-not-empty" || back.pipe === wait.pipe) return null;
	if (written(ran, wait) + written(ran, back) > 0) return null;
	const holders = keepers(ran.kernel, back);
	const both = [...others, ...holders].every((holder) => holder.pid === pid || holder.pid === partner);
	return both && holders.some((holder) => holder.pid === pid) ? { pid, partner, toPid: others } : null;
}

function written(ran: Ran, wait: Wait): number {
	return wait.on === "pipe-not-empty" ? (ran.kernel.pipes[wait.pipe]?.written ?? 0) : 0;
}

export function outputInBuffer(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-empty");
	if (stuck === null) return null;
	for (const holder of waitersAndTheirWriters(ran)) {
		const held = ran.unwritten(holder.writer.pid).find(({ fd }) => fd === holder.writer.fd);
		// Who waits for somebody else than this reader has another trouble: with its end the buffer would be written.
		if (held === undefined || !leansOn(ran, holder.writer.pid, holder.reader)) continue;
		const writer = who(ran, holder.writer.pid);
		const place = ran.kernel.processes[holder.writer.pid]?.since?.place ?? null;
		return {
			pid: holder.reader,
			sentence: join([
				say`${begins(ran, holder.reader)} ${pipeOfWait(ran, waitFor(ran, holder.reader))} is empty, because what ${writer} printed, ${shown(held.bytes)}, still sits in the buffer of its stream for descriptor ${held.fd}. A stream that is no terminal is written when its buffer is full, at ${code("fflush")}, or at ${code("exit")}.`,
				whatTheyWaitFor(ran, [holder.writer.pid]),
			]),
			cure: say`Call ${code("fflush")} on that stream in ${writer} before it waits${onLine(ran, place)}, or let the stream be written line by line with ${code("setvbuf")}.`,
			culprits: [descriptorCulprit(ran, holder.writer)],
			remedies: [
				...flushAfterPrinting(ran, holder.writer.pid, held.fd),
				...flushBefore(ran, holder.writer.pid, held.fd),
			],
		};
	}
	return null;
}

/** Whether a process waits, directly or in turn, for another. */
function leansOn(ran: Ran, pid: Pid, other: Pid): boolean {
	const seen = new Set([pid]);
	for (const one of seen) {
		const process = ran.kernel.processes[one];
		// Who keeps its own pipe open waits for itself, whoever else has it open.
		if (process?.wait != null && keepers(ran.kernel, process.wait).some((holder) => holder.pid === one))
			continue;
		for (const next of waitOf(ran, one)?.by ?? []) seen.add(next);
	}
	return seen.has(other);
}

/** Every reader that waits for ever, with every descriptor by which another waiting process could write to it. */
function waitersAndTheirWriters(ran: Ran): readonly { readonly reader: Pid; readonly writer: Holder }[] {
	return Object.values(ran.kernel.processes).flatMap(({ pid, wait, state }) => {
		if (state !== "waiting" || wait?.on !== "pipe-not-empty") return [];
		return holdersOf(ran.kernel, wait.pipe, "write").map((writer) => ({ reader: pid, writer }));
	});
}

export function ownReadEnd(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-full");
	if (stuck === null || stuck.own.length === 0) return null;
	const { pid, name, pipe, own } = stuck;
	const culprits = own.map((holder) => descriptorCulprit(ran, holder));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipe} is full, and ${name} itself holds a read end but cannot read while it waits in its own write.`,
			...culprits.map((culprit) => history(ran, culprit)),
		]),
		cure: say`Let another process write, or read, while ${name} does the other; or write no more than the pipe holds.`,
		culprits,
		remedies: writeInChild(ran, pid),
	};
}

/** Who read has ended, and a read end is left with those that never do: as `yes | head` without its closes. */
export function readEndLeftOpen(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-full");
	if (stuck === null) return null;
	const { pid, name, pipe, own, others, wait } = stuck;
	const read = ran.witness?.readers(wait.pipe) ?? new Set();
	const holders = [...own, ...others];
	if (read.size === 0 || holders.some((holder) => read.has(holder.pid))) return null;
	const gone = (ran.witness?.closings(wait.pipe, "read") ?? []).findLast(
		(one) => one.ended && read.has(one.pid),
	);
	if (gone === undefined) return null;
	const culprits = holders.map((holder) => descriptorCulprit(ran, holder));
	const execs = culprits.filter((culprit) => acrossExec(ran, [culprit]));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipe} is full, and ${who(ran, gone.pid)}, which read from it, has ended. But a read end is still open in ${processesOf(ran, culprits)}, so ${name} waits for a reader instead of being ended by ${code("SIGPIPE")}.`,
			...culprits.slice(0, 4).map((culprit) => history(ran, culprit)),
		]),
		cure: say`Close the read end in every process that does not read${execs.length === 0 ? "" : say`, before the exec${onLine(ran, execs[0]?.inheritedAt)}`}.`,
		culprits,
		remedies: closings(ran, culprits),
	};
}

/** What a program is meant to use comes to it as 0, 1 or 2: these came to theirs above, along an exec. */
function acrossExec(ran: Ran, culprits: readonly Culprit[]): boolean {
	return culprits.every(
		({ pid, descriptor }) =>
			descriptor !== null &&
			descriptor > 2 &&
			originOf(ran, pid, descriptor)?.inherited.at(-1)?.by === "exec",
	);
}

export function bothPipesFull(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-full");
	if (stuck === null || stuck.own.length > 0) return null;
	const { pid, name, pipe, others, wait } = stuck;
	const partner = others.find((holder) => {
		const back = ran.kernel.processes[holder.pid]?.wait;
		return back?.on === "pipe-not-full" && keepers(ran.kernel, back).some((one) => one.pid === pid);
	});
	if (partner === undefined) return null;
	const back = waitFor(ran, partner.pid) as PipeWait;
	const other = who(ran, partner.pid);
	return {
		pid,
		sentence: join([
			say`${name} and ${other} both wait for ever in ${code("write")}: ${pipe} is full (${fill(ran, wait.pipe)}), and ${other}, which would have to read from it, waits for room in ${pipeName(ran.kernel, back.pipe)}, which is full too (${fill(ran, back.pipe)}) and which only ${name} empties.`,
			...waitingWords(ran, [pid, partner.pid]),
		]),
		cure: say`Read what comes back while there is still something to write: ask ${code("poll")} which of the two pipes is ready, or let a second process do the writing.`,
		culprits: [partner, ...keepers(ran.kernel, back).filter((one) => one.pid === pid)].map((holder) =>
			descriptorCulprit(ran, holder),
		),
		remedies: [...writeInChild(ran, pid), ...writeInChild(ran, partner.pid)],
	};
}

/** What it writes is written by a child of its own, while it reads. */
function writeInChild(ran: Ran, pid: Pid): readonly Remedy[] {
	const place = ran.kernel.processes[pid]?.since?.place;
	return place == null ? [] : [{ kind: "in-child", place }];
}

function fill(ran: Ran, id: ObjectId): string {
	const pipe = ran.kernel.pipes[id];
	return pipe === undefined ? "" : `${bytesInside(pipe)} bytes`;
}

export function waitBeforeReading(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-full");
	if (stuck === null || stuck.own.length > 0) return null;
	const { pid, name, pipe, others, wait } = stuck;
	const readers = [...new Set(others.map((holder) => holder.pid))];
	const waiting = readers.filter((reader) => ran.kernel.processes[reader]?.wait?.on === "child");
	if (waiting.length === 0) return null;
	const parent = waiting[0] as Pid;
	const since = ran.kernel.processes[parent]?.since?.place ?? null;
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipe} is full (${fill(ran, wait.pipe)}), and ${list(waiting.map((one) => who(ran, one)))}, which would have to read from it, waits in ${code("wait")}${onLine(ran, since)} for ${name} to end. ${name} cannot end before it has written the rest.`,
			whatTheyWaitFor(
				ran,
				readers.filter((reader) => !waiting.includes(reader)),
			),
		]),
		cure: say`Read until end of file first, and wait for ${name} after that: the ${code("wait")}${onLine(ran, since)} comes too early.`,
		culprits: others.map((holder) => descriptorCulprit(ran, holder)),
		remedies: since === null ? [] : [{ kind: "later", place: since }],
	};
}

export function nobodyReads(ran: Ran): Finding | null {
	const stuck = stuckOn(ran, "pipe-not-full");
	if (stuck === null || stuck.own.length > 0) return null;
	const { pid, pipe, others, wait } = stuck;
	const culprits = others.map((holder) => descriptorCulprit(ran, holder));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${pipe} is full (${fill(ran, wait.pipe)}), and ${processesOf(ran, culprits)} will never read from it.`,
			whatTheyWaitFor(
				ran,
				culprits.map((culprit) => culprit.pid),
			),
		]),
		cure: say`Whoever holds the read end has to read before it waits for anything else, or close it: then ${code("write")} fails with ${code("EPIPE")}.`,
		culprits,
		remedies: writeInChild(ran, pid),
	};
}

function waitingWords(ran: Ran, pids: readonly Pid[]): readonly Sentence[] {
	return pids.map((pid) => {
		const since = ran.kernel.processes[pid]?.since?.place;
		return say`${who(ran, pid)} has waited${since == null ? "" : ` since ${where(ran, since)}`}.`;
	});
}

/** The holder waits for a child, and only further down writes or closes: then it is the wait that comes too early. */
function writesAfterWait(ran: Ran, culprits: readonly Culprit[]): readonly Remedy[] {
	return [...new Set(culprits.map(({ pid }) => pid))].flatMap((pid): Remedy[] => {
		const process = ran.kernel.processes[pid];
		const place = process?.since?.place;
		if (process?.wait?.on !== "child" || place == null) return [];
		const below = sourceOf(ran.programs, place.file).code.slice(place.line, place.line + 12);
		const writes = below.some((line) => /\b(write|fprintf|dprintf|fputs)\s*\(/.test(line));
		return writes && codeAt(ran.programs, place) !== "" ? [{ kind: "later", place }] : [];
	});
}
