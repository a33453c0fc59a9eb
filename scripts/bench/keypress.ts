// From the press of a key to the step it takes being painted, in Chromium.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { readToTheEnd } from "../../e2e/reader.ts";
import { type Figure, type Line, ms, quantile } from "./figure.ts";
import { dist, launch, type Site, serve } from "./site.ts";

const LESSON = "#/pipes/first-pipe";
const PRESSES = 110;
/** So many steps the lesson has at least: every press takes one, forward and then back. */
const ONE_WAY = 25;
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
			...lines("script, style, layout, paint, commit", ours.presses, (press) => press.painted, "16 ms"),
			...lines("drawn by this Chromium, without a screen", ours.presses, (press) => press.shown),
			...lines("with the wait for a screen of 60 Hz", screen.presses, (press) => press.shown),
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
	const devtools = await tab.context().newCDPSession(tab);
	await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
	const before = await spentSoFar(devtools);
	const presses = await pressAll(browser, tab);
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

/** Presses keys, each of which takes a step, and answers what the browser's trace says of each. */
async function pressAll(browser: Browser, tab: Page): Promise<readonly Press[]> {
	const devtools = await browser.newBrowserCDPSession();
	const presses: Press[] = [];
	devtools.on("Tracing.dataCollected", ({ value }) => {
		for (const event of value as unknown as readonly TraceEvent[]) {
			const data = event.name === "EventTiming" && event.ph === "b" ? event.args?.data : undefined;
			if (data?.type !== "keydown") continue;
			presses.push({ painted: data.commitFinishTime - data.timeStamp, shown: data.duration });
		}
	});
	await devtools.send("Tracing.start", { traceConfig: { includedCategories: ["devtools.timeline"] } });
	for (let press = 0; press < PRESSES; press++) {
		await tab.keyboard.press(press % (2 * ONE_WAY) < ONE_WAY ? "ArrowRight" : "ArrowLeft");
		await tab.waitForTimeout(REST);
	}
	const complete = new Promise<void>((done) => devtools.once("Tracing.tracingComplete", () => done()));
	await devtools.send("Tracing.end");
	await complete;
	if (presses.length !== PRESSES)
		throw new Error(`${PRESSES} keys were pressed; the browser tells of ${presses.length}`);
	return presses;
}

/** Milliseconds of one press, from the moment the key went down. */
interface Press {
	/** To the end of the main thread's work on the frame that shows the step: script, style, layout, paint, commit. */
	readonly painted: number;
	/** To the frame being shown: drawing its pixels and handing it over included. Event Timing, W3C. */
	readonly shown: number;
}

/** What is used here of Chromium's trace events. */
interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly args?: {
		readonly data?: {
			readonly type: string;
			readonly timeStamp: number;
			readonly commitFinishTime: number;
			readonly duration: number;
		};
	};
}
