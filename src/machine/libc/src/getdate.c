// getdate: a date by the patterns in the file that DATEMSK names; what is not said is taken from now, as glibc does.
#define _GNU_SOURCE
#include <ctype.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int getdate_err;

enum { NO_PATH = 1, NOT_READABLE, NO_STATUS, NOT_REGULAR, READ_FAILED, NO_MEMORY, NO_PATTERN, NO_DATE };

static const int UNKNOWN = INT_MIN;

static int matches(const char *text, const char *pattern, struct tm *tm)
{
	tm->tm_year = tm->tm_mon = tm->tm_mday = tm->tm_wday = UNKNOWN;
	tm->tm_hour = tm->tm_min = tm->tm_sec = UNKNOWN;
	tm->tm_isdst = -1;
	tm->tm_gmtoff = 0;
	tm->tm_zone = NULL;
	const char *end = strptime(text, pattern, tm);
	return end != NULL && *end == 0;
}

static int find_pattern(const char *text, struct tm *tm)
{
	struct stat status;
	const char *path = getenv("DATEMSK");
	if (path == NULL || *path == 0)
		return NO_PATH;
	if (stat(path, &status) == -1)
		return NO_STATUS;
	if (!S_ISREG(status.st_mode))
		return NOT_REGULAR;
	FILE *file = access(path, R_OK) == 0 ? fopen(path, "re") : NULL;
	if (file == NULL)
		return NOT_READABLE;
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	int found = 0;
	while (!found && (length = getline(&line, &room, file)) > 0) {
		if (line[length - 1] == '\n')
			line[length - 1] = 0;
		found = matches(text, line, tm);
	}
	int failed = ferror(file);
	free(line);
	fclose(file);
	return failed ? READ_FAILED : found ? 0 : NO_PATTERN;
}

static int days_in(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month] + (month == 1 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

static int first_weekday(int year, int month, int weekday)
{
	if (weekday == UNKNOWN)
		return 1;
	struct tm first = {.tm_year = year, .tm_mon = month, .tm_mday = 1};
	mktime(&first);
	return 1 + (weekday - first.tm_wday + 7) % 7;
}

static int complete(struct tm *tm)
{
	time_t seconds = time(NULL);
	struct tm now;
	int day_is_right = 0;
	localtime_r(&seconds, &now);
	if (tm->tm_wday != UNKNOWN && tm->tm_year == UNKNOWN && tm->tm_mon == UNKNOWN && tm->tm_mday == UNKNOWN) {
		tm->tm_year = now.tm_year;
		tm->tm_mon = now.tm_mon;
		tm->tm_mday = now.tm_mday + (tm->tm_wday - now.tm_wday + 7) % 7;
		day_is_right = 1;
	}
	if (tm->tm_mon != UNKNOWN && tm->tm_mday == UNKNOWN) {
		if (tm->tm_year == UNKNOWN)
			tm->tm_year = now.tm_year + (tm->tm_mon < now.tm_mon);
		tm->tm_mday = first_weekday(tm->tm_year, tm->tm_mon, tm->tm_wday);
	}
	if (tm->tm_hour == UNKNOWN && tm->tm_min == UNKNOWN && tm->tm_sec == UNKNOWN) {
		tm->tm_hour = now.tm_hour;
		tm->tm_min = now.tm_min;
		tm->tm_sec = now.tm_sec;
	}
	if (tm->tm_hour == UNKNOWN)
		tm->tm_hour = 0;
	if (tm->tm_min == UNKNOWN)
		tm->tm_min = 0;
	if (tm->tm_sec == UNKNOWN)
		tm->tm_sec = 0;
	if (tm->tm_mon == UNKNOWN && tm->tm_mday == UNKNOWN && tm->tm_wday == UNKNOWN) {
		tm->tm_mon = now.tm_mon;
		tm->tm_mday = now.tm_mday + (tm->tm_hour < now.tm_hour);
		day_is_right = 1;
	}
	if (tm->tm_year == UNKNOWN)
		tm->tm_year = now.tm_year;
	if (tm->tm_mon == UNKNOWN)
		tm->tm_mon = now.tm_mon;
	if (!day_is_right && (tm->tm_mday < 1 || tm->tm_mday > days_in(tm->tm_year + 1900, tm->tm_mon)))
		return NO_DATE;
	return mktime(tm) == -1 ? NO_DATE : 0;
}

int getdate_r(const char *text, struct tm *tm)
{
	while (isspace((unsigned char)*text))
		text++;
	size_t length = strlen(text);
	while (length > 0 && isspace((unsigned char)text[length - 1]))
		length--;
	char *trimmed = strndup(text, length);
	if (trimmed == NULL)
		return NO_MEMORY;
	int error = find_pattern(trimmed, tm);
	free(trimmed);
	return error != 0 ? error : complete(tm);
}

struct tm *getdate(const char *text)
{
	static struct tm tm;
	getdate_err = getdate_r(text, &tm);
	return getdate_err == 0 ? &tm : NULL;
}
