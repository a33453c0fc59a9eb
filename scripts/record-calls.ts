// Records the system calls that glibc makes in the cases of src/computer/library-calls, as strace prints them:
// npm run record:calls (-- WORD… for the cases that have one of the words in their names).

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Calls, callsOf } from "../src/computer/library-calls/calls.ts";
import { casesOf, ENVIRONMENT, isOnTerminal, PROGRAMS, STDIN } from "../src/computer/library-calls/here.ts";
import { commandLine } from "./command-line.mjs";

const folder = resolve("src/computer/library-calls");
const recordsFile = join(folder, "linux.json");
const FLAGS = ["-std=gnu11", "-O0", "-w"];

const { words } = commandLine("usage: npm run record:calls [-- WORD…]", { takesWords: true });
const work = mkdtempSync(join(tmpdir(), "record-calls-"));
const known: Record<string, Record<string, Calls>> = JSON.parse(readFileSync(recordsFile, "utf8"));

function trace(program: string, name: string): Calls {
	const box = join(work, "box");
	const output = join(work, "trace");
	rmSync(box, { recursive: true, force: true });
	mkdirSync(box);
	const command = `strace -f -o ${output} ${join(work, program)} ${name}`;
	// A shell's own pipes: those that Node makes are sockets.
	const shell = isOnTerminal(name)
		? `script -qec "${command}" /dev/null`
		: `cat | ${command} 2>&1 | cat > /dev/null`;
	spawnSync("sh", ["-c", shell], { cwd: box, input: STDIN, env: ENVIRONMENT, timeout: 10_000 });
	return callsOf(readFileSync(output, "utf8").split("\n"));
}

let count = 0;
const records = Object.fromEntries(
	PROGRAMS.map((program) => {
		const cc = spawnSync("cc", [...FLAGS, "-o", join(work, program), join(folder, `${program}.c`)]);
		if (cc.status !== 0) throw new Error(`${program}.c: cc says\n${cc.stderr}`);
		const cases = casesOf(readFileSync(join(folder, `${program}.c`), "utf8")).map((name) => {
			const wanted = words.length === 0 || words.some((word) => name.includes(word));
			const old = known[program]?.[name];
			if (!wanted && old !== undefined) return [name, old] as const;
			count++;
			const calls = trace(program, name);
			if (JSON.stringify(trace(program, name)) !== JSON.stringify(calls))
				throw new Error(`${name}: two runs on Linux differ`);
			return [name, calls] as const;
		});
		return [program, Object.fromEntries(cases)];
	}),
);
rmSync(work, { recursive: true });
writeFileSync(recordsFile, `${JSON.stringify(records, null, "\t")}\n`);
console.log(`${count} cases recorded`);
