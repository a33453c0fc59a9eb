// Variables as text: numbers, characters, pointers, and the first elements of arrays and structs.

import { decodeText } from "../../base/index.ts";
import { functionAt, type Image, type Shape, type ShapeMember } from "../code/image.ts";
import { hexadecimal } from "./fault.ts";
import { codeIndex } from "./frame.ts";
import type { Memory } from "./memory.ts";
import { reals } from "./reals.ts";

const ELEMENTS_MAX = 16;
const TEXT_MAX = 64;

/** What stands at `address`, as a debugger would print it; `?` when it is not readable. */
export function renderValue(image: Image, memory: Memory, shape: Shape, address: number): string {
	return render(image, memory, shape, address, 0);
}

function render(image: Image, memory: Memory, shape: Shape, address: number, depth: number): string {
	switch (shape.kind) {
		case "integer":
			return integer(memory, address, shape.size, shape.signed)?.toString() ?? "?";
		case "character": {
			const code = integer(memory, address, 1, shape.signed);
			return code === null ? "?" : `${code} ${quotedByte(Number(code & 255n))}`;
		}
		case "boolean": {
			const value = integer(memory, address, 1, false);
			return value === null ? "?" : value === 0n ? "false" : "true";
		}
		case "floating":
			return floating(memory, address, shape.size);
		case "pointer":
			return pointer(image, memory, shape.to, address);
		case "array":
			return array(image, memory, shape, address, depth);
		case "record":
			if (depth > 1) return "{…}";
			return `{${shape.members
				.filter(({ name }) => !isPadding(name))
				.map((member) => field(image, memory, member, address, depth))
				.join(", ")}}`;
		case "opaque":
			return "…";
	}
}

/** A name of the implementation's own: no program reads what is there. */
function isPadding(name: string): boolean {
	return name.startsWith("__");
}

function integer(memory: Memory, address: number, size: number, signed: boolean): bigint | null {
	const bytes = memory.read(address, size);
	if (bytes === null) return null;
	let value = 0n;
	for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
	return signed ? BigInt.asIntN(size * 8, value) : value;
}

function floating(memory: Memory, address: number, size: number): string {
	const bytes = memory.read(address, size === 4 ? 4 : 8);
	if (bytes === null) return "?";
	const view = new DataView(bytes.buffer);
	const value = size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
	const rounded = size === 4 ? Math.fround : Number;
	for (let precision = 6; precision < 17; precision++) {
		const text = reals().formatDouble(value, { letter: "g", precision, alternate: false, sign: "" });
		if (rounded(Number(text)) === value || !Number.isFinite(value)) return text;
	}
	return reals().formatDouble(value, { letter: "g", precision: 17, alternate: false, sign: "" });
}

function pointer(image: Image, memory: Memory, to: "text" | "function" | "data", at: number): string {
	const value = integer(memory, at, 8, false);
	if (value === null) return "?";
	if (value === 0n) return "NULL";
	if (value > 0xffff_ffffn) return `0x${value.toString(16)}`;
	const address = Number(value);
	if (to === "function") {
		const pc = codeIndex(address, image.code.length);
		const target = pc < 0 ? null : functionAt(image, pc);
		if (target !== null && target.start === pc) return `${hexadecimal(address)} <${target.name}>`;
	}
	const text = to === "text" ? quotedText(memory, address, TEXT_MAX) : null;
	return text === null ? hexadecimal(address) : `${hexadecimal(address)} ${text}`;
}

/** The C string at an address, cut after `max` bytes; null when it is not readable. */
function quotedText(memory: Memory, address: number, max: number): string | null {
	const bytes: number[] = [];
	for (let i = 0; i < max; i++) {
		const byte = memory.read(address + i, 1)?.[0];
		if (byte === undefined) return null;
		if (byte === 0) return quoted(bytes, false);
		bytes.push(byte);
	}
	return quoted(bytes, true);
}

function quoted(bytes: readonly number[], cut: boolean): string {
	return `"${escaped(decodeText(Uint8Array.from(bytes)))}"${cut ? "…" : ""}`;
}

function array(
	image: Image,
	memory: Memory,
	shape: Extract<Shape, { kind: "array" }>,
	address: number,
	depth: number,
): string {
	const { element, length } = shape;
	if (element.kind === "character") {
		const text = quotedText(memory, address, Math.min(length, TEXT_MAX));
		return text === null ? "?" : length <= TEXT_MAX ? text.replace(/…$/, "") : text;
	}
	if (depth > 1) return "{…}";
	const size = shape.size / Math.max(length, 1);
	const shown: string[] = [];
	for (let i = 0; i < Math.min(length, ELEMENTS_MAX); i++)
		shown.push(render(image, memory, element, address + i * size, depth + 1));
	return `{${shown.join(", ")}${length > ELEMENTS_MAX ? ", …" : ""}}`;
}

function field(image: Image, memory: Memory, member: ShapeMember, address: number, depth: number): string {
	const at = address + member.offset;
	const value =
		member.bits === null
			? render(image, memory, member.shape, at, depth + 1)
			: bitField(memory, member.shape, at, member.bits);
	return member.name === "" ? value : `${member.name} = ${value}`;
}

export function bitField(
	memory: Memory,
	shape: Shape,
	at: number,
	bits: { shift: number; width: number },
): string {
	const size = shape.kind === "integer" ? shape.size : 1;
	const unit = integer(memory, at, size, false);
	if (unit === null) return "?";
	const value = BigInt.asUintN(bits.width, unit >> BigInt(bits.shift));
	const signed = (shape.kind === "integer" || shape.kind === "character") && shape.signed;
	return (signed ? BigInt.asIntN(bits.width, value) : value).toString();
}

function quotedByte(byte: number): string {
	if (byte === 39) return "'\\''";
	return byte < 128 ? `'${escaped(String.fromCharCode(byte))}'` : `'\\x${byte.toString(16)}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
	"\n": "\\n",
	"\t": "\\t",
	"\r": "\\r",
	"\0": "\\0",
	'"': '\\"',
	"\\": "\\\\",
};

function escaped(text: string): string {
	let result = "";
	for (const c of text) {
		const code = c.codePointAt(0)!;
		result += ESCAPES[c] ?? (code < 32 || code === 127 ? `\\x${code.toString(16).padStart(2, "0")}` : c);
	}
	return result;
}
