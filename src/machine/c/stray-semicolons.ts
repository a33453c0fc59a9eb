// Macros whose replacement ends in a ';' or begins with a '=', as in `#define SIZE 10;`: said once, and read as if they did not.

import { noteAt, type Reporter } from "./diagnostics.ts";
import { type Origin, spanOf, type Token } from "./tokens.ts";

/** What is open around a token; a `for` with the ';' in it, those that came out of macros by their places. */
interface Open {
	readonly kind: "parenthesis" | "for" | "subscript" | "block" | "list";
	semicolons: number;
	readonly fromMacros: number[];
}

/** No statement begins with one of these: a ';' before them stands inside an expression. */
const INSIDE: ReadonlySet<string> = new Set(
	") ] , / % < > <= >= == != && || | ^ ? = += -= *= /= %= &= |= ^= <<= >>= . ->".split(" "),
);
/** An expression or a statement may begin with these. */
const SIGNS: ReadonlySet<string> = new Set("+ - * &".split(" "));
/** Behind these a value has to come. */
const BEFORE_VALUE: ReadonlySet<string> = new Set(
	"( [ , = + - * / % < > <= >= == != && || ? return case".split(" "),
);

/** The tokens without what came wrongly out of such macros; each macro is reported once. */
export function withoutStraySemicolons(tokens: readonly Token[], reporter: Reporter): readonly Token[] {
	if (!tokens.some(({ origin, text }) => origin !== null && (text === ";" || text === "="))) return tokens;
	const stray = strayTokens(tokens);
	if (stray.size === 0) return tokens;
	const told = new Set<Origin>();
	for (const at of [...stray].sort((a, b) => a - b)) {
		const token = tokens[at]!;
		const { origin, text } = token;
		if (origin === null || told.has(origin)) continue;
		told.add(origin);
		const where = text === ";" ? "at its end" : "before its value";
		const message = `macro '${origin.name}' is defined with a '${text}' ${where}: leave it out`;
		reporter.error(
			`unexpected '${text}' from the macro '${origin.name}'`,
			spanOf(token),
			origin.place === null ? message : noteAt(message, origin.place),
		);
	}
	return tokens.filter((_, at) => !stray.has(at));
}

function strayTokens(tokens: readonly Token[]): ReadonlySet<number> {
	const stray = new Set<number>();
	const open: Open[] = [];
	let inCase = false;
	for (let at = 0; at < tokens.length; at++) {
		const { kind, origin, text } = tokens[at]!;
		if (text === "case") inCase = true;
		if (kind !== "punctuator") continue;
		const top = open.at(-1);
		if (text === "(" || text === "[" || text === "{")
			open.push({ kind: opened(text, tokens[at - 1], top), semicolons: 0, fromMacros: [] });
		else if (text === ")" || text === "]" || text === "}") {
			if (top?.kind === "for")
				for (const each of top.fromMacros.slice(0, Math.max(0, top.semicolons - 2))) stray.add(each);
			open.pop();
		} else if (text === ";") {
			if (top?.kind === "for") {
				top.semicolons++;
				if (origin !== null) top.fromMacros.push(at);
			} else if (origin !== null && isInside(tokens, at, top, inCase)) stray.add(at);
			else inCase = false;
		} else if (text === ":") inCase = false;
		else if (text === "=" && origin !== null && BEFORE_VALUE.has(tokens[at - 1]?.text ?? "")) stray.add(at);
	}
	return stray;
}

function opened(text: string, before: Token | undefined, around: Open | undefined): Open["kind"] {
	if (text === "(") return before?.text === "for" ? "for" : "parenthesis";
	if (text === "[") return "subscript";
	return before?.text === "=" || around?.kind === "list" ? "list" : "block";
}

/** Whether a ';' stands where only a part of an expression can. */
function isInside(tokens: readonly Token[], at: number, top: Open | undefined, inCase: boolean): boolean {
	if (top !== undefined && top.kind !== "block") return true;
	const next = tokens[at + 1]?.text ?? "";
	const after = tokens[at + 2];
	if (next === ":") return inCase;
	if (next === ";") return after?.text === "else";
	return INSIDE.has(next) || (SIGNS.has(next) && after?.kind === "number");
}
