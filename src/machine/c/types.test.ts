// Sizes, offsets and names of types, as gcc has them.
import { describe, expect, test } from "vitest";
import { unitOf } from "./testing.ts";
import { alignOf, type CType, sizeOf, typeText } from "./types.ts";

/** The types of the objects that the declarations declare. */
function typesOf(declarations: string): CType[] {
	return unitOf(declarations).objects.map((object) => object.type);
}

function typeOf(declarations: string): CType {
	return typesOf(declarations).at(-1)!;
}

// Each line was compared with gcc on x86-64.
describe("size and alignment", () => {
	test.each([
		["char x;", 1, 1],
		["_Bool x;", 1, 1],
		["short x;", 2, 2],
		["int x;", 4, 4],
		["long x;", 8, 8],
		["long long x;", 8, 8],
		["float x;", 4, 4],
		["double x;", 8, 8],
		["long double x;", 16, 16],
		["void *x;", 8, 8],
		["int (*x)(int, char);", 8, 8],
		["enum { A, B } x;", 4, 4],
		["int x[3][4];", 48, 4],
		["struct { char c; int i; } x;", 8, 4],
		["struct { char c; double d; char e; } x;", 24, 8],
		["struct { short s; char c; } x;", 4, 2],
		["struct { char c[3]; } x;", 3, 1],
		["struct { int n; char tail[]; } x;", 4, 4],
		["struct { long double d; char c; } x;", 32, 16],
		["union { char c; int i; double d; } x;", 8, 8],
		["union { char c[9]; int i; } x;", 12, 4],
		["struct { struct { char a; int b; } in; char c; } x;", 12, 4],
		["struct { union { int a; char b; }; short s; } x;", 8, 4],
		["struct { unsigned a : 3, b : 5; } x;", 4, 4],
		["struct { unsigned char a : 3, b : 6; } x;", 2, 1],
		["struct { int a : 20; int b : 20; } x;", 8, 4],
		["struct { char c; int a : 8; int : 0; int b : 1; } x;", 8, 4],
		["struct { char c; unsigned long a : 40; int b; } x;", 16, 8],
		["struct { int a : 1; char c; } x;", 4, 4],
		["struct { _Bool a : 1, b : 1; } x;", 1, 1],
		["struct { char c; int i; } __attribute__((packed)) x;", 5, 1],
		["struct __attribute__((packed)) { char c; double d; short s; } x;", 11, 1],
		["struct { char c; } __attribute__((aligned(16))) x;", 16, 16],
		["struct { char c; _Alignas(8) char d; } x;", 16, 8],
		["struct {} x;", 0, 1],
	])("%s is %i, aligned to %i", (declaration, size, align) => {
		const type = typeOf(declaration);
		expect([sizeOf(type), alignOf(type)]).toEqual([size, align]);
	});
});

describe("places of members", () => {
	test.each([
		["char c; int i; short s; double d;", "c@0 i@4 s@8 d@16"],
		["char a; struct { char x; long y; } b; char c;", "a@0 b@8 c@24"],
		["unsigned a : 3, b : 5, c : 26; int d;", "a@0:0+3 b@0:3+5 c@4:0+26 d@8"],
		["char c; int a : 8; int b : 20;", "c@0 a@0:8+8 b@4:0+20"],
		["short s; unsigned a : 10; unsigned b : 10;", "s@0 a@0:16+10 b@4:0+10"],
		["long a : 33; int b : 20; int c : 12;", "a@0:0+33 b@4:1+20 c@8:0+12"],
	])("struct { %s }", (members, wanted) => {
		const type = typeOf(`struct { ${members} } x;`);
		const record = type.kind === "record" ? (type.record.members ?? []) : [];
		const shown = record.map(
			({ name, offset, bits }) => `${name}@${offset}${bits === null ? "" : `:${bits.shift}+${bits.width}`}`,
		);
		expect(shown.join(" ")).toBe(wanted);
	});
});

describe("the text of a type", () => {
	test.each([
		["int x;", "int"],
		["long unsigned int x;", "unsigned long"],
		["const char *x;", "const char *"],
		["char *const x;", "char *const"],
		["volatile int *const *x;", "volatile int *const *"],
		["int *x[3];", "int *[3]"],
		["int (*x)[3];", "int (*)[3]"],
		["int (*x)(int, const char *, ...);", "int (*)(int, const char *, ...)"],
		["void (*x)(void);", "void (*)(void)"],
		["int (*x)();", "int (*)()"],
		["void (*(*x)(int))(char);", "void (*(*)(int))(char)"],
		["char *(*(*x[2])(void))[5];", "char *(*(*[2])(void))[5]"],
		["struct s { int a; } x;", "struct s"],
		["union { int a; } x;", "union <anonymous>"],
		["enum e { A } x;", "enum e"],
		["typedef int pid_t; pid_t x;", "pid_t"],
		["typedef int pid_t; const pid_t *x;", "const pid_t *"],
		["typedef void (*handler)(int); handler x[2];", "handler[2]"],
		["typedef struct { int a; } point; point *x;", "point *"],
	])("%s", (declaration, text) => {
		expect(typeText(typeOf(declaration))).toBe(text);
	});
});
