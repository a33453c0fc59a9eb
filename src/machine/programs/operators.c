#include <stdio.h>

// Evaluation order where C fixes it, side effects, compound assignment.
static int calls;
static int say(int x) { calls = calls * 10 + x; return x; }
int main(void)
{
	int a = 5, b, c = 3, *p = &a;
	b = a++ + ++c;
	printf("%d %d %d\n", a, b, c);
	b = (a = 3, a + 1);
	printf("%d\n", b);
	printf("%d ", say(0) && say(1));
	printf("%d\n", calls);
	printf("%d\n", say(2) || say(3));
	printf("%d\n", calls);
	printf("%d ", a > 2 ? say(4) : say(5));
	printf("%d\n", calls);
	a = b = c = 7;
	a += b -= c *= 2;
	printf("%d %d %d\n", a, b, c);
	a <<= 2, b >>= 1, c %= 5, *p ^= 0xff, *p |= 0x100, *p &= ~1;
	printf("%d %d %d\n", a, b, c);
	int v[4] = { 1, 2, 3, 4 }, i = 0;
	v[i++] += 10;
	v[i++] *= 3;
	p = v;
	*p++ -= 1;
	printf("%d %d %d %d %d\n", v[0], v[1], i, (int)(p - v), *p);
	printf("%d %d %d\n", !a, !!a, ~a);
	printf("%d %d %d %d\n", 1 < 2, 2 <= 1, 1 != 1, -1 < 0u);
	printf("%d\n", 1 + 2 * 3 - 4 / 2 % 3 << 1 & 0xff ^ 5 | 8);
	char ch = 'x';
	ch += 1;
	ch++;
	printf("%c %d\n", ch, ch == 'z');
	unsigned char small = 255;
	small++;
	printf("%d ", small--);
	printf("%d\n", small);
	_Bool flag = 5;
	flag += 3;
	printf("%d ", flag);
	flag = !flag;
	flag--;
	printf("%d\n", flag);
	printf("%zu %zu %zu\n", sizeof(char), sizeof a++, sizeof(long[3]));
	printf("%d\n", a);
	return 0;
}
