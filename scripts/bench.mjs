// npm run bench [WORD…]: measures the figures (only those whose name has one of the words) and prints them as a table.
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./installed.mjs";
import { bundle } from "./run-ts.mjs";

ensureInstalled();
const { bench } = await import(pathToFileURL(await bundle("scripts/bench/index.ts")).href);
await bench(process.argv.slice(2));
