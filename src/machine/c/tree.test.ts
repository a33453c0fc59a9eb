// The typed tree that code is generated from.
import { describe, expect, test } from "vitest";
import { expressionOf, functionOf, statementsOf, unitOf } from "./testing.ts";
import type { Expression, Initialiser, LValue } from "./tree.ts";
import { typeText } from "./types.ts";

const world = `
typedef unsigned long size_t;
struct point { int x, y; };
struct node { struct node *next; struct point at; unsigned bits : 3; char name[8]; };
enum color { RED, GREEN = 5, BLUE };
_Bool b; char c; signed char sc; unsigned char uc; short s; unsigned short us; int i, j; unsigned u; long l; unsigned long ul;
long long ll; float f; double d; long double ld; int *p, *q; const char *str; void *v; char a[10]; int m[3][4];
struct node n, *np; struct point pt; enum color col; int (*fp)(int, char); _Atomic int counter;
int fn(int x, char y); int old(); struct point make(void); int print(const char *format, ...); void nothing(void);
`;

describe("the type of an expression", () => {
	test.each([
		["c + c", "int"],
		["uc + us", "int"],
		["i + u", "unsigned int"],
		["i + l", "long"],
		["u + l", "long"],
		["l + ul", "unsigned long"],
		["l + ll", "long long"],
		["ul + ll", "unsigned long long"],
		["i + f", "float"],
		["f + d", "double"],
		["d + ld", "long double"],
		["c << l", "int"],
		["l << c", "long"],
		["-c", "int"],
		["~us", "int"],
		["!d", "int"],
		["i < l", "int"],
		["i && p", "int"],
		["p + 1", "int *"],
		["1 + p", "int *"],
		["p - q", "long"],
		["p[1]", "int"],
		["1[p]", "int"],
		["*p", "int"],
		["&i", "int *"],
		["&m", "int (*)[3][4]"],
		["m", "int (*)[4]"],
		["m[1]", "int *"],
		["m[1][2]", "int"],
		["*m", "int *"],
		["a", "char *"],
		['"abc"', "char *"],
		["str[0]", "char"],
		["'a'", "int"],
		["n.at", "struct point"],
		["np->at.x", "int"],
		["np->next->next", "struct node *"],
		["n.bits", "unsigned int"],
		["n.bits + 1", "int"],
		["n.name", "char *"],
		["RED", "int"],
		["col", "enum color"],
		["col + 1", "unsigned int"],
		["b + b", "int"],
		["fn(1, 'a')", "int"],
		["old(1, 2, 3)", "int"],
		["make().x", "int"],
		["fp(1, 2)", "int"],
		["(*fp)(1, 2)", "int"],
		["(***fp)(1, 2)", "int"],
		["fn", "int (*)(int, char)"],
		["&fn", "int (*)(int, char)"],
		["i ? l : c", "long"],
		["i ? p : 0", "int *"],
		["i ? p : v", "void *"],
		["i ? str : a", "const char *"],
		["i ? pt : pt", "struct point"],
		["i = 'a'", "int"],
		["c += 1000", "char"],
		["p += 2", "int *"],
		["c++", "char"],
		["i = 1, d", "double"],
		["(char)i", "char"],
		["(size_t)i", "size_t"],
		["sizeof i", "unsigned long"],
		["sizeof(int[3]) + 0", "unsigned long"],
		["({ int t = 1; t + 1L; })", "long"],
		["_Generic(d, int: 1, double: 2L, default: 'c')", "long"],
		["(struct point){ 1, 2 }.y", "int"],
		["(int[]){ 1, 2 }", "int *"],
		["counter++", "int"],
		["__sync_fetch_and_add(&l, 1)", "long"],
		["__func__", "const char *"],
	])("%s is %s", (text, type) => {
		expect(typeText(expressionOf(text, world).type)).toBe(type);
	});
});

