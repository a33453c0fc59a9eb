// Building: C becomes images, and of what the computer does not know it is said where it is used.

import { type Diagnostic, formatDiagnostic, type Span } from "../base/index.ts";
import { compile, IMPLICIT, type Ledger, systemFile, type UndefinedFunction } from "../machine/compiler.ts";
import type { Image } from "../machine/index.ts";
import { isKnownTrap } from "./abi.ts";
import type { Build, ProgramSource } from "./loader.ts";
import type { Options } from "./options.ts";

/** Compiles the programs; the first one is the one that runs. With a ledger they are watched for misuse of their memory. */
export function build(
	programs: readonly ProgramSource[],
	options: Pick<Options, "define"> & { readonly ledger?: Ledger },
): Build {
	const images = new Map<string, Image>();
	const diagnostics: Diagnostic[] = [];
	for (const program of programs) {
		const {
			image,
			diagnostics: found,
			undefinedFunctions,
		} = compile(
			program.files.filter((file) => file.path.endsWith(".c")),
			{
				name: program.name,
				include: (path) => findInclude(program, path),
				folders: program.folders,
				before: program.macros,
				define: { ...options.define },
				ledger: options.ledger,
			},
		);
		const unknown = undefinedFunctions.filter(({ name }) => name !== "main" && !isKnownTrap(name));
		const undeclared = new Map<Diagnostic, UndefinedFunction>();
		for (const each of unknown) {
			const warning = each.isStandard ? undefined : found.find((one) => isImplicit(one, each.declaration));
			if (warning !== undefined) undeclared.set(warning, each);
			else diagnostics.push(...withoutDefinition(each));
		}
		diagnostics.push(...found.map((each) => asError(each, undeclared.get(each))));
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
function withoutDefinition(unknown: UndefinedFunction): Diagnostic[] {
	const { name, use, isReached, reached, declaration, isStandard } = unknown;
	if (!isStandard)
		return [
			{
				severity: "error",
				message: `'${name}' is used here but defined nowhere`,
				span: use,
				notes: [{ message: `'${name}' is only declared, here`, span: declaration }],
			},
		];
	// A wrapper that nobody calls does not matter.
	if (!isReached) return [];
	return [
		{
			severity: "warning",
			message: `'${name}' is not supported on this computer: calling it ends the process with SIGSYS`,
			span: reached ?? use,
			notes: [],
		},
	];
}

function isImplicit({ message, span }: Diagnostic, { file, line, column }: Span): boolean {
	return message.startsWith(IMPLICIT) && span?.file === file && span.line === line && span.column === column;
}

/** The warning of a call that declares its function becomes an error when no such function is anywhere. */
function asError(warning: Diagnostic, undeclared: UndefinedFunction | undefined): Diagnostic {
	if (undeclared === undefined) return warning;
	return { ...warning, severity: "error", message: `call to undeclared function '${undeclared.name}'` };
}
