// Which header declares a name: what the compiler advises when it is used without being declared.

import { header, headerNames } from "./index.ts";

interface Declaring {
	readonly header: string;
	readonly gnu: boolean;
	readonly isFunction: boolean;
}

const names = new Map<string, Declaring>();

/** The header that declares a function, macro, type, enumerator or `struct TAG`, and whether only under `_GNU_SOURCE`. */
export function declaring(name: string): Declaring | undefined {
	if (names.size === 0) for (const each of headerNames) note(each, header(each)!);
	return names.get(name);
}

/** Notes what the header's own text declares; of two headers the first in the alphabet counts. */
function note(name: string, text: string): void {
	const conditions: boolean[] = [];
	for (const line of text.split("\n")) {
		const [, directive = "", condition = ""] = /^\s*#\s*(if\w*|endif)\b(.*)/.exec(line) ?? [];
		if (directive === "endif") conditions.pop();
		else if (directive !== "") conditions.push(condition.includes("_GNU_SOURCE"));
		const gnu = conditions.includes(true);
		const own = declaredIn(line);
		if (own !== undefined && !names.has(own))
			names.set(own, { header: name, gnu, isFunction: FUNCTION.test(line) });
	}
}

const FUNCTION = /^(?!typedef|#|struct \w+ \{)[A-Za-z_][\w ]*[ *](\w+)\(/;

function declaredIn(line: string): string | undefined {
	return (
		/^#define (?!_)(\w+)/.exec(line)?.[1] ??
		/^((?:struct|union) \w+) \{/.exec(line)?.[1] ??
		/^typedef [^(]*?(\w+)(?:\[\w*\])?;/.exec(line)?.[1] ??
		/^\} (\w+);/.exec(line)?.[1] ??
		/^extern [^(]*?(\w+)(?:\[\w*\])?;/.exec(line)?.[1] ??
		FUNCTION.exec(line)?.[1] ??
		/^\t([A-Z]\w+)(?: = .*?)?,?$/.exec(line)?.[1]
	);
}
