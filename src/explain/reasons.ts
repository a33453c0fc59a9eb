// Where the reasons of failures come from: a page fetches them, by the door `failures.ts`, with programs that may be refused.
import type { Outcome, Pid, RuleId, SystemCall } from "../kernel/index.ts";
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

/** Called once by the door `failures.ts`. */
export function bringReasons(reason: Reason): void {
	brought = reason;
}

/** Why the call failed; where nobody has imported the door, what the errno says. */
export function reasonOf(failure: Failure, plain: string | null): string | null {
	return brought(failure, plain);
}
