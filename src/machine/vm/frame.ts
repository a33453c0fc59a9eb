// What a stack frame looks like in memory.
//
// The stack grows downwards. A frame begins at its lowest address with a head of four words, then come the parameters
// (two words each), the other variables, and the temporaries: its slots, which never cross the border of a page. Above
// them lie large arrays and structs, which may. Below the frame lies what `alloca` gave out; the stack pointer is the
// lowest address in use. An argument is two words among the caller's temporaries, and CALL copies it.

/** Words of the head: where to return to (an index into the code), the caller's frame and stack pointer. */
export const RETURN_WORD = 0;
export const CALLER_FRAME_WORD = 1;
export const CALLER_STACK_WORD = 2;
/** In a variadic function: the address of the first argument without a name (8 bytes each), in the caller's frame. */
export const VARIADIC_WORD = 3;
/** Words of the head; the first parameter's slot. */
export const HEAD_WORDS = 4;

/** In the third operand of ENTER, beside the number of words of parameters: the function is variadic. */
export const VARIADIC = 0x1_0000;

/** The most slots a frame can have. */
export const SLOTS_MAX = 1024;

/** The address of the code's word 0. Code is not readable as data. */
export const TEXT_START = 0x40_0000;
/** The first address above the stack. */
export const STACK_END = 0x7fff_f000;
/** In bytes; below it lies a guard that nothing is mapped to. */
export const STACK_SIZE = 8 << 20;
export const STACK_START = STACK_END - STACK_SIZE;

/** The address of the instruction that begins at word `pc` of the code. */
export function codeAddress(pc: number): number {
	return TEXT_START + pc * 4;
}

/** The word at which an instruction's address begins; -1 when it is no code of this length. */
export function codeIndex(address: number, length: number): number {
	const pc = (address - TEXT_START) / 4;
	return pc >= 0 && pc < length && pc % 4 === 0 ? pc : -1;
}

/** Bytes before and after each array or record that nobody is to touch, in a program that is watched. */
export const GUARD_BYTES = 64;
