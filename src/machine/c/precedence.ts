// Operators that bind otherwise than they look: what is warned of when no parentheses say that it is meant.

import { isUnknown, type Operand } from "./conversions.ts";
import { isTruth, truthOf } from "./fold.ts";
import type { Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { Expression } from "./tree.ts";

const EQUALITY: ReadonlySet<string> = new Set(["==", "!="]);
const RELATION: ReadonlySet<string> = new Set(["<", ">", "<=", ">="]);
const BITS: ReadonlySet<string> = new Set(["&", "|", "^"]);
const SHIFT: ReadonlySet<string> = new Set(["<<", ">>"]);
/** Operators that are asked for when what they made is an operand without parentheses. */
const ASKED_FOR: ReadonlySet<string> = new Set([...EQUALITY, ...RELATION, "+", "-", "&&"]);

/** Notes with which operator an expression was written. */
export function noteOperator(p: Parser, made: Operand, token: Token): void {
	if (ASKED_FOR.has(token.text)) p.written.set(made, token);
}

/** The operator of an operand that is not in parentheses; null for any other operand. */
export function bareOperator(p: Parser, operand: Operand): Token | null {
	const token = p.written.get(operand);
	return token === undefined || p.parenthesised.has(operand) ? null : token;
}

function bareComparison(p: Parser, operand: Operand): string | null {
	const text = bareOperator(p, operand)?.text ?? "";
	return EQUALITY.has(text) || RELATION.has(text) ? text : null;
}

/** `left token right`, just read. */
export function warnOfPrecedence(p: Parser, token: Token, left: Operand, right: Operand): void {
	const { text } = token;
	if (text === "||") warnOfAndInOr(p, token, left, right);
	else if (SHIFT.has(text)) warnOfSumInShift(p, token, left, right);
	else if (BITS.has(text)) {
		warnOfComparisonInBits(p, token, bareComparison(p, left) ?? bareComparison(p, right));
		if (text === "&") warnOfNot(p, token, left, right);
	} else if (EQUALITY.has(text) || RELATION.has(text)) {
		warnOfNot(p, token, left, right);
		warnOfChain(p, token, bareComparison(p, left), right);
	}
}

/** `!a == b` means `(!a) == b`. */
function warnOfNot(p: Parser, token: Token, left: Operand, right: Operand): void {
	if (left.kind !== "unary" || left.operator !== "!" || p.parenthesised.has(left)) return;
	if (isTruth(left.operand) || isTruth(right)) return; // `!a == !b` and `!a == (b < c)` are meant.
	p.reporter.warning(
		`'!' applies to the left side of '${token.text}' alone`,
		left.place,
		`write '!(a ${token.text} b)', or '(!a) ${token.text} b' if that is meant`,
	);
}

/** `a < b < c` compares a truth with c. */
function warnOfChain(p: Parser, token: Token, before: string | null, right: Operand): void {
	if (before === null) return;
	if (RELATION.has(token.text)) {
		if (RELATION.has(before))
			p.reporter.warning(
				`comparisons like 'a ${before} b ${token.text} c' do not mean what they mean in mathematics`,
				token,
				`this compares the truth of the first, 0 or 1: write 'a ${before} b && b ${token.text} c'`,
			);
	} else if (!isTruth(right))
		p.reporter.warning(
			`'a ${before} b ${token.text} c' compares the truth of the first comparison, 0 or 1`,
			token,
			`write 'a ${before} b && b ${token.text} c', or '(a ${before} b) ${token.text} c' if that is meant`,
		);
}

/** `a & b == c` means `a & (b == c)`. */
function warnOfComparisonInBits(p: Parser, token: Token, comparison: string | null): void {
	if (comparison === null) return;
	p.reporter.warning(
		`'${token.text}' has lower precedence than '${comparison}': the comparison is done first`,
		token,
		`put parentheses around the '${token.text}' expression`,
	);
}

/** `a << b + 1` means `a << (b + 1)`. */
function warnOfSumInShift(p: Parser, token: Token, left: Operand, right: Operand): void {
	for (const operand of [left, right]) {
		const sum = bareOperator(p, operand);
		if (sum === null || (sum.text !== "+" && sum.text !== "-") || isUnknown(operand.type)) continue;
		p.reporter.warning(
			`'${token.text}' has lower precedence than '${sum.text}': the '${sum.text}' is done first`,
			token,
			`put parentheses around the '${token.text}' expression, or around the '${sum.text}' if that is meant`,
		);
	}
}

/** `a || b && c` means `a || (b && c)`; nothing is said where a constant makes both the same, nor in macros. */
function warnOfAndInOr(p: Parser, token: Token, left: Operand, right: Operand): void {
	if (token.origin !== null) return;
	const before = bareOperator(p, left);
	if (before?.text === "&&" && !isConstant(right, false) && !isConstant(firstOf(left), true)) tell(p, before);
	const after = bareOperator(p, right);
	if (after?.text === "&&" && !isConstant(left, false) && !isConstant(lastOf(right), true)) tell(p, after);
}

function tell(p: Parser, and: Token): void {
	p.reporter.warning(
		"'&&' within '||': the '&&' is done first",
		and,
		"put parentheses around the '&&' expression if that is meant",
	);
}

function firstOf(operand: Operand): Operand {
	return operand.kind === "logical" ? operand.left : operand;
}

function lastOf(operand: Operand): Operand {
	return operand.kind === "logical" ? operand.right : operand;
}

function isConstant(operand: Operand, truth: boolean): boolean {
	return operand.kind !== "function" && truthOf(operand as Expression) === truth;
}
