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
	/** By rule: the lessons in whose own run it decides, and the step of the first time. */
	readonly taught: { readonly [rule: string]: { readonly [lesson: string]: number } };
}
