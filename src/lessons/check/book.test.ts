// Every sentence of the book that can be proved is proved; what its programs did on Linux was recorded.
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { formatDiagnostic, readBook } from "../format/index.ts";
import { bookFiles } from "../plugin.ts";
import { proveLesson } from "./index.ts";

const files = bookFiles(resolve(import.meta.dirname, "../book"));
const book = readBook(files);

// `npm test` leaves this file out: `npm run book` does the same, and asks cc as well.
describe("nothing in the book is untrue", () => {
	test.each([...book.lessons.keys()])("%s", { timeout: 120_000 }, (id) => {
		const { report, diagnostics } = proveLesson(book, id, files);
		const text = diagnostics.map((one) => formatDiagnostic(one, (path) => files.get(path))).join("\n");
		expect(text).toBe("");
		expect(report.proved.claims).toBeGreaterThan(5);
	});
});
