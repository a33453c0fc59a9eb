// Records what glibc prints: compiles the programs of src/machine/libc/programs, or those named (regular.c…), and runs them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { commandLine } from "./command-line.mjs";

const folder = resolve(import.meta.dirname, "../src/machine/libc/programs");
const recordsFile = join(folder, "linux.json");
const all = readdirSync(folder).filter((file) => file.endsWith(".c"));
const { words: wanted } = commandLine("usage: node scripts/record-library.mjs [NAME.c…]", {
	takesWords: true,
});
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`src/machine/libc/programs has no ${unknown.join(", ")}`);
const records = wanted.length === 0 ? {} : JSON.parse(readFileSync(recordsFile, "utf8"));
const work = mkdtempSync(join(tmpdir(), "interprocess-"));
const program = join(work, "program");
for (const file of wanted.length === 0 ? all : wanted) {
	const input = readFileSync(join(folder, file), "utf8");
	const flags = ["-w", "-fno-builtin", "-x", "c", "-o", program, "-", "-lm", "-lcrypt"];
	const cc = spawnSync("cc", flags, { input, encoding: "utf8" });
	if (cc.status !== 0) throw new Error(`${file}: cc says\n${cc.stderr}`);
	const { status, stdout } = spawnSync(program, [], { encoding: "utf8", env: { TZ: "UTC" } });
	records[file] = { status, stdout: stdout.split("\n") };
}
rmSync(work, { recursive: true });
const sorted = Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(recordsFile, `${JSON.stringify(sorted, null, "\t")}\n`);
