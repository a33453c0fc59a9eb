// Functions of an image as one function of JavaScript that does the same.
//
// Every basic block is a case of one switch, so that calls and returns, which jump anywhere, are jumps between cases. An
// innermost loop without calls is one case, written as a loop with conditions after Ramsey, Beyond Relooper (2022): what
// comes back is `continue`, what goes on to a place with several ways to it is `break`, all else is written in place.

import type { FunctionInfo, Image } from "../../code/image.ts";
import { reach, whole, writablePage } from "../access.ts";
import { copyBytes, fillBytes } from "../blocks.ts";
import {
	CALLER_FRAME_WORD,
	CALLER_STACK_WORD,
	HEAD_WORDS,
	RETURN_WORD,
	STACK_START,
	VARIADIC,
	VARIADIC_WORD,
} from "../frame.ts";
import type { Translation } from "../hot-code.ts";
import { native } from "../natives.ts";
import { MARKED, op } from "../opcodes.ts";
import { nextInstruction } from "../pairs.ts";
import { rare } from "../rare.ts";
import { functionIndex } from "../target.ts";
import {
	ALONE,
	type Block,
	type ControlFlow,
	controlFlow,
	isCall,
	type Loop,
	sizeOf,
	targets,
} from "./control-flow.ts";
import { condition, write } from "./instructions.ts";
import { Names, Straight } from "./straight.ts";

/** Words of parameters that are copied one by one; more in a loop. */
const SINGLY = 16;

/** Writes the statement that goes on at a block of the same function. */
type Jump = (to: number) => string;

/** The two words of a double. */
const words = new Int32Array(2);
const double = new Float64Array(words.buffer);

/** What the text calls and works with, by name. */
const GIVEN = {
	native,
	rare,
	reach,
	whole,
	copyBytes,
	fillBytes,
	writablePage,
	functionIndex,
	words,
	double,
};

type Run = (
	given: typeof GIVEN,
	image: Image,
	cases: Int32Array,
	returns: Int32Array,
	...taken: Parameters<Translation["run"]>
) => void;

/** What was made of a text: an engine that has compiled it need not do so again for the next build of a program. */
const made = new Map<string, Run>();
const MADE_MAX = 64;
/** The page does not allow it. */
let forbidden = false;

/**
 * At most so many words of code; of a longer function its loops. Null where nothing of it can be translated, or a page
 * may not make code from text.
 */
export function translate(
	image: Image,
	functions: readonly FunctionInfo[],
	most: number,
): Translation | null {
	const region = new Region(image, functions, most);
	const { cases, returns, entries } = region;
	const run = entries.length === 0 ? null : functionOf(region.text());
	if (run === null) return null;
	return {
		entries,
		run: (cpu, statements, rounds) => run(GIVEN, image, cases, returns, cpu, statements, rounds),
	};
}

function functionOf(body: string): Run | null {
	const known = made.get(body);
	if (known !== undefined || forbidden) return known ?? null;
	try {
		const text = `"use strict";\n${PROLOGUE}${body}${EPILOGUE}`;
		const run = new Function(...TAKEN, text) as Run;
		if (made.size >= MADE_MAX) made.clear();
		made.set(body, run);
		return run;
	} catch (error) {
		if (!(error instanceof EvalError)) throw error;
		forbidden = true;
		return null;
	}
}

const TAKEN = ["given", "image", "cases", "returns", "cpu", "statements", "rounds"];

/** Before the cases: the registers as variables, `w[f]` the first word of the frame, `b` the case to go on with. */
const PROLOGUE = `const { ${Object.keys(GIVEN).join(", ")} } = given;
const { code } = image;
const { memory } = cpu;
const { readTags, readPages, writeTags, writePages } = memory;
let pc = cpu.pc, fp = cpu.fp, sp = cpu.sp, left = statements | 0, ticks = rounds | 0;
cpu.executed = 0;
cpu.ticks = 0;
let w = memory.pageToWrite(fp);
if (w === null) return;
let f = (fp & 4095) >> 2;
const lowest = fp < ${STACK_START} ? 0 : ${STACK_START};
let b = cases[pc >> 2];
main: for (;;) {
switch (b) {
`;

