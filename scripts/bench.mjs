// npm run bench [WORD…]: measures the figures (only those whose name has one of the words) and prints them as a table.
import { pathToFileURL } from "node:url";
import { commandLine } from "./command-line.mjs";
import { ensureInstalled } from "./installed.mjs";
import { bundle } from "./run-ts.mjs";

const { words } = commandLine("usage: npm run bench [-- WORD…]", { takesWords: true });
ensureInstalled();
const { bench } = await import(pathToFileURL(await bundle("scripts/bench/index.ts")).href);
await bench(words);
