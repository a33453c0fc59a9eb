// Dates from seconds and back, and as text.
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
	static const long times[] = {0, 1, -1, 86399, 86400, 951782400, 951868799, 1000000000, 1709164800, 1735689599, 4102444800, -2208988800,
		253402300799, 1234567890, 1483228799};
	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		char text[300];
		time_t time = times[i];
		struct tm tm = *gmtime(&time);
		printf("%d-%d-%d %d:%d:%d %d %d %s", tm.tm_year, tm.tm_mon, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, tm.tm_wday,
			tm.tm_yday, asctime(&tm));
		strftime(text, sizeof text, "%a %A %b %B %c %C %d %D %e %F %g %G %H %I %j %k %l %m %M %p %P %r %R %S %T %u %U %V %w %W %x %X %y %Y %%", &tm);
		printf("%s\n", text);
		tm.tm_mon += 14;
		tm.tm_mday -= 40;
		tm.tm_sec += 5000;
		printf("%ld", (long)timegm(&tm));
		printf(" %d-%d-%d %d\n", tm.tm_year, tm.tm_mon, tm.tm_mday, tm.tm_yday);
	}
	char little[4];
	time_t zero = 0;
	printf("%zu %zu\n", strftime(little, sizeof little, "%Y", gmtime(&zero)), strftime(little, sizeof little, "%y", gmtime(&zero)));
	printf("%.1f\n", difftime(100, 40));
	return 0;
}
