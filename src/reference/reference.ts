// What is known of the rules by running: where one decides, how it ends a call, and which lessons show it.

/** A step of a program of the reference at which something can be seen. */
export interface Moment {
	/** `p-05-end-of-file` */
	readonly program: string;
	readonly step: number;
	/** Of the program's own file; null: in the library, or nobody ran. */
	readonly line: number | null;
	/** What stands on that line. */
	readonly code: string;
}

/** One way a call ends, or something else that a rule decides. */
export interface Ending {
	/** null: no call asked for it; a signal came. */
	readonly call: string | null;
	readonly rule: string;
	readonly kind: "returns" | "fails" | "waits" | "stops" | "does not return" | "happens";
	/** `EAGAIN`, where it fails. */
	readonly errno: string | null;
	readonly moment: Moment;
}

export interface Reference {
	readonly endings: readonly Ending[];
	/** By rule: the lessons that teach it, and the step of their own run where it first decides; null: only a question, an exercise or a knob brings it. */
	readonly taught: { readonly [rule: string]: { readonly [lesson: string]: number | null } };
	/** By call, likewise: the lessons in whose runs it ends or waits. */
	readonly made: { readonly [call: string]: { readonly [lesson: string]: number | null } };
	/** By call and by rule: those of these lessons that are about it. A key or twin question turns on it, or the manual page of the call is cited. */
	readonly teachers: { readonly [callOrRule: string]: readonly string[] };
}
