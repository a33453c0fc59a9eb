// asctime and ctime: "Thu Jan  1 00:00:00 1970\n".
#include <stdio.h>
#include <time.h>

char *asctime_r(const struct tm *tm, char *text)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const char *day = tm->tm_wday >= 0 && tm->tm_wday < 7 ? days + 3 * tm->tm_wday : "???";
	const char *month = tm->tm_mon >= 0 && tm->tm_mon < 12 ? months + 3 * tm->tm_mon : "???";
	sprintf(text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d\n", day, month, tm->tm_mday, tm->tm_hour, tm->tm_min,
		tm->tm_sec, 1900 + tm->tm_year);
	return text;
}

char *asctime(const struct tm *tm)
{
	static char text[128];
	return asctime_r(tm, text);
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
