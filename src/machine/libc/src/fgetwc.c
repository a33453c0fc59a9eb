// Taking wide characters. A byte that is none of the C locale's is an error.
#include <bits/file.h>
#include <errno.h>
#include <wchar.h>

wint_t fgetwc(FILE *stream)
{
	if (__begin_wide(stream) == EOF)
		return WEOF;
	// Reading from a terminal writes what standard output holds, also when it is wide.
	int with_output = stream != stdout && stdout->flags & __WIDE;
	if (with_output)
		__begin_wide(stdout);
	int c = fgetc(stream);
	if (with_output)
		__end_wide(stdout);
	__end_wide(stream);
	if (c > 127) {
		stream->flags |= __ERROR;
		errno = EILSEQ;
	}
	return c == EOF || c > 127 ? WEOF : (wint_t)c;
}

wint_t getwc(FILE *stream)
{
	return fgetwc(stream);
}

wint_t getwchar(void)
{
	return fgetwc(stdin);
}

wint_t ungetwc(wint_t letter, FILE *stream)
{
	if (letter > 127 || __begin_wide(stream) == EOF)
		return WEOF;
	int back = ungetc(letter, stream);
	__end_wide(stream);
	return back == EOF ? WEOF : letter;
}

wchar_t *fgetws(wchar_t *text, int size, FILE *stream)
{
	int length = 0;
	if (size <= 0)
		return NULL;
	while (length < size - 1) {
		wint_t letter = fgetwc(stream);
		if (letter == WEOF && (length == 0 || !(stream->flags & __END_OF_FILE)))
			return NULL;
		if (letter == WEOF)
			break;
		text[length++] = letter;
		if (letter == L'\n')
			break;
	}
	text[length] = 0;
	return text;
}
