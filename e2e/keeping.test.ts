// What the reader has written and set is kept: over a reload, a closed tab, a full storage, in links; whatever it is.
import { expect, type Page, test } from "@playwright/test";

const HELLO =
	'#include <stdio.h>\nint main(void)\n{\n\tputs("one");\n\tputs("two");\n\tputs("three");\n\treturn 0;\n}\n';

async function open(page: Page, query = ""): Promise<void> {
	await page.goto(`/#/playground${query}`);
	// A program that does not compile has no stage.
	await expect(page.locator(".scenery, .broken")).toBeVisible();
}

async function paste(page: Page, text: string): Promise<void> {
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.insertText(text);
}

/** The whole text of the file that is open, as it lies in storage. */
async function kept(page: Page): Promise<string> {
	return page.evaluate(() => {
		const all = JSON.parse(localStorage.getItem("interprocess.playground") ?? "null");
		return all?.work?.programs[0]?.files[0]?.text ?? "";
	});
}

/** Waits until storage holds the text: what follows may leave the page. */
async function untilKept(page: Page, text: string): Promise<void> {
	await expect.poll(() => kept(page)).toContain(text);
}

/** Where runs are to stop, as it lies in storage. */
async function keptStops(page: Page): Promise<unknown> {
	return page.evaluate(
		() => JSON.parse(localStorage.getItem("interprocess.playground") ?? "null")?.work?.stops ?? null,
	);
}

/** Puts the cursor on a line and a breakpoint there. */
async function breakAt(page: Page, line: number): Promise<void> {
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+Home");
	for (let i = 1; i < line; i++) await page.keyboard.press("ArrowDown");
	await page.keyboard.press("F9");
}

/** The numbers of the lines that have a breakpoint. */
async function breakLines(page: Page): Promise<number[]> {
	const rows = await page
		.locator(".cm-breakpoints .cm-gutterElement:has(.breakpoint)")
		.evaluateAll((all) =>
			all
				.filter((one) => one.getBoundingClientRect().height > 0)
				.map((one) => one.getBoundingClientRect().top),
		);
	const numbers = await page
		.locator(".cm-lineNumbers .cm-gutterElement")
		.evaluateAll((all) =>
			all.map((one) => [one.getBoundingClientRect().top, Number(one.textContent)] as const),
		);
	return rows.flatMap((top) => numbers.filter(([at]) => Math.abs(at - top) < 3).map(([, line]) => line));
}

test("breakpoints, of lines and of calls, are there again after a reload, and a link carries them", async ({
	page,
	browser,
}) => {
	await open(page);
	await paste(page, HELLO);
	await breakAt(page, 5);
	await page.getByText("Stop at calls").click();
	await page.getByLabel("pipe", { exact: true }).check();
	expect(await breakLines(page)).toEqual([5]);
	await expect.poll(() => keptStops(page)).toEqual({ lines: [{ file: "main.c", line: 5 }], calls: ["pipe"] });
	await page.reload();
	await expect(page.locator(".scenery")).toBeVisible();
	expect(await breakLines(page)).toEqual([5]);
	await expect(page.getByText("Stop at calls: pipe")).toBeVisible();
	await page.getByRole("button", { name: "Run", exact: true }).click();
	await expect(page.locator(".cm-here.acting")).toContainText("two");
	await page.getByRole("button", { name: "Link" }).click();
	const link = await page.getByLabel(/This link holds/).inputValue();
	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await expect(other.locator(".scenery")).toBeVisible();
	expect(await breakLines(other)).toEqual([5]);
	await expect(other.locator(".cm-here.acting")).toContainText("two");
});

test("breakpoints of one file do not come to another, and move with the text", async ({ page }) => {
	await open(page);
	await paste(page, HELLO);
	await breakAt(page, 4);
	await page.keyboard.press("ControlOrMeta+Home");
	await page.keyboard.insertText("// first\n");
	expect(await breakLines(page)).toEqual([5]);
	await page.getByLabel("Add, rename or remove a file").click();
	await page.getByRole("button", { name: "Add a file to main" }).click();
	await page.getByLabel("Name of the file").fill("other.h");
	await page.keyboard.press("Enter");
	await expect(page.locator(".breakpoint:visible")).toHaveCount(0);
	await page.getByRole("button", { name: "main.c" }).click();
	await expect(page.locator(".breakpoint:visible")).toHaveCount(1);
	expect(await breakLines(page)).toEqual([5]);
});

