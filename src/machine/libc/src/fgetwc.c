// Taking wide characters. Bytes that are no character are an error, and stay.
#include <bits/file.h>
#include <bits/wide-text.h>
#include <errno.h>
#include <wchar.h>

// How many bytes follow one that begins a character of a UTF-8 stream; -1 when it begins none.
static int following(int first, int utf8)
{
	if (first < 0x80)
		return 0;
	if (!utf8 || first < 0xc2 || first > 0xfd)
		return -1;
	return first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : first < 0xfc ? 4 : 5;
}

static wint_t take(FILE *stream)
{
	char bytes[6];
	struct __wide_decoder decoder = {0, 0};
	int c = fgetc(stream), count = 0, letter;
	if (c == EOF)
		return WEOF;
	int more = following(c, stream->flags & __WIDE_UTF8);
	for (;;) {
		if (c != EOF)
			bytes[count++] = c;
		if (more < 0 || c == EOF || (count > 1 && (c & 0xc0) != 0x80))
			break;
		letter = __decode_utf8(&decoder, c);
		if (more-- == 0)
			return letter;
		c = fgetc(stream);
	}
	while (count > 0)
		ungetc((unsigned char)bytes[--count], stream);
	stream->flags |= __ERROR;
	errno = EILSEQ;
	return WEOF;
}

wint_t fgetwc(FILE *stream)
{
	if (__begin_wide(stream) == EOF)
		return WEOF;
	// Reading from a terminal writes what standard output holds, also when it is wide.
	int with_output = stream != stdout && stdout->flags & __WIDE;
	if (with_output)
		__begin_wide(stdout);
	wint_t letter = take(stream);
	if (with_output)
		__end_wide(stdout);
	__end_wide(stream);
	return letter;
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
	char bytes[6];
	if (letter == WEOF || __begin_wide(stream) == EOF)
		return WEOF;
	if (letter > 127 && !(stream->flags & __WIDE_UTF8)) {
		__end_wide(stream);
		return WEOF;
	}
	int count = __encode_utf8(bytes, letter), back = 0;
	while (count > 0 && back != EOF)
		back = ungetc((unsigned char)bytes[--count], stream);
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
