// A tiny computer for tests: processes that compute, write to and read from one pipe, fork and exit, by a script.

import { copyPlain, Hash, unreachable } from "../base/index.ts";
import type { Decision, RunOutcome, StepInfo } from "../computer/index.ts";
import type {
	KernelEvent,
	KernelState,
	ObjectRef,
	Outcome,
	Pid,
	Place,
	SystemCall,
	Wait,
} from "../kernel/index.ts";
import type { Subject } from "./subject.ts";

/** One thing a process does; it stands on line `index + 1` of its script while it does it. */
export type Act =
	/** So many statements. */
	| { readonly do: "compute"; readonly steps: number }
	| { readonly do: "write" | "read"; readonly bytes: number }
	| { readonly do: "fork"; readonly child: string }
	| { readonly do: "wait" }
	| { readonly do: "exit"; readonly status: number }
	/** Goes back to the act `to` so many times. */
	| { readonly do: "repeat"; readonly to: number; readonly times: number };

export type Scripts = { readonly [program: string]: readonly Act[] };

interface FakeProcess {
	readonly pid: Pid;
	readonly parent: Pid;
	readonly script: string;
	state: "ready" | "waiting" | "zombie";
	act: number;
	done: number;
	asked: boolean;
	waits: Wait["on"] | null;
	repeats: { [act: number]: number };
	status: number;
	forkedAt: Place | null;
}

interface State {
	step: number;
	nextPid: number;
	running: Pid | null;
	over: boolean;
	processes: { [pid: Pid]: FakeProcess };
	ended: { [pid: Pid]: number };
	pipe: { dyes: Pid[]; written: number; taken: number };
	outcome: RunOutcome | null;
}

const PIPE: ObjectRef = { kind: "pipe", id: 7, end: "both" };
const CAPACITY = 4;

export class FakeComputer implements Subject {
	readonly #scripts: Scripts;
	readonly #decisions: Decision[];
	#state: State;
	#events: KernelEvent[] = [];