test("a file that is removed can be taken back", async ({ page }) => {
	await open(page);
	await page.getByLabel("Add, rename or remove a file").click();
	await page.getByRole("button", { name: "Add a file to main" }).click();
	await page.getByLabel("Name of the file").fill("answer.h");
	await page.keyboard.press("Enter");
	await paste(page, "#define ANSWER 42\n");
	await page.getByLabel("Add, rename or remove a file").click();
	await page.getByRole("button", { name: "Remove answer.h" }).click();
	await expect(page.getByText("answer.h is removed.")).toBeVisible();
	await expect(page.getByRole("list", { name: "Files" }).getByRole("button")).toHaveCount(1);
	await page.getByRole("button", { name: "Take it back" }).click();
	await page.getByRole("button", { name: "answer.h" }).click();
	await expect(page.locator(".cm-content")).toContainText("#define ANSWER 42");
});

test("a link opens at its step, in the future that was chosen", async ({ page, browser }) => {
	await open(page);
	await paste(
		page,
		'#include <unistd.h>\n#include <sys/wait.h>\nint main(void)\n{\n\tif (fork() == 0) {\n\t\twrite(1, "child ", 6);\n\t\t_exit(0);\n\t}\n\twrite(1, "parent ", 7);\n\twait(NULL);\n\treturn 0;\n}\n',
	);
	await page.getByRole("button", { name: "Run", exact: true }).click();
	const log = page.getByRole("log");
	await expect(log).toContainText("child");
	const usual = (await log.innerText()).trim();
	const slider = page.getByRole("slider");
	await slider.focus();
	await page.keyboard.press("Home");
	// Forward until somebody else could run, then let the other one run.
	const other = page.getByRole("button", { name: "Let another run" });
	for (let i = 0; i < 30 && (await other.isDisabled()); i++) {
		const before = await slider.getAttribute("aria-valuenow");
		await page.keyboard.press("ArrowRight");
		await expect(slider).not.toHaveAttribute("aria-valuenow", before as string);
	}
	await other.click();
	await page.locator(".run-menu .menu button:enabled").first().click();
	await slider.focus();
	await page.keyboard.press("End");
	await expect(log).toContainText(/parent/);
	// The run is the worker's: what a key asks for is there when the slider says so.
	await expect(slider).toHaveAttribute("aria-valuetext", /^step (\d+) of \1$/);
	const end = await slider.getAttribute("aria-valuenow");
	await page.keyboard.press("ArrowLeft");
	await expect(slider).not.toHaveAttribute("aria-valuenow", end as string);
	const step = await slider.getAttribute("aria-valuenow");
	const told = (await log.innerText()).trim();
	await page.getByRole("button", { name: "Link" }).click();
	const link = await page.getByLabel(/This link holds/).inputValue();
	const visitor = await (await browser.newContext()).newPage();
	await visitor.goto(link);
	await expect(visitor.getByRole("slider")).toHaveAttribute("aria-valuenow", step as string);
	expect((await visitor.getByRole("log").innerText()).trim()).toBe(told);
	expect(told).not.toBe(usual);
});

test("the tab is closed in the middle of a word, and the word is there the next time", async ({ page }) => {
	await open(page);
	await paste(page, "// the last wor");
	await page.keyboard.type("d");
	await page.goto("about:blank");
	await open(page);
	await expect(page.locator(".cm-content")).toContainText("// the last word");
});

test("a million letters: the page answers, says what is too long, and keeps them", async ({ page }) => {
	test.slow();
	await open(page);
	const long = "int a;\n".repeat(150_000);
	await page.locator(".cm-content").focus();
	await page.keyboard.press("ControlOrMeta+a");
	// As a paste comes from outside: typed letter by letter it would only measure the browser.
	await page.locator(".cm-content").evaluate((field, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/plain", text);
		field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	}, long);
	await page.getByRole("button", { name: "Run", exact: true }).click();
	await page.keyboard.press("Escape");
	await expect.poll(async () => (await kept(page)).length, { timeout: 30_000 }).toBe(long.length);
	await page.reload();
	await expect(page.locator(".cm-content")).toContainText("int a;");
	expect((await kept(page)).length).toBe(long.length);
	await paste(page, "int main(void) { return 0; }\n");
	await page.getByRole("button", { name: "Run", exact: true }).click();
	await expect(page.locator(".scenery")).toBeVisible();
});

