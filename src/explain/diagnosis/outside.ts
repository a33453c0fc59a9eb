// An index that leads far outside of its array: which one, computed from what its variables held, and told only when it
// leads to the very address of the fault.
import type { Place } from "../../kernel/index.ts";
import type { Frame, Image } from "../../machine/index.ts";
import { code, join, type Sentence, say } from "../sentence.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { literally, loopsAround, type Source } from "./source.ts";
import type { Death } from "./witness.ts";

/** An array of the whole program. */
export interface GlobalArray {
	readonly address: number;
	/** In bytes. */
	readonly size: number;
	readonly type: string;
}

/** The arrays of the whole program, by their names. */
export function globalArrays(images: ReadonlyMap<string, Image>): (name: string) => GlobalArray | null {
	return (name) => {
		for (const { symbols } of images.values()) {
			const symbol = Object.hasOwn(symbols, name) ? symbols[name] : undefined;
			if (symbol === undefined || symbol.library || symbol.shape?.kind !== "array") continue;
			const { size, text } = symbol.shape;
			return { address: symbol.address, size, type: text };
		}
		return null;
	};
}

/** Bytes from where a pointer leads that may still be meant. */
const NEAR = 4096n;

interface Base {
	readonly name: string;
	readonly address: bigint;
	/** Elements in each dimension; none of a pointer. */
	readonly lengths: readonly number[];
	/** Bytes of an element. */
	readonly size: number;
}

interface Subscripted {
	readonly base: Base;
	/** What stands between the brackets. */
	readonly indexes: readonly string[];
	/** Whether its line begins with it, and gives it a new value. */
	readonly isTarget: boolean;
}

/** Bytes of the types that are one word. */
export const SIZES: { readonly [type: string]: number } = {
	char: 1,
	short: 2,
	int: 4,
	unsigned: 4,
	float: 4,
	long: 8,
	double: 8,
	size_t: 8,
};

/** Says of the fault which index was wrong; null when none of the line's leads there. */
export function outside(
	ran: Ran,
	death: Death,
	place: Place,
	source: Source,
): Required<Pick<Finding, "sentence" | "cure" | "remedies">> | null {
	const address = /\bat (0x[0-9a-f]+)/.exec(death.fault ?? "")?.[1];
	if (address === undefined) return null;
	const line = source.lines[place.line - 1] ?? "";
	const found = subscripts(source.code[place.line - 1] ?? "", line, death.stack, ran).flatMap((one) => {
		const index = leadingTo(one, BigInt(address), death);
		return index === null ? [] : [{ ...one, ...index }];
	});
	const [only, ...others] = found;
	if (only === undefined || others.length > 0) return null;
	const { base, indexes, value, unsigned } = only;
	const [first = 0] = base.lengths;
	const index = indexes[0] ?? "";
	const written = `${base.name}[${index}]`;
	const isPointer = base.lengths.length === 0;
	const is = /^-?\d+$/.test(index)
		? code(written)
		: say`${code(written)} is ${code(`${base.name}[${value}]`)} here`;
	const where = isPointer
		? say`, far ${value < 0n ? "before" : "behind"} what ${code(base.name)} points to`
		: say`, and ${code(base.name)} has ${String(first)} elements, ${code(`${base.name}[0]`)} to ${code(`${base.name}[${first - 1}]`)}`;
	const range = isPointer ? `${index} >= 0` : `${index} >= 0 && ${index} < ${first}`;
	return {
		sentence: join([say`${is}${where}.`, unsigned === null ? null : unsignedWords(unsigned)]),
		cure:
			unsigned === null
				? say`Look at the index before it is used: ${code(range)}${isPointer ? ", and less than there are elements" : ""}.`
				: say`Ask first whether there is anything before: ${code(`${unsigned} > 0`)}; or count with an ${code("int")}.`,
		remedies: unsigned === null ? [] : notBelowZero(source, place, unsigned),
	};
}

function unsignedWords(name: string): Sentence {
	return say`${code(name)} has no sign: what would be -1 is the largest number there is.`;
}

/** A question before an index is made one less, or a counter that can be less than 0. */
export function notBelowZero(source: Source, place: Place, name: string): readonly Remedy[] {
	const own = literally(name);
	const asked: Remedy = {
		kind: "replace",
		place,
		what: new RegExp(`\\b(while|if)\\s*\\((?=.*\\[\\s*${own}\\s*-\\s*1\\s*\\])`),
		by: `$1 (${name} > 0 && `,
	};
	const heads = loopsAround(source, place.line).map(
		({ first }): Remedy => ({
			kind: "replace",
			place: { ...place, line: first },
			what: new RegExp(`\\b(?:unsigned(?:\\s+int|\\s+long)?|size_t)(?=\\s+${own}\\b)`),
			by: "int",
		}),
	);
	return [asked, ...heads];
}

