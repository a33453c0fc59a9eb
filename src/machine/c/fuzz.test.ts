// Any text at all: diagnostics, never an exception, never a hang.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../code/compile.ts";
import { declaring } from "../libc/declaring.ts";
import { header, headerNames, library } from "../libc/index.ts";
import { parse } from "./index.ts";
import { lex } from "./lexer.ts";
import { read } from "./testing.ts";

const programs = [
	`#include <stdio.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
struct node { struct node *next; int value : 5; union { char c[4]; long l; }; };
typedef int (*visitor)(struct node *, void *);
static int table[] = { [3] = 1, 2, [0] = 'x' };
enum { RED, GREEN = 1 << 3 };
static int each(struct node *list, visitor visit, void *data) {
	for (struct node *n = list; n != NULL; n = n->next)
		if (visit(n, data) < 0) return -1;
	return MAX(0, table[GREEN & 3]);
}
int main(int argc, char **argv) {
	struct node a = { .value = 3 }, b = { &a, 4, { "ab" } };
	int n = argc, vla[n][2];
	switch (n) { case 1 ... 3: vla[0][1] = sizeof vla; break; default: goto out; }
	do { n--; } while (n > 0 && argv[n] != 0);
	printf("%d %s\\n", each(&b, (visitor)0, (char *){ "x" }), __func__);
out:
	return (int)(b.value << 2 | ~a.c[1] ^ !n) ? 0x1fUL : 'a' + "abc"[1];
}
`,
	`#if defined(X) && !(Y + 1 > 2) || __LINE__ == 1
#include <stdarg.h>
#else
#error no
#endif
#define CAT(a, b) a##b
#define STR(...) #__VA_ARGS__
#define LOG(f, ...) puts(f, ##__VA_ARGS__)
int puts();
int sum(n) int n; { return n; }
int total(int count, ...) {
	va_list ap;
	va_start(ap, count);
	int CAT(su, m) = 0;
	while (count-- > 0) sum += va_arg(ap, int);
	va_end(ap);
	LOG(STR(a, "b" 'c'));
	return ({ int t = sum; t * 2.5f; }) + _Generic(sum, int: 1, default: 2);
}
`,
];

const pieces = programs.flatMap((program) => lex("main.c", program).map((token) => token.text));

function survives(text: string): void {
	const { unit, diagnostics } = read(text);
	const errors = diagnostics.filter((each) => each.severity === "error").length;
	expect(unit === null).toBe(errors > 0);
}

describe("no text makes the front end throw", () => {
	test("the programs themselves are right", () => {
		for (const program of programs) expect(read(program).diagnostics).toEqual([]);
	});

	test("programs cut off anywhere", () => {
		for (const program of programs)
			for (let i = 0; i < program.length; i += 11) survives(program.slice(0, i));
	});

	test("programs without one token", () => {
		for (const program of programs) {
			const tokens = lex("main.c", program).slice(0, -1);
			for (let i = 0; i < tokens.length; i += 5)
				survives(
					tokens.map((token, k) => `${token.first ? "\n" : " "}${k === i ? "" : token.text}`).join(""),
				);
		}
	});

	test("tokens in any order", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces, "\n"), { maxLength: 60 }), (tokens) =>
				survives(tokens.join(" ")),
			),
			{ numRuns: 200, seed: 1 },
		);
	});

	test("a stretch of one program put into another", () => {
		const at = fc.nat({ max: 1100 });
		fc.assert(
			fc.property(
				fc.constantFrom(...programs),
				fc.constantFrom(...programs),
				at,
				at,
				at,
				(into, from, a, b, c) => survives(into.slice(0, a) + from.slice(b, b + (c % 200)) + into.slice(a)),
			),
			{ numRuns: 150, seed: 2 },
		);
	});

	test("any characters", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => survives(text)),
			{ numRuns: 150, seed: 3 },
		);
	});
});

const real = library.filter((_, i) => i % 12 === 0);

