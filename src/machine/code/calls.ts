// Calls: arguments are evaluated from the last to the first, as gcc does, into pairs of slots one after the other.

import type { Call, Expression } from "../c/tree.ts";
import { sizeOf } from "../c/types.ts";
import type { Generator } from "./generator.ts";
import { lateArgument } from "./order.ts";
import { addressOf, constantInto, copyRecord } from "./places.ts";
import { isUnsigned, wordsOf } from "./scalars.ts";

/** Calls a function. The result is where the arguments were, or in `d`. */
export function call(g: Generator, e: Call, d: number | null): number {
	const { out } = g;
	const returnsRecord = e.type.kind === "record";
	const hidden = returnsRecord ? 1 : 0;
	const area = out.temporary(Math.max(1, e.arguments.length + hidden) * 2);
	const mark = out.inUse();
	const named = e.callee.kind === "function-address" ? e.callee.symbol : null;
	const symbol = named?.weak ? null : named;
	const pointer = symbol === null ? g.value(e.callee) : -1;
	const known = symbol?.defined === true ? e.signature.parameters.length : 0;
	const enter = (i: number, value: Expression) =>
		argument(g, value, area + (i + hidden) * 2, i < known && !e.signature.variadic);
	const atTheEnd: (() => void)[] = [];
	for (let i = e.arguments.length - 1; i >= 0; i--) {
		const late = lateArgument(g, e.arguments[i]!, e.arguments.slice(0, i));
		if (late === null) enter(i, e.arguments[i]!);
		else {
			if (late.before !== null) g.effect(late.before);
			atTheEnd.push(() => enter(i, late.read));
		}
	}
	for (const read of atTheEnd) read();
	const room = returnsRecord ? out.large(sizeOf(e.type)) : 0;
	if (returnsRecord) out.largeAddress(area, room);
	if (returnsRecord) out.emit("LDI", area + 1, 0);
	out.at(e.place);
	if (symbol !== null) out.call(symbol, area);
	else out.emit("CALLP", pointer, area);
	out.release(mark);
	if (returnsRecord) {
		out.largeAddress(d ?? area, room);
		return d ?? area;
	}
	if (d === null || d === area || e.type.kind === "void") {
		out.release(area + 2);
		return area;
	}
	out.emit(wordsOf(e.type) === 2 ? "MOV2" : "MOV", d, area);
	return d;
}

/** One argument into its two slots; of an int the high word matters only to those who read all 8 bytes. */
function argument(g: Generator, e: Expression, d: number, lowWordIsEnough: boolean): void {
	const { out } = g;
	const mark = out.inUse();
	if (e.type.kind === "record") {
		const copy = { kind: "large", offset: out.large(sizeOf(e.type)) } as const;
		copyRecord(g, addressOf(g, copy, d), g.value(e), sizeOf(e.type));
	} else if (wordsOf(e.type) === 2 || lowWordIsEnough) g.value(e, d);
	else if (e.kind === "integer") constantInto(g, d, e.value, true);
	else if (e.type.kind === "floating") g.value(e, d);
	else out.emit(isUnsigned(e.type) ? "ZX64" : "SX64", d, g.value(e));
	out.release(mark);
}
