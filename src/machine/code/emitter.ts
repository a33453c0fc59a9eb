// The code of one function while it is made: instructions, labels, slots, and what the linker must fill in.

import type { Span } from "../../base/index.ts";
import type { FunctionSymbol, ObjectSymbol } from "../c/tree.ts";
import type { CType } from "../c/types.ts";
import { HEAD_WORDS, SLOTS_MAX } from "../vm/frame.ts";
import { MARKED, type OpName, op } from "../vm/opcodes.ts";
import type { VariableInfo } from "./image.ts";

/** A place in the code that jumps lead to; -1 until it is known. */
export interface Label {
	pc: number;
}

/** Something the linker fills in when it knows where everything lies. */
export type CodeRelocation =
	/** The word is an index into the code, relative to the function's first word. */
	| { readonly kind: "jump"; readonly word: number }
	/** The instruction that begins at the word calls the function: CALL, TRAP, NATIVE, SETJMP or LONGJMP. */
	| { readonly kind: "call"; readonly word: number; readonly symbol: FunctionSymbol }
	/** `addend` and the address of the symbol are added to the word. */
	| {
			readonly kind: "address";
			readonly word: number;
			readonly symbol: FunctionSymbol | ObjectSymbol;
			readonly addend: number;
	  };

/** From word `pc` of the function on, the program stands at `place`. */
export interface Mark {
	readonly pc: number;
	readonly place: Span;
}

/** A compiled function; words of the code are counted from its ENTER. */
export interface FunctionCode {
	readonly symbol: FunctionSymbol;
	/** Whether it belongs to the library, an inline function of a header included. */
	readonly library: boolean;
	readonly code: readonly number[];
	readonly relocations: readonly CodeRelocation[];
	readonly marks: readonly Mark[];
	readonly variables: readonly VariableInfo[];
	/** Of those variables, the types in which pointers can be found. */
	readonly types: readonly CType[];
	/** Objects with static storage that belong to the function. */
	readonly statics: readonly ObjectSymbol[];
	/** Whether the frame has more slots than a page. */
	readonly overflows: boolean;
}

/** Scalars go beyond the slots from here on, so that temporaries keep some. */
const VARIABLE_SLOTS_MAX = 768;
/** Structs and arrays up to this many bytes may lie in slots. */
const SMALL_OBJECT = 64;

export class Emitter {
	readonly code: number[] = [];
	readonly relocations: CodeRelocation[] = [];
	readonly marks: Mark[] = [];
	/** Bytes of the large objects above the slots. */
	#largeBytes = 0;
	/** A statement has begun and no instruction has been emitted since. */
	#pendingMark = false;
	#largeWords: number[] = [];
	#next = HEAD_WORDS;
	#most = HEAD_WORDS;
	/** What is to be emitted before each return. */
	beforeReturn: (() => void) | null = null;
	#jumps: { readonly word: number; readonly label: Label }[] = [];

	/** The word at which the next instruction begins. */
	get pc(): number {
		return this.code.length;
	}

