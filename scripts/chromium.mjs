// Finds a Chromium for the browser tests: an installed one, else Playwright's own, else Debian's through apt.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./installed.mjs";

const INSTALLED = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/snap/bin/chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];
const DOWNLOAD_LIMIT = 240_000;

/** The path of a browser that starts, or null after saying what to type. */
export async function findChromium() {
	return installed() ?? (await downloaded()) ?? fromApt() ?? advise();
}

function installed() {
	const named = process.env.CHROMIUM_PATH;
	if (named !== undefined && !existsSync(named)) {
		console.error(`CHROMIUM_PATH names ${named}, which does not exist; looking elsewhere.`);
	}
	return [named, ...INSTALLED].find((path) => path !== undefined && existsSync(path)) ?? null;
}

async function downloaded() {
	const { chromium } = await import("@playwright/test");
	if (existsSync(chromium.executablePath())) return chromium.executablePath();
	console.log("No browser found; downloading Playwright's Chromium …");
	const cli = resolve(root, "node_modules/@playwright/test/cli.js");
	const result = spawnSync(process.execPath, [cli, "install", "chromium"], {
		stdio: "inherit",
		timeout: DOWNLOAD_LIMIT,
	});
	return result.status === 0 && existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function fromApt() {
	if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
	console.log("Installing Debian's chromium …");
	const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
	spawnSync("apt-get", ["update", "-qq"], options);
	spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
	return installed();
}

function advise() {
	console.error(
		"The browser tests need a Chromium. Type one of these, then run npm test again:\n" +
			"    npx playwright install --with-deps chromium\n" +
			"    sudo apt-get install chromium\n" +
			"or set CHROMIUM_PATH to a browser you have.",
	);
	return null;
}
