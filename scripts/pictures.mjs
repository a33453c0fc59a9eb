// npm run pictures: takes the README's pictures of the built book, light and dark, in whatever Chromium is found.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { commandLine } from "./command-line.mjs";
import { ensureInstalled, root } from "./installed.mjs";

commandLine("usage: npm run pictures");
ensureInstalled();
const { chromium } = await import("@playwright/test");
const { build, preview } = await import("vite");
const { findChromium } = await import("./chromium.mjs");

/** `until`: the question after whose answer the picture is taken. */
const PICTURES = [
	{ name: "lesson", address: "#/pipes/flow-control", until: 2 },
	{ name: "contents", address: "#/", until: 0 },
];
const folder = resolve(root, "docs/pictures");
mkdirSync(folder, { recursive: true });

const executablePath = await findChromium();
if (executablePath === null) process.exit(1);
await build({ root, logLevel: "error" });
const server = await preview({ root, logLevel: "warn", preview: { port: 4180, host: "127.0.0.1" } });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
	for (const picture of PICTURES) await take(picture, colorScheme);
}
await browser.close();
await server.close();

async function take({ name, address, until }, colorScheme) {
	const page = await browser.newPage({
		viewport: { width: 1440, height: 900 },
		colorScheme,
		reducedMotion: "reduce",
	});
	await page.goto(`http://127.0.0.1:4180/${address}`);
	await page.waitForLoadState("networkidle");
	for (let question = 0; question < until; question++) await answer(page);
	await page.waitForTimeout(500);
	await page.screenshot({ path: resolve(folder, `${name}-${colorScheme}.png`) });
	await page.close();
}

/** Plays what there is to play, then answers the next question with the choice that is right. */
async function answer(page) {
	const play = page.locator(".block > .button.main");
	if ((await play.count()) > 0) await play.first().click();
	const form = page.locator("section.task form").first();
	await form.getByRole("radio", { name: /waits/ }).first().check({ force: true });
	await form.getByLabel("Sure").check({ force: true });
	await form.getByRole("button", { name: /Commit/ }).click();
}
