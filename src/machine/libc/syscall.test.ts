// Every system call of the header is one that syscall makes, or is named as not supported where a program uses its number.
import { describe, expect, test } from "vitest";
import header from "./include/sys/syscall.h?raw";
import source from "./src/syscall.c?raw";

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!).sort();

describe("syscall", () => {
	const made = new Set(all(source, /case SYS_(\w+):/g));
	const numbered = all(header, /^#define __NR_(\w+) \d+$/gm);

	test("what it does not make is named as such, and nothing else is", () => {
		const named = all(header, /^#pragma clang deprecated\(__NR_(\w+), "is not supported on this computer/gm);
		expect(named).toEqual(numbered.filter((name) => !made.has(name)));
		expect([...made].filter((name) => !numbered.includes(name))).toEqual([]);
	});

	test("each number has both of its names", () => {
		expect(all(header, /^#define SYS_(\w+) __NR_\1$/gm)).toEqual(numbered);
	});
});
