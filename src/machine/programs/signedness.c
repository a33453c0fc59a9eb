#include <stdio.h>

// Conversions between signed and unsigned of all widths.
int main(void)
{
	signed char sc = -1;
	unsigned char uc = sc;
	short s = sc;
	unsigned short us = sc;
	int i = us;
	unsigned u = sc;
	long l = u;
	unsigned long ul = sc;
	printf("%d %d %d %d %u %ld %lu\n", uc, s, us, i, u, l, ul);
	printf("%d %d %d\n", sc < 0, us < 0, (short)us < 0);
	printf("%d %d %d\n", sc == uc, (unsigned char)sc == uc, u == (unsigned)sc);
	printf("%d %d\n", -1 > 1u, -1L > 1u);
	printf("%u %lu\n", (unsigned)-1 / 2, (unsigned long)-1 / 2);
	printf("%d %u\n", -8 >> 1, (unsigned)-8 >> 1);
	printf("%d %d\n", -8 / 3, (int)((unsigned)-8 / 3));
	printf("%ld %ld\n", (long)(int)0x80000000, (long)0x80000000);
	int big = 0x7fffffff;
	unsigned wrap = big + 1u;
	printf("%u %d\n", wrap, (int)(wrap >> 4));
	char c = 'A';
	c |= 0x20;
	printf("%c %d\n", c, c << 1);
	unsigned long mask = ~0ul << 40;
	printf("%lx %x %lx\n", mask, ~0u >> 4, mask & 0xff00ff00ff00ul);
	for (unsigned k = 3; k-- > 0;)
		printf("%u", k);
	printf("\n%d\n", (int)sizeof(int) - 5 < 0);
	return 0;
}
