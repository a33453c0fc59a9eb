// Processor time, and clocks asked in other ways.
#include <time.h>

clock_t clock(void)
{
	struct timespec used;
	if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) == -1)
		return -1;
	return used.tv_sec * CLOCKS_PER_SEC + used.tv_nsec / 1000;
}

int timespec_get(struct timespec *time, int base)
{
	if (base != TIME_UTC || clock_gettime(CLOCK_REALTIME, time) == -1)
		return 0;
	return base;
}

double difftime(time_t end, time_t start)
{
	return (double)(end - start);
}
