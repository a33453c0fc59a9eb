// The reference's own programs print what Linux printed, or what is said of those that Linux was not asked.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { build, formatDiagnostics } from "../computer/compiler.ts";
import { type Software, start } from "../computer/index.ts";
import { laws } from "../kernel/index.ts";
import { runOfLesson } from "../lessons/index.ts";
import { lessonOf, needsUserland } from "../session/playground.ts";
import { createUserland } from "../userland/index.ts";
import { readPrograms } from "./gather.ts";
import { NOT_ASKED } from "./not-shown.ts";
import { type ReferenceProgram, workOfProgram } from "./work.ts";

const folder = resolve("src/reference/programs");
const programs = readPrograms(resolve("src"), folder);
const records = JSON.parse(readFileSync(resolve(folder, "linux.json"), "utf8")) as {
	readonly [file: string]: { readonly stdout: string; readonly stderr: string; readonly status: number };
};
const userland = createUserland();

function run(program: ReferenceProgram): { stdout: string; stderr: string; status: number | string } {
	const work = workOfProgram(program);
	const { options } = runOfLesson(lessonOf(work), {}, work.programs);
	const { diagnostics, software } = build(work.programs, options);
	const errors = diagnostics.filter(({ severity }) => severity === "error");
	expect(formatDiagnostics(work.programs, errors)).toBe("");
	const computer = start(
		{ ...(software as Software), ...(needsUserland(work) ? { userland } : {}) },
		{ ...options, maxSteps: 100_000 },
	);
	while (computer.outcome === null && computer.advance(10_000).steps > 0) {
		expect(laws(computer.kernel)).toEqual([]);
	}
	const text = (stream: "stdout" | "stderr") => new TextDecoder().decode(computer.output(stream));
	const { outcome } = computer;
	const status = outcome?.kind === "exited" ? outcome.status : (outcome?.kind ?? "waits");
	return { stdout: text("stdout"), stderr: text("stderr"), status };
}

test("each was asked of Linux, or it is said why not", () => {
	const names = programs.map(({ name }) => name);
	expect(
		[...Object.keys(records).map((file) => file.replace(".c", "")), ...Object.keys(NOT_ASKED)].sort(),
	).toEqual(names);
});

describe("prints as on Linux, or as is said", () => {
	test.each(programs.map((program) => [program.name, program] as const))("%s", (name, program) => {
		const { stderr, status, stdout } = records[`${name}.c`] ?? {
			stdout: NOT_ASKED[name]?.stdout,
			stderr: "",
			status: 0,
		};
		expect(run(program)).toEqual({ stdout, stderr, status });
	});
});
