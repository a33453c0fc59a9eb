// asctime and ctime: "Thu Jan  1 00:00:00 1970\n".
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <time.h>

static char *write_time(const struct tm *tm, char *text, size_t room)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	if (tm == NULL) {
		errno = EINVAL;
		return NULL;
	}
	if (tm->tm_year > INT_MAX - 1900) {
		errno = EOVERFLOW;
		return NULL;
	}
	const char *day = tm->tm_wday >= 0 && tm->tm_wday < 7 ? days + 3 * tm->tm_wday : "???";
	const char *month = tm->tm_mon >= 0 && tm->tm_mon < 12 ? months + 3 * tm->tm_mon : "???";
	size_t length = snprintf(text, room, "%.3s %.3s%3d %.2d:%.2d:%.2d %d\n", day, month, tm->tm_mday, tm->tm_hour,
		tm->tm_min, tm->tm_sec, 1900 + tm->tm_year);
	if (length >= room) {
		errno = EOVERFLOW;
		return NULL;
	}
	return text;
}

char *asctime_r(const struct tm *tm, char *text)
{
	return write_time(tm, text, 26);
}

char *asctime(const struct tm *tm)
{
	static char text[128];
	return write_time(tm, text, sizeof text);
}

char *ctime_r(const time_t *time, char *text)
{
	struct tm tm;
	return asctime_r(localtime_r(time, &tm), text);
}

char *ctime(const time_t *time)
{
	return asctime(localtime(time));
}
