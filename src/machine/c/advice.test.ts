// What is said about what usually is a mistake, with the system's own headers: which header is missing, what is unused.
import { describe, expect, test } from "vitest";
import { declaring } from "../libc/declaring.ts";
import { header, headerNames } from "../libc/index.ts";
import { parse } from "./index.ts";
import { said } from "./testing.ts";

function complaints(text: string): string[] {
	const file = { path: "main.c", text };
	return parse(file, { headers: header, known: headerNames, declaring }).diagnostics.map(said);
}

describe("a name that some header declares", () => {
	test.each([
		["int main(void) { return fork(); }", "'fork' comes with <unistd.h>: add #include <unistd.h>"],
		["pid_t child;", "'pid_t' comes with <sys/types.h>: add #include <sys/types.h>"],
		[
			"int f(void) { return EPOLLONESHOT; }",
			"'EPOLLONESHOT' comes with <sys/epoll.h>: add #include <sys/epoll.h>",
		],
		[
			"int f(void) { return inotify_init(); }",
			"'inotify_init' comes with <sys/inotify.h>: add #include <sys/inotify.h>",
		],
		[
			"void f(void) { struct sigaction sa; }",
			"'struct sigaction' comes with <signal.h>: add #include <signal.h>",
		],
		[
			"int f(struct stat *s) { return s->st_mode; }",
			"'struct stat' comes with <sys/stat.h>: add #include <sys/stat.h>",
		],
		[
			"#include <sys/socket.h>\nint f(void) { return accept4(3, 0, 0, 0); }",
			"'accept4' is in <sys/socket.h> only after #define _GNU_SOURCE, before the first #include",
		],
		["#include <pthraed.h>", "did you mean <pthread.h>?"],
		["#include <stdio.h>\nint main(void) { prinft(0); }", "did you mean 'printf'?"],
	])("%s", (text, cure) => {
		expect(complaints(text)[0]).toContain(`[${cure}]`);
	});

	test.each([
		["socket", "sys/socket.h"],
		["struct sockaddr_in", "netinet/in.h"],
		["MAP_SHARED", "sys/mman.h"],
		["pthread_create", "pthread.h"],
		["TAILQ_HEAD", "sys/queue.h"],
		["sem_t", "semaphore.h"],
		["EPOLLIN", "sys/epoll.h"],
		["nobody_has_this", undefined],
	])("%s is declared in %s", (name, wanted) => {
		expect(declaring(name)?.header).toBe(wanted);
	});
});

describe("what is computed, declared or defined and not used", () => {
	const unistd = "#include <unistd.h>\n#include <stdlib.h>\n";
	test.each([
		["int main(void) { int x = 1; return 0; }", ["1:22: warning: unused variable 'x'"]],
		["void f(int n) { int a[n]; }", ["1:21: warning: unused variable 'a'"]],
		["int main(void) { int x = 1; (void)x; return 0; }", []],
		["int main(void) { int x __attribute__((unused)) = 1; __attribute__((unused)) int y; return 0; }", []],
		["int main(int argc, char **argv) { return 0; }", []],
		["int f(c) char c; { return 0; }", []],
		["int main(void) { int x = 1; return y; }", ["1:36: error: use of undeclared identifier 'y'"]],
		["static int f(void) { return 1; }", ["1:12: warning: unused function 'f'"]],
		[
			"void f(void) { out: ; in: __attribute__((unused)); goto back; back: ; }",
			["1:16: warning: unused label 'out'"],
		],
		[
			"void f(void) { { __label__ a; a: ; } { __label__ a; a: goto a; } }",
			["1:31: warning: unused label 'a'"],
		],
		["[[maybe_unused]] static int f(void) { [[maybe_unused]] int x; return 1; }", []],
		["static inline int f(void) { return 1; } __attribute__((unused)) static int g(void) { return 1; }", []],
		["static int f(void) { return 1; } int (*p)(void) = f;", []],
		[
			`${unistd}void f(char *p) { read(0, p, 9); realloc(p, 2); write(1, p, 9); (void)read(0, p, 9); read(0, p, 1); }`,
			[
				"3:19: warning: the result of 'read' is not used: it alone tells how many bytes came, and of an error",
				"3:34: warning: the result of 'realloc' is not used: the memory may have moved there",
			],
		],
	])("%s", (text, wanted) => {
		expect(complaints(text)).toEqual(wanted);
	});
});

