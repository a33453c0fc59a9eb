// Macros, conditionals and includes.
import { describe, expect, test } from "vitest";
import { GiveUp, Reporter } from "./diagnostics.ts";
import { preprocess } from "./preprocessor.ts";
import { said } from "./testing.ts";

const local: Readonly<Record<string, string>> = {
	"a.h": '#pragma once\n#include "b.h"\nint a;\n',
	"b.h": "#ifndef B\n#define B 7\nint b;\n#endif\n",
	"dir/c.h": '#include "d.h"\n',
	"dir/d.h": "int d;\n",
	"numbered.h": '#line 90 "n"\nh __LINE__ __FILE__\n',
	"level.h": "__INCLUDE_LEVEL__ __BASE_FILE__\n",
	"plain.h": "__LINE__ __FILE__\n",
	"self.h": '#include "self.h"\n',
	"there.h": '#include "b.h"\n#include "back.h"\n',
	"back.h": '#include "b.h"\n\n#include "there.h"\n',
	"main.c": '#include "b.h"\n#include "main.c"\n',
};

/** What lies in the folders of -I. */
const folders: readonly Readonly<Record<string, string>>[] = [
	{ "sys/x.h": "first\n#include_next <sys/x.h>\n", "only.h": "#include_next <only.h>\n" },
	{ "sys/x.h": "second\n#include_next <sys/x.h>\n" },
];

function run(text: string, given: Parameters<typeof preprocess>[3] = {}) {
	const reporter = new Reporter(() => false);
	let tokens: string[] = [];
	try {
		tokens = preprocess(
			"main.c",
			text,
			{
				headers: (name) => (name === "sys/x.h" ? "int x;\n" : undefined),
				include: (path) => local[path],
				folders: (path, first) => {
					const folder = folders.findIndex((each, i) => i >= first && path in each);
					return folder < 0
						? undefined
						: { path: `${folder}/${path}`, text: folders[folder]![path]!, folder };
				},
				known: ["sys/x.h"],
			},
			given,
			reporter,
		)
			.slice(0, -1)
			.map((token) => token.text);
	} catch (failure) {
		if (!(failure instanceof GiveUp)) throw failure;
	}
	return { text: tokens.join(" "), said: reporter.diagnostics.map(said) };
}

