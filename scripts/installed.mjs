// Installs the packages when node_modules is missing or older than package-lock.json. Uses nothing but Node.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = resolve(root, "node_modules/.cache/interprocess/installed");

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Interprocess needs Node 20.19 or newer; this is ${process.version}. Install a newer one from https://nodejs.org and try again.`,
	);
	process.exit(1);
}

/** Runs npm ci unless it already ran for this very lock file. */
export function ensureInstalled() {
	const wanted = createHash("sha256")
		.update(readFileSync(resolve(root, "package-lock.json")))
		.digest("hex");
	if (readStamp() === wanted) return;
	console.error("Installing packages (npm ci) …");
	const result = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
		cwd: root,
		stdio: ["ignore", 2, 2],
		shell: process.platform === "win32",
	});
	if (result.status !== 0) {
		console.error(
			"npm ci failed. It needs the npm registry: check the network, then run the same command again.",
		);
		process.exit(result.status ?? 1);
	}
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, wanted);
}

function readStamp() {
	try {
		return readFileSync(stamp, "utf8");
	} catch {
		return null;
	}
}
