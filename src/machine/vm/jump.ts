// setjmp and longjmp: a context saved in the program's own memory.

import { allowed } from "./blocks.ts";
import type { Cpu } from "./cpu.ts";
import type { Memory } from "./memory.ts";
import { op } from "./opcodes.ts";

/** In the first word of a context, so that a buffer nobody filled is recognised. */
const MAGIC = 0x6a6d_7062;
const CONTEXT_BYTES = 16;

/** Fills a jmp_buf. `pc` is that of the SETJMP. */
export function saveContext(memory: Memory, buffer: number, pc: number, fp: number, sp: number): void {
	if (!allowed(memory, "write", buffer, CONTEXT_BYTES)) return;
	memory.store32(buffer, MAGIC);
	memory.store32(buffer + 4, pc);
	memory.store32(buffer + 8, fp);
	memory.store32(buffer + 12, sp);
}

/** Sets the registers to a saved context, still at its SETJMP; false when the buffer holds none. */
export function leaveContext(cpu: Cpu, buffer: number): boolean {
	const { memory } = cpu;
	if (!allowed(memory, "read", buffer, CONTEXT_BYTES)) return false;
	const [magic, pc, fp, sp] = [0, 4, 8, 12].map((offset) => memory.load32(buffer + offset)) as [
		number,
		number,
		number,
		number,
	];
	if (magic !== MAGIC || cpu.image.code[pc] !== op.SETJMP) return false;
	if (memory.pageToWrite(fp) === null) return false;
	cpu.pc = pc;
	cpu.fp = fp;
	cpu.sp = sp;
	return true;
}
