// Odd corners: nested records, pointers to functions and arrays, mixed signs, shadowed names, narrow variables.
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <stdint.h>
#include <signal.h>
#include <errno.h>
/* odd corners */
typedef struct { char a; long b; short c; } S;
struct flex { int n; int data[]; };
struct nest { struct { int x; union { int y; float z; }; }; struct { struct { char c[3]; } q; } r[2]; };
static int calls;
static int side(int v) { calls++; return v; }
static S arr[5];
static S *get(int i) { return &arr[i]; }
static long fold(long a, ...) { return a; }
static struct nest copy_nest(struct nest n) { n.x++; n.r[1].q.c[2] = 'z'; return n; }
static int (*pick(int which))(const char *, const char *) { return which ? strcmp : (int (*)(const char *, const char *))strcoll; }
static void swap(void *a, void *b, size_t n) { char t[n]; memcpy(t, a, n); memcpy(a, b, n); memcpy(b, t, n); }
static int ack(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
static double avg(int n, const double v[n]) { double s = 0; for (int i = 0; i < n; i++) s += v[i]; return s / n; }
static int sum2d(int r, int c, int m[r][c]) { int s = 0; for (int i = 0; i < r; i++) for (int j = 0; j < c; j++) s += m[i][j]; return s; }
static unsigned char bytes[] = { 1, 2, 255, 128 };
static int16_t shorts[] = { -1, 32767, -32768 };
static uint16_t ushorts[] = { 65535, 1 };
static float floats[3] = { 1.5f, -2.25f };
static double doubles[] = { 1e10, -1e-10 };
static const struct { const char *name; int (*f)(int); } ops[] = { { "abs", abs }, { "side", side } };
static char *argv2[] = { "x", "y", NULL };
static int *pi = &calls; static S *ps = &arr[2]; static char *pc = (char *)&arr[1].b; static long lp = sizeof(arr);
extern int later; int *plater = &later; int later = 77;
enum { A = -1, B, C = 'x', D = C + 1 };
int main(int argc, char **argv)
{
	get(side(2))->b += side(5); printf("%ld %d\n", arr[2].b, calls);
	get(1)->c = get(2)->a = (char)300; printf("%d %d\n", arr[1].c, arr[2].a);
	int i = 0; arr[i++].b = 7; printf("%d\n", i);
	struct flex *f = malloc(sizeof *f + 4 * sizeof(int)); f->n = 4; for (i = 0; i < f->n; i++) f->data[i] = i * i; printf("%d %zu\n", f->data[3], sizeof *f); free(f);
	struct nest n = { { 1, { 2 } }, { { { "ab" } } } }; struct nest m = copy_nest(n); printf("%d %d %d %c %d\n", n.x, m.x, m.y, m.r[1].q.c[2], n.r[1].q.c[2]);
	printf("%ld\n", fold(-1L, 2, 3.0, "x"));
	printf("%d %d\n", pick(1)("a", "a") == 0, (*pick(0))("a", "b") < 0);
	S x = { 'x', 1, 2 }, y = { 'y', -1, -2 }; swap(&x, &y, sizeof x); printf("%c %ld %d %c\n", x.a, x.b, x.c, y.a);
	printf("%d %f\n", ack(2, 3), avg(3, (double[]){ 1, 2, 6 }));
	int mat[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } }; printf("%d\n", sum2d(2, 3, mat));
	for (i = 0; i < 3; i++) printf("%d %d %g ", bytes[i], shorts[i], floats[i]); printf("%d %g\n", ushorts[0], doubles[1]);
	shorts[1] += 1; ushorts[1] -= 2; bytes[3] <<= 1; floats[0] *= 3; doubles[0] /= 3; printf("%d %d %d %g %.17g\n", shorts[1], ushorts[1], bytes[3], floats[0], doubles[0]);
	for (i = 0; i < 2; i++) printf("%s %d\n", ops[i].name, ops[i].f(-4));
	printf("%s %d %d %d %ld %d\n", argv2[1], *pi, (int)(ps - arr), (int)(pc - (char *)arr), lp, *plater);
	printf("%d %d %d %d\n", A, B, C, D);
	char s[] = "hello", *p = s + 4; while (p >= s) putchar(*p--); putchar('\n');
	int z = 5; int k = (z, 3) + (calls ? 1 : 2); printf("%d\n", k);
	unsigned u = 1; u <<= 31; u >>= 3; int neg = -17; neg >>= 2; neg %= 3; printf("%u %d\n", u, neg);
	long big = 1L << 40; int t = big; unsigned char uc = big + 257; printf("%d %d %d\n", t, uc, (short)70000);
	printf("%d %d\n", (int)(unsigned char)-1, (signed char)0x80);
	printf("%d\n", -1 < 1u); printf("%d\n", -1L < 1u); printf("%d\n", (unsigned char)255 == -1);
	int64_t i64 = INT64_MIN; uint64_t u64 = UINT64_MAX; printf("%ld %lu %ld\n", i64, u64, i64 + (int64_t)(u64 >> 1));
	printf("%ld %ld\n", i64 / 10, (int64_t)(u64 % 1000)); printf("%d\n", i64 < 0 && u64 > 0);
	printf("%.3f %.3f\n", (double)u64, (double)i64); printf("%lu\n", (unsigned long)1e19);
	const char *q = "abc" "def"; printf("%zu %c %c\n", sizeof("abc" "def"), q[3], 2[q]);
	int lab = 0; again: if (lab++ < 3) goto again; printf("%d\n", lab);
	for (int a = 0, b = 10; a < b; a++, b--) if (a == 3) { printf("%d %d\n", a, b); break; }
	{ int i = 99; { int i = 98; printf("%d ", i); } printf("%d\n", i); }
	switch (side(3)) { int dead; case 3: dead = 4; printf("%d\n", dead); case 4: printf("fall\n"); break; default: printf("no\n"); }
	do { if (calls > 0) break; } while (0);
	void *vp = &z; *(int *)vp = 12; printf("%d\n", z);
	int (*fa[3])(int) = { abs, side, labs == NULL ? NULL : abs }; printf("%d\n", fa[2](-9));
	char c = 'a'; char *cp = &c; *cp += 1; c++; printf("%c %d\n", c, *cp == c);
	short sh = 5; short *shp = &sh; *shp = -3; sh *= 2; printf("%d\n", sh);
	_Bool bo = 0; _Bool *bp = &bo; *bp = 17; printf("%d %d\n", bo, bo + 1);
	int ci = sizeof(int[3]) + sizeof(struct nest) + _Alignof(double); printf("%d\n", ci);
	printf("%d\n", (_Generic(1.0, int: 1, double: 2, default: 3)));
	printf("%d\n", ({ int w = 3; w * w; }));
	printf("%d %d\n", !*"", *"a" == 'a');
	volatile int vi = 3; vi++; printf("%d\n", vi);
	float ff = 16777216.0f; ff += 1; printf("%.1f %d\n", ff, (int)ff == 16777216);
	printf("%g %g\n", 1.0 / 3.0f, (float)1 / 3);
	double dd = 5; dd++; --dd; dd = -dd; printf("%g %d %d\n", dd, dd < 0, !dd);
	errno = 5; printf("%d\n", errno);
	return 0;
}
