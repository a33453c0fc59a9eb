// Every conversion of printf with every combination of flags, width, precision and length: a sum over what it makes of many
// values, and one of them in full.
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof array / sizeof *array)

static unsigned int sum;

static void add(const char *text)
{
	for (; *text; text++)
		sum = (sum ^ (unsigned char)*text) * 16777619u;
}

static void integers(void)
{
	static const char *const flags[] = {"", "-", "+", " ", "#", "0", "-0", "+0", "#0", "-#", "'0", "+ "};
	static const char *const widths[] = {"", "12"};
	static const char *const precisions[] = {"", ".", ".1", ".20"};
	static const char *const sizes[] = {"hh", "h", "", "l"};
	static const long values[] = {0, -42, 200, INT_MIN, LONG_MAX};
	char format[64], text[200];
	int at = 0;
	for (size_t f = 0; f < COUNT(flags); f++)
		for (size_t w = 0; w < COUNT(widths); w++) {
			printf("%s%s:", flags[f], widths[w]);
			for (size_t p = 0; p < COUNT(precisions); p++) {
				sum = 0;
				for (size_t s = 0; s < COUNT(sizes); s++)
					for (const char *letter = "diuoxXbB"; *letter; letter++) {
						sprintf(format, "[%%%s%s%s%s%c]", flags[f], widths[w], precisions[p], sizes[s], *letter);
						for (size_t v = 0; v < COUNT(values); v++) {
							snprintf(text, sizeof text, format, values[v]);
							add(text);
						}
					}
				sprintf(format, " %%%s%s%s%s%c", flags[f], widths[w], precisions[p], sizes[at % COUNT(sizes)], "diuoxXbB"[at % 8]);
				printf(format, values[at % COUNT(values)]);
				printf(" %x", sum);
				at += 7;
			}
			printf("\n");
		}
}

static void reals(void)
{
	static const char *const flags[] = {"", "-", "+", " ", "#", "0", "-0", "+0", "#0"};
	static const char *const widths[] = {"", "14"};
	static const char *const precisions[] = {"", ".0", ".1", ".10", ".17"};
	static const double values[] = {0.0, -1, 2.5, 123456.789, 1e5, 1e6, 1e-4, 1e-5, 9.9999995, DBL_MAX, 5e-324, -INFINITY, NAN, 2.0 / 3};
	char format[64], text[400];
	int at = 0;
	for (const char *letter = "eEfFgGaA"; *letter; letter++)
		for (size_t f = 0; f < COUNT(flags); f++) {
			printf("%c %s:", *letter, flags[f]);
			for (size_t w = 0; w < COUNT(widths); w++)
				for (size_t p = 0; p < COUNT(precisions); p++) {
					sum = 0;
					sprintf(format, " %%%s%s%s%c", flags[f], widths[w], precisions[p], *letter);
					for (size_t v = 0; v < COUNT(values); v++) {
						snprintf(text, sizeof text, format, values[v]);
						add(text);
					}
					if (at % 4 == 0)
						printf(format, values[at % COUNT(values)]);
					printf(" %x", sum);
					at += 3;
				}
			printf("\n");
		}
	printf("%.400f\n%.60f\n%.1100f\n%.1200e\n%1250.1200E|\n%-1250.1200e|\n", 0.1, 1e-50, 5e-324, 1.0 / 3, 1.0 / 3, 1.0 / 7);
	printf("%.*f %*.*f %-*.*f|\n", 2, 1.005, 10, 3, 2.5, -10, -1, 2.5);
}

static void others(void)
{
	int n;
	long ln;
	short hn;
	signed char cn;
	char small[10];
	printf("%2$s %1$d %2$10.3s|%3$*4$d\n", 5, "hello", 7, 6);
	printf("%5%|%-5%|%05%|\n");
	printf("%c%5c%-5c|%lc|%5lc|%-4C|\n", 'a', 'b', 'c', (int)'w', (int)'z', L'x');
	printf("%s %.3s %10.2s %-8s| %ls %.2ls %6ls %-6.1S|\n", "abc", "abcdef", "xyz", "left", L"wide", L"wide", L"ab", L"cd");
	printf("%p %10p %-10p| %p\n", (void *)16, (void *)255, (void *)1, (void *)0);
	printf("abc%ndef%lnghi%hnj%hhn\n", &n, &ln, &hn, &cn);
	printf("%d %ld %d %d\n", n, ln, hn, cn);
	printf("%y %!d|%5y|%-+y|%lly|% #08.3y|\n");
	printf("%.-1d|%.-d|%.-3s|%5.-2d|\n");
	printf("\n%d", printf("%d %", 3));
	printf("%s %10s %.3s %.6s|\n", (char *)0, (char *)0, (char *)0, (char *)0);
	printf("%'d %'.2f %I'5d\n", 1234567, 1234567.891, 6);
	printf("%ld %lld %qd %Lx %Ld\n", 1L, 2LL, 3LL, 4LL, 5LL);
	printf("%Ld %Lu %Lo %LX\n", 5000000000LL, 6000000000ULL, 7000000000ULL, 1LL << 40);
	n = snprintf(small, 5, "%s", "abcdefgh");
	printf("%d %s ", n, small);
	printf("%d ", snprintf(NULL, 0, "%d", 12345));
	n = snprintf(small, 1, "xyz");
	printf("%d [%s]\n", n, small);
	printf("%300ls|%.290ls|\n", L"end",
		L"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
		L"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
		L"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789");
	printf("%d %d\n", snprintf(small, sizeof small, "%ls", L"\u00e9"), snprintf(small, sizeof small, "%lc", 0xe9));
}

int main(void)
{
	integers();
	reals();
	others();
	return 0;
}
