// Waits for a signal that has been, was merged, was thrown away, is held back, or never comes.
import { type Pid, type Process, signalName, signals } from "../../kernel/index.ts";
import { code, count, join, list, say, who } from "../sentence.ts";
import { waitOf } from "../wait.ts";
import type { Finding, Ran } from "./finding.ts";
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
		cure: say`Do not count signals: after each one look at what they stand for, or use a pipe, or a real-time signal, which queues.`,
		culprits: [waitCulprit(ran, pid)],
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
		cure: null,
		culprits: [waitCulprit(ran, pid)],
	};
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
