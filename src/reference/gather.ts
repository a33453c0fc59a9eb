// Reads the programs of the reference and of the lessons from the tree and runs them: for the build, in Node.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Lesson } from "../lessons/index.ts";
import { readBook } from "../lessons/proof.ts";
import { collect } from "./collect.ts";
import type { Reference } from "./reference.ts";
import { type ReferenceProgram, workOfProgram } from "./work.ts";

/** Programs whose answers were recorded on Linux; the second holds those that need /bin, another machine, or a sentence. */
const FOLDERS = ["computer/programs", "reference/programs"];
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
	const programs = [...FOLDERS.flatMap((folder) => readPrograms(src, join(src, folder))), letters];
	const reference = collect(programs, readLessons(join(src, "lessons/book")));
	const used = new Set(reference.endings.map(({ moment }) => moment.program));
	const shown = programs.filter(({ name }) => used.has(name));
	return {
		reference,
		works: Object.fromEntries(shown.map((program) => [program.name, workOfProgram(program)])),
	};
}

/** All programs of a folder; headers of their own lie beside them or with the rows. */
export function readPrograms(src: string, folder: string): ReferenceProgram[] {
	const read = (name: string) => readFileSync(join(folder, name), "utf8");
	const header = (name: string) => {
		const path = [folder, join(src, "computer/programs")].map((each) => join(each, name)).find(existsSync);
		return path === undefined ? null : readFileSync(path, "utf8");
	};
	const records = JSON.parse(read("linux.json")) as { [file: string]: { readonly stdin?: string | null } };
	return readdirSync(folder)
		.filter((name) => name.endsWith(".c"))
		.sort()
		.map((name) => ({
			name: basename(name, ".c"),
			text: read(name),
			headers: headersOf(read(name), header),
			stdin: records[name] === undefined ? "" : (records[name].stdin ?? null),
		}));
}

/** What the program includes by quotes and is no header of the library. */
function headersOf(text: string, read: (name: string) => string | null): { path: string; text: string }[] {
	const found = new Map<string, string>();
	const waiting = [text];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		for (const [, path = ""] of next.matchAll(/^#include "([\w-]+\.h)"/gm)) {
			const header = found.has(path) ? null : read(path);
			if (header === null) continue;
			found.set(path, header);
			waiting.push(header);
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
