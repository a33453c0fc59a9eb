// What the parser refuses: a table of one mistake each, with the line and the words that are said about it.
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../base/index.ts";
import { readBook } from "./book.ts";

const FRONT = `---
title: A lesson
question: What for?
idea: One idea.
programs: { writer: main.c }
kernel: { pipe-capacity: 8 }
knobs:
  SIZE: { label: Size, choices: [1, 2] }
---
`;
const QUESTION = `:::predict{#q at=start until=end}
What?

- [ ] this {belief=M05}

      No.
- [x] that
---
proof: no process waits
because: So it is.
:::
`;
const C = "#define SIZE 1\nint main(void) {\n\treturn 0; //@ done\n}\n";

function said(changes: Record<string, string | null>): string {
	const files = new Map(
		Object.entries({
			"contents.md": "## 1. One\n\n- 1.1 [A lesson](a/b)\n",
			"glossary.md": "## End of file\n\nNothing can come.\n",
			"notes.md": "- S1 It is so.\n",
			"a/b/lesson.md": FRONT + QUESTION,
			"a/b/main.c": C,
			...changes,
		}).filter((entry): entry is [string, string] => entry[1] !== null),
	);
	return readBook(files)
		.diagnostics.map((one) => formatDiagnostic(one, (path) => files.get(path)))
		.join("\n");
}

const NUMBER =
	":::predict{#n at=start until=end number=pipe.bytes}\nHow many?\n\n- 5\n\n      Nor this.\n- 3 {belief=M05}\n\n      No.\n---\nanswer: 4\nbecause: So.\n:::\n";
const lesson = (rest: string, front = FRONT) => ({ "a/b/lesson.md": front + rest });

test("a book without a mistake is read without a word", () => {
	expect(said({})).toBe("");
});

test("the right number stands among those that are likely, as on a scale", () => {
	const files = new Map([
		["contents.md", "## 1. One\n\n- 1.1 [A lesson](a/b)\n"],
		["glossary.md", ""],
		["notes.md", ""],
		["a/b/lesson.md", FRONT + NUMBER],
		["a/b/main.c", C],
	]);
	const [block] = readBook(files).lessons.get("a/b")?.lesson.blocks ?? [];
	const choices = block?.kind === "predict" ? block.choices : [];
	expect(choices.map(({ html, right, belief }) => [html, right, belief])).toEqual([
		["3", false, "M05"],
		["4", true, null],
		["5", false, null],
	]);
	expect(choices[0]?.feedback).toContain("No.");
});

test("a variant may need more room on the stage than the lesson", () => {
	const variants = "variants:\n  more: { writer: main.c, room: { pipes: 2, fifos: 1 } }\n";
	const files = new Map(
		Object.entries({
			"contents.md": "## 1. One\n\n- 1.1 [A lesson](a/b)\n",
			"glossary.md": "",
			"notes.md": "",
			"a/b/lesson.md":
				FRONT.replace("knobs:", `${variants}knobs:`) + QUESTION.replace("at=start", "at=start variant=more"),
			"a/b/main.c": C,
		}),
	);
	const [block] = readBook(files).lessons.get("a/b")?.lesson.blocks ?? [];
	expect(block?.kind === "predict" && block.variant?.room).toEqual({
		pipes: 2,
		fifos: 1,
		racks: 0,
		places: 0,
		files: 0,
	});
	expect(block?.kind === "predict" && block.variant?.programs?.map(({ name }) => name)).toEqual(["writer"]);
});

