// Every conversion of scanf on many texts: results, what was stored, how far it read, errno.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof array / sizeof *array)

static void integers(void)
{
	static const char *const texts[] = {"42", "-42", "+7", "  12 34", "0x1F", "0x", "0xg", "017", "08", "", "   ", "abc", "12abc",
		"99999999999999999999", "-99999999999999999999", "2147483648", "-2147483649", "+", "-", "- 5", "0", "00", "0b1", "1 2", "3,4",
		"\n\t 9\n", "65535", "300", "4294967296", "-1", "18446744073709551615", "18446744073709551616", "0x7fffffffffffffff"};
	static const char *const formats[] = {"%d", "%i", "%u", "%x", "%o", "%3d", "%1d", "%2i", "%5x", "%hd", "%hhd", "%ld", "%lld", "%jd",
		"%zd", "%td", "%hu", "%hhu", "%lu", "%X", "%li", "%lo", "%2x", "%*d%d", "%4i", "%'d", "%p", "%qd", "%Ld"};
	for (size_t t = 0; t < COUNT(texts); t++) {
		printf("[%s]", texts[t]);
		for (size_t f = 0; f < COUNT(formats); f++) {
			char format[32];
			long value = -7777, other = -1;
			int read = -1;
			sprintf(format, "%s%%n", formats[f]);
			errno = 0;
			int result = sscanf(texts[t], format, &value, &read, &other);
			printf(" %s %d,%lx,%d,%d", formats[f], result, value, read, errno);
		}
		printf("\n");
	}
}

static void reals(void)
{
	static const char *const texts[] = {"1.5", "-2.5e3", "+.5", ".", "1e", "1e+", "1e5x", "inf", "INFINITY", "infin", "nan", "nan(abc)",
		"nan(", "0x1.8p3", "0x", "0x1p", "1.2.3", "", "  7", "1e400", "-inf", "1,5", "00012.50", "1e10", "i", "in", "n", "na", "e5", "-",
		".e1", "0x1.fffffffffffff8p0", "1.e2", "0e"};
	static const char *const formats[] = {"%f", "%lf", "%3f", "%4lf", "%e", "%g", "%a", "%lg", "%5le", "%*f%f", "%1lf", "%2lf"};
	for (size_t t = 0; t < COUNT(texts); t++) {
		printf("[%s]", texts[t]);
		for (size_t f = 0; f < COUNT(formats); f++) {
			char format[32];
			int read = -1;
			double wide = -1;
			float narrow = -1;
			int is_wide = strchr(formats[f], 'l') != NULL;
			sprintf(format, "%s%%n", formats[f]);
			errno = 0;
			int result = sscanf(texts[t], format, is_wide ? (void *)&wide : (void *)&narrow, &read);
			printf(" %s %d,%g,%d,%d", formats[f], result, is_wide ? wide : narrow, read, errno);
		}
		printf("\n");
	}
}

static void words(void)
{
	static const char *const texts[] = {"hello world", "  lead", "", "abc123", "]x", "-z", "a-z", "^hat", "one,two", "\ttab", "x", "end\n",
		"caf\xc3\xa9"};
	static const char *const formats[] = {"%s", "%3s", "%c", "%3c", "%[a-z]", "%[^ ]", "%2[a-z]", "%[]x]", "%[^]]", "%[-z]", "%[z-a]",
		"%[a-]", "%[^a-z]", "%[^,],%s", "%*s%s", "%*c%c", " %c", "%[0-9a-c]", "%*[a-z]%s", "%%%s", "x%c", "he%s", "hello %s", "hello\n\n%s"};
	for (size_t t = 0; t < COUNT(texts); t++) {
		printf("[%s]\n", texts[t]);
		for (size_t f = 0; f < COUNT(formats); f++) {
			char a[16], b[16];
			memset(a, '#', sizeof a);
			memset(b, '#', sizeof b);
			int result = sscanf(texts[t], formats[f], a, b);
			for (size_t i = 0; i < sizeof a; i++) {
				a[i] = a[i] ? a[i] : '@';
				b[i] = b[i] ? b[i] : '@';
			}
			printf(" %s %d %.14s %.8s;", formats[f], result, a, b);
		}
		printf("\n");
	}
}

static void others(void)
{
	int a = -1, b = -1, c = -1, d = -1;
	char letter = '-', text[20] = "";
	unsigned char bytes[3];
	wchar_t wide[20], one = 0;
	void *pointer = &a;
	char *made = NULL, *other = NULL;
	printf("%d ", sscanf("allocated words", "%ms %m[a-z]", &made, &other));
	printf("%s %s\n", made, other);
	printf("%d ", sscanf("chars", "%3mc", &made));
	printf("%.3s\n", made);
	printf("%d ", sscanf("wide text", "%ls", wide));
	printf("%ls\n", wide);
	printf("%d ", sscanf("abc1q", "%l[a-z]1%lc", wide, &one));
	printf("%ls %d\n", wide, one);
	printf("%d ", sscanf("word x", "%S %C", wide, &one));
	printf("%ls %d\n", wide, one);
	printf("%d ", sscanf("2024-02-29T13", "%d-%d-%dT%d%c", &a, &b, &c, &d, &letter));
	printf("%d %d %d %d %c\n", a, b, c, d, letter);
	printf("%d ", sscanf("5 6", "%2$d %1$d", &a, &b));
	printf("%d %d\n", a, b);
	printf("%d ", sscanf("50 %", "%d%%%n", &a, &b));
	printf("%d %d\n", a, b);
	printf("%d ", sscanf("", "%n", &a));
	printf("%d\n", a);
	printf("%d %d %d %d %d %d\n", sscanf("", "%*d"), sscanf("", "x"), sscanf("", " "), sscanf("a", "b%d", &a), sscanf("12", "%d%d", &a, &b),
		sscanf("12 x", "%d%d", &a, &b));
	printf("%d ", sscanf("127.0.0.1:80", "%*[^:]:%d", &a));
	printf("%d\n", a);
	printf("%d ", sscanf("0x1234", "%p", &pointer));
	printf("%p %d ", pointer, sscanf("(nil)", "%p", &pointer));
	printf("%p %d\n", pointer, sscanf("(nix)", "%p", &pointer));
	printf("%d ", sscanf("1.2.3", "%hhu.%hhu.%hhu", bytes, bytes + 1, bytes + 2));
	printf("%d %d %d\n", bytes[0], bytes[1], bytes[2]);
	printf("%d %d ", sscanf("x", "%y", &a), sscanf("%y", "%%y"));
	printf("%d %s\n", sscanf("x:y", "%[^:]:%1s", text, text + 5), text + 5);
}

int main(void)
{
	integers();
	reals();
	words();
	others();
	return 0;
}
