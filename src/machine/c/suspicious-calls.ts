// Calls of library functions that are right C and hardly ever what was meant.

import type { Parser } from "./parser.ts";
import { isSamePlace, placeName } from "./places.ts";
import type { Expression, FunctionSymbol, LValue } from "./tree.ts";

/** Functions whose list of arguments ends with a null pointer, and how many more come behind that one. */
const LISTS: Readonly<Record<string, number>> = { execl: 0, execlp: 0, execle: 1 };

/** Where the memory and its size stand. */
const SIZED: Readonly<Record<string, readonly [memory: readonly number[], size: number]>> = {
	memset: [[0], 2],
	memcpy: [[0, 1], 2],
	memmove: [[0, 1], 2],
	memcmp: [[0, 1], 2],
	strncpy: [[0, 1], 2],
	strncat: [[0], 2],
	snprintf: [[0], 1],
	fgets: [[0], 1],
	read: [[1], 2],
	write: [[1], 2],
	recv: [[1], 2],
	send: [[1], 2],
};

/** Warns of what such a call does instead of what was meant; `given` are the arguments as they were written. */
export function warnOfSuspiciousCall(
	p: Parser,
	{ name, defined }: FunctionSymbol,
	given: readonly Expression[],
): void {
	if (defined) return;
	if (Object.hasOwn(LISTS, name)) checkEnd(p, name, given[given.length - 1 - LISTS[name]!]);
	if (Object.hasOwn(SIZED, name)) checkSize(p, name, given);
	if (name === "free") checkFree(p, given[0]);
	if (name === "gets" && given[0] !== undefined)
		p.reporter.warning(
			"'gets' is deprecated: it cannot know how much room there is, and writes beyond it",
			given[0].place,
			"fgets(s, sizeof s, stdin) reads no more than there is room for, and keeps the newline",
		);
}

function checkEnd(p: Parser, name: string, last: Expression | undefined): void {
	if (last === undefined) return;
	const isZero = last.kind === "integer" && last.value === 0n;
	if (isZero && last.type.kind === "pointer") return;
	p.reporter.warning(
		isZero
			? `the 0 at the end of ${name}'s arguments is an int, not a pointer`
			: `the list of ${name}'s arguments has no end`,
		last.place,
		"the last one has to be a null pointer: (char *)NULL",
	);
}

function checkSize(p: Parser, name: string, given: readonly Expression[]): void {
	const [memory, at] = SIZED[name]!;
	const size = given[at];
	if (size?.kind !== "integer") return;
	const [, value] = given;
	if (name === "memset" && size.value === 0n && !(value?.kind === "integer" && value.value === 0n))
		p.reporter.warning(
			"memset is told to set 0 bytes",
			size.place,
			"the size is the last argument: are the last two in the wrong order?",
		);
	const measured = p.measured.get(size)?.of ?? null;
	if (measured === null || measured.type.kind !== "pointer") return;
	for (const each of memory) {
		const place = placeOf(given[each]);
		if (place === null || !isSamePlace(place, measured)) continue;
		p.reporter.warning(
			`${name} is given the size of the pointer '${placeName(place)}', not of what it points to`,
			size.place,
			"sizeof tells the size of an array only where the array is declared: pass its length along",
		);
		return;
	}
}

function checkFree(p: Parser, block: Expression | undefined): void {
	const plain = block?.kind === "cast" && block.type.kind === "pointer" ? block.operand : block;
	if (plain?.kind !== "address" || (plain.of.kind !== "local" && plain.of.kind !== "object")) return;
	const what = plain.of.kind === "local" ? plain.of.local.name : plain.of.symbol.name;
	p.reporter.warning(
		`free is given ${what === "" ? "a string literal" : `'${what}'`}, which malloc never returned`,
		plain.place,
	);
}

/** Where a pointer is kept that is passed on. */
function placeOf(e: Expression | undefined): LValue | null {
	if (e?.kind === "cast" && e.type.kind === "pointer") return placeOf(e.operand);
	return e?.kind === "load" ? e.from : null;
}
