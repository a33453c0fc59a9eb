// Waits for a process that is stopped or never ends, and children that nobody waits for.
import { type Pid, signalName, signals } from "../../kernel/index.ts";
import { code, duration, join, list, say, who } from "../sentence.ts";
import { waitOf } from "../wait.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { findLine, loopsAround, sourceOf } from "./source.ts";
import { standsAt } from "./stands.ts";
import { begins, onLine, waitCulprit, whatTheyWaitFor } from "./told.ts";
import { rootOf, stranded } from "./waiting.ts";

export function stopped(ran: Ran): Finding | null {
	const found = Object.values(ran.kernel.processes).filter(({ state }) => state === "stopped");
	const waiting = stranded(ran).filter((pid) =>
		waitOf(ran, pid)?.by.some((other) => found.some((one) => one.pid === other)),
	);
	const process =
		found.find(({ pid }) => waiting.some((one) => waitOf(ran, one)?.by.includes(pid))) ?? found[0];
	if (process === undefined || (waiting.length === 0 && ran.outcome?.kind !== "stuck")) return null;
	const { pid } = process;
	const signal = ((process.unreported ?? 0) >> 8) & 0xff;
	const sent = ran.witness?.sent.findLast((one) => one.to === pid && isStop(one.signal));
	const name = who(ran, pid);
	const by = sent?.from == null ? say`` : say`, sent by ${who(ran, sent.from)}${onLine(ran, sent.fromAt)}`;
	const waiter = waiting[0];
	return {
		pid: waiter ?? pid,
		sentence: join([
			say`${name} is stopped by ${code(signalName(sent?.signal ?? (signal || signals.SIGSTOP)))}${by}: it stands${onLine(ran, ran.place(pid))} and does nothing until somebody sends it ${code("SIGCONT")}.`,
			waiter === undefined
				? say`Nobody is left who could.`
				: say`${whatTheyWaitFor(ran, [waiter])} ${who(ran, waiter)} could continue it, but waits. A stopped process has not ended: ${code("waitpid")} tells of it only with ${code("WUNTRACED")}.`,
		]),
		cure: say`Send ${name} ${code("SIGCONT")}${waiter === undefined ? "" : say` before ${who(ran, waiter)} waits${onLine(ran, ran.kernel.processes[waiter]?.since?.place)}`}.`,
		culprits: [waitCulprit(ran, pid)],
		remedies: waiter === undefined ? [] : continueIt(ran, waiter, pid),
	};
}

function isStop(signal: number): boolean {
	const { SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU } = signals;
	return signal === SIGSTOP || signal === SIGTSTP || signal === SIGTTIN || signal === SIGTTOU;
}

function continueIt(ran: Ran, waiter: Pid, pid: Pid): readonly Remedy[] {
	const names = ran
		.stack(waiter)
		.flatMap(({ variables }) => variables)
		.filter(({ value }) => value === String(pid))
		.map(({ name }) => name);
	return names.flatMap((name) =>
		standsAt(ran, waiter).map((before): Remedy => {
			return { kind: "insert", before, text: `kill(${name}, SIGCONT);` };
		}),
	);
}

export function childNeverEnds(ran: Ran): Finding | null {
	const root = rootOf(ran);
	if (root === null) return null;
	const pid = waitsForChild(ran, root) ? root : idlesAndIsAwaited(ran, root);
	if (pid === null) return null;
	const by = waitOf(ran, pid)?.by ?? [];
	return {
		pid,
		sentence: join([
			say`${begins(ran, pid)} ${by.length === 0 ? say`the child it waits for` : list(by.map((one) => who(ran, one)))} never ends.`,
			whatTheyWaitFor(ran, by),
			by.includes(root) || root === pid ? null : whatTheyWaitFor(ran, [root]),
			root === pid ? null : say`Nobody is left to send ${who(ran, root)} a signal.`,
		]),
		cure: null,
		culprits: [pid, ...by].map((one) => waitCulprit(ran, one)),
	};
}

function waitsForChild(ran: Ran, pid: Pid): boolean {
	return ran.kernel.processes[pid]?.wait?.on === "child";
}

/** Who waits for the end of a process that pauses and has never looked out for a signal; null when nobody does, or it has. */
function idlesAndIsAwaited(ran: Ran, root: Pid): Pid | null {
	if (ran.kernel.processes[root]?.wait?.on !== "signal") return null;
	if (ran.witness?.installed.some(({ pid }) => pid === root)) return null;
	const parents = stranded(ran).filter((pid) => waitsForChild(ran, pid));
	return parents.find((pid) => waitOf(ran, pid)?.by.includes(root)) ?? null;
}

/** A zombie that stays for less is nothing: its parent is on its way. In ticks. */
const LONG = 500_000;
const MANY = 3;

export function zombies(ran: Ran): Finding | null {
	const deaths = ran.witness?.deaths ?? [];
	const { clock } = ran.kernel;
	const left = deaths.filter((death) => death.parent !== 1 && (!death.reaped || death.forgotten !== null));
	const parents = [...new Set(left.map(({ parent }) => parent))];
	for (const parent of parents) {
		const own = left.filter((death) => death.parent === parent);
		const longest = own.reduce((a, b) =>
			(a.forgotten ?? clock) - a.at >= (b.forgotten ?? clock) - b.at ? a : b,
		);
		const stayed = (longest.forgotten ?? clock) - longest.at;
		if (stayed < LONG && own.length < MANY) continue;
		const name = who(ran, parent);
		const many = own.length > 1;
		return {
			pid: parent,
			sentence: join([
				many
					? say`${own.length} children of ${name} have ended and ${name} has never waited for them: they ${longest.forgotten === null ? "are" : "were"} zombies.`
					: say`${who(ran, longest.pid)} has ended${onLine(ran, longest.place)} and ${name} has never waited for it: it ${longest.forgotten === null ? "is" : "was"} a zombie for ${duration(stayed)}.`,
				say`A zombie keeps its pid and its place in the process table until its parent asks for its status.`,
			]),
			cure: say`Call ${code("wait")} or ${code("waitpid")} in ${name} once for every child, or ignore ${code("SIGCHLD")}.`,
			culprits: [waitCulprit(ran, parent)],
			remedies: collect(ran, many),
		};
	}
	return null;
}

/** One child: wait for it before the parent sleeps. Many: let nobody keep their statuses. */
function collect(ran: Ran, many: boolean): readonly Remedy[] {
	const fork = ran.witness?.forkPlace;
	const sleep = findLine(ran.programs, /\b(u?sleep|nanosleep|pause)\s*\(/);
	const loop = fork == null ? undefined : loopsAround(sourceOf(ran.programs, fork.file), fork.line).at(-1);
	const ignore: Remedy[] =
		fork == null
			? []
			: [
					{
						kind: "insert",
						before: { file: fork.file, line: loop?.first ?? fork.line },
						text: "signal(SIGCHLD, SIG_IGN);",
					},
				];
	if (many || sleep === null) return ignore;
	return [{ kind: "insert", before: sleep, text: "wait(NULL);" }, ...ignore];
}
