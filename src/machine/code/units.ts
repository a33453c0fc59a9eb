// One compiled translation unit, before it is linked.

import type { Diagnostic } from "../../base/index.ts";
import { spanOf } from "../c/tokens.ts";
import type { FunctionSymbol, ObjectSymbol, TranslationUnit } from "../c/tree.ts";
import type { FunctionCode } from "./emitter.ts";
import { generateFunction } from "./functions.ts";

export interface UnitCode {
	readonly file: string;
	/** Whether it belongs to the library. */
	readonly library: boolean;
	readonly functions: readonly FunctionCode[];
	readonly objects: readonly ObjectSymbol[];
	readonly diagnostics: readonly Diagnostic[];
}

/** Generates code for every function of a unit; `watched`: the user's variables have rooms of their own. */
export function generateUnit(
	unit: TranslationUnit,
	isLibraryFile: (file: string) => boolean,
	watched = false,
): UnitCode {
	const staticsOf = new Map<string, ObjectSymbol[]>();
	for (const object of unit.objects) {
		if (object.within === null) continue;
		const known = staticsOf.get(object.within);
		if (known === undefined) staticsOf.set(object.within, [object]);
		else known.push(object);
	}
	const watch = watched ? { blocks: !unit.symbols.some(leapsBack) } : null;
	const diagnostics: Diagnostic[] = [];
	const functions = unit.functions.flatMap((definition) => {
		const statics = staticsOf.get(definition.symbol.name) ?? [];
		const { name, place } = definition.symbol;
		const made = withinStack(() =>
			generateFunction(definition, statics, isLibraryFile(definition.place.file), watch),
		);
		if (made !== null && !made.overflows) return [made];
		const message =
			made === null
				? `an expression of the function '${name}' is nested too deeply`
				: `the function '${name}' needs more room for intermediate results than this machine has`;
		const notes = [{ message: "cut it into smaller functions", span: null }];
		diagnostics.push({ severity: "error", message, span: spanOf(place), notes });
		return made === null ? [] : [made];
	});
	return {
		file: unit.file,
		library: isLibraryFile(unit.file),
		functions,
		objects: unit.objects,
		diagnostics,
	};
}

/** What `make` makes; null when the stack of JavaScript is too small for it: a tree deeper than any limit of the parser foresees. */
function withinStack<T>(make: () => T): T | null {
	try {
		return make();
	} catch (failure) {
		if (failure instanceof RangeError) return null;
		throw failure;
	}
}

/** Whether the unit may come back into a block that it has left. */
function leapsBack({ firstUse, name }: FunctionSymbol): boolean {
	return firstUse !== null && /setjmp$/.test(name);
}
