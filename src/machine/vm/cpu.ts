// The processor's loop: one switch over the operations of opcodes.ts.
//
// The numbers after `case` are literals so that engines make a jump table of them; `satisfies` keeps them right.

import type { Image } from "../code/image.ts";
import { copyBytes, fillBytes } from "./blocks.ts";
import {
	CALLER_FRAME_WORD,
	CALLER_STACK_WORD,
	codeIndex,
	HEAD_WORDS,
	RETURN_WORD,
	STACK_START,
	VARIADIC,
	VARIADIC_WORD,
} from "./frame.ts";
import { leaveContext, saveContext } from "./jump.ts";
import type { Memory } from "./memory.ts";
import { native } from "./natives.ts";
import { MARKED, type Op, op } from "./opcodes.ts";
import { rare } from "./rare.ts";
import { divided, illegal, lost, lostFrame, overflow, refused, type Stop, statements, wild } from "./stop.ts";
import { less, lessUnsigned } from "./wide.ts";

/** Where the name of the trap begins in the frame that `Processor.call` makes. */
export const CALL_NAME_WORD = HEAD_WORDS + 16;

/** How often loops of the library may go round in one `run`. */
const TICKS_MAX = 20_000_000;

/** The registers and the loop. `pc` is an index into the code; the frame and stack pointers are addresses. */
export class Cpu {
	readonly image: Image;
	readonly memory: Memory;
	pc = 0;
	fp = 0;
	sp = 0;
	/** Statement marks passed in the last `run`. */
	executed = 0;

	constructor(image: Image, memory: Memory) {
		this.image = image;
		this.memory = memory;
	}

