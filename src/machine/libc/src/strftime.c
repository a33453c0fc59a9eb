// strftime in the C locale.
#include <ctype.h>
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

// The number of a conversion; its least number of digits, negative when spaces fill them, or 0 when it has no number.
static int numeric(char letter, const struct tm *tm, long *value)
{
	int year;
	switch (letter) {
	case 'C':
		year = tm->tm_year + 1900;
		*value = year / 100 - (year % 100 < 0);
		return 1;
	case 'd':
		*value = tm->tm_mday;
		return 2;
	case 'e':
		*value = tm->tm_mday;
		return -2;
	case 'g':
		iso_week(tm, &year);
		*value = year % 100;
		return 2;
	case 'G':
		iso_week(tm, &year);
		*value = year;
		return 1;
	case 'H':
		*value = tm->tm_hour;
		return 2;
	case 'I':
		*value = hour_of_12(tm);
		return 2;
	case 'j':
		*value = tm->tm_yday + 1;
		return 3;
	case 'k':
		*value = tm->tm_hour;
		return -2;
	case 'l':
		*value = hour_of_12(tm);
		return -2;
	case 'm':
		*value = tm->tm_mon + 1;
		return 2;
	case 'M':
		*value = tm->tm_min;
		return 2;
	case 's': {
		struct tm copy = *tm;
		*value = mktime(&copy);
		return 1;
	}
	case 'S':
		*value = tm->tm_sec;
		return 2;
	case 'u':
		*value = tm->tm_wday == 0 ? 7 : tm->tm_wday;
		return 1;
	case 'U':
		*value = (tm->tm_yday - tm->tm_wday + 7) / 7;
		return 2;
	case 'V':
		*value = iso_week(tm, &year);
		return 2;
	case 'w':
		*value = tm->tm_wday;
		return 1;
	case 'W':
		*value = (tm->tm_yday - (tm->tm_wday + 6) % 7 + 7) / 7;
		return 2;
	case 'y':
		*value = ((tm->tm_year + 1900) % 100 + 100) % 100;
		return 2;
	case 'Y':
		*value = tm->tm_year + 1900L;
		return 1;
	default:
		return 0;
	}
}

// A word of a conversion, at most 15 bytes, in `text`, which stays empty when there is none.
static void word(char letter, const struct tm *tm, char *text)
{
	text[0] = 0;
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
		if (tm->tm_isdst >= 0) {
			long minutes = (tm->tm_gmtoff < 0 ? -tm->tm_gmtoff : tm->tm_gmtoff) / 60;
			sprintf(text, "%c%04ld", tm->tm_gmtoff < 0 ? '-' : '+', minutes / 60 * 100 + minutes % 60);
		}
		break;
	case 'Z':
		tzset();
		snprintf(text, 16, "%s", tm->tm_zone && *tm->tm_zone ? tm->tm_zone : tm->tm_isdst < 0 ? "" : tzname[tm->tm_isdst > 0]);
		break;
	case '%':
		strcpy(text, "%");
		break;
	}
}

// Flags, a width and E or O may stand between the % and the letter.
struct directive {
	char pad; // '-' no filling, '_' spaces, '0' zeros, or 0: the conversion's own
	int upper, swapped;
	int width; // or -1
	char modifier;
	char letter;
};

// Reads what follows a %; returns where its letter stands.
static const char *read_directive(const char *format, struct directive *d)
{
	d->pad = d->upper = d->swapped = d->modifier = 0;
	for (; *format && strchr("_-0^#", *format); format++) {
		if (*format == '^')
			d->upper = 1;
		else if (*format == '#')
			d->swapped = 1;
		else
			d->pad = *format;
	}
	d->width = -1;
	for (; isdigit((unsigned char)*format); format++)
		if (d->width < 1000)
			d->width = (d->width < 0 ? 0 : d->width * 10) + (*format - '0');
	if (*format == 'E' || *format == 'O')
		d->modifier = *format++;
	d->letter = *format;
	return format;
}

// Whether the letter may have its E or O.
static int is_allowed(const struct directive *d)
{
	if (d->modifier == 0)
		return 1;
	return d->letter && strchr(d->modifier == 'E' ? "CcXxYynprRstTuPZz" : "bBdeHIjklmMSuUVwWyYCGghnprRstTPZz", d->letter);
}

static void put_number(const struct directive *d, int digits, long value, char *piece)
{
	char pad = d->pad ? d->pad : digits < 0 ? '_' : '0';
	digits = digits < 0 ? -digits : digits;
	if (d->width > digits)
		digits = d->width;
	if (pad == '0')
		sprintf(piece, "%0*ld", digits + (value < 0), value);
	else
		sprintf(piece, "%*ld", pad == '_' || d->width >= 0 ? digits : 0, value);
}

static void put_text(const struct directive *d, char *piece)
{
	int length = strlen(piece);
	int swapped = d->swapped && d->letter && strchr("aAbBh", d->letter);
	int lowered = d->swapped && (d->letter == 'p' || d->letter == 'Z');
	for (int i = 0; i < length; i++)
		piece[i] = lowered ? tolower(piece[i]) : d->upper || swapped ? toupper(piece[i]) : piece[i];
	if (d->width > length) {
		memmove(piece + d->width - length, piece, length + 1);
		memset(piece, d->pad == '0' ? '0' : ' ', d->width - length);
	}
}

#define PIECE_MAX 1100

// One conversion into `piece`; what is none stays as it stands.
static const char *convert(const char *percent, const struct tm *tm, char *piece)
{
	struct directive d;
	const char *at = read_directive(percent + 1, &d);
	long value;
	piece[0] = 0;
	if (is_allowed(&d)) {
		const char *longer = composed(d.letter);
		int digits = longer ? 0 : numeric(d.letter, tm, &value);
		if (longer)
			strftime(piece, PIECE_MAX, longer, tm);
		else if (digits == 0)
			word(d.letter, tm, piece);
		if (digits != 0)
			put_number(&d, digits, value, piece);
		else if (piece[0] || d.letter == 'Z' || d.letter == 'z')
			put_text(&d, piece);
		if (piece[0] || d.letter == 'Z' || d.letter == 'z')
			return at;
	}
	if (*at == 0)
		at--;
	int length = at + 1 - percent < PIECE_MAX ? at + 1 - percent : PIECE_MAX - 1;
	memcpy(piece, percent, length);
	piece[length] = 0;
	return at;
}

size_t strftime(char *text, size_t size, const char *format, const struct tm *tm)
{
	size_t length = 0;
	char piece[PIECE_MAX];
	for (; *format; format++) {
		piece[0] = *format;
		piece[1] = 0;
		if (*format == '%')
			format = convert(format, tm, piece);
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
