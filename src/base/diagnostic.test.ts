// Diagnostics are printed as cc prints them.
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "./diagnostic.ts";

const text = (file: string) => (file === "main.c" ? "int main(void)\n{\n\tretrun 0;\n}\n" : undefined);

describe("formatDiagnostic", () => {
	test("shows file, line, column, the line and a caret under the place", () => {
		const span = { file: "main.c", line: 3, column: 2, length: 6 };
		expect(
			formatDiagnostic({ severity: "error", message: "undeclared 'retrun'", span, notes: [] }, text),
		).toBe("main.c:3:2: error: undeclared 'retrun'\n     retrun 0;\n     ^~~~~~");
	});

	test("notes follow, each with its own place", () => {
		const span = { file: "main.c", line: 1, column: 5, length: 4 };
		const note = { message: "declared here", span };
		expect(formatDiagnostic({ severity: "warning", message: "m", span: null, notes: [note] }, text)).toBe(
			"warning: m\nmain.c:1:5: note: declared here\n    int main(void)\n        ^~~~",
		);
	});

	test("a file that is not at hand is named without its line", () => {
		const span = { file: "gone.c", line: 1, column: 1, length: 1 };
		expect(formatDiagnostic({ severity: "error", message: "m", span, notes: [] }, text)).toBe(
			"gone.c:1:1: error: m",
		);
	});

	test("of a long line what is around the place", () => {
		const long = (file: string) =>
			file === "main.c" ? `${"a".repeat(1000)}?${"b".repeat(1000)}` : undefined;
		const span = { file: "main.c", line: 1, column: 1001, length: 1 };
		const [, shown, caret] = formatDiagnostic(
			{ severity: "error", message: "m", span, notes: [] },
			long,
		).split("\n");
		expect(shown).toBe(`    …${"a".repeat(99)}?${"b".repeat(100)}…`);
		expect(caret).toBe(`${" ".repeat(104)}^`);
	});

	test("the beginning and the end of a long line, and a mark as long as what is shown", () => {
		const long = (file: string) => (file === "main.c" ? "a".repeat(1000) : undefined);
		const lines = (column: number, length: number) =>
			formatDiagnostic(
				{ severity: "error", message: "m", span: { file: "main.c", line: 1, column, length }, notes: [] },
				long,
			).split("\n");
		expect(lines(1, 1000)).toEqual([
			"main.c:1:1: error: m",
			`    ${"a".repeat(200)}…`,
			`    ^${"~".repeat(199)}`,
		]);
		expect(lines(1000, 1)).toEqual([
			"main.c:1:1000: error: m",
			`    …${"a".repeat(100)}`,
			`${" ".repeat(104)}^`,
		]);
	});

	test("characters that a terminal would obey are not shown", () => {
		const span = { file: "main.c", line: 1, column: 3, length: 1 };
		expect(
			formatDiagnostic({ severity: "error", message: "m", span, notes: [] }, () => "a\u001b\u0000b"),
		).toBe("main.c:1:3: error: m\n    a  b\n      ^");
	});

	test("a length beyond the end of the line is cut there", () => {
		const span = { file: "main.c", line: 2, column: 1, length: 99 };
		expect(formatDiagnostic({ severity: "error", message: "m", span, notes: [] }, text)).toBe(
			"main.c:2:1: error: m\n    {\n    ^",
		);
	});
});
