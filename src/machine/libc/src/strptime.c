// strptime: a calendar time from text, in the C locale.
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static const char *const days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"};

struct parsing {
	struct tm *tm;
	int century, year; // of %C and %y; -1: not given
	int afternoon, twelve; // of %p; whether %I was given
	int has_year, has_month, has_day, has_yearday, has_weekday;
	int week, has_sunday_week, has_monday_week; // of %U and %W
};

static const char *skip_spaces(const char *text)
{
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

// A number between two limits of at most so many digits; NULL when there is none. A digit that must make it too large is left.
static const char *number(const char *text, int least, int most, int digits, int *value)
{
	int count = 0, found = 0;
	text = skip_spaces(text);
	while (count < digits && found * 10 <= most && isdigit((unsigned char)text[count]))
		found = found * 10 + (text[count++] - '0');
	if (count == 0 || found < least || found > most)
		return NULL;
	*value = found;
	return text + count;
}

// A name or its first three letters.
static const char *named(const char *text, const char *const names[], int count, int *value)
{
	for (int i = 0; i < count; i++) {
		size_t length = strlen(names[i]);
		if (strncasecmp(text, names[i], length) != 0)
			length = 3;
		if (strncasecmp(text, names[i], length) == 0) {
			*value = i;
			return text + length;
		}
	}
	return NULL;
}

static const char *parse(const char *text, const char *format, struct parsing *p);

static const char *seconds_since(const char *text, struct parsing *p)
{
	long seconds = 0;
	int negative = *text == '-';
	const char *start = text += negative;
	while (isdigit((unsigned char)*text))
		seconds = seconds * 10 + (*text++ - '0');
	time_t time = negative ? -seconds : seconds;
	localtime_r(&time, p->tm);
	return text == start ? NULL : text;
}

static const char *zone(const char *text, struct parsing *p)
{
	int hours, minutes = 0;
	text = skip_spaces(text);
	if (*text == 'Z') {
		p->tm->tm_gmtoff = 0;
		return text + 1;
	}
	if (*text != '+' && *text != '-')
		return NULL;
	int negative = *text == '-';
	text = number(text + 1, 0, 14, 2, &hours);
	if (text && *text == ':')
		text++;
	if (text && isdigit((unsigned char)*text))
		text = number(text, 0, 59, 2, &minutes);
	p->tm->tm_gmtoff = (negative ? -60 : 60) * (hours * 60 + minutes);
	return text;
}

static const char *convert(const char *text, char letter, struct parsing *p)
{
	struct tm *tm = p->tm;
	int given, ignored;
	switch (letter) {
	case '%':
		return *text == '%' ? text + 1 : NULL;
	case 'a':
	case 'A':
		p->has_weekday = 1;
		return named(text, days, 7, &tm->tm_wday);
	case 'b':
	case 'B':
	case 'h':
		p->has_month = 1;
		return named(text, months, 12, &tm->tm_mon);
	case 'c':
		return parse(text, "%a %b %e %H:%M:%S %Y", p);
	case 'C':
		return number(text, 0, 99, 2, &p->century);
	case 'd':
	case 'e':
		p->has_day = 1;
		return number(text, 1, 31, 2, &tm->tm_mday);
	case 'x':
	case 'D':
		return parse(text, "%m/%d/%y", p);
	case 'F':
		return parse(text, "%Y-%m-%d", p);
	case 'k':
	case 'H':
		p->twelve = 0;
		return number(text, 0, 23, 2, &tm->tm_hour);
	case 'l':
	case 'I':
		text = number(text, 1, 12, 2, &given);
		if (text)
			tm->tm_hour = given % 12;
		p->twelve = 1;
		return text;
	case 'j':
		text = number(text, 1, 366, 3, &given);
		if (text)
			tm->tm_yday = given - 1;
		p->has_yearday = 1;
		return text;
	case 'm':
		text = number(text, 1, 12, 2, &given);
		if (text)
			tm->tm_mon = given - 1;
		p->has_month = 1;
		return text;
	case 'M':
		return number(text, 0, 59, 2, &tm->tm_min);
	case 'n':
	case 't':
		return skip_spaces(text);
	case 'p':
		if (strncasecmp(text, "AM", 2) != 0 && strncasecmp(text, "PM", 2) != 0)
			return NULL;
		p->afternoon = toupper((unsigned char)*text) == 'P';
		return text + 2;
	case 'r':
		return parse(text, "%I:%M:%S %p", p);
	case 'R':
		return parse(text, "%H:%M", p);
	case 's':
		return seconds_since(text, p);
	case 'S':
		return number(text, 0, 61, 2, &tm->tm_sec);
	case 'X':
	case 'T':
		return parse(text, "%H:%M:%S", p);
	case 'u':
		text = number(text, 1, 7, 1, &given);
		if (text)
			tm->tm_wday = given % 7;
		p->has_weekday = 1;
		return text;
	case 'w':
		p->has_weekday = 1;
		return number(text, 0, 6, 1, &tm->tm_wday);
	case 'g':
		return number(text, 0, 99, 2, &ignored);
	case 'G':
		return number(text, 0, 9999, 4, &ignored);
	case 'U':
		p->has_sunday_week = 1;
		return number(text, 0, 53, 2, &p->week);
	case 'W':
		p->has_monday_week = 1;
		return number(text, 0, 53, 2, &p->week);
	case 'V':
		return number(text, 0, 53, 2, &ignored);
	case 'y':
		return number(text, 0, 99, 2, &p->year);
	case 'Y':
		text = number(text, 0, 9999, 4, &given);
		if (text)
			tm->tm_year = given - 1900;
		p->has_year = 1;
		p->century = p->year = -1;
		return text;
	case 'z':
		return zone(text, p);
	case 'Z':
		while (isalpha((unsigned char)*text))
			text++;
		return text;
	default:
		return NULL;
	}
}

static const char *parse(const char *text, const char *format, struct parsing *p)
{
	for (; *format && text; format++) {
		if (isspace((unsigned char)*format)) {
			text = skip_spaces(text);
		} else if (*format != '%') {
			text = *text == *format ? text + 1 : NULL;
		} else {
			format++;
			if (*format == 'E' || *format == 'O')
				format++;
			text = convert(text, *format, p);
		}
	}
	return text;
}

static int is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

// The days of a year before each month of it.
static const short before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

// The month and its day follow from the day of the year, where they were not given.
static void find_month(struct parsing *p, int leap)
{
	struct tm *tm = p->tm;
	int month = tm->tm_yday < 0 ? -1 : 0;
	while (month >= 0 && month < 11 && before[month + 1] + (leap && month >= 1) <= tm->tm_yday)
		month++;
	if (!p->has_month)
		tm->tm_mon = month;
	if (!p->has_day)
		tm->tm_mday = tm->tm_yday - (month < 0 ? 0 : before[month] + (leap && month > 1)) + 1;
}

static int weekday_of(const struct tm *tm)
{
	int year = tm->tm_year + 1900 - (tm->tm_mon < 2);
	int fours = year / 4, hundreds = fours / 25 - (fours % 25 < 0);
	int day = -473 + 365 * (tm->tm_year - 70) + fours - hundreds + fours / 25 / 4 + before[tm->tm_mon] + tm->tm_mday - 1;
	return (day % 7 + 7) % 7;
}

// The day of the year follows from its week and the day of that.
static void find_day_of_week(struct parsing *p)
{
	struct tm *tm = p->tm;
	struct tm first = {.tm_year = tm->tm_year, .tm_mday = 1};
	int begin = p->has_sunday_week ? 0 : 1;
	if (!p->has_yearday)
		tm->tm_yday = (7 - (weekday_of(&first) - begin)) % 7 + (p->week - 1) * 7 + (tm->tm_wday - begin + 7) % 7;
	find_month(p, is_leap(tm->tm_year + 1900));
}

// What follows from what was given: the year, the day of the week and of the year, or the day of the month.
static void complete(struct parsing *p)
{
	struct tm *tm = p->tm;
	if (p->twelve && p->afternoon)
		tm->tm_hour += 12;
	if (p->century >= 0 || p->year >= 0) {
		int year = p->year >= 0 ? p->year : 0;
		tm->tm_year = p->century >= 0 ? (p->century - 19) * 100 + year : year < 69 ? year + 100 : year;
		p->has_year = 1;
	}
	if (!p->has_year && !p->has_month && !p->has_day)
		return;
	int leap = is_leap(tm->tm_year + 1900);
	if (p->has_yearday && !(p->has_month && p->has_day))
		find_month(p, leap);
	// The rest needs a month: one that was given, or one that the program put there before.
	if (!p->has_month && (unsigned)tm->tm_mon > 11)
		return;
	if (!p->has_weekday)
		tm->tm_wday = weekday_of(tm);
	if (!p->has_yearday)
		tm->tm_yday = before[tm->tm_mon] + (leap && tm->tm_mon > 1) + tm->tm_mday - 1;
}

char *strptime(const char *text, const char *format, struct tm *tm)
{
	struct parsing p = {.tm = tm, .century = -1, .year = -1};
	const char *end = parse(text, format, &p);
	if (end == NULL)
		return NULL;
	complete(&p);
	if ((p.has_sunday_week || p.has_monday_week) && p.has_weekday)
		find_day_of_week(&p);
	return (char *)end;
}
