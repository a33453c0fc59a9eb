#include <stdio.h>

// Pointers: arithmetic, comparison, pointers to pointers, arrays of pointers.
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
static void advance(const char **p) { while (**p == ' ') (*p)++; }
int main(void)
{
	int a[5] = { 10, 20, 30, 40, 50 };
	int *p = a, *q = &a[4];
	swap(&a[0], &a[1]);
	printf("%d %d %ld %d\n", *p, p[1], q - p, p < q);
	printf("%d ", *p++);
	printf("%d %d\n", *p, *--q);
	printf("%d %d\n", *(q - 1), 2[a]);
	p += 2;
	printf("%d %d\n", *p, (int)(p - a));
	const char *s = "   text", **ps = &s;
	advance(ps);
	printf("[%s] %c\n", s, *s + 1);
	char *words[] = { "one", "two", "three", 0 };
	for (char **w = words; *w; w++)
		printf("%s%c", *w, w[1] ? ',' : '\n');
	int m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
	int (*row)[3] = m;
	printf("%d %d %d\n", row[1][2], (*row)[1], *(*(m + 1) + 1));
	void *v = &a[2];
	printf("%d %d\n", *(int *)v, *((char *)v + 1));
	int **pp = &p;
	**pp = 99;
	printf("%d %d\n", a[3], p == &a[3] && v != 0);
	printf("%d\n", &a[5] - &a[0] == 5);
	return 0;
}
