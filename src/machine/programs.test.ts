// Programs that use every part of the language, against what gcc's executables printed on x86-64 Linux.

/// <reference types="vite/client" />

import { expect, test } from "vitest";
import { runProgram } from "./libc/run-program.ts";

const sources = import.meta.glob<string>("./programs/*.c", { query: "?raw", import: "default", eager: true });
const outputs = import.meta.glob<string>("./programs/*.out", {
	query: "?raw",
	import: "default",
	eager: true,
});

test.each(Object.keys(sources))("%s", (path) => {
	const { stdout, status, end } = runProgram(sources[path]!, { args: ["one", "two words"] });
	expect(`${stdout}exit ${end ?? status}\n`).toBe(outputs[path.replace(/\.c$/, ".out")]);
});
