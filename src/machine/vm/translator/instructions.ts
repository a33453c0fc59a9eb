// What each instruction does, as text; the processor's loop in cpu.ts is its definition.

import { type OpName, op, opNames, WIDE } from "../opcodes.ts";
import { memoryAccess } from "./memory-accesses.ts";
import { type Instruction, number, type Straight, type Value } from "./straight.ts";

/** Gives the expression of a result, or a condition, from the operands. */
type Form = (a: Value, b: Value) => string;
type Forms = Partial<Record<OpName, Form>>;
type Writer = (text: Straight, instruction: Instruction) => void;

const compared: Readonly<Record<"EQ" | "NE" | "LT" | "LE" | "GT" | "GE" | "LTU" | "LEU", Form>> = {
	EQ: (a, b) => `${a} === ${b}`,
	NE: (a, b) => `${a} !== ${b}`,
	LT: (a, b) => `${a} < ${b}`,
	LE: (a, b) => `${a} <= ${b}`,
	GT: (a, b) => `${a} > ${b}`,
	GE: (a, b) => `${a} >= ${b}`,
	LTU: (a, b) => `${a} >>> 0 < ${b} >>> 0`,
	LEU: (a, b) => `${a} >>> 0 <= ${b} >>> 0`,
};

const flag =
	(form: Form): Form =>
	(a, b) =>
		`${form(a, b)} ? 1 : 0`;

const computed: Readonly<Record<"ADD" | "MUL" | "AND" | "OR" | "XOR" | "SHL" | "SHR" | "SHRU", Form>> = {
	ADD: (a, b) => `${a} + ${b} | 0`,
	MUL: (a, b) => `Math.imul(${a}, ${b})`,
	AND: (a, b) => `${a} & ${b}`,
	OR: (a, b) => `${a} | ${b}`,
	XOR: (a, b) => `${a} ^ ${b}`,
	SHL: (a, b) => `${a} << ${b}`,
	SHR: (a, b) => `${a} >> ${b}`,
	SHRU: (a, b) => `${a} >>> ${b} | 0`,
};

/** d a b */
const ofWords: Forms = {
	...computed,
	SUB: (a, b) => `${a} - ${b} | 0`,
	EQ: flag(compared.EQ),
	NE: flag(compared.NE),
	LT: flag(compared.LT),
	LE: flag(compared.LE),
	LTU: flag(compared.LTU),
	LEU: flag(compared.LEU),
};

/** d a i */
const ofConstants: Forms = {
	ADDI: computed.ADD,
	MULI: computed.MUL,
	ANDI: computed.AND,
	SHLI: computed.SHL,
	SHRI: computed.SHR,
	SHRUI: computed.SHRU,
	EQI: flag(compared.EQ),
	NEI: flag(compared.NE),
};

/** d a */
const ofOne: Partial<Record<OpName, (a: Value) => string>> = {
	MOV: (a) => a,
	NEG: (a) => `-${a} | 0`,
	NOT: (a) => `~${a}`,
	SX8: (a) => `${a} << 24 >> 24`,
	SX16: (a) => `${a} << 16 >> 16`,
};

/** d a b, both halves alike. */
const ofHalves: Forms = { AND2: computed.AND, OR2: computed.OR, XOR2: computed.XOR };

/** a b L */
const branches: Forms = {
	JEQ: compared.EQ,
	JNE: compared.NE,
	JLT: compared.LT,
	JLE: compared.LE,
	JLTU: compared.LTU,
	JLEU: compared.LEU,
};

/** a i L */
const constantBranches: Forms = {
	JEQI: compared.EQ,
	JNEI: compared.NE,
	JLTI: compared.LT,
	JLEI: compared.LE,
	JGTI: compared.GT,
	JGEI: compared.GE,
};

type Wide = readonly [low: Value, high: Value];

const less =
	(unsigned: string) =>
	([al, ah]: Wide, [bl, bh]: Wide): string =>
		`(${ah}${unsigned} < ${bh}${unsigned} || (${ah} === ${bh} && ${compared.LTU(al, bl)}))`;
const lessSigned = less("");
const lessUnsigned = less(" >>> 0");

