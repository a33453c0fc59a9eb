// The room `timeline`: a run as a thing one can hold, and moments of it.

import { type Decision, type Options, type Software, start } from "../computer/index.ts";
import { labels } from "../machine/index.ts";
import { sourceLabels } from "./names.ts";
import { Timeline } from "./timeline.ts";

export { Cast, type Member } from "./cast.ts";
export type { EventIndex, EventKind, EventRow } from "./event-index.ts";
export type { Moment } from "./happening.ts";
export { type Interval, LANE_STATES, type LaneState } from "./lane.ts";
export type { Arrow, ArrowKind, LaneMark, Lanes, MarkKind } from "./lanes.ts";
export { type LinkedPlace, readLink, writeLink } from "./link.ts";
export {
	type LabelledPlace,
	type NamedProgram,
	type Names,
	nameProcesses,
	type SourceLabels,
	sourceLabels,
} from "./names.ts";
export type { Origin, Parsed } from "./phrase.ts";
export type { Branch, BranchId } from "./recording.ts";
export type { Subject } from "./subject.ts";
export { type NewDecision, sameDecisions, type Timeline, type Unit } from "./timeline.ts";
export type { StepEvents } from "./walk.ts";
export type { Known } from "./words.ts";

/** A run of `software` from its start, with nothing of it known yet but the first step's beginning. */
export function createTimeline(
	software: Software,
	options: Options,
	decisions: readonly Decision[] = [],
): Timeline {
	const open = (taken: readonly Decision[]) => start(software, options, taken);
	return new Timeline(open, sourceLabels(software.programs, labels), decisions);
}
