// The reference as a reader uses it: found by a word, read, and seen to happen.
import { expect, test } from "@playwright/test";
import { expectNoViolations, needsNoScrollingSideways } from "./standards.ts";

test("a call is found by an errno, and each way it ends can be seen to happen", async ({ page }) => {
	await page.goto("/#/reference");
	await page.getByRole("searchbox").fill("write epipe");
	await page.getByRole("link", { name: /^write / }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("write");
	const broken = page
		.getByRole("listitem")
		.filter({ has: page.getByText("fails with EPIPE", { exact: true }) })
		.filter({ has: page.getByRole("link", { name: "pipe.write.no-readers", exact: true }) });
	await broken.getByRole("link", { name: /See it happen/ }).click();
	await expect(page.locator(".scenery")).toBeVisible();
	await expect(page.locator(".sentence [role=status]")).toContainText("EPIPE");
});

test("a question asked in words finds what answers it, and what has most of them where nothing has all", async ({
	page,
}) => {
	await page.goto("/#/reference");
	await page.getByRole("searchbox").fill("Why does read return 0?");
	await expect(page.getByRole("link", { name: /^pipe\.read\.end-of-file/ })).toBeVisible();
	await page.getByRole("searchbox").fill("shared zombie");
	await expect(page.getByText(/found with 1 of these 2 words$/)).toBeVisible();
	await page.getByRole("searchbox").fill("qwertz");
	await expect(page.getByText("0 found", { exact: true })).toBeVisible();
});

test("what the reference does not have leads nowhere, and says so", async ({ page }) => {
	await page.goto("/#/reference/no.such.rule");
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("This address leads nowhere");
	await page.goto("/#/playground?program=no-such-program&at=3");
	await expect(page.getByText("The reference has no such program.")).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
	test.describe(`in ${theme}`, () => {
		test.use({ colorScheme: theme });
		test("nothing that axe objects to: the list, a call, a rule", async ({ page }) => {
			for (const address of ["reference", "reference/read", "reference/pipe.write.full-blocks"]) {
				await page.goto(`/#/${address}`);
				await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
				// Some of the hundreds of entries are as good as all.
				if (address === "reference") await page.getByRole("searchbox").fill("pipe full");
				await expectNoViolations(page);
			}
		});
	});
}

test.describe("in a window of 320 pixels", () => {
	test.use({ viewport: { width: 320, height: 700 } });
	test("nothing needs scrolling sideways", async ({ page }) => {
		for (const address of ["reference", "reference/execve", "reference/pipe.write.atomic-blocks"]) {
			await page.goto(`/#/${address}`);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			await needsNoScrollingSideways(page);
		}
	});
});
