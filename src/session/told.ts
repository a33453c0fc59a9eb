// What is read from a timeline for the page: the steps worth a stop, the lanes, the branches.
import { type Branch, type BranchId, sameDecisions, type Timeline } from "../timeline/index.ts";
import type { BranchPicture, Flow, History } from "./state.ts";

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
		flow: () => flowOf(timeline),
	};
}

function flowOf(timeline: Timeline): readonly Flow[] {
	let pipe: number | null = null;
	return timeline.eventsBetween(0, timeline.length).flatMap(({ step, events }) =>
		events.flatMap((event) => {
			if (event.kind !== "transfers" || event.object.kind !== "pipe") return [];
			pipe ??= event.object.id;
			if (event.object.id !== pipe) return [];
			const { pid, direction, bytes } = event;
			return [{ step, pid, way: direction === "out" ? ("in" as const) : ("out" as const), bytes }];
		}),
	);
}

/** Behind a login the processes of the run would go on when nobody types: the next line is no other future for that. */
function goesOnAtShell(before: Branch, { decisions }: Branch): boolean {
	return (
		before.decisions.some(({ kind }) => kind === "login") &&
		sameDecisions(before.decisions, decisions.slice(0, before.decisions.length))
	);
}

/** The branches kept so far. One that only goes on where another had ended, waiting for input, stands in its place. */
export function branchesOf({ branches }: Timeline): readonly BranchPicture[] {
	const next = new Map<BranchId, Branch>();
	for (const branch of branches) {
		const { parent, at } = branch;
		if (parent === null || next.has(parent) || branch.decisions.at(-1)?.kind === "run") continue;
		const before = branches[parent] as Branch;
		if (at >= before.length || goesOnAtShell(before, branch)) next.set(parent, branch);
	}
	const first = (branch: Branch): Branch => {
		const before = branch.parent === null ? undefined : branches[branch.parent];
		return before !== undefined && next.get(before.id) === branch ? first(before) : branch;
	};
	const last = (id: BranchId): BranchId => {
		const after = next.get(id);
		return after === undefined ? id : last(after.id);
	};
	return branches
		.filter(({ id }) => !next.has(id))
		.map((branch) => {
			const { parent, at, decisions } = first(branch);
			const decided = decisions.at(-1);
			return {
				id: branch.id,
				parent: parent === null ? null : last(parent),
				at,
				pid: decided?.kind === "run" ? decided.pid : null,
			};
		});
}
