// Building: C becomes images, and of what the computer does not know it is said where it is used.

import { type Diagnostic, formatDiagnostic } from "../base/index.ts";
import { compile, systemFile, type UndefinedFunction } from "../machine/compiler.ts";
import type { Image } from "../machine/index.ts";
import { isKnownTrap } from "./abi.ts";
import type { Build, ProgramSource } from "./loader.ts";
import type { Options } from "./options.ts";

/** Compiles the programs; the first one is the one that runs. */
export function build(programs: readonly ProgramSource[], options: Pick<Options, "define">): Build {
	const images = new Map<string, Image>();
	const diagnostics: Diagnostic[] = [];
	for (const program of programs) {
		const {
			image,
			diagnostics: found,
			undefinedFunctions,
		} = compile(
			program.files.filter((file) => file.path.endsWith(".c")),
			{ name: program.name, include: (path) => findInclude(program, path), define: { ...options.define } },
		);
		diagnostics.push(...found);
		const unknown = undefinedFunctions.filter(({ name }) => name !== "main" && !isKnownTrap(name));
		diagnostics.push(...unknown.map(withoutDefinition));
		if (image !== null) images.set(program.name, image);
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
		const system = systemFile(path);
		if (system !== undefined) return system;
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

/** Says of a function that nobody defines and the computer does not know what will come of using it. */
function withoutDefinition({ name, use, declaration, isStandard }: UndefinedFunction): Diagnostic {
	if (isStandard)
		return {
			severity: "warning",
			message: `'${name}' is not supported on this computer: calling it ends the process with SIGSYS`,
			span: use,
			notes: [],
		};
	return {
		severity: "error",
		message: `'${name}' is used here but defined nowhere`,
		span: use,
		notes: [{ message: `'${name}' is only declared, here`, span: declaration }],
	};
}
