// The playground: paste, run, see why it hangs; nothing freezes, nothing is lost, and no link is trusted.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { readToTheEnd } from "./reader.ts";
import { expectNoViolations, needsNoScrollingSideways } from "./standards.ts";

/** Counts in a loop for ever. */
// A system call takes long enough that the run cannot be over before anybody looks.
const RUNAWAY = "#include <unistd.h>\nint main(void) { for (;;) getppid(); }\n";
const FORK_BOMB = "#include <unistd.h>\nint main(void)\n{\n\tfor (;;)\n\t\tfork();\n}\n";

async function open(page: Page, query = ""): Promise<void> {
	await page.goto(`/#/playground${query}`);
	await expect(page.locator(".scenery")).toBeVisible();
}

/** Puts a text in the place of what the editor holds, as a paste does. */
async function paste(page: Page, text: string): Promise<void> {
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.insertText(text);
}

/** Waits until storage holds the text: what follows may leave the page. */
async function untilKept(page: Page, text: string): Promise<void> {
	await expect
		.poll(() => page.evaluate(() => localStorage.getItem("interprocess.playground") ?? ""))
		.toContain(text);
}

async function run(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Run", exact: true }).click();
}

/** What the editor holds. */
async function text(page: Page): Promise<string> {
	return (await page.locator(".cm-content .cm-line").allInnerTexts()).join("\n").trim();
}

test("a program that hangs is pasted, run, understood, mended, and ends", async ({ page }) => {
	await open(page);
	const hangs = readFileSync("src/app/playground/examples/open-end.c", "utf8");
	await paste(page, hangs);
	await run(page);
	await expect(page.locator(".diagnosis")).toContainText(/holds/);
	await expect(page.locator(".diagnosis")).toContainText(/line 14/);
	await paste(page, hangs.replace("\t\tint count = 0;", "\t\tint count = 0;\n\t\tclose(ends[1]);"));
	await expect(page.getByText("Changed since it was run.")).toBeVisible();
	await run(page);
	await expect(page.getByRole("log")).toContainText("3 letters");
	await expect(page.locator(".diagnosis")).toHaveCount(0);
});

test("a page that forbids to make code from text computes the same", async ({ page }) => {
	// The worker that computes is bound by what its own script came with.
	await page.route("**/*", async (route) => {
		const response = await route.fetch();
		const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" };
		await route.fulfill({ response, headers });
	});
	await open(page);
	await paste(
		page,
		'#include <stdio.h>\nint main(void)\n{\n\tint sum = 0;\n\tfor (int i = 0; i < 30000; i++)\n\t\tsum += i % 7;\n\tprintf("%d\\n", sum);\n}\n',
	);
	await run(page);
	await expect(page.getByRole("log")).toContainText("89995");
});

test("what does not compile is said in the margin and below, with a way to its place", async ({ page }) => {
	await open(page);
	await paste(page, "int main(void)\n{\n\treturn nothing;\n}\n");
	const problem = page.getByRole("list", { name: "What the compiler says" });
	await expect(problem).toContainText("nothing");
	await expect(page.locator(".cm-lint-marker-error")).toBeVisible();
	await problem.getByRole("button", { name: "main.c:3" }).click();
	await expect(page.locator(".cm-activeLineGutter", { hasText: "3" })).toBeVisible();
	await run(page);
	await expect(page.locator(".broken")).toContainText("main.c:3");
	await paste(page, "int main(void)\n{\n\treturn 0;\n}\n");
	await expect(problem).toHaveCount(0);
});

for (const [name, program] of [
	["for (;;) getppid();", RUNAWAY],
	["a fork bomb", FORK_BOMB],
] as const) {
	test(`the page answers while ${name} runs, and the run can be stopped`, async ({ page }) => {
		await open(page);
		await page.getByText("Input and sizes").click();
		await page.getByRole("combobox", { name: "At most" }).selectOption("10000000");
		await paste(page, program);
		await page.evaluate(() => {
			const seen = { turns: 0 };
			Object.assign(window, { seen });
			setInterval(() => seen.turns++, 10);
		});
		await run(page);
		await expect(page.locator(".busy progress")).toBeVisible();
		await paste(page, "// typed while it runs\n");
		expect(await text(page)).toBe("// typed while it runs");
		// While it ran, the page had its turn again and again: nobody computed on its thread.
		const turns = await page.evaluate(() => (window as unknown as { seen: { turns: number } }).seen.turns);
		expect(turns).toBeGreaterThan(5);
		const stop = page.getByRole("button", { name: "Stop", exact: true });
		if (await stop.isVisible()) await stop.click();
		await expect(stop).toHaveCount(0, { timeout: 30_000 });
	});
}

