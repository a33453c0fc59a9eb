// Expressions: one function for each symbol of the grammar, its production above it (C11 6.5).

import { builtinCall, isBuiltin } from "./builtins.ts";
import { call, undeclaredFunction } from "./calls.ts";
import {
	addressOf,
	convert,
	integerConstant,
	isPlace,
	isUnknown,
	type Operand,
	quotedType,
	toValue,
	toVoid,
	unknownValue,
} from "./conversions.ts";
import { noteAt } from "./diagnostics.ts";
import { labelMeant } from "./local-labels.ts";
import { memberAccess } from "./members.ts";
import { character, functionName, named, number, undeclared } from "./names.ts";
import {
	assign,
	binary,
	compoundAssign,
	conditional,
	dereference,
	increment,
	sizeExpression,
	subscript,
	unary,
} from "./operators.ts";
import {
	accept,
	advance,
	current,
	enter,
	expect,
	expectClosing,
	following,
	is,
	isName,
	leave,
	type Measured,
	type Parser,
	previous,
	shown,
} from "./parser.ts";
import { withoutResult } from "./plain-output.ts";
import { noteOperator, warnOfPrecedence } from "./precedence.ts";
import { findName } from "./scope.ts";
import { warnOfParameterSize } from "./sizes.ts";
import { stringLiteral, stringObject } from "./strings.ts";
import { spanAfter, type Token } from "./tokens.ts";
import type { BinaryOperator, Expression, LValue } from "./tree.ts";
import {
	alignOf,
	type CType,
	charType,
	compatible,
	intType,
	isComplete,
	isInteger,
	isScalar,
	pointerTo,
	type RecordType,
	sizeOf,
	unqualified,
	unsignedLongType,
	voidType,
} from "./types.ts";
import { warnIfLeftUnused } from "./unused-values.ts";

/** A chain of operators may be this long (a generated table's sum): nothing walks down it by calling itself. */
const LONGEST_CHAIN = 100_000;
/** One of subscripts, members and calls: each is a place inside the next. */
const LONGEST_POSTFIX = 1000;

// expression = assignment ("," assignment)*
export function expression(p: Parser): Operand {
	const start = p.at;
	let left = assignment(p);
	for (let n = 0; is(p, ","); n++) {
		const token = advance(p);
		checkChain(p, n, token);
		const first = toValue(left);
		warnIfLeftUnused(p, first, n === 0 && p.tokens[start - 1]?.text === "[");
		const right = toValue(assignment(p));
		left = isUnknown(first.type)
			? right
			: { kind: "comma", left: toVoid(withoutResult(p, first)), right, type: right.type, place: token };
	}
	return left;
}

export function assignmentValue(p: Parser): Expression {
	return toValue(assignment(p));
}

function checkChain(p: Parser, n: number, token: Token, most = LONGEST_CHAIN): void {
	if (n > most) p.reporter.giveUp(`the expression is too long: more than ${most} operators in a row`, token);
}

const assignmentOperators: ReadonlySet<string> = new Set("= += -= *= /= %= &= |= ^= <<= >>=".split(" "));

// assignment = conditional (assignment-operator assignment)?
export function assignment(p: Parser): Operand {
	enter(p);
	const left = conditionalExpression(p);
	const token = current(p);
	let result = left;
	if (token.kind === "punctuator" && assignmentOperators.has(token.text)) {
		p.at++;
		warnAboutReversed(p, token);
		const right = assignment(p);
		result =
			token.text === "="
				? assign(p, token, left, right)
				: compoundAssign(p, token, token.text.slice(0, -1) as BinaryOperator, left, right);
	}
	leave(p);
	return result;
}

/** `x =+ 1` and `x =! y`, written as if the two characters were one operator. */
function warnAboutReversed(p: Parser, token: Token): void {
	const next = current(p);
	const after = following(p);
	if (
		token.text !== "=" ||
		!/^[-+*&!]$/.test(next.text) ||
		next.space ||
		!after.space ||
		token.origin !== null
	)
		return;
	const meant = next.text === "!" ? "!=" : `${next.text}=`;
	p.reporter.warning(
		`'=${next.text}' is an assignment and a unary '${next.text}'`,
		token,
		`did you mean '${meant}'?`,
	);
}

