// Functions that are called and nowhere declared before: C89 let them return int, and gcc still only warns.

import type { Note } from "../../base/index.ts";
import { closest, noteAt } from "./diagnostics.ts";
import { headerNotes } from "./hints.ts";
import type { Parser } from "./parser.ts";
import { builtinTypeTokens } from "./prelude.ts";
import { similarName } from "./scope.ts";
import type { Token } from "./tokens.ts";
import type { FunctionSymbol } from "./tree.ts";
import { type CType, functionType, intType } from "./types.ts";
import { wellKnownNames } from "./well-known.ts";

/** What is said of a call of a function that nobody declared before it. */
export const IMPLICIT = "implicit declaration of function";

/**
 * Declares the function by its first call: what gcc knows by this name has its true type, all else returns int and takes
 * anything. It is said at the end of the file, when it is known whether the function is defined further down.
 */
export function implicitFunction(p: Parser, token: Token): FunctionSymbol {
	const known = builtinTypeTokens(token.text);
	const symbol: FunctionSymbol = {
		kind: "function",
		name: token.text,
		type: functionType(intType, [], false, false),
		linkage: "external",
		defined: false,
		noreturn: known?.noreturn ?? false,
		implicit: true,
		beforeMain: null,
		afterMain: null,
		definedAt: null,
		firstUse: token,
		place: token,
	};
	if (known !== null) {
		const type: CType = p.grammar.typeName({ ...p, tokens: known.tokens, at: 0, inside: null });
		if (type.kind === "function") symbol.type = type;
	}
	p.symbols.push(symbol);
	p.fileScope.names.set(token.text, { kind: "function", symbol, place: token });
	return symbol;
}

/** Says which functions of the file were declared by being called. */
export function warnOfImplicitFunctions(p: Parser): void {
	for (const symbol of p.symbols)
		if (symbol.implicit)
			p.reporter.warning(`${IMPLICIT} '${symbol.name}'`, symbol.place, ...notesOf(p, symbol));
}

function notesOf(p: Parser, { name }: FunctionSymbol): (string | Note)[] {
	const definition = p.functions.find(({ symbol }) => symbol.name === name);
	if (definition !== undefined)
		return [noteAt("it is defined only here: declare it above its first call", definition.place)];
	const header = headerNotes(p, name);
	if (header.length > 0) return header;
	const meant =
		similarName(p.fileScope, name, (entity) => entity.kind === "function" && !entity.symbol.implicit) ??
		closest(name, wellKnownNames(), 2);
	return meant === null ? [] : [`did you mean '${meant}'?`];
}
