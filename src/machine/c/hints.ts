// What to say of a name that nobody declared: which header has it, and under which condition.

import type { Parser } from "./parser.ts";
import type { Token } from "./tokens.ts";
import type { CType } from "./types.ts";
import { headerOf } from "./well-known.ts";

/** Where the system declares a name. */
export interface Declaring {
	/** `sys/wait.h`. */
	readonly header: string;
	/** What a program defines for it, `_XOPEN_SOURCE 700`; null when nothing. */
	readonly feature: string | null;
	/** Whether as a function; else as a macro, an object, a type. */
	readonly isFunction: boolean;
}

/** Words of C++, and what C has instead. */
const CPP: Readonly<Record<string, string>> = {
	catch: "C has no exceptions",
	cerr: "C prints with fprintf(stderr, …), from <stdio.h>",
	cin: "C reads with scanf or fgets, from <stdio.h>",
	class: "C has struct, without functions in it",
	cout: "C prints with printf, from <stdio.h>",
	delete: "C gives memory back with free, from <stdlib.h>",
	endl: "C ends a line with \\n in the text",
	namespace: "C has no namespaces",
	new: "C gets memory from malloc, from <stdlib.h>",
	nullptr: "C's null pointer is NULL",
	private: "C has struct, whose members are all public",
	public: "C has struct, whose members are all public",
	std: "C has no namespaces",
	string: "C's texts are arrays of char that end with 0",
	template: "C has no templates",
	throw: "C has no exceptions",
	try: "C has no exceptions",
	using: "C has no namespaces",
	vector: "C has arrays, and malloc and realloc for those that grow",
};

/** What other languages call what C has under another name. */
const ELSEWHERE: Readonly<Record<string, string>> = {
	None: "C's null pointer is NULL",
	True: "C has true, from <stdbool.h>, or 1",
	False: "C has false, from <stdbool.h>, or 0",
	nil: "C's null pointer is NULL",
	null: "C's null pointer is NULL",
	end: "a block ends with '}'",
	endif: "a block ends with '}'",
	endwhile: "a block ends with '}'",
	fi: "a block ends with '}'",
	elif: "C writes 'else if'",
};

/** Words behind which nothing can be read as C. */
const UNREADABLE: ReadonlySet<string> = new Set("class namespace std template try using".split(" "));

/** Says of a word of C++ that it is none of C, and gives up where it makes no sense to read on; else returns. */
export function refuseCpp(p: Parser, token: Token): void {
	const { text } = token;
	if (UNREADABLE.has(text)) p.reporter.giveUp(`'${text}' is C++, and this is C`, token, CPP[text]!);
	if (text === "new" || text === "delete")
		p.reporter.fail(`'${text}' is C++, and this is C`, token, CPP[text]!);
}

/** The cure for a name that a header of the system declares, as notes; none when no header does. */
export function headerNotes(p: Parser, name: string): string[] {
	const canonical = headerOf(name);
	const found = p.declaring(name);
	const header = canonical ?? found?.header;
	if (header === undefined) {
		if (Object.hasOwn(ELSEWHERE, name)) return [ELSEWHERE[name]!];
		return Object.hasOwn(CPP, name) ? [`this is C++: ${CPP[name]}`] : [];
	}
	if (found !== undefined && found.feature !== null)
		return [`'${name}' is in <${header}> only after #define ${found.feature}, before the first #include`];
	return [`'${name}' comes with <${header}>: add #include <${header}>`];
}

/** The same for a struct or union that is not known beyond its tag. */
export function recordNotes(p: Parser, type: CType): string[] {
	if (type.kind === "array") return recordNotes(p, type.element);
	if (type.kind !== "record" || type.record.tag === null) return [];
	return headerNotes(p, `${type.record.union ? "union" : "struct"} ${type.record.tag}`);
}
