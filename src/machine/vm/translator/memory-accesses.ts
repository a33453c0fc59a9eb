// Loads and stores as text: what lies in the memory's caches is reached in place, the rest as the interpreter reaches it.

import { type OpName, WIDE } from "../opcodes.ts";
import { type Instruction, number, type Straight, type Value } from "./straight.ts";

/** How memory is read or written: bytes, and whether a byte keeps its sign. */
interface Access {
	readonly store: boolean;
	readonly bytes: 1 | 4 | 8;
	readonly signed: boolean;
}

const accesses: Readonly<Record<string, Access>> = {
	LD8: { store: false, bytes: 1, signed: true },
	LDU8: { store: false, bytes: 1, signed: false },
	LD32: { store: false, bytes: 4, signed: true },
	LD64: { store: false, bytes: 8, signed: true },
	ST8: { store: true, bytes: 1, signed: false },
	ST32: { store: true, bytes: 4, signed: false },
	ST64: { store: true, bytes: 8, signed: false },
};

/** An address as the text computes it. */
interface Address {
	readonly low: string;
	/** What must be 0 for it to be one of memory. */
	readonly far: readonly string[];
	/** It is that of a global, known now. */
	readonly fixed: boolean;
}

/** Where an address lies in a cache. */
interface Cached {
	readonly at: Value;
	readonly entry: Value;
	/** The condition that it is there, and aligned. */
	readonly found: string;
}

export function memoryAccess(text: Straight, name: OpName, instruction: Instruction): void {
	const [, kind, base] = /^(GX|FX|X|G|)(.*)$/.exec(name) as unknown as [string, string, string];
	const access = accesses[base];
	if (access === undefined) halfword(text, base, instruction);
	else if (access.store) store(text, kind, access, instruction);
	else load(text, kind, access, instruction);
}

/** Two bytes: the interpreter has no short way to them either. */
function halfword(text: Straight, base: string, [, x]: Instruction): void {
	text.lines.push(text.reach());
	if (base === "ST16") text.forget();
	else text.forget(x);
}

function addressOf(text: Straight, kind: string, bytes: number, [, , y, z]: Instruction): Address {
	if (kind === "G") return { low: number(y), far: [], fixed: true };
	if (kind === "") return { low: `${text.read(y)} + ${z} | 0`, far: [text.read(y + 1)], fixed: false };
	const index = kind === "X" ? z : y;
	const n = text.read(index % WIDE);
	const shift = Math.log2(bytes);
	const high = index >= WIDE ? text.read((index % WIDE) + 1) : `${n} >> 31`;
	const far = index >= WIDE || shift > 0 ? [`(${high} ^ ${n} >> ${31 - shift})`] : [];
	const step = shift === 0 ? n : `(${n} << ${shift})`;
	if (kind === "GX") return { low: `${number(z)} + ${step} | 0`, far, fixed: false };
	if (kind === "FX") return { low: `fp + ${z} + ${step} | 0`, far, fixed: false };
	const [low, above] = text.read2(y);
	return { low: `${low} + ${step} | 0`, far: [...far, above, `${low} >> 31`], fixed: false };
}

function cached(text: Straight, { low, far, fixed }: Address, bytes: number, tags: string): Cached {
	const at = fixed ? low : text.constant(low);
	const entry = text.constant(`${at} >>> 12 & 255`);
	const conditions = [`(${at} & ${bytes - 1 - 4096} ^ ${tags}[${entry}])`, ...far];
	return { at, entry, found: `(${conditions.join(" | ")}) === 0` };
}

function load(text: Straight, kind: string, { bytes, signed }: Access, instruction: Instruction): void {
	const [, x] = instruction;
	const { at, entry, found } = cached(text, addressOf(text, kind, bytes, instruction), bytes, "readTags");
	const page = text.names.next();
	const index = text.names.next();
	const word = `${page}[${index}]`;
	const byte = `(${word} >> ((${at} & 3) << 3))`;
	const low = bytes > 1 ? word : signed ? `${byte} << 24 >> 24` : `${byte} & 255`;
	const loaded = bytes === 8 ? [low, `${page}[${index} + 1 | 0]`] : [low];
	const values = loaded.map(() => text.names.next());
	text.lines.push(
		`let ${values.join(", ")};`,
		`if (${found}) { const ${page} = readPages[${entry}], ${index} = (${at} & 4095) >> 2;`,
		`${values.map((value, i) => `${value} = ${loaded[i]};`).join(" ")} }`,
		`else { ${text.reach()}`,
		`${values.map((value, i) => `${value} = w[f + ${x + i} | 0];`).join(" ")} }`,
	);
	values.forEach((value, i) => {
		text.write(x + i, value);
	});
}

function store(text: Straight, kind: string, { bytes }: Access, instruction: Instruction): void {
	const [, x] = instruction;
	const value = text.read(x);
	const other = bytes === 8 ? text.read(x + 1) : "";
	const address = addressOf(text, kind, bytes, instruction);
	const { at, entry, found } = cached(text, address, bytes, "writeTags");
	const [page, index, shift] = [text.names.next(), text.names.next(), text.names.next()];
	const word = `${page}[${index}]`;
	const stored =
		bytes > 1
			? `${word} = ${value};`
			: `const ${shift} = (${at} & 3) << 3; ${word} = ${word} & ~(255 << ${shift}) | (${value} & 255) << ${shift};`;
	const second = bytes === 8 ? ` ${page}[${index} + 1 | 0] = ${other};` : "";
	text.lines.push(
		`if (${found}) { const ${page} = writePages[${entry}], ${index} = (${at} & 4095) >> 2; ${stored}${second} }`,
		`else ${text.reach()}`,
	);
	// A pointer may lead into the frame; a global's address does not.
	if (!address.fixed) text.forget();
}
