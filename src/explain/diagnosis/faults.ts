// Faults of the program's own, in its words: which variable, which call, which argument made the processor stop, and what may mend it.
import type { Place } from "../../kernel/index.ts";
import type { Frame } from "../../machine/index.ts";
import { code, join, list, say } from "../sentence.ts";
import { negativeLength } from "./array-lengths.ts";
import type { Finding, Ran, Remedy } from "./finding.ts";
import { type Conversion, conversionsOf, type FormatCall, formatCall, formatCalls } from "./formats.ts";
import { outside, SIZES } from "./outside.ts";
import { codeOf, definitionOf, literally, loopsAround, type Source, sourceOf } from "./source.ts";
import { onLine } from "./told.ts";
import type { Death } from "./witness.ts";

/** Why it faulted, as far as the text tells it; null when the fault's own words are all there is. */
export type Reason = Required<Pick<Finding, "sentence" | "cure" | "remedies">>;

export function reasonOf(ran: Ran, death: Death): Reason | null {
	const { fault, faultKind, place } = death;
	if (place === null || fault === null) return null;
	const source = sourceOf(ran.programs, place.file);
	const at: At = { ran, death, place, source, line: source.code[place.line - 1] ?? "" };
	switch (faultKind) {
		case "divide":
			return divided(at, fault);
		case "stack-overflow":
			return negativeLength(ran, place, death.stack) ?? recursion(at) ?? largeArray(at) ?? takenFromStack(at);
		case "execute":
			return fault.endsWith("null pointer") ? noFunction(at) : null;
		case "write":
			return (
				outside(ran, death, place, source) ??
				(fault.includes("string literal") ? literal(at) : withoutAddress(at)) ??
				wildPointer(at)
			);
		case "read":
			return outside(ran, death, place, source) ?? wrongFormat(at) ?? fromElsewhere(at) ?? wildPointer(at);
		default:
			return null;
	}
}

interface At {
	readonly ran: Ran;
	readonly death: Death;
	readonly place: Place;
	readonly source: Source;
	/** The line of the fault, without comments. */
	readonly line: string;
}

function word(name: string): RegExp {
	return new RegExp(`(?<![\\w.>])${name}\\b`);
}

function variableOf(stack: readonly Frame[], name: string) {
	return stack[0]?.variables.find((variable) => variable.name === name);
}

// ---- a literal is written ----

function literal({ death, source, place, ran }: At): Reason {
	const declaration = /\bchar\s*\*\s*(\w+)\s*=\s*"/;
	const called = [place, ...death.stack.map((frame) => frame.place)].filter((each) => each !== null);
	const texts = called
		.filter(({ file }) => file === place.file)
		.map(({ line }) => source.code[line - 1] ?? "");
	const found = source.code.flatMap((line, i) => {
		const name = declaration.exec(line)?.[1];
		const rank = name === undefined ? -1 : texts.findIndex((text) => word(name).test(text));
		return name === undefined || rank < 0 ? [] : [{ line: i + 1, name, rank }];
	});
	found.sort((a, b) => a.rank - b.rank || b.line - a.line);
	const [first] = found;
	if (first === undefined)
		return {
			sentence: say`A string literal belongs to the program's constants, which nobody may change.`,
			cure: say`Give it an array, which is a copy that may be changed: ${code('char text[] = "…";')}.`,
			remedies: [],
		};
	const from = { file: place.file, line: first.line };
	return {
		sentence: say`${code(first.name)} was made to point to a literal${onLine(ran, from)}, and nobody may change that.`,
		cure: say`Make ${code(first.name)} an array, which is a copy that may be changed: ${code(`char ${first.name}[] = …`)}.`,
		remedies: found.slice(0, 4).map(({ line, name }) => ({
			kind: "replace",
			place: { file: place.file, line },
			what: new RegExp(`\\bchar\\s*\\*\\s*${name}\\s*=`),
			by: `char ${name}[] =`,
		})),
	};
}

// ---- a division ----

