// Conversions of the scanf family.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void integers(void)
{
	static const char *const texts[] = {"12 34", " 12\n34", "12,34", "-5 +6", "0x1f 077", "abc", "", "  ", "99999999999 1", "1x2"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		int a = -1, b = -1, c = -1, d = -1;
		int both = sscanf(texts[i], "%d %d", &a, &b);
		int any = sscanf(texts[i], "%i%i", &c, &d);
		printf("[%s] %d: %d %d; %d: %d %d\n", texts[i], both, a, b, any, c, d);
	}
	long l;
	unsigned long ul;
	long long ll;
	short s;
	signed char h;
	unsigned u;
	printf("%d ", sscanf("-9223372036854775808 18446744073709551615 -7 300 300 ff", "%ld %lu %lld %hd %hhd %x", &l, &ul, &ll, &s, &h, &u));
	printf("%ld %lu %lld %hd %hhd %x\n", l, ul, ll, s, h, u);
	int a = 0, b = 0, n = 0;
	printf("%d ", sscanf("123456 789", "%3d%2d%*d%n", &a, &b, &n));
	printf("%d %d %d\n", a, b, n);
}

static void words(void)
{
	char a[32] = "", b[32] = "", c = '-', d = '-';
	printf("%d ", sscanf("  hello   world!", "%s%s", a, b));
	printf("[%s] [%s]\n", a, b);
	printf("%d ", sscanf("hello world", "%3s%3s", a, b));
	printf("[%s] [%s]\n", a, b);
	printf("%d ", sscanf("key=value;rest", "%[^=]=%[a-z]", a, b));
	printf("[%s] [%s]\n", a, b);
	printf("%d ", sscanf("]abc", "%[]a-b]", a));
	printf("[%s]\n", a);
	printf("%d ", sscanf("x y", "%c%c", &c, &d));
	printf("[%c] [%c]\n", c, d);
	printf("%d ", sscanf("x y", "%c %c", &c, &d));
	printf("[%c] [%c]\n", c, d);
	printf("%d ", sscanf("50% done", "%*d%% %s", a));
	printf("[%s]\n", a);
	char *made = NULL;
	printf("%d ", sscanf("allocated text", "%ms", &made));
	printf("[%s]\n", made);
	free(made);
}

static void reals(void)
{
	float f;
	double d;
	printf("%d ", sscanf("3.25 -1e3", "%f %lf", &f, &d));
	printf("%g %g\n", f, d);
	printf("%d ", sscanf("inf .5", "%f %lf", &f, &d));
	printf("%g %g\n", f, d);
	printf("%d\n", sscanf("e5", "%lf", &d));
}

int main(void)
{
	integers();
	words();
	reals();
	// Of a word that is neither inf nor nan, what showed it is gone.
	static const char *const words[] = {"name", "into", "n", "inx", "infant", "infinix", "nanny", "infinity!", "-nax", "i"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		double value = 0;
		FILE *f = fmemopen((char *)words[i], strlen(words[i]), "r");
		int found = fscanf(f, "%lf", &value);
		printf("%s: %d %g, then %d\n", words[i], found, value, getc(f));
		fclose(f);
	}
	return 0;
}
