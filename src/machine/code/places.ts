// Places in memory: where an lvalue lies, how a scalar is read from there and written there.

import type { Expression, LValue, PointerAdd } from "../c/tree.ts";
import { type BitField, type CType, isSigned, sizeOf } from "../c/types.ts";
import { type OpName, WIDE } from "../vm/opcodes.ts";
import type { Generator, Location } from "./generator.ts";
import { isUnsigned, isWide, wordsOf } from "./scalars.ts";

/** Less than what lies below the lowest address that is mapped, so that no address comes round to one that is. */
const OFFSET_MAX = 1 << 22;

/** Finds a place; its slots stay in use until the caller's `release`. */
export function locate(g: Generator, lvalue: LValue): Location {
	switch (lvalue.kind) {
		case "local":
			return g.locationOf(lvalue.local);
		case "object":
			return { kind: "static", symbol: lvalue.symbol, offset: 0 };
		case "dereference":
			return behind(g, lvalue.pointer, sizeOf(lvalue.type), isScalarSize(lvalue.type));
		case "member":
			return moved(g, locate(g, lvalue.record), lvalue.member.offset);
		case "compound-literal":
			g.initialise(lvalue.local, lvalue.initialiser);
			return g.locationOf(lvalue.local);
		case "temporary": {
			const location = g.locationOf(lvalue.local);
			const address = g.value(lvalue.value);
			copyRecord(g, addressOf(g, location), address, sizeOf(lvalue.type));
			return location;
		}
	}
}

function isScalarSize(type: CType): boolean {
	return type.kind !== "record" && type.kind !== "array" && [1, 4, 8].includes(sizeOf(type));
}

/** What a pointer points at. */
function behind(g: Generator, pointer: Expression, size: number, scalar: boolean): Location {
	if (pointer.kind === "address") return locate(g, pointer.of);
	if (pointer.kind === "pointer-add") {
		const offset = constantOffset(pointer);
		const { index } = pointer;
		if (offset !== null) return moved(g, behind(g, pointer.pointer, size, false), offset);
		if (scalar && pointer.size === size && index.kind !== "integer") {
			return element(g, pointer.pointer, index, size);
		}
	}
	if (pointer.kind === "cast" && pointer.operand.type.kind === "pointer")
		return behind(g, pointer.operand, size, scalar);
	return { kind: "pointer", slot: g.value(pointer), offset: 0 };
}

/** `base[index]`, where `size` is that of an element. */
function element(g: Generator, base: Expression, index: Expression, size: number): Location {
	const array = base.kind === "address" ? locate(g, base.of) : null;
	const slot = array === null ? g.value(base) : -1;
	const isFixed = array?.kind === "slots" || array?.kind === "large" || array?.kind === "static";
	const address = array === null || isFixed ? slot : addressOf(g, array);
	const at = indexSlot(g, index);
	if (array?.kind === "static") return { ...array, kind: "static-indexed", index: at, size };
	if (array?.kind === "slots" || array?.kind === "large")
		return { kind: "frame-indexed", base: array.kind, offset: array.offset, index: at, size };
	return { kind: "indexed", slot: address, index: at, size };
}

/** How far a constant index leads from the pointer, in bytes; null when it is no constant, or too far for an operand. */
export function constantOffset({ index, size }: PointerAdd): number | null {
	if (index.kind !== "integer") return null;
	const offset = Number(BigInt.asIntN(64, index.value) * BigInt(size));
	return Math.abs(offset) < OFFSET_MAX ? offset : null;
}

/** The slot of an index as instructions take it: of an int, without its conversion to long, or WIDE. */
export function indexSlot(g: Generator, index: Expression): number {
	const narrow = intOf(index);
	return narrow === null ? g.value(index) + WIDE : g.value(narrow);
}

/** The int that was converted to this index; null when it is none. */
function intOf(index: Expression): Expression | null {
	if (!isWide(index.type)) return index;
	if (index.kind !== "cast" || index.operand.type.kind === "floating") return null;
	const from = index.operand.type;
	if (isWide(from)) return intOf(index.operand);
	return isUnsigned(from) && sizeOf(from) === 4 ? null : index.operand;
}

