// Places that are compared with each other: whether two are one, and what a place is called.

import type { LValue } from "./tree.ts";

/** Whether both are the same place for certain, as far as can be told without computing an index. */
export function isSamePlace(a: LValue, b: LValue): boolean {
	if (a.kind === "local" && b.kind === "local") return a.local === b.local;
	if (a.kind === "object" && b.kind === "object") return a.symbol === b.symbol;
	if (a.kind === "member" && b.kind === "member")
		return a.member === b.member && isSamePlace(a.record, b.record);
	return (
		a.kind === "dereference" &&
		b.kind === "dereference" &&
		a.pointer.kind === "load" &&
		b.pointer.kind === "load" &&
		isSamePlace(a.pointer.from, b.pointer.from)
	);
}

/** The name of a variable or member; empty for a literal. */
export function placeName(place: LValue): string {
	if (place.kind === "local") return place.local.name;
	if (place.kind === "object") return place.symbol.name;
	return place.kind === "member" ? (place.member.name ?? "") : "*";
}
