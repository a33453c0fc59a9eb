// Seconds from a calendar date, whose fields may be out of range and are put right.
#include <bits/zone.h>
#include <errno.h>
#include <time.h>

// The date's seconds since 1970, as if it were in UTC.
long __calendar_seconds(const struct tm *tm)
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
	return days * 86400 + tm->tm_hour * 3600L + tm->tm_min * 60L + tm->tm_sec;
}

time_t timegm(struct tm *tm)
{
	time_t time = __calendar_seconds(tm);
	gmtime_r(&time, tm);
	return time;
}

// The offset from UTC at the last date: where two times of the clock are the same, as in autumn, the first guess decides.
static long last_offset;

static int differ(int wanted, int found)
{
	return wanted >= 0 && !wanted != !found;
}

// A time near `time` at which it is summer time or not, as is wanted; its offset gives the date's.
static time_t with_other_time(time_t time, long date, int wanted)
{
	struct tm other;
	for (long delta = 601200; daylight && delta < 268227000; delta += 601200)
		for (int direction = -1; direction <= 1; direction += 2) {
			__zone_time(time + delta * direction, &other);
			if (!differ(wanted, other.tm_isdst))
				return date - other.tm_gmtoff;
		}
	__zone_time(time, &other);
	return time + 3600 * ((wanted == 0) - (other.tm_isdst == 0));
}

time_t mktime(struct tm *tm)
{
	struct tm found;
	long date = __calendar_seconds(tm);
	int wanted = tm->tm_isdst;
	tzset();
	time_t time = date - last_offset, before = time, earlier = time;
	int was_summer = 0;
	for (int probes = 6;;) {
		__zone_time(time, &found);
		long missing = date - time - found.tm_gmtoff;
		if (missing == 0) {
			if (differ(wanted, found.tm_isdst))
				time = with_other_time(time, date, wanted);
			break;
		}
		// In the gap of spring no time matches: the one whose summer time is not the wanted one is taken.
		if (time == before && time != earlier && (wanted < 0 ? was_summer <= found.tm_isdst : differ(wanted, found.tm_isdst)))
			break;
		if (--probes == 0) {
			errno = EOVERFLOW;
			return -1;
		}
		before = earlier;
		earlier = time;
		time += missing;
		was_summer = found.tm_isdst;
	}
	last_offset = date - time;
	__zone_time(time, tm);
	return time;
}

time_t timelocal(struct tm *tm)
{
	return mktime(tm);
}