function divided({ death, line, source, place, ran }: At, fault: string): Reason | null {
	const byZero = fault.includes("zero");
	const operands = [...line.matchAll(/(\w+)?\s*([/%])=?\s*([A-Za-z_]\w*(?:(?:->|\.)\w+|\[[^\]]*\])*)/g)];
	const [operand, ...others] = operands.filter(([, , , divisor]) => {
		const value = variableOf(death.stack, divisor ?? "")?.value;
		return value === undefined || value === (byZero ? "0" : "-1");
	});
	const [, dividend = "n", operator, divisor] = operand ?? [];
	if (divisor === undefined || others.length > 0) return null;
	if (!byZero && fault.includes("64 bits"))
		return {
			sentence: say`${code(divisor)} is -1, and the number with the other sign is one more than a ${code("long")} can hold.`,
			cure: say`Ask for this case first: ${code(`if (${dividend} == LONG_MIN && ${divisor} == -1)`)}.`,
			remedies: [],
		};
	if (!byZero)
		return {
			sentence: say`${code(divisor)} is -1, and the number with the other sign is one more than an ${code("int")} can hold.`,
			cure: say`Divide a longer number: ${code(`(long)${dividend} ${operator} ${divisor}`)}; or ask for this case first.`,
			remedies: [],
		};
	const variable = variableOf(death.stack, divisor);
	const given = variable?.parameter === true ? death.stack[1]?.place : null;
	const zero = new RegExp(`(?<![\\w.>])${literally(divisor)}\\s*=\\s*0\\s*[,;)]`);
	const put = source.code.findLastIndex((each, i) => i < place.line && zero.test(each)) + 1;
	const since =
		given != null
			? say`, as it was given by the call${onLine(ran, given)}`
			: put > 0
				? say`, as it was set${onLine(ran, { ...place, line: put })}`
				: say``;
	return {
		sentence: say`${code(divisor)} is 0${since}.`,
		cure: say`Ask before this line whether there is anything to divide by: ${code(`if (${divisor} != 0)`)}.`,
		remedies: [],
	};
}

// ---- the stack is full ----

function recursion({ death: { stack }, source, ran }: At): Reason | null {
	const names = stack.map((frame) => frame.function);
	const again = names.indexOf(names[0] ?? "", 1);
	if (again < 0) return null;
	const [inner] = stack;
	const name = names[0] as string;
	const circle = [...new Set(names.slice(0, again))];
	const calls = say` calls ${again === 1 ? "itself" : list(circle.slice(1).map((one) => code(one)))}${onLine(ran, inner?.place)}${again === 1 ? "" : say`, which calls ${code(name)} again`}`;
	const asks = circle.some((one) => {
		const body = definitionOf(source, one);
		const text = body === null ? "if" : codeOf(source, body);
		return /\b(if|while|for|switch)\b|\?|&&|\|\|/.test(text);
	});
	const values = (inner?.variables ?? [])
		.filter(({ parameter, value }) => parameter && /^-?\d+$/.test(value))
		.map((variable) => code(`${variable.name} = ${variable.value}`));
	const by = values.length === 0 ? say`` : say`; by now ${list(values.slice(0, 2))}`;
	return {
		sentence: join([
			say`${code(name)}${calls}, without end${by}.`,
			asks
				? say`Whatever was to end that never came true.`
				: say`Nothing lets it return without calling again.`,
		]),
		cure: asks
			? say`Look at the condition under which ${code(name)} returns, and at what it gives to the next call: each call has to come nearer to the end.`
			: say`Let ${code(name)} return without calling for the smallest case, before${onLine(ran, inner?.place).replace(" on", "")}.`,
		remedies: [],
	};
}

/** Bytes of the stack, as `ulimit -s` has them. */
const STACK_BYTES = 8 << 20;

