// What a pipe is called: by the program's own array where that tells it from the others, else by its number.
import { expect, test } from "vitest";
import { build } from "../computer/compiler.ts";
import { defaultOptions, type Software } from "../computer/index.ts";
import { createTimeline } from "../timeline/index.ts";
import { tell } from "./index.ts";

/** The pipes as the sentences about closing 4 and 6 name them. */
function named(functions: string, body: string): readonly string[] {
	const text = `#include <unistd.h>\n${functions}\nint main(void) {\n${body}\nclose(4); close(6); return 0; }\n`;
	const options = defaultOptions("lesson");
	const { software } = build([{ name: "main", files: [{ path: "main.c", text }] }], options);
	const timeline = createTimeline(software as Software, options);
	timeline.seek(Number.POSITIVE_INFINITY);
	const said: string[] = [];
	for (let step = 0; step <= timeline.length; step++) {
		timeline.seek(step);
		const { computer, names } = timeline;
		const view = { kernel: computer.kernel.state, names, place: (pid: number) => computer.placeOf(pid) };
		const sentence = tell(timeline.events(), view)?.sentence.text ?? "";
		said.push(...(/last write descriptor of (.*?)\./.exec(sentence)?.slice(1) ?? []));
	}
	return said;
}

const TWO = ["pipe 1", "pipe 2"];

test.each<[string, string, string, readonly string[]]>([
	["the only pipe needs no name", "", "int to[2]; pipe(to);", ["the pipe"]],
	["by the array of each", "", "int to[2], from[2]; pipe(to); pipe(from);", ["pipe ‘to’", "pipe ‘from’"]],
	[
		"of the whole program",
		"static int to[2]; int from[2];",
		"pipe(to); pipe2(from, 0);",
		["pipe ‘to’", "pipe ‘from’"],
	],
	[
		"by the array of the caller, not the pointer through which it is filled",
		"static void make(int *ends) { pipe(ends); }",
		"int to[2], from[2]; make(to); make(from);",
		["pipe ‘to’", "pipe ‘from’"],
	],
	[
		"by a type with a name",
		"typedef int Ends[2];",
		"Ends to, from; pipe(to); pipe(from);",
		["pipe ‘to’", "pipe ‘from’"],
	],
	["an array of pipes is numbered", "", "int all[2][2]; pipe(all[0]); pipe(all[1]);", TWO],
	["so is what a loop makes", "", "for (int i = 0; i < 2; i++) { int ends[2]; pipe(ends); }", TWO],
	["and what has no variable of its own", "#include <stdlib.h>", "pipe(malloc(8)); pipe(malloc(8));", TWO],
	[
		"who has a name beside those who have not",
		"",
		"int to[2], all[2][2]; pipe(all[1]); pipe(to);",
		["pipe 1", "pipe ‘to’"],
	],
	[
		"a name that was a pipe's which is gone tells nothing either",
		"",
		"int ends[2]; pipe(ends); close(3); close(4); int to[2]; pipe(to); pipe(ends);",
		["the pipe", "pipe ‘to’", "pipe 3"],
	],
])("%s", (_, functions, body, names) => {
	expect(named(functions, body)).toEqual(names);
});
