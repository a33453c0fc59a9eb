// C that people write, accepted without a word.
import { expect, test } from "vitest";
import { generateUnit } from "../code/units.ts";
import { complaints, read } from "./testing.ts";

// gcc -Wall -Wextra has nothing to say about any of these either.
test.each([
	["int f(void) { int a[3] = { 0 }; return (int)(&a[3] - a); }"],
	["int a = 1, *b = &a, **c = &b; int f(void) { return ***&c; }"],
	["typedef int T; int f(T T) { return T; }"],
	["typedef int T; int f(int n) { int i = n * sizeof(T); T * p = &i; return *p; }"],
	["typedef struct s s; struct s { s *next; }; int f(s *s) { return s->next == 0; }"],
	["int f(a, b) int a, *b; { return a + *b; } int g(void) { int x = 1; return f(1, &x); }"],
	["int f(int x) { x ? x++ : x--; return x; }"],
	["int f(const char *s) { while (*s++) ; return 0; }"],
	[
		"int f(const int m[2][2]) { return m[0][1]; } int g(void) { int m[2][2] = {{1, 2}, {3, 4}}; return f(m); }",
	],
	['char *f(int c) { return c ? "yes" : (void *)0; }'],
	["int f(int n) { switch (n) { case 1: { int x = 2; return x; } default: return 0; } }"],
	["int f(int n) { if (n) { return 1; } else if (n + 1) { return 2; } else { return 3; } }"],
	["int f(int n) { for (;;) if (n++ > 5) return n; }"],
	["int f(int n) { do { if (n) return 1; } while (1); }"],
	["int f(int n) { while (1) { switch (n) { case 1: break; default: return 2; } n++; } }"],
	["int f(int n) { again: if (n > 3) goto out; n++; goto again; out: return n; }"],
	["void stop(int) __attribute__((noreturn)); int f(int n) { if (n) return 1; stop(2); }"],
	["_Noreturn void stop(void); int f(int n) { if (n) return 1; else stop(); }"],
	["void g(void); void f(void) { g(); }"],
	["struct p { int x; }; struct p make(void); int f(void) { return make().x; }"],
	[
		"void take(void (*)(int)); void quit(void) { } void f(void) { take((void (*)())quit); take((void (*)())&quit); }",
	],
	["int (*f(int n))(void); int g(void) { return f(1)(); }"],
	["int f(void (*)(int), int); void h(int x) { (void)x; } int g(void) { return f(h, 1) + f(&h, 2); }"],
	["int f(int a[const 3], int n) { return a[n]; }"],
	["static int f(int n) { return n ? 1 : 0; } int (*const p)(int) = f;"],
	["enum e { A, B, C, }; int f(enum e x) { return x == B || (int)x > 1; }"],
	["enum { N = 4 }; int v[N][N + 1], w[sizeof v / sizeof v[0]];"],
	["union u { int i; float f; } u = { .f = 1.5f }; float f(void) { return u.f; }"],
	[
		'extern const char *const names[]; const char *const names[] = { "a", "b" }; const char *f(int i) { return names[i]; }',
	],
	["int f(unsigned char *p) { return p[0] << 8 | p[1]; }"],
	["unsigned f(unsigned x) { return x >> 3 & 7u; }"],
	["int f(int x) { return !(x & 1) && (x | 2) != 3; }"],
	["int f(int x) { if ((x = x + 1)) return x; return 0; }"],
	["int f(int c) { return c == 'a' || c == '\\'' || c == '\"' || c == '\\0' || c == '\\x7f'; }"],
	["long f(void) { return 1L << 40 | 0xffu | 017 | 0b11; }"],
	["double f(void) { return 1e3 + .5 + 1. + 0x1p3 + 1.5f; }"],
	['int f(void) { char s[] = "a" "b", t[3] = "cd"; return s[0] + t[1]; }'],
	[
		"int f(int n, ...) { __builtin_va_list ap; __builtin_va_start(ap, n); int x = __builtin_va_arg(ap, int); __builtin_va_end(ap); return x; }",
	],
	["int f(void) { static int n; static const int table[] = { 1, 2 }; return table[n++ & 1]; }"],
	["struct s { int n; char tail[]; }; int f(struct s *p) { return p->tail[p->n]; }"],
	["struct s { unsigned a : 1, : 3, b : 4; int : 0; char c; } x = { 1, 2, 'c' };"],
	[
		"struct o { struct { int a; union { int b; float c; }; }; } o = { { 1, { 2 } } }; int f(void) { return o.a + o.b; }",
	],
	["int f(int n) { int v[n]; v[0] = n; return v[0] + (int)sizeof v; }"],
	["int f(int n, int m[n][n]) { return m[1][1]; }"],
	["int f(int n) { again: ; int a[n]; a[0] = n; if (n-- > 0) goto again; return a[0]; }"],
	["int f(int n) { { int a[n]; a[0] = 1; if (n > 2) goto out; n = a[0]; } out: return n; }"],
	[
		"int f(int n) { int a[n]; a[0] = 1; goto in; { in: n = a[0]; } { int b[n]; b[0] = n; n = b[0]; } return n; }",
	],
	[
		"int f(int n) { int a[n]; a[0] = n; switch (n) { case 1: { int b[n]; b[0] = 1; return b[0]; } default: return a[0]; } }",
	],
	["int f(void) { register int v[3] = { 1 }; register struct { int a; } s = { v[1] }; return v[0] + s.a; }"],
	["int f(void) { return (int){ 3 } + ((int[]){ 1, 2 })[1]; }"],
	["int f(void) { extern int g(int); return g(1); }"],
	["int f(volatile int *p) { while (*p == 0) { } return *p; }"],
	["int f(void *p) { return *(int *)p; } void *g(int *p) { return p; }"],
	["int f(int x) { return ({ int y = x; y + 1; }); }"],
	['_Static_assert(sizeof(long) == 8, "LP64"); _Alignas(16) char buffer[32];'],
	[
		"typedef void handler(int); handler on; void (*signal_(int, void (*)(int)))(int); void g(void) { signal_(1, on); }",
	],
	['int f(int x) { __asm__ volatile ("" ::: "memory"); return x; }'],
	["inline static int f(int x) { return x; } int g(void) { return f(1); }"],
	["int f(register int x) { auto int y = x; return y; }"],
	["int f(long long int unsigned x) { return (int)x; } short int signed g(void) { return 1; }"],
	["int *restrict p; int f(int *restrict a, const int *__restrict b) { return *a + *b + *p; }"],
	["int main(int argc, char *argv[]) { return argc > 1 && argv[1][0] == 'x'; }"],
	["int main() { }"],
	["struct list { struct list *next; } head = { &head };"],
	["int f(int i) { int v[2] = { 1, 2 }; return i[v]; }"],
	["void f(int n) { for (int i = 0, j = n; i < j; i++, j--) ; }"],
	["void f(int *p) { *p++ = 1; *p = 2, p[1] = 3; (void)p; }"],
	["int f(char c) { switch (c) { case 'a' ... 'z': return 1; case -1: return 2; } return 0; }"],
	["int f(void) { int x = 0; { int x = 1; (void)x; } return x; }"],
	["int f(int x, int y) { return x < y ? -1 : x > y; }"],
	['char f(void) { return "abc"[1]; }'],
	['unsigned long f(void) { return sizeof(int[3]) + sizeof(char) + _Alignof(long) + sizeof "abc"; }'],
	["int f(_Bool b) { return b + 1; } int g(int *p) { return f(p != 0); }"],
	["int f(double d) { return d > 0 && d; }"],
	["int f(int x) { lab: x++; if (x < 3) goto lab; return x; }"],
])("%s is accepted without a word", (source) => {
	expect(complaints(source)).toEqual([]);
});

