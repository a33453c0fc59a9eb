// Labels that a lesson puts on lines of its programs: `//@ name reader`, `//@ fill`.

export interface Label {
	/** What stands behind `//@`, trimmed. */
	readonly text: string;
	/** From 1. */
	readonly line: number;
}

/** The labels of a source text, in order. */
export function labels(text: string): Label[] {
	const found: Label[] = [];
	text.split("\n").forEach((line, i) => {
		const match = /\/\/@[ \t]*(.*?)\s*$/.exec(line);
		if (match !== null) found.push({ text: match[1]!, line: i + 1 });
	});
	return found;
}
