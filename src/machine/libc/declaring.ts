// Which header declares a name: what the compiler advises when it is used without being declared.

import { header, headerNames } from "./index.ts";

interface Declaring {
	readonly header: string;
	readonly feature: string | null;
	readonly isFunction: boolean;
}

const names = new Map<string, Declaring>();

/** The header that declares a function, macro, type, enumerator or `struct TAG`, and the macro under which alone it does. */
export function declaring(name: string): Declaring | undefined {
	if (names.size === 0) for (const each of headerNames) note(each, header(each)!);
	return names.get(name);
}

/** Notes what the header's own text declares; of two headers the first in the alphabet counts. */
function note(name: string, text: string): void {
	const conditions: (string | null)[] = [];
	for (const line of text.split("\n")) {
		const [, directive = "", condition = ""] = /^\s*#\s*(if\w*|endif)\b(.*)/.exec(line) ?? [];
		if (directive === "endif") conditions.pop();
		else if (directive !== "") conditions.push(featureIn(condition));
		const feature = conditions.find((each) => each !== null) ?? null;
		const own = declaredIn(line);
		if (own !== undefined && !names.has(own))
			names.set(own, { header: name, feature, isFunction: FUNCTION.test(line) });
	}
}

/** What a program defines to get what stands under a condition; null when it need not. */
function featureIn(condition: string): string | null {
	if (condition.includes("_DEFAULT_SOURCE")) return null;
	if (/^\s*_XOPEN_SOURCE$/.test(condition)) return "_XOPEN_SOURCE 700";
	return condition.includes("_GNU_SOURCE") ? "_GNU_SOURCE" : null;
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
