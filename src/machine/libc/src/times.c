// times: processor time in clock ticks.
#include <sys/resource.h>
#include <sys/times.h>
#include <time.h>

static clock_t ticks(const struct timeval *time)
{
	return time->tv_sec * 100 + time->tv_usec / 10000;
}

clock_t times(struct tms *times)
{
	struct rusage own, children;
	struct timespec now;
	getrusage(RUSAGE_SELF, &own);
	getrusage(RUSAGE_CHILDREN, &children);
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (times != NULL) {
		times->tms_utime = ticks(&own.ru_utime);
		times->tms_stime = ticks(&own.ru_stime);
		times->tms_cutime = ticks(&children.ru_utime);
		times->tms_cstime = ticks(&children.ru_stime);
	}
	return now.tv_sec * 100 + now.tv_nsec / 10000000;
}
