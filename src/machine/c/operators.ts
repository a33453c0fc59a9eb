// The operators: from operands to typed nodes, with every conversion made explicit and every rule checked.

import type { Span } from "../../base/index.ts";
import {
	assigned,
	checkScalar,
	convert,
	cutTo,
	integerConstant,
	involvesUnknown,
	isNullConstant,
	isPlace,
	isUnknown,
	type Operand,
	quotedType,
	toValue,
	unknownValue,
	warnIfCut,
} from "./conversions.ts";
import { noteAt } from "./diagnostics.ts";
import { warnOfMixedEnumerations } from "./enumerations.ts";
import { foldCompare, foldFloating, foldInteger, truthOf } from "./fold.ts";
import { isLiteral, warnOfForegoneComparison, warnOfForegoneLogic, warnOfForegoneTruth } from "./foregone.ts";
import type { Parser } from "./parser.ts";
import { isSamePlace, placeName } from "./places.ts";
import { warnOfSizeDivision } from "./sizes.ts";
import type { Token } from "./tokens.ts";
import type { BinaryOperator, CompareOperator, Expression, LValue, MemberPlace } from "./tree.ts";
import {
	ATOMIC,
	type BitField,
	CONST,
	type CType,
	commonType,
	compatible,
	intType,
	isArithmetic,
	isArray,
	isCharacter,
	isComplete,
	isInteger,
	isScalar,
	isSigned,
	longType,
	type PointerType,
	pointerTo,
	promoted,
	qualified,
	sizeOf,
	unqualified,
	unsignedLongType,
	VOLATILE,
	voidType,
	widthOf,
	wrapped,
} from "./types.ts";

/** `left op right` for every operator that gives a new value; `token` is the operator. */
export function binary(p: Parser, token: Span, operator: string, a: Operand, b: Operand): Expression {
	const left = toValue(a);
	const right = toValue(b);
	if (involvesUnknown(left.type) || involvesUnknown(right.type)) return unknownValue(token);
	switch (operator) {
		case "&&":
		case "||":
			return logical(p, token, operator, left, right);
		case "==":
		case "!=":
		case "<":
		case "<=":
		case ">":
		case ">=":
			return compare(p, token, operator, left, right);
		case "+":
			return add(p, token, left, right);
		case "-":
			return subtract(p, token, left, right);
		default:
			return arithmetic(p, token, operator as BinaryOperator, left, right);
	}
}

function invalidOperands(p: Parser, token: Span, left: Expression, right: Expression): Expression {
	const types = `(${quotedType(left.type)} and ${quotedType(right.type)})`;
	p.reporter.error(`invalid operands to binary expression ${types}`, token);
	return unknownValue(token);
}

/** The type an operand has after promotion, knowing about bit-fields. */
function promotedType(e: Expression): CType {
	return promoted(e.type, bitsOf(e));
}

function bitsOf(e: Expression): BitField | null {
	const place =
		e.kind === "load"
			? e.from
			: e.kind === "assign" || e.kind === "compound-assign" || e.kind === "increment"
				? e.target
				: null;
	return place?.kind === "member" ? place.member.bits : null;
}

// ---- arithmetic ----

function arithmetic(
	p: Parser,
	token: Span,
	operator: BinaryOperator,
	left: Expression,
	right: Expression,
): Expression {
	const integersOnly = operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/";
	const fits = integersOnly ? isInteger : isArithmetic;
	if (!fits(left.type) || !fits(right.type)) return invalidOperands(p, token, left, right);
	if (operator === "<<" || operator === ">>") return shift(p, token, operator, left, right);
	const type = commonType(promotedType(left), promotedType(right));
	if ((operator === "/" || operator === "%") && right.kind === "integer" && right.value === 0n)
		p.reporter.warning(operator === "/" ? "division by zero" : "remainder by zero", token);
	if (operator === "/") warnOfSizeDivision(p, token, left, right);
	const value = computed(token, operator, convert(left, type), convert(right, type), type);
	warnOfOverflow(p, token, operator, convert(left, type), convert(right, type), value);
	return value;
}

