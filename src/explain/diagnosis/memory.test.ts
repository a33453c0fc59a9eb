// Misuse of memory, found by watching: what is said of it, and that nothing is said of programs without it.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../../computer/compiler.ts";
import { defaultOptions } from "../../computer/index.ts";
import { diagnose, watchRun } from "../diagnosis.ts";
import { mend, watchMemory, withMemory } from "../proof.ts";

const HEADERS = ["stdio", "stdlib", "string", "unistd"].map((name) => `#include <${name}.h>`).join(" ");
const options = { ...defaultOptions("linux"), maxSteps: 60_000 };

function programsOf(text: string) {
	return [{ name: "main", files: [{ path: "main.c", text: `${HEADERS}\n${text}` }] }];
}

/** What is said of the run, and the step to go back to. */
function said(text: string, stdin = "") {
	const given = { ...options, stdin: { ...options.stdin, text: stdin } };
	const patient = { build, programs: programsOf(text), options: given };
	const { software, diagnostics } = build(patient.programs, given);
	if (software === null) throw new Error(JSON.stringify(diagnostics));
	const { evidence, view } = watchRun(software, given);
	const ran = { ...view, ...evidence };
	const diagnosis = withMemory(diagnose(view, evidence), watchMemory(patient), ran);
	return { text: diagnosis?.sentence.text ?? "", cure: diagnosis?.cure?.text ?? "", diagnosis, patient, ran };
}

/** The lines that the proved change puts in; none when there is no change. */
function mendedBy(text: string, stdin = ""): readonly string[] {
	const { diagnosis, patient, ran } = said(text, stdin);
	const mended = diagnosis === null ? null : mend(patient, ran, diagnosis);
	return (mended?.changes ?? []).flatMap(({ edits }) => edits.flatMap(({ inserted }) => inserted));
}

