// The pages for everybody: wrong addresses, no storage, both themes, small windows, no motion.
import { expect, test } from "@playwright/test";
import { open, readToTheEnd } from "./reader.ts";
import { expectNoViolations, needsNoScrollingSideways } from "./standards.ts";

for (const [address, way] of [
	["pipes/no-such-lesson", "To the contents"],
	["pipes/flow-control?step=banana", "Open the lesson at its start"],
	["%%%", "To the contents"],
] as const) {
	test(`the address #/${address} leads nowhere, says so, and has a way back`, async ({ page }) => {
		await page.goto(`/#/${address}`);
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("This address leads nowhere");
		await page.getByRole("link", { name: way }).click();
		await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("This address leads nowhere");
	});
}

test("a step beyond the end of the run is the end, and the page says so", async ({ page }) => {
	await open(page, "pipes/first-pipe");
	await readToTheEnd(page);
	await open(page, "pipes/first-pipe?step=99999");
	await expect(page.getByText(/You are at the end/)).toBeVisible();
});

test("an address that is followed right after a step is not lost to the address of that step", async ({
	page,
}) => {
	// A busy browser tells of the new address only after the page has had time to write its own.
	await page.addInitScript(() => {
		window.addEventListener("hashchange", (event) => {
			if (!event.isTrusted) return;
			event.stopImmediatePropagation();
			setTimeout(() => window.dispatchEvent(new HashChangeEvent("hashchange")), 600);
		});
	});
	await open(page, "pipes/first-pipe");
	await page.keyboard.press("ArrowRight");
	await page.goto("/#/pipes/first-pipe?step=3");
	await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", /step 3 /);
});

test("where nothing may be kept the book works and says that it will not remember", async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, "localStorage", {
			get() {
				throw new DOMException("no", "SecurityError");
			},
		});
	});
	await open(page, "processes/apart");
	await page.keyboard.press("ArrowRight");
	await expect(page.getByText(/it will not remember/)).toBeVisible();
	await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", /step [1-9]/);
});

for (const theme of ["light", "dark"] as const) {
	test.describe(`in ${theme}`, () => {
		test.use({ colorScheme: theme, contextOptions: { reducedMotion: "reduce" } });

		for (const address of ["", "nowhere"]) {
			test(`#/${address} has nothing that axe objects to`, async ({ page }) => {
				await openPage(page, address);
				await expectNoViolations(page);
			});
		}
	});
}

/** A page that is no lesson has a heading at once. */
async function openPage(page: import("@playwright/test").Page, address: string): Promise<void> {
	await page.goto(`/#/${address}`);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("on a slow line the question of a lesson can be read before the lesson has come", async ({ page }) => {
	let letGo = (): void => {};
	const held = new Promise<void>((done) => {
		letGo = done;
	});
	await page.route(/assets\/first-pipe-/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto("/#/pipes/first-pipe");
	await expect(page.getByText("How does a parent hand bytes to its child")).toBeVisible();
	await expect(page.getByText("are on their way")).toBeVisible();
	letGo();
	await expect(page.locator(".scenery")).toBeVisible();
	await expect(page.getByText("are on their way")).toHaveCount(0);
});

test.describe("in a window of 320 pixels", () => {
	test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

	for (const address of ["", "nowhere"]) {
		test(`#/${address} needs no scrolling sideways`, async ({ page }) => {
			await openPage(page, address);
			await needsNoScrollingSideways(page);
		});
	}
});

test("with reduced motion nothing moves", async ({ page }) => {
	await page.emulateMedia({ reducedMotion: "reduce" });
	await open(page, "pipes/first-pipe");
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press("ArrowRight");
		const moving = await page.evaluate(() => document.getAnimations().length);
		expect(moving).toBe(0);
	}
});

test("the theme can be chosen and is kept", async ({ page }) => {
	await page.goto("/#/");
	const paper = async (): Promise<string> =>
		page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await paper();
	await page.getByRole("button", { name: /Colours/ }).click();
	await page.getByRole("button", { name: /Colours/ }).click();
	await expect.poll(paper).not.toBe(light);
	const dark = await paper();
	await page.reload();
	await expect.poll(paper).toBe(dark);
});