describe("refused, with the place and the cure", () => {
	test.each<[string, Record<string, string | null>, string[]]>([
		["no front matter", { "a/b/lesson.md": "Hello" }, ["a/b/lesson.md:1:1", "front matter"]],
		["YAML that is none", lesson("", "---\ntitle: [\n---\n"), ["a/b/lesson.md:", "not YAML"]],
		[
			"an unknown key",
			lesson("", FRONT.replace("title:", "titel:")),
			["a/b/lesson.md:2:1", "'titel'", "'title'"],
		],
		[
			"a question that is none",
			lesson("", FRONT.replace("What for?", "It waits.")),
			["a/b/lesson.md:3:11", "question mark"],
		],
		["a missing file", { "a/b/main.c": null }, ["a/b/lesson.md:5:21", "no file"]],
		[
			"a file nobody uses",
			{ "a/b/other.c": C },
			["a/b/other.c:1:1", "no program of the lesson uses this file"],
		],
		["a label twice", { "a/b/main.c": `${C}//@ done\n` }, ["a/b/main.c:5:1", "given twice"]],
		[
			"a knob that is none",
			lesson("", FRONT.replace("SIZE:", "SIZ:")),
			["a/b/lesson.md:8:3", "no #define called 'SIZ'", "did you mean 'SIZE'"],
		],
		["an unknown block", lesson("::rnu{until=end}"), ["a/b/lesson.md:10:3", "no block 'rnu'", "'run'"]],
		["a block never closed", lesson(":::finer\nHello"), ["a/b/lesson.md:10:1", "never closed"]],
		["a stray close", lesson(":::\n"), ["a/b/lesson.md:10:1", "no block is open"]],
		["an unknown attribute", lesson("::run{until=end lable=x}"), ["a/b/lesson.md:10:17", "'label'"]],
		["a brace left open", lesson("::run{until=end"), ["a/b/lesson.md:10:6", "not closed"]],
		["no right answer", lesson(QUESTION.replace("[x]", "[ ]")), ["exactly one choice is right"]],
		["two right answers", lesson(QUESTION.replace("[ ]", "[x]")), ["here 2 are"]],
		[
			"a wrong answer without a word",
			lesson(QUESTION.replace("      No.\n", "")),
			["a/b/lesson.md:13", "no word"],
		],
		[
			"an answer without proof",
			lesson(QUESTION.replace("proof: no process waits\n", "")),
			["nothing proves"],
		],
		[
			"a belief that is none",
			lesson(QUESTION.replace("M05", "X5")),
			["a/b/lesson.md:13:20", "no misconception"],
		],
		[
			"turned knobs as one word",
			lesson(QUESTION.replace("until=end", 'until=end with="SIZE=2"')),
			["a/b/lesson.md:10:40", "table of knobs", "write under '---': with: { SIZE: 1 }"],
		],
		[
			"turned knobs that are none",
			lesson(QUESTION.replace("until=end", "until=end with")),
			["a/b/lesson.md:10:34", "table of knobs"],
		],
		[
			"a knob turned to a list",
			lesson(QUESTION.replace("because:", "with: { SIZE: [2] }\nbecause:")),
			["a/b/lesson.md:19:15", "'SIZE' is turned to one value"],
		],
		[
			"a look at what nobody says is there",
			lesson(QUESTION.replace("No.", "Not so: look at the rack.")),
			["a/b/lesson.md:13", "what is to be seen", "at 'end': shown="],
		],
		["a likely number that is right", lesson(NUMBER.replace("- 3", "- 4")), ["two choices say the same: 4"]],
		[
			"a likely number without a word",
			lesson(NUMBER.replace("      No.\n", "")),
			["a/b/lesson.md:16", "no word"],
		],
		[
			"choices where a number is typed",
			lesson(NUMBER.replace("- 3", "- [ ] three")),
			["it has no choices", "'- 3 {belief=M04}'"],
		],
		["a name twice", lesson(QUESTION + QUESTION), ["'q' is the name of another block"]],
		[
			"an unknown term",
			lesson("The [end](term:end-of-fil)."),
			["a/b/lesson.md:10:16", "'end-of-fil'", "'end-of-file'"],
		],
		["an unknown label", lesson("[it](code:main.c#don)"), ["a/b/lesson.md:10:11", "no label 'don'"]],
		["an unknown file", lesson("[it](code:man.c#done)"), ["no file 'man.c'", "'main.c'"]],
		["an unknown man page", lesson("[it](man:pipee(7))"), ["no man page 'pipee(7)'", "'pipe(7)'"]],
		["an unknown lesson", lesson("[it](lesson:a/c)"), ["no lesson in contents.md called 'a/c'"]],
		["an unknown scheme", lesson("[it](trem:x)"), ["no kind of link 'trem'", "'term'"]],
		["an unknown statement", lesson(":::rule{statement=S2}\nSo.\n:::"), ["'S2'"]],
		[
			"a knob block that changes nothing",
			lesson(":::knobs{names=SIZE}\nTurn.\n:::"),
			["what the knobs change"],
		],
		["a comparison with one side", lesson(":::compare\n### One\nx\n:::"), ["has two sides, this one has 1"]],
		["an exercise without places", lesson(":::fix{#f goal=x}\nDo.\n:::"), ["no file has places"]],
		["two titles", { "contents.md": "## 1. One\n- 1.1 [Other](a/b)\n" }, ["contents.md:2:8", "'A lesson'"]],
		["a lesson not listed", { "contents.md": "## 1. One\n" }, ["missing from contents.md"]],
		[
			"a lesson not there",
			{ "a/b/lesson.md": null, "a/b/main.c": null },
			["contents.md:3:18", "no a/b/lesson.md"],
		],
		[
			"numbers that fall",
			{ "contents.md": "## 1. One\n- 1.2 [A lesson](a/b)\n- 1.1 [A lesson](a/b)\n" },
			["contents.md:3:3", "comes too late", "is lesson 1.2 already"],
		],
	])("%s", (_, changes, words) => {
		const text = said(changes);
		for (const word of words) expect(text).toContain(word);
	});
});

test("a fence hides what looks like a block", () => {
	expect(said(lesson("```\n:::nothing\n```\n"))).toBe("");
});
