// The library as a whole: every file compiles, and the names it defines are found.
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../base/index.ts";
import { parse } from "../c/index.ts";
import { generateUnit } from "../code/units.ts";
import { nativeNames } from "../vm/natives.ts";
import { definitions, header, headerNames, type LibraryFile, library } from "./index.ts";
import { runProgram } from "./run-program.ts";

function compiled(file: LibraryFile): { words: string[]; defined: string[] } {
	const { unit, diagnostics } = parse(file, { headers: header, isLibrary: true });
	const words = diagnostics.map((d) => formatDiagnostic(d, () => file.text));
	if (unit === null) return { words, defined: [] };
	const code = generateUnit(unit, () => true);
	const functions = code.functions.filter(({ symbol }) => symbol.linkage === "external");
	const objects = code.objects.filter((o) => o.definition !== "declared" && o.linkage === "external");
	const defined = [...functions.map(({ symbol }) => symbol.name), ...objects.map(({ name }) => name)];
	return { words, defined: defined.sort() };
}

const files = library.map((file) => ({ file, ...compiled(file) }));

describe("every file of the library compiles without a word, and what it defines is found there", () => {
	test.each(files)("$file.path", ({ file, words, defined }) => {
		expect(words).toEqual([]);
		const found = [...definitions].filter(([, by]) => by === file).map(([name]) => name);
		expect(found.sort()).toEqual(defined);
	});
});

describe("every header stands alone, and twice does no harm", () => {
	test.each(headerNames.filter((name) => name !== "complex.h"))("%s", (name) => {
		for (const define of ["", "#define _GNU_SOURCE\n"]) {
			const text = `${define}#include <${name}>\n#include <${name}>\n`;
			const { diagnostics } = parse({ path: "main.c", text }, { headers: header });
			expect(diagnostics.map((d) => formatDiagnostic(d, header))).toEqual([]);
		}
	});
});

test("no name is defined twice, or by the processor as well", () => {
	const names = files.flatMap(({ defined }) => defined);
	expect(names.filter((name, i) => names.indexOf(name) !== i || nativeNames.includes(name))).toEqual([]);
});

test("a program that only writes pulls in nothing but the start and exit", () => {
	const program = `#include <unistd.h>
int main(void) { return write(1, "hi\\n", 3) != 3; }`;
	const ran = runProgram(program);
	expect(ran).toMatchObject({ stdout: "hi\n", status: 0 });
	expect(ran.functions).toEqual(["_start", "exit", "main"]);
});

test("hello, world", () => {
	const program = `#include <stdio.h>
int main(void) { printf("hello, %s %d\\n", "world", 42); return 7; }`;
	expect(runProgram(program)).toMatchObject({ stdout: "hello, world 42\n", status: 7, end: null });
});
