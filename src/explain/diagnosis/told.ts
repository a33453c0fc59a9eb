// Words that several rules share: how a sentence begins, who holds a descriptor and how it came there, how one ended.
import {
	type Descriptor,
	type Pid,
	type Place,
	type Process,
	type SystemCall,
	signalName,
	type Wait,
} from "../../kernel/index.ts";
import { callText } from "../asks.ts";
import { lineWords, onLineWords } from "../line.ts";
import { callName, code, join, list, quoted, type Sentence, say, who } from "../sentence.ts";
import { type Holder, pipeName, type View } from "../view.ts";
import { keepers, waitOf } from "../wait.ts";
import type { Culprit, Ran } from "./finding.ts";
import { codeAt, sourceOf } from "./source.ts";
import type { Closing, Death } from "./witness.ts";

/** 'reader waits for ever in read on line 12 (in take, called on line 30):' */
export function begins(ran: Ran, pid: Pid): Sentence {
	const process = ran.kernel.processes[pid];
	const place = process?.since?.place ?? null;
	// Lines of a program of /bin say nothing to whoever has written another.
	if (place !== null && ran.programs.length > 0 && sourceOf(ran.programs, place.file).text === "")
		return say`${who(ran, pid)} waits for ever in ${code(callName(process?.call))}:`;
	const [inner, outer] = ran.stack(pid);
	const caller =
		inner === undefined || outer?.place == null
			? ""
			: say` (in ${code(inner.function)}, called${onLine(ran, outer.place)})`;
	return say`${who(ran, pid)} waits for ever in ${code(callName(process?.call))}${onLine(ran, place)}${caller}:`;
}

/** 'line 12'; in a program of several files 'pipe.c:12'. */
export function where(ran: Ran, place: Place): string {
	return lineWords(ran.programs, place);
}

/** ' on line 12'; in a program of several files ' at pipe.c:12'. */
export function onLine(ran: Ran, place: Place | null | undefined): string {
	return place == null ? "" : onLineWords(ran.programs, place);
}

/** ' before line 12' */
export function beforeLine(ran: Ran, place: Place | null | undefined): string {
	return place == null ? "" : ` before ${where(ran, place)}`;
}

export function waitFor(ran: Ran, pid: Pid): Wait {
	return ran.kernel.processes[pid]?.wait as Wait;
}

export function pipeOfWait(ran: Ran, wait: Wait): string {
	return wait.on === "pipe-not-empty" || wait.on === "pipe-not-full"
		? pipeName(ran.kernel, wait.pipe)
		: "the pipe";
}

export function descriptorCulprit(ran: Ran, holder: Holder): Culprit {
	const { origin } = (ran.kernel.processes[holder.pid] as Process).descriptors[holder.fd] as Descriptor;
	return {
		pid: holder.pid,
		process: who(ran, holder.pid).text,
		descriptor: holder.fd,
		line: ran.place(holder.pid),
		openedBy: origin.call,
		openedAt: origin.place,
		inheritedAt: origin.inherited.at(-1)?.place ?? null,
	};
}

/** A process to blame for its waiting, not for what it holds. */
export function waitCulprit(ran: Ran, pid: Pid): Culprit {
	return {
		pid,
		process: who(ran, pid).text,
		descriptor: null,
		line: ran.place(pid),
		openedBy: null,
		openedAt: null,
		inheritedAt: null,
	};
}

export function originOf(ran: Ran, pid: Pid, fd: number): Descriptor["origin"] | null {
	return ran.kernel.processes[pid]?.descriptors[fd]?.origin ?? null;
}

/** 'reader holds it as descriptor 4, opened by pipe on line 8 and inherited at the fork on line 10.' */
export function history(ran: Ran, culprit: Culprit): Sentence {
	const origin = culprit.descriptor === null ? null : originOf(ran, culprit.pid, culprit.descriptor);
	const carried = (origin?.inherited ?? []).filter(({ place }) => place !== null).slice(-2);
	const ways = carried.map(({ by, place }) =>
		by === "fork"
			? `inherited at the fork${onLine(ran, place)}`
			: `kept across the exec${onLine(ran, place)}`,
	);
	const came = ways.length === 0 ? "" : ` and ${ways.join(" and ")}`;
	const byStream = /\bpopen\s*\(/.test(codeAt(ran.programs, culprit.openedAt));
	return say`${who(ran, culprit.pid)} holds it as descriptor ${culprit.descriptor ?? ""}, opened by ${code(byStream ? "popen" : (culprit.openedBy ?? ""))}${onLine(ran, culprit.openedAt)}${came}.`;
}

/** 'Close that write end in writer before line 12.' */
export function closeCure(ran: Ran, end: "end" | "write end", [first]: readonly Culprit[]): Sentence | null {
	if (first === undefined) return null;
	const since = ran.kernel.processes[first.pid]?.since?.place;
	return say`Close that ${end} in ${who(ran, first.pid)}${beforeLine(ran, since)}.`;
}

export function processesOf(ran: View, culprits: readonly Culprit[]): Sentence {
	return list([...new Set(culprits.map((culprit) => culprit.pid))].map((pid) => who(ran, pid)));
}

/** What each of these processes waits for, at most four. */
export function whatTheyWaitFor(ran: Ran, pids: readonly Pid[]): Sentence {
	return join([...new Set(pids)].map((pid) => waitOf(ran, pid)?.what ?? null).slice(0, 4));
}

/** 'was killed by SIGSEGV on line 12' */
export function howItEnded(ran: Ran, death: Death): Sentence {
	if (death.signal === null) return say`ended${onLine(ran, death.place)}`;
	return say`was killed by ${code(signalName(death.signal))}${onLine(ran, death.place)}`;
}

/** 'ann was refused: open("pay", O_WRONLY) on line 19 failed with EACCES: it asks as ann …', of the last two such calls. */
export function turnedAway(ran: Ran, waits: Pid, asked: (call: SystemCall) => boolean) {
	const all = ran.witness?.turnedAway.filter(({ call, pid }) => pid !== waits && asked(call)) ?? [];
	return all.slice(-2).map(({ call, errno, pid, place, why }) => ({
		pid,
		sentence: say`${who(ran, pid)} was refused: ${code(callText(call))}${onLine(ran, place)} failed with ${code(errno)}${why === null ? "" : `: ${why}`}.`,
	}));
}

/** The processes that once held this end and have ended, told by the last few. */
export function goneHolders(ran: Ran, closings: readonly Closing[]): Sentence {
	const pids = [...new Set(closings.filter(({ ended }) => ended).map(({ pid }) => pid))];
	const deaths = pids.flatMap(
		(pid) => ran.witness?.deaths.filter((death) => death.pid === pid).slice(-1) ?? [],
	);
	const early = deaths.filter(({ signal }) => signal !== null);
	return join(
		early
			.slice(-2)
			.map((death) => say`${who(ran, death.pid)}, which held one too, ${howItEnded(ran, death)}.`),
	);
}

/** Bytes as a C string, shortened. */
export function shown(bytes: Uint8Array): Sentence {
	return say`${code(quoted(bytes, 32))}`;
}

/** It waits, at a pipe or at a socket, for what the other could write or send. */
export function awaitsBytesOf(
	ran: Ran,
	pid: Pid,
	other: Pid,
	on: "pipe-not-empty" | "socket-not-empty",
): boolean {
	const wait = ran.kernel.processes[pid]?.wait;
	return wait?.on === on && keepers(ran.kernel, wait).some((holder) => holder.pid === other);
}
