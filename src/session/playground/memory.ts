// Why a run of the playground ended badly, with what had happened to its memory before: found by running it once more, watched.
import type { Computer } from "../../computer/index.ts";
import type { Diagnosis } from "../../explain/index.ts";
import { isWorthWatching, type Watching, watchMemory, withMemory } from "../../explain/proof.ts";
import type { BuildPrograms, LessonRun } from "../../lessons/index.ts";
import type { Timeline } from "../../timeline/index.ts";
import { watched } from "../reason.ts";

/** The reason at the end of a run, kept until another run is asked about. */
export class MemoryReasons {
	readonly #build: BuildPrograms;
	#about = "";
	#found: Watching | null = null;

	constructor(build: BuildPrograms) {
		this.#build = build;
	}

	/** The diagnosis with what memory has to do with it; the same when that is nothing. */
	complete(timeline: Timeline, diagnosis: Diagnosis | null, run: LessonRun): Diagnosis | null {
		const seen = watched(timeline)?.now();
		if (seen === undefined || !isWorthWatching(diagnosis, seen.computer)) return diagnosis;
		const { decisions } = timeline.again() as Partial<Computer>;
		if (decisions === undefined) return diagnosis;
		const { options, programs } = run;
		const about = JSON.stringify([programs, options, decisions.list]);
		if (this.#about !== about)
			this.#found = watchMemory({ build: this.#build, programs, options }, decisions.list);
		this.#about = about;
		const { evidence, view } = seen;
		return this.#found === null
			? diagnosis
			: withMemory(diagnosis, this.#found, { ...view, names: timeline.names, ...evidence });
	}
}
