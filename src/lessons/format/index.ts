// The book's words made data, at build time: not for the browser, as it brings a YAML and a Markdown reader along.
export { formatDiagnostic } from "../../base/index.ts";
export { type Book, readBook } from "./book.ts";
export type { Check, RunOf } from "./checks.ts";
export type { LessonRead } from "./read-lesson.ts";
export { type BookFiles, type Field, nearest, Problems } from "./source.ts";
