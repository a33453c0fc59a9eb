// rand_r: a generator whose state is the caller's.
#include <stdlib.h>

static unsigned int step(unsigned int *next)
{
	*next = *next * 1103515245 + 12345;
	return *next / 65536;
}

int rand_r(unsigned int *seed)
{
	unsigned int result = step(seed) % 2048;
	result = result << 10 ^ step(seed) % 1024;
	return result << 10 ^ step(seed) % 1024;
}
