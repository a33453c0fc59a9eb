// The line at which one types: what Tab completes, what the keys of a shell make of it, and what of the screen is shown.
import { describe, expect, test } from "vitest";
import { boot, type KernelState, type Terminal } from "../../kernel/index.ts";
import { complete } from "./completion.ts";
import { edited, screenText } from "./screen-text.ts";

const stream = { interactive: true };

/** A computer whose process 2 reads a line in /home/student. */
function computer(): KernelState {
	const { state } = boot({
		limits: {} as KernelState["limits"],
		programs: ["writer"],
		bin: ["ls", "lsof", "wc"],
		files: { "notes.txt": "", "note 2": "", "papers/one.c": "", ".hidden": "", "/tmp/left": "" },
		terminal: {
			stdin: { ...stream, bytes: new Uint8Array(0), ended: false },
			stdout: stream,
			stderr: stream,
		},
	});
	const init = state.processes[1] as KernelState["processes"][number];
	const keyboard = Object.values(state.terminals).find(({ name }) => name === "stdin") as Terminal;
	const shell = { ...init, pid: 2, wait: { on: "terminal-input", terminal: keyboard.id } as const };
	return { ...state, processes: { ...state.processes, 2: shell } };
}

describe("Tab", () => {
	test.each([
		["l", "ls", ["ls", "lsof"]],
		["lso", "lsof ", []],
		["wri", "writer ", []],
		["ls | w", "ls | w", ["wait", "wc", "writer"]],
		["fg; wai", "fg; wait ", []],
		["cat notes", "cat notes.txt ", []],
		["cat not", "cat note", ["note 2", "notes.txt"]],
		["cat < pap", "cat < papers/", []],
		["cat papers/o", "cat papers/one.c ", []],
		["./wr", "./writer ", []],
		["ls /tmp/l", "ls /tmp/left ", []],
		["ls ../student/papers/../note", "ls ../student/papers/../note", ["note 2", "notes.txt"]],
		["ls /usr/bin/lso", "ls /usr/bin/lsof ", []],
		["cat .h", "cat .hidden ", []],
	])("'%s' becomes '%s'", (line, becomes, several) => {
		expect(complete(computer(), line, 0)).toEqual({ line: becomes, several });
	});

	test.each(["", "ls ", "cat nothing", "cat nowhere/n", "xyz"])("has nothing for '%s'", (line) => {
		expect(complete(computer(), line, 0)).toBe(null);
	});
});

describe("Ctrl and a letter", () => {
	const pressed = (key: string) =>
		edited({ ctrlKey: true, altKey: false, metaKey: false, key }, "echo one  two", 10);
	test.each([
		["a", "echo one  two", 0],
		["e", "echo one  two", 13],
		["u", "two", 0],
		["k", "echo one  ", 10],
		["w", "echo two", 5],
	])("%s: '%s', cursor at %i", (key, line, at) => {
		expect(pressed(key)).toEqual({ line, at });
	});

	test("c is the terminal's", () => expect(pressed("c")).toBe(null));
});

describe("the screen", () => {
	const shows = (name: string, text: string) =>
		({ name, output: [{ pid: 2, fd: 1, bytes: new TextEncoder().encode(text) }] }) as unknown as Terminal;

	test("is that of who logged in last", () => {
		const terminals = { 1: shows("stdout", "the lesson's\n"), 2: shows("pts/1", "$ ls\nmain\n$ ") };
		expect(screenText(terminals)).toMatchObject({ lines: "$ ls\nmain\n", last: "$ " });
	});

	test("of the first, where somebody has logged in, is its own", () => {
		const terminals = { 1: shows("stdout", "the lesson's\n"), 2: shows("pts/1", "$ ") };
		expect(screenText(terminals, 0, 0)).toMatchObject({ lines: "the lesson's\n", last: "" });
	});

	test("cleared, begins with the prompt; a step back before that shows all again", () => {
		const later = { 1: shows("stdout", "$ ls\nmain\n$ ps\nsh\n$ ") };
		expect(screenText(later, 12)).toMatchObject({ lines: "$ ps\nsh\n", last: "$ " });
		expect(screenText({ 1: shows("stdout", "$ ls\n") }, 12)).toMatchObject({ lines: "$ ls\n", last: "" });
	});

	test("says that the beginning of very much is not there", () => {
		const { lines, length } = screenText({ 1: shows("stdout", "y\n".repeat(50_000)) });
		expect(lines.startsWith("…\n")).toBe(true);
		expect([lines.length, length]).toEqual([60_002, 100_000]);
	});
});
