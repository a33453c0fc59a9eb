// Who takes part in a run: when each process came to be, by which fork, and which programs it has run.

import type { KernelEvent, KernelState, Pid, Place } from "../kernel/index.ts";

export interface Member {
	readonly pid: Pid;
	readonly parent: Pid;
	/** The position from which it is there. */
	readonly born: number;
	/** The fork that made it, or null. */
	readonly forkedAt: Place | null;
	/** The programs it ran, oldest first, each from a position on. */
	readonly programs: readonly { readonly step: number; readonly program: string }[];
}

/** init: real, but not shown. */
const INIT = 1;

/** All processes of one branch in the order of birth. */
export class Cast {
	#members: Member[] = [];
	#known = new Set<Pid>();
	/** Grows with every change, so that names are made anew only then. */
	version = 0;

	get members(): readonly Member[] {
		return this.#members;
	}

	/** Adds the processes that are there at position `step` and were not before. */
	meet(state: KernelState, step: number): void {
		for (const process of Object.values(state.processes)) {
			const { pid, ppid, forkedAt, program } = process;
			if (pid <= INIT || this.#known.has(pid)) continue;
			this.#known.add(pid);
			this.#members.push({ pid, parent: ppid, born: step, forkedAt, programs: [{ step, program }] });
			this.version++;
		}
	}

	note(event: KernelEvent, step: number, state: KernelState): void {
		if (event.kind === "forks") this.meet(state, step);
		if (event.kind !== "execs") return;
		const { pid, program } = event;
		this.#members = this.#members.map((member) =>
			member.pid === pid ? { ...member, programs: [...member.programs, { step, program }] } : member,
		);
		this.version++;
	}

	/** The cast of a run that is the same up to position `at`. */
	fork(at: number): Cast {
		const copy = new Cast();
		copy.#members = this.#members
			.filter((member) => member.born <= at)
			.map((member) => ({ ...member, programs: member.programs.filter(({ step }) => step <= at) }));
		copy.#known = new Set(copy.#members.map(({ pid }) => pid));
		copy.version = copy.#members.length;
		return copy;
	}
}
