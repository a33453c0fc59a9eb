// A stream gets its buffer at its first use: one byte if unbuffered, else the block size of its file, which is 1024 on a
// terminal and 4096 on anything else, or BUFSIZ on memory. What all streams hold is written at exit.
#include <bits/file.h>
#include <bits/hooks.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

FILE *__open_streams;

static void finish(void)
{
	fflush(NULL);
	// What was read but not used is given back to the file, for whoever shares its offset.
	for (FILE *stream = __open_streams; stream; stream = stream->next)
		if (!(stream->flags & __UNBUFFERED)) {
			__leave_backup(stream);
			__synchronize(stream);
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

// A pseudo-terminal's number says what it is; another device is asked.
static int is_terminal(int fd, const struct stat *status)
{
	int kept = errno;
	int number = status->st_rdev >> 8;
	int terminal = (number >= 136 && number < 144) || isatty(fd);
	errno = kept;
	return terminal;
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
	struct stat status;
	size_t size = BUFSIZ;
	if (!stream->device && stream->fd >= 0 && fstat(stream->fd, &status) == 0) {
		if (S_ISCHR(status.st_mode) && is_terminal(stream->fd, &status))
			stream->flags |= __LINE_BUFFERED;
		if (status.st_blksize < size)
			size = status.st_blksize;
	}
	if (size > __STREAM_SPACE && !stream->device)
		size = __STREAM_SPACE;
	stream->buffer = stream->space;
	stream->buffer_end = stream->buffer + size;
}
