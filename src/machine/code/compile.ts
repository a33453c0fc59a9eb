// From C files to an image: parse each, generate code, link with what they need of the library.

import { type Diagnostic, invariant, type Span } from "../../base/index.ts";
import { type ParseOptions, parse } from "../c/index.ts";
import { SYSTEM_DIRECTORY } from "../c/preprocessor.ts";
import { spanOf } from "../c/tokens.ts";
import { declaring } from "../libc/declaring.ts";
import { definitions, guardedHeap, header, headerNames, type LibraryFile } from "../libc/index.ts";
import { type Ledger, watched } from "../vm/guarded-memory.ts";
import type { Image } from "./image.ts";
import { link } from "./link.ts";
import { generateUnit, type UnitCode } from "./units.ts";

export interface SourceFile {
	readonly path: string;
	readonly text: string;
}

export interface CompileOptions {
	/** The program's name. */
	readonly name: string;
	/** The text of `#include "path"`. */
	readonly include?: (path: string) => string | undefined;
	/** The text of `#include <path>` where it is found before the system's header of that name. */
	readonly folders?: ParseOptions["folders"];
	/** Directives before the first line of every file. */
	readonly before?: string | undefined;
	/** Object macros; a name here wins over the files' own `#define`. */
	readonly define?: Readonly<Record<string, string>>;
	/** The program is to be watched for misuse of its memory; what is found is noted there. */
	readonly ledger?: Ledger | undefined;
}

export interface Compiled {
	/** Null when there is any error. */
	readonly image: Image | null;
	readonly diagnostics: readonly Diagnostic[];
	/** The functions that are used and defined nowhere: calling one stops the processor with its name. */
	readonly undefinedFunctions: readonly UndefinedFunction[];
}

export interface UndefinedFunction {
	readonly name: string;
	/** Where it is used first; null when the library does. */
	readonly use: Span | null;
	/** Whether the program can come to a use of it from its beginning; the statement, or null when the library's. */
	readonly isReached: boolean;
	readonly reached: Span | null;
	/** Where it is declared. */
	readonly declaration: Span;
	/** Whether it is declared only by being called. */
	readonly isImplicit: boolean;
	/** Whether one of the system's headers declares it. */
	readonly isStandard: boolean;
}

/**
 * Compiles C files and links them into a program. Functions that are declared but defined nowhere become traps. Wrong C
 * gives diagnostics, never an exception.
 */
export function compile(files: readonly SourceFile[], options: CompileOptions): Compiled {
	const diagnostics: Diagnostic[] = [];
	const units: UnitCode[] = [];
	const { ledger } = options;
	const { before, define, folders, include } = options;
	const own = { include, folders, define, before };
	const parsed = files.map((file) => parse(file, { headers: header, ...own, declaring, known: headerNames }));
	for (const { diagnostics: found, unit: tree } of parsed) {
		diagnostics.push(...found);
		if (tree === null) continue;
		const unit = generateUnit(tree, isSystemFile, ledger !== undefined);
		diagnostics.push(...unit.diagnostics);
		units.push(unit);
	}
	if (diagnostics.some(({ severity }) => severity === "error"))
		return { image: null, diagnostics, undefinedFunctions: [] };
	if (ledger !== undefined && !units.some(definesHeap))
		units.push({ ...libraryUnit(guardedHeap), library: false });
	const linked = link(units, { unitDefining, declares }, options.name, ledger !== undefined);
	const undefinedFunctions = linked.undefinedFunctions.map(
		({
			symbol: { name: written, label: name = written, firstUse, implicit, place },
			reached,
		}): UndefinedFunction => ({
			name,
			use: ownPlace(firstUse),
			isReached: reached !== null,
			reached: ownPlace(reached),
			declaration: spanOf(place),
			isImplicit: implicit,
			isStandard: isSystemFile(place.file) || declares(name),
		}),
	);
	const image = linked.image === null || ledger === undefined ? linked.image : watched(linked.image, ledger);
	return { image, diagnostics: [...diagnostics, ...linked.diagnostics], undefinedFunctions };
}

function declares(name: string): boolean {
	return declaring(name)?.isFunction === true;
}

/** Whether the program has a heap of its own. */
function definesHeap({ functions }: UnitCode): boolean {
	return functions.some(({ library, symbol }) => !library && symbol.name === "malloc");
}

function ownPlace(place: Span | null): Span | null {
	return place === null || isSystemFile(place.file) ? null : spanOf(place);
}

/** The text of a system header by the name that places in it have; undefined for any other file. */
export function systemFile(path: string): string | undefined {
	return isSystemFile(path) ? (header(path.slice(SYSTEM_DIRECTORY.length)) ?? "") : undefined;
}

function isSystemFile(file: string): boolean {
	return file.startsWith(SYSTEM_DIRECTORY);
}

const libraryUnits = new Map<string, UnitCode>();

/** The library's unit that defines a name, compiled once; null when there is none. */
function unitDefining(name: string): UnitCode | null {
	const file = definitions.get(name);
	return file === undefined ? null : libraryUnit(file);
}

function libraryUnit(file: LibraryFile): UnitCode {
	const known = libraryUnits.get(file.path);
	if (known !== undefined) return known;
	const { unit, diagnostics } = parse(file, { headers: header, isLibrary: true });
	invariant(unit !== null, `the library compiles: ${file.path}: ${diagnostics[0]?.message}`);
	const compiled = generateUnit(unit, () => true);
	libraryUnits.set(file.path, compiled);
	return compiled;
}