// conditional = binary ("?" expression? ":" conditional)?
function conditionalExpression(p: Parser): Operand {
	let last = binaryExpression(p, 1);
	if (!is(p, "?")) return last;
	// A chain of them is long, not deep.
	const links: { readonly token: Token; readonly test: Operand; readonly then: Operand }[] = [];
	enter(p);
	for (let n = 0; is(p, "?"); n++) {
		const token = advance(p);
		checkChain(p, n, token);
		const then = is(p, ":") ? last : expression(p);
		expect(p, ":");
		links.push({ token, test: last, then });
		last = binaryExpression(p, 1);
	}
	leave(p);
	return links.reduceRight((rest, { token, test, then }) => conditional(p, token, test, then, rest), last);
}

const precedences = new Map<string, number>(
	[
		["||"],
		["&&"],
		["|"],
		["^"],
		["&"],
		["==", "!="],
		["<", ">", "<=", ">="],
		["<<", ">>"],
		["+", "-"],
		["*", "/", "%"],
	].flatMap((operators, i) => operators.map((operator) => [operator, i + 1] as const)),
);

// binary = cast (operator cast)*, operators of higher precedence first: || && | ^ & equality relation shift sum product
function binaryExpression(p: Parser, least: number): Operand {
	let left = castExpression(p);
	for (let n = 0; ; n++) {
		const token = current(p);
		if (token.kind !== "punctuator") return left;
		const precedence = precedences.get(token.text);
		if (precedence === undefined || precedence < least) return left;
		checkChain(p, n, token);
		p.at++;
		const right = binaryExpression(p, precedence + 1);
		warnOfPrecedence(p, token, left, right);
		left = binary(p, token, token.text, left, right);
		noteOperator(p, left, token);
	}
}

// cast = "(" type-name ")" cast | unary
function castExpression(p: Parser): Operand {
	const open = current(p);
	if (open.text !== "(" || !p.grammar.startsTypeName(p, following(p))) return unaryExpression(p);
	enter(p);
	p.at++;
	const before = p.inside?.pending.length ?? 0;
	const type = p.grammar.typeName(p);
	expectClosing(p, ")", open);
	if (is(p, "{")) {
		const literal = p.grammar.compoundLiteral(p, type, open);
		const result = postfixRest(p, literal);
		leave(p);
		return result;
	}
	const operand = toValue(castExpression(p));
	leave(p);
	return withPending(p, before, cast(p, open, operand, type));
}

function cast(p: Parser, open: Token, operand: Expression, type: CType): Expression {
	if (isUnknown(operand.type) || isUnknown(type)) return unknownValue(open);
	const to = unqualified(type);
	if (to.kind === "void") return toVoid(withoutResult(p, operand));
	if (isScalar(to) && isScalar(operand.type)) {
		const bad =
			(to.kind === "pointer" && operand.type.kind === "floating") ||
			(to.kind === "floating" && operand.type.kind === "pointer");
		if (!bad) {
			warnOfPointerSize(p, open, operand, to);
			// A bit-field narrower than int promotes to int; once cast, it has the type of the cast.
			if (operand.kind === "load" && operand.from.kind === "member" && operand.from.member.bits !== null)
				return { kind: "cast", operand, type: to, place: open };
			const converted = convert(operand, to, open);
			return converted.kind === "load" ? { ...converted, type: to } : converted;
		}
	}
	if (to.kind === "record" && compatible(to, operand.type)) return operand;
	if (to.kind === "record" && to.record.union) return castToUnion(p, open, operand, to);
	const types = `from ${quotedType(operand.type)} to ${quotedType(type)}`;
	p.reporter.error(
		`cannot cast ${types}: ${isScalar(to) ? "the value" : "the type"} is not a number or pointer`,
		open,
	);
	return unknownValue(open);
}

