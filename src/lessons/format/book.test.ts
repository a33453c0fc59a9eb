// The book's own files can be read: no word of them is refused.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { formatDiagnostic } from "../../base/index.ts";
import { bookFiles } from "../plugin.ts";
import { readBook } from "./book.ts";

test("nothing in the book is refused", () => {
	const files = bookFiles(resolve(import.meta.dirname, "../book"));
	const { diagnostics } = readBook(files);
	expect(diagnostics.map((one) => formatDiagnostic(one, (path) => files.get(path))).join("\n")).toBe("");
});
