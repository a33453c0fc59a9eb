// Deaths by signal, told as such: whose pipe, who closed its last read end, which handler came too late.
import { type Pid, type Place, signalName, signals } from "../../kernel/index.ts";
import { code, join, say, who } from "../sentence.ts";
import { pipeName } from "../view.ts";
import { reasonOf } from "./faults.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { codeAt, findLine, loopsAround, sourceOf } from "./source.ts";
import { onLine, waitCulprit, where } from "./told.ts";
import type { Death } from "./witness.ts";

const FAULTS: ReadonlySet<number> = new Set([
	signals.SIGSEGV,
	signals.SIGBUS,
	signals.SIGILL,
	signals.SIGFPE,
	signals.SIGABRT,
]);

/** The first process's death when that ended the run; else a child's of which nobody learned the reason. */
function deathsToTell(ran: Ran): readonly Death[] {
	const deaths = (ran.witness?.deaths ?? []).filter(({ signal }) => signal !== null);
	return deaths.filter((death) => {
		if (ran.outcome?.kind === "killed" && death.parent === 1) return true;
		return ran.outcome?.kind === "exited" && unseen(ran, death);
	});
}

/** Whether nobody learned how it ended: its parent asked for no status, or never asked. */
function unseen(ran: Ran, { parent, reapedAt, signal, pipe }: Death): boolean {
	if (parent === 1) return false;
	if (reapedAt !== null && !NO_STATUS.test(codeAt(ran.programs, reapedAt))) return false;
	if (signal === signals.SIGPIPE) {
		// A reader that has what it wants and ends is how a pipeline stops: no mistake.
		const closer =
			pipe === null ? undefined : ran.witness?.closings(pipe, "read").findLast(({ last }) => last);
		return closer !== undefined && !closer.ended;
	}
	return true;
}

