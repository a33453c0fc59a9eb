// The 48-bit linear congruential generator.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

static struct drand48_data own;

static unsigned long joined(const unsigned short words[3])
{
	return (unsigned long)words[2] << 32 | (unsigned long)words[1] << 16 | words[0];
}

static unsigned long step(unsigned short words[3], struct drand48_data *data)
{
	if (!data->__init) {
		data->__a = 0x5deece66d;
		data->__c = 0xb;
		data->__init = 1;
	}
	unsigned long value = joined(words) * data->__a + data->__c;
	words[0] = value;
	words[1] = value >> 16;
	words[2] = value >> 32;
	return value & 0xffffffffffff;
}

int srand48_r(long seed, struct drand48_data *data)
{
	data->__x[0] = 0x330e;
	data->__x[1] = seed;
	data->__x[2] = seed >> 16;
	data->__init = 0;
	return 0;
}

int seed48_r(unsigned short seed[3], struct drand48_data *data)
{
	memcpy(data->__old_x, data->__x, sizeof data->__x);
	memcpy(data->__x, seed, sizeof data->__x);
	data->__init = 0;
	return 0;
}

int lcong48_r(unsigned short parameters[7], struct drand48_data *data)
{
	memcpy(data->__x, parameters, sizeof data->__x);
	data->__a = joined(parameters + 3);
	data->__c = parameters[6];
	data->__init = 1;
	return 0;
}

int erand48_r(unsigned short words[3], struct drand48_data *data, double *result)
{
	*result = (double)step(words, data) / 281474976710656.0;
	return 0;
}

int nrand48_r(unsigned short words[3], struct drand48_data *data, long *result)
{
	*result = step(words, data) >> 17;
	return 0;
}

int jrand48_r(unsigned short words[3], struct drand48_data *data, long *result)
{
	*result = (int)(step(words, data) >> 16);
	return 0;
}

int drand48_r(struct drand48_data *data, double *result)
{
	return erand48_r(data->__x, data, result);
}

int lrand48_r(struct drand48_data *data, long *result)
{
	return nrand48_r(data->__x, data, result);
}

int mrand48_r(struct drand48_data *data, long *result)
{
	return jrand48_r(data->__x, data, result);
}

void srand48(long seed)
{
	srand48_r(seed, &own);
}

unsigned short *seed48(unsigned short seed[3])
{
	seed48_r(seed, &own);
	return own.__old_x;
}

void lcong48(unsigned short parameters[7])
{
	lcong48_r(parameters, &own);
}

double erand48(unsigned short words[3])
{
	return (double)step(words, &own) / 281474976710656.0;
}

long nrand48(unsigned short words[3])
{
	return step(words, &own) >> 17;
}

long jrand48(unsigned short words[3])
{
	return (int)(step(words, &own) >> 16);
}

double drand48(void)
{
	return erand48(own.__x);
}

long lrand48(void)
{
	return nrand48(own.__x);
}

long mrand48(void)
{
	return jrand48(own.__x);
}
