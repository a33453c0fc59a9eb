// Conditions that are decided before the program runs: what is compared with itself or with what it can never be, addresses.

import type { Span } from "../../base/index.ts";
import { isNullConstant, quotedType } from "./conversions.ts";
import { foldCompare } from "./fold.ts";
import type { Parser } from "./parser.ts";
import { isSamePlace, placeName } from "./places.ts";
import type { Token } from "./tokens.ts";
import type { Compare, CompareOperator, Expression, IntegerConstant, Logical, LValue } from "./tree.ts";
import { type CType, isArray, isInteger, isSigned, sameType, sizeOf, typeText, VOLATILE } from "./types.ts";

/** `left operator right`, the operands as they were written: of their own types. `common` is the one in which they are compared. */
export function warnOfForegoneComparison(
	p: Parser,
	place: Span,
	operator: CompareOperator,
	left: Expression,
	right: Expression,
	common: CType,
): void {
	if (isLiteral(left) || isLiteral(right))
		p.reporter.warning(
			"this compares the address of a string literal, not its text",
			place,
			"strcmp compares texts",
		);
	if (left.kind === "integer") {
		if (right.kind === "integer") return;
		warnOfConstant(p, place, mirrored(operator), right, left, common);
	} else if (right.kind === "integer") {
		if (isSigned(right.type)) warnOfUnsigned(p, place, operator, right, common);
		warnOfConstant(p, place, operator, left, right, common);
	} else if (isOwn(place) && isOwn(left.place) && isOwn(right.place) && isSameValue(left, right)) {
		const always = operator === "==" || operator === "<=" || operator === ">=";
		p.reporter.warning(`self-comparison always evaluates to ${always}`, place);
	}
}

/** `value operator constant`. */
function warnOfConstant(
	p: Parser,
	place: Span,
	operator: CompareOperator,
	value: Expression,
	constant: IntegerConstant,
	common: CType,
): void {
	warnOfNull(p, operator, value, constant);
	const isEof = (constant.place as Partial<Token>).origin?.name === "EOF";
	if (isEof && value.type.kind === "integer" && value.type.size === 1) warnOfEof(p, value);
	else warnOfRange(p, place, operator, value, constant, common);
}

/** Whether it stands in the program's text, and not in a macro, which cannot know with what it is used. */
function isOwn(place: Span): boolean {
	return ((place as Partial<Token>).origin ?? null) === null;
}

const MIRRORED: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = {
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
};

function mirrored(operator: CompareOperator): CompareOperator {
	return MIRRORED[operator] ?? operator;
}

/** Two readings of one variable that cannot differ; a NaN differs from itself, and what is volatile may change. */
function isSameValue(left: Expression, right: Expression): boolean {
	if (left.kind !== "load" || right.kind !== "load" || left.type.kind === "floating") return false;
	// `(size_t)n != n` asks whether n fits.
	if (typeText(left.type) !== typeText(right.type)) return false;
	return isSteady(left.from) && isSamePlace(left.from, right.from);
}

/** A variable, or a member of one, that only the program changes. */
function isSteady(place: LValue): boolean {
	if ((place.type.qualifiers & VOLATILE) !== 0) return false;
	if (place.kind === "member") return isSteady(place.record);
	if (place.kind === "dereference") return place.pointer.kind === "load" && isSteady(place.pointer.from);
	return place.kind === "local" || place.kind === "object";
}

/** A string literal that has become a pointer. */
export function isLiteral(e: Expression): boolean {
	return e.kind === "address" && e.of.kind === "object" && e.of.symbol.name === "" && e.of.symbol.readOnly;
}

// ---- ranges ----