function largeArray({ source: { code: lines }, place }: At): Reason | null {
	const declaration = /^\s*(?:unsigned\s+)?(\w+)(?:\s+\w+)*\s+(\w+)((?:\s*\[[\d\s*]+\])+)/;
	for (let i = place.line - 1; i < Math.min(lines.length, place.line + 40); i++) {
		const line = lines[i] ?? "";
		if (i > place.line && /^}/.test(line)) break;
		const [, type = "", name = "", lengths = ""] = declaration.exec(line) ?? [];
		const factors = [...lengths.matchAll(/\d+/g)].map(([digits]) => Number(digits));
		const bytes = factors.reduce((product, one) => product * one, SIZES[type] ?? 8);
		if (name === "" || bytes < STACK_BYTES / 2) continue;
		return {
			sentence: say`${code(name)} alone takes ${String(bytes)} bytes, and the stack has ${String(STACK_BYTES)}.`,
			cure: say`Declare it ${code("static")}, or take the room from ${code("malloc")}.`,
			remedies: [
				{
					kind: "replace",
					place: { ...place, line: i + 1 },
					what: /^(\s*)/,
					by: "$1static ",
				},
			],
		};
	}
	return null;
}

/** An array whose length is a variable, or room from alloca, which comes back only with the function's end. */
function takenFromStack({ death, line, source, place }: At): Reason | null {
	const [, type = "", name = "", length = ""] = /\b(\w+)\s+(\w+)\s*\[\s*([A-Za-z_]\w*)\s*\]/.exec(line) ?? [];
	const count = Number(variableOf(death.stack, length)?.value ?? "NaN");
	const bytes = count * (SIZES[type] ?? 8);
	if (bytes > STACK_BYTES / 2)
		return {
			sentence: say`${code(name)} alone takes ${String(bytes)} bytes, with ${code(length)} at ${String(count)}, and the stack has ${String(STACK_BYTES)}.`,
			cure: say`Take the room for ${code(name)} from ${code("malloc")}.`,
			remedies: [],
		};
	const loop = loopsAround(source, place.line)[0];
	if (!/\balloca\s*\(/.test(line) || loop === undefined) return null;
	return {
		sentence: say`Each round of the loop on lines ${String(loop.first)} to ${String(loop.last)} takes more of the stack with ${code("alloca")}, which comes back only when the function returns.`,
		cure: say`Call ${code("alloca")} once, before the loop, or take the room from ${code("malloc")} and free it in each round.`,
		remedies: [],
	};
}

// ---- a call of no function ----

function noFunction({ death, line, source: { code: lines } }: At): Reason | null {
	const calls = [...line.matchAll(/\(\s*\*\s*([\w.>[\]-]+)\s*\)\s*\(|([A-Za-z_][\w.>[\]-]*)\s*\(/g)];
	const pointers = calls
		.map(([, starred, plain]) => starred ?? plain ?? "")
		.filter((name) => !/^(if|while|for|switch|return|sizeof)$/.test(name));
	const isPointer = (name: string) =>
		/[.>[]/.test(name) ||
		variableOf(death.stack, name) !== undefined ||
		lines.some((each) => new RegExp(`\\(\\s*\\*\\s*${name}\\s*\\)|^[\\w ]+\\b${name}\\s*[;=]`).test(each));
	const [name, ...others] = [...new Set(pointers.filter(isPointer))];
	if (name === undefined || others.length > 0) return null;
	const own = literally(name);
	const set = new RegExp(`(?<![\\w.>])${own}\\s*\\)?\\s*(\\([^()]*\\)\\s*)?=[^=]|&\\s*${own}\\b`);
	const never =
		/^\w+$/.test(name) &&
		variableOf(death.stack, name)?.parameter !== true &&
		!lines.some((each) => set.test(each));
	return {
		sentence: say`${code(name)} is ${code("NULL")}${never ? ": no function was ever put into it" : ""}.`,
		cure: say`Put a function into ${code(name)} before it is called, or ask first: ${code(`if (${name} != NULL)`)}.`,
		remedies: [],
	};
}

// ---- a format that lies ----

const CONVERSIONS: readonly (readonly [type: RegExp, conversion: string])[] = [
	[/^(int|short|pid_t|signed char)$/, "%d"],
	[/^(unsigned|unsigned int|uid_t|gid_t|mode_t)$/, "%u"],
	[/^(long|long int|ssize_t|off_t|time_t)$/, "%ld"],
	[/^(unsigned long|size_t)$/, "%zu"],
	[/^char$/, "%c"],
	[/^(double|float)$/, "%f"],
];

const PRINTF = /\b(?:f|d|s|sn)?printf\s*\(/;

/** A number given where a conversion wants a text: its C type, its variable if it has one, the conversion that prints it. */
function numberGiven({ death }: At, value: string) {
	const variable = variableOf(death.stack, value);
	const type = variable?.type ?? (/^-?\d+$/.test(value) ? "int" : "");
	const right = CONVERSIONS.find(([pattern]) => pattern.test(type))?.[1];
	return right === undefined ? null : { right, type, value, variable };
}

type NumberGiven = NonNullable<ReturnType<typeof numberGiven>>;

function takenForText(
	at: At,
	{ format }: FormatCall,
	{ begin, end, text }: Conversion,
	given: NumberGiven,
	literal: boolean,
): Reason {
	const { right, type, value, variable } = given;
	const mended = `${format.slice(0, begin)}${right}${format.slice(end)}`;
	return {
		sentence: say`${code(text)} wants a text, and ${code(value)} is ${code(type)}: ${variable === undefined ? "the number" : code(variable.value)} was taken for the address of one.`,
		cure: say`Print it with ${code(right)}.`,
		remedies: literal ? [exchange(at, format, mended)] : [],
	};
}

/** The one number given to `%s` on the line that is the very address that was read. */
function numberAsText(at: At): Reason | null {
	const address = Number(/\bat (0x[0-9a-f]+)/.exec(at.death.fault ?? "")?.[1] ?? "NaN");
	const found = formatCalls(at.source.lines, at.place.line, PRINTF).flatMap(({ call, literal }) =>
		conversionsOf(call.format).flatMap((conversion, i) => {
			const given = conversion.letter === "s" ? numberGiven(at, call.values[i] ?? "") : null;
			if (given === null || Number(given.variable?.value ?? given.value) !== address) return [];
			const stars = call.format.slice(0, conversion.end).includes("*");
			return stars ? [] : [takenForText(at, call, conversion, given, literal)];
		}),
	);
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** A text that the program got from somewhere is the format itself. */
function bareFormat({ death, line, place }: At): Reason | null {
	const [, name = "", before = "", text = ""] =
		/\b(f?printf)\s*\(((?:\s*\w+\s*,)?)\s*([A-Za-z_]\w*)\s*\)/.exec(line) ?? [];
	const held = /"(.*)"/.exec(variableOf(death.stack, text)?.value ?? "")?.[1] ?? "";
	const conversions = conversionsOf(held);
	if (conversions.length === 0 || (name === "fprintf") !== (before !== "")) return null;
	return {
		sentence: say`${code(text)} is the format of ${code(name)}, and what it holds has ${conversions.length === 1 ? "a conversion" : `${conversions.length} conversions`}, ${code(conversions[0]?.text ?? "")} first, for which nothing is given.`,
		cure: say`Let ${code("%s")} print a text that the program did not write itself: ${code(`${name}(${before}"%s", ${text})`)}.`,
		remedies: [
			{
				kind: "replace",
				place,
				what: new RegExp(`\\b${name}\\s*\\((\\s*(?:\\w+\\s*,\\s*)?)${text}\\s*\\)`),
				by: `${name}($1"%s", ${text})`,
			},
		],
	};
}

/** A number where `%s` wants a text, or nothing at all. */
function wrongFormat(at: At): Reason | null {
	const bare = bareFormat(at);
	if (bare !== null) return bare;
	const exact = numberAsText(at);
	if (exact !== null) return exact;
	const call = formatCall(at.source.lines, at.place.line, PRINTF);
	if (call === null) return null;
	const conversions = conversionsOf(call.format);
	const given = call.values;
	const short = conversions.findIndex(({ letter }, i) => letter === "s" && given[i] === undefined);
	if (short >= 0)
		return {
			sentence: say`The format has ${String(conversions.length)} conversions, and ${given.length === 0 ? "no argument follows" : `only ${given.length} follow${given.length === 1 ? "s" : ""} it`}: ${code("%s")} took for a text what happened to lie there.`,
			cure: say`Give ${code(call.name)} one argument for each conversion.`,
			remedies: [],
		};
	for (const [i, conversion] of conversions.entries()) {
		const number = conversion.letter === "s" ? numberGiven(at, given[i] ?? "") : null;
		if (number !== null) return takenForText(at, call, conversion, number, true);
	}
	return null;
}

/** scanf is given the number instead of its address. */
function withoutAddress(at: At): Reason | null {
	const call = formatCall(at.source.lines, at.place.line, /\b(?:f|s)?scanf\s*\(/);
	if (call === null) return null;
	const conversions = conversionsOf(call.format).filter(({ text }) => !text.includes("*"));
	for (const [i, { letter, text }] of conversions.entries()) {
		const value = call.values[i] ?? "";
		const variable = variableOf(at.death.stack, value);
		if (variable === undefined || letter === "s" || /[*[]/.test(variable.type)) continue;
		return {
			sentence: say`${code(text)} wants the address of ${code(value)}, and was given what ${code(value)} held.`,
			cure: say`Write ${code(`&${value}`)}.`,
			remedies: [
				{
					kind: "replace",
					place: at.place,
					what: new RegExp(`([,(]\\s*)${value}(?=\\s*[,)])`),
					by: `$1&${value}`,
				},
			],
		};
	}
	return null;
}

/** An address that came through a pipe or a socket, of the memory of whoever wrote it. */
function fromElsewhere({ death, line, source, place, ran }: At): Reason | null {
	if (!/no memory there|just beyond/.test(death.fault ?? "")) return null;
	const got = /\b(?:read|recv|mq_receive|msgrcv|fread)\s*\([^;]*?&\s*(\w+)\s*,/;
	for (let at = place.line - 1; at >= 1; at--) {
		const name = got.exec(source.code[at - 1] ?? "")?.[1];
		if (name === undefined || !word(name).test(line)) continue;
		const type = variableOf(death.stack, name)?.type ?? "";
		if (!/^(struct|union)\b|\*|^\w+$/.test(type)) continue;
		return {
			sentence: say`${code(name)} came from another process${onLine(ran, { ...place, line: at })}: an address in it is one of that process's memory, and leads nowhere here.`,
			cure: say`Send the text itself, in an array inside the ${code("struct")}, and no pointer to it.`,
			remedies: [],
		};
	}
	return null;
}

/** The pointer of the line that held the very address, and where it had that from. */
function wildPointer({ death: { fault, stack }, line, place, source, ran }: At): Reason | null {
	const address = /\bat (0x[0-9a-f]+): (?:no memory there|just beyond)/.exec(fault ?? "")?.[1];
	const pointers = (stack[0]?.variables ?? []).filter(
		({ name, type, value }) => type.endsWith("*") && value === address && word(name).test(line),
	);
	const [pointer, ...others] = pointers;
	if (pointer === undefined || others.length > 0) return null;
	const { name, parameter, value } = pointer;
	const first = definitionOf(source, stack[0]?.function ?? "")?.first ?? 1;
	// `int *p = …` gives it a value, `*p = …` does not.
	const begins = "(?:\\b(?!return\\b)\\w+\\s*\\*+\\s*|(?<![\\w.>*\\s])\\s*|^\\s*)";
	const set = new RegExp(`${begins}${name}\\s*(?:=[^=]|\\+\\+|--|[-+]=)|(?:&|\\+\\+|--)\\s*${name}\\b`);
	const at = source.code.findLastIndex((each, i) => i < place.line && i + 1 >= first && set.test(each)) + 1;
	const isGiven = at === 0 && parameter;
	const how = isGiven
		? say`, as it was given by the call${onLine(ran, stack[1]?.place)}`
		: say`, as it was set${onLine(ran, { ...place, line: at })}`;
	return {
		sentence:
			at === 0 && !parameter
				? say`${code(name)} was never given a value: ${code(value)} is what happened to lie there.`
				: say`${code(name)} is ${code(value)}${how}: nothing of the program lies there.`,
		cure: say`Let ${code(name)} point to a variable, an array or what ${code("malloc")} returns before it is used.`,
		remedies: [],
	};
}

function exchange({ place }: At, old: string, by: string): Remedy {
	return { kind: "replace", place, what: new RegExp(literally(old)), by: by.replaceAll("$", "$$$$") };
}
