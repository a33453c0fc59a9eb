#include <stdio.h>

// Structs of every size by value.
struct s1 { char a; };
struct s3 { char a[3]; };
struct s8 { long a; };
struct s12 { int a, b, c; };
struct s24 { double d; int i; char c; };
struct s100 { char text[100]; };
static struct s1 f1(struct s1 x) { x.a++; return x; }
static struct s3 f3(struct s3 x) { x.a[2] = x.a[0]; return x; }
static struct s8 f8(int n, struct s8 x) { x.a *= n; return x; }
static struct s12 f12(struct s12 x, struct s12 y) { x.b += y.c; return x; }
static struct s24 f24(struct s24 x, double d) { x.d *= d; x.c = 'z'; return x; }
static struct s100 f100(struct s100 x) { x.text[99] = 'e'; return x; }
int main(void)
{
	struct s1 a = { 'a' };
	struct s3 b = { { 1, 2, 3 } };
	struct s8 c = { 1L << 35 };
	struct s12 d = { 1, 2, 3 };
	struct s24 e = { 2.5, 7, 'x' };
	struct s100 f = { "hello" };
	a = f1(f1(a));
	b = f3(b);
	c = f8(3, c);
	d = f12(d, f12(d, d));
	e = f24(e, 3);
	f = f100(f);
	printf("%c %d %ld %d %g %d %c %s %c\n", a.a, b.a[2], c.a, d.b, e.d, e.i, e.c, f.text, f.text[99]);
	return 0;
}