/** Constants whose sum, difference or product its type cannot hold. */
function warnOfOverflow(
	p: Parser,
	place: Span,
	operator: BinaryOperator,
	left: Expression,
	right: Expression,
	{ kind, type }: Expression,
): void {
	if (kind !== "integer" || left.kind !== "integer" || right.kind !== "integer" || !isSigned(type)) return;
	const whole = foldInteger(operator, left.value, right.value, type);
	if (whole === null || wrapped(whole, type) === whole) return;
	p.reporter.warning(
		`overflow in expression: the result ${whole} does not fit ${quotedType(type)}, and becomes ${wrapped(whole, type)}`,
		place,
	);
}

function computed(
	place: Span,
	operator: BinaryOperator,
	left: Expression,
	right: Expression,
	type: CType,
): Expression {
	if (left.kind === "integer" && right.kind === "integer") {
		const value = foldInteger(operator, left.value, right.value, type);
		if (value !== null) return integerConstant(value, type, place);
	}
	if (left.kind === "floating" && right.kind === "floating") {
		const value = foldFloating(operator, left.value, right.value, type);
		const nan = [left, right].find((operand) => Number.isNaN(operand.value));
		const isNegativeNan = Number.isNaN(value) && (nan === undefined || nan.isNegativeNan === true);
		const isMadeNan = Number.isNaN(value) && (nan === undefined || nan.isMadeNan === true);
		if (value !== null) return { kind: "floating", value, isNegativeNan, isMadeNan, type, place };
	}
	return cut({ kind: "binary", operator, left, right, type, place }, type);
}

function shift(
	p: Parser,
	token: Span,
	operator: "<<" | ">>",
	left: Expression,
	right: Expression,
): Expression {
	const type = promotedType(left);
	warnOfShift(p, token, operator, left, right, type);
	return computed(token, operator, convert(left, type), convert(right, intType), type);
}

function warnOfShift(
	p: Parser,
	token: Span,
	operator: string,
	left: Expression,
	right: Expression,
	type: CType,
): void {
	const width = BigInt(widthOf(type));
	if (right.kind === "integer" && (right.value < 0n || right.value >= width))
		p.reporter.warning(`shift count is ${right.value < 0n ? "negative" : ">= width of type"}`, token);
	else if (left.kind !== "integer" || operator !== "<<" || !isSigned(type)) return;
	else if (left.value < 0n) p.reporter.warning("shifting a negative value to the left is undefined", token);
	else if (right.kind === "integer" && left.value << right.value >= 1n << width)
		p.reporter.warning(
			`signed shift result ${left.value << right.value} does not fit ${quotedType(type)}`,
			token,
		);
}

/** The product of two `unsigned long`s: sizes. */
export function product(left: Expression, right: Expression, place: Span): Expression {
	return computed(
		place,
		"*",
		convert(left, unsignedLongType),
		convert(right, unsignedLongType),
		unsignedLongType,
	);
}

// ---- pointers ----

function add(p: Parser, token: Span, left: Expression, right: Expression): Expression {
	warnOfTextSum(p, token, left, right);
	warnOfTextSum(p, token, right, left);
	if (left.type.kind === "pointer" && isInteger(right.type)) return pointerAdd(p, token, left, right, false);
	if (right.type.kind === "pointer" && isInteger(left.type)) return pointerAdd(p, token, right, left, false);
	return arithmetic(p, token, "+", left, right);
}

