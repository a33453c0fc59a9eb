// Every sentence of the book that can be proved is proved; what its programs did on Linux was recorded.
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { formatDiagnostic, Problems, readBook } from "../format/index.ts";
import { bookFiles } from "../plugin.ts";
import { checkLesson } from "./check-lesson.ts";
import { checkBounds, checkLinux, checkShape, recordedRuns } from "./index.ts";

const files = bookFiles(resolve(import.meta.dirname, "../book"));
const book = readBook(files);

describe("nothing in the book is untrue", () => {
	test.each([...book.lessons])("%s", { timeout: 120_000 }, (id, read) => {
		const problems = new Problems();
		checkShape(read, problems);
		const proved = checkLesson(read, problems);
		checkBounds(id, files, proved, problems);
		checkLinux(read, [recordedRuns(id, files)], problems);
		const text = problems.list.map((one) => formatDiagnostic(one, (path) => files.get(path))).join("\n");
		expect(text).toBe("");
		expect(proved.claims).toBeGreaterThan(5);
	});
});
