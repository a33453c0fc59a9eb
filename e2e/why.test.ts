// Why it hangs: the circle in words and on the stage, the change that mends it, tried by a press; in the playground and in lessons.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { readToTheEnd } from "./reader.ts";
import { expectNoViolations } from "./standards.ts";

async function openPlayground(page: Page, text: string): Promise<void> {
	await page.goto("/#/playground");
	await expect(page.locator(".scenery")).toBeVisible();
	await write(page, text);
	await page.getByRole("button", { name: "Run", exact: true }).click();
}

async function write(page: Page, text: string): Promise<void> {
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.insertText(text);
}

const program = (name: string): string => readFileSync(`src/explain/programs/${name}.c`, "utf8");

test("the change is shown when it is asked for, run by a press, and the page says that it ends", async ({
	page,
}) => {
	await openPlayground(page, program("own-write-end"));
	await expect(page.locator(".diagnosis")).toContainText("itself still holds a write end");
	await expect(page.locator(".cure")).toHaveCount(0);
	await page.getByRole("button", { name: "Show the change" }).click();
	const change = page.getByRole("region", { name: "Change of main.c" });
	await expect(change.locator(".plus")).toContainText("close(");
	await expect(page.getByText(/Tried in several orders, it ended with status 0/)).toBeVisible();
	await page.getByRole("button", { name: "Run with the change" }).click();
	await expect(page.locator(".diagnosis")).toHaveCount(0);
	await expect(page.locator(".cm-content")).toContainText("close(");
	await page.getByRole("button", { name: "Back to it" }).click();
	await expect(page.locator(".cm-content")).toContainText("own-write-end");
});

test("another trouble closes the card; one without a known change says so in words", async ({ page }) => {
	await openPlayground(page, program("own-write-end"));
	await page.getByRole("button", { name: "Show the change" }).click();
	await expect(page.locator(".cure .plus")).toBeVisible();
	await write(page, program("each-waits-to-read"));
	await page.getByRole("button", { name: "Run", exact: true }).click();
	await expect(page.locator(".diagnosis")).toContainText("Each waits for the other");
	await expect(page.locator(".cure")).toHaveCount(0);
	await page.getByRole("button", { name: "Show the change" }).click();
	await expect(page.locator(".cure")).toContainText("has to write first");
	await expect(page.locator(".cure")).toContainText("No change of a line or two is known");
});

test("the circle: a number at every card, the same numbers in words, with lines and descriptors", async ({
	page,
}) => {
	await openPlayground(page, program("wait-before-reading"));
	await expect(page.locator(".diagnosis")).toBeVisible();
	await expect(page.locator(".wait-circle b")).toHaveText(["1", "2"]);
	await page.getByRole("button", { name: "Why?" }).click();
	const steps = page.getByRole("list", { name: "Who waits for whom" }).getByRole("listitem");
	await expect(steps).toHaveCount(2);
	await expect(steps.nth(0)).toContainText(
		/waits in write since line \d+ for room in the pipe, and .* holds it open/,
	);
	await expect(steps.nth(1)).toContainText(/waits in wait since line \d+ for the end of/);
});

test("a lock that is kept: who has it since which line, and the unlock that is missing", async ({ page }) => {
	await openPlayground(page, program("record-lock-kept"));
	await expect(page.locator(".diagnosis")).toContainText(/counter is locked by .* on line 12/);
	await expect(page.locator(".wait-circle i", { hasText: "the lock" })).toBeVisible();
	await page.getByRole("button", { name: "Show the change" }).click();
	await expect(page.locator(".cure .plus").first()).toContainText("F_UNLCK");
});

test("a try that makes calls of which the lesson's own program has none is shown and told", async ({
	page,
}) => {
	test.slow();
	const errors: string[] = [];
	page.on("pageerror", ({ message }) => errors.push(message));
	await page.goto("/#/pipes/there-and-back");
	await readToTheEnd(page);
	const task = page.locator("section.task", { hasText: "poll(watch + 1, 1, -1);" });
	await task.locator(".pool .grab", { hasText: "poll(watch + 1, 1, -1);" }).click();
	await task.locator(".fix-place button").last().click();
	await task.getByRole("button", { name: "Run it" }).click();
	await expect(task.getByText("Not yet.")).toBeVisible();
	await expect(page.locator(".sentence [role=status]")).toContainText("waits in poll");
	expect(errors).toEqual([]);
});

for (const theme of ["light", "dark"] as const) {
	test.describe(`an exercise in ${theme}`, () => {
		test.use({ colorScheme: theme, contextOptions: { reducedMotion: "reduce" } });

		test("tried and hanging, it offers its change; with that the goal is reached", async ({ page }) => {
			test.slow();
			await page.goto("/#/pipes/end-of-pipe");
			await readToTheEnd(page);
			const task = page.getByRole("region", { name: "Repair it" });
			await expect(task.getByRole("button", { name: "Show the change" })).toHaveCount(0);
			await task.getByRole("button", { name: "Run it" }).click();
			await expect(task.getByText("Not yet.")).toBeVisible();
			await task.getByRole("button", { name: "Write it yourself" }).click();
			await expect(task.locator(".cm-content")).toBeVisible();
			await task.getByRole("button", { name: "Show the change" }).click();
			await expect(task.locator(".cure .plus")).toContainText("close(ends[1]);");
			await expectNoViolations(page);
			await task.getByRole("button", { name: "Run with the change" }).click();
			await expect(task.getByText("That is it.")).toBeVisible();
			await expect(task.locator(".cm-content")).toContainText("close(ends[1]);");
		});
	});
}