test("anything at all can stand in the editor", async ({ page }) => {
	await open(page);
	const faults: string[] = [];
	page.on("pageerror", (error) => faults.push(error.message));
	for (const wild of [
		"",
		'\u0000\u0001\uffff\ud83d\ude00 }}}} ((((( """ \'',
		'#include "main.c"\n#define A A A\nA',
		"#define F(x) F(F(x))\nint main(void){return F(F(F(1)));}",
		`int main(void){${"{".repeat(3_000)}`,
		`int a = ${"(".repeat(5_000)}1;`,
		"/* never closed",
		"<script>alert(1)</script><img src=x onerror=alert(1)>",
	]) {
		await paste(page, wild);
		await run(page);
		await expect(page.getByText("Changed since it was run.")).toHaveCount(0);
	}
	await paste(page, "int main(void) { return 0; }\n");
	await run(page);
	await expect(page.locator(".scenery")).toBeVisible();
	expect(faults).toEqual([]);
});

test("files are added, renamed, removed, and included", async ({ page }) => {
	await open(page);
	const menu = page.getByLabel("Add, rename or remove a file");
	await menu.click();
	await page.getByRole("button", { name: "Add a file to main" }).click();
	await page.getByLabel("Name of the file").fill("answer.h");
	await page.keyboard.press("Enter");
	await paste(page, "#define ANSWER 42\n");
	await page.getByRole("button", { name: "main.c" }).click();
	await paste(page, '#include <stdio.h>\n#include "answer.h"\nint main(void) { printf("%d\\n", ANSWER); }\n');
	await run(page);
	await expect(page.getByRole("log")).toContainText("42");
	await menu.click();
	await page.getByRole("button", { name: "Rename main.c" }).click();
	await page.getByLabel("New name of main.c").fill("answer.h");
	await page.keyboard.press("Enter");
	await expect(page.getByText("There is already a file answer.h.")).toBeVisible();
	await page.getByLabel("New name of main.c").fill("first.c");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "answer.h" }).click();
	await menu.click();
	await page.getByRole("button", { name: "Remove answer.h" }).click();
	await expect(page.getByRole("list", { name: "Files" }).getByRole("button")).toHaveCount(1);
	expect(await text(page)).toContain("ANSWER");
});

test("what is typed survives a reload", async ({ page }) => {
	await open(page);
	await paste(page, "// mine\nint main(void) { return 7; }\n");
	await page.reload();
	await expect(page.locator(".scenery")).toBeVisible();
	expect(await text(page)).toContain("// mine");
});

test("where nothing may be kept the address keeps the program", async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, "localStorage", {
			get() {
				throw new DOMException("no", "SecurityError");
			},
		});
	});
	await open(page);
	await paste(page, "// mine\nint main(void) { return 7; }\n");
	await expect(page.getByText(/The address holds your program/)).toBeVisible();
	await expect(page).toHaveURL(/\?p=1\../);
	await page.reload();
	await expect(page.locator(".scenery")).toBeVisible();
	expect(await text(page)).toContain("// mine");
});

test("a link carries program and step, and gives the reader's own work back", async ({ page, browser }) => {
	await open(page);
	await paste(page, "// shared\nint main(void) { return 7; }\n");
	await run(page);
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Link" }).click();
	const link = await page.getByLabel(/This link holds/).inputValue();

	const other = await (await browser.newContext()).newPage();
	await other.goto(link.replace(/#.*/, "#/playground"));
	await expect(other.locator(".scenery")).toBeVisible();
	await paste(other, "// my own\nint main(void) { return 0; }\n");
	await untilKept(other, "// my own");
	await other.goto(link);
	await expect(other.getByText(/What you had before is kept/)).toBeVisible();
	expect(await text(other)).toContain("// shared");
	await other.getByRole("button", { name: "Back to it" }).click();
	await expect(other.locator(".cm-content")).toContainText("// my own");
});

for (const [what, query] of [
	["a part of it missing", "?p=1.jZBBS8NAEIX_yr"],
	["no letters of ours", "?p=1.%%%%"],
	["another version", "?p=9.AAAA"],
	["nothing in it", "?p=1."],
	["no such lesson", "?lesson=no/such"],
] as const) {
	test(`a link with ${what} says so and keeps the reader's own work`, async ({ page }) => {
		await open(page);
		await paste(page, "// my own\nint main(void) { return 0; }\n");
		await untilKept(page, "// my own");
		await page.goto("/#/");
		await open(page, query);
		await expect(page.getByText(/Your own work is as you left it/)).toBeVisible();
		expect(await text(page)).toContain("// my own");
	});
}

test("the program of a lesson opens from its source", async ({ page }) => {
	await page.goto("/#/pipes/first-pipe");
	await page.getByRole("link", { name: "Change it in the playground" }).click();
	await expect(page.locator(".cm-content")).toContainText("pipe(");
	await expect(page.locator(".scenery")).toBeVisible();
});

test("what is typed at the terminal comes to the program", async ({ page }) => {
	await open(page);
	await page
		.getByLabel("Open another program")
		.selectOption({ label: "It answers what you type (reads the terminal)" });
	await run(page);
	await page.getByLabel(/waits for a line/).fill("Ada");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("log")).toContainText("Good day, Ada.");
	await page.getByRole("button", { name: "End the input" }).click();
	await expect(page.getByRole("log")).toContainText("Goodbye.");
});

test("breakpoints, lines and calls stop the run; a line of the trace leads to its step", async ({ page }) => {
	await open(page);
	await page.getByLabel("Open another program").selectOption({ label: "Parent and child, one pipe (works)" });
	await expect(page.locator(".cm-content")).toContainText("hello");
	// Line 14 of the program, by keyboard.
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+Home");
	for (let i = 1; i < 14; i++) await page.keyboard.press("ArrowDown");
	await page.keyboard.press("F9");
	await expect(page.locator(".breakpoint:visible")).toHaveCount(1);
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.locator(".cm-here.acting")).toContainText("close(ends[1]);");
	await page.getByRole("button", { name: "Step over" }).click();
	await expect(page.locator(".cm-here.acting")).toContainText("read(ends[0]");
	await page.getByText("Stop at calls").click();
	await page.getByLabel("wait4").check();
	await page.getByRole("button", { name: "To the next breakpoint" }).click();
	await expect(page.locator(".call", { hasText: "wait" })).toBeVisible();
	const line = page.getByRole("region", { name: "System calls" }).getByRole("button", { name: /^.?pipe/ });
	await line.click();
	await expect(page.locator(".sentence [role=status]")).toContainText("pipe");
});

