// #line: what __LINE__ and __FILE__ give from the next line on (C11 6.10.4).

import { type Expander, expandAll } from "./macros.ts";
import type { Token } from "./tokens.ts";

/** Obeys `#line 10`, `#line 10 "name"` and `# 10 "name"`; `line` is what follows, macros not yet replaced. */
export function presume(expander: Expander, directive: Token, line: readonly Token[]): void {
	const { presumed } = expander;
	const last = line.at(-1);
	if (last === undefined)
		expander.reporter.fail(`expected a line's number after #${directive.text}`, directive);
	const [number, name] = expandAll(expander, line);
	if (number === undefined || !/^[0-9]+$/.test(number.text))
		expander.reporter.fail(
			`'${number?.text ?? last.text}' after #line is not a positive integer`,
			number ?? last,
		);
	if (name !== undefined && !/^".*"$/.test(name.text))
		expander.reporter.fail(`'${name.text}' is not a valid file name: it stands in double quotes`, name);
	const { file } = directive;
	presumed.set(file, {
		shift: Number(number.text) - (last.line + 1),
		file:
			name === undefined
				? (presumed.get(file)?.file ?? null)
				: name.text.slice(1, -1).replace(/\\(["\\])/g, "$1"),
	});
}
