// It counts for ever. The run is stopped after a million steps, or when you say so.
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	unsigned long count = 0;
	for (;;)
		if (++count % 1000 == 0)
			printf("%lu\n", count);
}
