// Reads the programs of the reference and of the lessons from the tree and runs them: for the build, in Node.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Lesson } from "../lessons/index.ts";
import { readBook } from "../lessons/proof.ts";
import { collect } from "./collect.ts";
import type { Reference } from "./reference.ts";
import { type ReferenceProgram, workOfProgram } from "./work.ts";

/** Programs whose answers were recorded on Linux. */
const FOLDER = "computer/programs";
/** The mailbox's own program, which prints the same on Linux: its header is one of the computer's. */
const LETTERS = "../mailbox/letters.c";

export interface Gathered {
	readonly reference: Reference;
	/** The works that show the moments, by the program's name. */
	readonly works: { readonly [program: string]: ReturnType<typeof workOfProgram> };
}

/** `src` is the folder of the rooms. */
export function gather(src: string): Gathered {
	const letters = { name: "letters", text: readFileSync(join(src, LETTERS), "utf8"), headers: [], stdin: "" };
	const programs = [...readPrograms(join(src, FOLDER)), letters];
	const reference = collect(programs, readLessons(join(src, "lessons/book")));
	const used = new Set(reference.endings.map(({ moment }) => moment.program));
	const shown = programs.filter(({ name }) => used.has(name));
	return {
		reference,
		works: Object.fromEntries(shown.map((program) => [program.name, workOfProgram(program)])),
	};
}

function readPrograms(folder: string): ReferenceProgram[] {
	const read = (name: string) => readFileSync(join(folder, name), "utf8");
	const records = JSON.parse(read("linux.json")) as { [file: string]: { readonly stdin?: string | null } };
	return readdirSync(folder)
		.filter((name) => name.endsWith(".c"))
		.sort()
		.map((name) => ({
			name: basename(name, ".c"),
			text: read(name),
			headers: headersOf(read(name), read),
			stdin: records[name]?.stdin ?? null,
		}));
}

/** The files beside the program that it includes by quotes. */
function headersOf(text: string, read: (name: string) => string): { path: string; text: string }[] {
	const found = new Map<string, string>();
	const waiting = [text];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		for (const [, path = ""] of next.matchAll(/^#include "([\w-]+\.h)"/gm)) {
			if (found.has(path)) continue;
			found.set(path, read(path));
			waiting.push(read(path));
		}
	}
	return [...found].map(([path, header]) => ({ path, text: header }));
}

function readLessons(folder: string): Lesson[] {
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
		path.replaceAll("\\", "/"),
	);
	const files = new Map(
		paths
			.filter((path) => /\.(md|c|h|json)$/.test(path))
			.sort()
			.map((path) => [path, readFileSync(join(folder, path), "utf8")]),
	);
	return [...readBook(files).lessons.values()].map(({ lesson }) => lesson);
}
