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

test.each(sessions)("$title", ({ keys, screen }) => {
	const computer = start(
		{ images: new Map(), first: "sh", programs: [], userland },
		{
			...defaultOptions("linux"),
			args: ["-i"],
			env: { PATH: "/usr/bin:/bin", HOME: "/home/student", LC_ALL: "C", PS1: "$ " },
			stdin: { text: "", ended: false, interactive: true, attended: true },
			terminal: { stdout: true, stderr: true },
		},
	);
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
