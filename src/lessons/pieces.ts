// An exercise's program with pieces in its places.
import type { Fix, Lesson, LessonProgram } from "./lesson.ts";

/** Ids of pieces by the place they lie in, in order. */
export type Placement = { readonly [place: string]: readonly string[] };

/** The programs to run: each place's comment line gives way to the pieces that lie in it. */
export function withPieces(
	lesson: Pick<Lesson, "programs">,
	fix: Fix,
	placement: Placement,
): readonly LessonProgram[] {
	return (fix.programs ?? lesson.programs).map((program) =>
		program.name !== fix.program
			? program
			: {
					...program,
					files: program.files.map((file) =>
						file.path === fix.file ? { path: file.path, text: fill(file.text, fix, placement) } : file,
					),
				},
	);
}

/** The programs to run when the reader has written the exercise's file anew. */
export function withText(lesson: Pick<Lesson, "programs">, fix: Fix, text: string): readonly LessonProgram[] {
	return (fix.programs ?? lesson.programs).map((program) =>
		program.name !== fix.program
			? program
			: {
					...program,
					files: program.files.map((file) => (file.path === fix.file ? { path: file.path, text } : file)),
				},
	);
}

function fill(text: string, fix: Fix, placement: Placement): string {
	const lines = text.split("\n");
	return lines
		.flatMap((line, index) => {
			const place = fix.places.find((one) => one.line === index + 1);
			return place === undefined ? [line] : piecesIn(fix, placement[place.id] ?? [], place.indent);
		})
		.join("\n");
}

function piecesIn(fix: Fix, ids: readonly string[], indent: string): string[] {
	return ids.flatMap((id) => {
		const piece = fix.pieces.find((one) => one.id === id);
		return (piece?.text ?? "").split("\n").map((line) => indent + line);
	});
}
