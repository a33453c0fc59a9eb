// Waits for a signal that has been, was merged, was thrown away, is held back, or never comes.
import { type Pid, type Process, signalName, signals } from "../../kernel/index.ts";
import { code, count, join, list, say, who } from "../sentence.ts";
import { waitOf } from "../wait.ts";
import { handlerFirst } from "./deaths.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { codeAt, headsAround, sourceOf } from "./source.ts";
import { standsAt } from "./stands.ts";
import { begins, onLine, waitCulprit, whatTheyWaitFor } from "./told.ts";
import { rootOf, stranded } from "./waiting.ts";
import type { SentSignal } from "./witness.ts";

function waiter(ran: Ran): Process | null {
	const pid = rootOf(ran);
	const process = pid === null ? undefined : ran.kernel.processes[pid];
	return process?.wait?.on === "signal" ? process : null;
}

function sentTo(ran: Ran, pid: Pid): readonly SentSignal[] {
	return ran.witness?.sent.filter((one) => one.to === pid && one.from !== null) ?? [];
}

export function signalBlocked(ran: Ran): Finding | null {
	const process = waiter(ran);
	if (process === null || process.signals.pending.length === 0) return null;
	const held = process.signals.pending.map(({ signal }) => code(signalName(signal)));
	const { pid } = process;
	return {
		pid,
		sentence: say`${begins(ran, pid)} ${list(held)} has come, but is blocked by the mask of ${who(ran, pid)}, and nobody is left that could send another signal.`,
		cure: say`Unblock it, or wait in ${code("sigsuspend")} with a mask that lets it through.`,
		culprits: [waitCulprit(ran, pid)],
		remedies: suspendUnblocked(ran, process),
	};
}

export function signalsMerged(ran: Ran): Finding | null {
	const process = waiter(ran);
	if (process === null) return null;
	const { pid } = process;
	const sent = sentTo(ran, pid);
	const merged = sent.filter(({ rule }) => rule === "signal.send.merged");
	const last = merged.at(-1);
	if (last === undefined) return null;
	const all = sent.filter(({ signal }) => signal === last.signal);
	const runs =
		ran.witness?.handled.filter((one) => one.pid === pid && one.signal === last.signal).length ?? 0;
	const signal = code(signalName(last.signal));
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${signal} was sent to it ${all.length} times${senders(ran, all)}, but its handler ran only ${count(runs, "time")}: while one ${signal} was pending, the next was merged with it.`,
			say`A standard signal says that something has happened, not how often.`,
		]),
		cure:
			last.signal === signals.SIGCHLD
				? say`One ${signal} may stand for several children: call ${code("waitpid")} with ${code("WNOHANG")} in the handler until none is left.`
				: say`Do not count signals: after each one look at what they stand for, or use a pipe, or a real-time signal, which queues.`,
		culprits: [waitCulprit(ran, pid)],
		remedies: last.signal === signals.SIGCHLD ? collectAll(ran, pid) : queued(ran, last),
	};
}

export function signalBeforeWait(ran: Ran): Finding | null {
	const process = waiter(ran);
	if (process === null) return null;
	const { pid } = process;
	const handled = ran.witness?.handled.findLast((one) => one.pid === pid);
	if (handled === undefined) return null;
	const sent = sentTo(ran, pid).findLast(({ signal }) => signal === handled.signal);
	const name = who(ran, pid);
	const signal = code(signalName(handled.signal));
	const call = code(process.call?.name ?? "pause");
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${signal} had come before${sent === undefined ? "" : senders(ran, [sent])}, while ${name} stood${onLine(ran, handled.place)}. Its handler ran then, and ${call} waits for the next one, which nobody is left to send.`,
			say`Between the test and ${call} a signal can always come.`,
		]),
		cure: say`Block ${signal} with ${code("sigprocmask")} before the test, and wait in ${code("sigsuspend")}, which unblocks it and waits in one step.`,
		culprits: [waitCulprit(ran, pid)],
		remedies: blockFirst(ran, process, handled.signal),
	};
}

export function signalThrownAway(ran: Ran): Finding | null {
	const process = waiter(ran);
	if (process === null) return null;
	const { pid } = process;
	const handler = (signal: number) =>
		ran.witness?.installed.find((one) => one.pid === pid && one.signal === signal);
	// A child's end sends SIGCHLD to everybody; it matters to those that want to hear of it.
	const lost = sentTo(ran, pid).findLast(
		({ rule, signal }) =>
			(rule === "signal.send.ignored" && signal !== signals.SIGCHLD) ||
			(rule === "signal.send.ignored-by-default" && handler(signal) !== undefined),
	);
	if (lost === undefined) return null;
	const later = handler(lost.signal);
	const signal = code(signalName(lost.signal));
	const why =
		lost.rule === "signal.send.ignored"
			? say`it ignores it`
			: later === undefined
				? say`it has no handler for it, and by default it is ignored`
				: say`its handler was installed only later${onLine(ran, later.place)}, and by default it is ignored`;
	return {
		pid,
		sentence: say`${begins(ran, pid)} ${signal} came${senders(ran, [lost])}, while it stood${onLine(ran, lost.at)}, and was thrown away: ${why}. Nobody is left to send another.`,
		cure: say`Install the handler before anybody can send the signal: before the ${code("fork")}.`,
		culprits: [waitCulprit(ran, pid)],
		remedies: handlerFirst(ran, lost.signal),
	};
}

