// npm start: installs if needed, builds the book, serves it and prints its address.
import { commandLine } from "./command-line.mjs";
import { ensureInstalled, root } from "./installed.mjs";

commandLine("usage: npm start (the variable PORT says where, 5173 else)");
ensureInstalled();
const { build, preview } = await import("vite");
console.log("Building the book …");
await build({ root, logLevel: "error" });
const server = await preview({ root, preview: { port: Number(process.env.PORT ?? 5173) } });
console.log("The book is open at:");
server.printUrls();
console.log("  Press Ctrl+C to close it.");
