// The processor's loop: one switch over the operations of opcodes.ts.
//
// The numbers after `case` are literals so that engines make a jump table of them; `satisfies` keeps them right.
// Sums of indexes end in `| 0`, which spares the engine the question whether they are still 32-bit numbers.

import type { Image } from "../code/image.ts";
import { nameExactly, reach, whole, writablePage } from "./access.ts";
import { copyBytes, fillBytes } from "./blocks.ts";
import {
	type CALLER_FRAME_WORD,
	type CALLER_STACK_WORD,
	HEAD_WORDS,
	type RETURN_WORD,
	STACK_START,
	type VARIADIC,
	type VARIADIC_WORD,
} from "./frame.ts";
import { type HotCode, hotCodeOf } from "./hot-code.ts";
import { leaveContext, saveContext } from "./jump.ts";
import type { Memory } from "./memory.ts";
import { native } from "./natives.ts";
import { type Op, op } from "./opcodes.ts";
import { paired } from "./pairs.ts";
import { rare } from "./rare.ts";
import { divided, illegal, lost, lostFrame, overflow, refused, type Stop, statements, wild } from "./stop.ts";
import { functionIndex } from "./target.ts";
import { less, lessUnsigned } from "./wide.ts";

/** Where the name of the trap begins in the frame that `Processor.call` makes. */
export const CALL_NAME_WORD = HEAD_WORDS + 16;

/** How often loops of the library may go round in one `run`. */
const TICKS_MAX = 20_000_000;

/** Statements, and rounds of the library's loops, of one stretch of a run. */
const STRETCH = 4000;
/** With fewer statements to go it is interpreted only. */
const FEW = 32;
/** Why a stretch ends where a translation begins, and after `rounds` rounds. */
const translated: Stop = { kind: "statements" };
const tired: Stop = { kind: "statements" };

/** The registers and the loop. `pc` is an index into the code; the frame and stack pointers are addresses. */
export class Cpu {
	readonly image: Image;
	readonly memory: Memory;
	/** The image's code with pairs of instructions joined. */
	readonly #code: Int32Array;
	readonly #hot: HotCode | null;
	pc = 0;
	fp = 0;
	sp = 0;
	/** Statement marks passed in the last `run`. */
	executed = 0;
	/** How often loops of the library went round in the last `run`. */
	ticks = 0;

	constructor(image: Image, memory: Memory) {
		this.image = image;
		this.#code = paired(image.code);
		this.#hot = hotCodeOf(image);
		this.memory = memory;
	}

	/** Runs until `budget` statement marks have been passed and another comes, or until a trap or a fault. */
	run(budget: number): Stop {
		const most = Math.min(budget, 0x7fff_ffff);
		const hot = this.#hot;
		let executed = 0;
		let ticks = 0;
		// A translation has left its first instruction to the loop.
		let refused = false;
		for (;;) {
			const code = hot === null || refused || most < FEW ? this.#code : hot.code;
			const stretch = hot?.share ?? STRETCH;
			const share = Math.min(most - executed, refused ? 1 : stretch);
			const stop = this.#stretch(code, share, Math.min(TICKS_MAX - ticks, stretch));
			executed += this.executed;
			ticks += this.ticks;
			hot?.interpreted(this.executed + this.ticks);
			if (stop === statements || stop === tired) hot?.look(this.pc);
			refused = false;
			if (hot !== null && stop === translated) {
				const { pc } = this;
				hot.at(pc)!.run(this, most - executed, TICKS_MAX - ticks);
				executed += this.executed;
				ticks += this.ticks;
				refused = this.pc === pc && this.executed === 0 && this.ticks === 0;
				if (!refused) hot.left(this.pc);
				continue;
			}
			if (stop === tired ? ticks < TICKS_MAX : stop === statements && executed < most) continue;
			this.executed = executed;
			this.ticks = ticks;
			return stop;
		}
	}