export function signalNeverComes(ran: Ran): Finding | null {
	const process = waiter(ran);
	if (process === null) return null;
	const { pid } = process;
	const dead = ran.witness?.deaths.filter((death) => death.pid !== pid).slice(-1) ?? [];
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} nobody is left that could send it a signal.`,
			dependants(ran, pid),
			...dead.map((death) =>
				death.signal === null
					? say`${who(ran, death.pid)} has ended${onLine(ran, death.place)}.`
					: say`${who(ran, death.pid)} was killed by ${code(signalName(death.signal))}${onLine(ran, death.place)}.`,
			),
		]),
		cure: say`Wait for what can come: for the end of a process in ${code("wait")}, for a byte in ${code("read")}; or set an ${code("alarm")} before ${code(process.call?.name ?? "pause")}${onLine(ran, process.since?.place)}.`,
		culprits: [waitCulprit(ran, pid)],
	};
}

/** pause becomes a sigsuspend that blocks nothing. */
function suspendUnblocked(ran: Ran, { pid, since }: Process): readonly Remedy[] {
	const place = since?.place;
	if (place == null) return [];
	return standsAt(ran, pid).map((before) => ({
		kind: "together",
		all: [
			{ kind: "replace", place, what: PAUSE, by: "sigsuspend(&nothing)" },
			{ kind: "insert", before, text: "sigset_t nothing;\nsigemptyset(&nothing);" },
		],
	}));
}

const PAUSE = /\bpause\s*\(\s*\)/;

/** The signal is blocked before the test, or before the fork where there is none, and sigsuspend waits for it. */
function blockFirst(ran: Ran, { since }: Process, signal: number): readonly Remedy[] {
	const place = since?.place;
	if (place == null) return [];
	const name = signalName(signal);
	const text = [
		"sigset_t blocked, before;",
		"sigemptyset(&blocked);",
		`sigaddset(&blocked, ${name});`,
		"sigprocmask(SIG_BLOCK, &blocked, &before);",
	].join("\n");
	const tests = headsAround(sourceOf(ran.programs, place.file), place.line).map((line) => ({
		...place,
		line,
	}));
	const fork = ran.witness?.forkPlace;
	return [...tests, ...(fork == null ? [] : [fork])].map((before) => ({
		kind: "together",
		all: [
			{ kind: "replace", place, what: PAUSE, by: "sigsuspend(&before)" },
			{ kind: "insert", before, text },
		],
	}));
}

/** One SIGCHLD may stand for several children: the handler asks until there is none left. */
function collectAll(ran: Ran, pid: Pid): readonly Remedy[] {
	const places = (ran.witness?.deaths ?? []).flatMap(({ parent, reapedAt }) =>
		parent === pid && reapedAt !== null ? [reapedAt] : [],
	);
	const place = places[0];
	if (place === undefined) return [];
	return [
		{
			kind: "repeat-rest",
			place,
			what: /\b(\w+)\s*=\s*wait\s*\(([^;]*)\)\s*;.*$/,
			head: "while (($1 = waitpid(-1, $2, WNOHANG)) > 0)",
		},
		{
			kind: "repeat-rest",
			place,
			what: /\b(\w+)\s*=\s*waitpid\s*\([^,]*,([^,]*),[^;]*\)\s*;.*$/,
			head: "while (($1 = waitpid(-1,$2, WNOHANG)) > 0)",
		},
		{
			kind: "repeat-rest",
			place,
			what: /\bwait\s*\(([^;]*)\)\s*;.*$/,
			head: "while (waitpid(-1, $1, WNOHANG) > 0)",
		},
		{
			kind: "repeat-rest",
			place,
			what: /\bwaitpid\s*\([^,]*,([^,]*),[^;]*\)\s*;.*$/,
			head: "while (waitpid(-1,$1, WNOHANG) > 0)",
		},
		{ kind: "replace", place, what: /\bif(\s*\(.*\bwaitpid\b)/, by: "while$1" },
	];
}

/** A real-time signal in the place of one that is merged. */
function queued(ran: Ran, { signal, fromAt }: SentSignal): readonly Remedy[] {
	if (fromAt === null) return [];
	const what = new RegExp(`\\b${signalName(signal)}\\b`);
	return codeAt(ran.programs, fromAt) === ""
		? []
		: [{ kind: "rename", file: fromAt.file, what, by: "SIGRTMIN" }];
}

/** Those who wait for ever because this one does. */
export function dependants(ran: Ran, pid: Pid) {
	const waiting = stranded(ran).filter((other) => other !== pid && waitOf(ran, other)?.by.includes(pid));
	return whatTheyWaitFor(ran, waiting);
}

/** ' by child on line 12' */
function senders(ran: Ran, sent: readonly SentSignal[]) {
	const last = sent.at(-1);
	if (last === undefined || last.from === null) return say``;
	const names = [...new Set(sent.map(({ from }) => from))].flatMap((from) =>
		from === null ? [] : [who(ran, from)],
	);
	return say` by ${list(names)}${onLine(ran, last.fromAt)}`;
}