describe("a change that mends it, proved by a run that is watched", () => {
	test.each([
		[
			"a literal is written",
			'int main(void) {\n\tchar *s = "hello";\n\ts[0] = 72;\n}',
			['\tchar s[] = "hello";'],
		],
		[
			"a loop that goes one too far",
			"int main(void) {\n\tint a[3];\n\tfor (int i = 0; i <= 3; i++)\n\t\ta[i] = i;\n\treturn a[0];\n}",
			["\tfor (int i = 0; i < 3; i++)"],
		],
		[
			"one less than an unsigned 0",
			"int main(void) {\n\tint a[5] = { 3, 1 };\n\tunsigned i = 0;\n\twhile (a[i - 1] > a[i])\n\t\ti++;\n\treturn i;\n}",
			["\twhile (i > 0 && a[i - 1] > a[i])"],
		],
		[
			"a counter that cannot be less than 0",
			"int main(void) {\n\tint a[5] = { 0 }, s = 0;\n\tfor (unsigned i = 4; i >= 0; i--)\n\t\ts += a[i];\n\treturn s;\n}",
			["\tfor (int i = 4; i >= 0; i--)"],
		],
		[
			"the last letter of an empty line",
			'int main(void) {\n\tchar s[] = "";\n\tsize_t n = strlen(s);\n\tif (s[n - 1] == 10)\n\t\ts[n - 1] = 0;\n}',
			["\tif (n > 0 && s[n - 1] == 10)"],
		],
		[
			"one that counts from 1",
			"int main(void) {\n\tint a[3];\n\tfor (int i = 1; i <= 3; i++)\n\t\ta[i] = i;\n\treturn a[0];\n}",
			["\tfor (int i = 0; i < 3; i++)"],
		],
		[
			"an array without room for the null byte",
			'int main(void) {\n\tchar w[5];\n\tstrcpy(w, "hello");\n}',
			["\tchar w[6];"],
		],
		[
			"an array without a null byte",
			"int main(void) {\n\tchar w[2] = { 97, 98 };\n\tputs(w);\n}",
			["\tchar w[3] = { 97, 98 };"],
		],
		[
			"strncpy, which may write none",
			'int main(void) {\n\tchar w[5];\n\tstrncpy(w, "hello", 5);\n\tputs(w);\n}',
			["\tw[sizeof w - 1] = '\\0';"],
		],
		[
			"malloc of the length of a text",
			'int main(void) {\n\tchar *s = malloc(strlen("abc"));\n\tstrcpy(s, "abc");\n\tfree(s);\n}',
			['\tchar *s = malloc(strlen("abc") + 1);'],
		],
		[
			"malloc of a number of elements",
			"int main(void) {\n\tint n = 4, *a = malloc(n);\n\ta[3] = 1;\n\tfree(a);\n}",
			["\tint n = 4, *a = malloc(n * sizeof *a);"],
		],
		["scanf without a width", 'int main(void) {\n\tchar b[4];\n\tscanf("%s", b);\n}', ['\tscanf("%3s", b);']],
		[
			"sprintf",
			'int main(void) {\n\tchar b[4];\n\tsprintf(b, "%d", 123456);\n}',
			['\tsnprintf(b, sizeof b, "%d", 123456);'],
		],
		[
			"a text that a function returns, and leaves behind",
			'char *f(int n) {\n\tchar text[8];\n\tsprintf(text, "%d", n);\n\tchar *p = text;\n\treturn p;\n}\nint main(void) {\n\tputs(f(5));\n}',
			["\tstatic char text[8];"],
		],
		[
			"one that two calls would share",
			'char *f(int n) {\n\tchar text[8];\n\tsprintf(text, "%d", n);\n\tchar *p = text;\n\treturn p;\n}\nint main(void) {\n\tchar *a = f(1);\n\tchar *b = f(2);\n\tputs(a);\n\tputs(b);\n}',
			[],
		],
		[
			"a pointer into a block that has moved",
			"int main(void) {\n\tint *a = calloc(4, 4), *first = &a[0];\n\ta = realloc(a, 4000);\n\t*first = 5;\n\tfree(a);\n}",
			["\tfirst = &a[0];"],
		],
		[
			"what realloc returned, thrown away",
			"int main(void) {\n\tint *v = malloc(8);\n\t(void)realloc(v, 4000);\n\tv[2] = 5;\n\tfree(v);\n}",
			["\tv = realloc(v, 4000);"],
		],
		[
			"a char that is too small for %d",
			'int main(void) {\n\tchar c;\n\tshort s;\n\tsscanf("5 7", "%d %d", &c, &s);\n\treturn c != 5;\n}',
			['\tsscanf("5 7", "%hhd %hd", &c, &s);'],
		],
		[
			"the pointer that went on is freed",
			"int main(void) {\n\tchar *s = malloc(10), *p = s;\n\t*p++ = 0;\n\tfree(p);\n}",
			["\tfree(s);"],
		],
		[
			"the only pointer, which went on, is freed",
			"int main(void) {\n\tchar *s = malloc(10);\n\t*s++ = 0;\n\tfree(s);\n}",
			[],
		],
		[
			"a struct freed before what it points to",
			'struct s { char *name; };\nint main(void) {\n\tstruct s *p = malloc(sizeof *p);\n\tp->name = strdup("ann");\n\tfree(p);\n\tfree(p->name);\n}',
			["\tfree(p->name);"],
		],
		[
			"rows of a number of bytes, not of elements",
			"int main(void) {\n\tint *m[2];\n\tfor (int i = 0; i < 2; i++)\n\t\tm[i] = malloc(3);\n\tm[1][2] = 1;\n\tfree(m[0]);\n\tfree(m[1]);\n}",
			["\t\tm[i] = malloc(3 * sizeof *m[i]);"],
		],
		[
			"one argument too many",
			"int main(int argc, char **argv) {\n\tint n = 0;\n\tfor (int i = 0; i <= argc; i++)\n\t\tn += argv[i][0];\n\treturn n == 0;\n}",
			["\tfor (int i = 0; i < argc; i++)"],
		],
		["a block freed twice", "int main(void) {\n\tchar *p = malloc(16);\n\tfree(p);\n\tfree(p);\n}", []],
		[
			"a block used after it was freed",
			'int main(void) {\n\tchar *s = strdup("x");\n\tfree(s);\n\tputs(s);\n\treturn 0;\n}',
			["\tputs(s);"],
		],
		[
			"a list freed on the way",
			"struct n { struct n *next; };\nint main(void) {\n\tstruct n *p = calloc(1, sizeof *p);\n\twhile (p != NULL) {\n\t\tfree(p);\n\t\tp = p->next;\n\t}\n}",
			["\t\tstruct n *after = p->next;", "\t\tp = after;"],
		],
		[
			"a number printed as a text",
			'int main(void) {\n\tint n = 42;\n\tprintf("%s\\n", n);\n}',
			['\tprintf("%d\\n", n);'],
		],
		[
			"a text that is the format itself",
			'int main(void) {\n\tchar text[40] = "100%s%s%s%s";\n\tfprintf(stdout, text);\n}',
			['\tfprintf(stdout, "%s", text);'],
		],
		[
			"a number read without its address",
			'int main(void) {\n\tint n = 0;\n\tscanf("%d", n);\n}',
			['\tscanf("%d", &n);'],
		],
		[
			"an array larger than the stack",
			"int main(void) {\n\tchar b[20000000];\n\tb[0] = 1;\n}",
			["\tstatic char b[20000000];"],
		],
		[
			"an argument that is not there",
			"int main(int argc, char *argv[]) {\n\treturn atoi(argv[1]);\n}",
			[
				"\tif (argc < 2) {",
				'\t\tfprintf(stderr, "%s wants an argument\\n", argv[0]);',
				"\t\treturn 1;",
				"\t}",
			],
		],
		[
			"a file that is not there",
			'int main(void) {\n\tFILE *f = fopen("none", "r");\n\tgetc(f);\n}',
			["\tif (f == NULL) {", '\t\tperror("fopen");', "\t\treturn 1;", "\t}"],
		],
	])("%s", (_, text, inserted) => {
		const stdin = text.includes('%d", n') ? "7" : "overlong words";
		expect(mendedBy(text, stdin)).toEqual(inserted);
		expect(said(text, stdin).text).not.toBe("");
	});
});

