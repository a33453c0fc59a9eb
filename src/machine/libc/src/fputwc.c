// Putting wide characters. The C locale has no bytes beyond ASCII: what is beyond becomes a question mark, as in glibc.
#include <bits/file.h>
#include <wchar.h>

wint_t fputwc(wchar_t letter, FILE *stream)
{
	if (__begin_wide(stream) == EOF)
		return WEOF;
	int put = fputc(letter & ~127 ? '?' : letter, stream);
	__end_wide(stream);
	return put == EOF ? WEOF : (wint_t)letter;
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