test.each(["+", "^", "&&", "||", ","])("ten thousand terms joined by '%s'", (operator) => {
	const terms = Array.from({ length: 10_000 }, () => "x++").join(operator);
	const { unit } = read(`int f(int x) { return ${terms}; }`);
	expect(unit).not.toBeNull();
	expect(generateUnit(unit!, () => false).diagnostics).toEqual([]);
});

test.each([
	["else if", "int f(int x) {", (i: number) => `if (x == ${i}) return ${i + 1}; else `, "return 0; }"],
	["? :", "int f(int x) { return ", (i: number) => `x == ${i} ? ${i + 1} : `, "0; }"],
	["case", "int f(int x) { switch (x) {", (i: number) => `case ${i}: `, "return 1; } return 0; }"],
	["labels", "int f(int x) { goto l0; ", (i: number) => `l${i}: __attribute__((unused)); `, "return x; }"],
	["labels of one statement", "int f(int x) { goto l0; ", (i: number) => `l${i}: `, "return x; }"],
])("five thousand of '%s' in a row", (_, begin, each, end) => {
	const { unit } = read(`${begin}${Array.from({ length: 5000 }, (_, i) => each(i)).join("")}${end}`);
	expect(unit).not.toBeNull();
	expect(generateUnit(unit!, () => false).diagnostics).toEqual([]);
});
