// `long double`: it has the size that gcc gives it and the range and precision of a double, and a program is told so.

import type { Span } from "../../base/index.ts";
import type { Reporter } from "./diagnostics.ts";
import type { CType } from "./types.ts";

/** Says it where the program's own text first has a value or an object of the type. */
export function warnOfLongDouble(reporter: Reporter, type: CType, place: Span): void {
	if (type.kind !== "floating" || type.size !== 16) return;
	reporter.lacks(
		"'long double' has the range and precision of 'double' here: 53 bits and up to 1.8e308, where gcc has 64 bits and 1.2e4932",
		place,
		"sizeof is 16, as with gcc; from the 16th digit on, results may differ",
	);
}
