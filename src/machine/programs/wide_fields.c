// Bit-fields wider than int: expressions have as many bits as the field.
#include <stdio.h>
struct s { unsigned long a : 40; long b : 40; unsigned long long c : 33; long d : 50; unsigned long e: 64; unsigned long g:63; } s = { 0xffffffffff, -1, 0x1ffffffff, -5, ~0ul, ~0ul>>1 };
#define P(x) printf("%-18s %llx %d\n", #x, (unsigned long long)(x), (x) < 0)
int main(void) {
	P(s.a << 8); P(s.a + 1); P(~s.a); P(-s.a); P(s.a * s.a); P(s.b << 8); P(s.b - 1); P(s.b * 0x7fffffff); P(s.c + s.a); P(s.c << 1); P(s.a + s.b); P(s.b + s.a); P(s.c + -1); P(s.c - 0x1ffffffffL); P(s.a + 1L); P(s.b + 1u); P(s.d >> 2); P(s.d + s.a); P(s.e + 1); P(s.g + 1); P(s.a > -1); P(s.b == -1); P(s.b < s.a); P(s.b < 1u); P(1 ? s.a : -1); P((s.a + 1) / 2); P(s.a / -1); P(+s.a); P(s.c + 1.5);
	s.a += 5; P(s.a); s.a <<= 38; P(s.a); s.a >>= 3; P(s.a); s.b /= 2; P(s.b); s.c *= 3; P(s.c); s.d++; P(s.d); --s.a; P(s.a);
	int i = 3; P(s.a << i); P(i + s.a); P(i - s.a); P((s.a = 7) << 38); P(s.c ^ ~i); P(s.c & ~0u); P(s.c % -7); P(!s.c);
	unsigned long x = s.a << 39; P(x);
	struct t { unsigned u : 3; int i : 3; unsigned long w : 20; } t = { 7, 3, 1 };
	P((t.u = 7) - 8); P((t.u += 1) - 8); P(t.u++ - 8); P(++t.u - 8); P((t.w = 7) - 8); P((s.a += 1) << 39); P(s.a++ - 10); P(--s.a - 100);
	return 0;
}
