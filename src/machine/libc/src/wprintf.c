// The wide printf family: the one formatter writes bytes, and they become wide characters again.
#include <bits/file.h>
#include <bits/format.h>
#include <bits/wide-text.h>
#include <errno.h>
#include <stdlib.h>
#include <wchar.h>

struct wide_sink {
	struct __sink sink;
	struct __wide_decoder decoder;
	int count; // letters so far
	FILE *stream; // or NULL: `text`, of `size`
	wchar_t *text;
	size_t size;
};

static int put(struct __sink *sink, const char *text, size_t length)
{
	struct wide_sink *wide = (struct wide_sink *)sink;
	for (size_t i = 0; i < length; i++) {
		int letter = __decode_utf8(&wide->decoder, text[i]);
		if (letter == -1)
			continue;
		if (wide->stream ? fputwc(letter, wide->stream) == WEOF : (size_t)wide->count + 1 >= wide->size)
			return -1;
		if (wide->text)
			wide->text[wide->count] = letter;
		wide->count++;
	}
	return 0;
}

// The letters of a text, up to `precision`, and how many bytes they have; -1 when it is no text of the locale.
static long measure(const char *text, int precision, long *bytes)
{
	mbstate_t state = {0};
	long letters = 0;
	*bytes = 0;
	while (letters != precision && text[*bytes]) {
		size_t length = mbrtowc(NULL, text + *bytes, MB_CUR_MAX, &state);
		if (length > MB_CUR_MAX)
			return -1;
		*bytes += length;
		letters++;
	}
	return letters;
}

static int print(struct wide_sink *wide, const wchar_t *format, va_list arguments)
{
	char narrow[__narrow_size(format)];
	__encode_wide = __encode_utf8;
	__measure_wide = measure;
	int result = __format(&wide->sink, __narrow(narrow, format), arguments);
	__encode_wide = NULL;
	__measure_wide = NULL;
	return result < 0 ? -1 : wide->count;
}

int vfwprintf(FILE *stream, const wchar_t *format, va_list arguments)
{
	struct wide_sink wide = {{put, NULL, 0}, {0, 0}, 0, stream, NULL, 0};
	if (__begin_wide(stream) == EOF)
		return -1;
	int refused = stream->flags & __NO_WRITES;
	__end_wide(stream);
	if (refused) {
		stream->flags |= __ERROR;
		errno = EBADF;
		return -1;
	}
	return print(&wide, format, arguments);
}

int vwprintf(const wchar_t *format, va_list arguments)
{
	return vfwprintf(stdout, format, arguments);
}

int vswprintf(wchar_t *text, size_t size, const wchar_t *format, va_list arguments)
{
	struct wide_sink wide = {{put, NULL, 0}, {0, 0}, 0, NULL, text, size};
	if (size == 0)
		return -1;
	int result = print(&wide, format, arguments);
	text[wide.count] = 0;
	return result;
}

int fwprintf(FILE *stream, const wchar_t *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vfwprintf(stream, format, arguments);
	va_end(arguments);
	return count;
}

int wprintf(const wchar_t *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vfwprintf(stdout, format, arguments);
	va_end(arguments);
	return count;
}

int swprintf(wchar_t *text, size_t size, const wchar_t *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int count = vswprintf(text, size, format, arguments);
	va_end(arguments);
	return count;
}