/** The arrays and pointers of a line that are followed by brackets. */
function subscripts(
	line: string,
	written: string,
	stack: readonly Frame[],
	ran: Ran,
): readonly Subscripted[] {
	const all: Subscripted[] = [];
	for (const { 0: name, index: at } of line.matchAll(/(?<![\w.>])[A-Za-z_]\w*(?=\s*\[)/g)) {
		const base = baseOf(name, stack, ran);
		const indexes: string[] = [];
		let from = at + name.length;
		for (;;) {
			const open = /^\s*\[/.exec(line.slice(from))?.[0].length ?? 0;
			const length = open === 0 ? -1 : closing(line.slice(from + open));
			if (length < 0) break;
			indexes.push(written.slice(from + open, from + open + length).trim());
			from += open + length + 1;
		}
		if (base !== null && indexes.length === Math.max(1, base.lengths.length)) {
			const isTarget =
				/^\s*$/.test(line.slice(0, at)) && /^\s*(?:\+\+|--|[-+*/%&|^]?=[^=])/.test(line.slice(from));
			all.push({ base, indexes, isTarget });
		}
	}
	return all;
}

/** How many letters come before the bracket that closes. */
function closing(text: string): number {
	let depth = 0;
	for (let i = 0; i < text.length; i++) {
		if (text[i] === "[") depth++;
		else if (text[i] === "]" && depth-- === 0) return i;
	}
	return -1;
}

function baseOf(name: string, stack: readonly Frame[], ran: Ran): Base | null {
	const local = stack[0]?.variables.find((variable) => variable.name === name);
	const found = local ?? ran.globals(name);
	if (found === null) return null;
	const lengths = [...found.type.matchAll(/\[(\d+)\]/g)].map(([, length]) => Number(length));
	if (lengths.includes(0)) return null;
	if (lengths.length > 0) {
		const size = found.size / lengths.reduce((product, one) => product * one, 1);
		return { name, address: BigInt(found.address), lengths, size };
	}
	const to = /^(?:const )?(?:unsigned |signed )?(\w+)(?: \w+)? ?\*$/.exec(found.type)?.[1] ?? "";
	const pointer = /^0x[0-9a-f]+/.exec(local?.value ?? "")?.[0];
	const size = /\*\s*\*$/.test(found.type) ? 8 : SIZES[to];
	return size === undefined || pointer === undefined
		? null
		: { name, address: BigInt(pointer), lengths: [], size };
}

/** The index with which a subscript leads to the address, and the variable without a sign that made it so large. */
function leadingTo(
	{ base, indexes, isTarget }: Subscripted,
	address: bigint,
	{ fault, stack }: Death,
): { readonly value: bigint; readonly unsigned: string | null } | null {
	const { lengths, size } = base;
	const inside = (far: bigint) => far >= 0n && far < BigInt(size);
	const steps = indexes.map((_, i) => lengths.slice(i + 1).reduce((product, one) => product * one, size));
	const values = indexes.map((index) => evaluate(index, stack));
	if (values.every((value) => value !== null)) {
		const rest = values.slice(1).reduce((sum, value, i) => sum + value * BigInt(steps[i + 1] ?? 0), 0n);
		const first = values[0] as bigint;
		for (const value of new Set([first, BigInt.asUintN(32, first), BigInt.asIntN(32, first)])) {
			const reached = BigInt.asUintN(64, base.address + value * BigInt(steps[0] ?? 0) + rest);
			if (!inside(address - reached) || isNear(value, lengths[0], size)) continue;
			const counter = /^(\w+)\s*-\s*\d+$|^(\w+)$/.exec(indexes[0] ?? "");
			const wrapped = value === BigInt.asUintN(32, -1n) || value === BigInt.asUintN(64, -1n);
			return { value, unsigned: wrapped ? (counter?.[1] ?? counter?.[2] ?? null) : null };
		}
	}
	// The target of an assignment is what a write has touched, whatever its index is made of.
	const far = BigInt.asIntN(64, address - base.address);
	if (!isTarget || !fault?.startsWith("write") || lengths.length !== 1 || far % BigInt(size) !== 0n)
		return null;
	return { value: far / BigInt(size), unsigned: null };
}

/** Whether an index is one of the array, or not far from what a pointer leads to, which may be at fault itself. */
function isNear(value: bigint, length: number | undefined, size: number): boolean {
	if (length !== undefined) return value >= 0n && value < BigInt(length);
	return value * BigInt(size) < NEAR && value * BigInt(size) > -NEAR;
}

/** What an expression of numbers and variables amounts to; null when it has anything else in it. */
export function evaluate(text: string, stack: readonly Frame[]): bigint | null {
	const tokens = text.match(/\w+|'[^'\\]'|\+\+|--|[-+*/%()]|\S/g) ?? [];
	let at = 0;
	const variable = (name: string): bigint | null => {
		const found = stack[0]?.variables.find((one) => one.name === name)?.value;
		const value = /^-?\d+(?= '|$)/.exec(found ?? "")?.[0];
		return value === undefined ? null : BigInt(value);
	};
	const primary = (): bigint | null => {
		const token = tokens[at++] ?? "";
		if (token === "-") {
			const value = primary();
			return value === null ? null : -value;
		}
		if (token === "(") {
			const value = sum();
			return tokens[at++] === ")" ? value : null;
		}
		const number = /^(0x[0-9a-f]+|\d+)u?l*$/i.exec(token)?.[1];
		if (number !== undefined) return BigInt(number);
		if (token.startsWith("'")) return BigInt(token.codePointAt(1) ?? 0);
		if (token === "++" || token === "--") return variable(tokens[at++] ?? "");
		const value = /^[A-Za-z_]\w*$/.test(token) ? variable(token) : null;
		if (value === null) return null;
		// It has been counted on already.
		if (tokens[at] === "++" || tokens[at] === "--") return tokens[at++] === "++" ? value - 1n : value + 1n;
		return value;
	};
	const product = (): bigint | null => {
		let value = primary();
		while (value !== null && /^[*/%]$/.test(tokens[at] ?? "")) {
			const operator = tokens[at++];
			const right = primary();
			if (right === null || (operator !== "*" && right === 0n)) return null;
			value = operator === "*" ? value * right : operator === "/" ? value / right : value % right;
		}
		return value;
	};
	const sum = (): bigint | null => {
		let value = product();
		while (value !== null && /^[-+]$/.test(tokens[at] ?? "")) {
			const operator = tokens[at++];
			const right = product();
			if (right === null) return null;
			value = operator === "+" ? value + right : value - right;
		}
		return value;
	};
	const value = sum();
	return at === tokens.length ? value : null;
}