describe("what is read before anything was put there, or compared with what it can never be", () => {
	test.each([
		[
			"int f(void) { int x; return x; }",
			["1:29: warning: variable 'x' is uninitialized when used here [nothing gives it a value]"],
		],
		[
			"int f(void) { int x; x += 1; return x; }",
			["1:22: warning: variable 'x' is uninitialized when used here [nothing gives it a value]"],
		],
		[
			"int f(int n) { int x; while (n--) x++; return x; }",
			["1:35: warning: variable 'x' is uninitialized when used here [nothing gives it a value]"],
		],
		["int f(int n) { int x; if (n) x = 0; x += 1; return x; }", []],
		["int g(int *); int f(void) { int x; g(&x); return x; }", []],
		["int f(int c) { int x; if (c) x = 1; return x; }", []],
		["int f(void) { int x; (void)x; return 0; }", []],
		[
			"int f(void) { int *p; return *p; }",
			["1:31: warning: variable 'p' is uninitialized when used here [nothing gives it a value]"],
		],
		["int f(void) { volatile int x; return x; }", []],
		[
			'int f(char *s) { return s == "stop"; }',
			["1:27: warning: this compares the address of a string literal, not its text [strcmp compares texts]"],
		],
		[
			"void f(unsigned n) { while (--n >= 0) ; }",
			["1:33: warning: comparison of an unsigned value: '>= 0' is always true"],
		],
		["int f(unsigned char c) { return c >= 0; }", []],
		["int f(unsigned n) { return n < (unsigned)0; }", []],
		["int f(unsigned long n) { return n > 0 && n != 0; }", []],
	])("%s", (text, wanted) => {
		expect(complaints(text)).toEqual(wanted);
	});
});

describe("what is written beyond an array for certain", () => {
	const includes = "#include <stdio.h>\n#include <string.h>\n#include <unistd.h>\n#include <sys/socket.h>\n";
	const declared =
		"struct s { char name[8]; int n; char last[1]; } v, *p; char buf[8], big[64], *q; int wide[4];";
	const said = (call: string) =>
		complaints(`${includes}${declared}\nvoid f(int n) { (void)n; (void)!${call}; }`).map((each) =>
			each.replace(/^.*warning: /, ""),
		);
	test.each([
		['strcpy(buf, "hello world, too long")', "strcpy writes 22 bytes to buf, which has room for 8"],
		['strcpy(buf, "8 bytes.")', "strcpy writes 9 bytes to buf, which has room for 8"],
		['strcat(buf, "0123456789")', "strcat writes 11 bytes to buf, which has room for 8"],
		['strcpy(p->name, "0123456789")', "strcpy writes 11 bytes to name, which has room for 8"],
		['sprintf(buf, "100%% sure")', "sprintf writes 10 bytes to buf, which has room for 8"],
		['sprintf(buf, "%d hello, %s", n, q)', "sprintf writes at least 9 bytes to buf, which has room for 8"],
		["memcpy(buf, big, 16)", "memcpy writes 16 bytes to buf, which has room for 8"],
		["memset(wide, 0, 17)", "memset writes 17 bytes to wide, which has room for 16"],
		["memset(v.name, 0, 100)", "memset writes 100 bytes to name, which has room for 8"],
		['snprintf(buf, 16, "%d", n)', "snprintf may write 16 bytes to buf, which has room for 8"],
		["fgets(buf, sizeof big, stdin)", "fgets may write 64 bytes to buf, which has room for 8"],
		["read(0, buf, 9)", "read may write 9 bytes to buf, which has room for 8"],
		["recv(0, buf, 9, 0)", "recv may write 9 bytes to buf, which has room for 8"],
	])("%s", (call, wanted) => {
		expect(said(call)).toEqual([wanted]);
	});

	test.each([
		'strcpy(buf, "7 bytes")',
		'strcpy(buf, "7 bytes\\0 and more")',
		"strcpy(buf, q)",
		'strcpy(q, "hello world, too long")',
		'strcpy(v.last, "longer")',
		'strcpy(buf + 4, "0123")',
		'sprintf(buf, "%%%%%%%%%%%%%%")',
		'sprintf(buf, "%-20d%s", n, q)',
		"memcpy(buf, big, sizeof buf)",
		"memset(v.name, 0, sizeof v)",
		"memset(&v, 0, sizeof v)",
		"memcpy(big, buf, n)",
		"fgets(buf, sizeof buf, stdin)",
	])("nothing of %s", (call) => {
		expect(said(call)).toEqual([]);
	});
});

