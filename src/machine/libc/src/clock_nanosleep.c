// clock_nanosleep: a sleep for a time or until a time. Its result is the error's number.
#include <errno.h>
#include <time.h>

// For `from_now`, which what was asked for comes to; a negative time is none.
int __clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left, const struct timespec *from_now);

static void subtract(struct timespec *time, const struct timespec *other)
{
	time->tv_sec -= other->tv_sec;
	time->tv_nsec -= other->tv_nsec;
	if (time->tv_nsec < 0) {
		time->tv_sec--;
		time->tv_nsec += 1000000000;
	}
	if (time->tv_sec < 0)
		time->tv_sec = time->tv_nsec = 0;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left)
{
	struct timespec wanted = *time, now;
	int kept = errno;
	if (clock == CLOCK_THREAD_CPUTIME_ID)
		return EINVAL;
	int none = clock_getres(clock, NULL) == -1;
	int wrong = wanted.tv_nsec < 0 || wanted.tv_nsec >= 1000000000;
	if (none)
		wanted.tv_nsec = -1;
	else if (flags & TIMER_ABSTIME && !wrong && clock_gettime(clock, &now) == 0)
		subtract(&wanted, &now);
	errno = kept;
	return __clock_nanosleep(clock, flags, time, left, &wanted);
}
