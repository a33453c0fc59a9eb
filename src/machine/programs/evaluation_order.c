// Operands that C leaves in any order, in the order in which gcc evaluates them.
#include <stdio.h>

#define SHOW(expression) printf("%s: %d\n", #expression, (int)(expression))

struct point { int x, y, z; };

static int count, list[8], top;
static int stack[8];

static int two(int a, int b) { return a * 10 + b; }
static int three(int a, int b, int c) { return a * 100 + b * 10 + c; }
static int step(void) { return ++count; }
static int said(const char *word, int n) { printf("%s ", word); return n; }
static int add_to(int *n) { return *n += 5; }
static int move(struct point *p) { return p->x += 5; }

#define PUSH(n) (stack[top++] = (n))
#define POP() (stack[--top])

static void arguments(void)
{
	int k = 1;
	SHOW(two(++k, ++k));
	k = 1;
	SHOW(two(k++, k++));
	k = 1;
	SHOW(three(k++, k, ++k));
	k = 1;
	SHOW(two(++k, k));
	k = 1;
	SHOW(two(k++, k));
	k = 1;
	SHOW(three(k = 2, k = 3, k));
	k = 1;
	SHOW(two(k += 2, k *= 4));
	count = 1;
	SHOW(two(++count, ++count));
	int m = 1;
	SHOW(three(m, add_to(&m), m));
	char c = 1;
	SHOW(three(c, c++, ++c));
	long l = 1;
	printf("%ld %ld\n", ++l, ++l);
}

static void own_value(void)
{
	int i = 1;
	i = i++;
	SHOW(i);
	i = i ? i++ : 0;
	SHOW(i);
	i = i++ + 1;
	SHOW(i);
	char c = 1;
	c = c++;
	SHOW(c);
	count = 1;
	count = count++;
	SHOW(count);
	double d = 1;
	d = d++;
	SHOW(d);
	double before = d++;
	SHOW(before);
	SHOW(d-- + d);
	float f = 1;
	printf("%g %g\n", f++, f);
	long l = 1;
	l = l--;
	SHOW(l);
}

static void operands(void)
{
	count = 1;
	SHOW(count + step());
	SHOW(step() + count);
	SHOW(count - step());
	SHOW(count * step() + count);
	SHOW(count == step());
	SHOW(count < step());
	if (count != step())
		puts("differ");
	double d = count;
	d = d + step();
	SHOW(d);
	int m = 1;
	SHOW(m + add_to(&m));
	SHOW(m - add_to(&m));
	SHOW((m = 2) - add_to(&m));
	printf("%ld\n", (long)m + add_to(&m));
	struct point p = { 1, 2, 3 };
	SHOW(p.x + move(&p));
	SHOW(p.x == move(&p));
	list[0] = 1;
	SHOW(list[0] + add_to(&list[0]));
	int k = 3;
	SHOW(k + (k = 5));
	SHOW(k - k++);
	SHOW(k == k++);
}

static void assignments(void)
{
	int a[4] = { 1, 2, 3, 4 }, *p = a;
	*p++ = *p + 1;
	SHOW(a[0]);
	*p++ = p[1] * 10;
	SHOW(a[1]);
	*p += *p++;
	SHOW(a[2]);
	p = a;
	*p++ += *p;
	SHOW(a[0]);
	int i = 0;
	a[i++] = i + 1;
	SHOW(a[0]);
	a[i++] = i * 2 + step();
	SHOW(a[1]);
	a[i] = i--;
	SHOW(a[1] + a[2] * 100);
	top = 0;
	PUSH(3);
	PUSH(4);
	PUSH(POP() + POP());
	PUSH(-POP());
	SHOW(stack[0]);
	PUSH(7);
	PUSH(POP() > POP());
	SHOW(stack[0]);
	count = 0;
	list[count] = step();
	SHOW(list[0]);
	list[count] = step() + 1;
	SHOW(list[2]);
	list[count] = count = 4;
	SHOW(list[4]);
}

static void initialisers(void)
{
	struct point p = { said("x", 1), .z = said("z", 3), .y = said("y", 2) };
	SHOW(p.y);
	int a[4] = { [2] = said("third", 3), [0] = said("first", 1), said("second", 2) };
	SHOW(a[1]);
}

int main(void)
{
	arguments();
	own_value();
	operands();
	assignments();
	initialisers();
	return 0;
}
