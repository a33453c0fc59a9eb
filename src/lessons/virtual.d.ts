// What the plugin gives: the contents of the book, and a loader for each lesson.
declare module "virtual:book" {
	import type { Chapter, Lesson } from "./lesson.ts";

	export const chapters: readonly Chapter[];

	import type { ReadyPrograms } from "./software.ts";

	/** By id, `pipes/first-pipe`: loads the lesson's own file, with the programs of its own run. */
	export const lessons: {
		readonly [id: string]: () => Promise<{ readonly lesson: Lesson; readonly programs: ReadyPrograms }>;
	};
}
