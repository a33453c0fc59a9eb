// The control flow of one function: its basic blocks, who dominates whom, and its loops.

import type { FunctionInfo } from "../../code/image.ts";
import { MARKED, op } from "../opcodes.ts";
import { nextInstruction } from "../pairs.ts";

/** Instructions that run one after the other: in at the first, out behind the last. */
export interface Block {
	/** Word of the code of the first instruction, and of the last. */
	readonly start: number;
	readonly last: number;
	/** Where the next one begins that could follow. */
	readonly next: number;
	/** The blocks of the function that can follow, by their starts. */
	readonly successors: readonly number[];
	/** It ends with what the function does not go on from by itself: a call, a trap, what only the interpreter does. */
	readonly leaves: boolean;
}

/** A loop into which no call leads: it is entered at its header only. */
export interface Loop {
	readonly header: number;
	readonly blocks: ReadonlySet<number>;
}

export interface ControlFlow {
	/** Those that can be reached, by their starts, in the order of the code. */
	readonly blocks: ReadonlyMap<number, Block>;
	/** By a block's start: its place in reverse postorder. */
	readonly order: ReadonlyMap<number, number>;
	/** By a block's start: the starts of the blocks that it dominates immediately, in reverse postorder. */
	readonly dominated: ReadonlyMap<number, readonly number[]>;
	readonly predecessors: ReadonlyMap<number, readonly number[]>;
	/** Those that hold no other loop, and no block which leaves. */
	readonly loops: readonly Loop[];
}

/** Where a branch leads: the word of the instruction that holds it. */
function branchOperand(operation: number): number {
	if (operation === op.JMP) return 1;
	return operation === op.JZ || operation === op.JNZ || operation === op.JZ2 || operation === op.JNZ2 ? 2 : 3;
}

export function isBranch(operation: number): boolean {
	return operation === op.JMP || (operation >= op.JZ && operation <= op.JLEU2);
}

const ENDS: ReadonlySet<number> = new Set([op.RET, op.RET1, op.RET2, op.RETURNED, op.ILLEGAL]);
/** Only the interpreter does these. */
export const ALONE: ReadonlySet<number> = new Set([op.TRAP, op.SETJMP, op.LONGJMP, op.ALLOCA]);

/** Where control can go from the instruction at `pc` within the function, but for the next instruction. */
export function targets(code: Int32Array, pc: number): readonly number[] {
	const operation = code[pc]! % MARKED;
	if (isBranch(operation)) return [code[pc + branchOperand(operation)]!];
	if (operation === op.SWITCH) return [...new Set(code.subarray(pc + 4, pc + 5 + code[pc + 3]!))];
	return [];
}

function goesOn(operation: number): boolean {
	return operation !== op.JMP && operation !== op.SWITCH && !ENDS.has(operation);
}

/** Whether the function does not go on from it by itself: a call, or what only the interpreter does. */
export function isCall(operation: number): boolean {
	return operation === op.CALL || operation === op.CALLP || ALONE.has(operation);
}

