// What command-line.mjs exports.
import type { ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

export function commandLine<O extends Options = Record<never, never>>(
	usage: string,
	accepted?: { readonly options?: O; readonly takesWords?: boolean },
): {
	readonly words: readonly string[];
	readonly values: ReturnType<typeof parseArgs<{ options: O }>>["values"];
};
