// npm run -s ipc -- …: the command line. Bundles src/cli once for each state of the sources, then runs it.
import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { isatty } from "node:tty";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./installed.mjs";

const root = resolve(import.meta.dirname, "..");
const cache = join(root, "node_modules/.cache/interprocess/ipc");
const ROOMS = ["base", "kernel", "machine", "computer", "userland", "timeline", "explain", "lessons", "cli"];
/** Bundles of other states of the sources are thrown away after so long. */
const KEPT_MILLISECONDS = 24 * 3600 * 1000;

/** What the bundle depends on, as a name for it. */
function stateOfSources() {
	const hash = createHash("sha256");
	const files = [join(root, "package-lock.json"), import.meta.filename];
	for (const room of ROOMS) {
		const folder = join(root, "src", room);
		for (const path of readdirSync(folder, { recursive: true })) {
			if (/\.(ts|c|h)$/.test(path) && !path.endsWith(".test.ts")) files.push(join(folder, path));
		}
	}
	for (const file of files.sort())
		hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
	return hash.digest("hex").slice(0, 24);
}

/** Several commands may do this at once: each makes its own and puts it in its place in one move. */
async function bundle(target) {
	ensureInstalled();
	const { build } = await import("vite");
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, "making-"));
	await build({
		root,
		configFile: false,
		logLevel: "error",
		build: {
			ssr: "src/cli/index.ts",
			outDir: folder,
			minify: false,
			target: "node20",
			rolldownOptions: { output: { entryFileNames: "ipc.mjs" } },
		},
	});
	renameSync(join(folder, "ipc.mjs"), target);
	rmSync(folder, { recursive: true, force: true });
	dropOld();
}

function dropOld() {
	for (const name of readdirSync(cache)) {
		const path = join(cache, name);
		const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
		if (age > KEPT_MILLISECONDS) rmSync(path, { recursive: true, force: true });
	}
}

const target = join(cache, `${stateOfSources()}.mjs`);
if (!existsSync(target)) await bundle(target);
// npm run goes to the project's folder; paths are meant from where the command was typed.
if (process.env.npm_lifecycle_event === "ipc" && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const { main } = await import(pathToFileURL(target).href);
process.exitCode = main(process.argv.slice(2), { stdin: isatty(0), stdout: isatty(1), stderr: isatty(2) });
