#include <stdio.h>

// Between floating and whole numbers at the edges.
static float to_float(long x) { return x; }
static long to_long(double x) { return (long)x; }
static unsigned to_unsigned(double x) { return (unsigned)x; }
static unsigned long to_ulong(double x) { return (unsigned long)x; }
int main(void)
{
	printf("%.1f %.1f\n", to_float(16777217), to_float(-3));
	printf("%ld %ld\n", to_long(-1.9), to_long(9007199254740993.0));
	printf("%u %lu\n", to_unsigned(4294967295.0), to_ulong(9223372036854775808.0));
	long l = 9007199254740993L;
	unsigned long ul = 0xffffffffffffffff;
	double d = l, e = ul;
	printf("%.1f %.1f\n", d, e);
	float f = 16777216.0f;
	f = f + 1;
	printf("%.1f\n", f);
	short s = 3.99;
	unsigned char c = 65.5;
	printf("%d %c\n", s, c);
	_Bool b = 0.0001;
	printf("%d\n", b);
	printf("%d %d\n", 0.1 + 0.2 == 0.3, 0.1f + 0.2f == 0.3f);
	double big = 1e300 * 1e10;
	printf("%d %d\n", big > 1e308, big != big);
	return 0;
}
