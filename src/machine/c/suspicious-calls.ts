// Calls of library functions that are right C and hardly ever what was meant.

import { isNullConstant, quotedType } from "./conversions.ts";
import type { Parser } from "./parser.ts";
import { isSamePlace, placeName } from "./places.ts";
import type { Expression, FunctionSymbol, LValue } from "./tree.ts";
import { type CType, isInteger, isSigned, promoted, sizeOf } from "./types.ts";

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

/** Arguments that must not be null pointers, as the headers of glibc say. */
const NOT_NULL: Readonly<Record<string, readonly number[]>> = {
	strlen: [0],
	strcpy: [0, 1],
	strncpy: [0, 1],
	strcat: [0, 1],
	strncat: [0, 1],
	strcmp: [0, 1],
	strncmp: [0, 1],
	strchr: [0],
	strrchr: [0],
	strstr: [0, 1],
	strdup: [0],
	strtok: [1],
	memcpy: [0, 1],
	memmove: [0, 1],
	memset: [0],
	atoi: [0],
	atol: [0],
	strtol: [0],
	open: [0],
	access: [0],
	unlink: [0],
	chdir: [0],
	execl: [0, 1],
	execlp: [0, 1],
	execv: [0, 1],
	execvp: [0, 1],
	sigemptyset: [0],
	sigfillset: [0],
	sigaddset: [0],
	pthread_create: [0, 2],
	pthread_mutex_lock: [0],
	pthread_mutex_unlock: [0],
	sem_init: [0],
	sem_wait: [0],
	sem_post: [0],
};

/** Which argument is a count of bytes or characters. */
const COUNTED: Readonly<Record<string, number>> = {
	memset: 2,
	memcpy: 2,
	memmove: 2,
	memcmp: 2,
	strncmp: 2,
	strncpy: 2,
	strncat: 2,
};

/** Functions of absolute values, and which kind of number each is for. */
const ABSOLUTE: Readonly<Record<string, "integer" | "floating">> = {
	abs: "integer",
	labs: "integer",
	llabs: "integer",
	fabsf: "floating",
	fabs: "floating",
	fabsl: "floating",
};

/** Warns of what such a call does instead of what was meant; `given` are the arguments as they were written. */
export function warnOfSuspiciousCall(
	p: Parser,
	{ name, defined, type }: FunctionSymbol,
	given: readonly Expression[],
): void {
	if (defined) return;
	if (Object.hasOwn(NOT_NULL, name)) checkNull(p, name, given);
	if (Object.hasOwn(COUNTED, name)) checkCounted(p, name, given[COUNTED[name]!]);
	if (Object.hasOwn(ABSOLUTE, name)) checkAbsolute(p, name, given[0], type.parameters[0]?.type);
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

function checkNull(p: Parser, name: string, given: readonly Expression[]): void {
	for (const at of NOT_NULL[name]!) {
		const argument = given[at];
		if (argument !== undefined && isNullConstant(argument))
			p.reporter.warning(`'${name}' is given a null pointer, which it does not allow`, argument.place);
	}
}

/** `memcmp(a, b, n == 0)`: a parenthesis stands at the wrong place. */
function checkCounted(p: Parser, name: string, count: Expression | undefined): void {
	if (count === undefined || !/^[=!<>]/.test(p.written.get(count)?.text ?? "")) return;
	p.reporter.warning(
		`the size that '${name}' is given is a truth, 0 or 1`,
		count.place,
		"is a ')' in the wrong place?",
	);
}

function checkAbsolute(
	p: Parser,
	name: string,
	value: Expression | undefined,
	wanted: CType | undefined,
): void {
	if (value === undefined || wanted === undefined || value.kind === "integer") return;
	const { type } = value;
	const given = isInteger(type) ? "integer" : type.kind;
	if (given !== "integer" && given !== "floating") return;
	if (given !== ABSOLUTE[name])
		p.reporter.warning(
			`'${name}' is given ${quotedType(type)}: it is for ${ABSOLUTE[name] === "integer" ? "whole" : "real"} numbers`,
			value.place,
			given === "integer" ? "abs and labs are for whole numbers" : "fabs is for real numbers",
		);
	else if (given === "integer" && !isSigned(promoted(type)))
		p.reporter.warning(`'${name}' of an unsigned value, ${quotedType(type)}, has no effect`, value.place);
	else if (sizeOf(type) > sizeOf(wanted))
		p.reporter.warning(
			`'${name}' is given ${quotedType(type)}, and takes ${quotedType(wanted)}: the value may be cut`,
			value.place,
			given === "integer" ? "labs is for long" : "fabs is for double",
		);
}

function checkFree(p: Parser, block: Expression | undefined): void {
	const plain = block?.kind === "cast" && block.type.kind === "pointer" ? block.operand : block;
	if (plain?.kind === "function-address")
		p.reporter.warning(
			`free is given the function '${plain.symbol.name}', which malloc never returned`,
			plain.place,
		);
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
