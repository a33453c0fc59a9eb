// The whole book read: a map of path to text in, chapters, lessons, what they assert and what is wrong out.
import type { Diagnostic } from "../../base/index.ts";
import type { Chapter, Lesson, LessonRef, Term } from "../lesson.ts";
import { type ContentsEntry, readContents, readGlossary, readNotes, termIds } from "./contents.ts";
import { Folder } from "./programs.ts";
import { Prose } from "./prose.ts";
import { type LessonRead, readLesson } from "./read-lesson.ts";
import { type BookFiles, Problems, spanAt } from "./source.ts";

export interface Book {
	readonly chapters: readonly Chapter[];
	readonly lessons: ReadonlyMap<string, LessonRead>;
	readonly glossary: readonly Term[];
	/** What is wrong with the words; whether they are true is the checker's question. */
	readonly diagnostics: readonly Diagnostic[];
}

export function readBook(files: BookFiles): Book {
	const problems = new Problems();
	const contents = readContents(files, problems);
	const lessonIds = new Set(contents.flatMap(({ entries }) => entries.map(({ id }) => id.value)));
	const targets = { folder: new Folder("", files), terms: termIds(files), lessons: lessonIds };
	const glossary = readGlossary(files, new Prose(targets, problems), problems);
	const notes = readNotes(files);
	const lessons = new Map<string, LessonRead>();
	const chapters = contents.map(({ number, title, entries }) => {
		const refs = entries.flatMap((entry): LessonRef[] => {
			const around = {
				files,
				glossary,
				notes,
				lessons: lessonIds,
				number: entry.number.value,
				chapter: title,
			};
			const read = readLesson(entry.id.value, around, problems);
			if (read === null) {
				problems.error(entry.id.span, `there is no ${entry.id.value}/lesson.md`);
				return [];
			}
			refuseOtherTitle(entry, read.lesson, problems);
			lessons.set(entry.id.value, read);
			return [refOf(read.lesson)];
		});
		return { number, title, lessons: refs };
	});
	refuseStrays(files, lessonIds, problems);
	return { chapters, lessons, glossary, diagnostics: problems.list };
}

function refOf({ id, number, title, question, idea, minutes }: Lesson): LessonRef {
	return { id, number, title, question, idea, minutes };
}

function refuseOtherTitle({ title }: ContentsEntry, lesson: Lesson, problems: Problems): void {
	if (title.value === lesson.title) return;
	problems.error(title.span, `lesson.md calls it '${lesson.title}'`, "one title, the same in both places");
}

function refuseStrays(files: BookFiles, listed: ReadonlySet<string>, problems: Problems): void {
	for (const path of files.keys()) {
		const id = /^(.+)\/lesson\.md$/.exec(path)?.[1];
		if (id !== undefined && !listed.has(id)) {
			problems.error(spanAt(path, 1), "this lesson is missing from contents.md");
		}
	}
}
