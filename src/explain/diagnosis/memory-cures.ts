// Changes of the text that may end a misuse of memory: a longer array, a bounded call, a loop that stops one earlier, one free less.
import type { Missed, Misuse, Place } from "../../machine/index.ts";
import type { Ran, Remedy } from "./finding.ts";
import { conversionsOf, formatCall } from "./formats.ts";
import { notBelowZero } from "./outside.ts";
import { codeAt, definitionOf, literally, loopsAround, sourceOf } from "./source.ts";

/** The most likely first; a run of each, watched, finds which one does it. */
export function memoryRemedies(misuse: Misuse, ran: Ran): readonly Remedy[] {
	const { kind, missed, place } = misuse;
	if (place === null) return [];
	if (missed === null) return literalFreed(misuse, ran) === null ? [] : [{ kind: "remove", place }];
	const freedAt = missed.kind === "block" ? missed.freedAt : null;
	switch (kind) {
		case "beyond":
		case "before":
			return [
				...(kind === "before" ? askedBefore(place, ran) : []),
				...smallerNumber(misuse, place, ran),
				...boundedCall(misuse, place, ran),
				...moreRoom(misuse, ran),
				...shorterLoop(place, ran),
			];
		case "after-free":
			if (freedAt === null) return [];
			if (isMoved(freedAt, ran)) return setAnew(place, freedAt, ran);
			return [...freeingOnTheWay(freedAt, ran), { kind: "later", place: freedAt }];
		case "after-return":
			return keptVariable(missed, place, ran);
		case "freed-twice":
		case "not-a-block":
			if (missed.kind === "block" && kind === "not-a-block") return beginningFreed(missed, place, ran);
			return /^\s*(?:free|fclose)\s*\(\s*[\w.>-]+\s*\)\s*;\s*$/.test(codeAt(ran.programs, place))
				? [{ kind: "remove", place }]
				: [];
		default:
			return [];
	}
}

/** The pointer to a literal that is given to free in a statement of its own; null when it is none. */
export function literalFreed({ access, place }: Misuse, ran: Ran): string | null {
	const name = /^\s*free\s*\(\s*(\w+)\s*\)\s*;\s*$/.exec(codeAt(ran.programs, place))?.[1];
	if (access !== "free" || name === undefined || place === null) return null;
	const set = new RegExp(`(?<![\\w.>])${name}\\s*=\\s*(\\S)`);
	const lines = sourceOf(ran.programs, place.file).code.slice(0, place.line - 1);
	return lines.flatMap((line) => set.exec(line)?.[1] ?? []).at(-1) === '"' ? name : null;
}

// ---- a call that is told the size ----

/** How scanf is told of a number of so many bytes. */
export const LENGTHS: { readonly [type: string]: string } = {
	"signed char": "hh",
	"unsigned char": "hh",
	char: "hh",
	short: "h",
	"unsigned short": "h",
};

