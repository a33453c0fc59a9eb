// Where the variables of a watched program's functions lie: each call has a room of its own, apart from the stack, and no
// room is soon given to another call. So what still points there after the return is noticed.

import { functionAt, type Image } from "../code/image.ts";
import { codeIndex, GUARD_BYTES } from "./frame.ts";
import type { Missed } from "./guarded-memory.ts";
import type { Memory } from "./memory.ts";
import { sizeOfShape } from "./objects.ts";

/**
 * What a function says of its room, in the words of its frame from w[o] on: one of these; bytes; the room's address in
 * two; the function's address or, of a variable, how far inside the room it lies; and of a variable length array the word
 * of the pointer to it, counted from o and in bytes from the frame's beginning.
 */
export const roomRequest = { ENTER: 0, BEGIN: 1, END: 2, LEAVE: 3, ALLOCATE: 4 } as const;
export const ROOM_WORDS = 8;
export const ROOM_ADDRESS_WORD = 2;

/** Bytes of rooms before those that were left longest ago are used again. */
const KEPT = 4 << 20;
/** Bytes of rooms at most. */
const MOST = 48 << 20;
/** Bytes of memory that are taken for rooms at once. */
const CHUNK = 1 << 18;

interface Room {
	readonly start: number;
	readonly size: number;
	/** The address of the function. */
	readonly owner: number;
	/** Of a variable length array: where in the frame the pointer to it lies, and its bytes; else null. */
	readonly array: { readonly pointer: number; readonly size: number } | null;
	readonly open: boolean;
}

/** An object that an address may be near to. */
export interface Near {
	readonly start: number;
	readonly size: number;
	readonly missed: Missed;
}

export interface RoomsSnapshot {
	readonly rooms: ReadonlyMap<number, Room>;
	readonly open: readonly number[];
	readonly left: ReadonlyMap<number, readonly number[]>;
	readonly bytes: number;
	readonly next: number;
	readonly end: number;
}

export class Rooms {
	readonly #memory: Memory;
	readonly #guard: (address: number, size: number, guarded: boolean) => void;
	readonly #exhausted: () => void;
	/** By their addresses. */
	#rooms = new Map<number, Room>();
	/** Of calls that have not returned, innermost last. */
	#open: number[] = [];
	/** By size, those that were left, the longest ago first. */
	#left = new Map<number, number[]>();
	#bytes = 0;
	#next = 0;
	#end = 0;

	constructor(
		memory: Memory,
		guard: (address: number, size: number, guarded: boolean) => void,
		exhausted: () => void,
	) {
		this.#memory = memory;
		this.#guard = guard;
		this.#exhausted = exhausted;
	}

	/** Does what is asked in w[o]. */
	answer(w: Int32Array, o: number): void {
		const size = w[o + 1]!;
		const room = w[o + ROOM_ADDRESS_WORD]!;
		const of = w[o + 4]!;
		switch (w[o]) {
			case roomRequest.ENTER:
				setAddress(w, o + ROOM_ADDRESS_WORD, this.#enter(size, of, null));
				break;
			case roomRequest.BEGIN:
			case roomRequest.END:
				this.#guard(room + of, size, w[o] === roomRequest.END);
				break;
			case roomRequest.LEAVE:
				this.#leave(room);
				break;
			case roomRequest.ALLOCATE:
				setAddress(w, o + w[o + 5]!, this.#allocate(size, w[o + w[o + 5]!]!, of, w[o + 6]!));
		}
	}

	#enter(size: number, owner: number, array: Room["array"]): number {
		const start = this.#reused(size) ?? this.#fresh(size);
		this.#guard(start, size, true);
		this.#rooms.set(start, { start, size, owner, array, open: true });
		this.#open.push(start);
		return start;
	}

	/** The rooms of functions that a longjmp has left end with that of the function around them. */
	#leave(room: number): void {
		const from = this.#open.lastIndexOf(room);
		if (from >= 0) for (const each of this.#open.splice(from)) this.#close(each);
	}

	#close(start: number): void {
		const room = this.#rooms.get(start);
		if (room === undefined) return;
		this.#rooms.set(start, { ...room, open: false });
		this.#guard(start, room.size, true);
		const others = this.#left.get(room.size);
		if (others === undefined) this.#left.set(room.size, [start]);
		else others.push(start);
	}

