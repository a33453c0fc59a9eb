// All the ways a run can go: every order in which processes can be answered by the kernel, each state looked at once.

import { Hash } from "../base/index.ts";
import type { ComputerSnapshot, Decision, RunOutcome } from "../computer/index.ts";
import type { KernelEvent, Pid, SystemCall } from "../kernel/index.ts";
import { outputIn } from "./evaluate.ts";
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
 * changes, so that other orders make no difference. Time is not part of a state unless a timer is set. `enough` is asked of every
 * end that is found; when it says yes, no more is looked for.
 */
export function explore(
	open: Open,
	bounds: Bounds = defaultBounds,
	enough: (end: RunEnd) => boolean = () => false,
): Exploration {
	const subject = open([]);
	const start: Node = { snapshot: subject.snapshot(), step: 0, decisions: null };
	const seen = new Set([stateHash(start.snapshot as ComputerSnapshot, subject)]);
	const ends = new Map<number, RunEnd>();
	let complete = true;
	let satisfied = false;
	const stack: Node[] = [start];
	while (!satisfied) {
		const node = stack.pop();
		if (node === undefined) break;
		const next: Node[] = [];
		for (const way of waysFrom(node, subject)) {
			const { decisions, over } = goOn(node, way, subject);
			const snapshot = subject.snapshot();
			const hash = stateHash(snapshot as ComputerSnapshot, subject);
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

/** Runs a process up to its next answer that others could notice; says which decisions that took. */
function goOn(node: Node, way: Way, subject: Subject): { decisions: Chain | null; over: boolean } {
	const { pid } = way;
	let chain = node.decisions;
	if (pid !== null && !way.own) chain = { decision: { at: node.step, kind: "run", pid }, before: chain };
	goTo(node, subject, chain === node.decisions || chain === null ? [] : [chain.decision]);
	const end = subject.step + STRETCH;
	while (subject.step < end) {
		const info = subject.advance(end - subject.step);
		if (info.steps === 0 || subject.outcome !== null) return { decisions: chain, over: true };
		if (pid === null || info.pid !== pid) break;
		const turn = turnOf(info.events, pid);
		if (turn === "over") break;
		if (turn === "goes on") continue;
		// A private call is answered: the same process goes on, whatever the schedule says.
		const decision: Decision = { at: subject.step, kind: "run", pid };
		subject.decisions.replace([decision]);
		chain = { decision, before: chain };
	}
	return { decisions: chain, over: false };
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

/** Fields that depend on when something happened, or that only tell the story: they make no state different. */
const STORY: ReadonlySet<string> = new Set([
	"clock",
	"scheduler",
	"since",
	"counts",
	"at",
	"accessed",
	"modified",
	"changed",
	"sentAt",
	"receivedAt",
	"origin",
	"place",
	"forkedAt",
	// Who wrote a byte cannot be seen by who reads it.
	"dyes",
	// A saved output may have grown since: it is looked at apart.
	"output",
]);

const recordHashes = new WeakMap<object, number>();
const taskHashes = new WeakMap<object, number>();

/** Equal for states from which the same can follow. Parts that snapshots share are hashed once. */
function stateHash(snapshot: ComputerSnapshot, subject: Subject): number {
	const { kernel, tasks } = snapshot;
	const hash = new Hash();
	const { state, outputs } = kernel;
	hash.number(recordHash(state));
	if (state.timer !== null) hash.number(state.clock);
	Object.values(state.terminals).forEach(({ output }, i) => {
		for (let k = 0; k < (outputs[i] ?? 0); k++) hash.number(recordHash(output[k] as object));
	});
	for (const [pid, task] of [...tasks].sort(([a], [b]) => a - b)) {
		let known = taskHashes.get(task);
		if (known === undefined) {
			known = subject.processors.get(pid)?.fingerprint() ?? 0;
			taskHashes.set(task, known);
		}
		hash.number(pid);
		hash.text(task.stand.kind);
		hash.number(known);
	}
	return hash.digest();
}

function recordHash(value: object): number {
	const known = recordHashes.get(value);
	if (known !== undefined) return known;
	const hash = new Hash();
	if (value instanceof Uint8Array) hash.bytes(value);
	else {
		for (const key of Object.keys(value).sort()) {
			if (STORY.has(key)) continue;
			const field = (value as Record<string, unknown>)[key];
			hash.text(key);
			if (typeof field === "object" && field !== null) hash.number(recordHash(field));
			else hash.plain(field);
		}
	}
	const digest = hash.digest();
	recordHashes.set(value, digest);
	return digest;
}

function endOf(subject: Subject, chain: Chain | null): RunEnd {
	const decisions: Decision[] = [];
	for (let link = chain; link !== null; link = link.before) decisions.push(link.decision);
	const output = outputIn({ kernel: subject.kernel.state, names: new Map() });
	return { outcome: subject.outcome, output, decisions: decisions.reverse(), steps: subject.step };
}
