#include <stdio.h>

// Structs: assignment, parameters, results, nesting, arrays in them.
struct point { int x, y; };
struct shape { char name[8]; struct point corner[2]; double weight; };
static struct point add(struct point a, struct point b)
{
	struct point sum = { a.x + b.x, a.y + b.y };
	return sum;
}
static struct shape make(const char *name, int x)
{
	struct shape s = { .corner = { { x, 1 }, { x, 2 } }, .weight = x * 1.5 };
	int i;
	for (i = 0; name[i]; i++)
		s.name[i] = name[i];
	return s;
}
static void change(struct shape s) { s.corner[0].x = 1000; }
static void really_change(struct shape *s) { s->corner[0].x = 1000; }
int main(void)
{
	struct point a = { 1, 2 }, b = { .y = 5 }, c;
	c = add(a, b);
	printf("%d %d %d\n", c.x, c.y, add(c, c).y);
	struct shape s = make("box", 7), t;
	change(s);
	t = s;
	really_change(&t);
	printf("%s %d %d %g %d\n", s.name, s.corner[0].x, s.corner[1].y, s.weight, t.corner[0].x);
	struct shape list[2] = { s, make("ball", 3) };
	printf("%s %d\n", list[1].name, list[1].corner[1].x);
	printf("%c %d\n", make("cube", 4).name[2], make("cube", 4).corner[0].x);
	struct point *p = &list[0].corner[1];
	*p = (struct point){ 8, 9 };
	printf("%d %d\n", list[0].corner[1].x, p->y);
	p = 1 ? &a : &b;
	printf("%d %d\n", p->x, (*p).y);
	c = a.x ? a : b;
	printf("%d\n", c.y);
	struct { struct point at; int id; } anonymous = { { 1, 2 }, 3 };
	printf("%d %zu\n", anonymous.at.y + anonymous.id, sizeof anonymous);
	return 0;
}
