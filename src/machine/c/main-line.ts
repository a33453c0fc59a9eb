// On which line main returned: the program keeps it, for afterwards nothing of main is left that could tell.

import type { Span } from "../../base/index.ts";
import { integerConstant, toVoid } from "./conversions.ts";
import type { Parser } from "./parser.ts";
import type { Expression, ObjectSymbol } from "./tree.ts";
import { alignOf, intType } from "./types.ts";

/** The library's variable for it; 0 until main returns. */
const MAIN_LINE = "__main_line";

/** The value that main returns at `place`, once the line has been noted. */
export function leavingMain(p: Parser, value: Expression, place: Span): Expression {
	const symbol = p.objects.find(({ name }) => name === MAIN_LINE) ?? declare(p, place);
	const line = integerConstant(BigInt(place.line), intType, place);
	const target = { kind: "object", symbol, type: intType, place } as const;
	const left = toVoid({ kind: "assign", target, value: line, type: intType, place });
	return { kind: "comma", left, right: value, type: value.type, place: value.place };
}

function declare(p: Parser, place: Span): ObjectSymbol {
	const symbol: ObjectSymbol = {
		kind: "object",
		name: MAIN_LINE,
		type: intType,
		linkage: "external",
		definition: "declared",
		data: null,
		align: alignOf(intType),
		readOnly: false,
		threadLocal: false,
		within: null,
		place,
		definedAt: null,
		firstUse: place,
	};
	p.objects.push(symbol);
	return symbol;
}