	/** Runs until `budget` statement marks have been passed and another comes, or until a trap or a fault. */
	run(budget: number): Stop {
		const { memory } = this;
		const { code } = this.image;
		const { readTags, readPages, writeTags, writePages } = memory;
		let { pc, fp, sp } = this;
		let left = budget;
		let ticks = TICKS_MAX;
		const first = memory.pageToWrite(fp);
		if (first === null) return this.#stop(pc, fp, sp, 0, lostFrame(memory, fp));
		// The words of the page that holds the frame's slots, and where they begin in it.
		let w: Int32Array = first;
		let f = (fp & 4095) >> 2;
		for (;;) {
			let operation = code[pc]!;
			if (operation >= MARKED) {
				if (left <= 0) {
					return this.#stop(pc, fp, sp, budget - left, statements);
				}
				left--;
				operation -= MARKED;
			}
			switch (operation) {
				// ---- control ----
				case 1 satisfies Op["MARK"]:
					if (left <= 0) {
						this.#leave(pc, fp, sp, budget - left);
						return statements;
					}
					left--;
					break;
				case 2 satisfies Op["TICK"]:
					if (--ticks < 0) {
						this.#leave(pc, fp, sp, budget - left);
						return statements;
					}
					break;
				case 3 satisfies Op["JMP"]:
					pc = code[pc + 1]!;
					continue;
				case 5 satisfies Op["CALLP"]:
				case 4 satisfies Op["CALL"]: {
					let target = code[pc + 1]!;
					if (operation === 5) {
						target = this.#target(w[f + target]!, w[f + target + 1]!);
						if (target < 0) return this.#stop(pc, fp, sp, budget - left, wild(w[f + code[pc + 1]!]!));
						if (code[target] === op.NATIVE) {
							native(code[target + 1]!, memory, w, f + code[pc + 2]!);
							if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
							break;
						}
						if (code[target] !== op.ENTER) return this.#trapped(pc, fp, sp, budget - left, code[target + 1]!);
					}
					const slots = code[target + 2]!;
					let callee = (sp - code[target + 1]!) & -16;
					if ((callee & 4095) + slots > 4096) callee = ((callee + slots) & -4096) - slots;
					if (callee < STACK_START) return this.#stop(pc, fp, sp, budget - left, overflow(callee));
					let page = w;
					if (callee >>> 12 !== fp >>> 12) {
						const e = (callee >>> 12) & 255;
						if ((callee & -4096) === writeTags[e]) page = writePages[e]!;
						else {
							const found = memory.pageToWrite(callee);
							if (found === null) return this.#stop(pc, fp, sp, budget - left, overflow(callee));
							page = found;
						}
					}
					const g = (callee & 4095) >> 2;
					const from = f + code[pc + 2]!;
					const parameters = code[target + 3]!;
					const words = parameters & 0xffff;
					for (let i = 0; i < words; i++) page[g + HEAD_WORDS + i] = w[from + i]!;
					page[g + RETURN_WORD] = pc + 4;
					page[g + CALLER_FRAME_WORD] = fp;
					page[g + CALLER_STACK_WORD] = sp;
					if (parameters >= VARIADIC) page[g + VARIADIC_WORD] = fp + (code[pc + 2]! + words) * 4;
					w = page;
					f = g;
					fp = callee;
					sp = callee;
					pc = target + 4;
					continue;
				}
				case 8 satisfies Op["RET"]:
				case 9 satisfies Op["RET1"]:
				case 10 satisfies Op["RET2"]: {
					const value = f + code[pc + 1]!;
					const back = w[f + RETURN_WORD]!;
					const caller = w[f + CALLER_FRAME_WORD]!;
					const site = code[back - 4]! & (MARKED - 1);
					if (site !== op.CALL && site !== op.CALLP) return this.#stop(pc, fp, sp, budget - left, lost(back));
					let page = w;
					if (caller >>> 12 !== fp >>> 12) {
						const e = (caller >>> 12) & 255;
						if ((caller & -4096) === writeTags[e]) page = writePages[e]!;
						else {
							const found = memory.pageToWrite(caller);
							if (found === null) return this.#stop(pc, fp, sp, budget - left, lost(back));
							page = found;
						}
					}
					const g = (caller & 4095) >> 2;
					if (operation !== 8) {
						const result = g + code[back - 2]!;
						if (operation === 10) page[result + 1] = w[value + 1]!;
						page[result] = w[value]!;
					}
					sp = w[f + CALLER_STACK_WORD]!;
					w = page;
					f = g;
					fp = caller;
					pc = back;
					continue;
				}
				case 6 satisfies Op["TRAP"]:
					return this.#trapped(pc, fp, sp, budget - left, code[pc + 1]!);
				case 7 satisfies Op["NATIVE"]:
					native(code[pc + 1]!, memory, w, f + code[pc + 2]!);
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					break;
				case 12 satisfies Op["RETURNED"]:
					this.#leave(pc, fp, sp, budget - left);
					return { kind: "trap", name: this.returnTrap() };
				case 13 satisfies Op["SWITCH"]: {
					const value = (w[f + code[pc + 1]!]! - code[pc + 2]!) >>> 0;
					pc = value < code[pc + 3]! ? code[pc + 5 + value]! : code[pc + 4]!;
					continue;
				}
				case 14 satisfies Op["SETJMP"]:
					saveContext(memory, w[f + code[pc + 1]!]!, pc, fp, sp);
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					w[f + code[pc + 1]!] = 0;
					break;
				case 15 satisfies Op["LONGJMP"]: {
					const value = w[f + code[pc + 1]! + 2]!;
					this.#leave(pc, fp, sp, budget - left);
					if (!leaveContext(this, w[f + code[pc + 1]!]!)) {
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						return this.#stop(pc, fp, sp, budget - left, lost(w[f + code[pc + 1]!]!));
					}
					({ pc, fp, sp } = this);
					w = memory.pageToWrite(fp)!;
					f = (fp & 4095) >> 2;
					w[f + code[pc + 1]!] = value === 0 ? 1 : value;
					break;
				}
				case 16 satisfies Op["ALLOCA"]: {
					const size = w[f + code[pc + 2]!]!;
					const room = size < 0 || w[f + code[pc + 2]! + 1]! !== 0 ? -1 : (sp - size) & -16;
					if (room < STACK_START) return this.#stop(pc, fp, sp, budget - left, overflow(room));
					sp = room;
					w[f + code[pc + 1]!] = sp;
					w[f + code[pc + 1]! + 1] = 0;
					break;
				}
				case 17 satisfies Op["GETSP"]:
					w[f + code[pc + 1]!] = sp;
					break;
				case 18 satisfies Op["SETSP"]:
					sp = w[f + code[pc + 1]!]!;
					break;
				// ---- moves ----
				case 19 satisfies Op["MOV"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]!;
					break;
				case 20 satisfies Op["MOV2"]: {
					const d = f + code[pc + 1]!;
					const a = f + code[pc + 2]!;
					const low = w[a]!;
					w[d + 1] = w[a + 1]!;
					w[d] = low;
					break;
				}
				case 21 satisfies Op["LDI"]:
					w[f + code[pc + 1]!] = code[pc + 2]!;
					break;
				case 22 satisfies Op["LDI2"]: {
					const d = f + code[pc + 1]!;
					w[d] = code[pc + 2]!;
					w[d + 1] = code[pc + 3]!;
					break;
				}
				case 23 satisfies Op["LEA"]: {
					const d = f + code[pc + 1]!;
					w[d] = fp + code[pc + 2]!;
					w[d + 1] = 0;
					break;
				}
				case 24 satisfies Op["COPY"]:
					copyBytes(memory, w[f + code[pc + 1]!]!, w[f + code[pc + 2]!]!, code[pc + 3]!);
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					break;
				case 25 satisfies Op["ZERO"]:
					fillBytes(memory, w[f + code[pc + 1]!]!, 0, code[pc + 2]!);
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					break;
				// ---- 32 bits ----
				case 26 satisfies Op["ADD"]:
					w[f + code[pc + 1]!] = (w[f + code[pc + 2]!]! + w[f + code[pc + 3]!]!) | 0;
					break;
				case 27 satisfies Op["SUB"]:
					w[f + code[pc + 1]!] = (w[f + code[pc + 2]!]! - w[f + code[pc + 3]!]!) | 0;
					break;
				case 28 satisfies Op["MUL"]:
					w[f + code[pc + 1]!] = Math.imul(w[f + code[pc + 2]!]!, w[f + code[pc + 3]!]!);
					break;
				case 29 satisfies Op["AND"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! & w[f + code[pc + 3]!]!;
					break;
				case 30 satisfies Op["OR"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! | w[f + code[pc + 3]!]!;
					break;
				case 31 satisfies Op["XOR"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! ^ w[f + code[pc + 3]!]!;
					break;
				case 32 satisfies Op["SHL"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! << w[f + code[pc + 3]!]!;
					break;
				case 33 satisfies Op["SHR"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! >> w[f + code[pc + 3]!]!;
					break;
				case 34 satisfies Op["SHRU"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! >>> w[f + code[pc + 3]!]!;
					break;
				case 35 satisfies Op["ADDI"]:
					w[f + code[pc + 1]!] = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					break;
				case 36 satisfies Op["MULI"]:
					w[f + code[pc + 1]!] = Math.imul(w[f + code[pc + 2]!]!, code[pc + 3]!);
					break;
				case 37 satisfies Op["ANDI"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! & code[pc + 3]!;
					break;
				case 38 satisfies Op["SHLI"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! << code[pc + 3]!;
					break;
				case 39 satisfies Op["SHRI"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! >> code[pc + 3]!;
					break;
				case 40 satisfies Op["SHRUI"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! >>> code[pc + 3]!;
					break;
				case 41 satisfies Op["NEG"]:
					w[f + code[pc + 1]!] = -w[f + code[pc + 2]!]! | 0;
					break;
				case 42 satisfies Op["NOT"]:
					w[f + code[pc + 1]!] = ~w[f + code[pc + 2]!]!;
					break;
				case 43 satisfies Op["DIV"]: {
					const x = w[f + code[pc + 2]!]!;
					const y = w[f + code[pc + 3]!]!;
					if (y === 0 || (y === -1 && x === -0x8000_0000))
						return this.#stop(pc, fp, sp, budget - left, divided(pc, y));
					w[f + code[pc + 1]!] = (x / y) | 0;
					break;
				}
				case 44 satisfies Op["MOD"]: {
					const x = w[f + code[pc + 2]!]!;
					const y = w[f + code[pc + 3]!]!;
					if (y === 0 || (y === -1 && x === -0x8000_0000))
						return this.#stop(pc, fp, sp, budget - left, divided(pc, y));
					w[f + code[pc + 1]!] = (x % y) | 0;
					break;
				}
				case 45 satisfies Op["DIVU"]: {
					const y = w[f + code[pc + 3]!]! >>> 0;
					if (y === 0) return this.#stop(pc, fp, sp, budget - left, divided(pc, y));
					w[f + code[pc + 1]!] = ((w[f + code[pc + 2]!]! >>> 0) / y) | 0;
					break;
				}
				case 46 satisfies Op["MODU"]: {
					const y = w[f + code[pc + 3]!]! >>> 0;
					if (y === 0) return this.#stop(pc, fp, sp, budget - left, divided(pc, y));
					w[f + code[pc + 1]!] = ((w[f + code[pc + 2]!]! >>> 0) % y) | 0;
					break;
				}
				case 47 satisfies Op["EQ"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! === w[f + code[pc + 3]!]! ? 1 : 0;
					break;
				case 48 satisfies Op["NE"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! !== w[f + code[pc + 3]!]! ? 1 : 0;
					break;
				case 49 satisfies Op["LT"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! < w[f + code[pc + 3]!]! ? 1 : 0;
					break;
				case 50 satisfies Op["LE"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! <= w[f + code[pc + 3]!]! ? 1 : 0;
					break;
				case 51 satisfies Op["LTU"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! >>> 0 < w[f + code[pc + 3]!]! >>> 0 ? 1 : 0;
					break;
				case 52 satisfies Op["LEU"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! >>> 0 <= w[f + code[pc + 3]!]! >>> 0 ? 1 : 0;
					break;
				case 53 satisfies Op["EQI"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! === code[pc + 3]! ? 1 : 0;
					break;
				case 54 satisfies Op["NEI"]:
					w[f + code[pc + 1]!] = w[f + code[pc + 2]!]! !== code[pc + 3]! ? 1 : 0;
					break;
				case 55 satisfies Op["SX8"]:
					w[f + code[pc + 1]!] = (w[f + code[pc + 2]!]! << 24) >> 24;
					break;
				case 56 satisfies Op["SX16"]:
					w[f + code[pc + 1]!] = (w[f + code[pc + 2]!]! << 16) >> 16;
					break;
				// ---- 64 bits and pointers ----
				case 57 satisfies Op["SX64"]: {
					const d = f + code[pc + 1]!;
					const low = w[f + code[pc + 2]!]!;
					w[d] = low;
					w[d + 1] = low >> 31;
					break;
				}
				case 58 satisfies Op["ZX64"]: {
					const d = f + code[pc + 1]!;
					w[d] = w[f + code[pc + 2]!]!;
					w[d + 1] = 0;
					break;
				}
				case 59 satisfies Op["ADD2"]: {
					const d = f + code[pc + 1]!;
					const a = f + code[pc + 2]!;
					const b = f + code[pc + 3]!;
					const low = (w[a]! >>> 0) + (w[b]! >>> 0);
					w[d + 1] = (w[a + 1]! + w[b + 1]! + (low > 0xffff_ffff ? 1 : 0)) | 0;
					w[d] = low | 0;
					break;
				}
				case 60 satisfies Op["SUB2"]: {
					const d = f + code[pc + 1]!;
					const a = f + code[pc + 2]!;
					const b = f + code[pc + 3]!;
					const low = (w[a]! >>> 0) - (w[b]! >>> 0);
					w[d + 1] = (w[a + 1]! - w[b + 1]! - (low < 0 ? 1 : 0)) | 0;
					w[d] = low | 0;
					break;
				}
				case 61 satisfies Op["ADD2I"]: {
					const d = f + code[pc + 1]!;
					const a = f + code[pc + 2]!;
					const i = code[pc + 3]!;
					const low = (w[a]! >>> 0) + (i >>> 0);
					w[d + 1] = (w[a + 1]! + (i >> 31) + (low > 0xffff_ffff ? 1 : 0)) | 0;
					w[d] = low | 0;
					break;
				}
				case 82 satisfies Op["PADD"]: {
					const d = f + code[pc + 1]!;
					w[d] = (w[f + code[pc + 2]!]! + w[f + code[pc + 3]!]!) | 0;
					w[d + 1] = 0;
					break;
				}
				case 83 satisfies Op["PADD4"]: {
					const d = f + code[pc + 1]!;
					w[d] = (w[f + code[pc + 2]!]! + (w[f + code[pc + 3]!]! << 2)) | 0;
					w[d + 1] = 0;
					break;
				}
				case 84 satisfies Op["PADD8"]: {
					const d = f + code[pc + 1]!;
					w[d] = (w[f + code[pc + 2]!]! + (w[f + code[pc + 3]!]! << 3)) | 0;
					w[d + 1] = 0;
					break;
				}
				case 85 satisfies Op["PADDI"]: {
					const d = f + code[pc + 1]!;
					w[d] = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					w[d + 1] = 0;
					break;
				}
				// ---- branches ----
				case 86 satisfies Op["JZ"]:
					pc = w[f + code[pc + 1]!]! === 0 ? code[pc + 2]! : pc + 4;
					continue;
				case 87 satisfies Op["JNZ"]:
					pc = w[f + code[pc + 1]!]! !== 0 ? code[pc + 2]! : pc + 4;
					continue;
				case 88 satisfies Op["JEQ"]:
					pc = w[f + code[pc + 1]!]! === w[f + code[pc + 2]!]! ? code[pc + 3]! : pc + 4;
					continue;
				case 89 satisfies Op["JNE"]:
					pc = w[f + code[pc + 1]!]! !== w[f + code[pc + 2]!]! ? code[pc + 3]! : pc + 4;
					continue;
				case 90 satisfies Op["JLT"]:
					pc = w[f + code[pc + 1]!]! < w[f + code[pc + 2]!]! ? code[pc + 3]! : pc + 4;
					continue;
				case 91 satisfies Op["JLE"]:
					pc = w[f + code[pc + 1]!]! <= w[f + code[pc + 2]!]! ? code[pc + 3]! : pc + 4;
					continue;
				case 92 satisfies Op["JLTU"]:
					pc = w[f + code[pc + 1]!]! >>> 0 < w[f + code[pc + 2]!]! >>> 0 ? code[pc + 3]! : pc + 4;
					continue;
				case 93 satisfies Op["JLEU"]:
					pc = w[f + code[pc + 1]!]! >>> 0 <= w[f + code[pc + 2]!]! >>> 0 ? code[pc + 3]! : pc + 4;
					continue;
				case 94 satisfies Op["JEQI"]:
					pc = w[f + code[pc + 1]!]! === code[pc + 2]! ? code[pc + 3]! : pc + 4;
					continue;
				case 95 satisfies Op["JNEI"]:
					pc = w[f + code[pc + 1]!]! !== code[pc + 2]! ? code[pc + 3]! : pc + 4;
					continue;
				case 96 satisfies Op["JLTI"]:
					pc = w[f + code[pc + 1]!]! < code[pc + 2]! ? code[pc + 3]! : pc + 4;
					continue;
				case 97 satisfies Op["JLEI"]:
					pc = w[f + code[pc + 1]!]! <= code[pc + 2]! ? code[pc + 3]! : pc + 4;
					continue;
				case 98 satisfies Op["JGTI"]:
					pc = w[f + code[pc + 1]!]! > code[pc + 2]! ? code[pc + 3]! : pc + 4;
					continue;
				case 99 satisfies Op["JGEI"]:
					pc = w[f + code[pc + 1]!]! >= code[pc + 2]! ? code[pc + 3]! : pc + 4;
					continue;
				case 100 satisfies Op["JZ2"]: {
					const a = f + code[pc + 1]!;
					pc = (w[a]! | w[a + 1]!) === 0 ? code[pc + 2]! : pc + 4;
					continue;
				}
				case 101 satisfies Op["JNZ2"]: {
					const a = f + code[pc + 1]!;
					pc = (w[a]! | w[a + 1]!) !== 0 ? code[pc + 2]! : pc + 4;
					continue;
				}
				case 102 satisfies Op["JEQ2"]: {
					const a = f + code[pc + 1]!;
					const b = f + code[pc + 2]!;
					pc = w[a]! === w[b]! && w[a + 1]! === w[b + 1]! ? code[pc + 3]! : pc + 4;
					continue;
				}
				case 103 satisfies Op["JNE2"]: {
					const a = f + code[pc + 1]!;
					const b = f + code[pc + 2]!;
					pc = w[a]! !== w[b]! || w[a + 1]! !== w[b + 1]! ? code[pc + 3]! : pc + 4;
					continue;
				}
				case 104 satisfies Op["JLT2"]: {
					const a = f + code[pc + 1]!;
					const b = f + code[pc + 2]!;
					pc = less(w, a, b) ? code[pc + 3]! : pc + 4;
					continue;
				}
				case 105 satisfies Op["JLE2"]: {
					const a = f + code[pc + 1]!;
					const b = f + code[pc + 2]!;
					pc = !less(w, b, a) ? code[pc + 3]! : pc + 4;
					continue;
				}
				case 106 satisfies Op["JLTU2"]: {
					const a = f + code[pc + 1]!;
					const b = f + code[pc + 2]!;
					pc = lessUnsigned(w, a, b) ? code[pc + 3]! : pc + 4;
					continue;
				}
				case 107 satisfies Op["JLEU2"]: {
					const a = f + code[pc + 1]!;
					const b = f + code[pc + 2]!;
					pc = !lessUnsigned(w, b, a) ? code[pc + 3]! : pc + 4;
					continue;
				}
				// ---- memory ----
				case 108 satisfies Op["LD8"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else {
						const value = (memory.load8(at) << 24) >> 24;
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 109 satisfies Op["LDU8"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else {
						const value = memory.load8(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 110 satisfies Op["LD16"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const value = (memory.load16(at) << 16) >> 16;
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					w[f + code[pc + 1]!] = value;
					break;
				}
				case 111 satisfies Op["LDU16"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const value = memory.load16(at);
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					w[f + code[pc + 1]!] = value;
					break;
				}
				case 112 satisfies Op["LD32"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === readTags[e]) w[f + code[pc + 1]!] = readPages[e]![(at & 4095) >> 2]!;
					else {
						const value = memory.load32(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 113 satisfies Op["LD64"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					const d = f + code[pc + 1]!;
					if ((at & -4089) === readTags[e]) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[d + 1] = page[((at & 4095) >> 2) + 1]!;
					} else {
						memory.load64(at, w, d);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 114 satisfies Op["ST8"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[f + code[pc + 1]!]! & 255) << shift);
					} else {
						memory.store8(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 115 satisfies Op["ST16"]:
					memory.store16((w[f + code[pc + 2]!]! + code[pc + 3]!) | 0, w[f + code[pc + 1]!]!);
					if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					break;
				case 116 satisfies Op["ST32"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === writeTags[e]) writePages[e]![(at & 4095) >> 2] = w[f + code[pc + 1]!]!;
					else {
						memory.store32(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 117 satisfies Op["ST64"]: {
					const at = (w[f + code[pc + 2]!]! + code[pc + 3]!) | 0;
					const e = (at >>> 12) & 255;
					const a = f + code[pc + 1]!;
					if ((at & -4089) === writeTags[e]) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[a + 1]!;
					} else {
						memory.store64(at, w[a]!, w[a + 1]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 118 satisfies Op["GLD8"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else {
						const value = (memory.load8(at) << 24) >> 24;
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 119 satisfies Op["GLDU8"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else {
						const value = memory.load8(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 120 satisfies Op["GLD32"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === readTags[e]) w[f + code[pc + 1]!] = readPages[e]![(at & 4095) >> 2]!;
					else {
						const value = memory.load32(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 121 satisfies Op["GLD64"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					const d = f + code[pc + 1]!;
					if ((at & -4089) === readTags[e]) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[d + 1] = page[((at & 4095) >> 2) + 1]!;
					} else {
						memory.load64(at, w, d);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 122 satisfies Op["GST8"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[f + code[pc + 1]!]! & 255) << shift);
					} else {
						memory.store8(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 123 satisfies Op["GST32"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === writeTags[e]) writePages[e]![(at & 4095) >> 2] = w[f + code[pc + 1]!]!;
					else {
						memory.store32(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 124 satisfies Op["GST64"]: {
					const at = code[pc + 2]!;
					const e = (at >>> 12) & 255;
					const a = f + code[pc + 1]!;
					if ((at & -4089) === writeTags[e]) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[a + 1]!;
					} else {
						memory.store64(at, w[a]!, w[a + 1]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 125 satisfies Op["XLD8"]: {
					const at = (w[f + code[pc + 2]!]! + w[f + code[pc + 3]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else {
						const value = (memory.load8(at) << 24) >> 24;
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 126 satisfies Op["XLDU8"]: {
					const at = (w[f + code[pc + 2]!]! + w[f + code[pc + 3]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else {
						const value = memory.load8(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 127 satisfies Op["XLD32"]: {
					const at = (w[f + code[pc + 2]!]! + (w[f + code[pc + 3]!]! << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === readTags[e]) w[f + code[pc + 1]!] = readPages[e]![(at & 4095) >> 2]!;
					else {
						const value = memory.load32(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 128 satisfies Op["XLD64"]: {
					const at = (w[f + code[pc + 2]!]! + (w[f + code[pc + 3]!]! << 3)) | 0;
					const e = (at >>> 12) & 255;
					const d = f + code[pc + 1]!;
					if ((at & -4089) === readTags[e]) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[d + 1] = page[((at & 4095) >> 2) + 1]!;
					} else {
						memory.load64(at, w, d);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 129 satisfies Op["XST8"]: {
					const at = (w[f + code[pc + 2]!]! + w[f + code[pc + 3]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[f + code[pc + 1]!]! & 255) << shift);
					} else {
						memory.store8(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 130 satisfies Op["XST32"]: {
					const at = (w[f + code[pc + 2]!]! + (w[f + code[pc + 3]!]! << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === writeTags[e]) writePages[e]![(at & 4095) >> 2] = w[f + code[pc + 1]!]!;
					else {
						memory.store32(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 131 satisfies Op["XST64"]: {
					const at = (w[f + code[pc + 2]!]! + (w[f + code[pc + 3]!]! << 3)) | 0;
					const e = (at >>> 12) & 255;
					const a = f + code[pc + 1]!;
					if ((at & -4089) === writeTags[e]) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[a + 1]!;
					} else {
						memory.store64(at, w[a]!, w[a + 1]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 132 satisfies Op["GXLD8"]: {
					const at = (code[pc + 3]! + w[f + code[pc + 2]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else {
						const value = (memory.load8(at) << 24) >> 24;
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 133 satisfies Op["GXLDU8"]: {
					const at = (code[pc + 3]! + w[f + code[pc + 2]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else {
						const value = memory.load8(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 134 satisfies Op["GXLD32"]: {
					const at = (code[pc + 3]! + (w[f + code[pc + 2]!]! << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === readTags[e]) w[f + code[pc + 1]!] = readPages[e]![(at & 4095) >> 2]!;
					else {
						const value = memory.load32(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 135 satisfies Op["GXLD64"]: {
					const at = (code[pc + 3]! + (w[f + code[pc + 2]!]! << 3)) | 0;
					const e = (at >>> 12) & 255;
					const d = f + code[pc + 1]!;
					if ((at & -4089) === readTags[e]) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[d + 1] = page[((at & 4095) >> 2) + 1]!;
					} else {
						memory.load64(at, w, d);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 136 satisfies Op["GXST8"]: {
					const at = (code[pc + 3]! + w[f + code[pc + 2]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[f + code[pc + 1]!]! & 255) << shift);
					} else {
						memory.store8(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 137 satisfies Op["GXST32"]: {
					const at = (code[pc + 3]! + (w[f + code[pc + 2]!]! << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === writeTags[e]) writePages[e]![(at & 4095) >> 2] = w[f + code[pc + 1]!]!;
					else {
						memory.store32(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 138 satisfies Op["GXST64"]: {
					const at = (code[pc + 3]! + (w[f + code[pc + 2]!]! << 3)) | 0;
					const e = (at >>> 12) & 255;
					const a = f + code[pc + 1]!;
					if ((at & -4089) === writeTags[e]) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[a + 1]!;
					} else {
						memory.store64(at, w[a]!, w[a + 1]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 139 satisfies Op["FXLD8"]: {
					const at = (fp + code[pc + 3]! + w[f + code[pc + 2]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else {
						const value = (memory.load8(at) << 24) >> 24;
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 140 satisfies Op["FXLDU8"]: {
					const at = (fp + code[pc + 3]! + w[f + code[pc + 2]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[f + code[pc + 1]!] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else {
						const value = memory.load8(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 141 satisfies Op["FXLD32"]: {
					const at = (fp + code[pc + 3]! + (w[f + code[pc + 2]!]! << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === readTags[e]) w[f + code[pc + 1]!] = readPages[e]![(at & 4095) >> 2]!;
					else {
						const value = memory.load32(at);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
						w[f + code[pc + 1]!] = value;
					}
					break;
				}
				case 142 satisfies Op["FXLD64"]: {
					const at = (fp + code[pc + 3]! + (w[f + code[pc + 2]!]! << 3)) | 0;
					const e = (at >>> 12) & 255;
					const d = f + code[pc + 1]!;
					if ((at & -4089) === readTags[e]) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[d + 1] = page[((at & 4095) >> 2) + 1]!;
					} else {
						memory.load64(at, w, d);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 143 satisfies Op["FXST8"]: {
					const at = (fp + code[pc + 3]! + w[f + code[pc + 2]!]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[f + code[pc + 1]!]! & 255) << shift);
					} else {
						memory.store8(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 144 satisfies Op["FXST32"]: {
					const at = (fp + code[pc + 3]! + (w[f + code[pc + 2]!]! << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === writeTags[e]) writePages[e]![(at & 4095) >> 2] = w[f + code[pc + 1]!]!;
					else {
						memory.store32(at, w[f + code[pc + 1]!]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				case 145 satisfies Op["FXST64"]: {
					const at = (fp + code[pc + 3]! + (w[f + code[pc + 2]!]! << 3)) | 0;
					const e = (at >>> 12) & 255;
					const a = f + code[pc + 1]!;
					if ((at & -4089) === writeTags[e]) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[a + 1]!;
					} else {
						memory.store64(at, w[a]!, w[a + 1]!);
						if (memory.refusal !== null) return this.#stop(pc, fp, sp, budget - left, refused(memory));
					}
					break;
				}
				default: {
					const outcome = rare(operation, w, f + code[pc + 1]!, f + code[pc + 2]!, f + code[pc + 3]!);
					if (outcome === "divide") return this.#stop(pc, fp, sp, budget - left, divided(pc, 0));
					if (outcome === "illegal") return this.#stop(pc, fp, sp, budget - left, illegal(pc));
				}
			}
			pc += 4;
		}
	}

	/** The name that `Processor.call` left in the frame that the processor stands in; empty when it is damaged. */
	returnTrap(): string {
		return this.memory.cString(this.fp + CALL_NAME_WORD * 4, 64) ?? "";
	}

	#leave(pc: number, fp: number, sp: number, executed: number): void {
		this.pc = pc;
		this.fp = fp;
		this.sp = sp;
		this.executed = executed;
	}

	/** Where a pointer to a function leads: the index of an ENTER, a TRAP or a NATIVE; -1 when it is no function. */
	#target(low: number, high: number): number {
		const { code } = this.image;
		const pc = high === 0 ? codeIndex(low >>> 0, code.length) : -1;
		const at = pc < 0 ? op.ILLEGAL : code[pc];
		return at === op.ENTER || at === op.TRAP || at === op.NATIVE ? pc : -1;
	}

	#trapped(pc: number, fp: number, sp: number, executed: number, trap: number): Stop {
		this.#leave(pc, fp, sp, executed);
		return { kind: "trap", name: this.image.traps[trap] ?? "" };
	}

	#stop(pc: number, fp: number, sp: number, executed: number, stop: Stop): Stop {
		this.#leave(pc, fp, sp, executed);
		return stop;
	}
}
