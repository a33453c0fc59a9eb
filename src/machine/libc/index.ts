// The library of C: the headers that programs include and the functions that are linked into them. A function that is
// neither here nor done by the processor itself is the computer's to answer.

/// <reference types="vite/types/importMeta.d.ts" />

/** A file of the library, `path` as in `libc/src/printf.c`. */
export interface LibraryFile {
	readonly path: string;
	readonly text: string;
}

const headers = import.meta.glob("./include/**/*.h", {
	query: "?raw",
	import: "default",
	eager: true,
}) as Readonly<Record<string, string>>;

const sources = import.meta.glob("./src/*.c", {
	query: "?raw",
	import: "default",
	eager: true,
}) as Readonly<Record<string, string>>;

const guarded = import.meta.glob("./guarded/heap.c", {
	query: "?raw",
	import: "default",
	eager: true,
}) as Readonly<Record<string, string>>;

/** The text of the header that `#include <name>` means, such as `stdio.h` or `sys/wait.h`. */
export function header(name: string): string | undefined {
	const path = `./include/${name}`;
	return Object.hasOwn(headers, path) ? headers[path] : undefined;
}

/** The names of all headers that programs include, in alphabetical order. */
export const headerNames: readonly string[] = Object.keys(headers)
	.map((path) => path.replace("./include/", ""))
	.filter((name) => !name.startsWith("bits/"))
	.sort();

/** All source files, in the order of their paths. */
export const library: readonly LibraryFile[] = Object.keys(sources)
	.sort()
	.map((path) => ({ path: `libc/${path.slice(2)}`, text: sources[path]! }));

/** The heap of a program that is watched: each block by itself, none given out twice. */
export const guardedHeap: LibraryFile = { path: "libc/guarded/heap.c", text: guarded["./guarded/heap.c"]! };

/** In which file each function or object with external linkage is defined. */
export const definitions: ReadonlyMap<string, LibraryFile> = new Map(
	library.flatMap((file) => definedNames(file.text).map((name) => [name, file] as const)),
);

/**
 * The names that a file of the library defines for others. A definition begins in the first column; a function's body
 * has its brace at the beginning of the next line, an object ends with a semicolon or begins its initialiser with `=`.
 */
function definedNames(text: string): string[] {
	const names: string[] = [];
	const definition =
		/^(?!static\b|extern\b|typedef\b|struct \w+ \{|enum(?: \w+)? \{|union\b|#|\/)[A-Za-z_][^;={}]*?(?:\)\n\{|;|=)/gm;
	for (const [found] of text.matchAll(definition)) {
		const name = found.endsWith("{") ? functionName(found) : objectName(found);
		if (name !== undefined) names.push(name);
	}
	return names;
}

/** `char *strdup(const char *s)\n{` defines strdup. */
function functionName(head: string): string | undefined {
	return /(\w+)\(/.exec(head)?.[1];
}

/** `char *optarg;`, `char *tzname[2] =` and `void (*hook)(int);` define objects; `int f(void);` declares a function. */
function objectName(head: string): string | undefined {
	return (
		/^[^(]*?\(\*(\w+)\)/.exec(head)?.[1] ??
		(head.includes("(") ? undefined : /(\w+)(?:\[\w*\])*\s*[;=]$/.exec(head)?.[1])
	);
}