describe("macros", () => {
	test.each([
		["object macro", "#define N 3 + 1\nN * N", "3 + 1 * 3 + 1"],
		["function macro", "#define ADD(a, b) ((a) + (b))\nADD(1, f(2, 3))", "( ( 1 ) + ( f ( 2 , 3 ) ) )"],
		["name without parentheses", "#define F(x) x\nF + F(1)", "F + 1"],
		["call over several lines", "#define F(x, y) x y\nF(1,\n  2)", "1 2"],
		["no argument", "#define F() 5\nF( )", "5"],
		["empty argument", "#define F(x, y) [x|y]\nF(, 2) F(1, )", "[ | 2 ] [ 1 | ]"],
		["nested", "#define A B\n#define B C\n#define C 1\nA", "1"],
		["its own name", "#define x x + y\n#define y x\nx", "x + x"],
		["mutual", "#define f(a) a * g\n#define g(a) f(a)\nf(2)(9)", "2 * 9 * g"],
		["stringize", '#define S(x) #x\nS( a  "b\\n" + \'"\' )', '"a \\"b\\\\n\\" + \'\\"\'"'],
		["stringize expanded", "#define S(x) #x\n#define X(x) S(x)\n#define N 3\nS(N) X(N)", '"N" "3"'],
		["paste", "#define P(a, b) a ## b\nP(x, 1) P(+, +) P(, y) P(z, )", "x1 ++ y z"],
		["paste three", "#define P(a, b, c) a##b##c\nP(x, y, z) P(, , z)", "xyz z"],
		["paste makes a macro", "#define xy 5\n#define P(a, b) a##b\nP(x, y)", "5"],
		["paste in object macro", "#define xy 1\n#define P x ## y\nP", "1"],
		["arguments before pasting are not expanded", "#define N 3\n#define P(a) a##1\nP(N)", "N1"],
		["variable arguments", "#define L(...) f(__VA_ARGS__)\nL() L(1) L(1, 2)", "f ( ) f ( 1 ) f ( 1 , 2 )"],
		["named variable arguments", "#define L(a...) f(a)\nL(1, 2)", "f ( 1 , 2 )"],
		["comma swallowed", '#define L(s, ...) p(s, ##__VA_ARGS__)\nL("a") L("b", 1)', 'p ( "a" ) p ( "b" , 1 )'],
		[
			"comma kept before an argument that is there, if empty",
			"#define F(x, ...) f(x, ##__VA_ARGS__)\n#define G(a...) g(0, ##a)\n#define E\nF(1,) F(1, E) G() G(E)",
			"f ( 1 , ) f ( 1 , ) g ( 0 ) g ( 0 , )",
		],
		[
			"__VA_OPT__ asks whether tokens are left",
			"#define O(...) a __VA_OPT__(b)c\n#define E\nO() O(E) O(1)",
			"a c a c a b c",
		],
		[
			"__VA_OPT__ stringized and pasted",
			"#define S(x, ...) [#__VA_OPT__(x __VA_ARGS__ x ## 1)]\n#define P(x, ...) x##__VA_OPT__(a x)##q\nS(p) S(p, 1, 2) P(p) P(p, 1)",
			'[ "" ] [ "p 1, 2 p1" ] pq pa pq',
		],
		["rescan takes following text", "#define f(x) x\n#define g f\ng(2)", "2"],
		["undef", "#define N 1\n#undef N\nN", "N"],
		["place", "\n__LINE__ __FILE__\n#define L __LINE__\nL", '2 "main.c" 4'],
		[
			"the level and the first file",
			'#line 1 "m"\n__INCLUDE_LEVEL__ __BASE_FILE__\n#include "level.h"\n__INCLUDE_LEVEL__',
			'0 "main.c" 1 "main.c" 0',
		],
		[
			"digraphs, and what # makes of them",
			"%:define S(x) %:x\n%:define CAT(a, b) a%:%:b\nS(%:%: <: :> <% %> %:) CAT(x, y) <::>",
			'"%:%: <: :> <% %> %:" xy [ ]',
		],
		["#line counts from the next line", "#line 10\n\n__LINE__ __FILE__", '11 "main.c"'],
		[
			"#line names the file",
			'#line 10 "x.y"\n__LINE__ __FILE__\n#line 50\n__FILE__ __LINE__',
			'10 "x.y" "x.y" 50',
		],
		[
			"#line from a macro",
			'#define N 70 "k\\\\y.c"\n#line N\n#define L __LINE__\nL __FILE__',
			'71 "k\\\\y.c"',
		],
		["#line without its name", '# 5 "h.c"\n__LINE__ __FILE__', '5 "h.c"'],
		["#line in #if", "#line 9\n#if __LINE__ == 9\nyes\n#endif", "yes"],
		["#line ends with its file", '#include "numbered.h"\n__LINE__ __FILE__', 'h 90 "n" 2 "main.c"'],
		["#line is not the header's", '#line 7 "m"\n#include "plain.h"\n__LINE__ __FILE__', '1 "plain.h" 8 "m"'],
		["predefined", "__STDC_VERSION__ __linux__ __x86_64__", "201710L 1 1"],
		["do while", "#define D(x) do { x; } while (0)\nD(a);", "do { a ; } while ( 0 ) ;"],
		[
			"example of C11 6.10.3.5",
			"#define x 3\n#define f(a) f(x * (a))\n#undef x\n#define x 2\n#define g f\n#define z z[0]\n#define h g(~\n#define m(a) a(w)\n#define w 0,1\n#define t(a) a\nf(y+1) + f(f(z)) % t(t(g)(0) + t)(1);",
			"f ( 2 * ( y + 1 ) ) + f ( 2 * ( f ( 2 * ( z [ 0 ] ) ) ) ) % f ( 2 * ( 0 ) ) + t ( 1 ) ;",
		],
	])("%s", (_, source, wanted) => {
		expect(run(source)).toEqual({ text: wanted, said: [] });
	});
});