/** A pointer and a whole number of other sizes, cast into each other; constants are meant. */
function warnOfPointerSize(p: Parser, open: Token, { kind, type }: Expression, to: CType): void {
	if (kind === "integer") return;
	if (to.kind === "pointer" && type.kind === "integer" && type.size < 8)
		p.reporter.warning(
			`cast to ${quotedType(to)} from smaller integer type ${quotedType(type)}`,
			open,
			"a long or an intptr_t has the size of a pointer",
		);
	if (type.kind === "pointer" && isInteger(to) && to.kind !== "bool" && sizeOf(to) < 8)
		p.reporter.warning(
			`cast to smaller integer type ${quotedType(to)} from ${quotedType(type)}`,
			open,
			"a long or an intptr_t holds a pointer whole",
		);
}

/** GNU C: a union whose member of the operand's type has the operand's value. */
function castToUnion(p: Parser, open: Token, operand: Expression, to: RecordType): Expression {
	const member = (to.record.members ?? []).find(
		({ type, bits }) => bits === null && compatible(unqualified(type), operand.type),
	);
	if (member === undefined) {
		p.reporter.error(
			`cannot cast from ${quotedType(operand.type)} to ${quotedType(to)}: no member has this type`,
			open,
		);
		return unknownValue(open);
	}
	const { offset, type } = member;
	const entry = { kind: "value", offset, type: unqualified(type), bits: null, value: operand } as const;
	return toValue(p.grammar.unnamedObject(p, to, { zero: true, entries: [entry] }, open));
}

/** Sizes of variable length arrays in a type name are computed just before the expression that uses it. */
function withPending(p: Parser, before: number, e: Expression): Expression {
	if (p.inside === null || p.inside.pending.length <= before) return e;
	let result = e;
	for (const statement of p.inside.pending.splice(before).reverse())
		if (statement.kind === "expression")
			result = {
				kind: "comma",
				left: toVoid(statement.expression),
				right: result,
				type: result.type,
				place: e.place,
			};
	return result;
}

const unaryOperators: ReadonlySet<string> = new Set("+ - ! ~ * & ++ -- && sizeof _Alignof".split(" "));

// unary = ("+" | "-" | "!" | "~" | "*" | "&") cast | ("++" | "--") unary
//       | ("sizeof" | "_Alignof") (unary | "(" type-name ")") | "__extension__" cast | postfix
function unaryExpression(p: Parser): Operand {
	const token = current(p);
	if (token.kind !== "punctuator" && token.kind !== "identifier") return postfix(p);
	if (!unaryOperators.has(token.text) && !token.text.startsWith("__")) return postfix(p);
	switch (token.text) {
		case "+":
		case "-":
		case "!":
		case "~":
			return unary(p, token, token.text, operandOf(p));
		case "*":
			return dereference(p, token, operandOf(p));
		case "&":
			return addressOperator(p, token, operandOf(p));
		case "++":
		case "--": {
			enter(p);
			p.at++;
			const operand = unaryExpression(p);
			leave(p);
			return increment(p, token, token.text, operand, false);
		}
		case "&&":
			return labelAddress(p, token);
		case "sizeof":
			return sizeofOperator(p);
		case "_Alignof":
		case "__alignof":
		case "__alignof__":
			return alignofOperator(p);
		case "__extension__":
			return operandOf(p);
		default:
			return postfix(p);
	}
}

// label-address = "&&" name
/** A number by which `goto *` finds the label again: so tables of them are constants. */
function labelAddress(p: Parser, token: Token): Expression {
	const name = following(p);
	if (!isName(name)) p.reporter.fail("expected a label's name after '&&'", name);
	if (p.inside === null) p.reporter.fail("the address of a label is only known inside its function", token);
	p.at += 2;
	const { addressed, gotos } = p.inside;
	const { text } = labelMeant(p, name);
	gotos.push({ ...name, text });
	if (!addressed.includes(text)) addressed.push(text);
	return integerConstant(BigInt(addressed.indexOf(text) + 1), pointerTo(voidType), token);
}

