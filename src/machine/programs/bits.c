#include <stdio.h>

// Bit tricks.
static int count(unsigned long x) { int n = 0; for (; x; x &= x - 1) n++; return n; }
static unsigned reverse(unsigned x)
{
	x = (x >> 1 & 0x55555555) | (x & 0x55555555) << 1;
	x = (x >> 2 & 0x33333333) | (x & 0x33333333) << 2;
	x = (x >> 4 & 0x0f0f0f0f) | (x & 0x0f0f0f0f) << 4;
	return (x >> 24) | (x >> 8 & 0xff00) | (x << 8 & 0xff0000) | (x << 24);
}
static unsigned crc(const char *s)
{
	unsigned c = ~0u;
	while (*s) {
		c ^= (unsigned char)*s++;
		for (int k = 0; k < 8; k++)
			c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
	}
	return ~c;
}
static unsigned long hash(const char *s)
{
	unsigned long h = 14695981039346656037ul;
	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211ul;
	return h;
}
int main(void)
{
	printf("%d %d %x\n", count(0xff00ff00ff00ff00), count(0), reverse(0x12345678));
	printf("%08x %016lx\n", crc("123456789"), hash("hello"));
	unsigned set[4] = { 0 };
	for (int i = 0; i < 128; i += 7)
		set[i / 32] |= 1u << i % 32;
	for (int i = 0; i < 4; i++)
		printf("%08x ", set[i]);
	printf("%d\n", !!(set[70 / 32] & 1u << 70 % 32));
	return 0;
}
