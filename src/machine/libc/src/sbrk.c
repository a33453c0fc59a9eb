// brk and sbrk: the end of the heap.
#include <errno.h>
#include <unistd.h>

void *__brk(void *end);

int brk(void *end)
{
	if (__brk(end) == end)
		return 0;
	errno = ENOMEM;
	return -1;
}

void *sbrk(intptr_t increment)
{
	char *now = __brk(NULL);
	if (increment != 0 && brk(now + increment) == -1)
		return (void *)-1;
	return now;
}
