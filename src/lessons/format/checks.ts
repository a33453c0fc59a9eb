// What a lesson asserts, as a flat list of things to prove: the parser writes it, the checker works it off.
import type { Fix, KnobValues, LessonProgram } from "../lesson.ts";
import type { Field } from "./source.ts";

/** Which run is meant: null programs are the lesson's own. */
export interface RunOf {
	readonly programs: readonly LessonProgram[] | null;
	readonly knobs: KnobValues;
}

/** How a claim is meant: at one moment of one run, or of every run, or of some run, at its end. */
export type Check = {
	readonly run: RunOf;
} /** The moment comes in the run, and is the only one that its words fit. */ & (
	| { readonly kind: "moment"; readonly moment: Field }
	/** So is this one, at which a question is asked: the run goes on after it, or its stage would tell the answer. */
	| { readonly kind: "asked"; readonly moment: Field }
	/** The claim is true (or false) at the moment. */
	| { readonly kind: "claim"; readonly claim: Field; readonly at: Field; readonly truth: boolean }
	/** The rule decides something after `from` and up to `until`. */
	| { readonly kind: "fires"; readonly rule: Field; readonly from: Field; readonly until: Field }
	| { readonly kind: "rule"; readonly rule: Field }
	/** `always`: at the end of every run; `sometimes`: at the end of at least one. */
	| { readonly kind: "always" | "sometimes"; readonly claim: Field; readonly truth: boolean }
	/** With these knobs the claim holds at the end, a moment comes, or it never does; at the start values it is otherwise. */
	| {
			readonly kind: "flips";
			readonly claim: Field | null;
			readonly comes: Field | null;
			readonly never: Field | null;
	  }
	/** The solution reaches the goal, and each of the others that are given; none does without a line that is not `spare`. */
	| {
			readonly kind: "fix";
			readonly fix: Fix;
			readonly also: readonly Fix["solution"][];
			readonly spare: readonly string[];
			readonly goal: Field;
	  }
);
