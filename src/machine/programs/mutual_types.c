#include <stdio.h>

// Types that refer to each other; incomplete types completed later; function types.
struct b;
struct a { struct b *peer; int id; };
struct b { struct a self; struct a *owner; };
typedef int compare(const void *, const void *);
static int by_id(const void *x, const void *y)
{
	const struct a *a = x, *b = y;
	return (a->id > b->id) - (a->id < b->id);
}
static const struct a *smallest(const struct a *v, int n, compare *cmp)
{
	const struct a *best = v;
	for (int i = 1; i < n; i++)
		if (cmp(v + i, best) < 0)
			best = v + i;
	return best;
}
static int (*get(void))(const void *, const void *) { return by_id; }
static char (*rows(int which))[4]
{
	static char data[2][4] = { "abc", "def" };
	return &data[which];
}
extern int sizes[];
int sizes[] = { 1, 2, 3 };
int main(void)
{
	struct a v[] = { { 0, 5 }, { 0, 2 }, { 0, 9 } };
	struct b b = { { &b, 7 }, v };
	printf("%d %d\n", smallest(v, 3, by_id)->id, b.self.peer->owner[2].id);
	compare *c = get();
	printf("%d %s %zu\n", c(&v[0], &v[1]), *rows(1), sizeof sizes);
	return 0;
}
