// Putting wide characters. What the stream has no bytes for becomes a likeness in ASCII, or a question mark, as in glibc.
#include <bits/file.h>
#include <bits/wide-text.h>
#include <string.h>
#include <wchar.h>

static size_t bytes_of(char *bytes, wchar_t letter, int utf8)
{
	int is_letter = letter >= 0 && (letter < 0xd800 || letter >= 0xe000);
	if (is_letter && (letter < 128 || utf8))
		return __encode_utf8(bytes, letter);
	const char *likeness = __likeness(letter);
	strcpy(bytes, likeness ? likeness : "?");
	return strlen(bytes);
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
