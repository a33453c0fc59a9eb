// From the press of a key to the step it takes being painted, in Chromium.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { readToTheEnd } from "../../e2e/reader.ts";
import { type Figure, type Line, ms, quantile } from "./figure.ts";
import { dist, launch, type Site, serve } from "./site.ts";

const LESSON = "#/pipes/first-pipe";
const PRESSES = 70;
/** The first presses run code that the browser has not compiled yet; a reader meets them once. */
const WARM = 10;
/** Milliseconds between two presses: what moves has come to rest. */
const REST = 450;

/** The browser makes a frame as soon as it is asked for, not sixty times a second. */
const AT_ONCE = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

export const keypress: Figure = {
	name: "keypress: to the painted step",
	measure: async () => {
		if (!existsSync(join(dist, "index.html")))
			return [{ what: "npm run build has not been run", value: "-" }];
		const site = await serve();
		const ours = await pressesIn(site, AT_ONCE);
		const screen = await pressesIn(site, []);
		site.close();
		if (ours === null || screen === null) return [{ what: "no Chromium here", value: "-" }];
		return [
			...lines("our part: script, style, layout, paint", ours.presses, (press) => press.painted, "16 ms"),
			...lines("with the wait for a screen of 60 Hz", screen.presses, (press) => press.painted),
			...lines(
				"on the screen, as the browser tells it in steps of 8",
				screen.presses,
				(press) => press.shown,
			),
			{ what: "processor time of the page for one step and its motion", value: ms(screen.spent.all) },
			{ what: "  script", value: ms(screen.spent.script) },
			{ what: "  style", value: ms(screen.spent.style) },
			{ what: "  layout", value: ms(screen.spent.layout) },
		];
	},
};

function lines(
	what: string,
	presses: readonly Press[],
	part: (press: Press) => number,
	aim?: string,
): readonly Line[] {
	const all = presses.slice(WARM).map(part);
	return [
		{ what: `${what}, median`, value: ms(quantile(all, 0.5)) },
		{ what: "  95 of 100", value: ms(quantile(all, 0.95)), ...(aim === undefined ? {} : { aim }) },
	];
}

/** Reads a lesson to its end, so that nothing holds the run, then steps through it and back. */
async function pressesIn(site: Site, args: readonly string[]): Promise<Measured | null> {
	const browser = await launch(args);
	if (browser === null) return null;
	const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await tab.goto(site.address + LESSON, { waitUntil: "networkidle" });
	await readToTheEnd(tab);
	await tab.keyboard.press("Home");
	await tab.waitForTimeout(500);
	await tab.evaluate(watchKeys);
	const devtools = await tab.context().newCDPSession(tab);
	await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
	const before = await spentSoFar(devtools);
	const presses = await pressAll(tab);
	const after = await spentSoFar(devtools);
	await browser.close();
	const each = (part: keyof Spent): number => ((after[part] - before[part]) * 1000) / PRESSES;
	return {
		presses,
		spent: { all: each("all"), script: each("script"), style: each("style"), layout: each("layout") },
	};
}

interface Measured {
	readonly presses: readonly Press[];
	/** Milliseconds of the main thread's processor time for one press: other work on the machine is not in it. */
	readonly spent: Spent;
}

interface Spent {
	readonly all: number;
	readonly script: number;
	readonly style: number;
	readonly layout: number;
}

/** Seconds of processor time that the page's main thread has taken since it was asked to count. */
async function spentSoFar(devtools: CDPSession): Promise<Spent> {
	const { metrics } = await devtools.send("Performance.getMetrics");
	const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
	return {
		all: of("TaskDuration"),
		script: of("ScriptDuration"),
		style: of("RecalcStyleDuration"),
		layout: of("LayoutDuration"),
	};
}

async function pressAll(tab: Page): Promise<readonly Press[]> {
	for (let press = 1; press <= PRESSES; press++) {
		await tab.keyboard.press(press % 45 < 34 ? "ArrowRight" : "ArrowLeft");
		await tab.waitForFunction((count) => (window as Watched).presses?.length === count, press, {
			timeout: 5000,
		});
		await tab.waitForTimeout(REST);
	}
	await tab.waitForTimeout(200);
	return tab.evaluate(() => (window as Watched).presses ?? []);
}

/** Milliseconds of one press. */
interface Press {
	/** From the key to the end of the main thread's work on the frame that shows the step. */
	readonly painted: number;
	/** From the key to the frame being on the screen: drawing it and handing it over included. Event Timing, W3C. */
	shown: number;
}

type Watched = Window & { presses?: Press[] };

/** Runs in the page: notes every key and the frame after it. */
function watchKeys(): void {
	const presses: Press[] = [];
	const byKey = new Map<number, Press>();
	(window as Watched).presses = presses;
	const after = (then: () => void) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = then;
		port2.postMessage(null);
	};
	const onKey = (event: KeyboardEvent) => {
		requestAnimationFrame(() => {
			after(() => {
				const press = { painted: performance.now() - event.timeStamp, shown: 16 };
				byKey.set(Math.round(event.timeStamp), press);
				presses.push(press);
			});
		});
	};
	addEventListener("keydown", onKey, { capture: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			const press = byKey.get(Math.round(entry.startTime));
			if (press !== undefined && entry.name === "keydown") press.shown = entry.duration;
		}
	}).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