/** The least and the greatest value of a type of whole numbers. */
function rangeOf(type: CType): readonly [least: bigint, most: bigint] | null {
	if (type.kind === "bool") return [0n, 1n];
	if (type.kind !== "integer" || type.width !== undefined) return null;
	const bits = BigInt(8 * sizeOf(type));
	return isSigned(type) ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** A constant that lies beyond what the other side can be. */
function warnOfRange(
	p: Parser,
	place: Span,
	operator: CompareOperator,
	value: Expression,
	constant: IntegerConstant,
	common: CType,
): void {
	const range = isInteger(constant.type) && isInteger(common) ? rangeOf(value.type) : null;
	if (range === null) return;
	const [least, most] = range;
	// Compared as unsigned, a negative value is a great one.
	if (!isSigned(common) && (least < 0n || constant.value < 0n)) return;
	if (constant.value >= least && constant.value <= most) return;
	const holds = foldCompare(operator, constant.value < least ? least : most, constant.value);
	p.reporter.warning(
		`comparison of a value of type ${quotedType(value.type)} with ${constant.value} is always ${holds}`,
		place,
	);
}

/** A char cannot hold EOF beside all characters: the byte 255 ends the loop, or, unsigned, nothing does. */
function warnOfEof(p: Parser, value: Expression): void {
	p.reporter.warning(
		"a char is compared with EOF, which is no character",
		value.place,
		"what getchar and fgetc return is an int: declare the variable so",
	);
}

/** An unsigned value is never below 0; the usual loop that counts down to 0 with one does not end. */
function warnOfUnsigned(
	p: Parser,
	place: Span,
	operator: CompareOperator,
	constant: IntegerConstant,
	common: CType,
): void {
	if (common.kind !== "integer" || common.signed || constant.value !== 0n) return;
	if (operator !== "<" && operator !== ">=") return;
	p.reporter.warning(
		`comparison of an unsigned value: '${operator} 0' is always ${operator === ">=" ? "true" : "false"}`,
		place,
	);
}

// ---- addresses ----

/** An array, a function or `&x`, and what its address is called; null for what may be a null pointer. */
function certainAddress(e: Expression): readonly [what: string, cure: readonly string[]] | null {
	if (!isOwn(e.place)) return null;
	if (e.kind === "function-address") {
		if (e.symbol.weak || (e.place as Partial<Token>).text === "&") return null;
		return [`function '${e.symbol.name}'`, [`the call is written '${e.symbol.name}(…)'`]];
	}
	if (e.kind !== "address" || placeName(e.of) === "") return null;
	if (e.of.kind !== "local" && e.of.kind !== "object" && e.of.kind !== "member") return null;
	if (e.of.kind === "object" && e.of.symbol.weak) return null;
	const name = placeName(e.of);
	if ((e.place as Partial<Token>).text === "&") return [`'${name}'`, []];
	if (!isArray(e.of.type)) return null;
	const isText = sizeOf(e.of.type.element) === 1;
	return [
		`array '${name}'`,
		isText ? [`whether it holds a text is seen by its first character: ${name}[0]`] : [],
	];
}

/** A value that is tested against zero, in a condition or with '!', '&&', '||' or '?:'. */
export function warnOfForegoneTruth(p: Parser, value: Expression): void {
	const found = certainAddress(value);
	if (found !== null)
		p.reporter.warning(`the address of ${found[0]} is always true`, value.place, ...found[1]);
}

function warnOfNull(p: Parser, operator: CompareOperator, value: Expression, constant: Expression): void {
	if (value.type.kind !== "pointer" || !isNullConstant(constant)) return;
	if ((constant.place as Partial<Token>).kind === "character")
		p.reporter.warning(
			"a pointer is compared with a null character",
			constant.place,
			"the character that it points to is compared with a '*' before it",
		);
	const found = operator === "==" || operator === "!=" ? certainAddress(value) : null;
	if (found !== null)
		p.reporter.warning(
			`the address of ${found[0]} is no null pointer: '${operator}' is always ${operator === "!="}`,
			value.place,
			...found[1],
		);
}

// ---- && and || ----

/** `left operator right`, where a constant stands for a comparison, or both comparisons of one value hold always or never. */
export function warnOfForegoneLogic(
	p: Parser,
	place: Span,
	operator: "&&" | "||",
	left: Expression,
	right: Expression,
): void {
	if (!isOwn(place)) return;
	if (right.kind === "integer" && right.value !== 0n && right.value !== 1n) {
		if (!isInteger(left.type) || left.type.kind === "bool" || !isInteger(right.type)) return;
		const compared = left.kind === "compare" && left.operator === "==" && left.right.kind === "integer";
		const isComparison = compared || (left.kind === "logical" && operator === left.operator);
		p.reporter.warning(
			`'${operator}' with a constant: ${right.value} is always true`,
			place,
			isComparison
				? `each comparison is written out: 'a == b ${operator} a == c'`
				: `'${operator[0]}' computes with the bits`,
		);
	} else if (right.kind === "compare") warnOfOverlap(p, place, operator, left, right);
}

/** The comparison of a variable with a whole constant that no macro stands for, which may have another value elsewhere; else null. */
function constantComparison(e: Compare): readonly [from: LValue, constant: bigint] | null {
	let value = e.left;
	while (value.kind === "cast" && isWider(value.type, value.operand.type)) value = value.operand;
	if (value.kind !== "load" || e.right.kind !== "integer" || !isOwn(e.right.place)) return null;
	if (!isSteady(value.from)) return null;
	return [value.from, e.right.value];
}

function isWider(to: CType, from: CType): boolean {
	return isInteger(to) && isInteger(from) && sizeOf(to) > sizeOf(from);
}

/** What two comparisons of one variable come to when it is the same for all its values; else null. */
export function truthOfBoth({
	operator,
	left,
	right,
}: Pick<Logical, "operator" | "left" | "right">): boolean | null {
	const last = lastOf(operator, left);
	if (last.kind !== "compare" || right.kind !== "compare") return null;
	const first = constantComparison(last);
	const second = constantComparison(right);
	if (first === null || second === null || !isSamePlace(first[0], second[0])) return null;
	if (!sameType(last.left.type, right.left.type)) return null;
	const decided = operator === "||";
	for (const constant of [first[1], second[1]])
		for (const value of [constant - 1n, constant, constant + 1n]) {
			const a = foldCompare(last.operator, value, first[1]);
			const b = foldCompare(right.operator, value, second[1]);
			if ((decided ? a || b : a && b) !== decided) return null;
		}
	return decided;
}

/** The last of what the same operator joins. */
function lastOf(operator: "&&" | "||", left: Expression): Expression {
	return left.kind === "logical" && left.operator === operator ? left.right : left;
}

/** `a != 1 || a != 2` is always true, `a == 1 && a == 2` never. */
function warnOfOverlap(
	p: Parser,
	place: Span,
	operator: "&&" | "||",
	left: Expression,
	right: Compare,
): void {
	const decided = truthOfBoth({ operator, left, right });
	if (decided === null) return;
	const last = lastOf(operator, left);
	const both = last.kind === "compare" && last.operator === "!=" && right.operator === "!=";
	p.reporter.warning(
		`these two comparisons with '${operator}' between them are always ${decided}`,
		place,
		...(decided && both ? ["no value equals both: is '&&' meant?"] : []),
	);
}
