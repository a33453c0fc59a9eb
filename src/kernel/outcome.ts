// How a system call ends. Every outcome names the rule that decided it.
import type { Errno } from "./constants.ts";
import type { RuleId } from "./rules.ts";
import type { Wait } from "./state.ts";
import type { Reply } from "./system-calls.ts";
import type { Pid } from "./words.ts";

/**
 * How a call ended, and what the computer does then:
 *
 * - `done`, `failed`: it returns to the program with a value, or -1 and errno.
 * - `blocked`: the process sleeps (or is stopped inside the call). Once it is ready again, the same call is made again.
 * - `restarts`: a handler with SA_RESTART interrupted it before it did anything. The program stays at its trap
 *   instruction: `deliver` first, and when the handlers have returned the program makes the call again, as new.
 * - `forked`: it returns twice: `child` in the caller, 0 in the child.
 * - `replaced` (execve), `ended` (exit, or a deadly signal): it does not return to the program.
 *
 * After every outcome but `blocked`, `replaced` and `ended`, `deliver` is asked before the program goes on.
 */
export type Outcome = { readonly rule: RuleId } & (
	| { readonly kind: "done"; readonly value: number; readonly reply: Reply | null }
	| { readonly kind: "failed"; readonly errno: Errno; readonly reply: Reply | null }
	| { readonly kind: "blocked"; readonly wait: Wait }
	| { readonly kind: "restarts" }
	| { readonly kind: "forked"; readonly child: Pid }
	| {
			readonly kind: "replaced";
			readonly program: string;
			readonly argv: readonly string[];
			readonly envp: readonly string[];
	  }
	| { readonly kind: "ended" }
);

export function done(rule: RuleId, value = 0, reply: Reply | null = null): Outcome {
	return { rule, kind: "done", value, reply };
}

export function failed(rule: RuleId, errno: Errno, reply: Reply | null = null): Outcome {
	return { rule, kind: "failed", errno, reply };
}

export function blocked(rule: RuleId, wait: Wait): Outcome {
	return { rule, kind: "blocked", wait };
}
