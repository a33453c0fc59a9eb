// Places: members of elements of arrays of records, in static, automatic and allocated storage.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct P { int x, y; }; struct L { struct P a, b; struct L *next; char tag[3]; };
static struct L pool[10]; static int grid[5][6][7]; static struct P pts[4][3]; static char words[4][8] = { "zero", "one", "two", "three" };
static struct { unsigned char r, g, b; } pix[3] = { { 1, 2, 3 }, { 4, 5, 6 } };
static long totals[3] = { 1L << 40, -5 }; static double ds[2][2] = { { 1, 2 }, { 3, 4 } }; static float fs[4]; static short ss[3][3]; static unsigned short us[4]; static signed char sc[4];
static int idx(int i) { return i; }
int main(void)
{
	struct L *head = NULL;
	for (int i = 0; i < 10; i++) { struct L *l = &pool[i]; l->a.x = i; l->b = (struct P){ i * 2, i * 3 }; l->tag[i % 3] = 'a' + i; l->next = head; head = l; }
	int s = 0; for (struct L *l = head; l; l = l->next) s += l->a.x * l->b.y - (*l).b.x + l->tag[1]; printf("%d\n", s);
	for (int i = 0; i < 5; i++) for (int j = 0; j < 6; j++) for (int k = 0; k < 7; k++) grid[i][j][k] = i * 100 + j * 10 + k;
	int (*pg)[6][7] = grid + 1; int (*row)[7] = grid[2]; printf("%d %d %d %d\n", pg[1][2][3], row[4][5], *(*(*(grid + 3) + 2) + 1), (int)(&grid[4][0][0] - &grid[0][0][0]));
	for (int i = 0; i < 4; i++) for (int j = 0; j < 3; j++) pts[i][j].y = (pts[i][j].x = i + j) * 2; pts[idx(2)][idx(1)].x += 5; printf("%d %d\n", pts[2][1].x, pts[3][2].y);
	for (char (*w)[8] = words; w < words + 4; w++) printf("%s%c", *w, (*w)[1]); puts("");
	pix[2].g = pix[0].b++ + --pix[1].r; pix[1] = pix[2]; printf("%d %d %d\n", pix[0].b, pix[1].g, pix[2].g);
	totals[2] += totals[0] - totals[1]; totals[idx(0)]++; --totals[1]; printf("%ld %ld %ld\n", totals[0], totals[1], totals[2]);
	ds[1][idx(0)] *= ds[0][1] + .5; fs[3] = ds[1][0]; fs[idx(2)] += fs[3]++; printf("%g %g %g\n", ds[1][0], fs[2], fs[3]);
	for (int i = 0; i < 9; i++) { ss[i / 3][i % 3] = i * 1000 - 4000; us[i & 3] -= i; sc[i & 3] ^= i * 40; } for (int i = 0; i < 4; i++) printf("%d %d %d ", ss[i % 3][i % 2], us[i], sc[i]); puts("");
	long lidx = 2; unsigned char cidx = 1; short sidx = -1; unsigned uidx = 2; size_t z = 1; int *mid = &grid[2][3][0];
	printf("%d %d %d %d %d %d\n", mid[lidx], mid[cidx], mid[sidx], mid[uidx], mid[z], *(mid - uidx));
	int local[2][3] = { { 1, 2 }, [1][2] = 9 }; char lc[2][4] = { "ab", "cd" }; struct P lp[3] = { [1] = { .y = 5 } }; double ld[3] = { [2] = 2.5 };
	local[idx(1)][idx(0)] = local[1][idx(2)] + 1; lc[idx(1)][idx(1)]++; lp[idx(2)] = lp[1]; lp[idx(2)].x = -1; ld[idx(0)] = ld[idx(2)] * 2; printf("%d %s %s %d %d %g\n", local[1][0], lc[0], lc[1], lp[2].y, lp[2].x, ld[0]);
	int *hp = calloc(100, sizeof *hp); for (int *p = hp; p != hp + 100; ++p) *p = (int)(p - hp); int acc = 0; for (int *p = hp + 99; p >= hp; p -= 3) acc += *p; printf("%d %td\n", acc, &hp[7] - &hp[3]); hp = realloc(hp, 4000); printf("%d\n", hp[99]); free(hp);
	void *vs[3] = { &lidx, &cidx, NULL }; printf("%d %d %d\n", vs[0] == &lidx, vs[2] == NULL, *(unsigned char *)vs[1]);
	struct P *pp[2] = { &lp[0], &lp[2] }; struct P **ppp = pp; (*++ppp)->x++; printf("%d %d\n", (**ppp).x, ppp[-1]->y);
	union { double d; unsigned char b[8]; struct { unsigned lo, hi; } w; } u = { .d = 1.0 }; printf("%02x %02x %x\n", u.b[7], u.b[6], u.w.hi); u.b[0] = 1; u.w.hi++; printf("%.17g\n", u.d);
	char *str = strdup("hello world"); for (char *p = str; *p; p++) if (*p >= 'a' && *p <= 'z') *p -= 32; printf("%s %ld\n", str, strchr(str, 'W') - str); free(str);
	unsigned long bits = 0; for (int i = 0; i < 64; i += 3) bits |= 1UL << i; printf("%lx %d\n", bits, 3);
	int *q = &local[0][0]; printf("%d\n", (q++, *q)); q = 0; printf("%d %d\n", q == NULL, !q); if (q) puts("no"); while (q) ; 
	const char *fmt = "%d%%\n"; printf(fmt, 5); return s > 0 ? 7 : 8;
}
