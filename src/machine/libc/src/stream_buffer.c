// A stream gets its buffer at its first use: one byte if unbuffered, else the block size of its file, which is 1024 on a
// terminal and 4096 on anything else. What all streams hold is written at exit.
#include <bits/file.h>
#include <bits/hooks.h>
#include <errno.h>
#include <unistd.h>

FILE *__open_streams;

static void finish(void)
{
	for (FILE *stream = __open_streams; stream; stream = stream->next) {
		if (stream->flags & __WRITING) {
			if (stream->write_ptr > stream->write_base)
				__write_all(stream);
		} else if (stream->read_ptr < stream->read_end && !(stream->flags & (__BACKED_UP | __UNBUFFERED))) {
			// What was read but not used is given back to the file, for whoever shares its offset.
			lseek(stream->fd, stream->read_ptr - stream->read_end, SEEK_CUR);
		}
	}
}

void __list(FILE *stream)
{
	if (stream->flags & __LISTED)
		return;
	FILE **place = &__open_streams;
	while (*place && (*place)->order > stream->order)
		place = &(*place)->next;
	stream->next = *place;
	*place = stream;
	stream->flags |= __LISTED;
	__finish_streams = finish;
}

void __unlist(FILE *stream)
{
	FILE **place = &__open_streams;
	while (*place && *place != stream)
		place = &(*place)->next;
	if (*place)
		*place = stream->next;
	stream->flags &= ~__LISTED;
}

void __set_buffer(FILE *stream)
{
	__list(stream);
	if (stream->buffer)
		return;
	if (stream->flags & __UNBUFFERED) {
		stream->buffer = stream->one;
		stream->buffer_end = stream->one + 1;
		return;
	}
	int kept = errno;
	int terminal = isatty(stream->fd);
	errno = kept;
	if (terminal)
		stream->flags |= __LINE_BUFFERED;
	stream->buffer = stream->space;
	stream->buffer_end = stream->space + (terminal ? 1024 : __STREAM_SPACE);
}
