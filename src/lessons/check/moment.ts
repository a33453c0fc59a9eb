// Looks for a moment of a run, and says what is wrong when it does not come exactly once.
import type { Timeline } from "../../timeline/index.ts";
import { parseMoment } from "../../timeline/proof.ts";
import type { Field, Problems } from "../format/index.ts";

const ORDINAL = /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(st|nd|rd|th))\s/;

/** The moment's position in a run known to its end, or null. Messages about a moment as such begin with 'this moment'. */
export function findMoment(moment: Field, timeline: Timeline, problems: Problems): number | null {
	const parsed = parseMoment(moment.value, timeline.known, moment.span);
	if (!parsed.ok) {
		problems.list.push(parsed.diagnostic);
		return null;
	}
	const [first, second] = timeline.findAll(parsed.value, 2);
	if (first === undefined) {
		problems.error(moment.span, "this moment never comes", comingMoments(moment, timeline));
		return null;
	}
	if (second !== undefined && !ORDINAL.test(moment.value)) {
		problems.error(moment.span, "this moment comes more than once", `say which: 'first ${moment.value}'`);
	}
	return first;
}

/** What does come of the kind, when an ordinal was too high. */
function comingMoments(moment: Field, timeline: Timeline): string | null {
	const words = moment.value.replace(ORDINAL, "");
	if (words === moment.value) return null;
	const parsed = parseMoment(words, timeline.known);
	const count = parsed.ok ? timeline.findAll(parsed.value).length : 0;
	return `'${words}' comes ${count === 1 ? "once" : `${count} times`}`;
}
