// fflush: gives the file what the buffer holds, or gives back what was read too early.
#include <bits/file.h>
#include <errno.h>
#include <unistd.h>

int __synchronize(FILE *stream)
{
	if (stream->flags & __WRITING) {
		if (stream->write_ptr > stream->write_base && __write_all(stream) == EOF)
			return EOF;
		stream->offset = -1;
		return 0;
	}
	// Of bytes that ungetc gave, glibc gives back their number.
	if (stream->flags & __IN_MEMORY)
		return 0;
	int kept = errno;
	if (stream->read_ptr != stream->read_end) {
		if (__seek(stream, stream->read_ptr - stream->read_end, SEEK_CUR) != -1)
			stream->read_end = stream->read_ptr;
		else if (errno != ESPIPE)
			return EOF;
	}
	errno = kept;
	stream->offset = -1;
	return 0;
}

int fflush(FILE *stream)
{
	if (stream)
		return __synchronize(stream);
	int result = 0;
	for (stream = __open_streams; stream; stream = stream->next)
		if (stream->flags & __WRITING && __write_all(stream) == EOF)
			result = EOF;
	return result;
}