describe("a fault in the program's words", () => {
	test.each([
		["int main(void) {\n\tint n = 0;\n\treturn 10 / n;\n}", "n is 0, as it was set on line 3."],
		[
			"int f(int n) {\n\treturn 10 % n;\n}\nint main(void) {\n\treturn f(0);\n}",
			"n is 0, as it was given by the call on line 6.",
		],
		[
			"int main(void) {\n\tint n = -2147483647 - 1, m = -1;\n\treturn n / m;\n}",
			"m is -1, and the number with the other sign is one more than an int can hold.",
		],
		[
			"int main(void) {\n\tlong n = -9223372036854775807 - 1, m = -1;\n\treturn n / m;\n}",
			"by -1, which has no result. m is -1, and the number with the other sign is one more than a long can hold.",
		],
		[
			"int main(void) {\n\tlong n = -9223372036854775807 - 1, m = -1;\n\treturn n % m;\n}",
			"by -1, which has no result. m is -1, and the number with the other sign is one more than a long can hold.",
		],
		[
			"int f(int n) {\n\tchar a[4000];\n\treturn a[0] * f(n - 1);\n}\nint main(void) {\n\treturn f(5);\n}",
			"f calls itself on line 4, without end; by now n = ",
		],
		[
			"int g(int n);\nint f(int n) {\n\tchar a[4000];\n\treturn n == 0 ? a[0] : g(n - 1);\n}\nint g(int n) {\n\treturn f(n - 1);\n}\nint main(void) {\n\treturn f(5);\n}",
			"Whatever was to end that never came true.",
		],
		[
			"#include <alloca.h>\nint main(void) {\n\tfor (;;) {\n\t\tchar *p = alloca(40000);\n\t\tp[0] = 1;\n\t}\n}",
			"Each round of the loop on lines 4 to 7 takes more of the stack with alloca",
		],
		[
			"int main(void) {\n\tint n = 5000000;\n\tdouble a[n];\n\ta[0] = 1;\n}",
			"a alone takes 40000000 bytes, with n at 5000000, and the stack has 8388608.",
		],
		["int main(void) {\n\tint n = -1;\n\tint a[n];\n\ta[0] = 1;\n}", "n, the length of a, is -1."],
		["int main(void) {\n\tint n = -2, m = 4;\n\tint a[m][n];\n\ta[0][1] = 1;\n}", "n, a length of a, is -2."],
		[
			"int f(int n) {\n\tint a[n - 4];\n\ta[0] = 1;\n\treturn f(n - 1);\n}\nint main(void) {\n\treturn f(5);\n}",
			"n - 4, the length of a, is -1.",
		],
		[
			"void noise(void) { volatile int a[20]; for (int i = 0; i < 20; i++) a[i] = -7; }\nint use(void) {\n\tint n;\n\tint a[n];\n\ta[0] = 1;\n\tn = 3;\n\treturn n;\n}\nint main(void) {\n\tnoise();\n\tuse();\n}",
			"n, the length of a, is -7, as it had no value yet.",
		],
		[
			'int main(void) {\n\tchar text[40] = "100%s%s%s%s";\n\tprintf(text);\n}',
			"text is the format of printf, and what it holds has 4 conversions, %s first, for which nothing is given.",
		],
		["void (*go)(void);\nint main(void) {\n\tgo();\n}", "go is NULL: no function was ever put into it."],
		['int main(void) {\n\tprintf("%d %s\\n", 3);\n}', "The format has 2 conversions, and only 1 follows it"],
		[
			"struct n { int v; struct n *next; };\nint main(void) {\n\tstruct n a = { 1, NULL }, *p = &a;\n\twhile (p->v != 7)\n\t\tp = p->next;\n}",
			"p is NULL: with p = p->next on line 6 it has come to the end of the list.",
		],
		[
			"struct n { int v; struct n *next; };\nint count(struct n *l) {\n\twhile (l->next)\n\t\tl = l->next;\n\treturn 0;\n}\nint main(void) {\n\treturn count(NULL);\n}",
			"l is NULL, as it was given by the call on line 9.",
		],
		[
			'int main(void) {\n\tchar *p = NULL;\n\tprintf("1\\n"); printf("%d %s\\n", 5, 3); strcpy(p, "x");\n}',
			"%s wants a text, and 3 is int: the number was taken for the address of one.",
		],
		[
			'int main(void) {\n\tint x = 3;\n\tconst char *format = "%d %s\\n";\n\tprintf(format, 5, x);\n}',
			"%s wants a text, and x is int: 3 was taken for the address of one.",
		],
		[
			'int main(void) {\n\treturn strlen(getenv("NONE"));\n}',
			"getenv returned NULL, and that was used without a look.",
		],
		[
			'struct s { char *name; };\nint main(void) {\n\tstruct s *p = calloc(1, sizeof *p);\n\tstrcpy(p->name, "ann");\n}',
			"p->name is NULL.",
		],
		[
			'struct s { char *name; };\nint main(void) {\n\tint p[2];\n\tstruct s a = { 0 };\n\tpipe(p);\n\tif (fork() == 0) {\n\t\ta.name = strdup("ann");\n\t\twrite(p[1], &a, sizeof a);\n\t\t_exit(0);\n\t}\n\tread(p[0], &a, sizeof a);\n\tputs(a.name);\n}',
			"a came from another process on line 12",
		],
	])("%#", (text, words) => {
		expect(said(text).text).toContain(words);
		expect(said(text).cure).not.toBe("");
	});
});

