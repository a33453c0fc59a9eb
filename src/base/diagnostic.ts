// What is wrong with a text that somebody wrote, and where: C, a lesson, a moment, an option.

/** A stretch of one file; lines and columns count from 1, `length` in characters (at least 1). */
export interface Span {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly length: number;
}

export interface Note {
	readonly message: string;
	readonly span: Span | null;
}

export interface Diagnostic {
	readonly severity: "error" | "warning";
	readonly message: string;
	readonly span: Span | null;
	/** The likely cause or cure, and related places (an earlier declaration, a macro's definition). */
	readonly notes: readonly Note[];
}

/** Characters of a line; longer ones are shown in part. */
const MOST_SHOWN = 200;

/** `file:line:column: error: message`, the line itself, and a caret under the place, as cc prints it. */
export function formatDiagnostic(diagnostic: Diagnostic, text: (file: string) => string | undefined): string {
	const head = formatOne(diagnostic.severity, diagnostic.message, diagnostic.span, text);
	return [head, ...diagnostic.notes.map((note) => formatOne("note", note.message, note.span, text))].join(
		"\n",
	);
}

function formatOne(
	label: string,
	message: string,
	span: Span | null,
	text: (file: string) => string | undefined,
): string {
	if (span === null) return `${label}: ${message}`;
	const head = `${span.file}:${span.line}:${span.column}: ${label}: ${message}`;
	const line = text(span.file)?.split(/\r?\n/)[span.line - 1];
	if (line === undefined) return head;
	// Of a long line what is around the place.
	const from = line.length > MOST_SHOWN ? Math.max(0, span.column - MOST_SHOWN / 2) : 0;
	const before = from > 0 ? "…" : "";
	const after = line.length > from + MOST_SHOWN ? "…" : "";
	const shown = before + line.slice(from, from + MOST_SHOWN).replace(/\p{Cc}/gu, " ") + after;
	const column = Math.max(0, span.column - 1 - from + before.length);
	const width = Math.max(1, Math.min(span.length, shown.length - after.length - column));
	return `${head}\n    ${shown}\n    ${" ".repeat(column)}^${"~".repeat(width - 1)}`;
}