describe("conditionals", () => {
	test.each([
		["#if 1\na\n#else\nb\n#endif", "a"],
		["#if 0\na\n#elif 1\nb\n#else\nc\n#endif", "b"],
		["#if 0\n#if 1\na\n#else\nb\n#endif\n#else\nc\n#endif d", "c"],
		["#ifdef X\na\n#else\nb\n#endif", "b"],
		["#define X\n#ifndef X\na\n#else\nb\n#endif", "b"],
		["#if defined X || defined(__linux__)\na\n#endif", "a"],
		["#if 0\n it's \"fine\n#error no\n#endif\nb", "b"],
		["#if UNKNOWN\na\n#else\nb\n#endif", "b"],
		["#define F(x) x > 2\n#if F(3)\na\n#endif", "a"],
		['#if __has_include(<sys/x.h>) && !__has_include("no.h")\na\n#endif', "a"],
		["#ifdef __has_include\n#if defined __has_include && __has_include(<sys/x.h>)\na\n#endif\n#endif", "a"],
	])("%s", (source, wanted) => {
		expect(run(source)).toEqual({ text: wanted, said: [] });
	});

	test.each([
		"1 + 2 * 3 == 7",
		"(1 ? 2 : 3) == 2",
		"-1 < 0",
		"-1 > 0u",
		"~0 == -1",
		"1 << 4 == 16",
		"0 && 1 / 0 || 1",
		"7 % 4 == 3 && 7 / 2 == 3",
		"'a' == 97",
		"!0 != 0",
		"0x10 == 020 - 0",
		"9223372036854775807 + 1 < 0",
		"18446744073709551615u == -1",
		"(1, 2) == 2 && (1 ? 3, 4 : 5) == 4",
		"0, 1",
		"(2 | 4) == 6 && (6 & 4) == 4 && (6 ^ 4) == 2",
	])("#if %s", (condition) => {
		expect(run(`#if ${condition}\nyes\n#endif`).text).toBe("yes");
	});
});

test("a macro that is marked says so where it is used, and not where it is asked for", () => {
	const marked = '#define OLD 1\n#pragma clang deprecated(OLD, "is refused")\n';
	expect(run(`${marked}#ifdef OLD\nOLD\n#endif\n`).said).toEqual(["4:1: warning: 'OLD' is refused"]);
	expect(run(`${marked}#pragma clang deprecated(NONE, "x")\n#pragma clang other\nNONE`).said).toEqual([]);
});

test.each([
	["#line", "1:2: error: expected a line's number after #line"],
	["#line x", "1:7: error: 'x' after #line is not a positive integer"],
	["#line 0x10", "1:7: error: '0x10' after #line is not a positive integer"],
	["#line -4", "1:7: error: '-' after #line is not a positive integer"],
	["#line 10 y", "1:10: error: 'y' is not a valid file name: it stands in double quotes"],
])("%s is refused", (text, wanted) => {
	expect(run(text).said).toEqual([wanted]);
});

describe("include", () => {
	test("once, guarded, relative", () => {
		expect(
			run('#include "a.h"\n#include "a.h"\n#include "b.h"\nB\n#include "dir/c.h"\n#include <sys/x.h>\n'),
		).toEqual({
			text: "int b ; int a ; 7 int d ; first second int x ;",
			said: [],
		});
	});

	test("a macro as the header's name", () => {
		expect(run("#define H <a.h>\n#include H\n").text).toBe("int b ; int a ;");
	});

	test("a folder's header includes the next of its name, the system's last", () => {
		const wanted = { text: "first second int x ;", said: [] };
		expect(run("#include <sys/x.h>\n")).toEqual(wanted);
		expect(run('#include "sys/x.h"\n')).toEqual(wanted);
	});

	test("there is no next", () => {
		expect(run("#include <only.h>\n").said).toEqual(["1:15: error: 'only.h' file not found"]);
	});
});

describe("a definition from outside", () => {
	test("that comes before the first line is replaced by the program's own, with a warning", () => {
		const before = "#define SIZE 4\n#define TWICE(x) 2 * x\n";
		expect(run("SIZE TWICE(3)\n#define SIZE 5\nSIZE", { before })).toEqual({
			text: "4 2 * 3 5",
			said: ["2:9: warning: 'SIZE' macro redefined [previous definition is here]"],
		});
	});

	test("wins over the program's own object macro", () => {
		expect(run("#define SIZE 16\n#undef SIZE\n#define SIZE 32\nSIZE", { define: { SIZE: "4 + 1" } })).toEqual(
			{
				text: "4 + 1",
				said: [],
			},
		);
	});
});