function operandOf(p: Parser): Operand {
	enter(p);
	p.at++;
	const operand = castExpression(p);
	leave(p);
	return operand;
}

/** The address of a `register` variable, or of a part of one (C11 6.5.3.2). */
function refuseRegister(p: Parser, token: Token, operand: LValue): void {
	let at = operand;
	for (;;) {
		if (at.kind === "member") at = at.record;
		else if (at.kind === "dereference" && at.pointer.kind === "address") at = at.pointer.of;
		else if (
			at.kind === "dereference" &&
			at.pointer.kind === "pointer-add" &&
			at.pointer.pointer.kind === "address"
		)
			at = at.pointer.pointer.of;
		else break;
	}
	if (at.kind === "local" && p.registers.has(at.local))
		p.reporter.error(
			`address of register variable '${at.local.name}' requested`,
			token,
			noteAt("leave 'register' out here: it makes no program faster", at.local.place),
		);
}

function addressOperator(p: Parser, token: Token, operand: Operand): Operand {
	if (operand.kind === "function") return { ...operand.pointer, place: token };
	if (isUnknown(operand.type)) return unknownValue(token);
	if (!isPlace(operand)) {
		p.reporter.error(`cannot take the address of a value of type ${quotedType(operand.type)}`, token);
		return unknownValue(token);
	}
	if (operand.kind === "member" && operand.member.bits !== null) {
		p.reporter.error(`address of bit-field '${operand.member.name}' requested`, token);
		return unknownValue(token);
	}
	if (operand.kind === "local" || operand.kind === "compound-literal") p.inside?.pointedAt.add(operand.local);
	refuseRegister(p, token, operand);
	return addressOf(operand, operand.type, token);
}

function sizeofOperator(p: Parser): Expression {
	const token = advance(p);
	const before = p.inside?.pending.length ?? 0;
	const measured = typeOrOperand(p);
	const { type } = measured;
	if (isUnknown(type)) return unknownValue(token);
	if (measured.bits) p.reporter.error("sizeof cannot be applied to a bit-field", token);
	if (type.kind !== "void" && type.kind !== "function" && !isComplete(type)) {
		p.reporter.error(`sizeof cannot be applied to an incomplete type ${quotedType(type)}`, token);
		return unknownValue(token);
	}
	warnOfParameterSize(p, token, measured);
	const size = sizeExpression(p, type, token);
	p.measured.set(size, measured);
	return withPending(p, before, size);
}

function alignofOperator(p: Parser): Expression {
	const token = advance(p);
	const { type, align } = typeOrOperand(p);
	return isUnknown(type)
		? unknownValue(token)
		: integerConstant(BigInt(align ?? alignOf(type)), unsignedLongType, token);
}

interface TypeOrOperand extends Measured {
	/** Whether it is a bit-field. */
	readonly bits: boolean;
	/** What an object's own declaration asks for. */
	readonly align?: number;
}

/** The operand of sizeof: a type in parentheses, or an expression that is not evaluated. */
export function typeOrOperand(p: Parser): TypeOrOperand {
	enter(p);
	const open = current(p);
	let result: TypeOrOperand;
	if (open.text === "(" && p.grammar.startsTypeName(p, following(p))) {
		p.at++;
		const type = p.grammar.typeName(p);
		expectClosing(p, ")", open);
		if (is(p, "{")) {
			const literal = postfixRest(p, p.grammar.compoundLiteral(p, type, open));
			result = { type: literal.type, of: null, isExpression: true, bits: false };
		} else result = { type, of: null, isExpression: false, bits: false };
	} else if (open.kind === "identifier" && p.grammar.startsTypeName(p, open)) {
		p.reporter.error("a type stands in parentheses here", open, `write '(${open.text})'`);
		result = { type: p.grammar.specifiers(p).type, of: null, isExpression: false, bits: false };
	} else {
		const operand = unaryExpression(p);
		const bits = operand.kind === "member" && operand.member.bits !== null;
		const own = operand.kind === "object" ? operand.symbol : operand.kind === "local" ? operand.local : null;
		result = { type: operand.type, of: isPlace(operand) ? operand : null, isExpression: true, bits };
		if (own !== null) result = { ...result, align: own.align };
	}
	leave(p);
	return result;
}