/** `"abc" + n` and `s + 'a'` move a pointer, and append nothing. */
function warnOfTextSum(p: Parser, token: Span, text: Expression, index: Expression): void {
	if (text.type.kind !== "pointer" || !isCharacter(text.type.to) || !isInteger(index.type)) return;
	const isCharacterConstant =
		index.kind === "integer" && (index.place as Partial<Token>).kind === "character";
	const array = isLiteral(text) && text.kind === "address" ? text.of.type : null;
	const length = BigInt(array?.kind === "array" ? (array.length ?? 0) : 0);
	const isWithin = index.kind === "integer" && index.value >= 0n && index.value <= length;
	if (!isCharacterConstant && (array === null || isWithin)) return;
	p.reporter.warning(
		`adding ${isCharacterConstant ? "a character" : quotedType(index.type)} to a string does not append to it`,
		token,
		'this moves the pointer: strcat, or snprintf with "%s%c", puts texts together',
	);
}

function subtract(p: Parser, token: Span, left: Expression, right: Expression): Expression {
	if (left.type.kind !== "pointer") return arithmetic(p, token, "-", left, right);
	if (isInteger(right.type)) return pointerAdd(p, token, left, right, true);
	if (right.type.kind !== "pointer") return invalidOperands(p, token, left, right);
	const a = left.type.to;
	if (!compatible(unqualified(a), unqualified(right.type.to))) {
		const types = `${quotedType(left.type)} and ${quotedType(right.type)}`;
		p.reporter.error(`${types} are not pointers to compatible types`, token);
		return unknownValue(token);
	}
	if (a.kind === "variable-array") {
		const bytes: Expression = {
			kind: "pointer-difference",
			left,
			right,
			size: 1,
			type: longType,
			place: token,
		};
		return computed(token, "/", bytes, convert(sizeExpression(p, a, token), longType), longType);
	}
	const size = elementSize(p, token, a);
	if (left.kind === "integer" && right.kind === "integer" && size > 0)
		return integerConstant((left.value - right.value) / BigInt(size), longType, token);
	return { kind: "pointer-difference", left, right, size, type: longType, place: token };
}

/** The size of what a pointer steps over; 1 for void and functions, as gcc has it. */
function elementSize(p: Parser, token: Span, type: CType): number {
	if (type.kind !== "void" && !isComplete(type)) {
		p.reporter.error(`arithmetic on a pointer to an incomplete type ${quotedType(type)}`, token);
		return 1;
	}
	return sizeOf(type);
}

/** `pointer + index`, or `pointer - index`. */
export function pointerAdd(
	p: Parser,
	token: Span,
	pointer: Expression,
	index: Expression,
	negative: boolean,
): Expression {
	const type = pointer.type as PointerType;
	let by = convert(index, longType);
	if (negative) by = negated(by, longType, token);
	if (type.to.kind === "variable-array") {
		by = computed(token, "*", by, convert(sizeExpression(p, type.to, token), longType), longType);
		return { kind: "pointer-add", pointer, index: by, size: 1, type, place: token };
	}
	const size = elementSize(p, token, type.to);
	if (by.kind === "integer" && by.value === 0n) return pointer;
	if (pointer.kind === "integer" && by.kind === "integer")
		return integerConstant(pointer.value + by.value * BigInt(size), type, token);
	return { kind: "pointer-add", pointer, index: by, size, type, place: token };
}

/** The bytes an object of the type takes, as an `unsigned long`; at run time for a variable length array. */
export function sizeExpression(p: Parser, type: CType, place: Span): Expression {
	if (type.kind === "variable-array" && p.inside !== null) {
		const local = p.inside.locals[type.sizeLocal];
		if (local === undefined) return unknownValue(place);
		const from: LValue = { kind: "local", local, type: unsignedLongType, place };
		return { kind: "load", from, type: unsignedLongType, place };
	}
	if (type.kind === "array" && type.length !== null && type.element.kind === "variable-array")
		return product(
			integerConstant(BigInt(type.length), unsignedLongType, place),
			sizeExpression(p, type.element, place),
			place,
		);
	return integerConstant(BigInt(sizeOf(type)), unsignedLongType, place);
}

