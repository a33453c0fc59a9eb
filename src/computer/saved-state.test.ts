// Saved states: none of them changes afterwards, whoever goes on from it, and output that was taken back stays taken back.

import { expect, test } from "vitest";
import { build } from "./compiler.ts";
import { defaultOptions, type Software, start } from "./index.ts";

const PROGRAM = `#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
	for (int i = 0; i < 5; i++) {
		int ends[2];
		char byte;
		pipe(ends);
		if (fork() == 0) {
			write(ends[1], "x", 1);
			_exit(i);
		}
		read(ends[0], &byte, 1);
		close(ends[0]);
		close(ends[1]);
		wait(NULL);
		printf("%d\\n", i);
		fflush(stdout);
	}
	return 0;
}
`;

const options = defaultOptions("lesson");
const programs = [{ name: "main", files: [{ path: "main.c", text: PROGRAM }] }];
const software = build(programs, options).software as Software;
const text = (computer: ReturnType<typeof start>) => new TextDecoder().decode(computer.output("stdout"));

test("every save of a run is what it was when it was made, in another computer and in any order", () => {
	const computer = start(software, options);
	const saves = [{ save: computer.snapshot(), print: computer.fingerprint(), output: "" }];
	while (computer.advance(1).steps > 0) {
		saves.push({ save: computer.snapshot(), print: computer.fingerprint(), output: text(computer) });
	}
	const other = start(software, options);
	for (let k = 0; k < saves.length; k++) {
		const { save, print, output } = saves[(k * 37) % saves.length] as (typeof saves)[0];
		other.restore(save);
		expect(other.fingerprint()).toBe(print);
		expect(text(other)).toBe(output);
		other.advance(30);
	}
});

test("two computers that go on from one save do not see each other's output", () => {
	const [a, b] = [start(software, options), start(software, options)];
	while (text(a) !== "0\n") a.advance(1);
	const save = a.snapshot();
	b.restore(save);
	while (text(a) !== "0\n1\n") a.advance(1);
	expect(text(b)).toBe("0\n");
	while (text(b) !== "0\n1\n") b.advance(1);
	expect(text(a)).toBe("0\n1\n");
	a.restore(save);
	expect(text(a)).toBe("0\n");
});
