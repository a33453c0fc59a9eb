// The run in words, for who asks for it: a line for each step with something to tell.
import { tell } from "../explain/index.ts";
import type { Timeline } from "../timeline/index.ts";
import { viewOf } from "./run.ts";
import type { TranscriptLine } from "./state.ts";

/** Lines that a transcript has at most. */
const MOST_TOLD = 400;

/** The sentences of the run up to `end`, around the position when there are too many; the position stays. */
export function transcriptOf(timeline: Timeline, end: number): readonly TranscriptLine[] {
	const { index, position } = timeline;
	const steps = toldSteps(timeline, end);
	const here = steps.findIndex((step) => step >= position);
	const first = Math.max(0, Math.min(steps.length - MOST_TOLD, here - MOST_TOLD / 2));
	const lines: TranscriptLine[] = [];
	for (const step of index.length === 0 ? [] : steps.slice(first, first + MOST_TOLD)) {
		timeline.seek(step);
		const told = tell(timeline.events(), viewOf(timeline));
		if (told !== null) lines.push({ step, sentence: told.sentence });
	}
	timeline.seek(position);
	return lines;
}

/** Steps with something to tell: a change of turns alone is none. */
function toldSteps({ index }: Timeline, end: number): readonly number[] {
	const steps: number[] = [];
	for (let row = 0; row < index.length && index.step(row) <= end; row++) {
		if (index.kind(row) !== "switches" && steps.at(-1) !== index.step(row)) steps.push(index.step(row));
	}
	return steps;
}