describe("an index that leads far outside, and a pointer that leads nowhere", () => {
	test.each([
		[
			"of an array of the function",
			"int main(void) {\n\tint a[10], i = 100000000;\n\ta[i] = 1;\n}",
			"a[i] is a[100000000] here, and a has 10 elements, a[0] to a[9].",
		],
		[
			"of an array of the program",
			"int t[100];\nint main(void) {\n\tlong k = 1;\n\tk <<= 30;\n\treturn t[k - 1];\n}",
			"t[k - 1] is t[1073741823] here, and t has 100 elements, t[0] to t[99].",
		],
		[
			"of an array of arrays",
			"int m[3][4];\nint main(void) {\n\tint i = 100000000, j = 2;\n\treturn m[i][j];\n}",
			"m[i] is m[100000000] here, and m has 3 elements, m[0] to m[2].",
		],
		[
			"one less than an unsigned 0",
			"int main(void) {\n\tint a[5] = { 0 };\n\tunsigned i = 0;\n\treturn a[i - 1];\n}",
			"a[i - 1] is a[4294967295] here, and a has 5 elements, a[0] to a[4]. i has no sign: what would be -1 is the largest number there is.",
		],
		[
			"counted on in the brackets",
			"int main(void) {\n\tint a[5], i = 100000000;\n\ta[i++] = 1;\n}",
			"a[i++] is a[100000000] here",
		],
		[
			"from a pointer",
			"int main(void) {\n\tdouble *v = malloc(80);\n\tint n = -50000000;\n\tv[2 * n] = 2.5;\n}",
			"v[2 * n] is v[-100000000] here, far before what v points to.",
		],
		[
			"with an index of its own, into the constants before the array",
			"int count[26];\nint main(void) {\n\tconst char *s = \"hi you\";\n\tfor (int i = 0; s[i]; i++)\n\t\tcount[s[i] - 'a']++;\n}",
			"count[s[i] - 'a'] is count[-65] here, and count has 26 elements",
		],
		[
			"a pointer made of a number",
			"int main(void) {\n\tint *p = (int *)0xdeadbeef;\n\t*p = 1;\n}",
			"p is 0xdeadbeef, as it was set on line 3: nothing of the program lies there.",
		],
		[
			"a pointer given to a function",
			"int f(int *p) {\n\treturn *p;\n}\nint main(void) {\n\treturn f((int *)0xdeadbeef);\n}",
			"p is 0xdeadbeef, as it was given by the call on line 6: nothing of the program lies there.",
		],
		[
			"a pointer that was given no value",
			"void noise(void) { volatile long a[20]; for (int i = 0; i < 20; i++) a[i] = 0x4141414141414141; }\nvoid use(void) { int *p; long pad[8]; pad[0] = 1; if (pad[0]) *p = 3; }\nint main(void) {\n\tnoise();\n\tuse();\n}",
			"p was never given a value: 0x4141414141414141 is what happened to lie there.",
		],
	])("%s", (_, text, words) => {
		const found = said(text);
		expect(found.text).toContain(words);
		expect(found.cure).not.toBe("");
	});

	test("of another array than the one that faults nothing is said", () => {
		const text =
			"int main(void) {\n\tint a[5] = { 0 }, i = 3;\n\tint *p = (int *)0xdeadbeef;\n\ta[i] = *p;\n}";
		expect(said(text).text).not.toContain("a[");
	});
});

