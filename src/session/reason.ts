// Why the run stands still where a timeline stands, or ended as nobody expected: found by watching it from its beginning.
import { Computer } from "../computer/index.ts";
import { diagnose, Watch } from "../explain/diagnosis.ts";
import type { Diagnosis } from "../explain/index.ts";
import type { Timeline } from "../timeline/index.ts";
import { viewOf } from "./run.ts";

/** Steps that are taken once more while the run goes on, and at its end. Beyond, only the state is looked at. */
const MOST_UNDERWAY = 20_000;
const MOST_AT_END = 1_000_000;

export function reasonAt(timeline: Timeline): Diagnosis | null {
	const watch = watched(timeline);
	if (watch === null) return diagnose(viewOf(timeline));
	const { view, evidence } = watch.now();
	return diagnose({ ...view, names: timeline.names }, evidence);
}

/** The run up to the position, seen from its beginning; null when that would take too long. */
export function watched(timeline: Timeline): Watch | null {
	const { position, length } = timeline;
	if (position > (position === length ? MOST_AT_END : MOST_UNDERWAY)) return null;
	const computer = timeline.again();
	if (!(computer instanceof Computer)) return null;
	const watch = new Watch(computer);
	while (computer.step < position) {
		const info = computer.advance(position - computer.step);
		if (info.steps === 0) break;
		watch.see(info);
	}
	return watch;
}
