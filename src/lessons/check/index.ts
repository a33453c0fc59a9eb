// The checker's door: proves a book, and says what it proved. Used by `npm run book` and the tests, never by a page.
import "../../explain/channels.ts";
import type { Diagnostic } from "../../base/index.ts";
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

/** What was seen on Linux just now, by lesson, besides what was recorded; null: nothing. */
export type SeenOnLinux = ReadonlyMap<string, LinuxRuns> | null;

/** Proves every lesson that can be read, or those that are `wanted`. Words that cannot be read are among the diagnostics, too. */
export function checkBook(
	files: BookFiles,
	seen: SeenOnLinux = null,
	wanted: (id: string) => boolean = () => true,
): { readonly reports: readonly Report[]; readonly diagnostics: readonly Diagnostic[] } {
	const book = readBook(files);
	const problems = new Problems();
	problems.list.push(...book.diagnostics);
	const reports = [...book.lessons]
		.filter(([id]) => wanted(id))
		.map(([id, read]): Report => {
			checkShape(read, problems);
			const proved = checkLesson(read, problems);
			checkBounds(id, files, proved, problems);
			const now = seen?.get(id);
			const linux = [recordedRuns(id, files), ...(now === undefined ? [] : [now])];
			const agreed = checkLinux(read, linux, problems);
			return { id, number: read.lesson.number, proved, agreed };
		});
	return { reports, diagnostics: problems.list };
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
