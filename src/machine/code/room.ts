// The room of a function's variables in a program that is watched: what the function's code says of it, see vm/rooms.ts.

import type { FunctionSymbol, Local, Statement } from "../c/tree.ts";
import { sizeOf } from "../c/types.ts";
import { GUARD_BYTES } from "../vm/frame.ts";
import { nativeNames } from "../vm/natives.ts";
import { ROOM_ADDRESS_WORD, ROOM_WORDS, roomRequest } from "../vm/rooms.ts";
import type { Emitter } from "./emitter.ts";
import type { Location } from "./generator.ts";

/** What a variable may need: one of more is not watched. */
const MOST_ALIGNED = 16;
/** Beyond a record that has more than its size, as bit-fields do. */
const SLACK = 16;

/** How the variables of a unit are watched; `blocks`: those declared in a block end with it. */
export interface Watch {
	readonly blocks: boolean;
}

export class Room {
	readonly #out: Emitter;
	readonly #symbol: FunctionSymbol;
	/** The first of the frame's words in which it speaks of the room; -1: there is no place for them. */
	readonly #slot: number;
	readonly #watch: Watch;
	readonly #variables = new Map<Local, { readonly offset: number; readonly size: number }>();
	/** Slots of the pointers to variable length arrays. */
	readonly #arrays: number[] = [];
	#size = GUARD_BYTES;

	/** To be made before the function's variables have their places. */
	constructor(out: Emitter, symbol: FunctionSymbol, watch: Watch) {
		this.#out = out;
		this.#watch = watch;
		this.#symbol = symbol;
		const words = out.variable(ROOM_WORDS * 4, 8, true);
		this.#slot = "slot" in words ? words.slot : -1;
	}

	/** A place in the room; null when it can have none. */
	variable(local: Local, flexible: boolean): Extract<Location, { kind: "pointer" }> | null {
		if (this.#slot < 0 || local.align > MOST_ALIGNED) return null;
		const offset = this.#size;
		const size = sizeOf(local.type) + (flexible ? SLACK : 0);
		this.#variables.set(local, { offset, size });
		this.#size = (offset + size + 2 * GUARD_BYTES + 15) & -16;
		return { kind: "pointer", slot: this.#slot + ROOM_ADDRESS_WORD, offset };
	}

	/** A variable length array, whose address is to be in a slot. */
	array({ offset }: Extract<Location, { kind: "slots" }>): void {
		if (this.#slot >= 0) this.#arrays.push(offset / 4);
	}

	/** The function begins; after the last of the variables. */
	enter(): void {
		if (this.#variables.size === 0 && this.#arrays.length === 0) return;
		const out = this.#out;
		this.#ask(roomRequest.ENTER, this.#size, () => out.address(this.#slot + 4, this.#symbol, 0));
		this.#tellOf(this.#variables.keys(), roomRequest.BEGIN);
		for (const slot of this.#arrays) out.emit("LDI2", slot, 0, 0);
		out.beforeReturn = () => this.#ask(roomRequest.LEAVE, 0, () => {});
	}

	/** Puts the address of an array of as many bytes as the slot `size` says where it is to be; false: it has none in the room. */
	allocate(location: Location, size: number): boolean {
		const slot = location.kind === "slots" ? location.offset / 4 : -1;
		if (!this.#arrays.includes(slot)) return false;
		const out = this.#out;
		out.address(this.#slot + 4, this.#symbol, 0);
		out.emit("LDI2", this.#slot + 5, slot - this.#slot, slot * 4);
		out.emit("LDI", this.#slot, roomRequest.ALLOCATE);
		out.emit("MOV", this.#slot + 1, size);
		this.#native();
		return true;
	}

	/** Variables of a block, which `makes` the code: they begin and end with it, unless something leads past its beginning. */
	block(locals: readonly Local[], body: Statement, goes: boolean, makes: () => void): void {
		const ends = this.#watch.blocks && !goes && !isEnteredInside(body);
		if (ends) this.#tellOf(locals, roomRequest.BEGIN);
		makes();
		if (ends) this.#tellOf(locals, roomRequest.END);
	}

	#tellOf(locals: Iterable<Local>, request: number): void {
		for (const local of locals) {
			const found = this.#variables.get(local);
			if (found === undefined) continue;
			const { offset, size } = found;
			this.#ask(request, size, () => this.#out.emit("LDI", this.#slot + 4, offset));
		}
	}

	#ask(request: number, size: number, more: () => void): void {
		more();
		this.#out.emit("LDI2", this.#slot, request, size);
		this.#native();
	}

	#native(): void {
		this.#out.emit("NATIVE", nativeNames.indexOf("__room"), this.#slot);
	}
}

/** Whether a `case` of a switch around it, or a label, stands inside. */
function isEnteredInside(s: Statement): boolean {
	switch (s.kind) {
		case "case":
		case "label":
			return true;
		case "block":
			return s.items.some(isEnteredInside);
		case "if":
			return isEnteredInside(s.then) || (s.otherwise !== null && isEnteredInside(s.otherwise));
		case "while":
		case "do":
		case "for":
			return isEnteredInside(s.body);
		default:
			return false;
	}
}
