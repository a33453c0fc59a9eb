// Scripts, as dash and the programs of Linux answered them: the same here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatDiagnostics } from "../computer/compiler.ts";
import { defaultOptions, start } from "../computer/index.ts";
import { laws } from "../kernel/index.ts";
import { compile } from "../machine/compiler.ts";
import { createUserland, programNames, programSource } from "./index.ts";
import programs from "./linux.json";
import language from "./shell.json";

interface Answer {
	readonly stdout: string;
	readonly stderr: string;
	readonly status: number | string;
}

/** What Linux answered, by table. */
const recorded: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
	"scripts.txt": programs,
	"shell.txt": language,
};
const userland = createUserland();
/** The laws are looked at after so many stretches of steps. */
const OFTEN = 50;

function answerTo(script: string): Answer {
	const options = defaultOptions("linux");
	const computer = start(
		{ images: new Map(), first: "sh", programs: [], userland },
		{
			...options,
			args: ["-c", script],
			env: { PATH: "/usr/bin:/bin", HOME: "/home/student", LC_ALL: "C" },
			stdin: { text: "", ended: true, interactive: false },
			terminal: { stdout: false, stderr: false },
		},
	);
	for (let round = 0; computer.outcome === null; round++) {
		if (computer.advance(1_000_000).steps === 0) break;
		if (round % OFTEN === 0) expect(laws(computer.kernel)).toEqual([]);
	}
	const decoder = new TextDecoder();
	const { outcome } = computer;
	const status =
		outcome?.kind === "exited"
			? outcome.status
			: outcome?.kind === "killed"
				? 128 + outcome.signal
				: (outcome?.kind ?? "waits");
	return {
		stdout: decoder.decode(computer.output("stdout")),
		stderr: decoder.decode(computer.output("stderr")),
		status,
	};
}

describe.each(Object.entries(recorded))("as on Linux: %s", (path, answers) => {
	test.each(Object.entries(answers))("%s", (script, answer) => {
		expect(answerTo(script)).toEqual(answer);
	});

	test("every script has a record", () => {
		const table = readFileSync(join(import.meta.dirname, path), "utf8");
		expect(Object.keys(answers)).toEqual(table.trimEnd().split("\n\n").slice(1));
	});
});

describe("the programs of /bin", () => {
	test.each(programNames)("%s compiles without a warning", (name) => {
		const source = programSource(name);
		const { diagnostics } = compile(source.files, { name, include: (path) => source.include?.(path) });
		expect(formatDiagnostics([source], diagnostics)).toBe("");
	});

	test("none is compiled before it is asked for", () => {
		const asked: string[] = [];
		const watched = {
			names: userland.names,
			image: (name: string) => {
				asked.push(name);
				return userland.image(name);
			},
		};
		const computer = start(
			{ images: new Map(), first: "sh", programs: [], userland: watched },
			{ ...defaultOptions("linux"), args: ["-c", "wc < /dev/null; true"] },
		);
		while (computer.outcome === null) computer.advance(1_000_000);
		expect(asked).toEqual(["sh", "wc"]);
	});
});