describe("what is wrong", () => {
	test.each([
		["#error stop  it", ["1:2: error: #error stop it"]],
		["#warning old", ["1:2: warning: #warning old"]],
		["#inclde <a>", ["1:2: error: invalid preprocessing directive '#inclde' [did you mean '#include'?]"]],
		["#include <sys/y.h>", ["1:10: error: 'sys/y.h' file not found [did you mean <sys/x.h>?]"]],
		["#include x", ['1:10: error: expected "FILENAME" or <FILENAME>']],
		["#include <x", ["1:11: error: missing '>' after the header's name"]],
		["#if 1\nint", ["1:2: error: unterminated #if"]],
		["#endif", ["1:2: error: #endif without #if"]],
		["#else", ["1:2: error: #else without #if"]],
		["#if 0\n#else\n#else\n#endif", ["3:2: error: #else after #else [the conditional began here]"]],
		["#if\n#endif", ["1:2: error: #if with no expression"]],
		["#if 1 +\n#endif", ["1:7: error: #if expression ends too early"]],
		["#if (1\n#endif", ["1:6: error: expected ')' in the #if expression"]],
		["#if 1 2\n#endif", ["1:7: error: unexpected '2' after the #if expression"]],
		["#if 1.5\n#endif", ["1:5: error: floating point literal in preprocessor expression"]],
		["#if 1 / 0\n#endif", ["1:7: error: division by zero in #if"]],
		["#define", ["1:2: error: macro name missing after #define"]],
		["#define 3 4", ["1:9: error: '3' is not a name for a macro"]],
		["#define F(a, a) a", ["1:14: error: duplicate macro parameter name 'a'"]],
		["_Pragma(once) int x;", ["1:1: error: expected (\"…\") after '_Pragma'"]],
		['_Pragma("push_macro(1)")', ["1:1: error: expected (\"NAME\") after 'push_macro'"]],
		["int x; _Pragma", ["1:8: error: expected (\"…\") after '_Pragma'"]],
		["#define F(a", ["1:11: error: expected ',' or ')' in macro parameter list"]],
		["#define F(a) #b", ["1:14: error: '#' is not followed by a macro parameter"]],
		["#define F(a) ## a", ["1:14: error: '##' cannot appear at the start of a macro expansion"]],
		["#define N 1\n#define N 2", ["2:9: warning: 'N' macro redefined [previous definition is here]"]],
		["#define N 1 // x\n#define N 1", []],
		[
			"#define F(a) a\nF(1, 2)",
			["2:1: error: too many arguments to the macro 'F': 2 given, 1 wanted [macro 'F' defined here]"],
		],
		[
			"#define F(a, b) a\nF(1)",
			["2:1: error: too few arguments to the macro 'F': 1 given, 2 wanted [macro 'F' defined here]"],
		],
		["#define F(a) a\nF(1", ["2:1: error: unterminated call of the macro 'F' [macro 'F' defined here]"]],
		[
			"#define P(a, b) a##b\nP(+, x)",
			["2:3: error: pasting '+' and 'x' does not give a token [macro 'P' defined here]"],
		],
		['"abc', ["1:1: error: missing terminating '\"' character"]],
		['#include "self.h"', ["1:10: error: #include nested too deeply: 'self.h' includes itself"]],
		[
			'#include "b.h"\n#include "main.c"',
			["2:10: error: #include nested too deeply: 'main.c' includes itself"],
		],
		[
			'int x;\n#include "there.h"',
			["3:10: error: #include nested too deeply: 'there.h' includes itself through 'back.h'"],
		],
	])("%s", (source, wanted) => {
		expect(run(source).said).toEqual(wanted);
	});

	test("macros that grow without end are given up", () => {
		let source = "#define A0 x x x x x x x x x x\n";
		for (let i = 1; i < 12; i++) source += `#define A${i} ${`A${i - 1} `.repeat(10)}\n`;
		expect(run(`${source}A11`).said).toEqual([
			expect.stringContaining("has no reasonable end [expanded from macro 'A11']"),
		]);
	});
});
