// What is read from a timeline for the page: the steps worth a stop, the lanes, the branches.
import type { Timeline } from "../timeline/index.ts";
import type { BranchPicture, History } from "./state.ts";

/** Steps that the run is taken on by at once. */
const SLICE = 20_000;

/** The next position with something to tell; a change of turns alone is none. The run is taken on until there is one. */
export function toldAfter(timeline: Timeline): number {
	const from = timeline.position + 1;
	let found = toldFrom(timeline, from);
	while (found === null && timeline.extend(SLICE)) found = toldFrom(timeline, from);
	return found ?? timeline.length;
}

function toldFrom({ index }: Timeline, step: number): number | null {
	for (let row = index.from(step); row < index.length; row++) {
		if (index.kind(row) !== "switches") return index.step(row);
	}
	return null;
}

/** The position before with something to tell; 0 when there is none. */
export function toldBefore({ index, position }: Timeline): number {
	for (let row = index.from(position) - 1; row >= 0; row--) {
		if (index.kind(row) !== "switches") return index.step(row);
	}
	return 0;
}

/** What the lanes are drawn from. */
export function historyOf(timeline: Timeline): History {
	const { lanes, length, complete } = timeline;
	return {
		length,
		complete,
		pids: lanes.pids,
		intervals: (pid, from, to, limit) => lanes.intervals(pid, from, to, limit),
		dominant: (pid, from, to, pixels) => lanes.dominant(pid, from, to, pixels),
		arrows: (from, to, limit) => lanes.arrows(from, to, limit),
		marks: (from, to, limit) => lanes.marks(from, to, limit),
	};
}

/** The branches kept so far. */
export function branchesOf(timeline: Timeline): readonly BranchPicture[] {
	return timeline.branches.map(({ id, parent, at, decisions }) => {
		const last = decisions.at(-1);
		return { id, parent, at, pid: last?.kind === "run" ? last.pid : null };
	});
}
