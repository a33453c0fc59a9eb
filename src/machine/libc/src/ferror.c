// What is known of a stream.
#include <bits/file.h>
#include <errno.h>

int feof(FILE *stream)
{
	return (stream->flags & __END_OF_FILE) != 0;
}

int ferror(FILE *stream)
{
	return (stream->flags & __ERROR) != 0;
}

void clearerr(FILE *stream)
{
	stream->flags &= ~(__ERROR | __END_OF_FILE);
}

int fileno(FILE *stream)
{
	if (stream->fd < 0 || stream->flags & __IN_MEMORY) {
		errno = EBADF;
		return -1;
	}
	return stream->fd;
}