describe("constants", () => {
	test.each([
		["1 + 2 * 3", 7n],
		["-7 / 2", -3n],
		["-7 % 3", -1n],
		["7 >> 1 | 1 << 4", 19n],
		["-1 >> 1", -1n],
		["-1u >> 31", 1n],
		["~0", -1n],
		["~0u", 0xffffffffn],
		["2147483647u * 2 + 2", 0n],
		["0xffffffff + 1", 0n],
		["1 ? 2 : 3", 2n],
		["0 && 1", 0n],
		["3 || 0", 1n],
		["!5", 0n],
		["-1 < 1u", 0n],
		["-1L < 1u", 1n],
		["(char)300", 44n],
		["(unsigned char)-1", 255n],
		["(_Bool)0.5", 1n],
		["(int)3.9", 3n],
		["(int)-3.9", -3n],
		["'a' + 1", 98n],
		["BLUE", 6n],
		["sizeof(struct node)", 32n],
		["sizeof a", 10n],
		["sizeof m[0]", 16n],
		["sizeof m / sizeof m[0]", 3n],
		['sizeof "abc"', 4n],
		["sizeof(c + c)", 4n],
		["sizeof(char)", 1n],
		["sizeof fn(1, 2)", 4n],
		["_Alignof(double)", 8n],
		["__builtin_offsetof(struct node, at.y)", 12n],
		["__builtin_offsetof(struct node, name[3])", 20n],
		["(size_t)&((struct node *)0)->name", 17n],
		["(long)(void *)-1", -1n],
		["1.5 < 2", 1n],
		["__builtin_types_compatible_p(int, signed)", 1n],
	])("%s is %s", (text, value) => {
		expect(expressionOf(text, world)).toMatchObject({ kind: "integer", value });
	});

	test.each([
		["1.5 + 1", 2.5],
		["-0.1f", -Math.fround(0.1)],
		["1 / 2.0", 0.5],
		["0x1p4", 16],
		["(float)0.1", Math.fround(0.1)],
		["(double)3", 3],
	])("%s is %s", (text, value) => {
		expect(expressionOf(text, world)).toMatchObject({ kind: "floating", value });
	});
});

/** A short text of the tree: what is implicit in C is written out. */
function show(e: Expression): string {
	switch (e.kind) {
		case "integer":
		case "floating":
			return String(e.value);
		case "load":
			return `load(${showPlace(e.from)})`;
		case "address":
			return `&${showPlace(e.of)}`;
		case "function-address":
			return e.symbol.name;
		case "assign":
			return `${showPlace(e.target)} = ${show(e.value)}`;
		case "compound-assign":
			return `${showPlace(e.target)} ${e.operator}= ${show(e.value)} as ${typeText(e.computed)}`;
		case "increment":
			return `${showPlace(e.target)} ${e.postfix ? "then" : "now"} ${e.amount} as ${typeText(e.computed)}`;
		case "unary":
			return `${e.operator}${show(e.operand)}`;
		case "binary":
		case "compare":
		case "logical":
			return `(${show(e.left)} ${e.operator} ${show(e.right)})`;
		case "conditional":
			return `(${show(e.condition)} ? ${show(e.then)} : ${show(e.otherwise)})`;
		case "comma":
			return `(${show(e.left)}, ${show(e.right)})`;
		case "cast":
			return `<${typeText(e.type)}>${show(e.operand)}`;
		case "pointer-add":
			return `${show(e.pointer)} + ${show(e.index)} * ${e.size}`;
		case "pointer-difference":
			return `(${show(e.left)} - ${show(e.right)}) / ${e.size}`;
		case "call":
			return `${show(e.callee)}(${e.arguments.map(show).join(", ")})`;
		case "atomic-update":
			return `atomic ${showPlace(e.target)} ${e.operator} ${show(e.value)} ${e.result}`;
		default:
			return e.kind;
	}
}

function showPlace(place: LValue): string {
	switch (place.kind) {
		case "local":
			return place.local.name;
		case "object":
			return (
				place.symbol.name || `"${String.fromCharCode(...(place.symbol.data?.bytes.slice(0, -1) ?? []))}"`
			);
		case "dereference":
			return `*[${show(place.pointer)}]`;
		case "member":
			return `${showPlace(place.record)}.${place.member.name}`;
		case "compound-literal":
			return "literal";
		case "temporary":
			return `temporary(${show(place.value)})`;
	}
}

