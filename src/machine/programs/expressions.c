#include <stdio.h>

// Statement expressions, compound literals, comma, nested conditionals, long chains.
#define SQUARE(x) ({ __typeof__(x) y_ = (x); y_ * y_; })
struct p { int x, y; };
static int sum(const int *v, int n) { return n ? *v + sum(v + 1, n - 1) : 0; }
static struct p *pick(struct p *v, int i) { return v + i; }
int main(void)
{
	int i = 3;
	printf("%d %g\n", SQUARE(i++), SQUARE(1.5));
	printf("%d\n", i);
	printf("%d\n", sum((int[]){ 1, 2, 3, i }, 4));
	struct p v[3] = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
	pick(v, 1)->y = 40;
	(*pick(v, 2)).x++;
	printf("%d %d %d\n", v[1].y, v[2].x, pick(v, 0)[1].x);
	printf("%s\n", i < 0 ? "neg" : i == 0 ? "zero" : i < 10 ? "small" : "big");
	int a, b, c;
	a = (b = 2, c = b + 1, b * c);
	printf("%d %d\n", a, (a > 3) + (b > 3) * 2 + !c * 4);
	printf("%d\n", ({ int t = 0; for (int k = 0; k < 5; k++) t += k; t; }));
	const char *s = i ? "yes" : 0;
	printf("%s %d\n", s, s ? s[1] : 0);
	printf("%d\n", (&v[0])->x + (*(&v[1])).x + *&v[2].y);
	struct p copy = *pick(v, 1), *last = &v[2];
	*last = copy, last->x *= 2;
	printf("%d %d %d\n", copy.y, v[2].x, (copy.x = 9, copy).x);
	printf("%d\n", ((struct p[]){ { 1, 2 }, { 3, 4 } })[1].y);
	return 0;
}
