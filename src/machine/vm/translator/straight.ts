// The text of one basic block in JavaScript, as it grows: what its slots hold, how many statements have begun in it, and
// how it leaves an instruction to the interpreter.
//
// What a slot holds is kept in a constant as well for as long as nothing can have changed it behind the text's back.

import { MARKED, op } from "../opcodes.ts";

/** What a slot holds, as an expression: a constant's name or a number. */
export type Value = string;

/** Names of constants, each used once in a translation. */
export class Names {
	#count = 0;

	next(): string {
		this.#count++;
		return `t${this.#count}`;
	}
}

/** The operation's number and the operands. */
export type Instruction = readonly [operation: number, x: number, y: number, z: number];

export class Straight {
	readonly lines: string[] = [];
	readonly names: Names;
	readonly #code: Int32Array;
	readonly #known = new Map<number, Value>();
	/** By the first slot: what two slots hold as a double. */
	readonly #doubles = new Map<number, Value>();
	/** Constants of the text, by what they were computed from. */
	readonly #computed = new Map<string, Value>();
	/** Statements that begin in the block, all counted at its beginning, and those that begin before `#pc`. */
	#marks = 0;
	#begun = 0;
	/** The instruction whose text is being written. */
	#pc: number;

	/** Of the instructions at these words of the code; their statements are counted down at once, or none is begun. */
	constructor(code: Int32Array, names: Names, pcs: readonly number[]) {
		this.#code = code;
		this.names = names;
		this.#pc = pcs[0]!;
		this.#marks = pcs.filter((pc) => isStatement(code[pc]!)).length;
		if (this.#marks === 0) return;
		this.lines.push(`if (left < ${this.#marks}) { pc = ${this.#pc}; break main; }`);
		this.lines.push(`left = left - ${this.#marks} | 0;`);
	}

	/** The text goes on with the instruction at `pc`. */
	enter(pc: number): Instruction {
		const code = this.#code;
		if (pc !== this.#pc && isStatement(code[this.#pc]!)) this.#begun++;
		this.#pc = pc;
		return [code[pc]! % MARKED, code[pc + 1]!, code[pc + 2]!, code[pc + 3]!];
	}

	/** Leaves the instruction to the interpreter, before any part of it is done. */
	leave(): string {
		const rest = this.#marks - this.#begun;
		return `{ pc = ${this.#pc};${rest === 0 ? "" : ` left = left + ${rest} | 0;`} break main; }`;
	}

	/** Does it as the interpreter reaches memory that is in no cache; leaves it when the memory refuses. */
	reach(): string {
		return `if (!reach(memory, code, ${this.#pc}, fp, w)) ${this.leave()}`;
	}

	read(slot: number): Value {
		return this.#known.get(slot) ?? this.#keep(slot, `w[f + ${slot} | 0]`);
	}

	/** Both halves. */
	read2(slot: number): readonly [low: Value, high: Value] {
		return [this.read(slot), this.read(slot + 1)];
	}

	write(slot: number, expression: string): void {
		this.#forgetDouble(slot);
		this.lines.push(`w[f + ${slot} | 0] = ${this.#keep(slot, expression)};`);
	}

	/** Both halves; the expressions are computed before either is written. */
	write2(slot: number, low: string, high: string): void {
		const values = [low, high].map((one) => (isValue(one) ? one : this.constant(one)));
		values.forEach((value, i) => {
			this.write(slot + i, value);
		});
	}

	/** The double in two slots. */
	readDouble(slot: number): Value {
		const known = this.#doubles.get(slot);
		if (known !== undefined) return known;
		const [low, high] = this.read2(slot);
		this.lines.push(`words[0] = ${low}; words[1] = ${high};`);
		const value = this.constant("double[0]");
		this.#doubles.set(slot, value);
		return value;
	}

	/** A double into two slots; where it may be none, `nan` is a statement that writes them then. */
	writeDouble(slot: number, value: Value, nan: string | null): void {
		const [low, high] = [this.names.next(), this.names.next()];
		this.lines.push(`double[0] = ${value};`, `let ${low} = words[0], ${high} = words[1];`);
		if (nan !== null)
			this.lines.push(
				`if (${value} !== ${value}) { ${nan}`,
				`${low} = w[f + ${slot} | 0]; ${high} = w[f + ${slot + 1} | 0]; }`,
			);
		this.write2(slot, low, high);
		this.#doubles.set(slot, value);
	}

	/** Two slots of others. */
	move2(slot: number, from: number): void {
		const double = this.#doubles.get(from);
		this.write2(slot, ...this.read2(from));
		if (double !== undefined) this.#doubles.set(slot, double);
	}

	#keep(slot: number, expression: string): Value {
		const value = isValue(expression) ? expression : this.constant(expression);
		this.#known.set(slot, value);
		return value;
	}

	constant(expression: string): Value {
		const known = this.#computed.get(expression);
		if (known !== undefined) return known;
		const name = this.names.next();
		this.lines.push(`const ${name} = ${expression};`);
		// What is read from an array, or from a register that the block may change, can be another value the next time.
		if (!/\[|sp/.test(expression)) this.#computed.set(expression, name);
		return name;
	}

	/** Something else than this text has written these slots; without any: perhaps all. */
	forget(...slots: readonly number[]): void {
		if (slots.length === 0) {
			this.#known.clear();
			this.#doubles.clear();
		}
		for (const slot of slots) {
			this.#known.delete(slot);
			this.#forgetDouble(slot);
		}
	}

	/** A word of it has been written. */
	#forgetDouble(slot: number): void {
		this.#doubles.delete(slot);
		this.#doubles.delete(slot - 1);
	}
}

/** Whether a statement begins with this word of code. */
function isStatement(word: number): boolean {
	return word >= MARKED || word === op.MARK;
}

function isValue(expression: string): boolean {
	return /^(?:t\d+|\d+|\(-\d+\))$/.test(expression);
}

/** A number as an operand. */
export function number(value: number): Value {
	return value < 0 ? `(${value})` : `${value}`;
}
