// _Static_assert (C11 6.7.10).

import { constantExpression } from "./expressions.ts";
import { accept, advance, current, expect, expectClosing, expectSemicolon, type Parser } from "./parser.ts";
import { literalText, stringLiteral } from "./strings.ts";

// static-assertion = "_Static_assert" "(" constant-expression ("," string)? ")" ";"
export function staticAssertion(p: Parser): void {
	const token = advance(p);
	const open = expect(p, "(");
	const value = constantExpression(p, "the condition of a static assertion");
	let message = "";
	if (accept(p, ",")) {
		if (current(p).kind !== "string") p.reporter.fail("expected a string literal", current(p));
		message = `: ${literalText(stringLiteral(p))}`;
	}
	expectClosing(p, ")", open);
	expectSemicolon(p, " after the static assertion");
	if (value === 0n) p.reporter.error(`static assertion failed${message}`, token);
}
