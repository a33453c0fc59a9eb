// Initial values of objects with static storage: bytes, and addresses that the loader fills in.

import { isUnknown } from "./conversions.ts";
import { type Parser, previous } from "./parser.ts";
import type {
	Expression,
	FunctionSymbol,
	Initialiser,
	LValue,
	ObjectSymbol,
	Relocation,
	StaticData,
	ValueEntry,
} from "./tree.ts";
import { type CType, isInteger, sizeOf, wrapped } from "./types.ts";

/** A value known before the program runs: a number, or the address of something plus a number. */
interface StaticValue {
	readonly symbol: ObjectSymbol | FunctionSymbol | null;
	readonly addend: bigint;
}

function staticValue(e: Expression): StaticValue | null {
	switch (e.kind) {
		case "integer":
			return { symbol: null, addend: e.value };
		case "address":
			return staticPlace(e.of);
		case "function-address":
			return { symbol: e.symbol, addend: 0n };
		case "pointer-add": {
			const base = staticValue(e.pointer);
			const index = staticValue(e.index);
			if (base === null || index === null || index.symbol !== null) return null;
			return { ...base, addend: base.addend + index.addend * BigInt(e.size) };
		}
		case "load":
			return constantIn(e.from);
		case "cast":
			return converted(staticValue(e.operand), e.type);
		case "binary": {
			if (e.operator !== "+" && e.operator !== "-") return null;
			const left = staticValue(e.left);
			const right = staticValue(e.right);
			if (e.operator === "-") return difference(left, right);
			if (left === null || right === null || (left.symbol !== null && right.symbol !== null)) return null;
			return { symbol: left.symbol ?? right.symbol, addend: left.addend + right.addend };
		}
		case "pointer-difference": {
			const bytes = difference(staticValue(e.left), staticValue(e.right));
			return bytes?.symbol !== null || e.size === 0
				? null
				: { symbol: null, addend: bytes.addend / BigInt(e.size) };
		}
		default:
			return null;
	}
}

/** Of two addresses in one object it is a number. */
function difference(left: StaticValue | null, right: StaticValue | null): StaticValue | null {
	if (left === null || right === null) return null;
	const addend = left.addend - right.addend;
	if (right.symbol === null) return { symbol: left.symbol, addend };
	return left.symbol === right.symbol ? { symbol: null, addend } : null;
}

/** An address keeps its value only in a type of its size; a number is cut to the type. */
function converted(value: StaticValue | null, type: CType): StaticValue | null {
	if (value === null || type.kind === "floating") return null;
	if (value.symbol !== null || type.kind === "pointer") return sizeOf(type) === 8 ? value : null;
	return isInteger(type) ? { symbol: null, addend: wrapped(value.addend, type) } : null;
}

/** The value of a constant object that this unit has defined before, or of a compound literal: gcc takes it for a constant. */
function constantIn(place: LValue): StaticValue | null {
	const { type } = place;
	if (type.kind !== "pointer" && type.kind !== "integer") return null;
	if (place.kind === "member" && place.member.bits !== null) return null;
	const where = staticPlace(place);
	if (where === null || where.symbol?.kind !== "object") return null;
	const { data, definition, name, readOnly } = where.symbol;
	const isLiteral = name === "" && place.kind === "object";
	if (!readOnly && !isLiteral) return null;
	const offset = Number(where.addend);
	if (isLiteral && data === null) return { symbol: null, addend: 0n };
	if (definition !== "defined" || data === null || offset < 0) return null;
	const relocation = data.relocations.find((each) => each.offset === offset);
	if (relocation !== undefined) return { symbol: relocation.symbol, addend: BigInt(relocation.addend) };
	let value = 0n;
	for (let i = sizeOf(type) - 1; i >= 0; i--) value = (value << 8n) | BigInt(data.bytes[offset + i] ?? 0);
	const width = sizeOf(type) * 8;
	const signed = type.kind === "integer" && type.signed;
	return { symbol: null, addend: signed ? BigInt.asIntN(width, value) : value };
}

function staticPlace(place: LValue): StaticValue | null {
	switch (place.kind) {
		case "object":
			return { symbol: place.symbol, addend: 0n };
		case "member": {
			const base = staticPlace(place.record);
			return base === null ? null : { ...base, addend: base.addend + BigInt(place.member.offset) };
		}
		case "dereference":
			return staticValue(place.pointer);
		default:
			return null;
	}
}

