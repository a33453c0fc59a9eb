// Seconds from a calendar date, whose fields may be out of range and are put right.
#include <time.h>

time_t timegm(struct tm *tm)
{
	long months = tm->tm_year * 12L + tm->tm_mon;
	long year = months / 12 + 1900;
	int month = months % 12;
	if (month < 0) {
		month += 12;
		year--;
	}
	year -= month < 2;
	int shifted = month < 2 ? month + 10 : month - 2;
	long era = (year >= 0 ? year : year - 399) / 400;
	int year_of_era = year - era * 400;
	long day = (153 * shifted + 2) / 5 + 365L * year_of_era + year_of_era / 4 - year_of_era / 100;
	long days = era * 146097 + day - 719468 + tm->tm_mday - 1;
	time_t time = days * 86400 + tm->tm_hour * 3600L + tm->tm_min * 60L + tm->tm_sec;
	gmtime_r(&time, tm);
	return time;
}

time_t mktime(struct tm *tm)
{
	time_t time = timegm(tm);
	tm->tm_zone = "UTC";
	return time;
}

time_t timelocal(struct tm *tm)
{
	return mktime(tm);
}
