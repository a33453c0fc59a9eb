// npm start: installs if needed, builds the book, serves it and prints its address.
import { ensureInstalled, root } from "./installed.mjs";

ensureInstalled();
const { build, preview } = await import("vite");
console.log("Building the book …");
await build({ root, logLevel: "error" });
const server = await preview({ root, preview: { port: Number(process.env.PORT ?? 5173) } });
console.log("The book is open at:");
server.printUrls();
console.log("  Press Ctrl+C to close it.");
