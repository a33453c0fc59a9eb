// <time.h>: clocks and calendar.
#ifndef _TIME_H
#define _TIME_H

#include <bits/clock_types.h>
#include <bits/time.h>
#include <bits/locale.h>

struct tm {
	int tm_sec;
	int tm_min;
	int tm_hour;
	int tm_mday;
	int tm_mon;
	int tm_year;
	int tm_wday;
	int tm_yday;
	int tm_isdst;
	long tm_gmtoff;
	const char *tm_zone;
};

struct itimerspec {
	struct timespec it_interval;
	struct timespec it_value;
};

struct sigevent;

#define CLOCKS_PER_SEC ((clock_t)1000000)
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define CLOCK_REALTIME_ALARM 8
#define CLOCK_BOOTTIME_ALARM 9
#define CLOCK_TAI 11
#define TIMER_ABSTIME 1
#define TIME_UTC 1

extern char *tzname[2];
extern long timezone;
extern int daylight;

char *asctime(const struct tm *tm);
char *asctime_r(const struct tm *tm, char *text);
clock_t clock(void);
char *ctime(const time_t *time);
char *ctime_r(const time_t *time, char *text);
double difftime(time_t end, time_t start);
struct tm *gmtime(const time_t *time);
struct tm *gmtime_r(const time_t *time, struct tm *tm);
struct tm *localtime(const time_t *time);
struct tm *localtime_r(const time_t *time, struct tm *tm);
time_t mktime(struct tm *tm);
size_t strftime(char *text, size_t size, const char *format, const struct tm *tm);
time_t time(time_t *time);
time_t timegm(struct tm *tm);
time_t timelocal(struct tm *tm);
void tzset(void);

int clock_getcpuclockid(pid_t pid, clockid_t *clock);
int clock_getres(clockid_t clock, struct timespec *resolution);
int clock_gettime(clockid_t clock, struct timespec *time);
int clock_settime(clockid_t clock, const struct timespec *time);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left);
int nanosleep(const struct timespec *time, struct timespec *left);
int timespec_get(struct timespec *time, int base);

int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer);
int timer_delete(timer_t timer);
int timer_getoverrun(timer_t timer);
int timer_gettime(timer_t timer, struct itimerspec *value);
int timer_settime(timer_t timer, int flags, const struct itimerspec *value, struct itimerspec *old);
#ifdef _XOPEN_SOURCE
struct tm *getdate(const char *text);
extern int getdate_err;
char *strptime(const char *text, const char *format, struct tm *tm);
#endif
#ifdef _GNU_SOURCE
int getdate_r(const char *text, struct tm *tm);
#endif
size_t strftime_l(char *text, size_t size, const char *format, const struct tm *time, locale_t locale);

#endif