test("a socket of the network is named where it is asked for; its family as an address is not", () => {
	const said = (body: string) => complaints(`#include <sys/socket.h>\nint f(int n) {\n${body};\n}`).join();
	const refused =
		"is not supported on this computer, which has no network: socket fails with EAFNOSUPPORT [expanded from macro";
	expect(said("return socket(AF_INET, SOCK_STREAM, 0)")).toContain(`3:15: warning: 'AF_INET' ${refused}`);
	expect(said("return socket(PF_INET6, SOCK_DGRAM, 0)")).toContain(`3:15: warning: 'AF_INET6' ${refused}`);
	expect(said("struct sockaddr a = {.sa_family = AF_INET}; return a.sa_family")).toBe("");
	expect(said("return socket(AF_UNIX, n, 0) + socket(n, n, 0) + socketpair(AF_INET, n, 0, &n)")).toBe("");
});

test("what 'long double' is here is said once, where the program's own text first has one", () => {
	const own = "#include <math.h>\n#include <stdlib.h>\ndouble d;\nlong double x, y = 1.0L;\n";
	expect(complaints(own)).toEqual([
		"4:1: warning: 'long double' has the range and precision of 'double' here: 53 bits and up to 1.8e308, where gcc has 64 bits and 1.2e4932 [sizeof is 16, as with gcc; from the 16th digit on, results may differ]",
	]);
	const without = (body: string) =>
		complaints(
			`#include <math.h>\n#include <stdlib.h>\n#include <stddef.h>\ndouble f(double x) { return ${body}; }`,
		).length;
	expect(
		["sqrt(x)", "isnan(x)", "fabs(x) + HUGE_VAL", "signbit(x)", "sizeof(max_align_t)"].map(without),
	).toEqual([0, 0, 0, 0, 0]);
	expect(['strtold("1", 0)', "1.5L", "sqrtl(x)", "(long double)x"].map(without)).toEqual([1, 1, 1, 1]);
});

describe("what this compiler does not have is named", () => {
	test.each([
		["__int128 x;", "1:1: error: 128-bit integers are not supported"],
		["_Decimal64 x;", "1:1: error: decimal floating-point numbers are not supported"],
		["#include <complex.h>", "#error complex numbers are not supported"],
		[
			"int f(void) { return __builtin_classify_type(1); }",
			"the compiler's own function '__builtin_classify_type' is not supported",
		],
		["void f(int *p) { __attribute__((cleanup(g))) int x; }", "the attribute 'cleanup' is not supported"],
		['int f(int x) { asm("" : "=r"(x) : "0"(1)); return x; }', "inline assembly is not supported"],
		[
			"struct s { int a : 20; int b : 20; } __attribute__((packed));\nstruct __attribute__((packed)) t { int a : 20; int b : 20; };",
			"a packed bit-field that crosses the boundary of its type is not supported",
		],
	])("%s", (text, wanted) => {
		expect(complaints(text).join("\n")).toContain(wanted);
	});
});

describe("calls that are right C and hardly ever meant", () => {
	const exec = "int execlp(const char *, const char *, ...); int execle(const char *, const char *, ...);";
	const memory =
		"typedef unsigned long size_t; void *memset(void *, int, size_t); char *strncpy(char *, const char *, size_t); long write(int, const void *, size_t); void free(void *);";
	test.each([
		[exec, 'void f(void) { execlp("ls", "ls"); }', ["the list of execlp's arguments has no end"]],
		[exec, 'void f(void) { execlp("ls", "ls", 0); }', ["the 0 at the end of execlp's arguments is an int"]],
		[exec, 'void f(void) { execlp("ls", "ls", (char *)0); execlp("ls", "ls", (void *)0); }', []],
		[exec, 'void f(char **e) { execle("ls", "ls", (char *)0, e); }', []],
		[exec, 'void f(char **e) { execle("ls", "ls", e); }', ["the list of execle's arguments has no end"]],
		[memory, "void f(char *p) { memset(p, 0, sizeof p); }", ["given the size of the pointer 'p'"]],
		[memory, "void f(char *p, char *q) { strncpy(p, q, sizeof(q)); }", ["the size of the pointer 'q'"]],
		[memory, 'void f(void) { char *s = "a"; write(1, s, sizeof(s)); }', ["the size of the pointer 's'"]],
		[memory, "struct s { char *p; }; void f(struct s *s) { memset(s->p, 0, sizeof s->p); }", ["pointer 'p'"]],
		[memory, "void f(char **p) { memset(p, 0, sizeof *p); char b[9]; memset(b, 0, sizeof b); }", []],
		[memory, "void f(char *p) { memset(&p, 0, sizeof p); }", []],
		[memory, "void f(void) { char b[9]; memset(b, sizeof b, 0); }", ["memset is told to set 0 bytes"]],
		[
			memory,
			"void f(char *b, int n) { memset(b, n, 0); memset(b, 0, 0); }",
			["memset is told to set 0 bytes"],
		],
		[memory, "void f(void) { int x = 1; free(&x); }", ["free is given 'x', which malloc never returned"]],
		[memory, 'void f(char *p) { free(p); free("a"); }', ["free is given a string literal"]],
		[
			"",
			"int f(int a[10]) { return sizeof a / sizeof a[0]; }",
			["the parameter 'a' is no array but 'int *'"],
		],
		["", "int f(int *a, int n) { int b[n]; return sizeof a + sizeof b; }", []],
	])("%s%s", (before, text, wanted) => {
		const said = complaints(`${before}\n${text}`);
		expect(said).toHaveLength(wanted.length);
		for (const [i, each] of wanted.entries()) expect(said[i]).toContain(each);
	});
});

