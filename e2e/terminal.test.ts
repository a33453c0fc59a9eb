// The terminal: type, see who dies of what, step back, go on elsewhere; by keyboard, in both themes, in small windows.
import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations, needsNoScrollingSideways } from "./standards.ts";

async function open(page: Page): Promise<void> {
	await page.goto("/#/terminal");
	await expectPrompt(page);
}

/** The cursor stands behind a prompt. */
async function expectPrompt(page: Page): Promise<void> {
	await expect(page.locator(".screen-line label")).toContainText("$ ", { timeout: 30_000 });
}

async function type(page: Page, line: string): Promise<void> {
	await page.getByLabel("Type a line").fill(line);
	await page.keyboard.press("Enter");
}

function screen(page: Page) {
	return page.getByRole("log", { name: "Screen" });
}

async function step(page: Page): Promise<number> {
	return Number(await page.getByRole("slider").getAttribute("aria-valuenow"));
}

test("yes | head -3: three lines, the prompt again, and yes has died of SIGPIPE; a step back shows it happen", async ({
	page,
}) => {
	await open(page);
	await type(page, "yes | head -3");
	await expect(screen(page)).toHaveText(/yes \| head -3\ny\ny\ny\n$/, { timeout: 20_000 });
	await expectPrompt(page);
	const yes = page.locator(".card", { hasText: "yes" }).first();
	await expect(yes).toContainText("killed by SIGPIPE");
	const end = await step(page);
	await page.getByRole("button", { name: "Skip to the text" }).focus();
	const sentence = page.locator(".sentence [role=status]");
	for (let i = 0; i < 60 && !/SIGPIPE/.test(await sentence.innerText()); i++) {
		const before = await step(page);
		await page.keyboard.press("ArrowLeft");
		await expect.poll(() => step(page)).toBeLessThan(before);
	}
	await expect(sentence).toContainText("SIGPIPE");
	await page.getByRole("slider").focus();
	await page.keyboard.press("Home");
	await expect(screen(page)).toHaveText("");
	await page.keyboard.press("End");
	await expect.poll(() => step(page)).toBe(end);
	await expect(screen(page)).toContainText("y\ny\ny");
});

test("one can type at once, and a phone's masthead leads there", async ({ page }) => {
	await open(page);
	await expect(page.getByLabel("Type a line")).toBeFocused();
	await page.keyboard.type("echo here");
	await page.keyboard.press("Enter");
	await expect(screen(page)).toHaveText(/echo here\nhere\n$/);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto("/#/");
	await page
		.getByRole("navigation", { name: "Where you are" })
		.getByRole("link", { name: "Terminal" })
		.click();
	await expect(page.getByLabel("Type a line")).toBeVisible();
	await needsNoScrollingSideways(page);
});

test("what is typed after a step back is another future, and the first one is kept", async ({ page }) => {
	await open(page);
	const start = await step(page);
	await type(page, "echo one");
	await expect(screen(page)).toHaveText(/echo one\none\n$/);
	await page.getByRole("slider").focus();
	await page.keyboard.press("Home");
	await expect.poll(() => step(page)).toBe(0);
	await page.keyboard.press("End");
	await expect.poll(() => step(page)).toBeGreaterThan(start);
	for (let at = await step(page); at > start; at = await step(page)) {
		await page.keyboard.press("ArrowLeft");
		await expect.poll(() => step(page)).toBeLessThan(at);
	}
	await type(page, "echo two");
	await expect(screen(page)).toHaveText(/echo two\ntwo\n$/);
	await expect(screen(page)).not.toContainText("one");
	await expect(page.getByRole("button", { name: /Other runs/ })).toBeVisible();
});

test("keys: Ctrl-C ends what runs for ever, Ctrl-Z stops it, earlier lines come back", async ({ page }) => {
	await open(page);
	await type(page, "yes > /dev/null");
	await expect(page.getByLabel("Type a line")).toBeFocused();
	await page.keyboard.press("Control+c");
	await expect(screen(page)).toHaveText(/\^C\n$/);
	await expectPrompt(page);
	await type(page, "cat");
	// Until it is in the foreground Ctrl-Z is the shell's, which takes no notice of it: as on Linux.
	await expect(page.locator(".card", { hasText: "cat" }).first()).toContainText("waits");
	await page.getByRole("button", { name: /^Ctrl-Z/ }).click();
	await expect(screen(page)).toContainText("Stopped");
	await expectPrompt(page);
	await page.keyboard.press("ArrowUp");
	await expect(page.getByLabel("Type a line")).toHaveValue("cat");
	await page.keyboard.press("ArrowDown");
	await type(page, "exit; exit");
	await expect(page.getByText("The shell has ended.")).toBeVisible();
});

test("a line to try is run by a click, and a link brings the session back", async ({ page, browser }) => {
	await open(page);
	await page.getByRole("button", { name: "seq 5 | wc -l" }).click();
	await expect(screen(page)).toHaveText(/wc -l\n5\n$/);
	await page.getByRole("button", { name: "Link" }).click();
	const link = await page.getByLabel(/This link holds/).inputValue();
	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await expect(screen(other)).toHaveText(/wc -l\n5\n$/, { timeout: 30_000 });
});

for (const theme of ["light", "dark"] as const) {
	test.describe(`in ${theme}`, () => {
		test.use({ colorScheme: theme, contextOptions: { reducedMotion: "reduce" } });

		test("nothing that axe objects to", async ({ page }) => {
			test.slow();
			await open(page);
			await type(page, "yes | head -3");
			await expect(screen(page)).toHaveText(/y\ny\ny\n$/);
			await page.getByRole("button", { name: "Link" }).click();
			await expectNoViolations(page);
		});
	});
}

test.describe("in a window of 320 pixels", () => {
	test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

	test("nothing needs scrolling sideways", async ({ page }) => {
		await open(page);
		await type(page, "yes | head -3");
		await expect(screen(page)).toHaveText(/y\ny\ny\n$/);
		await needsNoScrollingSideways(page);
	});
});
