// setvbuf and its short forms: how a stream is buffered. Without a buffer of the caller's, the present one stays.
#include <bits/file.h>

static void set_space(FILE *stream, char *buffer, size_t size)
{
	__list(stream);
	stream->buffer = buffer;
	stream->buffer_end = buffer + size;
	stream->write_base = stream->write_ptr = stream->write_end = buffer;
	stream->read_base = stream->read_ptr = stream->read_end = buffer;
	stream->flags &= ~__WRITING;
}

int setvbuf(FILE *stream, char *buffer, int mode, size_t size)
{
	switch (mode) {
	case _IOFBF:
		stream->flags &= ~(__LINE_BUFFERED | __UNBUFFERED);
		if (buffer == NULL) {
			__set_buffer(stream);
			stream->flags &= ~__LINE_BUFFERED;
			return 0;
		}
		break;
	case _IOLBF:
		stream->flags = (stream->flags & ~__UNBUFFERED) | __LINE_BUFFERED;
		if (buffer == NULL)
			return 0;
		break;
	case _IONBF:
		stream->flags = (stream->flags & ~__LINE_BUFFERED) | __UNBUFFERED;
		buffer = stream->one;
		size = 1;
		break;
	default:
		return EOF;
	}
	if (__synchronize(stream) == EOF)
		return EOF;
	if (size == 0) {
		stream->flags |= __UNBUFFERED;
		buffer = stream->one;
		size = 1;
	}
	set_space(stream, buffer, size);
	return 0;
}

void setbuffer(FILE *stream, char *buffer, size_t size)
{
	setvbuf(stream, buffer, buffer ? _IOFBF : _IONBF, size);
}

void setbuf(FILE *stream, char *buffer)
{
	setbuffer(stream, buffer, BUFSIZ);
}

void setlinebuf(FILE *stream)
{
	setvbuf(stream, NULL, _IOLBF, 0);
}
