// A linked program as plain data: its code, its initial memory, and what is known about both.

import type { Memory } from "../vm/memory.ts";

/** Where something stands in the program's text; lines and columns count from 1. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly function: string;
}

/** A type as far as a value's picture needs it. `text` is the type as C writes it. */
export type Shape =
	| {
			readonly kind: "integer";
			readonly text: string;
			readonly size: 1 | 2 | 4 | 8;
			readonly signed: boolean;
	  }
	| { readonly kind: "character"; readonly text: string; readonly signed: boolean }
	| { readonly kind: "boolean"; readonly text: string }
	| { readonly kind: "floating"; readonly text: string; readonly size: 4 | 8 | 16 }
	| { readonly kind: "pointer"; readonly text: string; readonly to: "text" | "function" | "data" }
	| {
			readonly kind: "array";
			readonly text: string;
			readonly size: number;
			readonly element: Shape;
			readonly length: number;
	  }
	| {
			readonly kind: "record";
			readonly text: string;
			readonly size: number;
			readonly members: readonly ShapeMember[];
	  }
	| { readonly kind: "opaque"; readonly text: string; readonly size: number };

export interface ShapeMember {
	readonly name: string;
	readonly offset: number;
	readonly shape: Shape;
	/** Of a bit-field: where it lies in its unit. */
	readonly bits: { readonly shift: number; readonly width: number } | null;
}

/** A variable with a name, while the code stands in [start, end). */
export interface VariableInfo {
	readonly name: string;
	readonly shape: Shape;
	/** In bytes from the frame's beginning; of a global or static one, the address. */
	readonly at: number;
	readonly storage: "frame" | "static" | "behind-pointer";
	/** Of one behind a pointer, in a program that is watched: how many bytes beyond where that leads. */
	readonly inRoom?: number;
	readonly parameter: boolean;
	/** Words of the code, beginning and end of the scope. */
	readonly start: number;
	readonly end: number;
}

export interface FunctionInfo {
	readonly name: string;
	/** Words of the code; `start` is that of its ENTER. */
	readonly start: number;
	readonly end: number;
	/** Whether it comes with the library: a step goes over it. */
	readonly library: boolean;
	readonly variables: readonly VariableInfo[];
}

/** Line by line of the user's code: from word `pcs[i]` of the code on, the program stands at lines[i], columns[i]. */
export interface LineTable {
	readonly files: readonly string[];
	readonly pcs: Int32Array;
	readonly fileIndexes: Int32Array;
	readonly lines: Int32Array;
	readonly columns: Int32Array;
}

/** A stretch of initial memory; `size` in bytes, zeros after `bytes`. */
export interface Segment {
	readonly address: number;
	readonly bytes: Uint8Array;
	readonly size: number;
	readonly kind: "constants" | "data";
}

/** Something with static storage or a function, by its name in the program. */
export interface SymbolInfo {
	readonly name: string;
	readonly address: number;
	readonly kind: "function" | "object";
	/** Null for a function. */
	readonly shape: Shape | null;
	readonly library: boolean;
}

export interface Image {
	/** The program's name. */
	readonly name: string;
	/** Instructions of four words, see vm/opcodes.ts. */
	readonly code: Int32Array;
	/** Word of the code where a process begins. */
	readonly entry: number;
	/** Word of the code of the call that `Processor.call` uses. */
	readonly callStub: number;
	/** Names of functions that are called but defined nowhere: calling one stops the processor. */
	readonly traps: readonly string[];
	readonly segments: readonly Segment[];
	/** The first address after all segments, a multiple of 4096. */
	readonly heapStart: number;
	/** In the order of `start`. */
	readonly functions: readonly FunctionInfo[];
	readonly lines: LineTable;
	/** What pointers lead to, by the text of the pointer's type: of all that the user's variables lead to. */
	readonly pointees: Readonly<Record<string, Shape>>;
	/** Globals and functions with external linkage, and the user's static ones unless the name is taken. */
	readonly symbols: Readonly<Record<string, SymbolInfo>>;
	/** Of a program that is watched: makes the memory of each of its processes. */
	readonly newMemory?: (image: Image) => Memory;
}

/** The last index whose value is at most `value`; -1 when there is none. */
export function lastAtMost(sorted: ArrayLike<number>, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! <= value) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

/** The function whose code holds word `pc`. */
export function functionAt(image: Image, pc: number): FunctionInfo | null {
	let low = 0;
	let high = image.functions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (image.functions[middle]!.start <= pc) low = middle + 1;
		else high = middle;
	}
	const found = image.functions[low - 1];
	return found !== undefined && pc < found.end ? found : null;
}

/** Where word `pc` of the code comes from; null inside the library. */
export function placeOf(image: Image, pc: number): Place | null {
	const inside = functionAt(image, pc);
	if (inside === null || inside.library) return null;
	const { pcs, files, fileIndexes, lines, columns } = image.lines;
	const i = Math.max(lastAtMost(pcs, pc), lastAtMost(pcs, inside.start));
	if (i < 0) return null;
	return { file: files[fileIndexes[i]!]!, line: lines[i]!, column: columns[i]!, function: inside.name };
}
