// The same C program compiled by the machine's own `cc -O0`, and how long it takes there.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Native {
	/** Milliseconds of processor time of one run, without the start of the program. */
	readonly processor: () => number;
	/** Milliseconds of one run by the clock, on one processor: there the kernel hands over between processes at its best. */
	readonly clock: () => number;
	remove(): void;
}

/** Runs the program in a child, its output thrown away, and prints the nanoseconds it took: of the processor, and by the clock. */
const STOPWATCH = `#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
int measured(void);
static long now(clockid_t clock) {
	struct timespec t;
	clock_gettime(clock, &t);
	return t.tv_sec * 1000000000L + t.tv_nsec;
}
int main(void) {
	int ends[2];
	long taken[2];
	pipe(ends);
	if (fork() == 0) {
		freopen("/dev/null", "w", stdout);
		taken[0] = -now(CLOCK_PROCESS_CPUTIME_ID);
		taken[1] = -now(CLOCK_MONOTONIC);
		measured();
		taken[0] += now(CLOCK_PROCESS_CPUTIME_ID);
		taken[1] += now(CLOCK_MONOTONIC);
		write(ends[1], taken, sizeof taken);
		_exit(0);
	}
	read(ends[0], taken, sizeof taken);
	wait(NULL);
	printf("%ld %ld\\n", taken[0], taken[1]);
	return 0;
}
`;

/** Null without a cc. */
export function native(text: string): Native | null {
	if (spawnSync("cc", ["--version"]).status !== 0) return null;
	const folder = mkdtempSync(join(tmpdir(), "bench-"));
	const path = (name: string) => join(folder, name);
	writeFileSync(path("program.c"), text);
	writeFileSync(path("stopwatch.c"), STOPWATCH);
	execFileSync("cc", ["-O0", "-w", "-Dmain=measured", "-c", "-o", path("program.o"), path("program.c")]);
	execFileSync("cc", ["-O0", "-w", "-o", path("program"), path("stopwatch.c"), path("program.o")]);
	const pinned = spawnSync("taskset", ["-c", "0", "true"]).status === 0;
	const command = [...(pinned ? ["taskset", "-c", "0"] : []), path("program")];
	const run = (which: number) => {
		const [file = "", ...args] = command;
		return Number(execFileSync(file, args, { encoding: "utf8" }).split(" ")[which]) / 1e6;
	};
	return {
		processor: () => run(0),
		clock: () => run(1),
		remove: () => rmSync(folder, { recursive: true }),
	};
}
