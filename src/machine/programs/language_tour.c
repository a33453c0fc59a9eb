// A walk through records, unions, bit-fields, variadic functions, switches, arrays of variable length, conversions.
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <stdarg.h>
#include <stddef.h>
#include <limits.h>
#include <setjmp.h>
struct point { int x, y; };
struct big { char name[20]; struct point p[3]; double d; long l; };
union u { int i; float f; unsigned char b[4]; long l; };
struct bits { unsigned a:3; int b:5; unsigned c:1; unsigned long d:40; signed char e:4; };
typedef int (*fn)(int, int);
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static fn table[] = { add, sub, mul };
struct point mk(int x, int y) { struct point p = { x, y }; return p; }
struct big mkbig(const char *n, int k) { struct big b = { .d = k * 1.5, .l = k }; strcpy(b.name, n); for (int i = 0; i < 3; i++) b.p[i] = mk(i, k); return b; }
int sum(struct point p) { p.x += 100; return p.x + p.y; }
int vsum(int n, ...) { va_list ap; va_start(ap, n); int s = 0; for (int i = 0; i < n; i++) s += va_arg(ap, int); va_end(ap); return s; }
double vmix(const char *f, ...) { va_list ap, aq; va_start(ap, f); va_copy(aq, ap); double s = 0; for (; *f; f++) { switch (*f) { case 'i': s += va_arg(ap, int); break; case 'l': s += va_arg(ap, long); break; case 'd': s += va_arg(ap, double); break; case 'p': { struct point p = va_arg(ap, struct point); s += p.x * 10 + p.y; break; } case 's': s += strlen(va_arg(ap, char *)); break; } } int first = va_arg(aq, int); va_end(ap); va_end(aq); return s + first * 1000; }
int counter(void) { static int n = 5; return n++; }
enum color { RED, GREEN = 5, BLUE };
int fact(int n) { return n <= 1 ? 1 : n * fact(n - 1); }
static jmp_buf env;
void thrower(int n) { if (n == 0) longjmp(env, 42); thrower(n - 1); }
int sw(int x) { switch (x) { case 1: return 10; case 2: case 3: x += 5; break; case 100: return 7; case -5: return 8; case 1000000: return 9; default: x = -1; } return x; }
int dense(unsigned x) { switch (x) { case 0: return 1; case 1: return 3; case 2: return 5; case 3: return 7; case 5: return 9; } return 0; }
int lsw(long x) { switch (x) { case 1L << 40: return 1; case -1: return 2; case 3 ... 9: return 3; default: return 4; } }
int grid[3][4];
const char *names[] = { "zero", "one", [4] = "four" };
int main(int argc, char **argv)
{
	printf("%d %d %d\n", table[0](3, 4), table[1](3, 4), (*table[2])(3, 4));
	struct point p = mk(3, 4), q;
	q = p; q.x = 9;
	printf("%d %d %d %d %d\n", p.x, p.y, q.x, sum(q), q.x);
	struct big b = mkbig("hello", 7);
	struct big c = b; c.name[0] = 'J';
	printf("%s %s %d %d %f %ld %d\n", b.name, c.name, b.p[2].x, b.p[2].y, b.d, c.l, mkbig("x", 3).p[1].y);
	union u u; u.f = 1.5f; printf("%x %d\n", u.i, u.b[3]);
	struct bits bb = { 5, -3, 1, 0x123456789aUL, -2 };
	bb.a += 4; bb.b--; bb.d <<= 1; bb.e = 7; bb.e++;
	printf("%d %d %d %lx %d %zu\n", bb.a, bb.b, bb.c, (unsigned long)bb.d, bb.e, sizeof bb);
	printf("%d %f\n", vsum(4, 1, 2, 3, 4), vmix("ildsp", 1, 2L, 3.5, "four", mk(1, 2)));
	counter(); counter(); printf("%d\n", counter());
	printf("%d %d %d %d\n", RED, GREEN, BLUE, fact(10));
	int v = setjmp(env); if (v == 0) thrower(5); else printf("caught %d\n", v);
	for (int i = -6; i < 5; i++) printf("%d ", sw(i)); printf("%d %d %d\n", sw(100), sw(1000000), sw(5000));
	for (unsigned i = 0; i < 7; i++) printf("%d ", dense(i)); printf("\n");
	printf("%d %d %d %d %d\n", lsw(1L << 40), lsw(-1), lsw(5), lsw(10), lsw(2));
	for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) grid[i][j] = i * 10 + j;
	int *gp = &grid[0][0]; int s = 0; for (int i = 0; i < 12; i++) s += *gp++; printf("%d %td\n", s, gp - &grid[1][0]);
	printf("%s %s %p\n", names[0], names[4], (void *)names[2]);
	unsigned char uc = 250; uc += 10; signed char sc = 127; sc++; short sh = 32767; sh++; unsigned short us = 0; us--;
	printf("%d %d %d %d\n", uc, sc, sh, us);
	int n = 5; int vla[n]; for (int i = 0; i < n; i++) vla[i] = i * i; printf("%zu %d\n", sizeof vla, vla[4]);
	int two[n][3]; two[4][2] = 77; printf("%d %zu\n", two[4][2], sizeof two);
	long long big = 1; for (int i = 0; i < 62; i++) big *= 2; printf("%lld %lld %llu\n", big, -big, (unsigned long long)big * 3);
	printf("%ld %ld %lu\n", LONG_MIN / 3, LONG_MAX % 1000, ULONG_MAX / 7);
	int i = 0; do { i += 2; if (i == 4) continue; if (i > 8) break; } while (i < 100); printf("%d\n", i);
	goto end; i = 99;
end:
	printf("%d %d\n", i, argc > 0 && argv[0] != NULL);
	char buf[10] = "abc"; buf[5] = 'x'; printf("%s %d %c\n", buf, buf[4], buf[5]);
	int arr[] = { [2] = 5, 6, [0] = 1 }; printf("%zu %d %d %d\n", sizeof arr / sizeof *arr, arr[0], arr[1], arr[3]);
	struct point *pp = &(struct point){ 8, 9 }; printf("%d\n", pp->y);
	int *ip = &p.x; ip[1] = 55; printf("%d %zu\n", p.y, offsetof(struct big, d));
	printf("%d %d\n", (i = 3, i + 1), argc);
	float f = 0.1f; double d = f; printf("%.10f %.10f %d %u\n", d, f * 3.0, (int)-3.9, (unsigned)3.9e9);
	printf("%d %d %d\n", -7 / 2, -7 % 2, -7 >> 1);
	printf("%ld\n", (long)(char)200 + (unsigned char)200);
	printf("%s\n", (char *[]){ "a", "b" }[1]);
	_Bool t = 256; t |= 0; printf("%d %d %d\n", t, !t, !!5.5);
	char *str = "lit"; printf("%c%c%s\n", *str, str[1], str + 1);
	return 0;
}