/** `*pointer`. */
export function dereference(p: Parser, token: Span, operand: Operand): Operand {
	const pointer = toValue(operand);
	if (involvesUnknown(pointer.type)) return unknownValue(token);
	if (pointer.type.kind !== "pointer") {
		p.reporter.error(`indirection requires a pointer (${quotedType(pointer.type)} is none)`, token);
		return unknownValue(token);
	}
	const to = pointer.type.to;
	if (to.kind === "function") return { kind: "function", type: to, pointer, place: token };
	return { kind: "dereference", pointer, type: to, place: token };
}

/** `a[b]`, which is `*(a + b)`. `addressed`: only its address is taken, which may be that behind the last element. */
export function subscript(p: Parser, token: Span, a: Operand, b: Operand, addressed = false): Operand {
	let pointer = toValue(a);
	let index = toValue(b);
	if (involvesUnknown(pointer.type) || isUnknown(index.type)) return unknownValue(token);
	if (pointer.type.kind !== "pointer") [pointer, index] = [index, pointer];
	if (pointer.type.kind !== "pointer") {
		p.reporter.error("subscripted value is not an array or a pointer", token);
		return unknownValue(token);
	}
	if (!isInteger(index.type)) {
		p.reporter.error(`array subscript is not an integer but ${quotedType(index.type)}`, token);
		return unknownValue(token);
	}
	if (pointer.type.to.kind === "void") {
		p.reporter.error(`subscript of a pointer to void (${quotedType(pointer.type)})`, token);
		return unknownValue(token);
	}
	checkBounds(p, token, a, index, addressed);
	return dereference(p, token, pointerAdd(p, token, pointer, index, false));
}

function isLastMember({ member, record }: MemberPlace): boolean {
	return record.type.kind === "record" && record.type.record.members?.at(-1) === member;
}

function checkBounds(p: Parser, token: Span, array: Operand, index: Expression, addressed: boolean): void {
	if (index.kind !== "integer" || !isPlace(array)) return;
	const { type } = array;
	if (type.kind !== "array" || type.length === null || type.length === 0) return;
	// The last member may be longer than it says.
	if (array.kind === "member" && type.length <= 1 && isLastMember(array)) return;
	if (index.value >= 0n && index.value < BigInt(type.length) + (addressed ? 1n : 0n)) return;
	const side = index.value < 0n ? "before the beginning" : "past the end";
	p.reporter.warning(
		`array index ${index.value} is ${side} of the array (of ${type.length} elements)`,
		token,
	);
}

// ---- comparison and logic ----

function logical(p: Parser, place: Span, operator: "&&" | "||", a: Expression, b: Expression): Expression {
	const left = checkScalar(p, a, `'${operator}'`);
	const right = checkScalar(p, b, `'${operator}'`);
	warnOfForegoneTruth(p, left);
	warnOfForegoneTruth(p, right);
	warnOfForegoneLogic(p, place, operator, left, right);
	const first = truthOf(left);
	const second = truthOf(right);
	if (first !== null && (first === (operator === "||") || second !== null)) {
		const value = first === (operator === "||") ? first : second!;
		return integerConstant(value ? 1n : 0n, intType, place);
	}
	return { kind: "logical", operator, left, right, type: intType, place };
}

function compare(
	p: Parser,
	place: Span,
	operator: CompareOperator,
	left: Expression,
	right: Expression,
): Expression {
	if (!isScalar(left.type) || !isScalar(right.type)) return invalidOperands(p, place, left, right);
	const type = comparedType(p, place, operator, left, right);
	if (type === null) return unknownValue(place);
	warnOfMixedEnumerations(p, place, left, right);
	warnOfForegoneComparison(p, place, operator, left, right, type);
	const a = convert(left, type);
	const b = convert(right, type);
	if ((a.kind === "integer" && b.kind === "integer") || (a.kind === "floating" && b.kind === "floating"))
		return integerConstant(foldCompare(operator, a.value, b.value) ? 1n : 0n, intType, place);
	return { kind: "compare", operator, left: a, right: b, type: intType, place };
}

