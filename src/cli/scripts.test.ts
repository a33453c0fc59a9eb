// The project's own scripts: what they say of an option that they do not know.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const scripts = join(import.meta.dirname, "../../scripts");

test.each(["bench", "book", "check-linux", "record-linux", "record-userland", "test"])(
	"%s tells its usage, and of an option that it does not know in one line",
	(name) => {
		const run = (word: string) =>
			spawnSync(process.execPath, [join(scripts, `${name}.mjs`), word], { encoding: "utf8" });
		expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^usage: /), stderr: "" });
		const stderr = "Unknown option '--nope': --help tells what there is\n";
		expect(run("--nope")).toMatchObject({ status: 2, stdout: "", stderr });
	},
);