	emit(name: OpName, x = 0, y = 0, z = 0): void {
		if (name === "RET" || name === "RET1" || name === "RET2") this.beforeReturn?.();
		if (this.#pendingMark && (name === "CALL" || name === "CALLP")) this.#settleMark();
		this.code.push(op[name] + (this.#pendingMark ? MARKED : 0), x, y, z);
		this.#pendingMark = false;
	}

	/** A statement of the user's code begins here. */
	mark(place: Span): void {
		this.#settleMark();
		this.at(place);
		this.#pendingMark = true;
	}

	/** A mark that no instruction can take along becomes one. */
	#settleMark(): void {
		if (!this.#pendingMark) return;
		this.#pendingMark = false;
		this.emit("MARK");
	}

	// ---- places in the text ----

	/** What is emitted from here on comes from `place`. */
	at(place: Span): void {
		const last = this.marks.at(-1);
		if (last?.place === place) return;
		if (this.#pendingMark && last?.place.line === place.line) return;
		this.#settleMark();
		if (last?.pc === this.pc) this.marks.pop();
		this.marks.push({ pc: this.pc, place });
	}

	// ---- jumps ----

	label(): Label {
		return { pc: -1 };
	}

	/** The label is here. */
	bind(label: Label): void {
		this.#settleMark();
		label.pc = this.pc;
	}

	jump(label: Label): void {
		this.emit("JMP");
		this.#target(this.pc - 3, label);
	}

	/** A branch on one slot. */
	branch(name: "JZ" | "JNZ" | "JZ2" | "JNZ2", a: number, label: Label): void {
		this.emit(name, a);
		this.#target(this.pc - 2, label);
	}

	/** A branch on two slots, or a slot and a constant. */
	compareBranch(name: OpName, a: number, b: number, label: Label): void {
		this.emit(name, a, b);
		this.#target(this.pc - 1, label);
	}

	/** A jump table: to `targets[value - low]`, or to `otherwise`. */
	table(slot: number, low: number, targets: readonly Label[], otherwise: Label): void {
		this.emit("SWITCH", slot, low, targets.length);
		for (const label of [otherwise, ...targets]) {
			this.code.push(0);
			this.#target(this.pc - 1, label);
		}
		while (this.pc % 4 !== 0) this.code.push(0);
	}

	#target(word: number, label: Label): void {
		this.#jumps.push({ word, label });
		this.relocations.push({ kind: "jump", word });
	}

	// ---- symbols ----

	call(symbol: FunctionSymbol, slot: number): void {
		this.#settleMark();
		this.relocations.push({ kind: "call", word: this.pc, symbol });
		this.emit("CALL", 0, slot);
	}

	/** Loads the address of a function or an object. */
	address(d: number, symbol: FunctionSymbol | ObjectSymbol, addend: number): void {
		this.emit("LDI2", d);
		this.relocate(this.pc - 2, symbol, addend);
	}

	/** The word of the code is to hold the address. */
	relocate(word: number, symbol: FunctionSymbol | ObjectSymbol, addend: number): void {
		this.relocations.push({ kind: "address", word, symbol, addend });
	}

	// ---- the frame ----

	/** Slots for a temporary, until `release`; two begin at an even slot. */
	temporary(words: number): number {
		const slot = words > 1 ? (this.#next + 1) & ~1 : this.#next;
		this.#next = slot + words;
		this.#most = Math.max(this.#most, this.#next);
		return slot;
	}

	/** What `release` goes back to. */
	inUse(): number {
		return this.#next;
	}

	release(inUse: number): void {
		this.#next = inUse;
	}

	/** Room for a variable; call before any temporary is in use. */
	variable(
		size: number,
		align: number,
		scalar: boolean,
	): { readonly slot: number } | { readonly large: number } {
		const words = Math.ceil(size / 4);
		const even = align >= 8 ? (this.#next + 1) & ~1 : this.#next;
		const slot = align >= 16 ? (even + 3) & ~3 : even;
		if ((scalar || size <= SMALL_OBJECT) && slot + words <= VARIABLE_SLOTS_MAX) {
			this.#next = slot + words;
			this.#most = Math.max(this.#most, this.#next);
			return { slot };
		}
		return { large: this.large(size) };
	}

	/** Bytes above the slots, aligned to 16, for the whole run of the function. */
	large(size: number): number {
		const offset = this.#largeBytes;
		this.#largeBytes = (offset + size + 15) & ~15;
		return offset;
	}

	/** Loads the address of a byte above the slots. */
	largeAddress(d: number, offset: number): void {
		this.emit("LEA", d, offset);
		this.#largeWords.push(this.pc - 2);
	}

	/** The word of the code is to hold the distance of a byte above the slots from the frame's beginning. */
	largeOffset(word: number, offset: number): void {
		this.code[word] = offset;
		this.#largeWords.push(word);
	}

	/** Fills in the head, the jumps and the frame's layout. The function must begin with `emit("ENTER")`. */
	finish(parameters: number): { readonly slotBytes: number } {
		const slotBytes = (this.#most * 4 + 15) & ~15;
		this.code[1] = slotBytes + this.#largeBytes;
		this.code[2] = Math.min(slotBytes, SLOTS_MAX * 4);
		this.code[3] = parameters;
		for (const { word, label } of this.#jumps) this.code[word] = label.pc;
		for (const word of this.#largeWords) this.code[word] = this.code[word]! + slotBytes;
		return { slotBytes };
	}
}
