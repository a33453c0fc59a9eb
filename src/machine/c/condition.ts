// The expressions of #if and #elif: whole numbers of 64 bits, signed unless marked otherwise.

import type { Reporter } from "./diagnostics.ts";
import { readCharacter, readNumber } from "./literals.ts";
import type { Token } from "./tokens.ts";
import { isSigned } from "./types.ts";

interface Value {
	readonly value: bigint;
	readonly unsigned: boolean;
}

interface Reader {
	readonly tokens: readonly Token[];
	at: number;
	readonly directive: Token;
	readonly reporter: Reporter;
	/** Whether what is read counts: not in the dead branch of &&, || or ?:. */
	live: boolean;
	depth: number;
}

const precedences: Readonly<Record<string, number>> = {
	"||": 1,
	"&&": 2,
	"|": 3,
	"^": 4,
	"&": 5,
	"==": 6,
	"!=": 6,
	"<": 7,
	">": 7,
	"<=": 7,
	">=": 7,
	"<<": 8,
	">>": 8,
	"+": 9,
	"-": 9,
	"*": 10,
	"/": 10,
	"%": 10,
};

/**
 * Whether the condition holds. Macros have been replaced and `defined` answered; names that are left count as 0.
 * A wrong expression is reported, leaves by SyntaxFailure.
 */
export function conditionHolds(tokens: readonly Token[], directive: Token, reporter: Reporter): boolean {
	const reader: Reader = { tokens, at: 0, directive, reporter, live: true, depth: 0 };
	if (tokens.length === 0) reporter.fail(`#${directive.text} with no expression`, directive);
	const value = expression(reader);
	const rest = tokens[reader.at];
	if (rest !== undefined)
		reporter.fail(`unexpected '${rest.text}' after the #${directive.text} expression`, rest);
	return value.value !== 0n;
}

function isNext(reader: Reader, text: string): boolean {
	const token = reader.tokens[reader.at];
	return token !== undefined && token.kind === "punctuator" && token.text === text;
}

function accept(reader: Reader, text: string): boolean {
	if (!isNext(reader, text)) return false;
	reader.at++;
	return true;
}

function expect(reader: Reader, text: string): void {
	if (!accept(reader, text)) {
		const token = reader.tokens[reader.at] ?? reader.tokens.at(-1) ?? reader.directive;
		reader.reporter.fail(`expected '${text}' in the #${reader.directive.text} expression`, token);
	}
}

// expression = conditional ("," conditional)*
function expression(reader: Reader): Value {
	let value = conditional(reader);
	while (accept(reader, ",")) value = conditional(reader);
	return value;
}

// conditional = binary ("?" expression ":" conditional)?
function conditional(reader: Reader): Value {
	const condition = binary(reader, 1);
	if (!accept(reader, "?")) return condition;
	const was = reader.live;
	reader.live = was && condition.value !== 0n;
	const then = expression(reader);
	expect(reader, ":");
	reader.live = was && condition.value === 0n;
	const otherwise = conditional(reader);
	reader.live = was;
	const unsigned = then.unsigned || otherwise.unsigned;
	return sized(condition.value !== 0n ? then.value : otherwise.value, unsigned);
}

// binary = unary (operator unary)*, by precedence
function binary(reader: Reader, least: number): Value {
	let left = unary(reader);
	for (;;) {
		const token = reader.tokens[reader.at];
		const precedence = token?.kind === "punctuator" ? (precedences[token.text] ?? 0) : 0;
		if (token === undefined || precedence < least) return left;
		reader.at++;
		const was = reader.live;
		if (token.text === "&&") reader.live &&= left.value !== 0n;
		if (token.text === "||") reader.live &&= left.value === 0n;
		const right = binary(reader, precedence + 1);
		left = compute(reader, token, left, right);
		reader.live = was;
	}
}

function sized(value: bigint, unsigned: boolean): Value {
	return { value: unsigned ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value), unsigned };
}

function truth(holds: boolean): Value {
	return { value: holds ? 1n : 0n, unsigned: false };
}

function compute(reader: Reader, operator: Token, left: Value, right: Value): Value {
	const unsigned = left.unsigned || right.unsigned;
	const a = sized(left.value, unsigned).value;
	const b = sized(right.value, unsigned).value;
	switch (operator.text) {
		case "||":
			return truth(left.value !== 0n || right.value !== 0n);
		case "&&":
			return truth(left.value !== 0n && right.value !== 0n);
		case "|":
			return sized(a | b, unsigned);
		case "^":
			return sized(a ^ b, unsigned);
		case "&":
			return sized(a & b, unsigned);
		case "==":
			return truth(a === b);
		case "!=":
			return truth(a !== b);
		case "<":
			return truth(a < b);
		case ">":
			return truth(a > b);
		case "<=":
			return truth(a <= b);
		case ">=":
			return truth(a >= b);
		case "<<":
			return sized(left.value << (right.value & 63n), left.unsigned);
		case ">>":
			return sized(left.value >> (right.value & 63n), left.unsigned);
		case "+":
			return sized(a + b, unsigned);
		case "-":
			return sized(a - b, unsigned);
		case "*":
			return sized(a * b, unsigned);
		default:
			if (b === 0n) {
				if (reader.live) reader.reporter.fail(`division by zero in #${reader.directive.text}`, operator);
				return sized(0n, unsigned);
			}
			return sized(operator.text === "/" ? a / b : a % b, unsigned);
	}
}

// unary = ("+" | "-" | "!" | "~") unary | "(" expression ")" | number | character | name
function unary(reader: Reader): Value {
	const token = reader.tokens[reader.at];
	if (token === undefined)
		reader.reporter.fail(`#${reader.directive.text} expression ends too early`, reader.tokens.at(-1)!);
	if (reader.depth >= 200) reader.reporter.fail("the expression is nested too deeply", token);
	reader.at++;
	reader.depth++;
	const value = unaryOf(reader, token);
	reader.depth--;
	return value;
}

function unaryOf(reader: Reader, token: Token): Value {
	if (token.kind === "punctuator") {
		if (token.text === "(") {
			const value = expression(reader);
			expect(reader, ")");
			return value;
		}
		if (/^[-+!~]$/.test(token.text)) {
			const { value, unsigned } = unary(reader);
			if (token.text === "!") return truth(value === 0n);
			return sized(token.text === "-" ? -value : token.text === "~" ? ~value : value, unsigned);
		}
	}
	if (token.kind === "identifier") return truth(false);
	if (token.kind === "character") return { value: readCharacter(token.text).value, unsigned: false };
	if (token.kind === "number") {
		const number = readNumber(token.text);
		if (number.kind === "integer") {
			const unsigned = !isSigned(number.type) && /u/i.test(token.text);
			return sized(number.value, unsigned || number.value > 0x7fffffffffffffffn);
		}
		if (number.kind === "wrong")
			reader.reporter.fail(number.problem, token, ...(number.cure === null ? [] : [number.cure]));
		reader.reporter.fail("floating point literal in preprocessor expression", token);
	}
	reader.reporter.fail(`'${token.text}' cannot stand in a #${reader.directive.text} expression`, token);
}
