// The room `timeline`: a run as a thing one can hold; moments and claims about it; all the ways it can go.

import { type Decision, type Options, type Software, start } from "../computer/index.ts";
import { labels } from "../machine/index.ts";
import type { Claim } from "./claims.ts";
import { type Bounds, defaultBounds, type Exploration, explore, type RunEnd } from "./explore.ts";
import { sourceLabels } from "./names.ts";
import { Timeline } from "./timeline.ts";

export { Cast, type Member } from "./cast.ts";
export { type Claim, type PlaceName, parseClaim, parsePlace } from "./claims.ts";
export type { Situation } from "./evaluate.ts";
export type { EventIndex, EventKind, EventRow } from "./event-index.ts";
export type { Bounds, Exploration, RunEnd } from "./explore.ts";
export { type Interval, LANE_STATES, type LaneState } from "./lane.ts";
export type { Arrow, ArrowKind, LaneMark, Lanes, MarkKind } from "./lanes.ts";
export { type LinkedPlace, readLink, writeLink } from "./link.ts";
export { type Moment, momentText, parseMoment } from "./moments.ts";
export { type LabelledPlace, type Names, nameProcesses, type SourceLabels, sourceLabels } from "./names.ts";
export type { Origin, Parsed } from "./phrase.ts";
export type { Branch, BranchId } from "./recording.ts";
export type { Subject } from "./subject.ts";
export type { NewDecision, Timeline, Unit } from "./timeline.ts";
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

/** Every way the run can go, up to the bounds. */
export function exploreRuns(
	software: Software,
	options: Options,
	bounds: Bounds = defaultBounds,
): Exploration {
	return explore((decisions) => start(software, options, decisions), bounds);
}

export interface ClaimOverRuns {
	readonly exploration: Exploration;
	/** Ends at which the claim is true, and at which it is not; each with the decisions that lead to it. */
	readonly yes: readonly RunEnd[];
	readonly no: readonly RunEnd[];
}

/** In which of all runs a claim is true at the end. 'Always' is proved only when the exploration is complete. */
export function claimOverRuns(
	software: Software,
	options: Options,
	claim: Claim,
	bounds: Bounds = defaultBounds,
): ClaimOverRuns {
	const exploration = exploreRuns(software, options, bounds);
	const [yes, no]: [RunEnd[], RunEnd[]] = [[], []];
	for (const end of exploration.ends) {
		const timeline = createTimeline(software, options, end.decisions);
		timeline.seek(Number.POSITIVE_INFINITY);
		(timeline.holds(claim) ? yes : no).push(end);
	}
	return { exploration, yes, no };
}
