// fgets: a line that fits.
#include <bits/file.h>
#include <errno.h>
#include <string.h>

char *fgets(char *text, int size, FILE *stream)
{
	if (size <= 0)
		return NULL;
	if (size == 1) {
		*text = 0;
		return text;
	}
	int old_error = stream->flags & __ERROR;
	stream->flags &= ~__ERROR;
	size_t room = size - 1;
	char *end = text;
	while (room > 0) {
		if (stream->flags & __WRITING || stream->read_ptr >= stream->read_end)
			if (__underflow(stream) == EOF)
				break;
		size_t ready = stream->read_end - stream->read_ptr;
		if (ready > room)
			ready = room;
		char *newline = memchr(stream->read_ptr, '\n', ready);
		if (newline)
			ready = newline + 1 - stream->read_ptr;
		memcpy(end, stream->read_ptr, ready);
		stream->read_ptr += ready;
		end += ready;
		room -= ready;
		if (newline)
			break;
	}
	int failed = end == text || (stream->flags & __ERROR && errno != EAGAIN);
	stream->flags |= old_error;
	if (failed)
		return NULL;
	*end = 0;
	return text;
}
