/* getdate: a date by the patterns in a file; what is not said is taken from now. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void patterns(const char *text)
{
	FILE *file = fopen("patterns", "w");
	fputs(text, file);
	fclose(file);
}

static void show(const char *text)
{
	struct tm *tm = getdate(text);
	if (tm == NULL)
		printf("'%s': error %d\n", text, getdate_err);
	else
		printf("'%s': %04d-%02d-%02d %02d:%02d:%02d %d\n", text, tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday,
			tm->tm_hour, tm->tm_min, tm->tm_sec, tm->tm_wday);
}

/* Only what depends on no clock. */
static void relative(const char *text)
{
	time_t now = time(NULL);
	struct tm tm, today = *localtime(&now);
	int error = getdate_r(text, &tm);
	time_t then = mktime(&tm);
	double days = difftime(then, now) / 86400;
	printf("'%s': error %d, %s, within a year %d, hour as now %d\n", text, error,
		tm.tm_wday == 3 && *text != 'J' ? "Wednesday" : "any day", days > -32 && days < 397,
		*text == '2' || tm.tm_hour == today.tm_hour);
}

int main(void)
{
	unsetenv("DATEMSK");
	show("12:00");
	setenv("DATEMSK", "nowhere", 1);
	show("12:00");
	setenv("DATEMSK", ".", 1);
	show("12:00");
	setenv("DATEMSK", "patterns", 1);
	patterns("");
	show("12:00");
	patterns("%Y-%m-%d %H:%M:%S\n%d.%m.%Y %H\n%F\n%A\n%B\n%T\n");
	show("2009-12-28 10:11:12");
	show("  2024-02-29 00:00:00  ");
	show("2023-02-29 00:00:00");
	show("31.4.2020 7");
	show("30.4.2020 7");
	show("12:22");
	show("");
	relative("wednesday");
	relative("Wed");
	relative("January");
	relative("23:59:59");
	unlink("patterns");
	return 0;
}
