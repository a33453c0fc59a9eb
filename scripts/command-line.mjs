// The words of a script's command line: --help prints its usage, and what it does not know gets one line.
import { parseArgs } from "node:util";

/**
 * The options and words behind the script's name. `usage` is what --help prints; `options` are those of parseArgs;
 * `takesWords` says whether there may be words that are no options. Ends the script with status 2 on a wrong word.
 */
export function commandLine(usage, { options = {}, takesWords = false } = {}) {
	const known = { ...options, help: { type: /** @type {const} */ ("boolean"), short: "h" } };
	const read = parsed(known, takesWords);
	if (read.values.help) {
		console.log(usage);
		process.exit(0);
	}
	return { words: read.positionals, values: read.values };
}

function parsed(options, allowPositionals) {
	try {
		return parseArgs({ args: process.argv.slice(2), options, allowPositionals });
	} catch (error) {
		const [first] = String(error.message).split(/\. |\n/);
		console.error(`${first}: --help tells what there is`);
		process.exit(2);
	}
}
