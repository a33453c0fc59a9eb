// Programs of a lesson built ahead of time: a page runs them without loading the compiler.
import { Hash } from "../base/index.ts";
import type { PackedSoftware } from "../computer/index.ts";
import type { LessonProgram } from "./lesson.ts";

/** Packed software by the key of the programs and `#define`s it was built from. */
export type Prebuilt = { readonly [key: string]: PackedSoftware };

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