/** Words of code. */
export function sizeOf(functions: readonly FunctionInfo[]): number {
	return functions.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function controlFlow(code: Int32Array, { start, end }: FunctionInfo): ControlFlow {
	const all = blocksOf(code, start + 4, end);
	const postorder: number[] = [];
	visit(all, start + 4, new Set(), postorder);
	const starts = postorder.reverse();
	const order = new Map(starts.map((at, i) => [at, i]));
	const blocks = new Map([...all].filter(([at]) => order.has(at)));
	const predecessors = new Map<number, number[]>(starts.map((at) => [at, []]));
	for (const at of starts) for (const to of blocks.get(at)!.successors) predecessors.get(to)!.push(at);
	const dominators = immediateDominators(starts, order, predecessors);
	const dominated = new Map<number, number[]>(starts.map((at) => [at, []]));
	for (const at of starts.slice(1)) dominated.get(dominators.get(at)!)!.push(at);
	const loops = loopsOf({ blocks, order, predecessors }, starts, dominators);
	return { blocks, order, dominated, predecessors, loops };
}

function blocksOf(code: Int32Array, start: number, end: number): Map<number, Block> {
	const leaders = new Set([start]);
	for (let pc = start; pc < end; pc = nextInstruction(code, pc)) {
		const operation = code[pc]! % MARKED;
		for (const to of targets(code, pc)) leaders.add(to);
		if (isBranch(operation) || isCall(operation) || !goesOn(operation))
			leaders.add(nextInstruction(code, pc));
	}
	const blocks = new Map<number, Block>();
	for (let pc = start; pc < end; ) {
		const first = pc;
		let last = pc;
		do {
			last = pc;
			pc = nextInstruction(code, pc);
		} while (pc < end && !leaders.has(pc));
		const operation = code[last]! % MARKED;
		const successors = new Set(targets(code, last));
		if (goesOn(operation) && pc < end) successors.add(pc);
		blocks.set(first, {
			start: first,
			last,
			next: pc,
			successors: [...successors],
			leaves: isCall(operation) || ENDS.has(operation),
		});
	}
	return blocks;
}

function visit(
	blocks: ReadonlyMap<number, Block>,
	from: number,
	seen: Set<number>,
	postorder: number[],
): void {
	// By hand, as a function may have more blocks than the engine's stack has room.
	const path: { readonly at: number; readonly left: number[] }[] = [];
	const enter = (at: number): void => {
		seen.add(at);
		path.push({ at, left: [...blocks.get(at)!.successors] });
	};
	enter(from);
	while (path.length > 0) {
		const { at, left } = path.at(-1)!;
		const to = left.pop();
		if (to === undefined) {
			postorder.push(at);
			path.pop();
		} else if (!seen.has(to)) enter(to);
	}
}

/** After Cooper, Harvey and Kennedy, A Simple, Fast Dominance Algorithm. */
function immediateDominators(
	starts: readonly number[],
	order: ReadonlyMap<number, number>,
	predecessors: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, number> {
	const found = new Map<number, number>([[starts[0]!, starts[0]!]]);
	const common = (one: number, other: number): number => {
		let [a, b] = [one, other];
		while (a !== b) {
			if (order.get(a)! > order.get(b)!) a = found.get(a)!;
			else b = found.get(b)!;
		}
		return a;
	};
	for (let changed = true; changed; ) {
		changed = false;
		for (const at of starts.slice(1)) {
			const known = predecessors.get(at)!.filter((one) => found.has(one));
			const dominator = known.reduce(common);
			if (found.get(at) === dominator) continue;
			found.set(at, dominator);
			changed = true;
		}
	}
	return found;
}

function loopsOf(
	{ blocks, order, predecessors }: Pick<ControlFlow, "blocks" | "order" | "predecessors">,
	starts: readonly number[],
	dominators: ReadonlyMap<number, number>,
): readonly Loop[] {
	const dominates = (one: number, other: number): boolean => {
		let at = other;
		while (order.get(at)! > order.get(one)!) at = dominators.get(at)!;
		return at === one;
	};
	const loops: Loop[] = [];
	const headers: number[] = [];
	for (const header of starts) {
		const back = predecessors.get(header)!.filter((from) => order.get(from)! >= order.get(header)!);
		if (back.length === 0) continue;
		// By goto into a loop: no loop of it has one entry only.
		if (!back.every((from) => dominates(header, from))) return [];
		headers.push(header);
		const inside = new Set([header]);
		for (const at of back) inside.add(at);
		for (const at of inside) if (at !== header) for (const from of predecessors.get(at)!) inside.add(from);
		const isWhole = [...inside].every((at) => !blocks.get(at)!.leaves);
		if (isWhole) loops.push({ header, blocks: inside });
	}
	return loops.filter((loop) => headers.every((other) => other === loop.header || !loop.blocks.has(other)));
}