// postfix = primary ("[" expression "]" | "(" arguments ")" | ("." | "->") name | "++" | "--")*
function postfix(p: Parser): Operand {
	const { at } = p;
	return postfixRest(p, primary(p), at);
}

/** `start` is the index of the first token of the whole. */
function postfixRest(p: Parser, first: Operand, start = p.at): Operand {
	let operand = first;
	for (let n = 0; ; n++) {
		const token = current(p);
		if (token.kind !== "punctuator") return operand;
		checkChain(p, n, token, LONGEST_POSTFIX);
		switch (token.text) {
			case "[": {
				p.at++;
				const index = expression(p);
				expectClosing(p, "]", token);
				operand = subscript(p, token, operand, index, p.tokens[start - 1]?.text === "&");
				break;
			}
			case "(": {
				p.at++;
				const given = argumentList(p, token);
				operand = call(p, token, operand, given);
				break;
			}
			case ".":
			case "->": {
				if (isNextDesignator(p, operand)) return operand;
				p.at++;
				const name = current(p);
				if (!isName(name)) p.reporter.fail(`expected a member's name after '${token.text}'`, name);
				p.at++;
				operand = memberAccess(p, token, operand, name);
				break;
			}
			case "++":
			case "--":
				p.at++;
				operand = increment(p, token, token.text, operand, true);
				break;
			default:
				return operand;
		}
	}
}

/** `{ .a = 1 .b = 2 }`: the second dot begins what comes after the ',' that is missing. */
function isNextDesignator(p: Parser, operand: Operand): boolean {
	const isText = operand.kind === "object" && operand.symbol.name === "";
	const isValue = isText || operand.kind === "integer" || operand.kind === "floating";
	return (
		isValue && !isUnknown(operand.type) && is(p, ".") && isName(following(p)) && following(p, 2).text === "="
	);
}

/** Says that a ',' is missing where another value begins right behind one, which is then read as if it were there. */
export function commaMissing(p: Parser, what: string): boolean {
	const { kind, text } = current(p);
	const isValue = kind === "number" || kind === "string" || kind === "character";
	if (current(p).first || (!isValue && (!isName(current(p)) || findName(p.scope, text) === undefined)))
		return false;
	p.reporter.error(`expected ',' between ${what}`, spanAfter(previous(p)));
	return true;
}

// arguments = (assignment ("," assignment)*)? ")"
function argumentList(p: Parser, open: Token): Expression[] {
	const given: Expression[] = [];
	if (accept(p, ")")) return given;
	do given.push(assignmentValue(p));
	while (accept(p, ",") || commaMissing(p, "the arguments"));
	expectClosing(p, ")", open);
	return given;
}

// primary = name | number | character | string+ | "(" expression ")" | "(" "{" … "}" ")" | generic | builtin
function primary(p: Parser): Operand {
	const token = current(p);
	switch (token.kind) {
		case "number":
			return number(p);
		case "character":
			return character(p);
		case "string": {
			const symbol = stringObject(p, stringLiteral(p));
			return { kind: "object", symbol, type: symbol.type, place: token };
		}
		case "identifier":
			return identifier(p);
		default:
			if (token.text === "(") return parenthesis(p);
			return p.reporter.fail(expectedExpression(p, token), token, ...operatorMeant(p, token));
	}
}

