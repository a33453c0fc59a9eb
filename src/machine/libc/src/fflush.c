// fflush: gives the file what the buffer holds, or gives back what was read too early.
#include <bits/file.h>
#include <errno.h>
#include <unistd.h>

int __synchronize(FILE *stream)
{
	if (stream->flags & __WRITING)
		return stream->write_ptr > stream->write_base ? __write_all(stream) : 0;
	__leave_backup(stream);
	if (stream->read_ptr == stream->read_end || stream->flags & __IN_MEMORY)
		return 0;
	int kept = errno;
	if (__seek(stream, stream->read_ptr - stream->read_end, SEEK_CUR) != -1) {
		stream->read_end = stream->read_ptr;
		return 0;
	}
	if (errno != ESPIPE)
		return EOF;
	errno = kept;
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
