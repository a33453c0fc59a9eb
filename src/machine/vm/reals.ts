// Real numbers: few programs compute with them, so what they need comes by the door further.ts.

import type { DoubleFormat } from "./format.ts";
import type { Native } from "./natives.ts";

/** All that the processor knows of real numbers. */
export interface Reals {
	/** Does one operation on w[a] and w[b]; false when the number is that of none. */
	readonly floating: (operation: number, w: Int32Array, d: number, a: number, b: number) => boolean;
	readonly formatDouble: (value: number, format: DoubleFormat) => string;
	readonly loadDouble: (w: Int32Array, a: number) => number;
	readonly natives: Readonly<Record<string, Native>>;
}

let brought: Reals | null = null;

/** Called once by the door `further.ts`. */
export function bringReals(all: Reals): void {
	brought = all;
}

/** Throws where nobody has imported the door `further.ts`: whoever shows or runs a program with real numbers does. */
export function reals(): Reals {
	if (brought === null) throw new Error("no real numbers here: import the door further.ts");
	return brought;
}
