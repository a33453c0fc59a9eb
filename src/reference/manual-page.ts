// Reads a manual page, the few macros of man(7) that the textbook's own pages use.

export interface ManualRun {
	readonly text: string;
	readonly look: "plain" | "bold" | "italic";
}

export type ManualLine = readonly ManualRun[];

export type ManualBlock =
	| { readonly kind: "text"; readonly runs: ManualLine }
	| { readonly kind: "item"; readonly term: ManualLine; readonly runs: ManualLine }
	| { readonly kind: "code"; readonly lines: readonly ManualLine[] };

/** A section with its heading, or a part of one. */
export interface ManualPart {
	readonly title: string;
	readonly within: boolean;
	readonly blocks: readonly ManualBlock[];
}

const LOOKS = { B: "bold", I: "italic", R: "plain" } as const;

/** The parts of a page of man(7). Throws an Error that names line and macro where it knows no such macro. */
export function readManualPage(text: string): readonly ManualPart[] {
	const parts: { title: string; within: boolean; blocks: ManualBlock[] }[] = [];
	let runs: ManualRun[] = [];
	let term: ManualLine | null = null;
	/** The next line is what an item is about. */
	let awaitsTerm = false;
	let code: ManualLine[] | null = null;
	const end = (): void => {
		const blocks = parts.at(-1)?.blocks;
		if (term !== null) blocks?.push({ kind: "item", term, runs });
		else if (runs.length > 0) blocks?.push({ kind: "text", runs });
		runs = [];
		term = null;
	};
	const add = (line: ManualLine): void => {
		if (code !== null) code.push(line);
		else if (awaitsTerm) {
			term = line;
			awaitsTerm = false;
		} else runs.push(...(runs.length > 0 ? [{ text: " ", look: "plain" } as const] : []), ...line);
	};
	for (const [index, line] of text.split("\n").entries()) {
		if (line === "" || line.startsWith('.\\"')) continue;
		if (!line.startsWith(".")) {
			add([{ text: unescaped(line), look: "plain" }]);
			continue;
		}
		const [macro = "", ...words] = wordsOf(line.slice(1));
		if (macro === "SH" || macro === "SS") {
			end();
			parts.push({ title: words.join(" "), within: macro === "SS", blocks: [] });
		} else if (macro === "PP" || macro === "TP") {
			end();
			awaitsTerm = macro === "TP";
		} else if (macro === "nf" || macro === "EX") {
			end();
			code = [];
		} else if (macro === "fi" || macro === "EE") {
			if (code !== null) parts.at(-1)?.blocks.push({ kind: "code", lines: code });
			code = null;
			// In a synopsis .PP stands between lines.
			runs = [];
		} else if (macro === "B" || macro === "I") add([{ text: words.join(" "), look: LOOKS[macro] }]);
		else if (/^[BIR]{2}$/.test(macro)) {
			add(words.map((word, i) => ({ text: word, look: LOOKS[macro[i % 2] as keyof typeof LOOKS] })));
		} else if (macro !== "TH" && macro !== "in") throw new Error(`line ${index + 1}: .${macro} is not known`);
	}
	end();
	return parts;
}

/** The words of a macro's line; quotes hold blanks together, a doubled quote in them is one. */
function wordsOf(line: string): readonly string[] {
	const found = line.matchAll(/"((?:[^"]|"")*)"|\S+/g);
	return [...found].map(([all, quoted]) => unescaped(quoted?.replaceAll('""', '"') ?? all));
}

function unescaped(text: string): string {
	return text.replaceAll("\\-", "-").replaceAll("\\&", "");
}
