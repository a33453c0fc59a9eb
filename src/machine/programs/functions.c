#include <stdio.h>

// Recursion, function pointers, tables of them, callbacks, static locals.
static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int even(int n);
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static long ackermann(long m, long n)
{
	return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}
static int add(int a, int b) { return a + b; }
static int mul(int a, int b) { return a * b; }
typedef int (*operation)(int, int);
static operation choose(char c) { return c == '+' ? add : &mul; }
static int (*table[])(int, int) = { add, mul };
static int apply(int (*f)(int, int), int a, int b) { return (*f)(a, b) + f(1, 1); }
static int counter(void) { static int n = 10; return n++; }
static int many(int a, char b, long c, double d, int *e, float f, short g, unsigned char h)
{
	return a + b + (int)c + (int)d + *e + (int)f + g + h;
}
struct device { const char *name; int (*run)(int, int); };
int main(void)
{
	int x = 5;
	printf("%d %d %d %ld\n", fib(15), even(10), odd(10), ackermann(2, 3));
	printf("%d %d %d\n", choose('+')(3, 4), choose('*')(3, 4), table[1](5, 6));
	printf("%d %d\n", apply(add, 2, 3), apply(table[1], 2, 3));
	counter();
	counter();
	printf("%d\n", counter());
	printf("%d\n", many(1, 2, 3, 4.9, &x, 6.5f, -7, 255));
	struct device d = { "adder", add }, *p = &d;
	printf("%s %d\n", p->name, p->run(40, 2));
	operation none = 0;
	printf("%d %d\n", none == 0, d.run == add);
	int (*(*pick)(char))(int, int) = 0;
	printf("%d\n", pick == 0);
	return 0;
}
