// Arrays without an element: which length made them so, and what may give them some.
import type { Frame, Missed } from "../../machine/index.ts";
import { code, list, type Sentence, say } from "../sentence.ts";
import type { Finding, Ran } from "./finding.ts";
import type { FoundMisuse } from "./memory.ts";
import { evaluate } from "./outside.ts";
import { type ArrayDeclared, arraysOf, codeAt, type Source, sourceOf, withoutValue } from "./source.ts";
import { beforeLine, onLine } from "./told.ts";

type Variable = Extract<Missed, { readonly kind: "variable" }>;

/** A length that is made of variables. */
interface Length {
	readonly text: string;
	/** It is a variable that had no value yet. */
	readonly isUnset: boolean;
}

/** An array of variable length as its function declares it. */
interface Declared extends Pick<ArrayDeclared, "line" | "name"> {
	readonly file: string;
	readonly lengths: readonly [Length, ...Length[]];
}

/** null when the name is declared twice, or no length is made of variables. */
function declaredIn(ran: Ran, file: string, name: string, inside: string): Declared | null {
	const source = sourceOf(ran.programs, file);
	const [array, ...others] = arraysOf(source, inside).filter((one) => one.name === name);
	if (array === undefined || others.length > 0 || array.lengths.includes("0")) return null;
	const [first, ...more] = array.lengths
		.filter((text) => isOfVariables(text, source))
		.map((text) => ({ text, isUnset: withoutValue(source, text, inside, array) }));
	return first === undefined ? null : { file, line: array.line, name, lengths: [first, ...more] };
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
	const why = found === null ? say`` : whyEmpty(found, ran);
	return element === null ? say`: ${has}${why}` : say`: there is no ${code(element)}, as ${has}${why}`;
}

function whyEmpty(array: Declared, ran: Ran): Sentence {
	const [{ isUnset, text }, ...more] = array.lengths;
	const at = onLine(ran, array);
	if (more.length > 0)
		return say`: of its lengths ${list(array.lengths.map((one) => code(one.text)))} one was 0${at}`;
	return isUnset
		? say`: ${code(text)} had no value yet${at}, and 0 happened to lie there`
		: say`: ${code(text)} was 0${at}`;
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
		: lengthCure(found, found.lengths, ran);
}

/** One for these lengths of the array. */
function lengthCure(array: Declared, lengths: readonly Length[], ran: Ran): Sentence {
	const [only, ...more] = lengths;
	if (only?.isUnset && more.length === 0)
		return say`Give ${code(only.text)} its value${beforeLine(ran, array)}: ${code(array.name)} keeps the length with which it is declared.`;
	const asked = lengths.map(({ text }) => `${text} > 0`).join(" && ");
	return say`Ask${beforeLine(ran, array)} whether there is anything to hold: ${code(`if (${asked})`)}.`;
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
		for (const length of array?.lengths ?? []) {
			const value = hasNoSign(length.text, stack) ? null : evaluate(length.text, stack);
			if (array === null || value === null || value >= 0n) continue;
			const unset = length.isUnset ? say`, as it had no value yet` : say``;
			return {
				sentence: say`${code(length.text)}, ${array.lengths.length === 1 ? "the" : "a"} length of ${code(name)}, is ${String(value)}${unset}.`,
				cure: lengthCure(array, [length], ran),
				remedies: [],
			};
		}
	}
	return null;
}

/** Whether what is computed is never less than 0, but very large instead. */
function hasNoSign(length: string, stack: readonly Frame[]): boolean {
	const types = stack[0]?.variables.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(length)) ?? [];
	return types.some(({ type }) => /^(unsigned|size_t|uint)/.test(type));
}
