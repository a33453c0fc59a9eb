// From the press of a key to the step it takes being painted, in Chromium.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Figure, ms, quantile } from "./figure.ts";
import { dist, firstLesson, launch, serve } from "./site.ts";

const PRESSES = 60;

export const keypress: Figure = {
	name: "keypress: to the painted step",
	measure: async () => {
		if (!existsSync(join(dist, "index.html")))
			return [{ what: "npm run build has not been run", value: "-" }];
		const browser = await launch();
		if (browser === null) return [{ what: "no Chromium here", value: "-" }];
		const site = await serve();
		const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await tab.goto(site.address + (await firstLesson(tab, site.address)), { waitUntil: "networkidle" });
		await tab.evaluate(watchKeys);
		for (let press = 1; press <= PRESSES; press++) {
			await tab.keyboard.press(press % 3 === 0 ? "ArrowLeft" : "ArrowRight");
			await tab.waitForFunction((count) => (window as Watched).presses?.length === count, press, {
				timeout: 5000,
			});
			await tab.waitForTimeout(30);
		}
		const taken = await tab.evaluate(() => (window as Watched).presses ?? []);
		await browser.close();
		site.close();
		const total = taken.slice(5).map((press) => press.total);
		const work = taken.slice(5).map((press) => press.work);
		return [
			{ what: "to the painted step, median", value: ms(quantile(total, 0.5)) },
			{ what: "to the painted step, 95 of 100", value: ms(quantile(total, 0.95)), aim: "16 ms" },
			{ what: "  without the wait for a frame, median", value: ms(quantile(work, 0.5)) },
			{ what: "  without the wait for a frame, 95 of 100", value: ms(quantile(work, 0.95)) },
		];
	},
};

/** Milliseconds of one press. */
interface Press {
	/** From the key to the end of the frame that shows the step. */
	readonly total: number;
	/** The same without the wait for the screen's next frame to begin: script, style, layout, paint. */
	readonly work: number;
}

type Watched = Window & { presses?: Press[] };

/** Runs in the page: notes every key and the frame after it. */
function watchKeys(): void {
	const presses: Press[] = [];
	(window as Watched).presses = presses;
	const after = (then: () => void) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = then;
		port2.postMessage(null);
	};
	const onKey = (event: KeyboardEvent) => {
		const begun = performance.now();
		let handled = begun;
		after(() => {
			handled = performance.now();
		});
		requestAnimationFrame(() => {
			const frame = performance.now();
			after(() => {
				const painted = performance.now();
				const script = Math.max(0, Math.min(handled, frame) - begun);
				presses.push({ total: painted - event.timeStamp, work: script + painted - frame });
			});
		});
	};
	addEventListener("keydown", onKey, { capture: true });
}