	/** Room for a variable length array. Where its declaration is come to again, the one `before` has ended. */
	#allocate(size: number, before: number, owner: number, pointer: number): number {
		const old = this.#open.lastIndexOf(before - GUARD_BYTES);
		if (old >= 0 && this.#rooms.get(before - GUARD_BYTES)?.array?.pointer === pointer)
			for (const each of this.#open.splice(old, 1)) this.#close(each);
		const inside = (size + 15) & -16;
		const start = this.#enter(inside + 2 * GUARD_BYTES, owner, { pointer, size }) + GUARD_BYTES;
		this.#guard(start, size, false);
		return start;
	}

	#reused(size: number): number | null {
		const left = this.#left.get(size);
		return this.#bytes < KEPT ? null : (left?.shift() ?? null);
	}

	#fresh(size: number): number {
		if (this.#next + size > this.#end) {
			const chunk = Math.max(CHUNK, size);
			const at = this.#bytes + chunk > MOST ? null : this.#memory.mapAnywhere(chunk);
			if (at === null) {
				this.#exhausted();
				return this.#open[0] ?? 0;
			}
			this.#guard(at, chunk, true);
			this.#next = at;
			this.#end = at + chunk;
		}
		const start = this.#next;
		this.#next += size;
		this.#bytes += size;
		return start;
	}

	// ---- what an address belongs to ----

	/** What had lain at an address that nobody is to touch: variables of a function that has returned, or of a block that has ended. */
	gone(
		image: Image,
		address: number,
	): { readonly how: "after-return" | "after-block"; readonly near: readonly Near[] } | null {
		const room = this.#at(address);
		if (room === undefined) return null;
		const near = variablesIn(image, room);
		if (!room.open) return { how: "after-return", near };
		const inside = near.filter(({ size, start }) => start <= address && address < start + size);
		return inside.length === 0 ? null : { how: "after-block", near: inside };
	}

	/** The variable length arrays of the functions that are running. */
	arrays(image: Image): readonly Near[] {
		return this.#open.flatMap((start) => {
			const room = this.#rooms.get(start);
			return room?.array == null ? [] : variablesIn(image, room);
		});
	}

	#at(address: number): Room | undefined {
		return [...this.#rooms.values()].find(({ start, size }) => start <= address && address < start + size);
	}

	// ---- copies ----

	snapshot(): RoomsSnapshot {
		return {
			rooms: new Map(this.#rooms),
			open: [...this.#open],
			left: copied(this.#left),
			bytes: this.#bytes,
			next: this.#next,
			end: this.#end,
		};
	}

	restore({ bytes, end, left, next, open, rooms }: RoomsSnapshot): void {
		this.#rooms = new Map(rooms);
		this.#open = [...open];
		this.#left = copied(left);
		this.#bytes = bytes;
		this.#next = next;
		this.#end = end;
	}
}

function copied(left: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
	return new Map([...left].map(([size, rooms]) => [size, [...rooms]]));
}

function setAddress(w: Int32Array, at: number, address: number): void {
	w[at] = address;
	w[at + 1] = 0;
}

/** The variables of a function that lie in a room of it. */
function variablesIn(image: Image, { array, owner, start }: Room): Near[] {
	const inside = functionAt(image, codeIndex(owner, image.code.length));
	return (inside?.variables ?? []).flatMap(({ at, inRoom, name, shape, storage }) => {
		const isHere = array === null ? inRoom !== undefined : storage === "frame" && at === array.pointer;
		if (!isHere) return [];
		const size = array?.size ?? sizeOfShape(shape);
		const type = array === null ? shape.text : withLength(image, shape.text, size);
		const missed: Missed = { kind: "variable", name, type, size, function: inside?.name ?? null };
		return [{ start: start + (inRoom ?? GUARD_BYTES), size, missed }];
	});
}

/** `int[*]` of 20 bytes is `int[5]`. */
function withLength(image: Image, type: string, size: number): string {
	const element = image.pointees[type.replace(/\[\*\]$/, " *")];
	return element === undefined ? type : type.replace(/\*/, String(size / sizeOfShape(element)));
}