export function moved(g: Generator, location: Location, offset: number): Location {
	switch (location.kind) {
		case "slots":
			return { kind: "slots", offset: location.offset + offset, whole: false };
		case "large":
		case "static":
		case "pointer":
			if (Math.abs(location.offset + offset) >= OFFSET_MAX)
				return { kind: "pointer", slot: addressOf(g, location), offset };
			return { ...location, offset: location.offset + offset };
		case "indexed":
		case "static-indexed":
		case "frame-indexed":
			return { kind: "pointer", slot: addressOf(g, location), offset };
	}
}

/** The address of a location, in two slots: `d` or a temporary. */
export function addressOf(g: Generator, location: Location, d: number | null = null): number {
	if (location.kind === "pointer" && location.offset === 0) {
		if (d !== null && d !== location.slot) g.out.emit("MOV2", d, location.slot);
		return d ?? location.slot;
	}
	const result = d ?? g.out.temporary(2);
	switch (location.kind) {
		case "slots":
			g.out.emit("LEA", result, location.offset);
			break;
		case "large":
			g.out.largeAddress(result, location.offset);
			break;
		case "static":
			g.out.address(result, location.symbol, location.offset);
			break;
		case "pointer":
			g.out.emit("ADD2I", result, location.slot, location.offset);
			break;
		case "indexed":
			g.out.emit(elementAddress(location.size), result, location.slot, location.index);
			break;
		case "static-indexed":
		case "frame-indexed": {
			const { offset, index, size } = location;
			const array: Location =
				location.kind === "static-indexed"
					? { kind: "static", symbol: location.symbol, offset }
					: location.base === "slots"
						? { kind: "slots", offset, whole: false }
						: { kind: "large", offset };
			g.out.emit(elementAddress(size), result, addressOf(g, array), index);
		}
	}
	return result;
}

function elementAddress(size: number): "PADD" | "PADD4" | "PADD8" {
	return size === 1 ? "PADD" : size === 4 ? "PADD4" : "PADD8";
}

/** Whether a scalar of this size at this location is just a slot. */
function directSlot(location: Location, size: number): number | null {
	if (location.kind !== "slots" || location.offset % 4 !== 0) return null;
	return size >= 4 || location.whole ? location.offset / 4 : null;
}

/** Where the bit-field lies that a place is; null when it is none. */
export function bitsOf(place: LValue): BitField | null {
	return place.kind === "member" ? place.member.bits : null;
}

/** Reads a scalar; the result is in `d`, or where it already lies, or in a temporary. */
export function load(
	g: Generator,
	location: Location,
	type: CType,
	bits: BitField | null,
	d: number | null,
): number {
	if (bits !== null) return loadBits(g, location, type, bits, d);
	const size = accessSize(type);
	const slot = directSlot(location, size);
	if (slot !== null && size >= 4) {
		if (d !== null && d !== slot) g.out.emit(size === 8 ? "MOV2" : "MOV", d, slot);
		return d ?? slot;
	}
	const result = d ?? g.out.temporary(wordsOf(type));
	if (slot !== null) {
		narrow(g, result, slot, type);
		return result;
	}
	const suffix = size === 8 ? "64" : size === 4 ? "32" : `${isSigned(type) ? "" : "U"}${size * 8}`;
	access(g, location, size, result, suffix.startsWith("U") ? `LDU${suffix.slice(1)}` : `LD${suffix}`);
	return result;
}

/** Writes the scalar in slot `a`, which is in the range of its type. */
export function store(g: Generator, location: Location, type: CType, bits: BitField | null, a: number): void {
	if (bits !== null) {
		storeBits(g, location, type, bits, a);
		return;
	}
	const size = accessSize(type);
	const slot = directSlot(location, size);
	if (slot === null) access(g, location, size, a, `ST${size * 8}`);
	else if (slot !== a) g.out.emit(size === 8 ? "MOV2" : "MOV", slot, a);
}

/** The slot that an assignment may compute its value into at once; null when there is none. */
export function targetSlot(location: Location, type: CType, bits: BitField | null): number | null {
	return bits === null ? directSlot(location, accessSize(type)) : null;
}

function accessSize(type: CType): number {
	return Math.min(sizeOf(type), 8);
}