describe("what was touched, whose it was, and where", () => {
	test.each([
		[
			"a text that is too long for an array",
			'int main(void) {\n\tchar name[8];\n\tstrcpy(name, "too long for it");\n\treturn name[0] == 0;\n}',
			"strcpy on line 4 wrote 16 bytes to name (char[8], in main), which has room for 8.",
		],
		[
			"one more than there are",
			"int main(void) {\n\tint a[5];\n\tfor (int i = 0; i <= 5; i++)\n\t\ta[i] = i;\n\treturn 0;\n}",
			"main on line 5 wrote 4 bytes beyond the end of a (int[5], in main): there is no a[5], the last one is a[4].",
		],
		[
			"a variable of the whole program",
			"int a[4], b[4];\nint main(void) {\n\tint n = 4;\n\treturn a[n] + b[0];\n}",
			"main on line 5 read 4 bytes beyond the end of a (int[4]): there is no a[4], the last one is a[3].",
		],
		[
			"a block without room for the null byte",
			'int main(void) {\n\tchar *s = malloc(strlen("abc"));\n\tstrcpy(s, "abc");\n\treturn 0;\n}',
			"strcpy on line 4 wrote 4 bytes to the block of 3 bytes allocated on line 3.",
		],
		[
			"some elements behind an array, and not in the next variable",
			"int main(void) {\n\tint a[4] = { 0 }, b[4] = { 0 }, i = 15;\n\ta[i] = 9;\n\treturn b[0];\n}",
			"main on line 4 wrote 4 bytes beyond the end of a (int[4], in main): there is no a[15], the last one is a[3].",
		],
		[
			"before an array, and not behind the one that lies there",
			"int main(void) {\n\tint a[4] = { 0 }, b[4] = { 0 }, i = -20;\n\tb[i] = 9;\n\treturn a[0];\n}",
			"main on line 4 wrote 4 bytes before the beginning of b (int[4], in main): there is no b[-20], the last one is b[3].",
		],
		[
			"some elements before a block that follows one that was freed",
			"int main(void) {\n\tint *a = malloc(40), *b = malloc(40);\n\tfree(a);\n\tb[-3] = 9;\n\treturn 0;\n}",
			"main on line 5 wrote 4 bytes before the beginning of the block of 40 bytes allocated on line 3.",
		],
		[
			"what has not been given out yet",
			"int main(void) {\n\tint *a = malloc(40);\n\ta[30] = 9;\n\treturn 0;\n}",
			"main on line 4 wrote 4 bytes beyond the end of the block of 40 bytes allocated on line 3.",
		],
		[
			"before a block",
			"int main(void) {\n\tint *a = malloc(40);\n\ta[-1] = 9;\n\treturn 0;\n}",
			"main on line 4 wrote 4 bytes before the beginning of the block of 40 bytes allocated on line 3.",
		],
		[
			"a block that was freed",
			'int main(void) {\n\tchar *s = strdup("hello");\n\tfree(s);\n\tputs(s);\n\treturn 0;\n}',
			"puts on line 5 read 6 bytes of the block of 6 bytes allocated on line 3 after it had been freed on line 4.",
		],
		[
			"printf, of which the compiler makes puts",
			'int main(void) {\n\tchar *s = strdup("hello");\n\tfree(s);\n\tprintf("%s\\n", s);\n\treturn 0;\n}',
			"printf on line 5 read 6 bytes of the block of 6 bytes allocated on line 3 after it had been freed on line 4.",
		],
		[
			"a block that has moved",
			"int main(void) {\n\tint *a = malloc(16), *b = a;\n\ta = realloc(a, 4000);\n\tb[0] = a != NULL;\n\treturn 0;\n}",
			"main on line 5 wrote 4 bytes of the block of 16 bytes allocated on line 3 after realloc on line 4 had moved it.",
		],
		[
			"a system call",
			"int main(void) {\n\tchar b[8];\n\treturn read(0, b, 80) < 0;\n}",
			"read on line 4 wrote 80 bytes to b (char[8], in main), which has room for 8.",
		],
		[
			"scanf without a width",
			'int main(void) {\n\tchar b[4];\n\tscanf("%s", b);\n\treturn 0;\n}',
			"scanf on line 4 wrote 1 byte beyond the end of b (char[4], in main), which has room for 4.",
		],
		[
			"a row that is not there",
			"int main(void) {\n\tint m[3][4];\n\tfor (int i = 0; i < 4; i++)\n\t\tm[i][0] = i;\n\treturn m[0][0];\n}",
			"main on line 5 wrote 4 bytes beyond the end of m (int[3][4], in main): there is no m[3], the last one is m[2].",
		],
		[
			"an array of variable length",
			"int main(void) {\n\tint n = 5;\n\tint a[n];\n\tfor (int i = 1; i <= n; i++)\n\t\ta[i] = i;\n\treturn 0;\n}",
			"main on line 6 wrote 4 bytes beyond the end of a (int[5], in main): there is no a[5], the last one is a[4].",
		],
		[
			"a variable that is too small for what is read into it",
			'int main(void) {\n\tchar c;\n\tsscanf("5", "%d", (int *)&c);\n\treturn 0;\n}',
			"sscanf on line 4 wrote 4 bytes to c (char, in main), which has room for 1.",
		],
		[
			"the text that a function has returned",
			'char *f(void) {\n\tchar t[8] = "abc";\n\tchar *p = t;\n\treturn p;\n}\nint main(void) {\n\tputs(f());\n}',
			"puts on line 8 read 4 bytes of t (char[8], in f) after f had returned.",
		],
		[
			"a parameter of a function that has returned, though another call has used the stack since",
			"int *f(int n) {\n\tint *p = &n;\n\treturn p;\n}\nint main(void) {\n\tint *a = f(1), *b = f(2);\n\treturn *a - *b;\n}",
			"main on line 8 read 4 bytes of n (int, in f) after f had returned.",
		],
		[
			"a struct that was given by value",
			"struct s { int v[4]; };\nint *f(struct s s) {\n\tint *p = s.v;\n\treturn p;\n}\nint main(void) {\n\tstruct s s = { { 1 } };\n\treturn *f(s);\n}",
			"main on line 9 read 4 bytes of s (struct s, in f) after f had returned.",
		],
		[
			"an array of variable length, its function having returned",
			"int *f(int n) {\n\tint a[n], *p = a;\n\treturn p;\n}\nint main(void) {\n\tint *p = f(3);\n\tp[1] = 2;\n}",
			"main on line 8 wrote 4 bytes of a (int[3], in f) after f had returned.",
		],
		[
			"what a function left by longjmp had",
			"#include <setjmp.h>\njmp_buf b; int *p;\nvoid f(void) {\n\tint x = 1;\n\tp = &x;\n\tlongjmp(b, 1);\n}\nvoid g(void) {\n\tint n[1] = { 0 };\n\tif (setjmp(b) == n[0])\n\t\tf();\n}\nint main(void) {\n\tg();\n\treturn *p;\n}",
			"main on line 16 read 4 bytes of x (int, in f) after f had returned.",
		],
		[
			"a buffer of standard output that ends before the program does",
			'int main(void) {\n\tchar b[64];\n\tsetvbuf(stdout, b, _IOFBF, sizeof b);\n\tputs("x");\n}',
			"main read 1 byte of b (char[64], in main) after main had returned.",
		],
		[
			"a variable of a block that has ended",
			"int main(void) {\n\tint *p = NULL;\n\tfor (int i = 0; i < 3; i++) {\n\t\tint square = i * i;\n\t\tp = &square;\n\t}\n\treturn *p;\n}",
			"main on line 8 read 4 bytes of square (int, in main) after the block in which it is declared had ended.",
		],
		[
			"the counter of a loop that has ended",
			"int main(void) {\n\tint *p = NULL;\n\tfor (int i = 0; i < 3; i++)\n\t\tp = &i;\n\treturn *p;\n}",
			"main on line 6 read 4 bytes of i (int, in main) after the block in which it is declared had ended.",
		],
	])("%s", (_, text, words) => {
		const { diagnosis, text: found } = said(text, "overlong words");
		expect(found).toContain(words);
		expect(diagnosis?.moment).toBeGreaterThan(0);
	});

	test.each([
		[
			"freed twice",
			"int main(void) {\n\tchar *p = malloc(16);\n\tfree(p);\n\tfree(p);\n}",
			/called abort, with the last words “free\(\): double free detected in tcache 2”\. free on line 5 is given the block of 16 bytes allocated on line 3, which was freed before on line 4\.$/,
		],
		[
			"the middle of a block",
			"int main(void) {\n\tchar *p = malloc(100);\n\tfree(p + 4);\n}",
			/malloc never returned: it lies 4 bytes inside the block of 100 bytes allocated on line 3\.$/,
		],
		[
			"an array",
			"int main(void) {\n\tchar b[16] = { 0 };\n\tfree(b);\n}",
			/malloc never returned: it lies in b \(char\[16\], in main\)\.$/,
		],
	])("free is given %s", (_, text, words) => {
		expect(said(text).text).toMatch(words);
	});
});

