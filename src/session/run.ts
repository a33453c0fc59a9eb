// The runs of a lesson: its programs built and held as a timeline; scenes read from it; pieces put in and tried.
import type { Diagnostic } from "../base/index.ts";
import { type Computer, type Decision, unpackSoftware } from "../computer/index.ts";
import { ending, tell, type View, type WaitExplanation, waitOf } from "../explain/index.ts";
import { type Pid, type Place, ranSoFar } from "../kernel/index.ts";
import {
	type BuildPrograms,
	type KnobValues,
	type Lesson,
	type LessonProgram,
	type Prebuilt,
	runOfLesson,
	softwareKey,
} from "../lessons/index.ts";
import { createTimeline, type Member, type Timeline } from "../timeline/index.ts";
import type { FindReason } from "./reasons.ts";
import type { CastMember, Scene, SceneVariable } from "./scene.ts";

export interface Built {
	readonly programs: readonly LessonProgram[];
	/** null when the C does not compile; then the diagnostics say why. */
	readonly timeline: Timeline | null;
	readonly diagnostics: readonly Diagnostic[];
}

export interface RunWishes {
	readonly programs: readonly LessonProgram[];
	readonly decisions: readonly Decision[];
	readonly prebuilt: Prebuilt;
	readonly build: BuildPrograms | null;
}

/** The knobs as the lesson has them. */
export function startKnobs(lesson: Lesson | null): KnobValues {
	return Object.fromEntries((lesson?.knobs ?? []).map(({ name, start }) => [name, start]));
}

/**
 * The programs with the knobs turned, built ahead of time or now; nothing of the run is known yet. null: only the
 * compiler can build them, and it is not at hand.
 */
export function buildRun(lesson: Lesson, knobs: KnobValues, wishes: RunWishes): Built | null {
	const { programs, decisions, prebuilt, build } = wishes;
	const run = runOfLesson(lesson, knobs, programs);
	const ready = prebuilt[softwareKey(programs, run.options.define)];
	if (ready === undefined && build === null) return null;
	const { software, diagnostics } =
		ready === undefined
			? (build as BuildPrograms)(run.programs, run.options)
			: { software: unpackSoftware(ready, run.programs), diagnostics: [] };
	if (software === null) return { programs, timeline: null, diagnostics };
	return { programs, timeline: createTimeline(software, run.options, decisions), diagnostics: [] };
}

/** The step of a moment (`ninth writer calls write`), or null when it never comes in this run. */
export function momentStep(lesson: Lesson, timeline: Timeline, words: string): number | null {
	const moment = lesson.moments[words];
	return moment === undefined ? null : timeline.find(moment);
}

/** Everything that can be seen where the timeline stands; `find`: the rules of diagnosis, if they are at hand. */
export function sceneAt(
	timeline: Timeline,
	version: number,
	moved: Scene["moved"],
	find: FindReason | null,
): Scene {
	const { position, computer } = timeline;
	const view = viewOf(timeline);
	const events = timeline.events();
	const told = tell(events, view);
	const ended = timeline.complete && position >= timeline.length;
	return {
		version,
		step: position,
		moved,
		kernel: view.kernel,
		events,
		cast: castOf(timeline),
		places: placesOf(timeline),
		variables: variablesOf(timeline),
		unwritten: unwrittenOf(timeline),
		ran: new Map(
			Object.values(view.kernel.processes).map((one) => [one.pid, ranSoFar({ state: view.kernel }, one)]),
		),
		sentence: told?.sentence ?? null,
		rule: told?.rule ?? null,
		depends: told?.depends ?? null,
		actor: told?.pid ?? (position === 0 ? null : runnerOf(timeline, position - 1)),
		waits: waitsOf(view),
		diagnosis: find?.(timeline) ?? null,
		ending: ended ? computer.outcome : null,
	};
}

/** The scene with what is equal in the one before (who there is, who has which name) kept as the very same. */
export function keptFrom(before: Scene | null, scene: Scene): Scene {
	return before !== null && sameCast(before.cast, scene.cast) ? { ...scene, cast: before.cast } : scene;
}

