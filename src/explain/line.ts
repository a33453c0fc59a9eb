// How a sentence names a line of C: by its number, and in a program of several files by its file too.
import type { Place } from "../kernel/index.ts";
import type { NamedProgram } from "../timeline/index.ts";

/** 'line 12'; in a program of several files 'pipe.c:12'. */
export function lineWords(programs: readonly NamedProgram[], { file, line }: Place): string {
	return isAloneInItsProgram(programs, file) ? `line ${line}` : `${file}:${line}`;
}

/** ' on line 12'; in a program of several files ' at pipe.c:12'. */
export function onLineWords(programs: readonly NamedProgram[], place: Place): string {
	return `${isAloneInItsProgram(programs, place.file) ? " on" : " at"} ${lineWords(programs, place)}`;
}

/** A file that is not among the programs' own was included by one of them. */
export function isAloneInItsProgram(programs: readonly NamedProgram[], file: string): boolean {
	const owner = programs.find(({ files }) => files.some(({ path }) => path === file));
	return owner === undefined ? programs.length === 0 : owner.files.length === 1;
}
