// From the types of C to the shapes that pictures of values need.

import {
	type CType,
	isCharacter,
	isComplete,
	isSigned,
	type StructOrUnion,
	sizeOf,
	typeText,
} from "../c/types.ts";
import type { Shape, ShapeMember } from "./image.ts";

/** Records inside records beyond this depth are opaque. */
const DEPTH_MAX = 4;

/** The tag of FILE: nobody looks behind a pointer to one for what the library keeps there. */
const STREAM = "_IO_FILE";

export function shapeOf(type: CType, depth = 0): Shape {
	const text = typeText(type);
	switch (type.kind) {
		case "bool":
			return { kind: "boolean", text };
		case "integer":
			return isCharacter(type)
				? { kind: "character", text, signed: type.signed }
				: { kind: "integer", text, size: type.size, signed: type.signed };
		case "enum":
			return { kind: "integer", text, size: type.enumeration.size, signed: isSigned(type) };
		case "floating":
			return { kind: "floating", text, size: type.size };
		case "pointer":
			return { kind: "pointer", text, to: target(type.to) };
		case "array": {
			const element = shapeOf(type.element, depth);
			return { kind: "array", text, size: sizeOf(type), element, length: type.length ?? 0 };
		}
		case "record":
			if (depth >= DEPTH_MAX) return { kind: "opaque", text, size: sizeOf(type) };
			return { kind: "record", text, size: sizeOf(type), members: members(type.record, depth + 1) };
		default:
			return { kind: "opaque", text, size: sizeOf(type) };
	}
}

/** Notes the shapes of all that pointers of this type lead to, and on from there, by the text of the pointer's type. */
export function notePointees(type: CType, noted: Map<string, Shape>): void {
	if (type.kind === "array") notePointees(type.element, noted);
	if (type.kind === "record")
		for (const member of type.record.members ?? []) notePointees(member.type, noted);
	if (type.kind !== "pointer" || type.to.kind === "function" || !isComplete(type.to)) return;
	if (type.to.kind === "record" && type.to.record.tag === STREAM) return;
	const text = typeText(type);
	if (noted.has(text)) return;
	noted.set(text, shapeOf(type.to));
	notePointees(type.to, noted);
}

function target(type: CType): "text" | "function" | "data" {
	return type.kind === "function" ? "function" : isCharacter(type) ? "text" : "data";
}

function members(record: StructOrUnion, depth: number): ShapeMember[] {
	return (record.members ?? []).map(({ name, offset, bits, type }) => ({
		name: name ?? "",
		offset,
		bits,
		shape: shapeOf(type, depth),
	}));
}