	constructor(scripts: Scripts, decisions: readonly Decision[] = []) {
		this.#scripts = scripts;
		this.#decisions = [...decisions];
		this.#state = {
			step: 0,
			nextPid: 3,
			running: null,
			over: true,
			processes: { 2: process(2, 1, Object.keys(scripts)[0] as string, null) },
			ended: {},
			pipe: { dyes: [], written: 0, taken: 0 },
			outcome: null,
		};
	}

	get step(): number {
		return this.#state.step;
	}

	get outcome(): RunOutcome | null {
		return this.#state.outcome;
	}

	readonly decisions = {
		replace: (list: readonly Decision[]) => void this.#decisions.splice(0, this.#decisions.length, ...list),
	};

	get processors(): ReadonlyMap<Pid, { fingerprint(): number }> {
		return new Map(
			Object.values(this.#state.processes).map((one) => [one.pid, { fingerprint: () => fingerprintOf(one) }]),
		);
	}

	variable(pid: Pid, name: string): string | null {
		return name === "done" ? String(this.#state.processes[pid]?.done ?? 0) : null;
	}

	choices(): Pid[] {
		return Object.values(this.#state.processes)
			.filter((one) => one.state === "ready")
			.map((one) => one.pid);
	}

	placeOf(pid: Pid): Place | null {
		const one = this.#state.processes[pid];
		return one === undefined ? null : { file: one.script, line: one.act + 1 };
	}

	fingerprint(): number {
		return fingerprintOf(this.#state);
	}

	snapshot(): unknown {
		return {
			kernel: { state: { ...this.kernel.state, timer: null }, outputs: [] },
			tasks: new Map(this.choices().map((pid) => [pid, { stand: { kind: "statement" } }])),
			state: copyPlain(this.#state),
		};
	}

	restore(snapshot: unknown): void {
		this.#state = copyPlain((snapshot as { state: State }).state);
	}

	/** As much of a kernel's state as a timeline looks at. */
	get kernel(): { readonly state: KernelState } {
		const { processes, pipe, running, ended } = this.#state;
		const records = Object.values(processes).map((one) => [
			one.pid,
			{
				pid: one.pid,
				ppid: one.parent,
				program: one.script,
				state: one.state,
				wait: one.waits === null ? null : { on: one.waits, pipe: 7 },
				descriptors: { 0: {}, 1: {}, 2: {} },
				children: [],
				counts: { calls: 0, waited: 0, ran: 0, children: 0 },
				status: one.state === "zombie" ? one.status << 8 : null,
				forkedAt: one.forkedAt,
			},
		]);
		const buffers = pipe.dyes.length === 0 ? [] : [{ bytes: new Uint8Array(pipe.dyes.length) }];
		return {
			state: {
				processes: Object.fromEntries(records),
				ended: Object.fromEntries(
					Object.entries(ended).map(([pid, status]) => [pid, { status: status << 8 }]),
				),
				pipes: { 7: { id: 7, page: 1, slots: CAPACITY, buffers, written: pipe.written, taken: pipe.taken } },
				terminals: {},
				...{ openFiles: {}, sockets: {}, socketFiles: {}, files: {}, fifos: {}, symlinks: {} },
				...{ queues: {}, directories: {}, nextObject: 8 },
				scheduler: { running, beside: null },
				clock: 0,
				timer: null,
			} as unknown as KernelState,
		};
	}

	advance(budget: number): StepInfo {
		const begin = this.step;
		let pid: Pid | null = null;
		this.#events = [];
		while (this.step - begin < budget && this.#events.length === 0 && this.outcome === null) {
			pid = this.#choose();
			if (pid === null) {
				this.#state.outcome =
					Object.keys(this.#state.processes).length > 0 ? { kind: "stuck" } : { kind: "exited", status: 0 };
				break;
			}
			this.#act(this.#state.processes[pid] as FakeProcess);
			this.#state.step++;
		}
		const live = Object.values(this.#state.processes);
		if (live.every((one) => one.state === "zombie")) this.#state.outcome = { kind: "exited", status: 0 };
		else if (!live.some((one) => one.state === "ready")) this.#state.outcome = { kind: "stuck" };
		return { steps: this.step - begin, pid, events: this.#events, outcome: this.outcome };
	}

	#choose(): Pid | null {
		const state = this.#state;
		const forced = this.#decisions.find((one) => one.at === state.step && one.kind === "run");
		const wanted = forced?.kind === "run" ? forced.pid : state.running;
		const goesOn = wanted !== null && state.processes[wanted]?.state === "ready";
		if (goesOn && (forced !== undefined || !state.over)) return this.#give(wanted);
		const ready = this.choices();
		const next = ready.find((pid) => pid > (state.running ?? 0)) ?? ready[0];
		return next === undefined ? null : this.#give(next);
	}

	#give(pid: Pid): Pid {
		const { running } = this.#state;
		if (running !== pid) this.#events.push({ kind: "switches", from: running, to: pid });
		this.#state.running = pid;
		this.#state.over = false;
		return pid;
	}

	#act(one: FakeProcess): void {
		const act = this.#scripts[one.script]?.[one.act] ?? { do: "exit", status: 0 };
		switch (act.do) {
			case "compute":
				if (++one.done >= act.steps) this.#next(one);
				return;
			case "repeat": {
				const times = (one.repeats[one.act] ?? 0) + 1;
				one.repeats = { ...one.repeats, [one.act]: times };
				if (times > act.times) this.#next(one);
				else one.act = act.to;
				return;
			}
			default:
				if (one.asked) this.#answer(one, act);
				else {
					one.asked = true;
					this.#events.push({ kind: "calls", pid: one.pid, call: callOf(act) });
				}
		}
	}

	#next(one: FakeProcess): void {
		one.act++;
		one.done = 0;
		one.asked = false;
	}

	#answer(one: FakeProcess, act: Exclude<Act, { do: "compute" | "repeat" }>): void {
		this.#state.over = true;
		switch (act.do) {
			case "write":
				this.#write(one, act.bytes);
				return;
			case "read":
				this.#read(one, act.bytes);
				return;
			case "fork":
				this.#fork(one, act.child);
				return;
			case "wait":
				this.#reap(one);
				return;
			case "exit":
				one.state = "zombie";
				one.status = act.status;
				this.#events.push({ kind: "exits", pid: one.pid, status: act.status << 8 });
				this.#wake("child", one.pid);
				return;
			default:
				unreachable(act);
		}
	}

	#write(one: FakeProcess, bytes: number): void {
		const { pipe } = this.#state;
		if (pipe.dyes.length + bytes > CAPACITY) {
			this.#sleep(one, "pipe-not-full", "write");
			return;
		}
		this.#events.push(transfer("out", one.pid, bytes, pipe.written, [{ pid: one.pid, count: bytes }]));
		pipe.dyes = [...pipe.dyes, ...Array<Pid>(bytes).fill(one.pid)];
		pipe.written += bytes;
		this.#return(one, "write", bytes);
		this.#wake("pipe-not-empty", one.pid);
	}

	#read(one: FakeProcess, bytes: number): void {
		const { pipe } = this.#state;
		if (pipe.dyes.length === 0) {
			this.#sleep(one, "pipe-not-empty", "read");
			return;
		}
		const taken = pipe.dyes.slice(0, bytes);
		const dyes = [...new Set(taken)].map((pid) => ({
			pid,
			count: taken.filter((dye) => dye === pid).length,
		}));
		this.#events.push(transfer("in", one.pid, taken.length, pipe.taken, dyes));
		pipe.dyes = pipe.dyes.slice(taken.length);
		pipe.taken += taken.length;
		this.#return(one, "read", taken.length);
		this.#wake("pipe-not-full", one.pid);
	}

	#fork(one: FakeProcess, script: string): void {
		const pid = this.#state.nextPid++;
		this.#state.processes[pid] = process(pid, one.pid, script, this.placeOf(one.pid));
		this.#events.push({ kind: "forks", pid: one.pid, child: pid });
		this.#return(one, "fork", pid);
	}

	#reap(one: FakeProcess): void {
		const children = Object.values(this.#state.processes).filter((child) => child.parent === one.pid);
		const dead = children.find((child) => child.state === "zombie");
		if (dead === undefined && children.length > 0) {
			this.#sleep(one, "child", "wait4");
			return;
		}
		if (dead !== undefined) {
			delete this.#state.processes[dead.pid];
			this.#state.ended[dead.pid] = dead.status;
			this.#events.push({ kind: "reaped", pid: dead.pid, by: one.pid });
		}
		this.#return(one, "wait4", dead?.pid ?? -1);
	}

	#return(one: FakeProcess, name: "write" | "read" | "fork" | "wait4", value: number): void {
		const outcome = { kind: "done", value, reply: null, rule: "pipe.read.bytes" } as unknown as Outcome;
		this.#events.push({
			kind: "returns",
			pid: one.pid,
			call: { name } as SystemCall,
			outcome,
			waited: false,
		});
		this.#next(one);
	}

	#sleep(one: FakeProcess, on: Wait["on"], name: "write" | "read" | "wait4"): void {
		const wait = { on, pipe: 7 } as Wait;
		one.state = "waiting";
		one.waits = on;
		const call = { name } as SystemCall;
		this.#events.push({
			kind: "waits",
			pid: one.pid,
			call,
			wait,
			rule: "pipe.read.empty-blocks",
			done: 0,
			again: false,
		});
	}

	#wake(on: Wait["on"], by: Pid): void {
		for (const one of Object.values(this.#state.processes)) {
			if (one.state !== "waiting" || one.waits !== on) continue;
			one.state = "ready";
			one.waits = null;
			this.#events.push({ kind: "wakes", pid: one.pid, wait: { on } as Wait, by });
		}
	}
}

