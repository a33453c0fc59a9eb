// The run's system calls line by line, as strace prints them: which rows of the index they are, and their words when asked for.
import { Computer, firstName, Tracer } from "../../computer/index.ts";
import type { EventIndex, EventRow, Timeline } from "../../timeline/index.ts";
import type { TraceLine, TraceWindow } from "./messages.ts";

/** Lines that are told at once at most. */
const MOST_LINES = 200;

/** The lines of one branch's trace; grows as the run is known. */
export class TraceList {
	readonly #index: EventIndex;
	#rows: number[] = [];
	#looked = 0;

	constructor(index: EventIndex) {
		this.#index = index;
	}

	/** The index it reads. */
	get index(): EventIndex {
		return this.#index;
	}

	/** Lines known so far; the first one is the exec by which the run began. */
	get length(): number {
		return this.#known() + 1;
	}

	#known(): number {
		for (; this.#looked < this.#index.length; this.#looked++) {
			if (isTraced(this.#index, this.#looked)) this.#rows.push(this.#looked);
		}
		return this.#rows.length;
	}

	/** Lines `from` … ; the position of the timeline stays. */
	window(timeline: Timeline, from: number, count: number): TraceWindow {
		const { position } = timeline;
		const first = Math.max(0, Math.min(from, this.length));
		const lines: TraceLine[] = first === 0 && count > 0 ? beginning(timeline) : [];
		const room = Math.min(count, MOST_LINES) - lines.length;
		const rows = this.#rows.slice(Math.max(0, first - 1), Math.max(0, first - 1) + room);
		let at = Number.NaN;
		for (const row of rows) {
			const { step, pid } = this.#index.row(row);
			if (at !== step && timeline.position !== step) timeline.seek(step);
			at = step;
			lines.push({ step, pid, text: textOf(timeline, this.#index, row) });
		}
		if (timeline.position !== position) timeline.seek(position);
		return { from: first, lines, here: this.#at(position) + 1 };
	}

	/** The last line of a step up to `step`. */
	#at(step: number): number {
		const end = this.#index.from(step + 1);
		let low = 0;
		let high = this.#known();
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#rows[middle] as number) < end) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}

/** `execve("./main", ["./main"], …) = 0`: the kernel was already there. */
function beginning({ computer }: Timeline): TraceLine[] {
	if (!(computer instanceof Computer)) return [];
	const { software, options, first } = computer;
	const name = firstName(software);
	const envp = Object.entries(options.env).map(([key, value]) => `${key}=${value}`);
	const text = shortened(new Tracer().begin(name, [name, ...options.args], envp));
	return [{ step: 0, pid: first, text }];
}

function isTraced(index: EventIndex, row: number): boolean {
	switch (index.kind(row)) {
		case "returns":
		case "signal-handled":
		case "handler-returns":
		case "stops":
		case "exits":
		case "killed":
			return true;
		case "waits":
			return index.row(row).subject === 0;
		case "calls":
			return index.row(row).word === "exit";
		default:
			return false;
	}
}

/** The line of one event; the timeline stands at its step. */
function textOf(timeline: Timeline, index: EventIndex, row: number): string {
	const { step, kind, pid }: EventRow = index.row(row);
	const place = row - index.from(step);
	const event = timeline.events()[place];
	if (event === undefined || event.kind !== kind) return `${kind} (process ${pid})`;
	const lines = new Tracer().lines([event], timeline.computer.kernel.state);
	// A line about a signal comes before what it does.
	const line = kind === "stops" || kind === "killed" ? lines.at(-1) : lines[0];
	return shortened(line ?? kind);
}

/** Columns are for terminals; here the lines are as short as they can be. */
function shortened(line: string): string {
	return line.replace(/ {2,}= /, " = ").trimEnd();
}
