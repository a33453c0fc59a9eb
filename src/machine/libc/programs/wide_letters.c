/* Kinds of wide characters, and units of Unicode, in "C" and in "C.UTF-8". */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>

static void kinds(int from, int to)
{
	static int (*const is[])(wint_t) = {iswalnum, iswalpha, iswblank, iswcntrl, iswdigit, iswgraph, iswlower, iswprint, iswpunct, iswspace, iswupper, iswxdigit};
	unsigned long sum = 0;
	for (int letter = from; letter <= to; letter++) {
		unsigned long kind = 0;
		for (int i = 0; i < 12; i++)
			kind = kind * 2 + (is[i](letter) != 0);
		sum = sum * 31 + kind;
		sum = sum * 31 + towupper(letter);
		sum = sum * 31 + towlower(letter);
		sum = sum * 31 + wcwidth(letter);
		if ((letter - from) % 32 == 31)
			printf("%x:%lx ", letter, sum);
	}
	printf("%x-%x:%lx\n", from, to, sum);
}

static void some(const wchar_t *letters)
{
	for (; *letters; letters++)
		printf("%x:%d%d%d%d%d%d%d ", (unsigned)*letters, iswalpha(*letters) != 0, iswalnum(*letters) != 0, iswpunct(*letters) != 0, iswspace(*letters) != 0, iswprint(*letters) != 0, iswgraph(*letters) != 0, wcwidth(*letters));
	printf("\n");
}

static void units(void)
{
	mbstate_t state;
	memset(&state, 0, sizeof state);
	const char *text = "\xf0\x9f\x98\x80z";
	char16_t unit = 0;
	long length = mbrtoc16(&unit, text, 6, &state);
	printf("%ld %x ", length, unit);
	if (length > 0) {
		printf("%ld %x ", (long)mbrtoc16(&unit, text + 4, 2, &state), 0);
		printf("%x ", unit);
		length = mbrtoc16(&unit, text + 4, 2, &state);
		printf("%ld %x ", length, unit);
	}
	char32_t letter = 0;
	memset(&state, 0, sizeof state);
	length = mbrtoc32(&letter, text, 6, &state);
	printf("%ld %x ", length, letter);
	char bytes[8];
	memset(&state, 0, sizeof state);
	printf("%ld ", (long)c32rtomb(bytes, 0x20ac, &state));
	memset(&state, 0, sizeof state);
	printf("%ld\n", (long)c16rtomb(bytes, 0xe9, &state));
}

int main(void)
{
	for (int turn = 0; turn < 2; turn++) {
		printf("--- %s\n", setlocale(LC_ALL, turn ? "C.UTF-8" : "C"));
		kinds(0, 0x17f);
		kinds(0x37b, 0x58f);
		kinds(0x4e00, 0x4eff);
		some(L"\u0192\u0251\u02bc\u05d0\u0645\u0939\u1e9e\u2003\u200b\u2014\u2019\u20ac\u2122\u2190\u2500\u25cf\u2603\u2713\u3000\u3042\u30ab\ud55c\uff21\ufffd\U0001f600\U0001f680");
		printf("%x %x %x %x\n", towupper(0x1e01), towlower(0x1e00), towupper(0xff41), towctrans(0xe9, wctrans("toupper")));
		printf("%d %d\n", wcswidth(L"\u6f22\u5b57 e\u0301", 10), wcscasecmp(L"\u00c9T\u00c9", L"\u00e9t\u00e9"));
		printf("%d %d\n", iswctype(0xe9, wctype("alpha")) != 0, wcscoll(L"\u00e9", L"z") > 0);
		units();
	}
	return 0;
}
