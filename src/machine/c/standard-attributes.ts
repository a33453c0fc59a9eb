// C23's attributes, `[[fallthrough]]`, which gcc takes in any C: written as its own, `__attribute__((fallthrough))`.

import type { Token } from "./tokens.ts";

/** The tokens with every `[[ … ]]` as an attribute of gcc; two brackets side by side open nothing else in C. */
export function withoutDoubleBrackets(tokens: readonly Token[]): readonly Token[] {
	if (!tokens.some((_, i) => opensAt(tokens, i))) return tokens;
	const result: Token[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const end = opensAt(tokens, i) ? endOf(tokens, i) : null;
		if (end === null) {
			result.push(tokens[i]!);
			continue;
		}
		const inner = tokens.slice(i + 2, end).filter((_, at, all) => !isPrefix(all, at));
		const [open, second] = [tokens[i]!, tokens[i + 1]!];
		const [last, close] = [tokens[end]!, tokens[end + 1]!];
		result.push({ ...open, kind: "identifier", text: "__attribute__" });
		result.push({ ...open, text: "(", first: false }, { ...second, text: "(" });
		result.push(...inner, { ...last, text: ")" }, { ...close, text: ")" });
		i = end + 1;
	}
	return result;
}

function opensAt(tokens: readonly Token[], i: number): boolean {
	return tokens[i]!.text === "[" && tokens[i + 1]?.text === "[";
}

/** No attribute has more brackets in one another; without this a run of open ones would be read from each of them on. */
const DEEPEST = 64;

/** Where the `]]` begins that closes the brackets at `start`; null when there is none before a `;` or a brace. */
function endOf(tokens: readonly Token[], start: number): number | null {
	let depth = 0;
	for (let i = start + 2; i < tokens.length && depth <= DEEPEST; i++) {
		const { text } = tokens[i]!;
		if (text === ";" || text === "{" || text === "}") return null;
		if (text === "[" || text === "(") depth++;
		else if (depth > 0 && (text === "]" || text === ")")) depth--;
		else if (text === "]") return tokens[i + 1]?.text === "]" ? i : null;
	}
	return null;
}

/** `gnu::` before the attribute's name. */
function isPrefix(tokens: readonly Token[], i: number): boolean {
	const isColon = (at: number) => tokens[at]?.text === ":";
	if (isColon(i)) return isColon(i - 1) || isColon(i + 1);
	return isColon(i + 1) && isColon(i + 2);
}