describe("an array without elements", () => {
	test.each([
		[
			"of a variable that was 0",
			"int main(void) {\n\tint n = 0;\n\tint a[n];\n\tfor (int i = 0; i < 3; i++)\n\t\ta[i] = i;\n}",
			"beyond the end of a (int[0], in main): there is no a[0], as a has no elements: n was 0 on line 4.",
			"Ask before line 4 whether there is anything to hold: if (n > 0).",
		],
		[
			"of a variable that gets its value later",
			'int main(void) {\n\tint n;\n\tint a[n];\n\tscanf("%d", &n);\n\tfor (int i = 0; i < n; i++)\n\t\ta[i] = i;\n}',
			"there is no a[0], as a has no elements: n had no value yet on line 4, and 0 happened to lie there.",
			"Give n its value before line 4: a keeps the length with which it is declared.",
		],
		[
			"of a variable that a loop has given its value",
			"int main(void) {\n\tint n;\n\tfor (int i = 0; i < 2; i++) {\n\t\tif (i > 0) {\n\t\t\tint a[n];\n\t\t\ta[i] = i;\n\t\t}\n\t\tn = 0;\n\t}\n}",
			"there is no a[1], as a has no elements: n was 0 on line 6.",
			"Ask before line 6 whether there is anything to hold: if (n > 0).",
		],
		[
			"of a variable that was set in the same declaration",
			"int main(void) {\n\tint n = 0, a[n];\n\ta[2] = n;\n}",
			"there is no a[2], as a has no elements: n was 0 on line 3.",
			"Ask before line 3 whether there is anything to hold: if (n > 0).",
		],
		[
			"of a static variable, which begins with 0",
			"int main(void) {\n\tstatic int n;\n\tlong a[n];\n\ta[0] = 1;\n\treturn n;\n}",
			"there is no a[0], as a has no elements: n was 0 on line 4.",
			"Ask before line 4 whether there is anything to hold: if (n > 0).",
		],
		[
			"of structs",
			"struct s { int x, y; };\nint main(void) {\n\tint n = 2, i = 1;\n\tstruct s a[n - 2];\n\ta[i].y = 1;\n}",
			"there is no a[i], as a has no elements: n - 2 was 0 on line 5.",
			"Ask before line 5 whether there is anything to hold: if (n - 2 > 0).",
		],
		[
			"of rows without elements",
			"int main(void) {\n\tint n = 0;\n\tint a[3][n];\n\ta[1][2] = n;\n}",
			"there is no a[1][2], as a has no elements: n was 0 on line 4.",
			"Ask before line 4 whether there is anything to hold: if (n > 0).",
		],
		[
			"of two variables",
			"int main(void) {\n\tint n = 0, m = 4;\n\tint a[n][m];\n\ta[1][2] = n;\n}",
			"there is no a[1][2], as a has no elements: of its lengths n and m one was 0 on line 4.",
			"Ask before line 4 whether there is anything to hold: if (n > 0 && m > 0).",
		],
		[
			"of a constant",
			"#define M 2\nenum { N = 2 };\nint main(void) {\n\tint a[N - M];\n\tfor (int i = 0; i < 3; i++)\n\t\ta[i] = i;\n}",
			"there is no a[0], as a has no elements.",
			"Declare a with as many elements as it is to hold.",
		],
		[
			"of rows",
			"int g[2][0];\nint main(void) {\n\tfor (int i = 1; i < 3; i++)\n\t\tg[1][i] = i;\n}",
			"beyond the end of g (int[2][0]): there is no g[1][1], as g has no elements.",
			"Declare g with as many elements as it is to hold.",
		],
	])("%s", (_, text, words, cure) => {
		const found = said(text, "3");
		expect(found.text).toContain(words);
		expect(found.cure).toBe(cure);
	});

	test("far from it nothing is said of its elements", () => {
		const text = "int g[2][0];\nint main(void) {\n\tint i = 100000000;\n\tg[1][i] = 1;\n}";
		expect(said(text).text).toMatch(/write of 4 bytes at 0x[0-9a-f]+: no memory there\.$/);
	});
});

test("the free at which glibc gave up comes before an earlier misuse that was not why", () => {
	const text =
		'int main(void) {\n\tchar *s = malloc(5);\n\tstrcpy(s, "hello");\n\tfree(s);\n\tfree(s);\n\treturn 0;\n}';
	const found = said(text);
	expect(found.text).toMatch(
		/double free detected in tcache 2”\. free on line 6 is given the block of 5 bytes allocated on line 3, which was freed before on line 5\.$/,
	);
	expect(found.cure).toMatch(/^Free each block once/);
	expect(found.diagnosis?.also.map(({ text: one }) => one)).toEqual([
		"Before that, strcpy on line 4 wrote 6 bytes to the block of 5 bytes allocated on line 3.",
	]);
	expect(mendedBy(text)).toEqual(["\tchar *s = malloc(6);"]);
});

test("a literal is not freed", () => {
	const { cure, diagnosis, patient, ran } = said(
		'int main(void) {\n\tchar *s = "hello";\n\tputs(s);\n\tfree(s);\n}',
	);
	expect(cure).toBe(
		"s points to a literal, which is part of the program: only what malloc and its like have returned is freed.",
	);
	const mended = diagnosis === null ? null : mend(patient, ran, diagnosis);
	expect(mended?.changes[0]?.edits).toMatchObject([{ line: 5, inserted: [] }]);
});

test("of two closes of a stream the one that comes too early goes", () => {
	const { cure, diagnosis, patient, ran, text } = said(
		'int main(void) {\n\tFILE *f = fopen("x", "w");\n\tfclose(f);\n\tfprintf(f, "x");\n\tfclose(f);\n}',
	);
	expect(text).toContain(
		"fclose on line 6 is given a stream, opened on line 3, that had been closed before on line 4.",
	);
	expect(cure).toBe("Close each stream once, and use it only before that.");
	const mended = diagnosis === null ? null : mend(patient, ran, diagnosis);
	expect(mended?.outcome).toEqual({ kind: "exited", status: 0 });
	expect(mended?.changes[0]?.edits).toMatchObject([{ line: 4, inserted: [] }]);
});

