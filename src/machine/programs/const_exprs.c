#include <stdio.h>

// Constants that the compiler computes must agree with those computed at run time.
static int zero, one = 1, two = 2, minus = -1;
static unsigned umax = -1;
static long lmin = -9223372036854775807L - 1;
#define SAME(constant, computed) printf("%d", (constant) == (computed))
int main(void)
{
	SAME(-7 / 2, (-7 + zero) / two);
	SAME(-7 % 2, (-7 + zero) % two);
	SAME(7 / -2, (7 + zero) / -two);
	SAME(-1 >> 1, minus >> one);
	SAME(-1u >> 1, umax >> one);
	SAME(1 << 31 >> 31, (one << 31) >> 31);
	SAME((char)200, (char)(200 + zero));
	SAME((unsigned char)-1, (unsigned char)minus);
	SAME((short)0x18000, (short)(0x18000 + zero));
	SAME((int)3000000000u, (int)(3000000000u + zero));
	SAME((long)3000000000u, (long)(3000000000u + zero));
	SAME((unsigned long)-1, (unsigned long)minus);
	SAME(-1 < 0u, minus < 0u + zero);
	SAME(0xffffffff + 1, umax + one);
	SAME(0xffffffffL + 1, umax + 1L);
	SAME(~0UL / 3, ~(0UL + zero) / 3);
	SAME((-9223372036854775807L - 1) / 2, lmin / two);
	SAME((int)-2.5, (int)(-2.5 + zero));
	SAME(1.0f / 3, 1.0f / (3 + zero));
	SAME(1.0 / 3, 1.0 / (3 + zero));
	SAME((float)0.1 * 3, (float)0.1 * (3 + zero));
	SAME(!0.5, !(0.5 + zero));
	SAME(5 > 3 ? 10 : 2.5, 5 > 3 + zero ? 10 : 2.5);
	SAME(1 ? -1 : 0u, one ? minus : 0u);
	SAME('a' + 'b' * 2, 'a' + zero + 'b' * two);
	SAME(10 - 4 - 3, 10 - 4 * one - 3);
	SAME(2 + 3 * 4 % 5 << 1 | 1, 2 + 3 * (4 + zero) % 5 << one | 1);
	SAME(0x7fffffff * 2u, 0x7fffffff * (2u + zero));
	SAME((_Bool)256, (_Bool)(256 + zero));
	printf("\n");
	return 0;
}
