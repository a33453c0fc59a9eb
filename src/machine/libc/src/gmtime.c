// Calendar dates from seconds.
#include <bits/zone.h>
#include <errno.h>
#include <time.h>

// NULL when no int has room for the year. Days since 1 March of the year 0 in cycles of 400 years, so that the leap day comes last.
struct tm *__offset_time(time_t time, long offset, struct tm *tm)
{
	time += offset;
	long days = time / 86400;
	int seconds = time % 86400;
	if (seconds < 0) {
		seconds += 86400;
		days--;
	}
	tm->tm_hour = seconds / 3600;
	tm->tm_min = seconds / 60 % 60;
	tm->tm_sec = seconds % 60;
	tm->tm_wday = (int)((days % 7 + 11) % 7);
	long shifted = days + 719468;
	long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int day = shifted - era * 146097;
	int year_of_era = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	long year = year_of_era + era * 400 + (month >= 10);
	if (year - 1900 != (int)(year - 1900)) {
		errno = EOVERFLOW;
		return NULL;
	}
	tm->tm_mday = day_of_year - (153 * month + 2) / 5 + 1;
	tm->tm_mon = month < 10 ? month + 2 : month - 10;
	tm->tm_year = year - 1900;
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	tm->tm_yday = month >= 10 ? day_of_year - 306 : day_of_year + 59 + leap;
	tm->tm_gmtoff = offset;
	return tm;
}

struct tm *gmtime_r(const time_t *time, struct tm *tm)
{
	if (__offset_time(*time, 0, tm) == NULL)
		return NULL;
	tm->tm_isdst = 0;
	tm->tm_zone = "GMT";
	return tm;
}

struct tm *localtime_r(const time_t *time, struct tm *tm)
{
	return __zone_time(*time, tm);
}

// One date for both, as glibc has it.
static struct tm shared;

struct tm *gmtime(const time_t *time)
{
	return gmtime_r(time, &shared);
}

struct tm *localtime(const time_t *time)
{
	tzset();
	return localtime_r(time, &shared);
}
