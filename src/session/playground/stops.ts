// Where to stop next: at a line, at a system call, or when a process has done with a line or a function of its own.
import type { Computer } from "../../computer/index.ts";
import type { Pid } from "../../kernel/index.ts";
import type { Subject, Timeline } from "../../timeline/index.ts";

export type Goal =
	/** Somebody comes to one of these lines (`main.c:12`), or makes one of these system calls. */
	| { readonly kind: "reach"; readonly lines: readonly string[]; readonly calls: readonly string[] }
	/** A process comes to another of its lines: of any function, of the same or a calling one, or of a calling one. */
	| { readonly kind: "into" | "over" | "out"; readonly pid: Pid };

/** Steps that are looked at before the page gets its turn. */
const SLICE = 4_000;

/** A search that is taken on in slices. */
export class Search {
	readonly #timeline: Timeline;
	readonly #fits: Fits;
	#at: number;

	constructor(timeline: Timeline, goal: Goal) {
		this.#timeline = timeline;
		this.#at = timeline.position;
		this.#fits = goal.kind === "reach" ? reaching(timeline, goal.lines, goal.calls) : leaving(timeline, goal);
	}

	/** The step that fits; `end` when none does; null: not found yet. */
	go(): number | "end" | null {
		const timeline = this.#timeline;
		const from = this.#at;
		timeline.extend(Math.max(0, from + SLICE - timeline.length));
		const to = Math.min(from + SLICE, timeline.length);
		if (to === from) return "end";
		let found: number | null = null;
		timeline.walk(from, to, (actor, names, subject) => {
			if (this.#fits(actor, names, subject)) found = subject.step;
			return found !== null;
		});
		this.#at = to;
		return found;
	}
}

/** Whether a step fits: who took it, which calls began in it, and the computer after it. */
type Fits = (actor: Pid | null, calls: readonly string[], subject: Subject) => boolean;

function reaching(timeline: Timeline, lines: readonly string[], calls: readonly string[]): Fits {
	const [wantedLines, wantedCalls] = [new Set(lines), new Set(calls)];
	const stood = new Map<Pid, string>();
	for (const { pid } of timeline.cast) stood.set(pid, lineOf(timeline.computer, pid));
	return (actor, names, subject) => {
		if (names.some((name) => wantedCalls.has(name))) return true;
		if (actor === null || wantedLines.size === 0) return false;
		const line = lineOf(subject, actor);
		const comes = stood.get(actor) !== line;
		stood.set(actor, line);
		return comes && wantedLines.has(line);
	};
}

function leaving(timeline: Timeline, { kind, pid }: Extract<Goal, { pid: Pid }>): Fits {
	const line = lineOf(timeline.computer, pid);
	const frame = frameOf(timeline.computer, pid);
	return (actor, _, subject) => {
		if (subject.kernel.state.processes[pid]?.state === "zombie") return true;
		if (subject.kernel.state.processes[pid] === undefined) return true;
		if (actor !== pid) return false;
		const now = frameOf(subject, pid);
		// A stack grows down: whoever is called stands below.
		if (kind === "out") return now > frame;
		if (kind === "over" && now < frame) return false;
		return lineOf(subject, pid) !== line;
	};
}

function lineOf(subject: Subject, pid: Pid): string {
	const place = subject.placeOf(pid);
	return place === null ? "" : `${place.file}:${place.line}`;
}

/** Address of the innermost frame of the user's code. */
function frameOf(subject: Subject, pid: Pid): number {
	const { processors } = subject as unknown as Pick<Computer, "processors">;
	return processors.get(pid)?.frame() ?? Number.POSITIVE_INFINITY;
}
