// All the ways a run can go: every order in which processes can be answered by the kernel, each state looked at once.

import type { ComputerSnapshot, Decision, RunOutcome } from "../computer/index.ts";
import type { KernelEvent, KernelState, ObjectId, Pid, SystemCall } from "../kernel/index.ts";
import { outputIn } from "./evaluate.ts";
import { StateHash } from "./state-hash.ts";
import type { Open, Subject } from "./subject.ts";

export interface Bounds {
	/** States that are looked at, at most. */
	readonly states: number;
	/** Steps of one run, at most. */
	readonly steps: number;
}

export const defaultBounds: Bounds = { states: 20_000, steps: 200_000 };

/** One way a run can end; of several runs with the same end state, the first that was found. */
export interface RunEnd {
	readonly outcome: RunOutcome | null;
	/** What went to standard output. */
	readonly output: string;
	/** The decisions that lead here: a run with them is this run. */
	readonly decisions: readonly Decision[];
	readonly steps: number;
}

export interface Exploration {
	/** Ends that differ in state, the default schedule's own first. */
	readonly ends: readonly RunEnd[];
	/** Different states looked at. */
	readonly states: number;
	/** False when a bound was met: there may be more ends. */
	readonly complete: boolean;
}

interface Node {
	readonly snapshot: unknown;
	readonly step: number;
	readonly decisions: Chain | null;
}

/** Decisions from newest to oldest, shared by all that follow from them. */
interface Chain {
	readonly decision: Decision;
	readonly before: Chain | null;
}

/** Statements a process may execute between two of its calls before others get their turn. */
const STRETCH = 100_000;

/** Calls that nobody else can notice and whose answer nobody else can change: their order is of no matter. */
const PRIVATE: ReadonlySet<SystemCall["name"]> = new Set([
	"getpid",
	"getuid",
	"geteuid",
	"getgid",
	"getegid",
	"getresuid",
	"getresgid",
	"getgroups",
	"pipe",
	"dup",
	"fstat",
	"ioctl",
	"umask",
	"getcwd",
	"getrlimit",
	"setrlimit",
]);

/**
 * Runs a program in every order of its processes' system calls. Between two calls of a process only its own memory
 * changes, so that other orders make no difference. Time is not part of a state unless a timer is set, and the numbers of objects
 * are none unless a program is told one. `enough` is asked of every end that is found; when it says yes, no more is looked for.
 */
export function explore(
	open: Open,
	bounds: Bounds = defaultBounds,
	enough: (end: RunEnd) => boolean = () => false,
): Exploration {
	return exploreBy(open, bounds, enough, true) ?? (exploreBy(open, bounds, enough, false) as Exploration);
}

/** The same, with or without the numbers that objects got in the run; null: without them, and a program was told one. */
export function exploreBy(
	open: Open,
	bounds: Bounds,
	enough: (end: RunEnd) => boolean,
	renumbered: boolean,
): Exploration | null {
	const subject = open([]);
	const start: Node = { snapshot: subject.snapshot(), step: 0, decisions: null };
	const firstNew = subject.kernel.state.nextObject;
	const hashes = new StateHash((start.snapshot as ComputerSnapshot).kernel.state, renumbered);
	const seen = new Set([hashes.of(start.snapshot as ComputerSnapshot, subject)]);
	const ends = new Map<number, RunEnd>();
	let complete = true;
	let satisfied = false;
	const stack: Node[] = [start];
	while (!satisfied) {
		const node = stack.pop();
		if (node === undefined) break;
		const next: Node[] = [];
		for (const way of waysFrom(node, subject)) {
			const { decisions, over, told } = goOn(node, way, subject, firstNew);
			if (told && renumbered) return null;
			const snapshot = subject.snapshot();
			const hash = hashes.of(snapshot as ComputerSnapshot, subject);
			if (over) {
				if (ends.has(hash)) continue;
				const end = endOf(subject, decisions);
				ends.set(hash, end);
				satisfied ||= enough(end);
			} else if (subject.step > bounds.steps || seen.size >= bounds.states) complete &&= seen.has(hash);
			else if (!seen.has(hash)) next.push({ snapshot, step: subject.step, decisions });
			seen.add(hash);
		}
		stack.push(...next.reverse());
	}
	return { ends: [...ends.values()], states: seen.size, complete: complete && stack.length === 0 };
}

