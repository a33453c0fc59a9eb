// strftime in the C locale.
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"};

static int is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

// The week of ISO 8601; its year goes to `year`.
static int iso_week(const struct tm *tm, int *year)
{
	int weekday = (tm->tm_wday + 6) % 7;
	int week = (tm->tm_yday - weekday + 10) / 7;
	*year = tm->tm_year + 1900;
	if (week < 1) {
		--*year;
		int last = tm->tm_yday + 365 + is_leap(*year);
		return (last - weekday + 10) / 7;
	}
	if (week == 53 && tm->tm_yday - weekday + 3 >= 365 + is_leap(*year)) {
		++*year;
		return 1;
	}
	return week;
}

static int hour_of_12(const struct tm *tm)
{
	return tm->tm_hour % 12 == 0 ? 12 : tm->tm_hour % 12;
}

// What stands for a conversion: a format of strftime's own, or NULL.
static const char *composed(char letter)
{
	switch (letter) {
	case 'c':
		return "%a %b %e %H:%M:%S %Y";
	case 'D':
	case 'x':
		return "%m/%d/%y";
	case 'F':
		return "%Y-%m-%d";
	case 'r':
		return "%I:%M:%S %p";
	case 'R':
		return "%H:%M";
	case 'T':
	case 'X':
		return "%H:%M:%S";
	default:
		return NULL;
	}
}

// The number of a conversion and how it is printed, or 0.
static const char *numeric(char letter, const struct tm *tm, long *value)
{
	int year;
	switch (letter) {
	case 'C':
		*value = (tm->tm_year + 1900) / 100;
		return "%02ld";
	case 'd':
		*value = tm->tm_mday;
		return "%02ld";
	case 'e':
		*value = tm->tm_mday;
		return "%2ld";
	case 'g':
		iso_week(tm, &year);
		*value = year % 100;
		return "%02ld";
	case 'G':
		iso_week(tm, &year);
		*value = year;
		return "%ld";
	case 'H':
		*value = tm->tm_hour;
		return "%02ld";
	case 'I':
		*value = hour_of_12(tm);
		return "%02ld";
	case 'j':
		*value = tm->tm_yday + 1;
		return "%03ld";
	case 'k':
		*value = tm->tm_hour;
		return "%2ld";
	case 'l':
		*value = hour_of_12(tm);
		return "%2ld";
	case 'm':
		*value = tm->tm_mon + 1;
		return "%02ld";
	case 'M':
		*value = tm->tm_min;
		return "%02ld";
	case 's': {
		struct tm copy = *tm;
		*value = mktime(&copy);
		return "%ld";
	}
	case 'S':
		*value = tm->tm_sec;
		return "%02ld";
	case 'u':
		*value = tm->tm_wday == 0 ? 7 : tm->tm_wday;
		return "%ld";
	case 'U':
		*value = (tm->tm_yday - tm->tm_wday + 7) / 7;
		return "%02ld";
	case 'V':
		*value = iso_week(tm, &year);
		return "%02ld";
	case 'w':
		*value = tm->tm_wday;
		return "%ld";
	case 'W':
		*value = (tm->tm_yday - (tm->tm_wday + 6) % 7 + 7) / 7;
		return "%02ld";
	case 'y':
		*value = ((tm->tm_year + 1900) % 100 + 100) % 100;
		return "%02ld";
	case 'Y':
		*value = tm->tm_year + 1900L;
		return "%ld";
	default:
		return NULL;
	}
}

// A word of a conversion, at most 15 bytes, in `text`.
static void word(char letter, const struct tm *tm, char *text)
{
	const char *day = tm->tm_wday >= 0 && tm->tm_wday < 7 ? days[tm->tm_wday] : "?";
	const char *month = tm->tm_mon >= 0 && tm->tm_mon < 12 ? months[tm->tm_mon] : "?";
	const char *noon = tm->tm_hour >= 12 ? "PM" : "AM";
	switch (letter) {
	case 'a':
		sprintf(text, "%.3s", day);
		break;
	case 'A':
		strcpy(text, day);
		break;
	case 'b':
	case 'h':
		sprintf(text, "%.3s", month);
		break;
	case 'B':
		strcpy(text, month);
		break;
	case 'n':
		strcpy(text, "\n");
		break;
	case 'p':
		strcpy(text, noon);
		break;
	case 'P':
		strcpy(text, tm->tm_hour >= 12 ? "pm" : "am");
		break;
	case 't':
		strcpy(text, "\t");
		break;
	case 'z':
		sprintf(text, "%+05ld", tm->tm_gmtoff / 3600 * 100 + tm->tm_gmtoff / 60 % 60);
		break;
	case 'Z':
		snprintf(text, 16, "%s", tm->tm_zone ? tm->tm_zone : "");
		break;
	case '%':
		strcpy(text, "%");
		break;
	default:
		text[0] = '%';
		text[1] = letter;
		text[2] = 0;
	}
}

size_t strftime(char *text, size_t size, const char *format, const struct tm *tm)
{
	size_t length = 0;
	for (; *format; format++) {
		char piece[64] = {*format, 0};
		if (*format == '%' && format[1]) {
			long value;
			if (format[1] == 'E' || format[1] == 'O')
				format++;
			const char *longer = composed(*++format);
			const char *number = longer ? NULL : numeric(*format, tm, &value);
			if (longer)
				strftime(piece, sizeof piece, longer, tm);
			else if (number)
				snprintf(piece, sizeof piece, number, value);
			else
				word(*format, tm, piece);
		}
		size_t more = strlen(piece);
		if (length + more >= size)
			return 0;
		memcpy(text + length, piece, more);
		length += more;
	}
	if (size == 0)
		return 0;
	text[length] = 0;
	return length;
}
