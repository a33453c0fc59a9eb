// clock_nanosleep: a sleep for a time or until a time. Its result is the error's number.
#include <errno.h>
#include <time.h>

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left)
{
	struct timespec wanted = *time, now;
	int kept = errno;
	if (clock_getres(clock, NULL) == -1 || clock == CLOCK_THREAD_CPUTIME_ID) {
		errno = kept;
		return EINVAL;
	}
	if (flags & TIMER_ABSTIME && wanted.tv_nsec >= 0 && wanted.tv_nsec < 1000000000) {
		if (clock_gettime(clock, &now) == -1) {
			int error = errno;
			errno = kept;
			return error;
		}
		wanted.tv_sec -= now.tv_sec;
		wanted.tv_nsec -= now.tv_nsec;
		if (wanted.tv_nsec < 0) {
			wanted.tv_sec--;
			wanted.tv_nsec += 1000000000;
		}
		if (wanted.tv_sec < 0)
			return 0;
		left = NULL;
	}
	int error = nanosleep(&wanted, left) == -1 ? errno : 0;
	errno = kept;
	return error;
}
