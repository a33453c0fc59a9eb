// The loader: programs are compiled once, and every run, branch and exec takes their images from here.

import { type Diagnostic, formatDiagnostic, invariant, type Span } from "../base/index.ts";
import { compile, createProcessor, type Image, type SourceFile } from "../machine/index.ts";
import { isKnownTrap } from "./abi.ts";
import type { Options } from "./options.ts";
import { Task } from "./task.ts";

/** One program: its .c files are compiled and linked, its other files can be included. */
export interface ProgramSource {
	readonly name: string;
	readonly files: readonly SourceFile[];
	/** Where `#include "…"` finds what is not among the files. */
	readonly include?: (path: string) => string | undefined;
}

/** Programs ready to run. Nothing in it ever changes. */
export interface Software {
	/** By name, which exec finds as `/bin/NAME` and `./NAME`. */
	readonly images: ReadonlyMap<string, Image>;
	/** The name of the program that runs first. */
	readonly first: string;
	readonly programs: readonly ProgramSource[];
}

export interface Build {
	/** Null when there was any error. */
	readonly software: Software | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** Compiles the programs; the first one is the one that runs. */
export function build(programs: readonly ProgramSource[], options: Pick<Options, "define">): Build {
	const images = new Map<string, Image>();
	const diagnostics: Diagnostic[] = [];
	for (const program of programs) {
		const { image, diagnostics: found } = compile(
			program.files.filter((file) => file.path.endsWith(".c")),
			{ name: program.name, include: (path) => findInclude(program, path), define: { ...options.define } },
		);
		diagnostics.push(...found);
		if (image === null) continue;
		diagnostics.push(...unsupported(program, image));
		images.set(program.name, image);
	}
	const failed = diagnostics.some(({ severity }) => severity === "error");
	const first = programs[0]?.name ?? "";
	return { software: failed ? null : { images, first, programs }, diagnostics };
}

/** The diagnostics of a build as cc prints them, one after the other. */
export function formatDiagnostics(
	programs: readonly ProgramSource[],
	diagnostics: readonly Diagnostic[],
): string {
	const text = (path: string) => {
		for (const program of programs) {
			const file = program.files.find((candidate) => candidate.path === path);
			const found = file?.text ?? program.include?.(path);
			if (found !== undefined) return found;
		}
		return undefined;
	};
	return diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic, text)}\n`).join("");
}

/** A process about to begin a program. */
export function load(
	software: Software,
	name: string,
	argv: readonly string[],
	envp: readonly string[],
): Task {
	const image = software.images.get(name);
	invariant(image !== undefined, `a program named ${name}`);
	return new Task(createProcessor(image, { argv: [...argv], envp: [...envp] }));
}

function findInclude(program: ProgramSource, path: string): string | undefined {
	const file = program.files.find(
		(candidate) => candidate.path === path || candidate.path.endsWith(`/${path}`),
	);
	return file?.text ?? program.include?.(path);
}

/** Functions that are called, that nobody defines, and that the computer does not know. */
function unsupported(program: ProgramSource, image: Image): Diagnostic[] {
	return image.traps
		.filter((name) => !isKnownTrap(name))
		.map((name) => ({
			severity: "error",
			message: `'${name}' is not supported here`,
			span: firstUse(program, name),
			notes: [],
		}));
}

/** Where a name is called first: an indented line is no declaration. */
function firstUse(program: ProgramSource, name: string): Span | null {
	return (
		findText(program, new RegExp(`^\\s.*?\\b(?=${name}\\s*\\()`), name) ??
		findText(program, new RegExp(`^.*?\\b(?=${name}\\b)`), name)
	);
}

/** The first line that begins with `before`, and the name after it. */
function findText(program: ProgramSource, before: RegExp, name: string): Span | null {
	for (const { path, text } of program.files) {
		const lines = text.split("\n");
		for (const [i, line] of lines.entries()) {
			const found = before.exec(line);
			if (found) return { file: path, line: i + 1, column: found[0].length + 1, length: name.length };
		}
	}
	return null;
}