function comparedType(
	p: Parser,
	place: Span,
	operator: string,
	left: Expression,
	right: Expression,
): CType | null {
	const a = left.type;
	const b = right.type;
	if (isArithmetic(a) && isArithmetic(b)) return commonType(promotedType(left), promotedType(right));
	const types = `(${quotedType(a)} and ${quotedType(b)})`;
	if (a.kind === "floating" || b.kind === "floating") {
		p.reporter.error(`invalid operands to binary expression ${types}`, place);
		return null;
	}
	const pointer = a.kind === "pointer" ? a : (b as PointerType);
	if (a.kind === "pointer" && b.kind === "pointer") {
		const equality = operator === "==" || operator === "!=";
		const fine =
			compatible(unqualified(a.to), unqualified(b.to)) ||
			(equality && (a.to.kind === "void" || b.to.kind === "void")) ||
			(a.to.kind === "void") !== (b.to.kind === "void") ||
			isNullConstant(left) ||
			isNullConstant(right);
		if (!fine) p.reporter.warning(`comparison of distinct pointer types ${types}`, place);
	} else if (!isNullConstant(a.kind === "pointer" ? right : left))
		p.reporter.warning(`comparison between pointer and integer ${types}`, place);
	return pointer;
}

// ---- unary ----

export function unary(p: Parser, token: Span, operator: "+" | "-" | "~" | "!", operand: Operand): Expression {
	const value = toValue(operand);
	if (involvesUnknown(value.type)) return unknownValue(token);
	if (operator === "!") {
		warnOfForegoneTruth(p, value);
		const truth = truthOf(value);
		if (truth !== null) return integerConstant(truth ? 0n : 1n, intType, token);
		const tested = checkScalar(p, value, "'!'");
		return { kind: "unary", operator, operand: tested, type: intType, place: token };
	}
	const fits = operator === "~" ? isInteger(value.type) : isArithmetic(value.type);
	if (!fits) {
		p.reporter.error(`invalid argument type ${quotedType(value.type)} to unary '${operator}'`, token);
		return unknownValue(token);
	}
	const type = promotedType(value);
	const wide = convert(value, type);
	if (operator === "+") return wide;
	if (operator === "-") return negated(wide, type, token);
	if (wide.kind === "integer") return integerConstant(~wide.value, type, token);
	return cut({ kind: "unary", operator, operand: wide, type, place: token }, type);
}

/** The result of a computation in the type of a wide bit-field. */
function cut(e: Expression, type: CType): Expression {
	if (type.kind !== "integer" || type.width === undefined) return e;
	return cutTo({ ...e, type: type.signed ? longType : unsignedLongType } as Expression, type, e.place);
}

function negated(e: Expression, type: CType, place: Span): Expression {
	if (e.kind === "integer") return integerConstant(-e.value, type, place);
	if (e.kind === "floating") {
		return { ...e, value: -e.value, isNegativeNan: Number.isNaN(e.value) && e.isNegativeNan !== true };
	}
	return cut({ kind: "unary", operator: "-", operand: e, type, place }, type);
}

// ---- assignment ----

/** The operand as a place that may be changed; null after an error. */
function modifiable(p: Parser, token: Span, operand: Operand): LValue | null {
	if (!isPlace(operand)) {
		if (!isUnknown(operand.type))
			p.reporter.error("expression is not assignable: it is no place in memory", token);
		return null;
	}
	if (involvesUnknown(operand.type)) return null;
	if (isArray(operand.type)) {
		const cure = operand.type.element.kind === "integer" && sizeOf(operand.type.element) === 1;
		p.reporter.error(
			`array type ${quotedType(operand.type)} is not assignable`,
			token,
			...(cure ? ["strcpy or memcpy copies characters into an array"] : []),
		);
		return null;
	}
	if (operand.type.qualifiers & CONST) {
		p.reporter.error(...constMessage(operand, token));
		return null;
	}
	if (!isComplete(operand.type)) {
		p.reporter.error(`incomplete type ${quotedType(operand.type)} is not assignable`, token);
		return null;
	}
	return operand;
}

