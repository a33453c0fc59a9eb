// Finding moments: events by the index, labelled lines by taking the steps once more.

import type { Pid } from "../kernel/index.ts";
import { isHappening, type Moment, SOMEONE } from "./happening.ts";
import type { Names, SourceLabels } from "./names.ts";
import type { Recording } from "./recording.ts";
import { placeText, type Walker } from "./walk.ts";

/** Steps by which an unfinished run is extended before it is searched again. */
const SLICE = 20_000;

export interface Searched {
	readonly recording: Recording;
	readonly walker: Walker;
	readonly labels: SourceLabels;
	names(): Names;
}

type HappeningMoment = Extract<Moment, { kind: "happening" }>;

/** Positions of the moment, in order, at most `most`; the run is extended until there are so many or it is complete. */
export function findAll(moment: Moment, run: Searched, most = Number.POSITIVE_INFINITY): number[] {
	const { recording } = run;
	if (moment.kind === "start") return [0];
	if (moment.kind === "end") {
		while (recording.extend(SLICE));
		return [recording.length];
	}
	if (moment.kind === "step") {
		while (recording.length < moment.step && recording.extend(SLICE));
		return moment.step <= recording.length ? [moment.step] : [];
	}
	const { nth } = moment;
	if (nth === -1) return search(moment, run, Number.POSITIVE_INFINITY).slice(-1);
	// 'writer waits' is the first time, but every time fits its words: callers ask for more to know whether it is alone.
	return search(moment, run, nth - 1 + most).slice(nth - 1);
}

function search(moment: HappeningMoment, run: Searched, most: number): number[] {
	const find = moment.happening.does === "reaches" ? reached : happened;
	for (;;) {
		const found = find(moment, run, most);
		if (found.length >= most || !run.recording.extend(SLICE)) {
			return found.length >= most ? found.slice(0, most) : find(moment, run, most);
		}
	}
}

function happened(moment: HappeningMoment, run: Searched, most: number): number[] {
	const { events } = run.recording;
	const pids = pidsOf(moment, run);
	const found: number[] = [];
	for (let row = 0; row < events.length && found.length < most; row++) {
		if (pids !== null && !pids.has(events.pid(row))) continue;
		if (isHappening(events.row(row), moment.happening)) found.push(events.step(row));
	}
	return found;
}

function reached(moment: HappeningMoment, run: Searched, most: number): number[] {
	const { happening } = moment;
	const lines = new Set(
		run.labels.places
			.filter((place) => happening.does === "reaches" && place.label === happening.label)
			.map(placeText),
	);
	const found: number[] = [];
	if (lines.size === 0) return found;
	const pids = pidsOf(moment, run);
	const stands = new Map<Pid, string>();
	run.walker.walk(0, run.recording.length, true, ({ pid }, subject) => {
		const place = pid === null ? null : subject.placeOf(pid);
		if (pid === null || place === null || (pids !== null && !pids.has(pid))) return false;
		const line = placeText(place);
		if (lines.has(line) && stands.get(pid) !== line) found.push(subject.step);
		stands.set(pid, line);
		return found.length >= most;
	});
	return found;
}

/** Processes the moment is about; null for anybody. */
function pidsOf(moment: HappeningMoment, run: Searched): ReadonlySet<Pid> | null {
	if (moment.who === SOMEONE) return null;
	return new Set([...run.names()].filter(([, name]) => name === moment.who).map(([pid]) => pid));
}
