// Objects of the program as trees: structs and arrays opened, pointers with the address they lead to.

import type { Image, Place, Shape, ShapeMember } from "../code/image.ts";
import type { Memory } from "./memory.ts";
import { bitField, renderValue } from "./values.ts";

/** An object of C, or a part of one. */
export interface ObjectLook {
	/** `head`; of a part `next` or `[2]`; of an object without a name its type. */
	readonly name: string;
	/** As C writes it. */
	readonly type: string;
	readonly address: number;
	/** In bytes. */
	readonly size: number;
	/** As a debugger prints it. */
	readonly value: string;
	/** Members or elements, the first ones. */
	readonly parts: readonly ObjectLook[];
	/** Elements that are not among the parts. */
	readonly more: number;
	/** Of a pointer to data that is neither null nor lost: where it leads. */
	readonly to: number | null;
}

export interface LookFrame {
	readonly function: string;
	readonly place: Place | null;
	readonly objects: readonly ObjectLook[];
}

/** What can be named, frame by frame (innermost first) and global, and what is only reached by pointers. */
export interface Look {
	readonly frames: readonly LookFrame[];
	readonly globals: readonly ObjectLook[];
	readonly reached: readonly ObjectLook[];
}

const PARTS_MAX = 32;
const DEPTH_MAX = 4;
const REACHED_MAX = 48;

/** Looks at one processor's memory. */
export class Viewer {
	readonly #image: Image;
	readonly #memory: Memory;

	constructor(image: Image, memory: Memory) {
		this.#image = image;
		this.#memory = memory;
	}

	object(name: string, shape: Shape, address: number, depth = 0): ObjectLook {
		const value = renderValue(this.#image, this.#memory, shape, address);
		const common = { name, type: shape.text, address, size: sizeOfShape(shape), value };
		return { ...common, ...this.#parts(shape, address, depth), to: this.#target(shape, address) };
	}

	/** Objects without a name that pointers in these lead to, nearest first. */
	reachedFrom(known: readonly ObjectLook[]): ObjectLook[] {
		const reached: ObjectLook[] = [];
		const all = [...known];
		for (let i = 0; i < all.length && reached.length < REACHED_MAX; i++) {
			for (const { type, to } of pointersIn(all[i] as ObjectLook)) {
				const shape = Object.hasOwn(this.#image.pointees, type) ? this.#image.pointees[type] : undefined;
				if (to === null || shape === undefined || all.some((object) => holds(object, to))) continue;
				if (shape.kind === "character" || this.#memory.read(to, sizeOfShape(shape)) === null) continue;
				const found = this.object(shape.text, shape, to);
				reached.push(found);
				all.push(found);
				if (reached.length >= REACHED_MAX) break;
			}
		}
		return reached;
	}

	#parts(shape: Shape, address: number, depth: number): Pick<ObjectLook, "parts" | "more"> {
		if (depth >= DEPTH_MAX) return { parts: [], more: 0 };
		if (shape.kind === "record") {
			const parts = shape.members.map((member) => this.#member(member, address + member.offset, depth));
			return { parts, more: 0 };
		}
		if (shape.kind !== "array" || shape.element.kind === "character") return { parts: [], more: 0 };
		const { element, length } = shape;
		const size = sizeOfShape(element);
		const parts = Array.from({ length: Math.min(length, PARTS_MAX) }, (_, i) =>
			this.object(`[${i}]`, element, address + i * size, depth + 1),
		);
		return { parts, more: Math.max(0, length - PARTS_MAX) };
	}

	#member({ name, shape, bits }: ShapeMember, address: number, depth: number): ObjectLook {
		const part = this.object(name === "" ? "(unnamed)" : name, shape, address, depth + 1);
		return bits === null ? part : { ...part, value: bitField(this.#memory, shape, address, bits) };
	}

	#target(shape: Shape, address: number): number | null {
		if (shape.kind !== "pointer" || shape.to === "function") return null;
		const low = this.#memory.getInt32(address);
		if (low === null || low === 0 || this.#memory.getInt32(address + 4) !== 0) return null;
		return low >>> 0;
	}
}

function pointersIn(object: ObjectLook): readonly ObjectLook[] {
	const inside = object.parts.flatMap(pointersIn);
	return object.to === null ? inside : [object, ...inside];
}

function holds({ address, size }: ObjectLook, at: number): boolean {
	return at >= address && at < address + size;
}

/** Bytes of a value. */
export function sizeOfShape(shape: Shape): number {
	switch (shape.kind) {
		case "character":
		case "boolean":
			return 1;
		case "pointer":
			return 8;
		default:
			return shape.size;
	}
}
