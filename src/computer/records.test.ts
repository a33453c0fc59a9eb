// What gcc's programs printed on Linux, and with which status they ended: the same here, law by law, step by step.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { laws } from "../kernel/index.ts";
import { build, formatDiagnostics } from "./compiler.ts";
import { defaultOptions, type Software, start } from "./index.ts";
import records from "./programs/linux.json";

interface Recorded {
	/** Null: a terminal, at which nobody types. */
	readonly stdin: string | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly status: number;
}

const folder = join(import.meta.dirname, "programs");
const headers = ["row.h", "ux.h"].map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
const recorded = records as Readonly<Record<string, Recorded>>;

function software(file: string): Software {
	const sources = [{ path: file, text: readFileSync(join(folder, file), "utf8") }, ...headers];
	const programs = [{ name: file.replace(".c", ""), files: sources }];
	const { software, diagnostics } = build(programs, defaultOptions("linux"));
	expect(formatDiagnostics(programs, diagnostics)).toBe("");
	return software as Software;
}

function run(
	file: string,
	stdin: string | null,
): { stdout: string; stderr: string; status: number | string } {
	const options = defaultOptions("linux");
	const asRoot = readFileSync(join(folder, file), "utf8").split("*/")[0]?.includes("as root");
	const computer = start(software(file), {
		...options,
		user: asRoot ? "root" : options.user,
		maxSteps: 2_000_000,
		stdin: { text: stdin ?? "", ended: stdin !== null, interactive: stdin === null },
		terminal: { stdout: stdin === null, stderr: stdin === null },
	});
	while (computer.outcome === null) {
		const { steps } = computer.advance(1_000_000);
		expect(laws(computer.kernel)).toEqual([]);
		if (steps === 0) break;
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

describe("as on Linux", () => {
	test.each(Object.entries(recorded))("%s", (file, { stdin, ...expected }) => {
		expect(run(file, stdin)).toEqual(expected);
	});

	test("every program has a record", () => {
		const files = readdirSync(folder).filter((file) => file.endsWith(".c"));
		expect(Object.keys(recorded)).toEqual(files.sort());
	});
});
