#include <stdio.h>

// Bit-fields: signed, unsigned, across units, assignment results.
struct flags { unsigned ready : 1, mode : 3; int delta : 5; unsigned long wide : 40; unsigned rest; };
struct packet { unsigned char version : 4, length : 4; unsigned short : 0; unsigned short id; };
static struct flags global = { 1, 5, -3, 1UL << 39, 7 };
int main(void)
{
	struct flags f = { 0 };
	printf("%d %d %d %lx %u\n", global.ready, global.mode, global.delta, (unsigned long)global.wide, global.rest);
	f.mode = 9;
	f.delta = 17;
	f.wide = 0x123456789abcdUL;
	printf("%d %d %d %lx\n", f.ready, f.mode, f.delta, (unsigned long)f.wide);
	f.mode++;
	f.mode += 3;
	f.delta -= 5;
	f.ready = !f.ready;
	printf("%d %d ", f.mode, f.delta--);
	printf("%d %d\n", f.delta, f.ready);
	printf("%d\n", (f.mode = 15));
	struct packet p = { .version = 4, .length = 5, .id = 0xbeef };
	unsigned char *bytes = (unsigned char *)&p;
	printf("%02x %02x %02x %zu\n", bytes[0], bytes[2], bytes[3], sizeof p);
	struct flags *q = &f;
	q->wide = q->wide + 1;
	printf("%lx %d\n", (unsigned long)q->wide, f.mode < 8);
	return 0;
}
