/* Characters of several bytes: the locales "C" and "C.UTF-8", and every function that turns one form into the other. */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static const char *error(void)
{
	const char *name = errno == 0 ? "" : errno == EILSEQ ? " EILSEQ" : errno == ENOENT ? " ENOENT" : errno == EINVAL ? " EINVAL" : " other";
	errno = 0;
	return name;
}

static void number(long value)
{
	printf(" %ld%s", value, value == -1 ? error() : "");
	errno = 0;
}

static void show(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		printf((unsigned char)text[i] < 127 && text[i] >= ' ' ? "%c" : "<%02x>", (unsigned char)text[i]);
}

static void names(void)
{
	const char *asked[] = {"", "C", "POSIX", "C.UTF-8", "C.utf8", "C.UTF8", "C.utf-8", "c.UTF-8", "C.ISO-8859-1", "POSIX.UTF-8", "xx_YY.UTF-8", "C/x",
		"LC_CTYPE=C.UTF-8;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C;LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C",
		"LC_CTYPE=C.UTF-8", "LC_CTYPE=C.UTF-8;LC_TIME=zz"};
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		setlocale(LC_ALL, "C");
		errno = 0;
		const char *got = setlocale(LC_ALL, asked[i]);
		printf("%s -> %s%s", asked[i], got ? got : "NULL", got ? "" : error());
		printf(" | %s %s %d\n", setlocale(LC_CTYPE, NULL), nl_langinfo(CODESET), (int)MB_CUR_MAX);
	}
	setlocale(LC_ALL, "C");
	printf("%s\n", setlocale(LC_CTYPE, "C.UTF-8"));
	printf("%s\n", setlocale(LC_ALL, NULL));
	printf("%s\n", setlocale(LC_TIME, "C.utf8"));
	printf("%s\n", setlocale(LC_ALL, NULL));
	char *kept = strdup(setlocale(LC_ALL, NULL));
	printf("%s\n", setlocale(LC_ALL, "C"));
	printf("%s\n", setlocale(LC_ALL, kept));
	free(kept);
	errno = 0;
	setlocale(99, "C");
	printf("%s ", error());
	setlocale(-1, NULL);
	printf("%s ", error());
	setlocale(LC_ALL, "C");
	for (int category = 0; category <= LC_IDENTIFICATION; category++)
		printf("%s ", setlocale(category, NULL));
	printf("\n");
	const char *variables[][2] = {{"LANG", "C.UTF-8"}, {"LC_TIME", "C"}, {"LC_ALL", "C"}, {"LC_ALL", ""}, {"LANG", "zz_ZZ"}, {"LANG", ""}};
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		setenv(variables[i][0], variables[i][1], 1);
		setlocale(LC_ALL, "C");
		errno = 0;
		const char *got = setlocale(LC_ALL, "");
		printf("%s=%s %s%s", variables[i][0], variables[i][1], got ? got : "NULL", got ? "" : error());
		got = setlocale(LC_CTYPE, "");
		printf(" %s\n", got ? got : "NULL");
		error();
	}
	unsetenv("LANG");
	unsetenv("LC_TIME");
	unsetenv("LC_ALL");
}

static const char *const texts[] = {
	"a", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\x80", "\xff", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe2\x82", "\xe2(\xa1", "\xe0\x80\x80", "\xe0\x9f\xbf",
	"\xed\x9f\xbf", "\xed\xa0\x80", "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf7\xbf\xbf\xbf", "\xf8\x88\x80\x80\x80", "\xfc\x84\x80\x80\x80\x80", "\xfe", "", "\xf0\x9f\x98", "\xf0\x9f(", "\xf8", "\xf4\x90",
};

static void one_by_one(void)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const char *text = texts[i];
		size_t length = strlen(text);
		show(text, length);
		wchar_t letter = 0x7777;
		mbstate_t state;
		memset(&state, 0, sizeof state);
		errno = 0;
		number(mbrtowc(&letter, text, length + 1, &state));
		printf(" %x %d", (unsigned)letter, mbsinit(&state));
		memset(&state, 0, sizeof state);
		letter = 0x7777;
		printf(" |");
		number(mbrtowc(&letter, text, length, &state));
		printf(" %x %d", (unsigned)letter, mbsinit(&state));
		letter = 0x7777;
		mbtowc(NULL, NULL, 0);
		printf(" |");
		number(mbtowc(&letter, text, MB_CUR_MAX));
		printf(" %x", (unsigned)letter);
		number(mblen(text, length));
		memset(&state, 0, sizeof state);
		number(mbrlen(text, length, &state));
		printf(" |");
		memset(&state, 0, sizeof state);
		for (size_t j = 0; j < length; j++) {
			letter = 0x7777;
			long got = mbrtowc(&letter, text + j, 1, &state);
			number(got);
			printf("/%x/%d", (unsigned)letter, mbsinit(&state));
			if (got == -1)
				break;
		}
		printf("\n");
	}
}

