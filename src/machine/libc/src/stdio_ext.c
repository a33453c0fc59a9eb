// What a stream's buffer holds and how large it is.
#include <bits/file.h>
#include <stdio_ext.h>

size_t __fbufsize(FILE *stream)
{
	return stream->buffer_end - stream->buffer;
}

int __flbf(FILE *stream)
{
	return (stream->flags & __LINE_BUFFERED) != 0;
}

size_t __fpending(FILE *stream)
{
	return stream->write_ptr - stream->write_base;
}
