// The manual's pages as the reference shows them, held to what man(1) prints.
import { expect, test } from "vitest";
import page from "../../mailbox/mailbox.7?raw";
import { type ManualBlock, readManualPage } from "./manual-page.ts";

const plain = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join("");

function words(block: ManualBlock | undefined): string {
	if (block === undefined) return "";
	if (block.kind === "code") return block.lines.map(plain).join("\n");
	return block.kind === "item" ? `${plain(block.term)}: ${plain(block.runs)}` : plain(block.runs);
}

const parts = readManualPage(page);
const part = (title: string) => parts.find((each) => each.title === title)?.blocks ?? [];

test("mailbox(7) has the sections that a manual page has, in their order", () => {
	expect(parts.map(({ title, within }) => (within ? `  ${title}` : title))).toEqual([
		"NAME",
		"SYNOPSIS",
		"DESCRIPTION",
		"  Limits",
		"RETURN VALUE",
		"ERRORS",
		"NOTES",
		"SEE ALSO",
	]);
});

test("the synopsis keeps its lines and its quotes", () => {
	expect(words(part("SYNOPSIS")[0]).split("\n").slice(0, 2)).toEqual([
		'#include "mailbox.h"',
		"int mailbox_open(const char *name, int capacity);",
	]);
});

test("an error is an item: its name, then to which call it belongs and why", () => {
	expect(part("ERRORS").map((block) => (block.kind === "item" ? plain(block.term) : ""))).toContain(
		"EMSGSIZE",
	);
	expect(words(part("ERRORS")[0])).toBe("EACCES: (mailbox_remove) Somebody else has made the box.");
});

test("what is set in bold and what is not stand without a blank between them", () => {
	expect(words(part("SEE ALSO")[0])).toBe("mq_overview(7), msgget(2), unix(7)");
	expect(part("NAME").map(words)).toEqual([
		"mailbox - whole letters for a box with a name, each with its sender's stamp",
	]);
});

test("a macro that is not known is named with its line", () => {
	expect(() => readManualPage(".SH NAME\n.XY a")).toThrow("line 2: .XY is not known");
});