function process(pid: Pid, parent: Pid, script: string, forkedAt: Place | null): FakeProcess {
	return {
		pid,
		parent,
		script,
		state: "ready",
		act: 0,
		done: 0,
		asked: false,
		waits: null,
		repeats: {},
		status: 0,
		forkedAt,
	};
}

function transfer(
	direction: "in" | "out",
	pid: Pid,
	count: number,
	offset: number,
	dyes: readonly { pid: Pid; count: number }[],
): KernelEvent {
	return { kind: "transfers", pid, direction, object: PIPE, bytes: new Uint8Array(count), offset, dyes };
}

function callOf(act: Exclude<Act, { do: "compute" | "repeat" }>): SystemCall {
	return { name: act.do === "wait" ? "wait4" : act.do } as SystemCall;
}

function fingerprintOf(value: unknown): number {
	const hash = new Hash();
	hash.plain(value);
	return hash.digest();
}

/** A writer that fills the pipe and a reader that empties it, `times` times; lines count from 1. */
export function pipeScripts(times: number): Scripts {
	return {
		main: [
			{ do: "compute", steps: 3 },
			{ do: "fork", child: "reader" },
			{ do: "write", bytes: 2 },
			{ do: "compute", steps: 2 },
			{ do: "repeat", to: 2, times },
			{ do: "wait" },
			{ do: "exit", status: 3 },
		],
		reader: [
			{ do: "read", bytes: 1 },
			{ do: "compute", steps: 5 },
			{ do: "repeat", to: 0, times: times * 2 },
			{ do: "exit", status: 7 },
		],
	};
}
