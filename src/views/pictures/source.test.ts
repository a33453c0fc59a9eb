// The page's own C tokeniser: kinds of words, comments over lines, labels.
import { describe, expect, test } from "vitest";
import { lineOfLabel, sourceLines, withDefines } from "./source.ts";

function kinds(line: string): string[] {
	return (sourceLines(line)[0]?.tokens ?? [])
		.filter(({ text }) => text.trim() !== "")
		.map(({ kind, text }) => `${kind}:${text.trim()}`);
}

describe("a line of C", () => {
	test.each([
		["int n = read(fd, buf, 4);", "type:int", "call:read", "number:4"],
		["if (c == 'a') return 0;", "keyword:if", "string:'a'", "keyword:return", "number:0"],
		['write(1, "a\\"b", 3); // say', 'string:"a\\"b"', "comment:// say"],
		["#include <unistd.h>", "directive:#include"],
		["#define BURST 0x10", "directive:#define", "number:0x10"],
	])("%s", (line, ...wanted) => {
		const found = kinds(line);
		for (const each of wanted) expect(found).toContain(each);
	});

	test("loses nothing but its label", () => {
		const text = '    write(fd[1], "k", 1);\t/* a */ x = y / 2;';
		expect(
			sourceLines(`${text}  //@ fill`)[0]
				?.tokens.map((token) => token.text)
				.join(""),
		).toBe(text);
	});
});

test("a comment over three lines stays one", () => {
	const lines = sourceLines("a /* one\ntwo int\nthree */ int b;");
	expect(lines[1]?.tokens).toEqual([{ kind: "comment", text: "two int" }]);
	expect(lines[2]?.tokens.map(({ kind }) => kind)).toEqual(["comment", "plain", "type", "plain"]);
});

test("labels are found, names and places of exercises are not labels", () => {
	const lines = sourceLines("a; //@ fill\nb; //@ name reader\n//@ place early: before the fork");
	expect(lineOfLabel(lines, "fill")).toBe(1);
	expect(lines.map(({ label }) => label)).toEqual(["fill", null, null]);
});

test("a turned knob stands in its #define, and nowhere else", () => {
	const text = "#define SIZE 1   // bytes\n#define SIZES 1\nint x = SIZE;\n";
	expect(withDefines(text, new Map([["SIZE", "16"]]))).toBe(
		"#define SIZE 16   // bytes\n#define SIZES 1\nint x = SIZE;\n",
	);
	expect(withDefines(text, new Map())).toBe(text);
});
