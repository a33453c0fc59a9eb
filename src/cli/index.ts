// The room `cli`: the simulator without a browser. `main` takes the words of the command line, returns the exit status.

import "../explain/channels.ts";
import { parseCommand, USAGE, UsageError } from "./arguments.ts";
import { batch } from "./batch.ts";
import { execute, type Terminals } from "./run.ts";
import { BrokenPipe, writeText } from "./streams.ts";

const WRONG_USAGE = 2;
/** What a shell shows of a command that SIGPIPE ended. */
const KILLED_BY_SIGPIPE = 128 + 13;

export function main(words: readonly string[], terminals: Terminals): number {
	try {
		const request = parseCommand(words);
		if (request.command === "batch") return batch(request);
		if (request.command !== "help") return execute(request, terminals);
		writeText(1, USAGE);
		return 0;
	} catch (error) {
		if (error instanceof BrokenPipe) return KILLED_BY_SIGPIPE;
		if (!(error instanceof UsageError)) throw error;
		writeText(2, `ipc: ${error.message}\nTry: npm run -s ipc -- --help\n`);
		return WRONG_USAGE;
	}
}