/** What other languages have. */
const NO_OPERATORS: Readonly<Record<string, string>> = {
	"<>": "did you mean '!='?",
	"===": "did you mean '=='?",
	"!==": "did you mean '!='?",
	":=": "C assigns with '='",
	"^^": "C has no such operator: '!a != !b' is true when one of both is",
};

/** `=>` and `=<` are no operators. */
function operatorMeant(p: Parser, token: Token): string[] {
	const before = previous(p);
	if (token.space) return [];
	if (before.text === "=" && (token.text === ">" || token.text === "<"))
		return [`did you mean '${token.text}='?`];
	const meant = NO_OPERATORS[before.text + token.text];
	return meant === undefined ? [] : [meant];
}

function expectedExpression(p: Parser, token: Token): string {
	const before = p.at > 0 ? ` after '${previous(p).text}'` : "";
	return `expected an expression${before}, found ${shown(token)}`;
}

function parenthesis(p: Parser): Operand {
	const open = advance(p);
	enter(p);
	const inner = is(p, "{") ? statementExpression(p, open) : expression(p);
	expectClosing(p, ")", open);
	leave(p);
	p.parenthesised.add(inner);
	return inner;
}

function statementExpression(p: Parser, open: Token): Expression {
	if (p.inside === null) p.reporter.fail("statement expression not allowed at file scope", open);
	const body = p.grammar.compoundStatement(p, p.scope);
	const last = body.items.at(-1);
	if (last?.kind !== "expression" || last.expression.type.kind === "void")
		return { kind: "statement-expression", body, result: null, type: toVoidType, place: open };
	const result = last.expression;
	const rest = { ...body, items: body.items.slice(0, -1) };
	return { kind: "statement-expression", body: rest, result, type: result.type, place: open };
}

const toVoidType: CType = { kind: "void", qualifiers: 0, alias: null };

// ---- names ----

function identifier(p: Parser): Operand {
	const token = current(p);
	if (!isName(token)) return keyword(p, token);
	p.at++;
	const entity = findName(p.scope, token.text);
	if (entity !== undefined) return named(p, token, entity);
	if (token.text === "__func__" || token.text === "__FUNCTION__" || token.text === "__PRETTY_FUNCTION__")
		return functionName(p, token);
	if (isBuiltin(token.text) && is(p, "(")) {
		const open = advance(p);
		return builtinCall(p, token, argumentList(p, open));
	}
	if (is(p, "(")) {
		const symbol = undeclaredFunction(p, token);
		return symbol === null
			? unknownValue(token)
			: named(p, token, { kind: "function", symbol, place: token });
	}
	undeclared(p, token);
	return unknownValue(token);
}

