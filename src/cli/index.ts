// The room `cli`: the simulator without a browser. `main` takes the words of the command line, returns the exit status.

import "../explain/channels.ts";
import { parseCommand, USAGE, UsageError } from "./arguments.ts";
import { batch } from "./batch.ts";
import { execute, type Terminals } from "./run.ts";
import { BrokenPipe, Unwritable, writeText } from "./streams.ts";

/** As of any command whose output is lost. */
const OUTPUT_LOST = 1;
const WRONG_USAGE = 2;
/** What a shell shows of a command that SIGPIPE ended. */
const KILLED_BY_SIGPIPE = 128 + 13;

export function main(words: readonly string[], terminals: Terminals): number {
	try {
		return obey(words, terminals);
	} catch (error) {
		if (error instanceof BrokenPipe) return KILLED_BY_SIGPIPE;
		if (!(error instanceof Unwritable)) throw error;
		complain(error.message);
		return OUTPUT_LOST;
	}
}

/** Where nobody can be told, the status says it alone. */
function complain(message: string): void {
	try {
		writeText(2, `ipc: ${message}\n`);
	} catch (error) {
		if (!(error instanceof BrokenPipe || error instanceof Unwritable)) throw error;
	}
}

function obey(words: readonly string[], terminals: Terminals): number {
	try {
		const request = parseCommand(words);
		if (request.command === "batch") return batch(request);
		if (request.command !== "help") return execute(request, terminals);
		writeText(1, USAGE);
		return 0;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		writeText(2, `ipc: ${error.message}\nTry: npm run -s ipc -- --help\n`);
		return WRONG_USAGE;
	}
}
