// npm run check:linux: the same programs on this Linux and on the simulated computer, compared.
import { pathToFileURL } from "node:url";
import { commandLine } from "./command-line.mjs";
import { bundle } from "./run-ts.mjs";

const USAGE = `usage: npm run check:linux [-- WORD…]
       npm run check:linux -- --random N [--sockets] [--messages] [--seed S]
       npm run check:linux -- --record [--sockets] [--messages]

Compares the programs of the tree whose names have one of the words, or all of them; or N random programs over
the calls of files, pipes and processes, of sockets, or of messages. --record writes down the answers of this
Linux that the tests know.`;

const { values, words } = commandLine(USAGE, {
	options: {
		random: { type: "string" },
		seed: { type: "string" },
		record: { type: "boolean" },
		sockets: { type: "boolean" },
		messages: { type: "boolean" },
	},
	takesWords: true,
});
const { main } = await import(pathToFileURL(await bundle("scripts/check-linux/index.ts")).href);
process.exitCode = main(words, values);
