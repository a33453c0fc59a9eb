// A lesson in the browser: read by keyboard, moved in time, asked before it answers, found again after a reload.
import { expect, type Page, test } from "@playwright/test";
import { LESSONS, open, readToTheEnd, told } from "./reader.ts";
import { expectNoViolations, needsNoScrollingSideways } from "./standards.ts";

test.describe("by keyboard alone, at 1440 by 900", () => {
	test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: "reduce" } });

	for (const lesson of LESSONS) {
		test(`${lesson} can be read to its end: stage, sentence and lanes are seen at once and keep their places, axe objects to nothing, nothing scrolls sideways`, async ({
			page,
		}) => {
			// A whole lesson, and axe four times: longer than other tests.
			test.slow();
			await open(page, lesson);
			await seesAllAtOnce(page);
			await expectNoViolations(page, "light");
			await expectNoViolations(page, "dark");
			expect(await readToTheEnd(page)).toBeGreaterThanOrEqual(3);
			await expect(page.getByText("The text goes on when")).toHaveCount(0);
			await seesAllAtOnce(page);
			await keepsItsHeight(page);
			await page.keyboard.press("ArrowLeft");
			await expectNoViolations(page, "dark");
			await expectNoViolations(page, "light");
			await page.setViewportSize({ width: 320, height: 640 });
			await needsNoScrollingSideways(page);
			await page.goto("/#/");
			await expect(page.getByRole("link", { name: /done/ })).toHaveCount(1);
		});
	}
});

/** The stage ends above the sentence, the lanes end above the controls, and nothing had to be scrolled for it. */
async function seesAllAtOnce(page: Page): Promise<void> {
	await expect(page.locator(".lane-names li").first()).toBeVisible();
	const { stage, lanes, scrolled } = await page.locator(".workbench").evaluate((bench) => {
		const box = (part: string) => (bench.querySelector(part) as Element).getBoundingClientRect();
		return {
			stage: box(".scenery").bottom - box(".sentence").top,
			lanes: box(".lane-names li:last-child").bottom - box(".controls").top,
			scrolled: bench.scrollTop + (bench.querySelector(".stage") as Element).scrollTop,
		};
	});
	expect(stage).toBeLessThanOrEqual(1);
	expect(lanes).toBeLessThanOrEqual(0);
	expect(scrolled).toBe(0);
}

/** What comes in the course of a run had its room from the first step: the stage grows by nothing. */
async function keepsItsHeight(page: Page): Promise<void> {
	const heights: number[] = [];
	for (const key of ["Home", "End"]) {
		await page.keyboard.press(key);
		heights.push(await page.locator(".scenery").evaluate(heightOnceDrawn));
	}
	expect(heights[1]).toBeCloseTo(heights[0] as number, 0);
}

function heightOnceDrawn(element: Element): Promise<number> {
	return new Promise((done) => {
		requestAnimationFrame(() => requestAnimationFrame(() => done(element.getBoundingClientRect().height)));
	});
}

