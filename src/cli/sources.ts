// C files from the disk, as programs for the computer.

import { readFileSync, statSync } from "node:fs";
import { basename, normalize } from "node:path";
import { decodeText, STRAY_BYTES } from "../base/index.ts";
import type { ProgramSource } from "../computer/index.ts";
import { type RunRequest, UsageError } from "./arguments.ts";

/** A file that was named on the command line and cannot be read. */
export class Unreadable extends UsageError {
	override name = "Unreadable";
}

/** The programs of a request, the one that runs first. Throws UsageError for a file that cannot be read. */
export function readPrograms(request: RunRequest): ProgramSource[] {
	const first = basename(request.files[0] as string, ".c");
	if (isInBin(request)) return readOthers(request);
	if (request.programs.has(first))
		throw new UsageError(`--program ${first}: the program that runs first has this name`);
	return [readProgram(first, request.files, request), ...readOthers(request)];
}

/** The first program is not compiled from files: it is one of the userland's. */
export function isInBin({ files }: RunRequest): boolean {
	return files.every((file) => !file.endsWith(".c"));
}

/** The programs that exec finds. Throws UsageError for a file that cannot be read. */
export function readOthers(request: RunRequest): ProgramSource[] {
	return [...request.programs].map(([name, files]) => readProgram(name, files, request));
}

/** Throws Unreadable. */
export function readProgram(
	name: string,
	files: readonly string[],
	{ include: folders, macros }: Pick<RunRequest, "include" | "macros">,
): ProgramSource {
	const inFolders = (path: string, first: number) => {
		const paths = folders.map((each) => `${each.replace(/\/*$/, "")}/${path}`);
		const folder = paths.findIndex((each, i) => i >= first && isFile(each));
		return folder < 0 ? undefined : { path: paths[folder]!, text: readText(paths[folder]!), folder };
	};
	return {
		name,
		files: files.map((path) => ({ path, text: readText(path) })),
		include: (path) => (isFile(path) ? readText(path) : undefined),
		folders: inFolders,
		macros,
	};
}

/** Where the computer's own files are: a script that would lie among them is not taken from the disk. */
const OWN_FILES = /^\/(bin|dev|etc|proc|usr)\//;

/** The script that the shell was given, if the disk has it: a file of the computer, under the path by which the shell opens it. */
export function scriptOf({ args, files }: RunRequest): { readonly [path: string]: string } {
	const [script] = args;
	if (files[0] !== "sh" || script === undefined || /^[-+]/.test(script)) return {};
	const path = normalize(script);
	if (path.startsWith("..") || OWN_FILES.test(path)) return {};
	return statSync(script, { throwIfNoEntry: false })?.isFile() ? { [path]: readText(script) } : {};
}

/** A file as it is. Throws Unreadable. */
export function readBytes(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new Unreadable(`cannot read ${path}: ${reason(error)}`);
	}
}

function readText(path: string): string {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat !== undefined && !stat.isFile() && !stat.isDirectory())
		throw new Unreadable(`cannot read ${path}: it is no regular file`);
	const text = decodeText(readBytes(path), (byte) => String.fromCharCode(STRAY_BYTES + byte));
	// As gcc reads it, a carriage return by itself ends a line.
	return text.replace(/^\ufeff/, "").replace(/\r(?!\n)/g, "\n");
}

/** Whether a file can be there; a path that no system would take (a null byte, too long) is none. */
function isFile(path: string): boolean {
	try {
		return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
	} catch {
		return false;
	}
}

function reason(error: unknown): string {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === "ENOENT") return "there is no such file";
	if (code === "EISDIR") return "it is a directory";
	if (code === "EACCES") return "permission denied";
	return error instanceof Error ? error.message : String(error);
}