for (const [what, wild] of [
	["NULs", "int main(void) { return 0; }\n// \u0000\u0000 end\n"],
	["lone surrogates", "int main(void) { return 0; }\n// \ud800 and \udc00 end\n"],
	["control characters and turned text", "int main(void) { return 0; }\n// \u0007\u001b[31m \u202e end\n"],
] as const) {
	test(`${what} are kept, compiled or refused, and carried by a link`, async ({ page, browser }) => {
		const faults: string[] = [];
		page.on("pageerror", (error) => faults.push(error.message));
		await open(page);
		await paste(page, wild);
		await page.getByRole("button", { name: "Run", exact: true }).click();
		await untilKept(page, "int main(void) { return 0; }");
		const there = await kept(page);
		expect(there).toContain("end");
		await page.reload();
		await expect(page.locator(".cm-content")).toContainText("end");
		expect(await kept(page)).toBe(there);
		await page.getByRole("button", { name: "Link" }).click();
		const link = await page.getByLabel(/This link holds/).inputValue();
		const other = await (await browser.newContext()).newPage();
		await other.goto(link);
		await expect(other.locator(".cm-content")).toContainText("return 0;");
		expect(faults).toEqual([]);
	});
}

test("a full storage: the page says so, and the address keeps the program", async ({ page }) => {
	await open(page);
	await page.evaluate(() => {
		for (let size = 4_000_000; size > 10; size = Math.floor(size / 2)) {
			for (let i = 0; i < 4; i++) {
				try {
					localStorage.setItem(`full ${size} ${i}`, "x".repeat(size));
				} catch {
					break;
				}
			}
		}
	});
	await paste(page, `// mine, ${"and long ".repeat(400)}\nint main(void) { return 7; }\n`);
	await expect(page.getByText(/The address holds your program/)).toBeVisible();
	await expect(page).toHaveURL(/\?p=1\../);
	await page.reload();
	await expect(page.locator(".scenery")).toBeVisible();
	await expect(page.locator(".cm-content")).toContainText("// mine");
});

test("a link that is tampered with never becomes markup, and no part of it runs", async ({ page }) => {
	await open(page);
	await paste(page, "// my own\nint main(void) { return 0; }\n");
	await untilKept(page, "// my own");
	const evil = {
		version: 1,
		title: '<img src=x onerror="window.hit=1">',
		programs: [{ name: "main", files: [{ path: "main.c", text: "<script>window.hit=1</script>" }] }],
		options: {
			profile: "lesson",
			limits: {},
			schedule: "round-robin",
			seed: 1,
			args: "",
			stdin: "",
			typing: false,
			terminal: true,
			maxSteps: 1_000_000,
		},
		stops: { lines: [{ file: "main.c", line: 9_999 }], calls: ["read"] },
	};
	const pack = async (value: unknown): Promise<string> =>
		page.evaluate(async (text) => {
			const bytes = await new Response(
				new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")),
			).arrayBuffer();
			return btoa(String.fromCharCode(...new Uint8Array(bytes)))
				.replaceAll("+", "-")
				.replaceAll("/", "_")
				.replace(/=+$/, "");
		}, JSON.stringify(value));
	const good = await pack(evil);
	const wrong = [
		await pack({ ...evil, stops: { lines: [{ file: "../../x", line: 1 }], calls: [] } }),
		await pack({ ...evil, programs: [{ name: "__proto__", files: [] }] }),
		await pack({ ...evil, programs: [] }),
		await pack({ ...evil, options: { ...evil.options, maxSteps: 1e12 } }),
		await pack({ ...evil, title: "x".repeat(900) }),
		await pack(null),
	];
	for (const part of wrong) {
		await page.goto("/#/");
		await open(page, `?p=1.${part}`);
		await expect(page.getByText(/Your own work is as you left it/)).toBeVisible();
		await expect(page.locator(".cm-content")).toContainText("// my own");
	}
	await page.goto("/#/");
	await open(page, `?p=1.${good}&at=%3Cscript%3E`);
	await expect(page.locator(".cm-content")).toContainText("<script>");
	await expect(page.getByText(/<img src=x/)).toBeVisible();
	expect(await page.evaluate(() => "hit" in window)).toBe(false);
});