const wideCompared: Readonly<Record<string, (a: Wide, b: Wide) => string>> = {
	EQ2: ([al, ah], [bl, bh]) => `(${al} === ${bl} && ${ah} === ${bh})`,
	NE2: ([al, ah], [bl, bh]) => `(${al} !== ${bl} || ${ah} !== ${bh})`,
	LT2: lessSigned,
	LE2: (a, b) => `!${lessSigned(b, a)}`,
	LTU2: lessUnsigned,
	LEU2: (a, b) => `!${lessUnsigned(b, a)}`,
};

/** Whether a sum of two words has carried, or a difference borrowed. */
const carried = (less: Value, than: Value): string => `(${less} >>> 0 < ${than} >>> 0 ? 1 : 0)`;

function addWide(text: Straight, d: number, [al, ah]: Wide, [bl, bh]: Wide): void {
	const low = text.constant(`${al} + ${bl} | 0`);
	text.write2(d, low, `${ah} + ${bh} + ${carried(low, al)} | 0`);
}

/** The pointer plus an index, shifted to the left. */
const advance =
	(shift: number): Writer =>
	(text, [, x, y, z]) => {
		const n = text.read(z % WIDE);
		const top = (rest: Value): string =>
			shift === 0 ? rest : `(${rest} << ${shift} | ${n} >>> ${32 - shift})`;
		const high = z >= WIDE ? top(text.read((z % WIDE) + 1)) : `(${n} >> ${shift === 0 ? 31 : 32 - shift})`;
		addWide(text, x, text.read2(y), [`(${n} << ${shift})`, high]);
	};

const divide =
	(sign: "/" | "%"): Writer =>
	(text, [, x, y, z]) => {
		const [a, b] = [text.read(y), text.read(z)];
		text.lines.push(`if (${b} === 0 || (${b} === -1 && ${a} === -2147483648)) ${text.leave()}`);
		text.write(x, `${a} ${sign} ${b} | 0`);
	};

const divideUnsigned =
	(sign: "/" | "%"): Writer =>
	(text, [, x, y, z]) => {
		const [a, b] = [text.read(y), text.read(z)];
		text.lines.push(`if (${b} === 0) ${text.leave()}`);
		text.write(x, `(${a} >>> 0) ${sign} (${b} >>> 0) | 0`);
	};

/** Work on memory that functions do: any slot may have changed. */
const called =
	(call: (text: Straight, instruction: Instruction) => string): Writer =>
	(text, instruction) => {
		text.lines.push(call(text, instruction));
		text.lines.push(`if (memory.refusal !== null) ${text.leave()}`);
		text.forget();
	};

/** Work that a function does on the frame's words. */
function rarely(text: Straight, [operation, x, y, z]: Instruction): string {
	const slots = [x, y, z].map((slot) => `f + ${slot} | 0`);
	return `if (rare(${operation}, w, ${slots.join(", ")}) !== "done") ${text.leave()}`;
}

/** What is no number has a sign and bits of its own, see floating.ts. */
const ofDoubles =
	(sign: "+" | "-" | "*" | "/"): Writer =>
	(text, instruction) => {
		const [, x, y, z] = instruction;
		const value = text.constant(`${text.readDouble(y)} ${sign} ${text.readDouble(z)}`);
		text.writeDouble(x, value, rarely(text, instruction));
	};

const doublesCompared =
	(form: Form): Writer =>
	(text, [, x, y, z]) =>
		text.write(x, flag(form)(text.readDouble(y), text.readDouble(z)));

