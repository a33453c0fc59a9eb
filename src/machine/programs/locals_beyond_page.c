// Frames larger than a page, records larger than a page, many arguments, deep recursion with arrays.
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#define TEN(m, p) m(p##0) m(p##1) m(p##2) m(p##3) m(p##4) m(p##5) m(p##6) m(p##7) m(p##8) m(p##9)
#define HUNDRED(m, p) TEN(m, p##0) TEN(m, p##1) TEN(m, p##2) TEN(m, p##3) TEN(m, p##4) TEN(m, p##5) TEN(m, p##6) TEN(m, p##7) TEN(m, p##8) TEN(m, p##9)
#define ALL(m) HUNDRED(m, v1) HUNDRED(m, v2) HUNDRED(m, v3) HUNDRED(m, v4) HUNDRED(m, v5) HUNDRED(m, v6)
#define DECLARE(v) long v = k++;
#define ADD(v) s += v;
struct big { char c[5000]; int i; };
struct mid { long a[10]; short s; };
static long many(int k)
{
	ALL(DECLARE)
	long s = 0;
	char tail = 5;
	float f = 1.5f;
	struct mid m = { { k } };
	tail += k; f += k; m.s = tail;
	ALL(ADD)
	v699++; v100--; --v699;
	char *p = &tail;
	*p += 1;
	return s + tail + (long)f + m.s + v699 + v100;
}
static struct big bigs(struct big b, int n)
{
	if (n == 0)
		return b;
	b.c[n] = n;
	b.i += n;
	return bigs(b, n - 1);
}
static struct mid mids(struct mid a, struct mid b)
{
	for (int i = 0; i < 10; i++)
		a.a[i] += b.a[9 - i];
	a.s++;
	return a;
}
static int total(int n, ...)
{
	va_list ap;
	va_start(ap, n);
	int s = 0;
	while (n--)
		s = s * 3 + va_arg(ap, int);
	va_end(ap);
	return s;
}
static int rec(int n)
{
	int a[300];
	for (int i = 0; i < 300; i++)
		a[i] = i + n;
	return n == 0 ? 0 : rec(n - 1) + a[n % 300];
}
static int deep(int n)
{
	char pad[n % 50 + 1];
	pad[n % 50] = n;
	return n == 0 ? 0 : deep(n - 1) + pad[n % 50];
}
int main(void)
{
	printf("%ld\n", many(3));
	static struct big b;
	b = bigs(b, 20);
	printf("%d %d %d\n", b.i, b.c[20], b.c[1]);
	struct mid x = { { 1, 2, 3 }, 4 };
	x = mids(x, mids(x, x));
	printf("%ld %ld %d %ld\n", x.a[0], x.a[9], x.s, mids(x, x).a[2]);
	printf("%d\n", total(30, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30));
	printf("%d %d\n", rec(100), deep(300));
	char raw[9000];
	long sum = 0;
	for (int i = 0; i < 9000; i++)
		raw[i] = i;
	for (int i = 0; i < 8990; i += 7) {
		int v;
		memcpy(&v, raw + i, 4);
		sum += *(int *)(raw + i) ^ v;
		sum += *(short *)(raw + i) + *(long *)(raw + i) % 1000;
		*(long *)(raw + i) += 3;
		*(short *)(raw + i + 1) -= 5;
		*(int *)(raw + i + 3) = (int)((unsigned)*(int *)(raw + i + 3) * 3);
	}
	unsigned hash = 0;
	for (int i = 0; i < 9000; i++)
		hash = hash * 31 + (unsigned char)raw[i];
	printf("%ld %u\n", sum, hash);
	return 0;
}
