// The front end: from the text of a C file to its typed tree, or to what is wrong with it.

import type { Diagnostic } from "../../base/index.ts";
import { GiveUp, Reporter, SyntaxFailure } from "./diagnostics.ts";
import type { Declaring } from "./hints.ts";
import { type Files, preprocess, SYSTEM_DIRECTORY } from "./preprocessor.ts";
import { withoutDoubleBrackets } from "./standard-attributes.ts";
import { withoutStraySemicolons } from "./stray-semicolons.ts";
import type { TranslationUnit } from "./tree.ts";
import { translationUnit } from "./units.ts";

export { type Label, labels } from "./labels.ts";
export * from "./tree.ts";
export * from "./types.ts";

export interface ParseOptions {
	/** The text of the system header `<name>`. */
	readonly headers: (name: string) => string | undefined;
	/** The text of `"path"`. */
	readonly include?: ((path: string) => string | undefined) | undefined;
	/** The text of `<path>` where it is found before the system's header of that name. */
	readonly folders?: Files["folders"] | undefined;
	/** Object macros that win over the file's own `#define`s. */
	readonly define?: Readonly<Record<string, string>> | undefined;
	/** Directives before the first line of the file: what `-D` on a command line comes to. */
	readonly before?: string | undefined;
	/** Where the system declares a name: advice when it is used without being declared. */
	readonly declaring?: ((name: string) => Declaring | undefined) | undefined;
	/** Whether the file is the library's own, to which nobody needs to say what this machine does not have. */
	readonly isLibrary?: boolean;
	/** The names of all system headers: suggestions when one is not found. */
	readonly known?: Iterable<string> | undefined;
}

export interface Parsed {
	/** null when there is any error. */
	readonly unit: TranslationUnit | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** Reads one C file. Never throws, whatever the text; what is wrong with it is in the diagnostics. */
export function parse(file: { readonly path: string; readonly text: string }, options: ParseOptions): Parsed {
	const reporter = new Reporter((path) => path.startsWith(SYSTEM_DIRECTORY), options.isLibrary);
	const unit = attemptParse(file, options, reporter);
	return { unit: reporter.errors === 0 ? unit : null, diagnostics: inOrder(file.path, reporter.diagnostics) };
}

/** What concerns headers first; then what concerns the file itself, from top to bottom. */
function inOrder(path: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
	const own = diagnostics.filter((each) => each.span?.file === path);
	own.sort((a, b) => a.span!.line - b.span!.line || a.span!.column - b.span!.column);
	return [...diagnostics.filter((each) => each.span?.file !== path), ...own];
}

function attemptParse(
	file: { readonly path: string; readonly text: string },
	options: ParseOptions,
	reporter: Reporter,
): TranslationUnit | null {
	const files = {
		headers: options.headers,
		include: options.include ?? (() => undefined),
		folders: options.folders ?? (() => undefined),
		known: options.known ?? [],
	};
	try {
		const all = preprocess(file.path, file.text, files, options, reporter);
		const tokens = withoutStraySemicolons(withoutDoubleBrackets(all), reporter);
		return translationUnit(file.path, tokens, reporter, options.declaring);
	} catch (failure) {
		if (failure instanceof GiveUp || failure instanceof SyntaxFailure) return null;
		if (!(failure instanceof RangeError)) throw failure;
		// The stack of JavaScript itself ran out: types or trees deeper than any limit above foresees.
		if (reporter.errors === 0)
			reporter.error("the program is nested too deeply", { file: file.path, line: 1, column: 1, length: 1 });
		return null;
	}
}
