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
		[
			"#include <time.h>\nstruct tm t;\nint f(void) { return strptime(0, 0, &t); }",
			"'strptime' is in <time.h> only after #define _XOPEN_SOURCE 700, before the first #include",
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
			["1:29: warning: variable 'x' is uninitialized when used here [nothing gives it a value before]"],
		],
		[
			"int f(void) { int x; x += 1; return x; }",
			["1:22: warning: variable 'x' is uninitialized when used here [nothing gives it a value before]"],
		],
		[
			"int f(int n) { int x; while (n--) x++; return x; }",
			["1:35: warning: variable 'x' is uninitialized when used here [nothing gives it a value before]"],
		],
		[
			"int f(int n) { int x; if (n) x = 0; x += 1; return x; }",
			[
				"1:27: warning: variable 'x' is used uninitialized whenever 'if' condition is false [it is used here]",
			],
		],
		["int g(int *); int f(void) { int x; g(&x); return x; }", []],
		["int f(void) { int x; (void)x; return 0; }", []],
		[
			"int f(void) { int *p; return *p; }",
			["1:31: warning: variable 'p' is uninitialized when used here [nothing gives it a value before]"],
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

/** clang 14 says the same of each, in the same line. */
describe("what is read before it has a value, on some way or on all", () => {
	const said = (body: string) =>
		complaints(
			`#include <stdio.h>
enum e { A, B }; enum e e; const int k = 1; int g(int); void h(const int *); char *copy(char *, const char *);
void exit(int) __attribute__((noreturn)); int __builtin_setjmp(long *);
int f(int a, int b) { (void)b;
${body} }`,
		)
			.filter((each) => !each.includes("these two comparisons"))
			.map((each) => each.replace(/^5:\d+: warning: variable ('\w+') is /, "$1 ").replace(/ \[.*\]$/, ""));

	test.each([
		[
			'int c, d, sum = c + d; scanf("%d %d", &c, &d); return sum;',
			["'c' uninitialized when used here", "'d' uninitialized when used here"],
		],
		["int x; g(x); x = 5; return x;", ["'x' uninitialized when used here"]],
		['float c, t = c * 9 / 5 + 32; scanf("%f", &c); return t;', ["'c' uninitialized when used here"]],
		[
			"int sum; for (int i = 0; i < a; i++) sum += i; sum = sum + 1; return sum;",
			["'sum' uninitialized when used here"],
		],
		['char *p; copy(p, "hi"); p = 0; return p == 0;', ["'p' uninitialized when used here"]],
		['int n; int v[n]; scanf("%d", &n); return sizeof v;', ["'n' uninitialized when used here"]],
		["int x; do { g(x); x = 1; } while (a--); return x;", ["'x' uninitialized when used here"]],
		["for (;;) { int n; if (a) g(n); n = 0; a += n; }", ["'n' uninitialized when used here"]],
		["int x; h(&x); return x;", ["'x' uninitialized when used here"]],
		["int x; if (a > 5) x = 1; return g(x);", ["'x' used uninitialized whenever 'if' condition is false"]],
		[
			"int x; if (a) goto out; x = 1; out: return x;",
			["'x' used uninitialized whenever 'if' condition is true"],
		],
		[
			"int x; for (; a; a--) if (g(a)) { x = 1; break; } return x;",
			["'x' used uninitialized whenever 'for' loop exits because its condition is false"],
		],
		[
			"int x; switch (a) { case 1: x = 1; break; case 2: break; default: x = 3; } return x;",
			["'x' used uninitialized whenever 'switch' case is taken"],
		],
		[
			"int x; switch (a) { default: break; case 1: x = 1; } return x;",
			["'x' used uninitialized whenever 'switch' default is taken"],
		],
		[
			"int x; int y = a || (x = 1); return x + y;",
			["'x' used uninitialized whenever '||' condition is true"],
		],
		[
			"int x; int y = a ? (x = 2) : 3; return x + y;",
			["'x' used uninitialized whenever '?:' condition is false"],
		],
	])("%s", (body, wanted) => {
		expect(said(body)).toEqual(wanted);
	});

	test.each([
		"int x; if (a) x = 1; if (a) return x; return 0;",
		"int x; while (a--) x = 1; return x;",
		"int x; switch (a) { case 1: x = 1; break; case 2: x = 2; } return x;",
		"int x; switch (e) { case A: x = 1; break; case B: x = 2; break; } return x;",
		"int x; if (!(a && (x = b))) return 1; return x;",
		"int x; if (a) exit(1); else x = 2; return x;",
		"int x; while (1) if (g(a)) { x = 3; break; } return x;",
		"int x; again: if (a) { x = 1; a = 0; goto again; } return x;",
		"int x, first = 1; for (; a; a--) { if (first) x = 1, first = 0; else x++; } return first ? 0 : x;",
		"long j[9]; int x; if (__builtin_setjmp(j) == 0) x = 1; return x;",
		"void *to[] = { &&p, &&q }; int x; goto *to[a]; p: x = 1; q: return x;",
		"int x; if (k) x = 1; return x;",
		"int x; if (a != 1 || a != 2) x = 1; return x;",
		"int x; if (a < 0 && a > 5) return x; x = 1; return x;",
		"int x; (void)(a ? x : 1); x = 1; return x;",
	])("nothing of %s", (body) => {
		expect(said(body)).toEqual([]);
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

describe("numbers, sizes and pointers that do not fit each other", () => {
	const pointer = "[a long or an intptr_t has the size of a pointer]";
	const whole = "[a long or an intptr_t holds a pointer whole]";
	const size =
		"this divides the size of a pointer, not that of an array [sizeof tells the size of an array only where the array is declared: pass its length along]";
	const append = '[this moves the pointer: strcat, or snprintf with "%s%c", puts texts together]';
	const field = (from: string, bits: string, before: number, after: number) =>
		`implicit conversion from '${from}' to a bit-field of ${bits} changes value from ${before} to ${after}`;
	const said = (text: string) =>
		complaints(
			`#include <limits.h>\n#include <stddef.h>\nstruct s { int low : 3; unsigned two : 2; _Bool one : 1; int three[3], tail[1]; };\nvoid f(int i, int *p, char *t, void *v, char **pp, long l, unsigned u, char c, struct s *r, size_t z, unsigned long long ull) { (void)i; (void)p; (void)t; (void)v; (void)pp; (void)l; (void)u; (void)c; (void)r; (void)z; (void)ull;\n${text} }`,
		)
			.filter((each) => !each.includes("these two comparisons"))
			.map((each) => each.replace(/^5:(\d+): warning: /, "$1: "));

	test.each([
		["v = (void *)i;", [`5: cast to 'void *' from smaller integer type 'int' ${pointer}`]],
		["p = (int *)i;", [`5: cast to 'int *' from smaller integer type 'int' ${pointer}`]],
		["i = (int)v;", [`5: cast to smaller integer type 'int' from 'void *' ${whole}`]],
		["i = sizeof(p) / sizeof(p[0]);", [`15: ${size}`]],
		["i = sizeof t / sizeof(char);", [`14: ${size}`]],
		['t = "abc" + i;', [`11: adding 'int' to a string does not append to it ${append}`]],
		["t = t + 'x';", [`7: adding a character to a string does not append to it ${append}`]],
		[
			"i = INT_MAX + 1;",
			["13: overflow in expression: the result 2147483648 does not fit 'int', and becomes -2147483648"],
		],
		[
			"l = 1000000 * 1000000;",
			["13: overflow in expression: the result 1000000000000 does not fit 'int', and becomes -727379968"],
		],
		["i = 5 << 30;", ["7: signed shift result 5368709120 does not fit 'int'"]],
		["i = -1 << 2;", ["8: shifting a negative value to the left is undefined"]],
		["i <<= 40;", ["3: shift count is >= width of type"]],
		["r->low = 4;", [`10: ${field("int", "3 bits", 4, -4)}`]],
		["struct s own = { 3, 5 }; (void)own;", [`21: ${field("int", "2 bits", 5, 1)}`]],
		[
			"i = 1e20;",
			[
				"5: implicit conversion from 'double' to 'int' changes value from 100000000000000000000 to 2147483647",
			],
		],
		["c = 1000;", ["5: implicit conversion from 'int' to 'char' changes value from 1000 to -24"]],
		["i = r->three[3];", ["13: array index 3 is past the end of the array (of 3 elements)"]],
	])("%s", (text, wanted) => {
		expect(said(text)).toEqual(wanted);
	});

	test.each([
		"v = (void *)(long)i; v = (void *)5; v = (void *)l; l = (long)p; i = (int)(long)p; _Bool b = (_Bool)p; (void)b;",
		"i = sizeof(pp) / sizeof(*pp); i = sizeof(p) / 4; i = sizeof(int *) / sizeof(int); i = sizeof(r->three) / sizeof(int);",
		't = "abc" + 2; t = &"abc"[i]; t = t + 1; p = p + \'x\';',
		"i = INT_MIN; i = -INT_MAX - 1; u = UINT_MAX + 1; l = 1000000L * 1000000; i = 1 << 31; u = 3u << 31; l = 1L << 40;",
		"r->low = -4; r->two = -1; r->one = 2; r->low = i; i = r->tail[5]; i = 3.0; u = 0xffffffff; short h = 0xff00; (void)h;",
		"if ((size_t)ull != ull) i = 1;",
	])("nothing of %s", (text) => {
		expect(said(text)).toEqual([]);
	});
});

describe("library functions that are given what they are not for", () => {
	const head =
		"#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <math.h>\n#include <pthread.h>\n#include <dirent.h>\n";
	const said = (text: string) =>
		complaints(
			`${head}void *g(void *); int f(int i, long l, unsigned u, double d, char *s) { (void)i; (void)l; (void)u; (void)d; (void)s;\n${text}\nreturn 0; }`,
		).map((each) => each.replace(/^8:(\d+): warning: /, "$1: "));

	test.each([
		["i = abs(u);", ["9: 'abs' of an unsigned value, 'unsigned int', has no effect"]],
		["l = abs(l);", ["9: 'abs' is given 'long', and takes 'int': the value may be cut [labs is for long]"]],
		["d = abs(d);", ["9: 'abs' is given 'double': it is for whole numbers [fabs is for real numbers]"]],
		[
			"d = fabs(i);",
			["10: 'fabs' is given 'int': it is for real numbers [abs and labs are for whole numbers]"],
		],
		[
			"pthread_create(0, 0, g, 0);",
			["16: 'pthread_create' is given a null pointer, which it does not allow"],
		],
		[
			"strcpy(NULL, s);",
			["8: 'strcpy' is given a null pointer, which it does not allow [expanded from macro 'NULL']"],
		],
		[
			'if (strncmp(s, "ab", 2 == 0)) i = 1;',
			["24: the size that 'strncmp' is given is a truth, 0 or 1 [is a ')' in the wrong place?]"],
		],
		["free(g);", ["6: free is given the function 'g', which malloc never returned"]],
		[
			"FILE now = fopen(s, s);",
			[
				"8:12: error: initializing 'FILE' (aka 'struct _IO_FILE') with an expression of type 'FILE *' (aka 'struct _IO_FILE *'): incompatible types [the value is a pointer: declare a pointer, 'FILE *']",
			],
		],
		[
			"DIR now = opendir(s);",
			[
				"8:5: error: variable 'now' has incomplete type 'DIR' (aka 'struct __directory') [only a pointer to one can be declared: DIR *now]",
			],
		],
		["i = abs(i); l = labs(l); d = fabs(d); i = abs((int)u); d = fabs(2); s = strtok(NULL, s);", []],
	])("%s", (text, wanted) => {
		expect(said(text)).toEqual(wanted);
	});
});

describe("declarations and statements that do otherwise than they look", () => {
	test.each([
		["struct { int a; };", ["1:1: warning: declaration does not declare anything"]],
		["typedef struct node { int a; };", ["1:1: warning: typedef requires a name [it stands before the ';']"]],
		["int const const x = 1;", ["1:11: warning: duplicate 'const' declaration specifier"]],
		[
			"extern int x = 1;",
			[
				"1:12: warning: 'extern' variable has an initializer [leave 'extern' out where the variable is defined, and the value where it is only declared]",
			],
		],
		[
			"void f(struct node *n);",
			[
				"1:15: warning: declaration of 'struct node' will not be visible outside of this function [declare it above: struct node;]",
			],
		],
		[
			"void f(struct stat *s);",
			[
				"1:15: warning: declaration of 'struct stat' will not be visible outside of this function ['struct stat' comes with <sys/stat.h>: add #include <sys/stat.h>]",
			],
		],
		[
			"char *f(void) { char text[9]; return &text[1]; }",
			[
				"1:43: warning: address of stack memory associated with local variable 'text' returned [it is gone when the function returns]",
			],
		],
		[
			"int f(int a) {\n\tif (a)\n\t\tif (a > 1) a = 1;\n\telse a = 2;\n\treturn a;\n}",
			["4:2: warning: this 'else' belongs to the 'if' just above it [braces say to which it belongs]"],
		],
		[
			"struct a; enum { X }; typedef struct b { int c; } b; extern int y; int z = 1; void f(struct a *p);",
			[],
		],
		[
			"int f(int a) { if (a) { if (a > 1) a = 1; else a = 2; } if (a) if (a) a = 1; else a = 2; else a = 3; return a; }",
			[],
		],
	])("%s", (text, wanted) => {
		expect(complaints(text)).toEqual(wanted);
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

/** clang 14 says the same of each, at the same conversion or the sign before it. */
describe("formats and what is passed for them", () => {
	const said = (call: string) =>
		complaints(
			`#include <stdio.h>\n#include <inttypes.h>\n#include <wchar.h>\nvoid f(int i, long l, long long ll, unsigned long ul, char *s, void *v, wchar_t *w, double d, int64_t n)\n{\n${call};\n(void)i; (void)l; (void)ll; (void)ul; (void)s; (void)v; (void)w; (void)d; (void)n; }`,
		).map((each) => each.replace(/^6:(\d+): warning: /, "$1: "));
	const specifies = (type: string, written: string, other: string) =>
		`format specifies type '${type}' ('${written}') but the argument has type '${other}'`;

	test.each([
		['printf("%lld", l)', [`16: ${specifies("long long", "%lld", "long")}`]],
		['printf("%ld", ll)', [`15: ${specifies("long", "%ld", "long long")}`]],
		['scanf("%lld", &l)', [`15: ${specifies("long long *", "%lld", "long *")}`]],
		['scanf("%d", v)', [`13: ${specifies("int *", "%d", "void *")}`]],
		['printf("%s", v)', [`14: ${specifies("char *", "%s", "void *")}`]],
		['printf("%ls", s)', [`15: ${specifies("wchar_t *", "%ls", "char *")}`]],
		['printf("i\\t%d and %d", i)', ["19: more '%' conversions than data arguments: '%d' has none"]],
		['printf("\\x41%+s", s)', ["13: the flag '+' means nothing for '%s'"]],
		['printf("%-05d", i)', ["9: the flag '0' is ignored when there is a '-'"]],
		['printf("%.2c", i)', ["9: a precision means nothing for '%c'"]],
		['printf("%hf", d)', ["9: 'h' means nothing before 'f'"]],
		['printf("end\\0 of %d", i)', ["12: the format ends at the '\\0' within it"]],
		['scanf("%[a-z", s)', ["8: no ']' ends '%['"]],
	])("%s", (call, wanted) => {
		expect(said(call)).toEqual(wanted);
	});

	test.each([
		'printf("%lu %ld %zu %jd %" PRId64, l, ul, ul, n, n)',
		'printf("%p %p %ls %+d % d %#x %05d %.3s %\'d %.*f", v, s, w, i, i, i, i, s, i, i, d)',
		'printf("%Ld %qd", ll, ll), scanf("%qd %Ld %ld %S %[^]]", &ll, &ll, &n, w, s)',
		'printf("%d%%\\n", i)',
		'printf("%b %#b %08B %lb", i, i, i, l)',
	])("nothing of %s", (call) => {
		expect(said(call)).toEqual([]);
	});

	test("of what an undeclared function returns only its absence is told", () => {
		expect(said('printf("%s", nowhere())')).toEqual(["14: implicit declaration of function 'nowhere'"]);
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

/** What is said of the statements of a function that has these names; clang 14 says the same, at the same place. */
function saidOf(text: string): string[] {
	const names = `#include <stdbool.h>
#include <stdio.h>
#include <string.h>
enum color { RED, GREEN, BLUE }; enum fruit { APPLE, PEAR }; typedef enum { ON, OFF, LOST, GONE, DONE } state;
struct pair { int a, b, three[3]; }; int g(int); void v(void); extern int maybe(void) __attribute__((weak)); extern int glob;
void f(int i, int j, int k, int *p, char *s, char c, unsigned char u, bool b, double d, volatile int w, struct pair *r, enum color col, enum fruit fr, state st)
{ int a[3], m[2][2];
`;
	const used = [..."ijkpscubdwramg", "col", "fr", "st"].map((name) => `(void)${name};`).join(" ");
	return complaints(`${names}${text} ${used} }`).map((each) => each.replace(/^8:(\d+): warning: /, "$1: "));
}

describe("operators that bind otherwise than they look", () => {
	const within =
		"'&&' within '||': the '&&' is done first [put parentheses around the '&&' expression if that is meant]";
	const sum = (shift: string, sign: string) =>
		`'${shift}' has lower precedence than '${sign}': the '${sign}' is done first [put parentheses around the '${shift}' expression, or around the '${sign}' if that is meant]`;
	test.each([
		["if (i || j && k) v();", [`12: ${within}`]],
		["if (i && j || k) v();", [`7: ${within}`]],
		["if (i && j || j && k) v();", [`7: ${within}`, `17: ${within}`]],
		["i = j << 1 + 2;", [`7: ${sum("<<", "+")}`]],
		["i = j - 1 >> k;", [`11: ${sum(">>", "-")}`]],
		[
			"if (!i & j) v();",
			["5: '!' applies to the left side of '&' alone [write '!(a & b)', or '(!a) & b' if that is meant]"],
		],
	])("%s", (text, wanted) => {
		expect(saidOf(text)).toEqual(wanted);
	});

	test.each([
		"if (i || (j && k)) v();",
		"if ((i && j) || k) v();",
		"if (i && j && k || 0) v();",
		'if (i || j && "never") v();',
		"#define EITHER(a, b, c) (a || b && c)\nif (EITHER(i, j, k)) v();",
		"i = j << (1 + 2); i = (j << 1) + 2; i = j << 2 * 3;",
		"if ((!i) & j) v(); if (!i & !j) v(); if (!(i == j) & b) v(); if ((!i) == (j)) v(); if (!(i < j) == k) v();",
	])("nothing of %s", (text) => {
		expect(saidOf(text)).toEqual([]);
	});
});

describe("values that nobody uses", () => {
	const left = "left operand of comma operator has no effect";
	test.each([
		["i, j = 1;", [`1: ${left}`]],
		["v(), i;", ["6: expression result unused"]],
		["i, j;", [`1: ${left}`, "4: expression result unused"]],
		["i = (j, k);", [`6: ${left}`]],
		["m[0, 1][0] = 1;", [`3: ${left} [an element of an array of arrays is a[b][c]]`]],
		[
			"for (i = 0; i < 3, j < 4; i++) v();",
			["15: relational comparison result unused [a ',' goes on with what is behind it: '&&' asks for both]"],
		],
		["for (i = 0; i < 3; i + 1) v();", ["22: expression result unused"]],
		[
			"for (i == 0; i < 3; i++) v();",
			["8: equality comparison result unused [use '=' to turn this equality comparison into an assignment]"],
		],
		["i != 3;", ["3: inequality comparison result unused"]],
		["i < 3;", ["3: relational comparison result unused"]],
		["i && j;", ["3: expression result unused"]],
		["i ? j : k;", ["3: expression result unused"]],
		['"text"; 0; RED; a; &i; p[1];', [1, 9, 12, 17, 20, 25].map((at) => `${at}: expression result unused`)],
		["(char)i;", ["1: expression result unused"]],
		['strcmp(s, "x");', ["1: the result of 'strcmp' is not used: the call does nothing else"]],
		["w; g(1) && g(2); i ? g(1) : 0; i = 1, j = 2; (void)i; g(1), 0; i++, j--;", []],
		["i = ({ v(); j; });", []],
	])("%s", (text, wanted) => {
		expect(saidOf(text)).toEqual(wanted);
	});
});

describe("a switch over an enumeration", () => {
	const cure = "[a 'default' stands for all that is not named]";
	test.each([
		[
			"switch (col) { case RED: break; case GREEN: break; }",
			[`9: the switch has no case for 'BLUE' of 'enum color' ${cure}`],
		],
		[
			"switch (st) { case ON: break; }",
			[`9: the switch has no case for 'OFF', 'LOST', 'GONE' and 1 more of 'state' ${cure}`],
		],
		["switch (col) { case 7: default: v(); }", ["21: case value 7 is not in 'enum color'"]],
		[
			"switch (c) { case 300: v(); }",
			["19: case value 300 is none of 'char', the type of the switch's value"],
		],
		[
			"switch (i) { case 5000000000: v(); }",
			["19: case value 5000000000 is none of 'int', the type of the switch's value"],
		],
		[
			"switch (u) { case -1: v(); }",
			["19: case value -1 is none of 'unsigned char', the type of the switch's value"],
		],
		[
			"switch (i == j) { case 1: v(); }",
			["1: the value of 'switch' is a truth, 0 or 1 [an 'if' chooses between two]"],
		],
		["switch (i); v();", ["11: 'switch' has an empty body: is the ';' meant?"]],
		["switch (col) { case RED ... BLUE: break; } switch (col) { case RED: break; default: v(); }", []],
		[
			"switch ((int)col) { case RED: v(); } switch (glob) { case RED: v(); } switch (c) { case -1: v(); }",
			[],
		],
	])("%s", (text, wanted) => {
		expect(saidOf(text)).toEqual(wanted);
	});

	test.each([
		["col = fr;", ["7: a value of 'enum fruit' becomes one of another enumeration, 'enum color'"]],
		["col = PEAR;", ["7: a value of 'enum fruit' becomes one of another enumeration, 'enum color'"]],
		["col = st;", ["7: a value of 'state' becomes one of another enumeration, 'enum color'"]],
		[
			"if (col == fr) v();",
			["9: values of different enumerations are compared: 'enum color' and 'enum fruit'"],
		],
		["col = 1; col = (enum color)fr; i = fr; st = ON; if (col == RED || col == APPLE || i == fr) v();", []],
	])("%s", (text, wanted) => {
		expect(saidOf(text)).toEqual(wanted);
	});
});

describe("what is decided before the program runs", () => {
	const range = (type: string, value: number, holds: boolean) =>
		`comparison of a value of type '${type}' with ${value} is always ${holds}`;
	test.each([
		["if (i == i) v();", ["7: self-comparison always evaluates to true"]],
		["if (r->a != r->a) v();", ["10: self-comparison always evaluates to false"]],
		["i = i;", ["3: 'i' is assigned to itself"]],
		["if (u == -1) v();", [`7: ${range("unsigned char", -1, false)}`]],
		["if (c != 200) v();", [`7: ${range("char", 200, true)}`]],
		["if (256 > u) v();", [`9: ${range("unsigned char", 256, true)}`]],
		["if (i == 5000000000) v();", [`7: ${range("int", 5000000000, false)}`]],
		[
			"if ((u = getchar()) != EOF) v();",
			[
				"8: a char is compared with EOF, which is no character [what getchar and fgetc return is an int: declare the variable so]",
			],
		],
		["if (a) v();", ["5: the address of array 'a' is always true"]],
		["while (a && i) v();", ["8: the address of array 'a' is always true"]],
		["if (!r->three) v();", ["9: the address of array 'three' is always true"]],
		["i = &i ? 1 : 2;", ["5: the address of 'i' is always true"]],
		["if (g) v();", ["5: the address of function 'g' is always true [the call is written 'g(…)']"]],
		[
			"if (g == 0) v();",
			[
				"5: the address of function 'g' is no null pointer: '==' is always false [the call is written 'g(…)']",
			],
		],
		[
			"if (s == '\\0') v();",
			[
				"10: a pointer is compared with a null character [the character that it points to is compared with a '*' before it]",
			],
		],
		[
			"if (c == 'y' || 'Y') v();",
			["14: '||' with a constant: 89 is always true [each comparison is written out: 'a == b || a == c']"],
		],
		["if (i && 4) v();", ["7: '&&' with a constant: 4 is always true ['&' computes with the bits]"]],
		[
			"if (i != 1 || i != 2) v();",
			[
				"12: these two comparisons with '||' between them are always true [no value equals both: is '&&' meant?]",
			],
		],
		["if (c == 'a' && c == 'b') v();", ["14: these two comparisons with '&&' between them are always false"]],
		["if (i < 0 && i > 10) v();", ["11: these two comparisons with '&&' between them are always false"]],
		[
			"if ((i == 1)) v();",
			[
				"8: equality comparison with extraneous parentheses [use '=' if an assignment is meant; else one pair is enough]",
			],
		],
	])("%s", (text, wanted) => {
		expect(saidOf(text)).toEqual(wanted);
	});

	test.each([
		"if (d == d || w == w || i == j || p[i] == p[j]) v();",
		"#define SAME(x) ((x) == (x))\nif (SAME(i)) v();",
		"w = w; r->a = r->b; *p = *s;",
		"if (c == -1 || u == 255 || i == -1 || u < 255 || b == 1) v();",
		"if (p || s || r || maybe || maybe == 0 || &f) v();",
		"if (&r->a == p || a == p || s == 0 || *s == '\\0') v();",
		"if (i != 1 && i != 2) v(); if (i == 1 || i == 2) v(); if (i > 0 && i < 10) v(); if (i != 1 || j != 2) v();",
		"#define N 4\nif (i < N && i >= N) v();",
		"if (w != 1 || w != 2) v(); if (g(1) != 1 || g(1) != 2) v(); if (i > 5 || i < 5) v(); if ((char)i != 1 || i != 2) v();",
		"if (i && 1) v(); while (1 && i) v(); if (i || 0) v(); if (i && RED) v();",
		"if ((i == 1) && (j == 2)) v(); if ((i != 1)) v(); if ((i = j)) v(); if ((g(1) == 2)) v();",
	])("nothing of %s", (text) => {
		expect(saidOf(text)).toEqual([]);
	});
});
