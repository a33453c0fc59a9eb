// Values and places: loads, decay of arrays and functions, conversions between types, and what may be assigned to what.

import type { Span } from "../../base/index.ts";
import { beforeFloat } from "../rounding.ts";
import { noteAt } from "./diagnostics.ts";
import { warnOfOtherEnumeration } from "./enumerations.ts";
import type { Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { Expression, FloatingConstant, FunctionSymbol, IntegerConstant, LValue } from "./tree.ts";
import {
	type BitField,
	CONST,
	type CType,
	compatible,
	type FloatingType,
	type FunctionType,
	type IntegerType,
	intType,
	isArithmetic,
	isArray,
	isInteger,
	isScalar,
	isSigned,
	longType,
	type PointerType,
	pointerTo,
	recordType,
	type StructOrUnion,
	sizeOf,
	toUnsigned,
	typeText,
	unqualified,
	unsignedLongType,
	VOLATILE,
	voidType,
	wrapped,
} from "./types.ts";

/** A function as an expression: a name, or a pointer followed. Its value is the pointer. */
export interface Designator {
	readonly kind: "function";
	readonly type: FunctionType;
	readonly pointer: Expression;
	readonly place: Span;
}

/** What an expression of the grammar denotes. */
export type Operand = LValue | Expression | Designator;

export function isPlace(operand: Operand): operand is LValue {
	switch (operand.kind) {
		case "local":
		case "object":
		case "dereference":
		case "member":
		case "compound-literal":
		case "temporary":
			return true;
		default:
			return false;
	}
}

// ---- the unknown type ----

const unknownRecord: StructOrUnion = { union: false, tag: "<unknown>", members: [], size: 1, align: 1 };

/** The type of what was wrong: said once, then passed over in silence. It occurs in no unit that is handed on. */
export const unknownType: CType = recordType(unknownRecord);

export function isUnknown(type: CType): boolean {
	return type.kind === "record" && type.record === unknownRecord;
}

/** Whether the unknown type occurs in a type. */
export function involvesUnknown(type: CType): boolean {
	let at = type;
	for (;;) {
		if (at.kind === "pointer") at = at.to;
		else if (isArray(at)) at = at.element;
		else if (at.kind === "function") at = at.result;
		else return isUnknown(at);
	}
}

export function unknownValue(place: Span): Expression {
	return { kind: "integer", value: 0n, type: unknownType, place };
}

// ---- constants ----

export function integerConstant(value: bigint, type: CType, place: Span): IntegerConstant {
	return { kind: "integer", value: wrapped(value, type), type, place };
}

/** An integer constant 0, or that cast to `void *` (C11 6.3.2.3). */
export function isNullConstant(e: Expression): boolean {
	if (e.kind !== "integer" || e.value !== 0n) return false;
	return (
		isInteger(e.type) ||
		(e.type.kind === "pointer" && e.type.to.kind === "void" && e.type.to.qualifiers === 0)
	);
}

// ---- from places to values ----

/** The value of an operand: places are loaded, arrays and functions become pointers. */
export function toValue(operand: Operand): Expression {
	if (operand.kind === "function") return operand.pointer;
	if (!isPlace(operand)) return operand;
	if (isArray(operand.type)) return addressOf(operand, operand.type.element, operand.place);
	return { kind: "load", from: operand, type: unqualified(operand.type), place: operand.place };
}

/** The address of a place as a pointer to `to`; `&*p` is p, and members of a place at a constant address fold. */
export function addressOf(operand: LValue, to: CType, place: Span): Expression {
	const type = pointerTo(to);
	if (operand.kind === "dereference") return retyped(operand.pointer, type, place);
	const at = constantAddress(operand);
	if (at !== null) return { kind: "integer", value: at, type, place };
	return { kind: "address", of: operand, type, place };
}

/** For `&((struct s *)0)->m`: the address when it is a number. */
function constantAddress(operand: LValue): bigint | null {
	if (operand.kind === "dereference")
		return operand.pointer.kind === "integer" ? operand.pointer.value : null;
	if (operand.kind !== "member") return null;
	const base = constantAddress(operand.record);
	return base === null ? null : base + BigInt(operand.member.offset);
}

/** The same pointer under another pointer type. */
function retyped(pointer: Expression, type: PointerType, place: Span): Expression {
	if (pointer.kind === "pointer-add" || pointer.kind === "address" || pointer.kind === "integer")
		return { ...pointer, type };
	return pointer.type.kind === "pointer" && compatible(pointer.type.to, type.to)
		? pointer
		: { kind: "cast", operand: pointer, type, place };
}

// ---- conversion ----

/** `e` converted to a scalar type or void, folded when constant. The types must allow it. */
export function convert(e: Expression, to: CType, place: Span = e.place): Expression {
	const type = unqualified(to);
	if (isUnknown(e.type) || isUnknown(type)) return unknownValue(place);
	if (e.kind === "integer") {
		if (isInteger(type) || type.kind === "pointer") return integerConstant(e.value, type, e.place);
		if (type.kind === "floating") return { kind: "floating", value: fromWhole(e.value, type), type, place };
	}
	if (e.kind === "floating" && type.kind !== "void") {
		if (type.kind === "floating") return { ...e, value: rounded(e.value, type), type };
		if (type.kind === "bool") return integerConstant(e.value === 0 ? 0n : 1n, type, place);
		if (isInteger(type)) return integerConstant(nearestIn(e.value, type), type, place);
	}
	if (type.kind === "integer" && type.width !== undefined) return cutTo(e, type, place);
	if (type.kind === "record" || sameRepresentation(e.type, type))
		return e.type === type ? e : withType(e, type);
	return { kind: "cast", operand: e, type, place };
}

/** A constant that does not fit becomes the nearest that does, as gcc has it; what is no number becomes 0. */
function nearestIn(value: number, type: CType): bigint {
	if (Number.isNaN(value)) return 0n;
	const bits = 8 * sizeOf(type);
	const least = isSigned(type) ? -(1n << BigInt(bits - 1)) : 0n;
	const most = (1n << BigInt(isSigned(type) ? bits - 1 : bits)) - 1n;
	const whole = Math.abs(value) < 2 ** 65 ? BigInt(Math.trunc(value)) : value < 0 ? least : most;
	return whole < least ? least : whole > most ? most : whole;
}

/** The value in as many bits as the type of a wide bit-field has; that of a field of this width is so already. */
export function cutTo(e: Expression, type: IntegerType, place: Span): Expression {
	const field = e.kind === "load" && e.from.kind === "member" ? e.from.member.bits : null;
	const isOwn = field?.width === type.width && isSigned(e.type) === type.signed;
	if (isOwn || (e.type.kind === "integer" && e.type.width === type.width && e.type.signed === type.signed))
		return { ...e, type } as Expression;
	const whole = type.signed ? longType : unsignedLongType;
	const left = convert(e, whole, place);
	const count = integerConstant(BigInt(64 - type.width!), intType, place);
	const shifted: Expression = { kind: "binary", operator: "<<", left, right: count, type: whole, place };
	return { kind: "binary", operator: ">>", left: shifted, right: count, type, place };
}

/** Whether a value of one type already is a value of the other. */
function sameRepresentation(from: CType, to: CType): boolean {
	if (from.kind === "enum" || to.kind === "enum") return false;
	return from.kind !== "void" && compatible(from, to);
}

/** Only the type changes (a typedef's name, a pointer to a function without prototype); the value does not. */
function withType(e: Expression, type: CType): Expression {
	return type.alias === e.type.alias && type.kind !== "pointer" ? e : ({ ...e, type } as Expression);
}

function fromWhole(whole: bigint, type: FloatingType): number {
	return type.size === 4 ? Math.fround(beforeFloat(whole)) : Number(whole);
}

export function rounded(value: number, type: CType): number {
	return type.kind === "floating" && type.size === 4 ? Math.fround(value) : value;
}

// ---- assignment ----

/** What a value is being converted for; decides the words of a message. */
export type Purpose =
	| { readonly kind: "assigning" }
	| { readonly kind: "initializing" }
	| { readonly kind: "returning" }
	| { readonly kind: "passing"; readonly callee: FunctionSymbol | null };

/** `value` as an object of type `target` would hold it (C11 6.5.16.1); what is wrong with that is said at `place`. */
export function assigned(
	p: Parser,
	value: Expression,
	target: CType,
	purpose: Purpose,
	place: Span,
): Expression {
	const from = value.type;
	if (involvesUnknown(from) || involvesUnknown(target)) return unknownValue(place);
	if (from.kind === "void") {
		p.reporter.error(`${phrase(purpose, target, from)} is not possible: the expression has no value`, place);
		return unknownValue(place);
	}
	if (isArithmetic(target) && isArithmetic(from)) {
		warnIfChanged(p, value, target);
		warnOfOtherEnumeration(p, value, target, value.place);
		return convert(value, target, place);
	}
	if (target.kind === "bool" && from.kind === "pointer") return convert(value, target, place);
	if (target.kind === "pointer" && isScalar(from) && from.kind !== "floating") {
		checkPointer(p, value, target, purpose, place);
		return convert(value, target, place);
	}
	if (isInteger(target) && from.kind === "pointer") {
		const cure = compatible(unqualified(from.to), unqualified(target)) ? meant("*", value) : [];
		warn(
			p,
			`incompatible pointer to integer conversion ${phrase(purpose, target, from)}`,
			purpose,
			place,
			cure,
		);
		return convert(value, target, place);
	}
	if (target.kind === "record" && from.kind === "record" && compatible(target, from)) return value;
	const isPlace = target.kind === "pointer" && compatible(unqualified(target.to), unqualified(from));
	const isPointer = from.kind === "pointer" && compatible(unqualified(target), unqualified(from.to));
	const cure = isPlace ? addressMeant(purpose, value) : isPointer ? pointerMeant(purpose, value, target) : [];
	p.reporter.error(
		`${phrase(purpose, target, from)}: incompatible types`,
		place,
		...cure,
		...parameterNote(purpose),
	);
	return unknownValue(place);
}

function checkPointer(
	p: Parser,
	value: Expression,
	target: PointerType,
	purpose: Purpose,
	place: Span,
): void {
	const from = value.type;
	if (isNullConstant(value)) return;
	if (from.kind !== "pointer") {
		const cure = compatible(unqualified(target.to), unqualified(from)) ? addressMeant(purpose, value) : [];
		warn(
			p,
			`incompatible integer to pointer conversion ${phrase(purpose, target, from)}`,
			purpose,
			place,
			cure,
		);
		return;
	}
	const a = withoutElementQualifiers(target.to);
	const b = withoutElementQualifiers(from.to);
	const lost = innermost(from.to).qualifiers & ~innermost(target.to).qualifiers & (CONST | VOLATILE);
	if (a.kind === "void" || b.kind === "void" || compatible(a, b)) {
		if (lost !== 0) warn(p, `${phrase(purpose, target, from)} discards qualifiers`, purpose, place);
		return;
	}
	if (isInteger(a) && isInteger(b) && differsInSign(a, b)) {
		warn(
			p,
			`${phrase(purpose, target, from)} converts between pointers to integer types with different sign`,
			purpose,
			place,
		);
		return;
	}
	warn(p, `incompatible pointer types ${phrase(purpose, target, from)}`, purpose, place);
}

/** An array of arrays is as const as its elements: gcc lets them become so, as C23 does. */
function withoutElementQualifiers(type: CType): CType {
	if (!isArray(type)) return type;
	return { ...type, element: unqualified(withoutElementQualifiers(type.element)) };
}

function innermost(type: CType): CType {
	return isArray(type) ? innermost(type.element) : type;
}

function differsInSign(a: CType, b: CType): boolean {
	if (a.kind !== "integer" || b.kind !== "integer") return false;
	return a.rank === b.rank && compatible(toUnsigned(a), toUnsigned(b));
}

function warn(p: Parser, message: string, purpose: Purpose, place: Span, cure: readonly string[] = []): void {
	p.reporter.warning(message, place, ...cure, ...parameterNote(purpose));
}

/** A function that fills two elements is not helped by the address of one int. */
function addressMeant(purpose: Purpose, value: Expression): string[] {
	const name = purpose.kind === "passing" ? purpose.callee?.name : undefined;
	return name === "pipe" || name === "pipe2" || name === "socketpair"
		? ["it needs an array of two: int fd[2]"]
		: meant("&", value);
}

/** `FILE f = fopen(…)`. */
function pointerMeant(purpose: Purpose, value: Expression, target: CType): string[] {
	return purpose.kind === "initializing" && value.kind === "call"
		? [`the value is a pointer: declare a pointer, '${typeText(pointerTo(target))}'`]
		: meant("*", value);
}

/** `did you mean '&x'?` of a variable; of other places that an operator is too few or too many. */
function meant(operator: "&" | "*", value: Expression): string[] {
	const other = operator === "&" ? "*" : "&";
	const isWritten = (place: Span) => (place as Partial<Token>).text === other;
	if (value.kind === "address") return isWritten(value.place) ? [`leave out the '${other}'`] : [];
	if (value.kind !== "load") return [];
	const { from } = value;
	if (from.kind === "dereference" && isWritten(from.place)) return [`leave out the '${other}'`];
	if (from.kind !== "local" && from.kind !== "object")
		return [operator === "&" ? "take its address with '&'" : "take what it points to with '*'"];
	const { name } = from.kind === "local" ? from.local : from.symbol;
	return name === "" ? [] : [`did you mean '${operator}${name}'?`];
}

function parameterNote(purpose: Purpose) {
	if (purpose.kind !== "passing" || purpose.callee === null) return [];
	return [noteAt(`'${purpose.callee.name}' declared here`, purpose.callee.place)];
}

function phrase(purpose: Purpose, target: CType, from: CType): string {
	const to = quotedType(target);
	const what = quotedType(from);
	switch (purpose.kind) {
		case "assigning":
			return `assigning to ${to} from ${what}`;
		case "initializing":
			return `initializing ${to} with an expression of type ${what}`;
		case "returning":
			return `returning ${what} from a function with result type ${to}`;
		case "passing":
			return `passing ${what} to ${purpose.callee === null ? "a" : `'${purpose.callee.name}',`} parameter of type ${to}`;
	}
}

/** The type in quotes, and what a typedef stands for. */
export function quotedType(type: CType): string {
	const plain = typeText(withoutAlias(type));
	const text = typeText(type);
	return text === plain ? `'${text}'` : `'${text}' (aka '${plain}')`;
}

function withoutAlias(type: CType): CType {
	const bare = type.alias === null ? type : { ...type, alias: null };
	if (bare.kind === "pointer") return { ...bare, to: withoutAlias(bare.to) };
	if (bare.kind === "array") return { ...bare, element: withoutAlias(bare.element) };
	return bare;
}

function warnIfChanged(p: Parser, value: Expression, target: CType): void {
	if (value.kind === "integer" && target.kind === "integer") {
		const bits = BigInt(8 * target.size);
		// Of the same width, from char's, or written as 0x…, a number may be meant as its bits: 0xff, 0xffffffff.
		const narrows =
			!/^0./.test((value.place as Partial<Token>).text ?? "") &&
			target.signed &&
			target.size >= 2 &&
			value.type.kind === "integer" &&
			value.type.size > target.size;
		if (value.value < -(1n << (bits - 1n)) || value.value >= 1n << (narrows ? bits - 1n : bits))
			warnChange(p, value, quotedType(target), wrapped(value.value, target));
	} else if (value.kind === "floating" && isInteger(target) && target.kind !== "bool") {
		const nearest = nearestIn(value.value, target);
		if (Number(nearest) !== value.value) warnChange(p, value, quotedType(target), nearest);
	}
}

/** Warns when a constant does not fit a bit-field; `written` is how it was before it was converted. */
export function warnIfCut(p: Parser, stored: Expression, written: Expression, bits: BitField | null): void {
	if (bits === null || stored.kind !== "integer" || written.kind !== "integer") return;
	if (stored.type.kind === "bool") return;
	const { value } = written;
	const width = BigInt(bits.width);
	const cut = isSigned(stored.type) ? BigInt.asIntN(bits.width, value) : BigInt.asUintN(bits.width, value);
	// -1 in an unsigned field stands for all its bits, and 1 in a field of one bit for that bit.
	if (cut === value || (value < 0n && value >= -(1n << (width - 1n))) || (width === 1n && value === 1n))
		return;
	warnChange(p, written, `a bit-field of ${width} bit${width === 1n ? "" : "s"}`, cut);
}

function warnChange(
	p: Parser,
	{ place, type, value }: IntegerConstant | FloatingConstant,
	to: string,
	after: bigint,
): void {
	p.reporter.warning(
		`implicit conversion from ${quotedType(type)} to ${to} changes value from ${value} to ${after}`,
		place,
	);
}

/** A value dropped on purpose. */
export function toVoid(e: Expression): Expression {
	return e.type.kind === "void" ? e : { kind: "cast", operand: e, type: voidType, place: e.place };
}

/** Whether `e` can be tested against zero; says so when not. */
export function checkScalar(p: Parser, e: Expression, what: string): Expression {
	if (isUnknown(e.type) || isScalar(e.type)) return e;
	p.reporter.error(`${what} needs a number or a pointer, not ${quotedType(e.type)}`, e.place);
	return { kind: "integer", value: 0n, type: intType, place: e.place };
}
