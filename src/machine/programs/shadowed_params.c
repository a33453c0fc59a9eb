#include <stdio.h>

// Parameters of array and function type, const, unnamed; assignments to parameters.
static int sum(int v[static 3], int n) { int s = 0; while (n-- > 0) s += *v++; return s; }
static int call(int f(int), int x) { return f(x); }
static int inc(int x) { return ++x; }
static int ignore(int a, int b) { (void)b; return a; }
static void set(int m[][2], int i, int to) { m[i][1] = to; }
static const char *skip(const char s[], char c) { while (*s && *s != c) ++s; return s; }
static void through(char **list) { *list++ = "changed"; *list = "too"; }
static int width(char c) { return sizeof c + sizeof(char[3]); }
int main(void)
{
	int v[] = { 1, 2, 3 }, m[2][2] = { { 0 } };
	char *list[2] = { "a", "b" };
	set(m, 1, 5);
	through(list);
	printf("%d %d %d %d %s %s %s %d\n", sum(v, 3), call(inc, 4), ignore(1, 2), m[1][1], skip("key=value", '=') + 1,
	       list[0], list[1], width('x'));
	return 0;
}
