// A person at the shell: the keys, and what a Linux terminal showed with dash (sessions.json): the same here.
import { expect, test } from "vitest";
import { encodeText } from "../base/index.ts";
import { type Computer, defaultOptions, start } from "../computer/index.ts";
import { laws } from "../kernel/index.ts";
import { createUserland } from "./index.ts";
import sessions from "./sessions.json";

const userland = createUserland();

/** Stretches of steps after which a program that never rests has shown what it does. */
const ENOUGH = 3000;

function screenOf(computer: Computer): string {
	const pieces = Object.values(computer.kernel.state.terminals).flatMap(({ output }) => output);
	computer.forgetOutput();
	return pieces.map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
}

function atShell(): Computer {
	return start(
		{ images: new Map(), first: "sh", programs: [], userland },
		{
			...defaultOptions("linux"),
			args: ["-i"],
			env: { PATH: "/usr/bin:/bin", HOME: "/home/student", LC_ALL: "C", PS1: "$ " },
			stdin: { text: "", ended: false, interactive: true, attended: true },
			terminal: { stdout: true, stderr: true },
		},
	);
}

test.each(sessions)("$title", ({ keys, screen }) => {
	const computer = atShell();
	let seen = "";
	for (const each of ["", ...keys]) {
		computer.type(encodeText(each));
		seen += screenOf(computer);
		for (let i = 0; i < ENOUGH && computer.outcome === null && computer.choices().length > 0; i++) {
			computer.advance(100_000);
			seen += screenOf(computer);
		}
		expect(laws(computer.kernel)).toEqual([]);
	}
	expect(seen).toBe(screen);
});

/** Goes on until a step that follows `until`, or until nobody can. */
function advanceTo(computer: Computer, until: number): void {
	while (computer.outcome === null && computer.step < until && computer.choices().length > 0)
		computer.advance(until - computer.step);
}

/** Types a line at the shell and, so many steps later, Ctrl-C: the screen, and whether all rests then. */
function interrupted(line: string, after: number): { readonly screen: string; readonly rests: boolean } {
	const computer = atShell();
	advanceTo(computer, 100_000);
	computer.type(encodeText(line));
	advanceTo(computer, computer.step + after);
	computer.type(encodeText("\x03"));
	advanceTo(computer, computer.step + 60_000);
	return { screen: screenOf(computer), rests: computer.choices().length === 0 };
}

test.each(["yes > /dev/null\n", "yes | cat > /dev/null\n", "(yes; yes) > /dev/null\n"])(
	"Ctrl-C after %j is not lost, at whatever step of the shell's way to the program it comes",
	(line) => {
		for (let after = 1; after < 6_000; after += 37) {
			const { screen, rests } = interrupted(line, after);
			// The first of a pipeline may have been alone when the key came: then the last ends by itself, and no line is begun.
			expect([after, rests, screen]).toEqual([after, true, expect.stringMatching(/\^C\n?\$ $/)]);
		}
	},
);