function constMessage(operand: LValue, token: Span): Parameters<Parser["reporter"]["error"]> {
	const type = `with const-qualified type ${quotedType(operand.type)}`;
	if (operand.kind === "local")
		return [
			`cannot assign to variable '${operand.local.name}' ${type}`,
			token,
			noteAt("declared const here", operand.local.place),
		];
	if (operand.kind === "object" && operand.symbol.name !== "")
		return [
			`cannot assign to variable '${operand.symbol.name}' ${type}`,
			token,
			noteAt("declared const here", operand.symbol.place),
		];
	if (operand.kind === "member") return [`cannot assign to member '${operand.member.name}' ${type}`, token];
	return [`cannot assign to a place ${type}`, token];
}

/** `target = value`. */
export function assign(p: Parser, token: Span, operand: Operand, operandValue: Operand): Expression {
	const target = modifiable(p, token, operand);
	const value = toValue(operandValue);
	if (target === null) return unknownValue(token);
	warnOfItself(p, token, target, value);
	const type = unqualified(target.type);
	const stored = assigned(p, value, type, { kind: "assigning" }, token);
	if (isUnknown(stored.type)) return stored;
	if (target.kind === "member") warnIfCut(p, stored, value, target.member.bits);
	return { kind: "assign", target, value: stored, type, place: token };
}

/** `x = x`: nothing happens, unless x is volatile. */
function warnOfItself(p: Parser, token: Span, target: LValue, value: Expression): void {
	if ((target.kind !== "local" && target.kind !== "object") || value.kind !== "load") return;
	if ((target.type.qualifiers & VOLATILE) !== 0 || !isSamePlace(target, value.from)) return;
	if ([token, target.place, value.place].some((place) => (place as Partial<Token>).origin)) return;
	p.reporter.warning(`'${placeName(target)}' is assigned to itself`, token);
}

/** `target op= value`; `operator` without the equals sign. */
export function compoundAssign(
	p: Parser,
	token: Span,
	operator: BinaryOperator,
	operand: Operand,
	operandValue: Operand,
): Expression {
	const target = modifiable(p, token, operand);
	const right = toValue(operandValue);
	if (target === null || involvesUnknown(right.type)) return unknownValue(token);
	const type = unqualified(target.type);
	const left: Expression = { kind: "load", from: target, type, place: target.place };
	if (type.kind === "pointer") {
		if ((operator !== "+" && operator !== "-") || !isInteger(right.type))
			return invalidOperands(p, token, left, right);
		const size = type.to.kind === "variable-array" ? 1 : elementSize(p, token, type.to);
		const step =
			type.to.kind === "variable-array"
				? sizeExpression(p, type.to, token)
				: integerConstant(BigInt(size), longType, token);
		const value = computed(token, "*", convert(right, longType), convert(step, longType), longType);
		return { kind: "compound-assign", operator, target, value, computed: type, type, place: token };
	}
	const whole = operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/";
	const fits = whole ? isInteger : isArithmetic;
	if (!fits(type) || !fits(right.type)) return invalidOperands(p, token, left, right);
	if ((operator === "/" || operator === "%") && right.kind === "integer" && right.value === 0n)
		p.reporter.warning(operator === "/" ? "division by zero" : "remainder by zero", token);
	if (target.type.qualifiers & ATOMIC && isInteger(type) && /^[-+&|^]$/.test(operator))
		return {
			kind: "atomic-update",
			operator,
			target,
			value: convert(right, type),
			result: "new",
			type,
			place: token,
		};
	const shifts = operator === "<<" || operator === ">>";
	if (shifts) warnOfShift(p, token, operator, left, right, promotedType(left));
	const common = shifts ? promotedType(left) : commonType(promotedType(left), promotedType(right));
	const value = convert(right, shifts ? intType : common);
	return { kind: "compound-assign", operator, target, value, computed: common, type, place: token };
}

