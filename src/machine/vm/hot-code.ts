// The door to translated code: the processor's loop goes on interpreting; an instruction where a translation begins is
// replaced by TRANSLATED, at which it comes back. A translation does to registers and memory exactly what the loop would
// do, statement by statement, and leaves whatever is rare to it: traps, faults, the end of the budget.

import type { Image } from "../code/image.ts";
import type { Cpu } from "./cpu.ts";

/** Some functions of an image in another form. */
export interface Translation {
	/** Indexes into the code at which it can be entered, none of which is a call's. */
	readonly entries: readonly number[];
	/**
	 * Runs from `cpu.pc` on, with at most so many statements and rounds of the library's loops; what it took is left in
	 * `cpu.executed` and `cpu.ticks`. It comes back wherever the loop has to go on, at once if it must.
	 */
	readonly run: (cpu: Cpu, statements: number, rounds: number) => void;
}

/** What is known of where a program spends its time; that of an image is shared by all its processes. */
export interface HotCode {
	/** The image's code with pairs joined, and TRANSLATED where a translation begins. */
	readonly code: Int32Array;
	/** How much may be interpreted before the next look: so that it is in the middle of work, and not where a call waits. */
	readonly share: number;
	/** The translation that is entered here. */
	at(pc: number): Translation | undefined;
	/** So much has been interpreted, up to a call, a fault or an end of the budget. */
	interpreted(work: number): void;
	/** The processor stands in the middle of work. */
	look(pc: number): void;
	/** A translation has gone on to here, where there is none. */
	left(pc: number): void;
}

let brought: ((image: Image) => HotCode) | null = null;

/** From now on what is hot in programs that begin is translated. */
export function bringHotCode(of: (image: Image) => HotCode): void {
	brought = of;
}

/** Null until the compiler's door has brought it. */
export function hotCodeOf(image: Image): HotCode | null {
	return brought?.(image) ?? null;
}
