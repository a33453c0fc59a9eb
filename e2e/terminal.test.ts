// The terminal: type, see who dies of what, step back, go on elsewhere; by keyboard, in both themes, in small windows.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

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
