// The library against glibc: programs that print what it does, and what they print on x86-64 Linux (programs/linux.json).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import linux from "./programs/linux.json";
import { runProgram } from "./run-program.ts";

interface Recorded {
	readonly status: number;
	/** Line by line. */
	readonly stdout: readonly string[];
}

const recorded: Readonly<Record<string, Recorded>> = linux;

const programs = import.meta.glob("./programs/*.c", {
	query: "?raw",
	import: "default",
	eager: true,
}) as Readonly<Record<string, string>>;

const names = Object.keys(programs).map((path) => path.replace("./programs/", ""));

describe("prints here what it prints on Linux", () => {
	test.each(names)("%s", (name) => {
		const ran = runProgram(programs[`./programs/${name}`]!);
		expect(ran.end).toBeNull();
		expect(ran.stdout.split("\n")).toEqual(recorded[name]!.stdout);
		expect(ran.status).toBe(recorded[name]!.status);
	});
});

function haveCompiler(): boolean {
	try {
		return execFileSync("cc", ["-dumpmachine"], { encoding: "utf8" }).startsWith("x86_64-linux-gnu");
	} catch {
		return false;
	}
}

describe.skipIf(!haveCompiler())("the record is what this Linux says", () => {
	test.each(names)("%s", (name) => {
		const directory = mkdtempSync(join(tmpdir(), "libc-"));
		try {
			const program = join(directory, "program");
			execFileSync("cc", ["-w", "-fno-builtin", "-x", "c", "-o", program, "-", "-lm", "-lcrypt"], {
				input: programs[`./programs/${name}`]!,
			});
			expect(output(program).split("\n")).toEqual(recorded[name]!.stdout);
		} finally {
			rmSync(directory, { recursive: true });
		}
	});
});

/** What a program prints, whatever its status. */
function output(program: string): string {
	try {
		return execFileSync(program, { encoding: "utf8", env: { TZ: "UTC" } });
	} catch (error) {
		return (error as { stdout: string }).stdout;
	}
}