/** `++` and `--`, before or behind. */
export function increment(
	p: Parser,
	token: Span,
	operator: "++" | "--",
	operand: Operand,
	postfix: boolean,
): Expression {
	const target = modifiable(p, token, operand);
	if (target === null) return unknownValue(token);
	const type = unqualified(target.type);
	if (!isScalar(type)) {
		const verb = operator === "++" ? "increment" : "decrement";
		p.reporter.error(`cannot ${verb} a value of type ${quotedType(type)}`, token);
		return unknownValue(token);
	}
	const sign = operator === "++" ? 1 : -1;
	if (type.kind === "pointer" && type.to.kind === "variable-array") {
		const one = integerConstant(1n, intType, token);
		const moved = compoundAssign(p, token, operator === "++" ? "+" : "-", operand, one);
		return postfix ? pointerAdd(p, token, moved, one, operator === "++") : moved;
	}
	if (target.type.qualifiers & ATOMIC && isInteger(type))
		return {
			kind: "atomic-update",
			operator: operator === "++" ? "+" : "-",
			target,
			value: integerConstant(1n, type, token),
			result: postfix ? "old" : "new",
			type,
			place: token,
		};
	const amount = sign * (type.kind === "pointer" ? elementSize(p, token, type.to) : 1);
	return { kind: "increment", target, amount, postfix, computed: promoted(type), type, place: token };
}

// ---- the conditional operator ----

export function conditional(p: Parser, token: Span, test: Operand, a: Operand, b: Operand): Expression {
	const condition = checkScalar(p, toValue(test), "the condition");
	warnOfForegoneTruth(p, condition);
	const first = toValue(a);
	const second = toValue(b);
	if (involvesUnknown(first.type) || involvesUnknown(second.type)) return unknownValue(token);
	const type = branchesType(p, token, first, second);
	if (type === null) return unknownValue(token);
	const then = convert(first, type);
	const otherwise = convert(second, type);
	const truth = truthOf(condition);
	if (truth !== null) return truth ? then : otherwise;
	return { kind: "conditional", condition, then, otherwise, type, place: token };
}

function branchesType(p: Parser, token: Span, then: Expression, otherwise: Expression): CType | null {
	const a = then.type;
	const b = otherwise.type;
	if (isArithmetic(a) && isArithmetic(b)) return commonType(promotedType(then), promotedType(otherwise));
	if (a.kind === "void" || b.kind === "void") return voidType;
	if (a.kind === "record" && b.kind === "record" && compatible(a, b)) return a;
	if (a.kind === "pointer" && isNullConstant(otherwise)) return a;
	if (b.kind === "pointer" && isNullConstant(then)) return b;
	if (a.kind === "pointer" && b.kind === "pointer") return pointersType(p, token, a, b);
	const types = `(${quotedType(a)} and ${quotedType(b)})`;
	if ((a.kind === "pointer" && isInteger(b)) || (b.kind === "pointer" && isInteger(a))) {
		p.reporter.warning(`pointer/integer type mismatch in conditional expression ${types}`, token);
		return a.kind === "pointer" ? a : b;
	}
	p.reporter.error(`incompatible operand types ${types}`, token);
	return null;
}

function pointersType(p: Parser, token: Span, a: PointerType, b: PointerType): CType {
	const qualifiers = (a.to.qualifiers | b.to.qualifiers) & (CONST | VOLATILE);
	if (a.to.kind === "void" || b.to.kind === "void") return pointerTo(qualified(voidType, qualifiers));
	if (!compatible(unqualified(a.to), unqualified(b.to))) {
		const types = `(${quotedType(a)} and ${quotedType(b)})`;
		p.reporter.warning(`pointer type mismatch in conditional expression ${types}`, token);
		return pointerTo(qualified(voidType, qualifiers));
	}
	return qualifiers === a.to.qualifiers ? a : pointerTo(qualified(a.to, qualifiers));
}
