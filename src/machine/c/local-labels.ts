// GNU C's local labels: `__label__ top;` makes a label the block's own, so that a macro may be expanded twice.

import { accept, advance, current, expectSemicolon, isName, type Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";

// local-labels = "__label__" name ("," name)* ";"
export function localLabels(p: Parser): void {
	const own = p.inside!.ownLabels.at(-1)!;
	advance(p);
	do {
		const name = current(p);
		if (!isName(name)) p.reporter.fail("expected a label's name after '__label__'", name);
		p.at++;
		// The place makes it unlike any other; no label of the program has a `#`.
		own.set(name.text, `${name.text}#${p.at}`);
	} while (accept(p, ","));
	expectSemicolon(p, " after the local labels");
}

/** The label that the name means here, under the name that it has in the whole function. */
export function labelMeant(p: Parser, name: Token): Token {
	const blocks = p.inside!.ownLabels;
	for (let i = blocks.length - 1; i >= 0; i--) {
		const text = blocks[i]!.get(name.text);
		if (text !== undefined) return { ...name, text };
	}
	return name;
}

/** The label as the program has it. */
export function writtenLabel(name: string): string {
	return name.replace(/#.*/, "");
}
