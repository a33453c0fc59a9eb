// gettimeofday.
#include <sys/time.h>
#include <time.h>

int gettimeofday(struct timeval *time, void *zone)
{
	struct timespec now;
	if (clock_gettime(CLOCK_REALTIME, &now) == -1)
		return -1;
	if (time) {
		time->tv_sec = now.tv_sec;
		time->tv_usec = now.tv_nsec / 1000;
	}
	if (zone)
		((struct timezone *)zone)->tz_minuteswest = ((struct timezone *)zone)->tz_dsttime = 0;
	return 0;
}
