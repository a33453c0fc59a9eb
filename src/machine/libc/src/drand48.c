// The 48-bit linear congruential generator.
#include <stdlib.h>

static unsigned long state;
static unsigned long factor = 0x5deece66d;
static unsigned short summand = 0xb;

static unsigned long next(unsigned long value)
{
	return (value * factor + summand) & 0xffffffffffff;
}

static unsigned long step(void)
{
	return state = next(state);
}

static unsigned long joined(const unsigned short words[3])
{
	return (unsigned long)words[2] << 32 | (unsigned long)words[1] << 16 | words[0];
}

static unsigned long step_in(unsigned short words[3])
{
	unsigned long value = next(joined(words));
	words[0] = value;
	words[1] = value >> 16;
	words[2] = value >> 32;
	return value;
}

void srand48(long seed)
{
	state = (unsigned long)(unsigned int)seed << 16 | 0x330e;
	factor = 0x5deece66d;
	summand = 0xb;
}

unsigned short *seed48(unsigned short seed[3])
{
	static unsigned short before[3];
	before[0] = state;
	before[1] = state >> 16;
	before[2] = state >> 32;
	state = joined(seed);
	factor = 0x5deece66d;
	summand = 0xb;
	return before;
}

void lcong48(unsigned short parameters[7])
{
	state = joined(parameters);
	factor = joined(parameters + 3);
	summand = parameters[6];
}

double drand48(void)
{
	return (double)step() / 281474976710656.0;
}

double erand48(unsigned short words[3])
{
	return (double)step_in(words) / 281474976710656.0;
}

long lrand48(void)
{
	return step() >> 17;
}

long nrand48(unsigned short words[3])
{
	return step_in(words) >> 17;
}

long mrand48(void)
{
	return (int)(step() >> 16);
}

long jrand48(unsigned short words[3])
{
	return (int)(step_in(words) >> 16);
}
