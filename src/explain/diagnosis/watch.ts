// A run watched from its beginning: the computer at its end (or at a step), and what the witness has seen.
import {
	type Computer,
	type Decision,
	type Options,
	type RunOutcome,
	type Software,
	start,
} from "../../computer/index.ts";
import type { KernelEvent } from "../../kernel/index.ts";
import { labels } from "../../machine/index.ts";
import { Cast, nameProcesses, sourceLabels } from "../../timeline/index.ts";
import type { View } from "../view.ts";
import type { Evidence } from "./finding.ts";
import { globalArrays } from "./outside.ts";
import { Witness } from "./witness.ts";

export interface Watched {
	readonly computer: Computer;
	/** Null when it stands at `until` or at the end of its budget, or waits for input that may still come. */
	readonly outcome: RunOutcome | null;
	readonly view: View;
	readonly evidence: Evidence;
}

/** Collects, step by step, what a diagnosis asks for; for whoever runs a computer himself. */
export class Watch {
	readonly witness = new Witness();
	readonly #computer: Computer;
	readonly #cast = new Cast();

	constructor(computer: Computer) {
		this.#computer = computer;
		this.#cast.meet(computer.kernel.state, computer.step);
	}

	/** Notes what the last `advance` did. */
	see({ events, pid }: { readonly events: readonly KernelEvent[]; readonly pid: number | null }): void {
		const computer = this.#computer;
		for (const event of events) {
			if (event.kind === "forks" || event.kind === "execs")
				this.#cast.note(event, computer.step, computer.kernel.state);
		}
		this.witness.see(events, computer, pid);
	}

	/** What can be said now. `outcome` overrides the computer's own: a limit of the host's. */
	now(outcome: RunOutcome | null = this.#computer.outcome): Watched {
		const computer = this.#computer;
		const { images, programs } = computer.software;
		const names = nameProcesses(this.#cast.members, sourceLabels(programs, labels));
		const view: View = { kernel: computer.kernel.state, names, place: (pid) => computer.placeOf(pid) };
		const evidence: Evidence = {
			outcome,
			witness: this.witness,
			programs,
			stack: (pid) => computer.stack(pid),
			globals: globalArrays(images),
			unwritten: (pid) => computer.unwritten(pid),
		};
		return { computer, outcome, view, evidence };
	}
}

/** What is left to be spent on several runs, as `Computer.work` counts it; counted down. */
export interface Budget {
	work: number;
}

/**
 * Takes a run to its end, to step `until`, or to where the budget is spent. Standard input ends where nothing more of it
 * is known.
 */
export function watchRun(
	software: Software,
	options: Options,
	decisions: readonly Decision[] = [],
	until = Number.POSITIVE_INFINITY,
	budget: Budget = { work: Number.POSITIVE_INFINITY },
): Watched {
	const computer = start(software, options, decisions);
	const watch = new Watch(computer);
	while (computer.outcome === null && computer.step < until && budget.work > 0) {
		const before = computer.work;
		const info = computer.advance(Math.min(SLICE, until - computer.step));
		watch.see(info);
		budget.work -= computer.work - before;
		if (info.steps === 0 && computer.outcome === null) {
			if (until !== Number.POSITIVE_INFINITY) break;
			computer.endInput();
		}
	}
	return watch.now();
}

const SLICE = 10_000_000;
