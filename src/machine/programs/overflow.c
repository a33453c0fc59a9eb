#include <limits.h>
#include <stdio.h>

// Arithmetic that says whether the result has overflowed: exact for every mixture of types, the low bits are stored.
#define TRY(op, a, b, type) \
	do { \
		type result; \
		int over = __builtin_##op##_overflow(a, b, &result); \
		sum = sum * 31 + over * 7 + (unsigned long)result; \
		count += over; \
	} while (0)
#define TYPES(op, a, b) \
	TRY(op, a, b, int); TRY(op, a, b, unsigned); TRY(op, a, b, long); TRY(op, a, b, unsigned long); \
	TRY(op, a, b, signed char); TRY(op, a, b, unsigned short); TRY(op, a, b, long long)
#define OPERATIONS(a, b) \
	TYPES(add, a, b); TYPES(sub, a, b); TYPES(mul, a, b)

static const long values[] = { 0, 1, -1, 127, -128, 256, INT_MAX, INT_MIN, LONG_MAX, LONG_MIN, UINT_MAX, 3037000500L };

int main(void)
{
	int n = sizeof values / sizeof *values, small, used = 0;
	unsigned long unsigned_result;

	for (int i = 0; i < n; i++) {
		unsigned long sum = 0;
		int count = 0;
		for (int j = 0; j < n; j++) {
			long a = values[i], b = values[j];
			OPERATIONS(a, b);
			OPERATIONS((unsigned long)a, b);
			OPERATIONS((unsigned long)a, (unsigned long)b);
			OPERATIONS((int)a, (unsigned)b);
		}
		printf("%ld: %d %lx\n", values[i], count, sum);
	}
	printf("%d ", __builtin_sadd_overflow(INT_MAX, used++, &small));
	printf("%d %d ", __builtin_sadd_overflow(INT_MAX, used, &small), small);
	printf("%d %lu\n", __builtin_umull_overflow(ULONG_MAX, 2, &unsigned_result), unsigned_result);
	return used;
}
