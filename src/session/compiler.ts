// The compiler as the session knows it: at hand, or to be fetched first. A page that only runs never fetches it.
import type { BuildPrograms } from "../lessons/index.ts";

export interface Compiler {
	/** null until it has been loaded. */
	readonly build: BuildPrograms | null;
	/** Fetches it; calling again after a failure tries again. */
	load(): Promise<BuildPrograms>;
}

/** The compiler as a part of the page that comes when it is first asked for. */
export function lazyCompiler(): Compiler {
	let build: BuildPrograms | null = null;
	return {
		get build() {
			return build;
		},
		async load() {
			build ??= (await import("../computer/compiler.ts")).build;
			return build;
		},
	};
}
