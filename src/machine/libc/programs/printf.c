// Conversions of the printf family.
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void integers(void)
{
	static const char *const formats[] = {"%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3d", "%-8.3d|", "%+05d",
		"%i", "%u", "%x", "%X", "%#x", "%#X", "%o", "%#o", "%#10x", "%-#10x|", "%#010x", "%.0d", "%#.0o", "%08.3d", "% 05d"};
	static const int values[] = {0, 1, -1, 42, -42, 123456, INT_MAX, INT_MIN};
	for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
		printf("%s:", formats[f]);
		for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
			putchar(' ');
			printf(formats[f], values[v]);
		}
		putchar('\n');
	}
}

static void sizes(void)
{
	printf("%hhd %hhu %hhx %hd %hu %hx\n", 300, 300, -1, 70000, 70000, -1);
	printf("%ld %lu %lx %lo %lX\n", LONG_MIN, ULONG_MAX, LONG_MAX, LONG_MAX, 0xabcdef0123456789);
	printf("%lld %llu %llx\n", LLONG_MIN, ULLONG_MAX, LLONG_MAX);
	printf("%jd %ju %zd %zu %td\n", INTMAX_MIN, UINTMAX_MAX, (ssize_t)-5, sizeof(int), (ptrdiff_t)-7);
	printf("%" PRId64 " %" PRIu32 " %" PRIx16 " %" PRIdMAX "\n", INT64_MIN, UINT32_MAX, (uint16_t)65535, INTMAX_MAX);
	printf("%ld %ld %ld\n", 4294967296, 10000000000, -1000000000000);
}

static void texts(void)
{
	char *none = NULL;
	printf("[%s] [%10s] [%-10s] [%.2s] [%10.2s] [%-10.2s] [%.0s]\n", "hello", "hello", "hello", "hello", "hello", "hello", "hello");
	printf("[%s] [%.3s] [%.6s] [%10s]\n", none, none, none, none);
	printf("[%c] [%5c] [%-5c] [%%] [%5s]\n", 'a', 'b', 'c', "");
	printf("[%*d] [%-*d] [%*d] [%.*f] [%.*s] [%.*s] [%*.*s]\n", 6, 42, 6, 42, -6, 42, 2, 3.14159, 3, "abcdef", -1, "abcdef", 8, 2, "xyz");
	printf("%p %p %20p|%-20p|\n", (void *)0, (void *)0x1234abcd, (void *)0x7fff0000, (void *)16);
	char const without_end[3] = {'a', 'b', 'c'};
	printf("%.3s\n", without_end);
	errno = ENOENT;
	printf("%m|%10.5m|\n");
}

static void reals(void)
{
	static const double values[] = {0, -0.0, 1, -1, 0.5, 1.5, 2.5, 3.14159265358979, 1e10, 1e-10, 123456789.125, 1e100, 5e-324,
		1.7976931348623157e308, 0.1, 99999.95, 1e15, 1e16, 1e17, 100, 0.0001, 0.00001};
	static const char *const formats[] = {"%f", "%.0f", "%.1f", "%.10f", "%e", "%.2e", "%.0e", "%g", "%.3g", "%.15g", "%.17g", "%#g",
		"%10.3f|", "%-10.3f|", "%010.3f", "%+.2f", "% .2f", "%G", "%E", "%a", "%#.0f", "%#.0e"};
	for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
		printf("%s:", formats[f]);
		for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
			putchar(' ');
			printf(formats[f], values[v]);
		}
		putchar('\n');
	}
	double infinity = 1e308 * 10, nan = strtod("nan", NULL);
	printf("%f %F %e %g %010f %-10f| %+f\n", infinity, infinity, -infinity, infinity, infinity, infinity, infinity);
	printf("%f %F %10f\n", nan, nan, nan);
	printf("%.3Lf %Lg\n", 2.5L, 1e5L);
}

static void lengths(void)
{
	char text[16];
	int here = 0;
	printf("%d ", snprintf(text, sizeof text, "%s", "a text that is longer than the buffer"));
	printf("[%s]\n", text);
	printf("%d\n", snprintf(NULL, 0, "%d %s", 12345, "abc"));
	printf("%d [%s]\n", snprintf(text, 1, "abc"), text);
	printf("%d [%s]\n", sprintf(text, "%d%n%s", 1234, &here, "x"), text);
	printf("%d\n", here);
	char *made;
	printf("%d ", asprintf(&made, "%0*d", 40, 7));
	printf("%s\n", made);
	free(made);
	printf("%d\n", printf("%s", ""));
}

int main(void)
{
	integers();
	sizes();
	texts();
	reals();
	lengths();
	return 0;
}
