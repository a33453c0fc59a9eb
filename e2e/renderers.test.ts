// The book is built with a small renderer of React's interface; React itself must draw the very same.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { type PreviewServer, preview } from "vite";
import { answerByKeyboard, open, runByKeyboard } from "./reader.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = "node_modules/.cache/dist-react";

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.setTimeout(240_000);

let site: PreviewServer;
test.beforeAll(async () => {
	// A second build of the whole book.
	test.setTimeout(240_000);
	const vite = ["node_modules/vite/bin/vite.js", "build", "--mode", "react", "--outDir", outDir];
	execFileSync(process.execPath, [...vite, "--emptyOutDir", "--logLevel", "error"], { cwd: root });
	const served = { host: "127.0.0.1", port: 0 };
	site = await preview({ root, configFile: false, build: { outDir }, preview: served, logLevel: "error" });
});
test.afterAll(() => site?.close());

test("both renderers show the same at every step of a lesson", async ({ page, browser }) => {
	const [address] = site.resolvedUrls?.local ?? [];
	// A window of its own: a page behind another is drawn three times a second.
	const other = await browser.newPage();
	const pages = [page, other] as const;
	await open(page, "pipes/first-pipe");
	await other.goto(`${address}#/pipes/first-pipe`);
	await expect(other.locator(".scenery")).toBeVisible();
	expect(await isReact(page)).toBe(false);
	expect(await isReact(other)).toBe(true);

	const seen = new Set<string>();
	const walk = async (from: string, key: string): Promise<void> => {
		// A part that is fetched only now (a rule's text, an exercise) may come a moment later to one of them.
		await expect
			.poll(async () => {
				const [small, react] = await Promise.all(pages.map((each) => each.locator(".reading *").count()));
				return small === react;
			})
			.toBe(true);
		const sides = await Promise.all(
			pages.map(async (each) => {
				await each.keyboard.press(from);
				return each.evaluate(shownAtEachStep, key);
			}),
		);
		const [small = [], react = []] = sides;
		for (const [step, markup] of small.entries()) expect(markup).toBe(react[step]);
		expect(small.length).toBe(react.length);
		for (const markup of small) seen.add(markup);
	};
	// Again when such a part has come on the way.
	const compare = async (from: string, key: string): Promise<void> =>
		expect(() => walk(from, key)).toPass({ timeout: 60_000 });
	await compare("Home", "ArrowRight");
	for (let did = true; did; ) {
		const both = await Promise.all(
			pages.map(async (each) => (await answerByKeyboard(each)) || (await runByKeyboard(each))),
		);
		expect(both[0]).toBe(both[1]);
		did = both[0] as boolean;
		await compare("Home", "ArrowRight");
	}
	await compare("End", "ArrowLeft");
	expect(seen.size).toBeGreaterThan(60);
	await other.close();
});

/** React leaves its mark on what it draws into. */
async function isReact(page: Page): Promise<boolean> {
	return page
		.locator("#root")
		.evaluate((element) => Object.keys(element).some((key) => /^__react/.test(key)));
}

/** Runs in the page: presses a key until it changes nothing any more, and tells what was shown each time. */
async function shownAtEachStep(key: string): Promise<string[]> {
	/** Attributes and styles in the order of their names, text in one piece. */
	const markup = (node: Node, indent: string): string => {
		if (node instanceof Text) return node.data === "" ? "" : `${indent}${JSON.stringify(node.data)}\n`;
		if (!(node instanceof Element)) return "";
		const attributes = [...node.attributes].map(({ name, value }) => {
			// An empty class is none; what an input holds is asked for below.
			if ((name === "class" && value === "") || /^(checked|value)$/.test(name)) return "";
			const told = name === "style" ? value.split(/;\s*/).filter(Boolean).sort().join("; ") : value;
			return ` ${name}=${JSON.stringify(told)}`;
		});
		const state =
			node instanceof HTMLInputElement
				? ` checked:${node.checked} value:${node.value}`
				: node instanceof HTMLOptionElement
					? ` value:${node.value}`
					: "";
		const inside = [...node.childNodes].map((child) => markup(child, `${indent} `)).join("");
		return `${indent}<${node.localName}${attributes.sort().join("")}${state}>\n${inside}`;
	};
	const shown: string[] = [];
	for (;;) {
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		const copy = (document.getElementById("root") as HTMLElement).cloneNode(true);
		copy.normalize();
		const now = markup(copy, "");
		if (now === shown.at(-1)) return shown;
		shown.push(now);
		document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
	}
}
