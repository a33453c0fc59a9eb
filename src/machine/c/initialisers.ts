// Initialisers: braces, designators and strings flattened to stores at offsets (C11 6.7.9).

import { assigned, involvesUnknown, isUnknown, quotedType, toVoid, warnIfCut } from "./conversions.ts";
import { closest } from "./diagnostics.ts";
import { assignmentValue, commaMissing, constantExpression } from "./expressions.ts";
import { widthOf } from "./literals.ts";
import {
	accept,
	advance,
	current,
	enter,
	expect,
	expectClosing,
	following,
	is,
	isName,
	leave,
	type Parser,
	previous,
	shown,
} from "./parser.ts";
import { type StringLiteral, stringLiteral, stringObject } from "./strings.ts";
import { spanAfter, type Token } from "./tokens.ts";
import type { Expression, Initialiser, InitialiserEntry } from "./tree.ts";
import {
	type ArrayType,
	arrayOf,
	type BitField,
	type CType,
	compatible,
	isScalar,
	type RecordType,
	type StructOrUnion,
	sizeOf,
} from "./types.ts";

/** An initialiser that has been read; `type` is complete even if the declared one was an array of unknown length. */
export interface Initialisation {
	readonly type: CType;
	readonly initialiser: Initialiser;
}

interface Reading {
	readonly p: Parser;
	readonly entries: InitialiserEntry[];
	/** Bytes that entries set; meaningless once something was set twice. */
	covered: number;
	/** Whether anything may have been set twice or only in part. */
	uncertain: boolean;
	/** An expression read too early: it begins an aggregate without braces. */
	held: Expression | null;
	/** The length found of an array of unknown length. */
	length: number;
	/** How many braces are open: only inside braces can braces be left out. */
	braces: number;
}

// initialiser = assignment | "{" (designation? initialiser ("," designation? initialiser)*)? ","? "}"
export function initialiser(p: Parser, type: CType): Initialisation {
	const reading: Reading = { p, entries: [], covered: 0, uncertain: false, held: null, length: 0, braces: 0 };
	whole(reading, type);
	const complete =
		type.kind === "array" && type.length === null
			? { ...arrayOf(type.element, reading.length), alias: type.alias }
			: type;
	const zero = reading.uncertain || reading.covered !== sizeOf(complete);
	return { type: complete, initialiser: { zero, entries: reading.entries } };
}

/** The initialiser of the whole object. */
function whole(reading: Reading, type: CType): void {
	const { p } = reading;
	if (type.kind === "array" && !is(p, "{") && !isStringFor(p, type)) {
		const value = assignmentValue(p);
		if (!involvesUnknown(type) && !isUnknown(value.type))
			p.reporter.error(
				`array initializer must be a list in braces${isCharacters(type) ? " or a string literal" : ""}`,
				value.place,
			);
		return;
	}
	element(reading, type, 0, null);
}

/** One initialiser for the object of `type` at `offset`. */
function element(reading: Reading, type: CType, offset: number, bits: BitField | null): void {
	const { p } = reading;
	enter(p);
	const flexible = type.kind === "array" && type.length === null && reading.braces > 0;
	if (flexible && !p.isStatic)
		p.reporter.error("a member of unknown length can be initialized only in static storage", current(p));
	if (reading.held === null && is(p, "{")) {
		forget(reading, type, offset);
		braced(reading, type, offset);
	} else if (reading.held === null && type.kind === "array" && isStringFor(p, type)) {
		forget(reading, type, offset);
		string(reading, type, offset, stringLiteral(p));
	} else if (type.kind === "array") elided(reading, type, offset);
	else if (type.kind === "record" && !isUnknown(type)) recordElement(reading, type, offset);
	else scalar(reading, type, offset, bits);
	leave(p);
}

/** A list or a string is all of an aggregate's value: what a designator had put there before counts no more. */
function forget(reading: Reading, type: CType, offset: number): void {
	if (!reading.uncertain || (type.kind !== "array" && type.kind !== "record") || isUnknown(type)) return;
	const end = type.kind === "array" && type.length === null ? Infinity : offset + sizeOf(type);
	const kept = reading.entries.filter((entry) => entry.offset < offset || entry.offset >= end);
	reading.entries.splice(0, reading.entries.length, ...kept);
}

function takeValue(reading: Reading): Expression {
	const { held } = reading;
	reading.held = null;
	return held ?? assignmentValue(reading.p);
}

