// strptime: calendar times from text.
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

static void parse(const char *text, const char *format)
{
	struct tm tm;
	memset(&tm, 0, sizeof tm);
	const char *end = strptime(text, format, &tm);
	if (end == NULL) {
		printf("%s as %s: no\n", text, format);
		return;
	}
	printf("%s as %s: %d-%d-%d %d:%d:%d weekday %d day %d rest [%s]\n", text, format, tm.tm_year, tm.tm_mon, tm.tm_mday,
		tm.tm_hour, tm.tm_min, tm.tm_sec, tm.tm_wday, tm.tm_yday, end);
}

int main(void)
{
	parse("2024-02-29 13:45:10 rest", "%Y-%m-%d %H:%M:%S");
	parse("Mon, 05 Aug 2019", "%a, %d %b %Y");
	parse("monday august 5", "%A %B %e");
	parse("xx", "%d");
	parse("10:11 PM", "%I:%M %p");
	parse("12:30 am", "%I:%M %p");
	parse("12/31/99", "%D");
	parse("12/31/68", "%D");
	parse("12/31/69", "%D");
	parse("1709210096", "%s");
	parse("2024 60", "%Y %j");
	parse("2023 60", "%Y %j");
	parse("  7", "%d");
	parse("13", "%m");
	parse("0", "%m");
	parse("24:00", "%R");
	parse("23:59:60", "%T");
	parse("2024-12-25", "%F");
	parse("100%", "%H%%");
	parse("2024%", "%Y%%");
	parse("Thu Jan  1 00:00:00 1970", "%c");
	parse("20 24", "%C %y");
	parse("9:5:3", "%H:%M:%S");
	parse("20240315", "%Y%m%d");
	parse("March", "%b");
	parse("Mar", "%B");
	parse("12:00+0100", "%H:%M%z");
	parse("abc", "abd");
	parse("", "%Y");
	parse("Tue 33 2023", "%a %W %Y");
	parse("2023 33 2", "%Y %U %w");
	parse("33 2", "%U %w");
	parse("Tue 33 2023 5", "%a %U %Y %d");
	parse("0 0 2023", "%w %W %Y");
	parse("1 0 2023", "%w %W %Y");
	parse("2024 5 Sun 07", "%Y %W %a %m");
	parse("2024 5 0 100", "%Y %U %w %j");
	parse("2023 33", "%Y %U");
	parse("2023 33 Fri", "%G %V %a");
	parse("60 1 2021", "%U %w %Y");
	parse("99", "%d");
	parse("1970 1 4", "%Y %U %w");
	time_t time = 1709210096;
	char text[8];
	strftime(text, sizeof text, "%Z", gmtime(&time));
	printf("%s", text);
	strftime(text, sizeof text, "%Z", localtime(&time));
	printf(" %s\n", text);
	return 0;
}
