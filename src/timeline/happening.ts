// Moments as values: what happens, for the how-manieth time, to whom.

import type { EventRow } from "./event-index.ts";

/** Who takes part: a name, or `someone`. */
export type Who = string;
export const SOMEONE = "someone";

export type Moment =
	| { readonly kind: "start" }
	| { readonly kind: "end" }
	| { readonly kind: "step"; readonly step: number }
	/** The nth time it happens; -1 is the last time. */
	| { readonly kind: "happening"; readonly nth: number; readonly who: Who; readonly happening: Happening };

export type Happening =
	| { readonly does: "calls"; readonly call: string }
	| { readonly does: "returns"; readonly call: string; readonly value: number | null }
	| { readonly does: "waits"; readonly wait: string | null; readonly call: string | null }
	| { readonly does: "wakes" }
	| { readonly does: "exits" }
	| { readonly does: "forks" }
	| { readonly does: "writes" }
	| { readonly does: "reads" }
	| { readonly does: "closes"; readonly fd: number | null }
	| { readonly does: "execs" }
	| { readonly does: "gets"; readonly signal: number }
	| { readonly does: "handles"; readonly signal: number | null }
	| { readonly does: "is killed"; readonly signal: number | null }
	| { readonly does: "is stopped" }
	| { readonly does: "continues" }
	| { readonly does: "is reaped" }
	| { readonly does: "reaches"; readonly label: string };

/** Whether an event of the index is this happening; never for `reaches`, which is no event. */
export function isHappening(row: EventRow, happening: Happening): boolean {
	switch (happening.does) {
		case "calls":
			return row.kind === "calls" && row.word === happening.call;
		case "returns":
			return (
				row.kind === "returns" &&
				row.word === happening.call &&
				(happening.value === null || row.subject === happening.value)
			);
		case "waits":
			return (
				row.kind === "waits" &&
				row.subject === 0 &&
				(happening.wait === null || row.object === happening.wait) &&
				(happening.call === null || row.word === happening.call)
			);
		case "writes":
			return row.kind === "transfers" && row.word === "out";
		case "reads":
			return row.kind === "transfers" && row.word === "in";
		case "closes":
			return row.kind === "closes" && (happening.fd === null || row.subject === happening.fd);
		case "gets":
			return row.kind === "signal-sent" && row.subject === happening.signal;
		case "handles":
			return row.kind === "signal-handled" && (happening.signal ?? row.subject) === row.subject;
		case "is killed":
			return row.kind === "killed" && (happening.signal ?? row.subject) === row.subject;
		case "is stopped":
			return row.kind === "stops";
		case "is reaped":
			return row.kind === "reaped";
		case "wakes":
		case "exits":
		case "forks":
		case "execs":
		case "continues":
			return row.kind === happening.does;
		case "reaches":
			return false;
	}
}
