/* Dates as people write them. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "date.h"

/* 'now', 'today', 'tomorrow', 'yesterday', '3 days ago', '2 hours', 'next week'. */
static int read_relative(const char *text, time_t now, time_t *when)
{
	static const struct {
		const char *name;
		long seconds;
	} units[] = {{"sec", 1}, {"second", 1}, {"min", 60}, {"minute", 60}, {"hour", 3600}, {"day", 86400}, {"week", 604800}};
	char unit[16] = "", ago[8] = "";
	long count;
	*when = now;
	if (strcasecmp(text, "now") == 0 || strcasecmp(text, "today") == 0)
		return 0;
	if (strcasecmp(text, "tomorrow") == 0 || strcasecmp(text, "yesterday") == 0) {
		*when += strcasecmp(text, "tomorrow") == 0 ? 86400 : -86400;
		return 0;
	}
	if (sscanf(text, "%ld %15[a-z] %7s", &count, unit, ago) < 2 || (*ago && strcmp(ago, "ago") != 0))
		return -1;
	size_t length = strlen(unit);
	if (length > 1 && unit[length - 1] == 's')
		unit[length - 1] = 0;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcmp(unit, units[i].name) == 0) {
			*when += (*ago ? -count : count) * units[i].seconds;
			return 0;
		}
	return -1;
}

/* After a date: ' +1 day', ' 2 months ago'. Months and years go by the calendar. */
static int add_to(const char *text, time_t *when)
{
	char unit[16] = "", ago[8] = "";
	long count;
	if (sscanf(text, "%ld %15[a-z] %7s", &count, unit, ago) < 2)
		return -1;
	int months = strncmp(unit, "month", 5) == 0 ? 1 : strncmp(unit, "year", 4) == 0 ? 12 : 0;
	if (months == 0 || (*ago && strcmp(ago, "ago") != 0))
		return months ? -1 : read_relative(text, *when, when);
	struct tm parts = *localtime(when);
	parts.tm_mon += (*ago ? -count : count) * months;
	parts.tm_isdst = -1;
	*when = mktime(&parts);
	return 0;
}

/* '3 Jan 2021' or 'Jan 3 2021'. */
static int read_named(const char *text, int *year, int *month, int *day, int *length)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	char name[12];
	if (sscanf(text, "%2d %11[A-Za-z] %4d%n", day, name, year, length) != 3 && sscanf(text, "%11[A-Za-z] %2d%*[, ]%4d%n", name, day, year, length) != 3)
		return 0;
	for (*month = 1; *month <= 12; ++*month)
		if (strncasecmp(name, months + 3 * (*month - 1), 3) == 0)
			return 1;
	return 0;
}

int read_date(const char *text, time_t now, struct timespec *when)
{
	when->tv_nsec = 0;
	if (*text == '@') {
		char *end;
		when->tv_sec = strtol(text + 1, &end, 10);
		if (end > text + 1 && *end == '.') {
			long worth = 100000000;
			for (end++; *end >= '0' && *end <= '9'; end++, worth /= 10)
				when->tv_nsec += (*end - '0') * worth;
		}
		return text[1] == 0 || *end ? -1 : 0;
	}
	int year, month, day, hour = 0, minute = 0, second = 0, length = 0;
	if (sscanf(text, "%2d:%2d%n", &hour, &minute, &length) == 2) {
		const struct tm *today = localtime(&now);
		year = today->tm_year + 1900;
		month = today->tm_mon + 1;
		day = today->tm_mday;
		if (text[length] == ':' && sscanf(text + length + 1, "%2d", &second) == 1)
			length += 1 + strspn(text + length + 1, "0123456789");
	} else if (hour = 0, !read_named(text, &year, &month, &day, &length) && sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3)
		return read_relative(text, now, &when->tv_sec) == 0 ? 0 : (when->tv_sec = now, add_to(text, &when->tv_sec));
	text += length;
	length = 0;
	if ((*text == 'T' || *text == ' ') && sscanf(text + 1, "%2d:%2d%n:%2d%n", &hour, &minute, &length, &second, &length) >= 2)
		text += 1 + length;
	int zulu = strncmp(text, "Z", 1) == 0 || strncmp(text, " UTC", 4) == 0;
	if (zulu)
		text += *text == 'Z' ? 1 : 4;
	const char *more = *text ? text : NULL;
	if (more && *more != ' ')
		return -1;
	struct tm parts = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_sec = second, .tm_isdst = -1};
	struct tm asked = parts;
	when->tv_sec = zulu ? timegm(&parts) : mktime(&parts);
	if (more && add_to(more, &when->tv_sec) == -1)
		return -1;
	return parts.tm_mday == asked.tm_mday && parts.tm_mon == asked.tm_mon && parts.tm_hour == hour && parts.tm_min == minute ? 0 : -1;
}
