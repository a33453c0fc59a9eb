// Numbers from text, and the arithmetic of stdlib.h.
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void integers(void)
{
	static const char *const texts[] = {"0", "42", "-42", "  +7x", "0x1F", "0x", "077", "08", "zz", "", "-", "9223372036854775807",
		"9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
		"-1", "99999999999999999999999", "1010", "\t\n 5"};
	static const int bases[] = {0, 10, 16, 8, 2, 36};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		printf("%zu:", i);
		for (size_t b = 0; b < sizeof bases / sizeof *bases; b++) {
			char *end;
			errno = 0;
			long value = strtol(texts[i], &end, bases[b]);
			printf(" %ld+%d!%d", value, (int)(end - texts[i]), errno);
			errno = 0;
			unsigned long whole = strtoul(texts[i], &end, bases[b]);
			printf("/%lu!%d", whole, errno);
		}
		printf(" %d %ld %lld\n", strlen(texts[i]) < 10 ? atoi(texts[i]) : 0, atol(texts[i]), atoll(texts[i]));
	}
	errno = 0;
	printf("%ld ", strtol("12", NULL, 1));
	printf("%d\n", errno);
}

static void reals(void)
{
	static const char *const texts[] = {"0", "1.5", "-2.25e3", ".5", "5.", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "nan", "0x1.8p3",
		"abc", "", "1e", "1e+", "  3.75xyz", "0.1", "123456789012345678901234567890", "2.2250738585072011e-308"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char *end;
		errno = 0;
		double value = strtod(texts[i], &end);
		printf("%s: %.17g +%d !%d\n", texts[i], value, (int)(end - texts[i]), errno);
	}
	printf("%g %g\n", atof("2.5kg"), (double)strtof("0.1", NULL));
}

int main(void)
{
	integers();
	reals();
	div_t d = div(-7, 2);
	ldiv_t l = ldiv(7, -2);
	printf("%d %d %ld %ld %d %ld %lld\n", d.quot, d.rem, l.quot, l.rem, abs(-5), labs(-5L), llabs(LLONG_MAX));
	printf("%jd %jd\n", strtoimax("-99", NULL, 10), imaxabs(-3));
	return 0;
}
