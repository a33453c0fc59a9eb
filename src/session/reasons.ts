// The rules of diagnosis as the session knows them: at hand, or fetched when a run first stands still.
import type { Diagnosis } from "../explain/index.ts";
import type { Timeline } from "../timeline/index.ts";
import type { Scene } from "./scene.ts";

/** Why the run stands still where the timeline stands, or ended as nobody expected; null when nothing is wrong. */
export type FindReason = (timeline: Timeline) => Diagnosis | null;

export interface Reasons {
	/** null until they have been loaded. */
	readonly find: FindReason | null;
	/** Fetches them; calling again after a failure tries again. */
	load(): Promise<FindReason>;
}

/** The rules as a part of the page that comes with the first run that hangs. */
export function lazyReasons(): Reasons {
	let find: FindReason | null = null;
	return {
		get find() {
			return find;
		},
		async load() {
			find ??= (await import("./reason.ts")).reasonAt;
			return find;
		},
	};
}

/** Somebody waits for ever, or the run did not end well: there is something to explain. */
export function needsReason({ waits, ending }: Scene): boolean {
	if (ending !== null && ending.kind !== "exited") return true;
	return [...waits.values()].some(({ forever }) => forever);
}
