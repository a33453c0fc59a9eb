// The programs that the reference runs: one file each, with Linux's real sizes. Their answers were recorded on Linux.
import { START_OPTIONS, type Work } from "../session/playground.ts";

export interface ReferenceProgram {
	/** `p-05-end-of-file` */
	readonly name: string;
	readonly text: string;
	/** The headers of its own that it includes, those of its headers too. */
	readonly headers: readonly { readonly path: string; readonly text: string }[];
	/** What standard input holds; null: it is a terminal. */
	readonly stdin: string | null;
}

/** In its first comment: the program acts as root. */
const AS_ROOT = /^\/\*(?:(?!\*\/)[\s\S])*\bas root\b/;
/** In its first comment: what is typed at its terminal. */
const TYPED = /^\/\*(?:(?!\*\/)[\s\S])*\bwhere "([^"]*)" is typed\b/;
/** In its first comment: how many queues of System V there may be. */
const QUEUES = /^\/\*(?:(?!\*\/)[\s\S])*\bat most (\d+) System V queues\b/;
/** Statements after which a program of the reference has shown what it has to show. */
const MOST_STEPS = 100_000;

/** The program as the playground opens it; the title is what its first comment says. */
export function workOfProgram({ headers, name, stdin, text }: ReferenceProgram): Work {
	const queues = QUEUES.exec(text)?.[1];
	const files = [{ path: `${name}.c`, text }, ...headers];
	return {
		version: 1,
		title: titleOf(text) ?? name,
		programs: [{ name, files }],
		options: {
			...START_OPTIONS,
			profile: "linux",
			terminal: stdin === null,
			typing: stdin === null,
			stdin: stdin ?? TYPED.exec(text)?.[1]?.replaceAll("\\n", "\n") ?? "",
			maxSteps: MOST_STEPS,
			limits: queues === undefined ? {} : { queues: Number(queues) },
			...(AS_ROOT.test(text) ? { user: "root" } : {}),
		},
	};
}

/** The first comment without the numbers of the facts it shows: at most 80 characters, as a work's title. */
function titleOf(text: string): string | null {
	const comment = /^\/\*\s*([\s\S]*?)\s*\*\//.exec(text)?.[1] ?? /^\/\/\s*(.*)/.exec(text)?.[1];
	if (comment === undefined) return null;
	const words = comment
		.replace(/\s+/g, " ")
		.replace(/^(?:[A-Z]+-\d+[a-z]?(?:\s*(?:,|to|and|-)\s*)?)+:\s*/, "")
		.replace(/\s*stdin: .*$/, "");
	const title = words.charAt(0).toUpperCase() + words.slice(1);
	return title.length <= 80 ? title : `${title.slice(0, 79).trimEnd()}…`;
}