const EPILOGUE = `default: break main;
}
}
memory.refusal = null;
cpu.pc = pc;
cpu.fp = fp;
cpu.sp = sp;
cpu.executed = statements - left;
cpu.ticks = rounds - ticks;
`;

/** Of a function that is too long: innermost loops that fit together. */
function loopsWithin({ blocks, loops }: ControlFlow, most: number): readonly Loop[] {
	let room = most;
	return loops.filter((loop) => {
		const words = [...loop.blocks].reduce((sum, at) => sum + blocks.get(at)!.next - at, 0);
		if (words > room) return false;
		room -= words;
		return true;
	});
}

/** What is translated into one text. */
class Region {
	/** By a word of the code, divided by 4: the case of the block that begins there; -1: none. */
	readonly cases: Int32Array;
	/** The same, of blocks behind a call. */
	readonly returns: Int32Array;
	readonly entries: number[] = [];
	readonly #code: Int32Array;
	readonly #names = new Names();
	readonly #functions: readonly ControlFlow[];
	#count = 0;

	constructor({ code }: Image, functions: readonly FunctionInfo[], most: number) {
		this.#code = code;
		this.cases = new Int32Array(code.length >> 2).fill(-1);
		this.returns = this.cases.slice();
		this.#functions = functions.map((one) => controlFlow(code, one));
		const isWhole = sizeOf(functions) <= most;
		for (const flow of this.#functions) {
			const loops = isWhole ? flow.loops : loopsWithin(flow, most);
			const headers = new Set(loops.map(({ header }) => header));
			const inside = new Set(loops.flatMap((loop) => [...loop.blocks]));
			for (const block of flow.blocks.values())
				if (headers.has(block.start) || (isWhole && !inside.has(block.start))) this.#number(block);
		}
	}

	#number({ start }: Block): void {
		this.cases[start >> 2] = this.#count;
		if (!isCall(this.#code[start]! % MARKED)) this.entries.push(start);
		this.#count++;
	}

	text(): string {
		return this.#functions.map((flow) => this.#function(flow)).join("");
	}

	#function(flow: ControlFlow): string {
		for (const { last, next } of flow.blocks.values()) {
			const operation = this.#code[last]! % MARKED;
			if (operation === op.CALL || operation === op.CALLP) this.returns[next >> 2] = this.cases[next >> 2]!;
		}
		const cases = [...flow.blocks.values()].filter(({ start }) => this.cases[start >> 2] !== -1);
		return cases
			.map((block, i) => {
				const loop = flow.loops.find(({ header }) => header === block.start);
				const behind = cases[i + 1]?.start;
				const text =
					loop === undefined
						? this.#block(block, this.#jump, behind)
						: new LoopText(flow, loop, this.#jump, (inner, jump) => this.#block(inner, jump)).text();
				return `case ${this.cases[block.start >> 2]}: {\n${text}}\n`;
			})
			.join("");
	}

	/** What lies in a loop but is not its header has no case: the interpreter goes on from there. */
	readonly #jump: Jump = (to) => {
		const number = this.cases[to >> 2]!;
		return number < 0 ? `{ pc = ${to}; break main; }` : `{ b = ${number}; continue main; }`;
	};

	/** A block; `behind` is the one whose text follows, where control may just go on. */
	#block({ start, last, next }: Block, jump: Jump, behind?: number): string {
		const code = this.#code;
		const pcs: number[] = [];
		for (let pc = start; pc <= last; pc = nextInstruction(code, pc)) pcs.push(pc);
		const text = new Straight(code, this.#names, pcs);
		for (const pc of pcs.slice(0, -1)) write(text, text.enter(pc));
		const end = this.#end(text, last, next, (to) => (to === behind ? "" : jump(to)), jump);
		return `${text.lines.join("\n")}\n${end}\n`;
	}

