// The C programs that are measured, and how they are built here and with the machine's own compiler.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../src/computer/compiler.ts";
import { defaultOptions, type Options, type Software } from "../../src/computer/index.ts";

/** Primes below `count`, counted with a sieve. */
export const sieveProgram = (count: number) => `#include <stdio.h>
#define COUNT ${count}
static char composite[COUNT];
int main(void) {
	int primes = 0;
	for (int i = 2; i < COUNT; i++) {
		if (composite[i])
			continue;
		primes++;
		for (int j = i + i; j < COUNT; j += i)
			composite[j] = 1;
	}
	printf("%d\\n", primes);
	return 0;
}
`;

export const fibProgram = `#include <stdio.h>
int fib(int n) {
	if (n < 2)
		return n;
	return fib(n - 1) + fib(n - 2);
}
int main(void) {
	printf("%d\\n", fib(27));
	return 0;
}
`;

/** One byte goes to and fro between two processes, `rounds` times. */
export const pingPongProgram = (rounds: number) => `#include <unistd.h>
int main(void) {
	int to[2], from[2];
	char ball = 'o';
	pipe(to);
	pipe(from);
	if (fork() == 0) {
		for (int i = 0; i < ${rounds}; i++) {
			read(to[0], &ball, 1);
			write(from[1], &ball, 1);
		}
		_exit(0);
	}
	for (int i = 0; i < ${rounds}; i++) {
		write(to[1], &ball, 1);
		read(from[0], &ball, 1);
	}
	return 0;
}
`;

export function optionsFor(maxSteps: number): Options {
	return { ...defaultOptions("linux"), maxSteps };
}

export function built(text: string, options: Options): Software {
	const { software, diagnostics } = build([{ name: "main", files: [{ path: "main.c", text }] }], options);
	if (software === null) throw new Error(diagnostics.map((one) => one.message).join("\n"));
	return software;
}

/** Milliseconds that the program takes when `cc -O0` has compiled it, start included; null without a cc. */
export function withCc(text: string, runs = 5): number | null {
	if (spawnSync("cc", ["--version"]).status !== 0) return null;
	const folder = mkdtempSync(join(tmpdir(), "bench-"));
	try {
		const binary = (name: string, source: string) => {
			const path = join(folder, name);
			writeFileSync(`${path}.c`, source);
			execFileSync("cc", ["-O0", "-w", "-o", path, `${path}.c`]);
			return path;
		};
		const program = binary("program", text);
		const nothing = binary("nothing", "int main(void) { return 0; }");
		return Math.max(0.1, fastest(program, runs) - fastest(nothing, runs));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function fastest(path: string, runs: number): number {
	const pinned = spawnSync("taskset", ["-c", "0", "true"]).status === 0;
	let best = Number.POSITIVE_INFINITY;
	for (let run = 0; run < runs; run++) {
		const start = performance.now();
		// On one processor the kernel hands over from process to process at its best.
		if (pinned) execFileSync("taskset", ["-c", "0", path]);
		else execFileSync(path);
		best = Math.min(best, performance.now() - start);
	}
	return best;
}
