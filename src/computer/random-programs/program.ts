// A random program as a tree of statements, and its text in C.

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

/** What programs of one kind are made of. */
export interface Pieces {
	/** A file of C: includes, then definitions with an empty line between them. */
	readonly text: string;
	/** The statements before the last one of main. */
	readonly close: readonly string[];
}

/** How programs of one kind become C. */
export class Texts {
	/** The includes, without the comment above them. */
	readonly #head: string;
	readonly #definitions: readonly string[];
	readonly #pieceOf: ReadonlyMap<string, string>;
	readonly #close: readonly string[];

	constructor({ close, text }: Pieces) {
		const [first, ...rest] = text.trimEnd().split("\n\n") as [string, ...string[]];
		this.#head = first.replace(/^\/\*.*\*\/\n/, "");
		this.#definitions = rest.filter((piece) => !/^\/\* ---- .*\*\/$/.test(piece));
		this.#pieceOf = new Map(
			this.#definitions.flatMap((piece) => namesOf(piece).map((name) => [name, piece] as const)),
		);
		this.#close = close;
	}

	/** The program as one file of C, with those of the pieces that it needs. */
	one(program: RandomProgram): string {
		const body = this.#bodyOf(program);
		const becomesAnother = body.some((line) => line.includes("become_another"));
		const main = [...(becomesAnother ? mainThatLooks : mainAlone), ...body, "}"].join("\n");
		return `${[this.#head, ...this.#needed(main), main].join("\n\n")}\n`;
	}

	/** Programs as one file of C, which `cc` builds faster than as many: the first argument is the index of the one that runs. */
	all(programs: readonly RandomProgram[]): string {
		const functions = programs.map((program, i) =>
			[`static int main_${i}(void)`, "{", ...this.#bodyOf(program), "}"].join("\n"),
		);
		const cases = programs.map((_, i) => `\tcase ${i}: return main_${i}();`);
		const looks = this.#pieceOf.has("become_another")
			? [...mainThatLooks.slice(0, 3), "\tif (argv[1][0] == 'l') {", ...mainThatLooks.slice(4)]
			: mainThatLooks.slice(0, 2);
		const main = [...looks, "\tswitch (atoi(argv[1])) {", ...cases, "\t}", "}"].join("\n");
		return `${[this.#head, ...this.#definitions, ...functions, main].join("\n\n")}\n`;
	}

	#bodyOf({ end, statements }: RandomProgram): string[] {
		const lines = statements.flatMap((statement) => linesOf(statement, "\t"));
		return [...lines, ...this.#close.map((line) => `\t${line}`), `\t${end}`];
	}

	/** The pieces whose names a text mentions, and those that these mention, in the order of their definitions. */
	#needed(text: string): string[] {
		const found = new Set<string>();
		const open = [text];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			for (const [name] of next.matchAll(/\b[a-z]\w*\b/g)) {
				const piece = this.#pieceOf.get(name);
				if (piece === undefined || found.has(piece)) continue;
				found.add(piece);
				open.push(piece);
			}
		}
		return this.#definitions.filter((piece) => found.has(piece));
	}
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

/** The names that a piece defines. */
function namesOf(piece: string): string[] {
	const definition = piece.replace(/^\/\*.*\*\/\n/, "");
	const lines = definition.split("\n");
	if (lines[1] === "{") return [/(\w+)\(/.exec(definition)?.[1] ?? ""];
	const last = (lines.at(-1) as string).replace(/^static /, "").replace(/\{.*\}/, "");
	return [...last.matchAll(/(\w+)(?:\[\w+\])?(?: = [^,;]*)?[,;]/g)].map((match) => match[1] as string);
}
