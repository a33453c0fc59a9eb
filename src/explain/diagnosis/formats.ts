// Calls of printf and scanf as the text has them: the format, its conversions, and the arguments that follow it.

export interface FormatCall {
	readonly name: string;
	/** As it is written, without the quotes. */
	readonly format: string;
	/** What follows the format, trimmed. */
	readonly values: readonly string[];
}

export interface Conversion {
	/** As it is written: `%5.2f`. */
	readonly text: string;
	readonly letter: string;
	/** Where in the format it begins and ends. */
	readonly begin: number;
	readonly end: number;
}

/** The only such call that begins on a line, when its format is a literal in one piece; else null. */
export function formatCall(lines: readonly string[], line: number, call: RegExp): FormatCall | null {
	const [one, ...others] = formatCalls(lines, line, call);
	return one === undefined || others.length > 0 || !one.literal ? null : one.call;
}

/** Every such call that begins on a line; its format is a literal, or a variable that one line alone sets to one. */
export function formatCalls(lines: readonly string[], line: number, call: RegExp) {
	const text = lines.slice(line - 1, line + 5).join("\n");
	const first = (lines[line - 1] ?? "").length;
	const found = [...text.matchAll(new RegExp(call, "g"))].filter(({ index }) => index < first);
	return found.map((one) => {
		const all = argumentsIn(text.slice(one.index + one[0].length));
		const name = one[0].replace(/\W/g, "");
		const isText = (argument: string) => /^"(?:[^"\\]|\\.)*"$/.test(argument);
		// What sscanf reads may be a literal, too.
		const at = all.findIndex((argument, i) => isText(argument) && (i > 0 || name !== "sscanf"));
		const literal = at >= 0 && at <= 2;
		const first = literal ? at : name.startsWith("sn") ? 2 : /^[fds]/.test(name) && name !== "scanf" ? 1 : 0;
		const format = literal ? all[at] : formatNamed(lines, all[first] ?? "");
		return {
			literal,
			call: {
				name,
				format: (format ?? "").slice(1, -1),
				values: format === null ? [] : all.slice(first + 1),
			},
		};
	});
}

/** The literal that a variable is, when no other line sets it. */
function formatNamed(lines: readonly string[], name: string): string | null {
	if (!/^\w+$/.test(name)) return null;
	const set = new RegExp(`\\b${name}\\s*(?:\\[\\])?\\s*=\\s*("(?:[^"\\\\]|\\\\.)*")?`);
	const found = lines.flatMap((line) => set.exec(line) ?? []);
	return found.length === 2 ? (found[1] ?? null) : null;
}

/** The arguments of a call whose opening parenthesis has just been read. */
export function argumentsIn(text: string): readonly string[] {
	const all: string[] = [];
	let depth = 0;
	let from = 0;
	const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[()[\]{},]/g;
	for (const { 0: token, index } of text.matchAll(tokens)) {
		if (/^[([{]$/.test(token)) depth++;
		else if (/^[)\]}]$/.test(token) && depth-- === 0) {
			const last = text.slice(from, index).trim();
			return last === "" ? all : [...all, last];
		} else if (token === "," && depth === 0) {
			all.push(text.slice(from, index).trim());
			from = index + 1;
		}
	}
	return [];
}

/** The conversions that take an argument. */
export function conversionsOf(format: string): readonly Conversion[] {
	const found = format.matchAll(
		/%(?:%|[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?(?:hh|h|ll|l|q|j|z|t|L)?([a-zA-Z]|\[[^\]]+\]))/g,
	);
	return [...found].flatMap(({ 0: text, 1: letter, index }) =>
		letter === undefined ? [] : [{ text, letter, begin: index, end: index + text.length }],
	);
}
