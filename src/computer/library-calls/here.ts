// The programs of library-calls, and what each of their cases calls on the simulated computer.

import { build } from "../compiler.ts";
import { defaultOptions, type Software, start, Tracer } from "../index.ts";
import { type Calls, callsOf } from "./calls.ts";

/** The files that hold cases. */
export const PROGRAMS: readonly string[] = ["streams", "places", "processes", "files", "channels", "signals"];

/** What stands on standard input, or is typed. */
export const STDIN = "one\ntwo\nthree\n";

/** For both sides. */
export const ENVIRONMENT = { PATH: "/usr/bin:/bin", HOME: "/", TZ: "UTC" } as const;

/** What the cases ask of a shell: `echo a`, `cat > /dev/null`, and nothing. */
const SHELL = `#include <unistd.h>
int main(int argc, char *argv[])
{
	char byte;
	if (argc > 2 && argv[2][0] == 'e' && argv[2][1] == 'c')
		write(1, "a\\n", 2);
	if (argc > 2 && argv[2][0] == 'c')
		while (read(0, &byte, 1) > 0) {
		}
	return 0;
}
`;

/** The names of a program's cases. */
export function casesOf(text: string): string[] {
	return [...text.matchAll(/^(?:CASE|GETS|STOPS)\((\w+)/gm)].map(([, name]) => name as string);
}

/** Whether a case has a terminal for standard input, output and error; else each is a pipe. */
export function isOnTerminal(name: string): boolean {
	return name.startsWith("terminal_");
}

/** Compiles a program of cases. */
export function buildCases(name: string, text: string, header: string): Software {
	const files = [
		{ path: `${name}.c`, text },
		{ path: "case.h", text: header },
	];
	const shell = [{ path: "sh.c", text: SHELL }];
	const programs = [
		{ name, files },
		{ name: "sh", files: shell },
	];
	const { software, diagnostics } = build(programs, defaultOptions("linux"));
	if (software === null)
		throw new Error(`${name}.c: ${diagnostics.find(({ severity }) => severity === "error")?.message}`);
	return software;
}

/** What one case calls. */
export function callsHere(software: Software, name: string): Calls {
	const interactive = isOnTerminal(name);
	const computer = start(software, {
		...defaultOptions("linux"),
		args: [name],
		env: ENVIRONMENT,
		stdin: { text: STDIN, ended: true, interactive },
		terminal: { stdout: interactive, stderr: interactive },
	});
	const tracer = new Tracer();
	const lines: string[] = [];
	while (computer.outcome === null) {
		const { steps } = computer.advance(1_000_000);
		lines.push(...tracer.lines(computer.kernel.events, computer.kernel.state));
		if (steps === 0) break;
	}
	return callsOf(lines);
}