	/** How a block ends; `finish` is the jump that stands last in the text. */
	#end(text: Straight, pc: number, next: number, finish: Jump, jump: Jump): string {
		const code = this.#code;
		const instruction = text.enter(pc);
		const [operation] = instruction;
		switch (operation) {
			case op.CALL:
				return this.#call(text, pc);
			case op.CALLP:
				return this.#callPointer(text, pc);
			case op.RET:
			case op.RET1:
			case op.RET2:
				return this.#return(text, pc, operation);
			case op.RETURNED:
			case op.ILLEGAL:
				return text.leave();
			case op.JMP:
				return finish(code[pc + 1]!);
			case op.SWITCH:
				return this.#switch(text, pc, jump);
			default:
				if (ALONE.has(operation)) return text.leave();
		}
		const [to] = targets(code, pc);
		if (to === undefined) {
			write(text, instruction);
			return finish(next);
		}
		const taken = condition(text, instruction);
		return to === next ? finish(next) : `if (${taken}) ${jump(to)}\n${finish(next)}`;
	}

	#switch(text: Straight, pc: number, jump: Jump): string {
		const code = this.#code;
		const low = code[pc + 2]!;
		const table = code.subarray(pc + 5, pc + 5 + code[pc + 3]!);
		const otherwise = code[pc + 4]!;
		const value = text.read(code[pc + 1]!);
		const arms = targets(code, pc)
			.filter((to) => to !== otherwise)
			.map((to) => {
				const labels = [...table].flatMap((one, i) => (one === to ? [`case ${(low + i) | 0}:`] : []));
				return `${labels.join(" ")} ${jump(to)}\n`;
			});
		return `switch (${value}) {\n${arms.join("")}default: ${jump(otherwise)}\n}`;
	}

	#call(text: Straight, pc: number): string {
		const code = this.#code;
		const target = code[pc + 1]!;
		const from = code[pc + 2]!;
		const [bytes, slots, parameters] = [code[target + 1]!, code[target + 2]!, code[target + 3]!];
		const words = parameters % VARIADIC;
		const copied: string[] = [];
		if (words > SINGLY)
			copied.push(
				`for (let i = 0; i < ${words}; i++) page[g + ${HEAD_WORDS} + i | 0] = w[f + ${from} + i | 0];`,
			);
		else
			for (let i = 0; i < words; i++)
				copied.push(`page[g + ${HEAD_WORDS + i} | 0] = ${text.read(from + i)};`);
		const called = this.cases[(target + 4) >> 2]!;
		return [
			...frame(text, `${bytes}`, `${slots}`),
			...copied,
			...head(pc, parameters >= VARIADIC ? `fp + ${(from + words) * 4}` : null),
			called < 0 ? `pc = ${target + 4}; break main;` : `b = ${called}; continue main;`,
		].join("\n");
	}

	#callPointer(text: Straight, pc: number): string {
		const from = this.#code[pc + 2]!;
		const pointer = this.#code[pc + 1]!;
		return [
			`const target = functionIndex(image, ${text.read(pointer)}, ${text.read(pointer + 1)});`,
			`if (target < 0 || code[target] !== ${op.ENTER}) ${text.leave()}`,
			"const bytes = code[target + 1 | 0], slots = code[target + 2 | 0], parameters = code[target + 3 | 0];",
			`const count = parameters & ${VARIADIC - 1};`,
			...frame(text, "bytes", "slots"),
			`for (let i = 0; i < count; i++) page[g + ${HEAD_WORDS} + i | 0] = w[f + ${from} + i | 0];`,
			`if (parameters >= ${VARIADIC}) page[g + ${VARIADIC_WORD} | 0] = fp + (${from} + count) * 4;`,
			...head(pc, null),
			"b = cases[target + 4 >> 2];",
			"if (b < 0) { pc = target + 4; break main; }",
			"continue main;",
		].join("\n");
	}

	#return(text: Straight, pc: number, operation: number): string {
		const slot = this.#code[pc + 1]!;
		const value = operation === op.RET ? null : text.read(slot);
		const high = operation === op.RET2 ? text.read(slot + 1) : null;
		return [
			`const back = w[f + ${RETURN_WORD} | 0], caller = w[f + ${CALLER_FRAME_WORD} | 0];`,
			"const behind = returns[back >> 2];",
			`if (!(behind >= 0) || (back & 3) !== 0) ${text.leave()}`,
			"let page = w;",
			`if (caller >>> 12 !== fp >>> 12) { page = writablePage(memory, caller); if (page === null) ${text.leave()} }`,
			"const g = (caller & 4095) >> 2;",
			`sp = w[f + ${CALLER_STACK_WORD} | 0];`,
			...(value === null ? [] : ["const result = g + code[back - 2 | 0] | 0;"]),
			...(high === null ? [] : [`page[result + 1 | 0] = ${high};`]),
			...(value === null ? [] : [`page[result] = ${value};`]),
			"w = page; f = g; fp = caller; b = behind; continue main;",
		].join("\n");
	}
}

