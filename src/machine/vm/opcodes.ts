// The processor's instructions. Each is four 32-bit words: the operation and three operands.
//
// A slot is a word of the running function's frame, counted from its beginning; values of 64 bits (and doubles) take
// two slots, low word first. In the table, operands are written:
//   d  slot that receives the result      a b  slots that are read       p  slot of a pointer
//   n  slot of an int that counts elements; plus WIDE: of 64 bits
//   i  a constant                         L    index of an instruction's first word in the code
//   k  index into a list of the image     o    slot where the arguments begin and the result is left, two slots each
// Operations with a 2 work on 64 bits, with an I on a constant, with a U unsigned, with an F on float, with a D on double.

export const op = {
	// Control.
	ILLEGAL: 0,
	MARK: 1, // a statement begins: counts down the budget
	TICK: 2, // a loop of the library goes round
	JMP: 3, // L
	CALL: 4, // L o
	CALLP: 5, // p o
	TRAP: 6, // k o – a function nobody defined
	NATIVE: 7, // k o – a function that the processor does itself
	RET: 8,
	RET1: 9, // a
	RET2: 10, // a
	ENTER: 11, // i i i – head of a function, see frame.ts; never executed
	RETURNED: 12, // where a function called from outside returns to
	SWITCH: 13, // a i i – low, count; then words of L: default, one for each value
	SETJMP: 14, // o – setjmp(env)
	LONGJMP: 15, // o – longjmp(env, value)
	ALLOCA: 16, // d a
	GETSP: 17, // d
	SETSP: 18, // a

	// Moves.
	MOV: 19, // d a
	MOV2: 20, // d a
	LDI: 21, // d i
	LDI2: 22, // d i i
	LEA: 23, // d i – address of the frame plus i bytes
	COPY: 24, // p p i – i bytes, to the first from the second
	ZERO: 25, // p i – of the process's own frame

	// 32 bits.
	ADD: 26, // d a b
	SUB: 27, // d a b
	MUL: 28, // d a b
	AND: 29, // d a b
	OR: 30, // d a b
	XOR: 31, // d a b
	SHL: 32, // d a b
	SHR: 33, // d a b
	SHRU: 34, // d a b
	ADDI: 35, // d a i
	MULI: 36, // d a i
	ANDI: 37, // d a i
	SHLI: 38, // d a i
	SHRI: 39, // d a i
	SHRUI: 40, // d a i
	NEG: 41, // d a
	NOT: 42, // d a
	DIV: 43, // d a b
	MOD: 44, // d a b
	DIVU: 45, // d a b
	MODU: 46, // d a b
	EQ: 47, // d a b
	NE: 48, // d a b
	LT: 49, // d a b
	LE: 50, // d a b
	LTU: 51, // d a b
	LEU: 52, // d a b
	EQI: 53, // d a i
	NEI: 54, // d a i
	SX8: 55, // d a
	SX16: 56, // d a

	// 64 bits.
	SX64: 57, // d a
	ZX64: 58, // d a
	ADD2: 59, // d a b
	SUB2: 60, // d a b
	ADD2I: 61, // d a i
	MUL2: 62, // d a b
	AND2: 63, // d a b
	OR2: 64, // d a b
	XOR2: 65, // d a b
	SHL2: 66, // d a b
	SHR2: 67, // d a b
	SHRU2: 68, // d a b
	NEG2: 69, // d a
	NOT2: 70, // d a
	DIV2: 71, // d a b
	MOD2: 72, // d a b
	DIVU2: 73, // d a b
	MODU2: 74, // d a b
	EQ2: 75, // d a b
	NE2: 76, // d a b
	LT2: 77, // d a b
	LE2: 78, // d a b
	LTU2: 79, // d a b
	LEU2: 80, // d a b
	BOOL2: 81, // d a – whether not zero

	// Pointers and indexes.
	PADD: 82, // d p n
	PADD4: 83, // d p n – plus 4 times n
	PADD8: 84, // d p n
	SCALE: 85, // d n i – 64 bits: n times i, which is less than SCALE_MAX

	// Branches.
	JZ: 86, // a L
	JNZ: 87, // a L
	JEQ: 88, // a b L
	JNE: 89, // a b L
	JLT: 90, // a b L
	JLE: 91, // a b L
	JLTU: 92, // a b L
	JLEU: 93, // a b L
	JEQI: 94, // a i L
	JNEI: 95, // a i L
	JLTI: 96, // a i L
	JLEI: 97, // a i L
	JGTI: 98, // a i L
	JGEI: 99, // a i L
	JZ2: 100, // a L
	JNZ2: 101, // a L
	JEQ2: 102, // a b L
	JNE2: 103, // a b L
	JLT2: 104, // a b L
	JLE2: 105, // a b L
	JLTU2: 106, // a b L
	JLEU2: 107, // a b L

	// Memory at p + i bytes.
	LD8: 108, // d p i
	LDU8: 109, // d p i
	LD16: 110, // d p i
	LDU16: 111, // d p i
	LD32: 112, // d p i
	LD64: 113, // d p i
	ST8: 114, // a p i
	ST16: 115, // a p i
	ST32: 116, // a p i
	ST64: 117, // a p i
	// Memory at the address i.
	GLD8: 118, // d i
	GLDU8: 119, // d i
	GLD32: 120, // d i
	GLD64: 121, // d i
	GST8: 122, // a i
	GST32: 123, // a i
	GST64: 124, // a i
	// Memory at p + n times the size.
	XLD8: 125, // d p n
	XLDU8: 126, // d p n
	XLD32: 127, // d p n
	XLD64: 128, // d p n
	XST8: 129, // a p n
	XST32: 130, // a p n
	XST64: 131, // a p n
	// Memory at the address i + n times the size.
	GXLD8: 132, // d n i
	GXLDU8: 133, // d n i
	GXLD32: 134, // d n i
	GXLD64: 135, // d n i
	GXST8: 136, // a n i
	GXST32: 137, // a n i
	GXST64: 138, // a n i
	// Memory of the frame, i bytes + n times the size from its beginning.
	FXLD8: 139, // d n i
	FXLDU8: 140, // d n i
	FXLD32: 141, // d n i
	FXLD64: 142, // d n i
	FXST8: 143, // a n i
	FXST32: 144, // a n i
	FXST64: 145, // a n i

	// Floating point and conversions.
	FADD: 146, // d a b
	FSUB: 147, // d a b
	FMUL: 148, // d a b
	FDIV: 149, // d a b
	FNEG: 150, // d a
	FEQ: 151, // d a b
	FNE: 152, // d a b
	FLT: 153, // d a b
	FLE: 154, // d a b
	DADD: 155, // d a b
	DSUB: 156, // d a b
	DMUL: 157, // d a b
	DDIV: 158, // d a b
	DNEG: 159, // d a
	DEQ: 160, // d a b
	DNE: 161, // d a b
	DLT: 162, // d a b
	DLE: 163, // d a b
	I_TO_D: 164, // d a
	U_TO_D: 165, // d a
	L_TO_D: 166, // d a
	UL_TO_D: 167, // d a
	F_TO_D: 168, // d a
	D_TO_F: 169, // d a
	D_TO_I: 170, // d a
	D_TO_L: 171, // d a
	D_TO_UL: 172, // d a
	I_TO_F: 173, // d a
	U_TO_F: 174, // d a
	L_TO_F: 175, // d a
	UL_TO_F: 176, // d a

	// Two in one, never in an image: pairs.ts makes them when it is loaded. Operands are those of both.
	ADDI_CALL: 177,
	MOV2_CALL: 178,
	ADD_RET1: 179,
	ADDI_JLTI: 180,
	ADD_JLTI: 181,
	ADDI_JLT: 182,
	LDI_GXST8: 183,
	LDI_XST8: 184,
	LDI_GXST32: 185,
	LDI_XST32: 186,
	// Where a translation begins, never in an image: see hot-code.ts.
	TRANSLATED: 187,
} as const;

/**
 * Added to an operation where a statement of the user's code begins: before it the budget is counted down. Calls never
 * have it, as an unanswered one is begun again; a MARK stands before them.
 */
export const MARKED = 256;

/** Added to the slot of an index of 64 bits. */
export const WIDE = 1024;

/** Products of 32 bits with less than this are exact numbers. */
export const SCALE_MAX = 1 << 21;

/** `Op["ADD"]` is the number of ADD as a type: `case 23 satisfies Op["ADD"]` keeps the processor's switch honest. */
export type Op = typeof op;
export type OpName = keyof Op;

/** The names in the order of their numbers. */
export const opNames = Object.keys(op) as readonly OpName[];
