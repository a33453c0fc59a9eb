// What every page must keep: nothing that axe objects to, nothing wider than its window.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds against WCAG 2.2 AA on the page as it stands, in a theme or in the one it has: nothing. */
export async function expectNoViolations(page: Page, theme?: "light" | "dark"): Promise<void> {
	if (theme !== undefined) await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
	// The other mode opens a second page for each check, to gather what frames of other sites say. The book has no frames.
	expect(page.frames()).toHaveLength(1);
	const found = await violationsOf(page);
	const hidden = found.find(({ isUnderTheHead }) => isUnderTheHead);
	if (hidden !== undefined) {
		// Half scrolled away it is no target yet: it is measured where one would press it.
		const { target } = hidden;
		await page.locator(target).evaluate((element) => element.scrollIntoView({ block: "center" }));
		expect((await violationsOf(page)).map(({ text }) => text)).toEqual([]);
		return;
	}
	expect(found.map(({ text }) => text)).toEqual([]);
}

async function violationsOf(page: Page) {
	const { violations } = await new AxeBuilder({ page })
		// Of what passes, one element a rule comes back, not all with their markup.
		.options({ resultTypes: ["violations"] })
		.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
		.setLegacyMode()
		.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ any, target }) => ({
			text: `${id}: ${target.join(" ")}`,
			target: target.join(" "),
			isUnderTheHead: any.some(({ data }) => data?.messageKey === "partiallyObscured"),
		})),
	);
}

export async function needsNoScrollingSideways(page: Page): Promise<void> {
	// A window that was just made narrower is laid out in the next frames.
	const beyond = () => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
	await expect.poll(beyond).toBe(0);
}
