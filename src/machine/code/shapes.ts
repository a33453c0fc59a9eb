// From the types of C to the shapes that pictures of values need.

import { type CType, isCharacter, isSigned, type StructOrUnion, sizeOf, typeText } from "../c/types.ts";
import type { Shape, ShapeMember } from "./image.ts";

/** Records inside records beyond this depth are opaque. */
const DEPTH_MAX = 4;

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
			return { kind: "integer", text, size: 4, signed: isSigned(type) };
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
