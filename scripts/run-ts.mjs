// Bundles one TypeScript file with Vite's bundler and runs it in Node: node scripts/run-ts.mjs FILE.ts ARG…
import { mkdirSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./installed.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const outDir = resolve(root, "node_modules/.cache/interprocess");

/** Bundles `entry` (relative to the project) and returns the path of the module that Node can load. Builds use it while they run, so it installs nothing. */
export async function bundle(entry) {
	const { build } = await import("vite");
	mkdirSync(outDir, { recursive: true });
	const name = `${basename(entry).replace(/\.\w+$/, "")}-${process.pid}.mjs`;
	await build({
		root,
		configFile: false,
		logLevel: "error",
		build: {
			ssr: entry,
			outDir,
			emptyOutDir: false,
			minify: false,
			target: "node20",
			rolldownOptions: { output: { entryFileNames: name } },
		},
	});
	return resolve(outDir, name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	ensureInstalled();
	const [, , entry, ...rest] = process.argv;
	const module = await bundle(resolve(process.cwd(), entry));
	process.argv = [process.argv[0], module, ...rest];
	await import(pathToFileURL(module).href);
}