test("the parameter that realloc's result is put into is not the caller's pointer", () => {
	const found = said(
		"void grow(char *s) {\n\ts = realloc(s, 4000);\n\ts[0] = 0;\n}\nint main(void) {\n\tchar *s = malloc(6);\n\tgrow(s);\n\treturn s[0];\n}",
	);
	expect(found.text).toContain(
		"of the block of 6 bytes allocated on line 7 after realloc on line 3 had moved it.",
	);
	expect(found.cure).toBe(
		"s of grow is a copy of the caller's pointer: let grow return the new address, and the caller keep it.",
	);
});

test("of a loop without end the misuse inside is the cause, and its cure the one", () => {
	const found = said(
		"struct n { int v; struct n *next; };\nstruct n *push(struct n *head) {\n\tstruct n n = { 1, head }, *p = &n;\n\treturn p;\n}\nint main(void) {\n\tstruct n *l = push(push(NULL));\n\tfor (struct n *p = l; p != NULL; p = p->next)\n\t\tgetppid();\n}",
	);
	expect(found.diagnosis?.kind).toBe("endless-loop");
	expect(found.text).toMatch(
		/main on line 9 read 8 bytes of n \(struct n, in push\) after push had returned\.$/,
	);
	expect(found.cure).toMatch(/^A variable ends with its function/);
});

test("a null pointer that was found in a block already freed is told as such", () => {
	const found = said(
		"struct s { char *name; };\nint main(void) {\n\tstruct s *p = calloc(1, sizeof *p);\n\tfree(p);\n\treturn p->name[0];\n}",
	);
	expect(found.text).toMatch(/after it had been freed on line 5\.$/);
	expect(found.diagnosis?.also).toEqual([]);
});

test("a block of the size of a pointer is told as such, and the list freed on the way is mended with it", () => {
	const text =
		"struct n { int v; struct n *next; };\nint main(void) {\n\tstruct n *h = NULL;\n\tfor (int i = 0; i < 3; i++) {\n\t\tstruct n *x = malloc(sizeof x);\n\t\tx->v = i;\n\t\tx->next = h;\n\t\th = x;\n\t}\n\tfor (struct n *p = h; p; p = p->next) {\n\t\tfree(p);\n\t}\n}";
	expect(said(text).cure).toBe(
		"sizeof x on line 6 is the size of a pointer, 8 bytes, and what it points to needs more: sizeof *x.",
	);
	expect(mendedBy(text)).toEqual([
		"\t\tstruct n *x = malloc(sizeof *x);",
		"\tstruct n *after;",
		"\tfor (struct n *p = h; p; p = after) {",
		"\t\tafter = p->next;",
	]);
});

describe("a null pointer: which one, and where it came from", () => {
	test.each([
		[
			'int main(void) {\n\tchar line[9];\n\tFILE *f = fopen("none", "r");\n\tfgets(line, 9, f);\n}',
			"f is NULL: fopen on line 4 returned that (ENOENT), and the program did not look.",
			"Look at what fopen returns before it is used: if (f == NULL).",
		],
		[
			"int main(int argc, char **argv) {\n\treturn atoi(argv[1]);\n}",
			"argv[1] is NULL when the program is given fewer arguments.",
			"Look at argc first: argv[1] is there when argc is more than 1.",
		],
		[
			"int main(void) {\n\tint *p = NULL;\n\n\t*p = 5;\n}",
			"p is NULL since line 3.",
			"Let p point to something before *p or p-> is used.",
		],
		[
			"int main(void) {\n\tint *p;\n\t*p = 5;\n}",
			"p is NULL: nothing was ever put into it.",
			"Let p point to something before *p or p-> is used.",
		],
		[
			"int *find(int *a, int n) {\n\tfor (int i = 0; i < n; i++)\n\t\tif (a[i] == 7)\n\t\t\treturn a + i;\n\treturn NULL;\n}\nint main(void) {\n\tint a[2] = { 1, 2 };\n\tint *p = find(a, 2);\n\treturn *p;\n}",
			"p is NULL: find on line 10 returned that.",
			"Look at what find returns before it is used: if (p != NULL).",
		],
		[
			"int *f(void) {\n\tint x = 5;\n\treturn &x;\n}\nint main(void) {\n\tint *p = f();\n\treturn *p;\n}",
			"p is NULL: f on line 7 returned that, for the address of its own x, which is gone when it returns.",
			"A variable ends with its function: let the caller give the room for it, take the room from malloc, or return the value itself.",
		],
		[
			"int main(void) {\n\tint *m[300];\n\tfor (int i = 0; i < 300; i++) {\n\t\tm[i] = malloc(1 << 20);\n\t\tm[i][5] = 1;\n\t}\n}",
			"m[i] with i at 255 is NULL: malloc on line 5 returned that, and the program did not look.",
			"Look at what malloc returns before it is used: if (m[i] == NULL).",
		],
		[
			'FILE *f;\nint main(void) {\n\tf = fopen("none", "r");\n\treturn getc(f);\n}',
			"f is NULL: fopen on line 4 returned that (ENOENT), and the program did not look.",
			"Look at what fopen returns before it is used: if (f == NULL).",
		],
		[
			'void show(FILE *in) {\n\tfgetc(in);\n}\nint main(void) {\n\tFILE *f = fopen("none", "r");\n\tshow(f);\n}',
			"in is NULL: fopen on line 6 returned that (ENOENT), and the program did not look.",
			"Look at what fopen returns before it is used: if (in == NULL).",
		],
		[
			"int main(void) {\n\tchar *p = malloc(2147483648u);\n\tp[0] = 1;\n}",
			"the program did not look. A process's heap may hold 256 MB on this machine, and 2049 MB were needed; Linux may promise more than it has.",
			"Look at what malloc returns before it is used: if (p == NULL).",
		],
	])("%#", (text, words, cure) => {
		const found = said(text);
		expect(found.text).toContain(words);
		expect(found.cure).toBe(cure);
	});

	test("comes before a misuse that has nothing to do with it", () => {
		const found = said(
			"int main(void) {\n\tchar a[3] = { 97, 98, 99 };\n\tputs(a);\n\tint *p = NULL;\n\t*p = 1;\n}",
		);
		expect(found.text).toMatch(/a null pointer\. p is NULL since line 5\.$/);
		expect(found.cure).toBe("Let p point to something before *p or p-> is used.");
		expect(found.diagnosis?.also.map(({ text }) => text)).toEqual([
			expect.stringMatching(/^Before that, puts on line 4 read \d+ bytes of a \(char\[3\], in main\)/),
		]);
	});

	test("comes of the misuse when the pointer was overwritten", () => {
		const found = said(
			"int n;\nint main(void) {\n\tstruct { char a[8]; } s;\n\tint *p = &n;\n\tmemset(&s, 0, 48);\n\t*p = 1;\n\treturn s.a[0];\n}",
		);
		expect(found.text).toContain("memset on line 6 wrote 48 bytes to s");
		expect(found.diagnosis?.also).toEqual([]);
	});
});

