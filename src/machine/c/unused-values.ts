// Values that are computed and thrown away.

import { isUnknown } from "./conversions.ts";
import { current, following, type Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { Call, Compare, Expression } from "./tree.ts";
import { VOLATILE } from "./types.ts";

/** Functions whose result hardly any program can do without, and why. */
const worthKeeping: ReadonlyMap<string, string> = new Map([
	["read", "it alone tells how many bytes came, and of an error"],
	["realloc", "the memory may have moved there"],
]);

/** Functions that only answer: without their result the call does nothing. */
const answering: ReadonlySet<string> = new Set(
	`strcmp strncmp strcasecmp strncasecmp memcmp strlen strchr strrchr strstr memchr strspn strcspn strpbrk atoi atol atof abs labs
	fabs toupper tolower`.split(/\s+/),
);

/** Warns when the value of a whole expression does nothing; what comes behind the expression is the next token. */
export function warnIfUnused(p: Parser, value: Expression): void {
	const { text } = current(p);
	const isValueOfBlock = following(p).text === "}" && following(p, 2).text === ")";
	if ((text === ";" || text === ")") && !isValueOfBlock) warn(p, value, "expression result unused", []);
}

/** Warns when what stands before a comma does nothing; `inSubscript`: it is the first in the brackets of `a[b, c]`. */
export function warnIfLeftUnused(p: Parser, left: Expression, inSubscript: boolean): void {
	const cure = inSubscript ? ["an element of an array of arrays is a[b][c]"] : [];
	warn(p, left, "left operand of comma operator has no effect", cure);
}

function warn(p: Parser, whole: Expression, message: string, cure: readonly string[]): void {
	let value = whole;
	while (value.kind === "comma") value = value.right;
	const { place } = value;
	if ((place as Token).origin !== null || isUnknown(value.type)) return;
	if (value.kind === "call") warnOfCall(p, value);
	else if (value.kind === "function-address")
		p.reporter.warning(`'${value.symbol.name}' is not called: the parentheses are missing`, place);
	else if (whole.kind === "comma" && value.kind === "integer" && value.value === 0n) return;
	else if (value.kind === "compare") p.reporter.warning(...comparison(value, message));
	else if (doesNothing(value)) p.reporter.warning(message, place, ...cure);
}

const comparisons = { "==": "equality", "!=": "inequality" } as const;

function comparison(
	{ operator, place }: Compare,
	message: string,
): Parameters<Parser["reporter"]["warning"]> {
	const isLeft = message.startsWith("left");
	const name = operator === "==" || operator === "!=" ? comparisons[operator] : "relational";
	const said = `${name} comparison result unused`;
	if (operator === "==") return [said, place, "use '=' to turn this equality comparison into an assignment"];
	return isLeft ? [said, place, "a ',' goes on with what is behind it: '&&' asks for both"] : [said, place];
}

/** Whether nothing happens when the value is computed. Chains of operators may be long: nothing walks down them by calling itself. */
function doesNothing(whole: Expression): boolean {
	let e = whole;
	for (;;) {
		switch (e.kind) {
			case "load":
				return (e.from.type.qualifiers & VOLATILE) === 0;
			case "integer":
			case "floating":
			case "address":
			case "unary":
			case "binary":
			case "compare":
			case "pointer-add":
			case "pointer-difference":
				return true;
			case "logical":
				if (!doesNothing(e.right)) return false;
				e = e.left;
				break;
			case "conditional":
				if (!doesNothing(e.then)) return false;
				e = e.otherwise;
				break;
			case "cast":
				if (e.type.kind === "void") return false;
				e = e.operand;
				break;
			default:
				return false;
		}
	}
}

function warnOfCall(p: Parser, { arguments: given, callee }: Call): void {
	if (callee.kind !== "function-address") return;
	const { defined, name } = callee.symbol;
	const why = worthKeeping.get(name);
	const [, , size] = given;
	// A read of one byte: as a rule its coming is all that counts.
	if (why !== undefined && !(name === "read" && size?.kind === "integer" && size.value === 1n))
		p.reporter.warning(`the result of '${name}' is not used: ${why}`, callee.place);
	else if (answering.has(name) && !defined)
		p.reporter.warning(`the result of '${name}' is not used: the call does nothing else`, callee.place);
}
