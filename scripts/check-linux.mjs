// npm run check:linux [WORD…] [--random N] [--sockets] [--messages] [--seed S] [--record]: the same programs on this Linux and on the simulated
// computer, compared.
import { pathToFileURL } from "node:url";
import { bundle } from "./run-ts.mjs";

const { main } = await import(pathToFileURL(await bundle("scripts/check-linux/index.ts")).href);
process.exitCode = main(process.argv.slice(2));
