// Which parts of a program run so often that they are worth translating, and where the processor's loop enters them.
//
// The loop goes on interpreting; an instruction where a translation begins is replaced by TRANSLATED, at which the loop
// comes back. A translation does to registers and memory exactly what the loop would do, statement by statement, and
// leaves whatever is rare to it: traps, faults, the end of the budget.

import { type FunctionInfo, functionAt, type Image } from "../code/image.ts";
import type { Cpu } from "./cpu.ts";
import { op } from "./opcodes.ts";
import { paired } from "./pairs.ts";

/** Some functions of an image in another form. */
export interface Translation {
	/** Indexes into the code at which it can be entered, none of which is a call's. */
	readonly entries: readonly number[];
	/**
	 * Runs from `cpu.pc` on, with at most so many statements and rounds of the library's loops; what it took is left in
	 * `cpu.executed` and `cpu.ticks`. It comes back wherever the loop has to go on, at once if it must.
	 */
	readonly run: (cpu: Cpu, statements: number, rounds: number) => void;
}

/** Translates at most so many words of these functions' code; null when nothing of them can be translated. */
export type Translator = (
	image: Image,
	functions: readonly FunctionInfo[],
	most: number,
) => Translation | null;

let brought: Translator | null = null;

/** From now on what is hot is translated. */
export function bringTranslator(translator: Translator): void {
	brought = translator;
}

/** Statements, and rounds of the library's loops, between two looks. */
const INTERVAL = 4000;
/** Ways out of translations between two looks at where they lead. */
const EXITS = 64;
/** Words of code that are translated together. */
const TOGETHER = 4 * 300;

/**
 * How often the processor is found in functions of so many words of code before they are translated: until an engine has
 * compiled the text it runs slower than the interpreter, and for longer texts that takes longer. So much work has been
 * done by then that what the compiling costs is no more than what has been spent already.
 */
function looksBefore(words: number): number {
	return Math.max(2, (words / 4) ** 2 / 200);
}

/** Of one image's code. */
export class HotCode {
	/** The code with pairs joined. */
	readonly plain: Int32Array;
	/** The same, with TRANSLATED where a translation begins. */
	readonly code: Int32Array;
	readonly #image: Image;
	readonly #entered: (Translation | undefined)[] = [];
	readonly #found = new Map<FunctionInfo, number>();
	/** Those that have been translated, or cannot be. */
	readonly #translated = new Set<FunctionInfo>();
	/** Those translated together last. */
	#together: readonly FunctionInfo[] = [];
	#unseen = 0;
	#exits = 0;

	constructor(image: Image) {
		this.#image = image;
		this.plain = paired(image.code);
		this.code = this.plain.slice();
	}

	/** The translation that is entered here. */
	at(pc: number): Translation | undefined {
		return this.#entered[pc >> 2];
	}

	/** How much may be interpreted before the next look: so that it is in the middle of work, and not where a call waits. */
	get share(): number {
		return Math.max(1, INTERVAL - this.#unseen);
	}

	/** So much has been interpreted, up to a call, a fault or an end of the budget. */
	interpreted(work: number): void {
		if (brought !== null) this.#unseen += work;
	}

	/** The processor stands in the middle of work. */
	look(pc: number): void {
		if (this.#unseen < INTERVAL) return;
		this.#unseen = 0;
		this.#find(pc);
	}

	/** A translation has gone on to here, where there is none. */
	left(pc: number): void {
		this.#exits++;
		if (this.#exits % EXITS === 0) this.#find(pc);
	}

	#find(pc: number): void {
		const inside = functionAt(this.#image, pc);
		if (inside === null) return;
		if (this.#translated.has(inside)) return;
		const found = (this.#found.get(inside) ?? 0) + 1;
		this.#found.set(inside, found);
		if (found >= looksBefore(Math.min(inside.end - inside.start, TOGETHER))) this.#translate(inside);
	}

	/** Translates a function, with those found before while that is not too much: calls between them are jumps then. */
	#translate(inside: FunctionInfo): void {
		const all = [...this.#together, inside];
		const chosen = sizeOf(all) <= TOGETHER ? all : [inside];
		const translation = brought?.(this.#image, chosen, TOGETHER) ?? null;
		this.#translated.add(inside);
		if (translation === null) return;
		if (sizeOf(chosen) <= TOGETHER) this.#together = chosen;
		this.enter(translation);
	}

	/** From now on the processor's loop enters a translation wherever it can. */
	enter(translation: Translation): void {
		for (const pc of translation.entries) {
			this.#entered[pc >> 2] = translation;
			this.code[pc] = op.TRANSLATED;
			this.#part(pc - 4);
		}
	}

	/** What was joined with a translation's first instruction would pass it by. */
	#part(pc: number): void {
		if (pc >= 0 && this.code[pc] === this.plain[pc]) this.code[pc] = this.#image.code[pc]!;
	}
}

function sizeOf(functions: readonly FunctionInfo[]): number {
	let size = 0;
	for (const { start, end } of functions) size += end - start;
	return size;
}

const known = new WeakMap<Int32Array, HotCode>();

/** That of an image's code; all its processes share it. */
export function hotCode(image: Image): HotCode {
	const made = known.get(image.code) ?? new HotCode(image);
	known.set(image.code, made);
	return made;
}
