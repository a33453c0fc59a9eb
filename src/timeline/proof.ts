// The second door of the room `timeline`: claims about a run, and all the ways it can go. Whoever only runs does not load it.

import { type Options, type Software, start } from "../computer/index.ts";
import type { Claim, PlaceName } from "./claims.ts";
import { holdsIn, outputIn, placeValueIn, type Situation } from "./evaluate.ts";
import { type Bounds, defaultBounds, type Exploration, explore, type RunEnd } from "./explore.ts";
import type { Who } from "./happening.ts";
import { createTimeline } from "./index.ts";
import type { Timeline } from "./timeline.ts";

export { type Claim, type PlaceName, parseClaim, parsePlace } from "./claims.ts";
export type { Situation } from "./evaluate.ts";
export type { Bounds, Exploration, RunEnd } from "./explore.ts";
export { momentText, parseMoment } from "./moments.ts";

/** Whether a claim is true at the position; one about another moment goes there and comes back. */
export function holds(timeline: Timeline, claim: Claim): boolean {
	if (claim.kind !== "at") return holdsIn(claim, situationOf(timeline));
	const { position } = timeline;
	const moment = timeline.find(claim.moment);
	if (moment === null) return false;
	timeline.seek(moment);
	const truth = holds(timeline, claim.claim);
	timeline.seek(position);
	return truth;
}

/** The value of a place (`pipe.bytes`) at the position, or null when it is not there. */
export function placeValue(timeline: Timeline, place: PlaceName): number | string | null {
	return placeValueIn(place, situationOf(timeline));
}

/** What was written to standard output up to the position, by all or by one process. */
export function outputOf(timeline: Timeline, who: Who | null = null): string {
	return outputIn(situationOf(timeline), who);
}

/** The position as claims see it. */
function situationOf({ computer, position, names, index, outcome }: Timeline): Situation {
	return {
		kernel: computer.kernel.state,
		names,
		events: index,
		position,
		outcome,
		variable: (pid, name) => computer.variable(pid, name),
	};
}

/** Every way the run can go, up to the bounds; no further than to the first end of which `enough` says yes. */
export function exploreRuns(
	software: Software,
	options: Options,
	bounds: Bounds = defaultBounds,
	enough?: (end: RunEnd) => boolean,
): Exploration {
	return explore((decisions) => start(software, options, decisions), bounds, enough);
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
		(holds(timeline, claim) ? yes : no).push(end);
	}
	return { exploration, yes, no };
}
