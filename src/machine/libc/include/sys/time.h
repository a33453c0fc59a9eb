// <sys/time.h>: time of day, interval timers.
#ifndef _SYS_TIME_H
#define _SYS_TIME_H

#include <bits/time.h>
#include <sys/select.h>

struct timezone {
	int tz_minuteswest;
	int tz_dsttime;
};

struct itimerval {
	struct timeval it_interval;
	struct timeval it_value;
};

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2

int getitimer(int which, struct itimerval *value);
int setitimer(int which, const struct itimerval *value, struct itimerval *old);
int gettimeofday(struct timeval *time, void *zone);
int utimes(const char *path, const struct timeval times[2]);
int futimes(int fd, const struct timeval times[2]);
int lutimes(const char *path, const struct timeval times[2]);
#ifdef _GNU_SOURCE
int futimesat(int directory, const char *path, const struct timeval times[2]);
#endif

int adjtime(const struct timeval *by, struct timeval *old);
int settimeofday(const struct timeval *now, const struct timezone *zone);

#define timerclear(t) ((t)->tv_sec = (t)->tv_usec = 0)
#ifdef _GNU_SOURCE
#define TIMEVAL_TO_TIMESPEC(from, to) ((void)((to)->tv_sec = (from)->tv_sec, (to)->tv_nsec = (from)->tv_usec * 1000))
#define TIMESPEC_TO_TIMEVAL(to, from) ((void)((to)->tv_sec = (from)->tv_sec, (to)->tv_usec = (from)->tv_nsec / 1000))
#endif
#define timerisset(t) ((t)->tv_sec || (t)->tv_usec)
#define timercmp(a, b, compare) \
	((a)->tv_sec == (b)->tv_sec ? (a)->tv_usec compare (b)->tv_usec : (a)->tv_sec compare (b)->tv_sec)
#define timeradd(a, b, sum) \
	do { \
		(sum)->tv_sec = (a)->tv_sec + (b)->tv_sec; \
		(sum)->tv_usec = (a)->tv_usec + (b)->tv_usec; \
		if ((sum)->tv_usec >= 1000000) { \
			++(sum)->tv_sec; \
			(sum)->tv_usec -= 1000000; \
		} \
	} while (0)
#define timersub(a, b, difference) \
	do { \
		(difference)->tv_sec = (a)->tv_sec - (b)->tv_sec; \
		(difference)->tv_usec = (a)->tv_usec - (b)->tv_usec; \
		if ((difference)->tv_usec < 0) { \
			--(difference)->tv_sec; \
			(difference)->tv_usec += 1000000; \
		} \
	} while (0)

#endif
