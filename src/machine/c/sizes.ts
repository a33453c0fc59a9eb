// sizeof where it measures a pointer and an array's size is meant.

import type { Span } from "../../base/index.ts";
import { quotedType } from "./conversions.ts";
import { noteAt } from "./diagnostics.ts";
import type { Measured, Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { Expression } from "./tree.ts";
import { compatible, unqualified } from "./types.ts";

/** `sizeof a`, where a is a parameter that was written as an array. */
export function warnOfParameterSize(p: Parser, token: Token, { of }: Measured): void {
	if (of?.kind !== "local" || !p.writtenAsArrays.has(of.local)) return;
	p.reporter.warning(
		`this is the size of a pointer: the parameter '${of.local.name}' is no array but ${quotedType(of.local.type)}`,
		token,
		noteAt("declared here: arrays are passed as pointers", of.local.place),
	);
}

/** `sizeof p / sizeof p[0]` is the number of an array's elements, and of a pointer nothing. */
export function warnOfSizeDivision(p: Parser, place: Span, left: Expression, right: Expression): void {
	const whole = p.measured.get(left);
	const part = p.measured.get(right);
	if (whole === undefined || part === undefined || !whole.isExpression) return;
	const { of, type } = whole;
	if (type.kind !== "pointer" || part.type.kind === "pointer") return;
	if (!compatible(unqualified(type.to), unqualified(part.type))) return;
	if (of?.kind === "local" && p.writtenAsArrays.has(of.local)) return;
	p.reporter.warning(
		"this divides the size of a pointer, not that of an array",
		place,
		"sizeof tells the size of an array only where the array is declared: pass its length along",
	);
}