function scalar(reading: Reading, type: CType, offset: number, bits: BitField | null): void {
	const { p } = reading;
	const value = takeValue(reading);
	if (type.kind === "variable-array") {
		p.reporter.error("a variable length array cannot be initialized", value.place);
		return;
	}
	const stored = assigned(p, value, type, { kind: "initializing" }, value.place);
	if (isUnknown(stored.type)) return;
	warnIfCut(p, stored, value, bits);
	reading.entries.push({ kind: "value", offset, type, bits, value: stored });
	if (bits === null) reading.covered += sizeOf(type);
	else reading.uncertain = true;
}

/** A record without braces: one value of its type, or the values of its members in the list around it. */
function recordElement(reading: Reading, type: RecordType, offset: number): void {
	if (reading.held === null && reading.braces > 0 && beginsWithString(reading.p, type)) {
		elided(reading, type, offset);
		return;
	}
	const value = takeValue(reading);
	if (isUnknown(value.type)) return;
	if (value.type.kind === "record" && compatible(value.type, type)) {
		reading.entries.push({ kind: "value", offset, type, bits: null, value });
		reading.covered += sizeOf(type);
		return;
	}
	if (reading.braces === 0) {
		assigned(reading.p, value, type, { kind: "initializing" }, value.place);
		return;
	}
	reading.held = value;
	elided(reading, type, offset);
}

// ---- strings ----

function isCharacters(type: CType): boolean {
	return type.kind === "array" && type.element.kind === "integer" && type.element.size === 1;
}

/** Whether a string literal stands here that initialises the array `type` itself. */
function isStringFor(p: Parser, type: ArrayType): boolean {
	const braces = is(p, "{") ? 1 : 0;
	if (following(p, braces).kind !== "string") return false;
	const { element } = type;
	if (element.kind !== "integer" || element.size !== widthOf(following(p, braces).text)) return false;
	let n = braces;
	while (following(p, n).kind === "string") n++;
	const after = following(p, n).text;
	if (braces === 0) return /^[,;}.]$/.test(after) || following(p, n).kind === "end";
	return after === "}" || (after === "," && following(p, n + 1).text === "}");
}

/** Whether a string literal stands here that initialises the first array within `type`, whose braces were left out. */
function beginsWithString(p: Parser, type: CType): boolean {
	if (type.kind !== "array" && type.kind !== "record") return false;
	if (type.kind === "array" && isStringFor(p, type)) return true;
	const slot = slotAt(type, 0);
	return slot !== null && beginsWithString(p, slot.type);
}

function string(reading: Reading, type: ArrayType, offset: number, literal: StringLiteral): void {
	const { p } = reading;
	const size = (literal.units.length + 1) * literal.width;
	const room = type.length === null ? size : sizeOf(type);
	if (type.length === null) reading.length = Math.max(reading.length, literal.units.length + 1);
	if (size - literal.width > room)
		p.reporter.warning(
			`the string (${literal.units.length} characters) is too long for the array (${type.length})`,
			literal.place,
		);
	const length = Math.min(size, room);
	reading.entries.push({ kind: "bytes", offset, length, source: stringObject(p, literal) });
	reading.covered += length;
}

// ---- lists ----

function braced(reading: Reading, type: CType, offset: number): void {
	const { p } = reading;
	const open = advance(p);
	if (isUnknown(type)) {
		skipList(reading, open);
		return;
	}
	reading.braces++;
	if (type.kind === "array" && current(p).kind === "string" && isStringInBraces(p, type)) {
		string(reading, type, offset, stringLiteral(p));
		accept(p, ",");
		expectClosing(p, "}", open);
	} else if (type.kind === "array") list(reading, type, offset, 0, open);
	else if (type.kind === "record") list(reading, type, offset, 0, open);
	else bracedScalar(reading, type, offset, open);
	reading.braces--;
}

function isStringInBraces(p: Parser, type: ArrayType): boolean {
	p.at--;
	const answer = isStringFor(p, type);
	p.at++;
	return answer;
}

function bracedScalar(reading: Reading, type: CType, offset: number, open: Token): void {
	const { p } = reading;
	if (accept(p, "}")) {
		reading.uncertain = true;
		if (!isScalar(type)) p.reporter.error(`${quotedType(type)} cannot be initialized`, open);
		return;
	}
	element(reading, type, offset, null);
	if (is(p, ",") && following(p).text !== "}") {
		// After an error the type may be another than was meant.
		if (p.reporter.errors === 0) p.reporter.warning("excess elements in scalar initializer", following(p));
		skipExcess(reading);
	}
	accept(p, ",");
	expectClosing(p, "}", open);
}