const others: Partial<Record<OpName, Writer>> = {
	DADD: ofDoubles("+"),
	DSUB: ofDoubles("-"),
	DMUL: ofDoubles("*"),
	DDIV: ofDoubles("/"),
	DEQ: doublesCompared(compared.EQ),
	DNE: doublesCompared(compared.NE),
	DLT: doublesCompared(compared.LT),
	DLE: doublesCompared(compared.LE),
	I_TO_D: (text, [, x, y]) => text.writeDouble(x, text.read(y), null),
	MARK: () => {},
	TICK: (text) => {
		text.lines.push(`if (ticks <= 0) ${text.leave()}`, "ticks = ticks - 1 | 0;");
	},
	LDI: (text, [, x, y]) => text.write(x, number(y)),
	LDI2: (text, [, x, y, z]) => text.write2(x, number(y), number(z)),
	MOV2: (text, [, x, y]) => text.move2(x, y),
	LEA: (text, [, x, y]) => text.write2(x, `fp + ${y} | 0`, "0"),
	GETSP: (text, [, x]) => text.write(x, "sp | 0"),
	SETSP: (text, [, x]) => {
		text.lines.push(`sp = ${text.read(x)};`);
	},
	SX64: (text, [, x, y]) => text.write2(x, text.read(y), `${text.read(y)} >> 31`),
	ZX64: (text, [, x, y]) => text.write2(x, text.read(y), "0"),
	DIV: divide("/"),
	MOD: divide("%"),
	DIVU: divideUnsigned("/"),
	MODU: divideUnsigned("%"),
	ADD2: (text, [, x, y, z]) => addWide(text, x, text.read2(y), text.read2(z)),
	ADD2I: (text, [, x, y, z]) => addWide(text, x, text.read2(y), [number(z), number(z >> 31)]),
	SUB2: (text, [, x, y, z]) => {
		const [[al, ah], [bl, bh]] = [text.read2(y), text.read2(z)];
		text.write2(x, `${al} - ${bl} | 0`, `${ah} - ${bh} - ${carried(al, bl)} | 0`);
	},
	BOOL2: (text, [, x, y]) => text.write(x, `(${text.read2(y).join(" | ")}) !== 0 ? 1 : 0`),
	PADD: advance(0),
	PADD4: advance(2),
	PADD8: advance(3),
	SCALE: (text, [, x, y, z]) => {
		const slot = y % WIDE;
		const [n, times] = [text.read(slot), number(z)];
		const product = text.constant(`${y >= WIDE ? `(${n} >>> 0)` : n} * ${times}`);
		const top = y >= WIDE ? `Math.imul(${text.read(slot + 1)}, ${times})` : "0";
		text.write2(x, `${product} | 0`, `Math.floor(${product} / ${2 ** 32}) + ${top} | 0`);
	},
	NATIVE: called((_, [, x, y]) => `native(${x}, memory, w, f + ${y} | 0);`),
	COPY: called(
		(_, [, x, y, z]) => `copyBytes(memory, whole(w, f + ${x} | 0), whole(w, f + ${y} | 0), ${z});`,
	),
	ZERO: called((text, [, x, y]) => `fillBytes(memory, ${text.read(x)}, 0, ${y});`),
};

/** Writes an instruction that control goes on behind. */
export function write(text: Straight, instruction: Instruction): void {
	const [operation, x, y, z] = instruction;
	const name = opNames[operation]!;
	const other = others[name];
	if (other !== undefined) other(text, instruction);
	else if (operation >= op.LD8 && operation <= op.FXST64) memoryAccess(text, name, instruction);
	else if (name in ofWords) text.write(x, ofWords[name]!(text.read(y), text.read(z)));
	else if (name in ofConstants) text.write(x, ofConstants[name]!(text.read(y), number(z)));
	else if (name in ofOne) text.write(x, ofOne[name]!(text.read(y)));
	else if (name in ofHalves) {
		const [[al, ah], [bl, bh]] = [text.read2(y), text.read2(z)];
		text.write2(x, ofHalves[name]!(al, bl), ofHalves[name]!(ah, bh));
	} else if (name in wideCompared)
		text.write(x, `${wideCompared[name]!(text.read2(y), text.read2(z))} ? 1 : 0`);
	else {
		text.lines.push(rarely(text, instruction));
		text.forget(x, x + 1);
	}
}

/** Whether a branch with a condition is taken. */
export function condition(text: Straight, [operation, x, y]: Instruction): string {
	const name = opNames[operation]!;
	if (name in branches) return branches[name]!(text.read(x), text.read(y));
	if (name in constantBranches) return constantBranches[name]!(text.read(x), number(y));
	const wide = wideCompared[name.slice(1)];
	if (wide !== undefined) return wide(text.read2(x), text.read2(y));
	const value = operation === op.JZ || operation === op.JNZ ? text.read(x) : `(${text.read2(x).join(" | ")})`;
	return `${value} ${operation === op.JZ || operation === op.JZ2 ? "===" : "!=="} 0`;
}
