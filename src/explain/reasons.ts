// Where the words for seldom calls and for failures come from: a page fetches them, by the door `failures.ts`, with programs that may be refused.
import type { Outcome, Pid, RuleId, SystemCall } from "../kernel/index.ts";
import type * as SeldomWords from "./seldom-words.ts";
import type { View } from "./view.ts";

/** One call that failed, and the state after it. */
export interface Failure {
	readonly pid: Pid;
	readonly call: SystemCall;
	readonly outcome: Outcome & { readonly kind: "failed" };
	readonly view: View;
}

/** By the rule that decided: the reason, or null where the state has no more to say than the rule. */
export type Reasons = { readonly [rule in RuleId]?: (failure: Failure) => string | null };

type Reason = (failure: Failure, plain: string | null) => string | null;

let brought: Reason = (_, plain) => plain;
let words: typeof SeldomWords | null = null;

/** Called once by the door `failures.ts`. */
export function bringReasons(reason: Reason, names: typeof SeldomWords): void {
	brought = reason;
	words = names;
}

/** The words for calls that few lessons make; null where nobody has imported the door: then no program of the page makes one. */
export function seldomWords(): typeof SeldomWords | null {
	return words;
}

/** Why the call failed; where nobody has imported the door, what the errno says. */
export function reasonOf(failure: Failure, plain: string | null): string | null {
	return brought(failure, plain);
}