describe("conversions are explicit", () => {
	test.each([
		["i + l", "(<long>load(i) + load(l))"],
		["c + 1", "(<int>load(c) + 1)"],
		["i = c", "i = <int>load(c)"],
		["c = i", "c = <char>load(i)"],
		["d = 1", "d = 1"],
		["b = p", "b = <_Bool>load(p)"],
		["p = 0", "p = 0"],
		["p = v", "p = <int *>load(v)"],
		["p[i]", "load(*[load(p) + <long>load(i) * 4])"],
		["a[2]", "load(*[&a + 2 * 1])"],
		["m[1][i]", "load(*[&m + 1 * 16 + <long>load(i) * 4])"],
		["&p[3]", "load(p) + 3 * 4"],
		["*&i", "load(*[&i])"],
		["&*p", "load(p)"],
		["p - 1", "load(p) + -1 * 4"],
		["p - q", "(load(p) - load(q)) / 4"],
		["np->at.y", "load(*[load(np)].at.y)"],
		["n.next->at", "load(*[load(n.next)].at)"],
		["make().y", "load(temporary(make()).y)"],
		["i += l", "i += load(l) as long"],
		["c <<= l", "c <<= <int>load(l) as int"],
		["p += i", "p += (<long>load(i) * 4) as int *"],
		["p -= 2", "p -= 8 as int *"],
		["f *= 2", "f *= 2 as float"],
		["i++", "i then 1 as int"],
		["--p", "p now -4 as int *"],
		["c++", "c then 1 as int"],
		["p == 0", "(load(p) == 0)"],
		["i < u", "(<unsigned int>load(i) < load(u))"],
		["p && d", "(load(p) && load(d))"],
		["i ? c : l", "(load(i) ? <long>load(c) : load(l))"],
		["fn(c, i)", "fn(<int>load(c), <char>load(i))"],
		["old(c, f)", "old(<int>load(c), <double>load(f))"],
		['print("%d", c)', 'print(<const char *>&"%d", <int>load(c))'],
		["fp(1, 2)", "load(fp)(1, 2)"],
		["(*fp)(1, 2)", "load(fp)(1, 2)"],
		["counter += 2", "atomic counter + 2 new"],
		["counter--", "atomic counter - 1 old"],
		["n.bits = 3", "n.bits = 3"],
		["(i++, j)", "(<void>i then 1 as int, load(j))"],
	])("%s", (text, wanted) => {
		expect(show(expressionOf(text, world))).toBe(wanted);
	});
});

