// Enumerations where they are used: a switch that is to name every value, values of one where those of another are asked for.

import type { Span } from "../../base/index.ts";
import type { Parser, SwitchContext } from "./parser.ts";
import type { Expression } from "./tree.ts";
import { type CType, type EnumType, enumType, isInteger, sizeOf, typeText, wrapped } from "./types.ts";

/** Names in a message; the rest is counted. */
const MOST_NAMED = 3;

/** Says which values of the enumeration the switch has no label for; nothing when it has a 'default'. */
export function warnOfMissingCases(
	p: Parser,
	value: Expression,
	{ cases, default: other }: SwitchContext,
): void {
	const constants = value.type.kind === "enum" ? p.enumerations.get(value.type.enumeration) : undefined;
	if (constants === undefined || other !== null) return;
	const missing = new Map<bigint, string>();
	for (const [name, constant] of constants)
		if (!missing.has(constant) && !cases.some(({ low, high }) => low <= constant && constant <= high))
			missing.set(constant, name);
	if (missing.size === 0) return;
	const names = [...missing.values()].map((name) => `'${name}'`);
	const shown = names.slice(0, MOST_NAMED).join(", ");
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
	p.reporter.warning(
		`the switch has no case for ${shown}${more} of '${typeText(value.type)}'`,
		value.place,
		"a 'default' stands for all that is not named",
	);
}

/** A label that the switch's value can never equal: the value of `case` at `place`, as it was written. */
export function warnOfCase(p: Parser, { type, written }: SwitchContext, label: bigint, place: Span): void {
	const compared = wrapped(label, type);
	if (written.kind === "enum") {
		const constants = p.enumerations.get(written.enumeration);
		if (constants === undefined || constants.size === 0) return;
		for (const constant of constants.values()) if (constant === compared) return;
		p.reporter.warning(`case value ${label} is not in '${typeText(written)}'`, place);
		return;
	}
	const bits = BigInt(8 * sizeOf(type));
	const fits = label >= -(1n << (bits - 1n)) && label < 1n << bits;
	if (isInteger(written) && (!fits || wrapped(compared, written) !== compared))
		p.reporter.warning(
			`case value ${label} is none of '${typeText(written)}', the type of the switch's value`,
			place,
		);
}

/** A value of one enumeration that becomes one of another; nothing is said of those without a name. */
export function warnOfOtherEnumeration(p: Parser, value: Expression, target: CType, place: Span): void {
	if (target.kind !== "enum" || !hasName(target)) return;
	const constant = p.enumerators.get(value);
	const from = constant === undefined ? value.type : enumType(constant);
	if (from.kind !== "enum" || !hasName(from) || from.enumeration === target.enumeration) return;
	p.reporter.warning(
		`a value of '${typeText(from)}' becomes one of another enumeration, '${typeText(target)}'`,
		place,
	);
}

/** Values of two enumerations that are compared with each other. */
export function warnOfMixedEnumerations(
	p: Parser,
	place: Span,
	{ type: a }: Expression,
	{ type: b }: Expression,
): void {
	if (a.kind !== "enum" || b.kind !== "enum" || a.enumeration === b.enumeration) return;
	if (!hasName(a) || !hasName(b)) return;
	p.reporter.warning(
		`values of different enumerations are compared: '${typeText(a)}' and '${typeText(b)}'`,
		place,
	);
}

function hasName({ alias, enumeration }: EnumType): boolean {
	return alias !== null || enumeration.tag !== null;
}
