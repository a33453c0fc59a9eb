#include <stdio.h>

// typedef, enum, const, sizeof, casts, typeof, _Generic, _Alignof, offsetof.
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <limits.h>
typedef unsigned char byte;
typedef struct node node;
struct node { node *next; byte data[3]; };
typedef int vector[4], (*predicate)(int);
enum level { LOW = -1, MID, HIGH = 10, TOP };
enum mask { A = 1 << 0, B = 1 << 1, C = A | B };
static bool positive(int x) { return x > 0; }
#define KIND(x) _Generic((x), int: "int", unsigned: "unsigned", long: "long", double: "double", char *: "text", default: "other")
int main(void)
{
	node n = { NULL, { 1, 2, 3 } };
	vector v = { 1, 2, 3, 4 };
	enum level level = HIGH;
	const int limit = 3;
	uint8_t small = 300 % 256;
	int64_t large = INT64_MAX;
	bool b = 17, c = 0.1, d = NULL != 0;
	printf("%zu %zu %zu %zu\n", sizeof n, sizeof(vector), sizeof(predicate), sizeof level);
	printf("%d %d %d %d %d\n", LOW, MID, level + 1, TOP, C);
	printf("%d %ld %d%d%d %d\n", small, large, b, c, d, limit);
	printf("%zu %zu\n", offsetof(struct node, data), _Alignof(double));
	printf("%s %s %s %s %s %s\n", KIND(1), KIND(1u), KIND('a'), KIND(2L), KIND(1.0f), KIND("x" + 0));
	__typeof__(v[0]) w = 5;
	__typeof__(int *) pw = &w;
	printf("%d %d\n", *pw, positive(v[3]) + positive(-1));
	printf("%d %u %ld %d %d\n", INT_MAX, UINT_MAX, LONG_MIN, CHAR_BIT, SHRT_MIN);
	printf("%d %d %d\n", (byte)257, (int)(short)70000, (int)(signed char)0x80);
	printf("%lu %ld\n", (unsigned long)-1, (long)(unsigned)-1);
	printf("%d\n", (int)(intptr_t)(void *)(intptr_t)12345);
	switch (level) { case HIGH: printf("high\n"); break; default: break; }
	volatile int seen = 4;
	seen = seen * seen;
	printf("%d\n", seen);
	_Static_assert(sizeof(int) == 4, "int");
	return 0;
}
