// How fine the clocks are, as Linux tells it; only root may set one.
#include <errno.h>
#include <sys/time.h>
#include <time.h>

static int exists(clockid_t clock)
{
	return clock >= CLOCK_REALTIME && clock <= CLOCK_TAI && clock != 10;
}

int clock_getres(clockid_t clock, struct timespec *resolution)
{
	struct timespec now;
	if (!exists(clock) && (clock >= 0 || clock_gettime(clock, &now) == -1)) {
		errno = EINVAL;
		return -1;
	}
	if (resolution) {
		resolution->tv_sec = 0;
		resolution->tv_nsec = clock == CLOCK_REALTIME_COARSE || clock == CLOCK_MONOTONIC_COARSE ? 4000000 : 1;
	}
	return 0;
}

int clock_settime(clockid_t clock, const struct timespec *time)
{
	errno = clock == CLOCK_REALTIME && time->tv_nsec >= 0 && time->tv_nsec < 1000000000 ? EPERM : EINVAL;
	return -1;
}

int settimeofday(const struct timeval *time, const struct timezone *zone)
{
	(void)zone;
	errno = time != NULL && (time->tv_usec < 0 || time->tv_usec > 1000000) ? EINVAL : EPERM;
	return -1;
}

int clock_getcpuclockid(pid_t pid, clockid_t *clock)
{
	clockid_t of = ~(unsigned)pid << 3 | 2;
	int kept = errno;
	int none = clock_getres(of, NULL);
	errno = kept;
	if (none)
		return ESRCH;
	*clock = of;
	return 0;
}
