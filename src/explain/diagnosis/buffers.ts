// Output in stdio buffers: written twice after a fork, or never.
import { code, join, type Sentence, say, who } from "../sentence.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { flushBefore } from "./stands.ts";
import { onLine, shown, waitCulprit } from "./told.ts";
import type { LostOutput } from "./witness.ts";

export function outputTwice(ran: Ran): Finding | null {
	const copy = ran.witness?.copied.find(({ writtenBy }) => writtenBy.length > 1);
	if (copy === undefined) return null;
	const { parent, child, place, fd, bytes } = copy;
	const stream = fd === 1 ? "stdout" : "NULL";
	return {
		pid: parent,
		sentence: join([
			say`${shown(bytes)} was written twice: when ${who(ran, parent)} called ${code("fork")}${onLine(ran, place)}, it still sat in the buffer of ${fd === 1 ? "standard output" : `the stream for descriptor ${fd}`}. ${who(ran, child)} inherited the buffer with everything else, and each of the two wrote its copy when it ended.`,
			say`On a terminal it comes once, because there a line is written when it is complete.`,
		]),
		cure: say`Call ${code(`fflush(${stream})`)} before the ${code("fork")}${onLine(ran, place)}.`,
		culprits: [waitCulprit(ran, child)],
		remedies: place === null ? [] : [{ kind: "insert", before: place, text: `fflush(${stream});` }],
	};
}

export function outputLost(ran: Ran): Finding | null {
	const lost = ran.witness?.lost[0];
	if (lost === undefined) return null;
	return {
		pid: lost.pid,
		sentence: lostSentence(ran, lost),
		cure:
			lost.how === "_exit"
				? say`End with ${code("exit")}, which writes the buffers, or call ${code("fflush")} before.`
				: say`Call ${code("fflush")} before${lost.how === "exec" ? say` the ${code("exec")}${onLine(ran, lost.place)}` : " that can happen"}.`,
		culprits: [waitCulprit(ran, lost.pid)],
		remedies: keepIt(ran, lost),
	};
}

function lostSentence(ran: Ran, { pid, place, how, fd, bytes }: LostOutput): Sentence {
	const name = who(ran, pid);
	const stream = fd === 1 ? "standard output" : `its stream for descriptor ${fd}`;
	const end =
		how === "_exit"
			? say`ended with ${code("_exit")}${onLine(ran, place)}, which writes no buffers`
			: how === "exec"
				? say`became another program${onLine(ran, place)}, and the buffers of the old one went with its memory`
				: say`was killed${onLine(ran, place)}`;
	return say`${shown(bytes)}, which ${name} had printed, never came out: it sat in the buffer of ${stream} when ${name} ${end}.`;
}

function keepIt(ran: Ran, { place, how, fd, pid }: LostOutput): readonly Remedy[] {
	if (place === null) return [];
	const stream = fd === 1 ? "stdout" : "NULL";
	const flush: Remedy = { kind: "insert", before: place, text: `fflush(${stream});` };
	return how === "_exit"
		? [{ kind: "replace", place, what: /\b_(e|E)xit\s*\(/, by: "exit(" }, flush]
		: [flush, ...flushBefore(ran, pid, fd)];
}

/** What sits in buffers while the run stands still or was stopped. */
export function stillInBuffers(ran: Ran): readonly Sentence[] {
	const processes = Object.values(ran.kernel.processes).filter(
		({ pid, state }) => pid !== 1 && state !== "zombie",
	);
	return processes.flatMap(({ pid }) =>
		ran
			.unwritten(pid)
			.map(
				({ fd, bytes }) =>
					say`${shown(bytes)}, which ${who(ran, pid)} has printed, has not come out: it sits in the buffer of ${fd === 1 ? "standard output" : `its stream for descriptor ${fd}`}, which is no terminal.`,
			),
	);
}