test.describe("on a phone", () => {
	test.use({ viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

	test("the page follows the run: to who acts, to what a step changed, and at a question to the sockets it is about", async ({
		page,
	}) => {
		await open(page, "fifos/no-passport?step=0&set.THROUGH=1");
		await page.locator(".stage").evaluate((stage) => stage.scrollIntoView());
		const sentence = page.locator(".sentence [role=status]");
		const stepTo = async (words: string): Promise<void> => {
			for (let i = 0; i < 60 && !(await sentence.innerText()).includes(words); i++)
				await page.keyboard.press("ArrowRight");
			await expect(sentence).toContainText(words);
		};
		await stepTo("ann calls connect");
		await isBeforeTheEye(page, ".card.acting");
		await stepTo("ann sends 6 bytes");
		await isBeforeTheEye(page, ".letter.fresh");
		await stepTo("bank calls read");
		await expect(page.locator(".controls")).toContainText("The clock stands still");
		await isBeforeTheEye(page, ".belts");
		expect(
			await page.locator(".card.acting").evaluate((card) => card.getBoundingClientRect().top),
		).toBeLessThan(0);
	});
});

/** The whole of it stands between the masthead and the foot of the page, without anybody having scrolled. */
async function isBeforeTheEye(page: Page, part: string): Promise<void> {
	await expect
		.poll(() =>
			page.locator(part).evaluate((element) => {
				const edge = (other: string) => (document.querySelector(other) as Element).getBoundingClientRect();
				const { top, bottom } = element.getBoundingClientRect();
				return top >= edge(".masthead").bottom && bottom <= edge(".foot").top;
			}),
		)
		.toBe(true);
}

test("forward to the end and back again shows the same at every step", async ({ page }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	await open(page, "pipes/first-pipe");
	await readToTheEnd(page);
	await page.goto("/#/");
	await open(page, "pipes/first-pipe");
	// It opens at its head: no answer of an earlier day draws the keyboard to itself.
	await expect(page.locator(".answer:visible").first()).toBeVisible();
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
	await page.keyboard.press("Home");
	const forth = [await told(page)];
	for (let i = 0; i < 25; i++) {
		await page.keyboard.press("ArrowRight");
		forth.push(await told(page));
	}
	expect(new Set(forth).size).toBeGreaterThan(20);
	for (const before of forth.slice(0, -1).reverse()) {
		await page.keyboard.press("ArrowLeft");
		expect(await told(page)).toBe(before);
	}
});

test("an answer is nowhere on the page before the reader has committed", async ({ page }) => {
	await open(page, "pipes/flow-control");
	await page.keyboard.press("End");
	const all = async (): Promise<string> => page.locator("body").evaluate((body) => body.outerHTML);
	expect(await all()).not.toContain("so the reader sleeps until it is");
	await expect(page.locator(".controls")).toContainText("The clock stands still until you have answered.");
	const before = await told(page);
	await page.keyboard.press("ArrowRight");
	expect(await told(page)).toBe(before);
	await page.getByLabel("the reader waits").check();
	await page.getByLabel("A guess").check({ force: true });
	await page.getByRole("button", { name: "Commit and watch" }).click();
	expect(await all()).toContain("so the reader sleeps until it is");
});

test("a number that is wrong is answered with the belief behind it, and what others would have believed", async ({
	page,
}) => {
	await open(page, "pipes/bytes-not-messages");
	const asked = page.locator("section.task").first();
	await expect(asked.getByText("You count writes")).toHaveCount(0);
	await asked.locator(".typed-number input").fill("2");
	await asked.getByText("Sure", { exact: true }).click();
	await asked.getByRole("button", { name: "Commit and watch" }).click();
	await expect(asked.locator(".answer .head")).toHaveText("No, though you were sure. You said 2. 7 bytes.");
	await expect(asked.locator(".answer")).toContainText("You count writes");
	await expect(asked.locator(".choice.wrong")).toContainText("2");
	await expect(asked.locator(".choice.right")).toContainText("7");
	await asked.getByText("Why not the others?").click();
	await expect(asked.locator("details.others")).toContainText("keeps the second");
});

test("the address holds the step, a reload comes back to it, and Back leaves the lesson", async ({
	page,
}) => {
	await page.goto("/#/");
	await page.getByRole("link", { name: /Why processes need help to talk/ }).click();
	await expect(page.locator(".scenery")).toBeVisible();
	for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
	const before = await told(page);
	const step = await page.getByRole("slider").getAttribute("aria-valuenow");
	await expect(page).toHaveURL(new RegExp(`step=${step}$`));
	const address = page.url();
	await page.reload();
	await expect(page.locator(".scenery")).toBeVisible();
	expect(await told(page)).toBe(before);
	expect(page.url()).toBe(address);
	await page.goBack();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("How processes talk to each other");
	await page.goForward();
	await expect(page.locator(".scenery")).toBeVisible();
	expect(await told(page)).toBe(before);
});

test("another process can be let run, and both futures are kept", async ({ page }) => {
	await open(page, "pipes/first-pipe");
	await readToTheEnd(page);
	await page.keyboard.press("Home");
	const menu = page.getByRole("button", { name: "Let another run" });
	for (let i = 0; i < 30 && (await menu.isDisabled()); i++) await page.keyboard.press("ArrowRight");
	await menu.click();
	await page.locator(".menu .button:not(:disabled)").first().click();
	await expect(page).toHaveURL(/let=/);
	await page.getByRole("button", { name: "Other runs (2 kept)" }).click();
	await expect(page.locator(".branches button")).toHaveCount(2);
	await page.getByRole("button", { name: "as it was" }).click();
	await expect(page).not.toHaveURL(/let=/);
});

test("a repair is judged by running it, and what was tried is seen on the stage", async ({ page }) => {
	await open(page, "pipes/end-of-pipe");
	await readToTheEnd(page);
	const fix = page.getByRole("region", { name: "Repair it" });
	await fix.getByRole("button", { name: "Run it" }).click();
	await expect(fix.getByRole("status")).toContainText("Not yet.");
	const source = page.getByRole("region", { name: "Source of fix/main.c" });
	await expect(source).toContainText("Your try");
	await expect(page).not.toHaveURL(/run=/);
	await source.getByRole("button", { name: "Back to the lesson’s program" }).click();
	await expect(page.getByRole("region", { name: "Source of main.c" })).toBeVisible();
	await fix.getByRole("button", { name: "Show this program" }).click();
	await expect(source).toContainText("Your try");
});
