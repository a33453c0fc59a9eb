// Building: C becomes images, and what the computer does not know is refused with its place.

import { type Diagnostic, formatDiagnostic, type Span } from "../base/index.ts";
import { compile } from "../machine/compiler.ts";
import type { Image } from "../machine/index.ts";
import { isKnownTrap } from "./abi.ts";
import type { Build, ProgramSource } from "./loader.ts";
import type { Options } from "./options.ts";

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