/** Initial values above this size (16 MiB) are refused; objects that begin as zeros may be larger. */
const LARGEST_DATA = 2 ** 24;

/** The data of an object of type `type`; values that are not constant are reported. null: all zero. */
export function staticData(p: Parser, type: CType, initialiser: Initialiser): StaticData | null {
	const end = initialiser.entries.reduce(
		(most, entry) =>
			Math.max(most, entry.offset + (entry.kind === "bytes" ? entry.length : sizeOf(entry.type))),
		0,
	);
	if (end > LARGEST_DATA) {
		p.reporter.error(`the initial value is too large (${end} bytes)`, previous(p));
		return null;
	}
	const bytes = new Uint8Array(end);
	let relocations: Relocation[] = [];
	for (const entry of initialiser.entries) {
		const size = entry.kind === "bytes" ? entry.length : sizeOf(entry.type);
		relocations = relocations.filter(
			(each) => each.offset + 8 <= entry.offset || each.offset >= entry.offset + size,
		);
		if (entry.kind === "bytes") bytes.set(entry.source.data!.bytes.subarray(0, entry.length), entry.offset);
		else store(p, bytes, relocations, entry);
	}
	if (relocations.length === 0 && bytes.every((byte) => byte === 0) && end <= sizeOf(type)) return null;
	return { bytes, relocations };
}

function store(p: Parser, bytes: Uint8Array, relocations: Relocation[], entry: ValueEntry): void {
	const { value, type, offset } = entry;
	if (isUnknown(value.type)) return;
	const view = new DataView(bytes.buffer);
	if (value.kind === "floating") {
		const isFloat = type.kind === "floating" && type.size === 4;
		if (isFloat) view.setFloat32(offset, value.value, true);
		else view.setFloat64(offset, value.value, true);
		if (Number.isNaN(value.value)) {
			const isNegative = (value.isNegativeNan === true) !== (value.isMadeNan === true);
			view.setUint8(offset + (isFloat ? 3 : 7), isNegative ? 0xff : 0x7f);
		}
		return;
	}
	if (value.type.kind === "record") {
		if (!copyRecord(bytes, relocations, offset, value)) notConstant(p, value);
		return;
	}
	const known = staticValue(value);
	if (known === null || (known.symbol !== null && sizeOf(type) !== 8)) {
		notConstant(p, value);
		return;
	}
	if (known.symbol !== null) {
		relocations.push({ offset, symbol: known.symbol, addend: Number(known.addend) });
		return;
	}
	if (entry.bits === null) writeBits(bytes, offset, sizeOf(type), 0, sizeOf(type) * 8, known.addend);
	else writeBits(bytes, offset, sizeOf(type), entry.bits.shift, entry.bits.width, known.addend);
}

function notConstant(p: Parser, value: Expression): void {
	p.reporter.error("initializer element is not a compile-time constant", value.place);
}

/** Puts `width` bits of `value` at `shift` into a little-endian unit of `size` bytes. */
function writeBits(
	bytes: Uint8Array,
	offset: number,
	size: number,
	shift: number,
	width: number,
	value: bigint,
): void {
	let unit = 0n;
	for (let i = size - 1; i >= 0; i--) unit = (unit << 8n) | BigInt(bytes[offset + i]!);
	const mask = ((1n << BigInt(width)) - 1n) << BigInt(shift);
	unit = (unit & ~mask) | ((value << BigInt(shift)) & mask);
	for (let i = 0; i < size; i++) bytes[offset + i] = Number((unit >> BigInt(8 * i)) & 0xffn);
}

/** `static struct s x = (struct s){ … };` copies the literal. */
function copyRecord(
	bytes: Uint8Array,
	relocations: Relocation[],
	offset: number,
	value: Expression,
): boolean {
	if (value.kind !== "load" || value.from.kind !== "object" || value.from.symbol.name !== "") return false;
	const { data } = value.from.symbol;
	if (data === null) return true;
	bytes.set(data.bytes.subarray(0, sizeOf(value.type)), offset);
	for (const each of data.relocations) relocations.push({ ...each, offset: each.offset + offset });
	return true;
}
