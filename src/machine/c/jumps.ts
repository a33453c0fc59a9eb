// Jumps into the scope of what has variable length: its size would not be known there (C11 6.8.4.2, 6.8.6.1).
import type { Span } from "../../base/index.ts";
import { noteAt } from "./diagnostics.ts";
import type { FunctionContext, Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { CType } from "./types.ts";

/** What has variable length and is known at a place: the last one declared, and those before it. */
export interface VariableScope {
	readonly name: Token;
	readonly outer: VariableScope | null;
}

/** From here to the end of the block `name` is known, if its type has variable length. */
export function noteVariable(p: Parser, name: Token, type: CType): void {
	const inside = p.inside!;
	if (isVariable(type)) inside.variable = { name, outer: inside.variable };
}

function isVariable(type: CType): boolean {
	if (type.kind === "variable-array") return true;
	if (type.kind === "pointer") return isVariable(type.to);
	return type.kind === "array" && isVariable(type.element);
}

/** Refuses a `jump` from where `from` is known to where more is. */
export function checkJump(
	p: Parser,
	from: VariableScope | null,
	to: VariableScope | null,
	jump: string,
	place: Span,
): void {
	let at = from;
	while (at !== to && at !== null) at = at.outer;
	if (at === to || to === null) return;
	const { name } = to;
	p.reporter.error(
		`${jump} jumps past the declaration of '${name.text}', which has variable length`,
		place,
		noteAt(`'${name.text}' is declared here`, name),
	);
}

/** Checks the function's gotos, now that all labels are known. */
export function checkGotos(p: Parser, { among, gotos, labels }: FunctionContext): void {
	for (const goto of gotos) {
		const label = labels.get(goto.text);
		const from = among.get(goto);
		if (label !== undefined && from !== undefined)
			checkJump(p, from, among.get(label) ?? null, "this goto", goto);
	}
}