/** `%hhd` wherever a char was given for `%d`, as the declarations have it. */
function smallerNumber({ by, missed }: Misuse, place: Place, ran: Ran): readonly Remedy[] {
	const isSmall = missed?.kind === "variable" && LENGTHS[missed.type] !== undefined;
	if (!isSmall || !/^[fs]?scanf$/.test(by ?? "")) return [];
	const { code: lines, lines: written } = sourceOf(ran.programs, place.file);
	const call = formatCall(written, place.line, /\b(?:f|s)?scanf\s*\(/);
	if (call === null) return [];
	let format = call.format;
	const conversions = conversionsOf(format).filter(({ text }) => !text.includes("*"));
	for (const [i, { begin, end, letter, text }] of [...conversions.entries()].reverse()) {
		const name = /^&\s*(\w+)$/.exec(call.values[i] ?? "")?.[1];
		if (name === undefined || !/^%\d*[dui]$/.test(text)) continue;
		const declared = new RegExp(`\\b((?:(?:un)?signed )?char|(?:unsigned )?short)\\b[^;(*]*\\b${name}\\b`);
		const type = lines.flatMap((line) => declared.exec(line)?.[1] ?? [])[0];
		if (type === undefined) continue;
		const digits = text.slice(1, -1);
		format = `${format.slice(0, begin)}%${digits}${LENGTHS[type]}${letter}${format.slice(end)}`;
	}
	const what = new RegExp(literally(call.format));
	return format === call.format ? [] : [{ kind: "replace", place, what, by: format.replaceAll("$", "$$$$") }];
}

function boundedCall({ by, missed, access }: Misuse, place: Place, ran: Ran): readonly Remedy[] {
	if (missed?.kind !== "variable" || by === null || access !== "write") return [];
	const { name, size } = missed;
	const source = sourceOf(ran.programs, place.file);
	const inside = missed.function === null ? null : definitionOf(source, missed.function);
	// In another function the name is a pointer's, and sizeof is that of the pointer.
	const isArray =
		missed.function === null || (inside !== null && inside.first <= place.line && place.line <= inside.last);
	if (!isArray || !/^char\[\d+\]$/.test(missed.type)) return [];
	const replace = (what: RegExp, text: string): readonly Remedy[] => [
		{ kind: "replace", place, what, by: text },
	];
	const own = `\\s*${name}\\s*`;
	switch (by) {
		case "gets":
			return replace(new RegExp(`\\bgets\\s*\\(${own}\\)`), `fgets(${name}, sizeof ${name}, stdin)`);
		case "sprintf":
			return replace(new RegExp(`\\bsprintf\\s*\\(${own},`), `snprintf(${name}, sizeof ${name},`);
		case "read":
		case "recv":
			return replace(new RegExp(`(\\b${by}\\s*\\([^,]+,${own},\\s*)[^,)]+`), `$1sizeof ${name}`);
		case "fgets":
		case "memset":
			return by === "fgets"
				? replace(new RegExp(`(\\bfgets\\s*\\(${own},\\s*)[^,]+`), `$1sizeof ${name}`)
				: replace(
						new RegExp(`(\\bmemset\\s*\\(${own},[^,]+,\\s*)(?:[^()]|\\([^()]*\\))+(?=\\)\\s*;)`),
						`$1sizeof ${name}`,
					);
		case "scanf":
		case "fscanf":
		case "sscanf": {
			const call = formatCall(source.lines, place.line, /\b(?:f|s)?scanf\s*\(/);
			const conversions = conversionsOf(call?.format ?? "").filter(({ text }) => !text.includes("*"));
			const conversion = conversions[call?.values.indexOf(name) ?? -1];
			if (call === null || conversion === undefined) return [];
			const width = conversion.text.replace(/^%\d*/, `%${size - 1}`);
			const { begin, end } = conversion;
			const format = `${call.format.slice(0, begin)}${width}${call.format.slice(end)}`;
			return replace(new RegExp(literally(call.format)), format.replaceAll("$", "$$$$"));
		}
		default:
			return [];
	}
}

// ---- more room ----

/** Functions that write or look for a null byte after the text. */
const OF_TEXTS =
	/^(strcpy|strcat|strlen|puts|printf|fprintf|dprintf|snprintf|fputs|strcmp|strdup|strchr|strstr|stpcpy)$/;

function moreRoom(misuse: Misuse, ran: Ran): readonly Remedy[] {
	const { by, missed, place, access } = misuse;
	if (missed?.kind === "block") return roomForBlock(misuse, ran);
	if (missed?.kind !== "variable" || place === null || by === null || !OF_TEXTS.test(by)) return [];
	const length = /^char\[(\d+)\]$/.exec(missed.type)?.[1];
	if (length === undefined) return [];
	const { name } = missed;
	const { lines, code } = sourceOf(ran.programs, place.file);
	const filled = code.findLastIndex(
		(line, i) => i < place.line && new RegExp(`\\bstrncpy\\s*\\(\\s*${name}\\s*,`).test(line),
	);
	if (access === "read" && filled >= 0) {
		const after = { ...place, line: filled + 1 };
		return [{ kind: "insert-after", after, text: `${name}[sizeof ${name} - 1] = '\\0';` }];
	}
	const ended = access === "read" ? endedAfterRead(lines, name, place) : null;
	if (ended !== null) return [ended];
	const needed = access === "read" ? Number(length) + 1 : misuse.begin + misuse.size;
	const declared = new RegExp(`\\b${name}\\s*\\[\\s*${length}\\s*\\]`);
	const given = access === "write" ? "" : "\\s*=";
	return code.flatMap((line, i) =>
		new RegExp(`\\bchar\\b.*${declared.source}${given}`).test(line)
			? [
					{
						kind: "replace",
						place: { ...place, line: i + 1 },
						what: declared,
						by: `${name}[${needed}]`,
					} as const,
				]
			: [],
	);
}

/** `read(fd, text, sizeof text);` becomes one that leaves room for the null byte, and puts it there. */
function endedAfterRead(lines: readonly string[], name: string, place: Place): Remedy | null {
	const reads = new RegExp(
		`^(\\s*)(?:\\(void\\)\\s*)?((?:read|recv)\\s*\\([^,]+,\\s*${name}\\s*,\\s*sizeof\\s*\\(?\\s*${name}\\s*\\)?)([^;]*\\);)\\s*$`,
	);
	const at = lines.findLastIndex((line, i) => i < place.line && reads.test(line));
	if (at < 0) return null;
	const by = `$1ssize_t length = $2 - 1$3\n$1${name}[length > 0 ? length : 0] = '\\0';`;
	return { kind: "replace", place: { ...place, line: at + 1 }, what: reads, by };
}

/** The `sizeof` of a pointer that a block was given for its size, as it is written, and the pointer's name. */
export function sizeOfPointer(
	{ allocatedAt, size: bytes }: Extract<Missed, { readonly kind: "block" }>,
	ran: Ran,
): { readonly name: string; readonly size: string } | null {
	const found = /(\w+)\s*=\s*(?:\([^()]*\)\s*)?malloc\s*\(\s*(sizeof\s*(\(?)\s*(\w+)\s*(\)?))\s*\)/.exec(
		codeAt(ran.programs, allocatedAt),
	);
	const [, name = "", size = "", open, of, close] = found ?? [];
	return bytes === 8 && name !== "" && of === name && (open === "") === (close === "")
		? { name, size }
		: null;
}

function roomForBlock({ access, begin, by, missed, size }: Misuse, ran: Ran): readonly Remedy[] {
	const place = missed?.kind === "block" ? missed.allocatedAt : null;
	if (place === null) return [];
	const line = codeAt(ran.programs, place);
	const [, name = ""] = /([\w.>[\]-]+)\s*=\s*(?:\([^()]*\)\s*)?malloc\s*\(/.exec(line) ?? [];
	const all: Remedy[] = [];
	const replace = (what: RegExp, by: string) => all.push({ kind: "replace", place, what, by });
	if (/\bmalloc\s*\(\s*strlen\s*\([^()]*\)\s*\)/.test(line))
		replace(/\bmalloc\s*\(\s*(strlen\s*\([^()]*\))\s*\)/, "malloc($1 + 1)");
	if (name === "") return all;
	const ofText = by !== null && OF_TEXTS.test(by) && access === "write";
	if (ofText) replace(/\bmalloc\s*\(\s*\d+\s*\)/, `malloc(${begin + size})`);
	const own = literally(name);
	const pointer = new RegExp(`sizeof\\s*(?:\\(\\s*${own}\\s*\\)|${own}(?!\\w)|\\([^()]*\\*\\s*\\))`);
	if (pointer.test(line)) replace(pointer, `sizeof *${name}`);
	else if (!/sizeof/.test(line)) replace(/\bmalloc\s*\(\s*([\w.>-]+)\s*\)/, `malloc($1 * sizeof *${name})`);
	return all;
}

// ---- a block that realloc has moved, and what was not where it begins ----

export function isMoved(freed: Place, ran: Ran): boolean {
	return /\brealloc(?:array)?\s*\(/.test(codeAt(ran.programs, freed));
}

/** The parameter that keeps the new address for itself: the caller's pointer leads to the old block. */
export function keptToItself(freed: Place, ran: Ran): string | null {
	const name = /(?<![\w.>*])(\w+)\s*=\s*(?:\([^()]*\)\s*)?realloc/.exec(codeAt(ran.programs, freed))?.[1];
	const source = sourceOf(ran.programs, freed.file);
	const inside = definitionOf(source, freed.function);
	if (name === undefined || inside === null) return null;
	const head =
		source.code
			.slice(inside.first - 1, inside.last)
			.join(" ")
			.split("{")[0] ?? "";
	return new RegExp(`\\*\\s*${name}\\s*[,)]`).test(head) ? name : null;
}

/** What realloc returns is kept; or a pointer into the block is set once more, before it is used. */
function setAnew(place: Place, freed: Place, ran: Ran): readonly Remedy[] {
	const thrownAway = /^(\s*)(?:\(void\)\s*)?realloc\s*\(\s*([\w.>[\]-]+)\s*,/;
	if (thrownAway.test(codeAt(ran.programs, freed)))
		return [{ kind: "replace", place: freed, what: thrownAway, by: "$1$2 = realloc($2," }];
	const source = sourceOf(ran.programs, place.file);
	const inside = definitionOf(source, place.function);
	const names = new Set(codeAt(ran.programs, place).match(/(?<![\w.>])[A-Za-z_]\w*\b(?!\s*\()/g) ?? []);
	return [...names].flatMap((name): readonly Remedy[] => {
		const set = new RegExp(`(?<![\\w.>])${name}\\s*=\\s*([^=;,()+-][^;,()]*?)\\s*[;,]`);
		const values = source.lines
			.slice((inside?.first ?? 1) - 1, place.line - 1)
			.flatMap((line) => set.exec(line)?.[1] ?? []);
		const value = values.at(-1);
		return value === undefined || /\+\+|--/.test(value)
			? []
			: [{ kind: "insert", before: place, text: `${name} = ${value};` }];
	});
}

/** `free(s)` where s has kept what malloc returned, and another pointer went on from there. */
function beginningFreed(
	{ allocatedAt }: Extract<Missed, { readonly kind: "block" }>,
	place: Place,
	ran: Ran,
): readonly Remedy[] {
	const name = /(\w+)\s*=\s*(?:\([^()]*\)\s*)?(?:[mc]|re)alloc\s*\(/.exec(
		codeAt(ran.programs, allocatedAt),
	)?.[1];
	if (name === undefined || allocatedAt?.function !== place.function) return [];
	return [{ kind: "replace", place, what: /\bfree\s*\(.*\)\s*;/, by: `free(${name});` }];
}

// ---- a question before what is one less ----

/** The variable of `a[n - 1]` on the line. */
export function oneLess(line: string): string | null {
	return /\[\s*(\w+)\s*-\s*1\s*\]/.exec(line)?.[1] ?? null;
}

function askedBefore(place: Place, ran: Ran): readonly Remedy[] {
	const source = sourceOf(ran.programs, place.file);
	const name = oneLess(source.code[place.line - 1] ?? "");
	return name === null ? [] : notBelowZero(source, place, name);
}

// ---- a loop that stops one earlier ----

function shorterLoop(place: Place, ran: Ran): readonly Remedy[] {
	return loopsAround(sourceOf(ran.programs, place.file), place.line).flatMap(({ first, head: text }) => {
		const head = { ...place, line: first };
		if (!/<=/.test(text)) return [];
		const fromOne: Remedy = { kind: "replace", place: head, what: /=\s*1(\s*;[^;]*)<=/, by: "= 0$1<" };
		return [
			...(/=\s*1\s*;[^;]*<=/.test(text) ? [fromOne] : []),
			{ kind: "replace", place: head, what: /<=/, by: "<" },
		];
	});
}

// ---- a variable that its function has left behind ----

/** One variable for all calls does where there is one call: `static char text[64];`. */
function keptVariable(missed: Missed, { file }: Place, ran: Ran): readonly Remedy[] {
	if (missed.kind !== "variable" || missed.function === null) return [];
	const source = sourceOf(ran.programs, file);
	const inside = definitionOf(source, missed.function);
	if (inside === null) return [];
	const call = new RegExp(`\\b${missed.function}\\s*\\(`);
	const isCalled = (line: string, i: number) =>
		call.test(line) && i + 1 !== inside.first && !/^\s*[\w\s*]+\([^()]*\)\s*;\s*$/.test(line);
	const calls = source.code.flatMap((line, i) => (isCalled(line, i) ? [i + 1] : []));
	const [only, ...others] = calls;
	if (only === undefined || others.length > 0 || loopsAround(source, only).length > 0) return [];
	const declared = new RegExp(`^\\s+(?:\\w+\\s+)+\\**\\s*${missed.name}\\s*[[=;]`);
	return source.code.flatMap((line, i) =>
		i + 1 > inside.first && i < inside.last && declared.test(line)
			? [{ kind: "replace", place: { file, line: i + 1 }, what: /^(\s*)/, by: "$1static " } as const]
			: [],
	);
}

// ---- a list that is freed while it is walked through ----

function freeingOnTheWay(freed: Place, ran: Ran): readonly Remedy[] {
	const source = sourceOf(ran.programs, freed.file);
	const { code: lines } = source;
	const at = (line: number) => ({ ...freed, line });
	const node = /\bfree\s*\(\s*(\w+)\s*\)\s*;/.exec(lines[freed.line - 1] ?? "")?.[1];
	if (node === undefined) return [];
	const type = lines.flatMap(
		(line) =>
			new RegExp(`\\b((?:struct\\s+)?\\w+)\\s*\\*\\s*(?:\\w+\\s*=[^,;]*,\\s*\\*\\s*)?${node}\\b`).exec(
				line,
			)?.[1] ?? [],
	)[0];
	const step = new RegExp(`\\b${node}\\s*=\\s*${node}\\s*->\\s*(\\w+)`);
	const loop = loopsAround(source, freed.line)[0];
	if (type === undefined || loop === undefined) return [];
	const { first, last } = loop;
	const steps = [first, ...Array.from({ length: last - freed.line }, (_, i) => freed.line + 1 + i)];
	const line = steps.find((one) => step.test(lines[one - 1] ?? ""));
	const member = line === undefined ? undefined : step.exec(lines[line - 1] ?? "")?.[1];
	if (line === undefined || member === undefined) return [];
	const next = `${type} *after = ${node}->${member};`;
	const inFor = line === first;
	const freeing: Remedy = inFor
		? { kind: "insert", before: at(freed.line), text: `after = ${node}->${member};` }
		: { kind: "insert", before: at(freed.line), text: next };
	const stepping: Remedy = { kind: "replace", place: at(line), what: step, by: `${node} = after` };
	if (!inFor) return [{ kind: "together", all: [stepping, freeing] }];
	const declaring: Remedy = { kind: "insert", before: at(first), text: `${type} *after;` };
	return [{ kind: "together", all: [freeing, stepping, declaring] }];
}
