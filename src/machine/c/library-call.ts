// Calls that the compiler writes itself: of functions of the library, whether the program has declared them or not.

import type { Span } from "../../base/index.ts";
import type { Parser } from "./parser.ts";
import type { Expression, FunctionSymbol } from "./tree.ts";
import { type FunctionType, pointerTo } from "./types.ts";

/** A function of the library that this file has no symbol for. */
export function declareLibraryFunction(
	p: Parser,
	name: string,
	type: FunctionType,
	place: Span,
): FunctionSymbol {
	const symbol: FunctionSymbol = {
		kind: "function",
		name,
		type,
		linkage: "external",
		defined: false,
		noreturn: false,
		implicit: false,
		beforeMain: null,
		afterMain: null,
		definedAt: null,
		firstUse: place,
		place,
	};
	p.symbols.push(symbol);
	return symbol;
}

/** The call; the arguments have the types of the parameters. */
export function libraryCall(
	symbol: FunctionSymbol,
	type: FunctionType,
	given: readonly Expression[],
	place: Span,
): Expression {
	const callee: Expression = { kind: "function-address", symbol, type: pointerTo(type), place };
	return { kind: "call", callee, signature: type, arguments: given, type: type.result, place };
}
