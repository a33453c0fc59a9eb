// Prototypes of headers wait until they are asked for, and nobody notices.

import { describe, expect, test } from "vitest";
import { header } from "../libc/index.ts";
import { parse } from "./index.ts";

function parsed(text: string) {
	return parse({ path: "p.c", text }, { headers: header });
}

function told(text: string): string[] {
	return parsed(text).diagnostics.map(({ message }) => message);
}

test("only the functions that are named become symbols", () => {
	const { unit } = parsed(`#include <unistd.h>\nint main(void) { return close(0); }`);
	expect(unit?.symbols.map(({ name }) => name)).toEqual(["main", "close"]);
});

describe("told as if all had been read", () => {
	test.each([
		[
			"a declaration that differs from the header's",
			`#include <unistd.h>\nchar *close(double d);`,
			"conflicting types for 'close': 'char *(double)'",
		],
		[
			"a header's that differs from one before it",
			`char *close(double d);\n#include <unistd.h>`,
			"conflicting types for 'close': 'int (int)'",
		],
		[
			"a function used as another kind of thing",
			`#include <unistd.h>\nint close;`,
			"redefinition of 'close'",
		],
		[
			"a call with too few arguments, inside a function",
			`#include <unistd.h>\nint main(void) { return close(); }`,
			"too few arguments to function 'close': expected 1, have 0",
		],
	])("%s", (_, text, message) => {
		expect(told(text)).toEqual([message]);
	});

	test("a prototype whose types the program has made something else of", () => {
		const text =
			"#include <dirent.h>\nint DIR;\nint main(void) { int n = closedir(0); return n; }\nint x = y;";
		expect(told(text)).toEqual(["redefinition of 'DIR'", "use of undeclared identifier 'y'"]);
	});

	test("a name that was probably meant", () => {
		const [first] = parsed(`#include <unistd.h>\nint main(void) { return clos(0); }`).diagnostics;
		expect(JSON.stringify(first)).toContain("'close'");
	});
});

test("a parameter's name and a local one hide the function, as they do when it has been read", () => {
	expect(told(`#include <unistd.h>\nint f(int close) { int pipe = close; return pipe; }`)).toEqual([]);
});
