// The 48-bit linear congruential generator.
#include <stdlib.h>

static unsigned long state;

static unsigned long step(void)
{
	return state = (state * 0x5deece66d + 0xb) & 0xffffffffffff;
}

void srand48(long seed)
{
	state = (unsigned long)(unsigned int)seed << 16 | 0x330e;
}

double drand48(void)
{
	return (double)step() / 281474976710656.0;
}

long lrand48(void)
{
	return step() >> 17;
}

long mrand48(void)
{
	return (int)(step() >> 16);
}