/** Finds the room of a called function's frame: `callee` is its address, `page[g]` its first word. */
function frame(text: Straight, bytes: string, slots: string): string[] {
	return [
		`let callee = sp - ${bytes} & -16;`,
		`if ((callee & 4095) + ${slots} > 4096) callee = (callee + ${slots} & -4096) - ${slots};`,
		`if (callee < lowest) ${text.leave()}`,
		"let page = w;",
		`if (callee >>> 12 !== fp >>> 12) { page = writablePage(memory, callee); if (page === null) ${text.leave()} }`,
		"const g = (callee & 4095) >> 2;",
	];
}

/** Fills the frame's head and enters it; `variadic` is the address of the arguments without a name. */
function head(pc: number, variadic: string | null): string[] {
	return [
		`page[g + ${RETURN_WORD} | 0] = ${pc + 4};`,
		`page[g + ${CALLER_FRAME_WORD} | 0] = fp;`,
		`page[g + ${CALLER_STACK_WORD} | 0] = sp;`,
		...(variadic === null ? [] : [`page[g + ${VARIADIC_WORD} | 0] = ${variadic};`]),
		"w = page; f = g; fp = callee; sp = callee;",
	];
}

/** A loop, its conditions and its inner loops, as structured text. */
class LoopText {
	readonly #flow: ControlFlow;
	readonly #loop: Loop;
	readonly #out: Jump;
	readonly #write: (block: Block, jump: Jump) => string;

	/** `out` writes a jump out of the loop, `write` a block of it. */
	constructor(flow: ControlFlow, loop: Loop, out: Jump, write: (block: Block, jump: Jump) => string) {
		this.#flow = flow;
		this.#loop = loop;
		this.#out = out;
		this.#write = write;
	}

	text(): string {
		return this.#tree(this.#loop.header);
	}

	/** A block with all that it dominates. */
	#tree(at: number): string {
		const merges = this.#flow.dominated.get(at)!.filter((one) => this.#isInside(one) && this.#isMerge(one));
		const within = this.#within(at, merges);
		return this.#isHeader(at) ? `c${at}: for (;;) {\n${within}}\n` : within;
	}

	#within(at: number, merges: readonly number[]): string {
		const last = merges.at(-1);
		if (last !== undefined)
			return `b${last}: {\n${this.#within(at, merges.slice(0, -1))}}\n${this.#tree(last)}`;
		return this.#write(this.#flow.blocks.get(at)!, (to) => this.#jump(at, to));
	}

	#jump(from: number, to: number): string {
		if (!this.#isInside(to)) return this.#out(to);
		if (this.#isBack(from, to)) return `continue c${to};`;
		return this.#isMerge(to) ? `break b${to};` : `{\n${this.#tree(to)}}`;
	}

	#isInside(at: number): boolean {
		return this.#loop.blocks.has(at);
	}

	#isBack(from: number, to: number): boolean {
		return this.#flow.order.get(to)! <= this.#flow.order.get(from)!;
	}

	#isHeader(at: number): boolean {
		return this.#flow.predecessors.get(at)!.some((from) => this.#isBack(from, at));
	}

	#isMerge(at: number): boolean {
		return this.#flow.predecessors.get(at)!.filter((from) => !this.#isBack(from, at)).length > 1;
	}
}
