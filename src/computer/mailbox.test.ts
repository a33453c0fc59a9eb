// The mailbox of the book and the one for Linux are the same: one header, one program, one output.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { laws } from "../kernel/index.ts";
import { build, formatDiagnostics } from "./compiler.ts";
import { defaultOptions, type Software, start } from "./index.ts";

const folder = resolve(import.meta.dirname, "../../mailbox");
const text = (name: string) => readFileSync(join(folder, name), "utf8");
const hasCompiler = process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0;

test("both have the same header", () => {
	const own = resolve(import.meta.dirname, "../machine/libc/include/mailbox.h");
	expect(readFileSync(own, "utf8")).toBe(text("mailbox.h"));
});

test("the book's computer prints what Linux printed", () => {
	const options = { ...defaultOptions("linux"), maxSteps: 2_000_000 };
	const programs = [{ name: "letters", files: [{ path: "letters.c", text: text("letters.c") }] }];
	const { diagnostics, software } = build(programs, options);
	expect(formatDiagnostics(programs, diagnostics)).toBe("");
	const computer = start(software as Software, {
		...options,
		stdin: { text: "", ended: true, interactive: false },
	});
	while (computer.outcome === null && computer.advance(1_000_000).steps > 0) {
		expect(laws(computer.kernel)).toEqual([]);
	}
	expect(new TextDecoder().decode(computer.output("stdout"))).toBe(text("letters.out"));
	expect(computer.outcome).toEqual({ kind: "exited", status: 0 });
});

test.runIf(hasCompiler)("mailbox.c compiles without a warning, and Linux prints the same", () => {
	const work = mkdtempSync(join(tmpdir(), "interprocess-mailbox-"));
	const program = join(work, "letters");
	const sources = ["letters.c", "mailbox.c"].map((name) => join(folder, name));
	const cc = spawnSync("cc", ["-Wall", "-Wextra", "-o", program, ...sources], { encoding: "utf8" });
	expect([cc.status, cc.stderr]).toEqual([0, ""]);
	const run = spawnSync(program, [], { encoding: "utf8", timeout: 20_000 });
	rmSync(work, { recursive: true });
	expect([run.status, run.stdout]).toEqual([0, text("letters.out")]);
});
