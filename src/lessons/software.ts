// Programs of a lesson built ahead of time: a page runs them without loading the compiler.
import { Hash } from "../base/index.ts";
import type { Build, Options, PackedSoftware, ProgramSource } from "../computer/index.ts";
import type { LessonProgram } from "./lesson.ts";

/** Builds programs: the compiler is passed in, so that a page need not hold it. */
export type BuildPrograms = (programs: readonly ProgramSource[], options: Pick<Options, "define">) => Build;

/** Packed software by the key of the programs and `#define`s it was built from. */
export type Prebuilt = { readonly [key: string]: PackedSoftware };

/** A lesson's programs built ahead of time. */
export interface ReadyPrograms {
	/** Those of the lesson's own run, and of the question with which it begins. */
	readonly own: Prebuilt;
	/** Fetches those of its other questions. */
	readonly questions: () => Promise<Prebuilt>;
}

/** The same for the same files and the same values, whoever asks. */
export function softwareKey(
	programs: readonly LessonProgram[],
	define: { readonly [name: string]: string },
): string {
	const hash = new Hash();
	hash.plain([
		programs.map(({ name, files }) => [name, files.map(({ path, text }) => [path, text])]),
		define,
	]);
	return hash.digest().toString(36);
}
