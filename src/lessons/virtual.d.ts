// What the plugin gives: the contents of the book, and a loader for each lesson.
declare module "virtual:book" {
	export const chapters: readonly import("./lesson.ts").Chapter[];

	/** By id, `pipes/first-pipe`: loads the lesson's own file, with the programs of its own run. */
	export const lessons: {
		readonly [id: string]: () => Promise<{
			readonly lesson: import("./lesson.ts").Lesson;
			readonly programs: import("./software.ts").ReadyPrograms;
		}>;
	};
}
