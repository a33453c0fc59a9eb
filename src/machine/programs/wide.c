#include <stdio.h>

// 64-bit values through memory, calls, shifts by a variable, comparison.
static unsigned long rotate(unsigned long x, int by) { return x << by | x >> (64 - by); }
static long mix(long a, long b) { return (a ^ (b << 7)) - (a >> 3) * 31 + ~b; }
int main(void)
{
	unsigned long x = 0x0123456789abcdef;
	long y = -5;
	int i;
	for (i = 1; i < 64; i += 9)
		printf("%016lx %ld %lu\n", rotate(x, i), y >> (i % 4), x >> i);
	for (i = 0; i < 10; i++)
		y = mix(y, (long)x + i);
	printf("%ld\n", y);
	printf("%d%d%d%d\n", y < 0, y > 0, (unsigned long)y > x, y == y + 0);
	printf("%ld %ld\n", y / 1000007, y % 1000007);
	printf("%lu %lu\n", (unsigned long)y / 7, (unsigned long)y % 7);
	long big[3] = { 1L << 40, -(1L << 50), 3 };
	big[1] -= big[0];
	big[2] <<= 33;
	printf("%ld %ld %ld\n", big[0], big[1], big[2]);
	printf("%d\n", (int)big[1]);
	return 0;
}
