// Primary expressions that are one token: names, numbers, characters.

import { type Designator, integerConstant, type Operand, toValue, unknownValue } from "./conversions.ts";
import { closest, noteAt } from "./diagnostics.ts";
import { headerNotes, refuseCpp } from "./hints.ts";
import { readCharacter, readNumber } from "./literals.ts";
import { warnOfLongDouble } from "./long-double.ts";
import { addAnonymousObject, advance, type Parser } from "./parser.ts";
import { type Entity, findTag, similarName } from "./scope.ts";
import type { Token } from "./tokens.ts";
import type { Expression, ObjectSymbol } from "./tree.ts";
import { arrayOf, CONST, type CType, charType, qualified } from "./types.ts";
import { wellKnownNames } from "./well-known.ts";

/** What a declared name denotes. */
export function named(p: Parser, token: Token, entity: Entity): Operand {
	switch (entity.kind) {
		case "local":
			p.inside?.used.add(entity.local);
			return { kind: "local", local: entity.local, type: entity.local.type, place: token };
		case "variable-array": {
			p.inside?.used.add(entity.local);
			const holder: Operand = { kind: "local", local: entity.local, type: entity.local.type, place: token };
			return { kind: "dereference", pointer: toValue(holder), type: entity.type, place: token };
		}
		case "object":
			entity.symbol.firstUse ??= token;
			return { kind: "object", symbol: entity.symbol, type: entity.symbol.type, place: token };
		case "function": {
			const { symbol } = entity;
			symbol.firstUse ??= token;
			const type: CType = { kind: "pointer", qualifiers: 0, alias: null, to: symbol.type };
			const pointer: Expression = { kind: "function-address", symbol, type, place: token };
			return { kind: "function", type: symbol.type, pointer, place: token } satisfies Designator;
		}
		case "enumerator": {
			const constant = integerConstant(entity.value, entity.type, token);
			p.enumerators.set(constant, entity.of);
			return constant;
		}
		case "typedef":
			return p.reporter.fail(
				`unexpected type name '${token.text}': expected an expression`,
				token,
				noteAt("it is a type", entity.place),
			);
		case "unknown":
			return unknownValue(token);
	}
}

/** Says that nobody declared the name. */
export function undeclared(p: Parser, token: Token): void {
	refuseCpp(p, token);
	const notes = headerNotes(p, token.text);
	const tag = findTag(p.scope, token.text);
	if (tag !== undefined) notes.push(`did you mean '${tag.kind} ${token.text}'?`);
	const known = notes.length > 0;
	const meant = similarName(p.scope, token.text, (entity) => entity.kind !== "typedef");
	const nearly = known || meant !== null ? null : closest(token.text, wellKnownNames(), 2);
	if (!known && (meant ?? nearly) !== null) notes.push(`did you mean '${meant ?? nearly}'?`);
	p.reporter.error(`use of undeclared identifier '${token.text}'`, token, ...notes);
	if (!known)
		(p.inside === null ? p.fileScope : p.scope).names.set(token.text, { kind: "unknown", place: token });
}

/** `__func__`. */
export function functionName(p: Parser, token: Token): Operand {
	const text = p.inside?.symbol.name ?? "";
	const make = (): ObjectSymbol => {
		const bytes = Uint8Array.from([...text].map((c) => c.charCodeAt(0)).concat(0));
		const type = arrayOf(qualified(charType, CONST), bytes.length);
		return addAnonymousObject(p, type, token, { bytes, relocations: [] }, true);
	};
	const symbol = p.inside?.name ?? make();
	if (p.inside !== null) p.inside.name = symbol;
	return { kind: "object", symbol, type: symbol.type, place: token };
}

export function number(p: Parser): Expression {
	const token = advance(p);
	const literal = readNumber(token.text);
	if (literal.kind === "wrong") {
		p.reporter.error(literal.problem, token, ...(literal.cure === null ? [] : [literal.cure]));
		return unknownValue(token);
	}
	if (literal.kind === "integer") return integerConstant(literal.value, literal.type, token);
	warnOfLongDouble(p.reporter, literal.type, token);
	return { kind: "floating", value: literal.value, type: literal.type, place: token };
}

export function character(p: Parser): Expression {
	const token = advance(p);
	const literal = readCharacter(token.text);
	if (literal.units.length === 0)
		p.reporter.error("empty character constant", token, "'\\0' is the character with the value 0");
	if (literal.problem !== null) {
		if (literal.fatal) p.reporter.error(literal.problem, token);
		else p.reporter.warning(literal.problem, token);
	} else if (literal.multiple)
		p.reporter.warning(
			literal.units.length > 4
				? "character constant too long for its type: the last four count"
				: "multi-character character constant",
			token,
			`a string is written in double quotes: "${token.text.includes('"') ? "…" : token.text.slice(1, -1)}"`,
		);
	return integerConstant(literal.value, literal.type, token);
}
