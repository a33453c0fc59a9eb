// A run that cannot go on: which process waits for ever, whose descriptor or wait is to blame, and what to change.
import {
	type Descriptor,
	type Pid,
	type Place,
	type Process,
	signalName,
	type Wait,
} from "../kernel/index.ts";
import { code, join, list, type Part, type Sentence, say, who } from "./sentence.ts";
import { type Holder, pipeName, type View } from "./view.ts";
import { keepers, waitingForever, waitOf } from "./wait.ts";

export type DiagnosisKind =
	/** It waits for end of file on a pipe of which it holds a write descriptor itself. */
	| "own-write-end"
	/** It waits for end of file while another process that will never write keeps a write descriptor. */
	| "write-end-left-open"
	/** It waits for room in a pipe that it could only empty itself. */
	| "own-read-end"
	/** It waits for room in a pipe whose readers never read again. */
	| "nobody-reads"
	/** It waits for a child that never ends. */
	| "child-never-ends"
	/** It waits for a signal that nobody is left to send. */
	| "signal-never-comes"
	/** It waits for the other end of a FIFO, which nobody opens. */
	| "other-end-never-opened"
	/** It waits for input that has ended, or for descriptors that never become ready. */
	| "never-ready"
	/** It called a function that this computer does not have, and was killed for it. */
	| "unsupported";

/** Why a run is stuck. */
type StuckKind = Exclude<DiagnosisKind, "unsupported">;

/** A descriptor, or a wait, without which the run would go on. */
export interface Culprit {
	readonly pid: Pid;
	readonly process: string;
	/** null when what is to blame is that the process waits. */
	readonly descriptor: number | null;
	/** Where the process stands. */
	readonly line: Place | null;
	readonly openedBy: Descriptor["origin"]["call"] | null;
	readonly openedAt: Place | null;
	/** The fork or exec by which this process came to hold it; null when it opened it itself. */
	readonly inheritedAt: Place | null;
}

export interface Diagnosis {
	readonly kind: DiagnosisKind;
	/** The process whose wait is explained, and all that wait for ever. */
	readonly pid: Pid;
	readonly waiting: readonly Pid[];
	readonly sentence: Sentence;
	/** What to change; null when no single change is known to mend it. A lesson keeps it back until the reader has tried. */
	readonly cure: Sentence | null;
	readonly culprits: readonly Culprit[];
}

/** Why the run can never finish, or null when nobody waits for ever. The root of the trouble comes first. */
export function diagnose(view: View): Diagnosis | null {
	const waiting = waitingForever(view.kernel).filter((pid) => pid !== 1);
	const root = rootOf(view, waiting);
	if (root === null) return null;
	const process = view.kernel.processes[root] as Process;
	const wait = process.wait as Wait;
	const held = keepers(view.kernel, wait);
	const own = held.filter((holder) => holder.pid === root);
	const blamed = own.length > 0 ? own : held;
	const kind = kindOf(wait, own.length > 0);
	const culprits = [
		...blamed.map((holder) => descriptorCulprit(view, holder)),
		...waitCulprits(view, process, blamed),
	];
	const sentence = sentenceOf(view, process, wait, kind, culprits);
	return { kind, pid: root, waiting, sentence, cure: cureOf(view, process, kind, culprits), culprits };
}

/** The end of a process that called what this computer does not have, as `complaint` says; `place` is where. */
export function diagnoseUnsupported(view: View, pid: Pid, complaint: string, place: Place | null): Diagnosis {
	const name = who(view, pid);
	const at = place === null ? "" : ` (${place.file}:${place.line})`;
	return {
		kind: "unsupported",
		pid,
		waiting: [],
		sentence: say`${name} was killed by ${code("SIGSYS")}: ${complaint}${at}.`,
		cure: null,
		culprits: [
			{
				pid,
				process: name.text,
				descriptor: null,
				line: place,
				openedBy: null,
				openedAt: null,
				inheritedAt: null,
			},
		],
	};
}

/**
 * Of all who wait for ever, the one that no other of them could free: it holds its own pipe open, or waits for
 * something nobody has. In a circle each could free the next; then the first that waits on a pipe.
 */
function rootOf(view: View, waiting: readonly Pid[]): Pid | null {
	const onPipe = waiting.filter((pid) => keepers(view.kernel, waitFor(view, pid)).length > 0);
	const alone = onPipe.filter((pid) =>
		keepers(view.kernel, waitFor(view, pid)).some((holder) => holder.pid === pid),
	);
	const stranded = waiting.filter((pid) => waitOf(view, pid)?.by.length === 0);
	return alone[0] ?? stranded[0] ?? onPipe[0] ?? waiting[0] ?? null;
}

function waitFor(view: View, pid: Pid): Wait {
	return view.kernel.processes[pid]?.wait as Wait;
}

function kindOf(wait: Wait, own: boolean): StuckKind {
	switch (wait.on) {
		case "pipe-not-empty":
			return own ? "own-write-end" : "write-end-left-open";
		case "pipe-not-full":
			return own ? "own-read-end" : "nobody-reads";
		case "child":
			return "child-never-ends";
		case "signal":
			return "signal-never-comes";
		case "other-end":
			return "other-end-never-opened";
		case "terminal-input":
		case "time":
		case "poll":
		case "lock":
			return "never-ready";
	}
}

