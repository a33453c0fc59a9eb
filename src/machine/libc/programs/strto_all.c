// Numbers from texts: strtol and strtod with their kin, in every base and at every limit.
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define COUNT(array) (sizeof array / sizeof *array)

static void integers(void)
{
	static const char *const texts[] = {"0", "42", "-42", "+42", "  13", "\t\n 9", "0x1f", "0X1F", "0x", "0xg", "017", "08", "0b101", "zz",
		"ZZ", "12abc", "", "   ", "+", "-", "+-3", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
		"-9223372036854775809", "18446744073709551615", "18446744073709551616", "-18446744073709551615", "2147483648", "1e5", "1_000",
		"7fffffffffffffff", "-0x10", "0-1", "\v\f5", "\xa0""5"};
	static const int bases[] = {0, 2, 8, 10, 16, 36, 7, 1, 37, -1};
	for (size_t t = 0; t < COUNT(texts); t++) {
		printf("[%s]", texts[t]);
		for (size_t b = 0; b < COUNT(bases); b++) {
			char *end = (char *)texts[t];
			errno = 0;
			long value = strtol(texts[t], &end, bases[b]);
			printf(" %d: %ld,%ld,%d", bases[b], value, (long)(end - texts[t]), errno);
			errno = 0;
			unsigned long positive = strtoul(texts[t], &end, bases[b]);
			printf(",%lu,%d", positive, errno);
			if (strtoll(texts[t], NULL, bases[b]) != value || strtoull(texts[t], NULL, bases[b]) != positive)
				printf(" long long differs");
			if (strtoimax(texts[t], NULL, bases[b]) != value || strtoumax(texts[t], NULL, bases[b]) != positive)
				printf(" intmax_t differs");
		}
		printf(" %d %ld\n", atoi(texts[t]), atol(texts[t]));
	}
}

static void reals(void)
{
	static const char *const texts[] = {"1.5", "-2.5e3", "+.5", ".", "1e", "1e+", "1e5x", "inf", "INFINITY", "infin", "infinit", "nan",
		"NAN(abc)", "nan(", "nan(1-2)", "0x1.8p3", "0x.8p1", "0x", "0x1p", "0x1p+", "0x.p1", "1.2.3", "", "  7", "1e400", "-1e400",
		"1e-400", "-1e-400", "1e-320", "2.2250738585072014e-308", "2.2250738585072011e-308", "4.9e-324", "2e-324",
		"1.7976931348623157e308", "1.7976931348623159e308", "1,5", "00012.50", "1e10", "i", "in", "n", "e5", "-", ".e1",
		"0x1.fffffffffffff8p0", "0x1.fffffffffffff7p0", "1.e2", "0e", "123456789012345678901234567890", "0.1", "0.3", "9007199254740993",
		"9007199254740992.999", "1e23", "8.5e-300", "0x1p-1075", "0x1.8p-1075", "0x1p-1074", "0x3p-1074", "0x1.8p-1074", "0x10p-1078", "-0x.8p-1073", "0x1.ffffffffffffep-1023", "0x6c3d9.c6e6ap-1053", "0x1p1024", "0x0p0", "-0", "-0.0e5", "- 1",
		"1e99999999999", "0e99999999999", "1e-99999999999", "0x123456789abcdef0123p4", "3.4028234e38", "3.4028235677973366e38",
		"3.4028235677973367e38", "1e39", "1.17549435e-38", "1.4e-45", "7e-46", "16777217", "16777219", "-16777217.0000000001",
		"1.00000017881393432617187499", "1.00000017881393432617187500", "1.00000017881393432617187501", "0.000000000000000000001e21"};
	for (size_t t = 0; t < COUNT(texts); t++) {
		char *end;
		errno = 0;
		double value = strtod(texts[t], &end);
		printf("[%s] %.17g %a %d %ld", texts[t], value, value, errno, (long)(end - texts[t]));
		errno = 0;
		float narrow = strtof(texts[t], &end);
		printf(" | %.9g %d %ld | %g\n", narrow, errno, (long)(end - texts[t]), atof(texts[t]));
	}
}

int main(void)
{
	integers();
	reals();
	return 0;
}
