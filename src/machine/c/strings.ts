// String literals of the program as objects: neighbours joined, encoded, each kept once.

import { readUnits, stringBytes, type Width, widthOf } from "./literals.ts";
import { addAnonymousObject, advance, current, type Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { ObjectSymbol } from "./tree.ts";
import { arrayOf, charType, intType, unsignedIntType, unsignedShortType } from "./types.ts";

export interface StringLiteral {
	readonly place: Token;
	readonly units: readonly number[];
	readonly width: Width;
	/** The element is `wchar_t` (signed), not `char32_t`. */
	readonly wide: boolean;
}

/** One or more string tokens that stand side by side. */
export function stringLiteral(p: Parser): StringLiteral {
	const tokens: Token[] = [];
	while (current(p).kind === "string") tokens.push(advance(p));
	const width = Math.max(...tokens.map((token) => widthOf(token.text))) as Width;
	const units: number[] = [];
	for (const token of tokens) {
		const read = readUnits(token.text, width);
		if (read.problem !== null) {
			if (read.fatal) p.reporter.error(read.problem, token);
			else p.reporter.warning(read.problem, token);
		}
		for (const unit of read.units) units.push(unit);
	}
	return { place: tokens[0]!, units, width, wide: tokens.some((token) => token.text.startsWith("L")) };
}

/** The read-only object that holds the literal. */
export function stringObject(p: Parser, literal: StringLiteral): ObjectSymbol {
	const key = `${literal.wide ? "L" : literal.width}:${literal.units.join()}`;
	const kept = p.strings.get(key);
	if (kept !== undefined) return kept;
	const element =
		literal.width === 1
			? charType
			: literal.width === 2
				? unsignedShortType
				: literal.wide
					? intType
					: unsignedIntType;
	const type = arrayOf(element, literal.units.length + 1);
	const data = { bytes: stringBytes(literal.units, literal.width), relocations: [] };
	const symbol = addAnonymousObject(p, type, literal.place, data, true);
	p.strings.set(key, symbol);
	return symbol;
}

/** The text of a literal as JavaScript has it: one character per byte. */
export function literalText(literal: StringLiteral): string {
	return literal.units.map((unit) => String.fromCharCode(unit & 0xff)).join("");
}