/** clang 14 says the same of each, at the same place. */
describe("what one expression changes twice, or changes and reads, in no order", () => {
	const said = (text: string) =>
		complaints(
			`int a[9]; int g(int), h(int, int);\nint f(int i, int j, int *p)\n{ ${text}; return i + j + *p; }`,
		)
			.filter((each) => each.includes("unsequenced"))
			.map((each) => each.replace(/ \[.*/, ""));

	test.each([
		["i = i++ + ++i", "3:8: warning: multiple unsequenced modifications to 'i'"],
		["i = i++", "3:8: warning: multiple unsequenced modifications to 'i'"],
		["a[i] = i++", "3:11: warning: unsequenced modification and access to 'i'"],
		["a[i++] = i", "3:6: warning: unsequenced modification and access to 'i'"],
		["i += i++", "3:9: warning: unsequenced modification and access to 'i'"],
		["j = i + i++", "3:12: warning: unsequenced modification and access to 'i'"],
		["h(i, i++)", "3:9: warning: unsequenced modification and access to 'i'"],
		["p[i] = i = 3", "3:12: warning: unsequenced modification and access to 'i'"],
		["*p++ = *p", "3:5: warning: unsequenced modification and access to 'p'"],
		["j = (i++, i) + i", "3:9: warning: unsequenced modification and access to 'i'"],
		["if (i++ == i) j = 1", "3:8: warning: unsequenced modification and access to 'i'"],
		["int k = i-- - i", "3:12: warning: unsequenced modification and access to 'i'"],
	])("%s", (text, wanted) => {
		expect(said(text)).toEqual([wanted]);
	});

	test.each([
		"i = i + 1",
		"a[i] = i",
		"j = i++ && i",
		"j = i++, i",
		"j = i++ ? i : -i",
		"i = g(i++)",
		"j = i++ + j",
		"a[i++] = a[j++]",
		"i = (j = i) + 1",
		"p = &a[i++], i = 2",
		"while (i-- > 0 && a[i]) j++",
		"for (i = 0, j = i; i < 3; i++, j = i) ;",
		"i = sizeof(i++) + i",
	])("nothing of %s", (text) => {
		expect(said(text)).toEqual([]);
	});
});

describe("the parameters of main", () => {
	const second = "second parameter of 'main' (argument array) must be of type 'char **'";
	test.each([
		["int main(int argc, char argv) { return argc + argv; }", `1:5: error: ${second}`],
		["int main(int argc, char *argv) { return argc + *argv; }", `1:5: error: ${second}`],
		["int main(int argc, char argv[][8]) { return argc + argv[0][0]; }", `1:5: error: ${second}`],
		["int main(int argc, unsigned char **argv) { return argc + **argv; }", `1:5: warning: ${second}`],
		[
			"int main(char argc, char **argv) { return argc + **argv; }",
			"1:5: error: first parameter of 'main' (argument count) must be of type 'int'",
		],
		[
			"int main(unsigned argc, char **argv) { return argc + **argv; }",
			"1:5: warning: first parameter of 'main' (argument count) must be of type 'int'",
		],
		[
			"int main(int argc, char **argv, char *env) { return argc + **argv + *env; }",
			"1:5: error: third parameter of 'main' (environment) must be of type 'char **'",
		],
		[
			"int main(int a, char **b, char **c, char **d) { return a + **b + **c + **d; }",
			"1:5: error: too many parameters (4) for 'main': must be 0, 2, or 3",
		],
		["int main(int argc) { return argc; }", "1:5: warning: only one parameter on 'main' declaration"],
	])("%s", (text, wanted) => {
		expect(complaints(text)).toEqual([wanted]);
	});

	test.each([
		"int main() { return 0; }",
		"int main(const int argc, const char *const argv[], char **const env) { return argc + !argv + !env; }",
		"main(argc, argv) int argc; char *argv[]; { return argc + !argv; }",
	])("nothing of %s", (text) => {
		expect(complaints(text).filter((each) => each.includes("parameter"))).toEqual([]);
	});
});

describe("a format that comes from elsewhere", () => {
	const said = (text: string) =>
		complaints(
			`#include <stdio.h>\n#include <libintl.h>\nconst char *const fixed = "x"; const char own[] = "x";\nvoid f(char *s, int i)\n{ ${text}; (void)s; (void)i; }`,
		).filter((each) => each.includes("format string"));

	test.each([
		["printf(s)", 10],
		["fprintf(stderr, s)", 19],
		["snprintf(s, 3, s)", 18],
		["const char *c = i ? s : 0; printf(c)", 37],
		["printf(i ? s : own)", 12],
	])("%s", (text, column) => {
		expect(said(text)).toEqual([
			expect.stringMatching(
				`^5:${column}: warning: format string is not a string literal .potentially insecure. .*%s`,
			),
		]);
	});

	test.each([
		"printf(s, i)",
		'printf(i ? "a" : "b")',
		"printf(fixed)",
		"printf(own)",
		'printf(gettext("a"))',
		"scanf(s)",
	])("nothing of %s", (text) => {
		expect(said(text)).toEqual([]);
	});
});

test("gets is called dangerous, with what to call instead", () => {
	expect(complaints("#include <stdio.h>\nint main(void) { char b[9]; return gets(b) == 0; }")).toEqual([
		"2:41: warning: 'gets' is deprecated: it cannot know how much room there is, and writes beyond it [fgets(s, sizeof s, stdin) reads no more than there is room for, and keeps the newline]",
	]);
});

describe("control that falls into the next case", () => {
	const body = (text: string) =>
		complaints(`void g(int);\n_Noreturn void stop(void);\nvoid f(int n) { switch (n) { ${text} } }`);

	test.each([
		"case 1: g(1); case 2: g(2); break;",
		"case 1: if (n) break; g(1); default: g(2);",
		"case 1: { g(1); } case 2: g(2);",
		"case 1: while (n--) g(1); case 2: g(2);",
	])("%s", (text) => {
		expect(body(text)).toEqual([
			expect.stringContaining("warning: control falls through to this label from the statements above it"),
		]);
	});

	test.each([
		"case 1: case 2: g(2); break; default: g(3);",
		"case 1: g(1); /* fall through */ case 2: g(2);",
		"case 1: g(1); // FALLTHROUGH\n case 2: g(2);",
		"case 1: g(1); __attribute__((fallthrough)); case 2: g(2);",
		"case 1: g(1); [[fallthrough]]; case 2: g(2);",
		"case 1: g(1); return; case 2: stop(); case 3: if (n) return; else break; case 4: g(1);",
		"case 1: g(1); case 2: break;",
		"case 1: g(1); default: ;",
		"case 1: do { g(1); break; } while (1); break; case 2: for (;;) g(1); case 3: g(1);",
		"case 1: again: g(1); goto again; case 2: g(2);",
	])("%s: meant, or not so", (text) => {
		expect(body(text)).toEqual([]);
	});
});

test.each([
	["if (!n == 3) g(1);", ["'!' applies to the left side of '==' alone"]],
	["if (!n < m) g(1);", ["'!' applies to the left side of '<' alone"]],
	["if ((!n) == m || !n == !m || !n == (m < 3) || !(n == m)) g(1);", []],
	["if (1 == getchar() != EOF) g(1);", ["'a == b != c' compares the truth of the first comparison, 0 or 1"]],
	["if (n == m == 1) g(1);", ["'a == b == c'"]],
	["if ((n == m) != 1 || n < 1 == m < 1 || n == m == !n) g(1);", []],
	["char c; while ((c = getchar()) != EOF) g(c);", ["a char is compared with EOF"]],
	["int c; while ((c = getchar()) != EOF) g(c);", []],
	["int c; while (c = getchar() != EOF) g(c);", ["write '(a = b) != c'"]],
	["int x; add(x);", ["did you mean '&x'?", "uninitialized"]],
	["struct pair x = {0}; show(x);", ["did you mean '&x'?"]],
	["int fd; pipe(fd);", ["it needs an array of two: int fd[2]", "uninitialized"]],
])("%s", (text, wanted) => {
	const head =
		"#define EOF (-1)\nvoid g(int); int getchar(void); void add(int *); void pipe(int *); struct pair { int a, b; }; void show(struct pair *);\nvoid f(int n, int m) { ";
	const said = complaints(`${head}(void)n; (void)m; ${text} }`);
	expect(said).toHaveLength(wanted.length);
	for (const [i, each] of wanted.entries()) expect(said[i]).toContain(each);
});
