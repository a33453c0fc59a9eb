// Programs on the real kernel: built by cc, run each in a folder of its own, ended when they do not end.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ran } from "../../src/computer/random-programs/index.ts";

/** Milliseconds after which a program is taken to be stuck. */
const PATIENCE = 5000;
/** What the simulated computer allows: RLIMIT_NOFILE's soft limit. */
const DESCRIPTORS = 1024;

export function haveCompiler(): boolean {
	return process.platform === "linux" && spawnSync("cc", ["--version"]).status === 0;
}

/** A folder that is gone when `work` is done. */
export function withFolder<T>(work: (folder: string) => T): T {
	const folder = mkdtempSync(join(tmpdir(), "check-linux-"));
	try {
		return work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Builds one text of C; returns what cc said when it refused. */
export function compileText(text: string, target: string): string | null {
	const done = spawnSync("cc", ["-w", "-O0", "-x", "c", "-o", target, "-"], {
		input: text,
		encoding: "utf8",
	});
	return done.status === 0 ? null : done.stderr;
}

/** Runs a program in an empty folder, with nothing on standard input. No program here exits with a status above 128. */
export function runOnLinux(words: readonly string[], folder: string): Ran {
	const box = join(folder, "box");
	rmSync(box, { recursive: true, force: true });
	mkdirSync(box);
	const command = `ulimit -c 0; ulimit -Sn ${DESCRIPTORS}; "$@"; exit $?`;
	const options = { cwd: box, input: "", timeout: PATIENCE, killSignal: "SIGKILL", detached: true } as const;
	const done = spawnSync("sh", ["-c", command, "sh", ...words], options);
	endGroup(done.pid);
	const stdout = done.stdout.toString("latin1");
	if (done.error !== undefined || done.status === null) return { stdout, end: "does not end" };
	return { stdout, end: done.status > 128 ? `killed ${done.status - 128}` : `exited ${done.status}` };
}

/** Whoever a program left behind. */
function endGroup(leader: number): void {
	try {
		process.kill(-leader, "SIGKILL");
	} catch {
		// Nobody is left.
	}
}