describe("initialisers", () => {
	/** Offsets and values in order; `zero` in front when the whole is cleared first. */
	function entries(initialiser: Initialiser): string {
		const texts = initialiser.entries.map((entry) =>
			entry.kind === "bytes"
				? `${entry.offset}:bytes ${entry.length}`
				: `${entry.offset}${entry.bits ? `.${entry.bits.shift}+${entry.bits.width}` : ""}=${show(entry.value)}`,
		);
		return [...(initialiser.zero ? ["zero"] : []), ...texts].join(" ");
	}

	test.each([
		["int x = 3;", "0=3"],
		["char x = i;", "0=<char>load(i)"],
		["int x = { 3 };", "0=3"],
		["int x[3] = { 1, 2, 3 };", "0=1 4=2 8=3"],
		["int x[3] = { 1 };", "zero 0=1"],
		["int x[] = { 1, 2 };", "0=1 4=2"],
		["int x[] = { [2] = 5, 6, [0] = 1 };", "zero 8=5 12=6 0=1"],
		["int x[4] = { [1 ... 2] = 7 };", "zero 4=7 8=7"],
		["int x[2][2] = { { 1, 2 }, { 3, 4 } };", "0=1 4=2 8=3 12=4"],
		["int x[2][2] = { 1, 2, 3 };", "zero 0=1 4=2 8=3"],
		["int x[][2] = { 1, 2, 3 };", "zero 0=1 4=2 8=3"],
		['char x[] = "abc";', "0:bytes 4"],
		['char x[3] = "abc";', "0:bytes 3"],
		['char x[8] = "abc";', "zero 0:bytes 4"],
		['char x[8] = { "abc" };', "zero 0:bytes 4"],
		['char x[2][4] = { "ab", "cd" };', "zero 0:bytes 3 4:bytes 3"],
		['const char *x[2] = { "a" };', 'zero 0=<const char *>&"a"'],
		["struct point x = { 1, 2 };", "0=1 4=2"],
		["struct point x = { .y = 2 };", "zero 4=2"],
		["struct point x = pt;", "0=load(pt)"],
		["struct point x[2] = { pt, { 3, 4 } };", "0=load(pt) 8=3 12=4"],
		["struct point x[2] = { 1, 2, 3, 4 };", "0=1 4=2 8=3 12=4"],
		["struct { struct point p; int k; } x = { pt, 3 };", "0=load(pt) 8=3"],
		["struct { struct point p; int k; } x = { 1, 2, 3 };", "0=1 4=2 8=3"],
		["struct { struct point p; int k; } x = { .p.y = 1, 3 };", "zero 4=1 8=3"],
		["struct { int k; struct point p[2]; } x = { .p[1].x = 1, 2 };", "zero 12=1 16=2"],
		['struct node x = { .bits = 2, .name = "hi" };', "zero 16.0+3=2 17:bytes 3"],
		["union { int k; char c; } x = { 5 };", "0=5"],
		["union { int k; char c; } x = { .c = 5 };", "zero 0=5"],
		["struct { int a; union { int k; char c; }; } x = { 1, { 2 } };", "0=1 4=2"],
		["struct { int a; union { int k; char c; }; } x = { .c = 3 };", "zero 4=3"],
		["int x[2] = { 1, 2, };", "0=1 4=2"],
		["int x[3] = {};", "zero"],
	])("%s", (declaration, wanted) => {
		const initialise = statementsOf(`${declaration} (void)x;`, world).at(-2);
		expect(initialise?.kind === "initialise" ? entries(initialise.initialiser) : initialise?.kind).toBe(
			wanted,
		);
	});

	test.each([
		["int x = 258;", "02 01 00 00", ""],
		["int x;", null, ""],
		["int x = 0;", null, ""],
		["long x = -2;", "fe ff ff ff ff ff ff ff", ""],
		["float x = 1;", "00 00 80 3f", ""],
		["double x = 1;", "00 00 00 00 00 00 f0 3f", ""],
		['char x[] = "hi";', "68 69 00", ""],
		["short x[3] = { 1, 2 };", "01 00 02 00", ""],
		["int *x = &i;", "00 00 00 00 00 00 00 00", "0:i+0"],
		["int *x = &m[1][2];", "00 00 00 00 00 00 00 00", "0:m+24"],
		["char *x = a + 3;", "00 00 00 00 00 00 00 00", "0:a+3"],
		["int *x = &n.at.y;", "00 00 00 00 00 00 00 00", "0:n+12"],
		["int (*x)(int, char) = fn;", "00 00 00 00 00 00 00 00", "0:fn+0"],
		["int (*x[])(int, char) = { 0, &fn };", "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "8:fn+0"],
		["long x = (long)&i + 4;", "00 00 00 00 00 00 00 00", "0:i+4"],
		["struct { int a : 3, b : 5; char c; } x = { 2, -1, 7 };", "fa 07 00 00", ""],
		["struct point x = (struct point){ 3, 4 };", "03 00 00 00 04 00 00 00", ""],
		["int x = sizeof(struct point) == 8 ? 5 : 6;", "05 00 00 00", ""],
		["void *x = (void *)-1;", "ff ff ff ff ff ff ff ff", ""],
		["int x[4] = { [3] = 1, [1] = 2 };", "00 00 00 00 02 00 00 00 00 00 00 00 01 00 00 00", ""],
		['struct { int n; char tail[]; } x = { 1, "ab" };', "01 00 00 00 61 62 00", ""],
	])("static %s", (declaration, bytes, relocations) => {
		const x = unitOf(`${world}\nstatic ${declaration}`).objects.find((object) => object.name === "x");
		const text = [...(x?.data?.bytes ?? [])].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
		expect(x?.data == null ? null : text).toBe(bytes);
		const places = (x?.data?.relocations ?? []).map((r) => `${r.offset}:${r.symbol.name}+${r.addend}`);
		expect(places.join(" ")).toBe(relocations);
	});
});

describe("declarations", () => {
	test("linkage and definition of objects", () => {
		const unit = unitOf(
			"extern int a; int b; int c = 1; static int d; int b; extern int e; int e = 2; int f(void) { static int g = 3; extern int b; return b + g; }",
		);
		expect(
			unit.objects.map(({ name, linkage, definition, within }) => [name, linkage, definition, within]),
		).toEqual([
			["a", "external", "declared", null],
			["b", "external", "tentative", null],
			["c", "external", "defined", null],
			["d", "internal", "tentative", null],
			["e", "external", "defined", null],
			["g", "none", "defined", "f"],
		]);
	});

	test("functions", () => {
		const unit = unitOf(
			"int f(void); static int g(int); int f(void) { return g(1); } static int g(int x) { return x; } void h();",
		);
		expect(
			unit.symbols.map(({ name, linkage, defined, firstUse }) => [name, linkage, defined, firstUse !== null]),
		).toEqual([
			["f", "external", true, false],
			["g", "internal", true, true],
			["h", "external", false, false],
		]);
	});

	test("old style definitions have promoted parameters", () => {
		const { parameters } = functionOf(unitOf("int f(a, b, c) char a; float c; { return a + b + c; }"), "f");
		expect(parameters.map((each) => `${each.name}: ${typeText(each.type)}`)).toEqual([
			"a: int",
			"b: int",
			"c: double",
		]);
	});

	test("locals come in order, parameters first", () => {
		const { locals, parameters } = functionOf(
			unitOf(
				"int f(int n, int a[3], char (*g)(void)) { int x; { char y = 0; (void)y; } for (long z = 0; z;) { } return x = a[0] + g(); }",
			),
			"f",
		);
		expect(parameters.map((each) => each.id)).toEqual([0, 1, 2]);
		expect(locals.map((each) => `${each.id} ${each.name}: ${typeText(each.type)}`)).toEqual([
			"0 n: int",
			"1 a: int *",
			"2 g: char (*)(void)",
			"3 x: int",
			"4 y: char",
			"5 z: long",
		]);
	});

	test("a variable length array is a pointer and a size", () => {
		const body = statementsOf("int n = 3; int a[n][2]; a[1][0] = sizeof a;");
		expect(body.map((each) => each.kind)).toEqual(["initialise", "expression", "allocate", "expression"]);
		const last = body.at(-1);
		expect(last?.kind === "expression" ? show(last.expression) : "").toBe("*[load(a) + 1 * 8] = <int>load()");
	});

	test("main returns 0 at its end, and notes the line", () => {
		expect(functionOf(unitOf("int main(void) { }"), "main").body.items).toMatchObject([
			{
				kind: "return",
				value: {
					kind: "comma",
					left: {
						operand: { kind: "assign", target: { symbol: { name: "__main_line" } }, value: { value: 1n } },
					},
					right: { kind: "integer", value: 0n },
				},
			},
		]);
	});

	test("the cases of a switch", () => {
		const [statement] = statementsOf("switch (c) { case 'a': case 2 ... 4: break; default: ; }", "char c;");
		expect(statement).toMatchObject({
			kind: "switch",
			value: { kind: "cast", type: { name: "int" } },
			cases: [
				{ low: 97n, high: 97n },
				{ low: 2n, high: 4n },
			],
			default: {},
		});
	});
});
