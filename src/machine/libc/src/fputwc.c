// Putting wide characters. What the stream has no bytes for becomes a likeness in ASCII, or a question mark, as in glibc.
#include <bits/file.h>
#include <bits/wide-text.h>
#include <string.h>
#include <wchar.h>

static const struct {
	wchar_t letter;
	const char *likeness;
} likenesses[] = {
	{0xa0, " "}, {0xa9, "(C)"}, {0xab, "<<"}, {0xad, "-"}, {0xae, "(R)"}, {0xb5, "u"}, {0xb8, ","}, {0xbb, ">>"}, {0xbc, " 1/4 "}, {0xbd, " 1/2 "},
	{0xbe, " 3/4 "}, {0xc6, "AE"}, {0xd7, "x"}, {0xdf, "ss"}, {0xe6, "ae"}, {0x152, "OE"}, {0x153, "oe"}, {0x2010, "-"}, {0x2013, "-"}, {0x2014, "--"},
	{0x2018, "'"}, {0x2019, "'"}, {0x201a, ","}, {0x201c, "\""}, {0x201d, "\""}, {0x201e, ",,"}, {0x2022, "o"}, {0x2026, "..."}, {0x20ac, "EUR"}, {0x2122, "TM"},
	{0x2190, "<-"}, {0x2192, "->"}, {0x21d0, "<="}, {0x21d2, "=>"}, {0x2212, "-"},
};

#define LIKENESSES (sizeof likenesses / sizeof *likenesses)

static size_t bytes_of(char *bytes, wchar_t letter, int utf8)
{
	int is_letter = letter >= 0 && (letter < 0xd800 || letter >= 0xe000);
	if (is_letter && (letter < 128 || utf8))
		return __encode_utf8(bytes, letter);
	for (size_t i = 0; i < LIKENESSES; i++)
		if (likenesses[i].letter == letter) {
			strcpy(bytes, likenesses[i].likeness);
			return strlen(bytes);
		}
	*bytes = '?';
	return 1;
}

wint_t fputwc(wchar_t letter, FILE *stream)
{
	char bytes[8];
	if (__begin_wide(stream) == EOF)
		return WEOF;
	size_t length = bytes_of(bytes, letter, stream->flags & __WIDE_UTF8);
	int put = length == 1 ? fputc(bytes[0], stream) != EOF : __put(stream, bytes, length) == length;
	__end_wide(stream);
	return put ? (wint_t)letter : WEOF;
}

wint_t putwc(wchar_t letter, FILE *stream)
{
	return fputwc(letter, stream);
}

wint_t putwchar(wchar_t letter)
{
	return fputwc(letter, stdout);
}

int fputws(const wchar_t *text, FILE *stream)
{
	if (__begin_wide(stream) == EOF)
		return -1;
	__end_wide(stream);
	for (; *text; text++)
		if (fputwc(*text, stream) == WEOF)
			return -1;
	return 1;
}