function survivesWithHeaders(text: string): void {
	const { unit, diagnostics } = parse(
		{ path: "main.c", text },
		{ headers: header, known: headerNames, declaring },
	);
	expect(unit === null).toBe(diagnostics.some((each) => each.severity === "error"));
}

describe("real programs, cut and mixed", () => {
	test("the library's files cut off", () => {
		for (const { text } of real)
			for (const part of [0.2, 0.55, 0.9]) survivesWithHeaders(text.slice(0, Math.floor(text.length * part)));
	});

	test("one of the library's files spliced into another", () => {
		const file = fc.constantFrom(...real.map(({ text }) => text));
		fc.assert(
			fc.property(file, file, fc.nat(3000), fc.nat(3000), fc.nat(300), (into, from, a, b, length) =>
				survivesWithHeaders(into.slice(0, a) + from.slice(b, b + length) + into.slice(a)),
			),
			{ numRuns: 30, seed: 4 },
		);
	});

	test("a file with some of its bytes changed", () => {
		const file = fc.constantFrom(...real.map(({ text }) => text));
		fc.assert(
			fc.property(file, fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 6 }), (text, changes) => {
				let changed = text;
				for (const [at, code] of changes)
					changed = changed.slice(0, at) + String.fromCharCode(code) + changed.slice(at + 1);
				survivesWithHeaders(changed);
			}),
			{ numRuns: 30, seed: 5 },
		);
	});
});

describe("too much of one thing", () => {
	const many = (text: string, n = 20_000): string => text.repeat(n);
	const doubling = Array.from({ length: 40 }, (_, i) => `#define M${i + 1} M${i} M${i}\n`).join("");
	test.each([
		["parentheses", `int x = ${many("(")}1${many(")")};`],
		["braces", `void f(void) ${many("{")}${many("}")}`],
		["brackets", `int x${many("[1]")};`],
		["pointers", `int ${many("*")}x;`],
		["unary operators", `int x = ${many("- ")}1;`],
		["a sum", `int x = 1${many(" + 1")};`],
		["a conditional", `int x = ${many("1 ? 1 : ")}1;`],
		["casts", `int x = ${many("(int)")}1;`],
		["else if", `void f(int n) { ${many("if (n) ; else ")} ; }`],
		["calls", `int f(int); int g(void) { return ${many("f(")}1${many(")")}; }`],
		["structs in structs", `${many("struct {", 2000)} int x; ${many("} a;", 2000)}`],
		[
			"cases",
			`int f(int n) { switch (n) { ${Array.from({ length: 20_000 }, (_, i) => `case ${i}:`).join(" ")} return 1; } return 0; }`,
		],
		["initialisers", `int x[] = ${many("{")}1${many("}")};`],
		["a line", `int x = 1;${many(" ", 1_000_000)}int y = 2;`],
		["a name", `int ${many("x", 1_000_000)};`],
		["a string", `char *x = "${many("y", 1_000_000)}";`],
		["errors", many("int int x y;\n")],
		["macros that double", `#define M0 x\n${doubling}int y = M40;`],
		["a macro that names itself", "#define F(x) F(x F(x))\nint y = F(F(F(F(F(1)))));"],
		["arguments that double", `#define D(x) x x\nint y = ${many("D(", 40)}1${many(")", 40)};`],
		["#if", `${many("#if 1\n")}int x;\n${many("#endif\n")}`],
		["#include of itself", '#include "main.c"\n'],
	])("%s", (_, text) => survives(text));
});

describe("an expression that the parser reads and the code generator cannot walk down is refused", () => {
	test.each(["x == ", "x < ", "!x == ", "*p == x < ", "p + x - p + "])("%s", (link) => {
		const text = `int f(int x) { int *p = &x; return ${link.repeat(20_000)}x; }\nint main(void) { return f(1); }`;
		const { diagnostics, image } = compile([{ path: "main.c", text }], { name: "main" });
		expect(image).toBeNull();
		expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([
			"an expression of the function 'f' is nested too deeply",
		]);
	});
});
