// Calls that write more bytes than the array they are given has: a literal that is too long, a size that is too great.

import { literalText } from "./formats.ts";
import type { Parser } from "./parser.ts";
import type { Expression, FunctionSymbol, LValue } from "./tree.ts";
import { sizeOf } from "./types.ts";

/** Which argument is a text that is copied whole, into the first. */
const copies: Readonly<Record<string, number>> = { strcpy: 1, stpcpy: 1, strcat: 1, sprintf: 1 };

/** Where the array and the size stand; whether so many bytes are written always; whether members may be run over. */
const sized: Readonly<Record<string, readonly [array: number, size: number, always: boolean, raw: boolean]>> =
	{
		memcpy: [0, 2, true, true],
		memmove: [0, 2, true, true],
		memset: [0, 2, true, true],
		strncpy: [0, 2, true, false],
		snprintf: [0, 1, false, false],
		fgets: [0, 1, false, false],
		read: [1, 2, false, true],
		recv: [1, 2, false, true],
	};

/** Warns where the call cannot stay in the array; nothing is said of pointers. */
export function warnOfOverflow(
	p: Parser,
	{ name, defined }: FunctionSymbol,
	given: readonly Expression[],
): void {
	if (defined) return;
	if (Object.hasOwn(copies, name)) {
		const text = literalText(given[copies[name]!]);
		if (text !== null)
			warn(p, name, given[0], name === "sprintf" ? leastPrinted(text) : exactly(text), false);
		return;
	}
	if (!Object.hasOwn(sized, name)) return;
	const [array, size, always, raw] = sized[name]!;
	const bytes = given[size];
	if (bytes?.kind === "integer")
		warn(p, name, given[array], [always ? "writes" : "may write", Number(bytes.value)], raw);
}

type Written = readonly [verb: string, bytes: number];

function exactly(text: string): Written {
	return ["writes", text.length + 1];
}

/** What stands in a format beside its conversions, which may print nothing. */
function leastPrinted(format: string): Written {
	const fixed = format.replace(/%[-+ #0'I]*[*0-9$.]*[hljztL]*(.?)/gs, (_, end) => (end === "%" ? "%" : ""));
	const [, bytes] = exactly(fixed);
	return [/%[^%]/.test(format.replaceAll("%%", "")) ? "writes at least" : "writes", bytes];
}

function warn(
	p: Parser,
	name: string,
	to: Expression | undefined,
	[verb, bytes]: Written,
	raw: boolean,
): void {
	if (to?.kind !== "address") return;
	const array = arrayOf(to.of);
	if (array === null || bytes <= array.room || (raw && bytes <= array.room + array.behind)) return;
	p.reporter.warning(
		`${name} ${verb} ${bytes} bytes to ${array.name}, which has room for ${array.room}`,
		to.place,
	);
}

interface Target {
	readonly name: string;
	/** Its size in bytes. */
	readonly room: number;
	/** How many bytes of the record that it is in come after it: gcc lets memcpy and its like fill those too. */
	readonly behind: number;
}

/** The array that is a variable or a member; null for one that may be longer than its type says. */
function arrayOf(place: LValue): Target | null {
	const { type } = place;
	if (type.kind !== "array" || type.length === null || type.length === 0) return null;
	const room = sizeOf(type);
	if (place.kind === "local") return { name: place.local.name, room, behind: 0 };
	if (place.kind === "object")
		return place.symbol.name === "" ? null : { name: place.symbol.name, room, behind: 0 };
	if (place.kind !== "member") return null;
	const { member } = place;
	if (type.length === 1 && place.record.type.kind === "record") {
		if (place.record.type.record.members?.at(-1) === member) return null;
	}
	let whole: LValue = place;
	let offset = 0;
	while (whole.kind === "member") {
		offset += whole.member.offset;
		whole = whole.record;
	}
	return { name: member.name ?? "", room, behind: sizeOf(whole.type) - offset - room };
}
