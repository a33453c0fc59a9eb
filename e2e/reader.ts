// What a reader does with a lesson, by keyboard alone: answers what is asked, plays what is to be played.
import { expect, type Page } from "@playwright/test";

export const LESSONS = [
	"processes/apart",
	"processes/descriptors",
	"processes/blocking",
	"processes/review",
	"pipes/first-pipe",
	"pipes/pipeline",
	"pipes/bytes-not-messages",
	"pipes/end-of-pipe",
	"pipes/flow-control",
	"pipes/broken-pipe",
	"pipes/pipe-or-file",
	"pipes/there-and-back",
	"pipes/two-buffers",
	"pipes/review",
	"fifos/rendezvous",
	"fifos/name-and-data",
	"fifos/who-said-that",
	"fifos/no-passport",
	"fifos/review",
	"mailboxes/letters",
	"mailboxes/full-mailbox",
	"mailboxes/envelopes",
	"mailboxes/after-death",
	"mailboxes/review",
] as const;

/** Opens an address of the book and waits until its stage stands. */
export async function open(page: Page, address: string): Promise<void> {
	await page.goto(`/#/${address}`);
	await expect(page.locator(".scenery")).toBeVisible();
}

/** Everything that the stage, the sentence and the lanes say at one position, as text. */
export async function told(page: Page): Promise<string> {
	const stage = await page.locator(".stage").innerText();
	const sentence = await page.locator(".sentence [role=status]").innerText();
	const position = await page.getByRole("slider").getAttribute("aria-valuetext");
	return [position, sentence, stage].join("\n");
}

/** Answers the first open question with its first choice (or the number 1), pressing keys only. */
export async function answerByKeyboard(page: Page): Promise<boolean> {
	const asked = page.locator("section.task:has(form)").first();
	if ((await asked.count()) === 0) return false;
	const form = page.locator(`#${await asked.getAttribute("id")} form`);
	const typed = form.locator("input[type=text]");
	if ((await typed.count()) > 0) {
		await typed.focus();
		await page.keyboard.type("1");
	} else {
		await form.locator("fieldset.choices input").first().focus();
		await page.keyboard.press("Space");
	}
	await page.keyboard.press("Tab");
	await page.keyboard.press("Space");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await expect(form).toHaveCount(0);
	return true;
}

/** Presses the first button of the text that plays to a moment not yet reached. */
export async function runByKeyboard(page: Page): Promise<boolean> {
	const button = page.locator(".block > .button.main").first();
	if ((await button.count()) === 0) return false;
	await button.focus();
	await page.keyboard.press("Enter");
	await page.keyboard.press("End");
	return true;
}

/** Reads until nothing is asked and nothing is left to play; answers how many questions were met. */
export async function readToTheEnd(page: Page): Promise<number> {
	let questions = 0;
	let idle = 0;
	for (let turn = 0; turn < 60 && idle < 3; turn++) {
		if (await answerByKeyboard(page)) questions++;
		else if (!(await runByKeyboard(page))) {
			// On a busy machine what comes next may need a moment: the end is where nothing comes for a while.
			idle++;
			await page.waitForTimeout(150);
			continue;
		}
		idle = 0;
		await page.waitForTimeout(50);
	}
	return questions;
}