describe("nothing is said of a program that stays inside its memory", () => {
	const folder = resolve(import.meta.dirname, "../../machine/programs");
	const files = readdirSync(folder).filter((name) => name.endsWith(".c"));

	test.each(files.filter((_, i) => i % 3 === 0))("%s", (file) => {
		const programs = [
			{ name: "main", files: [{ path: file, text: readFileSync(resolve(folder, file), "utf8") }] },
		];
		expect(watchMemory({ build, programs, options }).misuse).toBeNull();
	});

	test.each([
		[
			"a child has a copy of the blocks",
			"int main(void) { char *p = malloc(8); if (fork() == 0) { free(p); _exit(0); } free(p); }",
		],
		[
			"a function called again finds its arrays open",
			"int f(int n) { char b[40]; memset(b, n, sizeof b); return n == 0 ? b[39] : f(n - 1) + b[0]; } int main(void) { return f(9) + f(3); }",
		],
		[
			"what realloc kept",
			'int main(void) { char *p = calloc(3, 1); p = realloc(p, 9); strcpy(p, "12345678"); free(p); }',
		],
		[
			"a struct as a whole",
			"struct s { char a[3]; int n; } x, y; int main(void) { y.n = 2; x = y; struct s z = x; return z.n - 2; }",
		],
		[
			"a pointer to a freed block that is left alone while a pipe is made",
			"int main(void) { char *p = malloc(10); int fd[2]; free(p); pipe(fd); return close(fd[0]) + close(fd[1]); }",
		],
		[
			"an aligned block",
			"int main(void) { char *p = aligned_alloc(64, 128); p[127] = 1; free(p); return (long)p % 64; }",
		],
		[
			"a call that takes more arguments than it is given",
			'#include <sys/syscall.h>\nint main(void) { char t[8] = "x"; return syscall(SYS_getpid) < 0 || t[1]; }',
		],
		[
			"a leap out of a function with an array",
			"#include <setjmp.h>\nsigjmp_buf b; void f(void) { char t[40]; t[0] = 1; siglongjmp(b, t[0]); } int main(void) { char big[200]; if (sigsetjmp(b, 1) == 0) f(); memset(big, 0, sizeof big); return big[0]; }",
		],
		[
			"more calls than rooms are kept for",
			"int f(int *n) { int v[400]; v[399] = *n; return v[399]; } int main(void) { int s = 0; for (int i = 0; i < 4000; i++) s += f(&i); return s == 0; }",
		],
		[
			"blocks entered past their beginning, and come to again",
			"int f(int n) { int s = 0; switch (n) { int a[2]; case 1: a[0] = 1; s = a[0]; break; case 2: { int b[2] = { 1, 2 }; if (s == 0) { case 3: b[1] = 4; s += b[1]; } } } return s; }\nint main(void) { int s = f(1) + f(2) + f(3); for (int i = 0; i < 3; i++) { int a[2]; int *p = a; if (i == 1) continue; p[0] = i; s += *p; } goto in; { int c; in: c = 1; int *q = &c; s += *q; } return s == 0; }",
		],
		[
			"a record that a statement expression or a function gives",
			"struct s { int a[9]; }; struct s f(int n) { struct s s = { { n } }; return s; } int main(void) { struct s t = ({ struct s u = f(3); u; }); int *p = &(int){ f(2).a[0] }; return t.a[0] + *p - 5; }",
		],
		[
			"a variable that the child of vfork or of fork has pointers to",
			"void f(int *n) { *n += 1; } int main(void) { int n = 0, status; if (fork() == 0) { f(&n); _exit(n); } if (vfork() == 0) { f(&n); _exit(n); } f(&n); return n == 0; }",
		],
		[
			"a handler that gets the address of what is running",
			"#include <signal.h>\nint *at; void h(int s) { int here[3] = { s }; *at += here[0]; } int main(void) { int n = 0; at = &n; signal(SIGUSR1, h); raise(SIGUSR1); raise(SIGUSR1); return n == 0; }",
		],
		[
			"a function that calls itself with its own variables",
			"int sum(int *rest, int n) { int left = n - 1; int all[n]; all[n - 1] = *rest; return n == 1 ? all[0] : all[n - 1] + sum(&left, left); } int main(void) { int n = 9; return sum(&n, n) == 0; }",
		],
		["more than there is", "int main(void) { return malloc(2147483648u) != NULL; }"],
	])("%s", (_, text) => {
		expect(said(text).text).toBe("");
	});
});
