// A random program as a tree of statements, and its text in C.

/// <reference types="vite/types/importMeta.d.ts" />

const [pieces] = Object.values(
	import.meta.glob("./pieces.c", { query: "?raw", import: "default", eager: true }),
) as [string];

/** A statement of C, or statements that another process makes: any of them can be left out, and what is left still is a program. */
export type Statement = string | Block;

export interface Block {
	/** The line that begins it, as in `if (child(0)) {`. */
	readonly head: string;
	readonly body: readonly Statement[];
	/** How the process ends, and the closing brace. */
	readonly tail: readonly string[];
}

export interface RandomProgram {
	readonly seed: number;
	readonly statements: readonly Statement[];
	/** The last line of main. */
	readonly end: string;
}

/** The program as one file of C, with those of the pieces that it needs. */
export function textOf(program: RandomProgram): string {
	const body = bodyOf(program);
	const becomesAnother = body.some((line) => line.includes("become_another"));
	const main = [...(becomesAnother ? mainThatLooks : mainAlone), ...body, "}"].join("\n");
	return `${[head, ...needed(main), main].join("\n\n")}\n`;
}

/** Programs as one file of C, which `cc` builds faster than as many: the first argument is the index of the one that runs. */
export function textOfAll(programs: readonly RandomProgram[]): string {
	const functions = programs.map((program, i) =>
		[`static int main_${i}(void)`, "{", ...bodyOf(program), "}"].join("\n"),
	);
	const cases = programs.map((_, i) => `\tcase ${i}: return main_${i}();`);
	const main = [...mainThatLooks.slice(0, 3), "\tif (argv[1][0] == 'l') {", ...mainThatLooks.slice(4)];
	return `${[head, ...definitions, ...functions, [...main, "\tswitch (atoi(argv[1])) {", ...cases, "\t}", "}"].join("\n")].join("\n\n")}\n`;
}

const mainAlone = ["int main(void)", "{"];
const mainThatLooks = [
	"int main(int argc, char **argv)",
	"{",
	"\tprogram = argv[0];",
	"\tif (argc > 1) {",
	"\t\tlook();",
	"\t\treturn 0;",
	"\t}",
];

function bodyOf({ end, statements }: RandomProgram): string[] {
	return [...statements.flatMap((statement) => linesOf(statement, "\t")), "\tkill_all();", `\t${end}`];
}

function linesOf(statement: Statement, indent: string): string[] {
	if (typeof statement === "string") return [`${indent}${statement}`];
	const { body, head, tail } = statement;
	const inner = `${indent}\t`;
	return [
		`${indent}${head}`,
		...body.flatMap((one) => linesOf(one, inner)),
		...tail.map((line) => `${line === "}" ? indent : inner}${line}`),
	];
}

const [first, ...rest] = pieces.trimEnd().split("\n\n") as [string, ...string[]];
/** The includes, without the comment above them. */
const head = first.replace(/^\/\*.*\*\/\n/, "");
const definitions = rest.filter((text) => !/^\/\* ---- .*\*\/$/.test(text));
const pieceOf = new Map(definitions.flatMap((text) => namesOf(text).map((name) => [name, text] as const)));

/** The names that a piece defines. */
function namesOf(piece: string): string[] {
	const definition = piece.replace(/^\/\*.*\*\/\n/, "");
	const lines = definition.split("\n");
	if (lines[1] === "{") return [/(\w+)\(/.exec(definition)?.[1] ?? ""];
	const last = (lines.at(-1) as string).replace(/^static /, "").replace(/\{.*\}/, "");
	return [...last.matchAll(/(\w+)(?:\[\w+\])?(?: = [^,;]*)?[,;]/g)].map((match) => match[1] as string);
}

/** The pieces whose names a text mentions, and those that these mention, in the order of their definitions. */
function needed(text: string): string[] {
	const found = new Set<string>();
	const open = [text];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		for (const [name] of next.matchAll(/\b[a-z]\w*\b/g)) {
			const piece = pieceOf.get(name);
			if (piece === undefined || found.has(piece)) continue;
			found.add(piece);
			open.push(piece);
		}
	}
	return definitions.filter((piece) => found.has(piece));
}
