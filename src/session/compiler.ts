// The compiler as the session knows it: at hand, or to be fetched first. A page that only runs never fetches it.
import type { BuildPrograms, Fix, Lesson, Placement } from "../lessons/index.ts";
import type { FixResult } from "./state.ts";

/** What needs the compiler, and comes with it. */
export interface Tools {
	readonly build: BuildPrograms;
	/** Runs the program with the pieces in their places, in every order that can matter. */
	tryPlacement(build: BuildPrograms, lesson: Lesson, fix: Fix, placement: Placement): FixResult;
}

export interface Compiler {
	/** null until it has been loaded. */
	readonly tools: Tools | null;
	/** Fetches it; calling again after a failure tries again. */
	load(): Promise<Tools>;
}

/**
 * The compiler as a part of the page that comes when it is first asked for. `doors`: fetches what the page leaves out of words
 * and pictures, since what is compiled here may make calls that the lesson's own programs do not.
 */
export function lazyCompiler(doors: () => Promise<unknown>): Compiler {
	let tools: Tools | null = null;
	return {
		get tools() {
			return tools;
		},
		async load() {
			if (tools === null) {
				const [compiler, exercise] = await Promise.all([
					import("../computer/compiler.ts"),
					import("./exercise.ts"),
					doors(),
				]);
				tools = { build: compiler.build, tryPlacement: exercise.tryPlacement };
			}
			return tools;
		},
	};
}
