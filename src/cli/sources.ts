// C files from the disk, as programs for the computer.

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ProgramSource } from "../computer/index.ts";
import { type RunRequest, UsageError } from "./arguments.ts";

/** The programs of a request, the one that runs first. Throws UsageError for a file that cannot be read. */
export function readPrograms(request: RunRequest): ProgramSource[] {
	const include = (path: string) => findHeader(path, request.include);
	const read = (path: string) => ({ path, text: readText(path) });
	const first = basename(request.files[0] as string, ".c");
	const programs = [{ name: first, files: request.files.map(read), include }];
	for (const [name, files] of request.programs) {
		if (name === first) throw new UsageError(`--program ${name}: the program that runs first has this name`);
		programs.push({ name, files: files.map(read), include });
	}
	return programs;
}

/** A file as it is. Throws UsageError. */
export function readBytes(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new UsageError(`cannot read ${path}: ${reason(error)}`);
	}
}

function readText(path: string): string {
	return new TextDecoder().decode(readBytes(path));
}

/** The compiler asks for a path beside the including file first, then for the bare name. */
function findHeader(path: string, folders: readonly string[]): string | undefined {
	for (const candidate of [path, ...folders.map((folder) => join(folder, path))]) {
		if (existsSync(candidate)) return new TextDecoder().decode(readFileSync(candidate));
	}
	return undefined;
}

function reason(error: unknown): string {
	const code = (error as NodeJS.ErrnoException).code;
	if (code === "ENOENT") return "there is no such file";
	if (code === "EISDIR") return "it is a directory";
	if (code === "EACCES") return "permission denied";
	return error instanceof Error ? error.message : String(error);
}
