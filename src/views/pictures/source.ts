// The source as lines of coloured words: a C tokeniser of the size that a page needs, not the compiler's.

export type TokenKind = "plain" | "keyword" | "type" | "string" | "number" | "comment" | "directive" | "call";

export interface Token {
	readonly kind: TokenKind;
	readonly text: string;
}

export interface SourceLine {
	readonly number: number;
	readonly tokens: readonly Token[];
	/** The name that a lesson points at it with: `//@ fill`. The comment itself is not shown. */
	readonly label: string | null;
}

const KEYWORDS = new Set(
	"break case const continue default do else enum extern for goto if inline register return sizeof static struct switch typedef union volatile while".split(
		" ",
	),
);
const TYPES = new Set(
	"void char short int long float double signed unsigned _Bool bool size_t ssize_t pid_t off_t mode_t FILE sigset_t uint8_t int32_t uint32_t int64_t uint64_t".split(
		" ",
	),
);
const WORD =
	/(\/\/.*|\/\*[\s\S]*?(?:\*\/|$))|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|(\b0[xX][\da-fA-F]+\w*|\b\d[\w.]*)|([A-Za-z_]\w*)|(\s+|[^\w\s"'/]+|\/)/g;

/** Cuts a file into lines of tokens. Comments that run over lines stay comments. */
export function sourceLines(text: string): readonly SourceLine[] {
	let inside = false;
	const lines = text.replace(/\n$/, "").split(/\r?\n/);
	return lines.map((raw, index) => {
		const { code, label } = withoutLabel(raw);
		const opened = inside;
		const tokens = lineTokens(code, opened);
		inside = endsInComment(code, opened);
		return { number: index + 1, tokens, label };
	});
}

/** The text as a reader is to see it: no labels of the lesson's. */
export function withoutLabels(text: string): string {
	return text
		.split("\n")
		.map((line) => withoutLabel(line).code)
		.join("\n");
}

function withoutLabel(line: string): { code: string; label: string | null } {
	const match = /\s*\/\/@\s*(?:(name|place)\s+)?([\w-]*).*$/.exec(line);
	if (match === null) return { code: line, label: null };
	return { code: line.slice(0, match.index), label: match[1] === undefined ? (match[2] as string) : null };
}

function lineTokens(line: string, inComment: boolean): readonly Token[] {
	if (inComment) {
		const end = line.indexOf("*/");
		if (end < 0) return [{ kind: "comment", text: line }];
		return [{ kind: "comment", text: line.slice(0, end + 2) }, ...lineTokens(line.slice(end + 2), false)];
	}
	const directive = /^\s*#\s*\w+/.exec(line);
	if (directive !== null) {
		const rest = line.slice(directive[0].length);
		return [{ kind: "directive", text: directive[0] }, ...(rest === "" ? [] : wordTokens(rest, true))];
	}
	return wordTokens(line, false);
}

function wordTokens(line: string, directive: boolean): readonly Token[] {
	const tokens: Token[] = [];
	for (const match of line.matchAll(WORD)) {
		const [text, comment, string, number, word] = match;
		const after = line.slice(match.index + text.length);
		const kind: TokenKind =
			comment !== undefined
				? "comment"
				: string !== undefined
					? "string"
					: number !== undefined
						? "number"
						: word !== undefined
							? wordKind(word, after)
							: directive && /^[<>]/.test(text)
								? "string"
								: "plain";
		const last = tokens.at(-1);
		if (last?.kind === kind && kind === "plain") {
			tokens[tokens.length - 1] = { kind, text: last.text + text };
		} else tokens.push({ kind, text });
	}
	return tokens;
}

function wordKind(word: string, after: string): TokenKind {
	if (KEYWORDS.has(word)) return "keyword";
	if (TYPES.has(word)) return "type";
	return /^\s*\(/.test(after) ? "call" : "plain";
}

function endsInComment(line: string, inside: boolean): boolean {
	const bare = inside ? line : line.replace(/\/\/.*$/, "").replace(/"(?:\\.|[^"\\])*"/g, "");
	const open = bare.lastIndexOf("/*");
	const close = bare.lastIndexOf("*/");
	if (open < 0 && close < 0) return inside;
	return open > close;
}

/** The line that carries a label, or null. */
export function lineOfLabel(lines: readonly SourceLine[], label: string): number | null {
	return lines.find((line) => line.label === label)?.number ?? null;
}

/** The text with its `#define`s as the knobs have them; every line keeps its number. */
export function withDefines(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(
		/^([ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+)(\S+)/gm,
		(whole, head: string, name: string) => {
			const value = values.get(name);
			return value === undefined ? whole : `${head}${value}`;
		},
	);
}

/** Blanks before the first word, a tab being four. */
export function indentOf({ tokens }: SourceLine): number {
	const blanks = /^[ \t]*/.exec(tokens[0]?.text ?? "")?.[0] ?? "";
	return blanks.replaceAll("\t", "    ").length;
}
