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

	test("a length beyond the end of the line is cut there", () => {
		const span = { file: "main.c", line: 2, column: 1, length: 99 };
		expect(formatDiagnostic({ severity: "error", message: "m", span, notes: [] }, text)).toBe(
			"main.c:2:1: error: m\n    {\n    ^",
		);
	});
});
