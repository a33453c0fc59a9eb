// The small words that every record is made of: who, which, where, when.

/** A place in a program's source, as the computer reports it; the kernel only carries it. */
export interface Place {
	readonly file: string;
	readonly line: number;
	/** Of a call that fills a variable: what the program calls that one. */
	readonly variable?: string;
}

export type Pid = number;
export type ObjectId = number;
/** Simulated time in ticks; one tick is one microsecond of the simulated clock. */
export type Ticks = number;

/** wait(2)'s status word. */
export type WaitStatus = number;
