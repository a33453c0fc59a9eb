// Arrays without an element: which length made them so, and what may give them some.
import type { Frame, Missed } from "../../machine/index.ts";
import { code, type Sentence, say } from "../sentence.ts";
import type { Finding, Ran } from "./finding.ts";
import type { FoundMisuse } from "./memory.ts";
import { evaluate } from "./outside.ts";
import { type ArrayDeclared, arraysOf, codeAt, type Source, sourceOf, withoutValue } from "./source.ts";
import { beforeLine, onLine } from "./told.ts";

type Variable = Extract<Missed, { readonly kind: "variable" }>;

/** The array of variable length as its function declares it, and the variable if its length never had a value by then. */
interface Declared extends Pick<ArrayDeclared, "line" | "name"> {
	readonly file: string;
	readonly length: string;
	readonly isUnset: boolean;
}

/** Of arrays with one dimension; null when the name is declared twice, or its length is no variable's. */
function declaredIn(ran: Ran, file: string, name: string, inside: string): Declared | null {
	const source = sourceOf(ran.programs, file);
	const [array, ...others] = arraysOf(source, inside).filter((one) => one.name === name);
	if (array === undefined || others.length > 0 || array.lengths.length > 1) return null;
	const [length = ""] = array.lengths;
	if (!isOfVariables(length, source)) return null;
	return { file, line: array.line, name, length, isUnset: withoutValue(source, length, inside, array) };
}

/** Whether a length names variables, not constants only, and changes none. */
function isOfVariables(length: string, { code: lines }: Source): boolean {
	if (!/^[\w\s+*/%().>[\]-]+$/.test(length) || /\+\+|--/.test(length)) return false;
	const names = length.match(/\b[A-Za-z_]\w*/g) ?? [];
	const text = lines.join("\n");
	return names.some(
		(name) => !new RegExp(`#\\s*define\\s+${name}\\b|\\benum\\b[^;{]*\\{[^}]*\\b${name}\\b`).test(text),
	);
}

function declared({ missed, place }: FoundMisuse, ran: Ran): Declared | null {
	if (place === null || missed?.kind !== "variable" || missed.function === null) return null;
	return declaredIn(ran, place.file, missed.name, missed.function);
}

// ---- no elements ----

/** ': there is no a[0], as a has no elements: n was 0 on line 3' */
export function emptyWords(misuse: FoundMisuse, missed: Variable, ran: Ran): Sentence {
	const { name } = missed;
	const element = elementTouched(misuse, missed, ran);
	const has = say`${code(name)} has no elements`;
	const found = declared(misuse, ran);
	const at = onLine(ran, found);
	const why =
		found === null
			? say``
			: found.isUnset
				? say`: ${code(found.length)} had no value yet${at}, and 0 happened to lie there`
				: say`: ${code(found.length)} was 0${at}`;
	return element === null ? say`: ${has}${why}` : say`: there is no ${code(element)}, as ${has}${why}`;
}

/** The element's name: by its number where that is known, else as the line has it; null when the line has no such name. */
function elementTouched(
	{ offset, place, size }: FoundMisuse,
	{ name, type }: Variable,
	ran: Ran,
): string | null {
	const lengths = [...type.matchAll(/\[(\d+)\]/g)].map(([, length]) => Number(length));
	const written = [
		...codeAt(ran.programs, place).matchAll(new RegExp(`\\b${name}((?:\\[[^[\\]]*\\])+)`, "g")),
	];
	const [subscripts = "", ...others] = new Set(written.map(([, each = ""]) => each));
	const isKnown = others.length === 0 && subscripts !== "";
	// Only of a number or a pointer is the whole element touched; all rows of no elements begin at the same place.
	if (/^(struct|union)\b/.test(type) || lengths.at(-1) !== 0) return isKnown ? `${name}${subscripts}` : null;
	const last = `[${Math.floor(offset / size)}]`;
	if (lengths.length === 1) return `${name}${last}`;
	return isKnown ? `${name}${subscripts.replace(/\[[^[\]]*\]$/, last)}` : null;
}

/** What may give an array elements that was declared with none. */
export function emptyCure(misuse: FoundMisuse, { name }: Variable, ran: Ran): Sentence {
	const found = declared(misuse, ran);
	return found === null
		? say`Declare ${code(name)} with as many elements as it is to hold.`
		: lengthCure(found, ran);
}

function lengthCure(array: Declared, ran: Ran): Sentence {
	const { isUnset, length, name } = array;
	return isUnset
		? say`Give ${code(length)} its value${beforeLine(ran, array)}: ${code(name)} keeps the length with which it is declared.`
		: say`Ask${beforeLine(ran, array)} whether there is anything to hold: ${code(`if (${length} > 0)`)}.`;
}

// ---- fewer than none ----

/** Of the arrays that a line declares the one whose length is negative; null: there is none. */
export function negativeLength(
	ran: Ran,
	{ file, line }: { readonly file: string; readonly line: number },
	stack: readonly Frame[],
): Required<Pick<Finding, "sentence" | "cure" | "remedies">> | null {
	const inside = stack[0]?.function ?? "";
	for (const { name } of arraysOf(sourceOf(ran.programs, file), inside).filter((one) => one.line === line)) {
		const array = declaredIn(ran, file, name, inside);
		const value = array === null || hasNoSign(array.length, stack) ? null : evaluate(array.length, stack);
		if (array === null || value === null || value >= 0n) continue;
		const unset = array.isUnset ? say`, as it had no value yet` : say``;
		return {
			sentence: say`${code(array.length)}, the length of ${code(name)}, is ${String(value)}${unset}.`,
			cure: lengthCure(array, ran),
			remedies: [],
		};
	}
	return null;
}

/** Whether what is computed is never less than 0, but very large instead. */
function hasNoSign(length: string, stack: readonly Frame[]): boolean {
	const types = stack[0]?.variables.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(length)) ?? [];
	return types.some(({ type }) => /^(unsigned|size_t|uint)/.test(type));
}