/** The elements of an aggregate whose braces were left out: they are in the list around it. */
function elided(reading: Reading, type: ArrayType | RecordType, offset: number): void {
	list(reading, type, offset, 0, null);
}

/** A place in an aggregate, one for each initialiser it can take. */
interface Slot {
	readonly type: CType;
	readonly offset: number;
	readonly bits: BitField | null;
}

function slotsOf(record: StructOrUnion): readonly Slot[] {
	const members = record.members ?? [];
	const usable = members.filter((member) => member.name !== null || member.type.kind === "record");
	return record.union ? usable.slice(0, 1) : usable;
}

/** The element or member number `index`; null behind the last. */
function slotAt(type: ArrayType | RecordType, index: number): Slot | null {
	if (type.kind === "record") return slotsOf(type.record)[index] ?? null;
	if (type.length !== null && index >= type.length) return null;
	return { type: type.element, offset: index * sizeOf(type.element), bits: null };
}

/**
 * Initialisers for the elements from number `start` on: up to the closing brace, which is taken, when `open` is the
 * opening one; otherwise up to the end of the aggregate, a designator or the closing brace of the list around.
 */
function list(
	reading: Reading,
	type: ArrayType | RecordType,
	offset: number,
	start: number,
	open: Token | null,
): void {
	const { p } = reading;
	let index = start;
	let first = start === 0;
	for (;;) {
		if (open !== null && accept(p, "}")) break;
		if (!first) {
			if (open === null && !continues(p)) break;
			if (open === null && slotAt(type, index) === null) break;
			expectComma(p, open);
			if (open !== null && accept(p, "}")) break;
		}
		first = false;
		if (open !== null && (is(p, ".") || (is(p, "[") && type.kind === "array") || isOldDesignator(p))) {
			index = designated(reading, type, offset) + 1;
		} else {
			const slot = slotAt(type, index);
			if (slot === null) {
				if (open === null) break;
				p.reporter.warning(
					`excess elements in ${type.kind === "array" ? "array" : type.record.union ? "union" : "struct"} initializer`,
					current(p),
				);
				skipExcess(reading);
				continue;
			}
			element(reading, slot.type, offset + slot.offset, slot.bits);
			index++;
		}
		if (type.kind === "array" && type.length === null) reading.length = Math.max(reading.length, index);
	}
}

/** Whether another initialiser follows that can belong to an aggregate without braces. */
function continues(p: Parser): boolean {
	if (!is(p, ",")) return false;
	const next = following(p);
	return next.text !== "}" && next.text !== "." && next.text !== "[";
}

function expectComma(p: Parser, open: Token | null): void {
	if (is(p, ",") || open === null) expect(p, ",");
	else if (is(p, ".") || (is(p, "{") && previous(p).text === "}"))
		p.reporter.error("expected ',' between the values", spanAfter(previous(p)));
	else if (!commaMissing(p, "the values")) expectClosing(p, "}", open);
}

/** GNU's `name: value`. */
function isOldDesignator(p: Parser): boolean {
	return isName(current(p)) && following(p).text === ":";
}

/** Reads over one element that has no place. */
function skipExcess(reading: Reading): void {
	const { p } = reading;
	if (is(p, "{")) skipList(reading, advance(p));
	else if (is(p, ",")) {
		while (is(p, ",") && following(p).text !== "}") {
			p.at++;
			skipExcess(reading);
		}
	} else toVoid(takeValue(reading));
}

function skipList(reading: Reading, open: Token): void {
	const { p } = reading;
	enter(p);
	while (!is(p, "}")) {
		while (is(p, ".") || is(p, "[")) skipDesignator(p);
		accept(p, "=");
		skipExcess(reading);
		if (!accept(p, ",")) break;
	}
	expectClosing(p, "}", open);
	leave(p);
}

function skipDesignator(p: Parser): void {
	if (advance(p).text === ".") p.at++;
	else {
		constantExpression(p, "an array designator");
		expect(p, "]");
	}
}

// ---- designators ----

