// What this computer refused its programs for want of room, where Linux has more of it or just as little.

import type { Computer } from "../computer/index.ts";
import type { View } from "../explain/index.ts";
import type { KernelEvent, Pid, Place } from "../kernel/index.ts";
import { HEAP_MAX } from "../machine/index.ts";

/** Something a program was refused because this computer has no more of it. */
export interface Refusal {
	readonly limit: "processes" | "descriptors" | "disk" | "heap";
	readonly pid: Pid;
	/** Where it stood when it was refused for the first time. */
	readonly place: Place | null;
	readonly times: number;
	/** Linux would have had more. */
	readonly ours: boolean;
	/** 'fork failed with EAGAIN: there may be 256 processes' */
	readonly what: string;
}

type Limit = Refusal["limit"];

const LIMIT_OF: { readonly [rule: string]: Limit } = {
	"process.fork.limit": "processes",
	"descriptor.make.table-full": "descriptors",
	"file.write.disk-full": "disk",
};

interface First {
	readonly pid: Pid;
	readonly place: Place | null;
	/** How many descriptors the process may have. */
	readonly descriptors: number;
	times: number;
}

/** Collects refusals as a run goes on. */
export class Refusals {
	readonly #found = new Map<Limit, First>();

	note(events: readonly KernelEvent[], computer: Computer): void {
		for (const event of events) {
			if (event.kind !== "returns" || event.outcome.kind !== "failed") continue;
			const limit = LIMIT_OF[event.outcome.rule];
			if (limit === undefined) continue;
			const known = this.#found.get(limit);
			if (known !== undefined) known.times++;
			else {
				const { pid } = event;
				const descriptors = computer.kernel.state.processes[pid]?.descriptorLimit ?? 0;
				this.#found.set(limit, { pid, place: computer.placeOf(pid), descriptors, times: 1 });
			}
		}
	}

	/** In the order in which they happened; that of a heap last. */
	all(computer: Computer, view: View): Refusal[] {
		const { limits } = computer.kernel.state;
		const words = ({ descriptors }: First): { readonly [limit in Limit]: string } => ({
			processes: `fork failed with EAGAIN: there may be ${limits.processes} processes (--limit processes=N)`,
			descriptors: `a call failed with EMFILE: no descriptor was free below the process's limit of ${descriptors}${descriptors === limits.descriptors ? " (--limit descriptors=N)" : ""}`,
			disk: `a write failed with ENOSPC: all files together may hold ${inWords(limits.fileBytes)} (--limit disk=BYTES)`,
			heap: "",
		});
		const found = [...this.#found].map(([limit, first]) => {
			const { pid, place, times } = first;
			return { limit, pid, place, times, ours: limit !== "descriptors", what: words(first)[limit] };
		});
		return [...found, ...heapRefusals(computer, view)];
	}
}

function heapRefusals(computer: Computer, view: View): Refusal[] {
	const pids = [...Object.keys(view.kernel.processes), ...Object.keys(view.kernel.ended)].map(Number);
	const { processors } = computer;
	for (const pid of [...new Set(pids)].sort((a, b) => a - b)) {
		const asked = processors.get(pid)?.memory.heapRefused ?? computer.endingOf(pid)?.heapRefused ?? null;
		if (asked === null) continue;
		const what = `malloc failed with ENOMEM: a process's heap may hold ${inWords(HEAP_MAX)}, which no option raises, and ${inWords(asked)} were needed`;
		return [{ limit: "heap", pid, place: null, times: 1, ours: true, what }];
	}
	return [];
}

function inWords(bytes: number): string {
	return bytes >= 1 << 20 ? `${Math.ceil(bytes / (1 << 20))} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
