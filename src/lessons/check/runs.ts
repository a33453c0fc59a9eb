// The runs a lesson speaks of, each built and taken to its end once.
import type { Diagnostic } from "../../base/index.ts";
import { build } from "../../computer/compiler.ts";
import type { Decision, Options, ProgramSource } from "../../computer/index.ts";
import { profiles } from "../../kernel/index.ts";
import { createTimeline, type Timeline } from "../../timeline/index.ts";
import { type Bounds, type Exploration, exploreRuns, type RunEnd } from "../../timeline/proof.ts";
import type { RunOf } from "../format/index.ts";
import { atEnd } from "../judge.ts";
import type { Lesson, LessonProgram } from "../lesson.ts";
import { runOfLesson } from "../setup.ts";

export interface Run {
	readonly diagnostics: readonly Diagnostic[];
	/** Null when the C does not compile. */
	readonly timeline: Timeline | null;
	/** Every order of the processes, within the checker's bounds. */
	explored(): Exploration;
	/** Orders of the processes up to the first end of which `enough` says yes. */
	searched(enough: (end: RunEnd) => boolean): Exploration;
	/** The run that these decisions make, at its end. */
	end(decisions: readonly Decision[]): Timeline;
}

/** States of one program that the checker looks at. */
export const checkBounds: Bounds = { states: 20_000, steps: 50_000 };

export class Runs {
	readonly #lesson: Lesson;
	readonly #programs = new Map<readonly LessonProgram[] | null, Map<string, Run>>();

	constructor(lesson: Lesson) {
		this.#lesson = lesson;
	}

	get(of: RunOf): Run {
		const byKnobs = this.#programs.get(of.programs) ?? new Map<string, Run>();
		this.#programs.set(of.programs, byKnobs);
		const key = JSON.stringify(Object.entries(of.knobs).sort());
		const run = byKnobs.get(key) ?? this.#make(of);
		byKnobs.set(key, run);
		return run;
	}

	#make({ programs: own, knobs }: RunOf): Run {
		const { programs, options } = runOfLesson(this.#lesson, knobs, own);
		return makeRun(programs, options);
	}
}

/** The same programs on a computer with Linux's sizes, as `cc` would have them run. */
export function runAsOnLinux(lesson: Lesson, own: readonly LessonProgram[]): Run {
	const { programs, options } = runOfLesson(lesson, {}, own);
	return makeRun(programs, { ...options, limits: profiles.linux });
}

function makeRun(programs: readonly ProgramSource[], options: Options): Run {
	const { software, diagnostics } = build(programs, options);
	if (software === null) return { diagnostics, timeline: null, explored: none, searched: none, end: none };
	let exploration: Exploration | null = null;
	return {
		diagnostics,
		timeline: atEnd(createTimeline(software, options)),
		explored() {
			const known = exploration ?? exploreRuns(software, options, checkBounds);
			exploration = known;
			return known;
		},
		searched: (enough) => exploreRuns(software, options, checkBounds, enough),
		end: (decisions) => atEnd(createTimeline(software, options, decisions)),
	};
}

function none(): never {
	throw new Error("a program that does not compile has no runs");
}
