// arc4random: numbers that no program foresees.
#include <stdlib.h>
#include <sys/random.h>

unsigned int arc4random(void)
{
	unsigned int value;
	getrandom(&value, sizeof value, 0);
	return value;
}

void arc4random_buf(void *buffer, size_t size)
{
	getrandom(buffer, size, 0);
}

// Below a limit, each as likely as the others: what the last, shorter round would give is thrown away.
unsigned int arc4random_uniform(unsigned int limit)
{
	if (limit < 2)
		return 0;
	unsigned int least = -limit % limit, value;
	do
		value = arc4random();
	while (value < least);
	return value % limit;
}
