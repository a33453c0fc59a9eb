// vfprintf: formatted text into a stream. An unbuffered stream gets it in as few writes as 8192 bytes allow.
#include <bits/file.h>
#include <bits/format.h>
#include <errno.h>
#include <string.h>

static int put_buffered(struct __sink *sink, const char *text, size_t length)
{
	return __put(sink->target, text, length) == length ? 0 : -1;
}

struct gathered {
	FILE *stream;
	size_t length;
	char text[BUFSIZ];
};

static int pass_on(struct gathered *gathered)
{
	size_t length = gathered->length;
	gathered->length = 0;
	return __put(gathered->stream, gathered->text, length) == length ? 0 : -1;
}

static int gather(struct __sink *sink, const char *text, size_t length)
{
	struct gathered *gathered = sink->target;
	while (length > 0) {
		size_t room = BUFSIZ - gathered->length;
		if (room > length)
			room = length;
		memcpy(gathered->text + gathered->length, text, room);
		gathered->length += room;
		text += room;
		length -= room;
		if (gathered->length == BUFSIZ && pass_on(gathered) == -1)
			return -1;
	}
	return 0;
}

static int print_unbuffered(FILE *stream, const char *format, va_list arguments)
{
	struct gathered gathered;
	gathered.stream = stream;
	gathered.length = 0;
	struct __sink sink = {gather, &gathered, 0};
	int length = __format(&sink, format, arguments);
	if (gathered.length > 0 && pass_on(&gathered) == -1)
		return -1;
	return length;
}

int vfprintf(FILE *stream, const char *format, va_list arguments)
{
	if (stream->flags & __NO_WRITES) {
		stream->flags |= __ERROR;
		errno = EBADF;
		return -1;
	}
	if (stream->flags & __UNBUFFERED)
		return print_unbuffered(stream, format, arguments);
	struct __sink sink = {put_buffered, stream, 0};
	return __format(&sink, format, arguments);
}