static void letters(void)
{
	const int all[] = {0, 'a', 0x7f, 0x80, 0xe9, 0xff, 0x100, 0x7ff, 0x800, 0x20ac, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x1f600, 0x10ffff, 0x110000, 0x1fffff, 0x200000, 0x7fffffff, -1};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		char bytes[16] = "";
		mbstate_t state;
		memset(&state, 0, sizeof state);
		errno = 0;
		long length = wcrtomb(bytes, all[i], &state);
		printf("%x", (unsigned)all[i]);
		number(length);
		show(bytes, length > 0 ? length : 0);
		number(wctomb(bytes, all[i]));
		number(wctob(all[i]));
		printf("\n");
	}
	int none = 0;
	for (int c = -2; c < 258; c++)
		none += btowc(c) == WEOF;
	printf("%d ", none);
	printf("\n%d %d %d\n", wctomb(NULL, L'x'), mbtowc(NULL, NULL, 0), mblen(NULL, 0));
	printf("%ld %ld\n", (long)mbrtowc(NULL, NULL, 0, NULL), (long)wcrtomb(NULL, L'x', NULL));
}

static void whole_texts(void)
{
	const char *all[] = {"", "plain", "na\xc3\xafve \xe2\x82\xac", "bad\xff" "end", "cut\xe2\x82"};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (int size = 0; size < 12; size += 3) {
			wchar_t wide[16];
			wmemset(wide, 0x77, 16);
			errno = 0;
			number(mbstowcs(NULL, all[i], size));
			number(mbstowcs(wide, all[i], size));
			for (int j = 0; j < 12; j++)
				printf(" %x", (unsigned)wide[j]);
			const char *from = all[i];
			mbstate_t state;
			memset(&state, 0, sizeof state);
			long got = mbsrtowcs(wide, &from, size, &state);
			printf(" | %ld", from ? (from - all[i]) : -1);
			number(got);
			from = all[i];
			memset(&state, 0, sizeof state);
			got = mbsnrtowcs(wide, &from, size, 3, &state);
			printf(" | %ld %d", from ? (long)(from - all[i]) : -1, mbsinit(&state));
			number(got);
			from = all[i];
			memset(&state, 0, sizeof state);
			got = mbsnrtowcs(NULL, &from, size, 0, &state);
			printf(" | %ld", from ? (from - all[i]) : -1);
			number(got);
			printf("\n");
		}
	const wchar_t *wides[] = {L"", L"plain", L"na\u00efve \u20ac", L"bad\xd800" L"end", L"\U0001f600!"};
	for (size_t i = 0; i < sizeof wides / sizeof *wides; i++)
		for (int size = 0; size < 12; size += 3) {
			char bytes[20];
			memset(bytes, '#', sizeof bytes);
			errno = 0;
			number(wcstombs(NULL, wides[i], size));
			number(wcstombs(bytes, wides[i], size));
			show(bytes, 14);
			const wchar_t *from = wides[i];
			mbstate_t state;
			memset(&state, 0, sizeof state);
			long got = wcsrtombs(bytes, &from, size, &state);
			printf(" | %ld", from ? (from - wides[i]) : -1);
			number(got);
			from = wides[i];
			got = wcsnrtombs(bytes, &from, 3, size, &state);
			printf(" | %ld", from ? (from - wides[i]) : -1);
			number(got);
			from = wides[i];
			got = wcsnrtombs(NULL, &from, 3, 0, &state);
			printf(" | %ld", from ? (from - wides[i]) : -1);
			number(got);
			printf("\n");
		}
}