/** A load or store of `slot` at a location that is no slot. */
function access(g: Generator, location: Location, size: number, slot: number, name: string): void {
	const { out } = g;
	if (location.kind === "static" && size !== 2) {
		out.emit(`G${name}` as OpName, slot);
		out.relocate(out.pc - 2, location.symbol, location.offset);
	} else if (location.kind === "static-indexed") {
		out.emit(`GX${name}` as OpName, slot, location.index);
		out.relocate(out.pc - 1, location.symbol, location.offset);
	} else if (location.kind === "frame-indexed") {
		out.emit(`FX${name}` as OpName, slot, location.index, location.offset);
		if (location.base === "large") out.largeOffset(out.pc - 1, location.offset);
	} else if (location.kind === "indexed") {
		out.emit(`X${name}` as OpName, slot, location.slot, location.index);
	} else if (location.kind === "pointer") {
		out.emit(name as OpName, slot, location.slot, location.offset);
	} else {
		const mark = out.inUse();
		out.emit(name as OpName, slot, addressOf(g, location), 0);
		out.release(mark);
	}
}

/** Brings a word into the range of a type of less than 32 bits. */
export function narrow(g: Generator, d: number, a: number, type: CType): void {
	const size = sizeOf(type);
	if (isSigned(type)) g.out.emit(size === 1 ? "SX8" : "SX16", d, a);
	else g.out.emit("ANDI", d, a, size === 1 ? 0xff : 0xffff);
}

// ---- bit-fields: the unit is loaded, shifted and masked ----

function loadBits(
	g: Generator,
	location: Location,
	type: CType,
	{ shift, width }: BitField,
	d: number | null,
): number {
	const { out } = g;
	const wide = isWide(type);
	const result = d ?? out.temporary(wordsOf(type));
	const mark = out.inUse();
	const unit = load(g, location, type, null, null);
	const total = wide ? 64 : 32;
	shiftBy(g, "SHL", wide, result, unit, total - shift - width);
	shiftBy(g, isSigned(type) ? "SHR" : "SHRU", wide, result, result, total - width);
	out.release(mark);
	return result;
}

function storeBits(
	g: Generator,
	location: Location,
	type: CType,
	{ shift, width }: BitField,
	a: number,
): void {
	const { out } = g;
	const wide = isWide(type);
	const mark = out.inUse();
	const mask = ((1n << BigInt(width)) - 1n) << BigInt(shift);
	const unit = out.temporary(wordsOf(type));
	const part = out.temporary(wordsOf(type));
	load(g, location, type, null, unit);
	const constant = out.temporary(wordsOf(type));
	constantInto(g, constant, ~mask, wide);
	out.emit(wide ? "AND2" : "AND", unit, unit, constant);
	shiftBy(g, "SHL", wide, part, a, shift);
	constantInto(g, constant, mask, wide);
	out.emit(wide ? "AND2" : "AND", part, part, constant);
	out.emit(wide ? "OR2" : "OR", unit, unit, part);
	store(g, location, type, null, unit);
	out.release(mark);
}

function shiftBy(
	g: Generator,
	name: "SHL" | "SHR" | "SHRU",
	wide: boolean,
	d: number,
	a: number,
	count: number,
): void {
	const { out } = g;
	if (!wide) {
		out.emit(`${name}I`, d, a, count);
		return;
	}
	const mark = out.inUse();
	const slot = out.temporary(1);
	out.emit("LDI", slot, count);
	out.emit(`${name}2`, d, a, slot);
	out.release(mark);
}

/** Loads a constant of one or two words. */
export function constantInto(g: Generator, d: number, constant: bigint, wide: boolean): void {
	const low = Number(BigInt.asIntN(32, constant));
	if (wide) g.out.emit("LDI2", d, low, Number(BigInt.asIntN(32, constant >> 32n)));
	else g.out.emit("LDI", d, low);
}

/** Copies `size` bytes of a record between the addresses in two slots. */
export function copyRecord(g: Generator, to: number, from: number, size: number): void {
	if (size > 0) g.out.emit("COPY", to, from, size);
}

/** Evaluates what an lvalue evaluates, without reading it. */
export function touch(g: Generator, lvalue: LValue): void {
	if (lvalue.kind === "dereference") g.effect(lvalue.pointer);
	else if (lvalue.kind === "member") touch(g, lvalue.record);
	else if (lvalue.kind === "temporary" || lvalue.kind === "compound-literal") locate(g, lvalue);
}