function sameCast(one: readonly CastMember[], other: readonly CastMember[]): boolean {
	return (
		one.length === other.length &&
		one.every((member, index) => {
			const { pid, name, born, gone, end } = other[index] as CastMember;
			return (
				member.pid === pid &&
				member.name === name &&
				member.born === born &&
				member.gone === gone &&
				member.end === end
			);
		})
	);
}

/** Processes that a scene tells of: those that are there, then those nearest in time. A program that forks for ever has thousands. */
const MOST_CAST = 64;
export function viewOf(timeline: Timeline): View {
	const { computer } = timeline;
	return { kernel: computer.kernel.state, names: timeline.names, place: (pid) => computer.placeOf(pid) };
}

function castOf(timeline: Timeline): readonly CastMember[] {
	const { lanes, names, length, computer, position } = timeline;
	return inSight(timeline).map(({ pid, born }) => {
		const span = lanes.span(pid);
		const gone = span === null || span.to >= length ? null : span.to;
		const there = computer.kernel.state.processes[pid] !== undefined || born > position;
		const end = there ? null : endOf(timeline, pid, gone);
		return { pid, name: names.get(pid) ?? `process ${pid}`, born, gone, end };
	});
}

/** The members of the cast that a scene tells of, in the order of birth. */
function inSight({ cast, computer, position }: Timeline): readonly Member[] {
	if (cast.length <= MOST_CAST) return cast;
	const { processes } = computer.kernel.state;
	const distance = ({ born, pid }: Member): number => (processes[pid] ? -1 : Math.abs(born - position));
	const nearest = [...cast].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_CAST);
	return nearest.sort((a, b) => a.born - b.born);
}

/** What the run's index says of the end of a process that is not there any more. */
function endOf({ index, position }: Timeline, pid: Pid, gone: number | null): string | null {
	// It ended before it was gone, and not long before: the index is read backwards from there.
	const last = gone === null ? position : Math.min(position, gone);
	const row = index.lastBefore(index.from(last + 1), (each) => {
		return each.pid === pid && (each.kind === "exits" || each.kind === "killed");
	});
	return row < 0 ? null : ending(index.row(row).subject);
}

function placesOf(timeline: Timeline): ReadonlyMap<Pid, Place> {
	const { computer } = timeline;
	const places = new Map<Pid, Place>();
	for (const { pid } of inSight(timeline)) {
		const place = computer.placeOf(pid);
		if (place !== null) places.set(pid, place);
	}
	return places;
}

/** The computer itself is behind the timeline; of a stand-in for one, no variables can be had. */
function variablesOf({ computer }: Timeline): Scene["variables"] {
	const found = new Map<Pid, readonly SceneVariable[]>();
	const { processors } = computer as Partial<Computer>;
	for (const [pid, processor] of processors ?? []) {
		const frame = processor.stack().find(({ place }) => place !== null);
		if (frame !== undefined)
			found.set(
				pid,
				frame.variables.map(({ name, value }) => ({ name, value })),
			);
	}
	return found;
}

function unwrittenOf({ computer }: Timeline): Scene["unwritten"] {
	const { processors } = computer as Partial<Computer>;
	const held = [...(processors?.keys() ?? [])].map(
		(pid) => [pid, (computer as Computer).unwritten(pid)] as const,
	);
	return new Map(held.filter(([, buffers]) => buffers.length > 0));
}

function waitsOf(view: View): ReadonlyMap<Pid, WaitExplanation> {
	const waits = new Map<Pid, WaitExplanation>();
	for (const { pid } of Object.values(view.kernel.processes)) {
		const wait = pid === 1 ? null : waitOf(view, pid);
		if (wait !== null) waits.set(pid, wait);
	}
	return waits;
}

/** Who takes (or took) a step that is known, or null when only time passes. */
export function runnerOf(timeline: Timeline, step: number): Pid | null {
	return timeline.lanes.runner(step);
}

/** Who could take the next step; the one who takes it if nobody interferes comes first. */
export function choicesAt(timeline: Timeline): readonly Pid[] {
	const all = timeline.computer.choices();
	const first = timeline.position < timeline.length ? runnerOf(timeline, timeline.position) : null;
	return first === null || !all.includes(first) ? all : [first, ...all.filter((pid) => pid !== first)];
}
