// When a stream's bytes reach its file, and how programs that break the library's rules end. The writes are those that
// strace shows of the same programs under glibc.
import { describe, expect, test } from "vitest";
import { runProgram, type Surroundings } from "./run-program.ts";

function program(body: string): string {
	return `#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static char big[20000], line[100];
int main(void)
{
	memset(big, 'x', sizeof big);
	${body}
	return 0;
}`;
}

type Row = readonly [title: string, body: string, writes: readonly string[]];

/** Long writes as their length. */
function shortened(writes: readonly string[]): string[] {
	return writes.map((text) => (text.length > 30 ? `${text.length} bytes` : text));
}

function check(rows: readonly Row[], surroundings: Surroundings): void {
	test.each(rows)("%s", (_, body, writes) => {
		expect(shortened(runProgram(program(body), surroundings).writes)).toEqual(writes);
	});
}

describe("standard output to a pipe or file", () => {
	check(
		[
			["is written at exit", `printf("a\\nb\\n"); puts("c");`, ["a\nb\nc\n"]],
			["is lost at _exit", `printf("a\\n"); _exit(0);`, []],
			["is lost at abort", `printf("a\\n"); abort();`, []],
			["is written by fflush", `printf("a"); fflush(stdout); printf("b");`, ["a", "b"]],
			["is written by fflush(NULL)", `printf("a"); fflush(NULL); write(1, "b", 1);`, ["a", "b"]],
			[
				"is written in blocks of 4096",
				"for (int i = 0; i < 9000; i++) putchar('a');",
				["4096 bytes", "4096 bytes", "808 bytes"],
			],
			[
				"fills the block before it is written",
				`printf("ab"); fwrite(big, 1, 5000, stdout);`,
				["4096 bytes", "906 bytes"],
			],
			[
				"passes whole blocks by the buffer",
				"fwrite(big, 1, 10000, stdout); fwrite(big, 1, 10, stdout);",
				["8192 bytes", "1818 bytes"],
			],
			["does not wait for standard error", `printf("out"); fprintf(stderr, "error");`, ["error", "out"]],
			["is not written by reading", `printf("question? "); fgets(line, 100, stdin);`, ["question? "]],
			[
				"line by line when told so",
				`setvbuf(stdout, NULL, _IOLBF, 0); printf("a\\n"); printf("b"); printf("c\\nd");`,
				["a\n", "bc\n", "d"],
			],
			[
				"at once when told so",
				`setbuf(stdout, NULL); printf("%d-%d", 1, 2); putchar('a'); fputs("bc\\nd", stdout);`,
				["1-2", "a", "bc\nd"],
			],
			[
				"in a buffer of the program's",
				`setvbuf(stdout, big, _IOFBF, 200); for (int i = 0; i < 30; i++) printf("abcdefghij");`,
				["200 bytes", "100 bytes"],
			],
		],
		{},
	);
});

describe("standard output to a terminal", () => {
	check(
		[
			[
				"goes line by line",
				`printf("a\\n"); printf("b"); printf("c\\n"); printf("d");`,
				["a\n", "bc\n", "d"],
			],
			["keeps what has no newline for exit", `printf("a"); write(1, "b", 1);`, ["b", "a"]],
			[
				"is written before a terminal is read",
				`printf("? "); fgets(line, 9, stdin); write(1, "!", 1);`,
				["? ", "!"],
			],
			["has a buffer of 1024", "for (int i = 0; i < 1500; i++) putchar('a');", ["1024 bytes", "476 bytes"]],
			[
				"is full-buffered when told so",
				`setvbuf(stdout, NULL, _IOFBF, 0); printf("a\\n"); printf("b\\n");`,
				["a\nb\n"],
			],
		],
		{ terminal: true, stdin: "answer\n" },
	);
});

describe("standard error", () => {
	check(
		[
			[
				"goes at once, a call in one write",
				`fprintf(stderr, "%s %d\\n", "a", 1); fputs("b", stderr);`,
				["a 1\n", "b"],
			],
			["perror is one write", `errno = ENOENT; perror("open");`, ["32 bytes"]],
			["perror without a name", "errno = EINTR; perror(NULL);", ["Interrupted system call\n"]],
		],
		{},
	);
});

test("reading takes lines from a terminal, and ends sticky", () => {
	const body = `int c;
	while (fgets(line, sizeof line, stdin)) printf("[%s]", line);
	printf("%d %d ", feof(stdin), ferror(stdin));
	c = getchar();
	printf("%d\\n", c);`;
	const ran = runProgram(program(body), { stdin: "one\ntwo\nthree" });
	expect(ran.stdout).toBe("[one\n][two\n][three]1 0 -1\n");
});

test("getline, ungetc and fread share one buffer", () => {
	const body = `char *text = NULL; size_t size = 0;
	ssize_t length = getline(&text, &size, stdin);
	printf("%zd:%s", length, text);
	int c = getchar();
	ungetc('#', stdin);
	printf("%c%c|", c, getchar());
	printf("%zu:", fread(line, 2, 4, stdin));
	printf("%.8s|%d\\n", line, getchar());`;
	expect(runProgram(program(body), { stdin: "first\nabcdefghi" }).stdout).toBe("6:first\na#|4:bcdefghi|-1\n");
});

describe("a program that breaks the rules", () => {
	test.each([
		["free(big + 8);", "free(): invalid pointer\n"],
		["char *p = malloc(10); free(p); free(p);", "free(): double free detected in tcache 2\n"],
		["realloc(big, 5);", "realloc(): invalid pointer\n"],
		["assert(1 + 1 == 3);", "program: program.c:12: main: Assertion `1 + 1 == 3' failed.\n"],
	])("%s", (body, words) => {
		expect(runProgram(program(body))).toMatchObject({ stderr: words, end: "signal 6" });
	});
});