function descriptorCulprit(view: View, holder: Holder): Culprit {
	const descriptor = view.kernel.processes[holder.pid]?.descriptors[holder.fd] as Descriptor;
	return {
		pid: holder.pid,
		process: who(view, holder.pid).text,
		descriptor: holder.fd,
		line: view.place(holder.pid),
		openedBy: descriptor.origin.call,
		openedAt: descriptor.origin.place,
		inheritedAt: descriptor.origin.inherited.at(-1)?.place ?? null,
	};
}

/** Where no descriptor is to blame: the processes whose waiting keeps this one waiting. */
function waitCulprits(view: View, process: Process, blamed: readonly Holder[]): Culprit[] {
	if (blamed.length > 0) return [];
	const by = waitOf(view, process.pid)?.by ?? [];
	return [process.pid, ...by].map((pid) => ({
		pid,
		process: who(view, pid).text,
		descriptor: null,
		line: view.place(pid),
		openedBy: null,
		openedAt: null,
		inheritedAt: null,
	}));
}

function sentenceOf(
	view: View,
	process: Process,
	wait: Wait,
	kind: StuckKind,
	culprits: readonly Culprit[],
): Sentence {
	const name = who(view, process.pid);
	const since = process.since?.place;
	const at = since == null ? "" : ` on line ${since.line}`;
	const begins = say`${name} waits for ever in ${code(process.call?.name ?? "a call")}${at}:`;
	const held = join(
		culprits.filter((culprit) => culprit.descriptor !== null).map((culprit) => history(view, culprit)),
	);
	switch (kind) {
		case "own-write-end":
			return say`${begins} ${pipeOf(view, wait)} is empty, and ${name} itself still holds a write end of it, so end of file never comes. ${held}`;
		case "write-end-left-open":
			return say`${begins} ${pipeOf(view, wait)} is empty, and a write end of it is still open in ${holdersIn(view, culprits)}, so end of file never comes. ${join([held, conversation(view, process.pid, culprits)])}`;
		case "own-read-end":
			return say`${begins} ${pipeOf(view, wait)} is full, and ${name} itself holds a read end but cannot read while it waits in its own write. ${held}`;
		case "nobody-reads":
			return say`${begins} ${pipeOf(view, wait)} is full, and ${holdersIn(view, culprits)} will never read from it. ${others(view, culprits)}`;
		case "child-never-ends":
			return say`${begins} the child it waits for never ends. ${others(view, culprits)}`;
		case "signal-never-comes":
			return heldBack(process).length > 0
				? say`${begins} ${list(heldBack(process))} has come, but is blocked, and nobody is left that could send another signal.`
				: say`${begins} nobody is left that could send it a signal.`;
		case "other-end-never-opened": {
			const end = wait.on === "other-end" && wait.end === "read" ? "reading" : "writing";
			return say`${begins} nobody opens the FIFO for ${end}.`;
		}
		case "never-ready":
			return say`${begins} what it waits for can no longer come.`;
	}
}

/** What the holder of the write end waits for, when that is the reader. */
function conversation(view: View, pid: Pid, culprits: readonly Culprit[]): Sentence {
	const partners = culprits.filter((culprit) => awaitsBytesOf(view, culprit.pid, pid));
	return partners.length === 0 ? say`` : say`Each waits for the other: ${others(view, partners)}`;
}

function pipeOf(view: View, wait: Wait): string {
	return wait.on === "pipe-not-empty" || wait.on === "pipe-not-full"
		? pipeName(view.kernel, wait.pipe)
		: "the pipe";
}

/** The signals that have come to it and that its mask holds back. */
function heldBack({ signals }: Process): Part[] {
	return signals.pending.map(({ signal }) => code(signalName(signal)));
}

function holdersIn(view: View, culprits: readonly Culprit[]): Sentence {
	return list([...new Set(culprits.map((culprit) => culprit.pid))].map((pid) => who(view, pid)));
}

/** 'reader holds it as descriptor 4, opened by pipe on line 8 and inherited at the fork on line 10.' */
function history(view: View, culprit: Culprit): Sentence {
	const opened = culprit.openedAt === null ? "" : ` on line ${culprit.openedAt.line}`;
	const inherited =
		culprit.inheritedAt === null ? "" : ` and inherited at the fork on line ${culprit.inheritedAt.line}`;
	return say`${who(view, culprit.pid)} holds it as descriptor ${culprit.descriptor ?? ""}, opened by ${code(culprit.openedBy ?? "")}${opened}${inherited}.`;
}

function cureOf(
	view: View,
	process: Process,
	kind: StuckKind,
	culprits: readonly Culprit[],
): Sentence | null {
	const first = culprits[0];
	if (first?.descriptor == null) return null;
	if (kind !== "own-write-end" && kind !== "write-end-left-open") return null;
	if (first.pid !== process.pid && awaitsBytesOf(view, first.pid, process.pid)) return null;
	const line = process.since?.place?.line;
	const before = first.pid === process.pid && line !== undefined ? ` before line ${line}` : "";
	return say`Close that write end in ${who(view, first.pid)}${before}.`;
}

/** It reads from a pipe that the other could write to: a conversation in which each waits for the other to begin. */
function awaitsBytesOf(view: View, pid: Pid, other: Pid): boolean {
	const wait = view.kernel.processes[pid]?.wait;
	return wait?.on === "pipe-not-empty" && keepers(view.kernel, wait).some((holder) => holder.pid === other);
}

/** What each other process that could help is waiting for. */
function others(view: View, culprits: readonly Culprit[]): Sentence {
	const pids = [...new Set(culprits.map((culprit) => culprit.pid))];
	return join(pids.map((pid) => waitOf(view, pid)?.what ?? null).slice(0, 4));
}