static void formatted(void)
{
	char line[80];
	const wchar_t *texts[] = {L"plain", L"na\u00efve", L"\u20ac\u20ac\u20ac"};
	const char *formats[] = {"[%ls]", "[%8ls]", "[%-8ls]", "[%.3ls]", "[%.4ls]", "[%6.2ls]", "[%.0ls]", "[%S]"};
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j < sizeof formats / sizeof *formats; j++) {
			memset(line, 0, sizeof line);
			errno = 0;
			int length = snprintf(line, sizeof line, formats[j], texts[i]);
			number(length);
			printf(" ");
			show(line, strlen(line));
			printf("%c", j == 7 ? '\n' : ' ');
		}
	const wint_t some[] = {L'a', 0xe9, 0x20ac, 0x1f600, 0xd800, 0};
	for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
		memset(line, 0, sizeof line);
		int length = snprintf(line, sizeof line, "<%lc|%4lc|%-4lc|%C>", some[i], some[i], some[i], some[i]);
		number(length);
			printf(" ");
		show(line, length > 0 ? length : 0);
		printf("\n");
	}
	wchar_t wide[40];
	const wchar_t *wide_formats[] = {L"[%s]", L"[%8s]", L"[%-8s]", L"[%.3s]", L"[%ls]", L"[%5c]"};
	const char *narrow[] = {"plain", "na\xc3\xafve", "\xe2\x82\xac\xe2\x82\xac", "bad\xff"};
	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 4; j++) {
			wmemset(wide, 0, 40);
			int length = swprintf(wide, 40, wide_formats[j], narrow[i]);
			number(length);
			for (int k = 0; wide[k]; k++)
				printf(" %x", (unsigned)wide[k]);
			printf("%c", j == 3 ? '\n' : ';');
		}
	number(swprintf(wide, 40, L"%ls %lc %c \u00e9", L"\u20ac", (wint_t)0xe9, 'x'));
	for (int k = 0; k < 8; k++)
		printf(" %x", (unsigned)wide[k]);
	printf("\n");
	wchar_t word[20] = L"";
	char bytes[40] = "";
	int count = sscanf("na\xc3\xafve \xe2\x82\xac rest", "%ls %lc", word, wide);
	number(count);
	for (int k = 0; k < 6; k++)
		printf(" %x", (unsigned)word[k]);
	printf(" %x\n", count > 1 ? (unsigned)wide[0] : 0);
	count = swscanf(L"na\u00efve 12", L"%s %d", bytes, &count);
	number(count);
			printf(" ");
	show(bytes, strlen(bytes));
	printf("\n");
}

int main(void)
{
	names();
	for (int turn = 0; turn < 2; turn++) {
		printf("--- %s\n", setlocale(LC_ALL, turn ? "C.UTF-8" : "C"));
		one_by_one();
		letters();
		whole_texts();
		formatted();
		for (nl_item item = ABDAY_1; item <= T_FMT_AMPM; item++)
			printf("%s|", nl_langinfo(item));
		const nl_item items[] = {CODESET, CRNCYSTR, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, ERA, ERA_D_FMT, ALT_DIGITS};
		for (size_t i = 0; i < sizeof items / sizeof items[0]; i++)
			printf("%s|", nl_langinfo(items[i]));
		printf("\n");
		struct lconv *l = localeconv();
		printf("[%s] [%s] [%s] [%s] [%s] [%s] [%s] %d %d %d\n", l->decimal_point, l->thousands_sep, l->int_curr_symbol, l->currency_symbol, l->mon_decimal_point, l->positive_sign, l->negative_sign, l->frac_digits, l->p_cs_precedes, l->n_sign_posn);
		char key[20] = "";
		printf("%d %d %d %ld\n", strcoll("a", "B") > 0, strcoll("\xc3\xa9", "z") > 0, strcoll("same", "same"), (long)strxfrm(key, "r\xc3\xa9sum\xc3\xa9", sizeof key));
		show(key, strlen(key));
		printf(" %d %d\n", isalpha(0xe9), toupper(0xe9));
	}
	setlocale(LC_ALL, "C");
	locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL), c = newlocale(LC_ALL_MASK, "C", NULL);
	printf("%d %d ", utf8 != NULL, c != NULL);
	printf("%d %d %s %s ", iswalpha_l(0xe9, utf8), iswalpha_l(0xe9, c), nl_langinfo_l(CODESET, utf8), nl_langinfo_l(CODESET, c));
	printf("%x %x ", towupper_l(0xe9, utf8), towupper_l(0xe9, c));
	printf("%d ", uselocale(utf8) == LC_GLOBAL_LOCALE);
	printf("%d %s %s ", (int)MB_CUR_MAX, nl_langinfo(CODESET), setlocale(LC_ALL, NULL));
	printf("%d ", uselocale(LC_GLOBAL_LOCALE) == utf8);
	printf("%d %s\n", (int)MB_CUR_MAX, nl_langinfo(CODESET));
	locale_t mixed = newlocale(LC_CTYPE_MASK, "C.UTF-8", NULL), copy = duplocale(mixed);
	uselocale(copy);
	printf("%d ", (int)MB_CUR_MAX);
	uselocale(LC_GLOBAL_LOCALE);
	mixed = newlocale(LC_CTYPE_MASK, "C", mixed);
	uselocale(mixed);
	printf("%d ", (int)MB_CUR_MAX);
	uselocale(copy);
	printf("%d\n", (int)MB_CUR_MAX);
	uselocale(LC_GLOBAL_LOCALE);
	freelocale(utf8);
	freelocale(copy);
	freelocale(mixed);
	errno = 0;
	newlocale(LC_ALL_MASK, "xx", NULL);
	printf("%s ", error());
	newlocale(1 << 30, "C", NULL);
	printf("%s\n", error());
	return 0;
}
