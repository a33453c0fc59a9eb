// strftime with flags and widths, strptime, and the calendar at its corners.
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

#define COUNT(array) (sizeof array / sizeof *array)

static void letters(void)
{
	static const time_t times[] = {0, 1, -1, 951782400, 1709164800, 1735689599, 2147483648, -2147483649, 253402300799, 1234567890,
		1704067200, 1609459200, 1609372800, -62135596800, 4102444800};
	for (size_t i = 0; i < COUNT(times); i++) {
		struct tm *tm = gmtime(&times[i]);
		for (const char *letter = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%+EO-_0^#fiJKLNoqQv"; *letter; letter++) {
			char format[] = {'%', *letter, 0}, text[200] = "";
			size_t length = strftime(text, sizeof text, format, tm);
			printf("%c=%s,%zu ", *letter, text, length);
		}
		printf("\n%s%s%ld\n", asctime(tm), ctime(&times[i]), (long)timegm(tm));
	}
}

static void flags(void)
{
	static const char *const formats[] = {"%-d", "%_d", "%0e", "%-H", "%_H", "%^a", "%^A", "%#a", "%#p", "%#Z", "%^b", "%5d", "%05d", "%_5d",
		"%-5d", "%10A", "%^10b", "%Ey", "%EY", "%Ed", "%Od", "%OH", "%Ow", "%020Y", "%_Y", "%-y", "%-j", "%_j", "%010F", "%12D", "%_m",
		"%-I:%-M", "%:z", "%k", "%l", "%-k", "%", "%E", "%10%", "%-", "%O", "a%", "%^c", "%30c", "%-e|%-l|%_S", "%^p%P%#P", "%010A|%_10A"};
	time_t time = 1709251199;
	char text[200];
	for (size_t i = 0; i < COUNT(formats); i++) {
		strcpy(text, "?");
		size_t length = strftime(text, sizeof text, formats[i], gmtime(&time));
		printf("%s -> %zu [%s]\n", formats[i], length, text);
	}
	printf("%zu %zu %zu %zu\n", strftime(text, 10, "%Y-%m-%d", gmtime(&time)), strftime(text, 11, "%Y-%m-%d", gmtime(&time)),
		strftime(text, 5, "", gmtime(&time)), strftime(text, 3, "%20d", gmtime(&time)));
}

static void weeks(void)
{
	for (int day = 1; day <= 7; day++)
		for (int year = 99; year < 105; year++) {
			struct tm tm = {.tm_year = year, .tm_mday = day, .tm_isdst = -1};
			char text[40];
			mktime(&tm);
			strftime(text, sizeof text, "%U %V %W %G %g %u %w %j; ", &tm);
			printf("%s", text);
		}
	struct tm far = {.tm_year = 100, .tm_mon = 14, .tm_mday = -5, .tm_hour = 49, .tm_min = -61, .tm_sec = 3601};
	printf("\n%ld ", (long)mktime(&far));
	printf("%d %d %d %d %d %d %d %d\n", far.tm_year, far.tm_mon, far.tm_mday, far.tm_hour, far.tm_min, far.tm_sec, far.tm_wday, far.tm_yday);
}

static void parsing(void)
{
	static const char *const rows[][2] = {{"2024-02-29 13:14:15", "%Y-%m-%d %H:%M:%S"}, {"29 Feb 2024", "%d %b %Y"},
		{"February 3, 99", "%B %d, %y"}, {"12:05 PM", "%I:%M %p"}, {"12:05 am", "%I:%M %p"}, {"Thu Jan  1 00:00:00 1970", "%c"},
		{"1709164800", "%s"}, {"060", "%j"}, {"2024-13-01", "%Y-%m-%d"}, {"25", "%H"}, {"  7", "%e"}, {"10/11/12", "%D"}, {"13:14", "%R"},
		{"01:02:03 PM", "%r"}, {"abc", "abd"}, {"50%", "%M%%"}, {"2024W10", "%YW%U"}, {"Mon", "%a"}, {"monday", "%A"}, {"20", "%C"},
		{"+0530", "%z"}, {"-08:00", "%z"}, {"Z", "%z"}, {"69", "%y"}, {"68", "%y"}, {"20 24", "%C %y"}, {"x", "%n"}, {" \t x", "%tx"},
		{"2024", "%EY"}, {"07", "%Om"}, {"3", "%u"}, {"0", "%w"}, {"5 2024", "%W %Y"}, {"2024-060", "%Y-%j"}, {"24", "%k"}, {"61", "%S"},
		{"62", "%S"}, {"7", "%l"}, {"2024-2-3", "%F"}, {"11/12/24 extra", "%x"}, {"23", "%g"}, {"2023", "%G"}, {"9", "%V"}, {"0", "%I"}};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tm tm;
		memset(&tm, 0, sizeof tm);
		tm.tm_mday = -9;
		char *end = strptime(rows[i][0], rows[i][1], &tm);
		printf("[%s] %s: %s %d-%d-%d %d:%d:%d %d %d %ld\n", rows[i][0], rows[i][1], end ? end : "NULL", tm.tm_year, tm.tm_mon, tm.tm_mday,
			tm.tm_hour, tm.tm_min, tm.tm_sec, tm.tm_wday, tm.tm_yday, tm.tm_gmtoff);
	}
}

int main(void)
{
	letters();
	flags();
	weeks();
	parsing();
	return 0;
}
