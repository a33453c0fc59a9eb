// The change that mends a program, as a page is given it.
import { describe, expect, test } from "vitest";
import { build } from "../computer/compiler.ts";
import { defaultOptions, type Software } from "../computer/index.ts";
import type { Fix } from "../lessons/index.ts";
import { createTimeline } from "../timeline/index.ts";
import { cureAt, cureOfExercise } from "./cure.ts";
import { lessonOf, workOf } from "./playground/work.ts";
import { reasonAt } from "./reason.ts";

const HANGS = `#include <unistd.h>
int main(void)
{
	int fds[2];
	char byte;
	if (pipe(fds) == -1)
		return 1;
	while (read(fds[0], &byte, 1) > 0)
		;
	return 0;
}
`;

function atEnd(text: string) {
	const programs = [{ name: "main", files: [{ path: "main.c", text }] }];
	const options = defaultOptions("lesson");
	const timeline = createTimeline(build(programs, options).software as Software, options);
	timeline.seek(Number.POSITIVE_INFINITY);
	return { timeline, programs, options };
}

test("a program that hangs: why, and the line that mends it, as a diff and as a program that ends", () => {
	const { timeline, programs, options } = atEnd(HANGS);
	expect(reasonAt(timeline)).toMatchObject({ kind: "own-write-end", pid: 2 });
	const cure = cureAt(timeline, programs, options, build);
	expect(cure?.diffs).toEqual([
		{
			file: "main.c",
			hunks: [
				[
					{ sign: " ", text: "\tif (pipe(fds) == -1)", old: 6, next: 6 },
					{ sign: " ", text: "\t\treturn 1;", old: 7, next: 7 },
					{ sign: "+", text: "\tclose(fds[1]);", old: null, next: 8 },
					{ sign: " ", text: "\twhile (read(fds[0], &byte, 1) > 0)", old: 8, next: 9 },
					{ sign: " ", text: "\t\t;", old: 9, next: 10 },
				],
			],
		},
	]);
	const text = cure?.programs[0]?.files[0]?.text ?? "";
	const mended = atEnd(text);
	expect(mended.timeline.outcome).toEqual({ kind: "exited", status: 0 });
	expect(cureAt(mended.timeline, mended.programs, mended.options, build)).toBeNull();
});

test("what can cross to a worker: plain data", () => {
	const { timeline, programs, options } = atEnd(HANGS);
	expect(structuredClone(reasonAt(timeline))).toEqual(reasonAt(timeline));
	const cure = cureAt(timeline, programs, options, build);
	expect(structuredClone(cure)).toEqual(cure);
});

describe("an exercise that hangs", () => {
	const { lesson, fix } = exercise();
	const text = lesson.programs[0]?.files[0]?.text ?? "";

	test("the change reaches its goal, and the judge has said so", () => {
		const cure = cureOfExercise(build, lesson, fix, text);
		expect(cure?.text).toContain("close(fds[1]);");
		expect(cure?.judgement).toMatchObject({ right: true, output: "done" });
	});

	test("a change that makes it end and misses the goal is not offered", () => {
		const other = { ...fix, goal: 'output is "never"' };
		expect(cureOfExercise(build, lesson, other, text)).toBeNull();
	});

	test("what reaches its goal already, or is no C, has none", () => {
		const right = text.replace("while", "close(fds[1]);\n\twhile");
		expect(cureOfExercise(build, lesson, fix, right)).toBeNull();
		expect(cureOfExercise(build, lesson, fix, "int main(")).toBeNull();
	});
});

/** A lesson of one program that never sees the end, to be repaired until it prints `done`. */
function exercise() {
	const text = HANGS.replace("\treturn 0;", '\twrite(1, "done", 4);\n\treturn 0;');
	const lesson = lessonOf(workOf("hangs", text));
	const fix: Fix = {
		kind: "fix",
		id: "repair",
		html: "",
		program: "main",
		file: "main.c",
		programs: null,
		goal: 'output is "done"',
		goalHtml: "",
		places: [],
		pieces: [],
		atMost: null,
		solution: {},
		because: "",
	};
	return { lesson, fix };
}
