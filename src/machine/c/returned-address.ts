// A return of the address of one of the function's own variables, which is gone then: gcc makes a null pointer of it.

import { integerConstant, toVoid } from "./conversions.ts";
import { noteAt } from "./diagnostics.ts";
import type { Parser } from "./parser.ts";
import type { Expression, Local, LValue } from "./tree.ts";

/** The value that is returned: as it is, or NULL with a warning where it leads to a variable of the function. */
export function withoutOwnAddress(p: Parser, value: Expression): Expression {
	const local = value.type.kind === "pointer" ? pointedAt(value) : null;
	if (local === null) return value;
	const { place, type } = value;
	p.reporter.warning(
		`address of stack memory associated with local variable '${local.name}' returned`,
		place,
		noteAt("it is gone when the function returns", local.place),
	);
	return { kind: "comma", left: toVoid(value), right: integerConstant(0n, type, place), type, place };
}

/** The variable that an address leads to, as far as it is written in the expression itself. */
function pointedAt(value: Expression): Local | null {
	switch (value.kind) {
		case "address":
			return variableOf(value.of);
		case "pointer-add":
			return pointedAt(value.pointer);
		case "cast":
			return value.operand.type.kind === "pointer" ? pointedAt(value.operand) : null;
		case "load": {
			const local = value.from.kind === "local" ? value.from.local : null;
			return local !== null && local.type !== local.declared ? local : null;
		}
		default:
			return null;
	}
}

function variableOf(place: LValue): Local | null {
	switch (place.kind) {
		case "local":
			return place.local;
		case "member":
			return variableOf(place.record);
		case "dereference":
			return pointedAt(place.pointer);
		default:
			return null;
	}
}
