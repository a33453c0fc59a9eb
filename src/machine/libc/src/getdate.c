// getdate: a time by one of the templates in the file that DATEMSK names.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

int getdate_err;

enum { NO_DATEMSK = 1, NOT_OPENED, NO_STATUS, NO_FILE, NOT_READ, NO_MEMORY, NO_TEMPLATE, BAD_TIME };

static struct tm *fail(int error)
{
	getdate_err = error;
	return NULL;
}

// The first template that takes the whole text, white space at its end aside. 0, or what getdate_err becomes.
static int by_templates(FILE *templates, const char *text, struct tm *tm)
{
	char line[512];
	while (fgets(line, sizeof line, templates)) {
		line[strcspn(line, "\n")] = 0;
		memset(tm, 0, sizeof *tm);
		tm->tm_year = tm->tm_mon = tm->tm_mday = tm->tm_hour = tm->tm_min = tm->tm_sec = tm->tm_wday = -1;
		const char *end = strptime(text, line, tm);
		while (end && isspace((unsigned char)*end))
			end++;
		if (end && *end == 0)
			return 0;
	}
	return ferror(templates) ? NOT_READ : NO_TEMPLATE;
}

// What the text did not say is as now; an hour or a day of the week that is over is the next one.
static void complete(struct tm *tm, const struct tm *now)
{
	int timeless = tm->tm_hour == -1 && tm->tm_min == -1 && tm->tm_sec == -1;
	int dateless = tm->tm_year == -1 && tm->tm_mon == -1 && tm->tm_mday == -1;
	if (dateless && tm->tm_wday != -1)
		tm->tm_mday = now->tm_mday + (tm->tm_wday - now->tm_wday + 7) % 7;
	else if (dateless && !timeless && tm->tm_hour < now->tm_hour)
		tm->tm_mday = now->tm_mday + 1;
	if (tm->tm_mon != -1 && tm->tm_mday == -1)
		tm->tm_mday = 1;
	if (tm->tm_year == -1)
		tm->tm_year = now->tm_year + (tm->tm_mon != -1 && tm->tm_mon < now->tm_mon);
	if (tm->tm_mon == -1)
		tm->tm_mon = now->tm_mon;
	if (tm->tm_mday == -1)
		tm->tm_mday = now->tm_mday;
	if (timeless) {
		tm->tm_hour = now->tm_hour;
		tm->tm_min = now->tm_min;
		tm->tm_sec = now->tm_sec;
	}
	tm->tm_hour = tm->tm_hour == -1 ? 0 : tm->tm_hour;
	tm->tm_min = tm->tm_min == -1 ? 0 : tm->tm_min;
	tm->tm_sec = tm->tm_sec == -1 ? 0 : tm->tm_sec;
	tm->tm_isdst = -1;
}

struct tm *getdate(const char *text)
{
	static struct tm result;
	const char *path = getenv("DATEMSK");
	struct stat status;
	if (path == NULL || *path == 0)
		return fail(NO_DATEMSK);
	if (stat(path, &status) == -1)
		return fail(NO_STATUS);
	if (!S_ISREG(status.st_mode))
		return fail(NO_FILE);
	FILE *templates = fopen(path, "r");
	if (templates == NULL)
		return fail(NOT_OPENED);
	while (isspace((unsigned char)*text))
		text++;
	int error = by_templates(templates, text, &result);
	fclose(templates);
	if (error)
		return fail(error);
	time_t now = time(NULL);
	struct tm today;
	localtime_r(&now, &today);
	complete(&result, &today);
	return mktime(&result) == -1 ? fail(BAD_TIME) : &result;
}
