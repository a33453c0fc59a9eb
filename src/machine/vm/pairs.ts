// Instructions that often follow each other, joined into one: what costs most in the processor's loop is the way from
// one instruction to the next. Only the operation of the first is changed, where the image is loaded; the second stays
// where it is, for those who jump to it, and for a processor that has to stop between the two.

import { MARKED, type OpName, op } from "./opcodes.ts";

/** The joined operation, its first instruction and its second, which begins a statement where `mark` says so. */
const pairs: readonly {
	readonly name: OpName;
	readonly of: readonly [OpName, OpName];
	readonly mark: boolean;
}[] = [
	{ name: "ADDI_CALL", of: ["ADDI", "CALL"], mark: false },
	{ name: "MOV2_CALL", of: ["MOV2", "CALL"], mark: false },
	{ name: "ADD_RET1", of: ["ADD", "RET1"], mark: false },
	{ name: "ADDI_JLTI", of: ["ADDI", "JLTI"], mark: true },
	{ name: "ADD_JLTI", of: ["ADD", "JLTI"], mark: true },
	{ name: "ADDI_JLT", of: ["ADDI", "JLT"], mark: true },
	{ name: "LDI_GXST8", of: ["LDI", "GXST8"], mark: false },
	{ name: "LDI_XST8", of: ["LDI", "XST8"], mark: false },
	{ name: "LDI_GXST32", of: ["LDI", "GXST32"], mark: false },
	{ name: "LDI_XST32", of: ["LDI", "XST32"], mark: false },
];

const joined: ReadonlyMap<number, number> = new Map(
	pairs.map(({ name, of: [first, second], mark }) => [
		key(op[first], op[second] + (mark ? MARKED : 0)),
		op[name],
	]),
);

function key(first: number, second: number): number {
	return first * 1024 + second;
}

const known = new WeakMap<Int32Array, Int32Array>();

/** The code with pairs joined; made once for each code. */
export function paired(code: Int32Array): Int32Array {
	const made = known.get(code);
	if (made !== undefined) return made;
	const result = code.slice();
	for (let pc = 0; pc + 4 < code.length; pc = nextInstruction(code, pc)) {
		const word = code[pc]!;
		const pair = joined.get(key(word % MARKED, code[pc + 4]!));
		// What is returned must be the sum.
		if (pair === undefined || (pair === op.ADD_RET1 && code[pc + 1] !== code[pc + 5])) continue;
		result[pc] = pair + (word >= MARKED ? MARKED : 0);
	}
	known.set(code, result);
	return result;
}

/** Where the instruction after the one at `pc` begins: a SWITCH is followed by its table. */
export function nextInstruction(code: Int32Array, pc: number): number {
	if (code[pc]! % MARKED !== op.SWITCH) return pc + 4;
	return pc + 4 + Math.ceil((code[pc + 3]! + 1) / 4) * 4;
}
