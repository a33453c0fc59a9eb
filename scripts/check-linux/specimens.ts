// The programs of the tree that can be run both on Linux and here, each with the rule by which the two are compared.

import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readBook, specimensOf } from "../../src/lessons/check/index.ts";

const SRC = resolve("src");

/**
 * `same`: output, end and system calls are the same. `some-order`: what Linux did is among what the orders of the processes
 * can do here. `stuck-too`: one that waits or runs for ever there does so here, and what it printed is the same.
 */
export type Rule = "same" | "some-order" | "stuck-too";

export interface Specimen {
	/** Where it is, from src on; of a lesson, which of its programs. */
	readonly name: string;
	readonly rule: Rule;
	/** The program that runs first comes first. */
	readonly programs: readonly {
		readonly name: string;
		readonly files: readonly { readonly path: string; readonly text: string }[];
	}[];
	readonly stdin: string;
}

const FOLDERS: readonly (readonly [folder: string, rule: Rule])[] = [
	["computer/programs", "same"],
	["machine/programs", "same"],
	["machine/libc/programs", "same"],
	["explain/programs", "stuck-too"],
	["app/playground/examples", "some-order"],
];

/** Programs whose system calls differ for a reason that is known; their output and end are compared all the same. */
export const KNOWN: Readonly<Record<string, string>> = {
	"computer/programs/st-03-perror.c":
		"glibc's perror writes to a duplicate of standard error; here it writes at once",
	"computer/programs/st-05-streams.c": "glibc's fseek seeks to the beginning of a block and reads from there",
};

/** What writes without end is stopped by other limits there than here. */
const ENDLESS: ReadonlySet<string> = new Set(["app/playground/examples/never-ends.c"]);

/** All of them, in the order of their names. */
export function specimens(): Specimen[] {
	return [...FOLDERS.flatMap(([folder, rule]) => fromFolder(folder, rule)), ...lessons()].filter(
		({ name }) => !ENDLESS.has(name),
	);
}

function fromFolder(folder: string, rule: Rule): Specimen[] {
	const path = join(SRC, folder);
	const read = (name: string) => ({ path: name, text: readFileSync(join(path, name), "utf8") });
	const names = readdirSync(path).sort();
	const headers = names.filter((name) => name.endsWith(".h")).map(read);
	return names
		.filter((name) => name.endsWith(".c"))
		.map((name) => ({
			name: `${folder}/${name}`,
			rule,
			programs: [{ name: basename(name, ".c"), files: [read(name), ...headers] }],
			stdin: stdinOf(read(name).text),
		}));
}

/** The text after `stdin:` in a program's first comment, with \n spelled out. */
function stdinOf(text: string): string {
	return (/^\/\*.*?stdin: (.*?) \*\//.exec(text)?.[1] ?? "").replaceAll("\\n", "\n");
}

function lessons(): Specimen[] {
	const folder = join(SRC, "lessons/book");
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
		/\.(md|c|h)$/.test(path),
	);
	const files = new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
	return [...readBook(files).lessons].flatMap(([id, read]) =>
		specimensOf(read).map(({ name, programs }) => ({
			name: `${relative(SRC, folder)}/${id} (${name})`,
			rule: "some-order" as const,
			programs: programs.map((program) => ({
				name: program.name,
				files: program.files.map(({ path, text }) => ({ path: path.replace(`${dirname(path)}/`, ""), text })),
			})),
			stdin: "",
		})),
	);
}