// designation = ("." name | "[" constant ("..." constant)? "]")+ "=" | name ":"
/** Reads a designation and its initialiser; the number of the element of `type` that it names. */
function designated(reading: Reading, type: ArrayType | RecordType, offset: number): number {
	reading.uncertain = true;
	return type.kind === "array"
		? designatedIndex(reading, type, offset)
		: designatedMember(reading, type, offset);
}

function designatedIndex(reading: Reading, type: ArrayType, offset: number): number {
	const { p, entries } = reading;
	const open = current(p);
	if (open.text !== "[") p.reporter.fail(`'.' designator for ${quotedType(type)}, which is an array`, open);
	p.at++;
	const low = arrayIndex(p, type, open);
	const high = accept(p, "...") ? arrayIndex(p, type, open) : low;
	expectClosing(p, "]", open);
	if (low === null || high === null) {
		skipDesignated(reading);
		return 0;
	}
	const size = sizeOf(type.element);
	const before = entries.length;
	designatedRest(reading, { type: type.element, offset: offset + low * size, bits: null });
	const one = entries.slice(before);
	if ((high - low) * one.length > MOST_REPEATED)
		p.reporter.fail("the range of the designator is too large", open);
	for (let index = low + 1; index <= high; index++)
		for (const entry of one) entries.push({ ...entry, offset: entry.offset + (index - low) * size });
	if (type.length === null) reading.length = Math.max(reading.length, high + 1);
	return high;
}

/** The entries that one range of indices may make. */
const MOST_REPEATED = 200_000;

function arrayIndex(p: Parser, type: ArrayType, open: Token): number | null {
	const value = constantExpression(p, "an array designator");
	if (value === null) return null;
	if (value >= 0n && (type.length === null ? value < 0x7fffffffn : value < BigInt(type.length)))
		return Number(value);
	const bound = type.length === null ? "" : ` of ${type.length} elements`;
	p.reporter.error(`array designator index (${value}) exceeds the bounds of the array${bound}`, open);
	return null;
}

/** Reads over what follows a wrong designator. */
function skipDesignated(reading: Reading): void {
	const { p } = reading;
	while (is(p, ".") || is(p, "[")) skipDesignator(p);
	if (!accept(p, "=")) accept(p, ":");
	skipExcess(reading);
}

function designatedMember(reading: Reading, type: RecordType, offset: number): number {
	const { p } = reading;
	const dot = is(p, ".") ? advance(p) : null;
	const name = current(p);
	if (!isName(name)) p.reporter.fail(`expected a member's name, found ${shown(name)}`, name);
	p.at++;
	const members = type.record.members ?? [];
	const member = members.find((each) => hasName(each, name.text));
	if (member === undefined) {
		noMember(p, type, name);
		skipDesignated(reading);
		return 0;
	}
	const slot = { type: member.type, offset: offset + member.offset, bits: member.bits };
	if (member.name === null && member.type.kind === "record") {
		p.at -= dot === null ? 1 : 2;
		designatedMember(reading, member.type, slot.offset);
	} else {
		if (dot === null) p.at--;
		designatedRest(reading, slot);
	}
	return type.record.union ? 0 : slotsOf(type.record).indexOf(member);
}

function noMember(p: Parser, type: RecordType, name: Token): void {
	const names = (type.record.members ?? []).flatMap((member) => member.name ?? []);
	const meant = closest(name.text, names);
	p.reporter.error(
		`no member named '${name.text}' in ${quotedType(type)}`,
		name,
		...(meant === null ? [] : [`did you mean '${meant}'?`]),
	);
}

function hasName(member: { name: string | null; type: CType }, name: string): boolean {
	if (member.name !== null) return member.name === name;
	return (
		member.type.kind === "record" && (member.type.record.members ?? []).some((each) => hasName(each, name))
	);
}

/** What follows a designator: another one, or the initialiser. */
function designatedRest(reading: Reading, slot: Slot): void {
	const { p } = reading;
	enter(p);
	const { type } = slot;
	if (is(p, ".") || is(p, "[")) {
		if (type.kind === "array" || (type.kind === "record" && !isUnknown(type))) {
			const index = designated(reading, type, slot.offset);
			if (continues(p) && slotAt(type, index + 1) !== null) list(reading, type, slot.offset, index + 1, null);
		} else
			p.reporter.fail(`designator for ${quotedType(type)}, which has no members or elements`, current(p));
	} else {
		if (isOldDesignator(p)) p.at += 2;
		else expect(p, "=", " after the designator");
		element(reading, type, slot.offset, slot.bits);
	}
	leave(p);
}
