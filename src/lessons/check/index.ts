// The checker's door: proves a book, and says what it proved. Used by `npm run book` and the tests, never by a page.
import "../../explain/channels.ts";
import { type Diagnostic, invariant } from "../../base/index.ts";
import { type Book, type BookFiles, Problems, readBook } from "../format/index.ts";
import { spanAt } from "../format/source.ts";
import type { Explored } from "../lesson.ts";
import { checkLesson, type Proved } from "./check-lesson.ts";
import { checkLinux, type LinuxRuns, recordedRuns } from "./linux.ts";
import { checkShape } from "./shape.ts";
import type { Report } from "./words.ts";

export { formatDiagnostic } from "../../base/index.ts";
export {
	checkLinux,
	type LinuxRun,
	type LinuxRuns,
	recordedRuns,
	type Specimen,
	sourceHash,
	specimensOf,
} from "./linux.ts";
export { checkShape } from "./shape.ts";
export { provedWords, type Report, totalOf } from "./words.ts";
export { type Book, type BookFiles, readBook };

/** Proves one lesson of a book that was read from `files`; `seen` is what its programs did on Linux just now, besides what was recorded. */
export function proveLesson(
	{ lessons }: Book,
	id: string,
	files: BookFiles,
	seen: LinuxRuns | null = null,
): { readonly report: Report; readonly diagnostics: readonly Diagnostic[] } {
	const read = lessons.get(id);
	invariant(read !== undefined, "a lesson that was read");
	const problems = new Problems();
	checkShape(read, problems);
	const proved = checkLesson(read, problems);
	checkBounds(id, files, proved, problems);
	const agreed = checkLinux(read, [recordedRuns(id, files), ...(seen === null ? [] : [seen])], problems);
	return { report: { id, number: read.lesson.number, proved, agreed }, diagnostics: problems.list };
}

/** What `explored.json` of a lesson should hold: the bound is shown with each claim. */
export function boundsOf(proved: Proved): { readonly [claim: string]: Explored } {
	return Object.fromEntries([...proved.bounds].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Refuses an explored.json that is not what was explored. */
export function checkBounds(id: string, files: BookFiles, proved: Proved, problems: Problems): void {
	const written = files.get(`${id}/explored.json`);
	const wanted = boundsOf(proved);
	if (proved.bounds.size === 0 || written?.trim() === JSON.stringify(wanted, null, "\t")) return;
	problems.error(
		spanAt(`${id}/lesson.md`, 1, 1, 3),
		"explored.json is not what was explored",
		"npm run book -- --record",
	);
}