test("everything can be done by keyboard: run, step, leave the editor", async ({ page }) => {
	await open(page);
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+Enter");
	await expect(page.locator(".diagnosis")).toBeVisible();
	await page.keyboard.press("Tab");
	await expect(page.locator(".cm-content")).not.toBeFocused();
	await page.getByRole("slider").focus();
	const before = await page.getByRole("slider").getAttribute("aria-valuenow");
	await page.keyboard.press("ArrowLeft");
	await expect(page.getByRole("slider")).not.toHaveAttribute("aria-valuenow", before as string);
});

for (const theme of ["light", "dark"] as const) {
	test.describe(`in ${theme}`, () => {
		test.use({ colorScheme: theme, contextOptions: { reducedMotion: "reduce" } });

		test("nothing that axe objects to: running, stuck, with errors, with everything open", async ({
			page,
		}) => {
			// Axe reads the whole page three times.
			test.slow();
			await open(page);
			await expectNoViolations(page);
			await run(page);
			await expect(page.locator(".diagnosis")).toBeVisible();
			await page.getByText("Input and sizes").click();
			await page.getByText("Stop at calls").click();
			await page.getByRole("button", { name: "Link" }).click();
			await expectNoViolations(page);
			await paste(page, "int main(void) { return nothing; } /* a comment */\n");
			await expect(page.getByRole("list", { name: "What the compiler says" })).toBeVisible();
			await expectNoViolations(page);
		});
	});
}

test.describe("in a window of 320 pixels", () => {
	test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

	test("nothing needs scrolling sideways", async ({ page }) => {
		await open(page);
		await run(page);
		await expect(page.locator(".diagnosis")).toBeVisible();
		await page.getByText("Input and sizes").click();
		await page.getByText("Stop at calls").click();
		await needsNoScrollingSideways(page);
	});
});

test("an exercise is tried with its lines first, then written freely, and judged by running it", async ({
	page,
}) => {
	await page.goto("/#/pipes/end-of-pipe");
	await readToTheEnd(page);
	const task = page.getByRole("region", { name: "Repair it" });
	await expect(task.getByRole("button", { name: "Write it yourself" })).toHaveCount(0);
	await task.getByRole("button", { name: "Run it" }).click();
	await expect(task.getByText("Not yet.")).toBeVisible();
	await task.getByRole("button", { name: "Write it yourself" }).click();
	const text = readFileSync("src/lessons/book/pipes/end-of-pipe/fix/main.c", "utf8");
	const write = async (own: string): Promise<void> => {
		await task.locator(".cm-content").focus();
		await page.keyboard.press("ControlOrMeta+a");
		await page.keyboard.insertText(own);
	};
	await write(text.replace("return 0;\n    }", "return nothing;\n    }"));
	await expect(task.locator(".problem")).toContainText("nothing");
	await write(text.replace("char piece[4];", "close(ends[1]); char piece[4];"));
	await task.getByRole("button", { name: "Run what I wrote" }).click();
	await expect(task.getByText("That is it.")).toBeVisible();
	await expectNoViolations(page);
	await page.reload();
	await page.getByRole("button", { name: "Write it yourself" }).click();
	await expect(page.locator(".fix-editor .cm-content")).toContainText("close(ends[1]); char piece[4];");
});