/** One way to go on: who runs; null: nobody can, and time passes or the run is over. */
interface Way {
	readonly pid: Pid | null;
	/** The computer would choose so by itself. */
	readonly own: boolean;
}

/** Each process that could run. The computer's own choice comes first. */
function waysFrom(node: Node, subject: Subject): Way[] {
	goTo(node, subject, []);
	const choices = subject.choices();
	const first = choices[0];
	if (first === undefined || choices.length === 1) return [{ pid: first ?? null, own: true }];
	const own = subject.advance(1).pid;
	const others = choices.filter((pid) => pid !== own);
	return [{ pid: own, own: true }, ...others.map((pid) => ({ pid, own: false }))];
}

function goTo(node: Node, subject: Subject, decisions: readonly Decision[]): void {
	subject.decisions.replace([]);
	subject.restore(node.snapshot);
	subject.decisions.replace(decisions);
}

interface Stretch {
	readonly decisions: Chain | null;
	readonly over: boolean;
	/** A program was told the number of an object. */
	readonly told: boolean;
}

/** Runs a process up to its next answer that others could notice; says which decisions that took. */
function goOn(node: Node, way: Way, subject: Subject, firstNew: ObjectId): Stretch {
	const { pid } = way;
	let told = false;
	let chain = node.decisions;
	if (pid !== null && !way.own) chain = { decision: { at: node.step, kind: "run", pid }, before: chain };
	goTo(node, subject, chain === node.decisions || chain === null ? [] : [chain.decision]);
	const end = subject.step + STRETCH;
	while (subject.step < end) {
		const info = subject.advance(end - subject.step);
		told ||= info.events.some((event) => tellsNumber(event, subject.kernel.state, firstNew));
		if (info.steps === 0 || subject.outcome !== null) return { decisions: chain, over: true, told };
		if (pid === null || info.pid !== pid) break;
		const turn = turnOf(info.events, pid);
		if (turn === "over") break;
		if (turn === "goes on") continue;
		// A private call is answered: the same process goes on, whatever the schedule says.
		const decision: Decision = { at: subject.step, kind: "run", pid };
		subject.decisions.replace([decision]);
		chain = { decision, before: chain };
	}
	return { decisions: chain, over: false, told };
}

/** Whether a program may learn by this what number an object has that was made in the run: st_ino, d_ino, what /proc tells. */
function tellsNumber(event: KernelEvent, state: KernelState, firstNew: ObjectId): boolean {
	const { files, nextObject, openFiles } = state;
	const isNew = ({ inode }: { inode: number }) => inode >= firstNew && inode < nextObject;
	if (event.kind === "opens") {
		const object = openFiles[event.openFile]?.object;
		return object?.kind === "file" && files[object.id]?.shows !== undefined;
	}
	if (event.kind !== "returns" || event.outcome.kind !== "done") return false;
	const { reply } = event.outcome;
	if (reply?.kind === "stat") return isNew(reply.stat);
	if (reply?.kind === "entries") return reply.entries.some(isNew);
	// A link of /proc to what has no name: pipe:[12].
	return event.call.name === "readlink" && reply?.kind === "path" && reply.path.includes(":[");
}

/** What the events of a step mean for the turn of `pid`. */
function turnOf(events: readonly KernelEvent[], pid: Pid): "over" | "private" | "goes on" {
	for (const event of events) {
		if (event.kind === "returns" && event.pid === pid)
			return PRIVATE.has(event.call.name) ? "private" : "over";
		if (event.kind === "calls" || event.kind === "switches" || !("pid" in event) || event.pid !== pid)
			continue;
		if (["waits", "exits", "killed", "stops", "signal-handled"].includes(event.kind)) return "over";
	}
	return "goes on";
}

function endOf(subject: Subject, chain: Chain | null): RunEnd {
	const decisions: Decision[] = [];
	for (let link = chain; link !== null; link = link.before) decisions.push(link.decision);
	const output = outputIn({ kernel: subject.kernel.state, names: new Map() });
	return { outcome: subject.outcome, output, decisions: decisions.reverse(), steps: subject.step };
}
