// Which parts of a program run so often that they are worth translating, and where the processor's loop enters them.

import { type FunctionInfo, functionAt, type Image } from "../../code/image.ts";
import type { HotCode, Translation } from "../hot-code.ts";
import { op } from "../opcodes.ts";
import { paired } from "../pairs.ts";
import { sizeOf } from "./control-flow.ts";
import { translate } from "./translate.ts";

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
class HotFunctions implements HotCode {
	readonly #plain: Int32Array;
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
		this.#plain = paired(image.code);
		this.code = this.#plain.slice();
	}

	at(pc: number): Translation | undefined {
		return this.#entered[pc >> 2];
	}

	get share(): number {
		return Math.max(1, INTERVAL - this.#unseen);
	}

	interpreted(work: number): void {
		this.#unseen += work;
	}

	look(pc: number): void {
		if (this.#unseen < INTERVAL) return;
		this.#unseen = 0;
		this.#find(pc);
	}

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
		const translation = translate(this.#image, chosen, TOGETHER);
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
		if (pc >= 0 && this.code[pc] === this.#plain[pc]) this.code[pc] = this.#image.code[pc]!;
	}
}

const known = new WeakMap<Int32Array, HotFunctions>();

/** That of an image's code; all its processes share it. */
export function hotCode(image: Image): HotFunctions {
	const made = known.get(image.code) ?? new HotFunctions(image);
	known.set(image.code, made);
	return made;
}
