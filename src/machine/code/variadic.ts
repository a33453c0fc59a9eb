// Arguments without names: the first word of a va_list is the address of the next one.

import type { Expression, VaArg } from "../c/tree.ts";
import { VARIADIC_WORD } from "../vm/frame.ts";
import type { Generator, Location } from "./generator.ts";
import { copyRecord, load } from "./places.ts";

export function variadicList(
	g: Generator,
	e: Extract<Expression, { kind: "va-start" | "va-copy" | "va-end" }>,
): void {
	const { out } = g;
	const list = g.value(e.list);
	if (e.kind === "va-start") {
		const next = out.temporary(2);
		out.emit("ZX64", next, VARIADIC_WORD);
		out.emit("ST64", next, list, 0);
	} else if (e.kind === "va-copy") copyRecord(g, list, g.value(e.source), 24);
}

export function variadicArgument(g: Generator, e: VaArg, d: number): void {
	const { out } = g;
	const list = g.value(e.list);
	const next = out.temporary(2);
	out.emit("LD64", next, list, 0);
	const place: Location = { kind: "pointer", slot: next, offset: 0 };
	const after = out.temporary(2);
	out.emit("ADD2I", after, next, 8);
	out.emit("ST64", after, list, 0);
	if (e.type.kind === "record") out.emit("LD64", d, next, 0);
	else load(g, place, e.type, null, d);
}