/** wait with a null pointer in the place of the status. */
const NO_STATUS = /\bwait\s*\(\s*(NULL|0)\s*\)|\bwaitpid\s*\([^,]*,\s*(NULL|0)\s*,/;

export function unsupported(ran: Ran): Finding | null {
	const death = ran.witness?.deaths.find(({ faultKind }) => faultKind === "unsupported");
	if (death === undefined) return null;
	const { place, pid } = death;
	const at = place === null ? "" : ` (${place.file}:${place.line})`;
	return {
		pid,
		sentence: say`${who(ran, pid)} was killed by ${code("SIGSYS")}: ${death.fault ?? ""}${at}.`,
		cure: null,
		culprits: [{ ...waitCulprit(ran, pid), line: place }],
	};
}

export function killedBySigpipe(ran: Ran): Finding | null {
	const death = deathsToTell(ran).find(
		({ signal, call, socket }) =>
			signal === signals.SIGPIPE && (call?.name === "write" || (call !== null && socket !== null)),
	);
	if (death === undefined) return null;
	if (death.socket !== null) return killedAtSocket(ran, death);
	const name = who(ran, death.pid);
	const { pipe } = death;
	const closer = pipe === null ? undefined : ran.witness?.closings(pipe, "read").findLast(({ last }) => last);
	const crashed = closer?.ended
		? ran.witness?.deaths.findLast((one) => one.pid === closer.pid && one.signal !== null)
		: undefined;
	const whose = pipe === null ? "the pipe" : pipeName(ran.kernel, pipe);
	return {
		pid: death.pid,
		sentence: join([
			say`${name} was killed by ${code("SIGPIPE")} in ${code("write")}${onLine(ran, death.place)}: nobody has the read end of ${whose} open any more.`,
			closer === undefined
				? null
				: crashed !== undefined
					? say`${who(ran, closer.pid)} held the last one, and was itself killed by ${code(signalName(crashed.signal ?? 0))}${onLine(ran, crashed.place)}${crashed.fault === null ? "" : `: ${crashed.fault}`}.`
					: say`${who(ran, closer.pid)} ${closer.ended ? "held the last one, and ended" : "closed the last one"}${onLine(ran, closer.place)}.`,
			say`A write that nobody can ever read ends the writer, unless it ignores ${code("SIGPIPE")} and looks for ${code("EPIPE")}.`,
		]),
		cure:
			crashed !== undefined && closer !== undefined
				? say`What ended ${who(ran, closer.pid)}${onLine(ran, crashed.place)} has to be mended first: while it reads, ${name} can write.`
				: say`Keep a read end open for as long as ${name} writes, or ignore ${code("SIGPIPE")} and stop when ${code("write")} returns -1.`,
		culprits: [waitCulprit(ran, closer?.pid ?? death.pid)],
		remedies: [
			...(closer === undefined || closer.ended || closer.place === null
				? []
				: ([
						{ kind: "later", place: closer.place },
						{ kind: "remove", place: closer.place },
					] as const)),
			...ignoreSigpipe(ran, death.place),
		],
	};
}

/** The same at a socket: its other end is closed, or one of the two was shut down in this direction. */
function killedAtSocket(ran: Ran, death: Death): Finding {
	const name = who(ran, death.pid);
	const call = death.call?.name.replace("sendto", "send") ?? "write";
	const why =
		death.socket === "alone"
			? "the other end of the socket is closed"
			: "the other end of the socket is open, but this direction was shut down";
	return {
		pid: death.pid,
		sentence: join([
			say`${name} was killed by ${code("SIGPIPE")} in ${code(call)}${onLine(ran, death.place)}: ${why}.`,
			say`A write that nobody can ever read ends the writer, unless it ignores ${code("SIGPIPE")} and looks for ${code("EPIPE")}.`,
		]),
		cure: say`Keep the other end open for as long as ${name} writes, and call ${code("shutdown")} only after that; or ignore ${code("SIGPIPE")} and stop when ${code(call)} returns -1.`,
		culprits: [waitCulprit(ran, death.pid)],
		remedies: ignoreSigpipe(ran, death.place),
	};
}

/** With SIGPIPE ignored the write returns -1: enough where the program looks at that. */
function ignoreSigpipe(ran: Ran, place: Place | null): readonly Remedy[] {
	if (place === null) return [];
	const loop = loopsAround(sourceOf(ran.programs, place.file), place.line).at(-1);
	const before = { file: place.file, line: loop?.first ?? place.line };
	return [{ kind: "insert", before, text: "signal(SIGPIPE, SIG_IGN);" }];
}

export function killedBeforeHandler(ran: Ran): Finding | null {
	for (const death of deathsToTell(ran)) {
		const { signal, sent, pid } = death;
		if (signal === null || sent?.from == null || sent.from === pid) continue;
		const install = findLine(
			ran.programs,
			new RegExp(`\\b(sigaction|signal)\\s*\\(\\s*${signalName(signal)}\\b`),
		);
		const had = ran.witness?.installed.some((one) => one.pid === pid && one.signal === signal);
		if (install === null || had) continue;
		const name = who(ran, pid);
		return {
			pid,
			sentence: join([
				say`${name} was killed by ${code(signalName(signal))}, sent by ${who(ran, sent.from)}${onLine(ran, sent.fromAt)}, while it stood${onLine(ran, death.place)}: before it came to ${where(ran, install)}, which installs the handler.`,
				say`Until then the default action holds, and that ends the process.`,
			]),
			cure: say`Install the handler before anybody can send the signal: before the ${code("fork")}${onLine(ran, ran.witness?.forkPlace)}.`,
			culprits: [waitCulprit(ran, pid)],
			remedies: handlerFirst(ran, signal),
		};
	}
	return null;
}

/** The line that installs the handler is moved up before the fork. */
export function handlerFirst(ran: Ran, signal: number): readonly Remedy[] {
	const before = ran.witness?.forkPlace;
	if (before == null) return [];
	const line = new RegExp(`^\\s*(sigaction|signal)\\s*\\(\\s*${signalName(signal)}\\b.*;\\s*$`);
	return [{ kind: "earlier", line, before }];
}

export function killedByFault(ran: Ran): Finding | null {
	const death = deathsToTell(ran).find(
		({ signal, sent }) => signal !== null && FAULTS.has(signal) && byItself(sent?.from, signal),
	);
	return death === undefined ? null : fault(ran, death);
}

function byItself(from: Pid | null | undefined, signal: number): boolean {
	return from == null || signal === signals.SIGABRT;
}

function fault(ran: Ran, death: Death): Finding {
	const name = who(ran, death.pid);
	const signal = death.signal ?? 0;
	const reason = reasonOf(ran, death);
	return {
		pid: death.pid,
		sentence: join([
			say`${name} was killed by ${code(signalName(signal))}${onLine(ran, death.place)}${death.fault === null ? "" : `: ${death.fault}`}.`,
			signal === signals.SIGABRT && death.fault === null
				? death.lastWords === null
					? say`It called ${code("abort")} itself.`
					: say`It called ${code("abort")}, with the last words “${code(death.lastWords)}”.`
				: null,
			reason?.sentence ?? null,
		]),
		cure: reason?.cure ?? null,
		culprits: [waitCulprit(ran, death.pid)],
		remedies: reason?.remedies ?? [],
	};
}

export function killedBySignal(ran: Ran): Finding | null {
	const death = deathsToTell(ran).find(({ parent }) => parent === 1 && ran.outcome?.kind === "killed");
	if (death === undefined || death.signal === null) return null;
	const { sent } = death;
	const by =
		sent?.from == null
			? say``
			: sent.from === death.pid
				? say`, which it sent itself${onLine(ran, sent.fromAt)}`
				: say`, sent by ${who(ran, sent.from)}${onLine(ran, sent.fromAt)}`;
	const alarm =
		death.signal === signals.SIGALRM && sent?.from == null
			? say` Its own ${code("alarm")} rang, and it has no handler for it.`
			: say``;
	return {
		pid: death.pid,
		sentence: say`${who(ran, death.pid)} was killed by ${code(signalName(death.signal))}${by}, while it stood${onLine(ran, death.place)}.${alarm}`,
		cure: say`A process that is to outlive ${code(signalName(death.signal))} installs a handler with ${code("sigaction")} before it can come, or ignores it with ${code("SIG_IGN")}; ${code("SIGKILL")} and ${code("SIGSTOP")} nobody can escape.`,
		culprits: [waitCulprit(ran, death.pid)],
	};
}
