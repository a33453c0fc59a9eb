// The review as a reader meets it: from the contents, with questions of what was answered, to its end.
import { expect, test } from "@playwright/test";
import { open, readToTheEnd } from "./reader.ts";
import { expectNoViolations, needsNoScrollingSideways } from "./standards.ts";

test("who has read nothing is sent to the contents", async ({ page }) => {
	await page.goto("/#/review");
	await expect(page.getByText("You have not answered one yet.")).toBeVisible();
	await page.getByRole("link", { name: "To the contents" }).click();
	await expect(page.getByText("Review what you have read")).toHaveCount(0);
});

test("questions of a lesson come back, are judged, and the outcome is told", async ({ page }) => {
	test.slow();
	await open(page, "pipes/end-of-pipe");
	await readToTheEnd(page);
	await page.goto("/#/");
	await page.getByRole("link", { name: "Review what you have read" }).click();
	await page.setViewportSize({ width: 320, height: 640 });
	for (const [theme, question] of [
		["light", /Question 1 of/],
		["dark", /Question 2 of/],
	] as const) {
		await expect(page.getByText(question)).toBeVisible();
		await page.locator("fieldset.choices input, .typed-number input").first().focus();
		if ((await page.locator(".typed-number input").count()) > 0) await page.keyboard.type("1");
		else await page.keyboard.press("Space");
		await page.getByText("A guess").click();
		await page.getByRole("button", { name: "Commit" }).click();
		await expect(page.locator(".answer .head")).toBeVisible();
		await expectNoViolations(page, theme);
		await needsNoScrollingSideways(page);
		await page.getByRole("button", { name: "Go on" }).click();
	}
	await expect(page.getByText(/of 2 right/)).toBeVisible();
	await page.getByRole("button", { name: "Five more" }).click();
	await expect(page.getByText(/Question 1 of 2/)).toBeVisible();
});