function keyword(p: Parser, token: Token): Operand {
	switch (token.text) {
		case "_Generic":
			return generic(p);
		case "__builtin_va_arg":
			return vaArg(p);
		case "__builtin_offsetof":
			return offsetOf(p);
		case "__builtin_choose_expr":
			return chooseExpression(p);
		case "__builtin_types_compatible_p":
			return typesCompatible(p);
		case "asm":
		case "__asm":
		case "__asm__":
			return p.reporter.fail("inline assembly is not supported", token);
		default:
			return p.reporter.fail(
				expectedExpression(p, token),
				token,
				...(/^[(,]$/.test(previous(p).text) && p.grammar.startsTypeName(p, token)
					? ["in a call only values are written, no types"]
					: []),
			);
	}
}

// generic = "_Generic" "(" assignment ("," (type-name | "default") ":" assignment)+ ")"
function generic(p: Parser): Operand {
	const token = advance(p);
	const open = expect(p, "(");
	const { type } = toValue(assignment(p));
	let chosen: Operand | null = null;
	let fallback: Operand | null = null;
	const candidates: CType[] = [];
	while (accept(p, ",")) {
		if (accept(p, "default")) {
			expect(p, ":");
			fallback = assignment(p);
			continue;
		}
		const written = current(p);
		const candidate = p.grammar.typeName(p);
		if (!isUnknown(candidate) && candidates.some((each) => compatible(each, candidate)))
			p.reporter.error(`_Generic has two associations for ${quotedType(candidate)}`, written);
		candidates.push(candidate);
		expect(p, ":");
		const value = assignment(p);
		if (chosen === null && compatible(candidate, type)) chosen = value;
	}
	expectClosing(p, ")", open);
	if (isUnknown(type)) return unknownValue(token);
	if (chosen !== null) return chosen;
	if (fallback !== null) return fallback;
	p.reporter.error(
		`controlling type ${quotedType(type)} is not compatible with any association of _Generic`,
		token,
	);
	return unknownValue(token);
}

// va-arg = "__builtin_va_arg" "(" assignment "," type-name ")"
function vaArg(p: Parser): Expression {
	const token = advance(p);
	const open = expect(p, "(");
	const list = assignmentValue(p);
	expect(p, ",");
	const type = unqualified(p.grammar.typeName(p));
	expectClosing(p, ")", open);
	if (isUnknown(list.type) || isUnknown(type)) return unknownValue(token);
	const small = isInteger(type) && sizeOf(type) < 4;
	if (small || (type.kind === "floating" && type.size === 4)) {
		const promotedTo = type.kind === "floating" ? "double" : "int";
		p.reporter.warning(
			`second argument to 'va_arg' is of promotable type ${quotedType(type)}; it was passed as '${promotedTo}'`,
			token,
		);
	}
	return { kind: "va-arg", list, type, place: token };
}

// offsetof = "__builtin_offsetof" "(" type-name "," name ("." name | "[" expression "]")* ")"
function offsetOf(p: Parser): Expression {
	const token = advance(p);
	const open = expect(p, "(");
	const type = p.grammar.typeName(p);
	expect(p, ",");
	const base = integerConstant(0n, unsignedLongType, token);
	const pointer = convert(base, { kind: "pointer", qualifiers: 0, alias: null, to: type });
	let operand: Operand = { kind: "dereference", pointer, type, place: token };
	do {
		const name = current(p);
		if (!isName(name)) p.reporter.fail("expected a member's name", name);
		p.at++;
		operand = memberAccess(p, token, operand, name);
		while (is(p, "[")) {
			const bracket = advance(p);
			const index = expression(p);
			expectClosing(p, "]", bracket);
			operand = subscript(p, token, operand, index);
		}
	} while (accept(p, "."));
	expectClosing(p, ")", open);
	if (isUnknown(operand.type) || !isPlace(operand)) return unknownValue(token);
	return convert(addressOf(operand, charType, token), unsignedLongType, token);
}

// types-compatible = "__builtin_types_compatible_p" "(" type-name "," type-name ")"
function typesCompatible(p: Parser): Expression {
	const token = advance(p);
	const open = expect(p, "(");
	const a = p.grammar.typeName(p);
	expect(p, ",");
	const b = p.grammar.typeName(p);
	expectClosing(p, ")", open);
	return integerConstant(compatible(a, b) ? 1n : 0n, intType, token);
}

// choose-expression = "__builtin_choose_expr" "(" constant "," assignment "," assignment ")"
/** One of two expressions; the other is read and thrown away. */
function chooseExpression(p: Parser): Operand {
	const token = advance(p);
	const open = expect(p, "(");
	const choice = constantExpression(p, "the first argument of '__builtin_choose_expr'");
	expect(p, ",");
	const first = assignment(p);
	expect(p, ",");
	const second = assignment(p);
	expectClosing(p, ")", open);
	if (choice === null) return unknownValue(token);
	return choice !== 0n ? first : second;
}

// constant-expression = conditional
/** A whole number known now, or null after an error. `what` needs it. */
export function constantExpression(p: Parser, what: string): bigint | null {
	const start = current(p);
	const value = toValue(conditionalExpression(p));
	if (value.kind === "integer") return isUnknown(value.type) ? null : value.value;
	if (!isUnknown(value.type)) p.reporter.error(`${what} is not an integer constant expression`, start);
	return null;
}
