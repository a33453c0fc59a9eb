// What to say of a name that nobody declared: which header has it, and under which condition.

import type { Parser } from "./parser.ts";
import type { CType } from "./types.ts";
import { headerOf } from "./well-known.ts";

/** Where the system declares a name. */
export interface Declaring {
	/** `sys/wait.h`. */
	readonly header: string;
	/** Whether only under `_GNU_SOURCE`. */
	readonly gnu: boolean;
	/** Whether as a function; else as a macro, an object, a type. */
	readonly isFunction: boolean;
}

/** The cure for a name that a header of the system declares, as notes; none when no header does. */
export function headerNotes(p: Parser, name: string): string[] {
	const canonical = headerOf(name);
	const found = p.declaring(name);
	const header = canonical ?? found?.header;
	if (header === undefined) return [];
	if (found?.gnu === true)
		return [`'${name}' is in <${header}> only after #define _GNU_SOURCE, before the first #include`];
	return [`'${name}' comes with <${header}>: add #include <${header}>`];
}

/** The same for a struct or union that is not known beyond its tag. */
export function recordNotes(p: Parser, type: CType): string[] {
	if (type.kind === "array") return recordNotes(p, type.element);
	if (type.kind !== "record" || type.record.tag === null) return [];
	return headerNotes(p, `${type.record.union ? "union" : "struct"} ${type.record.tag}`);
}
