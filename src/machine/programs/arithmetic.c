#include <stdio.h>

// Integer arithmetic of every size, with wrap-around where C defines it.
int main(void)
{
	unsigned char uc = 250;
	signed char sc = 100;
	unsigned short us = 65535;
	short s = -32768;
	unsigned u = 4000000000u;
	int i = -7;
	unsigned long ul = 18446744073709551615ul;
	long l = -9223372036854775807L - 1;
	uc += 10;
	sc = (signed char)(sc + 100);
	us++;
	s--;
	u *= 2;
	ul += 2;
	printf("%d %d %d %d %u %lu\n", uc, sc, us, s, u, ul);
	printf("%d %d %d %d\n", i / 2, i % 2, -i / 2, i >> 1);
	printf("%ld %ld %ld\n", l / 3, l % 10, l >> 40);
	printf("%lu %lu %lu\n", (unsigned long)l / 3, 0xdeadbeefcafebabeul % 1000003, 0xdeadbeefcafebabeul >> 36);
	printf("%ld\n", 123456789L * 987654321L);
	printf("%lx\n", 0x123456789abcdefUL * 0xfedcba987654321UL);
	printf("%x %x %x %x\n", 0xf0f0 & 0xff00, 0xf0f0 | 0xff00, 0xf0f0 ^ 0xff00, ~0xf0f0);
	printf("%d %u %ld\n", 1 << 30, 1u << 31, 1L << 62);
	printf("%d %d\n", (unsigned)i > 5, i < 5);
	printf("%d %d\n", (char)200, (unsigned char)-56);
	printf("%lld %llu\n", (long long)(int)u, (unsigned long long)(int)u);
	return 0;
}
