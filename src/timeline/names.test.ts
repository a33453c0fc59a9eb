// Names of processes: labels on forks, labels of programs, programs' names, and no name twice.

import { describe, expect, test } from "vitest";
import type { Member } from "./cast.ts";
import { type Label, nameProcesses, sourceLabels } from "./names.ts";

const text = `// A pipe.              //@ name parent
#include <unistd.h>
int main(void) {
	pid_t reader = fork();   //@ name reader
	if (reader == 0) return 0;
	for (int i = 0; i < 2; i++)
		if (fork() == 0)     //@ name worker
			_exit(0);
	write(1, "x", 1);        //@ fill
}
`;

function labelsOf(file: { readonly text: string }): Label[] {
	return file.text.split("\n").flatMap((line, i) => {
		const found = /\/\/@ (.*)/.exec(line)?.[1];
		return found === undefined ? [] : [{ text: found, line: i + 1 }];
	});
}

const labels = sourceLabels([{ name: "main", files: [{ path: "main.c", text }] }], labelsOf);

function member(pid: number, line: number | null, ...programs: string[]): Member {
	const forkedAt = line === null ? null : { file: "main.c", line };
	return { pid, parent: 1, born: 0, forkedAt, programs: programs.map((program) => ({ step: 0, program })) };
}

describe("names", () => {
	test.each([
		["the head of a file names its program", [member(2, null, "main")], ["parent"]],
		["a fork's line names the child", [member(2, null, "main"), member(3, 4, "main")], ["parent", "reader"]],
		[
			"children of one line are numbered",
			[member(2, 7, "main"), member(3, 7, "main"), member(4, 7, "main")],
			["worker", "worker 2", "worker 3"],
		],
		[
			"without a label the program's name",
			[member(2, null, "sort"), member(3, 5, "sort")],
			["sort", "sort 2"],
		],
		["exec gives the new program's name", [member(2, 5, "main", "cat")], ["cat"]],
		["a fork's name outlives exec", [member(2, 4, "main", "cat")], ["reader"]],
	])("%s", (_, members, names) => {
		expect([...nameProcesses(members, labels).values()]).toEqual(names);
	});

	test("other labels are places", () => {
		expect(labels.places).toEqual([{ label: "fill", file: "main.c", line: 9 }]);
	});
});
