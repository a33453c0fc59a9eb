// What the checker refuses because the run says otherwise: a table of one untruth each.
import { describe, expect, test } from "vitest";
import { formatDiagnostic, Problems, readBook } from "../format/index.ts";
import { checkLesson } from "./check-lesson.ts";
import { checkShape } from "./shape.ts";

const FRONT = `---
title: A lesson
question: What for?
idea: One idea.
programs: { writer: main.c }
variants: { fix: { writer: fix.c } }
kernel: { pipe-capacity: 8, pipe-atomic: 8 }
knobs:
  SIZE: { label: Size, choices: [2, 4, 12] , start: 4 }
---
`;
const C = `#include <sys/wait.h>
#include <unistd.h>
#define SIZE 4
int main(void) {
	int ends[2];
	if (pipe(ends) == -1) return 1;
	if (fork() == 0) { //@ name reader
		close(ends[1]);
		char byte;
		while (read(ends[0], &byte, 1) == 1) write(1, &byte, 1);
		return 0;
	}
	close(ends[0]);
	write(ends[1], "abcdefghijkl", SIZE);
	close(ends[1]);
	wait(NULL);
	return 0;
}
`;
const FIX = `#include <unistd.h>
int main(void) {
	//@ place here: here
	return 0;
}
`;
const question = (end: string, head = "at=start until=end", claim = ""): string =>
	`:::predict{#q ${head}}\nWhat?\n\n- [ ] this {${claim}}\n\n      No.\n- [x] that\n---\n${end}\nbecause: So.\n:::\n`;
const fix = (change: Record<string, string> = {}): string => {
	const keys = {
		goal: 'output is "x"',
		"goal-words": "An x.",
		pieces: `{ x: 'write(1, "x", 1);', y: { text: 'write(1, "y", 1);', but: No. } }`,
		solution: "{ here: x }",
		because: "So.",
		...change,
	};
	const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
	return `:::fix{#f variant=fix}\nDo.\n---\n${lines.join("\n")}\n:::\n`;
};
const needed = fix();

function said(body: string, main = C): string {
	const files = new Map([
		["contents.md", "## 1. One\n- 1.1 [A lesson](a/b)\n"],
		["glossary.md", ""],
		["notes.md", ""],
		["a/b/lesson.md", FRONT + body],
		["a/b/main.c", main],
		["a/b/fix.c", FIX],
	]);
	const book = readBook(files);
	const problems = new Problems();
	problems.list.push(...book.diagnostics);
	for (const read of book.lessons.values()) checkLesson(read, problems);
	return problems.list.map((one) => formatDiagnostic(one, (path) => files.get(path))).join("\n");
}

test("a lesson that tells the truth is proved without a word", () => {
	const truth = [
		needed,
		"::run{until='first reader waits for pipe-not-empty'}",
		question('proof: output is "abcd"\nwhy: pipe.read.end-of-file', undefined, 'claim="some process waits"'),
		":::always\nAll come.\n---\nproof: no process waits\n:::",
		":::knobs{names=SIZE}\nTurn.\n---\nwith:\n  - { set: { SIZE: 12 }, comes: first writer waits for pipe-not-full }\n:::",
	];
	expect(said(truth.join("\n"))).toBe("");
});

