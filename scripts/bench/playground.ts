// The playground in Chromium: what a million steps hold, how soon the compiler answers, how soon a run is seen, how it scrubs.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { type Figure, ms, quantile } from "./figure.ts";
import { dist, launch, serve } from "./site.ts";

const EXAMPLES = "src/app/playground/examples";
const KEYS = 12;
const RUNS = 7;
const SCRUBS = 120;

/** A million steps, most of them with events: a byte through a pipe, again and again. */
const MANY_EVENTS = `#include <unistd.h>
int main(void)
{
	int ends[2];
	char byte = 'x';
	pipe(ends);
	for (;;) {
		write(ends[1], &byte, 1);
		read(ends[0], &byte, 1);
	}
}
`;

export const playground: Figure = {
	name: "playground: in the browser",
	measure: async () => {
		if (!existsSync(join(dist, "index.html")))
			return [{ what: "npm run build has not been run", value: "-" }];
		const browser = await launch();
		if (browser === null) return [{ what: "no Chromium here", value: "-" }];
		const site = await serve();
		const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await tab.goto(`${site.address}#/playground`, { waitUntil: "networkidle" });
		await tab.locator(".scenery").waitFor();
		const painted = await runs(tab);
		const answered = await keys(tab);
		const { frames, memory, more, events } = await scrub(browser, tab);
		await browser.close();
		site.close();
		return [
			{ what: "press of Run to the first painted step, median", value: ms(quantile(painted, 0.5)) },
			{
				what: "key to diagnostics at 500 lines (200 ms of rest in it), median",
				value: ms(quantile(answered, 0.5)),
			},
			{
				what: `page and workers, resident, after a million steps (${events} lines of trace)`,
				value: `${memory.toFixed(0)} MB`,
			},
			{ what: "  more than before the run", value: `${more.toFixed(0)} MB` },
			{ what: "scrubbing them, frames with a new picture", value: `${frames.toFixed(0)} /s` },
		];
	},
};

async function paste(tab: Page, text: string): Promise<void> {
	await tab.locator(".cm-content").focus();
	await tab.keyboard.press("ControlOrMeta+a");
	await tab.keyboard.insertText(text);
	await tab.waitForTimeout(1_000);
}

/** Milliseconds from the press to the frame that shows another run's step. */
async function runs(tab: Page): Promise<number[]> {
	await paste(tab, readFileSync(join(EXAMPLES, "open-end.c"), "utf8"));
	const all: number[] = [];
	for (let i = 0; i < RUNS; i++) {
		const first = tab.getByRole("button", { name: "First" });
		if (await first.isEnabled()) await first.click();
		await tab.waitForTimeout(300);
		all.push(
			await tab.evaluate(
				() =>
					new Promise<number>((resolve) => {
						const stage = document.querySelector(".stage") as HTMLElement;
						const began = performance.now();
						const look = (): void => {
							if (document.querySelector<HTMLElement>(".stage")?.dataset.step === "0")
								requestAnimationFrame(look);
							else requestAnimationFrame(() => resolve(performance.now() - began));
						};
						stage.ownerDocument.querySelector<HTMLButtonElement>(".run-row .main")?.click();
						requestAnimationFrame(look);
					}),
			),
		);
	}
	return all;
}

/** Milliseconds from the key that makes an error to the error in the list below the editor, and back. */
async function keys(tab: Page): Promise<number[]> {
	const line = "int function_%(int a) { return a + 1; }\n";
	const long = Array.from({ length: 497 }, (_, i) => line.replace("%", `${i}`)).join("");
	await paste(tab, `${long}int main(void)\n{\n}\n`);
	await tab.keyboard.press("ControlOrMeta+End");
	const all: number[] = [];
	for (let i = 0; i < KEYS; i++) {
		const wrong = i % 2 === 0;
		await tab.evaluate((faulty) => {
			const began = performance.now();
			Object.assign(window, {
				told: new Promise<number>((resolve) => {
					const look = (): void => {
						const there = document.querySelector(".problems li") !== null;
						if (there === faulty) resolve(performance.now() - began);
						else requestAnimationFrame(look);
					};
					look();
				}),
			});
		}, wrong);
		await tab.keyboard.press(wrong ? "$" : "Backspace");
		all.push(await tab.evaluate(() => (window as unknown as { told: Promise<number> }).told));
	}
	return all;
}

/** Runs a million steps to their limit, looks at the memory of all, and drags the playhead to and fro. */
async function scrub(
	browser: Browser,
	tab: Page,
): Promise<{ frames: number; memory: number; more: number; events: string }> {
	const before = await memoryOf(browser);
	await paste(tab, MANY_EVENTS);
	await tab.getByRole("button", { name: "Run", exact: true }).click();
	await tab.waitForFunction(
		() =>
			document.querySelector('[role="slider"]')?.getAttribute("aria-valuetext") === "step 1000000 of 1000000",
		undefined,
		{ timeout: 120_000 },
	);
	await tab.waitForTimeout(1_500);
	const memory = await memoryOf(browser);
	const more = memory - before;
	await tab.getByRole("slider").scrollIntoViewIfNeeded();
	const box = await tab.getByRole("slider").boundingBox();
	const events = (
		await tab
			.locator(".trace ol")
			.evaluate((list) => Math.round(parseFloat((list as HTMLElement).style.height) / 1.75))
	).toLocaleString("en-GB");
	if (box === null) return { frames: Number.NaN, memory, more, events };
	await tab.evaluate(() => {
		const seen = { pictures: 0, step: "" };
		Object.assign(window, { seen });
		const look = (): void => {
			const step = document.querySelector<HTMLElement>(".stage")?.dataset.step ?? "";
			if (step !== seen.step) seen.pictures++;
			seen.step = step;
			requestAnimationFrame(look);
		};
		look();
	});
	await tab.mouse.move(box.x + 5, box.y + 5);
	await tab.mouse.down();
	const began = Date.now();
	for (let i = 0; i < SCRUBS; i++) {
		const part = 0.5 + 0.45 * Math.sin(i / 9);
		await tab.mouse.move(box.x + part * box.width, box.y + 5);
		await tab.waitForTimeout(8);
	}
	const seconds = (Date.now() - began) / 1_000;
	await tab.mouse.up();
	const pictures = await tab.evaluate(
		() => (window as unknown as { seen: { pictures: number } }).seen.pictures,
	);
	return { frames: pictures / seconds, memory, more, events };
}

/** Megabytes that the page's process holds, its workers and their buffers included, as the system counts them. */
async function memoryOf(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	const held = processInfo
		.filter(({ type }) => type === "renderer")
		.map(({ id }) => /VmRSS:\s+(\d+) kB/.exec(readStatus(id))?.[1] ?? "0");
	return Math.max(...held.map(Number)) / 1024;
}

/** Empty where the system has no /proc. */
function readStatus(pid: number): string {
	const path = `/proc/${pid}/status`;
	return existsSync(path) ? readFileSync(path, "utf8") : "";
}
