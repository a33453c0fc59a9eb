// npm run pictures: takes the README's pictures of the built book, light and dark, in whatever Chromium is found.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { ensureInstalled, root } from "./installed.mjs";

ensureInstalled();
const { chromium } = await import("@playwright/test");
const { build, preview } = await import("vite");
const { findChromium } = await import("./chromium.mjs");

const PICTURES = [
	{ name: "lesson", address: "#/pipes/flow-control", steps: 60 },
	{ name: "contents", address: "#/", steps: 0 },
];
const folder = resolve(root, "docs/pictures");
mkdirSync(folder, { recursive: true });

const executablePath = await findChromium();
if (executablePath === null) process.exit(1);
await build({ root, logLevel: "warn" });
const server = await preview({ root, logLevel: "warn", preview: { port: 4180, host: "127.0.0.1" } });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	for (const picture of PICTURES) await take(picture, colorScheme);
}
await browser.close();
await server.close();

async function take({ name, address, steps }, colorScheme) {
	const page = await browser.newPage({
		viewport: { width: 1440, height: 900 },
		colorScheme,
		reducedMotion: "reduce",
	});
	await page.goto(`http://127.0.0.1:4180/${address}`);
	await page.waitForLoadState("networkidle");
	for (let i = 0; i < steps; i++) await page.keyboard.press("ArrowRight");
	await page.screenshot({ path: resolve(folder, `${name}-${colorScheme}.png`) });
	await page.close();
}
