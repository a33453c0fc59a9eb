// The local time where TZ says, and back.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void show(time_t when)
{
	char text[200];
	struct tm *tm = localtime(&when);
	strftime(text, sizeof text, "%F %T %z %Z %s", tm);
	printf("%ld: %s dst %d off %ld %s", (long)when, text, tm->tm_isdst, tm->tm_gmtoff, ctime(&when));
	struct tm copy = *tm;
	copy.tm_isdst = -1;
	printf("  %ld", (long)mktime(&copy));
	copy.tm_mon += 6;
	copy.tm_hour -= 30;
	printf(" %ld %d:%d %d\n", (long)mktime(&copy), copy.tm_hour, copy.tm_min, copy.tm_isdst);
}

static void make(int isdst, int year, int month, int day, int hour, int minute)
{
	struct tm tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_isdst = isdst};
	long seconds = mktime(&tm);
	printf("%ld = %d %d:%02d %d %s\n", seconds, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_isdst, tm.tm_zone);
}

int main(void)
{
	static const char *const zones[] = {"UTC0", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "AEST-10AEDT,M10.1.0,M4.1.0/3", "<+0330>-3:30",
		"<-03>3<-02>,J60/-1,J300/26:30", "XYZ3:30:15ABC2:00,59,299/1:02:03", "EST5EDT", "IST-1GMT0,M10.5.0,M3.5.0/1", "Foo/Bar", "",
		":CET-1CEST,M3.5.0,M10.5.0/3", "EST5 ", "AB3", "EST5EDT,M13.1.0,M1.1.1", "EST30:99:99", "EST5EDT4,M3.2.0/3", "<A1>3", "EST5EDT,garbage",
		"Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "Europe/London", "UTC",
		"Asia/Shanghai", "Nowhere/Atall"};
	static const long times[] = {1577851200, 1593579600, 1583651999, 1583652000, 1604192400, 1735689599};
	for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
		setenv("TZ", zones[z], 1);
		tzset();
		printf("[%s] %s %s %d %ld\n", zones[z], tzname[0], tzname[1], daylight, timezone);
		for (size_t i = 0; i < sizeof times / sizeof *times; i++)
			show(times[i]);
		make(1, 2020, 1, 1, 5, 0);
		make(0, 2020, 7, 1, 5, 0);
		for (int isdst = -1; isdst < 2; isdst++) {
			make(isdst, 2020, 3, 8, 2, 30);
			make(isdst, 2020, 11, 1, 1, 30);
			make(isdst, 2020, 3, 29, 2, 0);
		}
	}
	struct tm tm;
	char text[100];
	memset(&tm, 0, sizeof tm);
	tm.tm_isdst = -1;
	printf("%zu", strftime(text, sizeof text, "[%z][%Z]", &tm));
	printf(" %s\n", text);
	tm.tm_isdst = 1;
	tm.tm_gmtoff = -12600;
	setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
	strftime(text, sizeof text, "[%z][%Z][%8Z][%#Z]", &tm);
	printf("%s\n", text);
	unsetenv("TZ");
	show(1593579600);
	return 0;
}