	/**
	 * As `run`, or until loops of the library have gone round `rounds` times, or a translation begins. What an engine
	 * compiles while it is inside a loop keeps the loop's numbers in boxes; a function that is entered anew is compiled
	 * whole, without them: hence runs in stretches.
	 */
	#stretch(code: Int32Array, most: number, rounds: number): Stop {
		// Literals, as engines look up what another module exports each time anew.
		const RETURN = 0 satisfies typeof RETURN_WORD;
		const CALLER_FRAME = 1 satisfies typeof CALLER_FRAME_WORD;
		const CALLER_STACK = 2 satisfies typeof CALLER_STACK_WORD;
		const VARIADIC_AT = 3 satisfies typeof VARIADIC_WORD;
		const HEAD = 4 satisfies typeof HEAD_WORDS;
		const VARIADIC_FLAG = 0x1_0000 satisfies typeof VARIADIC;
		// Nothing guards the end of a stack that the program has named itself, see sigaltstack(2).
		const lowest = this.fp < STACK_START ? 0 : STACK_START;
		const { memory } = this;
		const plain = this.image.code;
		const { readTags, readPages, writeTags, writePages } = memory;
		let { pc, fp, sp } = this;
		let left = most | 0;
		let ticks = rounds | 0;
		// Why it comes back; null: the memory has refused an access.
		let stop: Stop | null = null;
		const first = memory.pageToWrite(fp);
		this.ticks = 0;
		if (first === null) return this.#leave(pc, fp, sp, 0, lostFrame(memory, fp));
		// The words of the page that holds the frame's slots, and where they begin in it.
		let w: Int32Array = first;
		let f = (fp & 4095) >> 2;
		loop: for (;;) {
			const word = code[pc]!;
			const x = code[(pc + 1) | 0]!;
			const y = code[(pc + 2) | 0]!;
			const z = code[(pc + 3) | 0]!;
			if (word > 255) {
				if (left <= 0) {
					stop = statements;
					break;
				}
				left = (left - 1) | 0;
			}
			const operation = word & 255;
			switch (operation) {
				// ---- control ----
				case 1 satisfies Op["MARK"]:
					if (left <= 0) {
						stop = statements;
						break loop;
					}
					left = (left - 1) | 0;
					break;
				case 2 satisfies Op["TICK"]:
					if (ticks <= 0) {
						stop = tired;
						break loop;
					}
					ticks = (ticks - 1) | 0;
					break;
				case 3 satisfies Op["JMP"]:
					pc = x;
					continue;
				case 5 satisfies Op["CALLP"]:
				case 4 satisfies Op["CALL"]:
				case 177 satisfies Op["ADDI_CALL"]:
				case 178 satisfies Op["MOV2_CALL"]: {
					let target = x;
					let from = (f + y) | 0;
					if (operation !== 4) {
						if (operation === 5) {
							target = functionIndex(this.image, w[(f + x) | 0]!, w[(f + x + 1) | 0]!);
							if (target < 0) {
								stop = wild(w[(f + x) | 0]!, w[(f + x + 1) | 0]!);
								break loop;
							}
							if (code[target] === op.NATIVE) {
								native(code[target + 1]!, memory, w, from);
								if (memory.refusal !== null) break loop;
								break;
							}
							if (code[target] !== op.ENTER) {
								stop = this.#trap(code[target + 1]!);
								break loop;
							}
						} else {
							const low = w[(f + y) | 0]!;
							if (operation === 177) w[(f + x) | 0] = (low + z) | 0;
							else {
								w[(f + x + 1) | 0] = w[(f + y + 1) | 0]!;
								w[(f + x) | 0] = low;
							}
							pc = (pc + 4) | 0;
							target = code[(pc + 1) | 0]!;
							from = (f + code[(pc + 2) | 0]!) | 0;
						}
					}
					const slots = code[(target + 2) | 0]!;
					let callee = (sp - code[(target + 1) | 0]!) & -16;
					if ((callee & 4095) + slots > 4096) callee = ((callee + slots) & -4096) - slots;
					if (callee < lowest) {
						stop = overflow(callee);
						break loop;
					}
					let page = w;
					if (callee >>> 12 !== fp >>> 12) {
						const found = writablePage(memory, callee);
						if (found === null) {
							stop = overflow(callee);
							break loop;
						}
						page = found;
					}
					const g = (callee & 4095) >> 2;
					const parameters = code[(target + 3) | 0]!;
					const words = parameters & 0xffff;
					for (let i = 0; i < words; i++) page[(g + HEAD + i) | 0] = w[(from + i) | 0]!;
					page[g + RETURN] = (pc + 4) | 0;
					page[g + CALLER_FRAME] = fp;
					page[g + CALLER_STACK] = sp;
					if (parameters >= VARIADIC_FLAG) page[g + VARIADIC_AT] = fp + (from - f + words) * 4;
					w = page;
					f = g;
					fp = callee;
					sp = callee;
					pc = (target + 4) | 0;
					continue;
				}
				case 8 satisfies Op["RET"]:
				case 9 satisfies Op["RET1"]:
				case 10 satisfies Op["RET2"]:
				case 179 satisfies Op["ADD_RET1"]: {
					const back = w[f + RETURN]!;
					const caller = w[f + CALLER_FRAME]!;
					const site = code[(back - 4) | 0]! & 255;
					if (site !== 4 && site !== 5) {
						stop = lost(back);
						break loop;
					}
					let page = w;
					if (caller >>> 12 !== fp >>> 12) {
						const found = writablePage(memory, caller);
						if (found === null) {
							stop = lost(back);
							break loop;
						}
						page = found;
					}
					const g = (caller & 4095) >> 2;
					sp = w[f + CALLER_STACK]!;
					if (operation !== 8) {
						const result = (g + code[(back - 2) | 0]!) | 0;
						if (operation === 179) {
							const sum = (w[(f + y) | 0]! + w[(f + z) | 0]!) | 0;
							w[(f + x) | 0] = sum;
							page[result] = sum;
						} else {
							if (operation === 10) page[(result + 1) | 0] = w[(f + x + 1) | 0]!;
							page[result] = w[(f + x) | 0]!;
						}
					}
					w = page;
					f = g;
					fp = caller;
					pc = back;
					continue;
				}
				case 6 satisfies Op["TRAP"]:
					stop = this.#trap(x);
					break loop;
				case 7 satisfies Op["NATIVE"]:
					native(x, memory, w, (f + y) | 0);
					if (memory.refusal !== null) break loop;
					break;
				case 12 satisfies Op["RETURNED"]:
					stop = { kind: "trap", name: this.#returnTrap(fp) };
					break loop;
				case 13 satisfies Op["SWITCH"]: {
					const value = (w[(f + x) | 0]! - y) >>> 0;
					pc = code[(pc + (value < z ? 5 + value : 4)) | 0]!;
					continue;
				}
				case 14 satisfies Op["SETJMP"]:
					saveContext(memory, whole(w, (f + x) | 0), pc, fp, sp);
					if (memory.refusal !== null) break loop;
					w[(f + x) | 0] = 0;
					break;
				case 15 satisfies Op["LONGJMP"]: {
					const value = w[(f + x + 2) | 0]!;
					if (!leaveContext(this, whole(w, (f + x) | 0))) {
						if (memory.refusal === null) stop = lost(w[(f + x) | 0]!);
						break loop;
					}
					({ pc, fp, sp } = this);
					w = memory.pageToWrite(fp)!;
					f = (fp & 4095) >> 2;
					w[f + code[(pc + 1) | 0]!] = value === 0 ? 1 : value;
					break;
				}
				case 16 satisfies Op["ALLOCA"]: {
					const size = w[(f + y) | 0]!;
					const room = size < 0 || w[(f + y + 1) | 0]! !== 0 ? -1 : (sp - size) & -16;
					if (room < lowest) {
						stop = overflow(room);
						break loop;
					}
					sp = room;
					w[(f + x) | 0] = sp;
					w[(f + x + 1) | 0] = 0;
					break;
				}
				case 17 satisfies Op["GETSP"]:
					w[(f + x) | 0] = sp;
					break;
				case 18 satisfies Op["SETSP"]:
					sp = w[(f + x) | 0]!;
					break;
				// ---- moves ----
				case 19 satisfies Op["MOV"]:
					w[(f + x) | 0] = w[(f + y) | 0]!;
					break;
				case 20 satisfies Op["MOV2"]: {
					const d = (f + x) | 0;
					const a = (f + y) | 0;
					const low = w[a]!;
					w[(d + 1) | 0] = w[(a + 1) | 0]!;
					w[d] = low;
					break;
				}
				case 21 satisfies Op["LDI"]:
					w[(f + x) | 0] = y;
					break;
				case 22 satisfies Op["LDI2"]: {
					const d = (f + x) | 0;
					w[d] = y;
					w[(d + 1) | 0] = z;
					break;
				}
				case 23 satisfies Op["LEA"]: {
					const d = (f + x) | 0;
					w[d] = fp + y;
					w[(d + 1) | 0] = 0;
					break;
				}
				case 24 satisfies Op["COPY"]:
					copyBytes(memory, whole(w, (f + x) | 0), whole(w, (f + y) | 0), z);
					if (memory.refusal !== null) {
						nameExactly(memory, w, (f + x) | 0, (f + y) | 0);
						break loop;
					}
					break;
				case 25 satisfies Op["ZERO"]:
					fillBytes(memory, w[(f + x) | 0]!, 0, y);
					if (memory.refusal !== null) break loop;
					break;
				// ---- 32 bits ----
				case 26 satisfies Op["ADD"]:
					w[(f + x) | 0] = (w[(f + y) | 0]! + w[(f + z) | 0]!) | 0;
					break;
				case 27 satisfies Op["SUB"]:
					w[(f + x) | 0] = (w[(f + y) | 0]! - w[(f + z) | 0]!) | 0;
					break;
				case 28 satisfies Op["MUL"]:
					w[(f + x) | 0] = Math.imul(w[(f + y) | 0]!, w[(f + z) | 0]!);
					break;
				case 29 satisfies Op["AND"]:
					w[(f + x) | 0] = w[(f + y) | 0]! & w[(f + z) | 0]!;
					break;
				case 30 satisfies Op["OR"]:
					w[(f + x) | 0] = w[(f + y) | 0]! | w[(f + z) | 0]!;
					break;
				case 31 satisfies Op["XOR"]:
					w[(f + x) | 0] = w[(f + y) | 0]! ^ w[(f + z) | 0]!;
					break;
				case 32 satisfies Op["SHL"]:
					w[(f + x) | 0] = w[(f + y) | 0]! << w[(f + z) | 0]!;
					break;
				case 33 satisfies Op["SHR"]:
					w[(f + x) | 0] = w[(f + y) | 0]! >> w[(f + z) | 0]!;
					break;
				case 34 satisfies Op["SHRU"]:
					w[(f + x) | 0] = w[(f + y) | 0]! >>> w[(f + z) | 0]!;
					break;
				case 35 satisfies Op["ADDI"]:
					w[(f + x) | 0] = (w[(f + y) | 0]! + z) | 0;
					break;
				case 36 satisfies Op["MULI"]:
					w[(f + x) | 0] = Math.imul(w[(f + y) | 0]!, z);
					break;
				case 37 satisfies Op["ANDI"]:
					w[(f + x) | 0] = w[(f + y) | 0]! & z;
					break;
				case 38 satisfies Op["SHLI"]:
					w[(f + x) | 0] = w[(f + y) | 0]! << z;
					break;
				case 39 satisfies Op["SHRI"]:
					w[(f + x) | 0] = w[(f + y) | 0]! >> z;
					break;
				case 40 satisfies Op["SHRUI"]:
					w[(f + x) | 0] = w[(f + y) | 0]! >>> z;
					break;
				case 41 satisfies Op["NEG"]:
					w[(f + x) | 0] = -w[(f + y) | 0]! | 0;
					break;
				case 42 satisfies Op["NOT"]:
					w[(f + x) | 0] = ~w[(f + y) | 0]!;
					break;
				case 43 satisfies Op["DIV"]: {
					const a = w[(f + y) | 0]!;
					const b = w[(f + z) | 0]!;
					if (b === 0 || (b === -1 && a === -0x8000_0000)) {
						stop = divided(pc, b);
						break loop;
					}
					w[(f + x) | 0] = (a / b) | 0;
					break;
				}
				case 44 satisfies Op["MOD"]: {
					const a = w[(f + y) | 0]!;
					const b = w[(f + z) | 0]!;
					if (b === 0 || (b === -1 && a === -0x8000_0000)) {
						stop = divided(pc, b);
						break loop;
					}
					w[(f + x) | 0] = (a % b) | 0;
					break;
				}
				case 45 satisfies Op["DIVU"]: {
					const b = w[(f + z) | 0]! >>> 0;
					if (b === 0) {
						stop = divided(pc, b);
						break loop;
					}
					w[(f + x) | 0] = ((w[(f + y) | 0]! >>> 0) / b) | 0;
					break;
				}
				case 46 satisfies Op["MODU"]: {
					const b = w[(f + z) | 0]! >>> 0;
					if (b === 0) {
						stop = divided(pc, b);
						break loop;
					}
					w[(f + x) | 0] = ((w[(f + y) | 0]! >>> 0) % b) | 0;
					break;
				}
				case 47 satisfies Op["EQ"]:
					w[(f + x) | 0] = w[(f + y) | 0]! === w[(f + z) | 0]! ? 1 : 0;
					break;
				case 48 satisfies Op["NE"]:
					w[(f + x) | 0] = w[(f + y) | 0]! !== w[(f + z) | 0]! ? 1 : 0;
					break;
				case 49 satisfies Op["LT"]:
					w[(f + x) | 0] = w[(f + y) | 0]! < w[(f + z) | 0]! ? 1 : 0;
					break;
				case 50 satisfies Op["LE"]:
					w[(f + x) | 0] = w[(f + y) | 0]! <= w[(f + z) | 0]! ? 1 : 0;
					break;
				case 51 satisfies Op["LTU"]:
					w[(f + x) | 0] = w[(f + y) | 0]! >>> 0 < w[(f + z) | 0]! >>> 0 ? 1 : 0;
					break;
				case 52 satisfies Op["LEU"]:
					w[(f + x) | 0] = w[(f + y) | 0]! >>> 0 <= w[(f + z) | 0]! >>> 0 ? 1 : 0;
					break;
				case 53 satisfies Op["EQI"]:
					w[(f + x) | 0] = w[(f + y) | 0]! === z ? 1 : 0;
					break;
				case 54 satisfies Op["NEI"]:
					w[(f + x) | 0] = w[(f + y) | 0]! !== z ? 1 : 0;
					break;
				case 55 satisfies Op["SX8"]:
					w[(f + x) | 0] = (w[(f + y) | 0]! << 24) >> 24;
					break;
				case 56 satisfies Op["SX16"]:
					w[(f + x) | 0] = (w[(f + y) | 0]! << 16) >> 16;
					break;
				// ---- 64 bits and pointers ----
				case 57 satisfies Op["SX64"]: {
					const d = (f + x) | 0;
					const low = w[(f + y) | 0]!;
					w[d] = low;
					w[(d + 1) | 0] = low >> 31;
					break;
				}
				case 58 satisfies Op["ZX64"]: {
					const d = (f + x) | 0;
					w[d] = w[(f + y) | 0]!;
					w[(d + 1) | 0] = 0;
					break;
				}
				case 59 satisfies Op["ADD2"]: {
					const d = (f + x) | 0;
					const a = (f + y) | 0;
					const b = (f + z) | 0;
					const low = (w[a]! >>> 0) + (w[b]! >>> 0);
					w[(d + 1) | 0] = (w[(a + 1) | 0]! + w[(b + 1) | 0]! + (low > 0xffff_ffff ? 1 : 0)) | 0;
					w[d] = low | 0;
					break;
				}
				case 60 satisfies Op["SUB2"]: {
					const d = (f + x) | 0;
					const a = (f + y) | 0;
					const b = (f + z) | 0;
					const low = (w[a]! >>> 0) - (w[b]! >>> 0);
					w[(d + 1) | 0] = (w[(a + 1) | 0]! - w[(b + 1) | 0]! - (low < 0 ? 1 : 0)) | 0;
					w[d] = low | 0;
					break;
				}
				case 61 satisfies Op["ADD2I"]: {
					const d = (f + x) | 0;
					const a = (f + y) | 0;
					const i = z;
					const low = (w[a]! >>> 0) + (i >>> 0);
					w[(d + 1) | 0] = (w[(a + 1) | 0]! + (i >> 31) + (low > 0xffff_ffff ? 1 : 0)) | 0;
					w[d] = low | 0;
					break;
				}
				case 82 satisfies Op["PADD"]:
				case 83 satisfies Op["PADD4"]:
				case 84 satisfies Op["PADD8"]: {
					const d = (f + x) | 0;
					const p = (f + y) | 0;
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const shift = operation === 82 ? 0 : operation - 81;
					const rest = 31 - shift;
					const top = z > 1023 ? (w[(b + 1) | 0]! << shift) | ((n >>> 1) >>> rest) : (n >> 1) >> rest;
					const low = w[p]!;
					const more = n << shift;
					const sum = (low + more) | 0;
					const carry = ((low & more) | ((low | more) & ~sum)) >>> 31;
					w[(d + 1) | 0] = (w[(p + 1) | 0]! + top + carry) | 0;
					w[d] = sum;
					break;
				}
				case 85 satisfies Op["SCALE"]: {
					const d = (f + x) | 0;
					const a = (f + (y & 1023)) | 0;
					const n = w[a]!;
					const product = (y > 1023 ? n >>> 0 : n) * z;
					const top = y > 1023 ? Math.imul(w[(a + 1) | 0]!, z) : 0;
					w[(d + 1) | 0] = Math.floor(product / 0x1_0000_0000) + top;
					w[d] = product;
					break;
				}
				// ---- branches ----
				case 86 satisfies Op["JZ"]:
					pc = w[(f + x) | 0]! === 0 ? y : (pc + 4) | 0;
					continue;
				case 87 satisfies Op["JNZ"]:
					pc = w[(f + x) | 0]! !== 0 ? y : (pc + 4) | 0;
					continue;
				case 88 satisfies Op["JEQ"]:
					pc = w[(f + x) | 0]! === w[(f + y) | 0]! ? z : (pc + 4) | 0;
					continue;
				case 89 satisfies Op["JNE"]:
					pc = w[(f + x) | 0]! !== w[(f + y) | 0]! ? z : (pc + 4) | 0;
					continue;
				case 90 satisfies Op["JLT"]:
					pc = w[(f + x) | 0]! < w[(f + y) | 0]! ? z : (pc + 4) | 0;
					continue;
				case 91 satisfies Op["JLE"]:
					pc = w[(f + x) | 0]! <= w[(f + y) | 0]! ? z : (pc + 4) | 0;
					continue;
				case 92 satisfies Op["JLTU"]:
					pc = w[(f + x) | 0]! >>> 0 < w[(f + y) | 0]! >>> 0 ? z : (pc + 4) | 0;
					continue;
				case 93 satisfies Op["JLEU"]:
					pc = w[(f + x) | 0]! >>> 0 <= w[(f + y) | 0]! >>> 0 ? z : (pc + 4) | 0;
					continue;
				case 94 satisfies Op["JEQI"]:
					pc = w[(f + x) | 0]! === y ? z : (pc + 4) | 0;
					continue;
				case 95 satisfies Op["JNEI"]:
					pc = w[(f + x) | 0]! !== y ? z : (pc + 4) | 0;
					continue;
				case 96 satisfies Op["JLTI"]:
					pc = w[(f + x) | 0]! < y ? z : (pc + 4) | 0;
					continue;
				case 97 satisfies Op["JLEI"]:
					pc = w[(f + x) | 0]! <= y ? z : (pc + 4) | 0;
					continue;
				case 98 satisfies Op["JGTI"]:
					pc = w[(f + x) | 0]! > y ? z : (pc + 4) | 0;
					continue;
				case 99 satisfies Op["JGEI"]:
					pc = w[(f + x) | 0]! >= y ? z : (pc + 4) | 0;
					continue;
				case 100 satisfies Op["JZ2"]: {
					const a = (f + x) | 0;
					pc = (w[a]! | w[(a + 1) | 0]!) === 0 ? y : (pc + 4) | 0;
					continue;
				}
				case 101 satisfies Op["JNZ2"]: {
					const a = (f + x) | 0;
					pc = (w[a]! | w[(a + 1) | 0]!) !== 0 ? y : (pc + 4) | 0;
					continue;
				}
				case 102 satisfies Op["JEQ2"]: {
					const a = (f + x) | 0;
					const b = (f + y) | 0;
					pc = w[a]! === w[b]! && w[(a + 1) | 0]! === w[(b + 1) | 0]! ? z : (pc + 4) | 0;
					continue;
				}
				case 103 satisfies Op["JNE2"]: {
					const a = (f + x) | 0;
					const b = (f + y) | 0;
					pc = w[a]! !== w[b]! || w[(a + 1) | 0]! !== w[(b + 1) | 0]! ? z : (pc + 4) | 0;
					continue;
				}
				case 104 satisfies Op["JLT2"]: {
					const a = (f + x) | 0;
					const b = (f + y) | 0;
					pc = less(w, a, b) ? z : (pc + 4) | 0;
					continue;
				}
				case 105 satisfies Op["JLE2"]: {
					const a = (f + x) | 0;
					const b = (f + y) | 0;
					pc = !less(w, b, a) ? z : (pc + 4) | 0;
					continue;
				}
				case 106 satisfies Op["JLTU2"]: {
					const a = (f + x) | 0;
					const b = (f + y) | 0;
					pc = lessUnsigned(w, a, b) ? z : (pc + 4) | 0;
					continue;
				}
				case 107 satisfies Op["JLEU2"]: {
					const a = (f + x) | 0;
					const b = (f + y) | 0;
					pc = !lessUnsigned(w, b, a) ? z : (pc + 4) | 0;
					continue;
				}
				// ---- memory ----
				case 108 satisfies Op["LD8"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | w[(p + 1) | 0]!) === 0)
						w[(f + x) | 0] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 109 satisfies Op["LDU8"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | w[(p + 1) | 0]!) === 0)
						w[(f + x) | 0] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 110 satisfies Op["LD16"]:
				case 111 satisfies Op["LDU16"]:
				case 115 satisfies Op["ST16"]:
					if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				case 112 satisfies Op["LD32"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ readTags[e]!) | w[(p + 1) | 0]!) === 0)
						w[(f + x) | 0] = readPages[e]![(at & 4095) >> 2]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 113 satisfies Op["LD64"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					const d = (f + x) | 0;
					if ((((at & -4089) ^ readTags[e]!) | w[(p + 1) | 0]!) === 0) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[(d + 1) | 0] = page[((at & 4095) >> 2) + 1]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 114 satisfies Op["ST8"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ writeTags[e]!) | w[(p + 1) | 0]!) === 0) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[(f + x) | 0]! & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 116 satisfies Op["ST32"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ writeTags[e]!) | w[(p + 1) | 0]!) === 0)
						writePages[e]![(at & 4095) >> 2] = w[(f + x) | 0]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 117 satisfies Op["ST64"]: {
					const p = (f + y) | 0;
					const at = (w[p]! + z) | 0;
					const e = (at >>> 12) & 255;
					const a = (f + x) | 0;
					if ((((at & -4089) ^ writeTags[e]!) | w[(p + 1) | 0]!) === 0) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[(a + 1) | 0]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 118 satisfies Op["GLD8"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[(f + x) | 0] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 119 satisfies Op["GLDU8"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === readTags[e])
						w[(f + x) | 0] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 120 satisfies Op["GLD32"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === readTags[e]) w[(f + x) | 0] = readPages[e]![(at & 4095) >> 2]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 121 satisfies Op["GLD64"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					const d = (f + x) | 0;
					if ((at & -4089) === readTags[e]) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[(d + 1) | 0] = page[((at & 4095) >> 2) + 1]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 122 satisfies Op["GST8"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[(f + x) | 0]! & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 123 satisfies Op["GST32"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					if ((at & -4093) === writeTags[e]) writePages[e]![(at & 4095) >> 2] = w[(f + x) | 0]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 124 satisfies Op["GST64"]: {
					const at = y;
					const e = (at >>> 12) & 255;
					const a = (f + x) | 0;
					if ((at & -4089) === writeTags[e]) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[(a + 1) | 0]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 125 satisfies Op["XLD8"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + n) | 0;
					const far = z > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0)
						w[(f + x) | 0] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 126 satisfies Op["XLDU8"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + n) | 0;
					const far = z > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0)
						w[(f + x) | 0] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 127 satisfies Op["XLD32"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + (n << 2)) | 0;
					const far = (z > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ readTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0)
						w[(f + x) | 0] = readPages[e]![(at & 4095) >> 2]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 128 satisfies Op["XLD64"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + (n << 3)) | 0;
					const far = (z > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 28);
					const e = (at >>> 12) & 255;
					const d = (f + x) | 0;
					if ((((at & -4089) ^ readTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[(d + 1) | 0] = page[((at & 4095) >> 2) + 1]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 129 satisfies Op["XST8"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + n) | 0;
					const far = z > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ writeTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[(f + x) | 0]! & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 130 satisfies Op["XST32"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + (n << 2)) | 0;
					const far = (z > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ writeTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0)
						writePages[e]![(at & 4095) >> 2] = w[(f + x) | 0]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 131 satisfies Op["XST64"]: {
					const b = (f + (z & 1023)) | 0;
					const n = w[b]!;
					const p = (f + y) | 0;
					const at = (w[p]! + (n << 3)) | 0;
					const far = (z > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 28);
					const e = (at >>> 12) & 255;
					const a = (f + x) | 0;
					if ((((at & -4089) ^ writeTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[(a + 1) | 0]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 132 satisfies Op["GXLD8"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + n) | 0;
					const far = y > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | far) === 0)
						w[(f + x) | 0] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 133 satisfies Op["GXLDU8"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + n) | 0;
					const far = y > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | far) === 0)
						w[(f + x) | 0] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 134 satisfies Op["GXLD32"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + (n << 2)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ readTags[e]!) | far) === 0) w[(f + x) | 0] = readPages[e]![(at & 4095) >> 2]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 135 satisfies Op["GXLD64"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + (n << 3)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 28);
					const e = (at >>> 12) & 255;
					const d = (f + x) | 0;
					if ((((at & -4089) ^ readTags[e]!) | far) === 0) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[(d + 1) | 0] = page[((at & 4095) >> 2) + 1]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 136 satisfies Op["GXST8"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + n) | 0;
					const far = y > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ writeTags[e]!) | far) === 0) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[(f + x) | 0]! & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 137 satisfies Op["GXST32"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + (n << 2)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ writeTags[e]!) | far) === 0)
						writePages[e]![(at & 4095) >> 2] = w[(f + x) | 0]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 138 satisfies Op["GXST64"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (z + (n << 3)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 28);
					const e = (at >>> 12) & 255;
					const a = (f + x) | 0;
					if ((((at & -4089) ^ writeTags[e]!) | far) === 0) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[(a + 1) | 0]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 139 satisfies Op["FXLD8"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + n) | 0;
					const far = y > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | far) === 0)
						w[(f + x) | 0] = ((readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) << 24) >> 24;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 140 satisfies Op["FXLDU8"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + n) | 0;
					const far = y > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ readTags[e]!) | far) === 0)
						w[(f + x) | 0] = (readPages[e]![(at & 4095) >> 2]! >> ((at & 3) << 3)) & 255;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 141 satisfies Op["FXLD32"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + (n << 2)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ readTags[e]!) | far) === 0) w[(f + x) | 0] = readPages[e]![(at & 4095) >> 2]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 142 satisfies Op["FXLD64"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + (n << 3)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 28);
					const e = (at >>> 12) & 255;
					const d = (f + x) | 0;
					if ((((at & -4089) ^ readTags[e]!) | far) === 0) {
						const page = readPages[e]!;
						w[d] = page[(at & 4095) >> 2]!;
						w[(d + 1) | 0] = page[((at & 4095) >> 2) + 1]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 143 satisfies Op["FXST8"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + n) | 0;
					const far = y > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4096) ^ writeTags[e]!) | far) === 0) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((w[(f + x) | 0]! & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 144 satisfies Op["FXST32"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + (n << 2)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ writeTags[e]!) | far) === 0)
						writePages[e]![(at & 4095) >> 2] = w[(f + x) | 0]!;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 145 satisfies Op["FXST64"]: {
					const b = (f + (y & 1023)) | 0;
					const n = w[b]!;
					const at = (fp + z + (n << 3)) | 0;
					const far = (y > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 28);
					const e = (at >>> 12) & 255;
					const a = (f + x) | 0;
					if ((((at & -4089) ^ writeTags[e]!) | far) === 0) {
						const page = writePages[e]!;
						page[(at & 4095) >> 2] = w[a]!;
						page[((at & 4095) >> 2) + 1] = w[(a + 1) | 0]!;
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				// ---- two in one, see pairs.ts: the second begins a statement of its own ----
				case 180 satisfies Op["ADDI_JLTI"]:
				case 181 satisfies Op["ADD_JLTI"]:
				case 182 satisfies Op["ADDI_JLT"]: {
					const sum = (w[(f + y) | 0]! + (operation === 181 ? w[(f + z) | 0]! : z)) | 0;
					w[(f + x) | 0] = sum;
					pc = (pc + 4) | 0;
					if (left <= 0) {
						stop = statements;
						break loop;
					}
					left = (left - 1) | 0;
					const limit = code[(pc + 2) | 0]!;
					const value = w[(f + code[(pc + 1) | 0]!) | 0]!;
					pc = value < (operation === 182 ? w[(f + limit) | 0]! : limit) ? code[(pc + 3) | 0]! : (pc + 4) | 0;
					continue;
				}
				case 183 satisfies Op["LDI_GXST8"]: {
					w[(f + x) | 0] = y;
					pc = (pc + 4) | 0;
					const index = code[(pc + 2) | 0]!;
					if (index > 1023) continue;
					const at = (code[(pc + 3) | 0]! + w[(f + index) | 0]!) | 0;
					const e = (at >>> 12) & 255;
					if ((at & -4096) === writeTags[e]) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((y & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 184 satisfies Op["LDI_XST8"]: {
					w[(f + x) | 0] = y;
					pc = (pc + 4) | 0;
					const index = code[(pc + 3) | 0]!;
					const b = (f + (index & 1023)) | 0;
					const n = w[b]!;
					const p = (f + code[(pc + 2) | 0]!) | 0;
					const at = (w[p]! + n) | 0;
					const e = (at >>> 12) & 255;
					const far = index > 1023 ? w[(b + 1) | 0]! ^ (n >> 31) : 0;
					if ((((at & -4096) ^ writeTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0) {
						const page = writePages[e]!;
						const i = (at & 4095) >> 2;
						const shift = (at & 3) << 3;
						page[i] = (page[i]! & ~(255 << shift)) | ((y & 255) << shift);
					} else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 185 satisfies Op["LDI_GXST32"]: {
					w[(f + x) | 0] = y;
					pc = (pc + 4) | 0;
					const index = code[(pc + 2) | 0]!;
					if (index > 1023) continue;
					const n = w[(f + index) | 0]!;
					const at = (code[(pc + 3) | 0]! + (n << 2)) | 0;
					const e = (at >>> 12) & 255;
					if ((((at & -4093) ^ writeTags[e]!) | ((n >> 31) ^ (n >> 29))) === 0)
						writePages[e]![(at & 4095) >> 2] = y;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 186 satisfies Op["LDI_XST32"]: {
					w[(f + x) | 0] = y;
					pc = (pc + 4) | 0;
					const index = code[(pc + 3) | 0]!;
					const b = (f + (index & 1023)) | 0;
					const n = w[b]!;
					const p = (f + code[(pc + 2) | 0]!) | 0;
					const at = (w[p]! + (n << 2)) | 0;
					const e = (at >>> 12) & 255;
					const far = (index > 1023 ? w[(b + 1) | 0]! : n >> 31) ^ (n >> 29);
					if ((((at & -4093) ^ writeTags[e]!) | far | w[(p + 1) | 0]! | (w[p]! >> 31)) === 0)
						writePages[e]![(at & 4095) >> 2] = y;
					else if (!reach(memory, plain, pc, fp, w)) break loop;
					break;
				}
				case 187 satisfies Op["TRANSLATED"]:
					stop = translated;
					break loop;
				default: {
					const outcome = rare(operation, w, (f + x) | 0, (f + y) | 0, (f + z) | 0);
					if (outcome === "divide") {
						stop = divided(pc, w[(f + z) | 0]! | w[(f + z + 1) | 0]!, " of 64 bits");
						break loop;
					}
					if (outcome === "illegal") {
						stop = illegal(pc);
						break loop;
					}
				}
			}
			pc = (pc + 4) | 0;
		}
		this.ticks = rounds - ticks;
		return this.#leave(pc, fp, sp, most - left, stop ?? refused(memory));
	}

	/** The name that `Processor.call` left in the frame; empty when it is damaged. */
	#returnTrap(fp: number): string {
		return this.memory.cString(fp + CALL_NAME_WORD * 4, 64) ?? "";
	}

	#leave(pc: number, fp: number, sp: number, executed: number, stop: Stop): Stop {
		this.pc = pc;
		this.fp = fp;
		this.sp = sp;
		this.executed = executed;
		return stop;
	}

	#trap(trap: number): Stop {
		return { kind: "trap", name: this.image.traps[trap] ?? "" };
	}
}
