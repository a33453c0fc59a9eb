// What the parts of the code generator need from each other while they make one function.

import type { BlockStatement, Expression, Initialiser, Local, ObjectSymbol } from "../c/tree.ts";
import type { Emitter, Label } from "./emitter.ts";

/** Where something lies. Bytes are counted from the place named. */
export type Location =
	/** In slots of the frame; `offset` in bytes from the frame's beginning. */
	| {
			readonly kind: "slots";
			readonly offset: number /** A scalar variable alone in its slots. */;
			readonly whole: boolean;
	  }
	/** Above the slots. */
	| { readonly kind: "large"; readonly offset: number }
	| { readonly kind: "static"; readonly symbol: ObjectSymbol; readonly offset: number }
	/** Behind the pointer in a slot. */
	| { readonly kind: "pointer"; readonly slot: number; readonly offset: number }
	/** Behind a pointer, `index` elements on; of the size of the scalar that is accessed. */
	| { readonly kind: "indexed"; readonly slot: number; readonly index: number; readonly size: number }
	| IndexedLocation;

/** Places whose address needs no slot but that of the index. */
export type IndexedLocation =
	| {
			readonly kind: "static-indexed";
			readonly symbol: ObjectSymbol;
			readonly offset: number;
			readonly index: number;
			readonly size: number;
	  }
	| {
			readonly kind: "frame-indexed";
			readonly base: "slots" | "large";
			readonly offset: number;
			readonly index: number;
			readonly size: number;
	  };

/**
 * The generator of one function. A value is the slot where it lies: one word up to 32 bits (in the range of its type),
 * two words for the rest; a record is represented by its address. `d` is where the caller would like it; it is written
 * only after everything the expression reads.
 */
export interface Generator {
	readonly out: Emitter;
	/** The slot of the value: `d` when given. */
	value(expression: Expression, d?: number | null): number;
	/** Evaluates and forgets. */
	effect(expression: Expression): void;
	/** Jumps to `label` when the scalar's truth is `sense`, otherwise goes on. */
	branch(condition: Expression, label: Label, sense: boolean): void;
	initialise(local: Local, initialiser: Initialiser): void;
	/** A block's statements, marks included. */
	block(block: BlockStatement): void;
	locationOf(local: Local): Location;
	/** The function's variables whose address is taken. */
	readonly pointedAt: ReadonlySet<Local>;
}