describe("refused, because the run says otherwise", () => {
	test.each<[string, string, string[]]>([
		[
			"a moment that never comes",
			"::run{until='writer gets SIGINT'}",
			["a/b/lesson.md:11:14", "never comes"],
		],
		[
			"a question that is asked at the end",
			question("proof: no process waits", "at=end until=end"),
			["where the run ends"],
		],
		["an ordinal too high", "::run{until='ninth writer exits'}", ["'writer exits' comes once"]],
		[
			"a moment that comes twice",
			"::run{until='reader calls read'}",
			["more than once", "'first reader calls read'"],
		],
		[
			"words that are no moment",
			"::run{until='writer wates'}",
			["a/b/lesson.md:11:14", "did you mean 'writer wakes'?"],
		],
		[
			"a step link that never comes",
			"[it](<step:reader gets SIGINT>)",
			["a/b/lesson.md:11:12", "never comes"],
		],
		[
			"a proof that is not so",
			question('proof: output is "abc"'),
			["a/b/lesson.md:19:8", 'output is "abcd"'],
		],
		[
			"a wrong answer that is right",
			question("proof: no process waits", undefined, 'claim="reader is gone"'),
			["wrong answer's claim is true"],
		],
		[
			"a look at what is gone by then",
			question("proof: no process waits", undefined, 'claim="some process waits" shown="pipe.bytes is 4"'),
			["this is not so at 'end'", "pipe.bytes is 4"],
		],
		[
			"a rule that is none",
			question("proof: no process waits\nwhy: pipe.read.empty"),
			["no rule", "did you mean"],
		],
		[
			"a rule that decides nothing there",
			question("proof: no process waits\nwhy: pipe.write.full-blocks"),
			["decides nothing between 'start' and 'end'", "pipe.write.all"],
		],
		[
			"an 'always' with an exception",
			':::always\nX\n---\nproof: output is ""\n:::',
			["'always' is not true"],
		],
		[
			"an 'always' that a knob breaks",
			':::always\nX\n---\nproof: output is "abcd"\n:::',
			["'always' is not true of this with SIZE = 2"],
		],
		["a 'sometimes' that never is", ":::sometimes\nX\n---\nproof: some process waits\n:::", ["in none of"]],
		[
			"a knob that changes nothing",
			":::knobs{names=SIZE}\nX\n---\nwith:\n  - { set: { SIZE: 2 }, claim: no process waits }\n:::",
			["the knob changes nothing"],
		],
		[
			"a knob that does something else",
			":::knobs{names=SIZE}\nX\n---\nwith:\n  - { set: { SIZE: 2 }, claim: some process waits }\n:::",
			["not so at the end with SIZE = 2"],
		],
		["a goal that the start reaches", fix({ goal: 'output is ""' }), ["reached before anything is done"]],
		["a solution that misses", fix({ goal: 'output is "z"' }), ["solution of 'f' does not reach"]],
		[
			"a wrong piece that helps",
			fix({ goal: 'not output is ""' }),
			["wrong pieces reach the goal of 'f'", "here"],
		],
		[
			"a word against a piece that does it",
			fix({ pieces: "{ x: { text: 'write(1, \"x\", 1);', but: No. } }" }),
			["wrong pieces reach the goal of 'f'", "here"],
		],
		[
			"a wrong piece of which nothing is said",
			fix({ pieces: `{ x: 'write(1, "x", 1);', y: 'write(1, "y", 1);' }` }),
			["with the piece 'y' in 'here' the goal of 'f' is missed", "nothing is said"],
		],
		[
			"a line of the solution that nobody needs",
			fix({ goal: 'output contains "x"', solution: "{ here: [x, y] }" }),
			["the goal of 'f' is reached without the piece 'y'", "spare: y"],
		],
		[
			"a spare line that is needed",
			fix({ spare: "x" }),
			["the piece 'x' is spare, and without it the goal of 'f' is missed"],
		],
		[
			"a solution that is no C",
			fix({ pieces: "{ x: 'write(1, ;', y: ';' }" }),
			["does not reach", "fix.c:3"],
		],
	])("%s", (_, body, words) => {
		const text = said(body.includes(":::fix") ? body : `${body}\n${needed}`);
		for (const word of words) expect(text).toContain(word);
	});

	test("C that does not compile, in the lesson's own file", () => {
		expect(said(needed, C.replace("int ends[2];", "int ends[2]"))).toContain("a/b/main.c:");
	});
});

test("a lesson without the shape of one", () => {
	const number =
		":::predict{#n role=recall at=start until=end number=pipe.bytes}\nHow many?\n\n- 4 {belief=M13}\n\n      No.\n---\nanswer: 0\nbecause: So.\n:::\n";
	const files = new Map([
		["contents.md", "## 1. One\n- 1.1 [A lesson](a/b)\n"],
		[
			"a/b/lesson.md",
			FRONT + question("proof: no process waits", "role=recall at=start until=end") + number + needed,
		],
		["a/b/main.c", C],
		["a/b/fix.c", FIX],
	]);
	const problems = new Problems();
	for (const read of readBook(files).lessons.values()) checkShape(read, problems);
	expect(problems.list.map(({ message }) => message)).toEqual([
		"the lesson has 2 of 'recall question', and 0 to 1 are wanted",
		"the lesson has 0 of 'key question', and 1 to 4 are wanted",
		"the lesson has 0 of 'twin question', and 1 are wanted",
		"the lesson has 0 of 'rule', and 1 to 2 are wanted",
		"the lesson has 0 of 'knobs block', and 1 to 2 are wanted",
		"the lesson has 0 of 'comparison', and 1 are wanted",
		"the lesson has 0 of 'finer print', and 1 are wanted",
		"no wrong answer of 'q' comes from a known belief",
		"'n' has 1 of 'likely wrong number', and 2 are wanted",
	]);
});
